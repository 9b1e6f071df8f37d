//===- Rows.h - Operands and results of kernels -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TEXT_ROWS_H
#define MOLT_LIB_TEXT_ROWS_H

#include "Molt/Text/Kernel.h"
#include "Molt/Text/Unicode.h"
#include "Utf8.h"

#include <utility>

namespace molt::text {

/// Bytes of a string, somewhere.
struct Span {
  const uint8_t *begin, *end;

  size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

/// Whether the bytes are text in Unicode, and of which version; false: bytes.
struct Encoding {
  bool isBytes;
  Unicode unicode;

  explicit Encoding(const MoltTextCall &call)
      : isBytes(call.flags & MOLT_TEXT_BYTES),
        unicode(call.flags & MOLT_TEXT_UNICODE_14 ? Unicode::v14 : Unicode::v15) {}

  bool beginsUnit(uint8_t byte) const { return isBytes || beginsCodePoint(byte); }
  bool isSpace(char32_t unit) const {
    if (unit < 0x80)
      return unit == ' ' || unit - 9 < 5 || (!isBytes && unit - 0x1C < 4);
    return !isBytes && (getProperties(unit, unicode) & Space);
  }
  /// Positions in a string: code points, or bytes.
  int64_t length(Span text) const {
    return isBytes ? text.size() : countCodePoints(text.begin, text.size());
  }
  const uint8_t *skip(const uint8_t *at, const uint8_t *end, int64_t units) const {
    if (isBytes)
      return units > 0 ? at + (units < end - at ? units : end - at) : at;
    return skipCodePoints(at, end, units);
  }
  /// The unit at `at`, which moves behind it, and the one before.
  char32_t read(const uint8_t *&at) const { return isBytes ? *at++ : readCodePoint(at); }
  char32_t readBefore(const uint8_t *&at) const {
    return isBytes ? *--at : readCodePointBefore(at);
  }
};

/// A string operand. Bytes of an inline string are those of the array, so spans of it live as long
/// as the call.
class Strings {
public:
  Strings(const MoltTextCall &call, unsigned operand)
      : low(static_cast<const uint64_t *>(call.operands[operand].values)),
        high(call.operands[operand].high), stride(call.operands[operand].stride) {}

  /// Whether the operation has the operand.
  explicit operator bool() const { return low; }
  bool isConstant() const { return stride == 0; }
  StringView view(int64_t row) const { return {low[row * stride], high[row * stride]}; }

private:
  const uint64_t *low, *high;
  int64_t stride;
};

class Integers {
public:
  Integers(const MoltTextCall &call, unsigned operand, int64_t otherwise)
      : values(static_cast<const int64_t *>(call.operands[operand].values)),
        stride(call.operands[operand].stride), otherwise(otherwise) {}

  explicit operator bool() const { return values; }
  int64_t operator[](int64_t row) const { return values ? values[row * stride] : otherwise; }

private:
  const int64_t *values;
  int64_t stride, otherwise;
};

/// The bytes of a view that must outlive them.
inline Span spanOf(const StringView &view) {
  const uint8_t *bytes = view.bytes();
  return {bytes, bytes + view.length()};
}

inline int64_t getParameter(const MoltTextCall &call, unsigned index) {
  int64_t value;
  memcpy(&value, call.parameters + 8 * index, 8);
  return value;
}

inline void setInteger(const MoltTextCall &call, int64_t row, int64_t value) {
  static_cast<int64_t *>(call.out)[row] = value;
}
inline void setBool(const MoltTextCall &call, int64_t row, bool value) {
  static_cast<uint8_t *>(call.out)[row] = value;
}

/// Where results go that are strings.
class Output {
public:
  Output(const MoltTextCall &call, Arena &arena)
      : low(static_cast<uint64_t *>(call.out)), high(call.out_high), arena(arena) {}

  void set(int64_t row, const StringView &view) {
    low[row] = view.lo;
    high[row] = view.hi;
  }
  /// A part of an operand, or other bytes that live long enough.
  void setShared(int64_t row, Span part) {
    set(row, makeView(part.begin, static_cast<uint32_t>(part.size())));
  }
  void setAbsent(int64_t row) { set(row, {absentString, 0}); }
  void setInvalid(int64_t row) { set(row, {invalidString, 0}); }

  /// Room for a new string of at most so many bytes, which finish() ends.
  uint8_t *start(uint64_t mostBytes) { return begin = arena.reserve(mostBytes); }
  void finish(int64_t row, const uint8_t *end) {
    uint64_t size = end - begin;
    if (size > inlineLength)
      arena.commit(size);
    set(row, makeView(begin, static_cast<uint32_t>(size)));
  }

private:
  uint64_t *low, *high;
  Arena &arena;
  uint8_t *begin = nullptr;
};

inline uint8_t *append(uint8_t *out, Span bytes) {
  if (!bytes.empty())
    memcpy(out, bytes.begin, bytes.size());
  return out + bytes.size();
}

} // namespace molt::text

#endif // MOLT_LIB_TEXT_ROWS_H
