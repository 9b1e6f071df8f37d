//===- Kernel.h - Functions of strings over rows ----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each operation of molt_str that Functions.def lists is a kernel of this library: a function of
// rows of operands. The runtime calls it for a batch, the compiler for one row of constants. What
// a kernel computes is written at its operation. Text is valid UTF-8; `bytes` are any.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TEXT_KERNEL_H
#define MOLT_TEXT_KERNEL_H

#include "Molt/Runtime/Runtime.h"
#include "Molt/Text/StringView.h"

#include <string_view>

namespace molt::text {

/// Memory for the bytes of new strings. They never move and live as long as the arena.
class Arena {
public:
  virtual ~Arena() = default;

  /// Room for `bytes` at the address returned, until the next call. Throws what grow() throws.
  uint8_t *reserve(uint64_t bytes) {
    if (static_cast<uint64_t>(end - next) < bytes)
      grow(bytes);
    return next;
  }
  /// Keeps the first `bytes` of what was reserved.
  void commit(uint64_t bytes) { next += bytes; }

protected:
  /// Sets `next` and `end` to new memory of at least `bytes`, or throws.
  virtual void grow(uint64_t bytes) = 0;

  uint8_t *next = nullptr;
  uint8_t *end = nullptr;
};

/// More than any utf8 column can hold.
constexpr uint64_t longestString = INT32_MAX;

/// In place of a string: that there is none (a null), or that the operands are not those of the
/// function (an error). They are lengths that no string has.
constexpr uint64_t absentString = 0xFFFFFFFFu, invalidString = 0xFFFFFFFEu;
/// In place of an integer: that the operands are not those of the function.
constexpr int64_t invalidInteger = INT64_MIN;

using Kernel = void (*)(const MoltTextCall &call, Arena &arena);

/// The kernel of the operation with this mnemonic, or null.
Kernel findKernel(std::string_view name);

#define MOLT_TEXT_FUNCTION(NAME) void NAME(const MoltTextCall &call, Arena &arena);
namespace kernels {
#include "Molt/Text/Functions.def"
}
#undef MOLT_TEXT_FUNCTION

} // namespace molt::text

#endif // MOLT_TEXT_KERNEL_H
