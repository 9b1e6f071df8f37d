// window, top_k per group, median and quantile: peers, null and NaN keys, partitions of one row, conditions. The expected
// rows of windows are DuckDB's.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "x": f64?, "i": i64>
!w = !molt_df.table<"i": i64, "n": i64, "r": i64, "d": i64, "p": f64, "c": f64, "t": i64, "z": i64>
func.func @ranks() -> !w {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x" desc] of [] -> ["n", "r", "d", "p", "c", "t", "z"] {
    %n = molt_df.row_number
    %r = molt_df.rank
    %d = molt_df.dense_rank
    %p = molt_df.percent_rank
    %c = molt_df.cume_dist
    %t2 = molt_df.ntile 3
    %z = molt_df.partition_size
    molt_df.yield %n, %r, %d, %p, %c, %t2, %z : i64, i64, i64, f64, f64, i64, i64
  } : !t
  %q = molt_df.project %r ["i", "n", "r", "d", "p", "c", "t", "z"] : !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "x": f64?, "i": i64, "n": i64, "r": i64, "d": i64, "p": f64, "c": f64, "t": i64, "z": i64>
  return %q : !w
}
// Without partitions and order: one partition, all are peers, numbers in the order of the input.
func.func @everything() -> !molt_df.table<"i": i64, "n": i64, "r": i64> {
  %t = molt_df.source "t" : !t
  %p = molt_df.project %t ["i"] : !t
  %r = molt_df.window %p by [] order [] of [] -> ["n", "r"] {
    %n = molt_df.row_number
    %r = molt_df.rank
    molt_df.yield %n, %r : i64, i64
  } : !molt_df.table<"i": i64>
  return %r : !molt_df.table<"i": i64, "n": i64, "r": i64>
}
func.func @by_strings() -> !molt_df.table<"i": i64, "n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["s"] order ["k" nulls_first, "i" desc] of [] -> ["n"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !t
  %q = molt_df.project %r ["i", "n"] : !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "x": f64?, "i": i64, "n": i64>
  return %q : !molt_df.table<"i": i64, "n": i64>
}
func.func @top_two() -> !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "x": f64?, "i": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 2 by ["x" desc] per ["k"] : !t
  return %r : !t
}
func.func @top_none() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 0 by ["x" desc] per ["k"] : !t
  return %r : !t
}
!f = !molt_df.nullable<f64>
func.func @quantiles() -> !molt_df.table<"k": i32?, "m": f64?, "q": f64?, "w": f64?, "i": f64?, "n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "i"] -> ["m", "q", "w", "i", "n"] {
  ^bb0(%x: !f, %i: i64):
    %four = molt_df.constant 4 : i64
    %p = molt_df.cmp gt %i, %four : i64, i64
    %m = molt_df.median %x : !f
    %q = molt_df.quantile 0.25 of %x : !f
    %w = molt_df.median %i where %p : i64, i1
    %j = molt_df.quantile 1.0 of %i : i64
    %n = molt_df.count
    molt_df.yield %m, %q, %w, %j, %n : !f, !f, !f, !f, i64
  } : !t
  return %r : !molt_df.table<"k": i32?, "m": f64?, "q": f64?, "w": f64?, "i": f64?, "n": i64>
}
func.func @of_all_rows() -> !molt_df.table<"m": f64?, "none": f64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i"] -> ["m", "none"] {
  ^bb0(%i: i64):
    %false = molt_df.constant false : i1
    %m = molt_df.median %i : i64
    %none = molt_df.median %i where %false : i64, i1
    molt_df.yield %m, %none : !f, !f
  } : !t
  return %r : !molt_df.table<"m": f64?, "none": f64?>
}

//--- t.csv
k,s,x,i
1,a,2.5,1
1,"a string longer than a view",7.5,2
,a,nan,3
1,,2.5,4
2,b,,5
,a,inf,6
1,a,-1.0,7
,"a string longer than a view",inf,8
1,b,,9
//--- ranks.rows
# types: exact,exact,exact,exact,float,float,exact,exact
i,n,r,d,p,c,t,z
2,1,1,1,0,0.2,1,5
1,2,2,2,0.25,0.6,1,5
4,3,2,2,0.25,0.6,2,5
7,4,4,3,0.75,0.8,2,5
9,5,5,4,1,1,3,5
5,1,1,1,0,1,1,1
3,1,1,1,0,0.3333333333333333,1,3
6,2,2,2,0.5,1,2,3
8,3,2,2,0.5,1,3,3
//--- everything.rows
i,n,r
1,1,1
2,2,1
3,3,1
4,4,1
5,5,1
6,6,1
7,7,1
8,8,1
9,9,1
//--- by_strings.rows
i,n
6,1
3,2
7,3
1,4
8,1
2,2
4,1
9,1
5,2
//--- top_two.rows
k,s,x,i
1,a string longer than a view,7.5,2
1,a,2.5,1
2,b,,5
,a,nan,3
,a,inf,6
//--- top_none.rows
k,s,x,i
//--- quantiles.rows
# types: exact,float,float,float,float,exact
k,m,q,w,i,n
1,2.5,1.625,8,9,5
2,,,5,5,1
,inf,nan,7,8,3
//--- of_all_rows.out
m,none
5,
