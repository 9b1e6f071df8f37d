//===- ResultOrder.cpp - What a plan says about the order of rows ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ResultOrder.h"

using namespace molt;
using namespace molt::fuzz;

const ResultOrder &OrderAnalysis::get(mlir::Value table) {
  auto found = known.find(table);
  if (found == known.end()) {
    ResultOrder order = compute(table.getDefiningOp()); // may grow `known`
    found = known.try_emplace(table, std::move(order)).first;
  }
  return found->second;
}

/// The order of a table whose column names changed: `rename` gives the new name of a
/// column, or an empty one if the column is gone.
static ResultOrder renameColumns(const ResultOrder &order,
                                 function_ref<StringAttr(StringRef)> rename) {
  ResultOrder result;
  result.kind = order.kind;
  result.isAmbiguous = order.isAmbiguous;
  for (df::SortKeyAttr key : order.keys) {
    StringAttr name = rename(key.getColumn());
    if (!name) {
      result.kind = ResultOrder::Unspecified;
      result.keys.clear();
      break;
    }
    result.keys.push_back(
        df::SortKeyAttr::get(key.getContext(), name, key.getDescending(), key.getNullsFirst()));
  }
  for (const auto &entry : order.uniqueColumns) {
    StringAttr name = rename(entry.getKey());
    if (!name) {
      result.uniqueColumns.clear();
      break;
    }
    result.uniqueColumns.insert(name);
  }
  for (const auto &entry : order.canonicalColumns)
    if (StringAttr name = rename(entry.getKey()))
      result.canonicalColumns.insert(name);
  return result;
}

/// Whether rows with equal keys are the same rows, or one row.
static bool isTotal(ArrayAttr keys, const ResultOrder &order, df::TableType type) {
  llvm::StringSet<> names;
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>())
    names.insert(key.getColumn());
  auto isKey = [&](StringRef name) { return names.contains(name); };
  if (!order.uniqueColumns.empty() && llvm::all_of(order.uniqueColumns.keys(), isKey))
    return true;
  for (auto [name, columnType] : llvm::zip_equal(type.getNames(), type.getTypes())) {
    bool isFloat = isa<FloatType>(df::getNonNull(columnType));
    if (!isKey(name) || (isFloat && !order.canonicalColumns.contains(name)))
      return false;
  }
  return true;
}

static ResultOrder sortBy(ArrayAttr keys, const ResultOrder &input, Type type) {
  ResultOrder result = input;
  result.keys.clear();
  if (input.kind == ResultOrder::Defined || isTotal(keys, input, cast<df::TableType>(type))) {
    result.kind = ResultOrder::Defined;
    return result;
  }
  result.kind = ResultOrder::Sorted;
  llvm::append_range(result.keys, keys.getAsRange<df::SortKeyAttr>());
  return result;
}

/// The order of a result that has the rows of an input, or one for several of them.
static ResultOrder::Kind maintained(Operation *op, const ResultOrder &input) {
  bool isDefined = op->hasAttr("maintain_order") && input.kind == ResultOrder::Defined;
  return isDefined ? ResultOrder::Defined : ResultOrder::Unspecified;
}

static auto getColumns(mlir::Value table) {
  auto type = cast<df::TableType>(table.getType());
  return llvm::zip_equal(type.getNames(), type.getTypes());
}

ResultOrder OrderAnalysis::compute(Operation *op) {
  if (auto project = dyn_cast<df::ProjectOp>(op))
    return renameColumns(get(project.getInput()), [&](StringRef name) -> StringAttr {
      for (auto [column, newName] :
           llvm::zip_equal(project.getColumns().getAsRange<StringAttr>(),
                           project.getResultNames().getAsRange<StringAttr>()))
        if (column == name)
          return newName;
      return {};
    });

  if (auto withColumns = dyn_cast<df::WithColumnsOp>(op))
    return renameColumns(get(withColumns.getInput()), [&](StringRef name) -> StringAttr {
      auto attr = StringAttr::get(op->getContext(), name);
      return llvm::is_contained(withColumns.getNames(), Attribute(attr)) ? StringAttr() : attr;
    });

  if (auto filter = dyn_cast<df::FilterOp>(op))
    return get(filter.getInput());

  if (auto sort = dyn_cast<df::SortOp>(op))
    return sortBy(sort.getKeys(), get(sort.getInput()), sort.getInput().getType());

  if (auto window = dyn_cast<df::WindowOp>(op)) {
    ResultOrder input = get(window.getInput());
    // Numbers, values by place and frames of rows tell peers apart by the order of the input.
    df::FrameAttr frame = window.getFrameAttr();
    bool countsRows = frame && frame.getUnits() == df::FrameUnits::rows &&
                      (frame.getStart() || frame.getEnd());
    bool tells = false;
    for (mlir::Value value : window.getBody().front().getTerminator()->getOperands()) {
      Operation *op = value.getDefiningOp();
      tells |= isa<df::RowNumberOp, df::NTileOp, df::LagOp, df::LeadOp, df::NthValueOp,
                   df::FirstOp, df::LastOp, df::ArgMinOp, df::ArgMaxOp>(op);
      tells |= countsRows && isa<df::AggregateOpInterface>(op);
    }
    ResultOrder placed = sortBy(window.getOrder(), input, window.getInput().getType());
    ResultOrder result = input;
    if (!window.getMaintainOrder()) {
      result.kind = ResultOrder::Unspecified;
      result.keys.clear();
    }
    result.isAmbiguous |= tells && placed.kind != ResultOrder::Defined;
    for (auto [name, value] :
         llvm::zip_equal(window.getNames().getAsRange<StringAttr>(),
                         window.getBody().front().getTerminator()->getOperands()))
      if (isa<df::PercentRankOp, df::CumeDistOp>(value.getDefiningOp()))
        result.canonicalColumns.insert(name);
    return result;
  }

  if (auto topK = dyn_cast<df::TopKOp>(op)) {
    ResultOrder result = sortBy(topK.getKeys(), get(topK.getInput()), topK.getInput().getType());
    result.isAmbiguous |= result.kind != ResultOrder::Defined && topK.getCount() != 0;
    if (topK.getPer()) {
      result.kind = ResultOrder::Unspecified;
      result.keys.clear();
    }
    return result;
  }

  if (auto limit = dyn_cast<df::LimitOp>(op)) {
    ResultOrder result = get(limit.getInput());
    result.isAmbiguous |= result.kind != ResultOrder::Defined && limit.getCount() != 0;
    return result;
  }

  if (auto index = dyn_cast<df::WithRowIndexOp>(op)) {
    ResultOrder result = get(index.getInput());
    result.isAmbiguous |= result.kind != ResultOrder::Defined || index.getMonotonic();
    return result;
  }

  if (auto aggregate = dyn_cast<df::AggregateOp>(op)) {
    ResultOrder result;
    const ResultOrder &input = get(aggregate.getInput());
    result.isAmbiguous = input.isAmbiguous;
    for (mlir::Value value : aggregate.getBody().front().getTerminator()->getOperands())
      if (isa<df::FirstOp, df::LastOp, df::ArgMinOp, df::ArgMaxOp>(value.getDefiningOp()))
        result.isAmbiguous |= input.kind != ResultOrder::Defined;
    if (!aggregate.getKeys().empty()) // otherwise it is one row
      result.kind = maintained(op, input);
    for (StringAttr key : aggregate.getKeys().getAsRange<StringAttr>()) {
      result.uniqueColumns.insert(key);
      result.canonicalColumns.insert(key);
    }
    Operation *yield = aggregate.getBody().front().getTerminator();
    for (auto [name, value] :
         llvm::zip_equal(aggregate.getNames().getAsRange<StringAttr>(), yield->getOperands()))
      if (isa<df::MinOp, df::MaxOp>(value.getDefiningOp()))
        result.canonicalColumns.insert(name);
    return result;
  }

  if (auto distinct = dyn_cast<df::DistinctOp>(op)) {
    ResultOrder result;
    const ResultOrder &input = get(distinct.getInput());
    result.kind = maintained(op, input);
    result.isAmbiguous = input.isAmbiguous;
    result.canonicalColumns = input.canonicalColumns;
    auto type = cast<df::TableType>(distinct.getType());
    size_t compared = 0;
    for (StringAttr name : type.getNames())
      if (!distinct.getColumns() ||
          llvm::is_contained(distinct.getColumns()->getAsRange<StringAttr>(), name)) {
        result.uniqueColumns.insert(name);
        result.canonicalColumns.insert(name);
        ++compared;
      }
    // Which of equal rows stays shows in the other columns.
    if (compared < type.getNumColumns() && distinct.getKeep() != df::Keep::none)
      result.isAmbiguous |=
          input.kind != ResultOrder::Defined ||
          (distinct.getKeep() == df::Keep::any && !distinct.getMaintainOrder());
    return result;
  }

  if (isa<df::UnionOp, df::IntersectOp, df::ExceptOp>(op)) {
    ResultOrder result;
    result.kind = maintained(op, {});
    for (mlir::Value input : op->getOperands()) {
      ResultOrder order = get(input);
      result.isAmbiguous |= order.isAmbiguous;
      bool isFirst = input == op->getOperand(0);
      if ((isFirst || isa<df::UnionOp>(op)) && order.kind != ResultOrder::Defined)
        result.kind = ResultOrder::Unspecified;
      // Rows of the left table as they are there; which of equal ones shows in the sign of zeros.
      if (isFirst && op->hasAttr("all")) {
        result.canonicalColumns = order.canonicalColumns;
        for (auto [name, type] : getColumns(input))
          result.isAmbiguous |= order.kind != ResultOrder::Defined &&
                                isa<FloatType>(df::getNonNull(type)) &&
                                !order.canonicalColumns.contains(name);
      }
    }
    if (op->hasAttr("all"))
      return result;
    for (StringAttr name : cast<df::TableType>(op->getResult(0).getType()).getNames()) {
      result.uniqueColumns.insert(name);
      result.canonicalColumns.insert(name);
    }
    return result;
  }

  if (auto dropNulls = dyn_cast<df::DropNullsOp>(op))
    return get(dropNulls.getInput());

  if (auto fillNull = dyn_cast<df::FillNullOp>(op)) {
    // What is filled in may be equal, and -0.
    ResultOrder result = get(fillNull.getInput());
    for (StringAttr name : fillNull.getNames().getAsRange<StringAttr>()) {
      result.canonicalColumns.erase(name);
      if (llvm::any_of(result.keys, [&](df::SortKeyAttr key) { return key.getColumn() == name; }) ||
          result.uniqueColumns.contains(name)) {
        if (result.kind == ResultOrder::Sorted)
          result.kind = ResultOrder::Unspecified;
        result.keys.clear();
        result.uniqueColumns.clear();
      }
    }
    return result;
  }

  if (auto concat = dyn_cast<df::ConcatOp>(op)) {
    ResultOrder result = get(concat.getInputs()[0]);
    if (concat.getInputs().size() == 1)
      return result;
    for (mlir::Value input : concat.getInputs().drop_front()) {
      ResultOrder other = get(input);
      result.isAmbiguous |= other.isAmbiguous;
      if (other.kind != ResultOrder::Defined || result.kind != ResultOrder::Defined)
        result.kind = ResultOrder::Unspecified;
      for (StringRef name : llvm::to_vector(result.canonicalColumns.keys()))
        if (!other.canonicalColumns.contains(name))
          result.canonicalColumns.erase(name);
    }
    result.keys.clear();
    result.uniqueColumns.clear();
    return result;
  }

  if (auto join = dyn_cast<df::JoinOp>(op)) {
    ResultOrder left = get(join.getLeft()), right = get(join.getRight());
    ResultOrder result;
    result.kind = maintained(op, left);
    if (join.givesRight() && right.kind != ResultOrder::Defined)
      result.kind = ResultOrder::Unspecified;
    result.isAmbiguous = left.isAmbiguous || right.isAmbiguous;
    for (const ResultOrder &side : {left, right})
      for (StringRef name : side.canonicalColumns.keys())
        result.canonicalColumns.insert(name);
    return result;
  }

  return {}; // source: its own order
}
