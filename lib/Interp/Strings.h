//===- Strings.h - Strings as sequences of code points ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_STRINGS_H
#define MOLT_LIB_INTERP_STRINGS_H

#include "Molt/Interp/Table.h"
#include <string>

namespace molt::interp {

/// Whether bytes are UTF-8: each code point in its shortest form, and none is a surrogate.
bool isWellFormed(StringRef bytes);
/// Whether some further bytes make these the UTF-8 of one code point.
bool beginsSequence(StringRef bytes);
/// Valid UTF-8 as code points.
std::u32string toCodePoints(StringRef text);
std::string toUtf8(const std::u32string &text);

/// SQL's LIKE; an empty escape is none.
bool isLike(StringRef text, StringRef pattern, StringRef escape);
/// molt_str.substring.
std::string substring(StringRef text, Int128 start, Int128 length);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_STRINGS_H
