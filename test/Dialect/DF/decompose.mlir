// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-decompose))' --split-input-file | FileCheck %s
// Nothing is left to do behind it.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-decompose))' --split-input-file -o %t.once
// RUN: molt-opt %t.once --pass-pipeline='builtin.module(func.func(molt-df-decompose))' --split-input-file | diff %t.once -

!t = !molt_df.table<"k": i32, "x": i64?, "p": i1>

// One set of distinct values needs no join.
// CHECK-LABEL: func @one_set
func.func @one_set(%t: !t) -> !molt_df.table<"k": i32, "n": i64, "s": i64?> {
  // CHECK: %[[C:.*]] = molt_df.with_columns %{{.*}} ["x"] -> [".0"] {
  // CHECK: %[[D:.*]] = molt_df.aggregate %[[C]] by ["k", ".0"] of [] -> [] {
  // CHECK: molt_df.aggregate %[[D]] by ["k"] of [".0"] -> ["n", "s"] {
  // CHECK: molt_df.count_valid %{{.*}} : !molt_df.nullable<i64>
  // CHECK: molt_df.sum %{{.*}} {total_bits = 9 : i64} : !molt_df.nullable<i64>
  // CHECK-NOT: join
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["n", "s"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %n = molt_df.count_distinct %x : !molt_df.nullable<i64>
    %s = molt_df.sum distinct %x {total_bits = 9 : i64} : !molt_df.nullable<i64>
    molt_df.yield %n, %s : i64, !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"k": i32, "n": i64, "s": i64?>
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?, "p": i1>

// Other aggregates are joined on the keys; a condition makes nulls.
// CHECK-LABEL: func @with_others
func.func @with_others(%t: !t) -> !molt_df.table<"k": i32, "n": i64, "rows": i64> {
  // CHECK: %[[ROWS:.*]] = molt_df.aggregate %{{.*}} by ["k"] of {{.*}} -> ["rows"] {
  // CHECK: molt_df.with_columns %{{.*}} ["x", "p"] -> [".0"] {
  // CHECK: molt_df.select %{{.*}}, %{{.*}}, %{{.*}} : i1, !molt_df.nullable<i64>, !molt_df.nullable<i64>
  // CHECK: %[[KEYS:.*]] = molt_df.project %{{.*}} ["k", "n"] -> [".1", "n"]
  // CHECK: molt_df.join %[[ROWS]], %[[KEYS]] on ["k"] = [".1"] null_equal
  // CHECK: molt_df.project %{{.*}} ["k", "n", "rows"]
  %r = molt_df.aggregate %t by ["k"] of ["x", "p"] -> ["n", "rows"] {
  ^bb0(%x: !molt_df.nullable<i64>, %p: i1):
    %n = molt_df.count_distinct %x where %p : !molt_df.nullable<i64>, i1
    %rows = molt_df.count
    molt_df.yield %n, %rows : i64, i64
  } : !t
  return %r : !molt_df.table<"k": i32, "n": i64, "rows": i64>
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?, "p": i1>

// Without keys there is one row of each.
// CHECK-LABEL: func @no_keys
func.func @no_keys(%t: !t) -> !molt_df.table<"a": i64, "b": i64> {
  // CHECK: molt_df.join cross
  %r = molt_df.aggregate %t by [] of ["k", "x"] -> ["a", "b"] {
  ^bb0(%k: i32, %x: !molt_df.nullable<i64>):
    %a = molt_df.count_distinct %k : i32
    %b = molt_df.count_distinct %x : !molt_df.nullable<i64>
    molt_df.yield %a, %b : i64, i64
  } : !t
  return %r : !molt_df.table<"a": i64, "b": i64>
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?, "p": i1>

// What is computed for nobody may fail, and stays.
// CHECK-LABEL: func @unused
func.func @unused(%t: !t) -> !molt_df.table<"a": i64> {
  // CHECK: molt_df.neg
  %r = molt_df.aggregate %t by [] of ["k"] -> ["a"] {
  ^bb0(%k: i32):
    %unused = molt_df.neg %k : i32
    %a = molt_df.count_distinct %k : i32
    molt_df.yield %a : i64
  } : !t
  return %r : !molt_df.table<"a": i64>
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?, "p": i1>

// CHECK-LABEL: func @distinct
func.func @distinct(%t: !t) -> (!t, !t, !t) {
  // CHECK: molt_df.aggregate %{{.*}} by ["k", "x", "p"] of [] -> [] {
  %0 = molt_df.distinct %t : !t
  // CHECK: %[[G:.*]] = molt_df.aggregate %{{.*}} by ["x"] of ["k", "p"] -> ["k", "p"] {
  // CHECK: molt_df.last %{{.*}} : i32
  // CHECK: %[[C:.*]] = molt_df.with_columns %[[G]] ["k", "p"] -> ["k", "p"] {
  // CHECK: molt_df.cast %{{.*}} : !molt_df.nullable<i32> to i32
  // CHECK: molt_df.project %[[C]] ["k", "x", "p"]
  %1 = molt_df.distinct %t on ["x"] keep last : !t
  // CHECK: molt_df.aggregate %{{.*}} by ["x"] of ["k", "p"] -> ["k", "p", ".0"] {
  // CHECK: molt_df.filter %{{.*}} [".0"] {
  %2 = molt_df.distinct %t on ["x"] keep none : !t
  return %0, %1, %2 : !t, !t, !t
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?>
!u = !molt_df.table<"k": i32?, "x": i64>

// CHECK-LABEL: func @sets
func.func @sets(%t: !t, %u: !u) -> (!molt_df.table<"k": i32?, "x": i64?>, !t, !t) {
  // CHECK: %[[C:.*]] = molt_df.concat
  // CHECK: molt_df.aggregate %[[C]] by ["k", "x"]
  %0 = molt_df.union %t, %u : !t, !u
  // CHECK: %[[D:.*]] = molt_df.aggregate %{{.*}} by ["k", "x"]
  // CHECK: molt_df.join semi %[[D]], %{{.*}} on ["k", "x"] = ["k", "x"] null_equal
  %1 = molt_df.intersect %t, %u : !t, !u
  // CHECK: molt_df.join anti
  %2 = molt_df.except %t, %u : !t, !u
  return %0, %1, %2 : !molt_df.table<"k": i32?, "x": i64?>, !t, !t
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?>

// CHECK-LABEL: func @missing
func.func @missing(%t: !t) -> (!molt_df.table<"k": i32, "x": i64>, !molt_df.table<"k": i32, "x": i64>, !t) {
  // CHECK: molt_df.filter %{{.*}} ["x"] {
  // CHECK: molt_df.is_null
  // CHECK: molt_df.cast %{{.*}} : !molt_df.nullable<i64> to i64
  %0 = molt_df.drop_nulls %t : !t
  // CHECK: molt_df.with_columns %{{.*}} ["x", "k"] -> ["x"] {
  // CHECK: molt_df.neg
  // CHECK: molt_df.coalesce
  %1 = molt_df.fill_null %t ["k"] -> ["x"] {
  ^bb0(%k: i32):
    %unused = molt_df.neg %k : i32
    %v = molt_df.cast %k : i32 to i64
    molt_df.yield %v : i64
  } : !t
  // Nothing can be null.
  %2 = molt_df.drop_nulls %t ["k"] : !t
  // CHECK: return %{{.*}}, %{{.*}}, %arg0
  return %0, %1, %2 : !molt_df.table<"k": i32, "x": i64>, !molt_df.table<"k": i32, "x": i64>, !t
}

// -----

!w = !molt_df.table<"k": i32?, "x": i64>

// Aggregates of whole partitions: of groups, which are joined; nothing is sorted.
// CHECK-LABEL: func @whole_partitions
func.func @whole_partitions(%t: !w) -> !molt_df.table<"k": i32?, "x": i64, "s": i64?> {
  // CHECK: %[[G:.*]] = molt_df.aggregate %{{.*}} by ["k"] of ["x"] -> ["s"] {
  // CHECK: %[[K:.*]] = molt_df.project %[[G]] ["k", "s"] -> [".0", "s"]
  // CHECK: molt_df.join %{{.*}}, %[[K]] on ["k"] = [".0"] null_equal
  // CHECK: molt_df.project %{{.*}} ["k", "x", "s"]
  // CHECK-NOT: window
  %r = molt_df.window %t by ["k"] order ["x"] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !w
  return %r : !molt_df.table<"k": i32?, "x": i64, "s": i64?>
}

// -----

!w = !molt_df.table<"k": i32?, "x": i64>

// Next to functions that need the order only those of distinct values.
// CHECK-LABEL: func @sorted_partitions
func.func @sorted_partitions(%t: !w) -> !molt_df.table<"k": i32?, "x": i64, "s": i64?, "n": i64, "r": i64> {
  // CHECK: molt_df.count_valid
  // CHECK: %[[W:.*]] = molt_df.window %{{.*}} by ["k"] order ["x"] of ["x"] -> ["s", "r"] {
  // CHECK: molt_df.sum
  // CHECK: molt_df.row_number
  // CHECK: molt_df.join %[[W]],
  %r = molt_df.window %t by ["k"] order ["x"] of ["x"] -> ["s", "n", "r"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    %n = molt_df.count_distinct %x : i64
    %r = molt_df.row_number
    molt_df.yield %s, %n, %r : !molt_df.nullable<i64>, i64, i64
  } : !w
  return %r : !molt_df.table<"k": i32?, "x": i64, "s": i64?, "n": i64, "r": i64>
}

// -----

!w = !molt_df.table<"k": i32?, "x": i64>

// Frames, and aggregates that depend on the order, stay.
// CHECK-LABEL: func @frames
func.func @frames(%t: !w) -> (!molt_df.table<"k": i32?, "x": i64, "s": i64?>, !molt_df.table<"k": i32?, "x": i64, "s": i64?>) {
  // CHECK-COUNT-2: molt_df.window
  // CHECK-NOT: join
  %r = molt_df.window %t by ["k"] order ["x"] frame <rows unbounded to 0> of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !w
  %q = molt_df.window %t by ["k"] order ["x"] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.first %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !w
  return %r, %q : !molt_df.table<"k": i32?, "x": i64, "s": i64?>, !molt_df.table<"k": i32?, "x": i64, "s": i64?>
}

// -----

!t = !molt_df.table<"k": i32?, "j": i32, "x": i64>

// Rows with a null in a key go first; keys that are not nullable need no filter.
// CHECK-LABEL: func @drop_null_keys
func.func @drop_null_keys(%t: !t) -> (!molt_df.table<"k": i32?, "j": i32, "n": i64>, !molt_df.table<"j": i32, "n": i64>) {
  // CHECK: %[[F:.*]] = molt_df.filter %[[T:.*]] ["k"] {
  // CHECK: molt_df.is_null
  // CHECK: molt_df.aggregate %[[F]] by ["k", "j"] of [] -> ["n"] {
  %r = molt_df.aggregate %t by ["k", "j"] drop_null_keys of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  // CHECK: molt_df.aggregate %[[T]] by ["j"] of [] -> ["n"] {
  %q = molt_df.aggregate %t by ["j"] drop_null_keys of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %r, %q : !molt_df.table<"k": i32?, "j": i32, "n": i64>, !molt_df.table<"j": i32, "n": i64>
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?>
!u = !molt_df.table<"j": i32, "y": i64>

// Rows are numbered, and what there is of them is sorted by the numbers.
// CHECK-LABEL: func @maintain_order
func.func @maintain_order(%t: !t, %u: !u) -> (!molt_df.table<"k": i32, "n": i64>, !molt_df.table<"k": i32, "x": i64?, "j": i32?, "y": i64?>, !t, !t) {
  // CHECK: %[[N:.*]] = molt_df.with_row_index monotonic %{{.*}} -> ".0"
  // CHECK: %[[G:.*]] = molt_df.aggregate %[[N]] by ["k"] of [".0"] -> ["n", ".0"] {
  // CHECK: molt_df.min
  // CHECK: %[[S:.*]] = molt_df.sort %[[G]] by [".0"]
  // CHECK: molt_df.project %[[S]] ["k", "n"]
  %0 = molt_df.aggregate %t by ["k"] maintain_order of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  // CHECK: %[[J:.*]] = molt_df.join right %{{.*}}, %{{.*}} on ["k"] = ["j"] :
  // CHECK: molt_df.sort %[[J]] by [".1", ".0"]
  %1 = molt_df.join right %t, %u on ["k"] = ["j"] maintain_order : !t, !u
  %2 = molt_df.with_columns %1 ["k", "y"] -> ["k", "y"] {
  ^bb0(%k: !molt_df.nullable<i32>, %y: i64):
    %z = molt_df.constant 0 : i32
    %c = molt_df.coalesce %k, %z : !molt_df.nullable<i32>, i32
    %n = molt_df.cast %y : i64 to !molt_df.nullable<i64>
    molt_df.yield %c, %n : i32, !molt_df.nullable<i64>
  } : !molt_df.table<"k": i32?, "x": i64?, "j": i32, "y": i64>
  %3 = molt_df.with_columns %2 ["j"] -> ["j"] {
  ^bb0(%j: i32):
    %n = molt_df.cast %j : i32 to !molt_df.nullable<i32>
    molt_df.yield %n : !molt_df.nullable<i32>
  } : !molt_df.table<"k": i32, "x": i64?, "j": i32, "y": i64?>
  // One of the numbers of equal rows is that of the row that stays.
  // CHECK: molt_df.aggregate %{{.*}} by ["k"] of ["x", ".0"] -> ["x", ".0"] {
  // CHECK: molt_df.first
  // CHECK: molt_df.sort %{{.*}} by [".0"]
  %4 = molt_df.distinct %t on ["k"] maintain_order : !t
  // With all, the number of a row among its equals is a key.
  // CHECK: molt_df.window %{{.*}} by ["k", "x"] order [] of [] -> [".0"]
  // CHECK: molt_df.join semi %{{.*}}, %{{.*}} on ["k", "x", ".0"] = ["k", "x", ".0"] null_equal
  // CHECK-NOT: molt_df.sort
  %5 = molt_df.intersect all %t, %t : !t, !t
  return %0, %3, %4, %5 : !molt_df.table<"k": i32, "n": i64>, !molt_df.table<"k": i32, "x": i64?, "j": i32?, "y": i64?>, !t, !t
}

// -----

!t = !molt_df.table<"k": i32, "x": i64?>

// Next to a row: an aggregate over a frame. Farther away: a join by the number among the rows with values.
// CHECK-LABEL: func @skip_nulls
func.func @skip_nulls(%t: !t) -> !molt_df.table<"k": i32, "x": i64?, "a": i64?, "b": i64?> {
  // CHECK: molt_df.window %{{.*}} by ["k"] order ["x"] of [] -> [".2"] {
  // CHECK-NEXT: molt_df.row_number
  // CHECK: molt_df.window %{{.*}} by ["k"] order [".2"] frame <rows unbounded to -1> of [".0"] -> ["a"] {
  // CHECK: molt_df.last skip_nulls
  // CHECK: molt_df.window %{{.*}} by ["k"] order [".2"] frame <rows unbounded to 0> of [".1"] -> [".4"] {
  // CHECK: molt_df.count_valid
  // CHECK: molt_df.filter %{{.*}} [".1"] {
  // CHECK: molt_df.join left %{{.*}}, %{{.*}} on ["k", ".3"] = [".6", ".5"] null_equal
  %0 = molt_df.window %t by ["k"] order ["x"] of ["x"] -> ["a", "b"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %a = molt_df.lag skip_nulls %x by 1 : !molt_df.nullable<i64>
    %b = molt_df.lead skip_nulls %x by 3 : !molt_df.nullable<i64>
    molt_df.yield %a, %b : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !t
  return %0 : !molt_df.table<"k": i32, "x": i64?, "a": i64?, "b": i64?>
}

// -----

!t = !molt_df.table<"k": i32, "s": !molt_str.utf8?>

// Counts of distinct strings over frames are those of their ranks, where there are strings.
// CHECK-LABEL: func @wide_distinct
func.func @wide_distinct(%t: !t) -> !molt_df.table<"k": i32, "s": !molt_str.utf8?, "n": i64, "m": i64> {
  // CHECK: molt_df.window %{{.*}} by [] order [".0"] of [] -> [".1"] {
  // CHECK-NEXT: molt_df.dense_rank
  // CHECK: molt_df.sort %{{.*}} by
  // CHECK: molt_df.is_null
  // CHECK: molt_df.window %{{.*}} by [] order ["k"] frame <rows -1 to 0> of ["k", ".1"] -> ["n", "m"] {
  // CHECK: molt_df.count_distinct %{{.*}} : i32
  // CHECK: molt_df.count_distinct %{{.*}} : !molt_df.nullable<i64>
  %w = molt_df.window %t by [] order ["k"] frame <rows -1 to 0> of ["k", "s"] -> ["n", "m"] {
  ^bb0(%k: i32, %s: !molt_df.nullable<!molt_str.utf8>):
    %n = molt_df.count_distinct %k : i32
    %m = molt_df.count_distinct %s : !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %n, %m : i64, i64
  } : !t
  return %w : !molt_df.table<"k": i32, "s": !molt_str.utf8?, "n": i64, "m": i64>
}

// -----

!n = !molt_df.nullable<!molt_df.null>
!t = !molt_df.table<"z": !molt_df.null?, "x": i64>

// What is computed of the type null is known; a choice and a sum get nulls of a type.
// CHECK-LABEL: func @null_type
func.func @null_type(%t: !t) -> !molt_df.table<"z": !molt_df.null?, "x": i64, "a": i64?, "b": i64, "c": i64?, "d": i1> {
  // CHECK: ^bb0(%[[Z:.*]]: !molt_df.nullable<!molt_df.null>, %[[X:.*]]: i64):
  // CHECK-NEXT: %[[A:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK-NEXT: %[[D:.*]] = molt_df.is_null %[[Z]]
  // CHECK-NEXT: %[[N:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK-NEXT: %[[C:.*]] = molt_df.select %[[D]], %[[N]], %[[X]] : i1, !molt_df.nullable<i64>, i64
  // CHECK-NEXT: molt_df.yield %[[A]], %[[X]], %[[C]], %[[D]]
  %r = molt_df.with_columns %t ["z", "x"] -> ["a", "b", "c", "d"] {
  ^bb0(%z: !n, %x: i64):
    %a = molt_df.add %z, %x : !n, i64
    %b = molt_df.coalesce %z, %x : !n, i64
    %d = molt_df.is_null %z : !n
    %c = molt_df.select %d, %z, %x : i1, !n, i64
    molt_df.yield %a, %b, %c, %d : !molt_df.nullable<i64>, i64, !molt_df.nullable<i64>, i1
  } : !t
  return %r : !molt_df.table<"z": !molt_df.null?, "x": i64, "a": i64?, "b": i64, "c": i64?, "d": i1>
}
// CHECK-LABEL: func @sum_of_null_type
func.func @sum_of_null_type(%t: !t) -> !molt_df.table<"s": i64?, "m": !molt_df.null?> {
  // CHECK: ^bb0(%[[Z:.*]]: !molt_df.nullable<!molt_df.null>):
  // CHECK: %[[N:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK: molt_df.sum %[[N]] : !molt_df.nullable<i64>
  // CHECK: molt_df.max %[[Z]] : !molt_df.nullable<!molt_df.null>
  %r = molt_df.aggregate %t by [] of ["z"] -> ["s", "m"] {
  ^bb0(%z: !n):
    %s = molt_df.sum %z : !n
    %m = molt_df.max %z : !n
    molt_df.yield %s, %m : !molt_df.nullable<i64>, !n
  } : !t
  return %r : !molt_df.table<"s": i64?, "m": !molt_df.null?>
}
