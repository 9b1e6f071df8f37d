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
    return aggregate(table, columns, {}, [](RowRegion &, OpBuilder &) -> SmallVector<Value> {
      return {};
    });
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
      Value one = ConstantOp::create(inside, op.getLoc(), inside.getI64Type(),
                                     inside.getI64IntegerAttr(1));
      return {CmpOp::create(inside, op.getLoc(), inside.getI1Type(), CmpPredicate::eq, rows, one)};
    });
  return plan.castTo(groups, type);
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
template <typename OpTy> static Value decomposeMembership(OpTy op, PlanBuilder &plan, JoinKind kind) {
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
  SmallVector<StringAttr> filled =
      getColumns(PlanBuilder::typeOf(op.getInput()), op.getNames());
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
// Aggregates of distinct values
//===----------------------------------------------------------------------===//

namespace {
/// An aggregate of the operation, by its place among the results.
struct Member {
  unsigned number;
  AggregateOpInterface op;
};
} // namespace

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

/// Aggregates by the value whose duplicates do not count, on a table with a column for each of
/// these: null where the condition is not true.
static FailureOr<Value> decompose(AggregateOp op, PlanBuilder &plan) {
  Location loc = op.getLoc();
  SmallVector<StringAttr> resultNames = getColumns(PlanBuilder::typeOf(op.getInput()), op.getNames());
  SmallVector<StringAttr> keys = getColumns(PlanBuilder::typeOf(op.getInput()), op.getKeys());
  llvm::MapVector<std::pair<Value, Value>, SmallVector<Member>> sets;
  SmallVector<Member> plain;
  for (auto [number, value] :
       llvm::enumerate(op.getBody().front().getTerminator()->getOperands())) {
    auto aggregate = cast<AggregateOpInterface>(value.getDefiningOp());
    Member member{static_cast<unsigned>(number), aggregate};
    if (aggregate.getDistinct())
      sets[{aggregate.getInputs()[0], aggregate.getWhere()}].push_back(member);
    else
      plain.push_back(member);
  }
  if (sets.empty())
    return failure();

  // What each part of the plan gives, joined on the keys.
  SmallVector<Value> parts;
  auto nameOf = [&](const Member &member) { return resultNames[member.number]; };
  if (!plain.empty() || keys.empty()) {
    SmallVector<StringAttr> names = llvm::map_to_vector(plain, nameOf);
    LogicalResult cloned = success();
    if (!plain.empty())
      parts.push_back(plan.aggregate(op.getInput(), keys, names, [&](RowRegion &region, OpBuilder &) {
        SmallVector<Value> values;
        for (const Member &member : plain)
          values.push_back(member.op->getResult(0));
        IRMapping mapping;
        cloned = region.cloneExpressions(op, mapping);
        if (failed(cloned))
          return SmallVector<Value>();
        auto copies = region.clone(values, op.getColumns(), mapping);
        cloned = copies;
        return succeeded(copies) ? *copies : SmallVector<Value>();
      }));
    if (failed(cloned))
      return failure();
  }
  for (auto &[set, members] : sets) {
    auto [operand, where] = set;
    StringAttr column = plan.makeName(op.getInput());
    LogicalResult cloned = success();
    Value computed = plan.withColumns(op.getInput(), column, [&, operand = operand, where = where](
                                                                 RowRegion &region,
                                                                 OpBuilder &inside) {
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
    SmallVector<StringAttr> all(keys);
    all.push_back(column);
    parts.push_back(plan.aggregate(
        plan.distinct(computed, all), keys, llvm::map_to_vector(members, nameOf),
        [&, &members = members](RowRegion &region, OpBuilder &inside) {
          Value value = region.getColumn(loc, column);
          inside.setInsertionPointToEnd(region.getBlock());
          return llvm::map_to_vector(members, [&](const Member &member) {
            return createPlain(inside, member.op, value);
          });
        }));
  }

  Value result = parts[0];
  for (Value part : ArrayRef(parts).drop_front()) {
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
    result = plan.join(JoinKind::inner, result, plan.project(part, columns, renamed), keys, partKeys);
  }
  return plan.project(result, PlanBuilder::typeOf(op.getResult()).getNames());
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
                    AggregateOp>([&](auto op) { return decompose(op, parts); })
              .Default([](Operation *) { return failure(); });
      if (failed(result))
        continue;
      op->getResult(0).replaceAllUsesWith(*result);
      op->erase();
    }
  }
};
} // namespace
