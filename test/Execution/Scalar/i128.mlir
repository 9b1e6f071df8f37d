// Integers of 128 bits: promotion, arithmetic, limits, bits, comparison, casts. Expected values are those of exact
// integers (Python's), and of DuckDB's HUGEINT where it has the operation.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!n = !molt_df.nullable<i128>

func.func @arithmetic() -> !molt_df.table<"s": i128?, "d": i128?> {
  %table = molt_df.source "arithmetic_" : !molt_df.table<"x": i128?, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["s", "d"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128):
    %s = molt_df.add %x, %y : !n, i128
    %h = molt_df.constant 2 : i128
    %hy = molt_df.div %y, %h : i128, i128
    %hx = molt_df.div %x, %h : !n, i128
    %d = molt_df.sub %hx, %hy : !n, i128
    molt_df.yield %s, %d : !molt_df.nullable<i128>, !molt_df.nullable<i128>
  } : !molt_df.table<"x": i128?, "y": i128>
  %result = molt_df.project %with ["s", "d"] : !molt_df.table<"x": i128?, "y": i128, "s": i128?, "d": i128?>
  return %result : !molt_df.table<"s": i128?, "d": i128?>
}

func.func @products() -> !molt_df.table<"p": i128?> {
  %table = molt_df.source "products_" : !molt_df.table<"x": i128?, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["p"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128):
    %p = molt_df.mul %x, %y : !n, i128
    molt_df.yield %p : !molt_df.nullable<i128>
  } : !molt_df.table<"x": i128?, "y": i128>
  %result = molt_df.project %with ["p"] : !molt_df.table<"x": i128?, "y": i128, "p": i128?>
  return %result : !molt_df.table<"p": i128?>
}

func.func @quotients() -> !molt_df.table<"q": i128?, "r": i128?, "k": i128?> {
  %table = molt_df.source "quotients_" : !molt_df.table<"x": i128?, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["q", "r", "k"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128):
    %q = molt_df.div zero_is_null %x, %y : !n, i128
    %r = molt_df.rem zero_is_null %x, %y : !n, i128
    %m = molt_df.constant -1 : i128
    %k = molt_df.rem %x, %m : !n, i128
    molt_df.yield %q, %r, %k : !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i128>
  } : !molt_df.table<"x": i128?, "y": i128>
  %result = molt_df.project %with ["q", "r", "k"] : !molt_df.table<"x": i128?, "y": i128, "q": i128?, "r": i128?, "k": i128?>
  return %result : !molt_df.table<"q": i128?, "r": i128?, "k": i128?>
}

func.func @wrapping() -> !molt_df.table<"s": i128, "d": i128, "p": i128, "g": i128, "a": i128, "l": i128> {
  %table = molt_df.source "wrapping_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["s", "d", "p", "g", "a", "l"] {
  ^bb0(%x: i128, %y: i128):
    %s = molt_df.add overflow<wrap> %x, %y : i128, i128
    %d = molt_df.sub overflow<wrap> %x, %y : i128, i128
    %p = molt_df.mul overflow<wrap> %x, %y : i128, i128
    %g = molt_df.neg overflow<wrap> %x : i128
    %a = molt_df.abs overflow<wrap> %x : i128
    %c = molt_df.constant 3 : i8
    %l = molt_df.shl overflow<wrap> %x, %c : i128, i8
    molt_df.yield %s, %d, %p, %g, %a, %l : i128, i128, i128, i128, i128, i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["s", "d", "p", "g", "a", "l"] : !molt_df.table<"x": i128, "y": i128, "s": i128, "d": i128, "p": i128, "g": i128, "a": i128, "l": i128>
  return %result : !molt_df.table<"s": i128, "d": i128, "p": i128, "g": i128, "a": i128, "l": i128>
}

// i64 with ui64 meet in i128, and nothing overflows.
func.func @promotion() -> !molt_df.table<"s": i128?, "p": i128?, "w": i128?, "lt": i1?, "f2": f64?> {
  %table = molt_df.source "promotion_" : !molt_df.table<"a": i64?, "b": ui64, "c": i8, "f": f64>
  %with = molt_df.with_columns %table ["a", "b", "c", "f"] -> ["s", "p", "w", "lt", "f2"] {
  ^bb0(%a: !molt_df.nullable<i64>, %b: ui64, %c: i8, %f: f64):
    %s = molt_df.add %a, %b : !molt_df.nullable<i64>, ui64
    %p = molt_df.mul %b, %a : ui64, !molt_df.nullable<i64>
    %w = molt_df.sub %s, %c : !n, i8
    %lt = molt_df.cmp lt %a, %b : !molt_df.nullable<i64>, ui64
    %f2 = molt_df.mul %w, %f : !n, f64
    molt_df.yield %s, %p, %w, %lt, %f2 : !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i1>, !molt_df.nullable<f64>
  } : !molt_df.table<"a": i64?, "b": ui64, "c": i8, "f": f64>
  %result = molt_df.project %with ["s", "p", "w", "lt", "f2"] : !molt_df.table<"a": i64?, "b": ui64, "c": i8, "f": f64, "s": i128?, "p": i128?, "w": i128?, "lt": i1?, "f2": f64?>
  return %result : !molt_df.table<"s": i128?, "p": i128?, "w": i128?, "lt": i1?, "f2": f64?>
}

func.func @comparisons() -> !molt_df.table<"eq": i1?, "lt": i1?, "ge": i1?, "i": i1?> {
  %table = molt_df.source "comparisons_" : !molt_df.table<"x": i128?, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["eq", "lt", "ge", "i"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128):
    %eq = molt_df.cmp eq %x, %y : !n, i128
    %lt = molt_df.cmp lt %x, %y : !n, i128
    %ge = molt_df.cmp ge %x, %y : !n, i128
    %c = molt_df.constant 170141183460469231731687303715884105727 : i128
    %d = molt_df.constant -170141183460469231731687303715884105728 : i128
    %i = molt_df.is_in %x, [%c, %d] : !n
    molt_df.yield %eq, %lt, %ge, %i : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"x": i128?, "y": i128>
  %result = molt_df.project %with ["eq", "lt", "ge", "i"] : !molt_df.table<"x": i128?, "y": i128, "eq": i1?, "lt": i1?, "ge": i1?, "i": i1?>
  return %result : !molt_df.table<"eq": i1?, "lt": i1?, "ge": i1?, "i": i1?>
}

func.func @bits() -> !molt_df.table<"a": i128?, "o": i128?, "e": i128?, "t": i128?, "r": i128?> {
  %table = molt_df.source "bits_" : !molt_df.table<"x": i128?, "y": i128, "n": i16>
  %with = molt_df.with_columns %table ["x", "y", "n"] -> ["a", "o", "e", "t", "r"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128, %n: i16):
    %a = molt_df.bit_and %x, %y : !n, i128
    %o = molt_df.bit_or %x, %y : !n, i128
    %e = molt_df.bit_xor %x, %y : !n, i128
    %t = molt_df.bit_not %x : !n
    %r = molt_df.shr %x, %n : !n, i16
    molt_df.yield %a, %o, %e, %t, %r : !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i128>, !molt_df.nullable<i128>
  } : !molt_df.table<"x": i128?, "y": i128, "n": i16>
  %result = molt_df.project %with ["a", "o", "e", "t", "r"] : !molt_df.table<"x": i128?, "y": i128, "n": i16, "a": i128?, "o": i128?, "e": i128?, "t": i128?, "r": i128?>
  return %result : !molt_df.table<"a": i128?, "o": i128?, "e": i128?, "t": i128?, "r": i128?>
}

func.func @shifts() -> !molt_df.table<"l": i128> {
  %table = molt_df.source "shifts_" : !molt_df.table<"x": i128, "n": i16>
  %with = molt_df.with_columns %table ["x", "n"] -> ["l"] {
  ^bb0(%x: i128, %n: i16):
    %l = molt_df.shl %x, %n : i128, i16
    molt_df.yield %l : i128
  } : !molt_df.table<"x": i128, "n": i16>
  %result = molt_df.project %with ["l"] : !molt_df.table<"x": i128, "n": i16, "l": i128>
  return %result : !molt_df.table<"l": i128>
}

func.func @choices() -> !molt_df.table<"c": i128, "s": i128?, "z": i1, "g": i128?> {
  %table = molt_df.source "choices_" : !molt_df.table<"x": i128?, "y": i128, "p": i1?>
  %with = molt_df.with_columns %table ["x", "y", "p"] -> ["c", "s", "z", "g"] {
  ^bb0(%x: !molt_df.nullable<i128>, %y: i128, %p: !molt_df.nullable<i1>):
    %c = molt_df.coalesce %x, %y : !n, i128
    %s = molt_df.select %p, %x, %y : !molt_df.nullable<i1>, !n, i128
    %z = molt_df.is_null %x : !n
    %g = molt_df.neg %x : !n
    molt_df.yield %c, %s, %z, %g : i128, !molt_df.nullable<i128>, i1, !molt_df.nullable<i128>
  } : !molt_df.table<"x": i128?, "y": i128, "p": i1?>
  %result = molt_df.project %with ["c", "s", "z", "g"] : !molt_df.table<"x": i128?, "y": i128, "p": i1?, "c": i128, "s": i128?, "z": i1, "g": i128?>
  return %result : !molt_df.table<"c": i128, "s": i128?, "z": i1, "g": i128?>
}

// Casts are lenient where they may fail; casts-over in errors has the strict ones.
func.func @casts_from() -> !molt_df.table<"a": i8?, "b": i64?, "c": ui64?, "d": !molt_df.decimal<38, 0>?, "e": !molt_df.decimal<20, 2>?, "f": f64?, "i": i1?> {
  %table = molt_df.source "casts_from_" : !molt_df.table<"x": i128?>
  %with = molt_df.with_columns %table ["x"] -> ["a", "b", "c", "d", "e", "f", "i"] {
  ^bb0(%x: !molt_df.nullable<i128>):
    %a = molt_df.cast lenient %x : !n to !molt_df.nullable<i8>
    %b = molt_df.cast lenient %x : !n to !molt_df.nullable<i64>
    %c = molt_df.cast lenient %x : !n to !molt_df.nullable<ui64>
    %d = molt_df.cast lenient %x : !n to !molt_df.nullable<!molt_df.decimal<38, 0>>
    %e = molt_df.cast lenient %x : !n to !molt_df.nullable<!molt_df.decimal<20, 2>>
    %f = molt_df.cast %x : !n to !molt_df.nullable<f64>
    %i = molt_df.cast lenient %x : !n to !molt_df.nullable<i1>
    molt_df.yield %a, %b, %c, %d, %e, %f, %i : !molt_df.nullable<i8>, !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<38, 0>>, !molt_df.nullable<!molt_df.decimal<20, 2>>, !molt_df.nullable<f64>, !molt_df.nullable<i1>
  } : !molt_df.table<"x": i128?>
  %result = molt_df.project %with ["a", "b", "c", "d", "e", "f", "i"] : !molt_df.table<"x": i128?, "a": i8?, "b": i64?, "c": ui64?, "d": !molt_df.decimal<38, 0>?, "e": !molt_df.decimal<20, 2>?, "f": f64?, "i": i1?>
  return %result : !molt_df.table<"a": i8?, "b": i64?, "c": ui64?, "d": !molt_df.decimal<38, 0>?, "e": !molt_df.decimal<20, 2>?, "f": f64?, "i": i1?>
}

func.func @casts_to() -> !molt_df.table<"xa": i128?, "xb": i128, "xc": i128, "xd": i128, "xf": i128?, "xp": i128> {
  %table = molt_df.source "casts_to_" : !molt_df.table<"a": i8?, "b": ui64, "c": !molt_df.decimal<38, 0>, "d": !molt_df.decimal<20, 2>, "f": f64, "p": i1>
  %with = molt_df.with_columns %table ["a", "b", "c", "d", "f", "p"] -> ["xa", "xb", "xc", "xd", "xf", "xp"] {
  ^bb0(%a: !molt_df.nullable<i8>, %b: ui64, %c: !molt_df.decimal<38, 0>, %d: !molt_df.decimal<20, 2>, %f: f64, %p: i1):
    %xa = molt_df.cast %a : !molt_df.nullable<i8> to !n
    %xb = molt_df.cast %b : ui64 to i128
    %xc = molt_df.cast %c : !molt_df.decimal<38, 0> to i128
    %xd = molt_df.cast %d : !molt_df.decimal<20, 2> to i128
    %xf = molt_df.cast lenient %f : f64 to !n
    %xp = molt_df.cast %p : i1 to i128
    molt_df.yield %xa, %xb, %xc, %xd, %xf, %xp : !molt_df.nullable<i128>, i128, i128, i128, !molt_df.nullable<i128>, i128
  } : !molt_df.table<"a": i8?, "b": ui64, "c": !molt_df.decimal<38, 0>, "d": !molt_df.decimal<20, 2>, "f": f64, "p": i1>
  %result = molt_df.project %with ["xa", "xb", "xc", "xd", "xf", "xp"] : !molt_df.table<"a": i8?, "b": ui64, "c": !molt_df.decimal<38, 0>, "d": !molt_df.decimal<20, 2>, "f": f64, "p": i1, "xa": i128?, "xb": i128, "xc": i128, "xd": i128, "xf": i128?, "xp": i128>
  return %result : !molt_df.table<"xa": i128?, "xb": i128, "xc": i128, "xd": i128, "xf": i128?, "xp": i128>
}

func.func @casts_wrap() -> !molt_df.table<"a": i8, "b": i64, "c": ui64> {
  %table = molt_df.source "casts_wrap_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["a", "b", "c"] {
  ^bb0(%x: i128):
    %a = molt_df.cast overflow<wrap> %x : i128 to i8
    %b = molt_df.cast overflow<wrap> %x : i128 to i64
    %c = molt_df.cast overflow<wrap> %x : i128 to ui64
    molt_df.yield %a, %b, %c : i8, i64, ui64
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["a", "b", "c"] : !molt_df.table<"x": i128, "a": i8, "b": i64, "c": ui64>
  return %result : !molt_df.table<"a": i8, "b": i64, "c": ui64>
}

func.func @days() -> !molt_df.table<"e": !molt_df.date32, "m": !molt_df.date32> {
  %table = molt_df.source "days_" : !molt_df.table<"d": !molt_df.date32, "x": i128>
  %with = molt_df.with_columns %table ["d", "x"] -> ["e", "m"] {
  ^bb0(%d: !molt_df.date32, %x: i128):
    %e = molt_df.add %d, %x : !molt_df.date32, i128
    %m = molt_df.add_months %d, %x : !molt_df.date32, i128
    molt_df.yield %e, %m : !molt_df.date32, !molt_df.date32
  } : !molt_df.table<"d": !molt_df.date32, "x": i128>
  %result = molt_df.project %with ["e", "m"] : !molt_df.table<"d": !molt_df.date32, "x": i128, "e": !molt_df.date32, "m": !molt_df.date32>
  return %result : !molt_df.table<"e": !molt_df.date32, "m": !molt_df.date32>
}

func.func @sum_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "sum_over_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["r"] {
  ^bb0(%x: i128, %y: i128):
    %r = molt_df.add %x, %y : i128, i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "y": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @difference_under() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "difference_under_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["r"] {
  ^bb0(%x: i128, %y: i128):
    %r = molt_df.sub %x, %y : i128, i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "y": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @product_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "product_over_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["r"] {
  ^bb0(%x: i128, %y: i128):
    %r = molt_df.mul %x, %y : i128, i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "y": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @quotient_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "quotient_over_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["r"] {
  ^bb0(%x: i128, %y: i128):
    %r = molt_df.div %x, %y : i128, i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "y": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @division_by_zero() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "division_by_zero_" : !molt_df.table<"x": i128, "y": i128>
  %with = molt_df.with_columns %table ["x", "y"] -> ["r"] {
  ^bb0(%x: i128, %y: i128):
    %r = molt_df.div %x, %y : i128, i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128, "y": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "y": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @negation_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "negation_over_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: i128):
    %r = molt_df.neg %x : i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @abs_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "abs_over_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: i128):
    %r = molt_df.abs %x : i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @shift_over() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "shift_over_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: i128):
    %n = molt_df.constant 1 : i8
    %r = molt_df.shl %x, %n : i128, i8
    molt_df.yield %r : i128
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @cast_over() -> !molt_df.table<"r": i64> {
  %table = molt_df.source "cast_over_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: i128):
    %r = molt_df.cast %x : i128 to i64
    molt_df.yield %r : i64
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "r": i64>
  return %result : !molt_df.table<"r": i64>
}

func.func @cast_digits() -> !molt_df.table<"r": !molt_df.decimal<38, 0>> {
  %table = molt_df.source "cast_digits_" : !molt_df.table<"x": i128>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: i128):
    %r = molt_df.cast %x : i128 to !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": i128, "r": !molt_df.decimal<38, 0>>
  return %result : !molt_df.table<"r": !molt_df.decimal<38, 0>>
}

func.func @cast_float() -> !molt_df.table<"r": i128> {
  %table = molt_df.source "cast_float_" : !molt_df.table<"x": f64>
  %with = molt_df.with_columns %table ["x"] -> ["r"] {
  ^bb0(%x: f64):
    %r = molt_df.cast %x : f64 to i128
    molt_df.yield %r : i128
  } : !molt_df.table<"x": f64>
  %result = molt_df.project %with ["r"] : !molt_df.table<"x": f64, "r": i128>
  return %result : !molt_df.table<"r": i128>
}

func.func @days_over() -> !molt_df.table<"r": !molt_df.date32> {
  %table = molt_df.source "days_over_" : !molt_df.table<"d": !molt_df.date32, "x": i128>
  %with = molt_df.with_columns %table ["d", "x"] -> ["r"] {
  ^bb0(%d: !molt_df.date32, %x: i128):
    %r = molt_df.add %d, %x : !molt_df.date32, i128
    molt_df.yield %r : !molt_df.date32
  } : !molt_df.table<"d": !molt_df.date32, "x": i128>
  %result = molt_df.project %with ["r"] : !molt_df.table<"d": !molt_df.date32, "x": i128, "r": !molt_df.date32>
  return %result : !molt_df.table<"r": !molt_df.date32>
}

//--- arithmetic_.csv
x,y
170141183460469231731687303715884105727,0
-170141183460469231731687303715884105728,0
170141183460469231731687303715884105726,1
-1,170141183460469231731687303715884105727
,5
100000000000000000000000000000000000000,-7
0,-170141183460469231731687303715884105728
-100000000000000000000000000000000000000,3
18446744073709551616,4611686018427387904
123456789012345678901234567890,-987654321
//--- arithmetic.out
s,d
170141183460469231731687303715884105727,85070591730234615865843651857942052863
-170141183460469231731687303715884105728,-85070591730234615865843651857942052864
170141183460469231731687303715884105727,85070591730234615865843651857942052863
170141183460469231731687303715884105726,-85070591730234615865843651857942052863
,
99999999999999999999999999999999999993,50000000000000000000000000000000000003
-170141183460469231731687303715884105728,85070591730234615865843651857942052864
-99999999999999999999999999999999999997,-50000000000000000000000000000000000001
23058430092136939520,6917529027641081856
123456789012345678900246913569,61728394506172839451111111105
//--- products_.csv
x,y
9223372036854775808,9223372036854775808
-18446744073709551616,9223372036854775808
170141183460469231731687303715884105727,1
170141183460469231731687303715884105727,-1
-170141183460469231731687303715884105728,1
,170141183460469231731687303715884105727
0,-170141183460469231731687303715884105728
3,56713727820156410577229101238628035242
10000000000000000000,10000000000000000000
-10000000000000000000,-9999999999999999999
//--- products.out
p
85070591730234615865843651857942052864
-170141183460469231731687303715884105728
170141183460469231731687303715884105727
-170141183460469231731687303715884105727
-170141183460469231731687303715884105728

0
170141183460469231731687303715884105726
100000000000000000000000000000000000000
99999999999999999990000000000000000000
//--- quotients_.csv
x,y
170141183460469231731687303715884105727,2
-170141183460469231731687303715884105728,2
-170141183460469231731687303715884105728,-170141183460469231731687303715884105728
170141183460469231731687303715884105727,-170141183460469231731687303715884105728
-170141183460469231731687303715884105728,170141183460469231731687303715884105727
7,-2
-7,2
-7,-2
,3
100000000000000000000000000000000000000,10000000000000000000
5,0
-170141183460469231731687303715884105728,1
170141183460469231731687303715884105727,-1
//--- quotients.out
q,r,k
85070591730234615865843651857942052863,1,0
-85070591730234615865843651857942052864,0,0
1,0,0
0,170141183460469231731687303715884105727,0
-1,-1,0
-3,1,0
-3,-1,0
3,-1,0
,,
10000000000000000000,0,0
,,0
-170141183460469231731687303715884105728,0,0
-170141183460469231731687303715884105727,0,0
//--- wrapping_.csv
x,y
170141183460469231731687303715884105727,1
-170141183460469231731687303715884105728,-1
170141183460469231731687303715884105727,170141183460469231731687303715884105727
-170141183460469231731687303715884105728,-170141183460469231731687303715884105728
18446744073709551617,18446744073709551615
5,-9
//--- wrapping.out
s,d,p,g,a,l
-170141183460469231731687303715884105728,170141183460469231731687303715884105726,170141183460469231731687303715884105727,-170141183460469231731687303715884105727,170141183460469231731687303715884105727,-8
170141183460469231731687303715884105727,-170141183460469231731687303715884105727,-170141183460469231731687303715884105728,-170141183460469231731687303715884105728,-170141183460469231731687303715884105728,0
-2,0,1,-170141183460469231731687303715884105727,170141183460469231731687303715884105727,-8
0,0,0,-170141183460469231731687303715884105728,-170141183460469231731687303715884105728,0
36893488147419103232,2,-1,-18446744073709551617,18446744073709551617,147573952589676412936
-4,14,-45,-5,5,40
//--- promotion_.csv
a,b,c,f
9223372036854775807,18446744073709551615,-128,1.5
-9223372036854775808,18446744073709551615,127,-2.0
,0,0,0.0
//--- promotion.out
# types: exact,exact,exact,exact,float
s,p,w,lt,f2
27670116110564327422,170141183460469231704017187605319778305,27670116110564327550,true,4.150517416584649e+19
9223372036854775807,-170141183460469231722463931679029329920,9223372036854775680,true,-1.8446744073709552e+19
,,,,
//--- comparisons_.csv
x,y
170141183460469231731687303715884105727,170141183460469231731687303715884105727
-170141183460469231731687303715884105728,170141183460469231731687303715884105727
170141183460469231731687303715884105727,-170141183460469231731687303715884105728
18446744073709551616,0
0,18446744073709551616
-1,-18446744073709551616
,0
100000000000000000000000000000000000000,100000000000000000000000000000000000001
//--- comparisons.out
eq,lt,ge,i
true,false,true,true
false,true,false,true
false,false,true,true
false,false,true,false
false,true,false,false
false,false,true,false
,,,
false,true,false,false
//--- bits_.csv
x,y,n
170141183460469231731687303715884105727,-170141183460469231731687303715884105728,127
-170141183460469231731687303715884105728,-1,127
78188689022077189484316653707591680,5172014448931175958106549077934080,64
-1,5,128
,1,1
1,170141183460469231731687303715884105727,126
0,0,500
//--- bits.out
a,o,e,t,r
0,-1,-1,-170141183460469231731687303715884105728,0
-170141183460469231731687303715884105728,-1,170141183460469231731687303715884105727,170141183460469231731687303715884105727,-1
304236144054775056359208769290240,83056467326953590386063994016235520,82752231182898815329704785246945280,-78188689022077189484316653707591681,4238617325076480
5,-1,-6,0,-1
,,,,
1,170141183460469231731687303715884105727,170141183460469231731687303715884105726,-2,0
0,0,0,-1,0
//--- shifts_.csv
x,n
1,126
-1,127
0,1000
85070591730234615865843651857942052863,1
3,0
//--- shifts.out
l
85070591730234615865843651857942052864
-170141183460469231731687303715884105728
0
170141183460469231731687303715884105726
3
//--- choices_.csv
x,y,p
170141183460469231731687303715884105727,1,true
,-170141183460469231731687303715884105728,true
,5,false
7,8,
//--- choices.out
c,s,z,g
170141183460469231731687303715884105727,170141183460469231731687303715884105727,false,-170141183460469231731687303715884105727
-170141183460469231731687303715884105728,,true,
5,5,true,
7,8,false,-7
//--- casts_from_.csv
x
170141183460469231731687303715884105727
-170141183460469231731687303715884105728
99999999999999999999999999999999999999
100000000000000000000000000000000000000
-1
127
9223372036854775807
-9223372036854775808
18446744073709551615

999999999999999999
1000000000000000000
//--- casts_from.out
# types: exact,exact,exact,exact,exact,float,exact
a,b,c,d,e,f,i
,,,,,1.7014118346046923e+38,
,,,,,-1.7014118346046923e+38,
,,,99999999999999999999999999999999999999,,1e+38,
,,,,,1e+38,
-1,-1,,-1,-1.00,-1.0,
127,127,127,127,127.00,127.0,
,9223372036854775807,9223372036854775807,9223372036854775807,,9.223372036854776e+18,
,-9223372036854775808,,-9223372036854775808,,-9.223372036854776e+18,
,,18446744073709551615,18446744073709551615,,1.8446744073709552e+19,
,,,,,,
,999999999999999999,999999999999999999,999999999999999999,999999999999999999.00,1e+18,
,1000000000000000000,1000000000000000000,1000000000000000000,,1e+18,
//--- casts_to_.csv
a,b,c,d,f,p
-128,18446744073709551615,99999999999999999999999999999999999999,-1234567890.50,1e+30,true
127,0,-99999999999999999999999999999999999999,0.49,-1.7014118346046923e+38,false
,1,0,2.50,1.5,true
0,1,5,-0.50,1.7014118346046923e+38,true
//--- casts_to.out
xa,xb,xc,xd,xf,xp
-128,18446744073709551615,99999999999999999999999999999999999999,-1234567891,1000000000000000019884624838656,1
127,0,-99999999999999999999999999999999999999,0,-170141183460469231731687303715884105728,0
,1,0,3,,1
0,1,5,-1,,1
//--- casts_wrap_.csv
x
170141183460469231731687303715884105727
-170141183460469231731687303715884105728
18446744073709551916
-1
//--- casts_wrap.out
a,b,c
-1,-1,18446744073709551615
0,0,0
44,300,300
-1,-1,18446744073709551615
//--- days_.csv
d,x
2024-02-28,2
2024-02-28,-58
1970-01-01,0
//--- days.out
e,m
2024-03-01,2024-04-28
2024-01-01,2019-04-28
1970-01-01,1970-01-01
//--- sum_over_.csv
x,y
170141183460469231731687303715884105726,1
170141183460469231731687303715884105727,1
//--- sum_over.err
overflow: .*row 1
//--- difference_under_.csv
x,y
-170141183460469231731687303715884105728,0
-170141183460469231731687303715884105728,1
//--- difference_under.err
overflow: .*row 1
//--- product_over_.csv
x,y
18446744073709551616,4611686018427387904
-18446744073709551616,9223372036854775808
18446744073709551616,9223372036854775808
//--- product_over.err
overflow: .*row 2
//--- quotient_over_.csv
x,y
-170141183460469231731687303715884105728,1
170141183460469231731687303715884105727,-1
-170141183460469231731687303715884105728,-1
//--- quotient_over.err
overflow: .*row 2
//--- division_by_zero_.csv
x,y
1,1
1,0
//--- division_by_zero.err
division by zero.*row 1
//--- negation_over_.csv
x
170141183460469231731687303715884105727
-170141183460469231731687303715884105728
//--- negation_over.err
overflow: .*row 1
//--- abs_over_.csv
x
170141183460469231731687303715884105727
-170141183460469231731687303715884105728
//--- abs_over.err
overflow: .*row 1
//--- shift_over_.csv
x
85070591730234615865843651857942052863
-85070591730234615865843651857942052864
85070591730234615865843651857942052864
//--- shift_over.err
overflow: .*row 2
//--- cast_over_.csv
x
9223372036854775807
-9223372036854775808
9223372036854775808
//--- cast_over.err
cast: .*row 2
//--- cast_digits_.csv
x
99999999999999999999999999999999999999
-99999999999999999999999999999999999999
100000000000000000000000000000000000000
//--- cast_digits.err
cast: .*row 2
//--- cast_float_.csv
x
-1.7014118346046923e38
1.7014118346046923e38
//--- cast_float.err
cast: .*row 1
//--- days_over_.csv
d,x
2024-01-01,5
2024-01-01,18446744073709551616
//--- days_over.err
overflow: .*row 1
