//===- Decompose.cpp - molt-df-decompose ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function for each operation that is short for others. What it gives has the type of
// the operation; where columns are nullable on the way, a cast takes that back, which cannot
// fail there and goes when facts are used.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFDECOMPOSE
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Building plans
//===----------------------------------------------------------------------===//

namespace {
/// Plan operations at one location.
class PlanBuilder {
public:
  PlanBuilder(OpBuilder &builder, Location loc) : builder(builder), loc(loc) {}

  OpBuilder &builder;
  Location loc;

  static TableType typeOf(Value table) { return cast<TableType>(table.getType()); }
  ArrayAttr names(ArrayRef<StringAttr> list) {
    return builder.getArrayAttr(SmallVector<Attribute>(list.begin(), list.end()));
  }

  /// A column name that none of the tables has. Names with a dot at the front are reserved.
  StringAttr makeName(ValueRange tables) {
    while (true) {
      auto name = builder.getStringAttr("." + Twine(next++));
      if (llvm::none_of(tables, [&](Value table) { return typeOf(table).find(name); }))
        return name;
    }
  }

  Value project(Value table, ArrayRef<StringAttr> columns, ArrayRef<StringAttr> newNames = {}) {
    if (newNames.empty() && columns == typeOf(table).getNames())
      return table;
    ProjectOp::Properties properties;
    properties.columns = names(columns);
    if (!newNames.empty())
      properties.names = names(newNames);
    return *createPlanOp<ProjectOp>(builder, loc, table, properties);
  }

  using Body = function_ref<SmallVector<Value>(RowRegion &, OpBuilder &)>;
  template <typename OpTy>
  Value rows(Value table, typename OpTy::Properties properties, Body body) {
    RowRegion region(builder, typeOf(table));
    OpBuilder inside(builder.getContext());
    SmallVector<Value> values = body(region, inside);
    region.yield(loc, values);
    properties.columns = region.getColumnNames();
    return *createPlanOp<OpTy>(builder, loc, table, properties, region.take());
  }
  Value withColumns(Value table, ArrayRef<StringAttr> newNames, Body body) {
    WithColumnsOp::Properties properties;
    properties.names = names(newNames);
    return rows<WithColumnsOp>(table, properties, body);
  }
  Value filter(Value table, Body body) { return rows<FilterOp>(table, {}, body); }
  Value aggregate(Value table, ArrayRef<StringAttr> keys, ArrayRef<StringAttr> newNames,
                  Body body) {
    AggregateOp::Properties properties;
    properties.keys = names(keys);
    properties.names = names(newNames);
    return rows<AggregateOp>(table, properties, body);
  }
  /// The table with one more column, of a constant.
  Value withConstant(Value table, StringAttr name) {
    return withColumns(table, name, [&](RowRegion &region, OpBuilder &inside) {
      inside.setInsertionPointToEnd(region.getBlock());
      return SmallVector<Value>{
          ConstantOp::create(inside, loc, inside.getI1Type(), inside.getBoolAttr(true))};
    });
  }
  /// The different values of some columns, of one at least.
  Value distinct(Value table, ArrayRef<StringAttr> columns) {
    return aggregate(table, columns, {},
                     [](RowRegion &, OpBuilder &) -> SmallVector<Value> { return {}; });
  }
  Value join(JoinKind kind, Value left, Value right, ArrayRef<StringAttr> leftKeys,
             ArrayRef<StringAttr> rightKeys) {
    JoinOp::Properties properties;
    properties.kind = JoinKindAttr::get(builder.getContext(), kind);
    properties.leftKeys = names(leftKeys);
    properties.rightKeys = names(rightKeys);
    if (kind != JoinKind::cross)
      properties.null_equal = builder.getUnitAttr();
    return *createPlanOp<JoinOp>(builder, loc, {left, right}, properties,
                                 std::make_unique<Region>());
  }
  Value window(Value table, ArrayRef<StringAttr> by, ArrayAttr order, ArrayRef<StringAttr> newNames,
               Body body) {
    WindowOp::Properties properties;
    properties.by = names(by);
    properties.order = order;
    properties.names = names(newNames);
    return rows<WindowOp>(table, properties, body);
  }
  Value concat(ValueRange tables) {
    return *createPlanOp<ConcatOp>(builder, loc, tables, ConcatOp::Properties());
  }

  /// The table with columns of these types, nullable ones as values where they hold no nulls.
  Value castTo(Value table, TableType type) {
    SmallVector<StringAttr> changed;
    for (auto [name, wanted] : llvm::zip_equal(type.getNames(), type.getTypes()))
      if (typeOf(table).getColumnType(name) != wanted)
        changed.push_back(name);
    if (!changed.empty())
      table = withColumns(table, changed, [&](RowRegion &region, OpBuilder &inside) {
        SmallVector<Value> values;
        for (StringAttr name : changed)
          values.push_back(region.getColumn(loc, name));
        for (auto [name, value] : llvm::zip_equal(changed, values)) {
          inside.setInsertionPointToEnd(value.getParentBlock());
          value = CastOp::create(inside, loc, type.getColumnType(name), value);
        }
        return values;
      });
    return project(table, type.getNames());
  }

private:
  unsigned next = 0;
};
} // namespace

/// Columns of a table, or all.
static SmallVector<StringAttr> getColumns(TableType table, std::optional<ArrayAttr> names) {
  if (!names)
    return SmallVector<StringAttr>(table.getNames());
  // Attributes of operations may carry a type; names in table types do not.
  return llvm::map_to_vector(names->getAsRange<StringAttr>(), [](StringAttr name) {
    return StringAttr::get(name.getContext(), name.getValue());
  });
}

//===----------------------------------------------------------------------===//
// Sets of rows, missing values
//===----------------------------------------------------------------------===//

static FailureOr<Value> decompose(DistinctOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getInput());
  SmallVector<StringAttr> keys = getColumns(type, op.getColumns()), others;
  for (StringAttr name : type.getNames())
    if (!llvm::is_contained(keys, name))
      others.push_back(name);
  Keep keep = op.getKeep();
  // Without columns to compare all rows are equal: one stays, if there is one.
  Value table = op.getInput();
  if (keys.empty()) {
    keys.push_back(plan.makeName(table));
    table = plan.withConstant(table, keys[0]);
  }
  StringAttr count = keep == Keep::none ? plan.makeName(table) : StringAttr();
  SmallVector<StringAttr> results(others);
  if (count)
    results.push_back(count);
  Value groups = plan.aggregate(table, keys, results, [&](RowRegion &region, OpBuilder &inside) {
    SmallVector<Value> values;
    for (StringAttr name : others)
      values.push_back(region.getColumn(op.getLoc(), name));
    inside.setInsertionPointToEnd(region.getBlock());
    for (Value &value : values) {
      auto type = withNullability(getNonNull(value.getType()), true);
      if (keep == Keep::last)
        value = LastOp::create(inside, op.getLoc(), type, value, Value(), UnitAttr());
      else
        value = FirstOp::create(inside, op.getLoc(), type, value, Value(), UnitAttr());
    }
    if (count)
      values.push_back(CountOp::create(inside, op.getLoc(), inside.getI64Type(), Value()));
    return values;
  });
  if (count)
    groups = plan.filter(groups, [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
      Value rows = region.getColumn(op.getLoc(), count);
      inside.setInsertionPointToEnd(region.getBlock());
      Value one =
          ConstantOp::create(inside, op.getLoc(), inside.getI64Type(), inside.getI64IntegerAttr(1));
      return {CmpOp::create(inside, op.getLoc(), inside.getI1Type(), CmpPredicate::eq, rows, one)};
    });
  return plan.castTo(groups, type);
}

static FailureOr<Value> decompose(TopKOp op, PlanBuilder &plan) {
  if (!op.getPer())
    return failure();
  TableType type = PlanBuilder::typeOf(op.getInput());
  StringAttr place = plan.makeName(op.getInput());
  Type i64 = plan.builder.getI64Type(), i1 = plan.builder.getI1Type();
  Value numbered = plan.window(op.getInput(), getColumns(type, op.getPer()), op.getKeys(), place,
                               [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
                                 inside.setInsertionPointToEnd(region.getBlock());
                                 return {RowNumberOp::create(inside, op.getLoc(), i64)};
                               });
  Value kept = plan.filter(numbered, [&](RowRegion &region, OpBuilder &inside) {
    Value number = region.getColumn(op.getLoc(), place);
    inside.setInsertionPointToEnd(region.getBlock());
    Value count = ConstantOp::create(inside, op.getLoc(), i64,
                                     inside.getI64IntegerAttr(static_cast<int64_t>(op.getCount())));
    return SmallVector<Value>{
        CmpOp::create(inside, op.getLoc(), i1, CmpPredicate::le, number, count)};
  });
  return plan.project(kept, type.getNames());
}

static FailureOr<Value> decompose(UnionOp op, PlanBuilder &plan) {
  Value all = plan.concat(op.getInputs());
  SmallVector<StringAttr> columns = getColumns(PlanBuilder::typeOf(all), std::nullopt);
  if (!columns.empty())
    return plan.distinct(all, columns);
  columns = {plan.makeName(all)};
  return plan.project(plan.distinct(plan.withConstant(all, columns[0]), columns), {});
}

/// intersect (semi) and except (anti).
template <typename OpTy>
static Value decomposeMembership(OpTy op, PlanBuilder &plan, JoinKind kind) {
  Value left = op.getLeft(), right = op.getRight();
  SmallVector<StringAttr> columns = getColumns(PlanBuilder::typeOf(left), std::nullopt), none;
  if (!columns.empty())
    return plan.join(kind, plan.distinct(left, columns), right, columns, columns);
  columns = {plan.makeName(left)};
  left = plan.distinct(plan.withConstant(left, columns[0]), columns);
  right = plan.withConstant(right, columns[0]);
  return plan.project(plan.join(kind, left, right, columns, columns), none);
}

static FailureOr<Value> decompose(IntersectOp op, PlanBuilder &plan) {
  return decomposeMembership(op, plan, JoinKind::semi);
}
static FailureOr<Value> decompose(ExceptOp op, PlanBuilder &plan) {
  return decomposeMembership(op, plan, JoinKind::anti);
}

static FailureOr<Value> decompose(DropNullsOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getInput());
  SmallVector<StringAttr> nullable;
  for (StringAttr name : getColumns(type, op.getColumns()))
    if (isNullable(type.getColumnType(name)))
      nullable.push_back(name);
  if (nullable.empty())
    return op.getInput();
  Value kept = plan.filter(op.getInput(), [&](RowRegion &region, OpBuilder &inside) {
    SmallVector<Value> columns;
    for (StringAttr name : nullable)
      columns.push_back(region.getColumn(op.getLoc(), name));
    inside.setInsertionPointToEnd(region.getBlock());
    Type i1 = inside.getI1Type();
    Value keep;
    for (Value column : columns) {
      Value isNull = IsNullOp::create(inside, op.getLoc(), i1, column);
      Value isValid = NotOp::create(inside, op.getLoc(), i1, isNull);
      keep = keep ? Value(AndOp::create(inside, op.getLoc(), i1, keep, isValid)) : isValid;
    }
    return SmallVector<Value>{keep};
  });
  return plan.castTo(kept, PlanBuilder::typeOf(op.getResult()));
}

static FailureOr<Value> decompose(FillNullOp op, PlanBuilder &plan) {
  SmallVector<StringAttr> filled = getColumns(PlanBuilder::typeOf(op.getInput()), op.getNames());
  LogicalResult cloned = success();
  Value result = plan.withColumns(op.getInput(), filled, [&](RowRegion &region, OpBuilder &inside) {
    SmallVector<Value> columns;
    for (StringAttr name : filled)
      columns.push_back(region.getColumn(op.getLoc(), name));
    IRMapping mapping;
    if (failed(region.cloneExpressions(op, mapping))) {
      cloned = failure();
      return columns;
    }
    auto values =
        region.clone(op.getBody().front().getTerminator()->getOperands(), op.getColumns(), mapping);
    if (failed(values)) {
      cloned = failure();
      return columns;
    }
    inside.setInsertionPointToEnd(region.getBlock());
    for (auto [column, value] : llvm::zip_equal(columns, *values))
      if (isNullable(column.getType()))
        column = CoalesceOp::create(inside, op.getLoc(), value.getType(), column, value);
    return columns;
  });
  if (failed(cloned))
    return failure();
  return result;
}

//===----------------------------------------------------------------------===//
// Aggregates that are no reductions row by row
//===----------------------------------------------------------------------===//

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
  LogicalResult cloned = success();
  Value part = plan.aggregate(
      op.getInput(), keys,
      llvm::map_to_vector(members, [&](const Member &member) { return nameOf(member); }),
      [&](RowRegion &region, OpBuilder &) {
        SmallVector<Value> values;
        for (const Member &member : members)
          values.push_back(member.op->getResult(0));
        IRMapping mapping;
        cloned = region.cloneExpressions(op, mapping);
        if (failed(cloned))
          return SmallVector<Value>();
        auto copies = region.clone(values, op.getColumns(), mapping);
        cloned = copies;
        return succeeded(copies) ? *copies : SmallVector<Value>();
      });
  parts.push_back({part, true});
  return cloned;
}

FailureOr<Value> AggregateSplitter::computeOperand(Value operand, Value where, StringAttr column) {
  LogicalResult cloned = success();
  Value computed =
      plan.withColumns(op.getInput(), column, [&](RowRegion &region, OpBuilder &inside) {
        IRMapping mapping;
        SmallVector<Value> wanted = {operand};
        if (where)
          wanted.push_back(where);
        // Once: what is computed for nobody may fail.
        if (parts.empty() && failed(region.cloneExpressions(op, mapping))) {
          cloned = failure();
          return SmallVector<Value>();
        }
        auto copies = region.clone(wanted, op.getColumns(), mapping);
        if (failed(copies)) {
          cloned = failure();
          return SmallVector<Value>();
        }
        if (!where)
          return *copies;
        inside.setInsertionPointToEnd(region.getBlock());
        Type type = withNullability(getNonNull(operand.getType()), true);
        Value none = ConstantOp::create(inside, loc, type, NullAttr::get(inside.getContext()));
        return SmallVector<Value>{
            SelectOp::create(inside, loc, type, (*copies)[1], (*copies)[0], none)};
      });
  if (failed(cloned))
    return failure();
  return computed;
}

void AggregateSplitter::addDistinct(Value computed, StringAttr column, ArrayRef<Member> members) {
  SmallVector<StringAttr> all(keys);
  all.push_back(column);
  Value part = plan.aggregate(
      plan.distinct(computed, all), keys,
      llvm::map_to_vector(members, [&](const Member &member) { return nameOf(member); }),
      [&](RowRegion &region, OpBuilder &inside) {
        Value value = region.getColumn(loc, column);
        inside.setInsertionPointToEnd(region.getBlock());
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
  auto floor = [&](OpBuilder &inside, Value value) -> Value {
    return MathOp::create(inside, loc, f64, MathFunction::floor, value);
  };

  Value valid = plan.filter(computed, [&](RowRegion &region, OpBuilder &inside) {
    Value value = region.getColumn(loc, column);
    inside.setInsertionPointToEnd(region.getBlock());
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
                                 inside.setInsertionPointToEnd(region.getBlock());
                                 return {RowNumberOp::create(inside, loc, i64),
                                         PartitionSizeOp::create(inside, loc, i64)};
                               });
  // The place, and how far it is from the one before: of each row of a group the same.
  StringAttr row = plan.makeName(numbered), place = plan.makeName(numbered);
  Value placed =
      plan.withColumns(numbered, {row, place, column}, [&](RowRegion &region, OpBuilder &inside) {
        Value n = region.getColumn(loc, number), count = region.getColumn(loc, size);
        Value value = region.getColumn(loc, column);
        inside.setInsertionPointToEnd(region.getBlock());
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
    inside.setInsertionPointToEnd(region.getBlock());
    Value before = floor(inside, there);
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
        inside.setInsertionPointToEnd(region.getBlock());
        return SmallVector<Value>{MinOp::create(inside, loc, nullable, value, Value()),
                                  MaxOp::create(inside, loc, nullable, value, Value()),
                                  MaxOp::create(inside, loc, nullable, there, Value())};
      });
  Value part = plan.withColumns(
      ends, nameOf(member), [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
        Value a = region.getColumn(loc, low), b = region.getColumn(loc, high);
        Value there = region.getColumn(loc, share);
        inside.setInsertionPointToEnd(region.getBlock());
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
  for (auto [part, hasAllGroups] : ArrayRef(parts).drop_front()) {
    if (keys.empty()) {
      result = plan.join(JoinKind::cross, result, part, {}, {});
      continue;
    }
    // Keys of the part get names of their own.
    SmallVector<StringAttr> columns(PlanBuilder::typeOf(part).getNames()), renamed(columns);
    SmallVector<StringAttr> partKeys;
    for (unsigned i = 0; i < keys.size(); ++i) {
      renamed[i] = plan.makeName({result, part});
      partKeys.push_back(renamed[i]);
    }
    result = plan.join(hasAllGroups ? JoinKind::inner : JoinKind::left, result,
                       plan.project(part, columns, renamed), keys, partKeys);
  }
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

static FailureOr<Value> decompose(AggregateOp op, PlanBuilder &plan) {
  return AggregateSplitter(op, plan).run();
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {
struct Decompose : df::impl::MoltDFDecomposeBase<Decompose> {
  void runOnOperation() final {
    SmallVector<Operation *> plan;
    getOperation().walk([&](Operation *op) {
      if (isPlanOp(op))
        plan.push_back(op);
    });
    for (Operation *op : plan) {
      OpBuilder builder(op);
      PlanBuilder parts(builder, op->getLoc());
      FailureOr<Value> result =
          llvm::TypeSwitch<Operation *, FailureOr<Value>>(op)
              .Case<DistinctOp, UnionOp, IntersectOp, ExceptOp, DropNullsOp, FillNullOp,
                    AggregateOp, TopKOp>([&](auto op) { return decompose(op, parts); })
              .Default([](Operation *) { return failure(); });
      if (failed(result))
        continue;
      op->getResult(0).replaceAllUsesWith(*result);
      op->erase();
    }
  }
};
} // namespace
