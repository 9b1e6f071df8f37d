//===- ScalarMath.cpp - Lowering of functions of floats -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace molt;
using namespace molt::lowering;

static Value toF64(ScalarBuilder &b, Value value) {
  return value.getType().isF64() ? value : b.create<arith::ExtFOp>(b.builder.getF64Type(), value);
}

static Value fromF64(ScalarBuilder &b, Value value, Type type) {
  return type.isF64() ? value : b.create<arith::TruncFOp>(type, value);
}

/// What an instruction gives exactly.
template <typename MathOp> static Value exactly(ScalarBuilder &b, Value value) {
  return b.create<MathOp>(value);
}

/// What the C library approximates: in f64, also for f32.
template <typename MathOp> static Value approximately(ScalarBuilder &b, Value value) {
  return fromF64(b, b.create<MathOp>(toF64(b, value)), value.getType());
}

static Value getSign(ScalarBuilder &b, Value value) {
  auto constant = [&](double real) {
    return b.create<arith::ConstantOp>(b.builder.getFloatAttr(value.getType(), real));
  };
  Value zero = constant(0.0);
  Value above = b.create<arith::CmpFOp>(arith::CmpFPredicate::OGT, value, zero);
  Value below = b.create<arith::CmpFOp>(arith::CmpFPredicate::OLT, value, zero);
  return b.create<arith::SelectOp>(above, constant(1.0),
                                   b.create<arith::SelectOp>(below, constant(-1.0), value));
}

static Value apply(ScalarBuilder &b, df::MathFunction function, Value value) {
  switch (function) {
  case df::MathFunction::sqrt:
    return exactly<math::SqrtOp>(b, value);
  case df::MathFunction::floor:
    return exactly<math::FloorOp>(b, value);
  case df::MathFunction::ceil:
    return exactly<math::CeilOp>(b, value);
  case df::MathFunction::trunc:
    return exactly<math::TruncOp>(b, value);
  case df::MathFunction::round:
    return exactly<math::RoundOp>(b, value);
  case df::MathFunction::sign:
    return getSign(b, value);
  case df::MathFunction::exp:
    return approximately<math::ExpOp>(b, value);
  case df::MathFunction::ln:
    return approximately<math::LogOp>(b, value);
  case df::MathFunction::log2:
    return approximately<math::Log2Op>(b, value);
  case df::MathFunction::log10:
    return approximately<math::Log10Op>(b, value);
  case df::MathFunction::sin:
    return approximately<math::SinOp>(b, value);
  case df::MathFunction::cos:
    return approximately<math::CosOp>(b, value);
  case df::MathFunction::tan:
    return approximately<math::TanOp>(b, value);
  }
  llvm_unreachable("unknown function");
}

static ScalarValue lowerMath(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                             Value) {
  return {apply(b, cast<df::MathOp>(op).getFunction(), operands[0].value), {}};
}

static ScalarValue lowerPow(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value) {
  Value power = b.create<math::PowFOp>(toF64(b, operands[0].value), toF64(b, operands[1].value));
  return {fromF64(b, power, getRegisterType(op->getResult(0).getType())), {}};
}

void lowering::addMathLowerings(LoweringTable &table) {
  table.add<df::MathOp>(lowerMath);
  table.add<df::PowOp>(lowerPow);
}
