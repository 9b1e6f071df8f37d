// The whole of --molt-df-optimize-pipeline on TPC-H Q3, and its options.
// RUN: molt-opt %s --molt-df-optimize-pipeline | FileCheck %s
// RUN: molt-opt %s --molt-df-optimize-pipeline -o %t.once
// RUN: molt-opt %t.once --molt-df-optimize-pipeline | diff %t.once -
// RUN: molt-opt %s --molt-df-optimize-pipeline='push-down-filters=false prune-columns=false infer-facts=false narrow-decimals=false' | FileCheck %s --check-prefix=NONE
// RUN: molt-opt %s --molt-df-optimize-pipeline='narrow-decimals=false' | FileCheck %s --check-prefix=WIDE
// RUN: molt-opt %s --molt-df-optimize-pipeline --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] PushDownFilters | Category:molt-df | Remark="moved a condition below molt_df.join"
// REMARK: remark: [Passed] PruneColumns | Category:molt-df | Remark="reads 2 of 3 columns"
// REMARK: remark: [Passed] InferFacts | Category:molt-df | Remark="molt_df.sub never overflows"
// REMARK: remark: [Passed] NarrowDecimals | Category:molt-df | Remark="narrowed operand 1 of molt_df.mul"

!money = !molt_df.decimal<15, 2>
!c = !molt_df.table<"c_custkey": i64, "c_name": !molt_str.utf8, "c_mktsegment": !molt_str.utf8>
!o = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32, "o_comment": !molt_str.utf8>
!l = !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money, "l_shipdate": !molt_df.date32, "l_comment": !molt_str.utf8>
!lo = !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money, "l_shipdate": !molt_df.date32, "l_comment": !molt_str.utf8, "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32, "o_comment": !molt_str.utf8>
!loc = !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money, "l_shipdate": !molt_df.date32, "l_comment": !molt_str.utf8, "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32, "o_comment": !molt_str.utf8, "c_custkey": i64, "c_name": !molt_str.utf8, "c_mktsegment": !molt_str.utf8>
!g = !molt_df.table<"l_orderkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32, "revenue": !molt_df.decimal<38, 4>?>
!r = !molt_df.table<"l_orderkey": i64, "revenue": !molt_df.decimal<38, 4>?, "o_orderdate": !molt_df.date32, "o_shippriority": i32>

// CHECK-LABEL: func @q3
// CHECK-DAG: %[[C:.*]] = molt_df.source "customer" : !molt_df.table<"c_custkey": i64, "c_mktsegment": !molt_str.utf8>
// CHECK-DAG: %[[O:.*]] = molt_df.source "orders" : !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32>
// CHECK-DAG: %[[L:.*]] = molt_df.source "lineitem" {assumed, facts = {l_discount = #molt_df.facts<range = [0, 10]>}} : !molt_df.table<"l_orderkey": i64, "l_extendedprice": !molt_df.decimal<15, 2>, "l_discount": !molt_df.decimal<15, 2>, "l_shipdate": !molt_df.date32>
// CHECK-DAG: %[[OF:.*]] = molt_df.filter %[[O]] ["o_orderdate"]
// CHECK-DAG: %[[LF:.*]] = molt_df.filter %[[L]] ["l_shipdate"]
// CHECK-DAG: %[[LP:.*]] = molt_df.project %[[LF]] ["l_orderkey", "l_extendedprice", "l_discount"]
// CHECK-DAG: %[[LO:.*]] = molt_df.join %[[LP]], %[[OF]] on ["l_orderkey"] = ["o_orderkey"]
// CHECK-DAG: %[[LOP:.*]] = molt_df.project %[[LO]] ["l_orderkey", "l_extendedprice", "l_discount", "o_custkey", "o_orderdate", "o_shippriority"]
// CHECK-DAG: %[[CF:.*]] = molt_df.filter %[[C]] ["c_mktsegment"]
// CHECK-DAG: %[[CP:.*]] = molt_df.project %[[CF]] ["c_custkey"]
// CHECK: %[[LOC:.*]] = molt_df.join %[[LOP]], %[[CP]] on ["o_custkey"] = ["c_custkey"]
// CHECK: %[[G:.*]] = molt_df.aggregate %[[LOC]] by ["l_orderkey", "o_orderdate", "o_shippriority"] of ["l_extendedprice", "l_discount"] -> ["revenue"] {
// CHECK:   molt_df.sub overflow<never>
// CHECK:   molt_df.cast overflow<never> %{{.*}} : !molt_df.decimal<16, 2> to !molt_df.decimal<3, 2>
// CHECK:   molt_df.sum %{{.*}} : !molt_df.decimal<18, 4>
// CHECK: %[[T:.*]] = molt_df.top_k %[[G]], 10 by ["revenue" desc, "o_orderdate"]
// CHECK: %[[R:.*]] = molt_df.project %[[T]] ["l_orderkey", "revenue", "o_orderdate", "o_shippriority"]
// CHECK: return %[[R]]

// NONE: molt_df.source "customer" : !molt_df.table<"c_custkey": i64, "c_name": !molt_str.utf8, "c_mktsegment": !molt_str.utf8>
// NONE: molt_df.join
// NONE: molt_df.join
// NONE: molt_df.filter
// NONE: molt_df.sub %
// NONE: molt_df.sum %{{.*}} : !molt_df.decimal<31, 4>

// WIDE: molt_df.sub overflow<never>
// WIDE: molt_df.sum %{{.*}} : !molt_df.decimal<31, 4>
func.func @q3() -> !r {
  %c = molt_df.source "customer" : !c
  %o = molt_df.source "orders" : !o
  %l = molt_df.source "lineitem" {facts = {l_discount = #molt_df.facts<range = [0, 10]>}} : !l
  %lo = molt_df.join %l, %o on ["l_orderkey"] = ["o_orderkey"] : !l, !o
  %loc = molt_df.join %lo, %c on ["o_custkey"] = ["c_custkey"] : !lo, !c
  %f = molt_df.filter %loc ["c_mktsegment", "o_orderdate", "l_shipdate"] {
  ^bb0(%segment: !molt_str.utf8, %orderdate: !molt_df.date32, %shipdate: !molt_df.date32):
    %building = molt_df.constant "BUILDING" : !molt_str.utf8
    %date = molt_df.constant "1995-03-15" : !molt_df.date32
    %p0 = molt_str.cmp eq %segment, %building : !molt_str.utf8, !molt_str.utf8
    %p1 = molt_df.cmp lt %orderdate, %date : !molt_df.date32, !molt_df.date32
    %p2 = molt_df.cmp gt %shipdate, %date : !molt_df.date32, !molt_df.date32
    %p01 = molt_df.and %p0, %p1 : i1, i1
    %p012 = molt_df.and %p01, %p2 : i1, i1
    molt_df.yield %p012 : i1
  } : !loc
  %g = molt_df.aggregate %f by ["l_orderkey", "o_orderdate", "o_shippriority"] of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1" : !molt_df.decimal<1, 0>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<1, 0>, !money
    %revenue = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %revenue : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !loc
  %s = molt_df.sort %g by ["revenue" desc, "o_orderdate"] : !g
  %t = molt_df.limit %s, 10 : !g
  %u = molt_df.project %t ["l_orderkey", "revenue", "o_orderdate", "o_shippriority"] : !g
  return %u : !r
}
