//===- Generate.cpp - Writing tables to files -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Generate.h"
#include "Threads.h"
#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

using namespace molt::datagen;

bool molt::datagen::generateText(const Table &table, const RowSource &rows, TextSink::Format format,
                                 unsigned threads,
                                 const std::function<bool(int64_t, std::string_view)> &write,
                                 FileSummary &summary) {
  const int64_t units = rows.units();
  std::string header;
  if (format == TextSink::Format::Csv) {
    for (const Column &column : table.columns)
      header.append(header.empty() ? "" : ",").append(column.name);
    header += '\n';
  }

  // Pieces are made in any order; a thread that has one waits until the size of
  // all earlier pieces is known, which is soon, as pieces are alike.
  std::mutex mutex;
  std::condition_variable turn;
  int64_t nextToMake = 0, nextToPlace = 0;
  bool ok = write(0, header);
  summary = {0, static_cast<int64_t>(header.size())};

  onThreads(threads, [&] {
    TextSink sink(format);
    std::unique_lock lock(mutex);
    while (ok && nextToMake * unitsPerPiece < units) {
      const int64_t piece = nextToMake++;
      lock.unlock();
      const int64_t begin = piece * unitsPerPiece;
      sink.clear();
      rows.emit(begin, std::min(units, begin + unitsPerPiece), sink);
      lock.lock();
      turn.wait(lock, [&] { return nextToPlace == piece; });
      ++nextToPlace;
      const int64_t offset = summary.bytes;
      summary.bytes += static_cast<int64_t>(sink.contents().size());
      summary.rows += sink.rows();
      lock.unlock();
      turn.notify_all();
      const bool written = write(offset, sink.contents());
      lock.lock();
      ok = ok && written;
    }
  });
  return ok;
}

bool molt::datagen::writeTextFile(const Table &table, const RowSource &rows,
                                  TextSink::Format format, unsigned threads,
                                  const std::string &path, FileSummary &summary,
                                  std::string &error) {
  const std::string partial = path + ".part";
  const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  std::mutex mutex;
  int failure = file < 0 ? errno : 0;
  auto fail = [&] {
    const int code = errno;
    std::lock_guard lock(mutex);
    failure = failure ? failure : code;
    return false;
  };
  auto write = [&](int64_t offset, std::string_view text) {
    while (!text.empty()) {
      ssize_t written = ::pwrite(file, text.data(), text.size(), offset);
      if (written < 0 && errno != EINTR)
        return fail();
      if (written > 0) {
        text.remove_prefix(static_cast<size_t>(written));
        offset += written;
      }
    }
    return true;
  };
  if (file >= 0) {
    generateText(table, rows, format, threads, write, summary);
    if (::close(file) != 0)
      fail();
    if (!failure && ::rename(partial.c_str(), path.c_str()) != 0)
      fail();
    if (failure)
      ::unlink(partial.c_str());
  }
  if (failure)
    error = "cannot write " + path + ": " + std::strerror(failure);
  return !failure;
}
