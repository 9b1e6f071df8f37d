//===- ShareStates.cpp - One state for aggregates that keep the same ------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two values of a state are the same if they begin equal and every update and merge
// makes equals of them. That is minimization of an automaton: begin with the coarsest
// partition, and split classes until the regions respect it (Moore, "Gedanken-
// experiments on sequential machines", 1956).
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include <map>
#include <tuple>

namespace molt::pipe {
#define GEN_PASS_DEF_SHARESTATES
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"
} // namespace molt::pipe

using namespace molt;
using namespace molt::pipe;

namespace {

/// Numbers for values: equal numbers, equal values, given that arguments with equal
/// numbers are equal.
class ValueNumbering {
public:
  unsigned getNumber(Value value) {
    auto [it, inserted] = numbers.try_emplace(value, 0);
    if (!inserted)
      return it->second;
    auto result = cast<OpResult>(value);
    Operation *op = result.getOwner();
    std::vector<unsigned> operands;
    for (Value operand : op->getOperands())
      operands.push_back(getNumber(operand));
    Key key{op->getName().getAsOpaquePointer(), op->getAttrDictionary().getAsOpaquePointer(),
            value.getType().getAsOpaquePointer(), result.getResultNumber(), std::move(operands)};
    return numbers[value] = table.try_emplace(std::move(key), kFirstComputed + table.size())
                                .first->second;
  }
  void setArgument(Value argument, unsigned number) { numbers[argument] = number; }

private:
  /// Below are numbers of arguments.
  static constexpr unsigned kFirstComputed = 1u << 20;
  using Key = std::tuple<const void *, const void *, const void *, unsigned, std::vector<unsigned>>;
  DenseMap<Value, unsigned> numbers;
  std::map<Key, unsigned> table;
};

/// An aggregation: what creates it, fills it and scans it.
struct Aggregation {
  AggCreateOp create;
  SmallVector<AggUpdateOp> updates;
  SmallVector<AggFinishOp> finishes;

  AggBuilderType getType() { return cast<AggBuilderType>(create.getType()); }
};

} // namespace

static ValueRange getYielded(Block &block) {
  return cast<YieldOp>(block.getTerminator()).getValues();
}

/// What column an input is: results of a stage may be one value of its region.
static Value getColumn(Value input) {
  if (auto stage = input.getDefiningOp<StageOp>()) {
    Value yielded = stage.getYield().getValues()[cast<OpResult>(input).getResultNumber()];
    for (auto [output, value] :
         llvm::zip_equal(stage.getOutputs(), stage.getYield().getValues()))
      if (value == yielded)
        return output;
  }
  return input;
}

/// For each input the first one that is the same column.
static SmallVector<unsigned> classifyInputs(AggUpdateOp update) {
  SmallVector<unsigned> classes;
  DenseMap<Value, unsigned> first;
  for (auto [index, input] : llvm::enumerate(update.getInputs()))
    classes.push_back(first.try_emplace(getColumn(input), index).first->second);
  return classes;
}

/// For each value of the state the first one that is always equal to it.
static SmallVector<unsigned> classifyStates(Aggregation &aggregation) {
  size_t count = aggregation.getType().getValues().size();
  SmallVector<unsigned> classes(count, 0);
  size_t classCount = 1;
  for (;;) {
    using Signature = SmallVector<unsigned>;
    SmallVector<Signature> signatures(count);
    auto append = [&](Block &block, ValueNumbering &numbering) {
      for (auto [index, value] : llvm::enumerate(getYielded(block)))
        signatures[index].push_back(numbering.getNumber(value));
    };
    for (size_t i = 0; i < count; ++i)
      signatures[i].push_back(classes[i]);
    {
      ValueNumbering numbering;
      append(aggregation.create.getInit().front(), numbering);
    }
    {
      ValueNumbering numbering;
      Block &merge = aggregation.create.getMerge().front();
      for (size_t i = 0; i < 2 * count; ++i)
        numbering.setArgument(merge.getArgument(i),
                              classes[i % count] + (i < count ? 0 : count));
      append(merge, numbering);
    }
    for (AggUpdateOp update : aggregation.updates) {
      ValueNumbering numbering;
      Block &body = update.getBody().front();
      SmallVector<unsigned> inputs = classifyInputs(update);
      for (size_t i = 0; i < body.getNumArguments(); ++i)
        numbering.setArgument(body.getArgument(i),
                              i < count ? classes[i] : count + inputs[i - count]);
      append(body, numbering);
    }
    std::map<Signature, unsigned> first;
    for (size_t i = 0; i < count; ++i)
      classes[i] = first.try_emplace(signatures[i], i).first->second;
    if (first.size() == classCount)
      return classes;
    classCount = first.size();
  }
}

/// Drops the arguments [offset, offset + classes) that are not the first of their class,
/// in favour of that one.
static void dropArguments(Block &block, unsigned offset, ArrayRef<unsigned> classes) {
  for (size_t i = classes.size(); i-- > 0;) {
    if (classes[i] == i)
      continue;
    block.getArgument(offset + i).replaceAllUsesWith(block.getArgument(offset + classes[i]));
    block.eraseArgument(offset + i);
  }
}

template <typename Range>
static auto keepFirst(Range &&range, ArrayRef<unsigned> classes) {
  SmallVector<std::decay_t<decltype(*range.begin())>> kept;
  for (auto [index, element] : llvm::enumerate(range))
    if (classes[index] == index)
      kept.push_back(element);
  return kept;
}

/// Removes what only computed yielded values that are gone.
static void dropUnused(Block &block) {
  for (Operation *op = block.getTerminator()->getPrevNode(); op;) {
    Operation *previous = op->getPrevNode();
    if (isOpTriviallyDead(op))
      op->erase();
    op = previous;
  }
}

static void dropYielded(Block &block, ArrayRef<unsigned> classes) {
  auto yield = cast<YieldOp>(block.getTerminator());
  yield.getValuesMutable().assign(keepFirst(getYielded(block), classes));
  dropUnused(block);
}

static void share(Aggregation &aggregation, ArrayRef<unsigned> classes) {
  AggCreateOp create = aggregation.create;
  AggBuilderType type = aggregation.getType();
  size_t count = classes.size(), keyCount = type.getKeys().size();
  SmallVector<Type> values = keepFirst(type.getValues(), classes);

  OpBuilder b(create);
  auto sharing = AggCreateOp::create(b, create.getLoc(),
                                     AggBuilderType::get(b.getContext(), type.getKeys(), values));
  sharing.getInit().takeBody(create.getInit());
  sharing.getMerge().takeBody(create.getMerge());
  dropYielded(sharing.getInit().front(), classes);
  Block &merge = sharing.getMerge().front();
  dropYielded(merge, classes);
  dropArguments(merge, count, classes);
  dropArguments(merge, 0, classes);

  for (AggUpdateOp update : aggregation.updates) {
    SmallVector<unsigned> inputs = classifyInputs(update);
    b.setInsertionPoint(update);
    auto fresh = AggUpdateOp::create(b, update.getLoc(), sharing, update.getKeys(),
                                     keepFirst(update.getInputs(), inputs));
    fresh.getBody().takeBody(update.getBody());
    Block &body = fresh.getBody().front();
    dropYielded(body, classes);
    dropArguments(body, count, inputs);
    dropArguments(body, 0, classes);
    update.erase();
  }

  for (AggFinishOp finish : aggregation.finishes) {
    SmallVector<Type> columns(type.getKeys());
    columns.append(values);
    b.setInsertionPoint(finish);
    auto fresh = AggFinishOp::create(b, finish.getLoc(),
                                     RowsType::get(b.getContext(), columns), sharing);
    for (Operation *user : llvm::make_early_inc_range(finish->getUsers())) {
      auto pipeline = cast<PipelineOp>(user);
      pipeline.getSourceMutable().assign(fresh);
      dropArguments(pipeline.getBody().front(), keyCount, classes);
    }
    finish.erase();
  }
  create.erase();
}

namespace {
struct ShareStates : pipe::impl::ShareStatesBase<ShareStates> {
  void runOnOperation() override {
    SmallVector<AggCreateOp> creates;
    getOperation().walk([&](AggCreateOp create) { creates.push_back(create); });
    for (AggCreateOp create : creates) {
      Aggregation aggregation{create, {}, {}};
      bool known = llvm::all_of(create->getUsers(), [&](Operation *user) {
        if (auto update = dyn_cast<AggUpdateOp>(user)) {
          aggregation.updates.push_back(update);
          return true;
        }
        auto finish = dyn_cast<AggFinishOp>(user);
        if (!finish || !llvm::all_of(finish->getUsers(), llvm::IsaPred<PipelineOp>))
          return false;
        aggregation.finishes.push_back(finish);
        return true;
      });
      if (!known)
        continue;
      SmallVector<unsigned> classes = classifyStates(aggregation);
      if (llvm::any_of(llvm::enumerate(classes),
                       [](auto entry) { return entry.value() != entry.index(); }))
        share(aggregation, classes);
    }
  }
};
} // namespace
