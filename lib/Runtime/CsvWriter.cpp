//===- CsvWriter.cpp - Writing CSV files ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvDialect.h"
#include "File.h"
#include "Table.h"
#include "TimeText.h"

#include <cstring>

using namespace molt::rt;

/// Rows that one task formats.
static constexpr int64_t taskRows = 8192;

namespace {
/// Text that grows.
class TextBuffer {
public:
  explicit TextBuffer(MemoryPool &pool) : pool(&pool) {}

  /// Room for `bytes` more at end().
  void reserve(size_t bytes) {
    if (!memory || size + bytes > memory.size())
      memory.grow(*pool, size, std::max(size + bytes, 2 * memory.size()));
  }
  char *end() { return memory.data<char>() + size; }
  void setEnd(const char *end) { size = end - memory.data<char>(); }
  void append(const char *text, size_t length) {
    reserve(length);
    if (length)
      memcpy(end(), text, length);
    size += length;
  }
  void append(char character) { append(&character, 1); }

  const char *data() const { return memory.data<const char>(); }
  size_t length() const { return size; }

private:
  MemoryPool *pool;
  Buffer memory;
  size_t size = 0;
};

class CsvFormatter {
public:
  CsvFormatter(const CsvDialect &dialect, const MoltTable &table) : dialect(dialect), table(table) {
    if (!dialect.nullSpellings.empty())
      nullText = dialect.nullSpellings[0];
    // A delimiter that values of other types may contain: then their text is
    // checked like strings'.
    const char *plain = "0123456789+-.: aeflinrstuDHMPSTYZ";
    plainMayNeedQuotes =
        strchr(plain, dialect.delimiter) || (dialect.quote && strchr(plain, dialect.quote));
    for (const std::string &spelling : dialect.nullSpellings)
      plainMayNeedQuotes |=
          spelling.find_first_of("0123456789aeflinrstuDHMPSTYZ") != std::string::npos;
  }

  void header(TextBuffer &out) const {
    for (size_t i = 0; i < table.names.size(); ++i) {
      string(out, table.names[i].data(), table.names[i].size());
      endField(out, i);
    }
    out.append('\n');
  }

  void rows(TextBuffer &out, const Chunk &chunk, int64_t begin, int64_t end) const {
    for (int64_t row = begin; row < end; ++row) {
      for (size_t i = 0; i < table.types.size(); ++i) {
        const MoltColumnView &view = chunk.columns[i].view;
        if (view.validity && !getBit(view.validity, row + view.bit_offset))
          out.append(nullText.data(), nullText.size());
        else
          value(out, view, table.types[i], row);
        endField(out, i);
      }
      out.append('\n');
    }
  }

private:
  void endField(TextBuffer &out, size_t column) const {
    if (column + 1 < table.types.size() || dialect.trailingDelimiter)
      out.append(dialect.delimiter);
  }

  bool needsQuotes(const char *text, size_t length) const {
    if (length == 0 && dialect.nullSpellings.empty())
      return true; // null is the empty field
    if (dialect.isNull(text, length))
      return true;
    for (size_t i = 0; i < length; ++i)
      if (text[i] == dialect.delimiter || text[i] == '\n' || text[i] == '\r' ||
          (dialect.quote && text[i] == dialect.quote))
        return true;
    return false;
  }

  void string(TextBuffer &out, const char *text, size_t length) const {
    if (!needsQuotes(text, length)) {
      out.append(text, length);
      return;
    }
    if (!dialect.quote) {
      if (std::string(text, length).find_first_of(delimiters()) != std::string::npos)
        fail(MOLT_INVALID_DATA,
             "%s contains the delimiter or a line end, and quoting is switched off",
             quoteForMessage(text, length).c_str());
      out.append(text, length);
      return;
    }
    out.reserve(2 * length + 2);
    char *end = out.end();
    *end++ = dialect.quote;
    for (size_t i = 0; i < length; ++i) {
      if (text[i] == dialect.quote)
        *end++ = dialect.quote;
      else if (dialect.escape && text[i] == dialect.escape)
        *end++ = dialect.escape;
      *end++ = text[i];
    }
    *end++ = dialect.quote;
    out.setEnd(end);
  }

  std::string delimiters() const { return std::string(1, dialect.delimiter) + "\n\r"; }

  void value(TextBuffer &out, const MoltColumnView &view, const MoltType &type, int64_t row) const {
    if (hasBytes(type)) {
      const int32_t *offsets = static_cast<const int32_t *>(view.data);
      if (type.kind == MOLT_BINARY) {
        std::string hex(2 * static_cast<size_t>(offsets[row + 1] - offsets[row]), 0);
        formatHex(view.bytes + offsets[row], offsets[row + 1] - offsets[row], hex.data());
        return string(out, hex.data(), hex.size());
      }
      string(out, reinterpret_cast<const char *>(view.bytes) + offsets[row],
             offsets[row + 1] - offsets[row]);
      return;
    }
    out.reserve(maxValueText);
    char *begin = out.end();
    char *end = format(view, type, row, begin);
    if (!plainMayNeedQuotes) {
      out.setEnd(end);
      return;
    }
    char text[maxValueText];
    memcpy(text, begin, end - begin);
    string(out, text, end - begin);
  }

  static char *format(const MoltColumnView &view, const MoltType &type, int64_t row, char *out) {
    switch (type.kind) {
    case MOLT_BOOL:
      if (getBit(static_cast<const uint8_t *>(view.data), row + view.bit_offset))
        return copyText(out, "true", 4);
      return copyText(out, "false", 5);
    case MOLT_INT8:
      return formatInteger(int64_t(load<int8_t>(view, row)), out);
    case MOLT_INT16:
      return formatInteger(int64_t(load<int16_t>(view, row)), out);
    case MOLT_INT32:
      return formatInteger(int64_t(load<int32_t>(view, row)), out);
    case MOLT_INT64:
      return formatInteger(load<int64_t>(view, row), out);
    case MOLT_UINT8:
      return formatInteger(uint64_t(load<uint8_t>(view, row)), out);
    case MOLT_UINT16:
      return formatInteger(uint64_t(load<uint16_t>(view, row)), out);
    case MOLT_UINT32:
      return formatInteger(uint64_t(load<uint32_t>(view, row)), out);
    case MOLT_UINT64:
      return formatInteger(load<uint64_t>(view, row), out);
    case MOLT_INT128:
      return formatDecimal(load<Int128>(view, row), 0, out);
    case MOLT_FLOAT32:
      return formatFloat(load<float>(view, row), out);
    case MOLT_FLOAT64:
      return formatFloat(load<double>(view, row), out);
    case MOLT_DATE32:
      return formatDate(load<int32_t>(view, row), out);
    case MOLT_TIMESTAMP:
    case MOLT_TIME:
    case MOLT_DURATION:
      return formatTimeValue(load<int64_t>(view, row), type, out);
    case MOLT_INTERVAL:
      return formatInterval(load<Interval>(view, row), out);
    default:
      switch (decimalWidth(type.precision)) {
      case 4:
        return formatDecimal(load<int32_t>(view, row), type.scale, out);
      case 8:
        return formatDecimal(load<int64_t>(view, row), type.scale, out);
      default:
        return formatDecimal(load<Int128>(view, row), type.scale, out);
      }
    }
  }

  static char *copyText(char *out, const char *text, size_t length) {
    memcpy(out, text, length);
    return out + length;
  }

  template <typename T> static T load(const MoltColumnView &view, int64_t row) {
    T value;
    memcpy(&value, static_cast<const char *>(view.data) + row * sizeof(T), sizeof(T));
    return value;
  }

  const CsvDialect &dialect;
  const MoltTable &table;
  std::string nullText;
  bool plainMayNeedQuotes;
};

struct RowRange {
  const Chunk *chunk;
  int64_t begin;
  int64_t end;
};
} // namespace

int32_t molt_table_write_csv(MoltRuntime *runtime, const MoltTable *table, const char *path,
                             const MoltCsvOptions *options, MoltError *error) {
  return guardStatus(error, [&] {
    CsvDialect dialect(options);
    CsvFormatter formatter(dialect, *table);
    OutputFile file(path);
    if (dialect.header) {
      TextBuffer text(runtime->pool);
      formatter.header(text);
      file.write(text.data(), text.length());
    }
    std::vector<RowRange> ranges;
    for (const Chunk &chunk : table->chunks)
      for (int64_t begin = 0; begin < chunk.rows; begin += taskRows)
        ranges.push_back({&chunk, begin, std::min(chunk.rows, begin + taskRows)});
    // In waves: format some ranges in parallel, then write them in order.
    size_t wave = runtime->threads == 1 ? 1 : runtime->threads * 4;
    for (size_t first = 0; first < ranges.size(); first += wave) {
      runtime->checkCancelled();
      size_t count = std::min(wave, ranges.size() - first);
      std::vector<TextBuffer> texts;
      for (size_t i = 0; i < count; ++i)
        texts.emplace_back(runtime->pool);
      forEachTask(*runtime, true, count, [&](int64_t task, int32_t) {
        const RowRange &range = ranges[first + task];
        formatter.rows(texts[task], *range.chunk, range.begin, range.end);
      });
      for (const TextBuffer &text : texts)
        file.write(text.data(), text.length());
    }
    file.commit();
  });
}
