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
#include "KeyLess.h"
#include "Numbers.h"
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <set>
#include <vector>

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
  void add(ArrayRef<Scalar>, Context &) override { ++count; }
  FailureOr<Scalar> finish(Context &) override { return Scalar::ofInteger(count); }

private:
  int64_t count = 0;
};

class CountValid : public Accumulator {
public:
  void add(ArrayRef<Scalar> values, Context &) override { count += !values[0].isNull(); }
  FailureOr<Scalar> finish(Context &) override { return Scalar::ofInteger(count); }

private:
  int64_t count = 0;
};

class ExactSum : public Accumulator {
public:
  explicit ExactSum(df::SumOp op) : op(op) {}
  void add(ArrayRef<Scalar> values, Context &) override {
    const Scalar &value = values[0];
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &context) override {
    if (total.getCount() == 0)
      return op.getOrZero() ? Scalar::ofInteger(0) : Scalar();
    if (failed(total.check(op, op.getTotalBits(), context)))
      return failure();
    Type type = df::getNonNull(op.getType());
    if (op.getOverflow() == df::Overflow::wrap)
      return Scalar::ofInteger(toInt128(wrap(type, total.getTotal())));
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
  explicit RealSum(df::SumOp op) : op(op) {}
  void add(ArrayRef<Scalar> values, Context &context) override {
    const Scalar &value = values[0];
    context.use(value);
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &) override {
    if (total.getCount() == 0)
      return op.getOrZero() ? Scalar::ofReal(0) : Scalar();
    return total.getTotal();
  }

private:
  df::SumOp op;
  RealTotal total;
};

class ExactMean : public Accumulator {
public:
  explicit ExactMean(df::MeanOp op) : op(op) {}
  void add(ArrayRef<Scalar> values, Context &) override {
    const Scalar &value = values[0];
    if (!value.isNull())
      total.add(value);
  }
  FailureOr<Scalar> finish(Context &context) override {
    if (total.getCount() == 0)
      return Scalar();
    if (failed(total.check(op, op.getTotalBits(), context)))
      return failure();
    if (isa<df::DurationType>(df::getNonNull(op.getType())))
      return Scalar::ofInteger(toInt128(total.getTotal().sdiv(APInt(256, total.getCount()))));
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
  void add(ArrayRef<Scalar> values, Context &context) override {
    const Scalar &value = values[0];
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
  void add(ArrayRef<Scalar> values, Context &context) override {
    const Scalar &value = values[0];
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

/// arg_min and arg_max.
class ArgExtreme : public Accumulator {
public:
  explicit ArgExtreme(bool isMax) : isMax(isMax) {}
  void add(ArrayRef<Scalar> values, Context &context) override {
    context.use(values[1]);
    if (values[1].isNull())
      return;
    int order = best.isNull() ? 0 : compare(values[1], best);
    if (best.isNull() || (isMax ? order > 0 : order < 0)) {
      best = values[1];
      result = values[0];
    }
  }
  FailureOr<Scalar> finish(Context &) override { return result; }

private:
  bool isMax;
  Scalar best, result;
};

/// first and last.
class Position : public Accumulator {
public:
  Position(bool isLast, bool skipNulls) : isLast(isLast), skipNulls(skipNulls) {}
  void add(ArrayRef<Scalar> values, Context &) override {
    if ((skipNulls && values[0].isNull()) || (found && !isLast))
      return;
    found = true;
    result = values[0];
  }
  FailureOr<Scalar> finish(Context &) override { return result; }

private:
  bool isLast, skipNulls, found = false;
  Scalar result;
};

class All : public Accumulator {
public:
  void add(ArrayRef<Scalar> values, Context &) override {
    if (!values[0].isNull())
      result = Scalar::ofBool(values[0].getBool() && (result.isNull() || result.getBool()));
  }
  FailureOr<Scalar> finish(Context &) override { return result; }

private:
  Scalar result;
};

class Any : public Accumulator {
public:
  void add(ArrayRef<Scalar> values, Context &) override {
    const Scalar &value = values[0];
    if (!value.isNull())
      found = Scalar::ofBool(value.getBool() || (!found.isNull() && found.getBool()));
  }
  FailureOr<Scalar> finish(Context &) override { return found; }

private:
  Scalar found;
};

//===----------------------------------------------------------------------===//
// Statistics
//===----------------------------------------------------------------------===//

/// One operand of a variance or correlation: its values, and what follows of them in two
/// passes and the widest type.
class Sample {
public:
  void add(double value) { values.push_back(value); }
  size_t size() const { return values.size(); }
  long double at(size_t index) const { return values[index] - getMean(); }

  long double getMean() const {
    if (mean)
      return *mean;
    long double sum = 0;
    for (double value : values)
      sum += value;
    mean = sum / values.size();
    return *mean;
  }
  /// Whether all are equal, and so is their mean.
  bool isConstant() const {
    return llvm::all_of(values, [&](double value) { return value == values[0]; });
  }
  bool isFinite() const {
    return llvm::all_of(values, [](double value) { return std::isfinite(value); });
  }
  long double getSquares() const {
    long double sum = 0;
    for (double value : values)
      sum += static_cast<long double>(value) * value;
    return sum;
  }

private:
  std::vector<double> values;
  mutable std::optional<long double> mean;
};

/// Σ (x - mean(x)) (y - mean(y)).
long double sumProducts(const Sample &x, const Sample &y) {
  if (x.isConstant() || y.isConstant())
    return 0;
  long double sum = 0;
  for (size_t i = 0; i < x.size(); ++i)
    sum += x.at(i) * y.at(i);
  return sum;
}

/// var, std, covar and corr.
class Statistic : public Accumulator {
public:
  explicit Statistic(Operation *op) : op(op), samples(isa<df::CovarOp, df::CorrOp>(op) ? 2 : 1) {}

  void add(ArrayRef<Scalar> values, Context &context) override {
    for (const Scalar &value : values) {
      context.use(value);
      if (value.isNull())
        return;
    }
    for (auto [index, value] : llvm::enumerate(values))
      samples[index].add(toDouble(value, df::getNonNull(op->getOperand(index).getType())));
  }

  FailureOr<Scalar> finish(Context &) override {
    const Sample &x = samples.front(), &y = samples.back();
    int64_t count = x.size();
    if (isa<df::CorrOp>(op))
      return finishCorr(x, y);
    int64_t ddof = op->getAttrOfType<IntegerAttr>("ddof").getInt();
    if (count <= ddof)
      return Scalar();
    if (!x.isFinite() || !y.isFinite())
      return Scalar::ofReal(NAN);
    double variance = static_cast<double>(sumProducts(x, y) / (count - ddof));
    // The bound that the operation documents, of a product of two samples its mean.
    long double squares = std::sqrt(x.getSquares()) * std::sqrt(y.getSquares());
    auto slack = static_cast<double>(count * 0x1p-52L * squares / (count - ddof));
    if (!std::isfinite(static_cast<double>(squares)))
      slack = INFINITY; // Squares may overflow in one order and not in another.
    if (!isa<df::StdOp>(op))
      return Scalar::ofReal(variance, slack);
    double deviation = std::sqrt(variance);
    double most = std::sqrt(variance + slack) - deviation;
    double least = deviation - std::sqrt(std::max(0.0, variance - slack));
    if (std::isinf(slack))
      return Scalar::ofReal(deviation, slack); // Differences of infinities are NaN.
    return Scalar::ofReal(deviation, std::max(most, least) + deviation * 0x1p-52);
  }

private:
  FailureOr<Scalar> finishCorr(const Sample &x, const Sample &y) {
    if (x.size() < 2)
      return Scalar();
    if ((x.isFinite() && x.isConstant()) || (y.isFinite() && y.isConstant()))
      return Scalar();
    if (!x.isFinite() || !y.isFinite())
      return Scalar::ofReal(NAN);
    long double xx = sumProducts(x, x), yy = sumProducts(y, y);
    long double squaresX = x.getSquares(), squaresY = y.getSquares();
    double slack = static_cast<double>(x.size() * 0x1p-50L * (squaresX / xx + squaresY / yy));
    if (!std::isfinite(static_cast<double>(squaresX)) ||
        !std::isfinite(static_cast<double>(squaresY)) || !(slack < 1))
      slack = INFINITY;
    return Scalar::ofReal(
        static_cast<double>(sumProducts(x, y) / (std::sqrt(xx) * std::sqrt(yy))), slack);
  }

  Operation *op;
  std::vector<Sample> samples;
};

/// median and quantile.
class Quantile : public Accumulator {
public:
  Quantile(Operation *op, double at) : type(df::getNonNull(op->getOperand(0).getType())), at(at) {}

  void add(ArrayRef<Scalar> scalars, Context &context) override {
    context.use(scalars[0]);
    if (!scalars[0].isNull())
      values.push_back(canonicalize(Scalar::ofReal(toDouble(scalars[0], type))));
  }
  FailureOr<Scalar> finish(Context &) override {
    if (values.empty())
      return Scalar();
    std::sort(values.begin(), values.end(),
              [](const Scalar &a, const Scalar &b) { return compare(a, b) < 0; });
    double place = at * static_cast<double>(values.size() - 1), before = std::floor(place);
    double first = values[static_cast<size_t>(before)].getReal();
    if (place == before)
      return Scalar::ofReal(first);
    double second = values[static_cast<size_t>(before) + 1].getReal();
    return canonicalize(Scalar::ofReal(first + (second - first) * (place - before)));
  }

private:
  Type type;
  double at;
  std::vector<Scalar> values;
};

/// Gives each value once to another accumulator.
class Distinct : public Accumulator {
public:
  explicit Distinct(std::unique_ptr<Accumulator> inner) : inner(std::move(inner)) {}
  void add(ArrayRef<Scalar> values, Context &context) override {
    context.use(values[0]);
    if (!values[0].isNull() && seen.insert({canonicalize(values[0])}).second)
      inner->add(canonicalize(values[0]), context);
  }
  FailureOr<Scalar> finish(Context &context) override { return inner->finish(context); }

private:
  std::unique_ptr<Accumulator> inner;
  std::set<std::vector<Scalar>, KeyLess> seen;
};

} // namespace

static std::unique_ptr<Accumulator> makePlainAccumulator(Operation *op, Context &context) {
  bool isReal =
      op->getNumOperands() > 0 && isa<FloatType>(df::getNonNull(op->getOperand(0).getType()));
  if (isa<df::CountOp>(op))
    return std::make_unique<Count>();
  if (isa<df::CountValidOp, df::CountDistinctOp>(op))
    return std::make_unique<CountValid>();
  if (auto sum = dyn_cast<df::SumOp>(op)) {
    if (isReal)
      return std::make_unique<RealSum>(sum);
    return std::make_unique<ExactSum>(sum);
  }
  if (auto mean = dyn_cast<df::MeanOp>(op)) {
    if (isReal)
      return std::make_unique<RealMean>();
    return std::make_unique<ExactMean>(mean);
  }
  if (isa<df::AnyOp>(op))
    return std::make_unique<Any>();
  if (isa<df::AllOp>(op))
    return std::make_unique<All>();
  if (auto first = dyn_cast<df::FirstOp>(op))
    return std::make_unique<Position>(/*isLast=*/false, first.getSkipNulls());
  if (auto last = dyn_cast<df::LastOp>(op))
    return std::make_unique<Position>(/*isLast=*/true, last.getSkipNulls());
  if (isa<df::ArgMinOp, df::ArgMaxOp>(op))
    return std::make_unique<ArgExtreme>(isa<df::ArgMaxOp>(op));
  if (isa<df::MedianOp>(op))
    return std::make_unique<Quantile>(op, 0.5);
  if (auto quantile = dyn_cast<df::QuantileOp>(op))
    return std::make_unique<Quantile>(op, quantile.getAt().convertToDouble());
  if (isa<df::VarOp, df::StdOp, df::CovarOp, df::CorrOp>(op))
    return std::make_unique<Statistic>(op);
  if (isa<df::MinOp, df::MaxOp>(op))
    return std::make_unique<Extreme>(isa<df::MaxOp>(op));
  (void)context.fail(op, MOLT_UNSUPPORTED, -1, "is not an aggregate that the interpreter knows");
  return nullptr;
}

std::unique_ptr<Accumulator> interp::makeAccumulator(Operation *op, Context &context) {
  std::unique_ptr<Accumulator> accumulator = makePlainAccumulator(op, context);
  if (accumulator && cast<df::AggregateOpInterface>(op).getDistinct())
    return std::make_unique<Distinct>(std::move(accumulator));
  return accumulator;
}
