// H2O.ai group-by question 5: sum v1, v2 and v3 by id6.
//
// A group for each hundred rows, of one integer key.

!g1 = !molt_df.table<"id6": i32, "v1": i32, "v2": i32, "v3": f64>
!groups = !molt_df.table<"id6": i32, "v1": i64?, "v2": i64?, "v3": f64?>

func.func @main() -> !groups {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id6"] of ["v1", "v2", "v3"] -> ["v1", "v2", "v3"] {
  ^bb0(%v1: i32, %v2: i32, %v3: f64):
    %sum1 = molt_df.sum %v1 : i32
    %sum2 = molt_df.sum %v2 : i32
    %sum3 = molt_df.sum %v3 : f64
    molt_df.yield %sum1, %sum2, %sum3
        : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<f64>
  } : !g1
  return %groups : !groups
}
