// Strings of any bytes: comparison, length, constants, choice, keys of groups, joins and sorts, hexadecimal text.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!b = !molt_str.binary
!n = !molt_df.nullable<!molt_str.binary>
!t = !molt_df.table<"x": !molt_str.binary, "y": !molt_str.binary?>

!compared = !molt_df.table<"x": !molt_str.binary, "y": !molt_str.binary?, "lt": i1?, "eq": i1?, "ge": i1, "n": i64, "m": i64?, "in": i1, "or": !molt_str.binary, "null": i1>
func.func @compared() -> !compared {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["x", "y"] -> ["lt", "eq", "ge", "n", "m", "in", "or", "null"] {
  ^bb0(%x: !b, %y: !n):
    %c = molt_df.constant "80ff00" : !molt_str.binary
    %long = molt_df.constant "ff000102030405060708090A0B0C0D0E0F" : !molt_str.binary
    %lt = molt_str.cmp lt %x, %y : !molt_str.binary, !n
    %eq = molt_str.cmp eq %x, %y : !molt_str.binary, !n
    %ge = molt_str.cmp ge %x, %c : !molt_str.binary, !molt_str.binary
    %n = molt_str.byte_length %x : !molt_str.binary
    %m = molt_str.byte_length %y : !n
    %in = molt_df.is_in %x, [%c, %long] : !molt_str.binary
    %or = molt_df.coalesce %y, %long : !n, !molt_str.binary
    %null = molt_df.is_null %y : !n
    molt_df.yield %lt, %eq, %ge, %n, %m, %in, %or, %null : !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1, i64, !molt_df.nullable<i64>, i1, !molt_str.binary, i1
  } : !t
  return %r : !compared
}

func.func @sorted() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["y" nulls_first, "x" desc] : !t
  return %r : !t
}

!grouped = !molt_df.table<"y": !molt_str.binary?, "n": i64>
func.func @grouped() -> !grouped {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["y"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %r : !grouped
}

!joined = !molt_df.table<"x": !molt_str.binary, "z": !molt_str.binary?>
func.func @joined() -> !joined {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["x"] : !t
  %c = molt_df.project %t ["y"] -> ["z"] : !t
  %r = molt_df.join %a, %c on ["x"] = ["z"] : !molt_df.table<"x": !molt_str.binary>, !molt_df.table<"z": !molt_str.binary?>
  return %r : !joined
}

func.func @bytes_of_text() -> !molt_df.table<"s": !molt_str.utf8, "n": i64> {
  %t = molt_df.source "s" : !molt_df.table<"s": !molt_str.utf8>
  %r = molt_df.with_columns %t ["s"] -> ["n"] {
  ^bb0(%s: !molt_str.utf8):
    %n = molt_str.byte_length %s : !molt_str.utf8
    molt_df.yield %n : i64
  } : !molt_df.table<"s": !molt_str.utf8>
  return %r : !molt_df.table<"s": !molt_str.utf8, "n": i64>
}

func.func @odd() -> !molt_df.table<"b": !molt_str.binary> {
  %t = molt_df.source "odd_" : !molt_df.table<"b": !molt_str.binary>
  return %t : !molt_df.table<"b": !molt_str.binary>
}

//--- t.csv
x,y
80ff00,80FF00
"",00
00,
ff000102030405060708090a0b0c0d0e0f,80ff00
7f,ff000102030405060708090a0b0c0d0e0f
ff000102030405060708090a0b0c0d0e0e,""
//--- compared.out
x,y,lt,eq,ge,n,m,in,or,null
80ff00,80ff00,false,true,true,3,3,true,80ff00,false
"",00,true,false,false,0,1,false,00,false
00,,,,false,1,,false,ff000102030405060708090a0b0c0d0e0f,true
ff000102030405060708090a0b0c0d0e0f,80ff00,false,false,true,17,3,true,80ff00,false
7f,ff000102030405060708090a0b0c0d0e0f,true,false,false,1,17,false,ff000102030405060708090a0b0c0d0e0f,false
ff000102030405060708090a0b0c0d0e0e,"",false,false,true,17,0,false,"",false
//--- sorted.out
x,y
00,
ff000102030405060708090a0b0c0d0e0e,""
"",00
ff000102030405060708090a0b0c0d0e0f,80ff00
80ff00,80ff00
7f,ff000102030405060708090a0b0c0d0e0f
//--- grouped.rows
y,n
80ff00,2
00,1
,1
ff000102030405060708090a0b0c0d0e0f,1
"",1
//--- joined.rows
x,z
80ff00,80ff00
80ff00,80ff00
"",""
00,00
ff000102030405060708090a0b0c0d0e0f,ff000102030405060708090a0b0c0d0e0f
//--- s.csv
s
abc
é€😀
""
//--- bytes_of_text.out
s,n
abc,3
é€😀,9
"",0
//--- odd_.csv
b
00
0
//--- odd.err
"0" is not binary \(expected two hexadecimal digits for each byte\).*row 1
