//===- Casts.cpp - Conversions between types in SQL -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"

using namespace molt;
using namespace molt::sql;
using df::DecimalType;
using df::getNonNull;
using df::Overflow;

/// Decimals of up to this many digits are exact in a DOUBLE, and so DuckDB converts them
/// by one division, as Molt does.
static constexpr unsigned kExactDigits = 15;

std::string sql::powerOfTenAsDouble(unsigned exponent) { return "1e" + std::to_string(exponent); }

Expr sql::toDouble(StringRef text, Type from) {
  auto decimal = dyn_cast<DecimalType>(from);
  bool isWide = decimal ? decimal.getPrecision() > kExactDigits : from.isInteger(128);
  if (!isWide)
    return castTo(text, "DOUBLE");
  // The digits read as a number are rounded once; HUGEINT to DOUBLE may be rounded twice.
  std::string digits = castTo(text, "VARCHAR").text;
  if (!decimal || decimal.getScale() == 0)
    return castTo(digits, "DOUBLE");
  digits = call("replace", {digits, "'.'", "''"}).text;
  return infix(castTo(digits, "DOUBLE").text, "/", powerOfTenAsDouble(decimal.getScale()));
}

Expr sql::convert(StringRef text, Type from, Type to) {
  if (from == to)
    return {text.str(), true};
  if (isa<FloatType>(to) && isa<DecimalType>(from)) {
    Expr real = toDouble(text, from);
    return to.isF32() ? castTo(real.text, "FLOAT") : real;
  }
  if (isa<FloatType>(to) && from.isInteger(128)) // rounded once
    return castTo(castTo(text, "VARCHAR").text, getDuckDBType(to));
  return castTo(text, getDuckDBType(to));
}

Expr sql::toUnscaled(StringRef text, Type from) {
  auto decimal = dyn_cast<DecimalType>(from);
  unsigned scale = decimal ? decimal.getScale() : 0;
  if (scale == 0)
    return castTo(text, "HUGEINT");
  if (decimal.getPrecision() + scale > DecimalType::kMaxPrecision)
    return castTo(call("replace", {castTo(text, "VARCHAR").text, "'.'", "''"}).text, "HUGEINT");
  std::string wide = castTo(text, decimalType(DecimalType::kMaxPrecision, scale)).text;
  std::string power = castTo(powerOfTen(scale), decimalType(scale + 1, 0)).text;
  return castTo(infix(wide, "*", power).text, "HUGEINT");
}

Expr sql::fromUnscaled(StringRef text, DecimalType type) {
  if (type.getScale() == 0)
    return castTo(text, getDuckDBType(type));
  // A whole number of 38 digits times 10^-s has 38 digits, of which s are behind the point.
  std::string whole = castTo(text, decimalType(DecimalType::kMaxPrecision, 0)).text;
  APInt one(128, 1);
  auto unit = DecimalType::get(type.getContext(), type.getScale(), type.getScale());
  std::string product = infix(whole, "*", decimalLiteral(one, unit).text).text;
  return castTo(product, getDuckDBType(type));
}

Expr sql::wrapTo(StringRef text, IntegerType type, bool isUnsigned) {
  std::string modulus = powerOfTwo(type.getWidth()), name = getDuckDBType(type);
  if (isUnsigned)
    return castTo(("(" + text + ") % " + castTo(modulus, "UHUGEINT").text).str(), name);
  // `%` has the sign of the dividend.
  if (type.isUnsigned())
    return castTo(("((" + text + ") % " + modulus + " + " + modulus + ") % " + modulus).str(),
                  name);
  std::string half = powerOfTwo(type.getWidth() - 1);
  return castTo(("((" + text + " + " + half + ") % " + modulus + " + " + modulus + ") % " +
                 modulus + " - " + half)
                    .str(),
                name);
}

//===----------------------------------------------------------------------===//
// molt_df.cast
//===----------------------------------------------------------------------===//

static bool isInteger(Type type) { return df::isIntegerType(type); }
static bool isMicro(Type type) {
  return !df::isTimeType(type) || df::getTimeUnit(type) == df::TimeUnit::us;
}

/// What a value without counterpart gives.
static std::string refuse(df::CastOp op, StringRef message) {
  return op.getLenient() ? "NULL" : failWith(op, message).text;
}

static Expr castToBool(df::CastOp op, StringRef x) {
  std::string fails = refuse(op, "the value is neither 0 nor 1");
  return {("CASE WHEN " + x + " = 0 THEN FALSE WHEN " + x + " = 1 THEN TRUE WHEN " + x +
           " IS NOT NULL THEN " + fails + " END")
              .str(),
          true};
}

Expr sql::roundToSingle(StringRef x) {
  // The least value that is rounded to infinity: 2^128 - 2^103.
  std::string tooLarge =
      "isfinite(" + x.str() + ") AND abs(" + x.str() + ") >= 3.4028235677973366e38";
  return choose(tooLarge,
                castTo(("sign(" + x + ") * CAST('Infinity' AS DOUBLE)").str(), "FLOAT").text,
                castTo(x, "FLOAT").text);
}

static Expr convertChecked(df::CastOp op, StringRef x, Type from, Type to) {
  if (from == to)
    return {x.str(), true};
  if (df::isNullType(from)) // INTEGER, which some types cannot be cast from
    return castTo("NULL", getDuckDBType(to));
  if (df::isStringCast(from, to)) {
    Expr bytes = call(df::isTextType(to) ? "decode" : "encode", x.str());
    return op.getLenient() ? call("TRY", bytes.text) : bytes;
  }
  std::optional<df::TimeCast> time = df::getTimeCast(from, to);
  if (time == df::TimeCast::Count && isInteger(to))
    return countOf(x, from, df::TimeUnit::s); // a date has no count
  if (time == df::TimeCast::Count || (time == df::TimeCast::DateToTimestamp && !isMicro(to)))
    return timeOfCount(op, countOf(x, from, df::getTimeUnit(to)).text, to);
  if (time == df::TimeCast::DurationToInterval)
    return call("to_microseconds", x.str());
  if (to.isInteger(1))
    return castToBool(op, x);
  if (to.isF32() && from.isF64())
    return roundToSingle(x);
  if (auto decimal = dyn_cast<DecimalType>(to); decimal && isa<FloatType>(from)) {
    // To HUGEINT is rounded half to even.
    std::string scaled = castTo(x, "DOUBLE").text;
    if (decimal.getScale() > 0)
      scaled += " * " + powerOfTenAsDouble(decimal.getScale());
    return fromUnscaled(castTo(scaled, "HUGEINT").text, decimal);
  }
  if (isInteger(to) && isa<FloatType>(from)) // NaN equals NaN, and cannot be cast
    return choose((x + " <> trunc(" + x + ")").str(), refuse(op, "the value is not an integer"),
                  castTo(x, getDuckDBType(to)).text);
  if (op.getOverflow() == Overflow::wrap && isInteger(to) && isInteger(from) && !to.isInteger(128)) {
    std::string wide = castTo(x, "HUGEINT").text;
    if (from.isInteger(128)) // so small that sums with it have room
      wide = "(" + wide + " % " + powerOfTwo(to.getIntOrFloatBitWidth()) + ")";
    return wrapTo(wide, cast<IntegerType>(to));
  }
  return convert(x, from, to);
}

static bool refusesNull(df::CastOp op) {
  return df::isNullable(op.getOperand().getType()) && !df::isNullable(op.getType());
}

/// Whether DuckDB converts these as Molt does, as far as times or texts are among them.
static bool canConvertTimes(df::CastOp op, Type from, Type to) {
  std::optional<df::TimeCast> kind = df::getTimeCast(from, to);
  if (!kind)
    return true;
  switch (*kind) {
  case df::TimeCast::Count:
    return isInteger(to) || hasTimeOfCount(to);
  case df::TimeCast::Rescale:
    return df::getTimeUnit(from) == df::getTimeUnit(to);
  case df::TimeCast::DateToTimestamp:
    return !op.getLenient() || isMicro(to); // what does not fit is an error
  case df::TimeCast::TimestampToDate:
  case df::TimeCast::TimestampToTime:
    return isMicro(from) && isMicro(to);
  case df::TimeCast::DurationToInterval:
    return isMicro(from);
  case df::TimeCast::IntervalToDuration:
  case df::TimeCast::FromText:
  case df::TimeCast::ToText:
    return false;
  }
  llvm_unreachable("unknown cast");
}

static FailureOr<Expr> renderCast(df::CastOp op, Operands operands) {
  Type from = getNonNull(op.getOperand().getType()), to = getNonNull(op.getType());
  if (from != to && !canConvertTimes(op, from, to))
    return op.emitError() << "the cast of " << from << " to " << to
                          << " has no translation to DuckDB's SQL, which accepts other texts and "
                             "rounds; run the program with molt-run";
  if (op.getLenient()) {
    // Each of DuckDB's casts below gives null instead of an error; those of the operand stay.
    const std::string operand = "?";
    std::string text = convertChecked(op, operand, from, to).text, result;
    for (size_t at = 0; at < text.size(); ++at) {
      if (StringRef(text).substr(at).starts_with("CAST("))
        result += "TRY_";
      result += text[at] == '?' ? operands[0] : std::string(1, text[at]);
    }
    return Expr{result, true};
  }
  Expr result = convertChecked(op, operands[0], from, to);
  if (!refusesNull(op))
    return result;
  return choose(operands[0] + " IS NULL", failWith(op, "the value is null").text, result.text);
}

static bool castRepeats(df::CastOp op) {
  Type from = getNonNull(op.getOperand().getType()), to = getNonNull(op.getType());
  return refusesNull(op) || timeRepeatsCount(to) ||
         (from != to && (to.isInteger(1) || (to.isF32() && from.isF64()) ||
                         (isInteger(to) && isa<FloatType>(from))));
}

void sql::addCasts(ScalarTable &table) {
  addScalar<df::CastOp>(table, renderCast, {"overflow", "lenient"}, castRepeats);
}
