//===- StrEnums.td - Choices that functions of strings have -*- tablegen -*-==//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STRENUMS_TD
#define MOLT_DIALECT_STR_IR_STRENUMS_TD

include "mlir/IR/EnumAttr.td"

class Str_Enum<string name, string what, list<string> cases> : I32EnumAttr<name, what, !foreach(
    i, !range(!size(cases)), I32EnumAttrCase<cases[i], i>)> {
  let cppNamespace = "::molt::str";
  let genSpecializedAttr = 0;
}

// lib/Text has the same numbers.
def Str_Class : Str_Enum<"StringClass", "what a string consists of",
    ["alnum", "alpha", "ascii", "decimal", "digit", "identifier", "lower", "numeric", "printable",
     "space", "title", "upper"]>;
def Str_Form : Str_Enum<"NormalizationForm", "normalization form of Unicode",
    ["nfc", "nfd", "nfkc", "nfkd"]>;
def Str_Side : Str_Enum<"Side", "which ends of a string", ["both", "left", "right"]>;
def Str_Piece : Str_Enum<"Piece", "which piece of a partition", ["before", "separator", "after"]>;
def Str_Codec : Str_Enum<"Codec", "how text is bytes", ["utf8", "ascii", "latin1", "hex", "base64"]>;
def Str_Errors : Str_Enum<"CodecErrors", "what happens to what a codec cannot say",
    ["strict", "ignore", "replace"]>;

#endif // MOLT_DIALECT_STR_IR_STRENUMS_TD
