// aggregate without keys: each function on each kind of type, nulls, no rows.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"i": i64?, "j": i16, "u": ui64, "f": f64?, "g": f32, "d": !molt_df.decimal<15, 2>?, "w": !molt_df.decimal<38, 4>, "b": i1?, "e": !molt_df.date32?>
!sums = !molt_df.table<"i": i64?, "j": i64?, "u": ui64?, "f": f64?, "g": f64?, "d": !molt_df.decimal<38, 2>?, "w": !molt_df.decimal<38, 4>?>
func.func @sum() -> !sums {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i", "j", "u", "f", "g", "d", "w"] -> ["i", "j", "u", "f", "g", "d", "w"] {
  ^bb0(%i: !molt_df.nullable<i64>, %j: i16, %u: ui64, %f: !molt_df.nullable<f64>, %g: f32, %d: !molt_df.nullable<!molt_df.decimal<15, 2>>, %w: !molt_df.decimal<38, 4>):
    %si = molt_df.sum %i : !molt_df.nullable<i64>
    %sj = molt_df.sum %j : i16
    %su = molt_df.sum %u : ui64
    %sf = molt_df.sum %f : !molt_df.nullable<f64>
    %sg = molt_df.sum %g : f32
    %sd = molt_df.sum %d : !molt_df.nullable<!molt_df.decimal<15, 2>>
    %sw = molt_df.sum %w : !molt_df.decimal<38, 4>
    molt_df.yield %si, %sj, %su, %sf, %sg, %sd, %sw : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !t
  return %r : !sums
}
!means = !molt_df.table<"i": f64?, "j": f64?, "u": f64?, "f": f64?, "g": f64?, "d": f64?, "w": f64?>
func.func @mean() -> !means {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i", "j", "u", "f", "g", "d", "w"] -> ["i", "j", "u", "f", "g", "d", "w"] {
  ^bb0(%i: !molt_df.nullable<i64>, %j: i16, %u: ui64, %f: !molt_df.nullable<f64>, %g: f32, %d: !molt_df.nullable<!molt_df.decimal<15, 2>>, %w: !molt_df.decimal<38, 4>):
    %si = molt_df.mean %i : !molt_df.nullable<i64>
    %sj = molt_df.mean %j : i16
    %su = molt_df.mean %u : ui64
    %sf = molt_df.mean %f : !molt_df.nullable<f64>
    %sg = molt_df.mean %g : f32
    %sd = molt_df.mean %d : !molt_df.nullable<!molt_df.decimal<15, 2>>
    %sw = molt_df.mean %w : !molt_df.decimal<38, 4>
    molt_df.yield %si, %sj, %su, %sf, %sg, %sd, %sw : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %r : !means
}
!same = !molt_df.table<"i": i64?, "j": i16?, "u": ui64?, "f": f64?, "g": f32?, "d": !molt_df.decimal<15, 2>?, "w": !molt_df.decimal<38, 4>?, "b": i1?, "e": !molt_df.date32?>
func.func @min() -> !same {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i", "j", "u", "f", "g", "d", "w", "b", "e"] -> ["i", "j", "u", "f", "g", "d", "w", "b", "e"] {
  ^bb0(%i: !molt_df.nullable<i64>, %j: i16, %u: ui64, %f: !molt_df.nullable<f64>, %g: f32, %d: !molt_df.nullable<!molt_df.decimal<15, 2>>, %w: !molt_df.decimal<38, 4>, %b: !molt_df.nullable<i1>, %e: !molt_df.nullable<!molt_df.date32>):
    %mi = molt_df.min %i : !molt_df.nullable<i64>
    %mj = molt_df.min %j : i16
    %mu = molt_df.min %u : ui64
    %mf = molt_df.min %f : !molt_df.nullable<f64>
    %mg = molt_df.min %g : f32
    %md = molt_df.min %d : !molt_df.nullable<!molt_df.decimal<15, 2>>
    %mw = molt_df.min %w : !molt_df.decimal<38, 4>
    %mb = molt_df.min %b : !molt_df.nullable<i1>
    %me = molt_df.min %e : !molt_df.nullable<!molt_df.date32>
    molt_df.yield %mi, %mj, %mu, %mf, %mg, %md, %mw, %mb, %me : !molt_df.nullable<i64>, !molt_df.nullable<i16>, !molt_df.nullable<ui64>, !molt_df.nullable<f64>, !molt_df.nullable<f32>, !molt_df.nullable<!molt_df.decimal<15, 2>>, !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<i1>, !molt_df.nullable<!molt_df.date32>
  } : !t
  return %r : !same
}
func.func @max() -> !same {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i", "j", "u", "f", "g", "d", "w", "b", "e"] -> ["i", "j", "u", "f", "g", "d", "w", "b", "e"] {
  ^bb0(%i: !molt_df.nullable<i64>, %j: i16, %u: ui64, %f: !molt_df.nullable<f64>, %g: f32, %d: !molt_df.nullable<!molt_df.decimal<15, 2>>, %w: !molt_df.decimal<38, 4>, %b: !molt_df.nullable<i1>, %e: !molt_df.nullable<!molt_df.date32>):
    %mi = molt_df.max %i : !molt_df.nullable<i64>
    %mj = molt_df.max %j : i16
    %mu = molt_df.max %u : ui64
    %mf = molt_df.max %f : !molt_df.nullable<f64>
    %mg = molt_df.max %g : f32
    %md = molt_df.max %d : !molt_df.nullable<!molt_df.decimal<15, 2>>
    %mw = molt_df.max %w : !molt_df.decimal<38, 4>
    %mb = molt_df.max %b : !molt_df.nullable<i1>
    %me = molt_df.max %e : !molt_df.nullable<!molt_df.date32>
    molt_df.yield %mi, %mj, %mu, %mf, %mg, %md, %mw, %mb, %me : !molt_df.nullable<i64>, !molt_df.nullable<i16>, !molt_df.nullable<ui64>, !molt_df.nullable<f64>, !molt_df.nullable<f32>, !molt_df.nullable<!molt_df.decimal<15, 2>>, !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<i1>, !molt_df.nullable<!molt_df.date32>
  } : !t
  return %r : !same
}
!counts = !molt_df.table<"rows": i64, "i": i64, "f": i64, "b": i64, "e": i64, "j": i64, "n": i64>
func.func @count() -> !counts {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["i", "f", "b", "e", "j"] -> ["rows", "i", "f", "b", "e", "j", "n"] {
  ^bb0(%i: !molt_df.nullable<i64>, %f: !molt_df.nullable<f64>, %b: !molt_df.nullable<i1>, %e: !molt_df.nullable<!molt_df.date32>, %j: i16):
    %rows = molt_df.count
    %ci = molt_df.count_valid %i : !molt_df.nullable<i64>
    %cf = molt_df.count_valid %f : !molt_df.nullable<f64>
    %cb = molt_df.count_valid %b : !molt_df.nullable<i1>
    %ce = molt_df.count_valid %e : !molt_df.nullable<!molt_df.date32>
    %cj = molt_df.count_valid %j : i16
    %null = molt_df.constant null : !molt_df.nullable<i32>
    %cn = molt_df.count_valid %null : !molt_df.nullable<i32>
    molt_df.yield %rows, %ci, %cf, %cb, %ce, %cj, %cn : i64, i64, i64, i64, i64, i64, i64
  } : !t
  return %r : !counts
}

// One group and one row, also for no rows: nulls, and counts of 0.
!empty = !molt_df.table<"rows": i64, "valid": i64, "sum": i64?, "mean": f64?, "min": !molt_df.date32?, "max": f64?>
func.func @empty() -> !empty {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !t
  %r = molt_df.aggregate %f by [] of ["i", "d", "e", "f"] -> ["rows", "valid", "sum", "mean", "min", "max"] {
  ^bb0(%i: !molt_df.nullable<i64>, %d: !molt_df.nullable<!molt_df.decimal<15, 2>>, %e: !molt_df.nullable<!molt_df.date32>, %f_: !molt_df.nullable<f64>):
    %rows = molt_df.count
    %valid = molt_df.count_valid %i : !molt_df.nullable<i64>
    %sum = molt_df.sum %i : !molt_df.nullable<i64>
    %mean = molt_df.mean %d : !molt_df.nullable<!molt_df.decimal<15, 2>>
    %min = molt_df.min %e : !molt_df.nullable<!molt_df.date32>
    %max = molt_df.max %f_ : !molt_df.nullable<f64>
    molt_df.yield %rows, %valid, %sum, %mean, %min, %max : i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<f64>
  } : !t
  return %r : !empty
}

// Sums whose parts overflow, but not the total; the total of a 38-digit sum at its limit.
!z = !molt_df.table<"x": i64, "u": ui64, "d": !molt_df.decimal<38, 0>>
!exact = !molt_df.table<"x": i64?, "u": ui64?, "d": !molt_df.decimal<38, 0>?, "mx": f64?, "mu": f64?, "md": f64?>
func.func @exact() -> !exact {
  %t = molt_df.source "big" : !z
  %r = molt_df.aggregate %t by [] of ["x", "u", "d"] -> ["x", "u", "d", "mx", "mu", "md"] {
  ^bb0(%x: i64, %u: ui64, %d: !molt_df.decimal<38, 0>):
    %sx = molt_df.sum %x : i64
    %su = molt_df.sum %u : ui64
    %sd = molt_df.sum %d : !molt_df.decimal<38, 0>
    %mx = molt_df.mean %x : i64
    %mu = molt_df.mean %u : ui64
    %md = molt_df.mean %d : !molt_df.decimal<38, 0>
    molt_df.yield %sx, %su, %sd, %mx, %mu, %md : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<38, 0>>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !z
  return %r : !exact
}
// Means never fail, whatever their total.
func.func @mean_of_large() -> !molt_df.table<"x": f64?, "d": f64?> {
  %t = molt_df.source "large" : !molt_df.table<"x": i64, "d": !molt_df.decimal<38, 0>>
  %r = molt_df.aggregate %t by [] of ["x", "d"] -> ["x", "d"] {
  ^bb0(%x: i64, %d: !molt_df.decimal<38, 0>):
    %mx = molt_df.mean %x : i64
    %md = molt_df.mean %d : !molt_df.decimal<38, 0>
    molt_df.yield %mx, %md : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !molt_df.table<"x": i64, "d": !molt_df.decimal<38, 0>>
  return %r : !molt_df.table<"x": f64?, "d": f64?>
}
// NaN is the greatest; a zero that wins is +0.
!f = !molt_df.table<"x": f64, "z": f64, "n": f32>
!extremes = !molt_df.table<"minx": f64?, "maxx": f64?, "minz": f64?, "maxz": f64?, "minn": f32?, "maxn": f32?>
func.func @extremes() -> !extremes {
  %t = molt_df.source "floats" : !f
  %r = molt_df.aggregate %t by [] of ["x", "z", "n"] -> ["minx", "maxx", "minz", "maxz", "minn", "maxn"] {
  ^bb0(%x: f64, %z: f64, %n: f32):
    %a = molt_df.min %x : f64
    %b = molt_df.max %x : f64
    %c = molt_df.min %z : f64
    %d = molt_df.max %z : f64
    %e = molt_df.min %n : f32
    %f = molt_df.max %n : f32
    molt_df.yield %a, %b, %c, %d, %e, %f : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f32>, !molt_df.nullable<f32>
  } : !f
  return %r : !extremes
}

//--- t.csv
i,j,u,f,g,d,w,b,e
5,-7,1,0.5,0.25,1.10,0.0001,true,2024-01-31
,32767,18446744073709551600,,1.5,,-12345678901234567890.1234,,
-3,32767,2,-2.25,-0.125,-2.20,99999999999999999999999999999.9999,false,1969-07-20
,-32768,0,,8,,0.0000,,
10,1,12,1e10,3,9999999999999.99,-0.5000,true,2024-02-29
//--- sum.out
i,j,u,f,g,d,w
12,32760,18446744073709551615,9999999998.25,12.625,9999999999998.89,99999999987654321098765432109.3766
//--- mean.out
# types: float,float,float,float,float,float,float
i,j,u,f,g,d,w
4,6552,3689348814741910323,3333333332.75,2.525,3333333333332.963,19999999997530864219753086421.8753
//--- min.out
i,j,u,f,g,d,w,b,e
-3,-32768,0,-2.25,-0.125,-2.20,-12345678901234567890.1234,false,1969-07-20
//--- max.out
i,j,u,f,g,d,w,b,e
10,32767,18446744073709551600,1e+10,8,9999999999999.99,99999999999999999999999999999.9999,true,2024-02-29
//--- count.out
rows,i,f,b,e,j,n
5,3,3,3,3,5,0
//--- empty.out
rows,valid,sum,mean,min,max
0,0,,,,
//--- big.csv
x,u,d
9223372036854775807,18446744073709551615,99999999999999999999999999999999999999
9223372036854775807,0,99999999999999999999999999999999999999
-9223372036854775808,0,-99999999999999999999999999999999999999
1,0,0
//--- exact.out
x,u,d,mx,mu,md
9223372036854775807,18446744073709551615,99999999999999999999999999999999999999,2305843009213693952,4611686018427387904,2.5e+37
//--- large.csv
x,d
9223372036854775807,99999999999999999999999999999999999999
9223372036854775807,99999999999999999999999999999999999999
9223372036854775807,99999999999999999999999999999999999998
//--- mean_of_large.out
x,d
9223372036854775808,1e+38
//--- floats.csv
x,z,n
1,0,nan
nan,-0.0,nan
-inf,-0.0,nan
inf,0,nan
-1,-0.0,nan
//--- extremes.out
minx,maxx,minz,maxz,minn,maxn
-inf,nan,0,0,nan,nan
