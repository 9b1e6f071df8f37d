//===- SIMDToVector.cpp - Expansion of molt_simd --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/RT/IR/RT.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"

namespace molt {
#define GEN_PASS_DEF_CONVERTMOLTSIMDTOVECTOR
#include "Molt/Conversion/Passes.h.inc"
} // namespace molt

using namespace molt;

static Value constI64(OpBuilder &b, Location loc, int64_t value) {
  return arith::ConstantOp::create(b, loc, b.getI64IntegerAttr(value));
}

namespace {

/// One instruction with AVX-512; LLVM expands the intrinsic elsewhere.
struct ExpandCompress : OpRewritePattern<simd::CompressOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(simd::CompressOp op, PatternRewriter &rewriter) const override {
    Type type = op.getType();
    Value unspecified = LLVM::PoisonOp::create(rewriter, op.getLoc(), type);
    rewriter.replaceOpWithNewOp<LLVM::CallIntrinsicOp>(
        op, type, rewriter.getStringAttr("llvm.experimental.vector.compress"),
        ValueRange{op.getValue(), op.getMask(), unspecified});
    return success();
  }
};

struct ExpandMaskBits : OpRewritePattern<simd::MaskBitsOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(simd::MaskBitsOp op, PatternRewriter &rewriter) const override {
    unsigned lanes = cast<VectorType>(op.getMask().getType()).getNumElements();
    Value bits = LLVM::BitcastOp::create(rewriter, op.getLoc(), rewriter.getIntegerType(lanes),
                                         op.getMask());
    if (lanes == 64)
      rewriter.replaceOp(op, bits);
    else
      rewriter.replaceOpWithNewOp<arith::ExtUIOp>(op, rewriter.getI64Type(), bits);
    return success();
  }
};

struct ExpandLoadBitmap : OpRewritePattern<simd::LoadBitmapOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(simd::LoadBitmapOp op, PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    unsigned lanes = cast<VectorType>(op.getType()).getNumElements();
    Value byte = arith::ShRUIOp::create(rewriter, loc, op.getPosition(), constI64(rewriter, loc, 3));
    Value address =
        LLVM::GEPOp::create(rewriter, loc, op.getBitmap().getType(), rewriter.getI8Type(),
                            op.getBitmap(), ArrayRef<LLVM::GEPArg>{byte});
    // Eight bytes hold 57 bits from any bit of the first byte on.
    Value word = LLVM::LoadOp::create(rewriter, loc, rewriter.getI64Type(), address, 1);
    Value shift =
        arith::AndIOp::create(rewriter, loc, op.getPosition(), constI64(rewriter, loc, 7));
    Value bits = arith::ShRUIOp::create(rewriter, loc, word, shift);
    Value narrow =
        arith::TruncIOp::create(rewriter, loc, rewriter.getIntegerType(lanes), bits);
    rewriter.replaceOpWithNewOp<LLVM::BitcastOp>(op, op.getType(), narrow);
    return success();
  }
};

/// while (bits) { lane = trailing zeros; clear the lowest bit; … }
struct ExpandForEach : OpRewritePattern<simd::ForEachOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(simd::ForEachOp op, PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    SmallVector<Value> inits = {op.getBits()};
    llvm::append_range(inits, op.getInits());
    SmallVector<Type> types = llvm::map_to_vector(inits, [](Value v) { return v.getType(); });
    auto loop = scf::WhileOp::create(rewriter, loc, types, inits);
    SmallVector<Location> locs(types.size(), loc);
    Block *before = rewriter.createBlock(&loop.getBefore(), {}, types, locs);
    Value more = arith::CmpIOp::create(rewriter, loc, arith::CmpIPredicate::ne,
                                       before->getArgument(0), constI64(rewriter, loc, 0));
    scf::ConditionOp::create(rewriter, loc, more, before->getArguments());
    Block *after = rewriter.createBlock(&loop.getAfter(), {}, types, locs);
    Value bits = after->getArgument(0);
    Value lane = math::CountTrailingZerosOp::create(rewriter, loc, bits);
    Value less = arith::SubIOp::create(rewriter, loc, bits, constI64(rewriter, loc, 1));
    Value rest = arith::AndIOp::create(rewriter, loc, bits, less);
    SmallVector<Value> arguments = {lane};
    llvm::append_range(arguments, after->getArguments().drop_front());
    Block *body = &op.getBody().front();
    SmallVector<Value> yielded(body->getTerminator()->getOperands());
    rewriter.eraseOp(body->getTerminator());
    IRMapping mapping;
    // The yielded values may be the body's arguments.
    for (auto [argument, value] : llvm::zip_equal(body->getArguments(), arguments))
      mapping.map(argument, value);
    for (Value &value : yielded)
      value = mapping.lookupOrDefault(value);
    rewriter.inlineBlockBefore(body, after, after->end(), arguments);
    rewriter.setInsertionPointToEnd(after);
    SmallVector<Value> next = {rest};
    next.append(yielded);
    scf::YieldOp::create(rewriter, loc, next);
    rewriter.replaceOp(op, loop.getResults().drop_front());
    return success();
  }
};

struct ExpandViewEq : OpRewritePattern<simd::ViewEqOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(simd::ViewEqOp op, PatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    auto type = cast<VectorType>(op.getLhsLo().getType());
    unsigned lanes = type.getNumElements();
    auto compare = [&](arith::CmpIPredicate predicate, Value a, Value b) -> Value {
      return arith::CmpIOp::create(rewriter, loc, predicate, a, b);
    };
    Value sameLow = compare(arith::CmpIPredicate::eq, op.getLhsLo(), op.getRhsLo());
    Value sameHigh = compare(arith::CmpIPredicate::eq, op.getLhsHi(), op.getRhsHi());
    Value equal = arith::AndIOp::create(rewriter, loc, sameLow, sameHigh);
    if (isShort(op.getLhsLo()) || isShort(op.getRhsLo())) {
      rewriter.replaceOp(op, equal);
      return success();
    }
    // Lanes that agree in length and prefix, are long, and have other addresses.
    auto splat = [&](int64_t value) -> Value {
      return arith::ConstantOp::create(rewriter, loc, DenseElementsAttr::get(type, value));
    };
    Value length = arith::AndIOp::create(rewriter, loc, op.getLhsLo(), splat(0xFFFFFFFF));
    Value open = compare(arith::CmpIPredicate::ugt, length, splat(12));
    Value differs = compare(arith::CmpIPredicate::ne, op.getLhsHi(), op.getRhsHi());
    for (Value condition : {sameLow, differs, Value(op.getActive())})
      open = arith::AndIOp::create(rewriter, loc, open, condition);
    Value bits = simd::MaskBitsOp::create(rewriter, loc, rewriter.getI64Type(), open);
    Value none = constI64(rewriter, loc, 0);
    auto loop = simd::ForEachOp::create(rewriter, loc, TypeRange(rewriter.getI64Type()), bits,
                                        ValueRange(none));
    {
      OpBuilder::InsertionGuard guard(rewriter);
      Block *body = rewriter.createBlock(&loop.getBody(), {},
                                         {rewriter.getI64Type(), rewriter.getI64Type()},
                                         {loc, loc});
      Value lane = body->getArgument(0);
      Type pointer = LLVM::LLVMPointerType::get(getContext());
      auto extract = [&](Value vector) -> Value {
        return LLVM::ExtractElementOp::create(rewriter, loc, vector, lane);
      };
      auto address = [&](Value vector) -> Value {
        return LLVM::IntToPtrOp::create(rewriter, loc, pointer, extract(vector));
      };
      Value order = rt::CompareBytesOp::create(rewriter, loc, rewriter.getI32Type(),
                                               address(op.getLhsHi()), address(op.getRhsHi()),
                                               extract(length));
      Value zero = arith::ConstantOp::create(rewriter, loc, rewriter.getI32IntegerAttr(0));
      Value same = arith::ExtUIOp::create(rewriter, loc, rewriter.getI64Type(),
                                          compare(arith::CmpIPredicate::eq, order, zero));
      Value bit = arith::ShLIOp::create(rewriter, loc, same, lane);
      Value found = arith::OrIOp::create(rewriter, loc, body->getArgument(1), bit);
      simd::YieldOp::create(rewriter, loc, ValueRange(found));
    }
    Value found = loop.getResult(0);
    if (lanes < 64)
      found = arith::TruncIOp::create(rewriter, loc, rewriter.getIntegerType(lanes), found);
    Value mask = LLVM::BitcastOp::create(rewriter, loc, op.getType(), found);
    rewriter.replaceOpWithNewOp<arith::OrIOp>(op, equal, mask);
    return success();
  }

  /// Whether all lanes are known to hold strings that views store inline.
  static bool isShort(Value low) {
    DenseElementsAttr constant;
    return matchPattern(low, m_Constant(&constant)) &&
           llvm::all_of(constant.getValues<APInt>(), [](const APInt &word) {
             return word.extractBitsAsZExtValue(32, 0) <= 12;
           });
  }
};

struct ConvertMoltSIMDToVector
    : molt::impl::ConvertMoltSIMDToVectorBase<ConvertMoltSIMDToVector> {
  LogicalResult initialize(MLIRContext *context) override {
    // view_eq makes mask_bits and for_each: two sets, applied in this order.
    RewritePatternSet first(context), second(context);
    first.add<ExpandViewEq>(context);
    second.add<ExpandCompress, ExpandMaskBits, ExpandLoadBitmap, ExpandForEach>(context);
    comparisons = std::move(first);
    others = std::move(second);
    return success();
  }
  void runOnOperation() override {
    walkAndApplyPatterns(getOperation(), comparisons);
    walkAndApplyPatterns(getOperation(), others);
  }
  FrozenRewritePatternSet comparisons, others;
};
} // namespace
