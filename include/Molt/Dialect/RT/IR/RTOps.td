//===- RTOps.td - The molt_rt dialect ----------------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_RT_IR_RTOPS_TD
#define MOLT_DIALECT_RT_IR_RTOPS_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Dialect/LLVMIR/LLVMOpBase.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def RT_Dialect : Dialect {
  let name = "molt_rt";
  let cppNamespace = "::molt::rt";
  let summary = "The runtime's C ABI, as operations";
  let description = [{
    Calls of the functions listed in Molt/Runtime/Functions.def and the few things
    that generated code needs around them. The list is closed: a call of anything
    else does not verify.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

class RT_Op<string name, list<Trait> traits = []> : Op<RT_Dialect, name, traits>;

def RT_CallOp : RT_Op<"call", [DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let summary = "calls a function of the runtime";
  let description = [{
    The callee must be in the runtime's function list and the types must be those of
    its C prototype: pointers are `!llvm.ptr`, integers signless. Whether failure
    shows as a status or as null is in the list too; the caller tests it.

    ```mlir
    %n = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
    ```
  }];
  let arguments = (ins StrAttr:$callee, Variadic<AnyType>:$arguments);
  let results = (outs Optional<AnyType>:$result);
  let assemblyFormat = [{
    $callee `(` $arguments `)` attr-dict `:` functional-type($arguments, $result)
  }];
  let hasVerifier = 1;
}

def RT_CompareBytesOp : RT_Op<"compare_bytes", [MemoryEffects<[MemRead]>]> {
  let summary = "compares bytes, as memcmp";
  let description = [{
    `length` bytes at each address must be readable. One of the compiler support
    routines that generated code may call (see docs/rationale/runtime.md).

    ```mlir
    %c = molt_rt.compare_bytes %p, %q, %n : !llvm.ptr, !llvm.ptr -> i32
    ```
  }];
  let arguments = (ins LLVM_AnyPointer:$lhs, LLVM_AnyPointer:$rhs, I64:$length);
  let results = (outs I32:$result);
  let assemblyFormat = [{
    $lhs `,` $rhs `,` $length attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)
  }];
}

def RT_BufferOp : RT_Op<"buffer", [Pure]> {
  let summary = "memory at an address as a memref";
  let description = [{
    A one-dimensional memref, contiguous, that begins at the address. How far it may be accessed
    is up to whoever owns the memory: the runtime's buffers are padded (see
    MOLT_BUFFER_PADDING). This is where base pointers come from; no memref descriptor
    crosses a function.

    ```mlir
    %m = molt_rt.buffer %p : !llvm.ptr, memref<?xi64>
    ```
  }];
  let arguments = (ins LLVM_AnyPointer:$address);
  let results = (outs MemRefRankOf<[AnySignlessInteger, AnyFloat], [1]>:$result);
  let assemblyFormat = "$address attr-dict `:` type($address) `,` type($result)";
  let hasVerifier = 1;
}

def RT_StringOp : RT_Op<"string", [Pure]> {
  let summary = "address of a constant byte string";
  let description = [{
    A constant of the module, null-terminated; equal strings may share it.

    ```mlir
    %p = molt_rt.string "BUILDING" : !llvm.ptr
    ```
  }];
  let arguments = (ins StrAttr:$value);
  let results = (outs LLVM_AnyPointer:$result);
  let assemblyFormat = "$value attr-dict `:` type($result)";
}

def RT_WordsOp : RT_Op<"words", [Pure]> {
  let summary = "address of constant 64-bit words";
  let description = [{
    A constant of the module, 8-byte aligned; equal arrays may share it. Tables that the
    runtime's functions read (MoltFieldCopy, MoltBatchColumn) are made of such words.

    ```mlir
    %p = molt_rt.words [8, 4, 64] : !llvm.ptr
    ```
  }];
  let arguments = (ins DenseI64ArrayAttr:$values);
  let results = (outs LLVM_AnyPointer:$result);
  let assemblyFormat = "$values attr-dict `:` type($result)";
}

def RT_AddressOfOp : RT_Op<"address_of", [Pure,
    DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "address of a function of this module";
  let description = [{
    For callbacks that the runtime gets.

    ```mlir
    %p = molt_rt.address_of @pipeline : !llvm.ptr
    ```
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee);
  let results = (outs LLVM_AnyPointer:$result);
  let assemblyFormat = "$callee attr-dict `:` type($result)";
}

#endif // MOLT_DIALECT_RT_IR_RTOPS_TD
