//===- Evaluate.h - A function of strings on constants ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TEXT_EVALUATE_H
#define MOLT_TEXT_EVALUATE_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace molt::text {

/// An operand; monostate: left out.
using Argument = std::variant<std::monostate, std::string_view, int64_t>;

enum class ResultKind { String, Integer, Boolean };

struct Result {
  enum class State {
    Value,
    Absent,  ///< The function gives null.
    Invalid, ///< The function gives an error.
    TooLong  ///< It needs more memory than allowed.
  } state;
  std::string text;
  int64_t integer = 0; ///< Or a boolean.
};

bool hasFunction(std::string_view name);

/// What the function of Functions.def with this name gives for one row. `flags` are those of
/// MoltTextFlags. A string of more than `mostBytes` is not made.
Result evaluate(std::string_view function, const std::vector<Argument> &arguments, ResultKind kind,
                int64_t flags, std::string_view parameters, uint64_t mostBytes);

} // namespace molt::text

#endif // MOLT_TEXT_EVALUATE_H
