//===- PlanBuilder.h - Plan operations from parts ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_TRANSFORMS_PLANBUILDER_H
#define MOLT_LIB_DIALECT_DF_TRANSFORMS_PLANBUILDER_H

#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"

namespace molt::df {

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

  /// What a row region yields. The builder's place is the end of the region.
  using Body = function_ref<SmallVector<Value>(RowRegion &, OpBuilder &)>;
  using FallibleBody = function_ref<FailureOr<SmallVector<Value>>(RowRegion &, OpBuilder &)>;
  /// Fails, and leaves no operation, if `body` does.
  template <typename OpTy>
  FailureOr<Value> tryRows(Value table, typename OpTy::Properties properties, FallibleBody body) {
    RowRegion region(builder, typeOf(table));
    OpBuilder inside(builder.getContext());
    inside.setInsertionPointToEnd(region.getBlock());
    FailureOr<SmallVector<Value>> values = body(region, inside);
    if (failed(values))
      return failure();
    region.yield(loc, *values);
    properties.columns = region.getColumnNames();
    return Value(*createPlanOp<OpTy>(builder, loc, table, properties, region.take()));
  }
  template <typename OpTy>
  Value rows(Value table, const typename OpTy::Properties &properties, Body body) {
    return *tryRows<OpTy>(table, properties, body);
  }
  FailureOr<Value> tryWithColumns(Value table, ArrayRef<StringAttr> newNames, FallibleBody body) {
    WithColumnsOp::Properties properties;
    properties.names = names(newNames);
    return tryRows<WithColumnsOp>(table, properties, body);
  }
  Value withColumns(Value table, ArrayRef<StringAttr> newNames, Body body) {
    return *tryWithColumns(table, newNames, body);
  }
  Value filter(Value table, Body body) { return rows<FilterOp>(table, {}, body); }
  FailureOr<Value> tryAggregate(Value table, ArrayRef<StringAttr> keys,
                                ArrayRef<StringAttr> newNames, FallibleBody body) {
    AggregateOp::Properties properties;
    properties.keys = names(keys);
    properties.names = names(newNames);
    return tryRows<AggregateOp>(table, properties, body);
  }
  Value aggregate(Value table, ArrayRef<StringAttr> keys, ArrayRef<StringAttr> newNames,
                  Body body) {
    return *tryAggregate(table, keys, newNames, body);
  }
  /// The table with one more column, of a constant.
  Value withConstant(Value table, StringAttr name) {
    return withColumns(table, name, [&](RowRegion &region, OpBuilder &inside) {
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
  /// Joins a table with one row for each value of the keys, which have the same names in both;
  /// the result has them once. Without keys the other table has one row.
  Value joinOnKeys(JoinKind kind, Value table, Value other, ArrayRef<StringAttr> keys) {
    if (keys.empty())
      return join(JoinKind::cross, table, other, {}, {});
    SmallVector<StringAttr> columns(typeOf(other).getNames()), renamed(columns), otherKeys;
    for (auto [column, name] : llvm::zip_equal(columns, renamed))
      if (llvm::is_contained(keys, column))
        name = makeName({table, other});
    for (StringAttr key : keys)
      otherKeys.push_back(renamed[llvm::find(columns, key) - columns.begin()]);
    return join(kind, table, project(other, columns, renamed), keys, otherKeys);
  }
  FailureOr<Value> tryWindow(Value table, ArrayRef<StringAttr> by, ArrayAttr order,
                             ArrayRef<StringAttr> newNames, FallibleBody body) {
    WindowOp::Properties properties;
    properties.by = names(by);
    properties.order = order;
    properties.names = names(newNames);
    return tryRows<WindowOp>(table, properties, body);
  }
  Value window(Value table, ArrayRef<StringAttr> by, ArrayAttr order, ArrayRef<StringAttr> newNames,
               Body body) {
    return *tryWindow(table, by, order, newNames, body);
  }
  /// The table with one more column: the number of the row among those that agree in some
  /// columns, from 1 on, by the order of sort keys, and else of the table.
  Value number(Value table, ArrayRef<StringAttr> by, StringAttr name, ArrayAttr order = {}) {
    if (!order)
      order = builder.getArrayAttr({});
    return window(table, by, order, name, [&](RowRegion &, OpBuilder &inside) {
      return SmallVector<Value>{RowNumberOp::create(inside, loc, inside.getI64Type())};
    });
  }
  /// The table with one more column, by which a sort gives its order.
  Value withOrder(Value table, StringAttr name) {
    WithRowIndexOp::Properties properties;
    properties.monotonic = builder.getUnitAttr();
    properties.name = name;
    return *createPlanOp<WithRowIndexOp>(builder, loc, table, properties);
  }
  /// Ascending, nulls last.
  Value sort(Value table, ArrayRef<StringAttr> keys) {
    SortOp::Properties properties;
    properties.keys = sortKeys(keys);
    return *createPlanOp<SortOp>(builder, loc, table, properties);
  }
  ArrayAttr sortKeys(ArrayRef<StringAttr> keys) {
    return builder.getArrayAttr(llvm::map_to_vector(keys, [&](StringAttr key) -> Attribute {
      return SortKeyAttr::get(builder.getContext(), key, /*descending=*/false,
                              /*nullsFirst=*/false);
    }));
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
          value = CastOp::create(inside, loc, type.getColumnType(name), value);
        }
        return values;
      });
    return project(table, type.getNames());
  }

private:
  unsigned next = 0;
};

/// Columns of a table, or all.
inline SmallVector<StringAttr> getColumns(TableType table, std::optional<ArrayAttr> names) {
  if (!names)
    return SmallVector<StringAttr>(table.getNames());
  // Attributes of operations may carry a type; names in table types do not.
  return llvm::map_to_vector(names->getAsRange<StringAttr>(), [](StringAttr name) {
    return StringAttr::get(name.getContext(), name.getValue());
  });
}

/// Puts what `decompose` makes of a plan operation in its place, if it does not fail; also in that
/// of operations made on the way (Decompose.cpp).
void decomposePlan(Operation *root,
                   function_ref<FailureOr<Value>(Operation *, PlanBuilder &)> decompose);

/// What stands for an operation with `maintain_order`: the same without it, with numbers of the
/// rows, and a sort by these (DecomposeOrder.cpp).
FailureOr<Value> decomposeOrder(Operation *op, PlanBuilder &plan);

/// What stands for a window with functions that skip nulls; failure if it has none
/// (DecomposeSkipNulls.cpp).
FailureOr<Value> decomposeSkipNulls(WindowOp op, PlanBuilder &plan);

/// What stands for a window with aggregates of whole partitions; failure if it is best as it is
/// (DecomposeWindow.cpp).
FailureOr<Value> decomposeWindow(WindowOp op, PlanBuilder &plan);

/// What stands for an aggregation with aggregates of distinct values or quantiles; failure if
/// there is none (DecomposeAggregates.cpp).
FailureOr<Value> decomposeAggregate(AggregateOp op, PlanBuilder &plan);

/// Replaces operations on values of type null by what they give (DecomposeNulls.cpp).
void decomposeNulls(Operation *root);

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_TRANSFORMS_PLANBUILDER_H
