// String operations that become kernels of their own took only columns and constants:
// with a computed string as operand the program did not compile. Found by random programs.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"a": !molt_str.utf8?, "b": !molt_str.utf8?, "n": i32?>
!r = !molt_df.table<"a": !molt_str.utf8?, "b": !molt_str.utf8?, "n": i32?, "less": i1, "begins": i1, "has": i1?, "chosen": !molt_str.utf8?>
func.func @computed() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["a", "b", "n"] -> ["less", "begins", "has", "chosen"] {
  ^bb0(%a: !molt_df.nullable<!molt_str.utf8>, %b: !molt_df.nullable<!molt_str.utf8>, %n: !molt_df.nullable<i32>):
    %none = molt_df.constant "nothing at all" : !molt_str.utf8
    %two = molt_df.constant 2 : i32
    %x = molt_df.coalesce %a, %none : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %y = molt_df.coalesce %b, %none : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %small = molt_df.cmp lt %n, %two : !molt_df.nullable<i32>, i32
    // The result is also an operand of arithmetic, and of a result column.
    %chosen = molt_df.select %small, %a, %b : !molt_df.nullable<i1>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %less = molt_str.cmp lt %x, %y : !molt_str.utf8, !molt_str.utf8
    %begins = molt_str.starts_with %x, %y : !molt_str.utf8, !molt_str.utf8
    %has = molt_str.contains %chosen, %a : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %less, %begins, %has, %chosen : i1, i1, !molt_df.nullable<i1>, !molt_df.nullable<!molt_str.utf8>
  } : !t
  return %r : !r
}

func.func @filtered() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["a", "b"] {
  ^bb0(%a: !molt_df.nullable<!molt_str.utf8>, %b: !molt_df.nullable<!molt_str.utf8>):
    %x = molt_df.coalesce %a, %b : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %part = molt_df.constant "lemon" : !molt_str.utf8
    %has = molt_str.contains %x, %part : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %has : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}
//--- t.csv
a,b,n
,lemon,1
nothing,,0
nothing at all times,,5
a lemon and a pear,a lemon,1
a lemon and a pear,a lemon,2
a lemon,a lemon and a pear,3
"",lemon tart,
,,
//--- computed.out
a,b,n,less,begins,has,chosen
,lemon,1,false,false,,
nothing,,0,true,false,true,nothing
nothing at all times,,5,false,true,,
a lemon and a pear,a lemon,1,false,true,true,a lemon and a pear
a lemon and a pear,a lemon,2,false,true,false,a lemon
a lemon,a lemon and a pear,3,true,false,true,a lemon and a pear
"",lemon tart,,true,false,true,lemon tart
,,,false,true,,
//--- filtered.out
a,b,n
,lemon,1
a lemon and a pear,a lemon,1
a lemon and a pear,a lemon,2
a lemon,a lemon and a pear,3
