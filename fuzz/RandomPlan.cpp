//===- RandomPlan.cpp - Random programs -----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Joins.h"
#include "PlanGenerator.h"
#include "ResultOrder.h"
#include "mlir/IR/Verifier.h"
#include <algorithm>
#include <cmath>
#include <set>

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;

PlanGenerator::PlanGenerator(MLIRContext *context, uint64_t seed, const PlanOptions &options)
    : context(context), random(seed), options(options), builder(context) {
  mayFail = random.chance(options.failPercent);
  Location loc = builder.getUnknownLoc();
  program.module = ModuleOp::create(loc);
  builder.setInsertionPointToEnd(program.module->getBody());
  auto function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType({}, {}));
  block = function.addEntryBlock();
  builder.setInsertionPointToEnd(block);
}

ArrayAttr PlanGenerator::strings(ArrayRef<std::string> names) {
  SmallVector<StringRef> refs(names.begin(), names.end());
  return builder.getStrArrayAttr(refs);
}

std::vector<size_t> PlanGenerator::shuffledExactColumns(const PlanTable &table) {
  std::vector<size_t> ordinals;
  for (size_t i = 0; i < table.columns.size(); ++i)
    if (!table.columns[i].isInexact)
      ordinals.push_back(i);
  for (size_t i = ordinals.size(); i > 1; --i)
    std::swap(ordinals[i - 1], ordinals[random.below(i)]);
  return ordinals;
}

//===----------------------------------------------------------------------===//
// Sources
//===----------------------------------------------------------------------===//

/// Whether no value occurs twice; null does not count.
static bool isUnique(const interp::Column &column) {
  auto less = [](const Scalar *a, const Scalar *b) { return compare(*a, *b) < 0; };
  std::set<const Scalar *, decltype(less)> values(less);
  for (const Scalar &scalar : column)
    if (!scalar.isNull() && !values.insert(&scalar).second)
      return false;
  return true;
}

/// Facts that hold for a column, or nothing.
static df::FactsAttr trueFacts(Random &random, MLIRContext *context, const Values &values,
                               const interp::Column &column) {
  bool hasRange = (values.isInteger() || values.isDate() || values.isTimed()) &&
                  values.min > -1e15 && values.max < 1e15 && random.chance(70);
  bool nonNull = !values.hasNulls && random.chance(70);
  bool unique = isUnique(column) && random.chance(70);
  // An estimate may be anything.
  uint64_t distinct = random.chance(70) ? 0 : random.pick({1, 5, 1000, 1000000});
  if (!hasRange && !nonNull && !unique && !distinct)
    return {};
  int64_t slack = random.pick({0, 0, 1, 100});
  auto bound = [&](double value) {
    return APInt(128, static_cast<uint64_t>(static_cast<int64_t>(value)), true);
  };
  return df::FactsAttr::get(context, hasRange, bound(hasRange ? values.min - slack : 0),
                            bound(hasRange ? values.max + slack : 0), nonNull, unique, distinct);
}

/// Facts that are wrong for most columns.
static df::FactsAttr wrongFacts(Random &random, MLIRContext *context, const Values &values) {
  bool hasRange = values.isInteger() || values.isDate() || values.isTimed();
  APInt bound(128, random.below(3));
  bool nonNull = random.chance(50) || !hasRange;
  return df::FactsAttr::get(context, hasRange, bound, bound + 1, nonNull, random.chance(50),
                            random.below(10));
}

void PlanGenerator::addSource(bool isSmall) {
  int64_t rows = isSmall ? random.below(12) : randomRowCount(random);
  SmallVector<Type> types;
  for (uint64_t i = random.between(1, 6); i > 0; --i)
    types.push_back(types.empty() || random.chance(70) ? randomType(random, context)
                                                       : random.pick(types));
  addSource(rows, types, /*extremePercent=*/15);
}

void PlanGenerator::addSource(int64_t rows, ArrayRef<Type> columnTypes, unsigned extremePercent) {
  Location loc = builder.getUnknownLoc();
  Input input;
  input.name = freshName("t");
  interp::Table &table = input.table;
  table.rows = rows;
  PlanTable planTable;
  planTable.maxRows = static_cast<double>(table.rows);
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  SmallVector<NamedAttribute> facts;
  bool isWrong = options.wrongFacts && random.chance(50);
  bool withFacts = random.chance(50);
  for (Type type : columnTypes) {
    RandomColumn column = randomColumn(random, type, random.chance(45), table.rows, extremePercent);
    names.push_back(builder.getStringAttr(freshName("c")));
    types.push_back(column.values.getType());
    table.columns.push_back(column.column);
    if (withFacts && random.chance(60))
      if (df::FactsAttr attr = isWrong ? wrongFacts(random, context, column.values)
                                       : trueFacts(random, context, column.values, *column.column))
        facts.push_back(builder.getNamedAttr(names.back(), attr));
    planTable.columns.push_back(std::move(column.values));
  }
  table.type = df::TableType::get(context, names, types);

  df::SourceOp::Properties properties;
  properties.name = builder.getStringAttr(input.name);
  if (!facts.empty()) {
    properties.facts = builder.getDictionaryAttr(facts);
    program.factsHold &= !isWrong;
  }
  if (withFacts && random.chance(50)) {
    int64_t rows = table.rows + random.below(3);
    if (isWrong && table.rows > 0)
      rows = random.below(table.rows), program.factsHold = false;
    properties.rows = builder.getI64IntegerAttr(rows);
  }
  OperationState state(loc, df::SourceOp::getOperationName());
  state.addTypes(table.type);
  state.getOrAddProperties<df::SourceOp::Properties>() = properties;
  planTable.value = builder.create(state)->getResult(0);
  program.inputs.push_back(std::move(input));
  push(std::move(planTable));
}

//===----------------------------------------------------------------------===//
// Row regions
//===----------------------------------------------------------------------===//

PlanGenerator::RowRegion PlanGenerator::beginRegion(const PlanTable &table, size_t maxColumns) {
  RowRegion region;
  region.body = std::make_unique<Region>();
  auto *body = new Block;
  region.body->push_back(body);
  builder.setInsertionPointToEnd(body);
  region.expressions = std::make_unique<ExprGenerator>(random, builder, mayFail);
  std::vector<size_t> ordinals = shuffledExactColumns(table);
  ordinals.resize(std::min(ordinals.size(), maxColumns));
  if (maxColumns == 0 || random.chance(10)) { // expressions of constants, for folds
    ordinals.clear();
    for (int i = 0; i < 4; ++i)
      region.expressions->addConstant();
  }
  for (size_t ordinal : ordinals) {
    const Values &values = table.columns[ordinal];
    region.columns.push_back(nameOf(table, ordinal));
    region.expressions->add(body->addArgument(values.getType(), builder.getUnknownLoc()), values);
  }
  return region;
}

void PlanGenerator::endRegion(RowRegion &region, ValueRange results) {
  df::YieldOp::create(builder, builder.getUnknownLoc(), results);
  // Half of the time, what is not used is not computed.
  if (random.chance(50))
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(region.body->front())))
      if (!isa<df::YieldOp>(op) && op.use_empty())
        op.erase();
  builder.setInsertionPointToEnd(block);
}

void PlanGenerator::pushWithColumns(const PlanTable &input, RowRegion &region,
                                    const std::vector<std::string> &names, PlanTable result) {
  df::WithColumnsOp::Properties properties;
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::WithColumnsOp>(input.value, properties, std::move(region.body));
  push(std::move(result));
}

bool PlanGenerator::addWithColumns() {
  PlanTable input = pickTable();
  RowRegion region = beginRegion(input, random.between(1, 5));
  region.expressions->grow();
  PlanTable result = input;
  SmallVector<mlir::Value> values;
  std::vector<std::string> names;
  size_t mostValues = std::max<size_t>(3, region.expressions->getSize() / 3);
  for (uint64_t i = random.between(1, mostValues); i > 0; --i) {
    auto operand = region.expressions->pick();
    if (!operand)
      break;
    size_t replaced = random.below(input.columns.size() + 1);
    if (random.chance(20) && replaced < input.columns.size() &&
        !llvm::is_contained(names, nameOf(input, replaced))) {
      names.push_back(nameOf(input, replaced));
      result.columns[replaced] = operand->facts;
    } else {
      names.push_back(freshName("c"));
      result.columns.push_back(operand->facts);
    }
    values.push_back(operand->value);
  }
  endRegion(region, values);
  if (values.empty())
    return false;
  pushWithColumns(input, region, names, std::move(result));
  return true;
}

bool PlanGenerator::addFilter() {
  PlanTable input = pickTable();
  RowRegion region = beginRegion(input, random.between(1, 4));
  if (random.chance(80))
    region.expressions->grow();
  Operand condition = region.expressions->pickCondition();
  endRegion(region, condition.value);
  df::FilterOp::Properties properties;
  properties.columns = strings(region.columns);
  PlanTable result = input;
  result.value = create<df::FilterOp>(input.value, properties, std::move(region.body));
  push(std::move(result));
  return true;
}

//===----------------------------------------------------------------------===//
// The other plan operations
//===----------------------------------------------------------------------===//

bool PlanGenerator::addProject() {
  PlanTable input = pickTable();
  PlanTable result;
  result.maxRows = input.maxRows;
  bool renames = random.chance(50);
  std::vector<std::string> columns, names;
  for (uint64_t i = random.between(1, input.columns.size() + renames); i > 0; --i) {
    size_t ordinal = random.below(input.columns.size());
    std::string column = nameOf(input, ordinal);
    if (!renames && llvm::is_contained(columns, column))
      continue;
    bool keepsName = !llvm::is_contained(names, column) && random.chance(30);
    columns.push_back(column);
    names.push_back(keepsName ? column : freshName("c"));
    result.columns.push_back(input.columns[ordinal]);
  }
  df::ProjectOp::Properties properties;
  properties.columns = strings(columns);
  if (renames)
    properties.names = strings(names);
  result.value = create<df::ProjectOp>(input.value, properties);
  push(std::move(result));
  return true;
}

bool PlanGenerator::addJoin() {
  // The same table may stand on both sides, under new names.
  PlanTable left = pickTable(), right = random.pick(tables);
  if (left.maxRows * right.maxRows > 2e5) {
    addSource(true);
    right = tables.back();
  }
  if (random.chance(30))
    std::swap(left, right);
  if (left.maxRows * right.maxRows > 2e5)
    return false;
  auto kind = random.pick({df::JoinKind::inner, df::JoinKind::inner, df::JoinKind::left,
                           df::JoinKind::right, df::JoinKind::full, df::JoinKind::semi,
                           df::JoinKind::anti, df::JoinKind::cross});
  if (!join(left, right, kind, /*conditionPercent=*/35, /*nullEqualPercent=*/25))
    return false;
  // A condition that rows without a match may not meet.
  bool isOuter =
      kind == df::JoinKind::left || kind == df::JoinKind::right || kind == df::JoinKind::full;
  if (isOuter && random.chance(40))
    addToLast(&PlanGenerator::addFilter);
  return true;
}

void PlanGenerator::addToLast(bool (PlanGenerator::*add)()) {
  std::vector<PlanTable> others = {tables.back()};
  std::swap(tables, others);
  (this->*add)();
  std::swap(tables, others);
  tables.push_back(others.back());
}

bool PlanGenerator::join(const PlanTable &left, PlanTable right, df::JoinKind kind,
                         unsigned conditionPercent, unsigned nullEqualPercent) {
  // Pairs of columns that can be keys.
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t i = 0; i < left.columns.size(); ++i)
    for (size_t j = 0; j < right.columns.size(); ++j)
      if (left.columns[i].type == right.columns[j].type && !left.columns[i].isInexact &&
          !right.columns[j].isInexact)
        pairs.emplace_back(i, j);
  if (pairs.empty() && kind != df::JoinKind::cross)
    return false;
  auto leftNames = left.getType().getNames();
  if (llvm::any_of(right.getType().getNames(),
                   [&](StringAttr name) { return llvm::is_contained(leftNames, name); })) {
    std::vector<std::string> columns, names;
    for (size_t j = 0; j < right.columns.size(); ++j) {
      columns.push_back(nameOf(right, j));
      names.push_back(freshName("c"));
    }
    df::ProjectOp::Properties properties;
    properties.columns = strings(columns);
    properties.names = strings(names);
    right.value = create<df::ProjectOp>(right.value, properties);
  }
  std::vector<std::string> leftKeys, rightKeys;
  for (uint64_t count = random.pick({1, 1, 1, 2, 3}); count > 0 && kind != df::JoinKind::cross;
       --count) {
    auto [i, j] = random.pick(pairs);
    leftKeys.push_back(nameOf(left, i));
    rightKeys.push_back(nameOf(right, j));
  }
  df::JoinOp::Properties properties;
  properties.leftKeys = strings(leftKeys);
  properties.rightKeys = strings(rightKeys);
  properties.kind = df::JoinKindAttr::get(context, kind);
  if (random.chance(nullEqualPercent))
    properties.null_equal = builder.getUnitAttr();
  maintainSometimes(properties);
  if (random.chance(30))
    properties.build_side = df::JoinSideAttr::get(
        context, random.pick({df::JoinSide::left, df::JoinSide::left, df::JoinSide::right}));
  auto body = std::make_unique<Region>();
  if (random.chance(conditionPercent)) {
    PlanTable pair;
    pair.columns = left.columns;
    llvm::append_range(pair.columns, right.columns);
    SmallVector<StringAttr> names(left.getType().getNames());
    SmallVector<Type> types(left.getType().getTypes());
    llvm::append_range(names, right.getType().getNames());
    llvm::append_range(types, right.getType().getTypes());
    pair.rowType = df::TableType::get(context, names, types);
    RowRegion region = beginRegion(pair, random.between(1, 4));
    if (random.chance(60))
      region.expressions->grow();
    Operand condition = region.expressions->pickCondition();
    endRegion(region, condition.value);
    properties.columns = strings(region.columns);
    body = std::move(region.body);
  }
  PlanTable result;
  result.maxRows = left.maxRows * right.maxRows;
  if (kind == df::JoinKind::left || kind == df::JoinKind::semi || kind == df::JoinKind::anti)
    result.maxRows = std::max(result.maxRows, left.maxRows);
  if (kind == df::JoinKind::right)
    result.maxRows = std::max(result.maxRows, right.maxRows);
  if (kind == df::JoinKind::full)
    result.maxRows += left.maxRows + right.maxRows;
  auto addSide = [&](const PlanTable &side, bool withNulls) {
    for (Values values : side.columns) {
      values.isNullable |= withNulls;
      values.hasNulls |= withNulls;
      result.columns.push_back(std::move(values));
    }
  };
  addSide(left, df::keepsRight(kind));
  if (kind != df::JoinKind::semi && kind != df::JoinKind::anti)
    addSide(right, df::keepsLeft(kind));
  result.value = create<df::JoinOp>({left.value, right.value}, properties, std::move(body));
  push(std::move(result));
  return true;
}

bool PlanGenerator::addJoinTree() {
  // Keys of few values, so that rows match, and some columns to carry.
  std::vector<PlanTable> parts;
  for (uint64_t i = random.between(3, 6); i > 0; --i) {
    SmallVector<Type> types;
    for (uint64_t k = random.between(1, 3); k > 0; --k)
      types.push_back(random.chance(70) ? Type(df::DecimalType::get(context, 1, 0))
                                        : Type(builder.getI1Type()));
    if (random.chance(30))
      types.push_back(randomType(random, context));
    addSource(random.below(random.pick({3, 6, 12})), types, /*extremePercent=*/0);
    parts.push_back(tables.back());
  }
  while (parts.size() > 1) {
    std::swap(parts.back(), parts[random.below(parts.size())]);
    PlanTable right = parts.back();
    parts.pop_back();
    PlanTable &left = parts[random.below(parts.size())];
    if (left.maxRows * right.maxRows > 2e5)
      return false;
    auto kind = random.pick({df::JoinKind::inner, df::JoinKind::inner, df::JoinKind::inner,
                             df::JoinKind::inner, df::JoinKind::inner, df::JoinKind::semi,
                             df::JoinKind::anti, df::JoinKind::cross, df::JoinKind::left});
    if (!join(left, right, kind, /*conditionPercent=*/10, /*nullEqualPercent=*/3))
      continue;
    // Between joins.
    bool (PlanGenerator::*between)() = random.pick(
        {&PlanGenerator::addFilter, &PlanGenerator::addProject, &PlanGenerator::addSort});
    if (random.chance(20))
      addToLast(between);
    left = tables.back();
  }
  return true;
}

bool PlanGenerator::addConcat() {
  PlanTable result = pickTable(), first = result;
  SmallVector<mlir::Value> inputs = {result.value};
  for (uint64_t count = random.between(1, 2); count > 0; --count) {
    PlanTable other = pickSimilar(first);
    if (result.maxRows + other.maxRows > 2e5)
      return false;
    inputs.push_back(other.value);
    mergeValues(result, other);
  }
  result.value = create<df::ConcatOp>(inputs, {});
  if (!result.value)
    return false;
  push(std::move(result));
  return true;
}

std::vector<df::SortKeyAttr> PlanGenerator::randomSortKeys(const PlanTable &table) {
  std::vector<size_t> ordinals = shuffledExactColumns(table);
  if (random.chance(60) && ordinals.size() > 1)
    ordinals.resize(random.between(1, std::min<size_t>(3, ordinals.size())));
  std::vector<df::SortKeyAttr> keys;
  for (size_t ordinal : ordinals)
    keys.push_back(df::SortKeyAttr::get(context, table.getType().getNames()[ordinal],
                                        random.chance(40), random.chance(40)));
  return keys;
}

/// Key attributes as an array attribute.
static ArrayAttr toArray(OpBuilder &builder, ArrayRef<df::SortKeyAttr> keys) {
  return builder.getArrayAttr(SmallVector<Attribute>(keys.begin(), keys.end()));
}

bool PlanGenerator::addSort() {
  PlanTable input = pickTable();
  std::vector<df::SortKeyAttr> keys = randomSortKeys(input);
  if (keys.empty())
    return false;
  df::SortOp::Properties properties;
  properties.keys = toArray(builder, keys);
  PlanTable result = input;
  result.value = create<df::SortOp>(input.value, properties);
  push(std::move(result));
  return true;
}

bool PlanGenerator::addTopK() {
  PlanTable input = pickTable();
  std::vector<df::SortKeyAttr> keys = randomSortKeys(input);
  if (keys.empty())
    return false;
  df::TopKOp::Properties properties;
  properties.keys = toArray(builder, keys);
  int64_t count = random.pick({0, 1, 2, 5, 10, 100, 5000});
  properties.count = builder.getI64IntegerAttr(count);
  bool isGrouped = random.chance(30);
  if (isGrouped) {
    std::vector<size_t> ordinals = shuffledExactColumns(input);
    ordinals.resize(std::min<size_t>(ordinals.size(), random.pick({0, 1, 1, 2})));
    std::vector<std::string> columns;
    for (size_t ordinal : ordinals)
      columns.push_back(nameOf(input, ordinal));
    properties.per = strings(columns);
  }
  PlanTable result = input;
  result.value = create<df::TopKOp>(input.value, properties);
  if (!isGrouped)
    result.maxRows = std::min(result.maxRows, static_cast<double>(count));
  return pushIfDetermined(std::move(result));
}

bool PlanGenerator::addRowIndex() {
  PlanTable result = pickTable();
  df::WithRowIndexOp::Properties properties;
  properties.name = builder.getStringAttr(freshName("i"));
  result.value = create<df::WithRowIndexOp>(result.value, properties);
  Values facts;
  facts.type = builder.getI64Type();
  facts.max = result.maxRows;
  result.columns.push_back(facts);
  return pushIfDetermined(std::move(result));
}

bool PlanGenerator::addLimit() {
  PlanTable input = pickTable();
  df::LimitOp::Properties properties;
  int64_t count = random.pick({0, 1, 2, 5, 10, 100, 2048, 5000});
  properties.count = builder.getI64IntegerAttr(count);
  properties.offset = builder.getI64IntegerAttr(random.pick({0, 0, 0, 1, 3, 100, 2047}));
  PlanTable result = input;
  result.value = create<df::LimitOp>(input.value, properties);
  result.maxRows = std::min(result.maxRows, static_cast<double>(count));
  return pushIfDetermined(std::move(result));
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

Program PlanGenerator::finish(mlir::Value result) {
  func::ReturnOp::create(builder, builder.getUnknownLoc(), result);
  program.getFunction().setType(builder.getFunctionType({}, result.getType()));
  for (Operation &op : llvm::make_early_inc_range(llvm::reverse(*block)))
    if (op.getNumResults() == 1 && op.use_empty())
      op.erase();
  llvm::erase_if(program.inputs, [&](const Input &input) {
    return llvm::none_of(block->getOps<df::SourceOp>(),
                         [&](df::SourceOp source) { return source.getName() == input.name; });
  });
  bool isValid = succeeded(mlir::verify(*program.module));
  (void)isValid;
  assert(isValid && "the generator made an invalid program");
  return std::move(program);
}

bool PlanGenerator::addRandomOp() {
  static constexpr std::pair<bool (PlanGenerator::*)(), unsigned> kOps[] = {
      {&PlanGenerator::addFilter, 20},   {&PlanGenerator::addWithColumns, 22},
      {&PlanGenerator::addProject, 10},  {&PlanGenerator::addAggregate, 16},
      {&PlanGenerator::addJoin, 12},     {&PlanGenerator::addJoinTree, 6},
      {&PlanGenerator::addConcat, 5},    {&PlanGenerator::addSort, 10},
      {&PlanGenerator::addTopK, 6},      {&PlanGenerator::addLimit, 8},
      {&PlanGenerator::addDistinct, 5},  {&PlanGenerator::addUnion, 3},
      {&PlanGenerator::addIntersect, 3}, {&PlanGenerator::addExcept, 3},
      {&PlanGenerator::addDropNulls, 4}, {&PlanGenerator::addFillNull, 4},
      {&PlanGenerator::addWindow, 7},    {&PlanGenerator::addRowIndex, 4},
  };
  unsigned total = 0;
  for (auto &[add, weight] : kOps)
    total += weight;
  unsigned choice = random.below(total);
  for (auto &[add, weight] : kOps) {
    if (choice < weight)
      return (this->*add)();
    choice -= weight;
  }
  llvm_unreachable("weights do not add up");
}

Program PlanGenerator::run() {
  for (uint64_t i = random.pick({1, 1, 1, 2, 3}); i > 0; --i)
    addSource(i > 1);
  unsigned wanted = random.between(1, options.maxOps);
  for (unsigned made = 0, attempts = 0; made < wanted && attempts < 40; ++attempts)
    made += addRandomOp();
  return finish(tables.back().value);
}

Program fuzz::makeRandomProgram(MLIRContext *context, uint64_t seed, const PlanOptions &options) {
  return PlanGenerator(context, seed, options).run();
}
