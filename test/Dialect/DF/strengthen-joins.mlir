// Outer joins that become inner, or less outer ones: whoever reads their result drops the rows that
// have no match.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-strengthen-joins))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-strengthen-joins))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] StrengthenJoins | Category:molt-df | Remark="left became inner: rows without a match are dropped later"
// REMARK: remark: [Missed] StrengthenJoins | Category:molt-df | Remark="rows without a match may be in the result"

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!left = !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>

// The condition is null for a null, through projections and what is computed. What is returned is
// as nullable as before.
// CHECK-LABEL: func @filter
// CHECK:       %[[J:.*]] = molt_df.join %arg0, %arg1 on ["x"] = ["y"]
// CHECK:       %[[P:.*]] = molt_df.project %[[J]] ["p", "q"] -> ["p", "r"]
// CHECK:       %[[W:.*]] = molt_df.with_columns %[[P]]
// CHECK:         molt_df.add %{{.*}} : i64, i64
// CHECK:       %[[F:.*]] = molt_df.filter %[[W]]
// CHECK:         molt_df.cmp lt %{{.*}} : i64, i64
// CHECK:       %[[S:.*]] = molt_df.project %[[F]] ["p", "r", "s"]
// CHECK:       %[[R:.*]] = molt_df.with_columns %[[S]] ["r", "s"] -> ["r", "s"]
// CHECK:         molt_df.cast %{{.*}} : i64 to !molt_df.nullable<i64>
// CHECK:       return %[[R]]
func.func @filter(%a: !a, %b: !b) -> !molt_df.table<"p": i64, "r": i64?, "s": i64?> {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %p = molt_df.project %j ["p", "q"] -> ["p", "r"] : !left
  %w = molt_df.with_columns %p ["p", "r"] -> ["s"] {
  ^bb0(%v: i64, %r: !molt_df.nullable<i64>):
    %s = molt_df.add %v, %r : i64, !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"p": i64, "r": i64?>
  %f = molt_df.filter %w ["p", "s"] {
  ^bb0(%v: i64, %s: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %s, %five : !molt_df.nullable<i64>, i64
    %more = molt_df.cmp gt %v, %five : i64, i64
    %both = molt_df.and %more, %less : i1, !molt_df.nullable<i1>
    molt_df.yield %both : !molt_df.nullable<i1>
  } : !molt_df.table<"p": i64, "r": i64?, "s": i64?>
  return %f : !molt_df.table<"p": i64, "r": i64?, "s": i64?>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!left = !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>

// A null may be kept: by `or`, by `is_null`, by what stands for it.
// CHECK-LABEL: func @kept
// CHECK-COUNT-5: molt_df.join left
func.func @kept(%a: !a, %b: !b) -> (!left, !left, !left, !left, !left) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %0 = molt_df.filter %j ["p", "q"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    %more = molt_df.cmp gt %p, %five : i64, i64
    %one = molt_df.or %more, %less : i1, !molt_df.nullable<i1>
    molt_df.yield %one : !molt_df.nullable<i1>
  } : !left
  %k = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %1 = molt_df.filter %k ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %null = molt_df.is_null %q : !molt_df.nullable<i64>
    molt_df.yield %null : i1
  } : !left
  %l = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %2 = molt_df.filter %l ["p", "q"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>):
    %c = molt_df.coalesce %q, %p : !molt_df.nullable<i64>, i64
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %c, %five : i64, i64
    molt_df.yield %less : i1
  } : !left
  // Which rows these are depends on those that are dropped later.
  %m = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %n = molt_df.limit %m, 10 : !left
  %3 = molt_df.filter %n ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !left
  // A null condition chooses the second value.
  %o = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %4 = molt_df.filter %o ["p", "q"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    %more = molt_df.cmp gt %p, %five : i64, i64
    %no = molt_df.constant false : i1
    %s = molt_df.select %less, %no, %more : !molt_df.nullable<i1>, i1, i1
    molt_df.yield %s : i1
  } : !left
  return %0, %1, %2, %3, %4 : !left, !left, !left, !left, !left
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!left = !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>

// Three-valued logic: `not (q is null)`, `q is null and false`, `coalesce` and `select` of nulls only.
// CHECK-LABEL: func @logic
// CHECK-NOT:   molt_df.join left
// CHECK:       return
func.func @logic(%a: !a, %b: !b) -> (!left, !left, !left, !left) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %0 = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %null = molt_df.is_null %q : !molt_df.nullable<i64>
    %valid = molt_df.not %null : i1
    molt_df.yield %valid : i1
  } : !left
  %k = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %1 = molt_df.filter %k ["p", "q", "y"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>, %y: !molt_df.nullable<i64>):
    %c = molt_df.coalesce %q, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %less = molt_df.cmp ne %p, %c : i64, !molt_df.nullable<i64>
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !left
  %l = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %2 = molt_df.filter %l ["p", "q"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    %more = molt_df.cmp gt %p, %five : i64, i64
    %no = molt_df.constant false : i1
    %s = molt_df.select %less, %more, %no : !molt_df.nullable<i1>, i1, i1
    molt_df.yield %s : i1
  } : !left
  %m = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %3 = molt_df.filter %m ["p", "q", "y"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>, %y: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    %same = molt_df.cmp eq %p, %y : i64, !molt_df.nullable<i64>
    %one = molt_df.or %same, %less : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %one : !molt_df.nullable<i1>
  } : !left
  return %0, %1, %2, %3 : !left, !left, !left, !left
}

// -----

!a = !molt_df.table<"x": i64>
!b = !molt_df.table<"y": i64>
!all = !molt_df.table<"x": i64?, "y": i64?>

// Full joins: rows without a left one are dropped, those without a right one, both.
// CHECK-LABEL: func @full
// CHECK: molt_df.join left
// CHECK: molt_df.join right
// CHECK: molt_df.join %arg0
// CHECK: molt_df.join %arg0
func.func @full(%a: !a, %b: !b) -> (!all, !all, !all, !all) {
  %five = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %0 = molt_df.filter %five ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %c = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %x, %c : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !all
  %k = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %1 = molt_df.filter %k ["y"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %c = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %y, %c : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !all
  %l = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %2 = molt_df.filter %l ["x", "y"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: !molt_df.nullable<i64>):
    %less = molt_df.cmp le %x, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !all
  %m = molt_df.join right %a, %b on ["x"] = ["y"] : !a, !b
  %3 = molt_df.filter %m ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %c = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %x, %c : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i64?, "y": i64>
  %4 = molt_df.project %3 ["x", "y"] : !molt_df.table<"x": i64?, "y": i64>
  %5 = molt_df.with_columns %4 ["y"] -> ["y"] {
  ^bb0(%y: i64):
    %n = molt_df.cast %y : i64 to !molt_df.nullable<i64>
    molt_df.yield %n : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64?, "y": i64>
  return %0, %1, %2, %5 : !all, !all, !all, !all
}

// -----

!a = !molt_df.table<"x": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!c = !molt_df.table<"z": i64>
!left = !molt_df.table<"x": i64, "y": i64?, "q": i64?>

// A null key, or a condition that is not true, is dropped by a join that does not keep the row. The
// second one is decided first: the first row would stay in a left join.
// CHECK-LABEL: func @joins
// CHECK:       %[[J:.*]] = molt_df.join %arg0, %arg1 on ["x"] = ["y"]
// CHECK:       molt_df.join %[[J]], %arg2 on ["q"] = ["z"]
// CHECK:       %[[K:.*]] = molt_df.join %arg0, %arg1 on ["x"] = ["y"]
// CHECK:       molt_df.join semi %[[K]], %arg2 on ["x"] = ["z"] where ["q", "z"]
func.func @joins(%a: !a, %b: !b, %c: !c) -> (!molt_df.table<"x": i64, "y": i64?, "q": i64?, "z": i64?>, !left) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %k = molt_df.join left %j, %c on ["q"] = ["z"] : !left, !c
  %f = molt_df.filter %k ["z"] {
  ^bb0(%z: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %z, %five : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i64, "y": i64?, "q": i64?, "z": i64?>
  %l = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %s = molt_df.join semi %l, %c on ["x"] = ["z"] where ["q", "z"] {
  ^bb0(%q: !molt_df.nullable<i64>, %z: i64):
    %less = molt_df.cmp lt %q, %z : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !left, !c
  return %f, %s : !molt_df.table<"x": i64, "y": i64?, "q": i64?, "z": i64?>, !left
}

// -----

!a = !molt_df.table<"x": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!c = !molt_df.table<"z": i64>
!left = !molt_df.table<"x": i64, "y": i64?, "q": i64?>

// Nulls that are equal match; an anti join keeps what matches nothing, and a left join's right rows
// decide what becomes of the left ones.
// CHECK-LABEL: func @joins_keep
// CHECK-COUNT-3: molt_df.join left %arg0, %arg1
func.func @joins_keep(%a: !a, %b: !b, %c: !c) -> (!left, !left, !molt_df.table<"z": i64, "x": i64?>) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %0 = molt_df.join semi %j, %c on ["q"] = ["z"] null_equal : !left, !c
  %k = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %1 = molt_df.join anti %k, %c on ["q"] = ["z"] : !left, !c
  %l = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %n = molt_df.with_columns %l ["q"] -> ["null"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %null = molt_df.is_null %q : !molt_df.nullable<i64>
    molt_df.yield %null : i1
  } : !left
  %m = molt_df.join left %c, %n on ["z"] = ["x"] : !c, !molt_df.table<"x": i64, "y": i64?, "q": i64?, "null": i1>
  %f = molt_df.filter %m ["null"] {
  ^bb0(%null: !molt_df.nullable<i1>):
    %false = molt_df.constant false : i1
    %known = molt_df.coalesce %null, %false : !molt_df.nullable<i1>, i1
    %no = molt_df.not %known : i1
    molt_df.yield %no : i1
  } : !molt_df.table<"z": i64, "x": i64?, "y": i64?, "q": i64?, "null": i1?>
  %2 = molt_df.project %f ["z", "x"] : !molt_df.table<"z": i64, "x": i64?, "y": i64?, "q": i64?, "null": i1?>
  return %0, %1, %2 : !left, !left, !molt_df.table<"z": i64, "x": i64?>
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!left = !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
!groups = !molt_df.table<"q": i64?, "n": i64>

// A group goes with its key; without a null among the keys it may have lost a row only.
// CHECK-LABEL: func @groups
// CHECK: molt_df.join %arg0
// CHECK: molt_df.join left
func.func @groups(%a: !a, %b: !b) -> (!groups, !molt_df.table<"p": i64, "n": i64>) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %g = molt_df.aggregate %j by ["q"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !left
  %0 = molt_df.filter %g ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !groups
  %k = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %1 = molt_df.aggregate %k by ["p"] of ["q"] -> ["n"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %n = molt_df.count_valid %q : !molt_df.nullable<i64>
    molt_df.yield %n : i64
  } : !left
  return %0, %1 : !groups, !molt_df.table<"p": i64, "n": i64>
}

// -----

!a = !molt_df.table<"x": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!left = !molt_df.table<"x": i64, "y": i64?, "q": i64?>

// All uses have to drop the rows.
// CHECK-LABEL: func @uses
// CHECK: molt_df.join left
func.func @uses(%a: !a, %b: !b) -> (!left, !left) {
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %f = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
    molt_df.yield %less : !molt_df.nullable<i1>
  } : !left
  return %f, %j : !left, !left
}
