//===- StringView.h - The two-word string view ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_STRINGVIEW_H
#define MOLT_LIB_RUNTIME_STRINGVIEW_H

#include "Molt/Text/StringView.h"

namespace molt::rt {

using text::compareViews;
using text::equalViews;
using text::inlineLength;
using text::makeView;
using text::orderedPrefix;
using text::StringView;

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_STRINGVIEW_H
