// TPC-H Q16 (2.4.16), parts/supplier relationship: how many suppliers, without complaints, offer
// parts of a kind.
//
// NOT IN is an anti join, as keys are never null.

!money = !molt_df.decimal<15, 2>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!partsupp = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8>
!offers = !molt_df.table<"ps_partkey": i64, "ps_suppkey": i64>
!parts = !molt_df.table<
  "p_partkey": i64, "p_brand": !molt_str.utf8, "p_type": !molt_str.utf8, "p_size": i32>
!of_parts = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "p_partkey": i64, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32>
!counts = !molt_df.table<
  "p_brand": !molt_str.utf8, "p_type": !molt_str.utf8, "p_size": i32, "supplier_cnt": i64>

func.func @main() -> !counts {
  %part = molt_df.source "part" : !part
  %wanted = molt_df.filter %part ["p_brand", "p_type", "p_size"] {
  ^bb0(%brand: !molt_str.utf8, %type: !molt_str.utf8, %size: i32):
    %unwanted_brand = molt_df.constant "Brand#45" : !molt_str.utf8
    %unwanted_type = molt_df.constant "MEDIUM POLISHED" : !molt_str.utf8
    %a = molt_df.constant 49 : i32
    %b = molt_df.constant 14 : i32
    %c = molt_df.constant 23 : i32
    %d = molt_df.constant 45 : i32
    %e = molt_df.constant 19 : i32
    %f = molt_df.constant 3 : i32
    %g = molt_df.constant 36 : i32
    %h = molt_df.constant 9 : i32
    %other_brand = molt_str.cmp ne %brand, %unwanted_brand : !molt_str.utf8, !molt_str.utf8
    %polished = molt_str.starts_with %type, %unwanted_type : !molt_str.utf8, !molt_str.utf8
    %other_type = molt_df.not %polished : i1
    %fits = molt_df.is_in %size, [%a, %b, %c, %d, %e, %f, %g, %h] : i32
    %other = molt_df.and %other_brand, %other_type : i1, i1
    %all = molt_df.and %other, %fits : i1, i1
    molt_df.yield %all : i1
  } : !part
  %parts = molt_df.project %wanted ["p_partkey", "p_brand", "p_type", "p_size"] : !part

  %supplier = molt_df.source "supplier" : !supplier
  %complaints = molt_df.filter %supplier ["s_comment"] {
  ^bb0(%comment: !molt_str.utf8):
    %complained = molt_str.like %comment, "%Customer%Complaints%" : !molt_str.utf8
    molt_df.yield %complained : i1
  } : !supplier
  %unwanted = molt_df.project %complaints ["s_suppkey"] : !supplier

  %partsupp = molt_df.source "partsupp" : !partsupp
  %offers = molt_df.project %partsupp ["ps_partkey", "ps_suppkey"] : !partsupp
  %of_parts = molt_df.join %offers, %parts on ["ps_partkey"] = ["p_partkey"] : !offers, !parts
  %good = molt_df.join anti %of_parts, %unwanted on ["ps_suppkey"] = ["s_suppkey"]
      : !of_parts, !molt_df.table<"s_suppkey": i64>

  %counts = molt_df.aggregate %good by ["p_brand", "p_type", "p_size"]
      of ["ps_suppkey"] -> ["supplier_cnt"] {
  ^bb0(%suppkey: i64):
    %count = molt_df.count_distinct %suppkey : i64
    molt_df.yield %count : i64
  } : !of_parts
  %sorted = molt_df.sort %counts by ["supplier_cnt" desc, "p_brand", "p_type", "p_size"] : !counts
  return %sorted : !counts
}
