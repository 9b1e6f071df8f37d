//===- RandomTable.cpp - Random types and tables --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomTable.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <limits>

using namespace molt;
using namespace molt::fuzz;
using interp::Column;
using interp::Int128;
using interp::Scalar;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

Type fuzz::randomIntegerType(Random &random, MLIRContext *context) {
  if (random.chance(12))
    return IntegerType::get(context, 128);
  unsigned width = random.pick({8u, 16u, 32u, 64u});
  return IntegerType::get(context, width,
                          random.chance(35) ? IntegerType::Unsigned : IntegerType::Signless);
}

df::DecimalType fuzz::randomDecimalType(Random &random, MLIRContext *context) {
  switch (random.below(8)) {
  case 0: // any
    break;
  case 1:
    return df::DecimalType::get(context, 9, random.below(10));
  case 2:
    return df::DecimalType::get(context, 18, random.below(7));
  case 3:
    return df::DecimalType::get(context, 19, random.below(7));
  case 4:
    return df::DecimalType::get(context, 38, random.below(11));
  case 5:
    return df::DecimalType::get(context, 4, random.below(4));
  default:
    return df::DecimalType::get(context, 15, 2);
  }
  unsigned precision = random.between(1, 38);
  return df::DecimalType::get(context, precision, random.below(precision + 1));
}

Type fuzz::randomNumberType(Random &random, MLIRContext *context) {
  if (random.chance(50))
    return randomIntegerType(random, context);
  if (random.chance(55))
    return randomDecimalType(random, context);
  if (random.chance(30))
    return Float32Type::get(context);
  return Float64Type::get(context);
}

Type fuzz::randomTimeType(Random &random, MLIRContext *context) {
  auto unit = random.pick(
      {df::TimeUnit::s, df::TimeUnit::ms, df::TimeUnit::us, df::TimeUnit::us, df::TimeUnit::ns});
  switch (random.below(6)) {
  case 0:
    return df::TimeType::get(context, unit);
  case 1:
  case 2:
    return df::DurationType::get(context, unit);
  case 3:
    return df::TimestampType::get(context, unit,
                                  StringAttr::get(context, random.pick({"UTC", "Europe/Berlin"})));
  default:
    return df::TimestampType::get(context, unit, StringAttr());
  }
}

Type fuzz::randomType(Random &random, MLIRContext *context) {
  if (random.chance(3))
    return df::NullType::get(context);
  switch (random.below(24)) {
  case 0:
  case 1:
    return IntegerType::get(context, 1);
  case 2:
  case 3:
  case 4:
    return df::Date32Type::get(context);
  case 5:
  case 6:
  case 7:
  case 8:
    if (random.chance(20))
      return str::BinaryType::get(context);
    return str::Utf8Type::get(context);
  case 9:
  case 10:
  case 11:
  case 12:
    if (random.chance(20))
      return df::IntervalType::get(context);
    return randomTimeType(random, context);
  default:
    return randomNumberType(random, context);
  }
}

static double tenTo(unsigned exponent) { return std::pow(10.0, exponent); }

std::pair<double, double> fuzz::limitsOf(Type type) {
  if (auto decimal = dyn_cast<df::DecimalType>(type)) {
    double limit = tenTo(decimal.getPrecision() - decimal.getScale()) * (1 - DBL_EPSILON);
    return {-limit, limit};
  }
  if (isa<df::Date32Type>(type))
    return {-0x1p31, 0x1p31 - 1};
  if (auto time = dyn_cast<df::TimeType>(type))
    return {0, static_cast<double>(df::getUnitsPerDay(time.getUnit()) - 1)};
  if (df::isTimeType(type))
    return {-0x1p63, std::nextafter(0x1p63, 0)};
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer)
    return {-INFINITY, INFINITY};
  double power = std::ldexp(1.0, integer.getWidth() - !integer.isUnsigned());
  // For 64 bits and more `power - 1` is `power`; the largest double below is safe.
  double max = integer.getWidth() >= 64 ? std::nextafter(power, 0) : power - 1;
  return {integer.isUnsigned() ? 0 : -power, max};
}

//===----------------------------------------------------------------------===//
// Scalars
//===----------------------------------------------------------------------===//

std::string fuzz::randomString(Random &random) {
  size_t length = 0;
  switch (random.below(5)) {
  case 0:
    break;
  case 1:
    length = 12 + random.below(2); // inline or not
    break;
  case 2:
    length = random.between(1, 4);
    break;
  default:
    length = random.between(1, 40);
  }
  static const char *const letters[] = {"a", "b", "c",  "A",  " ", "é",
                                        "ß", "€", "😀", "\t", ",", "\""};
  std::string text;
  bool ascii = random.chance(60);
  while (text.size() < length) {
    std::string letter = ascii ? std::string(1, "abc"[random.below(3)]) : random.pick(letters);
    text += text.size() + letter.size() <= length ? letter : "a";
  }
  return text;
}

static Scalar randomReal(Random &random, bool isSingle) {
  double value = 0;
  switch (random.below(8)) {
  case 0:
    value = random.pick({0.0, -0.0, HUGE_VAL, -HUGE_VAL, std::nan("")});
    break;
  case 1:
    value = random.pick({DBL_MAX, -DBL_MAX, DBL_MIN, 5e-324, 0x1p53, FLT_MAX * 1.0, FLT_MIN * 1.0});
    break;
  case 2:
    value = static_cast<double>(random.between(-4, 4));
    break;
  default:
    value = std::ldexp(random.fraction() - 0.5, static_cast<int>(random.between(-20, 40)));
  }
  return Scalar::ofReal(isSingle ? static_cast<float>(value) : value);
}

/// A random integer of up to `bits` bits, small ones as likely as large ones.
static Int128 randomInt128(Random &random, unsigned bits) {
  unsigned used = random.below(bits + 1);
  unsigned __int128 value = random.next();
  value = value << 64 | random.next();
  return used == 0 ? 0 : static_cast<Int128>(value >> (128 - used));
}

/// Mostly one whose length others have, too. Nanoseconds of its time fit 64 bits, as Arrow asks.
static interp::Interval randomInterval(Random &random) {
  constexpr int64_t kHour = 3600 * 1000000ll;
  interp::Interval result;
  result.months = random.pick({0, 0, 1, -1, 2, 12, 13, -25});
  result.days = random.pick({0, 0, 1, -1, 29, 30, -30, 31, 60, 400});
  result.micros = kHour * random.pick({0, 0, 0, 1, -1, 24, -24, 720, 1000});
  if (random.chance(20))
    result.micros += random.between(-kHour, kHour);
  return result;
}

static interp::Interval randomExtremeInterval(Random &random) {
  constexpr int64_t kMost = INT64_MAX / 1000;
  interp::Interval result = randomInterval(random);
  if (random.chance(50))
    result.months = static_cast<int32_t>(
        random.pick<int64_t>({INT32_MIN, INT32_MAX, random.between(INT32_MIN, INT32_MAX)}));
  if (random.chance(50))
    result.days = static_cast<int32_t>(
        random.pick<int64_t>({INT32_MIN, INT32_MAX, random.between(INT32_MIN, INT32_MAX)}));
  if (random.chance(50))
    result.micros = random.pick<int64_t>({-kMost, kMost, random.between(-kMost, kMost)});
  return result;
}

/// 10^precision - 1.
static Int128 largestUnscaled(df::DecimalType type) {
  Int128 limit = 1;
  for (unsigned i = 0; i < type.getPrecision(); ++i)
    limit *= 10;
  return limit - 1;
}

Scalar fuzz::randomScalar(Random &random, Type type) {
  if (df::isNullType(type))
    return Scalar();
  if (type.isInteger(1))
    return Scalar::ofBool(random.chance(50));
  if (isa<FloatType>(type))
    return randomReal(random, type.isF32());
  if (isa<df::IntervalType>(type))
    return Scalar::ofInterval(randomExtremeInterval(random));
  if (df::isTextType(type))
    return Scalar::ofString(randomString(random));
  if (df::isStringType(type)) {
    std::string bytes = randomString(random);
    for (char &byte : bytes)
      if (random.chance(30))
        byte = static_cast<char>(random.pick({0x00, 0x7F, 0x80, 0xFF}));
    return Scalar::ofString(bytes);
  }
  Int128 min, max;
  unsigned bits;
  if (auto decimal = dyn_cast<df::DecimalType>(type)) {
    max = largestUnscaled(decimal), min = -max, bits = 126;
  } else if (isa<df::Date32Type>(type)) {
    max = INT32_MAX, min = INT32_MIN, bits = 31;
  } else if (auto time = dyn_cast<df::TimeType>(type)) {
    max = df::getUnitsPerDay(time.getUnit()) - 1, min = 0, bits = 47;
  } else if (df::isTimeType(type)) {
    max = INT64_MAX, min = INT64_MIN, bits = 63;
  } else {
    bits = type.getIntOrFloatBitWidth() - !type.isUnsignedInteger();
    max = static_cast<Int128>((static_cast<unsigned __int128>(1) << bits) - 1), min = type.isUnsignedInteger() ? 0 : -max - 1;
  }
  if (random.chance(20))
    return Scalar::ofInteger(random.pick({min, max, Int128(0), Int128(1), max - 1, min + 1}));
  Int128 value = randomInt128(random, bits);
  if (value > max)
    value %= max;
  return Scalar::ofInteger(min < 0 && random.chance(50) ? -value : value);
}

Scalar fuzz::randomScalarBetween(Random &random, const Values &values) {
  Type type = values.type;
  if (values.isNull())
    return Scalar();
  if (!values.samples.empty() && random.chance(40)) {
    const Scalar &sample = random.pick(values.samples);
    if (!values.isString() || random.chance(50))
      return sample;
    // Part of a string that occurs, cut between code points.
    std::string text = sample.getString();
    size_t begin = random.below(text.size() + 1),
           end = begin + random.below(text.size() - begin + 1);
    auto isBoundary = [&](size_t at) { return at == text.size() || (text[at] & 0xC0) != 0x80; };
    while (!isBoundary(begin))
      --begin;
    while (!isBoundary(end))
      ++end;
    return Scalar::ofString(text.substr(begin, end - begin));
  }
  if (values.isInterval())
    return Scalar::ofInterval(randomInterval(random));
  auto [typeMin, typeMax] = limitsOf(type);
  double min = std::min(std::max(values.min, typeMin), typeMax);
  double max = std::max(std::min(values.max, typeMax), typeMin);
  if (df::isStringType(type) || values.isBool() || !(min <= max) || max - min > 1e300)
    return randomScalar(random, type);
  double value = min + (max - min) * random.fraction();
  if (values.isReal()) {
    if (values.grain == RealGrain::Whole)
      value = std::nearbyint(value);
    else if (values.grain == RealGrain::Quarter)
      value = std::nearbyint(value * 4) / 4;
    return Scalar::ofReal(type.isF32() ? static_cast<float>(value) : value);
  }
  if (auto decimal = dyn_cast<df::DecimalType>(type)) {
    Int128 limit = largestUnscaled(decimal);
    double unscaled = std::nearbyint(value * tenTo(decimal.getScale()));
    Int128 exact = std::fabs(unscaled) < 1e38 ? static_cast<Int128>(unscaled) : limit;
    return Scalar::ofInteger(std::min(std::max(exact, -limit), limit));
  }
  return Scalar::ofInteger(static_cast<Int128>(std::nearbyint(value)));
}

Scalar fuzz::randomScalarNearBound(Random &random, const Values &values) {
  double bound = random.chance(50) ? values.min : values.max;
  Values near = values;
  near.samples.clear();
  auto decimal = dyn_cast<df::DecimalType>(values.type);
  double step = decimal ? std::pow(10.0, -static_cast<int>(decimal.getScale())) : 1;
  near.min = near.max = bound + step * static_cast<double>(random.between(-1, 1));
  return randomScalarBetween(random, near);
}

//===----------------------------------------------------------------------===//
// Columns
//===----------------------------------------------------------------------===//

int64_t fuzz::randomRowCount(Random &random) {
  switch (random.below(16)) {
  case 0:
    return 0;
  case 1:
  case 2:
    return 1;
  case 3:
    return random.pick({2047, 2048, 2049});
  case 4:
    return random.pick({6, 7, 8, 9, 13, 14, 15, 63, 64, 65, 4095, 4096, 4097});
  case 5:
  case 6:
    return random.between(100, 400);
  default:
    return random.between(2, 30);
  }
}

Values fuzz::describeColumn(const Column &column, Type type, bool isNullable) {
  Values values;
  values.type = type;
  values.isNullable = isNullable;
  auto decimal = dyn_cast<df::DecimalType>(type);
  double scale = decimal ? tenTo(decimal.getScale()) : 1;
  bool isFirst = true;
  for (const Scalar &scalar : column) {
    if (scalar.isNull()) {
      values.hasNulls = true;
      continue;
    }
    if (values.samples.size() < 8)
      values.samples.push_back(scalar);
    if (scalar.isString())
      values.max = std::max(values.max, static_cast<double>(scalar.getString().size()));
    if (scalar.isInterval()) {
      const interp::Interval &interval = scalar.getInterval();
      values.max = std::max(values.max, 31.0 * std::abs(static_cast<double>(interval.months)) +
                                            std::abs(static_cast<double>(interval.days)) +
                                            std::abs(static_cast<double>(interval.micros)) / 864e8);
      values.min = -values.max;
    }
    if (!scalar.isInteger() && !scalar.isReal())
      continue;
    double value =
        scalar.isReal() ? scalar.getReal() : static_cast<double>(scalar.getInteger()) / scale;
    if (scalar.isReal()) {
      bool isNegativeZero = value == 0 && std::signbit(value);
      RealGrain grain = !std::isfinite(value) || isNegativeZero ? RealGrain::Wild
                        : value == std::trunc(value)            ? RealGrain::Whole
                        : value * 4 == std::trunc(value * 4)    ? RealGrain::Quarter
                                                                : RealGrain::Rough;
      values.grain = std::max(values.grain, grain);
      if (!std::isfinite(value))
        continue;
    }
    values.min = isFirst ? value : std::min(values.min, value);
    values.max = isFirst ? value : std::max(values.max, value);
    isFirst = false;
  }
  return values;
}

/// Bounds within the type, from "one of two values" to "anything".
static Values randomBounds(Random &random, Type type) {
  Values bounds;
  bounds.type = type;
  auto [typeMin, typeMax] = limitsOf(type);
  double magnitude = 1;
  switch (random.below(5)) {
  case 0:
    magnitude = 2;
    break;
  case 1:
    magnitude = 10;
    break;
  case 2:
    magnitude = 100;
    break;
  default: // about half of the type's digits
    magnitude = bounds.isReal() ? 1e6 : std::sqrt(typeMax);
  }
  bool positive = random.chance(40);
  bounds.min = std::max(typeMin, positive ? 0 : -magnitude);
  bounds.max = std::min(typeMax, magnitude);
  if (bounds.isDate())
    bounds.min = 8000, bounds.max = 8000 + magnitude;
  if (bounds.isTimestamp()) {
    // Up to 11 years, in hours.
    double perSecond = static_cast<double>(df::getUnitsPerSecond(df::getTimeUnit(type)));
    bounds.min = 1e9 * perSecond;
    bounds.max = bounds.min + std::min(magnitude, 1e5) * 3600 * perSecond;
  }
  bounds.grain = random.pick({RealGrain::Whole, RealGrain::Quarter, RealGrain::Rough});
  return bounds;
}

RandomColumn fuzz::randomColumn(Random &random, Type type, bool isNullable, int64_t rows,
                                unsigned extremePercent) {
  isNullable |= df::isNullType(type);
  unsigned nullPercent = df::isNullType(type) ? 100 : isNullable ? random.pick({0u, 10u, 10u, 50u, 90u, 100u}) : 0;
  bool isExtreme = random.chance(extremePercent);
  // NaN, the infinities and zeros: among tame numbers, or nothing else.
  unsigned specialPercent = 0;
  if (isa<FloatType>(type) && random.chance(15))
    specialPercent = random.pick({5u, 5u, 90u});
  Values bounds = randomBounds(random, type);
  auto value = [&] {
    if (random.chance(specialPercent))
      return Scalar::ofReal(random.pick({0.0, -0.0, HUGE_VAL, -HUGE_VAL, std::nan("")}));
    return isExtreme || type.isInteger(1) || df::isStringType(type)
               ? randomScalar(random, type)
               : randomScalarBetween(random, bounds);
  };
  // Half of the columns repeat few values, the first ones more often.
  std::vector<Scalar> vocabulary;
  if (random.chance(50))
    for (uint64_t i = random.pick({1, 2, 5, 20}); i > 0; --i)
      vocabulary.push_back(value());
  Column column;
  for (int64_t row = 0; row < rows; ++row) {
    if (random.chance(nullPercent))
      column.push_back(Scalar());
    else if (vocabulary.empty())
      column.push_back(value());
    else
      column.push_back(vocabulary[random.below(random.below(vocabulary.size()) + 1)]);
  }
  // A key as databases have them: unique, and in order.
  if (nullPercent == 0 && df::isIntegerType(type) && random.chance(15) &&
      rows + 3 < limitsOf(type).second) {
    int64_t first = random.below(3);
    for (int64_t row = 0; row < rows; ++row)
      column[row] = Scalar::ofInteger(first + row);
  }
  if (nullPercent == 0 && random.chance(10))
    std::sort(column.begin(), column.end(),
              [](const Scalar &a, const Scalar &b) { return compare(a, b) < 0; });
  RandomColumn result;
  result.values = describeColumn(column, type, isNullable);
  result.column = std::make_shared<Column>(std::move(column));
  return result;
}
