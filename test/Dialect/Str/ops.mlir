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

// CHECK-LABEL: func @search(%{{.*}}: !molt_str.utf8, %{{.*}}: !molt_df.nullable<!molt_str.utf8>)
func.func @search(%s: !molt_str.utf8, %n: !n) -> (i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>) {
  // CHECK: molt_str.ends_with %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_str.utf8
  %0 = molt_str.ends_with %s, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.ends_with %{{.*}}, %{{.*}} : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
  %1 = molt_str.ends_with %n, %s : !n, !molt_str.utf8
  // CHECK: molt_str.like %{{.*}}, "a%_b" : !molt_str.utf8
  %2 = molt_str.like %s, "a%_b" : !molt_str.utf8
  // CHECK: molt_str.like %{{.*}}, "!%%b" escape "!" {note} : !molt_df.nullable<!molt_str.utf8>
  %3 = molt_str.like %n, "!%%b" escape "!" {note} : !n
  // CHECK: molt_str.length %{{.*}} : !molt_str.utf8
  %4 = molt_str.length %s : !molt_str.utf8
  // CHECK: molt_str.length %{{.*}} : !molt_df.nullable<!molt_str.utf8>
  %5 = molt_str.length %n : !n
  return %0, %1, %2, %3, %4, %5 : i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>
}

// CHECK-LABEL: func @new_strings
func.func @new_strings(%s: !molt_str.utf8, %n: !n, %i: i64, %j: !molt_df.nullable<i64>) -> (!molt_str.utf8, !n, !molt_str.utf8, !n, !molt_str.utf8, !n) {
  // CHECK: molt_str.substring %{{.*}}, %{{.*}}, %{{.*}} : !molt_str.utf8, i64, i64
  %0 = molt_str.substring %s, %i, %i : !molt_str.utf8, i64, i64
  // CHECK: molt_str.substring %{{.*}}, %{{.*}}, %{{.*}} : !molt_str.utf8, i64, !molt_df.nullable<i64>
  %1 = molt_str.substring %s, %i, %j : !molt_str.utf8, i64, !molt_df.nullable<i64>
  // CHECK: molt_str.concat %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_str.utf8
  %2 = molt_str.concat %s, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.concat %{{.*}}, %{{.*}} : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %3 = molt_str.concat %s, %n : !molt_str.utf8, !n
  // CHECK: molt_str.replace %{{.*}}, %{{.*}}, %{{.*}} sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %4 = molt_str.replace %s, %s, %s sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.replace %{{.*}}, %{{.*}}, %{{.*}} sql : !molt_str.utf8, !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %5 = molt_str.replace %s, %s, %n sql : !molt_str.utf8, !molt_str.utf8, !n
  return %0, %1, %2, %3, %4, %5 : !molt_str.utf8, !n, !molt_str.utf8, !n, !molt_str.utf8, !n
}

// CHECK-LABEL: func @words
func.func @words(%s: !molt_str.utf8, %t: !molt_str.utf8) -> (!molt_str.utf8, i1) {
  // CHECK: %[[A:.*]], %[[B:.*]] = molt_str.to_words %{{.*}}
  %0, %1 = molt_str.to_words %s
  // CHECK: %[[C:.*]], %[[D:.*]] = molt_str.to_words %{{.*}}
  %2, %3 = molt_str.to_words %t
  // CHECK: molt_str.words_less %[[A]], %[[B]], %[[C]], %[[D]]
  %4 = molt_str.words_less %0, %1, %2, %3
  // CHECK: molt_str.from_words %[[C]], %[[B]]
  %5 = molt_str.from_words %2, %1
  return %5, %4 : !molt_str.utf8, i1
}

// CHECK-LABEL: func @text_of_times
func.func @text_of_times(%s: !molt_str.utf8, %d: i32) {
  // CHECK: molt_str.parse %{{.*}} as !molt_df.date32 : i32
  %0 = molt_str.parse %s as !molt_df.date32 : i32
  // CHECK: molt_str.parse %{{.*}} as !molt_df.timestamp<ns, "UTC"> : i64
  %1 = molt_str.parse %s as !molt_df.timestamp<ns, "UTC"> : i64
  // CHECK: molt_str.can_parse %{{.*}} as !molt_df.time<s>
  %2 = molt_str.can_parse %s as !molt_df.time<s>
  // CHECK: molt_str.format %{{.*}} as !molt_df.date32 : i32
  %3 = molt_str.format %d as !molt_df.date32 : i32
  // CHECK: molt_str.format %{{.*}} as !molt_df.duration<ms> : i64
  %4 = molt_str.format %1 as !molt_df.duration<ms> : i64
  return
}

// CHECK-LABEL: func @binary(%{{.*}}: !molt_str.binary, %{{.*}}: !molt_df.nullable<!molt_str.binary>)
func.func @binary(%b: !molt_str.binary, %n: !molt_df.nullable<!molt_str.binary>) {
  // CHECK: molt_df.constant "00ff" : !molt_str.binary
  %0 = molt_df.constant "00FF" : !molt_str.binary
  // CHECK: molt_df.constant "" : !molt_df.nullable<!molt_str.binary>
  %1 = molt_df.constant "" : !molt_df.nullable<!molt_str.binary>
  // CHECK: molt_str.cmp lt %{{.*}}, %{{.*}} : !molt_str.binary, !molt_df.nullable<!molt_str.binary>
  %2 = molt_str.cmp lt %0, %n : !molt_str.binary, !molt_df.nullable<!molt_str.binary>
  // CHECK: molt_str.byte_length %{{.*}} : !molt_df.nullable<!molt_str.binary>
  %3 = molt_str.byte_length %1 : !molt_df.nullable<!molt_str.binary>
  // CHECK: molt_str.constant binary "\FF\00"
  %4 = molt_str.constant binary "\FF\00"
  return
}
