//===- DFTypes.cpp - Types of the molt_df dialect -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

#include "Molt/Dialect/DF/IR/DFTypeInterfaces.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/DF/IR/DFTypes.cpp.inc"

void DFDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "Molt/Dialect/DF/IR/DFTypes.cpp.inc"
      >();
}

//===----------------------------------------------------------------------===//
// Classification
//===----------------------------------------------------------------------===//

bool df::isIntegerType(Type type) {
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer || integer.isSigned())
    return false;
  unsigned width = integer.getWidth();
  return width == 8 || width == 16 || width == 32 || width == 64 ||
         (width == 128 && !integer.isUnsigned());
}

bool df::isNumericType(Type type) {
  return isIntegerType(type) || isa<Float32Type, Float64Type, DecimalType>(type);
}

bool df::isScalarType(Type type) {
  if (isNullType(type))
    return isNullable(type);
  type = getNonNull(type);
  return isNumericType(type) || type.isSignlessInteger(1) ||
         isa<Date32Type, TimestampType, TimeType, DurationType, IntervalType, StringTypeInterface>(
             type);
}

APInt df::powerOfTen(unsigned exponent) {
  // Analyses ask for them all the time.
  static const std::vector<APInt> powers = [] {
    std::vector<APInt> result(1, APInt(128, 1));
    while (result.size() <= DecimalType::kMaxPrecision)
      result.push_back(result.back() * 10);
    return result;
  }();
  return powers[exponent];
}

bool df::hasEqualForms(Type type) { return isa<FloatType, IntervalType>(getNonNull(type)); }

//===----------------------------------------------------------------------===//
// Promotion
//===----------------------------------------------------------------------===//

DecimalType df::getAsDecimal(Type type) {
  if (auto decimal = dyn_cast<DecimalType>(type))
    return decimal;
  if (!isIntegerType(type))
    return {};
  switch (type.getIntOrFloatBitWidth()) {
  case 8:
    return DecimalType::get(type.getContext(), 3, 0);
  case 16:
    return DecimalType::get(type.getContext(), 5, 0);
  case 32:
    return DecimalType::get(type.getContext(), 10, 0);
  case 64:
    return DecimalType::get(type.getContext(), type.isUnsignedInteger() ? 20 : 19, 0);
  default:
    return {};
  }
}

std::optional<unsigned> df::getExactScale(Type type) {
  if (auto decimal = dyn_cast<DecimalType>(type))
    return decimal.getScale();
  return isIntegerType(type) ? std::optional(0u) : std::nullopt;
}

Type df::promoteNumeric(Type lhs, Type rhs) {
  if (!isNumericType(lhs) || !isNumericType(rhs))
    return {};
  if (lhs == rhs)
    return lhs;
  if (isa<FloatType>(lhs) || isa<FloatType>(rhs))
    return Float64Type::get(lhs.getContext());
  if (isa<DecimalType>(lhs) || isa<DecimalType>(rhs)) {
    // Not with i128, which no decimal holds.
    if (!getAsDecimal(lhs) || !getAsDecimal(rhs))
      return {};
    // Any decimal stands for "compute in decimals"; the operation derives precision
    // and scale from both operands.
    return isa<DecimalType>(lhs) ? lhs : rhs;
  }
  unsigned lhsWidth = lhs.getIntOrFloatBitWidth(), rhsWidth = rhs.getIntOrFloatBitWidth();
  if (lhs.isUnsignedInteger() == rhs.isUnsignedInteger())
    return lhsWidth > rhsWidth ? lhs : rhs;
  unsigned unsignedWidth = lhs.isUnsignedInteger() ? lhsWidth : rhsWidth;
  unsigned signedWidth = lhs.isUnsignedInteger() ? rhsWidth : lhsWidth;
  return IntegerType::get(lhs.getContext(), std::max(signedWidth, 2 * unsignedWidth));
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

LogicalResult NullableType::verify(function_ref<InFlightDiagnostic()> emitError, Type type) {
  if (isa<NullableType>(type))
    return emitError() << "nullable types do not nest: " << type;
  if (!isScalarType(type) && !isa<NullType>(type))
    return emitError() << "nullable of " << type << ", which is not a scalar column type";
  return success();
}

LogicalResult DecimalType::verify(function_ref<InFlightDiagnostic()> emitError,
                                  unsigned precision, unsigned scale) {
  if (precision < 1 || precision > kMaxPrecision)
    return emitError() << "decimal precision must be between 1 and 38, not " << precision;
  if (scale > precision)
    return emitError() << "decimal scale " << scale << " exceeds the precision " << precision;
  return success();
}

LogicalResult TimestampType::verify(function_ref<InFlightDiagnostic()> emitError, TimeUnit,
                                    StringAttr zone) {
  if (zone && (zone.getValue().empty() || zone.getValue().size() > kMaxZoneBytes ||
               zone.getValue().contains('\0')))
    return emitError() << "the zone of a timestamp must have 1 to " << kMaxZoneBytes
                       << " bytes, none of them NUL; leave it out for a timestamp without zone";
  return success();
}

LogicalResult TableType::verify(function_ref<InFlightDiagnostic()> emitError,
                                ArrayRef<StringAttr> names, ArrayRef<Type> types) {
  if (names.size() != types.size())
    return emitError() << "table has " << names.size() << " names but " << types.size()
                       << " types";
  llvm::StringSet<> seen;
  for (auto [name, type] : llvm::zip_equal(names, types)) {
    if (name.getValue().empty())
      return emitError() << "column names must not be empty";
    if (!seen.insert(name.getValue()).second)
      return emitError() << "duplicate column name \"" << name.getValue() << "\"";
    if (isa<NullType>(type))
      return emitError() << "column \"" << name.getValue()
                         << "\" of type null has nothing but nulls; write " << type << "?";
    if (!isScalarType(type))
      return emitError() << "column \"" << name.getValue() << "\" has type " << type
                         << ", which is not a column type";
  }
  return success();
}

//===----------------------------------------------------------------------===//
// TableType
//===----------------------------------------------------------------------===//

Type TableType::parse(AsmParser &parser) {
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  auto parseColumn = [&]() -> ParseResult {
    std::string name;
    Type type;
    SMLoc loc = parser.getCurrentLocation();
    if (parser.parseOptionalString(&name))
      return parser.emitError(loc, "expected a column name in quotes");
    if (parser.parseColon())
      return failure();
    loc = parser.getCurrentLocation();
    if (parser.parseType(type))
      return failure();
    if (succeeded(parser.parseOptionalQuestion())) {
      type = NullableType::getChecked([&] { return parser.emitError(loc); }, type);
      if (!type)
        return failure();
    }
    names.push_back(StringAttr::get(parser.getContext(), name));
    types.push_back(type);
    return success();
  };
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, parseColumn,
                                     " in table type"))
    return {};
  return getChecked([&] { return parser.emitError(loc); }, parser.getContext(), names, types);
}

void TableType::print(AsmPrinter &printer) const {
  printer << "<";
  llvm::interleaveComma(llvm::zip_equal(getNames(), getTypes()), printer, [&](auto column) {
    auto [name, type] = column;
    printer.printAttributeWithoutType(name);
    printer << ": " << getNonNull(type);
    if (isNullable(type))
      printer << "?";
  });
  printer << ">";
}

std::optional<unsigned> TableType::find(StringRef name) const {
  for (auto [index, column] : llvm::enumerate(getNames()))
    if (column.getValue() == name)
      return index;
  return std::nullopt;
}

Type TableType::getColumnType(StringRef name) const {
  if (std::optional<unsigned> index = find(name))
    return getTypes()[*index];
  return {};
}
