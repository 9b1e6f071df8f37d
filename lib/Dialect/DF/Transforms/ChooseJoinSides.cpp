//===- ChooseJoinSides.cpp - molt-df-choose-join-sides --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinGraph.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFCHOOSEJOINSIDES
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
struct ChooseJoinSides : df::impl::MoltDFChooseJoinSidesBase<ChooseJoinSides> {
  using MoltDFChooseJoinSidesBase::MoltDFChooseJoinSidesBase;

  void runOnOperation() final {
    FactAnalysis facts(getOperation());
    CardinalityAnalysis cardinalities(getOperation(), facts);
    auto options = remark::RemarkOpts::name("ChooseJoinSides").category("molt-df");
    PlanRebuilder plan(getOperation());
    if (failed(plan.run([&](Operation *op) -> LogicalResult {
          auto join = dyn_cast<JoinOp>(op);
          if (!join || join.getBuildSide() || join.getMaintainOrder())
            return success();
          const TableEstimate &left = cardinalities.get(join.getLeft());
          const TableEstimate &right = cardinalities.get(join.getRight());
          if (minGain >= 0 && (!left.isKnown || !right.isKnown)) {
            remark::missed(op->getLoc(), options) << remark::add("rows are not known");
            return success();
          }
          // Estimates are rough: sides stay unless the others are clearly better.
          JoinSide written = join.getBuiltSide();
          bool buildsLeft = written == JoinSide::left;
          const TableEstimate &built = buildsLeft ? left : right,
                              &probing = buildsLeft ? right : left;
          double cost = getCost(join, left, right, written);
          double other = getCost(join, left, right, buildsLeft ? JoinSide::right : JoinSide::left);
          if (other > cost * (1 - minGain / 100.0)) {
            remark::missed(op->getLoc(), options)
                << remark::add("about {0} rows probe, {1} are built", count(probing), count(built));
            return success();
          }
          remark::passed(op->getLoc(), options) << remark::add(
              "the side of about {0} rows is built, not that of {1}", count(probing), count(built));
          if (join.getKind() == JoinKind::inner || join.getKind() == JoinKind::cross)
            return swap(join, plan);
          join.setBuildSide(buildsLeft ? JoinSide::right : JoinSide::left);
          return success();
        })))
      signalPassFailure();
  }

private:
  static uint64_t count(const TableEstimate &table) { return static_cast<uint64_t>(table.rows); }

  /// What a join costs that builds one side, in the units of getJoinCost.
  static double getCost(JoinOp join, const TableEstimate &left, const TableEstimate &right,
                        JoinSide side) {
    auto keys = getKeyPositions(join);
    MatchEstimate match = CardinalityAnalysis::matchKeys(left, right, keys);
    JoinKind kind = join.getKind();
    bool buildsLeft = side == JoinSide::left;
    double probe = buildsLeft ? right.rows : left.rows, build = buildsLeft ? left.rows : right.rows;
    double pairs = match.pairs;
    // The first match decides whether a row that probes has one.
    if (!join.givesRight() && !buildsLeft && !join.getColumns())
      pairs = std::min(pairs, left.rows * match.leftShare);
    double cost = getJoinCost(probe, build, pairs, keys.size());
    if (!join.givesRight())
      return buildsLeft ? cost + left.rows : cost;
    // Where rows of the table stay, they are looked for afterwards, and all rows of the result
    // are put into one state.
    if (buildsLeft ? keepsLeft(kind) : keepsRight(kind))
      cost += build + 2 * (pairs + build);
    return cost;
  }

  static LogicalResult swap(JoinOp join, PlanRebuilder &plan) {
    JoinOp::Properties properties = join.getProperties();
    std::swap(properties.leftKeys, properties.rightKeys);
    auto region = std::make_unique<Region>();
    if (!join.getCondition().empty()) {
      // It names columns of either side.
      IRMapping mapping;
      join.getCondition().cloneInto(region.get(), mapping);
    }
    FailureOr<JoinOp> swapped =
        createPlanOp<JoinOp>(plan.getBuilder(), join.getLoc(),
                             ValueRange{plan.lookup(join.getRight()), plan.lookup(join.getLeft())},
                             properties, std::move(region));
    if (failed(swapped))
      return failure();
    (*swapped)->setDiscardableAttrs(join->getDiscardableAttrDictionary());
    ProjectOp::Properties columns;
    auto names = cast<TableType>(join.getType()).getNames();
    columns.columns =
        plan.getBuilder().getArrayAttr(SmallVector<Attribute>(names.begin(), names.end()));
    FailureOr<ProjectOp> project =
        createPlanOp<ProjectOp>(plan.getBuilder(), join.getLoc(), swapped->getResult(), columns);
    if (failed(project))
      return failure();
    plan.replace(join, *project);
    return success();
  }
};
} // namespace
