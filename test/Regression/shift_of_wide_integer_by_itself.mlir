// LLVM has no code for the vector instruction that it makes, for AVX2, of a shift of 128 bits by a count of 128 bits that
// is checked to be in range. Found by random programs.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": i128, "n": i128>
func.func @shift() -> !molt_df.table<"l": i128, "r": i128> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["x", "n"] -> ["l", "r"] {
  ^bb0(%x: i128, %n: i128):
    %l = molt_df.shl overflow<wrap> %x, %n : i128, i128
    %r = molt_df.shr %x, %n : i128, i128
    molt_df.yield %l, %r : i128, i128
  } : !t
  %r = molt_df.project %u ["l", "r"] : !molt_df.table<"x": i128, "n": i128, "l": i128, "r": i128>
  return %r : !molt_df.table<"l": i128, "r": i128>
}
//--- t.csv
x,n
3,126
-1,127
-1,128
5,0
-7,1
-7,170141183460469231731687303715884105727
7,18446744073709551616
//--- shift.out
l,r
-85070591730234615865843651857942052864,0
-170141183460469231731687303715884105728,-1
0,-1
5,5
-14,-4
0,-1
0,0
