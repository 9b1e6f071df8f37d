// Comparison: every predicate, mixed types, nulls, the total order of floats, exact decimals.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.table<"x": i32, "y": i64?, "u": ui32>
func.func @integers() -> !molt_df.table<"x": i32, "y": i64?, "u": ui32, "eq": i1?, "ne": i1?, "lt": i1?, "le": i1?, "gt": i1?, "ge": i1?, "mixed": i1> {
  %t = molt_df.source "integers" : !i
  %r = molt_df.with_columns %t ["x", "y", "u"] -> ["eq", "ne", "lt", "le", "gt", "ge", "mixed"] {
  ^bb0(%x: i32, %y: !molt_df.nullable<i64>, %u: ui32):
    %eq = molt_df.cmp eq %x, %y : i32, !molt_df.nullable<i64>
    %ne = molt_df.cmp ne %x, %y : i32, !molt_df.nullable<i64>
    %lt = molt_df.cmp lt %x, %y : i32, !molt_df.nullable<i64>
    %le = molt_df.cmp le %x, %y : i32, !molt_df.nullable<i64>
    %gt = molt_df.cmp gt %x, %y : i32, !molt_df.nullable<i64>
    %ge = molt_df.cmp ge %x, %y : i32, !molt_df.nullable<i64>
    %mixed = molt_df.cmp lt %x, %u : i32, ui32
    molt_df.yield %eq, %ne, %lt, %le, %gt, %ge, %mixed : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1
  } : !i
  return %r : !molt_df.table<"x": i32, "y": i64?, "u": ui32, "eq": i1?, "ne": i1?, "lt": i1?, "le": i1?, "gt": i1?, "ge": i1?, "mixed": i1>
}

!f = !molt_df.table<"x": f64, "y": f64, "s": f32>
func.func @floats() -> !molt_df.table<"x": f64, "y": f64, "s": f32, "eq": i1, "ne": i1, "lt": i1, "le": i1, "gt": i1, "ge": i1, "narrow": i1> {
  %t = molt_df.source "floats" : !f
  %r = molt_df.with_columns %t ["x", "y", "s"] -> ["eq", "ne", "lt", "le", "gt", "ge", "narrow"] {
  ^bb0(%x: f64, %y: f64, %s: f32):
    %eq = molt_df.cmp eq %x, %y : f64, f64
    %ne = molt_df.cmp ne %x, %y : f64, f64
    %lt = molt_df.cmp lt %x, %y : f64, f64
    %le = molt_df.cmp le %x, %y : f64, f64
    %gt = molt_df.cmp gt %x, %y : f64, f64
    %ge = molt_df.cmp ge %x, %y : f64, f64
    %narrow = molt_df.cmp ge %s, %s : f32, f32
    molt_df.yield %eq, %ne, %lt, %le, %gt, %ge, %narrow : i1, i1, i1, i1, i1, i1, i1
  } : !f
  return %r : !molt_df.table<"x": f64, "y": f64, "s": f32, "eq": i1, "ne": i1, "lt": i1, "le": i1, "gt": i1, "ge": i1, "narrow": i1>
}

// NaN is found, and is greatest, in a filter as well.
func.func @filter_nan() -> !f {
  %t = molt_df.source "floats" : !f
  %r = molt_df.filter %t ["x"] {
  ^bb0(%x: f64):
    %nan = molt_df.constant 0x7FF8000000000000 : f64
    %p = molt_df.cmp ge %x, %nan : f64, f64
    molt_df.yield %p : i1
  } : !f
  return %r : !f
}

!d = !molt_df.table<"x": !molt_df.decimal<5, 2>, "y": !molt_df.decimal<38, 10>, "i": i64, "b": i1, "c": i1?>
func.func @others() -> !molt_df.table<"x": !molt_df.decimal<5, 2>, "y": !molt_df.decimal<38, 10>, "i": i64, "b": i1, "c": i1?, "scales": i1, "int": i1, "bool": i1?> {
  %t = molt_df.source "others" : !d
  %r = molt_df.with_columns %t ["x", "y", "i", "b", "c"] -> ["scales", "int", "bool"] {
  ^bb0(%x: !molt_df.decimal<5, 2>, %y: !molt_df.decimal<38, 10>, %i: i64, %b: i1, %c: !molt_df.nullable<i1>):
    %p = molt_df.cmp eq %x, %y : !molt_df.decimal<5, 2>, !molt_df.decimal<38, 10>
    %q = molt_df.cmp gt %x, %i : !molt_df.decimal<5, 2>, i64
    %z = molt_df.cmp lt %b, %c : i1, !molt_df.nullable<i1>
    molt_df.yield %p, %q, %z : i1, i1, !molt_df.nullable<i1>
  } : !d
  return %r : !molt_df.table<"x": !molt_df.decimal<5, 2>, "y": !molt_df.decimal<38, 10>, "i": i64, "b": i1, "c": i1?, "scales": i1, "int": i1, "bool": i1?>
}

//--- integers.csv
x,y,u
1,1,1
1,2,0
2,1,4294967295
-1,,4294967295
-2147483648,-2147483648,0
2147483647,2147483648,2147483647
-1,4294967295,4294967295
//--- integers.out
x,y,u,eq,ne,lt,le,gt,ge,mixed
1,1,1,true,false,false,true,false,true,false
1,2,0,false,true,true,true,false,false,false
2,1,4294967295,false,true,false,false,true,true,true
-1,,4294967295,,,,,,,true
-2147483648,-2147483648,0,true,false,false,true,false,true,true
2147483647,2147483648,2147483647,false,true,true,true,false,false,false
-1,4294967295,4294967295,false,true,true,true,false,false,true
//--- floats.csv
x,y,s
1.5,1.5,1.5
-0.0,0,-0.0
0,-0.0,0
nan,nan,nan
nan,inf,-inf
inf,nan,inf
-inf,nan,1e-45
1e-320,0,0
1,-1,3.4e38
-1,nan,nan
//--- floats.out
x,y,s,eq,ne,lt,le,gt,ge,narrow
1.5,1.5,1.5,true,false,false,true,false,true,true
-0,0,-0,true,false,false,true,false,true,true
0,-0,0,true,false,false,true,false,true,true
nan,nan,nan,true,false,false,true,false,true,true
nan,inf,-inf,false,true,false,false,true,true,true
inf,nan,inf,false,true,true,true,false,false,true
-inf,nan,1e-45,false,true,true,true,false,false,true
1e-320,0,0,false,true,false,false,true,true,true
1,-1,3.4e+38,false,true,false,false,true,true,true
-1,nan,nan,false,true,true,true,false,false,true
//--- filter_nan.out
x,y,s
nan,nan,nan
nan,inf,-inf
//--- others.csv
x,y,i,b,c
1.10,1.1000000000,1,true,true
1.10,1.1000000001,2,false,true
-999.99,-999.9900000000,-1000,true,false
999.99,9999999999999999999999999999.9999999999,999,false,
0.00,-0.0000000001,0,false,false
//--- others.out
x,y,i,b,c,scales,int,bool
1.10,1.1000000000,1,true,true,true,true,false
1.10,1.1000000001,2,false,true,false,false,true
-999.99,-999.9900000000,-1000,true,false,true,true,false
999.99,9999999999999999999999999999.9999999999,999,false,,false,true,
0.00,-0.0000000001,0,false,false,false,false,false
