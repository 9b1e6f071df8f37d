// H2O.ai group-by question 3: sum v1 and mean v3 by id3.
//
// A group for each hundred rows, of one text key.

!g1 = !molt_df.table<"id3": !molt_str.utf8, "v1": i32, "v3": f64>
!groups = !molt_df.table<"id3": !molt_str.utf8, "v1": i64?, "v3": f64?>

func.func @main() -> !groups {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id3"] of ["v1", "v3"] -> ["v1", "v3"] {
  ^bb0(%v1: i32, %v3: f64):
    %sum = molt_df.sum %v1 : i32
    %mean = molt_df.mean %v3 : f64
    molt_df.yield %sum, %mean : !molt_df.nullable<i64>, !molt_df.nullable<f64>
  } : !g1
  return %groups : !groups
}
