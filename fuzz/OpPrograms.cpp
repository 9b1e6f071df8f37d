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
  df::WithColumnsOp::Properties properties;
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  PlanTable result;
  result.value = create<df::WithColumnsOp>(input.value, properties, std::move(region.body));
  push(std::move(result));
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

std::vector<StringRef> fuzz::getCoveredOps() {
  std::vector<StringRef> ops = ExprGenerator::getKinds();
  llvm::append_range(ops, std::initializer_list<StringRef>{
                              "molt_df.project", "molt_df.with_columns", "molt_df.filter",
                              "molt_df.aggregate", "molt_df.join", "molt_df.sort", "molt_df.top_k",
                              "molt_df.limit", "molt_df.sum", "molt_df.mean", "molt_df.min",
                              "molt_df.max", "molt_df.any", "molt_df.count", "molt_df.count_valid"});
  return ops;
}

Program fuzz::makeOpProgram(MLIRContext *context, StringRef op, uint64_t seed) {
  PlanOptions options;
  options.failPercent = 30;
  return PlanGenerator(context, seed, options).runFor(op);
}
