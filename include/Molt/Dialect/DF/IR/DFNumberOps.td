//===- DFNumberOps.td - Remainders, bits, functions of floats ----*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td, behind DFExprOps.td.
//
//===----------------------------------------------------------------------===//

def DF_RemOp : DF_ExprOp<"rem", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["makesNull", "canFail", "canFailWith", "inferFacts", "getCost"]>]> {
  let summary = "remainder of a division that truncates";
  let description = [{
    x - y * trunc(x / y): the sign is the dividend's, as C's and DuckDB's `%`. Promotion as
    in `add`. Integers never overflow: the remainder by -1 is 0. Decimals: exact, scale
    s = max(s1, s2), precision max(p1-s1, p2-s2) + s, which must be at most 38 or the
    operation does not verify. Floats: exact, as fmod; NaN for a zero divisor.

    Division of an integer or decimal by zero is an error, or null with
    `zero_is_null`; then the result is nullable.

    ```mlir
    %r = molt_df.rem %x, %y : i64, i64
    %n = molt_df.rem zero_is_null %x, %y : i64, i64
    ```
  }];
  let arguments = (ins DF_Numeric:$lhs, DF_Numeric:$rhs, UnitAttr:$zeroIsNull);
  let assemblyFormat = [{
    (`zero_is_null` $zeroIsNull^)? $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)
  }];
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Bits
//===----------------------------------------------------------------------===//

class DF_BitOp<string name> : DF_ExprOp<name, [Pure, Commutative,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["inferFacts"]>]> {
  let arguments = (ins DF_Integer:$lhs, DF_Integer:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}

def DF_BitAndOp : DF_BitOp<"bit_and"> {
  let summary = "bits that are set in both integers";
  let description = [{
    Of the two's complement, after promotion to a common type as in `add`.

    ```mlir
    %r = molt_df.bit_and %x, %y : i64, i64
    ```
  }];
}

def DF_BitOrOp : DF_BitOp<"bit_or"> {
  let summary = "bits that are set in either integer";
  let description = [{
    As `bit_and`.

    ```mlir
    %r = molt_df.bit_or %x, %y : i64, i64
    ```
  }];
}

def DF_BitXorOp : DF_BitOp<"bit_xor"> {
  let summary = "bits that differ between two integers";
  let description = [{
    As `bit_and`.

    ```mlir
    %r = molt_df.bit_xor %x, %y : i64, i64
    ```
  }];
}

def DF_BitNotOp : DF_ExprOp<"bit_not", [Pure,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["inferFacts"]>]> {
  let summary = "an integer with all bits inverted";
  let description = [{
    -1 - x; for an unsigned integer the largest one minus x.

    ```mlir
    %r = molt_df.bit_not %x : i64
    ```
  }];
  let arguments = (ins DF_Integer:$operand);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
  let hasFolder = 1;
}

def DF_ShlOp : DF_ExprOp<"shl", [DF_OverflowOpInterface,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["canFail", "canFailWith", "inferFacts"]>]> {
  let summary = "an integer times a power of two";
  let description = [{
    lhs * 2^rhs, of the type of lhs. A result that does not fit is an error; with
    `overflow<wrap>` its low bits are kept, none of lhs where rhs is its width or more. A
    negative count is an error in any case.

    ```mlir
    %r = molt_df.shl %x, %n : i64, i64
    %w = molt_df.shl overflow<wrap> %x, %n : i64, i64
    ```
  }];
  let arguments = (ins DF_Integer:$lhs, DF_Integer:$rhs,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let assemblyFormat = [{
    (`overflow` `` $overflow^)? $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)
  }];
  let hasFolder = 1;
}

def DF_ShrOp : DF_ExprOp<"shr", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts"]>]> {
  let summary = "an integer divided by a power of two";
  let description = [{
    lhs / 2^rhs rounded towards negative infinity, of the type of lhs: the sign bit moves in
    from above, so that a large count leaves 0 or -1. A negative count is an error.

    ```mlir
    %r = molt_df.shr %x, %n : i64, i64
    ```
  }];
  let arguments = (ins DF_Integer:$lhs, DF_Integer:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}

//===----------------------------------------------------------------------===//
// Membership
//===----------------------------------------------------------------------===//

def DF_IsInOp : DF_ExprOp<"is_in", [Pure, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["inferFacts", "getCost"]>]> {
  let summary = "whether a value equals one of a list";
  let description = [{
    i1, null where the operand is. The values, mostly constants, are not nullable and have
    the operand's type up to nullability; none at all makes it false. Equality is that of
    `cmp` (NaN = NaN, -0 = +0), and of bytes for strings. A list with a null, as SQL can
    have it, is `or` of this and a null.

    ```mlir
    %p = molt_df.is_in %x, [%a, %b] : !molt_df.date32
    ```
  }];
  let arguments = (ins DF_Scalar:$operand, Variadic<DF_Scalar>:$values);
  let hasCustomAssemblyFormat = 1;
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

//===----------------------------------------------------------------------===//
// Functions of floats
//===----------------------------------------------------------------------===//

def DF_MathOp : DF_ExprOp<"math", [Pure, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["inferFacts", "getCost"]>]> {
  let summary = "a function of a float";
  let description = [{
    The result has the operand's type; other numbers are cast first. `sqrt`, correctly
    rounded. `floor`, `ceil`, `trunc` and `round`, half away from zero: integers as floats.
    `sign`: -1.0 or 1.0, and the operand itself if it is a zero or NaN. `exp`, `ln`, `log2`,
    `log10`, `sin`, `cos` and `tan`, of radians, are those of the C library, for f32 computed
    in f64 and rounded.

    Nothing fails: outside of its domain a function gives NaN, ln(0) is -inf (DuckDB has
    errors instead), and NaN gives NaN.

    ```mlir
    %y = molt_df.math sqrt %x : f64
    ```
  }];
  let arguments = (ins DF_MathFunctionAttr:$function, DF_Float:$operand);
  let assemblyFormat = "`` $function $operand attr-dict `:` type($operand)";
  let hasFolder = 1;
}

def DF_PowOp : DF_ExprOp<"pow", [Pure, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["inferFacts", "getCost"]>]> {
  let summary = "a float raised to the power of another";
  let description = [{
    The C library's pow: pow(x, 0) and pow(1, y) are 1, also for NaN; a negative base with a
    fraction as exponent gives NaN. f32 with f32 is computed in f64 and rounded; otherwise
    operands are promoted to f64.

    ```mlir
    %z = molt_df.pow %x, %y : f64, f64
    ```
  }];
  let arguments = (ins DF_Float:$lhs, DF_Float:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}
