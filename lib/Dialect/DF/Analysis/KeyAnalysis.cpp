//===- KeyAnalysis.cpp - Unique keys and functional dependencies ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/KeyAnalysis.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

/// A plan that needs more has lost its reader, too.
static constexpr size_t kMaxKeys = 16, kMaxDependencies = 256;

//===----------------------------------------------------------------------===//
// Sets of columns
//===----------------------------------------------------------------------===//

static TableType getTableType(Value table) { return cast<TableType>(table.getType()); }

static ColumnSet makeSet(TableType type) { return ColumnSet(type.getNumColumns()); }

static bool contains(const ColumnSet &set, const ColumnSet &subset) {
  return !ColumnSet(subset).reset(set).any();
}

template <typename Range> static ColumnSet makeSet(TableType type, Range &&names) {
  ColumnSet result = makeSet(type);
  for (StringRef name : names)
    result.set(*type.find(name));
  return result;
}

static ColumnSet makeSet(TableType type, ArrayAttr names) {
  return makeSet(type, llvm::map_range(names.getAsRange<StringAttr>(),
                                       [](StringAttr name) { return name.getValue(); }));
}

static void addKey(TableKeys &table, ColumnSet columns, bool assumes) {
  for (const TableKeys::Key &known : table.keys)
    if (contains(columns, known.columns) && (assumes || !known.assumes))
      return;
  if (table.keys.size() < kMaxKeys)
    table.keys.push_back({std::move(columns), assumes});
}

static void addDependency(TableKeys &table, ColumnSet from, ColumnSet to, bool assumes) {
  for (TableKeys::Dependency &known : table.dependencies)
    if (known.from == from && known.assumes == assumes) {
      known.to |= to;
      return;
    }
  if (!contains(from, to) && table.dependencies.size() < kMaxDependencies)
    table.dependencies.push_back({std::move(from), std::move(to), assumes});
}

/// All columns in which rows agree that agree in `columns`.
static ColumnSet close(const TableKeys &table, ColumnSet columns, bool mayAssume) {
  bool changed = true;
  auto add = [&](const ColumnSet &from, const ColumnSet *to, bool assumes) {
    if ((assumes && !mayAssume) || !contains(columns, from))
      return;
    ColumnSet before = columns;
    if (to)
      columns |= *to;
    else
      columns.set(); // There is one such row.
    changed |= columns != before;
  };
  while (changed) {
    changed = false;
    for (const TableKeys::Dependency &dependency : table.dependencies)
      add(dependency.from, &dependency.to, dependency.assumes);
    for (const TableKeys::Key &key : table.keys)
      add(key.columns, nullptr, key.assumes);
  }
  return columns;
}

static Proof proveUnique(const TableKeys &table, const ColumnSet &columns) {
  for (bool mayAssume : {false, true}) {
    ColumnSet closed = close(table, columns, mayAssume);
    for (const TableKeys::Key &key : table.keys)
      if ((!key.assumes || mayAssume) && contains(closed, key.columns))
        return {true, mayAssume};
  }
  return {};
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

void KeyAnalysis::visitSource(SourceOp op, TableKeys &result) const {
  if (!op.getFacts())
    return;
  auto type = cast<TableType>(op.getType());
  for (auto [index, name] : llvm::enumerate(type.getNames())) {
    auto facts = op.getFacts()->getAs<FactsAttr>(name);
    // Nulls are not unique, whatever the values are.
    if (!facts || !facts.getUnique() || (isNullable(type.getTypes()[index]) && !facts.getNonNull()))
      continue;
    ColumnSet column = makeSet(type);
    column.set(index);
    addKey(result, column, /*assumes=*/true);
  }
}

void KeyAnalysis::visitProject(ProjectOp op, TableKeys &result) const {
  const TableKeys &input = get(op.getInput());
  auto inputType = getTableType(op.getInput()), type = cast<TableType>(op.getType());
  // Where a column went, or one that determines it: agreeing there says no less.
  SmallVector<int> places(inputType.getNumColumns(), -1);
  SmallVector<std::pair<unsigned, unsigned>> copies;
  for (auto [index, column] : llvm::enumerate(op.getColumns().getAsRange<StringAttr>())) {
    int &place = places[*inputType.find(column.getValue())];
    if (place < 0)
      place = index;
    else
      copies.emplace_back(place, index);
  }
  SmallVector<int> substitutes = places;
  SmallVector<bool> assumed(places.size(), false);
  for (bool assumes : {false, true})
    for (const TableKeys::Dependency &dependency : input.dependencies) {
      int from = dependency.from.find_first();
      if (dependency.assumes != assumes || from < 0 || dependency.from.count() != 1 ||
          places[from] < 0)
        continue;
      for (unsigned to : dependency.to.set_bits())
        if (substitutes[to] < 0) {
          substitutes[to] = places[from];
          assumed[to] = assumes;
        }
    }
  auto move = [&](const ColumnSet &columns, bool &assumes) -> std::optional<ColumnSet> {
    ColumnSet moved = makeSet(type);
    for (unsigned column : columns.set_bits()) {
      if (substitutes[column] < 0)
        return std::nullopt;
      assumes |= assumed[column];
      moved.set(substitutes[column]);
    }
    return moved;
  };
  for (const TableKeys::Key &key : input.keys) {
    bool assumes = key.assumes;
    if (std::optional<ColumnSet> columns = move(key.columns, assumes))
      addKey(result, *columns, assumes);
  }
  for (const TableKeys::Dependency &dependency : input.dependencies) {
    bool assumes = dependency.assumes;
    std::optional<ColumnSet> from = move(dependency.from, assumes);
    ColumnSet to = makeSet(type);
    for (unsigned column : dependency.to.set_bits())
      if (places[column] >= 0)
        to.set(places[column]);
    if (from && to.any())
      addDependency(result, *from, to, assumes);
  }
  for (auto [first, second] : copies) {
    ColumnSet a = makeSet(type), b = makeSet(type);
    a.set(first);
    b.set(second);
    addDependency(result, a, b, false);
    addDependency(result, b, a, false);
  }
}

void KeyAnalysis::visitWithColumns(WithColumnsOp op, TableKeys &result) const {
  const TableKeys &input = get(op.getInput());
  auto inputType = getTableType(op.getInput()), type = cast<TableType>(op.getType());
  ColumnSet defined = makeSet(type, op.getNames());
  for (const TableKeys::Key &key : input.keys) {
    ColumnSet columns = key.columns;
    columns.resize(type.getNumColumns());
    if (!columns.anyCommon(defined))
      addKey(result, columns, key.assumes);
  }
  for (const TableKeys::Dependency &dependency : input.dependencies) {
    ColumnSet from = dependency.from, to = dependency.to;
    from.resize(type.getNumColumns());
    to.resize(type.getNumColumns());
    to.reset(defined);
    if (!from.anyCommon(defined) && to.any())
      addDependency(result, from, to, dependency.assumes);
  }
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands())) {
    ColumnSet from = makeSet(type), to = makeSet(type);
    to.set(*type.find(name.getValue()));
    bool isFunction = true;
    llvm::SmallPtrSet<Operation *, 8> seen;
    SmallVector<Value> worklist = {value};
    while (!worklist.empty() && isFunction) {
      Value next = worklist.pop_back_val();
      if (auto argument = dyn_cast<BlockArgument>(next)) {
        auto column = cast<StringAttr>(op.getColumns()[argument.getArgNumber()]).getValue();
        unsigned position = *inputType.find(column);
        // Expressions tell -0 from +0; copies agree where the original does. What the column
        // was before it was replaced is not in the result.
        isFunction = !defined.test(position) && (next == value || !hasEqualForms(next.getType()));
        from.set(position);
      } else if (seen.insert(next.getDefiningOp()).second) {
        llvm::append_range(worklist, next.getDefiningOp()->getOperands());
      }
    }
    if (!isFunction)
      continue;
    addDependency(result, from, to, false);
    if (isa<BlockArgument>(value))
      addDependency(result, to, from, false);
  }
}

void KeyAnalysis::visitFilter(FilterOp op, TableKeys &result) const {
  result = get(op.getInput());
  auto type = getTableType(op.getInput());
  SmallVector<Value> worklist = {op.getBody().front().getTerminator()->getOperand(0)};
  while (!worklist.empty()) {
    Operation *condition = worklist.pop_back_val().getDefiningOp();
    if (auto both = dyn_cast_or_null<AndOp>(condition)) {
      worklist.append({both.getLhs(), both.getRhs()});
      continue;
    }
    auto expression = dyn_cast_or_null<ExpressionOpInterface>(condition);
    if (!expression || expression.getComparison() != CmpPredicate::eq)
      continue;
    // All values that equal one value agree, and values that equal each other do if they are
    // compared as they are.
    SmallVector<ColumnSet> sides;
    for (Value operand : condition->getOperands()) {
      ColumnSet side = makeSet(type);
      if (auto argument = dyn_cast<BlockArgument>(operand))
        side.set(*type.find(cast<StringAttr>(op.getColumns()[argument.getArgNumber()]).getValue()));
      else if (!operand.getDefiningOp<ConstantOp>())
        break;
      sides.push_back(side);
    }
    Type lhs = getNonNull(condition->getOperand(0).getType());
    if (sides.size() != 2 || lhs != getNonNull(condition->getOperand(1).getType()))
      continue;
    addDependency(result, sides[0], sides[1], false);
    addDependency(result, sides[1], sides[0], false);
  }
}

void KeyAnalysis::visitAggregate(AggregateOp op, TableKeys &result) const {
  const TableKeys &input = get(op.getInput());
  auto inputType = getTableType(op.getInput()), type = cast<TableType>(op.getType());
  ColumnSet keys = makeSet(type);
  SmallVector<int> places(inputType.getNumColumns(), -1);
  for (auto [index, key] : llvm::enumerate(op.getKeys().getAsRange<StringAttr>())) {
    places[*inputType.find(key.getValue())] = index;
    keys.set(index);
  }
  addKey(result, keys, false);
  // Keys are values of rows of the group.
  for (const TableKeys::Dependency &dependency : input.dependencies) {
    ColumnSet from = makeSet(type), to = makeSet(type);
    bool isKept = true;
    for (unsigned column : dependency.from.set_bits()) {
      isKept &= places[column] >= 0;
      if (isKept)
        from.set(places[column]);
    }
    for (unsigned column : dependency.to.set_bits())
      if (places[column] >= 0)
        to.set(places[column]);
    if (isKept && to.any())
      addDependency(result, from, to, dependency.assumes);
  }
  for (const TableKeys::Key &key : input.keys) {
    ColumnSet from = makeSet(type);
    bool isKept = true;
    for (unsigned column : key.columns.set_bits()) {
      isKept &= places[column] >= 0;
      if (isKept)
        from.set(places[column]);
    }
    if (isKept)
      addKey(result, from, key.assumes);
  }
}

void KeyAnalysis::visitJoin(JoinOp op, TableKeys &result) const {
  const TableKeys &left = get(op.getLeft()), &right = get(op.getRight());
  if (!op.givesRight()) {
    result = left;
    return;
  }
  JoinKind kind = op.getKind();
  auto leftType = getTableType(op.getLeft()), rightType = getTableType(op.getRight());
  unsigned leftCount = leftType.getNumColumns(), count = leftCount + rightType.getNumColumns();
  auto move = [&](ColumnSet columns, bool isLeft) {
    columns.resize(count);
    if (!isLeft)
      columns <<= leftCount;
    return columns;
  };
  ColumnSet leftKeys = makeSet(leftType, op.getLeftKeys());
  ColumnSet rightKeys = makeSet(rightType, op.getRightKeys());
  // Rows without a match appear with nulls on the other side.
  bool allLeft = keepsLeft(kind);
  bool allRight = keepsRight(kind);
  bool isPlain = !op.getColumns();

  auto hasNonNull = [](TableType type, const ColumnSet &columns) {
    return llvm::any_of(columns.set_bits(),
                        [&](unsigned column) { return !isNullable(type.getTypes()[column]); });
  };
  // What holds within a side. A row of nulls in its place agrees with a row of the table if
  // that has nulls there, too.
  auto addSide = [&](const TableKeys &side, TableType type, const ColumnSet &joinKeys, bool isLeft,
                     bool mayBeNull) {
    auto holds = [&](const ColumnSet &from) {
      return !mayBeNull || hasNonNull(type, from) ||
             (kind != JoinKind::full && !op.getNullEqual() && from.anyCommon(joinKeys));
    };
    for (const TableKeys::Dependency &dependency : side.dependencies)
      if (holds(dependency.from))
        addDependency(result, move(dependency.from, isLeft), move(dependency.to, isLeft),
                      dependency.assumes);
    ColumnSet all = makeSet(type);
    all.set();
    for (const TableKeys::Key &key : side.keys)
      if (holds(key.columns))
        addDependency(result, move(key.columns, isLeft), move(all, isLeft), key.assumes);
  };
  addSide(left, leftType, leftKeys, true, allRight);
  addSide(right, rightType, rightKeys, false, allLeft);
  // The keys of a pair agree. Without a match the other key is null, if that depends on the
  // key alone.
  if (!allLeft && !allRight) {
    for (auto [a, b] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                       op.getRightKeys().getAsRange<StringAttr>())) {
      ColumnSet onLeft = makeSet(leftType, ArrayRef<StringRef>(a.getValue()));
      ColumnSet onRight = makeSet(rightType, ArrayRef<StringRef>(b.getValue()));
      addDependency(result, move(onLeft, true), move(onRight, false), false);
      addDependency(result, move(onRight, false), move(onLeft, true), false);
    }
  } else if (isPlain && !op.getLeftKeys().empty()) {
    if (kind == JoinKind::left)
      addDependency(result, move(leftKeys, true), move(rightKeys, false), false);
    if (kind == JoinKind::right)
      addDependency(result, move(rightKeys, false), move(leftKeys, true), false);
  }

  // Rows that find one partner at most stay unique.
  if (!allRight)
    if (Proof single = proveUnique(right, rightKeys))
      for (const TableKeys::Key &key : left.keys)
        addKey(result, move(key.columns, true), key.assumes || single.assumes);
  if (!allLeft)
    if (Proof single = proveUnique(left, leftKeys))
      for (const TableKeys::Key &key : right.keys)
        addKey(result, move(key.columns, false), key.assumes || single.assumes);
  for (const TableKeys::Key &a : left.keys)
    for (const TableKeys::Key &b : right.keys)
      if (kind != JoinKind::full || hasNonNull(leftType, a.columns) ||
          hasNonNull(rightType, b.columns))
        addKey(result, move(a.columns, true) |= move(b.columns, false), a.assumes || b.assumes);
}

/// What holds of a table also holds with further columns behind its own.
static void addInput(TableKeys &result, const TableKeys &input, TableType type) {
  for (const TableKeys::Key &key : input.keys) {
    ColumnSet columns = key.columns;
    columns.resize(type.getNumColumns());
    addKey(result, columns, key.assumes);
  }
  for (const TableKeys::Dependency &dependency : input.dependencies) {
    ColumnSet from = dependency.from, to = dependency.to;
    from.resize(type.getNumColumns());
    to.resize(type.getNumColumns());
    addDependency(result, from, to, dependency.assumes);
  }
}

void KeyAnalysis::visitRowIndex(WithRowIndexOp op, TableKeys &result) const {
  auto type = cast<TableType>(op.getType());
  addInput(result, get(op.getInput()), type);
  if (!op.getMonotonic()) // Of those, some may be equal.
    addKey(result, makeSet(type, ArrayRef<StringRef>(op.getName())), false);
}

void KeyAnalysis::visitWindow(WindowOp op, TableKeys &result) const {
  auto type = cast<TableType>(op.getType());
  addInput(result, get(op.getInput()), type);
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands()))
    if (value.getDefiningOp<RowNumberOp>()) {
      ColumnSet columns = makeSet(type, op.getBy());
      columns.set(*type.find(name.getValue()));
      addKey(result, columns, false);
    }
}

//===----------------------------------------------------------------------===//
// Walk
//===----------------------------------------------------------------------===//

KeyAnalysis::KeyAnalysis(Operation *root) {
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (op->getNumResults() == 1 && isa<TableType>(op->getResult(0).getType()))
      visit(op);
  });
}

void KeyAnalysis::visit(Operation *op) {
  TableKeys result;
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](SourceOp source) { visitSource(source, result); })
      .Case([&](ProjectOp project) { visitProject(project, result); })
      .Case([&](WithColumnsOp withColumns) { visitWithColumns(withColumns, result); })
      .Case([&](FilterOp filter) { visitFilter(filter, result); })
      .Case([&](AggregateOp aggregate) { visitAggregate(aggregate, result); })
      .Case([&](JoinOp join) { visitJoin(join, result); })
      .Case([&](WindowOp window) { visitWindow(window, result); })
      .Case([&](WithRowIndexOp index) { visitRowIndex(index, result); })
      .Case<SortOp, TopKOp, LimitOp>([&](Operation *same) {
        result = get(same->getOperand(0));
        auto limit = dyn_cast<LimitOp>(same);
        auto topK = dyn_cast<TopKOp>(same);
        if ((limit && limit.getCount() <= 1) || (topK && !topK.getPer() && topK.getCount() <= 1))
          addKey(result, makeSet(getTableType(same->getResult(0))), false);
      });
  tables[op->getResult(0)] = std::move(result);
}

const TableKeys &KeyAnalysis::get(Value table) const {
  static const TableKeys none;
  auto it = tables.find(table);
  return it == tables.end() ? none : it->second;
}

Proof KeyAnalysis::isUnique(Value table, ArrayAttr columns) const {
  return proveUnique(get(table), makeSet(getTableType(table), columns));
}

Proof KeyAnalysis::determines(Value table, ArrayRef<StringRef> columns, StringRef column) const {
  TableType type = getTableType(table);
  ColumnSet from = makeSet(type, columns);
  for (bool mayAssume : {false, true})
    if (close(get(table), from, mayAssume).test(*type.find(column)))
      return {true, mayAssume};
  return {};
}
