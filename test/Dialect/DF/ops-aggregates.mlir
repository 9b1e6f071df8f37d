// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

!t = !molt_df.table<"x": i32?, "y": f64, "s": !molt_str.utf8, "p": i1?>

// CHECK-LABEL: func @aggregates
func.func @aggregates(%t: !t) {
  %0 = molt_df.aggregate %t by [] of ["x", "y", "s", "p"]
      -> ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: f64, %s: !molt_str.utf8, %p: !molt_df.nullable<i1>):
    // CHECK: molt_df.sum distinct %{{.*}} where %{{.*}} : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    %a = molt_df.sum distinct %x where %p : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    // CHECK: molt_df.mean distinct %{{.*}} : f64
    %b = molt_df.mean distinct %y : f64
    // CHECK: molt_df.min %{{.*}} where %{{.*}} : !molt_str.utf8, !molt_df.nullable<i1>
    %c = molt_df.min %s where %p : !molt_str.utf8, !molt_df.nullable<i1>
    // CHECK: molt_df.arg_max %{{.*}} by %{{.*}} where %{{.*}} : !molt_str.utf8, f64, !molt_df.nullable<i1>
    %d = molt_df.arg_max %s by %y where %p : !molt_str.utf8, f64, !molt_df.nullable<i1>
    // CHECK: molt_df.arg_min %{{.*}} by %{{.*}} : f64, !molt_str.utf8
    %e = molt_df.arg_min %y by %s : f64, !molt_str.utf8
    // CHECK: molt_df.first skip_nulls %{{.*}} where %{{.*}} : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    %f = molt_df.first skip_nulls %x where %p : !molt_df.nullable<i32>, !molt_df.nullable<i1>
    // CHECK: molt_df.last %{{.*}} : !molt_str.utf8
    %g = molt_df.last %s : !molt_str.utf8
    // CHECK: molt_df.all %{{.*}} : !molt_df.nullable<i1>
    %h = molt_df.all %p : !molt_df.nullable<i1>
    // CHECK: molt_df.count where %{{.*}} : !molt_df.nullable<i1>
    %i = molt_df.count where %p : !molt_df.nullable<i1>
    // CHECK: molt_df.count_distinct %{{.*}} : !molt_str.utf8
    %j = molt_df.count_distinct %s : !molt_str.utf8
    // CHECK: molt_df.var distinct %{{.*}} {ddof = 0 : i64} : !molt_df.nullable<i32>
    %k = molt_df.var distinct %x {ddof = 0 : i64} : !molt_df.nullable<i32>
    // CHECK: molt_df.std %{{.*}} : f64
    %l = molt_df.std %y : f64
    // CHECK: molt_df.covar %{{.*}}, %{{.*}} where %{{.*}} {ddof = 2 : i64} : !molt_df.nullable<i32>, f64, !molt_df.nullable<i1>
    %m = molt_df.covar %x, %y where %p {ddof = 2 : i64} : !molt_df.nullable<i32>, f64, !molt_df.nullable<i1>
    // CHECK: molt_df.corr %{{.*}}, %{{.*}} : f64, !molt_df.nullable<i32>
    %n = molt_df.corr %y, %x : f64, !molt_df.nullable<i32>
    // CHECK: molt_df.any %{{.*}} where %{{.*}} : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    %o = molt_df.any %p where %p : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    // CHECK: molt_df.yield
    // CHECK-SAME: !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<f64>, !molt_df.nullable<i32>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i1>, i64, i64, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<i1>
    molt_df.yield %a, %b, %c, %d, %e, %f, %g, %h, %i, %j, %k, %l, %m, %n, %o : !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<f64>, !molt_df.nullable<i32>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i1>, i64, i64, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<i1>
  } : !t
  return
}

// CHECK-LABEL: func @sets
func.func @sets(%t: !t, %u: !molt_df.table<"x": i32, "y": f64?, "s": !molt_str.utf8, "p": i1>) -> (!t, !molt_df.table<"x": i32?, "y": f64?, "s": !molt_str.utf8, "p": i1?>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1?>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1?>) {
  // CHECK: molt_df.distinct %{{.*}} : !molt_df.table
  %0 = molt_df.distinct %t : !t
  // CHECK: molt_df.distinct %{{.*}} on ["s", "x"] keep none : !molt_df.table
  %1 = molt_df.distinct %t on ["s", "x"] keep none : !t
  // CHECK: molt_df.distinct %{{.*}} on [] keep last : !molt_df.table
  %2 = molt_df.distinct %t on [] keep last : !t
  // CHECK: molt_df.union %{{.*}}, %{{.*}} : !molt_df.table<{{.*}}>, !molt_df.table
  %3 = molt_df.union %t, %u : !t, !molt_df.table<"x": i32, "y": f64?, "s": !molt_str.utf8, "p": i1>
  // CHECK: molt_df.intersect %{{.*}}, %{{.*}} : !molt_df.table<{{.*}}>, !molt_df.table
  %4 = molt_df.intersect %t, %u : !t, !molt_df.table<"x": i32, "y": f64?, "s": !molt_str.utf8, "p": i1>
  // CHECK: molt_df.except %{{.*}}, %{{.*}} : !molt_df.table<{{.*}}>, !molt_df.table
  %5 = molt_df.except %4, %u : !t, !molt_df.table<"x": i32, "y": f64?, "s": !molt_str.utf8, "p": i1>
  // CHECK: molt_df.drop_nulls %{{.*}} : !molt_df.table
  %6 = molt_df.drop_nulls %t : !t
  // CHECK: molt_df.drop_nulls %{{.*}} ["x", "y"] : !molt_df.table
  %7 = molt_df.drop_nulls %t ["x", "y"] : !t
  // CHECK: molt_df.fill_null %{{.*}} ["p"] -> ["x"] {
  %8 = molt_df.fill_null %t ["p"] -> ["x"] {
  ^bb0(%p: !molt_df.nullable<i1>):
    %zero = molt_df.constant 0 : i32
    molt_df.yield %zero : i32
  } : !t
  return %5, %3, %6, %7, %8 : !t, !molt_df.table<"x": i32?, "y": f64?, "s": !molt_str.utf8, "p": i1?>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1?>, !molt_df.table<"x": i32, "y": f64, "s": !molt_str.utf8, "p": i1?>
}
