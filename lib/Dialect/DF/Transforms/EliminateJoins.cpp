//===- EliminateJoins.cpp - molt-df-eliminate-joins -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/ColumnLiveness.h"
#include "Molt/Dialect/DF/Analysis/KeyAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFELIMINATEJOINS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Where columns come from
//===----------------------------------------------------------------------===//

namespace {
/// The table whose rows a table is made of, one by one, and the column there.
struct Origin {
  Value table;
  StringAttr column;
  /// Whether no row was dropped on the way.
  bool keepsRows = true;

  /// Whether a row of one is a row of the other: sources of one name are one table.
  bool isSameTable(const Origin &other) const {
    auto source = table.getDefiningOp<SourceOp>(),
         otherSource = other.table.getDefiningOp<SourceOp>();
    return table == other.table ||
           (source && otherSource && source.getName() == otherSource.getName());
  }
};
} // namespace

static Origin findOrigin(Value table, StringAttr column) {
  Origin result{table, StringAttr::get(column.getContext(), column.getValue())};
  while (Operation *op = result.table.getDefiningOp()) {
    if (auto project = dyn_cast<ProjectOp>(op)) {
      auto type = cast<TableType>(project.getType());
      auto from = cast<StringAttr>(project.getColumns()[*type.find(result.column.getValue())]);
      result.column = StringAttr::get(column.getContext(), from.getValue());
    } else if (auto withColumns = dyn_cast<WithColumnsOp>(op)) {
      if (llvm::is_contained(withColumns.getNames().getAsRange<StringAttr>(), result.column))
        return result;
    } else if (isa<FilterOp, LimitOp, TopKOp>(op)) {
      result.keepsRows = false;
    } else if (!isa<SortOp>(op)) {
      return result;
    }
    result.table = op->getOperand(0);
  }
  return result;
}

/// Whether every row of the left table is also one of the right, as far as the keys go.
static bool isSubset(JoinOp op) {
  Origin first;
  for (auto [leftKey, rightKey] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                                  op.getRightKeys().getAsRange<StringAttr>())) {
    Origin left = findOrigin(op.getLeft(), leftKey), right = findOrigin(op.getRight(), rightKey);
    if (!right.keepsRows || !left.isSameTable(right) || left.column != right.column)
      return false;
    if (first.table && !first.isSameTable(left))
      return false;
    first = left;
  }
  return first.table != Value();
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {
class Eliminator {
public:
  explicit Eliminator(Operation *root)
      : root(root), liveness(root, /*asWritten=*/true), keys(root), plan(root) {}

  LogicalResult run() {
    LogicalResult result = plan.run([&](Operation *op) {
      auto join = dyn_cast<JoinOp>(op);
      return join ? process(join) : success();
    });
    if (usedAssumptions)
      markAssumed(root);
    return result;
  }

private:
  LogicalResult process(JoinOp op) {
    switch (op.getKind()) {
    case JoinKind::left:
      return processOuter(op, op.getLeft(), op.getRight(), op.getRightKeys());
    case JoinKind::right:
      return processOuter(op, op.getRight(), op.getLeft(), op.getLeftKeys());
    case JoinKind::semi:
    case JoinKind::anti:
      return processSemi(op);
    default:
      return success();
    }
  }

  /// Each row of `kept` appears at least once: exactly once if it has one match at most.
  LogicalResult processOuter(JoinOp op, Value kept, Value other, ArrayAttr otherKeys) {
    auto type = cast<TableType>(other.getType());
    for (StringAttr name : liveness.get(op.getResult()))
      if (type.find(name)) {
        miss(op) << remark::add("column \"{0}\" is needed", name.getValue());
        return success();
      }
    Proof unique = keys.isUnique(other, otherKeys);
    if (!unique) {
      miss(op) << remark::add("rows may have several matches");
      return success();
    }
    usedAssumptions |= unique.assumes;
    pass(op) << remark::add("a join that changes no row is gone");
    plan.replace(op, plan.lookup(kept));
    return success();
  }

  LogicalResult processSemi(JoinOp op) {
    if (op.getColumns() || !isSubset(op)) {
      miss(op) << remark::add("rows may lack a match");
      return success();
    }
    // A row lacks a match, itself, only if a key is null.
    Value left = plan.lookup(op.getLeft());
    auto type = cast<TableType>(left.getType());
    OpBuilder &builder = plan.getBuilder();
    RowRegion region(builder, type);
    OpBuilder inside(op.getContext()); // the region has no parent to ask
    inside.setInsertionPointToEnd(region.getBlock());
    Value isMatched;
    for (StringAttr name : op.getLeftKeys().getAsRange<StringAttr>()) {
      if (op.getNullEqual() || !isNullable(type.getColumnType(name.getValue())))
        continue;
      Value column = region.getColumn(op.getLoc(), name.getValue());
      Value isNull = IsNullOp::create(inside, op.getLoc(), column);
      Value isValid = NotOp::create(inside, op.getLoc(), isNull);
      isMatched = isMatched ? AndOp::create(inside, op.getLoc(), isMatched, isValid) : isValid;
    }
    bool isAnti = op.getKind() == JoinKind::anti;
    pass(op) << remark::add("a join of rows with themselves is gone");
    if (!isMatched) {
      if (isAnti)
        left = LimitOp::create(builder, op.getLoc(), left, /*count=*/0, /*offset=*/0);
      plan.replace(op, left);
      return success();
    }
    if (isAnti)
      isMatched = NotOp::create(inside, op.getLoc(), isMatched);
    region.yield(op.getLoc(), isMatched);
    FilterOp::Properties properties;
    properties.columns = region.getColumnNames();
    FailureOr<FilterOp> filter =
        createPlanOp<FilterOp>(builder, op.getLoc(), left, properties, region.take());
    if (failed(filter))
      return failure();
    plan.replace(op, *filter);
    return success();
  }

  remark::detail::InFlightRemark pass(JoinOp op) { return remark::passed(op.getLoc(), options); }
  remark::detail::InFlightRemark miss(JoinOp op) { return remark::missed(op.getLoc(), options); }

  Operation *root;
  ColumnLiveness liveness;
  KeyAnalysis keys;
  PlanRebuilder plan;
  remark::RemarkOpts options = remark::RemarkOpts::name("EliminateJoins").category("molt-df");
  /// Whether any proof relied on facts of sources.
  bool usedAssumptions = false;
};

struct EliminateJoins : df::impl::MoltDFEliminateJoinsBase<EliminateJoins> {
  void runOnOperation() final {
    if (failed(Eliminator(getOperation()).run()))
      signalPassFailure();
  }
};
} // namespace
