// Three-valued logic, is_null, coalesce and select.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"p": i1?, "q": i1?>
func.func @logic() -> !molt_df.table<"p": i1?, "q": i1?, "and": i1?, "or": i1?, "not": i1?, "pnull": i1, "known": i1> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["p", "q"] -> ["and", "or", "not", "pnull", "known"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: !molt_df.nullable<i1>):
    %and = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    %or = molt_df.or %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    %not = molt_df.not %p : !molt_df.nullable<i1>
    %pnull = molt_df.is_null %p : !molt_df.nullable<i1>
    %qnull = molt_df.is_null %q : !molt_df.nullable<i1>
    %none = molt_df.or %pnull, %qnull : i1, i1
    %known = molt_df.not %none : i1
    molt_df.yield %and, %or, %not, %pnull, %known : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1, i1
  } : !t
  return %r : !molt_df.table<"p": i1?, "q": i1?, "and": i1?, "or": i1?, "not": i1?, "pnull": i1, "known": i1>
}

// A filter keeps true, and drops false and null.
func.func @filter() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: !molt_df.nullable<i1>):
    %or = molt_df.or %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %or : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}
func.func @filter_not() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: !molt_df.nullable<i1>):
    %and = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    %not = molt_df.not %and : !molt_df.nullable<i1>
    molt_df.yield %not : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}

!v = !molt_df.table<"c": i1?, "x": i64?, "y": i64, "d": !molt_df.decimal<20, 2>?, "s": !molt_str.utf8?, "t": !molt_df.date32?, "f": f32?>
!values = !molt_df.table<"xy": i64, "cxy": i64?, "cyx": i64?, "dd": !molt_df.decimal<20, 2>, "tt": !molt_df.date32, "ff": f32, "xx": i64?>
func.func @choose() -> !values {
  %t = molt_df.source "choices" : !v
  %r = molt_df.with_columns %t ["c", "x", "y", "d", "t", "f"] -> ["xy", "cxy", "cyx", "dd", "tt", "ff", "xx"] {
  ^bb0(%c: !molt_df.nullable<i1>, %x: !molt_df.nullable<i64>, %y: i64, %d: !molt_df.nullable<!molt_df.decimal<20, 2>>, %v: !molt_df.nullable<!molt_df.date32>, %f: !molt_df.nullable<f32>):
    %xy = molt_df.coalesce %x, %y : !molt_df.nullable<i64>, i64
    %cxy = molt_df.select %c, %x, %y : !molt_df.nullable<i1>, !molt_df.nullable<i64>, i64
    %cyx = molt_df.select %c, %y, %x : !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>
    %none = molt_df.constant "-1.25" : !molt_df.decimal<20, 2>
    %dd = molt_df.coalesce %d, %none : !molt_df.nullable<!molt_df.decimal<20, 2>>, !molt_df.decimal<20, 2>
    %day = molt_df.constant "2000-02-29" : !molt_df.date32
    %tt = molt_df.coalesce %v, %day : !molt_df.nullable<!molt_df.date32>, !molt_df.date32
    %half = molt_df.constant 0.5 : f32
    %ff = molt_df.coalesce %f, %half : !molt_df.nullable<f32>, f32
    %xx = molt_df.coalesce %x, %x : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    molt_df.yield %xy, %cxy, %cyx, %dd, %tt, %ff, %xx : i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.decimal<20, 2>, !molt_df.date32, f32, !molt_df.nullable<i64>
  } : !v
  %o = molt_df.project %r ["xy", "cxy", "cyx", "dd", "tt", "ff", "xx"] : !molt_df.table<"c": i1?, "x": i64?, "y": i64, "d": !molt_df.decimal<20, 2>?, "s": !molt_str.utf8?, "t": !molt_df.date32?, "f": f32?, "xy": i64, "cxy": i64?, "cyx": i64?, "dd": !molt_df.decimal<20, 2>, "tt": !molt_df.date32, "ff": f32, "xx": i64?>
  return %o : !values
}

func.func @strings() -> !molt_df.table<"known": !molt_str.utf8, "chosen": !molt_str.utf8?> {
  %t = molt_df.source "choices" : !v
  %r = molt_df.with_columns %t ["c", "s"] -> ["known", "chosen"] {
  ^bb0(%c: !molt_df.nullable<i1>, %s: !molt_df.nullable<!molt_str.utf8>):
    %none = molt_df.constant "— nothing at all —" : !molt_str.utf8
    %known = molt_df.coalesce %s, %none : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %chosen = molt_df.select %c, %s, %none : !molt_df.nullable<i1>, !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %known, %chosen : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  } : !v
  %o = molt_df.project %r ["known", "chosen"] : !molt_df.table<"c": i1?, "x": i64?, "y": i64, "d": !molt_df.decimal<20, 2>?, "s": !molt_str.utf8?, "t": !molt_df.date32?, "f": f32?, "known": !molt_str.utf8, "chosen": !molt_str.utf8?>
  return %o : !molt_df.table<"known": !molt_str.utf8, "chosen": !molt_str.utf8?>
}

//--- t.csv
p,q
true,true
true,false
true,
false,true
false,false
false,
,true
,false
,
//--- logic.out
p,q,and,or,not,pnull,known
true,true,true,true,false,false,true
true,false,false,true,false,false,true
true,,,true,false,false,false
false,true,false,true,true,false,true
false,false,false,false,true,false,true
false,,false,,true,false,false
,true,,true,,true,false
,false,false,,,true,false
,,,,,true,false
//--- filter.out
p,q
true,true
true,false
true,
false,true
,true
//--- filter_not.out
p,q
true,false
false,true
false,false
false,
,false
//--- choices.csv
c,x,y,d,s,t,f
true,1,10,1.00,short,2024-01-01,1.5
false,2,20,,a string of more than twelve bytes,,
,3,30,123456789012345678.99,"",1969-12-31,nan
true,,40,-0.01,,,-0.0
false,,50,,ñandú,9999-12-31,inf
,,60,0.00,,0001-01-01,
//--- choose.out
xy,cxy,cyx,dd,tt,ff,xx
1,1,10,1.00,2024-01-01,1.5,1
2,20,2,-1.25,2000-02-29,0.5,2
3,30,3,123456789012345678.99,1969-12-31,nan,3
40,,40,-0.01,2000-02-29,-0,
50,50,,-1.25,9999-12-31,inf,
60,60,,0.00,0001-01-01,0.5,
//--- strings.out
known,chosen
short,short
a string of more than twelve bytes,— nothing at all —
"",— nothing at all —
— nothing at all —,
ñandú,— nothing at all —
— nothing at all —,— nothing at all —
