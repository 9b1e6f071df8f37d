// aggregate with keys: nulls, floats, strings and several columns as keys, no rows, many groups.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "f": f64, "d": !molt_df.decimal<20, 2>, "b": i1?, "e": !molt_df.date32, "x": i64?>
func.func @by_int() -> !molt_df.table<"k": i32?, "rows": i64, "valid": i64, "sum": i64?, "min": i64?, "mean": f64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["rows", "valid", "sum", "min", "mean"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %rows = molt_df.count
    %valid = molt_df.count_valid %x : !molt_df.nullable<i64>
    %sum = molt_df.sum %x : !molt_df.nullable<i64>
    %min = molt_df.min %x : !molt_df.nullable<i64>
    %mean = molt_df.mean %x : !molt_df.nullable<i64>
    molt_df.yield %rows, %valid, %sum, %min, %mean : i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<f64>
  } : !t
  return %r : !molt_df.table<"k": i32?, "rows": i64, "valid": i64, "sum": i64?, "min": i64?, "mean": f64?>
}
func.func @by_string() -> !molt_df.table<"s": !molt_str.utf8?, "rows": i64, "max": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["s"] of ["x"] -> ["rows", "max"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %rows = molt_df.count
    %max = molt_df.max %x : !molt_df.nullable<i64>
    molt_df.yield %rows, %max : i64, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"s": !molt_str.utf8?, "rows": i64, "max": i64?>
}
// NaN equals NaN, -0 equals +0; the key of the result is +0 and the quiet NaN.
func.func @by_float() -> !molt_df.table<"f": f64, "rows": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["f"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !t
  return %r : !molt_df.table<"f": f64, "rows": i64>
}
func.func @by_f32() -> !molt_df.table<"g": f32?, "rows": i64> {
  %t = molt_df.source "singles" : !molt_df.table<"g": f32?>
  %r = molt_df.aggregate %t by ["g"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !molt_df.table<"g": f32?>
  return %r : !molt_df.table<"g": f32?, "rows": i64>
}
func.func @by_several() -> !molt_df.table<"s": !molt_str.utf8?, "k": i32?, "b": i1?, "e": !molt_df.date32, "d": !molt_df.decimal<20, 2>, "rows": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["s", "k", "b", "e", "d"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !t
  return %r : !molt_df.table<"s": !molt_str.utf8?, "k": i32?, "b": i1?, "e": !molt_df.date32, "d": !molt_df.decimal<20, 2>, "rows": i64>
}
func.func @by_bool() -> !molt_df.table<"b": i1?, "rows": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["b"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !t
  return %r : !molt_df.table<"b": i1?, "rows": i64>
}
// Keys without any aggregate: the distinct keys.
func.func @distinct() -> !molt_df.table<"k": i32?, "b": i1?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k", "b"] of [] -> [] {
    molt_df.yield
  } : !t
  return %r : !molt_df.table<"k": i32?, "b": i1?>
}
// No rows: no groups.
func.func @empty() -> !molt_df.table<"s": !molt_str.utf8?, "k": i32?, "rows": i64> {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["k"] {
  ^bb0(%k: !molt_df.nullable<i32>):
    %c = molt_df.constant 1000 : i32
    %p = molt_df.cmp gt %k, %c : !molt_df.nullable<i32>, i32
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  %r = molt_df.aggregate %f by ["s", "k"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !t
  return %r : !molt_df.table<"s": !molt_str.utf8?, "k": i32?, "rows": i64>
}
// Groups of groups, and computed keys.
func.func @nested() -> !molt_df.table<"odd": i1?, "groups": i64, "rows": i64?> {
  %t = molt_df.source "t" : !t
  %a = molt_df.aggregate %t by ["k", "s"] of [] -> ["rows"] {
    %rows = molt_df.count
    molt_df.yield %rows : i64
  } : !t
  %w = molt_df.with_columns %a ["k"] -> ["odd"] {
  ^bb0(%k: !molt_df.nullable<i32>):
    %two = molt_df.constant 2 : i32
    %half = molt_df.div %k, %two : !molt_df.nullable<i32>, i32
    %even = molt_df.mul %half, %two : !molt_df.nullable<i32>, i32
    %odd = molt_df.cmp ne %even, %k : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %odd : !molt_df.nullable<i1>
  } : !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "rows": i64>
  %r = molt_df.aggregate %w by ["odd"] of ["rows"] -> ["groups", "rows"] {
  ^bb0(%n: i64):
    %groups = molt_df.count
    %rows = molt_df.sum %n : i64
    molt_df.yield %groups, %rows : i64, !molt_df.nullable<i64>
  } : !molt_df.table<"k": i32?, "s": !molt_str.utf8?, "rows": i64, "odd": i1?>
  return %r : !molt_df.table<"odd": i1?, "groups": i64, "rows": i64?>
}

//--- t.csv
k,s,f,d,b,e,x
1,short,0,1.00,true,2024-01-01,10
2,twelve bytes,-0.0,1.00,,2024-01-02,
1,thirteen byte,nan,1.0,false,2024-01-01,30
,thirteen byte,nan,-1.00,true,2024-01-01,-5
,,1.5,0.00,,1969-12-31,
2,twelve bytes,1.5,1.00,,2024-01-02,7
1,short,-inf,1,true,2024-01-01,
-2147483648,"",inf,123456789012345678.99,false,0001-01-01,1
,thirteen bytz,-0.0,-1.00,true,2024-01-01,0
1,日本語,0,1.00,true,2024-01-01,9000000000000000000
0,,-inf,0.00,,1969-12-31,3
//--- by_int.rows
# types: exact,exact,exact,exact,exact,float
k,rows,valid,sum,min,mean
1,4,3,9000000000000000040,10,3.0e18
2,2,1,7,7,7.0
,3,2,-5,-5,-2.5
-2147483648,1,1,1,1,1.0
0,1,1,3,3,3.0
//--- by_string.rows
s,rows,max
short,2,10
twelve bytes,2,7
thirteen byte,2,30
,2,3
"",1,1
thirteen bytz,1,0
日本語,1,9000000000000000000
//--- by_float.rows
f,rows
0,4
nan,2
1.5,2
-inf,2
inf,1
//--- singles.csv
g
1.5
nan
-0.0

0
NaN
1.50
//--- by_f32.rows
g,rows
1.5,2
nan,2
0,2
,1
//--- by_several.rows
s,k,b,e,d,rows
short,1,true,2024-01-01,1.00,2
twelve bytes,2,,2024-01-02,1.00,2
thirteen byte,1,false,2024-01-01,1.00,1
thirteen byte,,true,2024-01-01,-1.00,1
,,,1969-12-31,0.00,1
"",-2147483648,false,0001-01-01,123456789012345678.99,1
thirteen bytz,,true,2024-01-01,-1.00,1
日本語,1,true,2024-01-01,1.00,1
,0,,1969-12-31,0.00,1
//--- by_bool.rows
b,rows
true,5
,4
false,2
//--- distinct.rows
k,b
1,true
2,
1,false
,true
,
-2147483648,false
0,
//--- empty.rows
s,k,rows
//--- nested.rows
odd,groups,rows
true,3,4
false,3,4
,3,3
