// Aggregates as init, update and merge over states that are as wide as proofs require.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file | FileCheck %s

// Without keys: the sums of the upper and the lower 32 bits, and whether there was a row.
// CHECK-LABEL: func @split_sum
// CHECK:       %[[A:.*]] = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64, i1]> init {
// CHECK:         molt_pipe.yield values %{{.*}}, %{{.*}}, %{{.*}} : i64, i64, i1
// CHECK:       } merge {
// CHECK-NEXT:  ^bb0(%[[H1:.*]]: i64, %[[L1:.*]]: i64, %[[ANY1:.*]]: i1, %[[H2:.*]]: i64, %[[L2:.*]]: i64, %[[ANY2:.*]]: i1):
// The carry moves up: a merge once per morsel keeps both from overflowing.
// CHECK-NEXT:    %[[L:.*]] = arith.addi %[[L1]], %[[L2]] : i64
// CHECK:         %[[CARRY:.*]] = arith.shrui %[[L]], %c32
// CHECK:         %[[H:.*]] = arith.addi %[[H1]], %[[H2]] : i64
// CHECK-NEXT:    %[[HIGH:.*]] = arith.addi %[[H]], %[[CARRY]] : i64
// CHECK:         %[[LOW:.*]] = arith.andi %[[L]], %c4294967295
// CHECK-NEXT:    %[[ANY:.*]] = arith.ori %[[ANY1]], %[[ANY2]] : i1
// CHECK-NEXT:    molt_pipe.yield values %[[HIGH]], %[[LOW]], %[[ANY]]
// CHECK:       molt_pipe.agg_update %[[A]] keys() inputs(%{{.*}} : !molt_pipe.col<i64>)
// CHECK-NEXT:  ^bb0(%[[H:.*]]: i64, %[[L:.*]]: i64, %{{.*}}: i1, %[[X:.*]]: i64):
// CHECK:         %[[LOW:.*]] = arith.andi %[[X]], %c4294967295
// CHECK:         %[[HIGH:.*]] = arith.shrsi %[[X]], %c32
// CHECK-NEXT:    %[[NH:.*]] = arith.addi %[[H]], %[[HIGH]] : i64
// CHECK-NEXT:    %[[NL:.*]] = arith.addi %[[L]], %[[LOW]] : i64
// CHECK-NEXT:    %[[TRUE:.*]] = arith.constant true
// CHECK-NEXT:    molt_pipe.yield values %[[NH]], %[[NL]], %[[TRUE]]
// CHECK:       %[[ROWS:.*]] = molt_pipe.agg_finish %[[A]] : !molt_pipe.agg_builder<[], [i64, i64, i1]> -> !molt_pipe.rows<i64, i64, i1>
// CHECK:       molt_pipe.pipeline parallel %[[ROWS]]
// CHECK:       ^bb0(%[[H:.*]]: i64, %[[L:.*]]: i64, %[[ANY:.*]]: i1):
// CHECK-DAG:     arith.extsi %[[H]] : i64 to i128
// CHECK-DAG:     arith.extui %[[L]] : i64 to i128
// CHECK:         %[[TOTAL:.*]] = arith.addi %{{.*}}, %{{.*}} : i128
// CHECK:         molt_pipe.check %{{.*}} when %[[ANY]] code 3 "sum does not fit 64 bits; cast the operand to i128, a decimal or f64 first"
// CHECK-NEXT:    %[[SUM:.*]] = arith.trunci %[[TOTAL]] : i128 to i64
// CHECK-NEXT:    molt_pipe.yield values %[[SUM]], %[[ANY]]
func.func @split_sum() -> !molt_df.table<"s": i64?> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  %r = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"s": i64?>
}

// -----

// A proof that the total fits 64 bits: one word, no check. A group is never empty: no
// flag either, and the sum is never null.
// CHECK-LABEL: func @narrow_sum
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]>
// CHECK:       molt_pipe.agg_update %{{.*}} keys(%{{.*}} : !molt_pipe.col<i32>) inputs(%{{.*}} : !molt_pipe.col<i64>)
// CHECK-NEXT:  ^bb0(%[[S:.*]]: i64, %[[X:.*]]: i64):
// CHECK-NEXT:    %[[N:.*]] = arith.addi %[[S]], %[[X]] : i64
// CHECK-NEXT:    molt_pipe.yield values %[[N]] : i64
// CHECK-NOT:   molt_pipe.check
// CHECK:       molt_pipe.output {{.*}} nullable [false, false]
func.func @narrow_sum() -> !molt_df.table<"k": i32, "s": !molt_df.decimal<38, 2>?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": !molt_df.decimal<15, 2>>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: !molt_df.decimal<15, 2>):
    %s = molt_df.sum %x {total_bits = 60 : i64} : !molt_df.decimal<15, 2>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !molt_df.table<"k": i32, "x": !molt_df.decimal<15, 2>>
  return %r : !molt_df.table<"k": i32, "s": !molt_df.decimal<38, 2>?>
}

// -----

// With keys the state is in memory: 128 bits.
// CHECK-LABEL: func @wide_sum
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i128]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%[[S:.*]]: i128, %[[X:.*]]: i64):
// CHECK-NEXT:    %[[WIDE:.*]] = arith.extui %[[X]] : i64 to i128
// CHECK-NEXT:    arith.addi %[[S]], %[[WIDE]] : i128
// CHECK:       molt_pipe.check %{{.*}} code 3 "sum does not fit 64 bits
func.func @wide_sum() -> !molt_df.table<"k": i32, "s": ui64?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": ui64>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: ui64):
    %s = molt_df.sum %x : ui64
    molt_df.yield %s : !molt_df.nullable<ui64>
  } : !molt_df.table<"k": i32, "x": ui64>
  return %r : !molt_df.table<"k": i32, "s": ui64?>
}

// -----

// 128-bit values: 128 bits and the carries out of them; together 256 in the end.
// CHECK-LABEL: func @wider_sum
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i128, i64, i1]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%[[S:.*]]: i128, %[[C:.*]]: i64, %{{.*}}: i1, %[[X:.*]]: i128):
// CHECK-NEXT:    %[[N:.*]] = arith.addi %[[S]], %[[X]] : i128
// CHECK-NEXT:    %[[LESS:.*]] = arith.cmpi ult, %[[N]], %[[X]] : i128
// CHECK:         arith.extui %[[LESS]] : i1 to i64
// CHECK:       arith.extui %{{.*}} : i128 to i256
// CHECK:       molt_pipe.check %{{.*}} when %{{.*}} code 3 "sum has more than 38 digits"
func.func @wider_sum() -> !molt_df.table<"s": !molt_df.decimal<38, 2>?> {
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.decimal<30, 2>>
  %r = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: !molt_df.decimal<30, 2>):
    %s = molt_df.sum %x : !molt_df.decimal<30, 2>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !molt_df.table<"x": !molt_df.decimal<30, 2>>
  return %r : !molt_df.table<"s": !molt_df.decimal<38, 2>?>
}

// -----

// Floats are summed in f64, whatever they are.
// CHECK-LABEL: func @float_sum
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [f64]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%[[S:.*]]: f64, %[[X:.*]]: f32):
// CHECK-NEXT:    %[[WIDE:.*]] = arith.extf %[[X]] : f32 to f64
// CHECK-NEXT:    arith.addf %[[S]], %[[WIDE]] : f64
// CHECK-NOT:   molt_pipe.check
// CHECK:       return
func.func @float_sum() -> !molt_df.table<"k": i32, "s": f64?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": f32>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: f32):
    %s = molt_df.sum %x : f32
    molt_df.yield %s : !molt_df.nullable<f64>
  } : !molt_df.table<"k": i32, "x": f32>
  return %r : !molt_df.table<"k": i32, "s": f64?>
}

// -----

// The mean has a count instead of a flag, and never fails.
// CHECK-LABEL: func @mean
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64, i64]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%{{.*}}: i64, %{{.*}}: i64, %[[N:.*]]: i64, %{{.*}}: i64):
// CHECK:         %[[ONE:.*]] = arith.constant 1 : i64
// CHECK-NEXT:    %[[NEXT:.*]] = arith.addi %[[N]], %[[ONE]] : i64
// CHECK-NOT:   molt_pipe.check
// The exact total, its scale, and the number, one after the other.
// CHECK:       %[[TOTAL:.*]] = arith.sitofp %{{.*}} : i128 to f64
// CHECK-NEXT:  %[[HUNDRED:.*]] = arith.constant 1.000000e+02 : f64
// CHECK-NEXT:  %[[SUM:.*]] = arith.divf %[[TOTAL]], %[[HUNDRED]] : f64
// CHECK-NEXT:  %[[COUNT:.*]] = arith.sitofp %[[N:.*]] : i64 to f64
// CHECK-NEXT:  %[[MEAN:.*]] = arith.divf %[[SUM]], %[[COUNT]] : f64
// CHECK:       %[[ANY:.*]] = arith.cmpi ne, %[[N]], %{{.*}} : i64
// CHECK-NEXT:  molt_pipe.yield values %[[MEAN]], %[[ANY]]
func.func @mean() -> !molt_df.table<"m": f64?> {
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.decimal<15, 2>>
  %r = molt_df.aggregate %t by [] of ["x"] -> ["m"] {
  ^bb0(%x: !molt_df.decimal<15, 2>):
    %m = molt_df.mean %x : !molt_df.decimal<15, 2>
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": !molt_df.decimal<15, 2>>
  return %r : !molt_df.table<"m": f64?>
}

// -----

// CHECK-LABEL: func @extremes
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i32, i1, i64, i1, i8, i1]> init {
// CHECK:         arith.constant 2147483647 : i32
// CHECK:         arith.constant 0 : i64
// CHECK:         arith.constant 127 : i8
// CHECK:       } merge {
// CHECK:         arith.minsi
// CHECK:         arith.maxui
// CHECK:         arith.minsi
// CHECK:       molt_pipe.agg_update
// CHECK:         arith.minsi %{{.*}} : i32
// CHECK:         arith.maxui %{{.*}} : i64
// CHECK:         arith.minsi %{{.*}} : i8
func.func @extremes() -> !molt_df.table<"a": i32?, "b": ui64?, "c": i1?> {
  %t = molt_df.source "t" : !molt_df.table<"x": i32, "u": ui64, "p": i1>
  %r = molt_df.aggregate %t by [] of ["x", "u", "p"] -> ["a", "b", "c"] {
  ^bb0(%x: i32, %u: ui64, %p: i1):
    %a = molt_df.min %x : i32
    %b = molt_df.max %u : ui64
    %c = molt_df.min %p : i1
    molt_df.yield %a, %b, %c : !molt_df.nullable<i32>, !molt_df.nullable<ui64>, !molt_df.nullable<i1>
  } : !molt_df.table<"x": i32, "u": ui64, "p": i1>
  return %r : !molt_df.table<"a": i32?, "b": ui64?, "c": i1?>
}

// -----

// Floats as integers of the same order: +0 for -0, one NaN, negative ones turned round.
// CHECK-LABEL: func @float_extreme
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%[[S:.*]]: i64, %[[X:.*]]: f64):
// CHECK:         arith.addf %[[X]], %{{.*}} : f64
// CHECK:         arith.cmpf uno, %[[X]], %[[X]] : f64
// CHECK:         %[[BITS:.*]] = arith.bitcast %{{.*}} : f64 to i64
// CHECK:         %[[SIGN:.*]] = arith.shrsi %[[BITS]], %{{.*}} : i64
// CHECK:         %[[FLIP:.*]] = arith.andi %[[SIGN]], %{{.*}} : i64
// CHECK-NEXT:    %[[ORDER:.*]] = arith.xori %[[BITS]], %[[FLIP]] : i64
// CHECK-NEXT:    arith.maxsi %[[S]], %[[ORDER]] : i64
// And back.
// CHECK:       molt_pipe.agg_finish
// CHECK:         %[[BACK:.*]] = arith.xori
// CHECK-NEXT:    arith.bitcast %[[BACK]] : i64 to f64
func.func @float_extreme() -> !molt_df.table<"k": i32, "m": f64?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": f64>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["m"] {
  ^bb0(%x: f64):
    %m = molt_df.max %x : f64
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"k": i32, "x": f64>
  return %r : !molt_df.table<"k": i32, "m": f64?>
}

// -----

// Counts; a row without a value counts 0.
// CHECK-LABEL: func @counts
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64]>
// CHECK:       molt_pipe.agg_update %{{.*}} keys() inputs(%{{.*}}, %{{.*}} : !molt_pipe.col<i64>, !molt_pipe.col<i1>)
// CHECK-NEXT:  ^bb0(%[[N:.*]]: i64, %[[V:.*]]: i64, %{{.*}}: i64, %[[VALID:.*]]: i1):
// CHECK-NEXT:    %[[ONE:.*]] = arith.constant 1 : i64
// CHECK-NEXT:    arith.addi %[[N]], %[[ONE]] : i64
// CHECK-NEXT:    %[[STEP:.*]] = arith.extui %[[VALID]] : i1 to i64
// CHECK-NEXT:    arith.addi %[[V]], %[[STEP]] : i64
func.func @counts() -> !molt_df.table<"n": i64, "v": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64?>
  %r = molt_df.aggregate %t by [] of ["x"] -> ["n", "v"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %n = molt_df.count
    %v = molt_df.count_valid %x : !molt_df.nullable<i64>
    molt_df.yield %n, %v : i64, i64
  } : !molt_df.table<"x": i64?>
  return %r : !molt_df.table<"n": i64, "v": i64>
}

// -----

// Nulls leave the state as it is.
// CHECK-LABEL: func @nullable_input
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64, i1]>
// CHECK:       molt_pipe.agg_update
// CHECK-NEXT:  ^bb0(%[[S:.*]]: i64, %[[ANY:.*]]: i1, %[[X:.*]]: i64, %[[VALID:.*]]: i1):
// CHECK-NEXT:    %[[N:.*]] = arith.addi %[[S]], %[[X]] : i64
// CHECK-NEXT:    %[[TRUE:.*]] = arith.constant true
// CHECK-NEXT:    %[[NS:.*]] = arith.select %[[VALID]], %[[N]], %[[S]] : i64
// CHECK-NEXT:    %[[NANY:.*]] = arith.select %[[VALID]], %[[TRUE]], %[[ANY]] : i1
// CHECK-NEXT:    molt_pipe.yield values %[[NS]], %[[NANY]]
func.func @nullable_input() -> !molt_df.table<"k": i32, "s": i64?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": i64?>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %s = molt_df.sum %x {total_bits = 50 : i64} : !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"k": i32, "x": i64?>
  return %r : !molt_df.table<"k": i32, "s": i64?>
}

// -----

// Keys are canonical: floats as the bits of one zero and one NaN, all nulls one key
// beside which stands its validity. The aggregates of expressions and the keys come
// from one stage.
// CHECK-LABEL: func @keys
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i64, !molt_str.utf8, i1, i1], [i64]>
// CHECK:       molt_pipe.stage
// CHECK-NEXT:  ^bb0(%[[F:.*]]: f64, %[[S:.*]]: !molt_str.utf8, %[[VALID:.*]]: i1, %[[P:.*]]: i1):
// CHECK:         %[[CANONICAL:.*]] = arith.select %{{.*}}, %{{.*}}, %{{.*}} : f64
// CHECK-NEXT:    %[[BITS:.*]] = arith.bitcast %[[CANONICAL]] : f64 to i64
// CHECK-NEXT:    %[[EMPTY:.*]] = molt_str.constant ""
// CHECK-NEXT:    %[[KEY:.*]] = arith.select %[[VALID]], %[[S]], %[[EMPTY]] : !molt_str.utf8
// CHECK-NEXT:    molt_pipe.yield values %[[BITS]], %[[KEY]], %[[VALID]], %[[P]]
// CHECK:       molt_pipe.agg_finish
// CHECK:       molt_pipe.stage
// CHECK-NEXT:  ^bb0(%[[BITS:.*]]: i64, %[[S:.*]]: !molt_str.utf8, %[[VALID:.*]]: i1, %[[P:.*]]: i1, %[[N:.*]]: i64):
// CHECK-NEXT:    %[[F:.*]] = arith.bitcast %[[BITS]] : i64 to f64
// CHECK-NEXT:    molt_pipe.yield values %[[F]], %[[S]], %[[VALID]], %[[P]], %[[N]]
func.func @keys() -> !molt_df.table<"f": f64, "s": !molt_str.utf8?, "p": i1, "n": i64> {
  %t = molt_df.source "t" : !molt_df.table<"f": f64, "s": !molt_str.utf8?, "p": i1>
  %r = molt_df.aggregate %t by ["f", "s", "p"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"f": f64, "s": !molt_str.utf8?, "p": i1>
  return %r : !molt_df.table<"f": f64, "s": !molt_str.utf8?, "p": i1, "n": i64>
}

// -----

// What nobody needs is not computed, keys aside.
// CHECK-LABEL: func @unused
// CHECK:       molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]>
// CHECK:       molt_pipe.output {{.*}} : !molt_pipe.result<i64>, !molt_pipe.col<i64>
func.func @unused() -> !molt_df.table<"n": i64> {
  %t = molt_df.source "t" : !molt_df.table<"k": i32, "x": f64>
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["n", "s"] {
  ^bb0(%x: f64):
    %n = molt_df.count
    %s = molt_df.sum %x : f64
    molt_df.yield %n, %s : i64, !molt_df.nullable<f64>
  } : !molt_df.table<"k": i32, "x": f64>
  %p = molt_df.project %r ["n"] : !molt_df.table<"k": i32, "n": i64, "s": f64?>
  return %p : !molt_df.table<"n": i64>
}
