//===- DecomposeAggregates.cpp - Distinct values and quantiles ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Aggregates that are no reductions row by row.
//
//===----------------------------------------------------------------------===//

#include "PlanBuilder.h"
#include "llvm/ADT/MapVector.h"

using namespace molt;
using namespace molt::df;

namespace {
/// An aggregate of the operation, by its place among the results.
struct Member {
  unsigned number;
  AggregateOpInterface op;
};

/// Splits an aggregation into those of rows, those of the different values of an operand, and
/// quantiles, each of which has a plan of its own; they are joined on the keys.
class AggregateSplitter {
public:
  AggregateSplitter(AggregateOp op, PlanBuilder &plan)
      : op(op), plan(plan), loc(op.getLoc()),
        resultNames(getColumns(PlanBuilder::typeOf(op.getInput()), op.getNames())),
        keys(getColumns(PlanBuilder::typeOf(op.getInput()), op.getKeys())) {}

  FailureOr<Value> run();

private:
  StringAttr nameOf(const Member &member) { return resultNames[member.number]; }
  SmallVector<StringAttr> namesOf(ArrayRef<Member> members) {
    return llvm::map_to_vector(members, [&](const Member &member) { return nameOf(member); });
  }
  LogicalResult addPlain(ArrayRef<Member> members);
  /// The input with a column for an operand: null where the condition is not true.
  FailureOr<Value> computeOperand(Value operand, Value where, StringAttr column);
  void addDistinct(Value computed, StringAttr column, ArrayRef<Member> members);
  void addQuantile(Value computed, StringAttr column, const Member &member);
  Value joinParts();

  AggregateOp op;
  PlanBuilder &plan;
  Location loc;
  SmallVector<StringAttr> resultNames, keys;
  SmallVector<std::pair<Value, bool>> parts; ///< And whether it has all groups.
};
} // namespace

static std::optional<double> getQuantile(Operation *op) {
  if (isa<MedianOp>(op))
    return 0.5;
  if (auto quantile = dyn_cast<QuantileOp>(op))
    return quantile.getAt().convertToDouble();
  return std::nullopt;
}

/// The same aggregate over each row, of a column that has each value once.
static Value createPlain(OpBuilder &inside, AggregateOpInterface op, Value operand) {
  if (isa<CountDistinctOp>(op))
    return CountValidOp::create(inside, op.getLoc(), op->getResult(0).getType(), operand, Value());
  OperationState plain(op.getLoc(), op->getName());
  plain.addOperands(operand);
  plain.addTypes(op->getResultTypes());
  for (NamedAttribute attr : op->getAttrDictionary())
    if (attr.getName() != "distinct")
      plain.addAttribute(attr.getName(), attr.getValue());
  return inside.create(plain)->getResult(0);
}

LogicalResult AggregateSplitter::addPlain(ArrayRef<Member> members) {
  auto copy = [&](RowRegion &region, OpBuilder &) -> FailureOr<SmallVector<Value>> {
    SmallVector<Value> values;
    for (const Member &member : members)
      values.push_back(member.op->getResult(0));
    IRMapping mapping;
    if (failed(region.cloneExpressions(op, mapping)))
      return failure();
    return region.clone(values, op.getColumns(), mapping);
  };
  FailureOr<Value> part = plan.tryAggregate(op.getInput(), keys, namesOf(members), copy);
  if (failed(part))
    return failure();
  parts.push_back({*part, true});
  return success();
}

FailureOr<Value> AggregateSplitter::computeOperand(Value operand, Value where, StringAttr column) {
  auto compute = [&](RowRegion &region, OpBuilder &inside) -> FailureOr<SmallVector<Value>> {
    IRMapping mapping;
    SmallVector<Value> wanted = {operand};
    if (where)
      wanted.push_back(where);
    // Once: what is computed for nobody may fail.
    if (parts.empty() && failed(region.cloneExpressions(op, mapping)))
      return failure();
    auto copies = region.clone(wanted, op.getColumns(), mapping);
    if (failed(copies) || !where)
      return copies;
    Type type = withNullability(getNonNull(operand.getType()), true);
    Value none = ConstantOp::create(inside, loc, type, NullAttr::get(inside.getContext()));
    return SmallVector<Value>{
        SelectOp::create(inside, loc, type, (*copies)[1], (*copies)[0], none)};
  };
  return plan.tryWithColumns(op.getInput(), column, compute);
}

void AggregateSplitter::addDistinct(Value computed, StringAttr column, ArrayRef<Member> members) {
  SmallVector<StringAttr> all(keys);
  all.push_back(column);
  Value part = plan.aggregate(
      plan.distinct(computed, all), keys, namesOf(members),
      [&](RowRegion &region, OpBuilder &inside) {
        Value value = region.getColumn(loc, column);
        return llvm::map_to_vector(
            members, [&](const Member &member) { return createPlain(inside, member.op, value); });
      });
  parts.push_back({part, true});
}

/// Numbers the values of each group in order; the one or two at the place are the least and the
/// greatest that a filter leaves.
void AggregateSplitter::addQuantile(Value computed, StringAttr column, const Member &member) {
  Type i1 = plan.builder.getI1Type(), i64 = plan.builder.getI64Type();
  Type f64 = plan.builder.getF64Type(), nullable = NullableType::get(f64);
  double at = *getQuantile(member.op);
  auto real = [&](OpBuilder &inside, double value) -> Value {
    return ConstantOp::create(inside, loc, f64, inside.getF64FloatAttr(value));
  };

  Value valid = plan.filter(computed, [&](RowRegion &region, OpBuilder &inside) {
    Value value = region.getColumn(loc, column);
    Value isNull = IsNullOp::create(inside, loc, i1, value);
    return SmallVector<Value>{NotOp::create(inside, loc, i1, isNull)};
  });
  StringAttr number = plan.makeName(valid);
  StringAttr size = plan.makeName(valid);
  auto order = plan.builder.getArrayAttr(SortKeyAttr::get(plan.builder.getContext(), column,
                                                          /*descending=*/false,
                                                          /*nullsFirst=*/false));
  Value numbered = plan.window(valid, keys, order, {number, size},
                               [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
                                 return {RowNumberOp::create(inside, loc, i64),
                                         PartitionSizeOp::create(inside, loc, i64)};
                               });
  // The place, and how far it is from the one before: of each row of a group the same.
  StringAttr row = plan.makeName(numbered), place = plan.makeName(numbered);
  Value placed =
      plan.withColumns(numbered, {row, place, column}, [&](RowRegion &region, OpBuilder &inside) {
        Value n = region.getColumn(loc, number), count = region.getColumn(loc, size);
        Value value = region.getColumn(loc, column);
        auto toFloat = [&](Value x) -> Value { return CastOp::create(inside, loc, f64, x); };
        auto less1 = [&](Value x) -> Value {
          return SubOp::create(inside, loc, f64, toFloat(x), real(inside, 1));
        };
        Value there = MulOp::create(inside, loc, f64, real(inside, at), less1(count));
        Value as =
            CastOp::create(inside, loc, withNullability(f64, isNullable(value.getType())), value);
        return SmallVector<Value>{less1(n), there, as};
      });
  Value kept = plan.filter(placed, [&](RowRegion &region, OpBuilder &inside) {
    Value r = region.getColumn(loc, row), there = region.getColumn(loc, place);
    Value before = MathOp::create(inside, loc, f64, MathFunction::floor, there);
    Value isFirst = CmpOp::create(inside, loc, i1, CmpPredicate::eq, r, before);
    // The next one counts unless the place is a row's.
    Value behind = CmpOp::create(inside, loc, i1, CmpPredicate::gt, r, there);
    Value next = SubOp::create(inside, loc, f64, r, real(inside, 1));
    Value isNext = CmpOp::create(inside, loc, i1, CmpPredicate::lt, next, there);
    Value isSecond = AndOp::create(inside, loc, i1, behind, isNext);
    return SmallVector<Value>{OrOp::create(inside, loc, i1, isFirst, isSecond)};
  });
  StringAttr low = plan.makeName(kept), high = plan.makeName(kept), share = plan.makeName(kept);
  Value ends =
      plan.aggregate(kept, keys, {low, high, share}, [&](RowRegion &region, OpBuilder &inside) {
        Value value = region.getColumn(loc, column), there = region.getColumn(loc, place);
        return SmallVector<Value>{MinOp::create(inside, loc, nullable, value, Value()),
                                  MaxOp::create(inside, loc, nullable, value, Value()),
                                  MaxOp::create(inside, loc, nullable, there, Value())};
      });
  Value part = plan.withColumns(
      ends, nameOf(member), [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
        Value a = region.getColumn(loc, low), b = region.getColumn(loc, high);
        Value there = region.getColumn(loc, share);
        Value before = MathOp::create(inside, loc, nullable, MathFunction::floor, there);
        Value far = SubOp::create(inside, loc, nullable, there, before);
        Value step = SubOp::create(inside, loc, nullable, b, a);
        Value added = MulOp::create(inside, loc, nullable, step, far);
        Value between = AddOp::create(inside, loc, nullable, a, added);
        // Without a step nothing is added, also to what is not finite.
        Value exact = CmpOp::create(inside, loc, NullableType::get(i1), CmpPredicate::eq, far,
                                    real(inside, 0));
        return {SelectOp::create(inside, loc, nullable, exact, a, between)};
      });
  SmallVector<StringAttr> columns(keys);
  columns.push_back(nameOf(member));
  parts.push_back({plan.project(part, columns), keys.empty()});
}

Value AggregateSplitter::joinParts() {
  Value result = parts[0].first;
  for (auto [part, hasAllGroups] : ArrayRef(parts).drop_front())
    result = plan.joinOnKeys(hasAllGroups ? JoinKind::inner : JoinKind::left, result, part, keys);
  return plan.project(result, PlanBuilder::typeOf(op.getResult()).getNames());
}

FailureOr<Value> AggregateSplitter::run() {
  llvm::MapVector<std::pair<Value, Value>, SmallVector<Member>> sets;
  SmallVector<Member> plain, quantiles;
  for (auto [number, value] :
       llvm::enumerate(op.getBody().front().getTerminator()->getOperands())) {
    auto aggregate = cast<AggregateOpInterface>(value.getDefiningOp());
    Member member{static_cast<unsigned>(number), aggregate};
    if (getQuantile(aggregate))
      quantiles.push_back(member);
    else if (aggregate.getDistinct())
      sets[{aggregate.getInputs()[0], aggregate.getWhere()}].push_back(member);
    else
      plain.push_back(member);
  }
  if (sets.empty() && quantiles.empty())
    return failure();

  // Quantiles lack the groups without a value: another part has to have them.
  if ((!plain.empty() || (sets.empty() && !keys.empty())) && failed(addPlain(plain)))
    return failure();
  for (auto &[set, members] : sets) {
    StringAttr column = plan.makeName(op.getInput());
    FailureOr<Value> computed = computeOperand(set.first, set.second, column);
    if (failed(computed))
      return failure();
    addDistinct(*computed, column, members);
  }
  for (const Member &member : quantiles) {
    AggregateOpInterface aggregate = member.op;
    StringAttr column = plan.makeName(op.getInput());
    FailureOr<Value> computed =
        computeOperand(aggregate.getInputs()[0], aggregate.getWhere(), column);
    if (failed(computed))
      return failure();
    addQuantile(*computed, column, member);
  }
  return joinParts();
}

FailureOr<Value> df::decomposeAggregate(AggregateOp op, PlanBuilder &plan) {
  return AggregateSplitter(op, plan).run();
}
