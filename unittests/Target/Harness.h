//===- Harness.h - Programs as text, tables through Arrow -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_UNITTESTS_TARGET_HARNESS_H
#define MOLT_UNITTESTS_TARGET_HARNESS_H

#include "Molt/Target/CompiledProgram.h"
#include "ArrowCData.h"
#include "mlir/IR/MLIRContext.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace molt::target::test {

struct ReleaseTable {
  void operator()(MoltTable *table) const { molt_table_release(table); }
};
using Table = std::unique_ptr<MoltTable, ReleaseTable>;

/// Columns of one Arrow struct array, which import() hands over.
class ArrowBatch {
public:
  ArrowBatch &int64s(const std::string &name, const std::vector<std::optional<int64_t>> &values);
  ArrowBatch &float64s(const std::string &name, const std::vector<double> &values);
  ArrowBatch &strings(const std::string &name, const std::vector<std::string> &values);

  /// Imports through the C Data Interface, and expects success.
  Table import(MoltRuntime *runtime);

private:
  struct Column {
    std::string name, format;
    std::vector<std::vector<char>> buffers;
    std::vector<const void *> addresses;
    int64_t rows = 0, nulls = 0;
    ArrowSchema schema = {};
    ArrowArray array = {};
  };
  Column &add(const std::string &name, const char *format, int64_t rows);

  std::vector<std::unique_ptr<Column>> columns;
};

class TargetTest : public ::testing::Test {
protected:
  TargetTest();
  ~TargetTest() override;

  /// Parses a module; expects success.
  OwningOpRef<ModuleOp> parse(const std::string &text);
  /// Compiles @main of a module; null after an error, whose text is in `messages`.
  std::unique_ptr<CompiledProgram> compile(const std::string &text,
                                           const CompileOptions &options = {});

  /// Runs and returns the column "s" or the first one, all i64: values, or nothing
  /// for a null. An error gives an empty result and fills `error`.
  std::vector<std::optional<int64_t>> run(const CompiledProgram &program,
                                          const NamedTables &tables,
                                          const MoltRunOptions &options = {});
  std::vector<std::optional<int64_t>> run(AdaptiveProgram &program, const NamedTables &tables);
  static std::vector<std::optional<int64_t>> toInts(MoltTable *table);

  /// The targets that this processor can run.
  static std::vector<std::string> targets();

  MLIRContext context;
  MoltRuntime *runtime = nullptr;
  MoltError error = {};
  std::string messages; ///< Diagnostics of the last compilation.
};

/// sum(x) where x < 100, over a table "t" with a column "x"; null without such a row.
extern const char *const kSumProgram;

} // namespace molt::target::test

#endif // MOLT_UNITTESTS_TARGET_HARNESS_H
