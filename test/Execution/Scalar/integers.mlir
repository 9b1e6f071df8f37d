// Addition, subtraction, multiplication, negation of integers: promotion, nulls, limits, wrapping.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"a": i64, "b": i64?, "c": i32, "d": i8, "e": ui8, "f": ui64>

func.func @add() -> !molt_df.table<"same": i64?, "wide": i64, "small": i8, "mixed": i16, "unsigned": ui64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["a", "b", "c", "d", "e", "f"] -> ["same", "wide", "small", "mixed", "unsigned"] {
  ^bb0(%a: i64, %b: !molt_df.nullable<i64>, %c: i32, %d: i8, %e: ui8, %f: ui64):
    %same = molt_df.add %a, %b : i64, !molt_df.nullable<i64>
    %wide = molt_df.add %c, %a : i32, i64
    %one = molt_df.constant 1 : i8
    %small = molt_df.add %d, %one : i8, i8
    %mixed = molt_df.add %d, %e : i8, ui8
    %unsigned = molt_df.add %e, %f : ui8, ui64
    molt_df.yield %same, %wide, %small, %mixed, %unsigned : !molt_df.nullable<i64>, i64, i8, i16, ui64
  } : !t
  %r = molt_df.project %u ["same", "wide", "small", "mixed", "unsigned"]
      : !molt_df.table<"a": i64, "b": i64?, "c": i32, "d": i8, "e": ui8, "f": ui64, "same": i64?, "wide": i64, "small": i8, "mixed": i16, "unsigned": ui64>
  return %r : !molt_df.table<"same": i64?, "wide": i64, "small": i8, "mixed": i16, "unsigned": ui64>
}

func.func @sub() -> !molt_df.table<"same": i64?, "wide": i64, "mixed": i16, "unsigned": ui64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["a", "b", "c", "d", "e", "f"] -> ["same", "wide", "mixed", "unsigned"] {
  ^bb0(%a: i64, %b: !molt_df.nullable<i64>, %c: i32, %d: i8, %e: ui8, %f: ui64):
    %same = molt_df.sub %b, %a : !molt_df.nullable<i64>, i64
    %wide = molt_df.sub %c, %a : i32, i64
    %mixed = molt_df.sub %d, %e : i8, ui8
    %unsigned = molt_df.sub %f, %e : ui64, ui8
    molt_df.yield %same, %wide, %mixed, %unsigned : !molt_df.nullable<i64>, i64, i16, ui64
  } : !t
  %r = molt_df.project %u ["same", "wide", "mixed", "unsigned"]
      : !molt_df.table<"a": i64, "b": i64?, "c": i32, "d": i8, "e": ui8, "f": ui64, "same": i64?, "wide": i64, "mixed": i16, "unsigned": ui64>
  return %r : !molt_df.table<"same": i64?, "wide": i64, "mixed": i16, "unsigned": ui64>
}

func.func @mul() -> !molt_df.table<"same": i64?, "wide": i64, "small": i16, "neg": i8> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["a", "b", "c", "d", "e"] -> ["same", "wide", "small", "neg"] {
  ^bb0(%a: i64, %b: !molt_df.nullable<i64>, %c: i32, %d: i8, %e: ui8):
    %same = molt_df.mul %a, %b : i64, !molt_df.nullable<i64>
    %three = molt_df.constant 3 : i64
    %wide = molt_df.mul %c, %three : i32, i64
    %small = molt_df.mul %d, %e : i8, ui8
    %neg = molt_df.neg %d : i8
    molt_df.yield %same, %wide, %small, %neg : !molt_df.nullable<i64>, i64, i16, i8
  } : !t
  %r = molt_df.project %u ["same", "wide", "small", "neg"]
      : !molt_df.table<"a": i64, "b": i64?, "c": i32, "d": i8, "e": ui8, "f": ui64, "same": i64?, "wide": i64, "small": i16, "neg": i8>
  return %r : !molt_df.table<"same": i64?, "wide": i64, "small": i16, "neg": i8>
}

// Results at the very limits are no overflow.
!limits = !molt_df.table<"x": i64, "y": i64>
func.func @limits() -> !molt_df.table<"x": i64, "y": i64, "sum": i64, "difference": i64, "product": i64> {
  %t = molt_df.source "limits" : !limits
  %u = molt_df.with_columns %t ["x", "y"] -> ["sum", "difference", "product"] {
  ^bb0(%x: i64, %y: i64):
    %s = molt_df.add %x, %y : i64, i64
    %d = molt_df.sub %x, %y : i64, i64
    %one = molt_df.constant 1 : i64
    %p = molt_df.mul %x, %one : i64, i64
    molt_df.yield %s, %d, %p : i64, i64, i64
  } : !limits
  return %u : !molt_df.table<"x": i64, "y": i64, "sum": i64, "difference": i64, "product": i64>
}

!w = !molt_df.table<"x": i64, "y": i64, "c": i8>
!wrapped = !molt_df.table<"x": i64, "y": i64, "c": i8, "s": i64, "d": i64, "p": i64, "n": i8, "k": i8>
func.func @wrap() -> !molt_df.table<"s": i64, "d": i64, "p": i64, "n": i8, "k": i8> {
  %t = molt_df.source "wrapping" : !w
  %u = molt_df.with_columns %t ["x", "y", "c"] -> ["s", "d", "p", "n", "k"] {
  ^bb0(%x: i64, %y: i64, %c: i8):
    %s = molt_df.add overflow<wrap> %x, %y : i64, i64
    %d = molt_df.sub overflow<wrap> %x, %y : i64, i64
    %p = molt_df.mul overflow<wrap> %x, %y : i64, i64
    %n = molt_df.neg overflow<wrap> %c : i8
    %k = molt_df.mul overflow<wrap> %c, %c : i8, i8
    molt_df.yield %s, %d, %p, %n, %k : i64, i64, i64, i8, i8
  } : !w
  %r = molt_df.project %u ["s", "d", "p", "n", "k"] : !wrapped
  return %r : !molt_df.table<"s": i64, "d": i64, "p": i64, "n": i8, "k": i8>
}

// Rows whose operands are null, and rows that a filter drops, do not fail.
!g = !molt_df.table<"x": i32?, "y": i32, "keep": i1>
func.func @guarded() -> !molt_df.table<"s": i32?> {
  %t = molt_df.source "guarded" : !g
  %kept = molt_df.filter %t ["keep"] {
  ^bb0(%keep: i1):
    molt_df.yield %keep : i1
  } : !g
  %u = molt_df.with_columns %kept ["x", "y"] -> ["s"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: i32):
    %s = molt_df.add %x, %y : !molt_df.nullable<i32>, i32
    molt_df.yield %s : !molt_df.nullable<i32>
  } : !g
  %r = molt_df.project %u ["s"] : !molt_df.table<"x": i32?, "y": i32, "keep": i1, "s": i32?>
  return %r : !molt_df.table<"s": i32?>
}

//--- t.csv
a,b,c,d,e,f
1,2,3,4,5,6
-1,,-3,-4,0,255
100000000000,90000000,2000000000,126,255,18446744073709551360
0,-5,-2147483648,-127,255,256
7,7,2147483647,0,9,9
//--- add.out
same,wide,small,mixed,unsigned
3,4,5,9,11
,-4,-3,-4,255
100090000000,102000000000,127,381,18446744073709551615
-5,-2147483648,-126,128,511
14,2147483654,1,9,18
//--- sub.out
same,wide,mixed,unsigned
1,2,-1,1
,-2,-4,255
-99910000000,-98000000000,-129,18446744073709551105
-5,-2147483648,-382,1
0,2147483640,-9,0
//--- mul.out
same,wide,small,neg
2,9,20,-4
,-9,0,4
9000000000000000000,6000000000,32130,-126
0,-6442450944,-32385,127
49,6442450941,0,0
//--- limits.csv
x,y
9223372036854775806,1
-9223372036854775807,0
9223372036854775807,0
-9223372036854775808,0
-4611686018427387904,-4611686018427387904
0,9223372036854775807
//--- limits.out
x,y,sum,difference,product
9223372036854775806,1,9223372036854775807,9223372036854775805,9223372036854775806
-9223372036854775807,0,-9223372036854775807,-9223372036854775807,-9223372036854775807
9223372036854775807,0,9223372036854775807,9223372036854775807,9223372036854775807
-9223372036854775808,0,-9223372036854775808,-9223372036854775808,-9223372036854775808
-4611686018427387904,-4611686018427387904,-9223372036854775808,0,-4611686018427387904
0,9223372036854775807,9223372036854775807,-9223372036854775807,0
//--- wrapping.csv
x,y,c
9223372036854775807,1,-128
-9223372036854775808,-1,127
6148914691236517205,3,16
//--- wrap.out
s,d,p,n,k
-9223372036854775808,9223372036854775806,9223372036854775807,-128,0
9223372036854775807,-9223372036854775807,-9223372036854775808,-127,1
6148914691236517208,6148914691236517202,-1,-16,0
//--- guarded.csv
x,y,keep
1,2,true
,2147483647,true
2147483647,2147483647,false
2147483647,-1,true
//--- guarded.out
s
3

2147483646
