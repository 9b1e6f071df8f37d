//===- FuzzTest.cpp - The comparison and the shrinker ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "RandomPlan.h"
#include "Report.h"
#include "Shrink.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;

namespace {

class FuzzTest : public ::testing::Test {
protected:
  FuzzTest() {
    context.loadDialect<df::DFDialect, str::StrDialect, func::FuncDialect>();
    MoltRuntimeOptions options = {};
    EXPECT_EQ(molt_runtime_create(&options, &runtime, &error), MOLT_OK);
  }
  ~FuzzTest() override { molt_runtime_destroy(runtime); }

  OwningOpRef<ModuleOp> parse(StringRef text) {
    auto module = parseSourceString<ModuleOp>(text, &context);
    EXPECT_TRUE(module);
    return module;
  }

  /// A table with columns k: i64 and s: f64.
  Outcome table(const std::vector<std::pair<int64_t, Scalar>> &rows) {
    interp::Table table;
    table.type = cast<df::TableType>(parseType("!molt_df.table<\"k\": i64, \"s\": f64>", &context));
    table.rows = static_cast<int64_t>(rows.size());
    interp::Column keys, sums;
    for (const auto &[key, sum] : rows) {
      keys.push_back(Scalar::ofInteger(key));
      sums.push_back(sum);
    }
    table.columns = {std::make_shared<interp::Column>(keys),
                     std::make_shared<interp::Column>(sums)};
    Outcome outcome;
    outcome.table = std::move(table);
    return outcome;
  }

  /// The verdict for the result of a plan that ends with the operation `op` on %t.
  Verdict compare(StringRef op, const Outcome &reference, const Outcome &actual) {
    std::string type = "!molt_df.table<\"k\": i64, \"s\": f64>";
    auto module =
        parse("func.func @main() -> " + type + " {\n  %t = molt_df.source \"t\" : " + type +
              "\n  " + op.str() + " : " + type + "\n  return %r : " + type + "\n}");
    return compareOutcomes(*module->getOps<func::FuncOp>().begin(), reference, actual, false)
        .verdict;
  }

  static Scalar real(double value, double slack = 0) { return Scalar::ofReal(value, slack); }

  MLIRContext context;
  MoltRuntime *runtime = nullptr;
  MoltError error;
};

const char *const kOrdered = "%r = molt_df.limit %t, 100";

TEST_F(FuzzTest, OrderedResultsAreComparedInOrder) {
  Outcome expected = table({{1, real(1)}, {2, real(2)}});
  EXPECT_EQ(compare(kOrdered, expected, table({{1, real(1)}, {2, real(2)}})), Verdict::Same);
  EXPECT_EQ(compare(kOrdered, expected, table({{2, real(2)}, {1, real(1)}})), Verdict::Different);
  EXPECT_EQ(compare(kOrdered, expected, table({{1, real(1)}})), Verdict::Different);
}

TEST_F(FuzzTest, ValuesAreComparedToTheBit) {
  EXPECT_EQ(compare(kOrdered, table({{1, real(0.0)}}), table({{1, real(-0.0)}})),
            Verdict::Different);
  EXPECT_EQ(compare(kOrdered, table({{1, real(0.3)}}), table({{1, real(0.1 + 0.2)}})),
            Verdict::Different);
  EXPECT_EQ(compare(kOrdered, table({{1, Scalar()}}), table({{1, real(0)}})), Verdict::Different);
}

TEST_F(FuzzTest, SumsAreComparedWithinTheirSlack) {
  EXPECT_EQ(compare(kOrdered, table({{1, real(0.3, 1e-15)}}), table({{1, real(0.1 + 0.2)}})),
            Verdict::Same);
  EXPECT_EQ(compare(kOrdered, table({{1, real(0.3, 1e-15)}}), table({{1, real(0.30001)}})),
            Verdict::Different);
}

TEST_F(FuzzTest, UnorderedResultsAreComparedAsMultisets) {
  auto verdict = [&](const Outcome &expected, const Outcome &actual) {
    auto module = parse(R"(
      func.func @main() -> !molt_df.table<"k": i64, "s": f64> {
        %t = molt_df.source "t" : !molt_df.table<"k": i64, "s": f64>
        %r = molt_df.aggregate %t by ["k", "s"] of [] -> [] {
          molt_df.yield
        } : !molt_df.table<"k": i64, "s": f64>
        return %r : !molt_df.table<"k": i64, "s": f64>
      })");
    return compareOutcomes(*module->getOps<func::FuncOp>().begin(), expected, actual, false)
        .verdict;
  };
  Outcome expected = table({{1, real(1)}, {2, real(2)}, {2, real(2)}});
  EXPECT_EQ(verdict(expected, table({{2, real(2)}, {1, real(1)}, {2, real(2)}})), Verdict::Same);
  EXPECT_EQ(verdict(expected, table({{2, real(2)}, {1, real(1)}, {1, real(1)}})),
            Verdict::Different);
  // Sums that each agree with both, but only one pairing agrees as a whole.
  expected = table({{1, real(1.0, 1.0)}, {1, real(1.5, 0.1)}});
  EXPECT_EQ(verdict(expected, table({{1, real(1.5)}, {1, real(1.45)}})), Verdict::Same);
  EXPECT_EQ(verdict(expected, table({{1, real(0.5)}, {1, real(0.6)}})), Verdict::Different);
}

TEST_F(FuzzTest, ErrorsMustAgreeUnlessOptimized) {
  Outcome rows = table({{1, real(1)}}), overflow = Outcome::ofError(MOLT_OVERFLOW, "");
  Outcome division = Outcome::ofError(MOLT_DIVISION_BY_ZERO, "");
  Outcome internal = Outcome::ofError(MOLT_INTERNAL, "");
  EXPECT_EQ(compare(kOrdered, overflow, division), Verdict::Same);
  EXPECT_EQ(compare(kOrdered, overflow, rows), Verdict::Different);
  EXPECT_EQ(compare(kOrdered, rows, overflow), Verdict::Different);
  EXPECT_EQ(compare(kOrdered, overflow, internal), Verdict::Different);
}

/// An engine that gets every product wrong.
class WrongProducts : public Engine {
public:
  explicit WrongProducts(MoltRuntime *runtime)
      : Engine("wrong products", false, true), interpreter(makeEngine("interpret", runtime)) {}
  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    module.walk([](df::MulOp mul) {
      OpBuilder builder(mul);
      if (mul.getType().isInteger(64))
        mul.setOperand(1, mul.getOperand(0));
    });
    return interpreter->run(module, inputs);
  }

private:
  std::unique_ptr<Engine> interpreter;
};

TEST_F(FuzzTest, ShrinksToTheDefect) {
  Program program;
  program.module = parse(R"(
    func.func @main() -> !molt_df.table<"k": i64, "m": i64> {
      %t = molt_df.source "t" : !molt_df.table<"k": i64, "x": i64, "y": i64?>
      %0 = molt_df.filter %t ["k", "x"] {
      ^bb0(%k: i64, %x: i64):
        %p = molt_df.cmp lt %k, %x : i64, i64
        %c = molt_df.constant true : i1
        %q = molt_df.or %p, %c : i1, i1
        molt_df.yield %q : i1
      } : !molt_df.table<"k": i64, "x": i64, "y": i64?>
      %1 = molt_df.with_columns %0 ["k", "x"] -> ["z", "w"] {
      ^bb0(%k: i64, %x: i64):
        %one = molt_df.constant 1 : i64
        %z = molt_df.add %k, %one : i64, i64
        %w = molt_df.mul %z, %x : i64, i64
        molt_df.yield %z, %w : i64, i64
      } : !molt_df.table<"k": i64, "x": i64, "y": i64?>
      %2 = molt_df.sort %1 by ["k" desc, "z"]
        : !molt_df.table<"k": i64, "x": i64, "y": i64?, "z": i64, "w": i64>
      %3 = molt_df.project %2 ["k", "w"] -> ["k", "m"]
        : !molt_df.table<"k": i64, "x": i64, "y": i64?, "z": i64, "w": i64>
      return %3 : !molt_df.table<"k": i64, "m": i64>
    })");
  Input input{"t", {}};
  input.table.type = cast<df::TableType>(
      parseType("!molt_df.table<\"k\": i64, \"x\": i64, \"y\": i64?>", &context));
  input.table.rows = 100;
  for (int column = 0; column < 3; ++column) {
    interp::Column values;
    for (int64_t row = 0; row < 100; ++row)
      values.push_back(Scalar::ofInteger(row * (column + 1)));
    input.table.columns.push_back(std::make_shared<interp::Column>(values));
  }
  program.inputs.push_back(std::move(input));

  Checker checker(runtime);
  WrongProducts engine(runtime);
  auto differs = [&](const Program &candidate) {
    return checker.check(candidate, engine).verdict == Verdict::Different;
  };
  ASSERT_TRUE(differs(program));
  Program small = shrink(program, differs, 2000);
  EXPECT_TRUE(differs(small));
  // source, with_columns and return; the product alone in the region.
  Block &block = small.getFunction().getBody().front();
  EXPECT_EQ(block.getOperations().size(), 3u);
  auto withColumns = *block.getOps<df::WithColumnsOp>().begin();
  ASSERT_TRUE(withColumns);
  EXPECT_EQ(withColumns.getBody().front().getOperations().size(), 2u);
  EXPECT_EQ(small.inputs[0].table.rows, 1);
  EXPECT_EQ(small.inputs[0].table.columns.size(), 2u);
}

TEST_F(FuzzTest, ProgramsAreRepeatable) {
  auto text = [&](uint64_t seed) {
    std::string result;
    llvm::raw_string_ostream stream(result);
    printProgram(stream, makeRandomProgram(&context, seed, {}));
    return result;
  };
  EXPECT_EQ(text(7), text(7));
  EXPECT_NE(text(7), text(8));
}

} // namespace
