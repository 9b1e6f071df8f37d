// Floats between 2^126 and 10^38 have a counterpart among decimals of 38 digits; compiled code took them for too large.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!d = !molt_df.decimal<38, 0>
func.func @cast() -> !molt_df.table<"d": !d?> {
  %t = molt_df.source "t" : !molt_df.table<"x": f64>
  %u = molt_df.with_columns %t ["x"] -> ["d"] {
  ^bb0(%x: f64):
    %d = molt_df.cast lenient %x : f64 to !molt_df.nullable<!d>
    molt_df.yield %d : !molt_df.nullable<!d>
  } : !molt_df.table<"x": f64>
  %r = molt_df.project %u ["d"] : !molt_df.table<"x": f64, "d": !d?>
  return %r : !molt_df.table<"d": !d?>
}

//--- t.csv
x
9.5e37
-9.5e37
8.507059173023461e37
1e38
-1e38
1.7014118346046923e38
//--- cast.out
d
94999999999999995027949442561445199872
-94999999999999995027949442561445199872
85070591730234606421110686118651625472
99999999999999997748809823456034029568
-99999999999999997748809823456034029568

