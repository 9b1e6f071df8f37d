// Sums and means of durations, in groups, of all rows, of distinct values and in windows. Expected values by hand.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!d = !molt_df.duration<ms>
!n = !molt_df.nullable<!molt_df.duration<ms>>
!t = !molt_df.table<"k": i32, "d": !molt_df.duration<ms>?>
!g = !molt_df.table<"k": i32, "sum": !molt_df.duration<ms>?, "mean": !molt_df.duration<ms>?, "distinct": !molt_df.duration<ms>?, "zero": !molt_df.duration<ms>>
func.func @grouped() -> !g {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["d"] -> ["sum", "mean", "distinct", "zero"] {
  ^bb0(%d: !n):
    %s = molt_df.sum %d : !n
    %m = molt_df.mean %d : !n
    %u = molt_df.mean distinct %d : !n
    %z = molt_df.sum %d or_zero : !n
    molt_df.yield %s, %m, %u, %z : !n, !n, !n, !d
  } : !t
  return %r : !g
}
func.func @all() -> !molt_df.table<"sum": !molt_df.duration<ms>?, "mean": !molt_df.duration<ms>?, "none": !molt_df.duration<ms>?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["d", "k"] -> ["sum", "mean", "none"] {
  ^bb0(%d: !n, %k: i32):
    %c = molt_df.constant 2 : i32
    %p = molt_df.cmp lt %k, %c : i32, i32
    %f = molt_df.constant 9 : i32
    %q = molt_df.cmp gt %k, %f : i32, i32
    %s = molt_df.sum %d where %p : !n, i1
    %m = molt_df.mean %d where %p : !n, i1
    %z = molt_df.mean %d where %q : !n, i1
    molt_df.yield %s, %m, %z : !n, !n, !n
  } : !t
  return %r : !molt_df.table<"sum": !molt_df.duration<ms>?, "mean": !molt_df.duration<ms>?, "none": !molt_df.duration<ms>?>
}
func.func @moving() -> !molt_df.table<"k": i32, "d": !molt_df.duration<ms>?, "m": !molt_df.duration<ms>?> {
  %t = molt_df.source "t" : !t
  %s = molt_df.filter %t ["k"] {
  ^bb0(%k: i32):
    %c = molt_df.constant 2 : i32
    %p = molt_df.cmp lt %k, %c : i32, i32
    molt_df.yield %p : i1
  } : !t
  %w = molt_df.window %s by ["k"] order ["d"] frame <rows -1 to 0> of ["d"] -> ["m"] {
  ^bb0(%d: !n):
    %m = molt_df.mean %d : !n
    molt_df.yield %m : !n
  } : !t
  return %w : !molt_df.table<"k": i32, "d": !molt_df.duration<ms>?, "m": !molt_df.duration<ms>?>
}
// The mean of the greatest durations is one of them; their sum is none.
func.func @mean_of_many() -> !molt_df.table<"mean": !molt_df.duration<ms>?> {
  %t = molt_df.source "many" : !t
  %r = molt_df.aggregate %t by [] of ["d"] -> ["mean"] {
  ^bb0(%d: !n):
    %m = molt_df.mean %d : !n
    molt_df.yield %m : !n
  } : !t
  return %r : !molt_df.table<"mean": !molt_df.duration<ms>?>
}
func.func @sum_of_many() -> !molt_df.table<"k": i32, "sum": !molt_df.duration<ms>?> {
  %t = molt_df.source "many" : !t
  %r = molt_df.aggregate %t by ["k"] of ["d"] -> ["sum"] {
  ^bb0(%d: !n):
    %m = molt_df.sum %d : !n
    molt_df.yield %m : !n
  } : !t
  return %r : !molt_df.table<"k": i32, "sum": !molt_df.duration<ms>?>
}

//--- t.csv
k,d
0,PT1H
0,PT0.002S
0,
0,-PT0.005S
1,-PT0.001S
1,-PT0.001S
1,-PT0.003S
1,PT0S
2,
//--- many.csv
k,d
0,P106751991167DT7H12M55.807S
0,P106751991167DT7H12M55.807S
0,P106751991167DT7H12M55.804S
//--- grouped.rows
k,sum,mean,distinct,zero
0,PT59M59.997S,PT19M59.999S,PT19M59.999S,PT59M59.997S
1,-PT0.005S,-PT0.001S,-PT0.001S,-PT0.005S
2,,,,PT0S
//--- all.out
sum,mean,none
PT59M59.992S,PT8M34.284S,
//--- moving.rows
k,d,m
0,-PT0.005S,-PT0.005S
0,PT0.002S,-PT0.001S
0,PT1H,PT30M0.001S
0,,PT1H
1,-PT0.003S,-PT0.003S
1,-PT0.001S,-PT0.002S
1,-PT0.001S,-PT0.001S
1,PT0S,PT0S
//--- mean_of_many.out
mean
P106751991167DT7H12M55.806S
//--- sum_of_many.err
does not fit
