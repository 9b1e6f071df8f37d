//===- DecomposeSkipNulls.cpp - Window functions that skip nulls ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The next value before or behind a row is the last or first one of all rows there: an aggregate
// over a frame, and so is the first value of a frame. For values further away the rows that have
// one are numbered. How many of them are before a row, or its frame, tells the number of the wanted
// one, and a join by that number brings its value: linear in the rows behind the sorts, however far
// away it is.
//
//===----------------------------------------------------------------------===//

#include "PlanBuilder.h"

using namespace molt;
using namespace molt::df;

static bool skipsNulls(Value value) {
  Operation *op = value.getDefiningOp();
  return isa<LagOp, LeadOp, NthValueOp>(op) && op->hasAttr("skip_nulls");
}

namespace {
class SkipNulls {
public:
  SkipNulls(WindowOp op, PlanBuilder &plan) : op(op), plan(plan) {}

  FailureOr<Value> run();

private:
  StringAttr makeName() { return plan.makeName({table, op.getResult()}); }
  FailureOr<Value> addOthers(ArrayRef<Value> functions, ArrayRef<StringAttr> names);
  /// Adds the column `name` with the function's value, of an operand that is a column.
  void addValue(Operation *function, StringAttr operand, StringAttr name);

  Attribute distance(int64_t rows) { return plan.builder.getI64IntegerAttr(rows); }
  FrameAttr rowsFrame(Attribute start, Attribute end) {
    return FrameAttr::get(op.getContext(), FrameUnits::rows, start, end);
  }
  /// Adds an aggregate over the frame of each row; distances between values of the order key need
  /// that key, others the place of each row, so that peers are in one order in all windows.
  template <typename OpTy> void addFramed(FrameAttr frame, StringAttr operand, StringAttr name);
  void addCount(FrameAttr frame, StringAttr operand, StringAttr name) {
    addFramed<CountValidOp>(frame, operand, name);
  }
  /// Adds the number of the wanted row among those of its partition that have a value.
  void addNumber(Operation *function, StringAttr operand, StringAttr name);
  void addByNumber(StringAttr number, StringAttr operand, StringAttr name);

  WindowOp op;
  PlanBuilder &plan;
  SmallVector<StringAttr> by;
  StringAttr place; ///< Column: the number of the row in its partition, in the window's order.
  Value table;
};
} // namespace

FailureOr<Value> SkipNulls::addOthers(ArrayRef<Value> functions, ArrayRef<StringAttr> names) {
  WindowOp::Properties properties;
  properties.by = op.getByAttr();
  properties.order = op.getOrderAttr();
  if (!functions.empty())
    properties.frame = op.getFrameAttr();
  SmallVector<StringAttr> all(names);
  all.push_back(place);
  properties.names = plan.names(all);
  auto body = [&](RowRegion &region, OpBuilder &inside) -> FailureOr<SmallVector<Value>> {
    IRMapping mapping;
    auto values = region.clone(functions, op.getColumns(), mapping);
    if (succeeded(values))
      values->push_back(RowNumberOp::create(inside, op.getLoc(), inside.getI64Type()));
    return values;
  };
  return plan.tryRows<WindowOp>(table, properties, body);
}

template <typename OpTy>
void SkipNulls::addFramed(FrameAttr frame, StringAttr operand, StringAttr name) {
  WindowOp::Properties properties;
  properties.by = op.getByAttr();
  properties.order =
      frame.getUnits() == FrameUnits::rows ? plan.sortKeys(place) : op.getOrderAttr();
  properties.frame = frame;
  properties.names = plan.names(name);
  table = plan.rows<WindowOp>(table, properties, [&](RowRegion &region, OpBuilder &inside) {
    Value value = region.getColumn(op.getLoc(), operand);
    if constexpr (std::is_same_v<OpTy, CountValidOp>)
      return SmallVector<Value>{
          CountValidOp::create(inside, op.getLoc(), inside.getI64Type(), value, Value())};
    else
      return SmallVector<Value>{OpTy::create(inside, op.getLoc(),
                                             withNullability(getNonNull(value.getType()), true),
                                             value, Value(), inside.getUnitAttr())};
  });
}

void SkipNulls::addNumber(Operation *function, StringAttr operand, StringAttr name) {
  // No partition has that many rows; larger numbers would overflow below.
  auto steps = [](uint64_t count) {
    return static_cast<int64_t>(std::min(count, uint64_t(1) << 60));
  };
  auto lag = dyn_cast<LagOp>(function);
  auto lead = dyn_cast<LeadOp>(function);
  auto nth = dyn_cast<NthValueOp>(function);
  StringAttr inFrame, before = makeName();
  if (nth) {
    FrameAttr frame = op.getFrameAttr() ? op.getFrameAttr() : rowsFrame({}, {});
    FrameAttr upToEnd =
        FrameAttr::get(op.getContext(), frame.getUnits(), Attribute(), frame.getEnd());
    addCount(upToEnd, operand, before);
    inFrame = makeName();
    addCount(frame, operand, inFrame);
  } else {
    addCount(rowsFrame({}, distance(lag ? -1 : 0)), operand, before);
  }
  table = plan.withColumns(table, name, [&](RowRegion &region, OpBuilder &inside) {
    Type i64 = inside.getI64Type(), i1 = inside.getI1Type();
    Location loc = op.getLoc();
    auto constant = [&](int64_t value) -> Value {
      return ConstantOp::create(inside, loc, i64, inside.getI64IntegerAttr(value));
    };
    auto add = [&](Value x, Value y) -> Value {
      return AddOp::create(inside, loc, i64, x, y, Overflow::wrap);
    };
    auto sub = [&](Value x, Value y) -> Value {
      return SubOp::create(inside, loc, i64, x, y, Overflow::wrap);
    };
    Value count = region.getColumn(loc, before);
    if (lag)
      return SmallVector<Value>{sub(count, constant(steps(lag.getDistance()) - 1))};
    if (lead)
      return SmallVector<Value>{add(count, constant(steps(lead.getDistance())))};
    Value number = constant(steps(nth.getNumber())), size = region.getColumn(loc, inFrame);
    Value exists = CmpOp::create(inside, loc, i1, CmpPredicate::le, number, size);
    return SmallVector<Value>{
        SelectOp::create(inside, loc, i64, exists, add(sub(count, size), number), constant(0))};
  });
}

void SkipNulls::addByNumber(StringAttr number, StringAttr operand, StringAttr name) {
  Location loc = op.getLoc();
  Value others = plan.filter(table, [&](RowRegion &region, OpBuilder &inside) {
    Value value = region.getColumn(loc, operand);
    Type i1 = inside.getI1Type();
    Value isNull = IsNullOp::create(inside, loc, i1, value);
    return SmallVector<Value>{NotOp::create(inside, loc, i1, isNull)};
  });
  StringAttr otherNumber = makeName();
  others = plan.number(others, by, otherNumber, plan.sortKeys(place));
  SmallVector<StringAttr> columns(by), renamed, keys(by), otherKeys;
  columns.append({otherNumber, operand});
  for (size_t i = 0; i < by.size(); ++i)
    renamed.push_back(makeName());
  renamed.append({otherNumber, name});
  otherKeys.assign(renamed.begin(), renamed.end() - 1);
  keys.push_back(number);
  table = plan.join(JoinKind::left, table, plan.project(others, columns, renamed), keys, otherKeys);
}

void SkipNulls::addValue(Operation *function, StringAttr operand, StringAttr name) {
  auto lag = dyn_cast<LagOp>(function);
  auto lead = dyn_cast<LeadOp>(function);
  auto nth = dyn_cast<NthValueOp>(function);
  if (lag && lag.getDistance() == 1)
    return addFramed<LastOp>(rowsFrame({}, distance(-1)), operand, name);
  if (lead && lead.getDistance() == 1)
    return addFramed<FirstOp>(rowsFrame(distance(1), {}), operand, name);
  FrameAttr frame = op.getFrameAttr();
  if (nth && nth.getNumber() == 1 && (!frame || frame.getUnits() == FrameUnits::rows))
    return addFramed<FirstOp>(frame ? frame : rowsFrame({}, {}), operand, name);
  StringAttr number = makeName();
  addNumber(function, operand, number);
  addByNumber(number, operand, name);
}

FailureOr<Value> SkipNulls::run() {
  TableType type = PlanBuilder::typeOf(op.getInput());
  by = getColumns(type, op.getBy());
  table = op.getInput();
  SmallVector<Value> others, skipping, operands;
  SmallVector<StringAttr> otherNames, skippingNames, operandNames;
  for (auto [name, value] : llvm::zip_equal(getColumns(type, op.getNames()),
                                            op.getBody().front().getTerminator()->getOperands())) {
    bool skips = skipsNulls(value);
    (skips ? skipping : others).push_back(value);
    (skips ? skippingNames : otherNames).push_back(name);
    if (skips)
      llvm::append_range(operands, value.getDefiningOp()->getOperands());
  }
  if (skipping.empty())
    return failure();
  // What the functions are of as columns; expressions that nothing uses may fail, too.
  for (size_t i = 0; i < operands.size(); ++i)
    operandNames.push_back(makeName());
  auto copy = [&](RowRegion &region, OpBuilder &) -> FailureOr<SmallVector<Value>> {
    IRMapping mapping;
    if (failed(region.cloneExpressions(op, mapping)))
      return failure();
    return region.clone(operands, op.getColumns(), mapping);
  };
  FailureOr<Value> rows = plan.tryWithColumns(table, operandNames, copy);
  if (failed(rows))
    return failure();
  table = *rows;
  place = makeName();
  rows = addOthers(others, otherNames);
  if (failed(rows))
    return failure();
  table = *rows;

  const StringAttr *next = operandNames.begin();
  for (auto [value, name] : llvm::zip_equal(skipping, skippingNames)) {
    Operation *function = value.getDefiningOp();
    StringAttr operand = *next++;
    if (function->getNumOperands() == 1) {
      addValue(function, operand, name);
      continue;
    }
    // A value that was found is not null.
    StringAttr otherwise = *next++, found = makeName();
    addValue(function, operand, found);
    table = plan.withColumns(table, name, [&](RowRegion &region, OpBuilder &inside) {
      Value there = region.getColumn(op.getLoc(), found);
      Value own = region.getColumn(op.getLoc(), otherwise);
      return SmallVector<Value>{CoalesceOp::create(inside, op.getLoc(), own.getType(), there, own)};
    });
  }
  return plan.castTo(table, PlanBuilder::typeOf(op.getResult()));
}

FailureOr<Value> df::decomposeSkipNulls(WindowOp op, PlanBuilder &plan) {
  return SkipNulls(op, plan).run();
}
