// H2O.ai group-by question 6: median and standard deviation of v3, by id4 and id5.
//
// Ten thousand groups. The median sorts the values within each group; the deviation is one pass.

!g1 = !molt_df.table<"id4": i32, "id5": i32, "v3": f64>
!result = !molt_df.table<"id4": i32, "id5": i32, "median_v3": f64?, "sd_v3": f64?>

func.func @main() -> !result {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id4", "id5"] of ["v3"] -> ["median_v3", "sd_v3"] {
  ^bb0(%v3: f64):
    %median = molt_df.median %v3 : f64
    %sd = molt_df.std %v3 : f64
    molt_df.yield %median, %sd : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !g1
  return %groups : !result
}
