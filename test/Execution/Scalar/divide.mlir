// Division: truncation, zero as null, decimals rounded half away from zero, IEEE 754 for floats.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.table<"x": i64, "y": i64?, "s": i8, "u": ui8>
func.func @integers() -> !molt_df.table<"x": i64, "y": i64?, "s": i8, "u": ui8, "q": i64?, "r": i64?, "t": i64, "v": i16?> {
  %t = molt_df.source "integers" : !i
  %f = molt_df.filter %t ["y"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %zero = molt_df.constant 0 : i64
    %p = molt_df.cmp ne %y, %zero : !molt_df.nullable<i64>, i64
    %n = molt_df.is_null %y : !molt_df.nullable<i64>
    %k = molt_df.or %p, %n : !molt_df.nullable<i1>, i1
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !i
  %r = molt_df.with_columns %f ["x", "y", "s", "u"] -> ["q", "r", "t", "v"] {
  ^bb0(%x: i64, %y: !molt_df.nullable<i64>, %s: i8, %u: ui8):
    %q = molt_df.div %x, %y : i64, !molt_df.nullable<i64>
    %w = molt_df.div zero_is_null %y, %x : !molt_df.nullable<i64>, i64
    %three = molt_df.constant 3 : i64
    %o = molt_df.div %x, %three : i64, i64
    %v = molt_df.div zero_is_null %s, %u : i8, ui8
    molt_df.yield %q, %w, %o, %v : !molt_df.nullable<i64>, !molt_df.nullable<i64>, i64, !molt_df.nullable<i16>
  } : !i
  return %r : !molt_df.table<"x": i64, "y": i64?, "s": i8, "u": ui8, "q": i64?, "r": i64?, "t": i64, "v": i16?>
}

!d = !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<4, 1>?>
func.func @decimals() -> !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<4, 1>?, "q": !molt_df.decimal<14, 6>?, "t": !molt_df.decimal<13, 6>, "i": !molt_df.decimal<13, 6>> {
  %t = molt_df.source "decimals" : !d
  %r = molt_df.with_columns %t ["x", "y"] -> ["q", "t", "i"] {
  ^bb0(%x: !molt_df.decimal<9, 2>, %y: !molt_df.nullable<!molt_df.decimal<4, 1>>):
    %q = molt_df.div zero_is_null %x, %y : !molt_df.decimal<9, 2>, !molt_df.nullable<!molt_df.decimal<4, 1>>
    %seven = molt_df.constant "7" : !molt_df.decimal<1, 0>
    %o = molt_df.div %x, %seven : !molt_df.decimal<9, 2>, !molt_df.decimal<1, 0>
    %three = molt_df.constant 3 : i32
    %i = molt_df.div %x, %three : !molt_df.decimal<9, 2>, i32
    molt_df.yield %q, %o, %i : !molt_df.nullable<!molt_df.decimal<14, 6>>, !molt_df.decimal<13, 6>, !molt_df.decimal<13, 6>
  } : !d
  return %r : !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<4, 1>?, "q": !molt_df.decimal<14, 6>?, "t": !molt_df.decimal<13, 6>, "i": !molt_df.decimal<13, 6>>
}

!f = !molt_df.table<"x": f64, "y": f64?, "s": f32, "i": i32>
func.func @floats() -> !molt_df.table<"x": f64, "y": f64?, "s": f32, "i": i32, "q": f64?, "t": f32, "u": f64> {
  %t = molt_df.source "floats" : !f
  %r = molt_df.with_columns %t ["x", "y", "s", "i"] -> ["q", "t", "u"] {
  ^bb0(%x: f64, %y: !molt_df.nullable<f64>, %s: f32, %i: i32):
    %q = molt_df.div %x, %y : f64, !molt_df.nullable<f64>
    %o = molt_df.div %s, %s : f32, f32
    %u = molt_df.div %i, %x : i32, f64
    molt_df.yield %q, %o, %u : !molt_df.nullable<f64>, f32, f64
  } : !f
  return %r : !molt_df.table<"x": f64, "y": f64?, "s": f32, "i": i32, "q": f64?, "t": f32, "u": f64>
}

//--- integers.csv
x,y,s,u
7,2,100,3
-7,2,-100,3
7,-2,-128,255
-7,-2,127,1
0,5,0,0
5,0,1,1
1,,9,0
9223372036854775807,-1,-1,2
-9223372036854775808,1,-128,128
-9223372036854775808,-9223372036854775808,1,1
//--- integers.out
x,y,s,u,q,r,t,v
7,2,100,3,3,0,2,33
-7,2,-100,3,-3,0,-2,-33
7,-2,-128,255,-3,0,2,0
-7,-2,127,1,3,0,-2,127
0,5,0,0,0,,0,
1,,9,0,,,0,
9223372036854775807,-1,-1,2,-9223372036854775807,0,3074457345618258602,0
-9223372036854775808,1,-128,128,-9223372036854775808,0,-3074457345618258602,-1
-9223372036854775808,-9223372036854775808,1,1,1,1,-3074457345618258602,1
//--- decimals.csv
x,y
1.00,3.0
2.00,3.0
-2.00,3.0
0.01,-0.1
9999999.99,0.1
-9999999.99,999.9
1.00,0.0
1.00,
0.00,0.7
//--- decimals.out
x,y,q,t,i
1.00,3.0,0.333333,0.142857,0.333333
2.00,3.0,0.666667,0.285714,0.666667
-2.00,3.0,-0.666667,-0.285714,-0.666667
0.01,-0.1,-0.100000,0.001429,0.003333
9999999.99,0.1,99999999.900000,1428571.427143,3333333.330000
-9999999.99,999.9,-10001.000090,-1428571.427143,-3333333.330000
1.00,0.0,,0.142857,0.333333
1.00,,,0.142857,0.333333
0.00,0.7,0.000000,0.000000,0.000000
//--- floats.csv
x,y,s,i
1,4,3,2
1,0,0,-1
-1,0,inf,1
1,-0.0,1,1
0,0,1,0
nan,1,nan,7
1,nan,-1,3
1,,1,1
1e308,1e-10,1e-40,2147483647
//--- floats.out
x,y,s,i,q,t,u
1,4,3,2,0.25,1,2
1,0,0,-1,inf,nan,-1
-1,0,inf,1,-inf,nan,-1
1,-0,1,1,-inf,1,1
0,0,1,0,nan,1,nan
nan,1,nan,7,nan,nan,nan
1,nan,-1,3,nan,1,3
1,,1,1,,1,1
1e+308,1e-10,1e-40,2147483647,inf,1,2.147483647e-299
