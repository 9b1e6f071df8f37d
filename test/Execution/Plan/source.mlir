// Inputs: every type, by name from CSV and by position from .tbl, with quotes, nulls, CRLF, no rows.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!all = !molt_df.table<"b": i1?, "i8": i8?, "i16": i16?, "i32": i32?, "i64": i64?, "u8": ui8?, "u16": ui16?, "u32": ui32?, "u64": ui64?, "f32": f32?, "f64": f64?, "s": !molt_str.utf8?, "d": !molt_df.date32?, "d9": !molt_df.decimal<9, 2>?, "d18": !molt_df.decimal<18, 6>?, "d38": !molt_df.decimal<38, 10>?>
func.func @all() -> !all {
  %t = molt_df.source "all_" : !all
  return %t : !all
}

// A filter makes every column pass through compiled code.
func.func @all_filtered() -> !all {
  %t = molt_df.source "all_" : !all
  %r = molt_df.filter %t ["i64"] {
  ^bb0(%i: !molt_df.nullable<i64>):
    %n = molt_df.is_null %i : !molt_df.nullable<i64>
    %k = molt_df.not %n : i1
    molt_df.yield %k : i1
  } : !all
  return %r : !all
}

// Columns in another order than in the file, and not all of them.
!some = !molt_df.table<"d9": !molt_df.decimal<9, 2>?, "s": !molt_str.utf8?, "b": i1?>
func.func @some() -> !some {
  %t = molt_df.source "all_" : !some
  return %t : !some
}

!pipes = !molt_df.table<"a": i64, "name with spaces": !molt_str.utf8, "c": !molt_df.decimal<5, 2>>
func.func @tbl() -> !pipes {
  %t = molt_df.source "pipes" : !pipes
  return %t : !pipes
}
// Only the last column: the others are skipped by position.
func.func @tbl_last() -> !molt_df.table<"c": !molt_df.decimal<5, 2>> {
  %t = molt_df.source "pipes" : !pipes
  %r = molt_df.project %t ["c"] : !pipes
  return %r : !molt_df.table<"c": !molt_df.decimal<5, 2>>
}

!quoted = !molt_df.table<"a": !molt_str.utf8, "b": i32>
func.func @crlf() -> !quoted {
  %t = molt_df.source "crlf_" : !quoted
  return %t : !quoted
}
func.func @no_rows() -> !quoted {
  %t = molt_df.source "header" : !quoted
  %r = molt_df.filter %t ["b"] {
  ^bb0(%b: i32):
    %p = molt_df.cmp eq %b, %b : i32, i32
    molt_df.yield %p : i1
  } : !quoted
  return %r : !quoted
}

// One table, read twice.
func.func @twice() -> !molt_df.table<"x": i32, "y": i32> {
  %t = molt_df.source "numbers" : !molt_df.table<"x": i32>
  %u = molt_df.source "numbers" : !molt_df.table<"x": i32>
  %v = molt_df.project %u ["x"] -> ["y"] : !molt_df.table<"x": i32>
  %r = molt_df.join %t, %v on ["x"] = ["y"] : !molt_df.table<"x": i32>, !molt_df.table<"y": i32>
  return %r : !molt_df.table<"x": i32, "y": i32>
}

// The function's table is its input's, unchanged.
func.func @strings_only() -> !molt_df.table<"s": !molt_str.utf8> {
  %t = molt_df.source "strings" : !molt_df.table<"s": !molt_str.utf8>
  return %t : !molt_df.table<"s": !molt_str.utf8>
}

//--- all_.csv
b,i8,i16,i32,i64,u8,u16,u32,u64,f32,f64,s,d,d9,d18,d38
true,-128,-32768,-2147483648,-9223372036854775808,0,0,0,0,-1.5,-1e300,"a ""quoted"", text",0001-01-01,-9999999.99,-999999999999.999999,-9999999999999999999999999999.9999999999
false,127,32767,2147483647,9223372036854775807,255,65535,4294967295,18446744073709551615,3.4028235e38,1.7976931348623157e308,größer,9999-12-31,9999999.99,999999999999.999999,9999999999999999999999999999.9999999999
,,,,,,,,,,,,,,,
true,0,0,0,0,1,1,1,1,nan,-inf,"",2024-02-29,0,0,0
false,+5,007,-0,1,9,9,9,9,.5,5.,"two
lines",1970-01-01,+1,-.5,00012.50
//--- all.out
b,i8,i16,i32,i64,u8,u16,u32,u64,f32,f64,s,d,d9,d18,d38
true,-128,-32768,-2147483648,-9223372036854775808,0,0,0,0,-1.5,-1e+300,"a ""quoted"", text",0001-01-01,-9999999.99,-999999999999.999999,-9999999999999999999999999999.9999999999
false,127,32767,2147483647,9223372036854775807,255,65535,4294967295,18446744073709551615,3.4028235e+38,1.7976931348623157e+308,größer,9999-12-31,9999999.99,999999999999.999999,9999999999999999999999999999.9999999999
,,,,,,,,,,,,,,,
true,0,0,0,0,1,1,1,1,nan,-inf,"",2024-02-29,0.00,0.000000,0.0000000000
false,5,7,0,1,9,9,9,9,0.5,5,"two
lines",1970-01-01,1.00,-0.500000,12.5000000000
//--- all_filtered.out
b,i8,i16,i32,i64,u8,u16,u32,u64,f32,f64,s,d,d9,d18,d38
true,-128,-32768,-2147483648,-9223372036854775808,0,0,0,0,-1.5,-1e+300,"a ""quoted"", text",0001-01-01,-9999999.99,-999999999999.999999,-9999999999999999999999999999.9999999999
false,127,32767,2147483647,9223372036854775807,255,65535,4294967295,18446744073709551615,3.4028235e+38,1.7976931348623157e+308,größer,9999-12-31,9999999.99,999999999999.999999,9999999999999999999999999999.9999999999
true,0,0,0,0,1,1,1,1,nan,-inf,"",2024-02-29,0.00,0.000000,0.0000000000
false,5,7,0,1,9,9,9,9,0.5,5,"two
lines",1970-01-01,1.00,-0.500000,12.5000000000
//--- some.out
d9,s,b
-9999999.99,"a ""quoted"", text",true
9999999.99,größer,false
,,
0.00,"",true
1.00,"two
lines",false
//--- pipes.tbl
1|a "name"|1.50|
-2||0|
3|x,y|-999.99|
//--- tbl.out
a,name with spaces,c
1,"a ""name""",1.50
-2,"",0.00
3,"x,y",-999.99
//--- tbl_last.out
c
1.50
0.00
-999.99
//--- crlf_.csv
b,skipped,a
1,,"x
y"
2,9,z
//--- crlf.out
a,b
"x
y",1
z,2
//--- header.csv
a,b
//--- no_rows.out
a,b
//--- numbers.csv
x
3
1
2
//--- twice.rows
x,y
1,1
2,2
3,3
//--- strings.csv
s
one

three
//--- strings_only.out
s
one
""
three
