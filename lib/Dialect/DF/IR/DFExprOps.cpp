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

#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "Molt/Support/Utf8.h"
#include "TimeText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Error.h"

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

/// The spelling of the number that starts here, without its sign's spaces: an optional
/// minus, then digits, hexadecimal digits or a float. Empty where there is no number.
static StringRef peekNumber(SMLoc loc) {
  const char *begin = loc.getPointer(), *at = begin;
  if (*at == '-')
    ++at;
  if (!llvm::isDigit(*at))
    return {};
  if (at[0] == '0' && at[1] == 'x') {
    for (at += 2; llvm::isHexDigit(*at);)
      ++at;
    return StringRef(begin, at - begin);
  }
  auto skipDigits = [&] {
    while (llvm::isDigit(*at))
      ++at;
  };
  skipDigits();
  if (*at == '.') {
    ++at;
    skipDigits();
    const char *exponent = at;
    if (*at == 'e' || *at == 'E') {
      ++at;
      if (*at == '+' || *at == '-')
        ++at;
      if (llvm::isDigit(*at))
        skipDigits();
      else
        at = exponent;
    }
  }
  return StringRef(begin, at - begin);
}

/// The value of a float literal, rounded once, or of the bits that a hexadecimal
/// literal gives (NaN and infinities have no other spelling).
static std::optional<APFloat> parseFloatLiteral(StringRef text, FloatType type) {
  const llvm::fltSemantics &semantics = type.getFloatSemantics();
  if (text.consume_front("0x")) {
    APInt bits(std::max<unsigned>(text.size() * 4, type.getWidth()), text, 16);
    if (bits.getActiveBits() > type.getWidth())
      return std::nullopt;
    return APFloat(semantics, bits.trunc(type.getWidth()));
  }
  APFloat value(semantics);
  llvm::Expected<APFloat::opStatus> status =
      value.convertFromString(text, APFloat::rmNearestTiesToEven);
  if (!status) {
    llvm::consumeError(status.takeError());
    return std::nullopt;
  }
  if (*status & APFloat::opOverflow)
    return std::nullopt;
  return value;
}

//===----------------------------------------------------------------------===//
// ConstantOp
//===----------------------------------------------------------------------===//

ParseResult ConstantOp::parse(OpAsmParser &parser, OperationState &result) {
  MLIRContext *context = parser.getContext();
  SMLoc loc = parser.getCurrentLocation();
  // What was written, until the type behind it says what it means. A number is kept
  // as text: 0.1 as f32 is not 0.1 as f64 rounded to f32.
  enum { Null, Bool, Text, Number } kind;
  std::string text;
  APInt integer;
  bool truth = false;
  StringRef number = peekNumber(loc);
  if (!number.empty()) {
    kind = Number;
    APFloat ignored(APFloat::IEEEdouble());
    if (number.contains('.')) {
      if (parser.parseFloat(ignored.getSemantics(), ignored))
        return failure();
    } else if (OptionalParseResult parsed = parser.parseOptionalInteger(integer);
               !parsed.has_value() || failed(*parsed)) {
      return failure();
    }
  } else if (succeeded(parser.parseOptionalKeyword("null"))) {
    kind = Null;
  } else if (succeeded(parser.parseOptionalKeyword("true"))) {
    kind = Bool;
    truth = true;
  } else if (succeeded(parser.parseOptionalKeyword("false"))) {
    kind = Bool;
  } else if (succeeded(parser.parseOptionalString(&text))) {
    kind = Text;
  } else {
    return parser.emitError(loc, "expected a number, a string in quotes, true, false or null");
  }
  Type type;
  if (parser.parseOptionalAttrDict(result.attributes) || parser.parseColonType(type))
    return failure();
  Type element = getNonNull(type);
  auto emitMismatch = [&](const char *what, const char *hint) {
    return parser.emitError(loc) << what << " cannot be a constant of type " << element << hint;
  };

  Attribute value;
  switch (kind) {
  case Null:
    value = NullAttr::get(context);
    break;
  case Bool:
    if (!element.isInteger(1))
      return emitMismatch(truth ? "true" : "false", "");
    value = BoolAttr::get(context, truth);
    break;
  case Text:
    if (auto decimal = dyn_cast<DecimalType>(element)) {
      std::optional<APInt> unscaled = parseDecimalLiteral(text, decimal);
      if (!unscaled)
        return parser.emitError(loc) << "\"" << text << "\" is not a value of " << element;
      value = IntegerAttr::get(IntegerType::get(context, 128), *unscaled);
    } else if (isa<IntervalType>(element)) {
      value = parseIntervalLiteral(text, context);
      if (!value)
        return parser.emitError(loc) << "\"" << text
                                     << "\" is not an interval such as P1Y2M3DT4H5M6.5S or P1M-1D, "
                                        "with at most six digits "
                                        "of a fraction";
    } else if (hasTimeLiteral(element)) {
      std::optional<int64_t> count = parseTimeLiteral(text, element);
      if (!count)
        return parser.emitError(loc)
               << "\"" << text << "\" is not " << describeTimeLiteral(element);
      value =
          IntegerAttr::get(IntegerType::get(context, isa<Date32Type>(element) ? 32 : 64), *count);
    } else if (isTextType(element)) {
      value = StringAttr::get(context, text);
    } else if (isStringType(element)) {
      std::string bytes;
      if (!llvm::tryGetFromHex(text, bytes) || text.size() % 2)
        return parser.emitError(loc) << "\"" << text
                                     << "\" is not a sequence of bytes, two "
                                        "hexadecimal digits each";
      value = StringAttr::get(context, bytes);
    } else {
      return emitMismatch("text in quotes", "; decimals, dates, times and strings are written so");
    }
    break;
  case Number:
    if (auto floatType = dyn_cast<FloatType>(element)) {
      if (!number.contains('.') && !number.starts_with("0x"))
        return parser.emitError(loc, "a float constant needs a decimal point, as in 1.0");
      std::optional<APFloat> real = parseFloatLiteral(number, floatType);
      if (!real)
        return parser.emitError(loc) << number << " is not a value of " << element;
      value = FloatAttr::get(floatType, *real);
    } else if (number.contains('.')) {
      return emitMismatch("a float", "");
    } else if (isIntegerType(element)) {
      unsigned width = element.getIntOrFloatBitWidth();
      bool fits = element.isUnsignedInteger()
                      ? !integer.isNegative() && integer.getActiveBits() <= width
                      : integer.getSignificantBits() <= width;
      if (!fits)
        return parser.emitError(loc) << "constant does not fit " << element;
      value = IntegerAttr::get(element, integer.sextOrTrunc(width));
    } else {
      return emitMismatch("a number", "; decimals, dates and times are written in quotes");
    }
    break;
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
    if (isTextType(element))
      printer.printAttributeWithoutType(text);
    else
      printer << '"' << llvm::toHex(text.getValue(), /*LowerCase=*/true) << '"';
  } else if (auto decimal = dyn_cast<DecimalType>(element)) {
    printer << '"'
            << printDecimalLiteral(cast<IntegerAttr>(value).getValue(), decimal.getScale())
            << '"';
  } else if (auto interval = dyn_cast<IntervalAttr>(value)) {
    printer << '"' << printIntervalLiteral(interval) << '"';
  } else if (hasTimeLiteral(element)) {
    printer << '"' << printTimeLiteral(cast<IntegerAttr>(value).getInt(), element) << '"';
  } else if (auto integer = dyn_cast<IntegerAttr>(value);
             integer && !integer.getType().isInteger(1)) {
    SmallString<24> digits;
    integer.getValue().toString(digits, 10, !element.isUnsignedInteger());
    printer << digits;
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
  } else if (isTimeType(element)) {
    auto integer = dyn_cast<IntegerAttr>(value);
    FactsAttr limits = getFactsOfType(element);
    fits = integer && integer.getType().isSignlessInteger(64) &&
           integer.getValue().sext(128).sge(limits.getMin()) &&
           integer.getValue().sext(128).sle(limits.getMax());
  } else if (isa<IntervalType>(element)) {
    fits = isa<IntervalAttr>(value);
  } else if (isStringType(element) && !isTextType(element)) {
    fits = isa<StringAttr>(value);
  } else if (isStringType(element)) {
    auto text = dyn_cast<StringAttr>(value);
    fits = text && isValidUtf8(text.getValue());
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
  if (Type common = promoteNull(left, right);
      common && (isNumericType(common) || isTimeType(common) ||
                 isa<NullType, Date32Type, IntervalType>(common))) {
    results.push_back(NullableType::get(common));
    return success();
  }
  if (isa<IntervalType>(left) || isa<IntervalType>(right)) {
    Type type =
        kind == Arith::Div ? Type() : inferIntervalArith(static_cast<TimeArith>(kind), left, right);
    if (!type)
      return emitOptionalError(loc, "intervals do not combine so: ", left, " and ", right,
                               "; they are added to intervals, dates and timestamps without zone, "
                               "and multiplied by integers other than ui64 and i128");
    results.push_back(withNullability(type, nullable));
    return success();
  }
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
  if (isTimeType(left) || isTimeType(right)) {
    Type type =
        kind == Arith::Div ? Type() : inferTimeArith(static_cast<TimeArith>(kind), left, right);
    if (!type)
      return emitOptionalError(loc, "times of types ", left, " and ", right,
                               " do not combine so; see "
                               "molt_df.add for what does, and cast to one unit and zone");
    results.push_back(withNullability(type, nullable));
    return success();
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

/// Only integers wrap around.
static LogicalResult verifyOverflow(Operation *op, Overflow overflow, Type type) {
  if (overflow == Overflow::wrap && !isIntegerType(getNonNull(type)))
    return op->emitOpError() << "only integers wrap around, not " << getNonNull(type);
  return success();
}
LogicalResult AddOp::verify() { return verifyOverflow(*this, getOverflow(), getType()); }
LogicalResult SubOp::verify() { return verifyOverflow(*this, getOverflow(), getType()); }
LogicalResult MulOp::verify() { return verifyOverflow(*this, getOverflow(), getType()); }
LogicalResult NegOp::verify() { return verifyOverflow(*this, getOverflow(), getType()); }

LogicalResult AbsOp::verify() { return verifyOverflow(*this, getOverflow(), getType()); }

LogicalResult AbsOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

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
  if (promoteNull(left, right)) {
    results.push_back(getBoolType(context, true));
    return success();
  }
  if (isStringType(left) && isStringType(right))
    return emitOptionalError(loc, "'molt_df.cmp' op compares strings; use molt_str.cmp");
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
  Type type = promoteNull(left, right);
  if (!type && getNonNull(left) != getNonNull(right))
    return emitOptionalError(loc, "'molt_df.coalesce' op operands must have one type, not ", left, " and ", right,
                             "; cast one of them");
  results.push_back(withNullability(type ? type : left, isNullable(left) && isNullable(right)));
  return success();
}
bool CoalesceOp::propagatesNull() { return false; }

LogicalResult SelectOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type left = adaptor.getTrueValue().getType(), right = adaptor.getFalseValue().getType();
  Type type = promoteNull(left, right);
  if (!type && getNonNull(left) != getNonNull(right))
    return emitOptionalError(loc, "'molt_df.select' op values must have one type, not ", left, " and ", right,
                             "; cast one of them");
  results.push_back(withNullability(type ? type : left, isNullable(left) || isNullable(right)));
  return success();
}
bool SelectOp::propagatesNull() { return false; }

//===----------------------------------------------------------------------===//
// CastOp
//===----------------------------------------------------------------------===//

LogicalResult CastOp::verify() {
  Type from = getNonNull(getOperand().getType()), to = getNonNull(getType());
  auto isBoolOrInteger = [](Type type) { return type.isInteger(1) || isIntegerType(type); };
  if (getOverflow() == Overflow::wrap && (!isIntegerType(from) || !isIntegerType(to)))
    return emitOpError() << "only integers wrap around, not " << from << " to " << to;
  if (getLenient() && !isNullable(getType()))
    return emitOpError()
           << "with lenient gives null where a value does not fit, so its result must "
              "be nullable, not "
           << getType();
  if (getLenient() && getOverflow() != Overflow::checked)
    return emitOpError("with lenient has no overflow; leave one of them out");
  if (from == to || isNullType(from) || (isNumericType(from) && isNumericType(to)) ||
      (isBoolOrInteger(from) && isBoolOrInteger(to)) || getTimeCast(from, to) ||
      isStringCast(from, to))
    return success();
  return emitOpError() << "cannot convert " << from << " to " << to
                       << "; numbers convert to numbers, i1 to and from integers, times to other "
                          "units, i64 and strings, durations and strings to and from intervals, "
                          "timestamps without zone to and from dates, "
                          "utf8 to and from binary";
}
