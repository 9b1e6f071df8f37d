//===- EmitKernels.cpp - Stages of one operation that the runtime does ----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What reads or makes bytes of strings and what is a function of the C library is one runtime
// call per batch. Operands are arrays; a constant is an array of one.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "PipelineEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::vectorize;

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

PipelineEmitter::KernelOperand PipelineEmitter::getKernelOperand(pipe::StageOp stage, Value value,
                                                                 Batch &batch) {
  bool isString = isa<str::Utf8Type>(value.getType());
  if (auto argument = dyn_cast<BlockArgument>(value)) {
    const BatchColumn &column = columnOf(batch, stage.getInputs()[argument.getArgNumber()]);
    KernelOperand operand = {{getRowAddress(column, column.address)}, b.constI64(1), false};
    if (isString)
      operand.arrays.push_back(getRowAddress(column, column.highAddress));
    return operand;
  }
  KernelOperand operand = {{}, b.constI64(0), true};
  auto spill = [&](Value word) {
    Value slot;
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(prologueEnd);
      slot = b.make<LLVM::AllocaOp>(b.ptr(), b.i(64), b.constI32(1));
    }
    b.store(word, slot);
    operand.arrays.push_back(slot);
  };
  if (auto text = value.getDefiningOp<str::ConstantOp>()) {
    for (Value word : emitStringConstant(b, text.getValue(), 1))
      spill(b.make<vector::ExtractOp>(word, ArrayRef<int64_t>{0}));
    return operand;
  }
  spill(b.make<arith::ConstantOp>(
      cast<TypedAttr>(value.getDefiningOp<arith::ConstantOp>().getValue())));
  return operand;
}

void PipelineEmitter::writeOut(KernelOperand &operand, Batch &batch) {
  if (!operand.isConstant)
    return;
  BatchColumn column = allocate(str::Utf8Type::get(b.getContext()));
  Value low = b.load(b.i(64), operand.arrays[0]), high = b.load(b.i(64), operand.arrays[1]);
  b.loop(batch.count, 1, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    storeScalar(column, row, {low, high});
    return {};
  });
  operand = {{column.address, column.highAddress}, b.constI64(1), false};
}

//===----------------------------------------------------------------------===//
// Comparisons of two views
//===----------------------------------------------------------------------===//

/// 0 becomes 1 and 1 becomes 0.
void PipelineEmitter::flipBytes(const BatchColumn &column, Batch &batch) {
  unsigned lanes = options.target.getRegisterBytes();
  b.loop(batch.count, lanes, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    auto type = VectorType::get({lanes}, b.i(8));
    Value bytes = b.make<vector::LoadOp>(type, column.memory, row);
    Value ones = b.make<arith::ConstantOp>(DenseElementsAttr::get(type, b.getI8IntegerAttr(1)));
    b.make<vector::StoreOp>(b.lxor(bytes, ones), column.memory, row);
    return {};
  });
}

BatchColumn PipelineEmitter::emitViewComparison(Operation *kernel, KernelOperand lhs,
                                                KernelOperand rhs, Batch &batch) {
  bool swapped = false, negated = false;
  if (auto cmp = dyn_cast<str::CmpOp>(kernel)) {
    df::CmpPredicate predicate = cmp.getPredicate();
    swapped = predicate == df::CmpPredicate::gt || predicate == df::CmpPredicate::le;
    negated = predicate == df::CmpPredicate::le || predicate == df::CmpPredicate::ge;
  }
  StringRef callee = llvm::TypeSwitch<Operation *, StringRef>(kernel)
                         .Case([](str::CmpOp) { return "molt_rt_view_less"; })
                         .Case([](str::StartsWithOp) { return "molt_rt_view_starts_with"; })
                         .Case([](str::EndsWithOp) { return "molt_rt_view_ends_with"; })
                         .Case([](str::ContainsOp) { return "molt_rt_view_contains"; });
  BatchColumn out = allocate(b.i(1));
  Value count = b.toI64(batch.count);
  if (swapped)
    std::swap(lhs, rhs);
  // These kernels want a column on the left.
  writeOut(lhs, batch);
  b.call(callee, {lhs.arrays[0], lhs.arrays[1], count, rhs.arrays[0], rhs.arrays[1], rhs.stride,
                  out.address});
  if (negated)
    flipBytes(out, batch);
  return out;
}

//===----------------------------------------------------------------------===//
// Functions of strings
//===----------------------------------------------------------------------===//

/// The kernels look at so many operands, of which those behind the others can be left out.
static constexpr size_t kLeastOperands = 4;

Value PipelineEmitter::emitFunction(str::ApplyOp apply, ArrayRef<KernelOperand> operands,
                                    Batch &batch, BatchColumn &result) {
  auto allocateBytes = [&](size_t bytes) -> Value {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    return b.make<LLVM::AllocaOp>(b.ptr(), b.i(64), b.constI32(bytes / 8));
  };
  ArrayRef<bool> present = apply.getPresent();
  size_t count = std::max(present.size(), kLeastOperands);
  Value table = allocateBytes(count * sizeof(MoltTextOperand));
  const KernelOperand *next = operands.begin();
  Value null = b.make<LLVM::ZeroOp>(b.ptr());
  for (size_t i = 0; i < count; ++i) {
    size_t base = i * sizeof(MoltTextOperand);
    bool isPresent = i < present.size() && present[i];
    Value values = null, high = null, stride = b.constI64(0);
    if (isPresent) {
      values = next->arrays[0];
      high = next->arrays.size() > 1 ? next->arrays[1] : null;
      stride = next++->stride;
    }
    b.store(values, table, base + offsetof(MoltTextOperand, values));
    b.store(high, table, base + offsetof(MoltTextOperand, high));
    b.store(stride, table, base + offsetof(MoltTextOperand, stride));
  }
  result = allocate(apply.getResult().getType());
  bool isString = result.kind == BatchColumn::Kind::View;
  std::optional<StringRef> parameters = apply.getParameters();
  int64_t flags =
      (apply.getBytes() ? MOLT_TEXT_BYTES : 0) | (apply.getUnicode_14() ? MOLT_TEXT_UNICODE_14 : 0);
  Value call = allocateBytes(sizeof(MoltTextCall));
  b.store(b.toI64(batch.count), call, offsetof(MoltTextCall, count));
  b.store(table, call, offsetof(MoltTextCall, operands));
  b.store(parameters ? Value(b.make<rt::StringOp>(b.ptr(), b.getStringAttr(*parameters))) : null,
          call, offsetof(MoltTextCall, parameters));
  b.store(b.constI64(parameters ? parameters->size() : 0), call,
          offsetof(MoltTextCall, parameter_bytes));
  b.store(b.constI64(flags), call, offsetof(MoltTextCall, flags));
  b.store(result.address, call, offsetof(MoltTextCall, out));
  b.store(isString ? result.highAddress : null, call, offsetof(MoltTextCall, out_high));
  return b.call(("molt_rt_text_" + apply.getFunction()).str(), {execution, worker, call});
}

//===----------------------------------------------------------------------===//
// Kernel stages
//===----------------------------------------------------------------------===//

static std::optional<MoltMathFunction> getMathFunction(Operation *kernel) {
  return llvm::TypeSwitch<Operation *, std::optional<MoltMathFunction>>(kernel)
      .Case([](math::ExpOp) { return MOLT_MATH_EXP; })
      .Case([](math::LogOp) { return MOLT_MATH_LN; })
      .Case([](math::Log2Op) { return MOLT_MATH_LOG2; })
      .Case([](math::Log10Op) { return MOLT_MATH_LOG10; })
      .Case([](math::SinOp) { return MOLT_MATH_SIN; })
      .Case([](math::CosOp) { return MOLT_MATH_COS; })
      .Case([](math::TanOp) { return MOLT_MATH_TAN; })
      .Default(std::nullopt);
}

/// A type of the operations on text, as the runtime's kernels are told:
/// kind, scale and whether there is a zone.
static std::array<int32_t, 3> describeTextType(Type type) {
  if (isa<str::Utf8Type>(type))
    return {MOLT_UTF8, 0, 0};
  if (isa<df::Date32Type>(type))
    return {MOLT_DATE32, 0, 0};
  if (isa<df::IntervalType>(type))
    return {MOLT_INTERVAL, 0, 0};
  int32_t kind = isa<df::TimestampType>(type) ? MOLT_TIMESTAMP
                 : isa<df::TimeType>(type)    ? MOLT_TIME
                                              : MOLT_DURATION;
  return {kind, static_cast<int32_t>(df::getTimeUnit(type)), df::getZone(type) != nullptr};
}

FailureOr<Value> PipelineEmitter::emitKernelStage(pipe::StageOp stage, Batch &batch) {
  Operation *kernel = nullptr;
  for (Operation &op : stage.getBody().front().without_terminator()) {
    if (op.hasTrait<OpTrait::ConstantLike>())
      continue;
    if (kernel || !pipe::needsKernel(&op))
      return op.emitOpError("stands in one stage with an operation that needs a stage of its own; "
                            "run --molt-pipe-split-stages");
    kernel = &op;
  }
  if (!kernel || stage.getKeep() || stage.getYield().getValues().size() != 1)
    return stage.emitOpError("with an operation of the runtime must yield its result only");

  SmallVector<KernelOperand> operands;
  for (Value operand : kernel->getOperands())
    operands.push_back(getKernelOperand(stage, operand, batch));
  BatchColumn &result = batch.columns[stage.getOutputs()[0]];
  if (isa<str::CmpOp, str::StartsWithOp, str::EndsWithOp, str::ContainsOp>(kernel)) {
    result = emitViewComparison(kernel, operands[0], operands[1], batch);
    return Value();
  }

  if (auto apply = dyn_cast<str::ApplyOp>(kernel))
    return emitFunction(apply, operands, batch, result);

  // Of the others: operands with their strides, rows, constants, results. Those that need
  // memory for new strings have the worker in front and return a status.
  SmallVector<Value> arguments;
  bool makesBytes = isa<str::ConcatOp, str::FormatOp>(kernel);
  if (makesBytes)
    arguments = {execution, worker};
  for (const KernelOperand &operand : operands) {
    llvm::append_range(arguments, operand.arrays);
    arguments.push_back(operand.stride);
  }
  arguments.push_back(b.toI64(batch.count));
  if (std::optional<MoltMathFunction> function = getMathFunction(kernel))
    arguments.insert(arguments.begin(), b.constI32(*function));
  if (auto like = dyn_cast<str::LikeOp>(kernel)) {
    std::string pattern = str::encodeLikePattern(like.getPattern(), like.getEscape().value_or(""));
    arguments.push_back(b.make<rt::StringOp>(b.ptr(), b.getStringAttr(pattern)));
    arguments.push_back(b.constI64(pattern.size()));
  }
  if (auto dtype = kernel->getAttrOfType<TypeAttr>("dtype")) {
    for (int32_t part : describeTextType(dtype.getValue()))
      arguments.push_back(b.constI32(part));
  }
  result = allocate(kernel->getResult(0).getType());
  arguments.push_back(result.address);
  if (result.kind == BatchColumn::Kind::View)
    arguments.push_back(result.highAddress);
  StringRef callee = llvm::TypeSwitch<Operation *, StringRef>(kernel)
                         .Case([](math::PowFOp) { return "molt_rt_pow"; })
                         .Case([](str::LikeOp) { return "molt_rt_view_like"; })
                         .Case([](str::LengthOp) { return "molt_rt_view_length"; })
                         .Case([](str::ByteLengthOp) { return "molt_rt_view_byte_length"; })
                         .Case([](str::SubstringOp) { return "molt_rt_view_substring"; })
                         .Case([](str::ConcatOp) { return "molt_rt_view_concat"; })
                         .Case([](str::ParseOp) { return "molt_rt_view_parse"; })
                         .Case([](str::CanParseOp) { return "molt_rt_view_can_parse"; })
                         .Case([](str::FormatOp) { return "molt_rt_view_format"; })
                         .Default([](Operation *) { return "molt_rt_math"; });
  Value status = b.call(callee, arguments);
  return makesBytes ? status : Value();
}
