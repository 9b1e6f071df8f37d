//===- EliminateSorts.cpp - molt-df-eliminate-sorts -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFELIMINATESORTS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

/// Whether rows with equal keys of an operation that sorts have equal keys of the sort below:
/// then that one left them as they were.
static bool coversKeys(ArrayAttr keys, SortOp below) {
  return llvm::all_of(below.getKeys().getAsRange<SortKeyAttr>(), [&](SortKeyAttr key) {
    return llvm::any_of(keys.getAsRange<SortKeyAttr>(), [&](SortKeyAttr above) {
      return above.getColumn().getValue() == key.getColumn().getValue();
    });
  });
}

namespace {
/// Finds what sees the order of tables. A user that keeps the order shows it to its own users.
class OrderReaders {
public:
  /// An operation that the order of a table matters to, or null if there is none.
  Operation *find(Value table) {
    auto known = readers.find(table);
    if (known != readers.end())
      return known->second;
    Operation *reader = nullptr;
    for (Operation *user : table.getUsers())
      if (!reader)
        reader = find(table, user);
    return readers[table] = reader;
  }

private:
  Operation *find(Value table, Operation *user) {
    if (!isPlanOp(user))
      return user;
    return llvm::TypeSwitch<Operation *, Operation *>(user)
        .Case<FilterOp, ProjectOp, WithColumnsOp, ConcatOp, DropNullsOp, FillNullOp>(
            [&](auto same) { return find(same.getResult()); })
        .Case([&](AggregateOp aggregate) {
          return hasOrderReader(aggregate) ? user : findIfMaintained(user);
        })
        .Case<JoinOp, UnionOp, IntersectOp, ExceptOp>([&](auto) { return findIfMaintained(user); })
        .Case<SortOp, TopKOp>([&](auto above) {
          auto sort = table.getDefiningOp<SortOp>();
          return sort && coversKeys(above.getKeys(), sort) ? nullptr : user;
        })
        .Default([&](Operation *) { return user; });
  }

  Operation *findIfMaintained(Operation *op) {
    return maintainsOrder(op) ? find(op->getResult(0)) : nullptr;
  }

  llvm::DenseMap<Value, Operation *> readers;
};
} // namespace

namespace {
struct EliminateSorts : df::impl::MoltDFEliminateSortsBase<EliminateSorts> {
  void runOnOperation() final {
    SmallVector<SortOp> sorts;
    getOperation()->walk([&](SortOp sort) { sorts.push_back(sort); });
    auto options = remark::RemarkOpts::name("EliminateSorts").category("molt-df");
    // From the last: what was found about a table holds when those above it are gone.
    OrderReaders readers;
    for (SortOp sort : llvm::reverse(sorts)) {
      if (Operation *reader = readers.find(sort.getResult())) {
        remark::missed(sort.getLoc(), options)
            << remark::add("{0} depends on the order", reader->getName());
        continue;
      }
      remark::passed(sort.getLoc(), options) << remark::add("nothing depends on the order");
      sort.replaceAllUsesWith(sort.getInput());
      sort.erase();
    }
  }
};
} // namespace
