//===- Predicates.cpp - Comparisons and logic in SQL ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"

using namespace molt;
using namespace molt::sql;
using df::DecimalType;
using df::getNonNull;

static StringRef symbolOf(df::CmpPredicate predicate) {
  switch (predicate) {
  case df::CmpPredicate::eq:
    return "=";
  case df::CmpPredicate::ne:
    return "<>";
  case df::CmpPredicate::lt:
    return "<";
  case df::CmpPredicate::le:
    return "<=";
  case df::CmpPredicate::gt:
    return ">";
  case df::CmpPredicate::ge:
    return ">=";
  }
  llvm_unreachable("unknown predicate");
}

/// DuckDB orders floats as Molt does: -0 = +0, NaN = NaN and greatest.
static FailureOr<Expr> renderCmp(df::CmpOp op, Operands operands) {
  Type lhs = getNonNull(op.getLhs().getType()), rhs = getNonNull(op.getRhs().getType());
  StringRef symbol = symbolOf(op.getPredicate());
  if (isa<df::IntervalType>(lhs) && lhs == rhs)
    return compareIntervals(operands[0], symbol, operands[1]);
  if (lhs == rhs)
    return infix(operands[0], symbol, operands[1]);
  Type common = df::promoteNumeric(lhs, rhs);
  if (isa<DecimalType>(common)) { // of enough digits for both, which the verifier has checked
    DecimalType a = df::getAsDecimal(lhs), b = df::getAsDecimal(rhs);
    unsigned scale = std::max(a.getScale(), b.getScale());
    unsigned whole = std::max(a.getPrecision() - a.getScale(), b.getPrecision() - b.getScale());
    common = DecimalType::get(op.getContext(), whole + scale, scale);
  }
  return infix(convert(operands[0], lhs, common).asOperand(), symbol,
               convert(operands[1], rhs, common).asOperand());
}

void sql::addPredicates(ScalarTable &table) {
  addScalar<df::CmpOp>(table, renderCmp, {"predicate"}, [](df::CmpOp op) {
    return isa<df::IntervalType>(getNonNull(op.getLhs().getType()));
  });
  addScalar<df::AndOp>(table, [](df::AndOp, Operands operands) -> FailureOr<Expr> {
    return infix(operands[0], "AND", operands[1]);
  });
  addScalar<df::OrOp>(table, [](df::OrOp, Operands operands) -> FailureOr<Expr> {
    return infix(operands[0], "OR", operands[1]);
  });
  addScalar<df::NotOp>(table, [](df::NotOp, Operands operands) -> FailureOr<Expr> {
    return Expr{"NOT " + operands[0]};
  });
  addScalar<df::IsNullOp>(table, [](df::IsNullOp, Operands operands) -> FailureOr<Expr> {
    return Expr{operands[0] + " IS NULL"};
  });
  addScalar<df::IsInOp>(table,
                        [](df::IsInOp op, Operands operands) -> FailureOr<Expr> {
                          if (isa<df::IntervalType>(getNonNull(op.getOperand().getType())))
                            return op.emitError("of intervals has no translation to DuckDB's SQL; "
                                                "compare with molt_df.cmp");
                          if (operands.size() == 1) // SQL has no empty list
                            return choose(operands[0] + " IS NULL", "NULL", "FALSE");
                          return infix(operands[0], "IN", call("", operands.drop_front()).text);
                        },
                        {});
  // DuckDB compares strings by their bytes, and searches literally.
  addScalar<str::CmpOp>(table,
                        [](str::CmpOp op, Operands operands) -> FailureOr<Expr> {
                          return infix(operands[0], symbolOf(op.getPredicate()), operands[1]);
                        },
                        {"predicate"});
  addScalar<str::ContainsOp>(table, [](str::ContainsOp, Operands operands) -> FailureOr<Expr> {
    return call("contains", operands);
  });
  markTotal<df::CmpOp>(table, [](df::CmpOp op) { // else operands are cast
    return getNonNull(op.getLhs().getType()) == getNonNull(op.getRhs().getType());
  });
  markTotal<df::AndOp>(table);
  markTotal<df::OrOp>(table);
  markTotal<df::NotOp>(table);
  markTotal<df::IsNullOp>(table);
  markTotal<df::IsInOp>(table);
  markTotal<str::CmpOp>(table);
  markTotal<str::ContainsOp>(table);
}
