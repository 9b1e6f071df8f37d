//===- RandomWindow.cpp - Random windows ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanGenerator.h"
#include <algorithm>

using namespace molt;
using namespace molt::fuzz;

static constexpr StringRef kFunctions[] = {
    "molt_df.row_number", "molt_df.rank",  "molt_df.dense_rank",     "molt_df.percent_rank",
    "molt_df.cume_dist",  "molt_df.ntile", "molt_df.partition_size", "molt_df.lag",
    "molt_df.lead",       "molt_df.nth_value"};

/// The interpreter looks at all rows of a partition for each row that has a frame or skips nulls.
static constexpr double kMostRowsOfFrames = 5000;

ArrayRef<StringRef> fuzz::getWindowFunctions() { return kFunctions; }

/// A frame that the order keys allow.
static df::FrameAttr randomFrame(Random &random, OpBuilder &builder, df::TableType type,
                                 ArrayRef<df::SortKeyAttr> keys) {
  Type key;
  if (keys.size() == 1)
    key = df::getNonNull(type.getColumnType(keys[0].getColumn().getValue()));
  bool isReal = key && isa<FloatType>(key);
  bool hasDistances = key && !df::isStringType(key) && !isa<df::NullType, df::IntervalType>(key) &&
                      !key.isInteger(1);
  bool isRows = random.chance(50);
  auto pickBound = [&]() -> Attribute {
    if (random.chance(25))
      return {};
    if (isRows)
      return builder.getI64IntegerAttr(random.pick({-5000, -10, -3, -2, -1, 0, 0, 1, 2, 7, 3000}));
    if (!hasDistances || random.chance(40))
      return builder.getI64IntegerAttr(0);
    if (isReal && random.chance(70))
      return builder.getF64FloatAttr(random.pick({-1e300, -10.5, -1.0, -0.25, 0.0, 0.5, 2.0, 1e9}));
    return builder.getI64IntegerAttr(random.pick(
        {int64_t(INT64_MIN), int64_t(-86400000000), int64_t(-1000), int64_t(-7), int64_t(-1),
         int64_t(0), int64_t(1), int64_t(3), int64_t(30), int64_t(100000), int64_t(INT64_MAX)}));
  };
  auto number = [](Attribute bound) {
    auto integer = dyn_cast<IntegerAttr>(bound);
    return integer ? static_cast<double>(integer.getInt())
                   : cast<FloatAttr>(bound).getValueAsDouble();
  };
  Attribute start = pickBound(), end = pickBound();
  if (start && end && number(start) > number(end))
    std::swap(start, end);
  return df::FrameAttr::get(builder.getContext(),
                            isRows ? df::FrameUnits::rows : df::FrameUnits::range, start, end);
}

/// A function of this name, or none if there is no operand for it.
static std::optional<AggregateValue> makeFunction(StringRef name, Random &random,
                                                  OpBuilder &builder, ExprGenerator &expressions,
                                                  double maxRows) {
  Location loc = builder.getUnknownLoc();
  if (name == "molt_df.lag" || name == "molt_df.lead" || name == "molt_df.nth_value") {
    auto operand = expressions.pick();
    if (!operand)
      return std::nullopt;
    Values facts = operand->facts;
    int64_t distance = random.pick({0, 1, 1, 1, 2, 3, 10, 3000});
    bool skip = random.chance(25) && maxRows <= kMostRowsOfFrames;
    if (name == "molt_df.nth_value") {
      facts.isNullable = facts.hasNulls = true;
      return AggregateValue{
          df::NthValueOp::create(builder, loc, operand->value, distance + 1, skip).getResult(), facts};
    }
    distance += skip && distance == 0;
    mlir::Value otherwise;
    facts.isNullable = facts.hasNulls = true;
    if (random.chance(40)) {
      auto value = expressions.pick([&](const Values &other) {
        return other.type == facts.type && other.isInexact == facts.isInexact;
      });
      if (value) {
        otherwise = value->value;
        facts.isNullable = (operand->facts.isNullable && !skip) || value->facts.isNullable;
        facts.hasNulls = facts.isNullable;
        facts.min = std::min(facts.min, value->facts.min);
        facts.max = std::max(facts.max, value->facts.max);
        facts.grain = std::max(facts.grain, value->facts.grain);
      }
    }
    mlir::Value result =
        name == "molt_df.lag"
            ? df::LagOp::create(builder, loc, operand->value, distance, otherwise, skip).getResult()
            : df::LeadOp::create(builder, loc, operand->value, distance, otherwise, skip)
                  .getResult();
    return AggregateValue{result, facts};
  }
  OperationState state(loc, name);
  bool isReal = name == "molt_df.percent_rank" || name == "molt_df.cume_dist";
  state.addTypes(isReal ? Type(builder.getF64Type()) : Type(builder.getI64Type()));
  if (name == "molt_df.ntile")
    state.addAttribute("count", builder.getI64IntegerAttr(random.pick({1, 2, 3, 10, 1000})));
  Values facts;
  facts.min = isReal ? 0 : 1;
  facts.max = isReal ? 1 : std::max(1.0, maxRows);
  facts.grain = RealGrain::Wild;
  mlir::Value result = builder.create(state)->getResult(0);
  facts.type = result.getType();
  return AggregateValue{result, facts};
}

bool PlanGenerator::addWindowOf(StringRef name) {
  PlanTable input = pickTable();
  df::WindowOp::Properties properties;
  std::vector<std::string> by, names;
  std::vector<size_t> ordinals = shuffledExactColumns(input);
  ordinals.resize(std::min<size_t>(ordinals.size(), random.pick({0, 1, 1, 1, 2})));
  for (size_t ordinal : ordinals)
    by.push_back(nameOf(input, ordinal));
  std::vector<df::SortKeyAttr> keys;
  if (random.chance(85))
    keys = randomSortKeys(input);
  if (keys.size() > 1 && random.chance(40))
    keys.resize(1);
  if (random.chance(60) && input.maxRows <= kMostRowsOfFrames)
    properties.frame = randomFrame(random, builder, input.getType(), keys);

  PlanTable result = input;
  RowRegion region = beginRegion(input, random.between(0, 4));
  if (!region.columns.empty() && random.chance(30))
    region.expressions->grow();
  SmallVector<mlir::Value> values;
  auto tryAdd = [&](StringRef function) {
    bool isAggregate = llvm::is_contained(getAggregates(), function);
    auto made = isAggregate ? makeAggregate(function, random, builder, *region.expressions,
                                            input.maxRows, mayFail)
                            : makeFunction(function, random, builder, *region.expressions,
                                           input.maxRows);
    if (!made)
      return false;
    Operation *op = made->value.getDefiningOp();
    if (properties.frame && df::needsAllRows(op) &&
        !isa<df::MedianOp, df::QuantileOp, df::CountDistinctOp>(op)) {
      made->value.getDefiningOp()->erase();
      return false;
    }
    values.push_back(made->value);
    names.push_back(freshName("w"));
    result.columns.push_back(made->facts);
    return true;
  };
  bool isMade = name.empty() || name == "molt_df.window" || tryAdd(name);
  for (uint64_t i = random.between(1, 4); i > 0; --i)
    tryAdd(random.chance(60) ? random.pick(kFunctions)
                             : getAggregates()[random.between(0, getAggregates().size() - 1)]);
  endRegion(region, values);
  if (!isMade)
    return false;
  maintainSometimes(properties);
  properties.by = strings(by);
  properties.order = builder.getArrayAttr(SmallVector<Attribute>(keys.begin(), keys.end()));
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::WindowOp>(input.value, properties, std::move(region.body));
  return pushIfDetermined(std::move(result));
}
