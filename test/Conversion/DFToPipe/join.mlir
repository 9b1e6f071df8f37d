// Joins: the right table is built, the left one probes, unless the join says otherwise.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file | FileCheck %s

// The key is part of the payload if somebody wants it: it is stored twice only then.
// CHECK-LABEL: func @join
// CHECK:       %[[T:.*]] = molt_pipe.table_source "b"
// CHECK-NEXT:  %[[B:.*]] = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
// CHECK-NEXT:  molt_pipe.pipeline parallel %[[T]]
// CHECK:         molt_pipe.join_insert %[[B]] keys(%{{.*}} : !molt_pipe.col<i64>) payload(%{{.*}} : !molt_pipe.col<f64>)
// CHECK:       %[[J:.*]] = molt_pipe.join_finish %[[B]]
// CHECK-NEXT:  %[[P:.*]] = molt_pipe.table_source "a"
// CHECK:       molt_pipe.pipeline parallel %[[P]]
// CHECK:         %[[R:.*]]:3 = molt_pipe.join_probe inner %[[J]] keys(%{{.*}} : !molt_pipe.col<i64>) carry(%{{.*}}, %{{.*}} : !molt_pipe.col<i64>, !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i64>, !molt_pipe.col<i32>, !molt_pipe.col<f64>
// CHECK-NEXT:    molt_pipe.stage(%[[R]]#0, %[[R]]#1, %[[R]]#2)
func.func @join() -> !molt_df.table<"x": i64, "p": i32, "q": f64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64, "p": i32>
  %b = molt_df.source "b" : !molt_df.table<"y": i64, "q": f64>
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64, "p": i32>, !molt_df.table<"y": i64, "q": f64>
  %r = molt_df.project %j ["x", "p", "q"] : !molt_df.table<"x": i64, "p": i32, "y": i64, "q": f64>
  return %r : !molt_df.table<"x": i64, "p": i32, "q": f64>
}

// -----

// Rows with a null key match nothing and are dropped on either side; behind that the
// key is valid. Nullable payload carries its validity.
// CHECK-LABEL: func @nulls
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64, i1]>
// CHECK:       molt_pipe.stage
// CHECK-NEXT:  ^bb0(%[[K:.*]]: i64, %[[VALID:.*]]: i1, %[[Q:.*]]: f64, %[[QV:.*]]: i1):
// CHECK-NEXT:    molt_pipe.yield keep %[[VALID]] values %[[K]], %[[Q]], %[[QV]]
// CHECK:       molt_pipe.join_insert
// CHECK:       molt_pipe.stage
// CHECK:         molt_pipe.yield keep
// CHECK:       molt_pipe.join_probe
func.func @nulls() -> !molt_df.table<"x": i64?, "q": f64?> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64?>
  %b = molt_df.source "b" : !molt_df.table<"y": i64?, "q": f64?>
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64?>, !molt_df.table<"y": i64?, "q": f64?>
  %r = molt_df.project %j ["x", "q"] : !molt_df.table<"x": i64?, "y": i64?, "q": f64?>
  return %r : !molt_df.table<"x": i64?, "q": f64?>
}

// -----

// Floats join by their canonical bits, several keys together.
// CHECK-LABEL: func @keys
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i32, !molt_str.utf8], []>
// CHECK:         %[[BITS:.*]] = arith.bitcast %{{.*}} : f32 to i32
// CHECK:       molt_pipe.join_insert %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<i32>, !molt_pipe.col<!molt_str.utf8>) payload()
// CHECK:         arith.bitcast %{{.*}} : f32 to i32
// CHECK:       molt_pipe.join_probe inner %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<i32>, !molt_pipe.col<!molt_str.utf8>) carry(%{{.*}} : !molt_pipe.col<f32>)
func.func @keys() -> !molt_df.table<"x": f32> {
  %a = molt_df.source "a" : !molt_df.table<"x": f32, "s": !molt_str.utf8>
  %b = molt_df.source "b" : !molt_df.table<"y": f32, "u": !molt_str.utf8>
  %j = molt_df.join %a, %b on ["x", "s"] = ["y", "u"] : !molt_df.table<"x": f32, "s": !molt_str.utf8>, !molt_df.table<"y": f32, "u": !molt_str.utf8>
  %r = molt_df.project %j ["x"] : !molt_df.table<"x": f32, "s": !molt_str.utf8, "y": f32, "u": !molt_str.utf8>
  return %r : !molt_df.table<"x": f32>
}

// -----

// Left: a null key of a row that stays is part of the key, and equals nothing: built keys are all valid.
// What was not nullable is null where there is no match.
// CHECK-LABEL: func @left
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i64, i1], [f64]>
// CHECK:         molt_pipe.yield keep %{{.*}} values
// CHECK:         %[[R:.*]]:4 = molt_pipe.join_probe left %{{.*}} carry(%{{.*}}, %{{.*}} : !molt_pipe.col<i64>, !molt_pipe.col<i1>)
// CHECK:         molt_pipe.output %{{.*}} nullable [true, true]
func.func @left() -> !molt_df.table<"x": i64?, "q": f64?> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64?>
  %b = molt_df.source "b" : !molt_df.table<"y": i64?, "q": f64>
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64?>, !molt_df.table<"y": i64?, "q": f64>
  %r = molt_df.project %j ["x", "q"] : !molt_df.table<"x": i64?, "y": i64?, "q": f64?>
  return %r : !molt_df.table<"x": i64?, "q": f64?>
}

// -----

// Right: the left table is built. Full: what no probe has matched follows, with nulls, in one state.
// CHECK-LABEL: func @full
// CHECK:       molt_pipe.table_source "b"
// CHECK:       %[[T:.*]] = molt_pipe.join_finish
// CHECK:       molt_pipe.table_source "a"
// CHECK:       %[[S:.*]] = molt_pipe.sort_create descending [] offset 0 limit -1
// CHECK:         molt_pipe.join_probe full %[[T]]
// CHECK:         molt_pipe.sort_append %[[S]]
// CHECK:       %[[U:.*]] = molt_pipe.join_unmatched %[[T]]
// CHECK:       molt_pipe.pipeline parallel %[[U]]
// CHECK:         molt_pipe.sort_append %[[S]]
// CHECK:       molt_pipe.sort_finish %[[S]]
func.func @full() -> !molt_df.table<"x": i64?, "y": i64?> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %r = molt_df.join full %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64?, "y": i64?>
}

// -----

// CHECK-LABEL: func @right
// CHECK:       molt_pipe.table_source "a"
// CHECK:       molt_pipe.table_source "b"
// CHECK:         molt_pipe.join_probe left
func.func @right() -> !molt_df.table<"x": i64?, "y": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %r = molt_df.join right %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64?, "y": i64>
}

// -----

// What a semi join gives are rows of the left table: that is built, and all of the right one note
// their matches before they are scanned.
// CHECK-LABEL: func @semi_builds_left
// CHECK:       molt_pipe.table_source "a"
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i64], [i64, i1, i32]>
// CHECK:         molt_pipe.yield keep
// CHECK:       %[[T:.*]] = molt_pipe.join_finish
// CHECK:       molt_pipe.table_source "b"
// CHECK:       molt_pipe.pipeline
// CHECK:         molt_pipe.join_mark %[[T]] keys(%{{.*}} : !molt_pipe.col<i64>) carry() :
// CHECK-NEXT:  }
// CHECK-NEXT:  %[[R:.*]] = molt_pipe.join_matched %[[T]]
// CHECK:       molt_pipe.pipeline parallel %[[R]]
// CHECK:         molt_pipe.output
func.func @semi_builds_left() -> !molt_df.table<"x": i64?, "p": i32> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64?, "p": i32>
  %b = molt_df.source "b" : !molt_df.table<"y": i64?>
  %j = molt_df.join semi %a, %b on ["x"] = ["y"] build<left> : !molt_df.table<"x": i64?, "p": i32>, !molt_df.table<"y": i64?>
  return %j : !molt_df.table<"x": i64?, "p": i32>
}

// -----

// Rows of an anti join with a null key stay: that there is none is part of the key, and of the
// other side those rows are dropped. The condition sees the columns of both.
// CHECK-LABEL: func @anti_builds_left
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i64, i1], [i64, i1, i32]>
// CHECK-NOT:     molt_pipe.yield keep
// CHECK:       %[[T:.*]] = molt_pipe.join_finish %{{[0-9]+}} :
// CHECK:         molt_pipe.yield keep
// CHECK:         molt_pipe.join_mark %[[T]] keys({{.*}}) carry(%{{.*}} : !molt_pipe.col<i32>)
// CHECK-NEXT:    ^bb0(%[[Q:.*]]: !molt_pipe.col<i32>, %{{.*}}: !molt_pipe.col<i64>, %{{.*}}: !molt_pipe.col<i1>, %[[P:.*]]: !molt_pipe.col<i32>):
// CHECK-NEXT:      molt_pipe.stage(%[[P]], %[[Q]])
// CHECK:       molt_pipe.join_unmatched %[[T]]
func.func @anti_builds_left() -> !molt_df.table<"x": i64?, "p": i32> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64?, "p": i32>
  %b = molt_df.source "b" : !molt_df.table<"y": i64?, "q": i32>
  %j = molt_df.join anti %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: i32, %q: i32):
    %c = molt_df.cmp lt %p, %q : i32, i32
    molt_df.yield %c : i1
  } : !molt_df.table<"x": i64?, "p": i32>, !molt_df.table<"y": i64?, "q": i32>
  return %j : !molt_df.table<"x": i64?, "p": i32>
}

// -----

// Left: matches while the right table probes, then the other rows with nulls, in one state.
// CHECK-LABEL: func @left_builds_left
// CHECK:       molt_pipe.table_source "a"
// CHECK:       %[[T:.*]] = molt_pipe.join_finish
// CHECK:       molt_pipe.table_source "b"
// CHECK:       %[[S:.*]] = molt_pipe.sort_create descending [] offset 0 limit -1 : !molt_pipe.sorter<[], [i64, i1, i64]>
// CHECK:         molt_pipe.join_probe right %[[T]]
// CHECK:         molt_pipe.sort_append %[[S]]
// CHECK:       %[[U:.*]] = molt_pipe.join_unmatched %[[T]]
// CHECK:       molt_pipe.pipeline parallel %[[U]]
// CHECK:         molt_pipe.sort_append %[[S]]
func.func @left_builds_left() -> !molt_df.table<"x": i64, "y": i64?> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %r = molt_df.join left %a, %b on ["x"] = ["y"] build<left> : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64, "y": i64?>
}

// -----

// CHECK-LABEL: func @right_builds_right
// CHECK:       molt_pipe.table_source "b"
// CHECK:       molt_pipe.join_finish
// CHECK:       molt_pipe.table_source "a"
// CHECK:         molt_pipe.join_probe right
func.func @right_builds_right() -> !molt_df.table<"x": i64?, "y": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %r = molt_df.join right %a, %b on ["x"] = ["y"] build<right> : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64?, "y": i64>
}

// -----

// CHECK-LABEL: func @inner_builds_left
// CHECK:       molt_pipe.table_source "a"
// CHECK:       molt_pipe.join_finish
// CHECK:       molt_pipe.table_source "b"
// CHECK:         molt_pipe.join_probe inner
func.func @inner_builds_left() -> !molt_df.table<"x": i64, "y": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %r = molt_df.join %a, %b on ["x"] = ["y"] build<left> : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64, "y": i64>
}

// -----

// A condition of an inner join filters pairs, one of another kind is the probe's.
// CHECK-LABEL: func @conditions
// CHECK:         molt_pipe.join_probe inner
// CHECK:         molt_pipe.yield keep
// CHECK:         molt_pipe.join_probe anti
// CHECK-NEXT:    ^bb0(%{{.*}}: !molt_pipe.col<i64>, %[[Y:.*]]: !molt_pipe.col<i64>):
// CHECK:           %[[C:.*]] = molt_pipe.stage
// CHECK:           molt_pipe.yield values %[[C]] : !molt_pipe.col<i1>
func.func @conditions() -> !molt_df.table<"x": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %c = molt_df.source "c" : !molt_df.table<"z": i64>
  %i = molt_df.join cross %a, %b where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %k = molt_df.cmp lt %x, %y : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  %p = molt_df.project %i ["x"] : !molt_df.table<"x": i64, "y": i64>
  %r = molt_df.join anti %p, %c on ["x"] = ["z"] where ["x", "z"] {
  ^bb0(%x: i64, %z: i64):
    %k = molt_df.cmp ne %x, %z : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64>, !molt_df.table<"z": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

// What has several uses is computed once, unless it is read row by row from a source.
// CHECK-LABEL: func @shared
// CHECK-COUNT-1: molt_pipe.agg_create
// CHECK-NOT:   molt_pipe.agg_create
// CHECK:       %[[ROWS:.*]] = molt_pipe.sort_finish
// CHECK:       molt_pipe.pipeline parallel %[[ROWS]]
// CHECK:       molt_pipe.pipeline parallel %[[ROWS]]
func.func @shared() -> !molt_df.table<"x": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64>
  %g = molt_df.aggregate %a by ["x"] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  %r = molt_df.concat %g, %g : !molt_df.table<"x": i64>, !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64>
}
