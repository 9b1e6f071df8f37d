//===- CodeBuilder.h - Building loops, loads and calls ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_PIPETOVECTOR_CODEBUILDER_H
#define MOLT_LIB_CONVERSION_PIPETOVECTOR_CODEBUILDER_H

#include "Molt/Dialect/Pipe/IR/Pipe.h"
#include "Molt/Dialect/RT/IR/RT.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "Molt/Runtime/Runtime.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

namespace molt::vectorize {

/// A register value: one SSA value, or the two words of a string view.
using Parts = SmallVector<Value, 2>;

/// An OpBuilder with a current location and the idioms of this conversion.
class CodeBuilder : public OpBuilder {
public:
  CodeBuilder(MLIRContext *context, Location loc) : OpBuilder(context), loc(loc) {}

  Location loc;

  template <typename OpTy, typename... Args> auto make(Args &&...args) {
    return OpTy::create(*this, loc, std::forward<Args>(args)...);
  }

  Type i(unsigned width) { return getIntegerType(width); }
  Type ptr() { return LLVM::LLVMPointerType::get(getContext()); }

  Value constI64(int64_t value) { return make<arith::ConstantOp>(getI64IntegerAttr(value)); }
  Value constI32(int32_t value) { return make<arith::ConstantOp>(getI32IntegerAttr(value)); }
  Value constIndex(int64_t value) { return make<arith::ConstantIndexOp>(value); }
  Value constInt(Type type, int64_t value) {
    return make<arith::ConstantOp>(getIntegerAttr(type, value));
  }

  Value add(Value a, Value b) { return make<arith::AddIOp>(a, b); }
  Value sub(Value a, Value b) { return make<arith::SubIOp>(a, b); }
  Value mul(Value a, Value b) { return make<arith::MulIOp>(a, b); }
  Value land(Value a, Value b) { return make<arith::AndIOp>(a, b); }
  Value lor(Value a, Value b) { return make<arith::OrIOp>(a, b); }
  Value lxor(Value a, Value b) { return make<arith::XOrIOp>(a, b); }
  Value shl(Value a, Value b) { return make<arith::ShLIOp>(a, b); }
  Value shr(Value a, Value b) { return make<arith::ShRUIOp>(a, b); }
  Value cmp(arith::CmpIPredicate predicate, Value a, Value b) {
    return make<arith::CmpIOp>(predicate, a, b);
  }
  Value eq(Value a, Value b) { return cmp(arith::CmpIPredicate::eq, a, b); }
  Value ne(Value a, Value b) { return cmp(arith::CmpIPredicate::ne, a, b); }
  Value select(Value c, Value a, Value b) { return make<arith::SelectOp>(c, a, b); }
  Value toI64(Value index) { return make<arith::IndexCastOp>(i(64), index); }
  Value toIndex(Value integer) { return make<arith::IndexCastOp>(getIndexType(), integer); }

  /// address + bytes.
  Value offset(Value address, int64_t bytes) {
    if (bytes == 0)
      return address;
    return make<LLVM::GEPOp>(ptr(), i(8), address,
                             ArrayRef<LLVM::GEPArg>{static_cast<int32_t>(bytes)});
  }
  Value offset(Value address, Value bytesI64) {
    return make<LLVM::GEPOp>(ptr(), i(8), address, ArrayRef<LLVM::GEPArg>{bytesI64});
  }
  /// Loads and stores of plain values at any address.
  Value load(Type type, Value address, int64_t bytes = 0, unsigned alignment = 0) {
    return make<LLVM::LoadOp>(type, offset(address, bytes), alignment);
  }
  void store(Value value, Value address, int64_t bytes = 0, unsigned alignment = 0) {
    make<LLVM::StoreOp>(value, offset(address, bytes), alignment);
  }
  Value toAddress(Value i64) { return make<LLVM::IntToPtrOp>(ptr(), i64); }
  Value toInteger(Value address) { return make<LLVM::PtrToIntOp>(i(64), address); }

  /// A call of a runtime function; the result type is the list's.
  Value call(StringRef callee, ValueRange arguments) {
    const rt::RuntimeFunction *function = rt::lookUpRuntimeFunction(callee);
    assert(function && "not in Functions.def");
    Type result = rt::getSignatureType(getContext(), function->signature.front());
    return make<rt::CallOp>(result, getStringAttr(callee), arguments).getResult();
  }

  /// Constant words of the module.
  Value words(ArrayRef<int64_t> values) {
    return make<rt::WordsOp>(ptr(), getDenseI64ArrayAttr(values));
  }

  /// An scf.if with results; both sides are built by functions that return them.
  template <typename Then, typename Else>
  SmallVector<Value> ifElse(TypeRange types, Value condition, Then &&onTrue, Else &&onFalse) {
    auto op = make<scf::IfOp>(types, condition, true);
    OpBuilder::InsertionGuard guard(*this);
    auto fill = [&](Block *block, auto &&function) {
      if (!block->empty() && block->back().hasTrait<OpTrait::IsTerminator>())
        block->back().erase();
      setInsertionPointToEnd(block);
      SmallVector<Value> values = function();
      make<scf::YieldOp>(values);
    };
    fill(op.thenBlock(), onTrue);
    fill(op.elseBlock(), onFalse);
    return SmallVector<Value>(op.getResults());
  }
  template <typename Then> void ifThen(Value condition, Then &&onTrue) {
    auto op = make<scf::IfOp>(TypeRange(), condition, false);
    OpBuilder::InsertionGuard guard(*this);
    setInsertionPointToStart(op.thenBlock());
    onTrue();
  }

  /// An scf.for over [0, count) by `step`; body(index, carried) returns the carried
  /// values.
  template <typename Body>
  SmallVector<Value> loop(Value count, int64_t step, ValueRange inits, Body &&body) {
    auto op = make<scf::ForOp>(constIndex(0), count, constIndex(step), inits);
    OpBuilder::InsertionGuard guard(*this);
    Block *block = op.getBody();
    if (!block->empty())
      block->back().erase();
    setInsertionPointToEnd(block);
    SmallVector<Value> carried(op.getRegionIterArgs().begin(), op.getRegionIterArgs().end());
    SmallVector<Value> next = body(op.getInductionVar(), carried);
    make<scf::YieldOp>(next);
    return SmallVector<Value>(op.getResults());
  }

  /// An scf.while: `condition(args)` returns the condition, `body(args)` the next
  /// arguments. Results are the arguments for which the condition was false.
  template <typename Condition, typename Body>
  SmallVector<Value> whileLoop(ValueRange inits, Condition &&condition, Body &&body) {
    auto op = make<scf::WhileOp>(inits.getTypes(), inits);
    OpBuilder::InsertionGuard guard(*this);
    SmallVector<Location> locs(inits.size(), loc);
    Block *before = createBlock(&op.getBefore(), {}, inits.getTypes(), locs);
    SmallVector<Value> arguments(before->args_begin(), before->args_end());
    make<scf::ConditionOp>(condition(arguments), arguments);
    Block *after = createBlock(&op.getAfter(), {}, inits.getTypes(), locs);
    SmallVector<Value> carried(after->args_begin(), after->args_end());
    SmallVector<Value> next = body(carried);
    make<scf::YieldOp>(next);
    return SmallVector<Value>(op.getResults());
  }
};

} // namespace molt::vectorize

#endif // MOLT_LIB_CONVERSION_PIPETOVECTOR_CODEBUILDER_H
