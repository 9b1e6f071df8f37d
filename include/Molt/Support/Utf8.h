//===- Utf8.h - Checks of UTF-8 ---------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_UTF8_H
#define MOLT_SUPPORT_UTF8_H

#include "Molt/Support/LLVM.h"
#include "llvm/Support/ConvertUTF.h"

namespace molt {

/// Whether a text is well-formed UTF-8 (Unicode 15, table 3-7).
inline bool isValidUtf8(StringRef text) {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.begin());
  return llvm::isLegalUTF8String(&begin, reinterpret_cast<const llvm::UTF8 *>(text.end()));
}

} // namespace molt

#endif // MOLT_SUPPORT_UTF8_H
