// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

!n = !molt_df.nullable<!molt_str.utf8>

// CHECK-LABEL: func @predicates(%{{.*}}: !molt_str.utf8, %{{.*}}: !molt_df.nullable<!molt_str.utf8>)
func.func @predicates(%s: !molt_str.utf8, %n: !n) -> (i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>) {
  // CHECK: molt_str.cmp eq %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_str.utf8
  %0 = molt_str.cmp eq %s, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.cmp lt %{{.*}}, %{{.*}} : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
  %1 = molt_str.cmp lt %n, %s : !n, !molt_str.utf8
  // CHECK: molt_str.starts_with %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_str.utf8
  %2 = molt_str.starts_with %s, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.starts_with %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %3 = molt_str.starts_with %s, %n : !molt_str.utf8, !n
  // CHECK: molt_str.contains %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_str.utf8
  %4 = molt_str.contains %s, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.contains %{{.*}}, %{{.*}} : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
  %5 = molt_str.contains %n, %n : !n, !n
  return %0, %1, %2, %3, %4, %5 : i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>
}

// CHECK-LABEL: func @constant
func.func @constant() -> !molt_str.utf8 {
  // CHECK: molt_str.constant "BUILDING"
  %0 = molt_str.constant "BUILDING"
  // CHECK: molt_str.constant "\C3\A4" {note = 1 : i64}
  %1 = molt_str.constant "ä" {note = 1}
  return %0 : !molt_str.utf8
}
