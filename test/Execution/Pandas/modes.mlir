// Programs as a pandas front end writes them (docs/pandas.md), with the attributes where pandas differs from SQL. The
// expected rows are those of pandas 1.5.3, written by modes.py, which also checks them where pandas is installed
// (pandas.test).
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?>
!u = !molt_df.table<"k": i64?, "j": i64>
!i = !molt_df.nullable<i64>
!f = !molt_df.nullable<f64>
!s = !molt_df.nullable<!molt_str.utf8>

// NaN is a missing value: this is how each function begins.

// Rows with a missing key are in no group; sums of nothing are 0; first and last skip missing values.
func.func @group() -> !molt_df.table<"k": i64?, "n": i64, "total": f64, "mean": f64?, "low": f64?, "first": !molt_str.utf8?, "last": !molt_str.utf8?> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %g = molt_df.aggregate %t by ["k"] drop_null_keys of ["y", "s"] -> ["n", "total", "mean", "low", "first", "last"] {
  ^bb0(%y: !f, %s: !s):
    %n = molt_df.count
    %total = molt_df.sum %y or_zero : !f
    %mean = molt_df.mean %y : !f
    %low = molt_df.min %y : !f
    %first = molt_df.first skip_nulls %s : !s
    %last = molt_df.last skip_nulls %s : !s
    molt_df.yield %n, %total, %mean, %low, %first, %last : i64, f64, !f, !f, !s, !s
  } : !t
  return %g : !molt_df.table<"k": i64?, "n": i64, "total": f64, "mean": f64?, "low": f64?, "first": !molt_str.utf8?, "last": !molt_str.utf8?>
}

// dropna=False is what SQL does.
func.func @all_keys() -> !molt_df.table<"k": i64?, "n": i64, "total": f64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %g = molt_df.aggregate %t by ["k"] of ["y"] -> ["n", "total"] {
  ^bb0(%y: !f):
    %n = molt_df.count
    %total = molt_df.sum %y or_zero : !f
    molt_df.yield %n, %total : i64, f64
  } : !t
  return %g : !molt_df.table<"k": i64?, "n": i64, "total": f64>
}

// Missing keys equal each other.
func.func @join() -> !molt_df.table<"i": i64, "j": i64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.project %u ["k", "j"] -> ["k2", "j"] : !u
  %j = molt_df.join %t, %r on ["k"] = ["k2"] null_equal : !t, !molt_df.table<"k2": i64?, "j": i64>
  %p = molt_df.project %j ["i", "j"] : !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?, "k2": i64?, "j": i64>
  return %p : !molt_df.table<"i": i64, "j": i64>
}
func.func @left_join() -> !molt_df.table<"i": i64, "j": i64?> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.project %u ["k", "j"] -> ["k2", "j"] : !u
  %j = molt_df.join left %t, %r on ["k"] = ["k2"] null_equal : !t, !molt_df.table<"k2": i64?, "j": i64>
  %p = molt_df.project %j ["i", "j"] : !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?, "k2": i64?, "j": i64?>
  return %p : !molt_df.table<"i": i64, "j": i64?>
}

// Integers wrap around.
func.func @wrap() -> !molt_df.table<"i": i64, "twice": i64, "square": i64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %w = molt_df.with_columns %t ["x"] -> ["twice", "square"] {
  ^bb0(%x: i64):
    %a = molt_df.add overflow<wrap> %x, %x : i64, i64
    %b = molt_df.mul overflow<wrap> %x, %x : i64, i64
    molt_df.yield %a, %b : i64, i64
  } : !t
  %p = molt_df.project %w ["i", "twice", "square"] : !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?, "twice": i64, "square": i64>
  return %p : !molt_df.table<"i": i64, "twice": i64, "square": i64>
}

// So do their sums; the mean of integers is that of floats.
func.func @totals() -> !molt_df.table<"x": i64, "y": f64, "mean": f64?, "n": i64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %g = molt_df.aggregate %t by [] of ["x", "y"] -> ["x", "y", "mean", "n"] {
  ^bb0(%x: i64, %y: !f):
    %a = molt_df.sum overflow<wrap> %x or_zero : i64
    %b = molt_df.sum %y or_zero : !f
    %r = molt_df.cast %x : i64 to f64
    %m = molt_df.mean %r : f64
    %n = molt_df.count_valid %y : !f
    molt_df.yield %a, %b, %m, %n : i64, f64, !f, i64
  } : !t
  return %g : !molt_df.table<"x": i64, "y": f64, "mean": f64?, "n": i64>
}
func.func @nothing() -> !molt_df.table<"x": i64, "y": f64, "low": f64?, "mean": f64?, "n": i64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %none = molt_df.filter %t ["i"] {
  ^bb0(%i: i64):
    %c = molt_df.constant 1000 : i64
    %p = molt_df.cmp gt %i, %c : i64, i64
    molt_df.yield %p : i1
  } : !t
  %g = molt_df.aggregate %none by [] of ["x", "y"] -> ["x", "y", "low", "mean", "n"] {
  ^bb0(%x: i64, %y: !f):
    %a = molt_df.sum overflow<wrap> %x or_zero : i64
    %b = molt_df.sum %y or_zero : !f
    %l = molt_df.min %y : !f
    %m = molt_df.mean %x : i64
    %n = molt_df.count_valid %y : !f
    molt_df.yield %a, %b, %l, %m, %n : i64, f64, !f, !f, i64
  } : !t
  return %g : !molt_df.table<"x": i64, "y": f64, "low": f64?, "mean": f64?, "n": i64>
}

// Missing values are last in both directions, unless they are to be first.
!p = !molt_df.table<"i": i64, "y": f64?>
func.func @sorted_up() -> !p {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %q = molt_df.project %t ["i", "y"] : !t
  %r = molt_df.sort %q by ["y"] : !p
  return %r : !p
}
func.func @sorted_down() -> !p {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %q = molt_df.project %t ["i", "y"] : !t
  %r = molt_df.sort %q by ["y" desc] : !p
  return %r : !p
}
func.func @nulls_first() -> !p {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %q = molt_df.project %t ["i", "y"] : !t
  %r = molt_df.sort %q by ["y" nulls_first] : !p
  return %r : !p
}

// Groups in the order of their first rows: sort=False.
func.func @groups_as_found() -> !molt_df.table<"k": i64?, "n": i64> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %g = molt_df.aggregate %t by ["k"] drop_null_keys maintain_order of ["i"] -> ["n"] {
  ^bb0(%i: i64):
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %g : !molt_df.table<"k": i64?, "n": i64>
}
// A merge has the rows of the left table in their order, and for each those of the right one.
func.func @merge_in_order() -> !molt_df.table<"i": i64, "j": i64?> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.project %u ["k", "j"] -> ["k2", "j"] : !u
  %j = molt_df.join left %t, %r on ["k"] = ["k2"] null_equal maintain_order : !t, !molt_df.table<"k2": i64?, "j": i64>
  %p = molt_df.project %j ["i", "j"] : !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?, "k2": i64?, "j": i64?>
  return %p : !molt_df.table<"i": i64, "j": i64?>
}
// Series.rolling(3, min_periods=1): of the row and the two before it.
func.func @rolling() -> !molt_df.table<"i": i64, "median": f64?, "low": f64?, "share": f64?> {
  %raw = molt_df.source "t" : !t
  %t = molt_df.with_columns %raw ["y"] -> ["y"] {
  ^bb0(%y: !f):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %none = molt_df.constant null : !f
    %isnan = molt_df.cmp eq %y, %nan : !f, f64
    %v = molt_df.select %isnan, %none, %y : !molt_df.nullable<i1>, !f, !f
    molt_df.yield %v : !f
  } : !t
  %w = molt_df.window %t by [] order [] frame <rows -2 to 0> maintain_order of ["y"] -> ["median", "low", "share"] {
  ^bb0(%y: !f):
    %m = molt_df.median %y : !f
    %l = molt_df.min %y : !f
    %q = molt_df.quantile 0.75 of %y : !f
    molt_df.yield %m, %l, %q : !f, !f, !f
  } : !t
  %p = molt_df.project %w ["i", "median", "low", "share"] : !molt_df.table<"k": i64?, "x": i64, "y": f64?, "i": i64, "s": !molt_str.utf8?, "median": f64?, "low": f64?, "share": f64?>
  return %p : !molt_df.table<"i": i64, "median": f64?, "low": f64?, "share": f64?>
}

//--- t.csv
k,x,y,i,s
1,9223372036854775807,0.5,1,
2,3,,2,b
1,9223372036854775807,nan,3,a string longer than a view
,5,2.25,4,d
3,-7,nan,5,
1,4,-1.5,6,a
,1,4,7,g
2,-9223372036854775808,8,8,
3,2,,9,
//--- u.csv
k,j
1,10
,20
4,30
1,40
//--- all_keys.rows
# types: exact,exact,float
k,n,total
1,3,-1.0
2,2,8.0
3,2,0.0
,2,6.25
//--- group.rows
# types: exact,exact,float,float,float,text,text
k,n,total,mean,low,first,last
1,3,-1.0,-0.5,-1.5,a string longer than a view,a
2,2,8.0,8.0,8.0,b,b
3,2,0.0,,,,
//--- join.rows
# types: exact,exact
i,j
1,10
1,40
3,10
3,40
6,10
6,40
4,20
7,20
//--- left_join.rows
# types: exact,exact
i,j
1,10
1,40
2,
3,10
3,40
4,20
5,
6,10
6,40
7,20
8,
9,
//--- nothing.rows
# types: exact,float,float,float,exact
x,y,low,mean,n
0,0.0,,,0
//--- totals.rows
# types: exact,float,float,exact
x,y,mean,n
-9223372036854775802,13.25,1.0248191152060861e+18,5
//--- wrap.rows
# types: exact,exact,exact
i,twice,square
1,-2,1
2,6,9
3,-2,1
4,10,25
5,-14,49
6,8,16
7,2,1
8,0,0
9,4,4
//--- nulls_first.out
# types: exact,float
i,y
2,
3,
5,
9,
6,-1.5
1,0.5
4,2.25
7,4.0
8,8.0
//--- sorted_down.out
# types: exact,float
i,y
8,8.0
7,4.0
4,2.25
1,0.5
6,-1.5
2,
3,
5,
9,
//--- sorted_up.out
# types: exact,float
i,y
6,-1.5
1,0.5
4,2.25
7,4.0
8,8.0
2,
3,
5,
9,
//--- groups_as_found.out
# types: exact,exact
k,n
1,3
2,2
3,2
//--- merge_in_order.out
# types: exact,exact
i,j
1,10
1,40
2,
3,10
3,40
4,20
5,
6,10
6,40
7,20
8,
9,
//--- rolling.out
# types: exact,float,float,float
i,median,low,share
1,0.5,0.5,0.5
2,0.5,0.5,0.5
3,0.5,0.5,0.5
4,2.25,2.25,2.25
5,2.25,2.25,2.25
6,0.375,-1.5,1.3125
7,1.25,-1.5,2.625
8,4.0,-1.5,6.0
9,6.0,4.0,7.0
