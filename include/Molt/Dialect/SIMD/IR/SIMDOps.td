//===- SIMDOps.td - The molt_simd dialect ------------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_SIMD_IR_SIMDOPS_TD
#define MOLT_DIALECT_SIMD_IR_SIMDOPS_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/Dialect/LLVMIR/LLVMOpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def SIMD_Dialect : Dialect {
  let name = "molt_simd";
  let cppNamespace = "::molt::simd";
  let summary = "What vector code over columns needs and the vector dialect lacks";
  let description = [{
    Operations on fixed-length vectors that have an instruction on some targets and
    a short sequence on others: each has an expansion to `vector` and friends that
    works everywhere, and lowerings for particular targets where that pays. The
    target is an attribute of the function, `#molt_simd.target<"x86-64-v4">`.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
  let useDefaultAttributePrinterParser = 1;
  let extraClassDeclaration = [{ void registerAttributes(); }];
}

def SIMD_TargetAttr : AttrDef<SIMD_Dialect, "Target"> {
  let mnemonic = "target";
  let summary = "the processor that code is generated for";
  let description = [{
    `"x86-64"` (baseline, SSE2), `"x86-64-v3"` (AVX2), `"x86-64-v4"` (AVX-512), as the
    x86-64 psABI defines these levels. What passes need to know follows from it:
    register size, whether predicates have registers, whether compress is cheap.
  }];
  let parameters = (ins StringRefParameter<"level">:$name);
  let assemblyFormat = "`<` $name `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// Bytes of a vector register.
    unsigned getRegisterBytes() const;
    /// Whether predicates live in mask registers, one bit a lane.
    bool hasMaskRegisters() const;
    /// Vector registers.
    unsigned getNumRegisters() const;
    /// LLVM's name of the processor level (-mcpu).
    StringRef getCpu() const { return getName(); }
    /// The level of the processor this runs on.
    static TargetAttr getHost(MLIRContext *context);
  }];
}

class SIMD_Op<string name, list<Trait> traits = []> : Op<SIMD_Dialect, name, traits>;

def SIMD_Mask : FixedVectorOfRankAndType<[1], [I1]>;
def SIMD_Vector : FixedVectorOfRankAndType<[1], [AnyInteger, AnyFloat]>;
def SIMD_Words : FixedVectorOfRankAndType<[1], [I64]>;

def SIMD_CompressOp : SIMD_Op<"compress", [Pure, AllTypesMatch<["value", "result"]>,
    AllShapesMatch<["value", "mask"]>]> {
  let summary = "moves the selected lanes to the front";
  let description = [{
    Lane i of the result is the i-th lane of `value` whose mask is set; lanes behind
    the last of these are unspecified. With AVX-512 one instruction; elsewhere
    LLVM's expansion of `llvm.experimental.vector.compress`.

    ```mlir
    %r = molt_simd.compress %v, %m : vector<8xi64>, vector<8xi1>
    ```
  }];
  let arguments = (ins SIMD_Vector:$value, SIMD_Mask:$mask);
  let results = (outs SIMD_Vector:$result);
  let assemblyFormat = "$value `,` $mask attr-dict `:` type($value) `,` type($mask)";
}

def SIMD_MaskBitsOp : SIMD_Op<"mask_bits", [Pure]> {
  let summary = "a mask as an integer";
  let description = [{
    Bit i of the result is lane i of the mask; the bits above are zero. At most 64
    lanes.

    ```mlir
    %b = molt_simd.mask_bits %m : vector<8xi1>
    ```
  }];
  let arguments = (ins SIMD_Mask:$mask);
  let results = (outs I64:$result);
  let assemblyFormat = "$mask attr-dict `:` type($mask)";
  let hasVerifier = 1;
}

def SIMD_ForEachOp : SIMD_Op<"for_each", [SingleBlock, RecursiveMemoryEffects,
    SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "runs a region for each set bit, lowest first";
  let description = [{
    The region gets the position of the bit, and the values carried, which it yields
    anew. One iteration per set bit, not per lane.

    ```mlir
    %r = molt_simd.for_each %bits init(%zero) : i64 {
    ^bb0(%lane: i64, %sum: i64):
      %s = arith.addi %sum, %lane : i64
      molt_simd.yield %s : i64
    } -> i64
    ```
  }];
  let arguments = (ins I64:$bits, Variadic<AnyType>:$inits);
  let results = (outs Variadic<AnyType>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $bits (`init` `(` $inits^ `)` `:` type($inits))? $body attr-dict (`->` type($results)^)?
  }];
  let hasRegionVerifier = 1;
}

def SIMD_YieldOp : SIMD_Op<"yield", [Pure, Terminator, HasParent<"ForEachOp">]> {
  let summary = "ends the region of molt_simd.for_each";
  let description = [{
    ```mlir
    molt_simd.yield %s : i64
    ```
  }];
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
}

def SIMD_LoadBitmapOp : SIMD_Op<"load_bitmap", [MemoryEffects<[MemRead]>]> {
  let summary = "loads bits of a bitmap as a mask";
  let description = [{
    Lane i is bit `position` + i of the bitmap, least significant bit first (Arrow's
    validity and boolean layout). The eight bytes from the byte of the first bit on
    must be readable; at most 32 lanes.

    ```mlir
    %m = molt_simd.load_bitmap %p[%i] : !llvm.ptr, vector<8xi1>
    ```
  }];
  let arguments = (ins LLVM_AnyPointer:$bitmap, I64:$position);
  let results = (outs SIMD_Mask:$result);
  let assemblyFormat = "$bitmap `[` $position `]` attr-dict `:` type($bitmap) `,` type($result)";
  let hasVerifier = 1;
}

def SIMD_ViewEqOp : SIMD_Op<"view_eq", [MemoryEffects<[MemRead]>,
    AllTypesMatch<["lhsLo", "lhsHi", "rhsLo", "rhsHi"]>, AllTypesMatch<["active", "result"]>,
    AllShapesMatch<["lhsLo", "active"]>]> {
  let summary = "compares string views for equality";
  let description = [{
    Views as in Molt/Runtime/Runtime.h: `lo` is length and prefix, `hi` the tail of a
    short string or the address of a long one. Bytes of long strings are compared
    only in lanes in which the lengths and prefixes agree and `active` is set; other
    lanes with long strings are unspecified where `active` is not set.

    ```mlir
    %m = molt_simd.view_eq %alo, %ahi, %blo, %bhi active %a : vector<8xi64>, vector<8xi1>
    ```
  }];
  let arguments = (ins SIMD_Words:$lhsLo, SIMD_Words:$lhsHi, SIMD_Words:$rhsLo,
                       SIMD_Words:$rhsHi, SIMD_Mask:$active);
  let results = (outs SIMD_Mask:$result);
  let assemblyFormat = [{
    $lhsLo `,` $lhsHi `,` $rhsLo `,` $rhsHi `active` $active attr-dict `:` type($lhsLo) `,`
    type($active)
  }];
}

#endif // MOLT_DIALECT_SIMD_IR_SIMDOPS_TD
