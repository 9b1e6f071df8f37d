//===- RandomWays.cpp - Random ways to run a plan -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomWays.h"
#include "Random.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/TargetParser/Host.h"
#include <numeric>

using namespace molt;
using namespace molt::fuzz;

const std::vector<std::string> &fuzz::getPlanPasses() {
  static const std::vector<std::string> passes = {
      "canonicalize",
      "cse",
#define MOLT_DF_PASS(NAME) NAME,
#include "DFPassNames.inc"
#undef MOLT_DF_PASS
      "molt-df-optimize-pipeline",
  };
  return passes;
}

/// The targets whose code this processor runs.
static const std::vector<std::string> &getTargets() {
  static const std::vector<std::string> targets = [] {
    llvm::StringMap<bool> features = llvm::sys::getHostCPUFeatures();
    auto hasAll = [&](std::initializer_list<const char *> names) {
      return llvm::all_of(names, [&](const char *name) { return features.lookup(name); });
    };
    std::vector<std::string> result;
    if (hasAll({"sse2"}))
      result.push_back("x86-64");
    if (hasAll({"avx2", "bmi2", "fma"}))
      result.push_back("x86-64-v3");
    if (hasAll({"avx512f", "avx512bw", "avx512dq", "avx512vl"}))
      result.push_back("x86-64-v4");
    if (result.empty())
      result.push_back("host");
    return result;
  }();
  return targets;
}

/// The settings of a compiled way, without the optimizer's.
static std::string chooseSettings(Random &random) {
  std::string text = "compiled:target=" + random.pick(getTargets());
  text += ",threads=" + std::to_string(random.pick({1, 2}));
  // A module that is split for two takes longer in all, and mostly two processes run.
  if (random.chance(75))
    text += ",codegen-threads=1";
  text += ",batch=" + std::to_string(random.pick({1, 7, 7, 2048, 2048}));
  if (random.chance(40))
    text += ",morsel=" + std::to_string(random.pick({1, 3, 64}));
  if (random.chance(25))
    text += ",zero-hashes";
  if (random.chance(30))
    text += ",no-statistics";
  // From no memory at all to what most plans get along with.
  if (random.chance(25))
    text += ",memory-limit=" + std::to_string(uint64_t(1) << random.below(22));
  else if (random.chance(15))
    text += ",fail-allocation=" + std::to_string(random.between(1, 40));
  return text;
}

RandomWays fuzz::chooseWays(uint64_t seed) {
  RandomWays ways;
  // The plan is made from the seed, too; its choices and these are not to go together.
  Random random(~seed);
  ways.unoptimized = chooseSettings(random) + ",no-optimize";
  ways.optimized = chooseSettings(random);
  // A shuffled order of the passes for each block of as many seeds, so that all get their turn.
  const std::vector<std::string> &passes = getPlanPasses();
  std::vector<size_t> order(passes.size());
  std::iota(order.begin(), order.end(), 0);
  Random shuffle(seed / passes.size());
  for (size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[shuffle.below(i)]);
  ways.pass = passes[order[seed % passes.size()]];
  return ways;
}
