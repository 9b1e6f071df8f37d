//===- JoinOrder.cpp - The cheapest order of joins ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinGraph.h"
#include "llvm/ADT/bit.h"
#include <cmath>

using namespace molt;
using namespace molt::df;

double df::getJoinCost(double probeRows, double buildRows, double resultRows, size_t keys) {
  // Of tables that leave the caches, look-ups and insertions wait for memory. One key has a bitmap
  // in front of the table, which rows without a match do not pass.
  double distance = 1 + 0.25 * std::log2(1 + buildRows / 4096);
  double probe = keys == 1 ? 0.5 * probeRows + distance * resultRows : distance * probeRows;
  return 2 * buildRows * distance + probe + 0.5 * resultRows;
}

namespace {
/// Estimates and costs of sets of relations.
class Enumerator {
public:
  Enumerator(const JoinGraph &graph, const CardinalityAnalysis &cardinalities);

  bool isKnown() const { return known; }
  /// Whether the written order has a cross join of tables with equal columns.
  bool hasCross() const { return writtenCross; }
  /// What the order costs that is written: of a place in `getWritten`.
  double getWrittenCost(int place, RelationSet &set);
  /// Fills the table for all sets that can be made without cross products.
  void runExact();
  void runGreedily();
  std::optional<JoinOrder> getOrder() const;

private:
  using Step = JoinOrder::Step;

  bool isFilter(RelationSet set) const {
    return llvm::has_single_bit(set) && graph.getRelations()[llvm::countr_zero(set)].isFilter();
  }
  bool canJoin(RelationSet probe, RelationSet build) const;
  /// The keys of a join of two sets, as classes.
  SmallVector<std::pair<unsigned, unsigned>> getKeys(RelationSet probe, RelationSet build) const;
  /// The estimate of the union of two sets, made from theirs when it is first asked for.
  const TableEstimate &getEstimate(RelationSet probe, RelationSet build);
  void applyConditions(TableEstimate &table, RelationSet set, RelationSet a, RelationSet b) const;
  void consider(RelationSet probe, RelationSet build);

  const JoinGraph &graph;
  bool known = true, writtenCross = false;
  /// Columns are those of the classes, in their order.
  llvm::DenseMap<RelationSet, TableEstimate> estimates;
  llvm::DenseMap<RelationSet, Step> steps;
  /// For each relation that is a filter, the classes of its keys.
  SmallVector<SmallVector<unsigned>> filterClasses;
};
} // namespace

Enumerator::Enumerator(const JoinGraph &graph, const CardinalityAnalysis &cardinalities)
    : graph(graph) {
  for (auto [number, relation] : llvm::enumerate(graph.getRelations())) {
    const TableEstimate &table = cardinalities.get(relation.table);
    auto type = cast<TableType>(relation.table.getType());
    known &= table.isKnown;
    TableEstimate estimate;
    estimate.rows = table.rows;
    estimate.isKnown = table.isKnown;
    filterClasses.emplace_back();
    for (auto [place, key] : llvm::enumerate(relation.otherKeys)) {
      const JoinGraph::Class *members = &graph.getClass(key);
      filterClasses.back().push_back(members - graph.getClasses().begin());
    }
    for (auto [index, members] : llvm::enumerate(graph.getClasses())) {
      StringAttr column = members.columns.lookup(number);
      for (auto [filterClass, key] : llvm::zip(filterClasses.back(), relation.keys))
        if (filterClass == index)
          column = key;
      estimate.columns.push_back(column ? table.columns[*type.find(column.getValue())]
                                        : ColumnEstimate());
    }
    RelationSet set = RelationSet(1) << number;
    applyConditions(estimate, set, 0, 0);
    steps[set] = {0, 0, estimate.rows, 0};
    estimates[set] = std::move(estimate);
  }
}

void Enumerator::applyConditions(TableEstimate &table, RelationSet set, RelationSet a,
                                 RelationSet b) const {
  for (const JoinGraph::Condition &condition : graph.getConditions()) {
    auto covers = [&](RelationSet set) { return (condition.relations & ~set) == 0; };
    if (covers(set) && !covers(a) && !covers(b))
      sampleRows(table, table.rows * condition.share);
  }
}

bool Enumerator::canJoin(RelationSet probe, RelationSet build) const {
  if (isFilter(probe))
    return false;
  ArrayRef<JoinGraph::Class> classes = graph.getClasses();
  if (isFilter(build))
    return llvm::all_of(filterClasses[llvm::countr_zero(build)], [&](unsigned members) {
      return (classes[members].relations & probe) != 0;
    });
  return llvm::any_of(classes, [&](const JoinGraph::Class &members) {
    return (members.relations & probe) && (members.relations & build);
  });
}

SmallVector<std::pair<unsigned, unsigned>> Enumerator::getKeys(RelationSet probe,
                                                               RelationSet build) const {
  SmallVector<std::pair<unsigned, unsigned>> keys;
  if (isFilter(build)) {
    for (unsigned members : filterClasses[llvm::countr_zero(build)])
      keys.emplace_back(members, members);
    return keys;
  }
  for (auto [index, members] : llvm::enumerate(graph.getClasses()))
    if ((members.relations & probe) && (members.relations & build))
      keys.emplace_back(index, index);
  return keys;
}

const TableEstimate &Enumerator::getEstimate(RelationSet probe, RelationSet build) {
  auto it = estimates.find(probe | build);
  if (it != estimates.end())
    return it->second;
  ArrayRef<JoinGraph::Class> classes = graph.getClasses();
  SmallVector<std::pair<unsigned, unsigned>> keys = getKeys(probe, build);
  JoinKind kind =
      isFilter(build) ? graph.getRelations()[llvm::countr_zero(build)].kind : JoinKind::inner;
  TableEstimate result = CardinalityAnalysis::join(kind, estimates[probe], estimates[build], keys);
  if (kind == JoinKind::inner) {
    // Of equal columns those of the side that has fewer values.
    for (auto [index, members] : llvm::enumerate(classes)) {
      ColumnEstimate &column = result.columns[index];
      const ColumnEstimate &other = result.columns[index + classes.size()];
      if ((members.relations & build) &&
          (!(members.relations & probe) || other.distinct < column.distinct))
        column = other;
    }
    result.columns.truncate(classes.size());
  }
  applyConditions(result, probe | build, probe, build);
  return estimates[probe | build] = std::move(result);
}

void Enumerator::consider(RelationSet probe, RelationSet build) {
  const Step left = steps.find(probe)->second, right = steps.find(build)->second;
  double rows = getEstimate(probe, build).rows;
  double cost = left.cost + right.cost +
                getJoinCost(left.rows, right.rows, rows, getKeys(probe, build).size());
  auto [it, isNew] = steps.try_emplace(probe | build, Step{probe, build, rows, cost});
  if (!isNew && cost < it->second.cost)
    it->second = {probe, build, rows, cost};
}

double Enumerator::getWrittenCost(int place, RelationSet &set) {
  const JoinGraph::Written &written = graph.getWritten()[place];
  if (written.relation >= 0) {
    set = RelationSet(1) << written.relation;
    return 0;
  }
  RelationSet left, right;
  double cost = getWrittenCost(written.left, left) + getWrittenCost(written.right, right);
  set = left | right;
  double rows = getEstimate(left, right).rows;
  if (written.isCross) {
    rows = estimates[left].rows * estimates[right].rows;
    writtenCross |= canJoin(left, right);
  }
  return cost + getJoinCost(estimates[left].rows, estimates[right].rows, rows,
                            getKeys(left, right).size());
}

void Enumerator::runExact() {
  for (RelationSet set = 1, all = graph.getAll(); set <= all; ++set)
    for (RelationSet probe = (set - 1) & set; probe; probe = (probe - 1) & set) {
      RelationSet build = set ^ probe;
      if (steps.contains(probe) && steps.contains(build) && canJoin(probe, build))
        consider(probe, build);
    }
}

void Enumerator::runGreedily() {
  // The pair with the smallest result, again and again (Fegaras, "A new heuristic for optimizing
  // large queries", 1998).
  SmallVector<RelationSet> sets;
  for (unsigned i = 0; i < graph.getRelations().size(); ++i)
    sets.push_back(RelationSet(1) << i);
  while (sets.size() > 1) {
    RelationSet bestProbe = 0, bestBuild = 0;
    double best = std::numeric_limits<double>::infinity();
    for (RelationSet probe : sets)
      for (RelationSet build : sets) {
        if (probe == build || !canJoin(probe, build))
          continue;
        double rows = getEstimate(probe, build).rows;
        // The smaller side is built; a filter of a table is better than a join of the same size.
        double weight = rows + (isFilter(build) ? 0 : 0.001 * steps.find(build)->second.rows);
        if (weight < best) {
          best = weight;
          bestProbe = probe;
          bestBuild = build;
        }
      }
    if (!bestProbe)
      return;
    consider(bestProbe, bestBuild);
    if (canJoin(bestBuild, bestProbe))
      consider(bestBuild, bestProbe);
    llvm::erase(sets, bestProbe);
    llvm::erase(sets, bestBuild);
    sets.push_back(bestProbe | bestBuild);
  }
}

std::optional<JoinOrder> Enumerator::getOrder() const {
  auto root = steps.find(graph.getAll());
  if (root == steps.end())
    return std::nullopt;
  JoinOrder result;
  result.cost = root->second.cost;
  SmallVector<RelationSet> worklist = {graph.getAll()};
  while (!worklist.empty()) {
    RelationSet set = worklist.pop_back_val();
    const Step &step = steps.find(set)->second;
    result.steps[set] = step;
    if (step.probe)
      worklist.append({step.probe, step.build});
  }
  return result;
}

std::optional<JoinOrder> df::findJoinOrder(const JoinGraph &graph,
                                           const CardinalityAnalysis &cardinalities,
                                           unsigned exactLimit, bool mayGuess) {
  Enumerator enumerator(graph, cardinalities);
  RelationSet all;
  double writtenCost = enumerator.getWrittenCost(graph.getWritten().size() - 1, all);
  // Any order is better than a product.
  if (!enumerator.isKnown() && !mayGuess && !enumerator.hasCross())
    return std::nullopt;
  if (graph.getRelations().size() <= exactLimit)
    enumerator.runExact();
  else
    enumerator.runGreedily();
  std::optional<JoinOrder> order = enumerator.getOrder();
  if (order) {
    order->writtenCost = writtenCost;
    order->writtenCross = enumerator.hasCross();
  }
  return order;
}
