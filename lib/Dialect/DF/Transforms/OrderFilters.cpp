//===- OrderFilters.cpp - molt-df-order-filters ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of independent conditions the order of (share of the rows that they keep - 1) / cost is the
// cheapest one (Hellerstein and Stonebraker, "Predicate migration: optimizing queries with
// expensive predicates", 1993). A condition that can fail stays above those that it was written
// above.
//
//===----------------------------------------------------------------------===//

#include "Conjuncts.h"
#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFORDERFILTERS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
/// One condition of a chain of filters.
struct Conjunct {
  FilterOp filter;
  Value value;
  unsigned level; ///< How many filters are below its own.
  bool fallible;
  double rank; ///< The least comes first.
};

/// Filters of which each is the only user of the one before, and their conditions.
struct Chain {
  SmallVector<FilterOp> filters;
  SmallVector<Conjunct> conjuncts;
};

struct OrderFilters : df::impl::MoltDFOrderFiltersBase<OrderFilters> {
  void runOnOperation() final {
    SmallVector<FilterOp> tops;
    getOperation()->walk([&](FilterOp filter) {
      if (!filter->hasOneUse() || !isa<FilterOp>(*filter->user_begin()))
        tops.push_back(filter);
    });
    if (tops.empty())
      return;
    FactAnalysis facts(getOperation());
    CardinalityAnalysis cardinalities(getOperation(), facts);
    // All estimates come before the first change: a chain may stand on another one whose last
    // filter has more users, and that table is replaced by one without an estimate.
    SmallVector<Chain> chains;
    for (FilterOp top : tops)
      chains.push_back(collect(getChain(top), cardinalities));
    for (const Chain &chain : chains)
      if (failed(order(chain)))
        return signalPassFailure();
  }

private:
  /// The filters that end with one, from the first.
  static SmallVector<FilterOp> getChain(FilterOp top) {
    SmallVector<FilterOp> chain = {top};
    for (auto below = top.getInput().getDefiningOp<FilterOp>(); below && below->hasOneUse();
         below = below.getInput().getDefiningOp<FilterOp>())
      chain.push_back(below);
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  static Chain collect(SmallVector<FilterOp> filters, const CardinalityAnalysis &cardinalities) {
    const TableEstimate &input = cardinalities.get(filters.front().getInput());
    SmallVector<Conjunct> conjuncts;
    for (auto [level, filter] : llvm::enumerate(filters)) {
      SmallVector<Value> values;
      FilterOp op = filter;
      collectConjuncts(op.getBody().front().getTerminator()->getOperand(0), values);
      for (Value value : values) {
        SmallVector<ColumnEstimate> columns = input.columns;
        double share = cardinalities.getSelectivity(op, value, columns,
                                                    cast<TableType>(op.getInput().getType()));
        SmallVector<Operation *> operations = getSlice(value).operations;
        double cost = std::max(1u, getCost(operations));
        conjuncts.push_back({op, value, static_cast<unsigned>(level), canFailElsewhere(operations),
                             (share - 1) / cost});
      }
    }
    return {std::move(filters), std::move(conjuncts)};
  }

  /// The order of the least cost, as positions. Of equal ones, that which is written.
  static SmallVector<size_t> findOrder(ArrayRef<Conjunct> conjuncts) {
    SmallVector<size_t> order;
    SmallVector<bool> placed(conjuncts.size(), false);
    while (order.size() < conjuncts.size()) {
      std::optional<size_t> best;
      unsigned lowest = ~0u; // Level of the first that is not placed.
      for (auto [index, conjunct] : llvm::enumerate(conjuncts)) {
        if (placed[index])
          continue;
        lowest = std::min(lowest, conjunct.level);
        if (conjunct.fallible && conjunct.level > lowest)
          continue;
        if (!best || conjunct.rank < conjuncts[*best].rank)
          best = index;
      }
      placed[*best] = true;
      order.push_back(*best);
    }
    return order;
  }

  static LogicalResult order(const Chain &chain) {
    auto options = remark::RemarkOpts::name("OrderFilters").category("molt-df");
    ArrayRef<Conjunct> conjuncts = chain.conjuncts;
    FilterOp first = chain.filters.front(), top = chain.filters.back();
    if (conjuncts.size() < 2)
      return success();
    SmallVector<size_t> order = findOrder(conjuncts);
    if (llvm::is_sorted(order)) {
      remark::missed(top.getLoc(), options) << remark::add("conditions are in the best order");
      return success();
    }
    remark::passed(top.getLoc(), options)
        << remark::add("condition {0} of {1} is tried first", order.front() + 1, order.size());
    OpBuilder builder(top);
    Value table = first.getInput();
    for (size_t position : order) {
      const Conjunct &conjunct = conjuncts[position];
      FilterOp filter = conjunct.filter;
      RowRegion region(builder, cast<TableType>(table.getType()));
      IRMapping mapping;
      FailureOr<SmallVector<Value>> condition =
          region.clone(conjunct.value, filter.getColumns(), mapping);
      if (failed(condition))
        return filter.emitOpError("condition cannot be rebuilt");
      region.yield(filter.getLoc(), *condition);
      FilterOp::Properties properties;
      properties.columns = region.getColumnNames();
      FailureOr<FilterOp> copy =
          createPlanOp<FilterOp>(builder, filter.getLoc(), table, properties, region.take());
      if (failed(copy))
        return failure();
      table = copy->getResult();
    }
    top.replaceAllUsesWith(table);
    for (FilterOp filter : llvm::reverse(chain.filters))
      filter.erase();
    return success();
  }
};
} // namespace
