// H2O.ai group-by question 10: sum v3 and count by all six ids.
//
// Almost every row is a group of its own, of three text and three integer keys.

!g1 = !molt_df.table<
  "id1": !molt_str.utf8, "id2": !molt_str.utf8, "id3": !molt_str.utf8, "id4": i32, "id5": i32,
  "id6": i32, "v3": f64>
!groups = !molt_df.table<
  "id1": !molt_str.utf8, "id2": !molt_str.utf8, "id3": !molt_str.utf8, "id4": i32, "id5": i32,
  "id6": i32, "v3": f64?, "count": i64>

func.func @main() -> !groups {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id1", "id2", "id3", "id4", "id5", "id6"]
      of ["v3"] -> ["v3", "count"] {
  ^bb0(%v3: f64):
    %sum = molt_df.sum %v3 : f64
    %count = molt_df.count
    molt_df.yield %sum, %count : !molt_df.nullable<f64>, i64
  } : !g1
  return %groups : !groups
}
