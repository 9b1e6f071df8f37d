//===- Shrink.cpp - Smaller programs with the same defect -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A reduction changes a copy of the program at one place; types are inferred anew and
// what does not verify is not tried.
//
//===----------------------------------------------------------------------===//

#include "Shrink.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include <algorithm>

using namespace molt;
using namespace molt::fuzz;
using interp::Column;
using interp::Scalar;

//===----------------------------------------------------------------------===//
// Repairing a changed program
//===----------------------------------------------------------------------===//

/// Removes the attribute at an ordinal.
static ArrayAttr without(ArrayAttr array, size_t ordinal) {
  SmallVector<Attribute> rest(array.begin(), array.end());
  rest.erase(rest.begin() + ordinal);
  return ArrayAttr::get(array.getContext(), rest);
}

static LogicalResult inferType(Operation *op) {
  auto inferable = dyn_cast<InferTypeOpInterface>(op);
  if (!inferable)
    return success(); // constants, casts, sources
  SmallVector<Type> types;
  if (failed(inferable.inferReturnTypes(op->getContext(), std::nullopt, op->getOperands(),
                                        op->getDiscardableAttrDictionary(),
                                        op->getPropertiesStorage(), op->getRegions(), types)))
    return failure();
  for (auto [result, type] : llvm::zip_equal(op->getResults(), types))
    result.setType(type);
  return success();
}

/// Drops unused expressions and arguments of a row region and gives the rest the types
/// that follow from the input table.
static LogicalResult repairRegion(df::RowRegionOpInterface op) {
  Block &body = op.getRowRegion().front();
  for (Operation &expression : llvm::make_early_inc_range(llvm::reverse(body)))
    if (expression.getNumResults() == 1 && expression.use_empty())
      expression.erase();
  for (size_t i = body.getNumArguments(); i-- > 0;)
    if (body.getArgument(i).use_empty()) {
      body.eraseArgument(i);
      op.setRowColumns(without(op.getRowColumns(), i));
    }
  df::TableType table = op.getRowType(op->getOperands());
  for (auto [name, argument] :
       llvm::zip_equal(op.getRowColumns().getAsRange<StringAttr>(), body.getArguments())) {
    Type type = table.getColumnType(name);
    if (!type)
      return failure();
    argument.setType(type);
  }
  for (Operation &expression : body)
    if (failed(inferType(&expression)))
      return failure();
  return success();
}

/// Makes a changed program whole again, or says that it cannot be.
static LogicalResult repair(Program &program) {
  func::FuncOp function = program.getFunction();
  Block &block = function.getBody().front();
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
    if (op.getNumResults() == 1 && op.use_empty())
      op.erase();
  for (Operation &op : block) {
    if (df::RowRegionOpInterface rowOp = df::getRowRegionOp(&op))
      if (failed(repairRegion(rowOp)))
        return failure();
    if (failed(inferType(&op)))
      return failure();
  }
  function.setType(
      FunctionType::get(function.getContext(), {}, block.getTerminator()->getOperandTypes()));
  llvm::erase_if(program.inputs, [&](const Input &input) {
    return llvm::none_of(block.getOps<df::SourceOp>(),
                         [&](df::SourceOp source) { return source.getName() == input.name; });
  });
  ScopedDiagnosticHandler quiet(function.getContext(), [](Diagnostic &) { return success(); });
  return mlir::verify(program.getModule());
}

//===----------------------------------------------------------------------===//
// Reductions
//===----------------------------------------------------------------------===//

namespace {

class Shrinker {
public:
  Shrinker(const Program &program, function_ref<bool(const Program &)> isInteresting,
           unsigned maxTries)
      : best(program.clone()), isInteresting(isInteresting), triesLeft(maxTries) {}

  Program run() {
    // Rows first: everything else is faster then.
    bool progress = true;
    while (progress && triesLeft > 0) {
      progress = false;
      for (size_t input = 0; input < best.inputs.size(); ++input)
        progress |= dropRows(input);
      progress |= reduceOps(&Shrinker::returnInstead);
      progress |= reduceOps(&Shrinker::bypass);
      progress |= reduceOps(&Shrinker::dropListEntry);
      progress |= reduceOps(&Shrinker::simplifyExpression);
      progress |= reduceOps(&Shrinker::dropSourceDetail);
    }
    for (size_t input = 0; input < best.inputs.size(); ++input)
      simplifyCells(input);
    return std::move(best);
  }

private:
  /// Takes a candidate if it is valid and interesting.
  bool accept(Program candidate) {
    if (triesLeft == 0 || failed(repair(candidate)))
      return false;
    --triesLeft;
    if (!isInteresting(candidate))
      return false;
    best = std::move(candidate);
    return true;
  }

  /// A change of the `choice`-th kind at one operation of a copy: false if there is no
  /// such choice, so that the next operation's turn comes.
  using Change = bool (Shrinker::*)(Program &, Operation &, unsigned choice);

  bool reduceOps(Change change) {
    bool progress = false;
    for (size_t position = 0;; ++position) {
      for (unsigned choice = 0;; ++choice) {
        Program candidate = best.clone();
        Block &block = candidate.getFunction().getBody().front();
        if (position >= block.getOperations().size())
          return progress;
        if (!(this->*change)(candidate, *std::next(block.begin(), position), choice))
          break;
        if (accept(std::move(candidate))) {
          progress = true;
          --choice; // what stood at this place is gone
        }
      }
    }
  }

  /// Returns the operation's table instead of what is returned.
  bool returnInstead(Program &, Operation &op, unsigned choice) {
    Operation *returnOp = op.getBlock()->getTerminator();
    if (choice > 0 || op.getNumResults() != 1 || returnOp->getOperand(0) == op.getResult(0))
      return false;
    returnOp->setOperand(0, op.getResult(0));
    return true;
  }

  /// Uses an input of the operation instead of its result.
  bool bypass(Program &, Operation &op, unsigned choice) {
    if (op.getNumResults() != 1 || choice >= op.getNumOperands())
      return false;
    op.getResult(0).replaceAllUsesWith(op.getOperand(choice));
    return true;
  }

  /// Drops a column, key or aggregate.
  bool dropListEntry(Program &, Operation &op, unsigned choice) {
    auto drop = [&](ArrayAttr list, auto set) {
      if (choice >= list.size()) {
        choice -= list.size();
        return false;
      }
      set(without(list, choice));
      return true;
    };
    auto dropYield = [&](ArrayAttr names, Region &body, auto set) {
      return drop(names, [&](ArrayAttr rest) {
        body.front().getTerminator()->eraseOperand(choice);
        set(rest);
      });
    };
    if (auto project = dyn_cast<df::ProjectOp>(op))
      return drop(project.getColumns(), [&](ArrayAttr rest) {
        if (project.getNames())
          project.setNamesAttr(without(*project.getNames(), choice));
        project.setColumnsAttr(rest);
      });
    if (auto withColumns = dyn_cast<df::WithColumnsOp>(op))
      return dropYield(withColumns.getNames(), withColumns.getBody(),
                       [&](ArrayAttr rest) { withColumns.setNamesAttr(rest); });
    if (auto aggregate = dyn_cast<df::AggregateOp>(op))
      return dropYield(aggregate.getNames(), aggregate.getBody(),
                       [&](ArrayAttr rest) { aggregate.setNamesAttr(rest); }) ||
             drop(aggregate.getKeys(), [&](ArrayAttr rest) { aggregate.setKeysAttr(rest); });
    if (auto sort = dyn_cast<df::SortOp>(op))
      return drop(sort.getKeys(), [&](ArrayAttr rest) { sort.setKeysAttr(rest); });
    if (auto topK = dyn_cast<df::TopKOp>(op))
      return drop(topK.getKeys(), [&](ArrayAttr rest) { topK.setKeysAttr(rest); });
    if (auto join = dyn_cast<df::JoinOp>(op))
      return drop(join.getLeftKeys(), [&](ArrayAttr rest) {
        join.setRightKeysAttr(without(join.getRightKeys(), choice));
        join.setLeftKeysAttr(rest);
      });
    return false;
  }

  /// Uses another scalar of the region instead of an expression's result.
  bool simplifyExpression(Program &, Operation &op, unsigned choice) {
    df::RowRegionOpInterface rowOp = df::getRowRegionOp(&op);
    if (!rowOp)
      return false;
    Block &body = rowOp.getRowRegion().front();
    for (Operation &expression : llvm::reverse(body)) {
      if (expression.getNumResults() != 1 || isa<df::AggregateOpInterface, df::WindowFunctionOpInterface>(expression))
        continue;
      for (mlir::Value operand : expression.getOperands()) {
        if (choice-- != 0)
          continue;
        expression.getResult(0).replaceAllUsesWith(operand);
        return true;
      }
      for (mlir::Value argument : body.getArguments()) {
        if (argument.getType() != expression.getResult(0).getType() || choice-- != 0)
          continue;
        expression.getResult(0).replaceAllUsesWith(argument);
        return true;
      }
    }
    return false;
  }

  /// Drops facts, the row bound or a column of a source.
  bool dropSourceDetail(Program &program, Operation &op, unsigned choice) {
    auto source = dyn_cast<df::SourceOp>(op);
    if (!source)
      return false;
    if (source.getFacts() && choice-- == 0) {
      source.removeFactsAttr();
      return true;
    }
    if (source.getRows() && choice-- == 0) {
      source.removeRowsAttr();
      return true;
    }
    auto type = cast<df::TableType>(source.getType());
    if (choice >= type.getNumColumns())
      return false;
    SmallVector<StringAttr> names(type.getNames());
    SmallVector<Type> types(type.getTypes());
    if (source.getFacts()) {
      NamedAttrList facts(*source.getFacts());
      facts.erase(names[choice]);
      source.setFactsAttr(facts.getDictionary(op.getContext()));
    }
    names.erase(names.begin() + choice);
    types.erase(types.begin() + choice);
    source.getResult().setType(df::TableType::get(op.getContext(), names, types));
    for (Input &input : program.inputs)
      if (input.name == source.getName()) {
        input.table.type = cast<df::TableType>(source.getType());
        input.table.columns.erase(input.table.columns.begin() + choice);
      }
    return true;
  }

  /// Drops rows begin … end - 1 of an input.
  bool dropRange(size_t input, int64_t begin, int64_t end) {
    Program candidate = best.clone();
    interp::Table &table = candidate.inputs[input].table;
    for (auto &column : table.columns) {
      Column rest(*column);
      rest.erase(rest.begin() + begin, rest.begin() + end);
      column = std::make_shared<Column>(std::move(rest));
    }
    table.rows -= end - begin;
    return accept(std::move(candidate));
  }

  bool dropRows(size_t input) {
    bool progress = false;
    for (int64_t length = best.inputs[input].table.rows; length > 0; length /= 2)
      for (int64_t begin = 0; begin < best.inputs[input].table.rows;) {
        int64_t end = std::min(begin + length, best.inputs[input].table.rows);
        if (dropRange(input, begin, end))
          progress = true;
        else
          begin = end;
        if (input >= best.inputs.size() || triesLeft == 0)
          return progress;
      }
    return progress;
  }

  /// Replaces values by zeros and empty strings.
  void simplifyCells(size_t input) {
    for (size_t column = 0; column < best.inputs[input].table.columns.size(); ++column)
      for (int64_t row = 0; row < std::min<int64_t>(best.inputs[input].table.rows, 8); ++row) {
        const Scalar &old = best.inputs[input].table.at(row, column);
        if (old.isNull())
          continue;
        Scalar simple = old.isInteger()    ? Scalar::ofInteger(0)
                        : old.isReal()     ? Scalar::ofReal(0)
                        : old.isInterval() ? Scalar::ofInterval({})
                        : old.isString()   ? Scalar::ofString("")
                                           : Scalar::ofBool(false);
        Program candidate = best.clone();
        auto &values = candidate.inputs[input].table.columns[column];
        Column changed(*values);
        changed[row] = simple;
        values = std::make_shared<Column>(std::move(changed));
        accept(std::move(candidate));
      }
  }

  Program best;
  function_ref<bool(const Program &)> isInteresting;
  unsigned triesLeft;
};

} // namespace

Program fuzz::shrink(const Program &program, function_ref<bool(const Program &)> isInteresting,
                     unsigned maxTries) {
  return Shrinker(program, isInteresting, maxTries).run();
}
