//===- PlanLowering.h - A plan on its way to pipelines -------- -*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plan is walked from the result to the sources. `open` makes the pipeline that
// produces a table and returns a Stream: the columns at its end and the place where
// the next operator goes. An operator that needs all rows (aggregate, join build,
// sort) ends the pipeline of its input and opens another one over its state.
//
//   DFToPipe.cpp       the pass, the walk, sources, expressions, the result
//   PlanAggregate.cpp  aggregate
//   PlanJoin.cpp       join
//   PlanCollect.cpp    concat, tables with several uses
//   PlanSort.cpp       sort, top_k, limit
//   PlanWindow.cpp     window
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_DFTOPIPE_PLANLOWERING_H
#define MOLT_LIB_CONVERSION_DFTOPIPE_PLANLOWERING_H

#include "Lowering.h"
#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/StringSet.h"

namespace molt::lowering {

/// A column of a stream: values, and their validity unless all are valid. Neither of type null:
/// nothing is carried along to be null.
struct Column {
  StringAttr name;
  Type dfType;
  Value value;
  Value valid;
};

/// Whether a column has parts. Columns of parts of states have no type.
inline bool hasParts(Type dfType) { return !dfType || !df::isNullType(dfType); }

/// An open pipeline: the columns at its end; operators are appended to `block`.
struct Stream {
  Block *block;
  SmallVector<Column> columns;

  const Column &get(StringRef name) const {
    for (const Column &column : columns)
      if (column.name.getValue() == name)
        return column;
    llvm_unreachable("column is not in the stream");
  }
};

class AggregateSet;
using Names = llvm::StringSet<>;

/// Builds one stage at the end of a stream. Columns become block arguments when
/// they are first used.
class StageScope {
public:
  StageScope(Stream &stream, Location loc)
      : region(std::make_unique<Region>()), block(new Block), builder(loc.getContext()),
        scalars(builder, loc), stream(stream) {
    region->push_back(block);
    builder.setInsertionPointToEnd(block);
  }

  ScalarBuilder &at(Location loc) {
    scalars.loc = loc;
    return scalars;
  }

  /// The value of a column in the region.
  Value use(Value column) {
    auto [it, inserted] = arguments.try_emplace(column, Value());
    if (inserted) {
      it->second = block->addArgument(cast<pipe::ColType>(column.getType()).getElementType(),
                                      column.getLoc());
      inputs.push_back(column);
    }
    return it->second;
  }
  ScalarValue use(const Column &column) {
    if (!hasParts(column.dfType))
      return {scalars.constantBool(false), scalars.constantBool(false)};
    return {use(column.value), column.valid ? use(column.valid) : Value()};
  }

  /// Registers a result of the stage; the return value is its number.
  size_t yield(Value value) {
    values.push_back(value);
    return values.size() - 1;
  }

  /// A column of the next stream.
  void yieldColumn(StringAttr name, Type dfType, const ScalarValue &scalar) {
    if (!hasParts(dfType)) {
      pending.push_back({name, dfType, kNone, kNone});
      return;
    }
    size_t value = yield(scalar.value);
    size_t valid = scalar.valid ? yield(scalar.valid) : kNone;
    pending.push_back({name, dfType, value, valid});
  }

  /// Creates the stage. The stream then has the columns that were yielded.
  SmallVector<Value> finish(Location loc, Value keep = {}) {
    pipe::YieldOp::create(builder, loc, keep, values);
    OpBuilder outer(loc.getContext());
    outer.setInsertionPointToEnd(stream.block);
    SmallVector<Type> types;
    for (Value value : values)
      types.push_back(pipe::ColType::get(loc.getContext(), value.getType()));
    OperationState state(loc, pipe::StageOp::getOperationName());
    state.addOperands(inputs);
    state.addTypes(types);
    state.addRegion(std::move(region));
    Operation *stage = outer.create(state);
    stream.columns.clear();
    auto result = [&](size_t number) {
      return number == kNone ? Value() : Value(stage->getResult(number));
    };
    for (const Pending &column : pending)
      stream.columns.push_back(
          {column.name, column.dfType, result(column.value), result(column.valid)});
    return SmallVector<Value>(stage->getResults());
  }

private:
  static constexpr size_t kNone = ~size_t(0);
  struct Pending {
    StringAttr name;
    Type dfType;
    size_t value, valid;
  };
  std::unique_ptr<Region> region;
  Block *block;
  OpBuilder builder;
  ScalarBuilder scalars;
  Stream &stream;
  llvm::MapVector<Value, Value> arguments;
  SmallVector<Value> inputs;
  SmallVector<Value> values;
  SmallVector<Pending> pending;
};

/// What a plan may have at most.
inline constexpr unsigned kMaxDepth = 2000, kMaxOperations = 20000;

/// Lowers one function.
class PlanLowering {
public:
  PlanLowering(func::FuncOp function, const LoweringTable &table, bool parallel)
      : function(function), table(table), main(function.getContext()), facts(function),
        parallel(parallel) {}

  LogicalResult run();

private:
  FailureOr<Stream> open(Value value, const Names &needed);
  FailureOr<Stream> openOp(Operation *op, const Names &needed);
  /// Declares an input of the program and checks what is assumed about its columns.
  int64_t addInput(df::SourceOp op, ArrayRef<StringAttr> names, ArrayRef<Type> types);
  /// A source that is `assumed` and that nothing reads.
  void guardDeadSource(df::SourceOp op);
  FailureOr<Stream> openSource(df::SourceOp op, const Names &needed);
  FailureOr<Stream> openFilter(df::FilterOp op, const Names &needed);
  FailureOr<Stream> openProject(df::ProjectOp op, const Names &needed);
  FailureOr<Stream> openWithColumns(df::WithColumnsOp op, const Names &needed);
  FailureOr<Stream> openAggregate(df::AggregateOp op, const Names &needed);
  FailureOr<Stream> openConcat(df::ConcatOp op, const Names &needed);
  FailureOr<Stream> openJoin(df::JoinOp op, const Names &needed);
  FailureOr<Value> lowerCondition(df::JoinOp op, Stream &pairs, bool filters);
  FailureOr<Stream> openSorted(Operation *op, Value input, ArrayAttr keys, int64_t offset,
                               int64_t limit, const Names &needed);
  FailureOr<Stream> openRowIndex(df::WithRowIndexOp op, const Names &needed);
  FailureOr<Stream> openWindow(df::WindowOp op, const Names &needed);
  Value createFrameStates(Location loc, Value frames, Value rows, const AggregateSet &set,
                          ArrayRef<int64_t> inputs);
  /// The rows of a stream sorted.
  struct Sorted {
    Value sorter, rows;
    SmallVector<Column> columns; ///< Of the payload.
    size_t partitionParts = 0;   ///< How many parts of the keys are those of the first keys.
  };
  /// Ends a stream in a sort by keys, which keeps the columns that `yieldPayload` yields. The
  /// first `partitionKeys` of the keys make partitions.
  Sorted sortRows(Location loc, const Stream &input, ArrayRef<df::SortKeyAttr> keys,
                  size_t partitionKeys, int64_t offset, int64_t limit,
                  function_ref<void(StageScope &)> yieldPayload);

  /// Ends streams with the same columns, in any order, in one state; the new stream has the
  /// rows of the first, then those of the second, and so on, each in order, and the columns
  /// of the first.
  Stream collect(Location loc, ArrayRef<Stream> streams);
  /// A table with several uses, computed once.
  FailureOr<Stream> openShared(Value table, const Names &needed);
  /// Whether a table is worth it: it has several uses and is not made row by row.
  static bool isShared(Value table);

  /// Starts a pipeline over a source or rows; one block argument per type.
  Block *createPipeline(Location loc, Value source, ArrayRef<Type> types);
  /// A pipeline over rows that have the parts of these columns.
  Stream openRows(Location loc, Value rows, ArrayRef<Column> columns);
  LogicalResult evaluate(df::RowRegionOpInterface op, const Stream &stream, StageScope &stage,
                         DenseMap<Value, ScalarValue> &values);
  /// The key of a group or join: integers and strings, canonical; two parts if
  /// nulls are distinguished.
  void yieldKey(StageScope &stage, ScalarBuilder &b, const ScalarValue &key, Type dfType,
                bool withValidity, SmallVectorImpl<size_t> &parts);
  DenseI64ArrayAttr getBitmapRange(Value build, StringAttr key, Type keyType);
  LogicalResult lowerResult(Value value);

  func::FuncOp function;
  const LoweringTable &table;
  OpBuilder main;
  df::FactAnalysis facts;
  bool parallel;
  SmallVector<Attribute> inputs;
  /// Sources that are inputs.
  llvm::SmallDenseSet<Operation *> read;
  /// The rows of shared tables, and their columns, values of which have no meaning.
  DenseMap<Value, std::pair<Value, SmallVector<Column>>> shared;
  /// Operations that are being opened, one in the other, and those opened so far.
  unsigned depth = 0, opened = 0;
};

/// What a value is under a null: zero, or the empty string.
inline Value makeEmpty(ScalarBuilder &b, Type type) {
  if (isa<str::Utf8Type>(type))
    return b.create<str::ConstantOp>("");
  if (isa<FloatType>(type))
    return b.create<arith::ConstantOp>(b.builder.getFloatAttr(type, 0.0));
  return b.constant(type, 0);
}

/// The parts of columns: each value, followed by its validity if it has one.
inline SmallVector<Value> flatten(ArrayRef<Column> columns) {
  SmallVector<Value> parts;
  for (const Column &column : columns) {
    if (!hasParts(column.dfType))
      continue;
    parts.push_back(column.value);
    if (column.valid)
      parts.push_back(column.valid);
  }
  return parts;
}

/// The columns again, of other parts in the same order.
inline SmallVector<Column> unflatten(ArrayRef<Column> columns, ValueRange parts) {
  SmallVector<Column> result(columns);
  unsigned next = 0;
  for (Column &column : result) {
    if (!hasParts(column.dfType))
      continue;
    column.value = parts[next++];
    if (column.valid)
      column.valid = parts[next++];
  }
  return result;
}

inline void addNames(Names &names, ArrayAttr array) {
  for (StringAttr name : array.getAsRange<StringAttr>())
    names.insert(name.getValue());
}

/// The type of a column with these elements.
inline Type colType(Type type) { return pipe::ColType::get(type.getContext(), type); }

/// The type of the elements of a column, and of several.
inline Type elementType(Value column) {
  return cast<pipe::ColType>(column.getType()).getElementType();
}
inline SmallVector<Type> elementTypes(ValueRange columns) {
  return llvm::map_to_vector(columns, elementType);
}

} // namespace molt::lowering

#endif // MOLT_LIB_CONVERSION_DFTOPIPE_PLANLOWERING_H
