//===- Strings.cpp - Strings in SQL ---------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/Str/IR/Str.h"
#include "ScalarOps.h"
#include "mlir/IR/Matchers.h"

using namespace molt;
using namespace molt::sql;

/// The first code point of a text that is not empty.
static StringRef firstCodePoint(StringRef text) {
  size_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80)
    ++size;
  return text.take_front(size);
}

/// DuckDB's escapes are one byte, so each pattern gets the same: a backslash, of which it
/// has one before each letter that stands for itself and would not do so.
static FailureOr<Expr> renderLike(str::LikeOp op, Operands operands) {
  StringRef rest = op.getPattern(), escape = op.getEscape() ? *op.getEscape() : "";
  std::string pattern;
  while (!rest.empty()) {
    StringRef letter = firstCodePoint(rest);
    rest = rest.drop_front(letter.size());
    bool isLiteral = letter == "\\";
    if (letter == escape) {
      letter = firstCodePoint(rest);
      rest = rest.drop_front(letter.size());
      isLiteral = letter == "\\" || letter == "%" || letter == "_";
    }
    pattern += (isLiteral ? "\\" : "") + letter.str();
  }
  return infix(operands[0], "LIKE", quoteText(pattern).asOperand() + " ESCAPE '\\'");
}

static FailureOr<Expr> renderSubstring(str::SubstringOp op, Operands operands) {
  // Where DuckDB knows that all strings are ASCII it moves positions outside of them; of
  // what `||` gives it does not know.
  return call("substring", {operands[0] + " || ''", operands[1], operands[2]});
}

/// DuckDB searches text literally, all of it.
static FailureOr<Expr> renderEnd(Operation *op, StringRef function, Operands operands) {
  if (operands.size() != 2 || str::isOfBytes(op))
    return op->emitError("with bounds, or of binary strings, has no translation to DuckDB's SQL");
  return call(function, operands);
}

static FailureOr<Expr> renderReplace(str::ReplaceOp op, Operands operands) {
  // There the empty string is nowhere.
  StringAttr from;
  bool isEmptyNowhere =
      op.getSql() || (matchPattern(op.getFrom(), m_Constant(&from)) && !from.getValue().empty());
  if (!isEmptyNowhere || op.getLimit() || str::isOfBytes(op))
    return op->emitError("has a translation to DuckDB's SQL only with `sql` or a constant that is "
                         "replaced and not empty, on text, without a limit");
  return call("replace", operands);
}

void sql::addStrings(ScalarTable &table) {
  addScalar<str::LengthOp>(table, [](str::LengthOp, Operands operands) -> FailureOr<Expr> {
    return call("length", operands);
  });
  addScalar<str::ByteLengthOp>(table, [](str::ByteLengthOp op, Operands operands) {
    bool isText = df::isTextType(df::getNonNull(op.getOperand().getType()));
    return FailureOr<Expr>(call(isText ? "strlen" : "octet_length", operands));
  });
  addScalar<str::ConcatOp>(table, [](str::ConcatOp, Operands operands) -> FailureOr<Expr> {
    return infix(operands[0], "||", operands[1]);
  });
  addScalar<str::ReplaceOp>(table, renderReplace, {"operandSegmentSizes", "sql"});
  addScalar<str::SubstringOp>(table, renderSubstring);
  addScalar<str::StartsWithOp>(table,
                               [](str::StartsWithOp op, Operands operands) {
                                 return renderEnd(op, "starts_with", operands);
                               },
                               {"operandSegmentSizes"});
  addScalar<str::EndsWithOp>(
      table,
      [](str::EndsWithOp op, Operands operands) { return renderEnd(op, "suffix", operands); },
      {"operandSegmentSizes"});
  addScalar<str::LikeOp>(table, renderLike, {"pattern", "escape"});
  markTotal<str::LengthOp>(table);
  markTotal<str::ByteLengthOp>(table);
  markTotal<str::StartsWithOp>(table);
  markTotal<str::EndsWithOp>(table);
  markTotal<str::LikeOp>(table);
}
