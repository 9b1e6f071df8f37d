// What passes know about the kinds of joins: which side a condition may be moved to, which columns the
// condition of a join needs, what holds for columns that outer joins fill with nulls.
// RUN: molt-opt %s --molt-df-push-down-filters --split-input-file | FileCheck %s --check-prefixes=PUSH
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-prune-columns))' --split-input-file | FileCheck %s --check-prefixes=PRUNE
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-infer-facts))' --split-input-file | FileCheck %s --check-prefixes=FACTS

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>

// A left row that goes takes all of its results with it; right rows without it have no match.
// PUSH-LABEL: func @left
// PUSH-DAG:     %[[FA:.*]] = molt_df.filter %arg0 ["x"]
// PUSH-DAG:     %[[FB:.*]] = molt_df.filter %arg1 ["y"]
// PUSH:         molt_df.join left %[[FA]], %[[FB]]
// PUSH-NOT:     molt_df.filter
// PUSH:         return
func.func @left(%a: !a, %b: !b) -> !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?> {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["x"] {
  ^bb0(%x: i64):
    %c = molt_df.constant 7 : i64
    %k = molt_df.cmp lt %x, %c : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
  return %r : !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>

// A right row that goes would make a left one stay without match.
// PUSH-LABEL: func @right_of_left
// PUSH:         %[[J:.*]] = molt_df.join left %arg0, %arg1
// PUSH-NEXT:    molt_df.filter %[[J]] ["q"]
func.func @right_of_left(%a: !a, %b: !b) -> !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?> {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %k = molt_df.is_null %q : !molt_df.nullable<i64>
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
  return %r : !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>

// PUSH-LABEL: func @right_of_right
// PUSH:         %[[F:.*]] = molt_df.filter %arg1 ["q"]
// PUSH:         molt_df.join right %arg0, %[[F]]
func.func @right_of_right(%a: !a, %b: !b) -> !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64> {
  %j = molt_df.join right %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q"] {
  ^bb0(%q: i64):
    %c = molt_df.constant 7 : i64
    %k = molt_df.cmp lt %q, %c : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64>
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>

// PUSH-LABEL: func @full
// PUSH:         %[[J:.*]] = molt_df.join full %arg0, %arg1
// PUSH-NEXT:    molt_df.filter %[[J]]
func.func @full(%a: !a, %b: !b) -> !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?> {
  %j = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["p"] {
  ^bb0(%p: !molt_df.nullable<i64>):
    %k = molt_df.is_null %p : !molt_df.nullable<i64>
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>

// PUSH-LABEL: func @anti
// PUSH:         %[[F:.*]] = molt_df.filter %arg0 ["p"]
// PUSH:         molt_df.join anti %[[F]], %arg1
func.func @anti(%a: !a, %b: !b) -> !a {
  %j = molt_df.join anti %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["p"] {
  ^bb0(%p: i64):
    %c = molt_df.constant 7 : i64
    %k = molt_df.cmp lt %p, %c : i64, i64
    molt_df.yield %k : i1
  } : !a
  return %r : !a
}

// -----

// Below all tables of a concat; not where a column is nullable in some only.
// PUSH-LABEL: func @concat
// PUSH-DAG:     %[[A:.*]] = molt_df.filter %arg0 ["p"]
// PUSH-DAG:     %[[B:.*]] = molt_df.filter %arg1 ["p"]
// PUSH:         %[[C:.*]] = molt_df.concat %[[A]], %[[B]]
// PUSH-NEXT:    molt_df.filter %[[C]] ["x"]
func.func @concat(%a: !molt_df.table<"x": i64, "p": i64>, %b: !molt_df.table<"x": i64?, "p": i64>) -> !molt_df.table<"x": i64?, "p": i64> {
  %j = molt_df.concat %a, %b : !molt_df.table<"x": i64, "p": i64>, !molt_df.table<"x": i64?, "p": i64>
  %f = molt_df.filter %j ["p"] {
  ^bb0(%p: i64):
    %c = molt_df.constant 7 : i64
    %k = molt_df.cmp lt %p, %c : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64?, "p": i64>
  %r = molt_df.filter %f ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %k = molt_df.is_null %x : !molt_df.nullable<i64>
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64?, "p": i64>
  return %r : !molt_df.table<"x": i64?, "p": i64>
}

// -----

// The condition's columns are read, those of a semi join's right table that nobody names are not.
// PRUNE-LABEL: func @needs
// PRUNE:         molt_df.source "a" : !molt_df.table<"x": i64, "p": i64>
// PRUNE:         molt_df.source "b" : !molt_df.table<"y": i64, "q": i64>
// PRUNE:         molt_df.concat %{{.*}}, %{{.*}} : !molt_df.table<"x": i64>, !molt_df.table<"x": i64>
func.func @needs() -> !molt_df.table<"x": i64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64, "p": i64, "u": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64, "q": i64, "v": i64>
  %j = molt_df.join semi %a, %b on ["x"] = ["y"] where ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %k = molt_df.cmp lt %p, %q : i64, i64
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64, "p": i64, "u": i64>, !molt_df.table<"y": i64, "q": i64, "v": i64>
  %c = molt_df.concat %j, %j : !molt_df.table<"x": i64, "p": i64, "u": i64>, !molt_df.table<"x": i64, "p": i64, "u": i64>
  %r = molt_df.project %c ["x"] : !molt_df.table<"x": i64, "p": i64, "u": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

// A left join's keys stay as they are; the right side's are within the left one's range, or null.
// FACTS-LABEL: func @facts
// FACTS:         %[[X:.*]] = molt_df.constant true : i1
// FACTS:         %[[Y:.*]] = molt_df.cmp lt %{{.*}} : !molt_df.nullable<i64>, i64
// FACTS:         molt_df.yield %[[X]], %[[Y]]
func.func @facts() -> !molt_df.table<"cx": i1, "cy": i1?> {
  %a = molt_df.source "a" {facts = {x = #molt_df.facts<range = [0, 9], nonnull>}} : !molt_df.table<"x": i64>
  %b = molt_df.source "b" : !molt_df.table<"y": i64>
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  %w = molt_df.with_columns %j ["x", "y"] -> ["cx", "cy"] {
  ^bb0(%x: i64, %y: !molt_df.nullable<i64>):
    %ten = molt_df.constant 10 : i64
    %cx = molt_df.cmp lt %x, %ten : i64, i64
    %cy = molt_df.cmp lt %y, %ten : !molt_df.nullable<i64>, i64
    molt_df.yield %cx, %cy : i1, !molt_df.nullable<i1>
  } : !molt_df.table<"x": i64, "y": i64?>
  %r = molt_df.project %w ["cx", "cy"] : !molt_df.table<"x": i64, "y": i64?, "cx": i1, "cy": i1?>
  return %r : !molt_df.table<"cx": i1, "cy": i1?>
}
