// H2O.ai group-by question 9: the square of the correlation of v1 and v2, by id2 and id4.
//
// Ten thousand groups of a text and an integer key. The benchmark calls it a regression: its R².

!g1 = !molt_df.table<"id2": !molt_str.utf8, "id4": i32, "v1": i32, "v2": i32>
!groups = !molt_df.table<"id2": !molt_str.utf8, "id4": i32, "correlation": f64?>
!squares = !molt_df.table<"id2": !molt_str.utf8, "id4": i32, "correlation": f64?, "r2": f64?>
!result = !molt_df.table<"id2": !molt_str.utf8, "id4": i32, "r2": f64?>

func.func @main() -> !result {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id2", "id4"] of ["v1", "v2"] -> ["correlation"] {
  ^bb0(%v1: i32, %v2: i32):
    %corr = molt_df.corr %v1, %v2 : i32, i32
    molt_df.yield %corr : !molt_df.nullable<f64>
  } : !g1
  %squares = molt_df.with_columns %groups ["correlation"] -> ["r2"] {
  ^bb0(%corr: !molt_df.nullable<f64>):
    %r2 = molt_df.mul %corr, %corr : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    molt_df.yield %r2 : !molt_df.nullable<f64>
  } : !groups
  %result = molt_df.project %squares ["id2", "id4", "r2"] : !squares
  return %result : !result
}
