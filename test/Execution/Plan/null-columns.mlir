// Columns of the type null: passed on, as keys, in aggregates, and beside values in expressions. What DuckDB gives for an
// INTEGER column that is null everywhere.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!n = !molt_df.nullable<!molt_df.null>
!t = !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8>

func.func @same() -> !t {
  %t = molt_df.source "t" : !t
  return %t : !t
}
// Nothing else is read.
func.func @alone() -> !molt_df.table<"z": !molt_df.null?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.project %t ["z"] : !t
  return %r : !molt_df.table<"z": !molt_df.null?>
}
func.func @constant() -> !molt_df.table<"x": i64?, "c": !molt_df.null?> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t [] -> ["c"] {
    %c = molt_df.constant null : !n
    molt_df.yield %c : !n
  } : !t
  %r = molt_df.project %u ["x", "c"] : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "c": !molt_df.null?>
  return %r : !molt_df.table<"x": i64?, "c": !molt_df.null?>
}

!e = !molt_df.table<"add": i64?, "sub": f64?, "mul": !molt_df.decimal<5, 2>?, "neg": !molt_df.null?, "lt": i1?, "eq": i1?, "and": i64?, "isnull": i1, "in": i1?, "first": i64?, "second": i64?, "if": !molt_str.utf8?, "cast": !molt_df.date32?, "text": !molt_str.utf8?>
func.func @expressions() -> !e {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["z", "x", "s"] -> ["add", "sub", "mul", "neg", "lt", "eq", "and", "isnull", "in", "first", "second", "if", "cast", "text"] {
  ^bb0(%z: !n, %x: !molt_df.nullable<i64>, %s: !molt_str.utf8):
    %one = molt_df.constant 1.0 : f64
    %d = molt_df.constant "1.25" : !molt_df.decimal<5, 2>
    %add = molt_df.add %z, %x : !n, !molt_df.nullable<i64>
    %sub = molt_df.sub %one, %z : f64, !n
    %mul = molt_df.mul %d, %z : !molt_df.decimal<5, 2>, !n
    %neg = molt_df.neg %z : !n
    %lt = molt_df.cmp lt %z, %x : !n, !molt_df.nullable<i64>
    %eq = molt_df.cmp eq %z, %s : !n, !molt_str.utf8
    %and = molt_df.bit_and %x, %z : !molt_df.nullable<i64>, !n
    %isnull = molt_df.is_null %z : !n
    %in = molt_df.is_in %z, [] : !n
    %first = molt_df.coalesce %z, %x : !n, !molt_df.nullable<i64>
    %second = molt_df.coalesce %x, %z : !molt_df.nullable<i64>, !n
    %p = molt_df.is_null %x : !molt_df.nullable<i64>
    %if = molt_df.select %p, %z, %s : i1, !n, !molt_str.utf8
    %cast = molt_df.cast %z : !n to !molt_df.nullable<!molt_df.date32>
    %text = molt_df.cast lenient %z : !n to !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %add, %sub, %mul, %neg, %lt, %eq, %and, %isnull, %in, %first, %second, %if, %cast, %text : !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<5, 2>>, !n, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i64>, i1, !molt_df.nullable<i1>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_str.utf8>
  } : !t
  %r = molt_df.project %u ["add", "sub", "mul", "neg", "lt", "eq", "and", "isnull", "in", "first", "second", "if", "cast", "text"] : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "add": i64?, "sub": f64?, "mul": !molt_df.decimal<5, 2>?, "neg": !molt_df.null?, "lt": i1?, "eq": i1?, "and": i64?, "isnull": i1, "in": i1?, "first": i64?, "second": i64?, "if": !molt_str.utf8?, "cast": !molt_df.date32?, "text": !molt_str.utf8?>
  return %r : !e
}
func.func @strict_cast() -> !molt_df.table<"c": i64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.with_columns %t ["z"] -> ["c"] {
  ^bb0(%z: !n):
    %c = molt_df.cast %z : !n to i64
    molt_df.yield %c : i64
  } : !t
  %r = molt_df.project %u ["c"] : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "c": i64>
  return %r : !molt_df.table<"c": i64>
}

!a = !molt_df.table<"n": i64, "v": i64, "d": i64, "min": !molt_df.null?, "max": !molt_df.null?, "first": !molt_df.null?, "last": !molt_df.null?, "arg": !molt_df.null?, "by": i64?, "sum": i64?, "zero": i64, "mean": f64?, "var": f64?, "median": f64?, "corr": f64?>
func.func @aggregates() -> !a {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["z", "x"] -> ["n", "v", "d", "min", "max", "first", "last", "arg", "by", "sum", "zero", "mean", "var", "median", "corr"] {
  ^bb0(%z: !n, %x: !molt_df.nullable<i64>):
    %n = molt_df.count
    %v = molt_df.count_valid %z : !n
    %d = molt_df.count_distinct %z : !n
    %min = molt_df.min %z : !n
    %max = molt_df.max %z : !n
    %first = molt_df.first %z : !n
    %last = molt_df.last skip_nulls %z : !n
    %arg = molt_df.arg_max %z by %x : !n, !molt_df.nullable<i64>
    %by = molt_df.arg_min %x by %z : !molt_df.nullable<i64>, !n
    %sum = molt_df.sum %z : !n
    %zero = molt_df.sum %z or_zero : !n
    %mean = molt_df.mean %z : !n
    %var = molt_df.var %z : !n
    %median = molt_df.median %z : !n
    %corr = molt_df.corr %z, %x : !n, !molt_df.nullable<i64>
    molt_df.yield %n, %v, %d, %min, %max, %first, %last, %arg, %by, %sum, %zero, %mean, %var, %median, %corr : i64, i64, i64, !n, !n, !n, !n, !n, !molt_df.nullable<i64>, !molt_df.nullable<i64>, i64, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %r : !a
}
func.func @group() -> !molt_df.table<"z": !molt_df.null?, "s": i64?, "n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["z"] of ["x"] -> ["s", "n"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %s = molt_df.sum %x : !molt_df.nullable<i64>
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
  } : !t
  return %r : !molt_df.table<"z": !molt_df.null?, "s": i64?, "n": i64>
}
func.func @group_without_nulls() -> !molt_df.table<"z": !molt_df.null?, "n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["z"] drop_null_keys of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %r : !molt_df.table<"z": !molt_df.null?, "n": i64>
}

!r = !molt_df.table<"y": !molt_df.null?, "k": i64>
func.func @join() -> !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "r" : !r
  %r = molt_df.join %t, %u on ["z"] = ["y"] : !t, !r
  return %r : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64>
}
func.func @equal_join() -> !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "r" : !r
  %r = molt_df.join %t, %u on ["z"] = ["y"] null_equal : !t, !r
  return %r : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64>
}
func.func @left_join() -> !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64?> {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "r" : !r
  %r = molt_df.join left %t, %u on ["x"] = ["k"] : !t, !r
  return %r : !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "y": !molt_df.null?, "k": i64?>
}
func.func @sort() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["z" desc nulls_first, "x" desc] : !t
  return %r : !t
}
!w = !molt_df.table<"z": !molt_df.null?, "x": i64?, "s": !molt_str.utf8, "i": i64, "before": !molt_df.null?, "sum": i64?>
func.func @window() -> !w {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["z"] order ["z", "x"] frame <rows -1 to 0> of ["z", "x"] -> ["i", "before", "sum"] {
  ^bb0(%z: !n, %x: !molt_df.nullable<i64>):
    %i = molt_df.row_number
    %before = molt_df.lag %z by 1 : !n
    %sum = molt_df.sum %x : !molt_df.nullable<i64>
    molt_df.yield %i, %before, %sum : i64, !n, !molt_df.nullable<i64>
  } : !t
  return %r : !w
}
!z = !molt_df.table<"z": !molt_df.null?>
func.func @distinct() -> !z {
  %t = molt_df.source "t" : !t
  %p = molt_df.project %t ["z"] : !t
  %r = molt_df.distinct %p : !z
  return %r : !z
}
func.func @sets() -> !z {
  %t = molt_df.source "t" : !t
  %p = molt_df.project %t ["z"] : !t
  %u = molt_df.source "r" : !r
  %q = molt_df.project %u ["y"] -> ["z"] : !r
  %i = molt_df.intersect %p, %q : !z, !z
  %c = molt_df.concat %i, %q : !z, !z
  return %c : !z
}
func.func @filled() -> !molt_df.table<"z": i32, "x": i64?, "s": !molt_str.utf8> {
  %t = molt_df.source "t" : !t
  %r = molt_df.fill_null %t [] -> ["z"] {
    %c = molt_df.constant 7 : i32
    molt_df.yield %c : i32
  } : !t
  return %r : !molt_df.table<"z": i32, "x": i64?, "s": !molt_str.utf8>
}
func.func @dropped() -> !molt_df.table<"z": !molt_df.null?, "x": i64, "s": !molt_str.utf8> {
  %t = molt_df.source "t" : !t
  %r = molt_df.drop_nulls %t : !t
  return %r : !molt_df.table<"z": !molt_df.null?, "x": i64, "s": !molt_str.utf8>
}
func.func @filter() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["z", "x"] {
  ^bb0(%z: !n, %x: !molt_df.nullable<i64>):
    %p = molt_df.cmp eq %z, %x : !n, !molt_df.nullable<i64>
    %q = molt_df.is_null %z : !n
    %n = molt_df.not %p : !molt_df.nullable<i1>
    %or = molt_df.or %n, %q : !molt_df.nullable<i1>, i1
    molt_df.yield %or : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}

//--- t.csv
z,x,s
,3,a
,,b
,1,c
,2,d
//--- r.csv
y,k
,3
,4
//--- same.out
z,x,s
,3,a
,,b
,1,c
,2,d
//--- alone.out
z




//--- constant.out
x,c
3,
,
1,
2,
//--- expressions.out
add,sub,mul,neg,lt,eq,and,isnull,in,first,second,if,cast,text
,,,,,,,true,,3,3,a,,
,,,,,,,true,,,,,,
,,,,,,,true,,1,1,c,,
,,,,,,,true,,2,2,d,,
//--- strict_cast.err
cast: .*null
//--- aggregates.out
n,v,d,min,max,first,last,arg,by,sum,zero,mean,var,median,corr
4,0,0,,,,,,,,0,,,,
//--- group.out
z,s,n
,6,4
//--- group_without_nulls.out
z,n
//--- join.out
z,x,s,y,k
//--- equal_join.rows
z,x,s,y,k
,3,a,,3
,,b,,3
,1,c,,3
,2,d,,3
,3,a,,4
,,b,,4
,1,c,,4
,2,d,,4
//--- left_join.rows
z,x,s,y,k
,3,a,,3
,,b,,
,1,c,,
,2,d,,
//--- sort.out
z,x,s
,3,a
,2,d
,1,c
,,b
//--- window.rows
z,x,s,i,before,sum
,1,c,1,,1
,2,d,2,,3
,3,a,3,,5
,,b,4,,3
//--- distinct.out
z

//--- sets.out
z



//--- filled.out
z,x,s
7,3,a
7,,b
7,1,c
7,2,d
//--- dropped.out
z,x,s
//--- filter.out
z,x,s
,3,a
,,b
,1,c
,2,d
