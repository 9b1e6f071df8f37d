// The covariance of pairs of which the last one has an infinite value was infinite, not NaN:
// the product of an infinite and a finite difference. Found by random plans.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32, "x": f64?, "y": f64?>
!r = !molt_df.table<"k": i32, "xy": f64?, "yx": f64?>
func.func @covariance() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x", "y"] -> ["xy", "yx"] {
  ^bb0(%x: !molt_df.nullable<f64>, %y: !molt_df.nullable<f64>):
    %xy = molt_df.covar %x, %y : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    %yx = molt_df.covar %y, %x : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    molt_df.yield %xy, %yx : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %r : !r
}
//--- t.csv
k,x,y
1,0,0
1,inf,3
2,inf,3
2,0,0
3,0,0
3,1,-inf
4,1,2
4,2,4
5,inf,1
//--- covariance.out
k,xy,yx
1,nan,nan
2,nan,nan
3,nan,nan
4,1,1
5,,
