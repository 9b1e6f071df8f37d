//===- Interpreter.cpp - The reference interpreter ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Interp/Interpreter.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "PlanOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::interp;

namespace {

/// Runs one function: the table of every value so far.
class Interpreter {
public:
  explicit Interpreter(Context &context) : context(context) {}

  FailureOr<Table> run(func::FuncOp function);

private:
  FailureOr<Table> runOp(Operation *op);
  const Table &get(mlir::Value value) { return tables.find(value)->second; }
  std::vector<Table> getAll(ValueRange values) {
    std::vector<Table> result;
    for (mlir::Value value : values)
      result.push_back(get(value));
    return result;
  }

  Context &context;
  llvm::DenseMap<mlir::Value, Table> tables;
};

} // namespace

FailureOr<Table> Interpreter::runOp(Operation *op) {
  return llvm::TypeSwitch<Operation *, FailureOr<Table>>(op)
      .Case([&](df::SourceOp op) { return runSource(op, context); })
      .Case([&](df::ProjectOp op) { return runProject(op, get(op.getInput())); })
      .Case([&](df::WithColumnsOp op) { return runWithColumns(op, get(op.getInput()), context); })
      .Case([&](df::FilterOp op) { return runFilter(op, get(op.getInput()), context); })
      .Case([&](df::AggregateOp op) { return runAggregate(op, get(op.getInput()), context); })
      .Case([&](df::ConcatOp op) {
        return concatTables(cast<df::TableType>(op.getType()), getAll(op.getInputs()));
      })
      .Case([&](df::UnionOp op) { return runUnion(op, getAll(op.getInputs()), context); })
      .Case([&](df::IntersectOp op) {
        return runIntersect(op, get(op.getLeft()), get(op.getRight()), context);
      })
      .Case([&](df::ExceptOp op) {
        return runExcept(op, get(op.getLeft()), get(op.getRight()), context);
      })
      .Case([&](df::DistinctOp op) { return runDistinct(op, get(op.getInput()), context); })
      .Case([&](df::DropNullsOp op) { return runDropNulls(op, get(op.getInput())); })
      .Case([&](df::FillNullOp op) { return runFillNull(op, get(op.getInput()), context); })
      .Case([&](df::JoinOp op) {
        return runJoin(op, get(op.getLeft()), get(op.getRight()), context);
      })
      .Case([&](df::SortOp op) { return runSort(op, get(op.getInput()), context); })
      .Case([&](df::TopKOp op) {
        return op.getPer() ? runTopKPer(op, get(op.getInput()), context)
                           : runTopK(op, get(op.getInput()), context);
      })
      .Case([&](df::WindowOp op) { return runWindow(op, get(op.getInput()), context); })
      .Case([&](df::LimitOp op) { return runLimit(op, get(op.getInput())); })
      .Case([&](df::WithRowIndexOp op) { return runWithRowIndex(op, get(op.getInput())); })
      .Default([&](Operation *) {
        return context.fail(op, MOLT_UNSUPPORTED, -1,
                            "is not a plan operation that the interpreter knows; it runs molt_df");
      });
}

FailureOr<Table> Interpreter::run(func::FuncOp function) {
  FunctionType type = function.getFunctionType();
  if (function.isExternal() || !function.getBody().hasOneBlock() || type.getNumInputs() != 0 ||
      type.getNumResults() != 1 || !isa<df::TableType>(type.getResult(0)))
    return context.fail(function, MOLT_UNSUPPORTED, -1,
                        "a program is a function with one block, without arguments, that "
                        "returns one table");
  for (Operation &op : function.getBody().front().without_terminator()) {
    FailureOr<Table> result = runOp(&op);
    if (failed(result))
      return failure();
    tables.try_emplace(op.getResult(0), std::move(*result));
  }
  return get(function.getBody().front().getTerminator()->getOperand(0));
}

MoltStatus interp::evaluate(func::FuncOp function, ArrayRef<NamedTable> inputs, Table &result,
                            ResultNotes &notes, MoltError *error) {
  function.getContext()->getOrLoadDialect<str::StrDialect>();
  Context context;
  context.inputs = inputs;
  FailureOr<Table> table = Interpreter(context).run(function);
  notes = context.notes;
  if (failed(table)) {
    *error = context.error;
    return static_cast<MoltStatus>(context.error.code);
  }
  result = std::move(*table);
  return MOLT_OK;
}

MoltStatus interp::interpret(func::FuncOp function, ArrayRef<NamedTable> inputs,
                             MoltRuntime *runtime, MoltTable **result, MoltError *error) {
  Table table;
  ResultNotes notes;
  if (MoltStatus status = evaluate(function, inputs, table, notes, error))
    return status;
  return writeTable(table, runtime, result, error);
}
