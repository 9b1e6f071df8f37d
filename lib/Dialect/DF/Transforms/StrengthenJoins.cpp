//===- StrengthenJoins.cpp - molt-df-strengthen-joins ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFSTRENGTHENJOINS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

/// Uses that are followed from one join; a plan that needs more has lost its reader, too.
static constexpr unsigned kMaxSteps = 500;

//===----------------------------------------------------------------------===//
// What becomes of a row
//===----------------------------------------------------------------------===//

namespace {
/// What is known of the values of a row; of other columns, nothing but their types.
using RowOutcomes = llvm::SmallDenseMap<StringAttr, Outcomes, 8>;

using JoinKinds = llvm::DenseMap<Operation *, JoinKind>;

/// Follows rows with some nulls through the plan.
class RowTracker {
public:
  /// `kinds`: those that joins are going to have, where these are others.
  explicit RowTracker(const JoinKinds &kinds) : kinds(kinds) {}

  /// Whether results would be the same without the rows of a table that have these outcomes.
  bool areDropped(Value table, const RowOutcomes &row) {
    return llvm::all_of(table.getUses(), [&](OpOperand &use) {
      return ++steps <= kMaxSteps && areDropped(use, row);
    });
  }

private:
  bool areDropped(OpOperand &use, const RowOutcomes &row);
  bool areDropped(JoinOp op, bool isLeft, const RowOutcomes &row);

  const JoinKinds &kinds;
  unsigned steps = 0;
};
} // namespace

static StringAttr getName(Attribute name) {
  // Attributes of operations may carry a type; names in table types do not.
  return StringAttr::get(name.getContext(), cast<StringAttr>(name).getValue());
}

static Outcomes getOutcomes(const RowOutcomes &row, Attribute column, Type type) {
  auto known = row.find(getName(column));
  return known != row.end() ? known->second : Outcomes{isNullable(type), true, true};
}

/// The outcomes of what a row region yields.
static SmallVector<Outcomes> evaluate(RowRegionOpInterface op, const RowOutcomes &row) {
  llvm::DenseMap<Value, Outcomes> values;
  Block &block = op.getRowRegion().front();
  for (auto [column, argument] : llvm::zip_equal(op.getRowColumns(), block.getArguments()))
    values[argument] = getOutcomes(row, column, argument.getType());
  for (Operation &inside : block.without_terminator()) {
    Outcomes result{isNullable(inside.getResult(0).getType()), true, true};
    if (auto expression = dyn_cast<ExpressionOpInterface>(inside))
      result = expression.inferOutcomes(llvm::map_to_vector(
          inside.getOperands(), [&](Value operand) { return values.lookup(operand); }));
    values[inside.getResult(0)] = result;
  }
  return llvm::map_to_vector(block.getTerminator()->getOperands(),
                             [&](Value value) { return values.lookup(value); });
}

/// What is known of some columns only.
static RowOutcomes restrictTo(ArrayAttr columns, const RowOutcomes &row) {
  RowOutcomes result;
  for (Attribute column : columns)
    if (auto known = row.find(getName(column)); known != row.end())
      result.insert(*known);
  return result;
}

static bool isNull(const RowOutcomes &row, Attribute column) {
  auto known = row.find(getName(column));
  return known != row.end() && !known->second.hasValue();
}

bool RowTracker::areDropped(JoinOp op, bool isLeft, const RowOutcomes &row) {
  auto changed = kinds.find(op);
  JoinKind kind = changed != kinds.end() ? changed->second : op.getKind();
  ArrayAttr keys = isLeft ? op.getLeftKeys() : op.getRightKeys();
  bool matches =
      op.getNullEqual() || llvm::none_of(keys, [&](Attribute key) { return isNull(row, key); });
  if (RowRegionOpInterface condition = getRowRegionOp(op))
    matches &= evaluate(condition, row)[0].yes;
  bool givesLeft = keepsLeft(kind) || kind == JoinKind::anti, givesRight = keepsRight(kind);
  if (!matches && !(isLeft ? givesLeft : givesRight))
    return true;
  // A match that was gone would change what becomes of the other side's row.
  if (matches && (isLeft ? givesRight : givesLeft || kind == JoinKind::semi))
    return false;
  return areDropped(op.getResult(), row);
}

bool RowTracker::areDropped(OpOperand &use, const RowOutcomes &row) {
  return llvm::TypeSwitch<Operation *, bool>(use.getOwner())
      .Case(
          [&](FilterOp op) { return !evaluate(op, row)[0].yes || areDropped(op.getResult(), row); })
      .Case([&](ProjectOp op) {
        RowOutcomes result;
        for (auto [column, name] : llvm::zip_equal(op.getColumns(), op.getResultNames()))
          if (auto known = row.find(getName(column)); known != row.end())
            result[getName(name)] = known->second;
        return areDropped(op.getResult(), result);
      })
      .Case([&](WithColumnsOp op) {
        RowOutcomes result = row;
        for (auto [name, value] : llvm::zip_equal(op.getNames(), evaluate(op, row)))
          result[getName(name)] = value;
        return areDropped(op.getResult(), result);
      })
      .Case<SortOp, ConcatOp>([&](auto op) { return areDropped(op.getResult(), row); })
      // A row changes nothing but its group, which is gone if its keys are reason enough. So is
      // a partition.
      .Case([&](AggregateOp op) {
        if (op.getDropNullKeys() &&
            llvm::any_of(op.getKeys(), [&](Attribute key) { return isNull(row, key); }))
          return true;
        RowOutcomes keys = restrictTo(op.getKeys(), row);
        return !keys.empty() && areDropped(op.getResult(), keys);
      })
      .Case([&](WindowOp op) {
        RowOutcomes keys = restrictTo(op.getBy(), row);
        return !keys.empty() && areDropped(op.getResult(), keys);
      })
      .Case([&](JoinOp op) { return areDropped(op, use.getOperandNumber() == 0, row); })
      .Default([](Operation *) { return false; });
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

/// Whether the rows of a join in which all columns of one table are null for want of a match
/// make no difference.
static bool areExtendedDropped(JoinOp op, Value missing, const JoinKinds &kinds) {
  RowOutcomes row;
  for (StringAttr name : cast<TableType>(missing.getType()).getNames())
    row[name] = Outcomes::onlyNull();
  return !row.empty() && RowTracker(kinds).areDropped(op.getResult(), row);
}

/// The kind that gives the same results.
static JoinKind strengthen(JoinOp op, const JoinKinds &kinds) {
  JoinKind kind = op.getKind();
  if (keepsLeft(kind) && areExtendedDropped(op, op.getRight(), kinds))
    kind = kind == JoinKind::left ? JoinKind::inner : JoinKind::right;
  // What is right by now was right, or was full.
  if (keepsRight(kind) && areExtendedDropped(op, op.getLeft(), kinds))
    kind = kind == JoinKind::right ? JoinKind::inner : JoinKind::left;
  return kind;
}

/// The join with another kind, of the tables that stand for its own.
static LogicalResult replace(JoinOp op, JoinKind kind, PlanRebuilder &plan) {
  OpBuilder &builder = plan.getBuilder();
  SmallVector<Value> operands = {plan.lookup(op.getLeft()), plan.lookup(op.getRight())};
  JoinOp::Properties properties = op.getProperties();
  properties.kind = JoinKindAttr::get(op.getContext(), kind);
  auto region = std::make_unique<Region>();
  if (RowRegionOpInterface condition = getRowRegionOp(op)) {
    RowRegion rows(builder, condition.getRowType(operands));
    IRMapping mapping;
    Operation *yield = condition.getRowRegion().front().getTerminator();
    FailureOr<SmallVector<Value>> values =
        rows.clone(yield->getOperands(), condition.getRowColumns(), mapping);
    if (failed(values))
      return op.emitOpError("cannot be rebuilt with another kind");
    rows.yield(yield->getLoc(), *values);
    properties.columns = rows.getColumnNames();
    region = rows.take();
  }
  FailureOr<JoinOp> join =
      createPlanOp<JoinOp>(builder, op.getLoc(), operands, properties, std::move(region));
  if (failed(join))
    return failure();
  (*join)->setDiscardableAttrs(op->getDiscardableAttrDictionary());
  plan.replace(op, *join);
  return success();
}

namespace {
struct StrengthenJoins : df::impl::MoltDFStrengthenJoinsBase<StrengthenJoins> {
  void runOnOperation() final {
    SmallVector<JoinOp> joins;
    getOperation()->walk([&](JoinOp join) {
      JoinKind kind = join.getKind();
      // Another kind may have another order.
      if (!join->use_empty() && !join.getMaintainOrder() && (keepsLeft(kind) || keepsRight(kind)))
        joins.push_back(join);
    });
    auto options = remark::RemarkOpts::name("StrengthenJoins").category("molt-df");
    // From the last, as what is above decides.
    JoinKinds kinds;
    for (JoinOp join : llvm::reverse(joins)) {
      JoinKind kind = strengthen(join, kinds);
      if (kind == join.getKind()) {
        remark::missed(join.getLoc(), options)
            << remark::add("rows without a match may be in the result");
        continue;
      }
      remark::passed(join.getLoc(), options)
          << remark::add("{0} became {1}: rows without a match are dropped later",
                         stringifyJoinKind(join.getKind()), stringifyJoinKind(kind));
      kinds[join] = kind;
    }
    if (kinds.empty())
      return;
    PlanRebuilder plan(getOperation());
    if (failed(plan.run([&](Operation *op) -> LogicalResult {
          auto kind = kinds.find(op);
          return kind == kinds.end() ? success() : replace(cast<JoinOp>(op), kind->second, plan);
        })))
      signalPassFailure();
  }
};
} // namespace
