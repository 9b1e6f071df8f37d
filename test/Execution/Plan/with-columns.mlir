// with_columns: new columns are appended, existing ones replaced in place; several at once see the
// old values.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"a": i64, "b": i64>
func.func @replace() -> !molt_df.table<"a": i64, "b": i64, "c": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["a", "b"] -> ["b", "c", "a"] {
  ^bb0(%a: i64, %b: i64):
    %s = molt_df.add %a, %b : i64, i64
    molt_df.yield %a, %s, %b : i64, i64, i64
  } : !t
  return %r : !molt_df.table<"a": i64, "b": i64, "c": i64>
}
// A replaced column can change its type.
func.func @retype() -> !molt_df.table<"a": !molt_str.utf8, "b": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t [] -> ["a"] {
    %s = molt_df.constant "the same for all rows" : !molt_str.utf8
    molt_df.yield %s : !molt_str.utf8
  } : !t
  return %r : !molt_df.table<"a": !molt_str.utf8, "b": i64>
}
!consts = !molt_df.table<"a": i64, "b": i64, "i": i8, "u": ui64, "f": f64, "g": f32, "t": i1, "d": !molt_df.date32, "m": !molt_df.decimal<38, 0>, "n": !molt_df.decimal<10, 2>?, "s": !molt_str.utf8?>
func.func @constants() -> !consts {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t [] -> ["i", "u", "f", "g", "t", "d", "m", "n", "s"] {
    %i = molt_df.constant -128 : i8
    %u = molt_df.constant 18446744073709551615 : ui64
    %f = molt_df.constant 1.0e-300 : f64
    %g = molt_df.constant 0x7F800000 : f32
    %yes = molt_df.constant true : i1
    %d = molt_df.constant "1582-10-15" : !molt_df.date32
    %m = molt_df.constant "-99999999999999999999999999999999999999" : !molt_df.decimal<38, 0>
    %n = molt_df.constant null : !molt_df.nullable<!molt_df.decimal<10, 2>>
    %s = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %i, %u, %f, %g, %yes, %d, %m, %n, %s : i8, ui64, f64, f32, i1, !molt_df.date32, !molt_df.decimal<38, 0>, !molt_df.nullable<!molt_df.decimal<10, 2>>, !molt_df.nullable<!molt_str.utf8>
  } : !t
  return %r : !consts
}
// A chain, filtered in the middle.
func.func @chain() -> !molt_df.table<"a": i64, "b": i64, "x": i64, "y": i64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["a"] -> ["x"] {
  ^bb0(%a: i64):
    %x = molt_df.mul %a, %a : i64, i64
    molt_df.yield %x : i64
  } : !t
  %f = molt_df.filter %u ["x", "b"] {
  ^bb0(%x: i64, %b: i64):
    %p = molt_df.cmp gt %x, %b : i64, i64
    molt_df.yield %p : i1
  } : !molt_df.table<"a": i64, "b": i64, "x": i64>
  %v = molt_df.with_columns %f ["x", "b"] -> ["y"] {
  ^bb0(%x: i64, %b: i64):
    %y = molt_df.sub %x, %b : i64, i64
    molt_df.yield %y : i64
  } : !molt_df.table<"a": i64, "b": i64, "x": i64>
  return %v : !molt_df.table<"a": i64, "b": i64, "x": i64, "y": i64>
}

//--- t.csv
a,b
1,10
2,3
-3,9
-4,1
5,-5
//--- replace.out
a,b,c
10,1,11
3,2,5
9,-3,6
1,-4,-3
-5,5,0
//--- retype.out
a,b
the same for all rows,10
the same for all rows,3
the same for all rows,9
the same for all rows,1
the same for all rows,-5
//--- constants.out
a,b,i,u,f,g,t,d,m,n,s
1,10,-128,18446744073709551615,1e-300,inf,true,1582-10-15,-99999999999999999999999999999999999999,,
2,3,-128,18446744073709551615,1e-300,inf,true,1582-10-15,-99999999999999999999999999999999999999,,
-3,9,-128,18446744073709551615,1e-300,inf,true,1582-10-15,-99999999999999999999999999999999999999,,
-4,1,-128,18446744073709551615,1e-300,inf,true,1582-10-15,-99999999999999999999999999999999999999,,
5,-5,-128,18446744073709551615,1e-300,inf,true,1582-10-15,-99999999999999999999999999999999999999,,
//--- chain.out
a,b,x,y
2,3,4,1
-4,1,16,15
5,-5,25,30
