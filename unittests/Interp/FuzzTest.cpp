//===- FuzzTest.cpp - The comparison and the shrinker ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "RandomPlan.h"
#include "RandomWays.h"
#include "Report.h"
#include "Shrink.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/Parser/Parser.h"
#include "gtest/gtest.h"
#include <cmath>
#include <map>
#include <set>

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

TEST_F(FuzzTest, EachPassHasItsShareOfThePlans) {
  const std::vector<std::string> &passes = getPlanPasses();
  EXPECT_GE(passes.size(), 8u);
  std::set<std::string> seen;
  for (uint64_t begin : {0, 1, 17, 20000}) {
    std::map<std::string, size_t> counts;
    for (uint64_t seed = begin; seed < begin + 500; ++seed) {
      RandomWays ways = chooseWays(seed);
      ++counts[ways.pass];
      for (const std::string &way : {ways.unoptimized, ways.optimized}) {
        SmallVector<StringRef> settings;
        StringRef(way).split(settings, ',');
        for (StringRef setting : settings)
          seen.insert(setting.split('=').first.str());
      }
      EXPECT_EQ(chooseWays(seed).optimized, ways.optimized);
    }
    for (const std::string &pass : passes)
      EXPECT_GE(counts[pass] + 2, 500 / passes.size()) << pass;
  }
  for (const char *setting :
       {"compiled:target", "threads", "codegen-threads", "batch", "morsel", "zero-hashes",
        "no-statistics", "no-optimize", "memory-limit", "fail-allocation"})
    EXPECT_TRUE(seen.count(setting)) << setting;
}

/// Names of the operations of a program.
std::set<std::string> namesIn(const Program &program) {
  std::set<std::string> names;
  program.getModule().walk(
      [&](Operation *op) { names.insert(op->getName().getStringRef().str()); });
  return names;
}

TEST_F(FuzzTest, CoversEveryOperation) {
  std::set<std::string> covered;
  for (const std::string &op : getCoveredOps()) {
    bool isFound = false;
    std::string name = StringRef(op).split(" of ").first.str();
    for (uint64_t seed = 0; seed < 20 && !isFound; ++seed)
      isFound = namesIn(makeOpProgram(&context, op, seed)).count(name);
    // Booleans, for one, have no sum; what can be made of a type is below.
    if (op == name && name.find('.') != std::string::npos)
      EXPECT_TRUE(isFound) << op;
    covered.insert(name);
  }
  // Sources and yields are in every program; string constants are molt_df.constant, text of
  // times is molt_df.cast, words are states of aggregates, and functions become apply.
  covered.insert({"molt_df.source", "molt_df.yield", "molt_str.constant", "molt_str.parse",
                  "molt_str.can_parse", "molt_str.format", "molt_str.to_words",
                  "molt_str.from_words", "molt_str.words_less", "molt_str.apply",
                  "molt_str.is_absent", "molt_str.is_invalid"});
  for (RegisteredOperationName name : context.getRegisteredOperations())
    if (StringRef dialect = name.getDialectNamespace();
        dialect == "molt_df" || dialect == "molt_str")
      EXPECT_TRUE(covered.count(name.getStringRef().str())) << name.getStringRef().str();
}

TEST_F(FuzzTest, CoversPairsOfTypes) {
  std::set<std::string> seen;
  for (const std::string &op : getCoveredOps()) {
    if (op.find(" of ") == std::string::npos)
      continue;
    for (uint64_t seed = 0; seed < 10; ++seed)
      makeOpProgram(&context, op, seed).getModule().walk([&](Operation *inner) {
        if (inner->getParentOp() && !isa<df::WithColumnsOp>(inner->getParentOp()))
          return;
        std::string pair;
        llvm::raw_string_ostream stream(pair);
        stream << inner->getName();
        for (mlir::Value operand : inner->getOperands())
          stream << ' ' << df::getNonNull(operand.getType());
        if (isa<df::CastOp>(inner))
          stream << ' ' << df::getNonNull(inner->getResult(0).getType());
        seen.insert(pair);
      });
  }
  for (const char *pair : {"molt_df.cmp i32 ui32",
                           "molt_df.cmp ui32 i32",
                           "molt_df.cmp i8 ui16",
                           "molt_df.cmp i64 f64",
                           "molt_df.cmp ui64 f32",
                           "molt_df.cmp i1 i1",
                           "molt_df.cmp !molt_df.date32 !molt_df.date32",
                           "molt_df.cmp !molt_df.decimal<4, 1> !molt_df.decimal<38, 10>",
                           "molt_df.cmp i16 !molt_df.decimal<18, 6>",
                           "molt_df.add i8 ui32",
                           "molt_df.add !molt_df.date32 i16",
                           "molt_df.sub !molt_df.date32 !molt_df.date32",
                           "molt_df.sub f32 f64",
                           "molt_df.mul ui8 !molt_df.decimal<9, 4>",
                           "molt_df.mul !molt_df.decimal<15, 2> !molt_df.decimal<9, 0>",
                           "molt_df.div i64 i8",
                           "molt_df.div f64 i32",
                           "molt_df.cast i1 ui16",
                           "molt_df.cast ui64 i1",
                           "molt_df.cast i64 ui8",
                           "molt_df.cast f64 !molt_df.decimal<18, 6>",
                           "molt_df.cast !molt_df.decimal<38, 10> i8",
                           "molt_df.cast !molt_df.decimal<19, 2> f32",
                           "molt_df.cast ui64 f32"})
    EXPECT_TRUE(seen.count(pair)) << pair;
}

TEST_F(FuzzTest, RandomTablesHaveTheBoundaries) {
  std::set<int64_t> rows;
  std::set<std::string> features;
  for (uint64_t seed = 0; seed < 2000; ++seed)
    for (const Input &input : makeRandomProgram(&context, seed, {}).inputs) {
      rows.insert(input.table.rows);
      for (auto [index, column] : llvm::enumerate(input.table.columns)) {
        Type type = df::getNonNull(input.table.type.getTypes()[index]);
        if (column->size() >= 100) {
          const Scalar &first = column->front();
          auto isFirst = [&first](const Scalar &x) {
            return x.isNull() == first.isNull() && (x.isNull() || interp::compare(x, first) == 0);
          };
          auto times = static_cast<size_t>(llvm::count_if(*column, isFirst));
          if (times == column->size())
            features.insert("one value");
          else if (times > column->size() / 2)
            features.insert("skewed");
        }
        if (!column->empty() && llvm::all_of(*column, [](const Scalar &x) { return x.isNull(); }))
          features.insert("all null");
        for (const Scalar &scalar : *column) {
          if (scalar.isNull()) {
            features.insert("null");
          } else if (scalar.isReal()) {
            double value = scalar.getReal();
            features.insert(std::isnan(value)                        ? "NaN"
                            : std::isinf(value)                      ? value < 0 ? "-inf" : "inf"
                            : value == 0 && std::signbit(value)      ? "-0"
                            : std::fpclassify(value) == FP_SUBNORMAL ? "subnormal"
                                                                     : "real");
          } else if (scalar.isInteger() && type.isIntOrIndex()) {
            unsigned bits = type.getIntOrFloatBitWidth() - !type.isUnsignedInteger();
            interp::Int128 max = (interp::Int128(1) << bits) - 1;
            std::string name = (type.isUnsignedInteger() ? "ui" : "i") +
                               std::to_string(type.getIntOrFloatBitWidth());
            if (scalar.getInteger() == max)
              features.insert("greatest " + name);
            if (scalar.getInteger() == (type.isUnsignedInteger() ? 0 : -max - 1))
              features.insert("least " + name);
          } else if (scalar.isString()) {
            size_t size = scalar.getString().size();
            if (df::isTextType(type) &&
                llvm::any_of(scalar.getString(), [](char c) { return c < 0; }))
              features.insert("text beyond ASCII");
            features.insert(size == 0    ? "empty string"
                            : size == 12 ? "longest inline string"
                            : size == 13 ? "shortest string behind an address"
                                         : "string");
          }
        }
      }
    }
  // A batch of 7 and of 2048 rows, with one row less or more; none and a single one.
  for (int64_t count : {0, 1, 6, 7, 8, 2047, 2048, 2049})
    EXPECT_TRUE(rows.count(count)) << count;
  for (const char *feature : {"null",
                              "all null",
                              "one value",
                              "skewed",
                              "text beyond ASCII",
                              "NaN",
                              "-inf",
                              "inf",
                              "-0",
                              "subnormal",
                              "empty string",
                              "longest inline string",
                              "shortest string behind an address",
                              "greatest i8",
                              "least i8",
                              "greatest i16",
                              "least i16",
                              "greatest i32",
                              "least i32",
                              "greatest i64",
                              "least i64",
                              "greatest ui8",
                              "greatest ui16",
                              "greatest ui32",
                              "greatest ui64",
                              "least ui64"})
    EXPECT_TRUE(features.count(feature)) << feature;
}

} // namespace
