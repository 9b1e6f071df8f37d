// Sources: the columns that are needed, facts as guards, validity only where there may
// be nulls.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file | FileCheck %s
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe=parallel=false --split-input-file | FileCheck %s --check-prefix=SERIAL

// The function keeps its schema in attributes and loses its result.
// CHECK-LABEL: func @pass_through() attributes {molt.inputs = {{\[\[}}"t", !molt_df.table<"x": i64>]], molt.result = !molt_df.table<"x": i64>} {
// CHECK-NEXT:    %[[T:.*]] = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<i64>
// CHECK-NEXT:    %[[R:.*]] = molt_pipe.result_create : !molt_pipe.result<i64>
// CHECK-NEXT:    molt_pipe.pipeline parallel %[[T]] : !molt_pipe.source<i64> {
// CHECK-NEXT:    ^bb0(%[[X:.*]]: !molt_pipe.col<i64>):
// CHECK:           molt_pipe.output %[[R]], %{{.*}} nullable [false]
// CHECK-NEXT:    }
// CHECK-NEXT:    return
// CHECK-NOT:     molt_df.{{source|filter}}
// SERIAL-LABEL: func @pass_through
// SERIAL:         molt_pipe.pipeline %{{.*}} : !molt_pipe.source<i64> {
func.func @pass_through() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  return %t : !molt_df.table<"x": i64>
}

// -----

// Columns that nothing needs are not inputs of the program; ordinals count those that
// are. A column for a filter ends at the filter.
// CHECK-LABEL: func @needed
// CHECK-SAME:  molt.inputs = {{\[\[}}"t", !molt_df.table<"b": i1, "d": f64>]]
// CHECK:       molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i1, f64>
// CHECK:       molt_pipe.stage
// CHECK-NEXT:  ^bb0(%[[B:.*]]: i1, %[[D:.*]]: f64):
// CHECK-NEXT:    molt_pipe.yield keep %[[B]] values %[[D]] : f64
func.func @needed() -> !molt_df.table<"d": f64> {
  %t = molt_df.source "t" : !molt_df.table<"a": i64, "b": i1, "c": !molt_str.utf8, "d": f64>
  %f = molt_df.filter %t ["b"] {
  ^bb0(%b: i1):
    molt_df.yield %b : i1
  } : !molt_df.table<"a": i64, "b": i1, "c": !molt_str.utf8, "d": f64>
  %p = molt_df.project %f ["d"] : !molt_df.table<"a": i64, "b": i1, "c": !molt_str.utf8, "d": f64>
  return %p : !molt_df.table<"d": f64>
}

// -----

// Somebody has to know the number of rows: one column that is not a string.
// CHECK-LABEL: func @rows_only
// CHECK-SAME:  molt.inputs = {{\[\[}}"t", !molt_df.table<"b": i32>]]
func.func @rows_only() -> !molt_df.table<"n": i64> {
  %t = molt_df.source "t" : !molt_df.table<"a": !molt_str.utf8, "b": i32, "c": i64>
  %n = molt_df.aggregate %t by [] of [] -> ["n"] {
    %c = molt_df.count
    molt_df.yield %c : i64
  } : !molt_df.table<"a": !molt_str.utf8, "b": i32, "c": i64>
  return %n : !molt_df.table<"n": i64>
}

// -----

// Guards come first. A column proved free of nulls has no validity, though its type
// is nullable; a fact about one that cannot have nulls needs no guard.
// CHECK-LABEL: func @facts
// CHECK-NEXT:    molt_pipe.guard_rows input 0 max 1000
// CHECK-NEXT:    molt_pipe.guard_column input 0 column 0 nonnull range [-5 : i128, 9 : i128]
// CHECK-NEXT:    molt_pipe.guard_column input 0 column 1 range [0 : i128, 1 : i128]
// CHECK-NEXT:    molt_pipe.table_source "t" input 0 columns [0, 1, 1, 2] validity [false, false, true, false] : !molt_pipe.source<i64, i64, i1, f64>
// CHECK:         molt_pipe.output {{.*}} nullable [false, true, false]
func.func @facts() -> !molt_df.table<"x": i64?, "y": i64?, "z": f64> {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [-5, 9], nonnull>, y = #molt_df.facts<range = [0, 1]>, z = #molt_df.facts<nonnull>}} : !molt_df.table<"x": i64?, "y": i64?, "z": f64>
  return %t : !molt_df.table<"x": i64?, "y": i64?, "z": f64>
}

// -----

// The guards of all tables come before the first row of any, also those of a table that is not
// read any more. Whether values are unique matters only where the plan relies on it.
// CHECK-LABEL: func @assumed() attributes {molt.inputs = {{\[\[}}"u", !molt_df.table<"y": i64>], ["t", !molt_df.table<"x": i64>], ["v", !molt_df.table<"z": i64>]]
// CHECK-NEXT:    molt_pipe.guard_rows input 0 max 5
// CHECK-NEXT:    molt_pipe.guard_column input 1 column 0 unique
// CHECK-NEXT:    molt_pipe.guard_column input 2 column 0 range [0 : i128, 1 : i128] unique
// CHECK-NEXT:    molt_pipe.table_source
func.func @assumed() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" {assumed, facts = {x = #molt_df.facts<unique>}} : !molt_df.table<"x": i64>
  %u = molt_df.source "u" {rows = 5 : i64, facts = {y = #molt_df.facts<unique>}} : !molt_df.table<"y": i64>
  %v = molt_df.source "v" {assumed, facts = {z = #molt_df.facts<unique, range = [0, 1]>}} : !molt_df.table<"z": i64, "w": i64>
  %dead = molt_df.source "w" {facts = {z = #molt_df.facts<unique>}} : !molt_df.table<"z": i64, "w": i64>
  %r = molt_df.join semi %t, %u on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

// Each kind of column in its storage type.
// CHECK-LABEL: func @types
// CHECK:       molt_pipe.table_source "t" {{.*}} : !molt_pipe.source<i1, i8, i16, i32, i64, i8, i16, i32, i64, f32, f64, i32, !molt_str.utf8, i64, i128>
func.func @types() -> !molt_df.table<"a": i1, "b": i8, "c": i16, "d": i32, "e": i64, "f": ui8, "g": ui16, "h": ui32, "i": ui64, "j": f32, "k": f64, "l": !molt_df.date32, "m": !molt_str.utf8, "n": !molt_df.decimal<18, 0>, "o": !molt_df.decimal<19, 0>> {
  %t = molt_df.source "t" : !molt_df.table<"a": i1, "b": i8, "c": i16, "d": i32, "e": i64, "f": ui8, "g": ui16, "h": ui32, "i": ui64, "j": f32, "k": f64, "l": !molt_df.date32, "m": !molt_str.utf8, "n": !molt_df.decimal<18, 0>, "o": !molt_df.decimal<19, 0>>
  return %t : !molt_df.table<"a": i1, "b": i8, "c": i16, "d": i32, "e": i64, "f": ui8, "g": ui16, "h": ui32, "i": ui64, "j": f32, "k": f64, "l": !molt_df.date32, "m": !molt_str.utf8, "n": !molt_df.decimal<18, 0>, "o": !molt_df.decimal<19, 0>>
}

// -----

// Two uses of a table are computed twice: a plan is a tree here. Inputs are numbered
// in the order of their scans.
// CHECK-LABEL: func @twice
// CHECK-SAME:  molt.inputs = {{\[\[}}"t", !molt_df.table<"y": i64>], ["t", !molt_df.table<"x": i64>]]
// CHECK:       molt_pipe.table_source "t" input 0
// CHECK:       molt_pipe.table_source "t" input 1
func.func @twice() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64, "y": i64>
  %a = molt_df.project %t ["x"] : !molt_df.table<"x": i64, "y": i64>
  %b = molt_df.project %t ["y"] : !molt_df.table<"x": i64, "y": i64>
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  %r = molt_df.project %j ["x"] : !molt_df.table<"x": i64, "y": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

// A projection is a change of names: no operator comes of it.
// CHECK-LABEL: func @project
// CHECK:       molt_pipe.pipeline
// CHECK-NEXT:  ^bb0(%[[X:.*]]: !molt_pipe.col<i64>, %[[Y:.*]]: !molt_pipe.col<f64>):
// CHECK-NEXT:    %[[O:.*]]:3 = molt_pipe.stage(%[[Y]], %[[X]])
// CHECK-NEXT:    ^bb0(%[[YV:.*]]: f64, %[[XV:.*]]: i64):
// CHECK-NEXT:      molt_pipe.yield values %[[YV]], %[[XV]], %[[YV]] : f64, i64, f64
// CHECK-NEXT:    }
// CHECK-NEXT:    molt_pipe.output
func.func @project() -> !molt_df.table<"a": f64, "b": i64, "c": f64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64, "y": f64>
  %p = molt_df.project %t ["y", "x", "y"] -> ["a", "b", "c"] : !molt_df.table<"x": i64, "y": f64>
  return %p : !molt_df.table<"a": f64, "b": i64, "c": f64>
}

// -----

// Functions that are no programs stay as they are.
// CHECK-LABEL: func @scalar(%{{.*}}: i64) -> i64
// CHECK:       func private @external() -> !molt_df.table<"x": i64>
func.func @scalar(%x: i64) -> i64 {
  return %x : i64
}
func.func private @external() -> !molt_df.table<"x": i64>

// -----

// A column of type null is neither loaded nor carried along; where it is needed it is a constant.
// CHECK-LABEL: func @null_type
// CHECK:       molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<i64>
// CHECK:       molt_pipe.sort_create {{.*}} : !molt_pipe.sorter<[i64], [i64]>
// CHECK:       molt_pipe.sort_finish
// CHECK:       ^bb0(%[[X:.*]]: i64):
// CHECK-DAG:     %[[F:.*]] = arith.constant false
// CHECK:         molt_pipe.yield values %[[X]], %{{.*}}, %{{.*}} : i64, i1, i1
func.func @null_type() -> !molt_df.table<"x": i64, "z": !molt_df.null?> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64, "z": !molt_df.null?>
  %r = molt_df.sort %t by ["x"] : !molt_df.table<"x": i64, "z": !molt_df.null?>
  return %r : !molt_df.table<"x": i64, "z": !molt_df.null?>
}
