// Sort keys as words that compare as unsigned integers; top_k and limit as sorts.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file | FileCheck %s

// Signed numbers have their sign flipped; descending words are complemented.
// CHECK-LABEL: func @integers
// CHECK:       %[[S:.*]] = molt_pipe.sort_create descending [false, false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64, i64, i64], [i32, i32, i1]>
// CHECK:       ^bb0(%[[I:.*]]: i32, %[[U:.*]]: i32, %[[P:.*]]: i1):
// CHECK-NEXT:    %[[WIDE:.*]] = arith.extsi %[[I]] : i32 to i64
// CHECK-NEXT:    %[[MIN:.*]] = arith.constant -9223372036854775808 : i64
// CHECK-NEXT:    %[[A:.*]] = arith.xori %[[WIDE]], %[[MIN]] : i64
// CHECK-NEXT:    %[[WIDE:.*]] = arith.extui %[[U]] : i32 to i64
// CHECK-NEXT:    %[[ONES:.*]] = arith.constant -1 : i64
// CHECK-NEXT:    %[[B:.*]] = arith.xori %[[WIDE]], %[[ONES]] : i64
// CHECK-NEXT:    %[[C:.*]] = arith.extui %[[P]] : i1 to i64
// CHECK-NEXT:    molt_pipe.yield values %[[A]], %[[B]], %[[C]], %[[I]], %[[U]], %[[P]]
// CHECK:       molt_pipe.sort_append %[[S]]
// CHECK:       %[[R:.*]] = molt_pipe.sort_finish %[[S]] : !molt_pipe.sorter<[i64, i64, i64], [i32, i32, i1]> -> !molt_pipe.rows<i32, i32, i1>
// CHECK:       molt_pipe.pipeline parallel %[[R]]
// CHECK:         molt_pipe.output
func.func @integers() -> !molt_df.table<"i": i32, "u": ui32, "p": i1> {
  %t = molt_df.source "t" : !molt_df.table<"i": i32, "u": ui32, "p": i1>
  %r = molt_df.sort %t by ["i", "u" desc, "p"] : !molt_df.table<"i": i32, "u": ui32, "p": i1>
  return %r : !molt_df.table<"i": i32, "u": ui32, "p": i1>
}

// -----

// A word says where nulls go, whatever the direction; the values of nulls are equal.
// CHECK-LABEL: func @nulls
// CHECK:       molt_pipe.sort_create descending [false, false, false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64, i64, i64, i64], []>
// CHECK:       ^bb0(%[[X:.*]]: i64, %[[XV:.*]]: i1, %[[Y:.*]]: i64, %[[YV:.*]]: i1):
// CHECK-DAG:     %[[ZERO:.*]] = arith.constant 0 : i64
// CHECK-DAG:     %[[ONE:.*]] = arith.constant 1 : i64
// CHECK:         %[[XN:.*]] = arith.select %[[XV]], %[[ZERO]], %[[ONE]] : i64
// CHECK:         %[[XZ:.*]] = arith.select %[[XV]], %[[X]], %{{.*}} : i64
// CHECK:         %[[YN:.*]] = arith.select %[[YV]], %[[ONE:.*]], %[[ZERO:.*]] : i64
// CHECK-NEXT:    arith.constant 0 : i64
// CHECK:         arith.xori %{{.*}}, %c-1
// CHECK-NEXT:    molt_pipe.yield values %[[XN]], %{{.*}}, %[[YN]], %{{.*}} : i64, i64, i64, i64
func.func @nulls() -> !molt_df.table<"z": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64?, "y": i64?>
  %s = molt_df.sort %t by ["x", "y" desc nulls_first] : !molt_df.table<"x": i64?, "y": i64?>
  %r = molt_df.aggregate %s by [] of [] -> ["z"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64?, "y": i64?>
  return %r : !molt_df.table<"z": i64>
}

// -----

// Strings are keys themselves; 128 bits are two words; floats go by the total order.
// CHECK-LABEL: func @others
// CHECK:       molt_pipe.sort_create descending [true, false, false, false] offset 0 limit -1 : !molt_pipe.sorter<[!molt_str.utf8, i64, i64, i64], [!molt_str.utf8, i128, f32]>
// CHECK:       ^bb0(%[[S:.*]]: !molt_str.utf8, %[[D:.*]]: i128, %[[F:.*]]: f32):
// CHECK:         %[[SHIFTED:.*]] = arith.shrsi %[[D]], %{{.*}} : i128
// CHECK-NEXT:    %[[HIGH:.*]] = arith.trunci %[[SHIFTED]] : i128 to i64
// CHECK:         %[[HIGHWORD:.*]] = arith.xori %[[HIGH]], %{{.*}} : i64
// CHECK-NEXT:    %[[LOWWORD:.*]] = arith.trunci %[[D]] : i128 to i64
// CHECK:         %[[BITS:.*]] = arith.bitcast %{{.*}} : f32 to i32
// CHECK:         %[[ORDER:.*]] = arith.xori %[[BITS]], %{{.*}} : i32
// CHECK-NEXT:    %[[WIDE:.*]] = arith.extsi %[[ORDER]] : i32 to i64
// CHECK:         %[[FLOAT:.*]] = arith.xori %[[WIDE]], %{{.*}} : i64
// CHECK-NEXT:    molt_pipe.yield values %[[S]], %[[HIGHWORD]], %[[LOWWORD]], %[[FLOAT]], %[[S]], %[[D]], %[[F]]
func.func @others() -> !molt_df.table<"s": !molt_str.utf8, "d": !molt_df.decimal<20, 2>, "f": f32> {
  %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8, "d": !molt_df.decimal<20, 2>, "f": f32>
  %r = molt_df.sort %t by ["s" desc, "d", "f"] : !molt_df.table<"s": !molt_str.utf8, "d": !molt_df.decimal<20, 2>, "f": f32>
  return %r : !molt_df.table<"s": !molt_str.utf8, "d": !molt_df.decimal<20, 2>, "f": f32>
}

// -----

// A key that nobody wants afterwards is no payload.
// CHECK-LABEL: func @top_k
// CHECK:       molt_pipe.sort_create descending [false] offset 0 limit 10 : !molt_pipe.sorter<[i64], [f64]>
func.func @top_k() -> !molt_df.table<"y": f64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64, "y": f64>
  %s = molt_df.top_k %t, 10 by ["x" desc] : !molt_df.table<"x": i64, "y": f64>
  %r = molt_df.project %s ["y"] : !molt_df.table<"x": i64, "y": f64>
  return %r : !molt_df.table<"y": f64>
}

// -----

// A limit is a sort without keys, which leaves the order of the source.
// CHECK-LABEL: func @limit
// CHECK:       molt_pipe.sort_create descending [] offset 5 limit 10 : !molt_pipe.sorter<[], [i64]>
// CHECK:       molt_pipe.sort_append %{{.*}} keys() payload(%{{.*}} : !molt_pipe.col<i64>)
func.func @limit() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  %r = molt_df.limit %t, 10 offset 5 : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

// Numbers from 0 on need all rows in front; numbers that only increase do not.
// CHECK-LABEL: func @row_index
func.func @row_index() -> !molt_df.table<"x": i64, "n": i64> {
  // CHECK: molt_pipe.sort_finish
  // CHECK: molt_pipe.pipeline
  // CHECK: molt_pipe.row_number
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  %r = molt_df.with_row_index %t -> "n" : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64, "n": i64>
}

// -----

// CHECK-LABEL: func @monotonic
func.func @monotonic() -> !molt_df.table<"x": i64, "n": i64> {
  // CHECK-NOT: molt_pipe.sort
  // CHECK: molt_pipe.row_order
  // CHECK-NOT: molt_pipe.sort
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  %r = molt_df.with_row_index monotonic %t -> "n" : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64, "n": i64>
}
