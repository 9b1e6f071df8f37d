//===- JoinGraph.cpp - Joins whose order does not matter ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinGraph.h"
#include "Conjuncts.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"

using namespace molt;
using namespace molt::df;

/// Whether evaluating a region cannot fail, on any row.
static bool isInfallible(RowRegionOpInterface op) {
  return !canFailElsewhere(llvm::map_to_vector(op.getRowRegion().front().without_terminator(),
                                               [](Operation &nested) { return &nested; }));
}

bool JoinGraph::isMember(Operation *op) {
  auto join = dyn_cast_or_null<JoinOp>(op);
  if (!join || join.getNullEqual() || join.getBuildSide() || join.getMaintainOrder())
    return false;
  switch (join.getKind()) {
  case JoinKind::inner:
  case JoinKind::cross:
    return !join.getColumns() || isInfallible(join);
  case JoinKind::semi:
  case JoinKind::anti:
    return !join.getColumns();
  default:
    return false;
  }
}

/// Whether the graph goes on below an operation whose only user belongs to it.
static bool isTransparent(Operation *op) {
  while (isa_and_nonnull<ProjectOp>(op) ||
         (isa_and_nonnull<FilterOp>(op) && isInfallible(cast<FilterOp>(op)))) {
    if (!op->getOperand(0).hasOneUse())
      return false;
    op = op->getOperand(0).getDefiningOp();
  }
  return JoinGraph::isMember(op);
}

Operation *JoinGraph::findRoot(JoinOp join) {
  // What projections above it make of the columns matters only to a condition.
  Operation *root = join, *op = join;
  while (op->getResult(0).hasOneUse()) {
    op = *op->getResult(0).user_begin();
    if (auto filter = dyn_cast<FilterOp>(op); filter && isInfallible(filter))
      root = op;
    else if (!isa<ProjectOp>(op))
      break;
  }
  return root;
}

JoinGraph::JoinGraph(Operation *root, const CardinalityAnalysis &cardinalities)
    : cardinalities(cardinalities) {
  collect(root->getResult(0), rootColumns, /*isRoot=*/true);
  if (isUsable())
    makeClasses();
}

int JoinGraph::addRelation(Value table, Columns &columns, bool isFilter) {
  unsigned number = relations.size();
  relations.push_back({table});
  for (StringAttr name : cast<TableType>(table.getType()).getNames()) {
    columns[name.getValue()] = name;
    if (!isFilter)
      hasPlainNames &= owners.insert({name, number}).second;
  }
  written.push_back({static_cast<int>(number)});
  return written.size() - 1;
}

int JoinGraph::collect(Value table, Columns &columns, bool isRoot) {
  Operation *op = table.getDefiningOp();
  if (!isRoot && (!op || !table.hasOneUse() || !isTransparent(op)))
    return addRelation(table, columns, /*isFilter=*/false);
  if (auto join = dyn_cast<JoinOp>(op))
    return collectJoin(join, columns);

  // A projection of a join, or a condition on it.
  Columns below;
  int result = collect(op->getOperand(0), below, false);
  operations.push_back(op);
  if (auto filter = dyn_cast<FilterOp>(op)) {
    columns = below;
    addCondition(filter, columns, cardinalities.get(filter.getInput()));
    return result;
  }
  auto project = cast<ProjectOp>(op);
  for (auto [column, name] : llvm::zip_equal(project.getColumns().getAsRange<StringAttr>(),
                                             project.getResultNames().getAsRange<StringAttr>()))
    columns[name.getValue()] = below.lookup(column.getValue());
  return result;
}

int JoinGraph::collectJoin(JoinOp op, Columns &columns) {
  int left = collect(op.getLeft(), columns, false);
  Columns rightColumns;
  int right;
  if (!op.givesRight()) {
    right = addRelation(op.getRight(), rightColumns, /*isFilter=*/true);
    Relation &relation = relations.back();
    relation.kind = op.getKind();
    for (auto [a, b] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                       op.getRightKeys().getAsRange<StringAttr>())) {
      relation.otherKeys.push_back(columns.lookup(a.getValue()));
      relation.keys.push_back(rightColumns.lookup(b.getValue()));
      makeEqual(relation.otherKeys.back(), relation.otherKeys.back());
    }
  } else {
    right = collect(op.getRight(), rightColumns, false);
    for (auto [a, b] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                       op.getRightKeys().getAsRange<StringAttr>()))
      makeEqual(columns.lookup(a.getValue()), rightColumns.lookup(b.getValue()));
    for (auto &entry : rightColumns)
      columns[entry.getKey()] = entry.getValue();
    if (op.getColumns()) {
      TableEstimate input = cardinalities.get(op.getLeft());
      input.columns.append(cardinalities.get(op.getRight()).columns);
      addCondition(op, columns, input);
    }
  }
  operations.push_back(op);
  written.push_back({-1, left, right, op.getKind() == JoinKind::cross});
  return written.size() - 1;
}

void JoinGraph::addCondition(RowRegionOpInterface op, const Columns &columns, TableEstimate input) {
  Condition result{op};
  for (StringAttr name : op.getRowColumns().getAsRange<StringAttr>())
    result.columns.push_back(columns.lookup(name.getValue()));
  // An equality of columns is a key: nulls are dropped either way.
  Operation *condition = op.getRowRegion().front().getTerminator()->getOperand(0).getDefiningOp();
  auto comparison = dyn_cast_or_null<ExpressionOpInterface>(condition);
  if (comparison && comparison.getComparison() == CmpPredicate::eq) {
    auto lhs = dyn_cast<BlockArgument>(condition->getOperand(0));
    auto rhs = dyn_cast<BlockArgument>(condition->getOperand(1));
    if (lhs && rhs && getNonNull(lhs.getType()) == getNonNull(rhs.getType())) {
      auto a = cast<StringAttr>(result.columns[lhs.getArgNumber()]);
      auto b = cast<StringAttr>(result.columns[rhs.getArgNumber()]);
      if (owners.lookup(a) != owners.lookup(b)) {
        makeEqual(a, b);
        return;
      }
    }
  }
  result.share = cardinalities.getSelectivity(op, input.columns, op.getRowType(op->getOperands()));
  conditions.push_back(std::move(result));
}

void JoinGraph::makeEqual(StringAttr a, StringAttr b) {
  auto place = [&](StringAttr name) -> unsigned { return owners.find(name) - owners.begin(); };
  equal.unionSets(place(a), place(b));
}

void JoinGraph::makeClasses() {
  llvm::DenseMap<unsigned, unsigned> numbers;
  for (unsigned place = 0; place < owners.size(); ++place) {
    auto leader = equal.findLeader(place);
    if (leader == equal.member_end())
      continue;
    auto [it, isNew] = numbers.try_emplace(*leader, classes.size());
    if (isNew)
      classes.emplace_back();
    Class &members = classes[it->second];
    auto [name, relation] = owners.begin()[place];
    // Two columns of one relation would need a condition of their own.
    hasPlainNames &= members.columns.insert({relation, name}).second;
    members.relations |= RelationSet(1) << relation;
  }
  for (Condition &condition : conditions) {
    for (Attribute column : condition.columns)
      condition.relations |= RelationSet(1) << owners.lookup(cast<StringAttr>(column));
    if (!condition.relations)
      condition.relations = getAll();
  }
}

const JoinGraph::Class &JoinGraph::getClass(StringAttr column) const {
  unsigned relation = owners.lookup(column);
  return *llvm::find_if(
      classes, [&](const Class &members) { return members.columns.lookup(relation) == column; });
}
