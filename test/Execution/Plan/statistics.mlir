// var, std, covar and corr: few rows, equal values, values that are not finite, conditions, several types; all, and
// aggregates of distinct values.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32, "x": i32?, "y": f64?, "m": !molt_df.decimal<9, 2>, "p": i1?>
!f = !molt_df.nullable<f64>
!stats = !molt_df.table<"k": i32, "var": f64?, "pop": f64?, "std": f64?, "dec": f64?, "where": f64?>
func.func @variances() -> !stats {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "y", "m", "p"] -> ["var", "pop", "std", "dec", "where"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !f, %m: !molt_df.decimal<9, 2>, %p: !molt_df.nullable<i1>):
    %var = molt_df.var %x : !molt_df.nullable<i32>
    %pop = molt_df.var %x {ddof = 0 : i64} : !molt_df.nullable<i32>
    %std = molt_df.std %y : !f
    %dec = molt_df.var %m : !molt_df.decimal<9, 2>
    %where = molt_df.var %x where %p : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    molt_df.yield %var, %pop, %std, %dec, %where : !f, !f, !f, !f, !f
  } : !t
  return %r : !stats
}
func.func @pairs() -> !molt_df.table<"k": i32, "covar": f64?, "pop": f64?, "corr": f64?, "self": f64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "y"] -> ["covar", "pop", "corr", "self"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !f):
    %covar = molt_df.covar %x, %y : !molt_df.nullable<i32>, !f
    %pop = molt_df.covar %x, %y {ddof = 0 : i64} : !molt_df.nullable<i32>, !f
    %corr = molt_df.corr %x, %y : !molt_df.nullable<i32>, !f
    %self = molt_df.corr %x, %x : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %covar, %pop, %corr, %self : !f, !f, !f, !f
  } : !t
  return %r : !molt_df.table<"k": i32, "covar": f64?, "pop": f64?, "corr": f64?, "self": f64?>
}
func.func @all_rows() -> !molt_df.table<"std": f64?, "all": i1?, "some": i1?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["x", "p"] -> ["std", "all", "some"] {
  ^bb0(%x: !molt_df.nullable<i32>, %p: !molt_df.nullable<i1>):
    %std = molt_df.std %x {ddof = 0 : i64} : !molt_df.nullable<i32>
    %all = molt_df.all %p : !molt_df.nullable<i1>
    %some = molt_df.all %p where %p : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %std, %all, %some : !f, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !t
  return %r : !molt_df.table<"std": f64?, "all": i1?, "some": i1?>
}
func.func @no_rows() -> !molt_df.table<"var": f64?, "corr": f64?, "all": i1?, "n": i64, "sum": i64?> {
  %rows = molt_df.source "t" : !t
  %t = molt_df.filter %rows ["k"] {
  ^bb0(%k: i32):
    %none = molt_df.constant 100 : i32
    %c = molt_df.cmp gt %k, %none : i32, i32
    molt_df.yield %c : i1
  } : !t
  %r = molt_df.aggregate %t by [] of ["x", "y", "p"] -> ["var", "corr", "all", "n", "sum"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !f, %p: !molt_df.nullable<i1>):
    %var = molt_df.var %x {ddof = 0 : i64} : !molt_df.nullable<i32>
    %corr = molt_df.corr %x, %y : !molt_df.nullable<i32>, !f
    %all = molt_df.all %p : !molt_df.nullable<i1>
    %n = molt_df.count_distinct %x : !molt_df.nullable<i32>
    %sum = molt_df.sum distinct %x : !molt_df.nullable<i32>
    molt_df.yield %var, %corr, %all, %n, %sum : !f, !f, !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"var": f64?, "corr": f64?, "all": i1?, "n": i64, "sum": i64?>
}
// -0 and +0 are one value, all NaNs are; nulls are none.
func.func @distinct_values() -> !molt_df.table<"k": i32, "rows": i64, "x": i64, "sum": i64?, "where": i64?, "mean": f64?, "zeros": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "y", "p"] -> ["rows", "x", "sum", "where", "mean", "zeros"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !f, %p: !molt_df.nullable<i1>):
    %rows = molt_df.count
    %n = molt_df.count_distinct %x : !molt_df.nullable<i32>
    %sum = molt_df.sum distinct %x : !molt_df.nullable<i32>
    %where = molt_df.sum distinct %x where %p : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    %mean = molt_df.mean distinct %x : !molt_df.nullable<i32>
    %zeros = molt_df.count_distinct %y : !f
    molt_df.yield %rows, %n, %sum, %where, %mean, %zeros : i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !f, i64
  } : !t
  return %r : !molt_df.table<"k": i32, "rows": i64, "x": i64, "sum": i64?, "where": i64?, "mean": f64?, "zeros": i64>
}
func.func @distinct_all_rows() -> !molt_df.table<"n": i64, "rows": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["x", "p"] -> ["n", "rows"] {
  ^bb0(%x: !molt_df.nullable<i32>, %p: !molt_df.nullable<i1>):
    %n = molt_df.count_distinct %x : !molt_df.nullable<i32>
    %rows = molt_df.count where %p : !molt_df.nullable<i1>
    molt_df.yield %n, %rows : i64, i64
  } : !t
  return %r : !molt_df.table<"n": i64, "rows": i64>
}

//--- t.csv
k,x,y,m,p
1,1,2.0,1.50,true
1,3,,2.50,true
1,,5.0,3.50,false
1,5,8.0,4.50,
2,7,-0.0,2.00,true
2,7,0.0,2.00,false
2,7,nan,2.00,true
3,,1.0,0.25,
4,2,4.0,-1.00,false
4,4,8.0,1.00,true
4,4,inf,1.00,true
//--- variances.rows
# types: exact,float,float,float,float,float
k,var,pop,std,dec,where
1,4,2.6666666666666665,3,1.6666666666666667,2
2,0,0,nan,0,0
3,,,,,
4,1.3333333333333333,0.8888888888888888,nan,1.3333333333333333,0
//--- pairs.rows
# types: exact,float,float,float,float
k,covar,pop,corr,self
1,12,6,1,1
2,nan,nan,,
3,,,,
4,nan,nan,nan,1
//--- all_rows.out
# types: float,exact,exact
std,all,some
2.1140330656044943,false,true
//--- no_rows.out
var,corr,all,n,sum
,,,0,
//--- distinct_values.rows
k,rows,x,sum,where,mean,zeros
1,4,3,9,4,3,3
2,3,1,7,7,7,2
3,1,0,,,,1
4,3,2,6,4,3,3
//--- distinct_all_rows.out
n,rows
6,6
