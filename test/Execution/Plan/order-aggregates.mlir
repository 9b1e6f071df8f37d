// first, last, arg_min, arg_max, and min and max of strings: what they give depends on the order of rows, whatever
// the batches, morsels and threads. Nulls, ties, conditions, groups without a row that counts, long strings.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32, "x": i64?, "s": !molt_str.utf8?, "f": f64?, "p": i1>
!s = !molt_df.nullable<!molt_str.utf8>
!r = !molt_df.table<"k": i32, "fx": i64?, "lx": i64?, "fs": !molt_str.utf8?, "ls": !molt_str.utf8?, "ff": f64?>
func.func @positions() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "s", "f"] -> ["fx", "lx", "fs", "ls", "ff"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s, %f: !molt_df.nullable<f64>):
    %fx = molt_df.first %x : !molt_df.nullable<i64>
    %lx = molt_df.last skip_nulls %x : !molt_df.nullable<i64>
    %fs = molt_df.first skip_nulls %s : !s
    %ls = molt_df.last %s : !s
    %ff = molt_df.first %f : !molt_df.nullable<f64>
    molt_df.yield %fx, %lx, %fs, %ls, %ff : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !s, !s, !molt_df.nullable<f64>
  } : !t
  return %r : !r
}
func.func @positions_where() -> !molt_df.table<"k": i32, "fx": i64?, "ls": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "s", "p"] -> ["fx", "ls"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s, %p: i1):
    %fx = molt_df.first %x where %p : !molt_df.nullable<i64>, i1
    %ls = molt_df.last skip_nulls %s where %p : !s, i1
    molt_df.yield %fx, %ls : !molt_df.nullable<i64>, !s
  } : !t
  return %r : !molt_df.table<"k": i32, "fx": i64?, "ls": !molt_str.utf8?>
}
// A group without a row that counts has no value, also of columns without nulls.
func.func @no_row_counts() -> !molt_df.table<"k": i32, "first": i1?, "max": i1?, "arg": i1?, "all": i1?, "n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["p"] -> ["first", "max", "arg", "all", "n"] {
  ^bb0(%p: i1):
    %first = molt_df.first %p where %p : i1, i1
    %max = molt_df.max %p where %p : i1, i1
    %arg = molt_df.arg_min %p by %p where %p : i1, i1, i1
    %all = molt_df.all %p where %p : i1, i1
    %n = molt_df.count where %p : i1
    molt_df.yield %first, %max, %arg, %all, %n : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i64
  } : !t
  return %r : !molt_df.table<"k": i32, "first": i1?, "max": i1?, "arg": i1?, "all": i1?, "n": i64>
}
func.func @all_rows() -> !molt_df.table<"fx": i64?, "ls": !molt_str.utf8?, "min": !molt_str.utf8?, "max": !molt_str.utf8?, "arg": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["x", "s", "f"] -> ["fx", "ls", "min", "max", "arg"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s, %f: !molt_df.nullable<f64>):
    %fx = molt_df.first %x : !molt_df.nullable<i64>
    %ls = molt_df.last %s : !s
    %min = molt_df.min %s : !s
    %max = molt_df.max %s : !s
    %arg = molt_df.arg_max %s by %f : !s, !molt_df.nullable<f64>
    molt_df.yield %fx, %ls, %min, %max, %arg : !molt_df.nullable<i64>, !s, !s, !s, !s
  } : !t
  return %r : !molt_df.table<"fx": i64?, "ls": !molt_str.utf8?, "min": !molt_str.utf8?, "max": !molt_str.utf8?, "arg": !molt_str.utf8?>
}
func.func @no_rows() -> !molt_df.table<"fx": i64?, "ls": !molt_str.utf8?, "min": !molt_str.utf8?, "arg": i64?> {
  %all = molt_df.source "t" : !t
  %t = molt_df.filter %all ["k"] {
  ^bb0(%k: i32):
    %none = molt_df.constant 100 : i32
    %c = molt_df.cmp gt %k, %none : i32, i32
    molt_df.yield %c : i1
  } : !t
  %r = molt_df.aggregate %t by [] of ["x", "s", "f"] -> ["fx", "ls", "min", "arg"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s, %f: !molt_df.nullable<f64>):
    %fx = molt_df.first %x : !molt_df.nullable<i64>
    %ls = molt_df.last %s : !s
    %min = molt_df.min %s : !s
    %arg = molt_df.arg_min %x by %s : !molt_df.nullable<i64>, !s
    molt_df.yield %fx, %ls, %min, %arg : !molt_df.nullable<i64>, !s, !s, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"fx": i64?, "ls": !molt_str.utf8?, "min": !molt_str.utf8?, "arg": i64?>
}
// Of equal ones the first; NaN is the greatest; the value may be null, what decides is not.
func.func @args() -> !molt_df.table<"k": i32, "xmin": i64?, "xmax": i64?, "smin": !molt_str.utf8?, "bys": i64?, "byb": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "s", "f", "p"] -> ["xmin", "xmax", "smin", "bys", "byb"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s, %f: !molt_df.nullable<f64>, %p: i1):
    %xmin = molt_df.arg_min %x by %f : !molt_df.nullable<i64>, !molt_df.nullable<f64>
    %xmax = molt_df.arg_max %x by %f : !molt_df.nullable<i64>, !molt_df.nullable<f64>
    %smin = molt_df.arg_min %s by %x : !s, !molt_df.nullable<i64>
    %bys = molt_df.arg_max %x by %s where %p : !molt_df.nullable<i64>, !s, i1
    %byb = molt_df.arg_max %s by %p : !s, i1
    molt_df.yield %xmin, %xmax, %smin, %bys, %byb : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !s, !molt_df.nullable<i64>, !s
  } : !t
  return %r : !molt_df.table<"k": i32, "xmin": i64?, "xmax": i64?, "smin": !molt_str.utf8?, "bys": i64?, "byb": !molt_str.utf8?>
}
func.func @strings() -> !molt_df.table<"k": i32, "min": !molt_str.utf8?, "max": !molt_str.utf8?, "some": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["s", "p"] -> ["min", "max", "some"] {
  ^bb0(%s: !s, %p: i1):
    %min = molt_df.min %s : !s
    %max = molt_df.max %s : !s
    %some = molt_df.max %s where %p : !s, i1
    molt_df.yield %min, %max, %some : !s, !s, !s
  } : !t
  return %r : !molt_df.table<"k": i32, "min": !molt_str.utf8?, "max": !molt_str.utf8?, "some": !molt_str.utf8?>
}
// Strings that differ behind their first four bytes only.
func.func @equal_prefixes() -> !molt_df.table<"min": !molt_str.utf8?, "max": !molt_str.utf8?, "arg": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["x", "s"] -> ["min", "max", "arg"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s):
    %prefix = molt_df.constant "the s" : !molt_str.utf8
    %p = molt_str.starts_with %s, %prefix : !s, !molt_str.utf8
    %min = molt_df.min %s where %p : !s, !molt_df.nullable<i1>
    %max = molt_df.max %s where %p : !s, !molt_df.nullable<i1>
    %arg = molt_df.arg_min %x by %s where %p : !molt_df.nullable<i64>, !s, !molt_df.nullable<i1>
    molt_df.yield %min, %max, %arg : !s, !s, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"min": !molt_str.utf8?, "max": !molt_str.utf8?, "arg": i64?>
}
// Sorted rows have their own order; of a filter's rows the others do not count.
func.func @behind_sort() -> !molt_df.table<"k": i32, "first": !molt_str.utf8?, "last": i64?> {
  %t = molt_df.source "t" : !t
  %d = molt_df.filter %t ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %zero = molt_df.constant 0 : i64
    %c = molt_df.cmp gt %x, %zero : !molt_df.nullable<i64>, i64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !t
  %o = molt_df.sort %d by ["x" desc] : !t
  %r = molt_df.aggregate %o by ["k"] of ["x", "s"] -> ["first", "last"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !s):
    %first = molt_df.first %s : !s
    %last = molt_df.last %x : !molt_df.nullable<i64>
    molt_df.yield %first, %last : !s, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"k": i32, "first": !molt_str.utf8?, "last": i64?>
}

//--- t.csv
k,x,s,f,p
1,,"the same prefix, then b",2.5,true
2,7,"é",nan,false
1,4,"the same prefix, then a",1.5,false
1,4,,1.5,true
3,,,,false
2,-3,"",-0.0,true
1,9,"then",,true
2,8,"a string longer than a view",nan,true
2,,"e",0.0,false
1,,"the",9.5,false
//--- positions.rows
k,fx,lx,fs,ls,ff
1,,9,"the same prefix, then b",the,2.5
2,7,8,é,e,nan
3,,,,,
//--- positions_where.rows
k,fx,ls
1,,then
2,-3,a string longer than a view
3,,
//--- no_row_counts.rows
k,first,max,arg,all,n
1,true,true,true,true,3
2,true,true,true,true,2
3,,,,,0
//--- all_rows.out
fx,ls,min,max,arg
,the,"",é,é
//--- no_rows.out
fx,ls,min,arg
,,,
//--- args.rows
k,xmin,xmax,smin,bys,byb
1,4,,"the same prefix, then a",9,"the same prefix, then b"
2,-3,7,"",8,""
3,,,,,
//--- strings.rows
k,min,max,some
1,the,then,then
2,"",é,a string longer than a view
3,,,
//--- equal_prefixes.out
min,max,arg
"the same prefix, then a","the same prefix, then b",4
//--- behind_sort.rows
k,first,last
1,then,4
2,a string longer than a view,7
