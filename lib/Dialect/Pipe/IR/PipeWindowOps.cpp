//===- PipeWindowOps.cpp - Windows over sorted rows -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipeVerify.h"

using namespace molt;
using namespace molt::pipe;
using namespace molt::pipe::verification;

/// In front of the operators that change which rows there are.
static LogicalResult verifyFirst(Operation *op) {
  for (Operation *other = op->getPrevNode(); other; other = other->getPrevNode())
    if (!isa<WindowColumnsOp, FrameBoundsOp, FrameColumnsOp, FrameCountsOp, RowNumberOp>(other))
      return op->emitOpError("must be in front of the other operators of its pipeline");
  return success();
}

/// The window is of the rows that the operation's pipeline scans.
static LogicalResult verifyScanned(Operation *op, Value window) {
  auto bounds = window ? window.getDefiningOp<WindowBoundsOp>() : WindowBoundsOp();
  auto pipeline = cast<PipelineOp>(op->getParentOp());
  if (!bounds || bounds.getRows() != pipeline.getSource())
    return op->emitOpError("window must be of the rows that the pipeline scans");
  return verifyFirst(op);
}

LogicalResult WindowBoundsOp::verify() {
  auto finish = getRows().getDefiningOp<SortFinishOp>();
  if (!finish || finish.getSorter() != getSorter())
    return emitOpError("rows must be those of the sorter, from molt_pipe.sort_finish");
  size_t keys = cast<SorterType>(getSorter().getType()).getKeys().size();
  if (static_cast<size_t>(getPartition()) > keys)
    return emitOpError() << "partition has " << getPartition() << " keys of the sorter's " << keys;
  return success();
}

LogicalResult WindowColumnsOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                                ValueRange, DictionaryAttr, mlir::OpaqueProperties,
                                                mlir::RegionRange, SmallVectorImpl<Type> &results) {
  results.assign(6, ColType::get(context, IntegerType::get(context, 64)));
  return success();
}

LogicalResult RowNumberOp::verify() {
  if (!isa<RowsType>(cast<PipelineOp>((*this)->getParentOp()).getSource().getType()))
    return emitOpError("must be in a pipeline over rows");
  if (!getElement(getResult()).isInteger(64))
    return emitOpError("result must be a column of i64");
  return verifyFirst(*this);
}

LogicalResult WindowColumnsOp::verify() { return verifyScanned(*this, getWindow()); }

LogicalResult LookupRowsOp::verify() {
  auto rows = dyn_cast<RowsType>(cast<PipelineOp>((*this)->getParentOp()).getSource().getType());
  if (!rows)
    return emitOpError("must be in a pipeline over rows");
  ArrayRef<Type> types = rows.getTypes();
  if (!getElement(getIndex()).isInteger(64))
    return emitOpError("index must be a column of i64");
  if (getFields().size() != getOutputs().size())
    return emitOpError() << "names " << getFields().size() << " fields but has "
                         << getOutputs().size() << " results";
  for (auto [field, output] : llvm::zip_equal(getFields(), getOutputs())) {
    if (field < 0 || static_cast<size_t>(field) >= types.size())
      return emitOpError() << "field " << field << " of rows with " << types.size();
    if (getElement(output) != types[field])
      return emitOpError() << "field " << field << " has type " << types[field]
                           << " but the result has " << getElement(output);
  }
  return success();
}

LogicalResult WindowFramesOp::verify() {
  auto bounds = getWindow().getDefiningOp<WindowBoundsOp>();
  if (!bounds || bounds.getSorter() != getSorter())
    return emitOpError("window must be of the sorter, from molt_pipe.window_bounds");
  if (!getFrame().hasDistance())
    return success();
  if (!getKey())
    return emitOpError("frame over a range with distances needs a key");
  Type key = *getKey();
  if (!key.isInteger(64) && !key.isInteger(128) && !isa<Float32Type, Float64Type>(key))
    return emitOpError() << "key of a range is i64, i128, f32 or f64, not " << key;
  ArrayRef<Type> words = cast<SorterType>(getSorter().getType()).getKeys();
  size_t count = getNullable() + (key.isInteger(128) ? 2 : 1);
  if (words.size() != bounds.getPartition() + count ||
      llvm::any_of(words.take_back(count), [](Type word) { return !word.isInteger(64); }))
    return emitOpError() << "the sorter has other words for its order than a key of " << key;
  for (Attribute bound : {getFrame().getStart(), getFrame().getEnd()})
    if (bound && isa<FloatAttr>(bound) != isa<FloatType>(key))
      return emitOpError() << "distance " << bound << " between keys of " << key;
  return success();
}

LogicalResult FrameBoundsOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                              ValueRange, DictionaryAttr, mlir::OpaqueProperties,
                                              mlir::RegionRange, SmallVectorImpl<Type> &results) {
  results.assign(2, ColType::get(context, IntegerType::get(context, 64)));
  return success();
}

LogicalResult FrameBoundsOp::verify() {
  auto frames = getFrames().getDefiningOp<WindowFramesOp>();
  return verifyScanned(*this, frames ? frames.getWindow() : Value());
}

/// The frames are of the rows.
template <typename OpTy> static LogicalResult verifyFrames(OpTy op) {
  auto frames = op.getFrames().template getDefiningOp<WindowFramesOp>();
  auto window = frames ? frames.getWindow().template getDefiningOp<WindowBoundsOp>() : WindowBoundsOp();
  if (!window || window.getRows() != op.getRows())
    return op.emitOpError("frames must be those of the rows");
  return success();
}

LogicalResult FrameStatesOp::verifyRegions() {
  if (failed(verifyFrames(*this)))
    return failure();
  ArrayRef<Type> fields = cast<RowsType>(getRows().getType()).getTypes();
  ArrayRef<Type> state = cast<FrameStatesType>(getType()).getTypes();
  Type i64 = IntegerType::get(getContext(), 64);
  SmallVector<Type> row(state), both(state);
  both.append(state.begin(), state.end());
  for (int64_t input : getInputs()) {
    if (input < 0 || static_cast<size_t>(input) >= fields.size())
      return emitOpError() << "input " << input << " of rows with " << fields.size() << " fields";
    row.push_back(fields[input]);
  }
  row.push_back(i64);
  auto check = [&](Region &region, ArrayRef<Type> arguments, StringRef name) {
    return succeeded(verifyArguments(*this, region.front(), arguments, name)) &&
           succeeded(verifyYield(*this, region.front(), state)) &&
           succeeded(verifyPure(region.front()));
  };
  return success(check(getInit(), {}, "init") && check(getUpdate(), row, "update") &&
                 check(getMerge(), both, "merge"));
}

LogicalResult FrameColumnsOp::verify() {
  if (failed(verifyColumns(*this, getOutputs(),
                           cast<FrameStatesType>(getStates().getType()).getTypes(), "results")))
    return failure();
  auto states = getStates().getDefiningOp<FrameStatesOp>();
  auto frames = states ? states.getFrames().getDefiningOp<WindowFramesOp>() : WindowFramesOp();
  return verifyScanned(*this, frames ? frames.getWindow() : Value());
}

LogicalResult FrameIndexOp::verify() {
  if (failed(verifyFrames(*this)))
    return failure();
  ArrayRef<Type> types = cast<RowsType>(getRows().getType()).getTypes();
  if (getFields().empty() || getFields().size() > 2)
    return emitOpError() << "has fields of values and, if not all count, of which do, not "
                         << getFields().size();
  for (auto [index, field] : llvm::enumerate(getFields())) {
    unsigned width = index == 0 ? 64 : 1;
    if (field < 0 || static_cast<size_t>(field) >= types.size())
      return emitOpError() << "field " << field << " of rows with " << types.size();
    if (!types[field].isInteger(width))
      return emitOpError() << "field " << field << " must be i" << width << ", not "
                           << types[field];
  }
  return success();
}

LogicalResult FrameCountsOp::verify() {
  if (!getElement(getResult()).isInteger(64))
    return emitOpError("result must be a column of i64");
  auto index = getIndex().getDefiningOp<FrameIndexOp>();
  auto frames = index ? index.getFrames().getDefiningOp<WindowFramesOp>() : WindowFramesOp();
  return verifyScanned(*this, frames ? frames.getWindow() : Value());
}

LogicalResult FrameNthOp::verify() {
  if (!getElement(getResult()).isInteger(64))
    return emitOpError("columns must be of i64");
  auto index = getIndex().getDefiningOp<FrameIndexOp>();
  if (!index || index.getDistinct())
    return emitOpError("index must be from molt_pipe.frame_index, of places in the order");
  return success();
}
