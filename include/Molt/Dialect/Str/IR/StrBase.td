//===- StrBase.td - The molt_str dialect and its types -----*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STRBASE_TD
#define MOLT_DIALECT_STR_IR_STRBASE_TD

include "Molt/Dialect/DF/IR/DFAttrs.td"
include "Molt/Dialect/DF/IR/DFInterfaces.td"
include "Molt/Dialect/DF/IR/DFTypes.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/OpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Str_Dialect : Dialect {
  let name = "molt_str";
  let cppNamespace = "::molt::str";
  let summary = "Strings, on scalars and in dataframe expressions";
  let description = [{
    Strings are valid UTF-8, or any bytes (`!molt_str.binary`), which can be compared and measured.
    Operations work on `!molt_str.utf8` and on `!molt_df.nullable<!molt_str.utf8>`, and propagate
    null. Equality and order are
    bytewise, which is the order of code points; nothing is normalized.
  }];
  let dependentDialects = ["::molt::df::DFDialect", "::mlir::arith::ArithDialect"];
  let useDefaultAttributePrinterParser = 1;
  let useDefaultTypePrinterParser = 1;
  let hasCanonicalizer = 1;
  let hasConstantMaterializer = 1;
  let hasOperationAttrVerify = 1;
  let extraClassDeclaration = [{ void registerTypes();
    void registerAttributes(); }];
}

def Str_Utf8Type : TypeDef<Str_Dialect, "Utf8",
    [DeclareTypeInterfaceMethods<DF_StringTypeInterface>]> {
  let mnemonic = "utf8";
  let summary = "a string of Unicode code points, encoded as UTF-8";
}

def Str_BinaryType : TypeDef<Str_Dialect, "Binary",
    [DeclareTypeInterfaceMethods<DF_StringTypeInterface>]> {
  let mnemonic = "binary";
  let summary = "a string of any bytes";
  let description = [{
    Arrow's `binary`. Compared, sorted and grouped bytewise, bytes as unsigned numbers. In CSV and
    in constants it is written with two hexadecimal digits for each byte; readers take large and
    small letters, writers give small ones.
  }];
}

def Str_String
    : Type<CPred<"::molt::df::isStringType($_self)">, "utf8 or binary, possibly nullable">;
def Str_Utf8
    : Type<CPred<"::llvm::isa<::molt::str::Utf8Type>(::molt::df::getNonNull($_self))">,
           "utf8 or nullable<utf8>">;

def Str_Binary
    : Type<CPred<"::llvm::isa<::molt::str::BinaryType>(::molt::df::getNonNull($_self))">,
           "binary or nullable<binary>">;

def Str_Int
    : Type<CPred<"::molt::df::getNonNull($_self).isSignlessInteger(64)">, "i64 or nullable<i64>">;

/// Cannot fail: what a string needs of memory is no business of expressions.
class Str_ExprOp<string name, list<Trait> traits = []> : Op<Str_Dialect, name, traits # [
    Pure, InferTypeOpAdaptor,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["inferFacts", "getCost"]>]> {
  let hasFolder = 1;
}

class Str_Predicate<string name, list<Trait> traits = []> : Str_ExprOp<name, traits> {
  let results = (outs DF_Boolean:$result);
}

class Str_TextOp<string name, list<Trait> traits = []> : Str_ExprOp<name, traits> {
  let results = (outs Str_Utf8:$result);
}

#endif // MOLT_DIALECT_STR_IR_STRBASE_TD
