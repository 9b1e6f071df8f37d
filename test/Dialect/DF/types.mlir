// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK: func private @scalars(i1, i8, i16, i32, i64, ui8, ui16, ui32, ui64, i128, f32, f64, !molt_df.date32, !molt_df.decimal<38, 0>, !molt_df.decimal<1, 1>, !molt_df.decimal<38, 38>)
func.func private @scalars(i1, i8, i16, i32, i64, ui8, ui16, ui32, ui64, i128, f32, f64, !molt_df.date32, !molt_df.decimal<38, 0>, !molt_df.decimal<1, 1>, !molt_df.decimal<38, 38>)

// CHECK: func private @nullables(!molt_df.nullable<i1>, !molt_df.nullable<!molt_df.null>, !molt_df.nullable<!molt_df.decimal<15, 2>>, !molt_df.nullable<!molt_str.utf8>)
func.func private @nullables(!molt_df.nullable<i1>, !molt_df.nullable<!molt_df.null>, !molt_df.nullable<!molt_df.decimal<15, 2>>, !molt_df.nullable<!molt_str.utf8>)

// The question mark is a spelling of nullable, not another type.
// CHECK: func private @tables(!molt_df.table<>, !molt_df.table<"a": i64, "b": i64?>, !molt_df.table<"b": i64?>, !molt_df.table<"n": !molt_df.null?, "w": i128?>)
func.func private @tables(!molt_df.table<>, !molt_df.table<"a": i64, "b": i64?>, !molt_df.table<"b": !molt_df.nullable<i64>>, !molt_df.table<"n": !molt_df.nullable<!molt_df.null>, "w": i128?>)

// Names are any text.
// CHECK: func private @names(!molt_df.table<"a b": i64, "\C3\A4": i64, "\22": i64, "?": i64, "A": i64, "a": i64>)
func.func private @names(!molt_df.table<"a b": i64, "ä": i64, "\"": i64, "?": i64, "A": i64, "a": i64>)

// CHECK: func private @facts
// CHECK-SAME: a = #molt_df.facts<range = [-170141183460469231731687303715884105728, 170141183460469231731687303715884105727]>
// CHECK-SAME: b = #molt_df.facts<range = [0, 0], nonnull>
// CHECK-SAME: c = #molt_df.facts<nonnull>
// CHECK-SAME: d = #molt_df.facts<range = [1, 2], nonnull>
// CHECK-SAME: e = #molt_df.facts<range = [1, 2], nonnull, unique, distinct = 2>
// CHECK-SAME: f = #molt_df.facts<unique>
// CHECK-SAME: g = #molt_df.facts<distinct = 5>
// CHECK-SAME: h = #molt_df.facts<>
func.func private @facts() attributes {
  a = #molt_df.facts<range = [-170141183460469231731687303715884105728, 170141183460469231731687303715884105727]>,
  b = #molt_df.facts<range = [0, 0], nonnull>,
  c = #molt_df.facts<nonnull>,
  d = #molt_df.facts<nonnull, range = [1, 2]>,
  e = #molt_df.facts<distinct = 2, unique, nonnull, range = [1, 2]>,
  f = #molt_df.facts<unique>,
  g = #molt_df.facts<distinct = 5>,
  h = #molt_df.facts<>
}

// CHECK: func private @other_attributes
// CHECK-SAME: a = #molt_df.sort_key<"x" desc nulls_first>, b = #molt_df.sort_key<"x">
// CHECK-SAME: c = #molt_df.null, d = #molt_df.overflow<wrap>
func.func private @other_attributes() attributes {
  a = #molt_df.sort_key<"x" desc nulls_first>,
  b = #molt_df.sort_key<"x">,
  c = #molt_df.null,
  d = #molt_df.overflow<wrap>
}
