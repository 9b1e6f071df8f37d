//===- CsvBlocks.cpp - Cutting a CSV file into blocks of whole records ----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvBlocks.h"

#include "CsvFields.h"

#include <cstring>

using namespace molt::rt;

/// What is read to find the header and how long rows are.
static constexpr int64_t sampleBytes = 256 << 10;
/// Blocks aim at this many rows, a chunk of the table each, within these sizes.
static constexpr int64_t rowsPerBlock = 96 << 10;
static constexpr int64_t smallestBlock = 256 << 10;
static constexpr int64_t largestBlock = 16 << 20;
/// A record beyond this is most likely a quote that is not closed.
static constexpr int64_t largestRecord = 1 << 30;

//===----------------------------------------------------------------------===//
// RecordScanner
//===----------------------------------------------------------------------===//

void RecordScanner::scan(const char *text, int64_t size, bool atEnd) {
  if (!dialect.quote) {
    int64_t end = size;
    while (end > position && text[end - 1] != '\n')
      --end;
    lastEnd = end > position ? end : lastEnd;
    position = size;
    return;
  }
  if (!exact) {
    int64_t last = findLastUnquotedNewline(reinterpret_cast<const uint8_t *>(text), position, size,
                                           dialect.delimiter, dialect.quote, state, quotes);
    if (!state.irregular) {
      lastEnd = last ? last : lastEnd;
      position = size;
      return;
    }
    exact = true;
    position = lastEnd = 0;
  }
  scanExactly(text, size, atEnd);
}

/// By the rules themselves: a quote opens at the beginning of a field only; within
/// quotes a doubled or escaped one is text.
void RecordScanner::scanExactly(const char *text, int64_t size, bool atEnd) {
  for (; position < size; ++position) {
    char byte = text[position];
    if (!inQuotes) {
      if (byte == '\n') {
        lastEnd = position + 1;
      } else if (byte == dialect.quote) {
        quotes = true;
        char before = position == 0 ? '\n' : text[position - 1];
        inQuotes = before == '\n' || before == dialect.delimiter;
      }
      continue;
    }
    position = findQuoteOrEscape(dialect, text, position, size);
    // What this character means depends on the next one, which may not be here yet.
    if (position + 1 >= size && !atEnd)
      return;
    bool pair = position + 1 < size &&
                (text[position] != dialect.quote || text[position + 1] == dialect.quote);
    inQuotes = pair;
    position += pair;
  }
}

//===----------------------------------------------------------------------===//
// CsvBlockReader
//===----------------------------------------------------------------------===//

CsvBlockReader::CsvBlockReader(MoltRuntime &runtime, const char *path, const CsvDialect &dialect)
    : runtime(runtime), dialect(dialect), file(path) {
  memory = Buffer(runtime.pool, sampleBytes + 1);
  fill(sampleBytes);
  const char *text = memory.data<const char>() + begin;
  if (end - begin >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0))
    failAt(MOLT_INVALID_DATA, {-1, -1, 0}, path,
           "the file is UTF-16; expected UTF-8 (convert it, for example with iconv)");
  if (end - begin >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
    begin += 3;
    fileOffset += 3;
  }
}

/// Reads until `target` bytes are there or the file ends.
void CsvBlockReader::fill(int64_t target) {
  // One byte more: a last line without a newline gets one.
  if (static_cast<int64_t>(memory.size()) < begin + target + 1) {
    Buffer larger(runtime.pool, target + 1);
    memcpy(larger.data(), memory.data() + begin, end - begin);
    end -= begin;
    begin = 0;
    memory = std::move(larger);
  }
  int64_t wanted = target - (end - begin);
  if (atEnd || wanted <= 0)
    return;
  int64_t count = file.read(memory.data() + end, wanted);
  end += count;
  atEnd = count < wanted;
}

void CsvBlockReader::findFirstRecord() {
  if (firstRecordSize >= 0)
    return;
  for (;;) {
    firstRecordSize = firstRecordEnd(dialect, memory.data<const char>() + begin, end - begin);
    if (firstRecordSize || atEnd)
      break;
    if (end - begin >= largestRecord)
      failAt(MOLT_INVALID_DATA, {-1, -1, fileOffset}, path().c_str(),
             "the first record does not end within 1 GB; is a quote not closed?");
    fill(2 * (end - begin));
  }
  if (firstRecordSize == 0)
    firstRecordSize = end - begin;
}

std::vector<std::string> CsvBlockReader::firstRecord() {
  findFirstRecord();
  return splitRecord(dialect, memory.data<const char>() + begin, firstRecordSize, fileOffset,
                     path());
}

void CsvBlockReader::skipFirstRecord() {
  findFirstRecord();
  begin += firstRecordSize;
  fileOffset += firstRecordSize;
  firstRecordSize = -1;
}

int64_t CsvBlockReader::blockTarget() const {
  int64_t sample = std::min(end - begin, sampleBytes);
  int64_t lines = countByte(memory.data() + begin, sample, '\n') + 1;
  int64_t target = sample / lines * rowsPerBlock;
  // Enough blocks to keep every thread busy until the end.
  if (file.size() >= 0)
    target = std::min(target, file.size() / (4 * runtime.threads));
  return std::min(std::max(target, smallestBlock), largestBlock);
}

/// Where the blank lines begin with which text[0, size) ends; the text ends with a
/// newline or is empty.
static int64_t dropBlankLines(const char *text, int64_t size) {
  while (size > 0) {
    int64_t line = size - 1;
    if (line > 0 && text[line - 1] == '\r')
      --line;
    if (line > 0 && text[line - 1] != '\n')
      break;
    size = line;
  }
  return size;
}

bool CsvBlockReader::next(CsvBlock &block) {
  std::lock_guard<std::mutex> lock(mutex);
  if (stopped)
    return false;
  if (blockBytes == 0)
    blockBytes = blockTarget();
  int64_t target = blockBytes;
  int64_t taken;
  RecordScanner scanner(dialect);
  for (;;) {
    fill(std::max(target, end - begin));
    char *text = memory.data<char>() + begin;
    scanner.scan(text, end - begin, atEnd);
    if (atEnd && end > begin && text[end - begin - 1] != '\n')
      text[end++ - begin] = '\n';
    taken = atEnd ? end - begin : scanner.recordsEnd();
    // Blank lines wait for what follows: at the end of the file they are no rows.
    if (!emptyLineIsRow)
      taken = dropBlankLines(text, taken);
    if (taken || atEnd)
      break;
    if (end - begin >= largestRecord)
      failAt(MOLT_INVALID_DATA, {-1, -1, fileOffset}, path().c_str(),
             "a record does not end within 1 GB; is a quote not closed?");
    target = 2 * (end - begin);
  }
  stopped = atEnd;
  if (taken == 0)
    return false;

  // The caller's old memory takes what is left; it gets the block.
  Buffer rest = std::move(block.memory);
  int64_t left = stopped ? 0 : end - begin - taken;
  int64_t needed = std::max(target, left) + 1;
  if (!stopped && static_cast<int64_t>(rest.size()) < needed)
    rest = Buffer(runtime.pool, needed);
  if (left)
    memcpy(rest.data(), memory.data() + begin + taken, left);
  block.memory = std::move(memory);
  block.begin = begin;
  block.end = begin + taken;
  block.fileOffset = fileOffset;
  block.index = blocks++;
  block.hasQuotes = scanner.hasQuotes();
  memory = std::move(rest);
  begin = 0;
  end = left;
  fileOffset += taken;
  return true;
}

void CsvBlockReader::stop() {
  std::lock_guard<std::mutex> lock(mutex);
  stopped = true;
}
