// Keys of groups that follow from others, and are read: statistics say that "o" is unique. And conditions in the
// order of what they drop, of which one can fail. Rows computed by hand.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!l = !molt_df.table<"k": i64, "x": i64>
!o = !molt_df.table<"o": i64, "s": !molt_str.utf8, "d": !molt_df.decimal<9, 2>?, "b": i1?, "t": !molt_df.date32>
!lo = !molt_df.table<"k": i64, "x": i64, "o": i64, "s": !molt_str.utf8, "d": !molt_df.decimal<9, 2>?, "b": i1?, "t": !molt_df.date32>
!groups = !molt_df.table<"s": !molt_str.utf8, "k": i64, "d": !molt_df.decimal<9, 2>?, "b": i1?, "t": !molt_df.date32, "sum": i64?, "n": i64>
func.func @groups() -> !groups {
  %l = molt_df.source "l" : !l
  %o = molt_df.source "o" : !o
  %j = molt_df.join %l, %o on ["k"] = ["o"] : !l, !o
  %g = molt_df.aggregate %j by ["s", "k", "d", "b", "t"] of ["x"] -> ["sum", "n"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
  } : !lo
  return %g : !groups
}
func.func @no_rows() -> !groups {
  %l = molt_df.source "none" : !l
  %o = molt_df.source "o" : !o
  %j = molt_df.join %l, %o on ["k"] = ["o"] : !l, !o
  %g = molt_df.aggregate %j by ["s", "k", "d", "b", "t"] of ["x"] -> ["sum", "n"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
  } : !lo
  return %g : !groups
}
func.func @guarded() -> !l {
  %l = molt_df.source "l" : !l
  %f = molt_df.filter %l ["k"] {
  ^bb0(%k: i64):
    %one = molt_df.constant 1 : i64
    %p = molt_df.cmp ne %k, %one : i64, i64
    molt_df.yield %p : i1
  } : !l
  %r = molt_df.filter %f ["k", "x"] {
  ^bb0(%k: i64, %x: i64):
    %one = molt_df.constant 1 : i64
    %two = molt_df.constant 2 : i64
    %d = molt_df.sub %k, %one : i64, i64
    %q = molt_df.div %x, %d : i64, i64
    %p = molt_df.cmp eq %q, %two : i64, i64
    molt_df.yield %p : i1
  } : !l
  return %r : !l
}
//--- l.csv
k,x
1,10
3,7
1,5
2,1
2,2
4,8
//--- none.csv
k,x
//--- o.csv
o,s,d,b,t
1,a text that is longer than its view,2.50,true,2024-02-29
2,a,,,1969-12-31
3,a,0.00,false,2024-02-29
//--- groups.rows
s,k,d,b,t,sum,n
a text that is longer than its view,1,2.50,true,2024-02-29,15,2
a,2,,,1969-12-31,3,2
a,3,0.00,false,2024-02-29,7,1
//--- no_rows.rows
s,k,d,b,t,sum,n
//--- guarded.rows
k,x
2,2
4,8
