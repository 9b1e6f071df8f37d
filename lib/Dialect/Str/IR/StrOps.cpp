//===- StrOps.cpp - Types, facts and verifiers of molt_str ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Support/Utf8.h"

using namespace molt;
using namespace molt::str;

//===----------------------------------------------------------------------===//
// Types: nullable if an operand is
//===----------------------------------------------------------------------===//

/// All operations propagate null.
static LogicalResult inferType(ValueRange operands, Type element, SmallVectorImpl<Type> &results) {
  bool nullable = llvm::any_of(operands.getTypes(), df::isNullable);
  results.push_back(df::withNullability(element, nullable));
  return success();
}

#define MOLT_RESULT_TYPE(OP, ELEMENT)                                                              \
  LogicalResult OP::inferReturnTypes(MLIRContext *context, std::optional<Location>,                \
                                     Adaptor adaptor, SmallVectorImpl<Type> &results) {            \
    return inferType(adaptor.getOperands(), ELEMENT, results);                                     \
  }
MOLT_RESULT_TYPE(ByteLengthOp, IntegerType::get(context, 64))
MOLT_RESULT_TYPE(ContainsOp, IntegerType::get(context, 1))
MOLT_RESULT_TYPE(LikeOp, IntegerType::get(context, 1))
MOLT_RESULT_TYPE(LengthOp, IntegerType::get(context, 64))
MOLT_RESULT_TYPE(SubstringOp, Utf8Type::get(context))
MOLT_RESULT_TYPE(ConcatOp, Utf8Type::get(context))
#undef MOLT_RESULT_TYPE

LogicalResult CmpOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type lhs = df::getNonNull(adaptor.getLhs().getType()),
       rhs = df::getNonNull(adaptor.getRhs().getType());
  if (lhs != rhs)
    return emitOptionalError(loc, "'molt_str.cmp' op cannot compare ", lhs, " with ", rhs,
                             "; both have to be text, or both binary");
  return inferType(adaptor.getOperands(), IntegerType::get(context, 1), results);
}

//===----------------------------------------------------------------------===//
// Facts and costs
//===----------------------------------------------------------------------===//

/// Null only where an operand is.
static bool isNonNull(Operation *op, ArrayRef<df::FactsAttr> facts) {
  bool nonNull = true;
  for (auto [known, operand] : llvm::zip_equal(facts, op->getOperands()))
    nonNull &= !df::isNullable(operand.getType()) || (known && known.getNonNull());
  return nonNull;
}

/// A comparison mostly ends at the prefix; a search goes through the bytes, and what makes
/// strings copies them besides.
#define MOLT_FACTS(OP, COST)                                                                       \
  df::FactsAttr OP::inferFacts(ArrayRef<df::FactsAttr> operands) {                                 \
    return df::FactsAttr::get(getContext(), false, APInt(128, 0), APInt(128, 0),                   \
                              isNonNull(*this, operands));                                         \
  }                                                                                                \
  unsigned OP::getCost() { return COST; }
MOLT_FACTS(CmpOp, 8)
MOLT_FACTS(ContainsOp, 64)
MOLT_FACTS(LikeOp, 96)
MOLT_FACTS(SubstringOp, 32)
MOLT_FACTS(ConcatOp, 64)
#undef MOLT_FACTS

df::FactsAttr LengthOp::inferFacts(ArrayRef<df::FactsAttr> operands) {
  // No string has more bytes than this.
  return df::FactsAttr::get(getContext(), true, APInt(128, 0), APInt(128, 2147483647),
                            isNonNull(*this, operands));
}
unsigned LengthOp::getCost() { return 24; }

df::FactsAttr ByteLengthOp::inferFacts(ArrayRef<df::FactsAttr> operands) {
  return df::FactsAttr::get(getContext(), true, APInt(128, 0), APInt(128, 2147483647),
                            isNonNull(*this, operands));
}
unsigned ByteLengthOp::getCost() { return 2; }

//===----------------------------------------------------------------------===//
// LIKE
//===----------------------------------------------------------------------===//

std::string str::encodeLikePattern(StringRef pattern, StringRef escape) {
  std::string encoded;
  while (!pattern.empty()) {
    if (!escape.empty() && pattern.consume_front(escape)) {
      size_t size = firstCodePointSize(pattern);
      encoded += pattern.take_front(size);
      pattern = pattern.drop_front(size);
    } else if (pattern.consume_front("%")) {
      if (encoded.empty() || encoded.back() != kAnySequence)
        encoded += kAnySequence;
    } else if (pattern.consume_front("_")) {
      encoded += kAnyCodePoint;
    } else {
      encoded += pattern.front();
      pattern = pattern.drop_front();
    }
  }
  return encoded;
}

LogicalResult LikeOp::verify() {
  if (!isValidUtf8(getPattern()))
    return emitOpError() << "pattern " << getPatternAttr() << " is not valid UTF-8";
  if (!getEscape())
    return success();
  StringRef escape = *getEscape();
  if (!isValidUtf8(escape) || escape.empty() || firstCodePointSize(escape) != escape.size())
    return emitOpError() << "escape " << getEscapeAttr()
                         << " must be one code point; leave it out to escape nothing";
  StringRef rest = getPattern();
  while (!rest.empty()) {
    bool isEscape = rest.consume_front(escape);
    if (isEscape && rest.empty())
      return emitOpError() << "pattern " << getPatternAttr() << " ends with its escape "
                           << getEscapeAttr() << "; write it twice for itself";
    rest = rest.drop_front(firstCodePointSize(rest));
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Text of dates and times
//===----------------------------------------------------------------------===//

static LogicalResult verifyTimeType(Operation *op, Type type, Type count) {
  unsigned width = isa<df::Date32Type>(type)     ? 32
                   : df::isTimeType(type)        ? 64
                   : isa<df::IntervalType>(type) ? 128
                                                 : 0;
  if (!width)
    return op->emitOpError() << "type must be date32, a timestamp, time, duration or interval, not "
                             << type;
  if (count && !count.isInteger(width))
    return op->emitOpError() << "values of " << type << " are i" << width << ", not " << count;
  return success();
}

LogicalResult ParseOp::verify() { return verifyTimeType(*this, getDtype(), getResult().getType()); }
LogicalResult CanParseOp::verify() {
  return isa<Utf8Type>(getDtype()) ? success() : verifyTimeType(*this, getDtype(), {});
}
LogicalResult FormatOp::verify() {
  return verifyTimeType(*this, getDtype(), getOperand().getType());
}
