// What a window sorts beside the columns had names as passes give them, ".3", and came out as a second column of that name,
// of another type.
// RUN: split-file %s %t && molt-opt %t/program.mlir --molt-df-to-pipe-pipeline > /dev/null
// RUN: %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": i64, "y": i64>
!n = !molt_df.table<".3": i64, ".4": i64, ".5": i64>
!r = !molt_df.table<".3": i64, ".4": i64, ".5": i64, "a": i8?, "b": i8?>
func.func @main() -> !r {
  %t = molt_df.source "t" : !t
  %n = molt_df.project %t ["x", "y", "x"] -> [".3", ".4", ".5"] : !t
  %w = molt_df.window %n by [] order [".3"] of [".4"] -> ["a", "b"] {
  ^bb0(%y: i64):
    %z = molt_df.cast %y : i64 to i8
    %a = molt_df.lag %z by 1 : i8
    %b = molt_df.lead %z by 1 : i8
    molt_df.yield %a, %b : !molt_df.nullable<i8>, !molt_df.nullable<i8>
  } : !n
  // Two uses: it is collected as it is.
  %c = molt_df.concat %w, %w : !r, !r
  %f = molt_df.limit %c, 3 : !r
  return %f : !r
}
//--- t.csv
x,y
1,5
2,6
3,7
//--- main.rows
.3,.4,.5,a,b
1,5,1,,6
2,6,2,5,7
3,7,3,6,
