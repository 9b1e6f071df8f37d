// is_in: each kind of type, NaN and zeros, nulls, an empty list, values that are no constants; in a filter.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @each() -> !molt_df.table<"i": i32?, "f": f64?, "s": !molt_str.utf8?, "d": !molt_df.date32?, "m": !molt_df.decimal<9, 2>?, "b": i1?, "pi": i1?, "pf": i1?, "ps": i1?, "pd": i1?, "pm": i1?, "pb": i1?, "none": i1?> {
  %0 = molt_df.source "t" : !molt_df.table<"i": i32?, "f": f64?, "s": !molt_str.utf8?, "d": !molt_df.date32?, "m": !molt_df.decimal<9, 2>?, "b": i1?>
  %1 = molt_df.with_columns %0 ["i", "f", "s", "d", "m", "b"] -> ["pi", "pf", "ps", "pd", "pm", "pb", "none"] {
  ^bb0(%i: !molt_df.nullable<i32>, %f: !molt_df.nullable<f64>, %s: !molt_df.nullable<!molt_str.utf8>, %d: !molt_df.nullable<!molt_df.date32>, %m: !molt_df.nullable<!molt_df.decimal<9, 2>>, %b: !molt_df.nullable<i1>):
    %i1 = molt_df.constant 1 : i32
    %i5 = molt_df.constant 5 : i32
    %f0 = molt_df.constant 0.0 : f64
    %fn = molt_df.constant 0x7FF8000000000000 : f64
    %s1 = molt_df.constant "AIR" : !molt_str.utf8
    %s2 = molt_df.constant "a string that is too long for a view" : !molt_str.utf8
    %s3 = molt_df.constant "" : !molt_str.utf8
    %d1 = molt_df.constant "1994-01-02" : !molt_df.date32
    %d2 = molt_df.constant "1970-01-01" : !molt_df.date32
    %m1 = molt_df.constant "0.06" : !molt_df.decimal<9, 2>
    %m2 = molt_df.constant "-0.05" : !molt_df.decimal<9, 2>
    %true = molt_df.constant true : i1
    %pi = molt_df.is_in %i, [%i5, %i1, %i5] : !molt_df.nullable<i32>
    %pf = molt_df.is_in %f, [%f0, %fn] : !molt_df.nullable<f64>
    %ps = molt_df.is_in %s, [%s1, %s2, %s3] : !molt_df.nullable<!molt_str.utf8>
    %pd = molt_df.is_in %d, [%d1, %d2] : !molt_df.nullable<!molt_df.date32>
    %pm = molt_df.is_in %m, [%m1, %m2] : !molt_df.nullable<!molt_df.decimal<9, 2>>
    %pb = molt_df.is_in %b, [%true] : !molt_df.nullable<i1>
    %none = molt_df.is_in %i, [] : !molt_df.nullable<i32>
    molt_df.yield %pi, %pf, %ps, %pd, %pm, %pb, %none : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"i": i32?, "f": f64?, "s": !molt_str.utf8?, "d": !molt_df.date32?, "m": !molt_df.decimal<9, 2>?, "b": i1?>
  return %1 : !molt_df.table<"i": i32?, "f": f64?, "s": !molt_str.utf8?, "d": !molt_df.date32?, "m": !molt_df.decimal<9, 2>?, "b": i1?, "pi": i1?, "pf": i1?, "ps": i1?, "pd": i1?, "pm": i1?, "pb": i1?, "none": i1?>
}

func.func @columns() -> !molt_df.table<"x": i64?, "y": i64, "z": i64, "p": i1?> {
  %0 = molt_df.source "pairs" : !molt_df.table<"x": i64?, "y": i64, "z": i64>
  %1 = molt_df.with_columns %0 ["x", "y", "z"] -> ["p"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: i64, %z: i64):
    %p = molt_df.is_in %x, [%y, %z] : !molt_df.nullable<i64>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i64?, "y": i64, "z": i64>
  return %1 : !molt_df.table<"x": i64?, "y": i64, "z": i64, "p": i1?>
}

// As SQL's NOT IN with a null in the list: or with a null.
func.func @not_in() -> !molt_df.table<"s": !molt_str.utf8?> {
  %0 = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8?>
  %1 = molt_df.filter %0 ["s"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %a = molt_df.constant "AIR" : !molt_str.utf8
    %b = molt_df.constant "SHIP" : !molt_str.utf8
    %p = molt_df.is_in %s, [%a, %b] : !molt_df.nullable<!molt_str.utf8>
    %q = molt_df.not %p : !molt_df.nullable<i1>
    molt_df.yield %q : !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?>
}

//--- t.csv
i,f,s,d,m,b
1,1.5,AIR,1994-01-01,0.05,true
2,nan,SHIP,1994-01-02,0.06,false
3,-0.0,a string that is too long for a view,1995-12-31,-0.05,true
,,,,,
5,inf,"",1970-01-01,12.00,false
//--- each.out
i,f,s,d,m,b,pi,pf,ps,pd,pm,pb,none
1,1.5,AIR,1994-01-01,0.05,true,true,false,true,false,false,true,false
2,nan,SHIP,1994-01-02,0.06,false,false,true,false,true,true,false,false
3,-0,a string that is too long for a view,1995-12-31,-0.05,true,false,true,true,false,true,true,false
,,,,,,,,,,,,
5,inf,"",1970-01-01,12.00,false,true,false,true,true,false,false,false
//--- pairs.csv
x,y,z
1,1,2
1,2,1
1,2,3
,1,1
//--- columns.out
x,y,z,p
1,1,2,true
1,2,1,true
1,2,3,false
,1,1,
//--- not_in.out
s
a string that is too long for a view
""
