//===- StrOps.td - Operations of molt_str ------------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STROPS_TD
#define MOLT_DIALECT_STR_IR_STROPS_TD

include "Molt/Dialect/Str/IR/StrBase.td"
include "Molt/Dialect/Str/IR/StrFunctions.td"

def Str_ConstantOp : Op<Str_Dialect, "constant", [Pure, ConstantLike]> {
  let summary = "a constant string, never null";
  let description = [{
    The form that string constants have below molt_df, where strings of any bytes have the type of
    text, too. The value is valid UTF-8 unless `binary` is said.

    ```mlir
    %s = molt_str.constant "BUILDING"
    %b = molt_str.constant binary "\FF\00"
    ```
  }];
  let arguments = (ins StrAttr:$value, UnitAttr:$binary);
  let results = (outs Str_Utf8Type:$result);
  let builders = [OpBuilder<(ins "::llvm::StringRef":$value), [{
    build($_builder, $_state, value, /*binary=*/false);
  }]>];
  let assemblyFormat = "(`binary` $binary^)? $value attr-dict";
  let hasFolder = 1;
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Views as words: states of aggregations hold nothing else
//===----------------------------------------------------------------------===//

def Str_ToWordsOp : Op<Str_Dialect, "to_words", [Pure]> {
  let summary = "the two words of a string's view";
  let description = [{
    Length and prefix, and the rest or an address; see MoltView. They stand for the string as
    long as its bytes live, which is to the end of the run.

    ```mlir
    %low, %high = molt_str.to_words %s
    ```
  }];
  let arguments = (ins Str_Utf8Type:$operand);
  let results = (outs I64:$low, I64:$high);
  let assemblyFormat = "$operand attr-dict";
}

def Str_FromWordsOp : Op<Str_Dialect, "from_words", [Pure]> {
  let summary = "the string of two words";
  let description = [{
    ```mlir
    %s = molt_str.from_words %low, %high
    ```
  }];
  let arguments = (ins I64:$low, I64:$high);
  let results = (outs Str_Utf8Type:$result);
  let assemblyFormat = "$low `,` $high attr-dict";
}

def Str_WordsLessOp : Op<Str_Dialect, "words_less", [Pure]> {
  let summary = "whether the string of two words is before another one";
  let description = [{
    By code points. Decided by the prefixes where they differ.

    ```mlir
    %p = molt_str.words_less %a_low, %a_high, %b_low, %b_high
    ```
  }];
  let arguments = (ins I64:$lhs_low, I64:$lhs_high, I64:$rhs_low, I64:$rhs_high);
  let results = (outs I1:$result);
  let assemblyFormat = "$lhs_low `,` $lhs_high `,` $rhs_low `,` $rhs_high attr-dict";
}

def Str_CmpOp : Str_Predicate<"cmp"> {
  let summary = "comparison of two strings";
  let description = [{
    By code points, shorter first where one is a prefix of the other; binary strings by bytes,
    which for text is the same order. Both are text, or both binary.

    ```mlir
    %p = molt_str.cmp eq %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins DF_CmpPredicateAttr:$predicate, Str_String:$lhs, Str_String:$rhs);
  let assemblyFormat = "`` $predicate $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let extraClassDeclaration = [{
    std::optional<::molt::df::CmpPredicate> getComparison() { return getPredicate(); }
  }];
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

def Str_LikeOp : Str_Predicate<"like"> {
  let summary = "whether a string matches a pattern of SQL's LIKE";
  let description = [{
    The whole string must match. `%` stands for any sequence of code points, also none, `_`
    for exactly one code point, everything else for itself. With `escape`, of one code
    point, the code point behind it stands for itself, whatever it is; a pattern must not
    end with its escape. Without it nothing is escaped.

    Canonicalization turns a pattern that is a text, a prefix, a suffix or a part into
    `cmp eq`, `starts_with`, `ends_with` or `contains`; the others are matched from left to
    right without backtracking over a `%` that has found its place.

    ```mlir
    %p = molt_str.like %s, "%special%requests%" : !molt_str.utf8
    %q = molt_str.like %s, "100!%%" escape "!" : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8:$operand, StrAttr:$pattern, OptionalAttr<StrAttr>:$escape);
  let assemblyFormat = "$operand `,` $pattern (`escape` $escape^)? attr-dict `:` type($operand)";
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
}

def Str_LengthOp : Str_ExprOp<"length"> {
  let summary = "number of code points of a string";
  let description = [{
    i64; 0 for the empty string. Combining marks count.

    ```mlir
    %n = molt_str.length %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8:$operand);
  let results = (outs Str_Int:$result);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def Str_ByteLengthOp : Str_ExprOp<"byte_length"> {
  let summary = "number of bytes of a string";
  let description = [{
    i64; of text the bytes of its UTF-8.

    ```mlir
    %n = molt_str.byte_length %b : !molt_str.binary
    ```
  }];
  let arguments = (ins Str_String:$operand);
  let results = (outs Str_Int:$result);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def Str_SubstringOp : Str_TextOp<"substring"> {
  let summary = "part of a string, by code points";
  let description = [{
    The code points at the positions start … start + length - 1, or, with a negative length,
    start + length … start - 1, as far as the string has them. Positions count from 1; a
    negative start counts from the end (-1 is the last code point). What lies before the
    first position counts: start 0 and length 2 give one code point. Nothing fails, whatever
    the integers are.

    This is what DuckDB does, unless it knows that all strings are ASCII: then it moves a
    start outside of the string to its beginning or end.

    ```mlir
    %r = molt_str.substring %s, %start, %length : !molt_str.utf8, i64, i64
    ```
  }];
  let arguments = (ins Str_Utf8:$operand, Str_Int:$start, Str_Int:$length);
  let assemblyFormat = [{
    $operand `,` $start `,` $length attr-dict `:` type($operand) `,` type($start) `,` type($length)
  }];
}

def Str_ConcatOp : Str_TextOp<"concat"> {
  let summary = "two strings, one behind the other";
  let description = [{
    Null if either is, as SQL's `||`. A string of more than 2147483647 bytes is out of memory.

    ```mlir
    %r = molt_str.concat %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8:$lhs, Str_Utf8:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
}

//===----------------------------------------------------------------------===//
// Functions below molt_df
//===----------------------------------------------------------------------===//

def Str_ApplyOp : Op<Str_Dialect, "apply", [Pure]> {
  let summary = "a function of strings, on values without nulls";
  let description = [{
    The form that the operations of this dialect which are functions (`upper`, `split`, …) have
    below molt_df: the operation's name, its operands, `-` for one that is left out, and its
    attributes as the runtime gets them. With `bytes` strings are binary, else text; with
    `unicode_14` code points of Unicode 15.0 are not assigned.

    A string that is a null or an error in the operation is one that only `is_absent` or
    `is_invalid` may see; an integer that is an error is -9223372036854775808.

    ```mlir
    %r = molt_str.apply "find" (%s, %t, -, %end) : (!molt_str.utf8, !molt_str.utf8, i64) -> i64
    %u = molt_str.apply "upper" bytes (%s) : (!molt_str.utf8) -> !molt_str.utf8
    ```
  }];
  let arguments = (ins StrAttr:$function, UnitAttr:$bytes, UnitAttr:$unicode_14,
                       DenseBoolArrayAttr:$present, OptionalAttr<StrAttr>:$parameters,
                       Variadic<AnyTypeOf<[Str_Utf8Type, I64]>>:$arguments);
  let results = (outs AnyTypeOf<[Str_Utf8Type, I64, I1]>:$result);
  let assemblyFormat = [{
    $function (`bytes` $bytes^)? (`unicode_14` $unicode_14^)? custom<Arguments>($arguments, $present)
    (`parameters` $parameters^)? attr-dict `:` functional-type($arguments, $result)
  }];
  let hasVerifier = 1;
}

class Str_StateOp<string name> : Op<Str_Dialect, name, [Pure]> {
  let arguments = (ins Str_Utf8Type:$operand);
  let results = (outs I1:$result);
  let assemblyFormat = "$operand attr-dict";
}

def Str_IsAbsentOp : Str_StateOp<"is_absent"> {
  let summary = "whether a function gave no string, which is null";
  let description = [{
    ```mlir
    %p = molt_str.is_absent %s
    ```
  }];
}

def Str_IsInvalidOp : Str_StateOp<"is_invalid"> {
  let summary = "whether a function gave no string, which is an error";
  let description = [{
    ```mlir
    %p = molt_str.is_invalid %s
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Text of dates and times: what molt_df.cast becomes below molt_df
//===----------------------------------------------------------------------===//

/// `dtype` is of molt_df: date32, a timestamp, time, duration or interval. Registers have their
/// counts, of an interval its parts.
def Str_Count
    : AnyTypeOf<[I32, I64, I<128>], "days of a date32 (i32), parts of an interval (i128), units of "
                                    "others (i64)">;

class Str_ValueTextOp<string name> : Op<Str_Dialect, name, [Pure]> {
  let hasVerifier = 1;
}

def Str_ParseOp : Str_ValueTextOp<"parse"> {
  let summary = "the date or time that a string spells, never null";
  let description = [{
    The form that casts from strings have below molt_df, where `molt_df.cast` says what the
    strings are. Where the string is none of these, some count.

    ```mlir
    %d = molt_str.parse %s as !molt_df.date32 : i32
    ```
  }];
  let arguments = (ins Str_Utf8Type:$operand, TypeAttr:$dtype);
  let results = (outs Str_Count:$result);
  let assemblyFormat = "$operand `as` $dtype attr-dict `:` type($result)";
}

def Str_CanParseOp : Str_ValueTextOp<"can_parse"> {
  let summary = "whether a string spells a date or time, or is text";
  let description = [{
    Whether `parse` gives a value of the type; of `utf8`, whether the bytes are UTF-8.

    ```mlir
    %p = molt_str.can_parse %s as !molt_df.timestamp<us>
    %q = molt_str.can_parse %s as !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_Utf8Type:$operand, TypeAttr:$dtype);
  let results = (outs I1:$result);
  let assemblyFormat = "$operand `as` $dtype attr-dict";
}

def Str_FormatOp : Str_ValueTextOp<"format"> {
  let summary = "a date or time as text";
  let description = [{
    The form that casts to strings have below molt_df. Any count is a value: a time outside of a
    day is that of its own day.

    ```mlir
    %s = molt_str.format %t as !molt_df.timestamp<us> : i64
    ```
  }];
  let arguments = (ins Str_Count:$operand, TypeAttr:$dtype);
  let results = (outs Str_Utf8Type:$result);
  let assemblyFormat = "$operand `as` $dtype attr-dict `:` type($operand)";
}

#endif // MOLT_DIALECT_STR_IR_STROPS_TD
