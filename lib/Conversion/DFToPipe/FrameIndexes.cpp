//===- FrameIndexes.cpp - Aggregates by an index of frames ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FrameIndexes.h"
#include "AggregateHelpers.h"

using namespace molt;
using namespace molt::lowering;

LogicalResult FrameIndexes::add(Operation *op, StringAttr name, ScalarBuilder &b,
                                function_ref<ScalarValue(Value)> lookUp,
                                function_ref<std::pair<int, int>(const ScalarValue &)> addField) {
  auto aggregate = cast<df::AggregateOpInterface>(op);
  Value operand = aggregate.getInputs()[0], condition = aggregate.getWhere();
  bool isDistinct = isa<df::CountDistinctOp>(op);
  const auto *known = llvm::find_if(indexes, [&](const Index &index) {
    return index.operand == operand && index.where == condition && index.isDistinct == isDistinct;
  });
  Member member{op, name, static_cast<size_t>(known - indexes.begin()), std::nullopt, {}, {}};
  if (auto quantile = dyn_cast<df::QuantileOp>(op))
    member.at = quantile.getAt().convertToDouble();
  else if (!isDistinct)
    member.at = 0.5;
  members.push_back(member);
  if (known != indexes.end())
    return success();

  ScalarValue value = lookUp(operand);
  if (isDistinct) {
    SmallVector<Value> words = encodeOrdered(b, value.value, elementOf(operand));
    if (words.size() != 1 || words[0].getType().getIntOrFloatBitWidth() > 64)
      return op->emitOpError("over a frame has no lowering for ")
             << elementOf(operand) << "; run --molt-df-decompose first";
    value.value = b.extend(words[0], b.getInt(64), /*isUnsigned=*/false);
  } else {
    auto f64 = cast<FloatType>(b.builder.getF64Type());
    value.value = encodeFloatOrder(b, toFloat(b, value.value, elementOf(operand), f64));
  }
  if (condition) {
    ScalarValue where = lookUp(condition);
    value.valid = b.conjunction(value.valid, b.conjunction(where.value, where.valid));
  }
  auto [field, valid] = addField(value);
  indexes.push_back({operand, condition, isDistinct, field, valid, Value(), Value()});
  return success();
}

void FrameIndexes::create(OpBuilder &main, Location loc, Value frames, Value rows) {
  for (Index &index : indexes) {
    SmallVector<int64_t> fields = {index.field};
    if (index.valid >= 0)
      fields.push_back(index.valid);
    index.index = pipe::FrameIndexOp::create(
        main, loc, pipe::FrameIndexType::get(loc.getContext()), frames, rows, index.isDistinct,
        fields);
  }
}

void FrameIndexes::createCounts(OpBuilder &inner, Location loc) {
  for (Index &index : indexes)
    index.counts =
        pipe::FrameCountsOp::create(inner, loc, colType(inner.getI64Type()), index.index);
}

std::pair<Value, Value> FrameIndexes::locate(ScalarBuilder &b, Value count, double at) {
  Type i64 = b.getInt(64), f64 = b.builder.getF64Type();
  Value last = b.create<arith::SIToFPOp>(f64, b.create<arith::SubIOp>(count, b.constant(i64, 1)));
  Value place = b.create<arith::MulFOp>(b.constantF64(at), last);
  // Not negative, unless there is no value.
  Value before = b.create<arith::FPToSIOp>(i64, place);
  Value distance = b.create<arith::SubFOp>(place, b.create<arith::SIToFPOp>(f64, before));
  return {distance, before};
}

void FrameIndexes::yieldPlaces(StageScope &stage) {
  for (Member &member : members) {
    if (!member.at)
      continue;
    ScalarBuilder &b = stage.at(member.op->getLoc());
    Value before = locate(b, stage.use(indexes[member.index].counts), *member.at).second;
    Value behind = b.create<arith::AddIOp>(before, b.constant(b.getInt(64), 1));
    member.places = {stage.yield(before), stage.yield(behind)};
  }
}

void FrameIndexes::createValues(OpBuilder &inner, Location loc, Value row,
                                ArrayRef<Value> results) {
  for (Member &member : members) {
    if (!member.at)
      continue;
    auto valueAt = [&](size_t place) {
      return pipe::FrameNthOp::create(inner, loc, row.getType(), indexes[member.index].index, row,
                                      results[place]);
    };
    member.values.first = valueAt(member.places.first);
    member.values.second = valueAt(member.places.second);
  }
}

void FrameIndexes::finish(StageScope &stage) {
  for (const Member &member : members) {
    ScalarBuilder &b = stage.at(member.op->getLoc());
    Type type = member.op->getResult(0).getType();
    Value count = stage.use(indexes[member.index].counts);
    if (!member.at) {
      stage.yieldColumn(member.name, type, {count, {}});
      continue;
    }
    auto f64 = cast<FloatType>(b.builder.getF64Type());
    Value before = decodeFloatOrder(b, stage.use(member.values.first), f64);
    Value behind = decodeFloatOrder(b, stage.use(member.values.second), f64);
    Value distance = locate(b, count, *member.at).first;
    Value step = b.create<arith::MulFOp>(b.create<arith::SubFOp>(behind, before), distance);
    // At a place there may be nothing behind, and infinities have no distance.
    Value isAt = b.create<arith::CmpFOp>(arith::CmpFPredicate::OEQ, distance, b.constantF64(0));
    Value value = b.create<arith::SelectOp>(isAt, before, b.create<arith::AddFOp>(before, step));
    Value exists = b.cmp(arith::CmpIPredicate::sgt, count, b.constant(b.getInt(64), 0));
    stage.yieldColumn(member.name, type, {value, exists});
  }
}
