//===- Harness.h - Small plans and tables as text ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_UNITTESTS_INTERP_HARNESS_H
#define MOLT_UNITTESTS_INTERP_HARNESS_H

#include "Molt/Interp/Interpreter.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace molt::interp::test {

/// A column of an input: its name, type and values as text ("null" for null).
struct ColumnText {
  std::string name, type;
  std::vector<std::string> values;
};

/// An operand of a scalar operation: its type and value as text.
struct OperandText {
  std::string type, value;
};

class InterpTest : public ::testing::Test {
protected:
  InterpTest();
  ~InterpTest() override;

  /// Makes an input of that name for the programs that the test runs.
  void addInput(const std::string &name, const std::vector<ColumnText> &columns);

  /// Evaluates `op` (which uses %a, %b, %c) on one row: the result as text, or
  /// "overflow", "cast" and so on for an error, or "invalid" for IR that does not
  /// parse or verify. `$` in `op` stands for the types of the operands.
  std::string scalar(const std::string &op, const std::vector<OperandText> &operands,
                     const std::string &resultType);

  /// Runs a function body, which ends with `return`: one string per row, cells
  /// separated by ", ", or one string with the name of the error.
  std::vector<std::string> plan(const std::string &body, const std::string &resultType);
  /// The same with the rows in a canonical order.
  std::vector<std::string> unorderedPlan(const std::string &body, const std::string &resultType);

  Scalar parseScalar(const std::string &text, Type type);
  /// The table type of an input, as text.
  std::string typeOf(const std::string &input);

  MLIRContext context;
  MoltRuntime *runtime = nullptr;
  MoltError error;   ///< Of the last run.
  ResultNotes notes; ///< Of the last run.
  Table result;      ///< Of the last run.
  std::vector<std::pair<std::string, MoltTable *>> inputs;
};

} // namespace molt::interp::test

#endif // MOLT_UNITTESTS_INTERP_HARNESS_H
