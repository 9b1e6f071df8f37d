//===- Window.cpp - Windows over ordered partitions -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Aggregates.h"
#include "KeyLess.h"
#include "Numbers.h"
#include "PlanOps.h"
#include "RowScope.h"
#include "llvm/ADT/TypeSwitch.h"
#include <map>

using namespace molt;
using namespace molt::interp;
using llvm::APInt;

/// Rows by the values of some columns, each group in the order of `rows`.
static std::vector<std::vector<int64_t>> partition(const Table &table, ArrayAttr columns,
                                                   ArrayRef<int64_t> rows, Context &context) {
  std::map<std::vector<Scalar>, std::vector<int64_t>, KeyLess> groups;
  for (int64_t row : rows) {
    std::vector<Scalar> key;
    for (StringAttr name : columns.getAsRange<StringAttr>()) {
      key.push_back((*table.get(name.getValue()))[row]);
      context.use(key.back());
    }
    groups[key].push_back(row);
  }
  std::vector<std::vector<int64_t>> result;
  for (auto &group : groups)
    result.push_back(std::move(group.second));
  return result;
}

FailureOr<Table> interp::runTopKPer(df::TopKOp op, const Table &input, Context &context) {
  std::vector<int64_t> kept;
  for (const std::vector<int64_t> &rows :
       partition(input, *op.getPer(), sortRows(input, op.getKeys(), context), context))
    kept.insert(kept.end(), rows.begin(),
                rows.begin() + std::min<size_t>(rows.size(), op.getCount()));
  return takeRows(input, kept);
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

namespace {
/// A partition: its rows, by their ordinals in the input, in order.
class Partition {
public:
  Partition(df::WindowOp op, const Table &input, ArrayRef<int64_t> rows, Context &context)
      : op(op), input(input), rows(rows), context(context) {}

  int64_t size() const { return rows.size(); }

  /// Whether two rows have equal order keys.
  bool arePeers(int64_t i, int64_t j) const {
    return llvm::all_of(op.getOrder().getAsRange<df::SortKeyAttr>(), [&](df::SortKeyAttr key) {
      const Scalar &a = keyOf(key, i), &b = keyOf(key, j);
      if (a.isNull() || b.isNull())
        return a.isNull() && b.isNull();
      return compare(a, b) == 0;
    });
  }

  /// Whether row j is in the frame of row i, in a window with frames.
  bool isInFrame(int64_t i, int64_t j) const {
    df::FrameAttr frame = op.getFrameAttr();
    return (!frame.getStart() || compareToBound(frame, frame.getStart(), i, j) >= 0) &&
           (!frame.getEnd() || compareToBound(frame, frame.getEnd(), i, j) <= 0);
  }

private:
  const Scalar &keyOf(df::SortKeyAttr key, int64_t i) const {
    return (*input.get(key.getColumn().getValue()))[rows[i]];
  }

  /// Whether row j is before (negative), at or behind the place that is so far from row i.
  int compareToBound(df::FrameAttr frame, Attribute bound, int64_t i, int64_t j) const {
    auto sign = [](int64_t order) { return order < 0 ? -1 : order > 0; };
    if (frame.getUnits() == df::FrameUnits::rows) {
      APInt distance(128, j - i, /*isSigned=*/true);
      APInt wanted(128, cast<IntegerAttr>(bound).getInt(), /*isSigned=*/true);
      return distance.slt(wanted) ? -1 : distance.sgt(wanted);
    }
    if (!frame.hasDistance())
      return arePeers(i, j) ? 0 : sign(j - i);
    auto key = cast<df::SortKeyAttr>(op.getOrder()[0]);
    const Scalar &from = keyOf(key, i), &to = keyOf(key, j);
    context.use(from);
    context.use(to);
    // Null is as far from every value as the order says, and from null not at all.
    if (from.isNull() || to.isNull())
      return from.isNull() && to.isNull() ? 0 : sign(j - i);
    Type type = df::getNonNull(
        cast<df::TableType>(op.getInput().getType()).getColumnType(key.getColumn().getValue()));
    if (isa<FloatType>(type)) {
      auto integer = dyn_cast<IntegerAttr>(bound);
      double distance = integer ? static_cast<double>(integer.getInt())
                                : cast<FloatAttr>(bound).getValueAsDouble();
      double place = key.getDescending() ? from.getReal() - distance : from.getReal() + distance;
      int order = compare(Scalar::ofReal(to.getReal()), Scalar::ofReal(place));
      return key.getDescending() ? -order : order;
    }
    APInt distance = toWide(to.getInteger()) - toWide(from.getInteger());
    if (key.getDescending())
      distance.negate();
    APInt wanted(distance.getBitWidth(), cast<IntegerAttr>(bound).getInt(), /*isSigned=*/true);
    return distance.slt(wanted) ? -1 : distance.sgt(wanted);
  }

  mutable df::WindowOp op; // MLIR's accessors are not const.
  const Table &input;
  ArrayRef<int64_t> rows;
  Context &context;
};

/// The values of the region's expressions, of each row of the input.
using RowValues = llvm::DenseMap<mlir::Value, std::vector<Scalar>>;
} // namespace

static FailureOr<RowValues> evaluateRows(df::WindowOp op, const Table &input, Context &context) {
  RowValues values;
  Block &body = op.getBody().front();
  for (int64_t row = 0; row < input.rows; ++row) {
    RowScope scope(op, row, [&](StringRef name) { return (*input.get(name))[row]; });
    for (mlir::Value argument : body.getArguments())
      values[argument].push_back(scope.get(argument));
    for (Operation &expression : body.without_terminator()) {
      if (isa<df::AggregateOpInterface, df::WindowFunctionOpInterface>(expression))
        continue;
      if (failed(scope.evaluate(expression, context)))
        return failure();
      values[expression.getResult(0)].push_back(scope.get(expression.getResult(0)));
    }
  }
  return values;
}

static FailureOr<Scalar> aggregateFrame(df::AggregateOpInterface op, const RowValues &values,
                                        ArrayRef<int64_t> rows, Context &context) {
  std::unique_ptr<Accumulator> accumulator = makeAccumulator(op, context);
  if (!accumulator)
    return failure();
  for (int64_t row : rows) {
    if (mlir::Value where = op.getWhere()) {
      const Scalar &condition = values.find(where)->second[row];
      if (condition.isNull() || !condition.getBool())
        continue;
    }
    std::vector<Scalar> operands;
    for (mlir::Value input : op.getInputs())
      operands.push_back(values.find(input)->second[row]);
    accumulator->add(operands, context);
  }
  return accumulator->finish(context);
}

FailureOr<Table> interp::runWindow(df::WindowOp op, const Table &input, Context &context) {
  FailureOr<RowValues> values = evaluateRows(op, input, context);
  if (failed(values))
    return failure();
  auto valueOf = [&](mlir::Value operand, int64_t row) {
    return values->find(operand)->second[row];
  };
  auto real = [](int64_t x) { return static_cast<double>(x); };
  std::vector<int64_t> taken;
  std::vector<Column> added(op.getNames().size());
  for (const std::vector<int64_t> &rows :
       partition(input, op.getBy(), sortRows(input, op.getOrder(), context), context)) {
    Partition place(op, input, rows, context);
    int64_t size = rows.size(), firstPeer = 0, behindPeers = 0, peers = 0;
    // Values of the functions of all rows, which each row has.
    llvm::DenseMap<Operation *, Scalar> ofAllRows;
    for (int64_t i = 0; i < size; ++i) {
      if (i == behindPeers) {
        firstPeer = i;
        ++peers;
        while (behindPeers < size && place.arePeers(i, behindPeers))
          ++behindPeers;
      }
      ArrayRef<int64_t> frame = rows;
      std::vector<int64_t> inFrame;
      if (op.getFrameAttr()) {
        for (int64_t j = 0; j < size; ++j)
          if (place.isInFrame(i, j))
            inFrame.push_back(rows[j]);
        frame = inFrame;
      }
      auto ofFrame = [&](Operation *function, auto evaluate) -> FailureOr<Scalar> {
        if (auto known = ofAllRows.find(function); known != ofAllRows.end())
          return known->second;
        FailureOr<Scalar> result = evaluate();
        if (succeeded(result) && !op.getFrameAttr())
          ofAllRows[function] = *result;
        return result;
      };
      // The value of the row so many rows before or behind, of those that count; or that of the
      // row itself where there is none.
      auto neighbor = [&](auto function, int step) {
        int64_t at = i;
        for (uint64_t left = function.getDistance(); left > 0;) {
          at += step;
          if (at < 0 || at >= size)
            return function.getOtherwise() ? valueOf(function.getOtherwise(), rows[i]) : Scalar();
          left -= !function.getSkipNulls() || !valueOf(function.getOperand(), rows[at]).isNull();
        }
        return valueOf(function.getOperand(), rows[at]);
      };
      taken.push_back(rows[i]);
      for (auto [column, value] :
           llvm::zip_equal(added, op.getBody().front().getTerminator()->getOperands())) {
        FailureOr<Scalar> result =
            llvm::TypeSwitch<Operation *, FailureOr<Scalar>>(value.getDefiningOp())
                .Case([&](df::RowNumberOp) { return Scalar::ofInteger(i + 1); })
                .Case([&](df::RankOp) { return Scalar::ofInteger(firstPeer + 1); })
                .Case([&](df::DenseRankOp) { return Scalar::ofInteger(peers); })
                .Case([&](df::PartitionSizeOp) { return Scalar::ofInteger(size); })
                .Case(
                    [&](df::CumeDistOp) { return Scalar::ofReal(real(behindPeers) / real(size)); })
                .Case([&](df::PercentRankOp) {
                  return Scalar::ofReal(size == 1 ? 0 : real(firstPeer) / real(size - 1));
                })
                .Case([&](df::NTileOp ntile) {
                  // Hand out rows to the parts until it is this one's turn.
                  int64_t parts = ntile.getCount(), part = 0, begin = 0;
                  while (true) {
                    int64_t rowsOfPart = size / parts + (part < size % parts);
                    if (i < begin + rowsOfPart)
                      return Scalar::ofInteger(part + 1);
                    begin += rowsOfPart;
                    ++part;
                  }
                })
                .Case([&](df::LagOp lag) { return neighbor(lag, -1); })
                .Case([&](df::LeadOp lead) { return neighbor(lead, 1); })
                .Case([&](df::NthValueOp nth) {
                  return ofFrame(nth, [&]() -> FailureOr<Scalar> {
                    std::vector<Scalar> values;
                    for (int64_t row : frame)
                      if (Scalar value = valueOf(nth.getOperand(), row);
                          !nth.getSkipNulls() || !value.isNull())
                        values.push_back(value);
                    uint64_t number = nth.getNumber();
                    return number <= values.size() ? values[number - 1] : Scalar();
                  });
                })
                .Case([&](df::AggregateOpInterface aggregate) {
                  return ofFrame(aggregate, [&] {
                    return aggregateFrame(aggregate, *values, frame, context);
                  });
                });
        if (failed(result))
          return failure();
        column.push_back(std::move(*result));
      }
    }
  }
  Table result = takeRows(input, taken);
  result.type = cast<df::TableType>(op.getType());
  for (Column &column : added)
    result.columns.push_back(std::make_shared<Column>(std::move(column)));
  if (!op.getMaintainOrder())
    return result;
  // Where the rows of the input went.
  std::vector<int64_t> places(taken.size());
  for (size_t place = 0; place < taken.size(); ++place)
    places[taken[place]] = static_cast<int64_t>(place);
  return takeRows(result, places);
}
