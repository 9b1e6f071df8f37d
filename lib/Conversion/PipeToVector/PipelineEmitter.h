//===- PipelineEmitter.h - One pipeline as a function -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pipeline becomes a MoltPipelineFn: prologue (morsel fields, states of this
// worker, scratch buffers), then a loop over batches with the operators in order.
// Operators that change the set of rows contain the rest of the chain.
//
//   PipelineEmitter.cpp  the function, sources, columns, the chain
//   EmitStage.cpp        stages and aggregation in registers: loops over vectors
//   EmitKernels.cpp      stages of one operation that is a runtime call per batch
//   EmitHash.cpp         hash, group lookup and update
//   EmitJoin.cpp         join insert and probe
//   EmitWindow.cpp       columns of windows and frames
//   EmitSinks.cpp        sort append, output
//   ProgramEmitter.cpp   the entry function, merge functions
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_PIPETOVECTOR_PIPELINEEMITTER_H
#define MOLT_LIB_CONVERSION_PIPETOVECTOR_PIPELINEEMITTER_H

#include "CodeBuilder.h"
#include "RowLayout.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt::vectorize {

struct Options {
  simd::TargetAttr target;
  unsigned lanes = 0;
};

/// Rows of a batch buffer: a batch, and what vectors may touch behind its end.
constexpr int64_t kBufferRows = MOLT_MAX_BATCH_ROWS + 64;

/// Where the values of a batch's column are. Row r of the batch is element
/// `offset` + r.
struct BatchColumn {
  enum class Kind {
    Memory, ///< One element per row; i1 as bytes.
    Bitmap, ///< One bit per row at `address`, from bit `offset`; i1 only.
    View    ///< Strings: `memory` holds the lo words, `high` the hi words.
  };
  Kind kind = Kind::Memory;
  Type element;
  Value memory, high;         ///< memref<?xT>
  Value address, highAddress; ///< The same as !llvm.ptr.
  Value offset;               ///< index (Memory, View) or i64 (Bitmap).
  Value positionMask;         ///< Bitmap: and-ed with the position (absent bitmaps).
  /// Batch buffers: bytes from the start of the scratch memory; the high words of views
  /// follow the low ones, kBufferRows later. Elsewhere: 0.
  int64_t scratchOffset = 0;

  /// Where the high words of a view in a batch buffer begin.
  int64_t getHighScratchOffset() const { return scratchOffset + 8 * kBufferRows; }
};

/// The rows that an operator sees.
struct Batch {
  Value count;                          ///< index: rows.
  Value sequence;                       ///< i64: order of row 0 in the scan.
  Value firstRow;                       ///< i64: row 0 among the scanned rows, or null if dropped.
  Value sourceRow;                      ///< i64: row 0 in the source, or null if unknown.
  DenseMap<Value, BatchColumn> columns; ///< By the molt_pipe column.
};

class PipelineEmitter {
public:
  PipelineEmitter(pipe::PipelineOp pipeline, ArrayRef<Value> states, func::FuncOp function,
                  const Options &options)
      : pipeline(pipeline), states(states), function(function), options(options),
        b(pipeline.getContext(), pipeline.getLoc()) {}

  LogicalResult emit();

private:
  //===--- PipelineEmitter.cpp --------------------------------------------===//
  void emitPrologue();
  LogicalResult emitBatches();
  void bindTableSource(Batch &batch, Value begin);
  void bindRowsSource(Batch &batch, Value begin);
  /// Emits the operators from `op` on. Returns the status (i32).
  FailureOr<Value> emitFrom(Operation *op, Batch &batch);
  /// The rest of the chain, unless `status` is an error.
  FailureOr<Value> emitRest(Value status, Operation *next, Batch &batch);
  bool needsBuffers();

  /// A buffer of a batch of elements, with slack for whole vectors at the end.
  BatchColumn allocate(Type element);
  /// Buffers for columns that get their values next, in the batch; for those that nobody uses
  /// none, and no element.
  SmallVector<BatchColumn> allocateUsed(ValueRange columns, Batch &batch);
  /// Calls a function that copies fields by their width: `leading`, the table of MoltFieldCopy
  /// and its length, `trailing`. Nothing if there is nothing to copy.
  void emitFieldCopies(StringRef callee, ValueRange leading, ArrayRef<int64_t> copies,
                       ValueRange trailing);
  /// Emits what `body` does into a function of its own, `suffix` behind this one's name, and
  /// calls it: the two can be compiled at the same time. `body` returns a status and must leave
  /// nothing behind that later operators use. Its prologue is this function's.
  FailureOr<Value> emitOutlined(StringRef suffix, function_ref<FailureOr<Value>()> body);
  Value getHashMask(); ///< All ones, or 0 if every hash is to be 0 (i64).
  BatchColumn fromAddress(Type element, Value address, Value offset);
  Type getMemoryType(Type element) { return element.isInteger(1) ? b.i(8) : element; }

  Parts loadScalar(const BatchColumn &column, Value row);
  void storeScalar(const BatchColumn &column, Value row, const Parts &parts);
  Parts loadField(Value row, const RowLayout &layout, unsigned field);
  void storeField(Value row, const RowLayout &layout, unsigned field, const Parts &parts);
  /// The column as plain memory (bitmaps become bytes).
  BatchColumn materialize(const BatchColumn &column, Batch &batch);
  Value getRowAddress(const BatchColumn &column, Value address);
  const BatchColumn &columnOf(Batch &batch, Value column) {
    auto it = batch.columns.find(column);
    assert(it != batch.columns.end() && "column is not in the batch");
    return it->second;
  }

  //===--- EmitStage.cpp --------------------------------------------------===//
  struct Check {
    pipe::CheckOp op;
    Value failed; ///< Mask.
  };
  using LaneValues = DenseMap<Value, Parts>;
  /// Values of the region's operations on `lanes` rows.
  LogicalResult emitLanes(Block &block, unsigned lanes, LaneValues &values,
                          SmallVectorImpl<Check> &checks, Value active);
  Parts loadLanes(const BatchColumn &column, Value row, unsigned lanes);
  void storeLanes(const BatchColumn &column, Value row, const Parts &parts);
  Parts compressLanes(Type element, const Parts &parts, Value mask, unsigned lanes);
  unsigned getLanes(Block *stage, Block *update, bool compacts);
  SmallVector<Value> updateFailure(ValueRange failure, ArrayRef<Check> checks, Value row,
                                   Value count);
  /// Reports the failure that a loop found; i32 status.
  Value emitFailure(ValueRange failure, ArrayRef<pipe::CheckOp> checks, Batch &batch);
  FailureOr<Value> emitStage(pipe::StageOp stage, Batch &batch);
  /// emitStage or emitKernelStage, as the stage requires.
  FailureOr<Value> emitAnyStage(pipe::StageOp stage, Batch &batch);
  void emitRowOrder(pipe::RowOrderOp op, Batch &batch);
  /// A column of `first`, `first` + 1, and so on (i64).
  BatchColumn emitNumbers(Value first, Batch &batch);
  /// Lanes of a loop that keeps the states of `update` in registers.
  unsigned getReductionLanes(Block *stage, pipe::AggUpdateOp update);
  /// Whether the update works on lanes: nothing in it is wider than 64 bits or compares strings.
  static bool isVectorizable(pipe::AggUpdateOp update);
  /// The state of the rows that `select(row)` selects, as vectors; inputs are columns of the
  /// batch. No lane behind the last row may be selected.
  FailureOr<SmallVector<Value>> emitReduction(pipe::AggCreateOp create, pipe::AggUpdateOp update,
                                              unsigned lanes, Batch &batch,
                                              function_ref<Value(Value)> select);
  /// Merges vectors of state, lane by lane, into the stored row whose fields from `firstField`
  /// on are one.
  void mergeIntoRow(pipe::AggCreateOp create, Value row, const RowLayout &layout,
                    unsigned firstField, unsigned lanes, ArrayRef<Value> state);
  FailureOr<Value> emitGlobalUpdate(pipe::StageOp stage, pipe::AggUpdateOp update, Batch &batch);

  //===--- EmitKernels.cpp ------------------------------------------------===//
  /// An operand of a kernel in memory: one or two arrays, and the distance of rows (0: one
  /// value for all of them).
  struct KernelOperand {
    SmallVector<Value, 2> arrays;
    Value stride;
    bool isConstant;
  };
  FailureOr<Value> emitKernelStage(pipe::StageOp stage, Batch &batch);
  KernelOperand getKernelOperand(pipe::StageOp stage, Value value, Batch &batch);
  /// The operand with one value per row, also where it is a constant.
  void writeOut(KernelOperand &operand, Batch &batch);
  BatchColumn emitViewComparison(Operation *kernel, KernelOperand lhs, KernelOperand rhs,
                                 Batch &batch);
  void flipBytes(const BatchColumn &column, Batch &batch);
  /// A call of a function of lib/Text; the status that it returns.
  Value emitFunction(str::ApplyOp apply, ArrayRef<KernelOperand> operands, Batch &batch,
                     BatchColumn &result);

  //===--- EmitHash.cpp ---------------------------------------------------===//
  Value emitTails(const BatchColumn &column, Batch &batch);
  BatchColumn emitHashes(ValueRange keys, Batch &batch);
  Value emitKeysEqual(Value row, const RowLayout &layout, ArrayRef<Parts> keys);
  void emitInitialState(pipe::AggCreateOp create, Value row, const RowLayout &layout,
                        unsigned firstField);
  FailureOr<Value> emitGroupUpdate(pipe::AggUpdateOp update, const BatchColumn &hashes,
                                   Batch &batch);
  LogicalResult emitFewGroupsUpdate(pipe::AggUpdateOp update, const BatchColumn &groups,
                                    Value groupCount, Batch &batch);

  //===--- EmitJoin.cpp ---------------------------------------------------===//
  struct Probe;
  FailureOr<Value> emitJoinInsert(pipe::JoinInsertOp insert, Batch &batch);
  Value emitBitmapTest(Value table, Value key, ArrayRef<int64_t> range, const BatchColumn &rows,
                       Batch &batch);
  void beginProbe(Probe &probe);
  void emitCandidates(Probe &probe);
  Value loadNext(Probe &probe, Value row);
  Value emitMatch(Probe &probe, Value row, Value index, Value hash);
  SmallVector<Value> emitPairs(Probe &probe, Value candidate, Value row);
  void gatherPairs(Probe &probe, Value count, ArrayRef<BatchColumn> wanted);
  FailureOr<std::pair<Value, Value>> emitCondition(Probe &probe, Value count);
  FailureOr<Value> forEachPair(Probe &probe, function_ref<void(Value count)> visit);
  void markMatched(Probe &probe, Value count);
  void markPairs(Probe &probe, Value count);
  Value loadMark(Value row);
  void markStored(Value row);
  Value countIf(Value count, Value condition);
  Value selectRows(Probe &probe, bool matched);
  Value emitCancellation(Value status, Value hasMore);
  FailureOr<Value> emitPairsProbe(Probe &probe);
  FailureOr<Value> emitExistenceProbe(Probe &probe);
  FailureOr<Value> emitJoinProbe(pipe::JoinProbeOp op, Batch &batch);
  FailureOr<Value> emitJoinMark(pipe::JoinMarkOp op, Batch &batch);

  //===--- EmitWindow.cpp -------------------------------------------------===//
  /// One of the operations that give columns of a window; none of them can fail.
  void emitWindowOp(Operation *op, Batch &batch);
  void bindArrays(Value state, ArrayRef<std::pair<Value, int64_t>> columns, Batch &batch);
  void emitFrameColumns(pipe::FrameColumnsOp op, Batch &batch);
  void emitLookup(pipe::LookupRowsOp op, Batch &batch);

  //===--- EmitSinks.cpp --------------------------------------------------===//
  Value emitAppend(Value appender, const RowLayout &layout, ValueRange columns, Batch &batch,
                   const BatchColumn *hashes);
  FailureOr<Value> emitSortAppend(pipe::SortAppendOp append, Batch &batch);
  FailureOr<Value> emitOutput(pipe::OutputOp output, Batch &batch);

  pipe::PipelineOp pipeline;
  ArrayRef<Value> states;
  func::FuncOp function;
  const Options &options;
  CodeBuilder b;

  Value execution, args, morsel;
  Value morselBegin, morselEnd, worker;
  Value hashMask, tableColumns;     ///< Loaded by the prologue when they are first asked for.
  Operation *prologueEnd = nullptr; ///< Buffers are made before it.
  Value scratch;                    ///< Scratch memory with the batch buffers.
  arith::ConstantOp scratchBytes;   ///< The argument of the call that makes it.
  int64_t scratchEnd = 64;          ///< Distance 0 means: no buffer.
  DenseMap<Value, Value> localStates;
  Block *failBlock = nullptr; ///< Returns its argument as status.
};

/// The words of a constant string's view, in vectors.
Parts emitStringConstant(CodeBuilder &b, StringRef text, unsigned lanes);

/// Whether the string of the first two words is before that of the others (i1).
Value emitWordsLess(CodeBuilder &b, ValueRange words);

/// Copies the operations of a region's block with scalar arguments; returns what it
/// yields.
SmallVector<Value> inlineScalar(CodeBuilder &b, Block &block, ValueRange arguments);

/// Loads and stores of a field of a row at an address.
Parts loadRowField(CodeBuilder &b, Value row, const RowLayout &layout, unsigned field);
void storeRowField(CodeBuilder &b, Value row, const RowLayout &layout, unsigned field,
                   const Parts &parts);

/// Whether the fields of a row equal these values. Long strings are compared with
/// memcmp, once length and prefix agree.
Value emitRowKeysEqual(CodeBuilder &b, Value row, const RowLayout &layout, ArrayRef<Parts> keys);

/// Looks a key up in a MoltGroupTable that has room; `fill` writes a new row, but for its hash.
/// Returns its address and whether it is new.
std::pair<Value, Value> emitFindOrInsert(CodeBuilder &b, Value table, Value directory, Value mask,
                                         Value hash, const RowLayout &layout, ArrayRef<Parts> keys,
                                         function_ref<void(Value row)> fill);

/// Adds what copies values between the batch buffer of a column and another place: a field of a
/// row, or another buffer. `low` and `high` are the offsets of a value, or of a view's words,
/// there.
void addCopies(SmallVectorImpl<int64_t> &copies, const BatchColumn &column, int64_t low,
               int64_t high, bool fromColumn);
/// The same for the field at `offset` of a row.
inline void addFieldCopies(SmallVectorImpl<int64_t> &copies, const BatchColumn &column,
                           int64_t offset, bool toRow) {
  addCopies(copies, column, offset, offset + 8, toRow);
}

/// The layout of the rows behind an agg_finish or sort_finish, and the first field
/// that is a column.
std::pair<RowLayout, unsigned> getScannedLayout(Value rows);

/// A MoltFrameFn (see molt_pipe.frame_states).
void emitFrameFunction(CodeBuilder &b, pipe::FrameStatesOp op, func::FuncOp function);

/// A function of generated code, placed before another one, that returns a status.
func::FuncOp createFunction(CodeBuilder &b, func::FuncOp before, const Twine &name,
                            ArrayRef<Type> arguments, const Options &options);

/// Lowers the program function in place; pipeline functions are added before it.
LogicalResult emitProgram(func::FuncOp program, const Options &options);

} // namespace molt::vectorize

#endif // MOLT_LIB_CONVERSION_PIPETOVECTOR_PIPELINEEMITTER_H
