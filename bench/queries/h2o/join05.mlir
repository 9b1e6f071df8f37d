// H2O.ai join question 5: big inner on int.
//
// Both sides are of the same size; either may be the build side.

!x = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64>
!big = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v2": f64>
!right = !molt_df.table<
  "big_id1": i32, "big_id2": i32, "big_id3": i32, "big_id4": !molt_str.utf8,
  "big_id5": !molt_str.utf8, "big_id6": !molt_str.utf8, "v2": f64>
!joined = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "big_id1": i32, "big_id2": i32, "big_id3": i32,
  "big_id4": !molt_str.utf8, "big_id5": !molt_str.utf8, "big_id6": !molt_str.utf8, "v2": f64>
!result = !molt_df.table<
  "id1": i32, "id2": i32, "id3": i32, "id4": !molt_str.utf8, "id5": !molt_str.utf8,
  "id6": !molt_str.utf8, "v1": f64, "big_id1": i32, "big_id2": i32, "big_id4": !molt_str.utf8,
  "big_id5": !molt_str.utf8, "big_id6": !molt_str.utf8, "v2": f64>

func.func @main() -> !result {
  %x = molt_df.source "x" : !x
  %big = molt_df.source "big" : !big
  %right = molt_df.project %big ["id1", "id2", "id3", "id4", "id5", "id6", "v2"]
      -> ["big_id1", "big_id2", "big_id3", "big_id4", "big_id5", "big_id6", "v2"] : !big
  %joined = molt_df.join %x, %right on ["id3"] = ["big_id3"] : !x, !right
  %result = molt_df.project %joined ["id1", "id2", "id3", "id4", "id5", "id6", "v1", "big_id1",
      "big_id2", "big_id4", "big_id5", "big_id6", "v2"] : !joined
  return %result : !result
}
