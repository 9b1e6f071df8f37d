// Conditions that are null although the value below the null says yes: a comparison of a null that is stored as 0.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"n": i32, "x": i32?>
func.func @select() -> !molt_df.table<"n": i32, "x": i32?, "s": i32, "c": i1, "both": i1?, "either": i1?, "not": i1?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["n", "x"] -> ["s", "c", "both", "either", "not"] {
  ^bb0(%n: i32, %x: !molt_df.nullable<i32>):
    %five = molt_df.constant 5 : i32
    %small = molt_df.cmp lt %x, %five : !molt_df.nullable<i32>, i32
    %s = molt_df.select %small, %n, %five : !molt_df.nullable<i1>, i32, i32
    %no = molt_df.constant false : i1
    %c = molt_df.coalesce %small, %no : !molt_df.nullable<i1>, i1
    %two = molt_df.cmp lt %n, %five : i32, i32
    %both = molt_df.and %small, %two : !molt_df.nullable<i1>, i1
    %either = molt_df.or %small, %two : !molt_df.nullable<i1>, i1
    %not = molt_df.not %small : !molt_df.nullable<i1>
    molt_df.yield %s, %c, %both, %either, %not : i32, i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !t
  return %r : !molt_df.table<"n": i32, "x": i32?, "s": i32, "c": i1, "both": i1?, "either": i1?, "not": i1?>
}

func.func @filter() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["x"] {
  ^bb0(%x: !molt_df.nullable<i32>):
    %five = molt_df.constant 5 : i32
    %small = molt_df.cmp lt %x, %five : !molt_df.nullable<i32>, i32
    molt_df.yield %small : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}
//--- t.csv
n,x
1,
2,3
3,7
10,
11,4
12,8
//--- select.out
n,x,s,c,both,either,not
1,,5,false,,true,
2,3,2,true,true,true,false
3,7,5,false,false,true,true
10,,5,false,false,,
11,4,11,true,false,true,false
12,8,5,false,false,false,true
//--- filter.out
n,x
2,3
11,4
