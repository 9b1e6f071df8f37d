//===- DFAttrs.cpp - Attributes of the molt_df dialect --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/DF/IR/DFAttrs.cpp.inc"

void DFDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "Molt/Dialect/DF/IR/DFAttrs.cpp.inc"
      >();
}

//===----------------------------------------------------------------------===//
// SortKeyAttr: <"name" desc nulls_first>, and the same in the brackets of an op
//===----------------------------------------------------------------------===//

static SortKeyAttr parseSortKey(AsmParser &parser) {
  std::string name;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseOptionalString(&name)) {
    parser.emitError(loc, "expected a column name in quotes");
    return {};
  }
  bool descending = succeeded(parser.parseOptionalKeyword("desc"));
  bool nullsFirst = succeeded(parser.parseOptionalKeyword("nulls_first"));
  return SortKeyAttr::get(parser.getContext(), StringAttr::get(parser.getContext(), name),
                          descending, nullsFirst);
}

static void printSortKey(AsmPrinter &printer, SortKeyAttr key) {
  printer.printAttributeWithoutType(key.getColumn());
  if (key.getDescending())
    printer << " desc";
  if (key.getNullsFirst())
    printer << " nulls_first";
}

Attribute SortKeyAttr::parse(AsmParser &parser, Type) {
  if (parser.parseLess())
    return {};
  SortKeyAttr key = parseSortKey(parser);
  if (!key || parser.parseGreater())
    return {};
  return key;
}

void SortKeyAttr::print(AsmPrinter &printer) const {
  printer << "<";
  printSortKey(printer, *this);
  printer << ">";
}

namespace molt::df {
/// custom<SortKeys>: ["a" desc, "b"].
ParseResult parseSortKeys(OpAsmParser &parser, ArrayAttr &keys) {
  SmallVector<Attribute> result;
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&]() -> ParseResult {
        SortKeyAttr key = parseSortKey(parser);
        if (!key)
          return failure();
        result.push_back(key);
        return success();
      }))
    return failure();
  keys = ArrayAttr::get(parser.getContext(), result);
  return success();
}

void printSortKeys(OpAsmPrinter &printer, Operation *, ArrayAttr keys) {
  printer << "[";
  llvm::interleaveComma(keys.getAsRange<SortKeyAttr>(), printer,
                        [&](SortKeyAttr key) { printSortKey(printer, key); });
  printer << "]";
}

// custom<JoinKind>: a keyword; none is an inner join.
ParseResult parseJoinKind(OpAsmParser &parser, JoinKindAttr &kind) {
  StringRef keyword;
  SmallVector<StringRef> keywords;
  for (unsigned value = 0; value <= getMaxEnumValForJoinKind(); ++value)
    keywords.push_back(stringifyJoinKind(static_cast<JoinKind>(value)));
  JoinKind value = JoinKind::inner;
  if (succeeded(parser.parseOptionalKeyword(&keyword, keywords)))
    value = *symbolizeJoinKind(keyword);
  kind = JoinKindAttr::get(parser.getContext(), value);
  return success();
}

void printJoinKind(OpAsmPrinter &printer, Operation *, JoinKindAttr kind) {
  if (kind.getValue() != JoinKind::inner)
    printer << stringifyJoinKind(kind.getValue());
}

// custom<JoinKeys>: on ["a"] = ["b"]; a cross join has none.
ParseResult parseJoinKeys(OpAsmParser &parser, ArrayAttr &left, ArrayAttr &right) {
  left = right = ArrayAttr::get(parser.getContext(), {});
  if (failed(parser.parseOptionalKeyword("on")))
    return success();
  return failure(parser.parseAttribute(left) || parser.parseEqual() ||
                 parser.parseAttribute(right));
}

void printJoinKeys(OpAsmPrinter &printer, Operation *, ArrayAttr left, ArrayAttr right) {
  if (!left.empty() || !right.empty())
    printer << "on " << left << " = " << right;
}
} // namespace molt::df

//===----------------------------------------------------------------------===//
// FactsAttr: <range = [1, 50], nonnull, unique, distinct = 50>
//===----------------------------------------------------------------------===//

/// Parses a signed integer that fits 128 bits.
static ParseResult parseBound(AsmParser &parser, APInt &result) {
  SMLoc loc = parser.getCurrentLocation();
  APInt value;
  OptionalParseResult parsed = parser.parseOptionalInteger(value);
  if (!parsed.has_value() || failed(*parsed))
    return parser.emitError(loc, "expected an integer bound");
  if (value.getSignificantBits() > 128)
    return parser.emitError(loc, "bound does not fit 128 bits");
  result = value.sextOrTrunc(128);
  return success();
}

Attribute FactsAttr::parse(AsmParser &parser, Type) {
  bool hasRange = false, nonNull = false, unique = false;
  APInt min(128, 0), max(128, 0);
  uint64_t distinct = 0;
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::LessGreater, [&]() -> ParseResult {
        if (succeeded(parser.parseOptionalKeyword("nonnull"))) {
          nonNull = true;
          return success();
        }
        if (succeeded(parser.parseOptionalKeyword("unique"))) {
          unique = true;
          return success();
        }
        if (succeeded(parser.parseOptionalKeyword("distinct")))
          return failure(parser.parseEqual() || parser.parseInteger(distinct));
        hasRange = true;
        return failure(parser.parseKeyword("range") || parser.parseEqual() ||
                       parser.parseLSquare() || parseBound(parser, min) || parser.parseComma() ||
                       parseBound(parser, max) || parser.parseRSquare());
      }))
    return {};
  return FactsAttr::get(parser.getContext(), hasRange, min, max, nonNull, unique, distinct);
}

void FactsAttr::print(AsmPrinter &printer) const {
  StringRef separator = "<";
  auto next = [&]() -> raw_ostream & {
    raw_ostream &stream = printer.getStream() << separator;
    separator = ", ";
    return stream;
  };
  if (getHasRange()) {
    SmallString<48> min, max;
    getMin().toStringSigned(min);
    getMax().toStringSigned(max);
    next() << "range = [" << min << ", " << max << "]";
  }
  if (getNonNull())
    next() << "nonnull";
  if (getUnique())
    next() << "unique";
  if (getDistinct())
    next() << "distinct = " << getDistinct();
  printer << (separator == "<" ? "<>" : ">");
}

//===----------------------------------------------------------------------===//
// FrameAttr: <rows -2 to 0>, <range unbounded to 1.5>
//===----------------------------------------------------------------------===//

/// Whether a bound is an f64, or an i64.
static bool isReal(Attribute bound) { return isa_and_nonnull<FloatAttr>(bound); }

static double toReal(Attribute bound) {
  if (auto real = dyn_cast<FloatAttr>(bound))
    return real.getValueAsDouble();
  return static_cast<double>(cast<IntegerAttr>(bound).getInt());
}

static ParseResult parseFrameBound(AsmParser &parser, Attribute &bound) {
  if (succeeded(parser.parseOptionalKeyword("unbounded")))
    return success();
  return parser.parseAttribute(bound);
}

Attribute FrameAttr::parse(AsmParser &parser, Type) {
  SMLoc loc = parser.getCurrentLocation();
  StringRef units;
  Attribute start, end;
  if (parser.parseLess() || parser.parseKeyword(&units))
    return {};
  std::optional<FrameUnits> known = symbolizeFrameUnits(units);
  if (!known) {
    parser.emitError(loc, "a frame counts rows or a range of the order key, not ") << units;
    return {};
  }
  if (parseFrameBound(parser, start) || parser.parseKeyword("to") ||
      parseFrameBound(parser, end) || parser.parseGreater())
    return {};
  return FrameAttr::getChecked([&] { return parser.emitError(loc); }, parser.getContext(), *known,
                               start, end);
}

void FrameAttr::print(AsmPrinter &printer) const {
  auto printBound = [&](Attribute bound) {
    if (bound)
      printer.printAttributeWithoutType(bound);
    else
      printer << "unbounded";
  };
  printer << "<" << stringifyFrameUnits(getUnits()) << " ";
  printBound(getStart());
  printer << " to ";
  printBound(getEnd());
  printer << ">";
}

LogicalResult FrameAttr::verify(function_ref<InFlightDiagnostic()> emitError, FrameUnits units,
                                Attribute start, Attribute end) {
  for (Attribute bound : {start, end}) {
    auto integer = dyn_cast_or_null<IntegerAttr>(bound);
    auto real = dyn_cast_or_null<FloatAttr>(bound);
    bool isInteger = integer && integer.getType().isInteger(64);
    bool isReal = real && real.getType().isF64() && real.getValue().isFinite();
    if (bound && !isInteger && !(isReal && units == FrameUnits::range))
      return emitError() << "a bound of a frame is 'unbounded', an i64, or, of a range, a finite "
                            "f64; not "
                         << bound;
  }
  bool isEmpty = start && end &&
                 (isReal(start) || isReal(end)
                      ? toReal(start) > toReal(end)
                      : cast<IntegerAttr>(start).getInt() > cast<IntegerAttr>(end).getInt());
  if (isEmpty)
    return emitError() << "a frame from " << start << " to " << end << " has no rows";
  return success();
}

bool FrameAttr::includesRow() {
  return (!getStart() || toReal(getStart()) <= 0) && (!getEnd() || toReal(getEnd()) >= 0);
}

bool FrameAttr::hasDistance() {
  auto isDistance = [](Attribute bound) { return bound && toReal(bound) != 0; };
  return getUnits() == FrameUnits::range && (isDistance(getStart()) || isDistance(getEnd()));
}
