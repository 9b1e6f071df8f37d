//===- ReorderJoins.cpp - molt-df-reorder-joins ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinGraph.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFREORDERJOINS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
/// Builds the joins of a graph in another order.
class GraphBuilder {
public:
  GraphBuilder(const JoinGraph &graph, const JoinOrder &order, PlanRebuilder &plan, Location loc)
      : graph(graph), order(order), plan(plan), builder(plan.getBuilder()), loc(loc) {}

  /// The table with the columns of the written one.
  FailureOr<Value> build(TableType type) {
    FailureOr<Value> table = build(graph.getAll());
    if (failed(table))
      return failure();
    ProjectOp::Properties properties;
    SmallVector<Attribute> columns, names;
    for (StringAttr name : type.getNames()) {
      columns.push_back(graph.getColumn(name.getValue()));
      names.push_back(name);
    }
    if (llvm::equal(cast<TableType>(table->getType()).getNames(), names) && columns == names)
      return table;
    properties.columns = builder.getArrayAttr(columns);
    if (columns != names)
      properties.names = builder.getArrayAttr(names);
    FailureOr<ProjectOp> project = createPlanOp<ProjectOp>(builder, loc, *table, properties);
    if (failed(project))
      return failure();
    return Value(*project);
  }

private:
  FailureOr<Value> build(RelationSet set) {
    const JoinOrder::Step &step = order.steps.find(set)->second;
    if (!step.probe)
      return filter(plan.lookup(graph.getRelations()[llvm::countr_zero(set)].table), set, 0, 0);
    FailureOr<Value> probe = build(step.probe), buildSide = build(step.build);
    if (failed(probe) || failed(buildSide))
      return failure();
    SmallVector<Attribute> leftKeys, rightKeys;
    JoinOp::Properties properties;
    auto pick = [&](const JoinGraph::Class &members, RelationSet set) {
      for (auto [relation, column] : members.columns)
        if (set & (RelationSet(1) << relation))
          return column;
      return StringAttr();
    };
    const JoinGraph::Relation *filterSide =
        llvm::has_single_bit(step.build) ? &graph.getRelations()[llvm::countr_zero(step.build)]
                                         : nullptr;
    properties.kind = JoinKindAttr::get(builder.getContext(), JoinKind::inner);
    if (filterSide && filterSide->isFilter()) {
      properties.kind = JoinKindAttr::get(builder.getContext(), filterSide->kind);
      for (auto [other, key] : llvm::zip_equal(filterSide->otherKeys, filterSide->keys)) {
        // As written, where that column is there already.
        auto type = cast<TableType>(probe->getType());
        leftKeys.push_back(type.find(other.getValue()) ? other
                                                       : pick(graph.getClass(other), step.probe));
        rightKeys.push_back(key);
      }
    } else {
      for (const JoinGraph::Class &members : graph.getClasses()) {
        StringAttr left = pick(members, step.probe), right = pick(members, step.build);
        if (left && right) {
          leftKeys.push_back(left);
          rightKeys.push_back(right);
        }
      }
    }
    properties.leftKeys = builder.getArrayAttr(leftKeys);
    properties.rightKeys = builder.getArrayAttr(rightKeys);
    FailureOr<JoinOp> join = createPlanOp<JoinOp>(builder, loc, ValueRange{*probe, *buildSide},
                                                  properties, std::make_unique<Region>());
    if (failed(join))
      return failure();
    return filter(*join, set, step.probe, step.build);
  }

  /// Applies the conditions whose columns are all there, and were not in either part.
  FailureOr<Value> filter(Value table, RelationSet set, RelationSet a, RelationSet b) {
    for (const JoinGraph::Condition &condition : graph.getConditions()) {
      auto covers = [&](RelationSet set) { return (condition.relations & ~set) == 0; };
      if (!covers(set) || covers(a) || covers(b))
        continue;
      RowRegion region(builder, cast<TableType>(table.getType()));
      IRMapping mapping;
      RowRegionOpInterface op = condition.op;
      Operation *yield = op.getRowRegion().front().getTerminator();
      FailureOr<SmallVector<Value>> value =
          region.clone(yield->getOperands(), builder.getArrayAttr(condition.columns), mapping);
      if (failed(value))
        return emitError(loc, "a condition cannot be rebuilt in another order of joins");
      region.yield(yield->getLoc(), *value);
      FilterOp::Properties properties;
      properties.columns = region.getColumnNames();
      FailureOr<FilterOp> filter =
          createPlanOp<FilterOp>(builder, condition.op->getLoc(), table, properties, region.take());
      if (failed(filter))
        return failure();
      table = *filter;
    }
    return table;
  }

  const JoinGraph &graph;
  const JoinOrder &order;
  PlanRebuilder &plan;
  OpBuilder &builder;
  Location loc;
};

/// Whether a join is written as a product.
static bool hasCross(const JoinGraph &graph) {
  return llvm::any_of(graph.getOperations(), [](Operation *op) {
    auto join = dyn_cast<JoinOp>(op);
    return join && join.getKind() == JoinKind::cross;
  });
}

struct ReorderJoins : df::impl::MoltDFReorderJoinsBase<ReorderJoins> {
  using MoltDFReorderJoinsBase::MoltDFReorderJoinsBase;

  void runOnOperation() final {
    SmallVector<JoinOp> joins;
    getOperation()->walk([&](JoinOp join) {
      if (JoinGraph::isMember(join))
        joins.push_back(join);
    });
    if (joins.empty())
      return;
    FactAnalysis facts(getOperation());
    CardinalityAnalysis cardinalities(getOperation(), facts);
    llvm::DenseMap<Operation *, JoinOrder> orders;
    llvm::DenseMap<Operation *, std::unique_ptr<JoinGraph>> graphs;
    llvm::SmallDenseSet<Operation *> covered;
    auto options = remark::RemarkOpts::name("ReorderJoins").category("molt-df");
    // From the roots of the trees.
    for (JoinOp join : llvm::reverse(joins)) {
      if (covered.contains(join))
        continue;
      Operation *root = JoinGraph::findRoot(join);
      auto graph = std::make_unique<JoinGraph>(root, cardinalities);
      covered.insert_range(graph->getOperations());
      // Two have an order only as sides, unless a condition makes keys of a product.
      if (graph->getRelations().size() < 3 && !hasCross(*graph))
        continue;
      if (!graph->isUsable()) {
        remark::missed(root->getLoc(), options)
            << remark::add("columns of {0} tables have equal names, or one column two keys",
                           graph->getRelations().size());
        continue;
      }
      std::optional<JoinOrder> order =
          findJoinOrder(*graph, cardinalities, exactRelations, /*mayGuess=*/minGain < 0);
      if (!order) {
        remark::missed(root->getLoc(), options)
            << remark::add("rows of {0} tables are not known, or a cross join is needed",
                           graph->getRelations().size());
        continue;
      }
      // Estimates are rough: the written order stays unless another is clearly better.
      if (!order->writtenCross && order->cost > order->writtenCost * (1 - minGain / 100.0)) {
        remark::missed(root->getLoc(), options) << remark::add(
            "the written order of {0} tables is as good", graph->getRelations().size());
        continue;
      }
      remark::passed(root->getLoc(), options)
          << remark::add("another order of {0} tables costs {1} % of the written one",
                         graph->getRelations().size(),
                         static_cast<unsigned>(100 * order->cost / order->writtenCost));
      orders[root] = std::move(*order);
      graphs[root] = std::move(graph);
    }
    if (orders.empty())
      return;

    PlanRebuilder plan(getOperation());
    if (failed(plan.run([&](Operation *op) -> LogicalResult {
          auto order = orders.find(op);
          if (order == orders.end())
            return success();
          const JoinGraph &graph = *graphs[op];
          FailureOr<Value> table = GraphBuilder(graph, order->second, plan, op->getLoc())
                                       .build(cast<TableType>(op->getResult(0).getType()));
          if (failed(table))
            return op->emitOpError("cannot be rebuilt in another order");
          plan.replace(op, *table);
          return success();
        })))
      return signalPassFailure();
    // What only the old trees used.
    SmallVector<Operation *> operations;
    getOperation()->walk([&](Operation *op) {
      if (isPlanOp(op))
        operations.push_back(op);
    });
    for (Operation *op : llvm::reverse(operations))
      if (isOpTriviallyDead(op))
        op->erase();
  }
};
} // namespace
