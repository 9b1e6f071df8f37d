//===- CsvColumn.cpp - Columns that are filled from CSV fields ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvColumn.h"

#include "Utf8.h"
#include "ValueText.h"

#include <cstring>

using namespace molt::rt;

void CsvColumnBuilder::start(int64_t newCapacity, int64_t newTextBytes, bool newValidUtf8) {
  capacity = newCapacity;
  textBytes = newTextBytes;
  validUtf8 = newValidUtf8;
  byteCount = nulls = 0;
  column = Column();
  if (spec.type.kind == MOLT_BOOL) {
    column.data = Buffer::zeroed(pool, bitmapBytes(capacity));
  } else if (spec.type.kind == MOLT_UTF8) {
    column.data = Buffer(pool, (capacity + 1) * sizeof(int32_t));
    column.data.data<int32_t>()[0] = 0;
  } else {
    column.data = Buffer(pool, capacity * valueWidth(spec.type));
  }
}

/// Marks a row of the chunk as null; false if the column cannot hold nulls.
bool CsvColumnBuilder::setNull(int64_t row) {
  if (!spec.type.nullable)
    return false;
  if (!column.validity) {
    column.validity = Buffer(pool, bitmapBytes(capacity));
    memset(column.validity.data(), 0xFF, column.validity.size());
  }
  clearBit(column.validity.data(), row);
  ++nulls;
  return true;
}

/// Ends the tile before `row`: columns converted later then find only problems in
/// earlier rows, so that the first bad row of the block is the one reported.
void CsvColumnBuilder::report(FieldTile &tile, CsvProblem &problem, int64_t row,
                              const CsvField &field, const std::string &message) {
  problem.row = tile.firstRow + row;
  problem.column = spec.index;
  problem.byte = field.begin - tile.text;
  problem.message = "column \"" + std::string(spec.name) + "\": " + message;
  tile.rows = row;
}

static std::string nullMessage(const CsvField &field) {
  return quoteForMessage(field.begin, field.length()) + " is null, but the column is not nullable";
}

template <typename T, typename Parser>
void CsvColumnBuilder::convertValues(FieldTile &tile, CsvProblem &problem, Parser parse) {
  T *out = column.data.data<T>() + tile.firstRow;
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast);
    CsvField text = field;
    if (tile.mayBeQuoted && field.begin != field.end && *field.begin == dialect.quote) {
      Unquoted unquoted = unquoteField(dialect, field, scratch);
      if (unquoted.message)
        return report(tile, problem, row, field,
                      quoteForMessage(field.begin, field.length()) + ": " + unquoted.message);
      text = unquoted.text;
    } else if (dialect.isNull(field.begin, field.length())) {
      out[row] = T(0);
      if (!setNull(tile.firstRow + row))
        return report(tile, problem, row, field, nullMessage(field));
      continue;
    }
    TextError error = parse(text.begin, text.end, out[row]);
    if (error != TextError::None)
      return report(tile, problem, row, field,
                    describeTextError(error, spec.type, text.begin, text.end));
  }
}

void CsvColumnBuilder::convertDecimals(FieldTile &tile, CsvProblem &problem) {
  auto convertAs = [&](auto zero) {
    using T = decltype(zero);
    convertValues<T>(tile, problem, [this](const char *begin, const char *end, T &out) {
      Int128 value;
      TextError error = parseDecimal(begin, end, spec.type.precision, spec.type.scale, value);
      if (error == TextError::None)
        out = static_cast<T>(value);
      return error;
    });
  };
  switch (decimalWidth(spec.type.precision)) {
  case 4:
    return convertAs(int32_t(0));
  case 8:
    return convertAs(int64_t(0));
  default:
    return convertAs(Int128(0));
  }
}

void CsvColumnBuilder::convertBools(FieldTile &tile, CsvProblem &problem) {
  // Values are bits of a bitmap that is zero so far, so rows go one by one.
  uint8_t *bits = column.data.data();
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast);
    CsvField text = field;
    if (tile.mayBeQuoted && field.begin != field.end && *field.begin == dialect.quote) {
      Unquoted unquoted = unquoteField(dialect, field, scratch);
      if (unquoted.message)
        return report(tile, problem, row, field,
                      quoteForMessage(field.begin, field.length()) + ": " + unquoted.message);
      text = unquoted.text;
    } else if (dialect.isNull(field.begin, field.length())) {
      if (!setNull(tile.firstRow + row))
        return report(tile, problem, row, field, nullMessage(field));
      continue;
    }
    bool value;
    TextError error = parseBool(text.begin, text.end, value);
    if (error != TextError::None)
      return report(tile, problem, row, field,
                    describeTextError(error, spec.type, text.begin, text.end));
    if (value)
      setBit(bits, tile.firstRow + row);
  }
}

/// Room for `more` bytes. Grows to what the whole block will need if it goes on
/// as so far.
void CsvColumnBuilder::reserveBytes(int64_t more, int64_t bytesCovered) {
  int64_t needed = byteCount + more;
  if (needed > maxUtf8Bytes)
    fail(MOLT_UNSUPPORTED, "column \"%s\": more than 2 GB of text in one block of the file",
         spec.name);
  if (column.bytes && needed <= static_cast<int64_t>(column.bytes.size()))
    return;
  double share = static_cast<double>(needed) / std::max<int64_t>(bytesCovered, 1);
  int64_t expected = static_cast<int64_t>(share * textBytes * 1.03) + 64;
  column.bytes.grow(pool, byteCount, std::max(needed, expected));
}

/// Appends a field with U+FFFD for what is not UTF-8; returns the bytes appended.
int64_t CsvColumnBuilder::appendReplacing(const CsvField &field) {
  const uint8_t *at = reinterpret_cast<const uint8_t *>(field.begin);
  const uint8_t *end = reinterpret_cast<const uint8_t *>(field.end);
  uint8_t *out = column.bytes.data() + byteCount;
  uint8_t *start = out;
  while (at < end) {
    size_t valid = findInvalidUtf8(at, end - at);
    memcpy(out, at, valid);
    out += valid;
    at += valid;
    if (at == end)
      break;
    memcpy(out, "\xEF\xBF\xBD", 3);
    out += 3;
    at += invalidUtf8PrefixLength(at, end);
  }
  return out - start;
}

void CsvColumnBuilder::convertStrings(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem) {
  int64_t total = 0;
  for (int64_t row = 0; row < tile.rows; ++row)
    total += tile.field(row, spec.fileColumn, false).length();
  // Each invalid byte may become the three of U+FFFD.
  reserveBytes(validUtf8 ? total : 3 * total, bytesCovered);
  int32_t *offsets = column.data.data<int32_t>() + tile.firstRow;
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast);
    CsvField text = field;
    if (tile.mayBeQuoted && field.begin != field.end && *field.begin == dialect.quote) {
      Unquoted unquoted = unquoteField(dialect, field, scratch);
      if (unquoted.message)
        return report(tile, problem, row, field,
                      quoteForMessage(field.begin, field.length()) + ": " + unquoted.message);
      text = unquoted.text;
    } else if (dialect.isNull(field.begin, field.length())) {
      setNull(tile.firstRow + row); // not nullable: an empty string
      text.end = text.begin;
    }
    if (!validUtf8) {
      size_t length = text.length();
      size_t invalid = findInvalidUtf8(reinterpret_cast<const uint8_t *>(text.begin), length);
      if (invalid < length && !dialect.replaceInvalidUtf8) {
        char byte[8];
        snprintf(byte, sizeof(byte), "0x%02X", static_cast<unsigned char>(text.begin[invalid]));
        report(tile, problem, row, field,
               quoteForMessage(text.begin, length) + " is not valid UTF-8 (byte " + byte + ")");
        if (text.begin >= field.begin && text.begin < field.end)
          problem.byte += text.begin + invalid - field.begin;
        return;
      }
      byteCount += appendReplacing(text);
    } else {
      memcpy(column.bytes.data() + byteCount, text.begin, text.length());
      byteCount += text.length();
    }
    offsets[row + 1] = static_cast<int32_t>(byteCount);
  }
}

void CsvColumnBuilder::convert(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem) {
  switch (spec.type.kind) {
  case MOLT_BOOL:
    return convertBools(tile, problem);
  case MOLT_INT8:
    return convertValues<int8_t>(tile, problem, parseInteger<int8_t>);
  case MOLT_INT16:
    return convertValues<int16_t>(tile, problem, parseInteger<int16_t>);
  case MOLT_INT32:
    return convertValues<int32_t>(tile, problem, parseInteger<int32_t>);
  case MOLT_INT64:
    return convertValues<int64_t>(tile, problem, parseInteger<int64_t>);
  case MOLT_UINT8:
    return convertValues<uint8_t>(tile, problem, parseInteger<uint8_t>);
  case MOLT_UINT16:
    return convertValues<uint16_t>(tile, problem, parseInteger<uint16_t>);
  case MOLT_UINT32:
    return convertValues<uint32_t>(tile, problem, parseInteger<uint32_t>);
  case MOLT_UINT64:
    return convertValues<uint64_t>(tile, problem, parseInteger<uint64_t>);
  case MOLT_FLOAT32:
    return convertValues<float>(tile, problem, [](const char *begin, const char *end, float &out) {
      return parseFloat(begin, end, out);
    });
  case MOLT_FLOAT64:
    return convertValues<double>(tile, problem,
                                 [](const char *begin, const char *end, double &out) {
                                   return parseFloat(begin, end, out);
                                 });
  case MOLT_DATE32:
    return convertValues<int32_t>(tile, problem, parseDate);
  case MOLT_DECIMAL:
    return convertDecimals(tile, problem);
  default:
    return convertStrings(tile, bytesCovered, problem);
  }
}

Column CsvColumnBuilder::finish(int64_t rows) {
  if (spec.type.kind == MOLT_UTF8) {
    // What was reserved too much goes back where it is worth a copy.
    if (!column.bytes ||
        byteCount + byteCount / 8 + 4096 < static_cast<int64_t>(column.bytes.size())) {
      Buffer exact(pool, byteCount);
      if (byteCount)
        memcpy(exact.data(), column.bytes.data(), byteCount);
      column.bytes = std::move(exact);
    }
  }
  column.setOwnedView(spec.type, nulls);
  column.statistics = computeStatistics(column.view, spec.type, rows);
  return std::move(column);
}
