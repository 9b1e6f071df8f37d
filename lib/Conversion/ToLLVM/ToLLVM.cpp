//===- ToLLVM.cpp - From the vector level to the LLVM dialect -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/RT/IR/RT.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVM.h"
#include "mlir/Conversion/LLVMCommon/ConversionTarget.h"
#include "mlir/Conversion/LLVMCommon/MemRefBuilder.h"
#include "mlir/Conversion/LLVMCommon/Pattern.h"
#include "mlir/Conversion/MathToLLVM/MathToLLVM.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVM.h"
#include "mlir/Dialect/Vector/Transforms/LoweringPatterns.h"
#include "mlir/Dialect/Vector/Transforms/VectorRewritePatterns.h"
#include "mlir/Transforms/WalkPatternRewriteDriver.h"
#include "llvm/ADT/StringMap.h"

namespace molt {
#define GEN_PASS_DEF_CONVERTMOLTTOLLVM
#include "Molt/Conversion/Passes.h.inc"
} // namespace molt

using namespace molt;

namespace {

/// Declares what compiled code may call, once per module.
class Declarations {
public:
  explicit Declarations(ModuleOp module) : module(module) {}

  LLVM::LLVMFuncOp get(OpBuilder &b, StringRef name, Type result, ArrayRef<Type> parameters) {
    LLVM::LLVMFuncOp &function = functions[name];
    if (!function) {
      if (auto existing = module.lookupSymbol<LLVM::LLVMFuncOp>(name))
        return function = existing;
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToStart(module.getBody());
      function = LLVM::LLVMFuncOp::create(
          b, module.getLoc(), name,
          LLVM::LLVMFunctionType::get(result ? result : LLVM::LLVMVoidType::get(b.getContext()),
                                      parameters));
    }
    return function;
  }

  /// The constant of an operation: its text, null-terminated, or its words.
  LLVM::GlobalOp getConstant(OpBuilder &b, rt::StringOp op) {
    std::string text = (op.getValue() + Twine('\0')).str();
    return getConstant(b, op.getValueAttr(), b.getI8Type(), text.size(), b.getStringAttr(text));
  }
  LLVM::GlobalOp getConstant(OpBuilder &b, rt::WordsOp op) {
    ArrayRef<int64_t> words = op.getValues();
    return getConstant(b, op.getValuesAttr(), b.getI64Type(), words.size(),
                       b.getI64TensorAttr(words));
  }

private:
  LLVM::GlobalOp getConstant(OpBuilder &b, Attribute key, Type element, size_t size,
                             Attribute value) {
    LLVM::GlobalOp &global = constants[key];
    if (!global) {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToStart(module.getBody());
      std::string name = "molt_constant_" + std::to_string(constants.size() - 1);
      global = LLVM::GlobalOp::create(b, module.getLoc(), LLVM::LLVMArrayType::get(element, size),
                                      /*isConstant=*/true, LLVM::Linkage::Internal, name, value,
                                      /*alignment=*/element.getIntOrFloatBitWidth() / 8);
    }
    return global;
  }

  ModuleOp module;
  llvm::StringMap<LLVM::LLVMFuncOp> functions;
  DenseMap<Attribute, LLVM::GlobalOp> constants;
};

struct LowerCall : ConvertOpToLLVMPattern<rt::CallOp> {
  LowerCall(const LLVMTypeConverter &converter, Declarations &declarations)
      : ConvertOpToLLVMPattern(converter), declarations(declarations) {}
  LogicalResult matchAndRewrite(rt::CallOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    const rt::RuntimeFunction *function = rt::lookUpRuntimeFunction(op.getCallee());
    SmallVector<Type> parameters;
    for (char letter : function->signature.drop_front())
      parameters.push_back(rt::getSignatureType(getContext(), letter));
    Type result = rt::getSignatureType(getContext(), function->signature.front());
    LLVM::LLVMFuncOp callee = declarations.get(rewriter, op.getCallee(), result, parameters);
    rewriter.replaceOpWithNewOp<LLVM::CallOp>(op, callee, adaptor.getArguments());
    return success();
  }
  Declarations &declarations;
};

struct LowerCompareBytes : ConvertOpToLLVMPattern<rt::CompareBytesOp> {
  LowerCompareBytes(const LLVMTypeConverter &converter, Declarations &declarations)
      : ConvertOpToLLVMPattern(converter), declarations(declarations) {}
  LogicalResult matchAndRewrite(rt::CompareBytesOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    Type pointer = LLVM::LLVMPointerType::get(getContext());
    LLVM::LLVMFuncOp callee = declarations.get(rewriter, "memcmp", rewriter.getI32Type(),
                                               {pointer, pointer, rewriter.getI64Type()});
    rewriter.replaceOpWithNewOp<LLVM::CallOp>(op, callee, adaptor.getOperands());
    return success();
  }
  Declarations &declarations;
};

/// Of operations that give the address of a constant.
template <typename OpTy> struct LowerConstant : ConvertOpToLLVMPattern<OpTy> {
  LowerConstant(const LLVMTypeConverter &converter, Declarations &declarations)
      : ConvertOpToLLVMPattern<OpTy>(converter), declarations(declarations) {}
  LogicalResult matchAndRewrite(OpTy op, typename OpTy::Adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    LLVM::GlobalOp global = declarations.getConstant(rewriter, op);
    rewriter.replaceOpWithNewOp<LLVM::AddressOfOp>(op, global);
    return success();
  }
  Declarations &declarations;
};

struct LowerAddressOf : ConvertOpToLLVMPattern<rt::AddressOfOp> {
  using ConvertOpToLLVMPattern::ConvertOpToLLVMPattern;
  LogicalResult matchAndRewrite(rt::AddressOfOp op, OpAdaptor,
                                ConversionPatternRewriter &rewriter) const override {
    rewriter.replaceOpWithNewOp<LLVM::AddressOfOp>(op, op.getType(), op.getCallee());
    return success();
  }
};

struct LowerBuffer : ConvertOpToLLVMPattern<rt::BufferOp> {
  using ConvertOpToLLVMPattern::ConvertOpToLLVMPattern;
  LogicalResult matchAndRewrite(rt::BufferOp op, OpAdaptor adaptor,
                                ConversionPatternRewriter &rewriter) const override {
    Location loc = op.getLoc();
    auto type = cast<MemRefType>(op.getType());
    auto descriptor =
        MemRefDescriptor::poison(rewriter, loc, getTypeConverter()->convertType(type));
    descriptor.setAllocatedPtr(rewriter, loc, adaptor.getAddress());
    descriptor.setAlignedPtr(rewriter, loc, adaptor.getAddress());
    descriptor.setConstantOffset(rewriter, loc, 0);
    descriptor.setConstantSize(rewriter, loc, 0, 0); // Accesses do not depend on it.
    descriptor.setConstantStride(rewriter, loc, 0, 1);
    rewriter.replaceOp(op, ValueRange(descriptor));
    return success();
  }
};

/// The target attribute in LLVM's words. The minimum of 512 keeps LLVM from halving
/// vectors on processors that it tunes for 256 bits.
static void setTarget(LLVM::LLVMFuncOp function) {
  auto target = function->getAttrOfType<simd::TargetAttr>("molt_simd.target");
  if (!target)
    return;
  Builder b(function.getContext());
  auto pair = [&](StringRef key, const Twine &value) -> Attribute {
    std::string text = value.str();
    return b.getStrArrayAttr({key, text});
  };
  Twine width(target.getRegisterBytes() * 8);
  function.setPassthroughAttr(
      b.getArrayAttr({pair("target-cpu", target.getCpu()), pair("prefer-vector-width", width),
                      pair("min-legal-vector-width", width)}));
  function->removeAttr("molt_simd.target");
}

/// Says which function cannot be had, where the conversion would only say "failed to
/// legalize".
static LogicalResult checkSignatures(ModuleOp module, const LLVMTypeConverter &converter) {
  for (auto function : module.getOps<func::FuncOp>())
    for (Type type :
         llvm::concat<const Type>(function.getArgumentTypes(), function.getResultTypes()))
      if (!converter.convertType(type))
        return function.emitOpError("has no form in LLVM, as ")
               << type << " is in its type" << (function.isExternal() ? ", and no body" : "");
  return success();
}

struct ConvertMoltToLLVM : molt::impl::ConvertMoltToLLVMBase<ConvertMoltToLLVM> {
  void runOnOperation() override {
    MLIRContext *context = &getContext();
    ModuleOp module = getOperation();
    {
      RewritePatternSet patterns(context);
      vector::populateVectorInsertExtractStridedSliceTransforms(patterns);
      vector::populateVectorMaskOpLoweringPatterns(patterns);
      walkAndApplyPatterns(module, std::move(patterns));
    }
    LowerToLLVMOptions options(context);
    LLVMTypeConverter converter(context, options);
    if (failed(checkSignatures(module, converter)))
      return signalPassFailure();
    Declarations declarations(module);
    RewritePatternSet patterns(context);
    populateVectorToLLVMConversionPatterns(converter, patterns);
    vector::populateVectorMaskMaterializationPatterns(patterns, /*force32BitVectorIndices=*/true);
    populateFinalizeMemRefToLLVMConversionPatterns(converter, patterns);
    arith::populateArithToLLVMConversionPatterns(converter, patterns);
    populateMathToLLVMConversionPatterns(converter, patterns);
    cf::populateControlFlowToLLVMConversionPatterns(converter, patterns);
    populateFuncToLLVMConversionPatterns(converter, patterns);
    patterns
        .add<LowerCall, LowerCompareBytes, LowerConstant<rt::StringOp>, LowerConstant<rt::WordsOp>>(
            converter, declarations);
    patterns.add<LowerAddressOf, LowerBuffer>(converter);
    LLVMConversionTarget target(*context);
    target.addLegalOp<ModuleOp>();
    if (failed(applyFullConversion(module, target, std::move(patterns))))
      return signalPassFailure();
    for (auto function : module.getOps<LLVM::LLVMFuncOp>())
      setTarget(function);
  }
};
} // namespace
