//===- NarrowDecimals.cpp - molt-df-narrow-decimals -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFNARROWDECIMALS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

static DecimalType getDecimal(Type type) { return dyn_cast<DecimalType>(getNonNull(type)); }

namespace {
/// Rebuilds the block of one row region in narrower decimals.
class RegionNarrower {
public:
  RegionNarrower(const FactAnalysis &analysis, Block &original, unsigned maxDigits)
      : analysis(analysis), original(original), maxDigits(maxDigits),
        builder(original.getParentOp()->getContext()) {}

  /// Whether anything was narrowed; if not, the region is untouched.
  bool run();

private:
  void rebuild(Operation *op);
  void narrowOperands(Operation *op, SmallVectorImpl<Value> &operands);
  Value getWithOriginalType(Value value);
  Type getNarrowType(Value value);
  Value getNarrow(Value value);
  Value insertCast(Value value, Type type);

  const FactAnalysis &analysis;
  Block &original;
  unsigned maxDigits;
  OpBuilder builder;
  Block *block = nullptr;
  /// From values of the original block to those of the new one.
  IRMapping mapping;
  llvm::DenseMap<Value, Value> narrowed, widened;
  Operation *lastArgumentCast = nullptr;
};
} // namespace

/// The type that an expression would have for operands of these types, or null.
static Type inferResult(Operation *op, ArrayRef<Type> operandTypes) {
  auto infer = dyn_cast<InferTypeOpInterface>(op);
  if (!infer)
    return {};
  Block scratch;
  for (Type type : operandTypes)
    scratch.addArgument(type, op->getLoc());
  SmallVector<Type> results;
  if (failed(infer.inferReturnTypes(op->getContext(), std::nullopt,
                                    ValueRange(scratch.getArguments()),
                                    op->getDiscardableAttrDictionary(),
                                    op->getPropertiesStorage(), {}, results)))
    return {};
  return results.front();
}

/// Casts a value of the new block right behind its definition.
Value RegionNarrower::insertCast(Value value, Type type) {
  OpBuilder::InsertionGuard guard(builder);
  bool isArgument = isa<BlockArgument>(value);
  if (isArgument && lastArgumentCast)
    builder.setInsertionPointAfter(lastArgumentCast);
  else
    builder.setInsertionPointAfterValue(value);
  auto cast = CastOp::create(builder, value.getLoc(), type, value, Overflow::never);
  if (isArgument)
    lastArgumentCast = cast;
  return cast;
}

Value RegionNarrower::getWithOriginalType(Value value) {
  Value copy = mapping.lookup(value);
  if (copy.getType() == value.getType())
    return copy;
  if (!widened.contains(value))
    widened[value] = insertCast(copy, value.getType());
  return widened[value];
}

/// The type with as many digits as the value's range needs, or its present type if
/// that is no wider.
Type RegionNarrower::getNarrowType(Value value) {
  Type present = mapping.lookup(value).getType();
  DecimalType decimal = getDecimal(present);
  std::optional<unsigned> digits = getDecimalDigits(analysis.getFacts(value));
  if (!decimal || !digits)
    return present;
  unsigned precision = std::max({*digits, decimal.getScale(), 1u});
  if (precision >= decimal.getPrecision())
    return present;
  return withNullability(DecimalType::get(value.getContext(), precision, decimal.getScale()),
                         isNullable(present));
}

Value RegionNarrower::getNarrow(Value value) {
  Value copy = mapping.lookup(value);
  Type type = getNarrowType(value);
  if (copy.getType() == type)
    return copy;
  if (!narrowed.contains(value))
    narrowed[value] = insertCast(copy, type);
  return narrowed[value];
}

/// Narrows operands where that makes the result cheap: one of them if that is
/// enough, else all.
void RegionNarrower::narrowOperands(Operation *op, SmallVectorImpl<Value> &operands) {
  auto types = llvm::map_to_vector(operands, [](Value value) { return value.getType(); });
  auto isCheap = [&](ArrayRef<Type> operandTypes) {
    Type result = inferResult(op, operandTypes);
    DecimalType decimal = result ? getDecimal(result) : DecimalType();
    return decimal && decimal.getPrecision() <= maxDigits;
  };
  Type present = inferResult(op, types);
  if (!present || !getDecimal(present) || isCheap(types))
    return;
  auto options = remark::RemarkOpts::name("NarrowDecimals").category("molt-df");
  auto narrowTypes =
      llvm::map_to_vector(op->getOperands(), [&](Value value) { return getNarrowType(value); });
  for (unsigned i = 0; i < operands.size(); ++i) {
    SmallVector<Type> one = types;
    for (unsigned j = 0; j < operands.size(); ++j)
      if (op->getOperand(j) == op->getOperand(i))
        one[j] = narrowTypes[j];
    if (!isCheap(one))
      continue;
    for (unsigned j = 0; j < operands.size(); ++j)
      if (op->getOperand(j) == op->getOperand(i))
        operands[j] = getNarrow(op->getOperand(j));
    remark::passed(op->getLoc(), options)
        << remark::add("narrowed operand {0} of {1}", i, op->getName());
    return;
  }
  if (!isCheap(narrowTypes)) {
    remark::missed(op->getLoc(), options)
        << remark::add("{0} needs more than {1} digits", op->getName(), maxDigits);
    return;
  }
  for (unsigned i = 0; i < operands.size(); ++i)
    operands[i] = getNarrow(op->getOperand(i));
  remark::passed(op->getLoc(), options)
      << remark::add("narrowed the operands of {0}", op->getName());
}

void RegionNarrower::rebuild(Operation *op) {
  auto operands =
      llvm::map_to_vector(op->getOperands(), [&](Value value) { return mapping.lookup(value); });
  if (isa<ExpressionOpInterface>(op) && !isa<CastOp>(op))
    narrowOperands(op, operands);

  // Narrower operands are fine where the result stays the same or is a decimal that
  // its users can be rebuilt for; a cast takes any operand.
  Type result = op->getNumResults() == 1
                    ? inferResult(op, llvm::map_to_vector(operands, [](Value value) {
                                    return value.getType();
                                  }))
                    : Type();
  bool sameType = result && result == op->getResult(0).getType();
  bool flexible = result && isa<ExpressionOpInterface>(op) && getDecimal(result);
  if (!sameType && !flexible && !isa<CastOp>(op))
    for (auto [operand, value] : llvm::zip_equal(operands, op->getOperands()))
      operand = getWithOriginalType(value);

  FailureOr<Operation *> copy = cloneInferringTypes(builder, op, operands);
  assert(succeeded(copy) && "original types must work");
  mapping.map(op->getResults(), (*copy)->getResults());
}

bool RegionNarrower::run() {
  block = new Block;
  for (BlockArgument argument : original.getArguments())
    mapping.map(argument, block->addArgument(argument.getType(), argument.getLoc()));
  builder.setInsertionPointToEnd(block);
  for (Operation &op : original)
    rebuild(&op);
  if (narrowed.empty()) {
    delete block;
    return false;
  }
  Region *region = original.getParent();
  region->push_back(block);
  original.erase();
  return true;
}

namespace {
struct NarrowDecimals : df::impl::MoltDFNarrowDecimalsBase<NarrowDecimals> {
  using MoltDFNarrowDecimalsBase::MoltDFNarrowDecimalsBase;
  void runOnOperation() final {
    FactAnalysis analysis(getOperation());
    bool changed = false;
    getOperation()->walk([&](RowRegionOpInterface op) {
      if (getRowRegionOp(op))
        changed |= RegionNarrower(analysis, op.getRowRegion().front(), maxDigits).run();
    });
    if (changed)
      markAssumed(getOperation());
  }
};
} // namespace
