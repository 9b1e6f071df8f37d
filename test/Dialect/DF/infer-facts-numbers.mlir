// Facts of remainders, bits, lengths and dates, seen by what they prove of a sum or cast.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-infer-facts))' --split-input-file | FileCheck %s

!t = !molt_df.table<"x": i64, "y": i64, "d": !molt_df.date32, "s": !molt_str.utf8>

// CHECK-LABEL: func @fits
func.func @fits() -> !molt_df.table<"a": i8, "b": i8, "c": i8, "e": i8, "f": i64, "g": i8, "h": i32, "i": i8, "j": i16> {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [-1000, 1000]>, y = #molt_df.facts<range = [0, 100]>}} : !t
  %w = molt_df.with_columns %t ["x", "y", "d", "s"] -> ["a", "b", "c", "e", "f", "g", "h", "i", "j"] {
  ^bb0(%x: i64, %y: i64, %d: !molt_df.date32, %s: !molt_str.utf8):
    %ten = molt_df.constant 128 : i64
    // Less than the divisor.
    // CHECK: molt_df.rem
    // CHECK-NEXT: molt_df.cast overflow<never>
    %rem = molt_df.rem %x, %ten : i64, i64
    %a = molt_df.cast %rem : i64 to i8
    // Not more than the operand that is not negative.
    // CHECK: molt_df.bit_and
    // CHECK-NEXT: molt_df.cast overflow<never>
    %and = molt_df.bit_and %x, %y : i64, i64
    %b = molt_df.cast %and : i64 to i8
    // No bit beyond those of both.
    // CHECK: molt_df.bit_or
    // CHECK-NEXT: molt_df.cast overflow<never>
    %or = molt_df.bit_or %y, %y : i64, i64
    %c = molt_df.cast %or : i64 to i8
    // CHECK: molt_df.bit_not
    // CHECK-NEXT: molt_df.cast overflow<never>
    %not = molt_df.bit_not %y : i64
    %e = molt_df.cast %not : i64 to i8
    // CHECK: molt_df.constant 53
    // CHECK-NEXT: molt_df.shl overflow<never>
    %n = molt_df.constant 53 : i64
    %f = molt_df.shl %x, %n : i64, i64
    // CHECK: molt_df.shr
    // CHECK-NEXT: molt_df.cast overflow<never>
    %three = molt_df.constant 3 : i64
    %shr = molt_df.shr %x, %three : i64, i64
    %g = molt_df.cast %shr : i64 to i8
    // CHECK: molt_str.length
    // CHECK-NEXT: molt_df.cast overflow<never>
    %length = molt_str.length %s : !molt_str.utf8
    %h = molt_df.cast %length : i64 to i32
    // CHECK: molt_df.date_part iso_week
    // CHECK-NEXT: molt_df.cast overflow<never>
    %week = molt_df.date_part iso_week %d : !molt_df.date32
    %i = molt_df.cast %week : i32 to i8
    // CHECK: molt_df.date_part day_of_year
    // CHECK-NEXT: molt_df.cast overflow<never>
    %day = molt_df.date_part day_of_year %d : !molt_df.date32
    %j = molt_df.cast %day : i32 to i16
    molt_df.yield %a, %b, %c, %e, %f, %g, %h, %i, %j : i8, i8, i8, i8, i64, i8, i32, i8, i16
  } : !t
  %r = molt_df.project %w ["a", "b", "c", "e", "f", "g", "h", "i", "j"] : !molt_df.table<"x": i64, "y": i64, "d": !molt_df.date32, "s": !molt_str.utf8, "a": i8, "b": i8, "c": i8, "e": i8, "f": i64, "g": i8, "h": i32, "i": i8, "j": i16>
  return %r : !molt_df.table<"a": i8, "b": i8, "c": i8, "e": i8, "f": i64, "g": i8, "h": i32, "i": i8, "j": i16>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64, "z": i64>

// One more than what fits, a count that may be negative, bits of a negative number.
// CHECK-LABEL: func @may_not_fit
func.func @may_not_fit() -> !molt_df.table<"a": i8, "b": i64, "c": i64, "e": i8> {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [-1000, 1025]>, y = #molt_df.facts<range = [-1, 100]>, z = #molt_df.facts<range = [-2, 5]>}} : !t
  %w = molt_df.with_columns %t ["x", "y", "z"] -> ["a", "b", "c", "e"] {
  ^bb0(%x: i64, %y: i64, %z: i64):
    %divisor = molt_df.constant 129 : i64
    // CHECK: molt_df.rem
    // CHECK-NEXT: molt_df.cast %
    %rem = molt_df.rem %x, %divisor : i64, i64
    %a = molt_df.cast %rem : i64 to i8
    // CHECK: molt_df.constant 53
    // CHECK-NEXT: molt_df.shl %
    %n = molt_df.constant 53 : i64
    %b = molt_df.shl %x, %n : i64, i64
    // CHECK: molt_df.shl %
    %c = molt_df.shl %z, %y : i64, i64
    // CHECK: molt_df.bit_or
    // CHECK-NEXT: molt_df.cast %
    %or = molt_df.bit_or %z, %z : i64, i64
    %e = molt_df.cast %or : i64 to i8
    molt_df.yield %a, %b, %c, %e : i8, i64, i64, i8
  } : !t
  %r = molt_df.project %w ["a", "b", "c", "e"] : !molt_df.table<"x": i64, "y": i64, "z": i64, "a": i8, "b": i64, "c": i64, "e": i8>
  return %r : !molt_df.table<"a": i8, "b": i64, "c": i64, "e": i8>
}

// -----

!u = !molt_df.table<"x": !molt_df.timestamp<us>, "d": !molt_df.duration<us>, "e": !molt_df.date32, "o": !molt_df.time<s>, "z": !molt_df.timestamp<us>>

// CHECK-LABEL: func @times
func.func @times() -> !molt_df.table<"a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<ns>, "c": !molt_df.timestamp<ms>, "f": !molt_df.timestamp<us>, "g": !molt_df.duration<us>, "h": !molt_df.time<ns>, "i": i8, "j": !molt_df.timestamp<us>, "k": !molt_df.timestamp<us>> {
  %t = molt_df.source "u" {facts = {x = #molt_df.facts<range = [0, 2000000000000000]>, d = #molt_df.facts<range = [-1000, 1000]>, e = #molt_df.facts<range = [0, 30000]>}} : !u
  %w = molt_df.with_columns %t ["x", "d", "e", "o", "z"] -> ["a", "b", "c", "f", "g", "h", "i", "j", "k"] {
  ^bb0(%x: !molt_df.timestamp<us>, %d: !molt_df.duration<us>, %e: !molt_df.date32, %o: !molt_df.time<s>, %z: !molt_df.timestamp<us>):
    // CHECK: molt_df.add overflow<never>
    %a = molt_df.add %x, %d : !molt_df.timestamp<us>, !molt_df.duration<us>
    // CHECK: molt_df.cast overflow<never>
    %b = molt_df.cast %x : !molt_df.timestamp<us> to !molt_df.timestamp<ns>
    // CHECK: molt_df.cast overflow<never>
    %c = molt_df.cast %z : !molt_df.timestamp<us> to !molt_df.timestamp<ms>
    // The midnights of these dates fit.
    // CHECK: molt_df.add overflow<never>
    %f = molt_df.add %e, %d : !molt_df.date32, !molt_df.duration<us>
    // CHECK: molt_df.mul overflow<never>
    %n = molt_df.constant 1000 : i16
    %g = molt_df.mul %d, %n : !molt_df.duration<us>, i16
    // CHECK: molt_df.cast overflow<never>
    %h = molt_df.cast %o : !molt_df.time<s> to !molt_df.time<ns>
    // CHECK: molt_df.date_part hour
    // CHECK-NEXT: molt_df.cast overflow<never>
    %hour = molt_df.date_part hour %z : !molt_df.timestamp<us>
    %i = molt_df.cast %hour : i32 to i8
    // Of any timestamp there is nothing to prove.
    // CHECK: molt_df.add %{{.*}} : !molt_df.timestamp<us>, !molt_df.duration<us>
    %j = molt_df.add %z, %d : !molt_df.timestamp<us>, !molt_df.duration<us>
    // Every count is a timestamp.
    // CHECK: molt_df.cast overflow<never> %{{.*}} : i64 to !molt_df.timestamp<us>
    %count = molt_df.cast %z : !molt_df.timestamp<us> to i64
    %k = molt_df.cast %count : i64 to !molt_df.timestamp<us>
    molt_df.yield %a, %b, %c, %f, %g, %h, %i, %j, %k : !molt_df.timestamp<us>, !molt_df.timestamp<ns>, !molt_df.timestamp<ms>, !molt_df.timestamp<us>, !molt_df.duration<us>, !molt_df.time<ns>, i8, !molt_df.timestamp<us>, !molt_df.timestamp<us>
  } : !u
  %r = molt_df.project %w ["a", "b", "c", "f", "g", "h", "i", "j", "k"] : !molt_df.table<"x": !molt_df.timestamp<us>, "d": !molt_df.duration<us>, "e": !molt_df.date32, "o": !molt_df.time<s>, "z": !molt_df.timestamp<us>, "a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<ns>, "c": !molt_df.timestamp<ms>, "f": !molt_df.timestamp<us>, "g": !molt_df.duration<us>, "h": !molt_df.time<ns>, "i": i8, "j": !molt_df.timestamp<us>, "k": !molt_df.timestamp<us>>
  return %r : !molt_df.table<"a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<ns>, "c": !molt_df.timestamp<ms>, "f": !molt_df.timestamp<us>, "g": !molt_df.duration<us>, "h": !molt_df.time<ns>, "i": i8, "j": !molt_df.timestamp<us>, "k": !molt_df.timestamp<us>>
}

// -----

// A lenient cast may give null unless the range says otherwise.
!t = !molt_df.table<"x": i64, "y": i64>

// CHECK-LABEL: func @lenient
func.func @lenient() -> !molt_df.table<"p": i1, "q": i1> {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 128]>, y = #molt_df.facts<range = [0, 127]>}} : !t
  // CHECK: %[[MAY:.*]] = molt_df.cast lenient %{{.*}} : i64 to !molt_df.nullable<i8>
  // CHECK-NEXT: %[[P:.*]] = molt_df.is_null %[[MAY]]
  // CHECK: %[[Q:.*]] = molt_df.constant false
  // CHECK: molt_df.yield %[[P]], %[[Q]]
  %w = molt_df.with_columns %t ["x", "y"] -> ["p", "q"] {
  ^bb0(%x: i64, %y: i64):
    %a = molt_df.cast lenient %x : i64 to !molt_df.nullable<i8>
    %p = molt_df.is_null %a : !molt_df.nullable<i8>
    %b = molt_df.cast lenient %y : i64 to !molt_df.nullable<i8>
    %q = molt_df.is_null %b : !molt_df.nullable<i8>
    molt_df.yield %p, %q : i1, i1
  } : !t
  %r = molt_df.project %w ["p", "q"] : !molt_df.table<"x": i64, "y": i64, "p": i1, "q": i1>
  return %r : !molt_df.table<"p": i1, "q": i1>
}

// -----

// The sum fits, but the date may have no midnight among the timestamps in ns, which end on day 106751.
!t = !molt_df.table<"d": !molt_df.date32, "e": !molt_df.date32, "u": !molt_df.duration<ns>>

// CHECK-LABEL: func @midnights
func.func @midnights() -> !molt_df.table<"a": !molt_df.timestamp<ns>, "b": !molt_df.timestamp<ns>> {
  %t = molt_df.source "t" {facts = {d = #molt_df.facts<range = [106752, 106752]>, e = #molt_df.facts<range = [106750, 106751]>, u = #molt_df.facts<range = [-172800000000000, -86400000000000]>}} : !t
  %w = molt_df.with_columns %t ["d", "e", "u"] -> ["a", "b"] {
  ^bb0(%d: !molt_df.date32, %e: !molt_df.date32, %u: !molt_df.duration<ns>):
    // CHECK: molt_df.add %
    %a = molt_df.add %d, %u : !molt_df.date32, !molt_df.duration<ns>
    // CHECK: molt_df.add overflow<never> %
    %b = molt_df.add %e, %u : !molt_df.date32, !molt_df.duration<ns>
    molt_df.yield %a, %b : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>
  } : !t
  %r = molt_df.project %w ["a", "b"] : !molt_df.table<"d": !molt_df.date32, "e": !molt_df.date32, "u": !molt_df.duration<ns>, "a": !molt_df.timestamp<ns>, "b": !molt_df.timestamp<ns>>
  return %r : !molt_df.table<"a": !molt_df.timestamp<ns>, "b": !molt_df.timestamp<ns>>
}
