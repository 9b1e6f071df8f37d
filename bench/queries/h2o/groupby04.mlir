// H2O.ai group-by question 4: mean v1, v2 and v3 by id4.
//
// A hundred groups of one integer key.

!g1 = !molt_df.table<"id4": i32, "v1": i32, "v2": i32, "v3": f64>
!groups = !molt_df.table<"id4": i32, "v1": f64?, "v2": f64?, "v3": f64?>

func.func @main() -> !groups {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id4"] of ["v1", "v2", "v3"] -> ["v1", "v2", "v3"] {
  ^bb0(%v1: i32, %v2: i32, %v3: f64):
    %mean1 = molt_df.mean %v1 : i32
    %mean2 = molt_df.mean %v2 : i32
    %mean3 = molt_df.mean %v3 : f64
    molt_df.yield %mean1, %mean2, %mean3
        : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !g1
  return %groups : !groups
}
