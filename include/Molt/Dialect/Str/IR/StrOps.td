//===- StrOps.td - The molt_str dialect --------------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STROPS_TD
#define MOLT_DIALECT_STR_IR_STROPS_TD

include "Molt/Dialect/DF/IR/DFAttrs.td"
include "Molt/Dialect/DF/IR/DFInterfaces.td"
include "Molt/Dialect/DF/IR/DFTypes.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/OpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Str_Dialect : Dialect {
  let name = "molt_str";
  let cppNamespace = "::molt::str";
  let summary = "Strings, on scalars and in dataframe expressions";
  let description = [{
    Strings are valid UTF-8. Operations work on `!molt_str.utf8` and on
    `!molt_df.nullable<!molt_str.utf8>`, and propagate null. Equality and order are
    bytewise, which is the order of code points; nothing is normalized.
  }];
  let dependentDialects = ["::molt::df::DFDialect", "::mlir::arith::ArithDialect"];
  let useDefaultTypePrinterParser = 1;
  let hasCanonicalizer = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{ void registerTypes(); }];
}

def Str_Utf8Type : TypeDef<Str_Dialect, "Utf8",
    [DeclareTypeInterfaceMethods<DF_StringTypeInterface>]> {
  let mnemonic = "utf8";
  let summary = "a string of Unicode code points, encoded as UTF-8";
}

def Str_Utf8
    : Type<CPred<"::llvm::isa<::molt::str::Utf8Type>(::molt::df::getNonNull($_self))">,
           "utf8 or nullable<utf8>">;

def Str_ConstantOp : Op<Str_Dialect, "constant", [Pure, ConstantLike]> {
  let summary = "a constant string, never null";
  let description = [{
    The form that string constants have below molt_df. The text is valid UTF-8.

    ```mlir
    %s = molt_str.constant "BUILDING"
    ```
  }];
  let arguments = (ins StrAttr:$value);
  let results = (outs Str_Utf8Type:$result);
  let assemblyFormat = "$value attr-dict";
  let hasFolder = 1;
  let hasVerifier = 1;
}

class Str_Predicate<string name, list<Trait> traits = []> : Op<Str_Dialect, name, traits # [
    Pure, InferTypeOpAdaptor,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["inferFacts", "getCost"]>]> {
  let results = (outs DF_Boolean:$result);
  let hasFolder = 1;
}

def Str_CmpOp : Str_Predicate<"cmp"> {
  let summary = "comparison of two strings";
  let description = [{
    By code points, shorter first where one is a prefix of the other.

    ```mlir
    %p = molt_str.cmp eq %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins DF_CmpPredicateAttr:$predicate, Str_Utf8:$lhs, Str_Utf8:$rhs);
  let assemblyFormat = "`` $predicate $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
}

def Str_StartsWithOp : Str_Predicate<"starts_with"> {
  let summary = "whether a string begins with another";
  let description = [{
    Every string starts with the empty one.

    ```mlir
    %p = molt_str.starts_with %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8:$lhs, Str_Utf8:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
}

def Str_ContainsOp : Str_Predicate<"contains"> {
  let summary = "whether a string occurs in another";
  let description = [{
    A literal search for the second string in the first; the empty string occurs in
    every string.

    ```mlir
    %p = molt_str.contains %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8:$lhs, Str_Utf8:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
}

#endif // MOLT_DIALECT_STR_IR_STROPS_TD
