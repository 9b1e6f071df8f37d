//===- ColumnLiveness.cpp - Which columns a plan needs --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/ColumnLiveness.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

ColumnLiveness::ColumnLiveness(Operation *root, bool asWritten) : asWritten(asWritten) {
  SmallVector<Operation *> plan;
  root->walk([&](Operation *op) {
    if (isPlanOp(op)) {
      plan.push_back(op);
      return;
    }
    // Whatever else uses a table needs all of it.
    for (Value operand : op->getOperands())
      if (auto type = dyn_cast<TableType>(operand.getType()))
        needed[operand].insert(type.getNames().begin(), type.getNames().end());
  });
  // Once around is enough if definitions precede uses in the text, as they do
  // without branches between blocks.
  do {
    changed = false;
    for (Operation *op : llvm::reverse(plan))
      visit(op);
  } while (changed);
}

void ColumnLiveness::need(OpOperand &table, StringAttr column) {
  // Attributes of operations may carry a type; names in table types do not.
  StringAttr name = StringAttr::get(column.getContext(), column.getValue());
  neededByUse[&table].insert(name);
  changed |= needed[table.get()].insert(name).second;
}

/// The columns that a row region needs to compute some of what it yields.
void ColumnLiveness::needForYielded(RowRegionOpInterface op, ValueRange values) {
  for (BlockArgument argument : getSlice(values).arguments)
    need(op->getOpOperand(0), cast<StringAttr>(op.getRowColumns()[argument.getArgNumber()]));
}

void ColumnLiveness::visit(Operation *op) {
  NameSet result = needed[op->getResult(0)];
  // What a region names and does not use would be missed, too.
  if (asWritten)
    if (RowRegionOpInterface rowOp = getRowRegionOp(op); rowOp && !isa<JoinOp>(op))
      needAll(op->getOpOperand(0), rowOp.getRowColumns().getAsRange<StringAttr>());
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](ProjectOp project) {
        for (auto [name, column] :
             llvm::zip_equal(project.getResultNames().getAsRange<StringAttr>(),
                             project.getColumns().getAsRange<StringAttr>()))
          if (asWritten || result.contains(StringAttr::get(name.getContext(), name.getValue())))
            need(project.getInputMutable(), column);
      })
      .Case([&](WithColumnsOp withColumns) {
        SmallVector<Value> values;
        for (auto [name, value] :
             llvm::zip_equal(withColumns.getNames().getAsRange<StringAttr>(),
                             withColumns.getBody().front().getTerminator()->getOperands()))
          if (result.erase(StringAttr::get(name.getContext(), name.getValue())))
            values.push_back(value);
        needAll(withColumns.getInputMutable(), result);
        needForYielded(withColumns, values);
      })
      .Case([&](FilterOp filter) {
        needAll(filter.getInputMutable(), result);
        needForYielded(filter, filter.getBody().front().getTerminator()->getOperands());
      })
      .Case([&](AggregateOp aggregate) {
        needAll(aggregate.getInputMutable(), aggregate.getKeys().getAsRange<StringAttr>());
        SmallVector<Value> values;
        for (auto [name, value] :
             llvm::zip_equal(aggregate.getNames().getAsRange<StringAttr>(),
                             aggregate.getBody().front().getTerminator()->getOperands()))
          if (result.contains(StringAttr::get(name.getContext(), name.getValue())))
            values.push_back(value);
        needForYielded(aggregate, values);
      })
      .Case([&](JoinOp join) {
        needAll(join.getLeftMutable(), join.getLeftKeys().getAsRange<StringAttr>());
        needAll(join.getRightMutable(), join.getRightKeys().getAsRange<StringAttr>());
        auto needEither = [&](StringAttr name) {
          bool isLeft = cast<TableType>(join.getLeft().getType()).find(name).has_value();
          need(isLeft ? join.getLeftMutable() : join.getRightMutable(), name);
        };
        for (StringAttr name : result)
          needEither(name);
        if (join.getColumns())
          for (StringAttr name : join.getColumnsAttr().getAsRange<StringAttr>())
            needEither(name);
      })
      .Case([&](ConcatOp concat) {
        // Tables that go under each other have the same columns.
        for (OpOperand &input : concat->getOpOperands())
          if (asWritten)
            needAll(input, cast<TableType>(input.get().getType()).getNames());
          else
            needAll(input, result);
      })
      .Case<SortOp, TopKOp>([&](auto sort) {
        needAll(sort.getInputMutable(), result);
        for (SortKeyAttr key : sort.getKeys().template getAsRange<SortKeyAttr>())
          need(sort.getInputMutable(), key.getColumn());
        if (auto topK = dyn_cast<TopKOp>(sort.getOperation()); topK && topK.getPer())
          needAll(topK.getInputMutable(), topK.getPer()->template getAsRange<StringAttr>());
      })
      .Case([&](WindowOp window) {
        for (StringAttr name : window.getNames().getAsRange<StringAttr>())
          result.erase(StringAttr::get(name.getContext(), name.getValue()));
        needAll(window.getInputMutable(), result);
        needAll(window.getInputMutable(), window.getBy().getAsRange<StringAttr>());
        needAll(window.getInputMutable(), window.getColumns().getAsRange<StringAttr>());
        for (SortKeyAttr key : window.getOrder().getAsRange<SortKeyAttr>())
          need(window.getInputMutable(), key.getColumn());
      })
      .Case([&](WithRowIndexOp index) {
        result.erase(StringAttr::get(index.getContext(), index.getName()));
        needAll(index.getInputMutable(), result);
      })
      .Case([&](LimitOp limit) { needAll(limit.getInputMutable(), result); })
      .Default([&](Operation *other) {
        for (OpOperand &operand : other->getOpOperands())
          if (auto type = dyn_cast<TableType>(operand.get().getType()))
            needAll(operand, type.getNames());
      });
}
