//===- PythonStrings.h - Python's str and bytes, by definition ---*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_PYTHONSTRINGS_H
#define MOLT_LIB_INTERP_PYTHONSTRINGS_H

#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Interp/Table.h"
#include "Molt/Text/Unicode.h"
#include <string>

namespace molt::interp {

/// Code points, or bytes as numbers below 256.
using Units = std::u32string;

/// The methods of Python's str, or of bytes, on sequences of code points or bytes. The definitions
/// are those of the Python Language Reference and of The Unicode Standard, without regard to time.
class PythonStrings {
public:
  PythonStrings(bool isBytes, text::Unicode unicode) : isBytes(isBytes), unicode(unicode) {}

  Units decode(StringRef string) const;
  std::string encode(const Units &units) const;

  Units upper(const Units &text) const;
  Units lower(const Units &text) const;
  Units casefold(const Units &text) const;
  Units title(const Units &text) const;
  Units capitalize(const Units &text) const;
  Units swapcase(const Units &text) const;
  bool is(str::StringClass kind, const Units &text) const;
  Units normalize(str::NormalizationForm form, const Units &text) const;

  std::vector<Units> split(const Units &text, const std::optional<Units> &separator, Int128 limit,
                           bool fromRight) const;
  std::vector<Units> splitLines(const Units &text, bool keepEnds) const;
  Units strip(const Units &text, str::Side side, const std::optional<Units> &set) const;
  Units expandTabs(const Units &text, Int128 size) const;

private:
  bool has(char32_t unit, uint32_t properties) const;
  bool isSpace(char32_t unit) const;
  Units mapped(char32_t unit, text::CaseMapping mapping) const;
  Units lowerAt(const Units &text, size_t place) const;

  bool isBytes;
  text::Unicode unicode;
};

/// The positions that Python's slice s[start:stop:step] has, in its order.
std::vector<size_t> getSlice(size_t length, std::optional<Int128> start, std::optional<Int128> stop,
                             Int128 step);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_PYTHONSTRINGS_H
