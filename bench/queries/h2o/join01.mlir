// H2O.ai join question 1: small inner on int.
//
// The build side has a millionth of the rows of x.

!x = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64>
!small = !molt_df.table<"id1": i32, "id4": !molt_str.utf8, "v2": f64>
!right = !molt_df.table<"small_id1": i32, "small_id4": !molt_str.utf8, "v2": f64>
!joined = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "small_id1": i32, "small_id4": !molt_str.utf8, "v2": f64>
!result = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "small_id4": !molt_str.utf8, "v2": f64>

func.func @main() -> !result {
  %x = molt_df.source "x" : !x
  %small = molt_df.source "small" : !small
  %right = molt_df.project %small ["id1", "id4", "v2"] -> ["small_id1", "small_id4", "v2"] : !small
  %joined = molt_df.join %x, %right on ["id1"] = ["small_id1"] : !x, !right
  %result = molt_df.project %joined ["id1", "id2", "id3", "id4", "id5", "id6", "v1", "small_id4",
      "v2"] : !joined
  return %result : !result
}
