// H2O.ai group-by question 7: max v1 - min v2 by id3.
//
// A group for each hundred rows, of one text key; the difference is taken of each group.

!g1 = !molt_df.table<"id3": !molt_str.utf8, "v1": i32, "v2": i32>
!groups = !molt_df.table<"id3": !molt_str.utf8, "max_v1": i32?, "min_v2": i32?>
!ranges = !molt_df.table<"id3": !molt_str.utf8, "max_v1": i32?, "min_v2": i32?, "range_v1_v2": i32?>
!result = !molt_df.table<"id3": !molt_str.utf8, "range_v1_v2": i32?>

func.func @main() -> !result {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id3"] of ["v1", "v2"] -> ["max_v1", "min_v2"] {
  ^bb0(%v1: i32, %v2: i32):
    %max = molt_df.max %v1 : i32
    %min = molt_df.min %v2 : i32
    molt_df.yield %max, %min : !molt_df.nullable<i32>, !molt_df.nullable<i32>
  } : !g1
  %ranges = molt_df.with_columns %groups ["max_v1", "min_v2"] -> ["range_v1_v2"] {
  ^bb0(%max: !molt_df.nullable<i32>, %min: !molt_df.nullable<i32>):
    %range = molt_df.sub %max, %min : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %range : !molt_df.nullable<i32>
  } : !groups
  %result = molt_df.project %ranges ["id3", "range_v1_v2"] : !ranges
  return %result : !result
}
