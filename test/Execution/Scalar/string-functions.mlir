// Functions of strings where a list of clauses cannot show them: null operands, line ends, no parts,
// rows that do not reach an error.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!u = !molt_str.utf8
!n = !molt_df.nullable<!molt_str.utf8>
!t = !molt_df.table<"s": !u?, "t": !u?, "n": i64?>

func.func @lines() -> !molt_df.table<"n": i64?, "line": !u?, "count": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["s", "n"] -> ["line", "count"] {
  ^bb0(%s: !n, %n: !molt_df.nullable<i64>):
    %line = molt_str.split_lines %s part %n : !n, !molt_df.nullable<i64>
    %count = molt_str.split_lines_count %s : !n
    molt_df.yield %line, %count : !n, !molt_df.nullable<i64>
  } : !t
  %p = molt_df.project %r ["n", "line", "count"] : !molt_df.table<"s": !u?, "t": !u?, "n": i64?, "line": !u?, "count": i64?>
  return %p : !molt_df.table<"n": i64?, "line": !u?, "count": i64?>
}

func.func @join_of_none() -> !molt_df.table<"n": i64?, "none": !u?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["t"] -> ["none"] {
  ^bb0(%t0: !n):
    %none = "molt_str.join"(%t0) : (!n) -> !n
    molt_df.yield %none : !n
  } : !t
  %p = molt_df.project %r ["n", "none"] : !molt_df.table<"s": !u?, "t": !u?, "n": i64?, "none": !u?>
  return %p : !molt_df.table<"n": i64?, "none": !u?>
}

// A null number of repetitions asks for no memory, whatever is in its place; a separator that is
// empty fails only where a row reaches it.
func.func @nulls() -> !molt_df.table<"t": !u?, "n": i64?, "many": !u?, "part": !u?> {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["t"] {
  ^bb0(%t0: !n):
    %length = molt_str.length %t0 : !n
    %zero = molt_df.constant 0 : i64
    %keep = molt_df.cmp gt %length, %zero : !molt_df.nullable<i64>, i64
    molt_df.yield %keep : !molt_df.nullable<i1>
  } : !t
  %r = molt_df.with_columns %f ["s", "t", "n"] -> ["many", "part"] {
  ^bb0(%s: !n, %t0: !n, %n: !molt_df.nullable<i64>):
    %many = molt_str.repeat %t0, %n : !n, !molt_df.nullable<i64>
    %part = molt_str.partition after %s by %t0 : !n, !n
    molt_df.yield %many, %part : !n, !n
  } : !t
  %p = molt_df.project %r ["t", "n", "many", "part"] : !molt_df.table<"s": !u?, "t": !u?, "n": i64?, "many": !u?, "part": !u?>
  return %p : !molt_df.table<"t": !u?, "n": i64?, "many": !u?, "part": !u?>
}
//--- t.csv
s,t,n
"a b cd","c",3
"abcdef","e",5
"a
bc
d","
",2
"ab","b",
,"b",1
"a","",0
"end
",,1
//--- lines.out
n,line,count
3,d,4
5,f,6
2,c,4
,,1
1,,
0,a,1
1,,1
//--- join_of_none.out
n,none
3,""
5,""
2,""
,""
1,""
0,""
1,
//--- nulls.out
t,n,many,part
c,3,ccc,d
e,5,eeeee,f
"
",2,"

","bc
d"
b,,,""
b,1,b,
