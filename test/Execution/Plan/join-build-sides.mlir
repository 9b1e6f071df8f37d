// Joins of every kind that build the other side than they do without saying so (join-kinds.mlir): rows of
// the table are the result, or a part of it. The expected rows are DuckDB's.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"x": i64?, "p": !molt_str.utf8>
!b = !molt_df.table<"y": i64?, "q": f64?>
!all = !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
func.func @inner() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join inner %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @left() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @right() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join right %a, %b on ["x"] = ["y"] build<right> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @full() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @semi() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join semi %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}
func.func @anti() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}
func.func @inner_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join inner %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @left_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @right_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join right %a, %b on ["x"] = ["y"] build<right> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @full_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @semi_where() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join semi %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !a
}
func.func @anti_where() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !a
}
func.func @inner_null_equal() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join inner %a, %b on ["x"] = ["y"] null_equal build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @left_null_equal() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["x"] = ["y"] null_equal build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @right_null_equal() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join right %a, %b on ["x"] = ["y"] null_equal build<right> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @full_null_equal() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] null_equal build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @semi_null_equal() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join semi %a, %b on ["x"] = ["y"] null_equal build<left> : !a, !b
  return %r : !a
}
func.func @anti_null_equal() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] null_equal build<left> : !a, !b
  return %r : !a
}
func.func @inner_null_equal_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join inner %a, %b on ["x"] = ["y"] null_equal build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @left_null_equal_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["x"] = ["y"] null_equal build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @right_null_equal_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join right %a, %b on ["x"] = ["y"] null_equal build<right> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @full_null_equal_where() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] null_equal build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @semi_null_equal_where() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join semi %a, %b on ["x"] = ["y"] null_equal build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !a
}
func.func @anti_null_equal_where() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] null_equal build<left> where ["p", "q"] {
  ^bb0(%p: !molt_str.utf8, %q: !molt_df.nullable<f64>):
    %t = molt_df.constant "t" : !molt_str.utf8
    %one = molt_df.constant 1.0 : f64
    %a1 = molt_str.contains %p, %t : !molt_str.utf8, !molt_str.utf8
    %a2 = molt_df.cmp gt %q, %one : !molt_df.nullable<f64>, f64
    %c = molt_df.or %a1, %a2 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !a
}
// Pairs without keys: all of them, or those that an inequality selects.
func.func @cross() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join cross %a, %b build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @inequality() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join cross %a, %b build<left> where ["x", "y"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: !molt_df.nullable<i64>):
    %c = molt_df.cmp lt %x, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
// A table with one row beside each row: what SQL says as a scalar subquery.
func.func @above_mean() -> !molt_df.table<"y": i64?, "q": f64?, "m": f64?> {
  %b = molt_df.source "b" : !b
  %m = molt_df.aggregate %b by [] of ["q"] -> ["m"] {
  ^bb0(%q: !molt_df.nullable<f64>):
    %mean = molt_df.mean %q : !molt_df.nullable<f64>
    molt_df.yield %mean : !molt_df.nullable<f64>
  } : !b
  %r = molt_df.join cross %b, %m build<left> where ["q", "m"] {
  ^bb0(%q: !molt_df.nullable<f64>, %mean: !molt_df.nullable<f64>):
    %c = molt_df.cmp gt %q, %mean : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !b, !molt_df.table<"m": f64?>
  return %r : !molt_df.table<"y": i64?, "q": f64?, "m": f64?>
}
// Empty sides.
func.func @left_nothing() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join left %a, %none on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @nothing_left() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.join left %none, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
}
func.func @right_nothing() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join right %a, %none on ["x"] = ["y"] build<right> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @nothing_right() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.join right %none, %b on ["x"] = ["y"] build<right> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @full_nothing() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join full %a, %none on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @nothing_full() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.join full %none, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8?, "y": i64?, "q": f64?>
}
func.func @semi_nothing() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join semi %a, %none on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}
func.func @nothing_semi() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.join semi %none, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}
func.func @anti_nothing() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join anti %a, %none on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}
func.func @nothing_anti() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.join anti %none, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !a
}

//--- a.csv
x,p
1,one
2,two
2,another two
,none
5,nobody's
9223372036854775807,the largest of all
,none again
-1,minus one
7,seven
//--- b.csv
y,q
2,0.5
1,
2,-1.5
,7
-1,8
9223372036854775807,9
2,100
3,3
5,
//--- inner.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
//--- left.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
,none,,
,none again,,
7,seven,,
//--- right.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
,,,7
,,3,3
//--- full.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
,none,,
,none again,,
7,seven,,
,,,7
,,3,3
//--- semi.rows
x,p
1,one
2,two
2,another two
5,nobody's
9223372036854775807,the largest of all
-1,minus one
//--- anti.rows
x,p
,none
,none again
7,seven
//--- inner_where.rows
x,p,y,q
2,two,2,100
2,another two,2,100
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
//--- left_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
1,one,,
,none,,
5,nobody's,,
,none again,,
7,seven,,
//--- right_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
,,1,
,,,7
,,3,3
,,5,
//--- full_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
1,one,,
,none,,
5,nobody's,,
,none again,,
7,seven,,
,,1,
,,,7
,,3,3
,,5,
//--- semi_where.rows
x,p
2,two
2,another two
9223372036854775807,the largest of all
-1,minus one
//--- anti_where.rows
x,p
1,one
,none
5,nobody's
,none again
7,seven
//--- inner_null_equal.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
,none,,7
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
,none again,,7
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
//--- left_null_equal.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
,none,,7
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
,none again,,7
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
7,seven,,
//--- right_null_equal.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
,none,,7
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
,none again,,7
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
,,3,3
//--- full_null_equal.rows
x,p,y,q
1,one,1,
2,two,2,100
2,another two,2,100
,none,,7
5,nobody's,5,
9223372036854775807,the largest of all,9223372036854775807,9
,none again,,7
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
7,seven,,
,,3,3
//--- semi_null_equal.rows
x,p
1,one
2,two
2,another two
,none
5,nobody's
9223372036854775807,the largest of all
,none again
-1,minus one
//--- anti_null_equal.rows
x,p
7,seven
//--- inner_null_equal_where.rows
x,p,y,q
2,two,2,100
2,another two,2,100
,none,,7
9223372036854775807,the largest of all,9223372036854775807,9
,none again,,7
-1,minus one,-1,8
2,two,2,-1.5
2,another two,2,-1.5
2,two,2,0.5
2,another two,2,0.5
//--- left_null_equal_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
,none,,7
,none again,,7
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
1,one,,
5,nobody's,,
7,seven,,
//--- right_null_equal_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
,none,,7
,none again,,7
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
,,1,
,,3,3
,,5,
//--- full_null_equal_where.rows
x,p,y,q
2,two,2,0.5
2,another two,2,0.5
2,two,2,-1.5
2,another two,2,-1.5
,none,,7
,none again,,7
-1,minus one,-1,8
9223372036854775807,the largest of all,9223372036854775807,9
2,two,2,100
2,another two,2,100
1,one,,
5,nobody's,,
7,seven,,
,,1,
,,3,3
,,5,
//--- semi_null_equal_where.rows
x,p
2,two
2,another two
,none
9223372036854775807,the largest of all
,none again
-1,minus one
//--- anti_null_equal_where.rows
x,p
1,one
5,nobody's
7,seven
//--- cross.rows
x,p,y,q
1,one,2,0.5
2,two,2,0.5
2,another two,2,0.5
,none,2,0.5
5,nobody's,2,0.5
9223372036854775807,the largest of all,2,0.5
,none again,2,0.5
-1,minus one,2,0.5
7,seven,2,0.5
1,one,1,
2,two,1,
2,another two,1,
,none,1,
5,nobody's,1,
9223372036854775807,the largest of all,1,
,none again,1,
-1,minus one,1,
7,seven,1,
1,one,2,-1.5
2,two,2,-1.5
2,another two,2,-1.5
,none,2,-1.5
5,nobody's,2,-1.5
9223372036854775807,the largest of all,2,-1.5
,none again,2,-1.5
-1,minus one,2,-1.5
7,seven,2,-1.5
1,one,,7
2,two,,7
2,another two,,7
,none,,7
5,nobody's,,7
9223372036854775807,the largest of all,,7
,none again,,7
-1,minus one,,7
7,seven,,7
1,one,-1,8
2,two,-1,8
2,another two,-1,8
,none,-1,8
5,nobody's,-1,8
9223372036854775807,the largest of all,-1,8
,none again,-1,8
-1,minus one,-1,8
7,seven,-1,8
1,one,9223372036854775807,9
2,two,9223372036854775807,9
2,another two,9223372036854775807,9
,none,9223372036854775807,9
5,nobody's,9223372036854775807,9
9223372036854775807,the largest of all,9223372036854775807,9
,none again,9223372036854775807,9
-1,minus one,9223372036854775807,9
7,seven,9223372036854775807,9
1,one,2,100
2,two,2,100
2,another two,2,100
,none,2,100
5,nobody's,2,100
9223372036854775807,the largest of all,2,100
,none again,2,100
-1,minus one,2,100
7,seven,2,100
1,one,3,3
2,two,3,3
2,another two,3,3
,none,3,3
5,nobody's,3,3
9223372036854775807,the largest of all,3,3
,none again,3,3
-1,minus one,3,3
7,seven,3,3
1,one,5,
2,two,5,
2,another two,5,
,none,5,
5,nobody's,5,
9223372036854775807,the largest of all,5,
,none again,5,
-1,minus one,5,
7,seven,5,
//--- inequality.rows
x,p,y,q
-1,minus one,1,
-1,minus one,2,0.5
1,one,2,0.5
-1,minus one,2,-1.5
1,one,2,-1.5
-1,minus one,2,100
1,one,2,100
-1,minus one,3,3
1,one,3,3
2,two,3,3
2,another two,3,3
-1,minus one,5,
1,one,5,
2,two,5,
2,another two,5,
-1,minus one,9223372036854775807,9
1,one,9223372036854775807,9
2,two,9223372036854775807,9
2,another two,9223372036854775807,9
5,nobody's,9223372036854775807,9
7,seven,9223372036854775807,9
//--- above_mean.rows
y,q,m
2,100,18
//--- left_nothing.rows
x,p,y,q
1,one,,
2,two,,
2,another two,,
,none,,
5,nobody's,,
9223372036854775807,the largest of all,,
,none again,,
-1,minus one,,
7,seven,,
//--- nothing_left.rows
x,p,y,q
//--- right_nothing.rows
x,p,y,q
//--- nothing_right.rows
x,p,y,q
,,2,0.5
,,1,
,,2,-1.5
,,,7
,,-1,8
,,9223372036854775807,9
,,2,100
,,3,3
,,5,
//--- full_nothing.rows
x,p,y,q
1,one,,
2,two,,
2,another two,,
,none,,
5,nobody's,,
9223372036854775807,the largest of all,,
,none again,,
-1,minus one,,
7,seven,,
//--- nothing_full.rows
x,p,y,q
,,2,0.5
,,1,
,,2,-1.5
,,,7
,,-1,8
,,9223372036854775807,9
,,2,100
,,3,3
,,5,
//--- semi_nothing.rows
x,p
//--- nothing_semi.rows
x,p
//--- anti_nothing.rows
x,p
1,one
2,two
2,another two
,none
5,nobody's
9223372036854775807,the largest of all
,none again
-1,minus one
7,seven
//--- nothing_anti.rows
x,p
