//===- DFExprOps.cpp - Scalar expressions of molt_df ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Type inference, verification and the textual form of expressions. Folds are in
// DFFolds.cpp, facts and fallibility in DFFacts.cpp.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

/// The unscaled value of a decimal literal such as "-12.50", if it is one and fits
/// the type exactly.
static std::optional<APInt> parseDecimalLiteral(StringRef text, DecimalType type) {
  bool negative = text.consume_front("-");
  auto [whole, fraction] = text.split('.');
  if (whole.empty() || (text.contains('.') && fraction.empty()) || whole.size() > 38)
    return std::nullopt;
  fraction = fraction.rtrim('0');
  if (fraction.size() > type.getScale() || !llvm::all_of(whole, llvm::isDigit) ||
      !llvm::all_of(fraction, llvm::isDigit))
    return std::nullopt;
  std::string digits = (whole + fraction).str();
  digits.append(type.getScale() - fraction.size(), '0');
  APInt value(256, digits, 10);
  if (value.uge(powerOfTen(type.getPrecision()).zext(256)))
    return std::nullopt;
  value = value.trunc(128);
  return negative ? -value : value;
}

static std::string printDecimalLiteral(APInt value, unsigned scale) {
  bool negative = value.isNegative();
  SmallString<48> digits;
  value.abs().toStringUnsigned(digits);
  std::string text = digits.str().str();
  if (text.size() <= scale)
    text.insert(0, scale + 1 - text.size(), '0');
  if (scale)
    text.insert(text.size() - scale, ".");
  return (negative ? "-" : "") + text;
}

/// Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", days_from_civil).
static int64_t daysFromCivil(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  unsigned yearOfEra = static_cast<unsigned>(year - era * 400);
  unsigned dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097 + static_cast<int64_t>(dayOfEra) - 719468;
}

/// The inverse (civil_from_days of the same source).
static void civilFromDays(int64_t days, int64_t &year, unsigned &month, unsigned &day) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  unsigned dayOfEra = static_cast<unsigned>(days - era * 146097);
  unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  unsigned shifted = (5 * dayOfYear + 2) / 153;
  day = dayOfYear - (153 * shifted + 2) / 5 + 1;
  month = shifted + (shifted < 10 ? 3 : -9);
  year = static_cast<int64_t>(yearOfEra) + era * 400 + (month <= 2);
}

/// The days of a literal YYYY-MM-DD, if it names a day of the calendar.
static std::optional<int32_t> parseDateLiteral(StringRef text) {
  unsigned year, month, day;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
      text.take_front(4).getAsInteger(10, year) || text.substr(5, 2).getAsInteger(10, month) ||
      text.substr(8, 2).getAsInteger(10, day) || month < 1 || month > 12 || day < 1)
    return std::nullopt;
  int64_t days = daysFromCivil(year, month, day);
  int64_t checkYear;
  unsigned checkMonth, checkDay;
  civilFromDays(days, checkYear, checkMonth, checkDay);
  if (checkMonth != month || checkDay != day)
    return std::nullopt;
  return static_cast<int32_t>(days);
}

//===----------------------------------------------------------------------===//
// ConstantOp
//===----------------------------------------------------------------------===//

ParseResult ConstantOp::parse(OpAsmParser &parser, OperationState &result) {
  enum { Null, Text, Number } kind;
  std::string text;
  Attribute number;
  SMLoc loc = parser.getCurrentLocation();
  // A number is kept as its type-less attribute until the type is known: i64 for
  // integers, f64 for floats.
  if (succeeded(parser.parseOptionalKeyword("null"))) {
    kind = Null;
  } else if (succeeded(parser.parseOptionalString(&text))) {
    kind = Text;
  } else {
    kind = Number;
    // parseAttribute with a type hint would want the type first; integers wider
    // than 64 bit do not occur, as i128 is no column type.
    APInt integer;
    OptionalParseResult parsed = parser.parseOptionalInteger(integer);
    if (parsed.has_value()) {
      if (failed(*parsed))
        return failure();
      number = IntegerAttr::get(
          IntegerType::get(parser.getContext(), integer.getBitWidth()), integer);
    } else if (parser.parseAttribute(number)) {
      return failure();
    }
  }
  Type type;
  if (parser.parseOptionalAttrDict(result.attributes) || parser.parseColonType(type))
    return failure();
  MLIRContext *context = parser.getContext();
  Type element = getNonNull(type);
  Attribute value;
  if (kind == Null) {
    value = NullAttr::get(context);
  } else if (kind == Text) {
    if (auto decimal = dyn_cast<DecimalType>(element)) {
      std::optional<APInt> unscaled = parseDecimalLiteral(text, decimal);
      if (!unscaled)
        return parser.emitError(loc) << "\"" << text << "\" is not a value of " << element;
      value = IntegerAttr::get(IntegerType::get(context, 128), *unscaled);
    } else if (isa<Date32Type>(element)) {
      std::optional<int32_t> days = parseDateLiteral(text);
      if (!days)
        return parser.emitError(loc) << "\"" << text << "\" is not a date YYYY-MM-DD";
      value = IntegerAttr::get(IntegerType::get(context, 32), *days);
    } else if (isStringType(element)) {
      value = StringAttr::get(context, text);
    } else {
      return parser.emitError(loc) << "a constant in quotes must be a decimal, date or "
                                      "string, not "
                                   << element;
    }
  } else if (auto integer = dyn_cast<IntegerAttr>(number)) {
    APInt bits = integer.getValue();
    if (element.isInteger(1) && integer.getType().isInteger(1)) {
      value = integer;
    } else if (isIntegerType(element)) {
      unsigned width = element.getIntOrFloatBitWidth();
      bool fits = element.isUnsignedInteger() ? !bits.isNegative() && bits.getActiveBits() <= width
                                              : bits.getSignificantBits() <= width;
      if (!fits)
        return parser.emitError(loc) << "constant does not fit " << element;
      value = IntegerAttr::get(element, bits.sextOrTrunc(width));
    } else if (isa<FloatType>(element)) {
      return parser.emitError(loc) << "a float constant needs a decimal point, as in 1.0";
    } else {
      return parser.emitError(loc) << "a number cannot be a constant of type " << element
                                   << "; decimals and dates are written in quotes";
    }
  } else if (auto real = dyn_cast<FloatAttr>(number)) {
    auto floatType = dyn_cast<FloatType>(element);
    if (!floatType)
      return parser.emitError(loc) << "a float cannot be a constant of type " << element;
    APFloat bits = real.getValue();
    bool losesInfo;
    bits.convert(floatType.getFloatSemantics(), APFloat::rmNearestTiesToEven, &losesInfo);
    value = FloatAttr::get(floatType, bits);
  } else {
    return parser.emitError(loc, "expected a number, a string in quotes, true, false or null");
  }
  result.getOrAddProperties<Properties>().value = value;
  result.addTypes(type);
  return success();
}

void ConstantOp::print(OpAsmPrinter &printer) {
  Attribute value = getValue();
  Type element = getNonNull(getType());
  printer << " ";
  if (isa<NullAttr>(value)) {
    printer << "null";
  } else if (auto text = dyn_cast<StringAttr>(value)) {
    printer.printAttributeWithoutType(text);
  } else if (auto decimal = dyn_cast<DecimalType>(element)) {
    printer << '"'
            << printDecimalLiteral(cast<IntegerAttr>(value).getValue(), decimal.getScale())
            << '"';
  } else if (isa<Date32Type>(element)) {
    int64_t year;
    unsigned month, day;
    civilFromDays(cast<IntegerAttr>(value).getInt(), year, month, day);
    char text[32];
    snprintf(text, sizeof text, "\"%04lld-%02u-%02u\"", static_cast<long long>(year), month, day);
    printer << text;
  } else if (auto integer = dyn_cast<IntegerAttr>(value);
             integer && !integer.getType().isInteger(1)) {
    SmallString<24> digits;
    integer.getValue().toString(digits, 10, !element.isUnsignedInteger());
    printer << digits;
  } else if (auto real = dyn_cast<FloatAttr>(value); real && real.getType().isF32()) {
    // Print the f64 of the same value: what the parser rounds back to the same f32.
    APFloat wide = real.getValue();
    bool losesInfo;
    if (wide.isFinite()) {
      wide.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &losesInfo);
      printer.printAttributeWithoutType(FloatAttr::get(Float64Type::get(getContext()), wide));
    } else {
      printer.printAttribute(value);
    }
  } else if (auto real = dyn_cast<FloatAttr>(value); real && !real.getValue().isFinite()) {
    printer.printAttribute(value); // 0x7FF… : f64
  } else {
    printer.printAttributeWithoutType(value);
  }
  printer.printOptionalAttrDict((*this)->getDiscardableAttrDictionary().getValue());
  printer << " : " << getType();
}

LogicalResult ConstantOp::verify() {
  Attribute value = getValue();
  Type element = getNonNull(getType());
  if (isa<NullAttr>(value))
    return isNullable(getType()) ? success()
                                 : LogicalResult(emitOpError("null needs a nullable type"));
  bool fits = false;
  if (auto decimal = dyn_cast<DecimalType>(element)) {
    auto integer = dyn_cast<IntegerAttr>(value);
    fits = integer && integer.getType().isSignlessInteger(128) &&
           integer.getValue().abs().ult(powerOfTen(decimal.getPrecision()));
  } else if (isa<Date32Type>(element)) {
    auto integer = dyn_cast<IntegerAttr>(value);
    fits = integer && integer.getType().isSignlessInteger(32);
  } else if (isStringType(element)) {
    auto text = dyn_cast<StringAttr>(value);
    if (text) {
      auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.getValue().begin());
      auto *end = reinterpret_cast<const llvm::UTF8 *>(text.getValue().end());
      fits = llvm::isLegalUTF8String(&begin, end);
    }
  } else if (auto typed = dyn_cast<TypedAttr>(value)) {
    fits = typed.getType() == element && isa<IntegerAttr, FloatAttr>(value);
  }
  if (!fits)
    return emitOpError() << "value " << value << " is not a value of " << getType();
  return success();
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

namespace {
enum class Arith { Add, Sub, Mul, Div };
} // namespace

/// The decimal result of an operation by the rules in the ODS, or null if there is
/// none.
static DecimalType inferDecimal(std::optional<Location> loc, Arith kind, DecimalType lhs,
                                DecimalType rhs) {
  unsigned p1 = lhs.getPrecision(), s1 = lhs.getScale();
  unsigned p2 = rhs.getPrecision(), s2 = rhs.getScale();
  unsigned precision = 0, scale = 0;
  switch (kind) {
  case Arith::Add:
  case Arith::Sub:
    scale = std::max(s1, s2);
    precision = std::max(p1 - s1, p2 - s2) + scale + 1;
    break;
  case Arith::Mul:
    scale = s1 + s2;
    precision = p1 + p2;
    break;
  case Arith::Div:
    scale = std::max(6u, s1);
    precision = p1 - s1 + s2 + scale;
    if (p1 + scale + s2 - s1 > DecimalType::kMaxPrecision) {
      (void)emitOptionalError(loc, "quotient of ", lhs, " and ", rhs,
                              " needs more than 38 digits; cast to fewer digits or to f64");
      return {};
    }
    break;
  }
  if (scale > DecimalType::kMaxPrecision) {
    (void)emitOptionalError(loc, "result would have scale ", scale,
                            ", but decimals have at most 38 digits; cast to a smaller scale");
    return {};
  }
  return DecimalType::get(lhs.getContext(), std::min(precision, DecimalType::kMaxPrecision),
                          scale);
}

static LogicalResult inferArith(std::optional<Location> loc, Arith kind, Value lhs, Value rhs,
                                bool forceNullable, SmallVectorImpl<Type> &results) {
  bool nullable = forceNullable || isNullable(lhs.getType()) || isNullable(rhs.getType());
  Type left = getNonNull(lhs.getType()), right = getNonNull(rhs.getType());
  if (isa<Date32Type>(left) && (kind == Arith::Add || kind == Arith::Sub)) {
    if (isIntegerType(right)) {
      results.push_back(withNullability(left, nullable));
      return success();
    }
    if (kind == Arith::Sub && left == right) {
      results.push_back(withNullability(IntegerType::get(left.getContext(), 64), nullable));
      return success();
    }
  }
  Type common = promoteNumeric(left, right);
  if (!common)
    return emitOptionalError(loc, "no common type for ", left, " and ", right,
                             "; numbers combine with numbers, dates with integer days; cast one "
                             "operand");
  if (isa<DecimalType>(common)) {
    common = inferDecimal(loc, kind, getAsDecimal(left), getAsDecimal(right));
    if (!common)
      return failure();
  }
  results.push_back(withNullability(common, nullable));
  return success();
}

#define MOLT_INFER_ARITH(OP, FORCE_NULLABLE)                                                       \
  LogicalResult OP##Op::inferReturnTypes(MLIRContext *, std::optional<Location> loc,               \
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {        \
    return inferArith(loc, Arith::OP, adaptor.getLhs(), adaptor.getRhs(), FORCE_NULLABLE,          \
                      results);                                                                    \
  }
MOLT_INFER_ARITH(Add, false)
MOLT_INFER_ARITH(Sub, false)
MOLT_INFER_ARITH(Mul, false)
MOLT_INFER_ARITH(Div, adaptor.getZeroIsNull())
#undef MOLT_INFER_ARITH

LogicalResult NegOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

//===----------------------------------------------------------------------===//
// Comparison, logic, nulls
//===----------------------------------------------------------------------===//

static Type getBoolType(MLIRContext *context, bool nullable) {
  return withNullability(IntegerType::get(context, 1), nullable);
}

LogicalResult CmpOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type left = getNonNull(adaptor.getLhs().getType()), right = getNonNull(adaptor.getRhs().getType());
  if (isStringType(left) && isStringType(right))
    return emitOptionalError(loc, "compares strings; use molt_str.cmp");
  Type common = left == right ? left : promoteNumeric(left, right);
  if (!common)
    return emitOptionalError(loc, "cannot compare ", left, " with ", right,
                             "; cast one of them");
  if (isa<DecimalType>(common)) {
    DecimalType l = getAsDecimal(left), r = getAsDecimal(right);
    if (std::max(l.getPrecision() - l.getScale(), r.getPrecision() - r.getScale()) +
            std::max(l.getScale(), r.getScale()) >
        DecimalType::kMaxPrecision)
      return emitOptionalError(loc, "comparing ", left, " with ", right,
                               " needs more than 38 digits; cast one of them");
  }
  results.push_back(getBoolType(context, isNullable(adaptor.getLhs().getType()) ||
                                             isNullable(adaptor.getRhs().getType())));
  return success();
}

#define MOLT_INFER_LOGIC(OP)                                                                       \
  LogicalResult OP::inferReturnTypes(MLIRContext *context, std::optional<Location>,                \
                                     Adaptor adaptor, SmallVectorImpl<Type> &results) {            \
    results.push_back(getBoolType(context, isNullable(adaptor.getLhs().getType()) ||               \
                                               isNullable(adaptor.getRhs().getType())));           \
    return success();                                                                              \
  }                                                                                                \
  bool OP::propagatesNull() { return false; }
MOLT_INFER_LOGIC(AndOp)
MOLT_INFER_LOGIC(OrOp)
#undef MOLT_INFER_LOGIC

LogicalResult NotOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult IsNullOp::inferReturnTypes(MLIRContext *context, std::optional<Location>, Adaptor,
                                         SmallVectorImpl<Type> &results) {
  results.push_back(getBoolType(context, false));
  return success();
}
bool IsNullOp::propagatesNull() { return false; }

LogicalResult CoalesceOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type left = adaptor.getLhs().getType(), right = adaptor.getRhs().getType();
  if (getNonNull(left) != getNonNull(right))
    return emitOptionalError(loc, "operands must have one type, not ", left, " and ", right,
                             "; cast one of them");
  results.push_back(withNullability(left, isNullable(left) && isNullable(right)));
  return success();
}
bool CoalesceOp::propagatesNull() { return false; }

LogicalResult SelectOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type left = adaptor.getTrueValue().getType(), right = adaptor.getFalseValue().getType();
  if (getNonNull(left) != getNonNull(right))
    return emitOptionalError(loc, "values must have one type, not ", left, " and ", right,
                             "; cast one of them");
  results.push_back(withNullability(left, isNullable(left) || isNullable(right)));
  return success();
}
bool SelectOp::propagatesNull() { return false; }

//===----------------------------------------------------------------------===//
// CastOp, DatePartOp
//===----------------------------------------------------------------------===//

LogicalResult CastOp::verify() {
  Type from = getNonNull(getOperand().getType()), to = getNonNull(getType());
  auto isBoolOrInteger = [](Type type) { return type.isInteger(1) || isIntegerType(type); };
  if (from == to || (isNumericType(from) && isNumericType(to)) ||
      (isBoolOrInteger(from) && isBoolOrInteger(to)))
    return success();
  return emitOpError() << "cannot convert " << from << " to " << to
                       << "; numbers convert to numbers, i1 to and from integers";
}

LogicalResult DatePartOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  results.push_back(withNullability(IntegerType::get(context, 32),
                                    isNullable(adaptor.getOperand().getType())));
  return success();
}
