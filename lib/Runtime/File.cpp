//===- File.cpp - Files ---------------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "File.h"

#include "Error.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace molt::rt;

/// Linux transfers at most about 2 GB in one call.
static constexpr size_t mostPerCall = size_t(1) << 30;

[[noreturn]] static void failSystem(const std::string &path, const char *what, int code) {
  char text[256];
  // The GNU version of strerror_r returns the text, the POSIX one fills it.
  const char *reason = text;
#if defined(__GLIBC__) && defined(_GNU_SOURCE)
  reason = strerror_r(code, text, sizeof(text));
#else
  strerror_r(code, text, sizeof(text));
#endif
  failAt(MOLT_IO, Place(), path.c_str(), "cannot %s: %s", what, reason);
}

InputFile::InputFile(const char *path) : name(path ? path : "") {
  descriptor = open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    failSystem(name, "open the file", errno);
  struct stat status;
  if (fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
    int code = S_ISDIR(status.st_mode) ? EISDIR : errno;
    close(descriptor);
    failSystem(name, "read the file", code);
  }
  if (S_ISREG(status.st_mode)) {
    fileSize = status.st_size;
#if defined(POSIX_FADV_SEQUENTIAL)
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
  }
}

InputFile::~InputFile() { close(descriptor); }

size_t InputFile::read(void *out, size_t bytes) {
  size_t done = 0;
  while (done < bytes) {
    ssize_t count =
        ::read(descriptor, static_cast<char *>(out) + done, std::min(bytes - done, mostPerCall));
    if (count == 0)
      break;
    if (count < 0) {
      if (errno == EINTR)
        continue;
      failSystem(name, "read the file", errno);
    }
    done += count;
  }
  return done;
}

void InputFile::readAt(void *out, size_t bytes, int64_t offset) const {
  size_t done = 0;
  while (done < bytes) {
    ssize_t count = pread(descriptor, static_cast<char *>(out) + done,
                          std::min(bytes - done, mostPerCall), offset + done);
    if (count == 0)
      failAt(MOLT_IO, Place(), name.c_str(), "the file became shorter while it was read");
    if (count < 0) {
      if (errno == EINTR)
        continue;
      failSystem(name, "read the file", errno);
    }
    done += count;
  }
}

/// A name beside `target` that no other writer uses.
static std::string temporaryName(const std::string &target, int attempt) {
  return target + ".molt-" + std::to_string(getpid()) + "-" + std::to_string(attempt) + ".tmp";
}

OutputFile::OutputFile(const char *path) : name(path ? path : ""), target(name) {
  if (name == "-") {
    descriptor = STDOUT_FILENO;
    owned = false;
    return;
  }
  // Replace what a link leads to, not the link.
  if (char *resolved = realpath(name.c_str(), nullptr)) {
    target = resolved;
    free(resolved);
  }
  struct stat status;
  mode_t mode = 0666;
  bool exists = stat(target.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    descriptor = open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
      failSystem(name, "write the file", errno);
    return;
  }
  for (int attempt = 0; descriptor < 0; ++attempt) {
    temporary = temporaryName(target, attempt);
    descriptor = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0 && (errno != EEXIST || attempt == 100))
      failSystem(name, "create the file", errno);
  }
  // A file that is replaced keeps its permissions; where that is impossible the
  // new file's own are as good.
  if (exists && fchmod(descriptor, status.st_mode & 07777) != 0)
    errno = 0;
}

OutputFile::~OutputFile() {
  if (owned && descriptor >= 0)
    close(descriptor);
  if (!temporary.empty())
    unlink(temporary.c_str());
}

void OutputFile::write(const void *data, size_t bytes) {
  size_t done = 0;
  while (done < bytes) {
    ssize_t count = ::write(descriptor, static_cast<const char *>(data) + done,
                            std::min(bytes - done, mostPerCall));
    if (count < 0) {
      if (errno == EINTR)
        continue;
      failSystem(name, "write the file", errno);
    }
    done += count;
  }
  written += bytes;
}

void OutputFile::commit() {
  if (owned) {
    // Errors of delayed writes (a full network disk) show here.
    int status = close(descriptor);
    descriptor = -1;
    if (status != 0)
      failSystem(name, "write the file", errno);
  }
  if (temporary.empty())
    return;
  if (rename(temporary.c_str(), target.c_str()) != 0)
    failSystem(name, "move the finished file to its place", errno);
  temporary.clear();
}
