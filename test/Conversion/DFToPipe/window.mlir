// RUN: molt-opt %s --split-input-file --molt-df-to-pipe-pipeline | FileCheck %s

// A frame with an aggregate and values of other rows: what they are of is sorted with the rows, once; the functions of
// one row share a look-up.
// CHECK-LABEL: func.func @frame
func.func @frame() -> !molt_df.table<"a": i64?, "b": i64?, "c": i64?, "s": i64?> {
  // CHECK: molt_pipe.sort_append %[[S:.*]] keys({{.*}}) payload({{.*}}) : !molt_pipe.sorter<[i64, i64], [i64, i64]>
  // CHECK: %[[R:.*]] = molt_pipe.sort_finish %[[S]]
  // CHECK: %[[W:.*]] = molt_pipe.window_bounds %[[S]], %[[R]] partition 1
  // CHECK: %[[F:.*]] = molt_pipe.window_frames %[[W]], %[[S]] <rows -2 to 0>
  // CHECK: %[[T:.*]] = molt_pipe.frame_states %[[F]], %[[R]] inputs [0] parallel
  // CHECK: molt_pipe.pipeline parallel %[[R]]
  // CHECK: molt_pipe.window_columns %[[W]]
  // CHECK: molt_pipe.frame_columns %[[T]]
  // CHECK: %[[I:.*]]:4 = molt_pipe.stage
  // CHECK: molt_pipe.lookup_rows %[[I]]#0 fields [0, 1]
  // CHECK: molt_pipe.lookup_rows %[[I]]#2 fields [0]
  // CHECK-NOT: molt_pipe.lookup_rows
  %t = molt_df.source "t" : !molt_df.table<"x": i64, "y": i64, "k": i64>
  %w = molt_df.window %t by ["k"] order ["x"] frame <rows -2 to 0> of ["x", "y"] -> ["a", "b", "c", "s"] {
  ^bb0(%x: i64, %y: i64):
    %a = molt_df.lag %x by 1 : i64
    %b = molt_df.lag %y by 1 : i64
    %c = molt_df.lead %x by 1 : i64
    %s = molt_df.sum %x : i64
    molt_df.yield %a, %b, %c, %s : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64, "y": i64, "k": i64>
  %p = molt_df.project %w ["a", "b", "c", "s"] : !molt_df.table<"x": i64, "y": i64, "k": i64, "a": i64?, "b": i64?, "c": i64?, "s": i64?>
  return %p : !molt_df.table<"a": i64?, "b": i64?, "c": i64?, "s": i64?>
}

// -----

// Distances of a range: the key as the sorter has it; integers count units of floats, too.
// CHECK-LABEL: func.func @ranges
func.func @ranges() -> !molt_df.table<"x": f32?, "n": i64> {
  // CHECK: molt_pipe.window_frames %{{.*}}, %{{.*}} <range -2.000000e+00 to 0.000000e+00> key f32 descending nullable nulls_first : !molt_pipe.sorter<[i64, i64], [f32, i1]>
  %t = molt_df.source "t" : !molt_df.table<"x": f32?>
  %w = molt_df.window %t by [] order ["x" desc nulls_first] frame <range -2 to 0> of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": f32?>
  return %w : !molt_df.table<"x": f32?, "n": i64>
}

// -----

// CHECK-LABEL: func.func @wide
func.func @wide() -> !molt_df.table<"x": !molt_df.decimal<30, 2>, "n": i64> {
  // CHECK: molt_pipe.window_frames %{{.*}}, %{{.*}} <range -2 to 0> key i128 : !molt_pipe.sorter<[i64, i64], [i128]>
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.decimal<30, 2>>
  %w = molt_df.window %t by [] order ["x"] frame <range -2 to 0> of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": !molt_df.decimal<30, 2>>
  return %w : !molt_df.table<"x": !molt_df.decimal<30, 2>, "n": i64>
}

// -----

!t = !molt_df.table<"k": i32, "x": i16?>

// One index serves all quantiles of one operand; the places wanted come from how many values a frame has.
// CHECK-LABEL: func @quantiles
func.func @quantiles() -> !molt_df.table<"k": i32, "x": i16?, "m": f64?, "q": f64?, "n": i64> {
  // CHECK: %[[F:.*]] = molt_pipe.window_frames
  // CHECK: %[[I:.*]] = molt_pipe.frame_index %[[F]], %{{.*}} fields [{{[0-9]+}}, {{[0-9]+}}]
  // CHECK-NEXT: %[[D:.*]] = molt_pipe.frame_index %[[F]], %{{.*}} distinct fields
  // CHECK-NOT: molt_pipe.frame_index
  // CHECK: molt_pipe.frame_counts %[[I]]
  // CHECK: molt_pipe.frame_counts %[[D]]
  // CHECK-COUNT-4: molt_pipe.frame_nth %[[I]]
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by ["k"] order ["x"] frame <rows -9 to 0> of ["x"] -> ["m", "q", "n"] {
  ^bb0(%x: !molt_df.nullable<i16>):
    %m = molt_df.median %x : !molt_df.nullable<i16>
    %q = molt_df.quantile 0.75 of %x : !molt_df.nullable<i16>
    %n = molt_df.count_distinct %x : !molt_df.nullable<i16>
    molt_df.yield %m, %q, %n : !molt_df.nullable<f64>, !molt_df.nullable<f64>, i64
  } : !t
  return %w : !molt_df.table<"k": i32, "x": i16?, "m": f64?, "q": f64?, "n": i64>
}
