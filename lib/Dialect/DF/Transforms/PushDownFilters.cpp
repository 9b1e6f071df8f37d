//===- PushDownFilters.cpp - molt-df-push-down-filters --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Conjuncts.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFPUSHDOWNFILTERS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
/// A condition on its way down: the expression in a region of its own, and the name
/// that each of the region's arguments has at the present place.
struct Conjunct {
  Region *region;
  Value value;
  SmallVector<StringAttr> names;
  bool fallible;
  unsigned cost;
  Location loc;
  /// Conjuncts of one filter see the same rows.
  unsigned group;
};

class PushDown {
public:
  PushDown(Operation *root, bool inferJoinFilters)
      : root(root), builder(root->getContext()), inferJoinFilters(inferJoinFilters) {}

  LogicalResult run() {
    SmallVector<FilterOp> filters;
    root->walk<WalkOrder::PreOrder>([&](FilterOp op) { filters.push_back(op); });
    // In program order: what is further down is in its place already.
    for (FilterOp filter : filters)
      if (failed(process(filter)))
        return failure();
    return success();
  }

private:
  LogicalResult process(FilterOp filter);
  LogicalResult sink(const Conjunct &conjunct, OpOperand &slot);
  LogicalResult place(const Conjunct &conjunct, OpOperand &slot);
  Conjunct makeConjunct(RowRegion &region, Value value, Location loc, unsigned group);
  std::optional<Conjunct> cross(const Conjunct &conjunct, Operation *op, OpOperand *&operand);
  std::optional<Conjunct> crossWithColumns(const Conjunct &conjunct, WithColumnsOp op);

  Operation *root;
  OpBuilder builder;
  bool inferJoinFilters;
  unsigned nextGroup = 1;
  /// Of filters that this run placed.
  llvm::DenseMap<Operation *, unsigned> groups;
  /// Regions of conditions under way; they live as long as this.
  SmallVector<std::unique_ptr<Region>> regions;
};
} // namespace

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

/// Takes over a finished region whose `value` is the condition.
Conjunct PushDown::makeConjunct(RowRegion &region, Value value, Location loc, unsigned group) {
  SmallVector<StringAttr> names;
  for (Attribute name : region.getColumnNames())
    names.push_back(cast<StringAttr>(name));
  SmallVector<Operation *> operations = getSlice(value).operations;
  regions.push_back(region.take());
  return {regions.back().get(), value, names, canFailElsewhere(operations),
          getCost(operations),  loc,   group};
}

static unsigned getCost(FilterOp filter) {
  return getCost(getSlice(filter.getBody().front().getTerminator()->getOperands()).operations);
}

//===----------------------------------------------------------------------===//
// One step down
//===----------------------------------------------------------------------===//

/// The conjunct under other column names.
static Conjunct rename(Conjunct conjunct, function_ref<StringAttr(StringAttr)> newName) {
  for (StringAttr &name : conjunct.names)
    name = newName(name);
  return conjunct;
}

/// The conjunct below `with_columns`: as it is where it uses none of the columns
/// computed there, else with their definitions copied into it.
std::optional<Conjunct> PushDown::crossWithColumns(const Conjunct &conjunct, WithColumnsOp op) {
  llvm::SmallDenseMap<StringAttr, Value> computed;
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands()))
    computed[StringAttr::get(op.getContext(), name.getValue())] = value;
  SmallVector<Value> definitions;
  for (StringAttr name : conjunct.names)
    if (Value value = computed.lookup(name))
      definitions.push_back(value);
  if (definitions.empty())
    return conjunct;
  if (canFailElsewhere(getSlice(definitions).operations))
    return std::nullopt;

  auto table = cast<TableType>(op.getInput().getType());
  RowRegion region(builder, table);
  IRMapping fromDefinitions, fromCondition;
  FailureOr<SmallVector<Value>> copies =
      region.clone(definitions, op.getColumns(), fromDefinitions);
  if (failed(copies))
    return std::nullopt;
  SmallVector<Attribute> names;
  unsigned next = 0;
  for (auto [name, argument] : llvm::zip_equal(conjunct.names, conjunct.region->getArguments())) {
    names.push_back(name);
    fromCondition.map(argument, computed.contains(name)
                                    ? (*copies)[next++]
                                    : region.getColumn(argument.getLoc(), name));
  }
  FailureOr<SmallVector<Value>> condition =
      region.clone(conjunct.value, builder.getArrayAttr(names), fromCondition);
  if (failed(condition))
    return std::nullopt;

  return makeConjunct(region, condition->front(), conjunct.loc, conjunct.group);
}

/// The conjunct as it stands below `op` and the operand that it then filters, or
/// nothing if it must stay above.
std::optional<Conjunct> PushDown::cross(const Conjunct &conjunct, Operation *op,
                                        OpOperand *&operand) {
  operand = &op->getOpOperand(0);
  if (auto project = dyn_cast<ProjectOp>(op)) {
    llvm::SmallDenseMap<StringAttr, StringAttr> oldNames;
    for (auto [name, column] : llvm::zip_equal(project.getResultNames().getAsRange<StringAttr>(),
                                               project.getColumns().getAsRange<StringAttr>()))
      oldNames[StringAttr::get(op->getContext(), name.getValue())] =
          StringAttr::get(op->getContext(), column.getValue());
    return rename(conjunct, [&](StringAttr name) { return oldNames.lookup(name); });
  }
  if (isa<SortOp>(op))
    return conjunct;
  if (auto withColumns = dyn_cast<WithColumnsOp>(op))
    return crossWithColumns(conjunct, withColumns);
  if (auto aggregate = dyn_cast<AggregateOp>(op)) {
    // Without keys there is a row even if nothing goes in. Float keys are canonical
    // in the result, so an expression may tell them from those of the rows.
    if (aggregate.getKeys().empty())
      return std::nullopt;
    auto table = cast<TableType>(aggregate.getInput().getType());
    for (StringAttr name : conjunct.names)
      if (llvm::none_of(aggregate.getKeys().getAsRange<StringAttr>(),
                        [&](StringAttr key) { return key.getValue() == name.getValue(); }) ||
          hasEqualForms(table.getColumnType(name)))
        return std::nullopt;
    return conjunct;
  }
  if (auto window = dyn_cast<WindowOp>(op)) {
    // Partitions stay or go as a whole. Those of floats have values that an expression may tell
    // apart.
    auto table = cast<TableType>(window.getInput().getType());
    for (StringAttr name : conjunct.names)
      if (llvm::none_of(window.getBy().getAsRange<StringAttr>(),
                        [&](StringAttr key) { return key.getValue() == name.getValue(); }) ||
          hasEqualForms(table.getColumnType(name)))
        return std::nullopt;
    return conjunct;
  }
  if (auto join = dyn_cast<JoinOp>(op)) {
    // Below, it sees rows that find no partner above.
    if (conjunct.fallible)
      return std::nullopt;
    // Where a side's rows stay without a match, dropping rows of the other side makes
    // other rows stay.
    JoinKind kind = join.getKind();
    bool allLeft = keepsLeft(kind);
    bool allRight = keepsRight(kind);
    auto left = cast<TableType>(join.getLeft().getType());
    auto right = cast<TableType>(join.getRight().getType());
    if (llvm::all_of(conjunct.names, [&](StringAttr name) { return left.find(name); }))
      return allRight ? std::nullopt : std::optional(conjunct);
    operand = &op->getOpOperand(1);
    if (llvm::all_of(conjunct.names, [&](StringAttr name) { return right.find(name); }))
      return allLeft ? std::nullopt : std::optional(conjunct);
  }
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// All the way
//===----------------------------------------------------------------------===//

/// Puts a filter between a user of a table and the table.
LogicalResult PushDown::place(const Conjunct &conjunct, OpOperand &slot) {
  builder.setInsertionPoint(slot.getOwner());
  RowRegion region(builder, cast<TableType>(slot.get().getType()));
  IRMapping mapping;
  SmallVector<Attribute> names(conjunct.names.begin(), conjunct.names.end());
  FailureOr<SmallVector<Value>> condition =
      region.clone(conjunct.value, builder.getArrayAttr(names), mapping);
  if (failed(condition))
    return emitError(conjunct.loc, "condition cannot be rebuilt where it moves to");
  region.yield(conjunct.loc, *condition);
  FilterOp::Properties properties;
  properties.columns = region.getColumnNames();
  FailureOr<FilterOp> filter =
      createPlanOp<FilterOp>(builder, conjunct.loc, slot.get(), properties, region.take());
  if (failed(filter))
    return failure();
  groups[*filter] = conjunct.group;
  slot.set(*filter);
  return success();
}

/// The condition on one side's keys of a join as a condition on the other side's,
/// or nothing if it uses other columns.
static std::optional<Conjunct> translateKeys(const Conjunct &conjunct, JoinOp join, bool fromLeft) {
  ArrayAttr fromKeys = fromLeft ? join.getLeftKeys() : join.getRightKeys();
  ArrayAttr toKeys = fromLeft ? join.getRightKeys() : join.getLeftKeys();
  auto table = cast<TableType>((fromLeft ? join.getLeft() : join.getRight()).getType());
  auto otherTable = cast<TableType>((fromLeft ? join.getRight() : join.getLeft()).getType());
  if (conjunct.names.empty())
    return std::nullopt;
  llvm::SmallDenseMap<StringAttr, StringAttr> otherNames;
  for (auto [from, to] :
       llvm::zip_equal(fromKeys.getAsRange<StringAttr>(), toKeys.getAsRange<StringAttr>()))
    otherNames[StringAttr::get(join.getContext(), from.getValue())] =
        StringAttr::get(join.getContext(), to.getValue());
  for (StringAttr name : conjunct.names) {
    StringAttr other = otherNames.lookup(name);
    if (!other || hasEqualForms(table.getColumnType(name)))
      return std::nullopt;
    // Where only the other key is nullable, a cast could fail on its nulls.
    if (isNullable(otherTable.getColumnType(other)) && !isNullable(table.getColumnType(name)))
      return std::nullopt;
  }
  return rename(conjunct, [&](StringAttr name) { return otherNames.lookup(name); });
}

/// Whether a condition's columns are as nullable in all inputs as in the result.
static bool haveSameTypes(const Conjunct &conjunct, ConcatOp concat) {
  auto result = cast<TableType>(concat.getType());
  return llvm::all_of(concat.getInputs().getTypes(), [&](Type input) {
    return llvm::all_of(conjunct.names, [&](StringAttr name) {
      return cast<TableType>(input).getColumnType(name) == result.getColumnType(name);
    });
  });
}

/// Applies a condition to the table in `slot`, as far down as possible.
LogicalResult PushDown::sink(const Conjunct &conjunct, OpOperand &slot) {
  // Past filters, from the top. One that was written below has dropped rows before,
  // so a condition that can fail must not get below it.
  SmallVector<FilterOp> passed;
  OpOperand *bottom = &slot;
  while (auto filter = bottom->get().getDefiningOp<FilterOp>()) {
    auto group = groups.find(filter);
    bool sameGroup = group != groups.end() && group->second == conjunct.group;
    if (!bottom->get().hasOneUse() || (conjunct.fallible && !sameGroup))
      break;
    passed.push_back(filter);
    bottom = &filter.getInputMutable();
  }

  // Through the operation below all of these.
  Operation *op = bottom->get().getDefiningOp();
  if (op && isPlanOp(op) && op->getNumOperands() != 0 && !isa<FilterOp>(op)) {
    auto options = remark::RemarkOpts::name("PushDownFilters").category("molt-df");
    OpOperand *operand = nullptr;
    std::optional<Conjunct> below;
    if (auto concat = dyn_cast<ConcatOp>(op);
        concat && bottom->get().hasOneUse() && haveSameTypes(conjunct, concat)) {
      remark::passed(conjunct.loc, options)
          << remark::add("moved a condition below {0}", op->getName());
      for (OpOperand &input : concat->getOpOperands())
        if (failed(sink(conjunct, input)))
          return failure();
      return success();
    }
    if (bottom->get().hasOneUse())
      below = cross(conjunct, op, operand);
    if (below) {
      remark::passed(conjunct.loc, options)
          << remark::add("moved a condition below {0}", op->getName());
      std::optional<Conjunct> translated;
      if (auto join = dyn_cast<JoinOp>(op); join && inferJoinFilters)
        translated = translateKeys(*below, join, operand->getOperandNumber() == 0);
      if (translated &&
          failed(sink(*translated, op->getOpOperand(1 - operand->getOperandNumber()))))
        return failure();
      return sink(*below, *operand);
    }
    remark::missed(conjunct.loc, options)
        << remark::add("a condition stays above {0}", op->getName());
  }

  // Else among the filters: below those that cost more.
  OpOperand *target = &slot;
  for (FilterOp filter : passed) {
    if (getCost(filter) <= conjunct.cost)
      break;
    target = &filter.getInputMutable();
  }
  return place(conjunct, *target);
}

LogicalResult PushDown::process(FilterOp filter) {
  // The filter itself stays as the user of what its conditions are applied to until
  // all of them are in place.
  SmallVector<Value> values;
  collectConjuncts(filter.getBody().front().getTerminator()->getOperand(0), values);
  unsigned group = nextGroup++;
  for (Value value : values) {
    RowRegion region(builder, cast<TableType>(filter.getInput().getType()));
    IRMapping mapping;
    FailureOr<SmallVector<Value>> copy = region.clone(value, filter.getColumns(), mapping);
    if (failed(copy))
      return filter.emitOpError("condition cannot be rebuilt");
    if (failed(sink(makeConjunct(region, copy->front(), filter.getLoc(), group),
                    filter.getInputMutable())))
      return failure();
  }
  filter.replaceAllUsesWith(filter.getInput());
  filter.erase();
  return success();
}

namespace {
struct PushDownFilters : df::impl::MoltDFPushDownFiltersBase<PushDownFilters> {
  using MoltDFPushDownFiltersBase::MoltDFPushDownFiltersBase;
  void runOnOperation() final {
    if (failed(PushDown(getOperation(), inferJoinFilters).run()))
      signalPassFailure();
  }
};
} // namespace
