//===- RandomSets.cpp - Random sets of rows, and missing values -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanGenerator.h"
#include "ResultOrder.h"
#include <algorithm>

using namespace molt;
using namespace molt::fuzz;

/// Whether rows can be compared: no column differs from one evaluation to the next.
static bool isExact(const PlanTable &table) {
  return llvm::none_of(table.columns, [](const Values &values) { return values.isInexact; });
}

void PlanGenerator::push(PlanTable table) {
  // Expressions are made from what is known of columns: it must be of their types.
  for (auto [known, type] : llvm::zip_equal(table.columns, table.getType().getTypes()))
    if (known.type != df::getNonNull(type) || known.isNullable != df::isNullable(type))
      llvm::report_fatal_error(table.value.getDefiningOp()->getName().getStringRef() +
                               Twine(": a column's type is not what is known of it"));
  tables.push_back(std::move(table));
}

bool PlanGenerator::pushIfDetermined(PlanTable table) {
  if (!table.value)
    return false;
  if (OrderAnalysis().get(table.value).isAmbiguous) {
    table.value.getDefiningOp()->erase();
    return false;
  }
  push(std::move(table));
  return true;
}

bool PlanGenerator::addDistinct() {
  PlanTable input = pickTable();
  df::DistinctOp::Properties properties;
  bool comparesAll = random.chance(40);
  if (comparesAll && !isExact(input))
    return false;
  if (!comparesAll) {
    std::vector<size_t> ordinals = shuffledExactColumns(input);
    ordinals.resize(std::min<size_t>(ordinals.size(), random.pick({0, 1, 1, 2, 3})));
    std::vector<std::string> columns;
    for (size_t ordinal : ordinals)
      columns.push_back(nameOf(input, ordinal));
    properties.columns = strings(columns);
  }
  // Which row of several stays has to be known, where they differ.
  df::Keep keep = random.pick({df::Keep::first, df::Keep::last, df::Keep::none});
  if (comparesAll && random.chance(50))
    keep = df::Keep::any;
  properties.keep = df::KeepAttr::get(context, keep);
  maintainSometimes(properties);
  PlanTable result = input;
  result.value = create<df::DistinctOp>(input.value, properties);
  return pushIfDetermined(std::move(result));
}

/// Another table with the columns of the first one, up to nullability: a random one of these
/// types, or parts of the same table.
PlanTable PlanGenerator::pickSimilar(const PlanTable &table) {
  SmallVector<Type> types(table.getType().getTypes());
  auto isSame = [](Type a, Type b) { return df::getNonNull(a) == df::getNonNull(b); };
  PlanTable other = table;
  for (int attempt = 0; attempt < 4; ++attempt)
    if (PlanTable candidate = random.pick(tables);
        llvm::equal(candidate.getType().getTypes(), types, isSame))
      other = candidate;
  std::vector<std::string> columns, names;
  for (size_t i = 0; i < other.columns.size(); ++i) {
    columns.push_back(nameOf(other, i));
    names.push_back(nameOf(table, i));
  }
  if (columns == names)
    return other;
  df::ProjectOp::Properties properties;
  properties.columns = strings(columns);
  properties.names = strings(names);
  other.value = create<df::ProjectOp>(other.value, properties);
  return other;
}

void PlanGenerator::mergeValues(PlanTable &table, const PlanTable &other) {
  table.maxRows += other.maxRows;
  for (auto [values, added] : llvm::zip_equal(table.columns, other.columns)) {
    values.isNullable |= added.isNullable;
    values.hasNulls |= added.hasNulls;
    values.min = std::min(values.min, added.min);
    values.max = std::max(values.max, added.max);
    values.grain = std::max(values.grain, added.grain);
    values.isInexact |= added.isInexact;
  }
}

template <typename OpTy> bool PlanGenerator::addSetOp() {
  PlanTable left = pickTable();
  PlanTable right = pickSimilar(left);
  if (!isExact(left) || !isExact(right) || left.maxRows + right.maxRows > 2e5)
    return false;
  PlanTable result = left;
  if (std::is_same_v<OpTy, df::UnionOp>)
    mergeValues(result, right);
  typename OpTy::Properties properties;
  maintainSometimes(properties);
  if constexpr (!std::is_same_v<OpTy, df::UnionOp>)
    if (random.chance(40))
      properties.all = mlir::UnitAttr::get(context);
  result.value = create<OpTy>({left.value, right.value}, properties);
  return pushIfDetermined(std::move(result));
}

bool PlanGenerator::addUnion() { return addSetOp<df::UnionOp>(); }
bool PlanGenerator::addIntersect() { return addSetOp<df::IntersectOp>(); }
bool PlanGenerator::addExcept() { return addSetOp<df::ExceptOp>(); }

bool PlanGenerator::addDropNulls() {
  PlanTable input = pickTable();
  df::DropNullsOp::Properties properties;
  std::vector<bool> isNamed(input.columns.size(), true);
  if (random.chance(60)) {
    std::vector<std::string> columns;
    for (size_t i = 0; i < input.columns.size(); ++i)
      if ((isNamed[i] = random.chance(40)))
        columns.push_back(nameOf(input, i));
    properties.columns = strings(columns);
  }
  PlanTable result = input;
  for (size_t i = 0; i < isNamed.size(); ++i)
    if (isNamed[i]) {
      Values &facts = result.columns[i];
      facts.isNullable = facts.isNull(), facts.hasNulls = false;
    }
  result.value = create<df::DropNullsOp>(input.value, properties);
  push(std::move(result));
  return true;
}

bool PlanGenerator::addFillNull() {
  PlanTable input = pickTable();
  RowRegion region = beginRegion(input, 4);
  SmallVector<mlir::Value> values;
  std::vector<std::string> names;
  PlanTable result = input;
  for (size_t i = 0; i < input.columns.size(); ++i) {
    if (!random.chance(50))
      continue;
    Operand column{{}, input.columns[i]};
    Operand value = region.expressions->pickLike(column);
    if (df::getNonNull(value.value.getType()) != input.columns[i].type)
      continue;
    values.push_back(value.value);
    names.push_back(nameOf(input, i));
    Values &facts = result.columns[i];
    if (facts.isNullable) {
      facts.isNullable = df::isNullable(value.value.getType());
      facts.hasNulls &= facts.isNullable;
    }
    facts.min = std::min(facts.min, value.facts.min);
    facts.max = std::max(facts.max, value.facts.max);
    facts.grain = std::max(facts.grain, value.facts.grain);
    facts.isInexact |= value.facts.isInexact;
  }
  endRegion(region, values);
  df::FillNullOp::Properties properties;
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::FillNullOp>(input.value, properties, std::move(region.body));
  push(std::move(result));
  return true;
}
