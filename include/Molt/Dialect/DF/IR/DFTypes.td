//===- DFTypes.td - Types of the molt_df dialect -----------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFTYPES_TD
#define MOLT_DIALECT_DF_IR_DFTYPES_TD

include "Molt/Dialect/DF/IR/DFDialect.td"
include "mlir/IR/AttrTypeBase.td"

//===----------------------------------------------------------------------===//
// Interface through which other dialects bring column types
//===----------------------------------------------------------------------===//

def DF_StringTypeInterface : TypeInterface<"StringTypeInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    A type whose values are strings that compare bytewise. It lets molt_df treat
    `!molt_str.utf8` and `!molt_str.binary` as column types without depending on molt_str.
  }];
  let methods = [
    InterfaceMethod<"Whether the strings are valid UTF-8, and not any bytes.", "bool", "isText">
  ];
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

class DF_Type<string name, string typeMnemonic, list<Trait> traits = []>
    : TypeDef<DF_Dialect, name, traits> {
  let mnemonic = typeMnemonic;
}

def DF_NullableType : DF_Type<"Nullable", "nullable"> {
  let summary = "a scalar that may be null";
  let description = [{
    `!molt_df.nullable<T>`: a value of the scalar type T, or null. Nullables do not
    nest. Inside `table<…>` it is written `T?`.
  }];
  let parameters = (ins "Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
  let builders = [TypeBuilderWithInferredContext<(ins "Type":$elementType), [{
    return $_get(elementType.getContext(), elementType);
  }]>];
  let genVerifyDecl = 1;
}

def DF_NullType : DF_Type<"Null", "null"> {
  let summary = "a type without values";
  let description = [{
    The type of a column of which only nulls are known. It has no values, so columns and
    scalars are `nullable<null>`, in a table `null?` (Arrow `null`).

    Arithmetic, comparisons, bits, `coalesce` and `select` take it as an operand beside any type
    that they take, and compute as if the null were of that type; with another null the result is
    null, too. Whatever else asks for a type asks for a cast, which there is to every type.
  }];
}

def DF_Date32Type : DF_Type<"Date32", "date32"> {
  let summary = "a calendar date";
  let description = [{
    Days since 1970-01-01 in 32 bits, proleptic Gregorian calendar (Arrow `date32`).
  }];
}

include "Molt/Dialect/DF/IR/DFTimeTypes.td"

def DF_DecimalType : DF_Type<"Decimal", "decimal"> {
  let summary = "an exact decimal number";
  let description = [{
    `!molt_df.decimal<p, s>`: an integer of at most p decimal digits divided by
    10^s, with 1 ≤ p ≤ 38 and 0 ≤ s ≤ p (Arrow `decimal128`).
  }];
  let parameters = (ins "unsigned":$precision, "unsigned":$scale);
  let assemblyFormat = "`<` $precision `,` $scale `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// The largest precision that a decimal can have.
    static constexpr unsigned kMaxPrecision = 38;
  }];
}

def DF_TableType : DF_Type<"Table", "table"> {
  let summary = "an ordered table with named, typed columns";
  let description = [{
    `!molt_df.table<"a": i64, "b": !molt_str.utf8?>`. Column names are unique and
    not empty. A type followed by `?` is nullable.
  }];
  let parameters = (ins ArrayRefParameter<"StringAttr">:$names,
                        ArrayRefParameter<"Type">:$types);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    size_t getNumColumns() const { return getNames().size(); }
    /// Ordinal of the column of that name, if there is one.
    std::optional<unsigned> find(StringRef name) const;
    /// Its type, or null.
    Type getColumnType(StringRef name) const;
  }];
}

def DF_AnyTable : Type<CPred<"::llvm::isa<::molt::df::TableType>($_self)">, "table">;

class DF_OrNull<string predicate>
    : CPred<"::llvm::isa<::molt::df::NullType>(::molt::df::getNonNull($_self)) || " # predicate>;

/// A scalar of a column type, possibly nullable.
def DF_Scalar : Type<CPred<"::molt::df::isScalarType($_self)">, "scalar of a column type">;
def DF_Numeric
    : Type<DF_OrNull<"::molt::df::isNumericType(::molt::df::getNonNull($_self))">,
           "integer, float or decimal scalar">;
def DF_Integer
    : Type<DF_OrNull<"::molt::df::isIntegerType(::molt::df::getNonNull($_self))">,
           "integer scalar">;
def DF_Float
    : Type<CPred<"::llvm::isa<::mlir::FloatType>(::molt::df::getNonNull($_self))">,
           "f32 or f64, possibly nullable">;
def DF_Boolean
    : Type<CPred<"::molt::df::getNonNull($_self).isInteger(1)">, "i1 or nullable<i1>">;
def DF_Date
    : Type<CPred<"::llvm::isa<::molt::df::Date32Type>(::molt::df::getNonNull($_self))">,
           "date32 or nullable<date32>">;
def DF_NumericOrDuration
    : Type<DF_OrNull<"::molt::df::isNumericType(::molt::df::getNonNull($_self)) || "
                     "::llvm::isa<::molt::df::DurationType>(::molt::df::getNonNull($_self))">,
           "integer, float, decimal or duration scalar">;
def DF_NumericOrLength
    : Type<DF_OrNull<"::molt::df::isNumericType(::molt::df::getNonNull($_self)) || "
                     "::llvm::isa<::molt::df::DurationType, ::molt::df::IntervalType>("
                     "::molt::df::getNonNull($_self))">,
           "integer, float, decimal, duration or interval scalar">;
def DF_DateOrTimestamp
    : Type<CPred<"::llvm::isa<::molt::df::Date32Type, ::molt::df::TimestampType>("
                 "::molt::df::getNonNull($_self))">,
           "date32 or timestamp, possibly nullable">;
def DF_DateTimeOrInterval
    : Type<CPred<"::llvm::isa<::molt::df::Date32Type, ::molt::df::TimestampType, "
                 "::molt::df::TimeType, ::molt::df::IntervalType>("
                 "::molt::df::getNonNull($_self))">,
           "date32, timestamp, time or interval, possibly nullable">;

#endif // MOLT_DIALECT_DF_IR_DFTYPES_TD
