// A sum whose total is proved to fit 64 bits, of values that are kept in 128 bits, did
// not compile. Found by random programs.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32, "n": i16?>
func.func @total() -> !molt_df.table<"s": !molt_df.decimal<38, 2>?> {
  %t = molt_df.source "t" {facts = {n = #molt_df.facts<range = [-10000, 10000]>}, rows = 1000 : i64} : !t
  %r = molt_df.aggregate %t by [] of ["n"] -> ["s"] {
  ^bb0(%n: !molt_df.nullable<i16>):
    %wide = molt_df.cast %n : !molt_df.nullable<i16> to !molt_df.nullable<!molt_df.decimal<25, 2>>
    %s = molt_df.sum %wide : !molt_df.nullable<!molt_df.decimal<25, 2>>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !t
  return %r : !molt_df.table<"s": !molt_df.decimal<38, 2>?>
}

func.func @totals() -> !molt_df.table<"k": i32, "s": !molt_df.decimal<38, 2>?> {
  %t = molt_df.source "t" {facts = {n = #molt_df.facts<range = [-10000, 10000]>}, rows = 1000 : i64} : !t
  %r = molt_df.aggregate %t by ["k"] of ["n"] -> ["s"] {
  ^bb0(%n: !molt_df.nullable<i16>):
    %wide = molt_df.cast %n : !molt_df.nullable<i16> to !molt_df.nullable<!molt_df.decimal<25, 2>>
    %s = molt_df.sum %wide : !molt_df.nullable<!molt_df.decimal<25, 2>>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !t
  return %r : !molt_df.table<"k": i32, "s": !molt_df.decimal<38, 2>?>
}
//--- t.csv
k,n
1,10000
2,-10000
1,-1
1,
3,
2,7
1,3
2,-10000
//--- total.out
s
-9991.00
//--- totals.rows
k,s
1,10002.00
2,-19993.00
3,
