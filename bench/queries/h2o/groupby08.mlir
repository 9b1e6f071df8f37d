// H2O.ai group-by question 8: the two largest v3 of each id6.
//
// A group for each hundred rows; ties do not show, as nothing but v3 is kept.

!g1 = !molt_df.table<"id6": i32, "v3": f64>
!result = !molt_df.table<"id6": i32, "largest2_v3": f64>

func.func @main() -> !result {
  %g1 = molt_df.source "g1" : !g1
  %largest = molt_df.top_k %g1, 2 by ["v3" desc] per ["id6"] : !g1
  %result = molt_df.project %largest ["id6", "v3"] -> ["id6", "largest2_v3"] : !g1
  return %result : !result
}
