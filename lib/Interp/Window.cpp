//===- Window.cpp - Windows over ordered partitions -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KeyLess.h"
#include "PlanOps.h"
#include "llvm/ADT/TypeSwitch.h"
#include <map>

using namespace molt;
using namespace molt::interp;

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

/// Whether two rows have equal order keys.
static bool arePeers(const Table &table, ArrayAttr order, int64_t a, int64_t b) {
  return llvm::all_of(order.getAsRange<df::SortKeyAttr>(), [&](df::SortKeyAttr key) {
    const Column &column = *table.get(key.getColumn().getValue());
    if (column[a].isNull() || column[b].isNull())
      return column[a].isNull() && column[b].isNull();
    return compare(column[a], column[b]) == 0;
  });
}

FailureOr<Table> interp::runWindow(df::WindowOp op, const Table &input, Context &context) {
  std::vector<int64_t> taken;
  std::vector<Column> added(op.getNames().size());
  for (const std::vector<int64_t> &rows :
       partition(input, op.getBy(), sortRows(input, op.getOrder(), context), context)) {
    int64_t size = rows.size(), firstPeer = 0, peers = 0;
    for (int64_t i = 0; i < size; ++i) {
      if (i > 0 && !arePeers(input, op.getOrder(), rows[i - 1], rows[i])) {
        firstPeer = i;
        ++peers;
      }
      int64_t behindPeers = i + 1;
      while (behindPeers < size && arePeers(input, op.getOrder(), rows[i], rows[behindPeers]))
        ++behindPeers;
      taken.push_back(rows[i]);
      for (auto [column, value] :
           llvm::zip_equal(added, op.getBody().front().getTerminator()->getOperands())) {
        Operation *function = value.getDefiningOp();
        auto real = [](int64_t x) { return static_cast<double>(x); };
        column.push_back(llvm::TypeSwitch<Operation *, Scalar>(function)
                             .Case([&](df::RowNumberOp) { return Scalar::ofInteger(i + 1); })
                             .Case([&](df::RankOp) { return Scalar::ofInteger(firstPeer + 1); })
                             .Case([&](df::DenseRankOp) { return Scalar::ofInteger(peers + 1); })
                             .Case([&](df::PartitionSizeOp) { return Scalar::ofInteger(size); })
                             .Case([&](df::CumeDistOp) {
                               return Scalar::ofReal(real(behindPeers) / real(size));
                             })
                             .Case([&](df::PercentRankOp) {
                               return Scalar::ofReal(size == 1 ? 0
                                                               : real(firstPeer) / real(size - 1));
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
                             }));
      }
    }
  }
  Table result = takeRows(input, taken);
  result.type = cast<df::TableType>(op.getType());
  for (Column &column : added)
    result.columns.push_back(std::make_shared<Column>(std::move(column)));
  return result;
}
