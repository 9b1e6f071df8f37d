//===- Aggregates.cpp - Reductions over the rows of a group ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One class per kind of accumulator. To add an aggregate: its class and its line in
// makeAccumulator.
//
//===----------------------------------------------------------------------===//

#include "Aggregates.h"
#include "Numbers.h"
#include <algorithm>
#include <cfloat>
#include <cmath>

using namespace molt;
using namespace molt::interp;
using llvm::APInt;

namespace {

//===----------------------------------------------------------------------===//
// Totals
//===----------------------------------------------------------------------===//

/// The exact total of integers or decimals.
class ExactTotal {
public:
  void add(const Scalar &value) {
    APInt number = toWide(value.getInteger());
    (number.isNegative() ? negative : positive) += number;
    ++count;
  }
  APInt getTotal() const { return positive + negative; }
  int64_t getCount() const { return count; }

  /// Checks a pass's proof that the total of any part of the rows fits that many bits:
  /// the extreme parts are all positive and all negative values.
  LogicalResult check(Operation *op, std::optional<int64_t> totalBits, Context &context) const {
    if (!totalBits || (positive.isSignedIntN(*totalBits) && negative.isSignedIntN(*totalBits)))
      return success();
    return context.fail(op, MOLT_INTERNAL, -1,
                        "a pass proved that totals fit " + Twine(*totalBits) +
                            " bits, but they reach " + toText(positive, 0) + " and " +
                            toText(negative, 0));
  }

private:
  APInt positive{256, 0}, negative{256, 0};
  int64_t count = 0;
};

/// The total of floats, by Neumaier's compensated summation ("Rundungsfehleranalyse
/// einiger Verfahren zur Summation endlicher Summen", 1974) in the widest type.
class RealTotal {
public:
  void add(const Scalar &scalar) {
    double value = scalar.getReal();
    ++count;
    if (!std::isfinite(value)) {
      special += value; // NaN, or an infinity unless both occur
      return;
    }
    long double next = sum + value;
    compensation +=
        std::fabs(sum) >= std::fabs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
    absolute += std::fabs(value);
    if (value != 0)
      lowestBit = std::min(lowestBit, exponentOfLowestBit(value));
  }
  int64_t getCount() const { return count; }

  /// The total as f64, with how far another order of additions may be from it: the
  /// design's bound n · 2^-52 · Σ|x|; anything if some order overflows; nothing if no
  /// order rounds, as all partial sums are multiples of a power of two below 2^53
  /// times that power.
  Scalar getTotal() const {
    bool overflows = absolute > DBL_MAX;
    if (special != 0) // an infinity or NaN
      return Scalar::ofReal(special, overflows ? INFINITY : 0);
    double total = static_cast<double>(sum + compensation);
    if (overflows)
      return Scalar::ofReal(total, INFINITY);
    if (absolute == 0 || std::ilogb(absolute) < lowestBit + 53)
      return Scalar::ofReal(total);
    return Scalar::ofReal(total, static_cast<double>(count * 0x1p-52L * absolute));
  }

private:
  static int exponentOfLowestBit(double value) {
    int exponent;
    auto digits = static_cast<int64_t>(std::ldexp(std::frexp(value, &exponent), 53));
    return exponent - 53 + llvm::countr_zero(static_cast<uint64_t>(digits));
  }

  long double sum = 0, compensation = 0, absolute = 0;
  double special = 0;
  int lowestBit = INT_MAX - 53;
  int64_t count = 0;
};

//===----------------------------------------------------------------------===//
// Accumulators
//===----------------------------------------------------------------------===//

class Count : public Accumulator {
public:
  void add(const Scalar &, Context &) override { ++count; }
  FailureOr<Scalar> finish(Context &) override { return Scalar::ofInteger(count); }

private:
  int64_t count = 0;
};

class CountValid : public Accumulator {
public:
  void add(const Scalar &value, Context &) override { count += !value.isNull(); }
  FailureOr<Scalar> finish(Context &) override { return Scalar::ofInteger(count); }

private:
  int64_t count = 0;
};

class ExactSum : public Accumulator {
public:
  explicit ExactSum(df::SumOp op) : op(op) {}
  void add(const Scalar &value, Context &) override {
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &context) override {
    if (total.getCount() == 0)
      return Scalar();
    if (failed(total.check(op, op.getTotalBits(), context)))
      return failure();
    Type type = df::getNonNull(op.getType());
    if (!holds(type, total.getTotal()))
      return context.fail(op, MOLT_OVERFLOW, -1,
                          "the total " + toText(total.getTotal(), scaleOf(type)) +
                              " does not fit the result type");
    return Scalar::ofInteger(toInt128(total.getTotal()));
  }

private:
  df::SumOp op;
  ExactTotal total;
};

class RealSum : public Accumulator {
public:
  void add(const Scalar &value, Context &context) override {
    context.use(value);
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &) override {
    return total.getCount() == 0 ? Scalar() : total.getTotal();
  }

private:
  RealTotal total;
};

class ExactMean : public Accumulator {
public:
  explicit ExactMean(df::MeanOp op) : op(op) {}
  void add(const Scalar &value, Context &) override {
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &context) override {
    if (total.getCount() == 0)
      return Scalar();
    if (failed(total.check(op, op.getTotalBits(), context)))
      return failure();
    unsigned scale = scaleOf(df::getNonNull(op.getOperand().getType()));
    double sum = toNearestDouble(total.getTotal());
    if (scale > 0)
      sum /= tenToTheAsDouble(scale);
    return Scalar::ofReal(sum / static_cast<double>(total.getCount()));
  }

private:
  df::MeanOp op;
  ExactTotal total;
};

class RealMean : public Accumulator {
public:
  void add(const Scalar &value, Context &context) override {
    context.use(value);
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &) override {
    if (total.getCount() == 0)
      return Scalar();
    Scalar sum = total.getTotal();
    double count = static_cast<double>(total.getCount()), mean = sum.getReal() / count;
    // Two sums that differ may also be rounded apart by the division.
    double slack = sum.getSlack() == 0 ? 0 : sum.getSlack() / count + std::fabs(mean) * 0x1p-52;
    return Scalar::ofReal(mean, slack);
  }

private:
  RealTotal total;
};

/// min and max.
class Extreme : public Accumulator {
public:
  explicit Extreme(bool isMax) : isMax(isMax) {}
  void add(const Scalar &value, Context &context) override {
    context.use(value);
    if (value.isNull())
      return;
    int order = best.isNull() ? 0 : compare(value, best);
    if (best.isNull() || (isMax ? order > 0 : order < 0))
      best = value;
  }
  FailureOr<Scalar> finish(Context &) override { return canonicalize(best); }

private:
  bool isMax;
  Scalar best;
};

class Any : public Accumulator {
public:
  void add(const Scalar &value, Context &) override {
    if (!value.isNull())
      found = Scalar::ofBool(value.getBool() || (!found.isNull() && found.getBool()));
  }
  FailureOr<Scalar> finish(Context &) override { return found; }

private:
  Scalar found;
};

} // namespace

std::unique_ptr<Accumulator> interp::makeAccumulator(Operation *op, Context &context) {
  bool isReal =
      op->getNumOperands() == 1 && isa<FloatType>(df::getNonNull(op->getOperand(0).getType()));
  if (isa<df::CountOp>(op))
    return std::make_unique<Count>();
  if (isa<df::CountValidOp>(op))
    return std::make_unique<CountValid>();
  if (auto sum = dyn_cast<df::SumOp>(op)) {
    if (isReal)
      return std::make_unique<RealSum>();
    return std::make_unique<ExactSum>(sum);
  }
  if (auto mean = dyn_cast<df::MeanOp>(op)) {
    if (isReal)
      return std::make_unique<RealMean>();
    return std::make_unique<ExactMean>(mean);
  }
  if (isa<df::AnyOp>(op))
    return std::make_unique<Any>();
  if (isa<df::MinOp, df::MaxOp>(op))
    return std::make_unique<Extreme>(isa<df::MaxOp>(op));
  (void)context.fail(op, MOLT_UNSUPPORTED, -1, "is not an aggregate that the interpreter knows");
  return nullptr;
}
