//===- Text.h - Words and pseudo-text of TPC-H ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_TEXT_H
#define MOLT_BENCH_DATAGEN_TEXT_H

#include "Random.h"
#include <string>
#include <string_view>

namespace molt::datagen {

/// The text that all comments are pieces of (TPC-H specification 4.2.2.10): made
/// once, read by all threads. The same bytes in every run.
class TextPool {
public:
  /// Makes the pool, on up to `threads` threads.
  explicit TextPool(unsigned threads);

  /// A piece of `low` to `high` bytes; lives as long as the pool.
  std::string_view piece(Random &random, int64_t low, int64_t high) const {
    size_t length = static_cast<size_t>(random.between(low, high));
    return std::string_view(text).substr(random.below(text.size() - length), length);
  }

private:
  std::string text;
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_TEXT_H
