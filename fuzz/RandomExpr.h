//===- RandomExpr.h - Random expressions ------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   RandomExpr.cpp     the list of operations; arithmetic, conditions, casts
//   RandomNumbers.cpp  remainders, bits, membership, functions of floats
//   RandomDates.cpp    dates
//   RandomTimes.cpp    timestamps, times, durations
//   RandomStrings.cpp  strings
//   RandomFunctions.cpp  functions of strings
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RANDOMEXPR_H
#define MOLT_FUZZ_RANDOMEXPR_H

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "RandomTable.h"
#include "mlir/IR/Builders.h"

namespace molt::fuzz {

/// A scalar in a row region.
struct Operand {
  mlir::Value value;
  Values facts;
};

/// Grows a pool of scalars in a row region: each step applies a random operation to
/// members of the pool and adds the result.
class ExprGenerator {
public:
  /// `mayFail`: also operations that overflow, divide by zero or cannot cast.
  ExprGenerator(Random &random, OpBuilder &builder, bool mayFail)
      : random(random), builder(builder), mayFail(mayFail) {}

  void add(mlir::Value value, const Values &facts) { pool.push_back({value, facts}); }
  /// Adds a constant, of a type in the pool or a new one.
  bool addConstant();
  /// Applies that many random operations.
  void grow(unsigned steps);
  /// A few, or many.
  void grow();
  /// Applies one operation of a kind, often to the newest member; false if the pool has no operands
  /// for it.
  bool apply(StringRef kind);
  /// The kinds that `apply` knows.
  static std::vector<StringRef> getKinds();
  /// Applies molt_df.add, sub, mul, div, rem or cmp to these two; false if it has no meaning
  /// for their types or would fail.
  bool applyTo(StringRef kind, const Operand &lhs, const Operand &rhs);
  /// Casts to that type, nullable or not; false if that would fail.
  bool castTo(const Operand &operand, Type type);
  /// A constant of the same type, mostly within the bounds of `like`.
  Operand makeConstant(const Values &like);
  /// A member of the pool or a constant, of the type of `like`, whose value may be null.
  Operand pickLike(const Operand &like);
  /// The same, or a null of the type null.
  Operand pickValue(const Operand &like);

  /// Any member, new ones more often; none if there is none that fits.
  std::optional<Operand> pick(function_ref<bool(const Values &)> fits);
  std::optional<Operand> pick() {
    return pick([](const Values &) { return true; });
  }
  /// A member that is a condition, made by a comparison if there is none.
  Operand pickCondition();
  size_t getSize() const { return pool.size(); }
  /// The newest member.
  const Operand &getLast() const { return pool.back(); }
  /// The member that was added as number `index`.
  const Operand &getMember(size_t index) const { return pool[index]; }
  void dropLast() { pool.pop_back(); }

private:
  struct Kind {
    StringRef name;
    unsigned weight;
    bool (ExprGenerator::*apply)();
    bool isFunction = false; ///< Of strings.
  };
  static ArrayRef<Kind> kinds();
  static void addFunctionKinds(std::vector<Kind> &list);
  bool apply(const Kind &kind);

  bool applyToNumbers(bool (ExprGenerator::*make)(const Operand &, const Operand &));
  bool applyAdd() { return applyToNumbers(&ExprGenerator::makeAdd); }
  bool applySub() { return applyToNumbers(&ExprGenerator::makeSub); }
  bool applyMul() { return applyToNumbers(&ExprGenerator::makeMul); }
  bool applyDiv() { return applyToNumbers(&ExprGenerator::makeDiv); }
  bool applyNeg();
  bool applyAbs();
  bool applyDateArithmetic();
  bool applyCmp();
  bool applyAnd();
  bool applyOr();
  bool applyNot();
  bool applyIsNull();
  bool applyCoalesce();
  bool applySelect();
  bool applyCast();
  bool applyDatePart();
  bool applyDateTrunc();
  bool applyAddMonths();
  bool applyTimeArithmetic();
  bool applyTimeCast();
  bool applyTimePart();
  bool applyTimeTrunc();
  bool applyIntervalArithmetic();
  bool applyIntervalToTime(const Operand &interval);
  bool applyMakeInterval();
  bool applyIntervalPart();
  bool applyRem() { return applyToNumbers(&ExprGenerator::makeRem); }
  bool applyBitAnd();
  bool applyBitOr();
  bool applyBitXor();
  bool applyBitNot();
  bool applyShl();
  bool applyShr();
  bool applyIsIn();
  bool applyMath();
  bool applyPow();
  bool applyStrCmp();
  bool applyStartsWith();
  bool applyContains();
  bool applyEndsWith();
  bool applyLike();
  bool applyLength();
  bool applyByteLength();
  bool applySubstring();
  bool applyConcat();

  template <typename OpTy> bool makeSum(const Operand &lhs, const Operand &rhs);
  bool makeAdd(const Operand &lhs, const Operand &rhs);
  bool makeSub(const Operand &lhs, const Operand &rhs);
  bool makeMul(const Operand &lhs, const Operand &rhs);
  bool makeDiv(const Operand &lhs, const Operand &rhs);
  bool makeRem(const Operand &lhs, const Operand &rhs);
  bool makeCmp(const Operand &lhs, const Operand &rhs);
  template <typename OpTy> bool applyBits();
  /// A number of bits: mostly below the width.
  Operand pickCount(const Operand &lhs);
  /// An integer and how far to shift it.
  std::optional<std::pair<Operand, Operand>> pickShift();
  template <typename OpTy> bool applyLogic();
  /// The operands of a function of strings.
  template <typename OpTy> static StringRef functionShape();
  template <typename OpTy> bool applyFunction();
  template <typename OpTy> bool applyStringPredicate(typename OpTy::Properties properties);

  /// Creates an operation whose type is inferred, unless inference fails.
  template <typename OpTy>
  mlir::Value create(ValueRange operands, typename OpTy::Properties properties = {});
  /// Another operand for `add`, `sub` or `mul` with a date or time, of a type that combines.
  std::optional<Operand> pickTimeOperand(df::TimeArith kind, const Operand &lhs);
  /// Adds the interval `result`, which has at most so many days, unless that may be too many.
  bool pushInterval(mlir::Value result, double days,
                    std::initializer_list<const Operand *> operands);
  Operand makeCast(const Operand &operand, const Values &to, bool isLenient);
  /// An integer for molt_str.substring: mostly small.
  Operand pickPosition();
  Operand makeInteger(int64_t value);
  /// Another member of the pool or a new constant, of the same type as `like`.
  /// Another number for an operation with `lhs`.
  std::optional<Operand> pickNumber(const Operand &lhs);
  /// Chooses what happens on overflow: whether to go ahead with an exact result
  /// between these bounds, and how.
  std::optional<df::Overflow> chooseOverflow(Values &result);
  bool takeRisk() { return mayFail && random.chance(60); }
  /// What is known about a result of `type` from its operands' nulls.
  Values describe(Type type, std::initializer_list<const Operand *> operands);

  Random &random;
  OpBuilder &builder;
  bool mayFail;
  std::vector<Operand> pool;
  std::optional<Operand> wanted; ///< What `pick` gives next, if it fits.
};

/// What the values of a float are that holds these numbers.
inline RealGrain grainOf(const Values &values) {
  return values.isReal() ? values.grain : values.isInteger() ? RealGrain::Whole : RealGrain::Rough;
}

/// `max` bounds the bytes of strings, so that they do not grow without end; for others it is 0.
constexpr double kMostBytes = 20000;
inline double bytesOf(const Values &facts) { return std::max(facts.max, 64.0); }

df::CmpPredicateAttr randomPredicate(Random &random, MLIRContext *context);

template <typename OpTy>
mlir::Value ExprGenerator::create(ValueRange operands, typename OpTy::Properties properties) {
  MLIRContext *context = builder.getContext();
  SmallVector<Type> types;
  if (failed(OpTy::inferReturnTypes(context, std::nullopt, operands, DictionaryAttr::get(context),
                                    mlir::OpaqueProperties(&properties), {}, types)))
    return {};
  OperationState state(builder.getUnknownLoc(), OpTy::getOperationName());
  state.addOperands(operands);
  state.addTypes(types);
  state.getOrAddProperties<typename OpTy::Properties>() = properties;
  return builder.create(state)->getResult(0);
}

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RANDOMEXPR_H
