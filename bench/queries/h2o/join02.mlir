// H2O.ai join question 2: medium inner on int.
//
// The build side has a thousandth of the rows of x.

!x = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64>
!medium = !molt_df.table<
  "id1": i32, "id2": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8, "v2": f64>
!right = !molt_df.table<
  "medium_id1": i32, "medium_id2": i32, "medium_id4": !molt_str.utf8, "medium_id5": !molt_str.utf8,
  "v2": f64>
!joined = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "medium_id1": i32, "medium_id2": i32,
  "medium_id4": !molt_str.utf8, "medium_id5": !molt_str.utf8, "v2": f64>
!result = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "medium_id1": i32, "medium_id4": !molt_str.utf8,
  "medium_id5": !molt_str.utf8, "v2": f64>

func.func @main() -> !result {
  %x = molt_df.source "x" : !x
  %medium = molt_df.source "medium" : !medium
  %right = molt_df.project %medium ["id1", "id2", "id4", "id5", "v2"]
      -> ["medium_id1", "medium_id2", "medium_id4", "medium_id5", "v2"] : !medium
  %joined = molt_df.join %x, %right on ["id2"] = ["medium_id2"] : !x, !right
  %result = molt_df.project %joined ["id1", "id2", "id3", "id4", "id5", "id6", "v1", "medium_id1",
      "medium_id4", "medium_id5", "v2"] : !joined
  return %result : !result
}
