//===- CsvColumn.cpp - Columns that are filled from CSV fields ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvColumn.h"

#include "FastText.h"
#include "TimeText.h"
#include "Utf8.h"
#include "ValueText.h"

#include <cstring>

using namespace molt::rt;

/// Strings up to this length are copied as if they had it.
static constexpr int64_t shortString = 32;

int64_t CsvColumnBuilder::valueBytes(int64_t rows) const {
  if (hasBits(spec.type))
    return bitmapBytes(rows);
  return (rows + hasBytes(spec.type)) * valueWidth(spec.type);
}

void CsvColumnBuilder::start(uint8_t *newValues, int64_t newCapacity, int64_t newTextBytes,
                             bool newValidUtf8) {
  values = newValues;
  capacity = newCapacity;
  textBytes = newTextBytes;
  validUtf8 = newValidUtf8;
  byteCount = nulls = 0;
  column = Column();
  if (hasBits(spec.type))
    memset(values, 0, valueBytes(capacity));
  if (hasBytes(spec.type))
    reinterpret_cast<int32_t *>(values)[0] = 0;
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

/// Marks a row of the chunk as null.
void CsvColumnBuilder::setNull(int64_t row) {
  if (!column.validity) {
    column.validity = Buffer(pool, bitmapBytes(capacity));
    memset(column.validity.data(), 0xFF, column.validity.size());
  }
  clearBit(column.validity.data(), row);
  ++nulls;
}

/// Deals with quotes and nulls: `text` becomes the text to parse.
CsvColumnBuilder::FieldKind CsvColumnBuilder::classify(FieldTile &tile, CsvProblem &problem,
                                                       int64_t row, const CsvField &field,
                                                       CsvField &text) {
  text = field;
  if (tile.mayBeQuoted && field.begin != field.end && *field.begin == dialect.quote) {
    Unquoted unquoted = unquoteField(dialect, field, scratch);
    if (!unquoted.message) {
      text = unquoted.text;
      return FieldKind::Text;
    }
    report(tile, problem, row, field,
           quoteForMessage(field.begin, field.length()) + ": " + unquoted.message);
    return FieldKind::Bad;
  }
  if (!dialect.isNull(field.begin, field.length()))
    return FieldKind::Text;
  if (spec.type.nullable) {
    setNull(tile.firstRow + row);
  } else if (!hasBytes(spec.type)) { // which takes it for an empty string
    report(tile, problem, row, field,
           quoteForMessage(field.begin, field.length()) +
               " is null, but the column is not nullable");
    return FieldKind::Bad;
  }
  return FieldKind::Null;
}

//===----------------------------------------------------------------------===//
// Values of fixed width
//===----------------------------------------------------------------------===//

template <typename T, typename Fast, typename Parser>
void CsvColumnBuilder::convertValues(FieldTile &tile, CsvProblem &problem, Fast fast,
                                     Parser parse) {
  T *out = reinterpret_cast<T *>(values) + tile.firstRow;
  // Copies, as the compiler must assume that `out` points at the originals.
  const FieldTile fields = tile;
  const int64_t fileColumn = spec.fileColumn;
  const bool isLast = spec.isLast;
  const uint64_t nullLengths = dialect.nullLengths;
  const char quote = tile.mayBeQuoted ? dialect.quote : 0;
  for (int64_t row = 0; row < fields.rows; ++row) {
    CsvField field = fields.field(row, fileColumn, isLast);
    T value;
    bool isFast;
    if (quote && field.length() >= 2 && *field.begin == quote && field.end[-1] == quote)
      isFast = fast(field.begin + 1, field.end - 1, value);
    else
      isFast = !CsvDialect::mayBeNull(nullLengths, field.length()) &&
               fast(field.begin, field.end, value);
    if (isFast) {
      out[row] = value;
      continue;
    }
    CsvField text;
    switch (classify(tile, problem, row, field, text)) {
    case FieldKind::Bad:
      return;
    case FieldKind::Null:
      out[row] = T();
      continue;
    case FieldKind::Text:
      break;
    }
    TextError error = parse(text.begin, text.end, value);
    if (error != TextError::None)
      return report(tile, problem, row, field,
                    describeTextError(error, spec.type, text.begin, text.end));
    out[row] = value;
  }
}

template <typename T> void CsvColumnBuilder::convertIntegers(FieldTile &tile, CsvProblem &problem) {
  convertValues<T>(tile, problem, fastInteger<T>, parseInteger<T>);
}

/// For types without a fast form.
static constexpr auto noFastForm = [](const char *, const char *, auto &) { return false; };

template <typename T> void CsvColumnBuilder::convertFloats(FieldTile &tile, CsvProblem &problem) {
  convertValues<T>(tile, problem, noFastForm, [](const char *begin, const char *end, T &out) {
    return parseFloat(begin, end, out);
  });
}

template <typename T> void CsvColumnBuilder::convertDecimals(FieldTile &tile, CsvProblem &problem) {
  const int64_t precision = spec.type.precision, scale = spec.type.scale;
  auto parse = [=](const char *begin, const char *end, T &out) {
    Int128 value;
    TextError error = parseDecimal(begin, end, precision, scale, value);
    if (error == TextError::None)
      out = static_cast<T>(value);
    return error;
  };
  if (scale < 1 || scale > 8)
    return convertValues<T>(tile, problem, noFastForm, parse);
  // The fast form's result has up to 18 digits, whatever the type allows.
  const int64_t fastPrecision = std::min<int64_t>(precision, 18);
  const uint64_t power = static_cast<uint64_t>(powerOfTen(scale));
  convertValues<T>(
      tile, problem,
      [=](const char *begin, const char *end, T &out) {
        int64_t value;
        if (!fastDecimal(begin, end, fastPrecision, scale, power, value))
          return false;
        out = static_cast<T>(value);
        return true;
      },
      parse);
}

void CsvColumnBuilder::convertBools(FieldTile &tile, CsvProblem &problem) {
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast), text;
    FieldKind kind = classify(tile, problem, row, field, text);
    if (kind == FieldKind::Bad)
      return;
    if (kind == FieldKind::Null)
      continue;
    bool value;
    TextError error = parseBool(text.begin, text.end, value);
    if (error != TextError::None)
      return report(tile, problem, row, field,
                    describeTextError(error, spec.type, text.begin, text.end));
    if (value)
      setBit(values, tile.firstRow + row);
  }
}

void CsvColumnBuilder::convertNulls(FieldTile &tile, CsvProblem &problem) {
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast), text;
    switch (classify(tile, problem, row, field, text)) {
    case FieldKind::Bad:
      return;
    case FieldKind::Null:
      continue;
    case FieldKind::Text:
      return report(tile, problem, row, field,
                    describeTextError(TextError::Syntax, spec.type, text.begin, text.end));
    }
  }
}

//===----------------------------------------------------------------------===//
// Strings
//===----------------------------------------------------------------------===//

/// Room for `more` bytes. Grows to what the whole block will need if it goes on
/// as so far.
void CsvColumnBuilder::reserveBytes(int64_t more, int64_t bytesCovered) {
  int64_t needed = byteCount + more;
  if (needed > maxUtf8Bytes)
    fail(MOLT_UNSUPPORTED, "column \"%s\": more than 2 GB of text in one block of the file",
         spec.name);
  // copyShort may write this much further.
  needed += shortString;
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

/// Copies a field behind the strings so far. Most strings are short: two vectors
/// are cheaper than a call, and what they write too much is overwritten next (or
/// lies in the room that reserveBytes adds).
static void copyShort(uint8_t *out, const char *text, int64_t length) {
  static_assert(2 * shortString <= MOLT_BUFFER_PADDING, "may read behind the text");
  if (length <= shortString)
    memcpy(out, text, shortString);
  else
    memcpy(out, text, length);
}

/// Two hexadecimal digits for each byte.
void CsvColumnBuilder::convertBinaries(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem) {
  int64_t total = 0;
  for (int64_t row = 0; row < tile.rows; ++row)
    total += tile.field(row, spec.fileColumn, false).length() / 2;
  reserveBytes(total, bytesCovered);
  int32_t *offsets = reinterpret_cast<int32_t *>(values) + tile.firstRow;
  for (int64_t row = 0; row < tile.rows; ++row) {
    CsvField field = tile.field(row, spec.fileColumn, spec.isLast), text;
    FieldKind kind = classify(tile, problem, row, field, text);
    if (kind == FieldKind::Bad)
      return;
    if (kind == FieldKind::Text) {
      if (!parseHex(text.begin, text.end, column.bytes.data() + byteCount))
        return report(tile, problem, row, field,
                      describeTextError(TextError::Syntax, spec.type, text.begin, text.end));
      byteCount += text.length() / 2;
    }
    offsets[row + 1] = static_cast<int32_t>(byteCount);
  }
}

void CsvColumnBuilder::convertStrings(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem) {
  const FieldTile fields = tile;
  const int64_t fileColumn = spec.fileColumn;
  const bool isLast = spec.isLast;
  const uint64_t nullLengths = dialect.nullLengths;
  int64_t total = 0;
  for (int64_t row = 0; row < fields.rows; ++row)
    total += fields.field(row, fileColumn, false).length();
  // Each invalid byte may become the three of U+FFFD.
  reserveBytes(validUtf8 ? total : 3 * total, bytesCovered);
  int32_t *offsets = reinterpret_cast<int32_t *>(values) + tile.firstRow;
  for (int64_t row = 0; row < fields.rows; ++row) {
    CsvField field = fields.field(row, fileColumn, isLast);
    // Quotes are looked for in `fields`, which is known not to change.
    bool plain =
        validUtf8 && !fields.mayBeQuoted && !CsvDialect::mayBeNull(nullLengths, field.length());
    if (plain) {
      copyShort(column.bytes.data() + byteCount, field.begin, field.length());
      byteCount += field.length();
    } else if (!appendString(tile, problem, row, field)) {
      return;
    }
    offsets[row + 1] = static_cast<int32_t>(byteCount);
  }
}

/// Any field: quoted, null, not UTF-8. False if it is bad.
bool CsvColumnBuilder::appendString(FieldTile &tile, CsvProblem &problem, int64_t row,
                                    const CsvField &field) {
  CsvField text;
  switch (classify(tile, problem, row, field, text)) {
  case FieldKind::Bad:
    return false;
  case FieldKind::Null:
    return true;
  case FieldKind::Text:
    break;
  }
  if (validUtf8) {
    memcpy(column.bytes.data() + byteCount, text.begin, text.length());
    byteCount += text.length();
    return true;
  }
  size_t length = text.length();
  size_t invalid = findInvalidUtf8(reinterpret_cast<const uint8_t *>(text.begin), length);
  if (invalid == length || dialect.replaceInvalidUtf8) {
    byteCount += appendReplacing(text);
    return true;
  }
  char byte[8];
  snprintf(byte, sizeof(byte), "0x%02X", static_cast<unsigned char>(text.begin[invalid]));
  report(tile, problem, row, field,
         quoteForMessage(text.begin, length) + " is not valid UTF-8 (byte " + byte + ")");
  // The exact place, unless the text was unescaped elsewhere.
  if (text.begin >= field.begin && text.begin < field.end)
    problem.byte += text.begin + invalid - field.begin;
  return false;
}

//===----------------------------------------------------------------------===//
// All types
//===----------------------------------------------------------------------===//

void CsvColumnBuilder::convert(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem) {
  switch (spec.type.kind) {
  case MOLT_BOOL:
    return convertBools(tile, problem);
  case MOLT_NULL:
    return convertNulls(tile, problem);
  case MOLT_INT8:
    return convertIntegers<int8_t>(tile, problem);
  case MOLT_INT16:
    return convertIntegers<int16_t>(tile, problem);
  case MOLT_INT32:
    return convertIntegers<int32_t>(tile, problem);
  case MOLT_INT64:
    return convertIntegers<int64_t>(tile, problem);
  case MOLT_UINT8:
    return convertIntegers<uint8_t>(tile, problem);
  case MOLT_UINT16:
    return convertIntegers<uint16_t>(tile, problem);
  case MOLT_UINT32:
    return convertIntegers<uint32_t>(tile, problem);
  case MOLT_UINT64:
    return convertIntegers<uint64_t>(tile, problem);
  case MOLT_INT128: // mostly of few digits
    return convertValues<Int128>(
        tile, problem,
        [](const char *begin, const char *end, Int128 &out) {
          int64_t value;
          if (!fastInteger<int64_t>(begin, end, value))
            return false;
          out = value;
          return true;
        },
        parseInteger<Int128>);
  case MOLT_FLOAT32:
    return convertFloats<float>(tile, problem);
  case MOLT_FLOAT64:
    return convertFloats<double>(tile, problem);
  case MOLT_DATE32:
    return convertValues<int32_t>(tile, problem, fastDate, parseDate);
  case MOLT_TIMESTAMP:
  case MOLT_TIME:
  case MOLT_DURATION:
    return convertValues<int64_t>(tile, problem, noFastForm,
                                  [&](const char *begin, const char *end, int64_t &out) {
                                    return parseTimeValue(begin, end, spec.type, out);
                                  });
  case MOLT_INTERVAL:
    return convertValues<Interval>(tile, problem, noFastForm, parseInterval);
  case MOLT_DECIMAL:
    switch (decimalWidth(spec.type.precision)) {
    case 4:
      return convertDecimals<int32_t>(tile, problem);
    case 8:
      return convertDecimals<int64_t>(tile, problem);
    default:
      return convertDecimals<Int128>(tile, problem);
    }
  case MOLT_BINARY:
    return convertBinaries(tile, bytesCovered, problem);
  default:
    return convertStrings(tile, bytesCovered, problem);
  }
}

Column CsvColumnBuilder::finish(int64_t rows) {
  if (hasBytes(spec.type)) {
    // What was reserved too much goes back where it is worth a copy.
    if (!column.bytes ||
        byteCount + byteCount / 8 + 4096 < static_cast<int64_t>(column.bytes.size())) {
      Buffer exact(pool, byteCount);
      if (byteCount)
        memcpy(exact.data(), column.bytes.data(), byteCount);
      column.bytes = std::move(exact);
    }
    column.view.bytes = column.bytes.data();
  }
  column.view.data = values;
  column.view.validity = nulls ? column.validity.data() : nullptr;
  column.statistics = computeStatistics(column.view, spec.type, rows);
  return std::move(column);
}
