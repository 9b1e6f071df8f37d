//===- RandomWindow.cpp - Random windows ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanGenerator.h"
#include <algorithm>

using namespace molt;
using namespace molt::fuzz;

static constexpr StringRef kFunctions[] = {
    "molt_df.row_number", "molt_df.rank",  "molt_df.dense_rank",    "molt_df.percent_rank",
    "molt_df.cume_dist",  "molt_df.ntile", "molt_df.partition_size"};

ArrayRef<StringRef> fuzz::getWindowFunctions() { return kFunctions; }

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

  PlanTable result = input;
  Location loc = builder.getUnknownLoc();
  Type i64 = builder.getI64Type(), f64 = builder.getF64Type();
  RowRegion region = beginRegion(input, 0);
  SmallVector<mlir::Value> values;
  for (uint64_t i = random.between(1, 4); i > 0; --i) {
    StringRef function = random.pick(kFunctions);
    if (values.empty() && llvm::is_contained(kFunctions, name))
      function = name;
    OperationState state(loc, function);
    bool isReal = function == "molt_df.percent_rank" || function == "molt_df.cume_dist";
    state.addTypes(isReal ? f64 : i64);
    if (function == "molt_df.ntile")
      state.addAttribute("count", builder.getI64IntegerAttr(random.pick({1, 2, 3, 10, 1000})));
    values.push_back(builder.create(state)->getResult(0));
    names.push_back(freshName("w"));
    Values facts;
    facts.type = values.back().getType();
    facts.min = isReal ? 0 : 1;
    facts.max = isReal ? 1 : std::max(1.0, input.maxRows);
    facts.grain = RealGrain::Wild;
    result.columns.push_back(facts);
  }
  endRegion(region, values);
  properties.by = strings(by);
  properties.order = builder.getArrayAttr(SmallVector<Attribute>(keys.begin(), keys.end()));
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::WindowOp>(input.value, properties, std::move(region.body));
  return pushIfDetermined(std::move(result));
}
