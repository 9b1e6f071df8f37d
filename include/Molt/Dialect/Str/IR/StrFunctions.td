//===- StrFunctions.td - Functions of strings --------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The methods of Python's str and bytes. Each operation is the kernel of its name in lib/Text.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STRFUNCTIONS_TD
#define MOLT_DIALECT_STR_IR_STRFUNCTIONS_TD

include "Molt/Dialect/Str/IR/StrBase.td"
include "Molt/Dialect/Str/IR/StrEnums.td"
include "Molt/Dialect/Str/IR/StrInterfaces.td"

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

def Str_ClassAttr : EnumAttr<Str_Dialect, Str_Class, "class">;
def Str_FormAttr : EnumAttr<Str_Dialect, Str_Form, "form">;
def Str_SideAttr : EnumAttr<Str_Dialect, Str_Side, "side">;
def Str_PieceAttr : EnumAttr<Str_Dialect, Str_Piece, "piece">;
def Str_CodecAttr : EnumAttr<Str_Dialect, Str_Codec, "codec">;
def Str_ErrorsAttr : EnumAttr<Str_Dialect, Str_Errors, "errors">;

//===----------------------------------------------------------------------===//
// Classes
//===----------------------------------------------------------------------===//

def Str_FunctionGroup : OpDocGroup {
  let summary = "Functions";
  let description = [{
    Methods of Python's `str`, on text, and of `bytes`, on binary strings, where Python has them: all
    string operands of an operation are of one kind. They are what CPython 3.11 computes, with the
    code points of Unicode 15.0; in a module with the attribute `molt_str.unicode = "14.0"` with
    those of 14.0, which CPython 3.11 has. Positions and lengths count code points, of binary strings
    bytes; a negative position counts from the end. All propagate null. A string of more than
    2147483647 bytes is out of memory.
  }];
}

/// `element` is the result's type without its null, `canBeNull` whether null comes of operands that
/// are none, `facts` the range of an integer.
class Str_Function<string name, int cost, string element, bit canBeNull = 0, bit canFail = 0,
                   list<string> methods = [], list<Trait> traits = [], string range = "none">
    : Op<Str_Dialect, name, traits # [Pure, InferTypeOpAdaptor,
          DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
                                    ["makesNull", "canFail", "inferFacts", "getCost"]>,
          DeclareOpInterfaceMethods<Str_FunctionOpInterface, methods #
                                    !if(canFail, ["getErrorMessage"], []<string>)>]> {
  let opDocGroup = Str_FunctionGroup;
  let hasFolder = 1;
  let hasVerifier = 1;
  let extraClassDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(
        ::mlir::MLIRContext *context, std::optional<::mlir::Location>, Adaptor adaptor,
        ::llvm::SmallVectorImpl<::mlir::Type> &results) {
      ::mlir::ValueRange operands = adaptor.getOperands();
      results.push_back(inferFunctionType(operands, }] # element # [{, }] # !if(canBeNull, "true", "false") # [{));
      return ::llvm::success();
    }
    ::molt::df::FactsAttr $cppClass::inferFacts(::llvm::ArrayRef<::molt::df::FactsAttr> operands) {
      return inferFunctionFacts(*this, operands, FunctionRange::}] # range # [{);
    }
    unsigned $cppClass::getCost() { return }] # !cast<string>(cost) # [{; }
    bool $cppClass::makesNull() { return }] # !if(canBeNull, "true", "false") # [{; }
    bool $cppClass::canFail() { return !getErrorMessage().empty(); }
    ::mlir::OpFoldResult $cppClass::fold(FoldAdaptor adaptor) {
      return foldFunction(*this, adaptor.getOperands());
    }
    ::llvm::LogicalResult $cppClass::verify() { return verifyFunction(*this); }
  }];
}

class Str_TextFunction<string name, int cost, bit canBeNull = 0, bit canFail = 0,
                       list<string> methods = [], list<Trait> traits = []>
    : Str_Function<name, cost, "::molt::df::getNonNull(operands[0].getType())", canBeNull, canFail,
                   methods, traits> {
  let results = (outs Str_String:$result);
}
class Str_BoolFunction<string name, int cost, list<string> methods = [], list<Trait> traits = []>
    : Str_Function<name, cost, "::mlir::IntegerType::get(context, 1)", 0, 0, methods, traits> {
  let results = (outs DF_Boolean:$result);
}
class Str_IntFunction<string name, int cost, string range, bit canFail = 0, list<Trait> traits = []>
    : Str_Function<name, cost, "::mlir::IntegerType::get(context, 64)", 0, canFail, [], traits,
                   range> {
  let results = (outs Str_Int:$result);
}

//===----------------------------------------------------------------------===//
// Case
//===----------------------------------------------------------------------===//

class Str_CaseFunction<string name, dag operand> : Str_TextFunction<name, 64> {
  let arguments = operand;
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def Str_UpperOp : Str_CaseFunction<"upper", (ins Str_String:$operand)> {
  let summary = "a string in capital letters";
  let description = [{
    Each code point by the full mappings of Unicode: `ß` becomes `SS`. Of binary strings the letters
    of ASCII.

    ```mlir
    %r = molt_str.upper %s : !molt_str.utf8
    ```
  }];
}

def Str_LowerOp : Str_CaseFunction<"lower", (ins Str_String:$operand)> {
  let summary = "a string in small letters";
  let description = [{
    Each code point by the full mappings of Unicode: `İ` becomes `i` and a dot above. `Σ` at the
    end of a word becomes `ς`, else `σ`. Of binary strings the letters of ASCII.

    ```mlir
    %r = molt_str.lower %s : !molt_str.utf8
    ```
  }];
}

def Str_CasefoldOp : Str_CaseFunction<"casefold", (ins Str_Utf8:$operand)> {
  let summary = "a string for comparisons without regard to case";
  let description = [{
    Each code point by the full case folding of Unicode: `ß` becomes `ss`, `ς` becomes `σ`.

    ```mlir
    %r = molt_str.casefold %s : !molt_str.utf8
    ```
  }];
}

def Str_TitleOp : Str_CaseFunction<"title", (ins Str_String:$operand)> {
  let summary = "a string whose words begin with capital letters";
  let description = [{
    A letter with case behind another one becomes small, all others get their title case: `ǆ`
    becomes `ǅ`, `they're` becomes `They'Re`. Of binary strings the letters of ASCII.

    ```mlir
    %r = molt_str.title %s : !molt_str.utf8
    ```
  }];
}

def Str_CapitalizeOp : Str_CaseFunction<"capitalize", (ins Str_String:$operand)> {
  let summary = "a string that begins with a capital letter";
  let description = [{
    The first code point gets its title case, all others become small. Of binary strings the
    letters of ASCII.

    ```mlir
    %r = molt_str.capitalize %s : !molt_str.utf8
    ```
  }];
}

def Str_SwapcaseOp : Str_CaseFunction<"swapcase", (ins Str_String:$operand)> {
  let summary = "a string with small letters as capitals and capitals as small ones";
  let description = [{
    Letters of title case stay. Of binary strings the letters of ASCII.

    ```mlir
    %r = molt_str.swapcase %s : !molt_str.utf8
    ```
  }];
}

//===----------------------------------------------------------------------===//
// What strings consist of
//===----------------------------------------------------------------------===//

def Str_IsOp : Str_BoolFunction<"is", 24, ["encodeParameters"]> {
  let summary = "whether a string consists of code points of a class";
  let description = [{
    Python's methods of the same names:

    - `alnum`: of code points that are `alpha`, `decimal`, `digit` or `numeric`;
    - `alpha`: of letters (categories Lm, Lt, Lu, Ll, Lo);
    - `ascii`: of code points below 128;
    - `decimal`, `digit`, `numeric`: of code points with such a value;
    - `identifier`: an identifier of Python, keyword or not;
    - `lower`: there are small letters, and neither capitals nor letters of title case;
    - `printable`: of the space and code points of other categories than C and Z;
    - `space`: of white space;
    - `title`: capitals (or letters of title case) follow no letters, small ones follow letters,
      and there are some;
    - `upper`: there are capitals, and neither small letters nor letters of title case.

    The empty string is `ascii` and `printable` and nothing else. Binary strings are `alnum`,
    `alpha`, `ascii`, `digit`, `lower`, `space`, `title` or `upper`, by ASCII.

    ```mlir
    %p = molt_str.is alpha %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_ClassAttr:$kind, Str_String:$operand);
  let assemblyFormat = "$kind $operand attr-dict `:` type($operand)";
}

def Str_NormalizeOp : Str_TextFunction<"normalize", 96, 0, 0, ["encodeParameters"]> {
  let summary = "a string in a normalization form of Unicode";
  let description = [{
    `nfc`, `nfd`, `nfkc` or `nfkd` (Unicode Standard Annex 15); Python's `unicodedata.normalize`.

    ```mlir
    %r = molt_str.normalize nfc %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_FormAttr:$form, Str_Utf8:$operand);
  let assemblyFormat = "$form $operand attr-dict `:` type($operand)";
}

def Str_IsNormalizedOp : Str_BoolFunction<"is_normalized", 48, ["encodeParameters"]> {
  let summary = "whether a string is in a normalization form of Unicode";
  let description = [{
    Whether `normalize` would leave it as it is.

    ```mlir
    %p = molt_str.is_normalized nfkd %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_FormAttr:$form, Str_Utf8:$operand);
  let assemblyFormat = "$form $operand attr-dict `:` type($operand)";
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

def Str_SliceOp : Str_TextFunction<"slice", 32, 0, 1, [], [AttrSizedOperandSegments]> {
  let summary = "every so manyth code point of a part of a string";
  let description = [{
    Python's `s[start:stop:step]`: from `start` on, up to before `stop`, as far as the string has
    them. Left out, `step` is 1 and the other two are the ends; with a negative step it goes from
    the end to the beginning. An error (ValueError) where `step` is 0.

    ```mlir
    %r = molt_str.slice %s from %a to %b : !molt_str.utf8, i64, i64
    %t = molt_str.slice %s by %c : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Optional<Str_Int>:$start, Optional<Str_Int>:$stop,
                       Optional<Str_Int>:$step);
  let assemblyFormat = [{
    $operand (`from` $start^)? (`to` $stop^)? (`by` $step^)? attr-dict `:` type(operands)
  }];
}

def Str_AtOp : Str_TextFunction<"at", 32, 1> {
  let summary = "the code point at a position";
  let description = [{
    A string of one code point, of binary strings of one byte. Null where the string has no such
    position (pandas' `str.get`; Python's `s[i]` is an error there).

    ```mlir
    %r = molt_str.at %s, %i : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Str_Int:$position);
  let assemblyFormat = "$operand `,` $position attr-dict `:` type(operands)";
}

def Str_ReverseOp : Str_TextFunction<"reverse", 48> {
  let summary = "a string from its end to its beginning";
  let description = [{
    Code point by code point: combining marks come before what they were on.

    ```mlir
    %r = molt_str.reverse %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$operand);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def Str_StripOp : Str_TextFunction<"strip", 16, 0, 0, ["encodeParameters"]> {
  let summary = "a string without what is at its ends";
  let description = [{
    Without the code points at both ends, or at the left or right one, that are in `set`, in any
    order; without a set, those that are white space.

    ```mlir
    %r = molt_str.strip both %s : !molt_str.utf8
    %t = molt_str.strip left %s of %set : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_SideAttr:$side, Str_String:$operand, Optional<Str_String>:$set);
  let assemblyFormat = "$side $operand (`of` $set^)? attr-dict `:` type(operands)";
}

class Str_RemoveFunction<string name, dag operands> : Str_TextFunction<name, 8> {
  let arguments = operands;
  let assemblyFormat = "$operand `,` $part attr-dict `:` type(operands)";
}

def Str_RemovePrefixOp
    : Str_RemoveFunction<"remove_prefix", (ins Str_String:$operand, Str_String:$part)> {
  let summary = "a string without another at its beginning";
  let description = [{
    As it is where it does not begin with the other one.

    ```mlir
    %r = molt_str.remove_prefix %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

def Str_RemoveSuffixOp
    : Str_RemoveFunction<"remove_suffix", (ins Str_String:$operand, Str_String:$part)> {
  let summary = "a string without another at its end";
  let description = [{
    As it is where it does not end with the other one.

    ```mlir
    %r = molt_str.remove_suffix %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

def Str_SplitOp : Str_TextFunction<"split", 64, 1, 1, ["encodeParameters"],
                                   [AttrSizedOperandSegments]> {
  let summary = "a part of a string between separators";
  let description = [{
    The part with this number, from 0 on, or from the end with a negative one (-1: the last part);
    null where there are not so many. `limit` is the most separators at which the string is cut,
    from the left or, with `from_right`, from the right; all where it is negative or left out.

    A separator cuts at each place where it occurs; no string between two of them is an empty part.
    Without a separator, runs of white space cut, and there are no empty parts; the part that is
    left when the limit is reached keeps the white space within and at its far end. An error
    (ValueError) where the separator is empty.

    ```mlir
    %r = molt_str.split %s by %t part %n : !molt_str.utf8, !molt_str.utf8, i64
    %w = molt_str.split %s part %n limit %m from_right : !molt_str.utf8, i64, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Optional<Str_String>:$separator, Str_Int:$part,
                       Optional<Str_Int>:$limit, UnitAttr:$from_right);
  let assemblyFormat = [{
    $operand (`by` $separator^)? `part` $part (`limit` $limit^)? (`from_right` $from_right^)? attr-dict
    `:` type(operands)
  }];
}

def Str_SplitCountOp : Str_IntFunction<"split_count", 64, "Length", 1, [AttrSizedOperandSegments]> {
  let summary = "number of parts of a string between separators";
  let description = [{
    How many parts `split` has; i64. Of the empty string one, but none without a separator. An
    error (ValueError) where the separator is empty.

    ```mlir
    %n = molt_str.split_count %s by %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$operand, Optional<Str_String>:$separator,
                       Optional<Str_Int>:$limit);
  let assemblyFormat = [{
    $operand (`by` $separator^)? (`limit` $limit^)? attr-dict `:` type(operands)
  }];
}

def Str_SplitLinesOp : Str_TextFunction<"split_lines", 64, 1, 0, ["encodeParameters"]> {
  let summary = "a line of a string";
  let description = [{
    The line with this number, as parts of `split`. Lines end with `\n`, `\r`, `\r\n`, the vertical
    tab, the form feed, the separators 1C to 1E, 85, 2028 and 2029; of binary strings with `\n`,
    `\r` and `\r\n`. Behind the last of these there is no line unless something is there. With
    `keep_ends` lines have their ends.

    ```mlir
    %r = molt_str.split_lines %s part %n keep_ends : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Str_Int:$part, UnitAttr:$keep_ends);
  let assemblyFormat = [{
    $operand `part` $part (`keep_ends` $keep_ends^)? attr-dict `:` type(operands)
  }];
}

def Str_SplitLinesCountOp : Str_IntFunction<"split_lines_count", 64, "Length"> {
  let summary = "number of lines of a string";
  let description = [{
    How many lines `split_lines` has; i64.

    ```mlir
    %n = molt_str.split_lines_count %s : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$operand);
  let assemblyFormat = "$operand attr-dict `:` type(operands)";
}

def Str_PartitionOp : Str_TextFunction<"partition", 48, 0, 1, ["encodeParameters"]> {
  let summary = "what is before or behind a separator, or the separator";
  let description = [{
    The string cut at the first place where the separator is, or, with `at_last`, at the last one:
    the piece `before`, `separator` or `after`. Where it is nowhere all of the string is `before`,
    with `at_last` `after`, and the other pieces are empty. An error (ValueError) where the separator
    is empty.

    ```mlir
    %r = molt_str.partition after %s by %t : !molt_str.utf8, !molt_str.utf8
    %q = molt_str.partition before %s by %t at_last : !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_PieceAttr:$piece, Str_String:$operand, Str_String:$separator,
                       UnitAttr:$at_last);
  let assemblyFormat = [{
    $piece $operand `by` $separator (`at_last` $at_last^)? attr-dict `:` type(operands)
  }];
}

//===----------------------------------------------------------------------===//
// Search
//===----------------------------------------------------------------------===//

class Str_SearchFunction<string name, string range, bit canFail, dag operands>
    : Str_IntFunction<name, 64, range, canFail, [AttrSizedOperandSegments]> {
  let arguments = operands;
  let assemblyFormat = [{
    $operand `,` $part (`from` $start^)? (`to` $stop^)? attr-dict `:` type(operands)
  }];
}

def Str_FindOp : Str_SearchFunction<"find", "Position", 0,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "where a string occurs first in another";
  let description = [{
    The position of the first place, within `slice` `from` and `to`, counted from the beginning of
    the string; -1 if there is none. The empty string is at `from`, unless that is behind the end.

    ```mlir
    %n = molt_str.find %s, %t from %a : !molt_str.utf8, !molt_str.utf8, i64
    ```
  }];
}

def Str_RFindOp : Str_SearchFunction<"rfind", "Position", 0,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "where a string occurs last in another";
  let description = [{
    As `find`, but the last place. The empty string is at `to`, or the end.

    ```mlir
    %n = molt_str.rfind %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

def Str_IndexOp : Str_SearchFunction<"index", "Length", 1,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "where a string occurs first in another, which it has to";
  let description = [{
    As `find`; an error (ValueError) where that is -1.

    ```mlir
    %n = molt_str.index %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

def Str_RIndexOp : Str_SearchFunction<"rindex", "Length", 1,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "where a string occurs last in another, which it has to";
  let description = [{
    As `rfind`; an error (ValueError) where that is -1.

    ```mlir
    %n = molt_str.rindex %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

def Str_CountOp : Str_SearchFunction<"count", "Length", 0,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "how often a string occurs in another";
  let description = [{
    Within `slice` `from` and `to`, from left to right, each behind the one before. The empty string
    is before each code point and at the end.

    ```mlir
    %n = molt_str.count %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

class Str_EndFunction<string name, int cost, dag operands>
    : Str_BoolFunction<name, cost, [], [AttrSizedOperandSegments]> {
  let arguments = operands;
  let builders = [OpBuilder<(ins "::mlir::Value":$operand, "::mlir::Value":$part), [{
    build($_builder, $_state, operand, part, ::mlir::Value(), ::mlir::Value());
  }]>];
  let assemblyFormat = [{
    $operand `,` $part (`from` $start^)? (`to` $stop^)? attr-dict `:` type(operands)
  }];
}

def Str_StartsWithOp : Str_EndFunction<"starts_with", 8,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "whether a string begins with another";
  let description = [{
    Within `slice` `from` and `to`. Every string starts with the empty one, unless `from` is behind
    `to` or the end.

    ```mlir
    %p = molt_str.starts_with %s, %t : !molt_str.utf8, !molt_str.utf8
    %q = molt_str.starts_with %s, %t from %a : !molt_str.utf8, !molt_str.utf8, i64
    ```
  }];
}

def Str_EndsWithOp : Str_EndFunction<"ends_with", 12,
    (ins Str_String:$operand, Str_String:$part, Optional<Str_Int>:$start, Optional<Str_Int>:$stop)> {
  let summary = "whether a string ends with another";
  let description = [{
    Within `slice` `from` and `to`. Every string ends with the empty one, unless `from` is behind
    `to` or the end.

    ```mlir
    %p = molt_str.ends_with %s, %t : !molt_str.utf8, !molt_str.utf8
    ```
  }];
}

//===----------------------------------------------------------------------===//
// New strings
//===----------------------------------------------------------------------===//

def Str_ReplaceOp : Str_TextFunction<"replace", 128, 0, 0, ["encodeParameters"]> {
  let summary = "a string with occurrences of another replaced";
  let description = [{
    Occurrences of `from` are found from left to right and do not overlap; what replaces them is not
    searched. At most `limit` are replaced; all where it is negative or left out. The empty string is
    before each code point and at the end; with `sql` it is nowhere, and the string stays as it is.

    ```mlir
    %r = molt_str.replace %s, %from, %to : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
    %t = molt_str.replace %s, %from, %to sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$operand, Str_String:$from, Str_String:$to,
                       Optional<Str_Int>:$limit, UnitAttr:$sql);
  let assemblyFormat = [{
    $operand `,` $from `,` $to (`limit` $limit^)? (`sql` $sql^)? attr-dict `:` type(operands)
  }];
}

def Str_JoinOp : Str_TextFunction<"join", 96, 0, 0, ["encodeParameters"]> {
  let summary = "strings with another between them";
  let description = [{
    Null if any of them is. None give the empty string.

    ```mlir
    %r = molt_str.join %separator of %s, %t : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$separator, Variadic<Str_String>:$parts);
  let assemblyFormat = "$separator `of` $parts attr-dict `:` type(operands)";
}

def Str_RepeatOp : Str_TextFunction<"repeat", 96> {
  let summary = "a string so many times";
  let description = [{
    Python's `s * n`: the empty string where the number is not positive.

    ```mlir
    %r = molt_str.repeat %s, %n : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Str_Int:$times);
  let assemblyFormat = "$operand `,` $times attr-dict `:` type(operands)";
}

class Str_PadFunction<string name, dag operands> : Str_TextFunction<name, 64, 0, 1> {
  let arguments = operands;
  let assemblyFormat = "$operand `,` $width (`with` $fill^)? attr-dict `:` type(operands)";
}

def Str_CenterOp : Str_PadFunction<"center",
    (ins Str_String:$operand, Str_Int:$width, Optional<Str_String>:$fill)> {
  let summary = "a string with padding on both sides";
  let description = [{
    So many code points long, by copies of `fill` (a space, if left out); as it is where it is that
    long already. What cannot be the same on both sides is one more on the left where the width is
    odd, else on the right. An error (TypeError) where `fill` is not one code point.

    ```mlir
    %r = molt_str.center %s, %n with %t : !molt_str.utf8, i64, !molt_str.utf8
    ```
  }];
}

def Str_LJustOp : Str_PadFunction<"ljust",
    (ins Str_String:$operand, Str_Int:$width, Optional<Str_String>:$fill)> {
  let summary = "a string with padding on the right";
  let description = [{
    As `center`, with all of the padding on the right.

    ```mlir
    %r = molt_str.ljust %s, %n : !molt_str.utf8, i64
    ```
  }];
}

def Str_RJustOp : Str_PadFunction<"rjust",
    (ins Str_String:$operand, Str_Int:$width, Optional<Str_String>:$fill)> {
  let summary = "a string with padding on the left";
  let description = [{
    As `center`, with all of the padding on the left.

    ```mlir
    %r = molt_str.rjust %s, %n : !molt_str.utf8, i64
    ```
  }];
}

def Str_ZFillOp : Str_TextFunction<"zfill", 64> {
  let summary = "a string with zeros on the left";
  let description = [{
    So many code points long; a sign, `+` or `-`, stays in front of the zeros.

    ```mlir
    %r = molt_str.zfill %s, %n : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Str_Int:$width);
  let assemblyFormat = "$operand `,` $width attr-dict `:` type(operands)";
}

def Str_ExpandTabsOp : Str_TextFunction<"expand_tabs", 64> {
  let summary = "a string with spaces in place of tabs";
  let description = [{
    Each tab becomes so many spaces that what follows is in a column that is a multiple of `size`
    (8, if left out); none where that is not positive. `\n` and `\r` begin with column 0.

    ```mlir
    %r = molt_str.expand_tabs %s : !molt_str.utf8
    %t = molt_str.expand_tabs %s by %n : !molt_str.utf8, i64
    ```
  }];
  let arguments = (ins Str_String:$operand, Optional<Str_Int>:$size);
  let assemblyFormat = "$operand (`by` $size^)? attr-dict `:` type(operands)";
}

def Str_TranslateOp : Str_TextFunction<"translate", 64, 0, 0, ["encodeParameters"]> {
  let summary = "a string with code points replaced by a table";
  let description = [{
    Each entry of the table is a code point and the string that replaces it, which may be empty. Of
    binary strings bytes, below 128 in the table, by strings of ASCII.

    ```mlir
    %r = molt_str.translate %s {table = {a = "b", "\C3\A4" = "ae", x = ""}} : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_String:$operand, DictionaryAttr:$table);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

//===----------------------------------------------------------------------===//
// Encodings
//===----------------------------------------------------------------------===//

class Str_CodecFunction<string name, string element> : Str_Function<name, 64, element, 0, 1,
                                                                    ["encodeParameters"]> {
  let results = (outs Str_String:$result);
  let assemblyFormat = "$codec $operand (`errors` $errors^)? attr-dict `:` type($operand)";
}

def Str_EncodeOp : Str_CodecFunction<"encode", "BinaryType::get(context)"> {
  let summary = "text as bytes";
  let description = [{
    `utf8`, `ascii` or `latin1`: the text in that encoding, as Python's `str.encode`. What it cannot
    say is an error (UnicodeEncodeError), or, with `errors`, left out (`ignore`) or `?` (`replace`).
    `hex`: the bytes that pairs of hexadecimal digits spell, with white space of ASCII between them;
    `base64`: the bytes that RFC 4648 spells so. Anything else is an error (ValueError).

    ```mlir
    %b = molt_str.encode ascii %s errors replace : !molt_str.utf8
    ```
  }];
  let arguments = (ins Str_CodecAttr:$codec, Str_Utf8:$operand,
                       DefaultValuedAttr<Str_ErrorsAttr, "::molt::str::CodecErrors::strict">:$errors);
}

def Str_DecodeOp : Str_CodecFunction<"decode", "Utf8Type::get(context)"> {
  let summary = "bytes as text";
  let description = [{
    `utf8`, `ascii` or `latin1`: the text that the bytes are in that encoding, as Python's
    `bytes.decode`. Bytes that are none are an error (UnicodeDecodeError), or, with `errors`, left
    out (`ignore`) or each U+FFFD (`replace`; of UTF-8 each longest beginning of a sequence is one, as
    of the WHATWG's decoder). `hex`: two hexadecimal digits for each byte, `base64`: RFC 4648's, with
    padding.

    ```mlir
    %s = molt_str.decode utf8 %b : !molt_str.binary
    ```
  }];
  let arguments = (ins Str_CodecAttr:$codec, Str_Binary:$operand,
                       DefaultValuedAttr<Str_ErrorsAttr, "::molt::str::CodecErrors::strict">:$errors);
}

#endif // MOLT_DIALECT_STR_IR_STRFUNCTIONS_TD
