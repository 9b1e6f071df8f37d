//===- OpPrograms.cpp - Programs around one operation ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanGenerator.h"

using namespace molt;
using namespace molt::fuzz;

bool PlanGenerator::addExpression(StringRef name) {
  PlanTable input = pickTable();
  bool isConstant = random.chance(30);
  RowRegion region = beginRegion(input, isConstant ? 0 : 6);
  size_t mostValues = isConstant ? 12 : 4;
  // A few operations may be needed for operands (conditions), and several are tested.
  SmallVector<mlir::Value> values;
  std::vector<std::string> names;
  for (int attempt = 0; attempt < 30 && values.size() < mostValues; ++attempt) {
    if (random.chance(50))
      region.expressions->grow(1);
    if (region.expressions->apply(name)) {
      values.push_back(region.expressions->getLast().value);
      names.push_back(freshName("c"));
      if (random.chance(70)) // or conditions would be compared with conditions
        region.expressions->dropLast();
    }
  }
  endRegion(region, values);
  if (values.empty())
    return false;
  pushWithColumns(input, region, names);
  return true;
}

bool PlanGenerator::addPlanOp(StringRef name) {
  if (name == "molt_df.project")
    return addProject();
  if (name == "molt_df.with_columns")
    return addWithColumns();
  if (name == "molt_df.filter")
    return addFilter();
  if (name == "molt_df.aggregate")
    return addAggregate();
  if (name == "molt_df.join")
    return addJoin();
  if (name == "molt_df.concat")
    return addConcat();
  if (name == "molt_df.with_row_index")
    return addRowIndex();
  if (name == "molt_df.distinct")
    return addDistinct();
  if (name == "molt_df.union")
    return addUnion();
  if (name == "molt_df.intersect")
    return addIntersect();
  if (name == "molt_df.except")
    return addExcept();
  if (name == "molt_df.drop_nulls")
    return addDropNulls();
  if (name == "molt_df.fill_null")
    return addFillNull();
  if (name == "molt_df.window" || llvm::is_contained(getWindowFunctions(), name))
    return addWindowOf(name);
  if (name == "molt_df.sort")
    return addSort();
  if (name == "molt_df.top_k")
    return addTopK();
  if (name == "molt_df.limit")
    return addLimit();
  if (llvm::is_contained(ExprGenerator::getKinds(), name))
    return addExpression(name);
  return aggregate(name);
}

Program PlanGenerator::runFor(StringRef op) {
  do {
    addSource();
    if (random.chance(40))
      addRandomOp();
  } while ((op == "molt_df.join" && tables.size() < 2) || !addPlanOp(op));
  return finish(tables.back().value);
}

//===----------------------------------------------------------------------===//
// Pairs of types
//===----------------------------------------------------------------------===//

static constexpr StringRef kPairedOps[] = {"molt_df.add", "molt_df.sub", "molt_df.mul",
                                           "molt_df.div", "molt_df.rem", "molt_df.cmp",
                                           "molt_df.cast"};

/// Each kind of number, with decimals of each width and of different scales.
static SmallVector<Type> pairedTypes(MLIRContext *context) {
  SmallVector<Type> types = {IntegerType::get(context, 1)};
  for (unsigned width : {8, 16, 32, 64})
    for (auto sign : {IntegerType::Signless, IntegerType::Unsigned})
      types.push_back(IntegerType::get(context, width, sign));
  types.push_back(Float32Type::get(context));
  types.push_back(Float64Type::get(context));
  for (auto [precision, scale] :
       {std::pair(4, 1), {9, 0}, {9, 4}, {15, 2}, {18, 6}, {19, 2}, {38, 10}})
    types.push_back(df::DecimalType::get(context, precision, scale));
  types.push_back(df::Date32Type::get(context));
  return types;
}

static std::string nameOfPairs(StringRef op, Type type) {
  std::string name = (op + " of ").str();
  llvm::raw_string_ostream(name) << type;
  return name;
}

Program PlanGenerator::runForPairs(StringRef op, Type type) {
  SmallVector<Type> rightTypes = pairedTypes(context);
  // Several columns for the left: of different ranges, nullable or not.
  SmallVector<Type> types(4, type);
  llvm::append_range(types, rightTypes);
  bool cannotOverflow = op == "molt_df.cmp";
  addSource(std::min<int64_t>(randomRowCount(random), 100), types, cannotOverflow ? 60 : 15);

  PlanTable input = tables.back();
  RowRegion region;
  region.body = std::make_unique<Region>();
  auto *body = new Block;
  region.body->push_back(body);
  builder.setInsertionPointToEnd(body);
  region.expressions = std::make_unique<ExprGenerator>(random, builder, mayFail);
  ExprGenerator &expressions = *region.expressions;
  for (size_t i = 0; i < input.columns.size(); ++i) {
    region.columns.push_back(nameOf(input, i));
    expressions.add(body->addArgument(input.columns[i].getType(), builder.getUnknownLoc()),
                    input.columns[i]);
  }
  SmallVector<mlir::Value> values;
  std::vector<std::string> names;
  for (size_t i = 0; i < rightTypes.size(); ++i) {
    bool isMade = false;
    for (int attempt = 0; attempt < 4 && !isMade; ++attempt) {
      Operand lhs = expressions.getMember((i + attempt) % 4), rhs = expressions.getMember(4 + i);
      if (op == "molt_df.cast") {
        isMade = expressions.castTo(lhs, rightTypes[i]);
        continue;
      }
      if (random.chance(20))
        rhs = expressions.makeConstant(rhs.facts);
      else if (random.chance(10))
        lhs = expressions.makeConstant(lhs.facts);
      isMade = expressions.applyTo(op, lhs, rhs);
    }
    if (!isMade)
      continue;
    values.push_back(expressions.getLast().value);
    names.push_back(freshName("c"));
  }
  endRegion(region, values);
  if (!values.empty())
    pushWithColumns(input, region, names);
  return finish(tables.back().value);
}

//===----------------------------------------------------------------------===//
// All programs
//===----------------------------------------------------------------------===//

std::vector<std::string> fuzz::getCoveredOps() {
  std::vector<std::string> ops;
  for (StringRef kind : ExprGenerator::getKinds())
    ops.push_back(kind.str());
  for (const char *op :
       {"molt_df.project", "molt_df.with_columns", "molt_df.filter", "molt_df.aggregate",
        "molt_df.join", "molt_df.concat", "molt_df.sort", "molt_df.top_k", "molt_df.limit",
        "molt_df.distinct", "molt_df.union", "molt_df.intersect", "molt_df.except",
        "molt_df.fill_null", "molt_df.drop_nulls", "molt_df.with_row_index",
        "molt_df.sum", "molt_df.mean", "molt_df.min", "molt_df.max", "molt_df.any", "molt_df.all",
        "molt_df.count", "molt_df.count_valid", "molt_df.count_distinct", "molt_df.first",
        "molt_df.last", "molt_df.arg_min", "molt_df.arg_max", "molt_df.var", "molt_df.std",
        "molt_df.covar", "molt_df.corr", "molt_df.median", "molt_df.quantile", "molt_df.window"})
    ops.push_back(op);
  for (StringRef function : getWindowFunctions())
    ops.push_back(function.str());
  MLIRContext context;
  context.loadDialect<df::DFDialect>();
  for (StringRef op : kPairedOps)
    for (Type type : pairedTypes(&context))
      ops.push_back(nameOfPairs(op, type));
  return ops;
}

Program fuzz::makeOpProgram(MLIRContext *context, StringRef op, uint64_t seed) {
  PlanOptions options;
  options.failPercent = 30;
  for (Type type : pairedTypes(context))
    if (auto name = op.split(" of ").first; op == nameOfPairs(name, type)) {
      options.failPercent = 10;
      return PlanGenerator(context, seed, options).runForPairs(name, type);
    }
  return PlanGenerator(context, seed, options).runFor(op);
}
