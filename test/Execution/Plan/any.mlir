// any: true, false, nulls only, no rows, with and without keys.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32, "p": i1?, "q": i1>
!r = !molt_df.table<"k": i32, "p": i1?, "q": i1?>
func.func @by_key() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["p", "q"] -> ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: i1):
    %a = molt_df.any %p : !molt_df.nullable<i1>
    %b = molt_df.any %q : i1
    molt_df.yield %a, %b : !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !t
  return %r : !r
}
!all = !molt_df.table<"p": i1?, "q": i1?>
func.func @global() -> !all {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["p", "q"] -> ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: i1):
    %a = molt_df.any %p : !molt_df.nullable<i1>
    %b = molt_df.any %q : i1
    molt_df.yield %a, %b : !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !t
  return %r : !all
}
func.func @empty() -> !molt_df.table<"q": i1?> {
  %t = molt_df.source "none" : !molt_df.table<"q": i1>
  %r = molt_df.aggregate %t by [] of ["q"] -> ["q"] {
  ^bb0(%q: i1):
    %b = molt_df.any %q : i1
    molt_df.yield %b : !molt_df.nullable<i1>
  } : !molt_df.table<"q": i1>
  return %r : !molt_df.table<"q": i1?>
}

//--- t.csv
k,p,q
1,false,false
2,,false
1,true,false
3,false,true
2,,false
3,,false
1,false,false
//--- none.csv
q
//--- by_key.rows
k,p,q
1,true,false
2,,false
3,false,true
//--- global.out
p,q
true,true
//--- empty.out
q

