// Next to its opposite, LLVM made 0 of a comparison of vectors of one integer of 128 bits.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @compared() -> !molt_df.table<"a": i1, "b": ui8> {
  %t = molt_df.source "t" : !molt_df.table<"c1": !molt_df.decimal<38, 1>>
  %w = molt_df.with_columns %t ["c1"] -> ["a", "b"] {
  ^bb0(%x: !molt_df.decimal<38, 1>):
    %2 = molt_df.constant "-91.0" : !molt_df.decimal<38, 1>
    %3 = molt_df.cmp le %x, %2 : !molt_df.decimal<38, 1>, !molt_df.decimal<38, 1>
    %4 = molt_df.not %3 : i1
    %5 = molt_df.cast %4 : i1 to ui8
    molt_df.yield %3, %5 : i1, ui8
  } : !molt_df.table<"c1": !molt_df.decimal<38, 1>>
  %r = molt_df.project %w ["a", "b"] : !molt_df.table<"c1": !molt_df.decimal<38, 1>, "a": i1, "b": ui8>
  return %r : !molt_df.table<"a": i1, "b": ui8>
}
//--- t.csv
c1
0.0
-91.0
-91.1
-90.9
//--- compared.out
a,b
false,1
true,0
true,0
false,1
