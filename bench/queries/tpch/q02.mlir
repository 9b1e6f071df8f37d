// TPC-H Q2 (2.4.2), minimum cost supplier: for each brass part of size 15, the European suppliers
// that sell it cheapest, the hundred with the highest balance.
//
// The subquery's minimum by part is an aggregate over the same offers that it selects from: they
// are joined once and used twice. Parts, the smallest table behind their filter, come first.

!money = !molt_df.decimal<15, 2>
!region = !molt_df.table<"r_regionkey": i32, "r_name": !molt_str.utf8, "r_comment": !molt_str.utf8>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!nation_names = !molt_df.table<"n_nationkey": i32, "n_name": !molt_str.utf8>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!partsupp = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8>
!costs = !molt_df.table<"ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money>
!parts = !molt_df.table<"p_partkey": i64, "p_mfgr": !molt_str.utf8>
!costs_of_parts = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money, "p_partkey": i64,
  "p_mfgr": !molt_str.utf8>
!suppliers = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8, "n_nationkey": i32,
  "n_name": !molt_str.utf8>
!offers = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money, "p_partkey": i64,
  "p_mfgr": !molt_str.utf8, "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8,
  "s_nationkey": i32, "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8,
  "n_nationkey": i32, "n_name": !molt_str.utf8>
!cheapest = !molt_df.table<"ps_partkey": i64, "min_cost": !money?>
!minima = !molt_df.table<"min_partkey": i64, "min_cost": !money?>
!best = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money, "p_partkey": i64,
  "p_mfgr": !molt_str.utf8, "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8,
  "s_nationkey": i32, "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8,
  "n_nationkey": i32, "n_name": !molt_str.utf8, "min_partkey": i64, "min_cost": !money?>
!result = !molt_df.table<
  "s_acctbal": !money, "s_name": !molt_str.utf8, "n_name": !molt_str.utf8, "p_partkey": i64,
  "p_mfgr": !molt_str.utf8, "s_address": !molt_str.utf8, "s_phone": !molt_str.utf8,
  "s_comment": !molt_str.utf8>

func.func @main() -> !result {
  %region = molt_df.source "region" : !region
  %europe = molt_df.filter %region ["r_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "EUROPE" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !region
  %region_keys = molt_df.project %europe ["r_regionkey"] : !region
  %nation = molt_df.source "nation" : !nation
  %nations = molt_df.join semi %nation, %region_keys on ["n_regionkey"] = ["r_regionkey"]
      : !nation, !molt_df.table<"r_regionkey": i32>
  %nation_names = molt_df.project %nations ["n_nationkey", "n_name"] : !nation
  %supplier = molt_df.source "supplier" : !supplier
  %suppliers = molt_df.join %supplier, %nation_names on ["s_nationkey"] = ["n_nationkey"]
      : !supplier, !nation_names

  %part = molt_df.source "part" : !part
  %brass = molt_df.filter %part ["p_size", "p_type"] {
  ^bb0(%size: i32, %type: !molt_str.utf8):
    %wanted_size = molt_df.constant 15 : i32
    %metal = molt_df.constant "BRASS" : !molt_str.utf8
    %fits = molt_df.cmp eq %size, %wanted_size : i32, i32
    %is_brass = molt_str.ends_with %type, %metal : !molt_str.utf8, !molt_str.utf8
    %both = molt_df.and %fits, %is_brass : i1, i1
    molt_df.yield %both : i1
  } : !part
  %parts = molt_df.project %brass ["p_partkey", "p_mfgr"] : !part

  %partsupp = molt_df.source "partsupp" : !partsupp
  %costs = molt_df.project %partsupp ["ps_partkey", "ps_suppkey", "ps_supplycost"] : !partsupp
  %costs_of_parts = molt_df.join %costs, %parts on ["ps_partkey"] = ["p_partkey"] : !costs, !parts
  %offers = molt_df.join %costs_of_parts, %suppliers on ["ps_suppkey"] = ["s_suppkey"]
      : !costs_of_parts, !suppliers

  %cheapest = molt_df.aggregate %offers by ["ps_partkey"] of ["ps_supplycost"] -> ["min_cost"] {
  ^bb0(%cost: !money):
    %min = molt_df.min %cost : !money
    molt_df.yield %min : !molt_df.nullable<!money>
  } : !offers
  %minima = molt_df.project %cheapest ["ps_partkey", "min_cost"] -> ["min_partkey", "min_cost"]
      : !cheapest
  %best = molt_df.join %offers, %minima
      on ["ps_partkey", "ps_supplycost"] = ["min_partkey", "min_cost"] : !offers, !minima
  %top = molt_df.top_k %best, 100 by ["s_acctbal" desc, "n_name", "s_name", "p_partkey"] : !best
  %result = molt_df.project %top ["s_acctbal", "s_name", "n_name", "p_partkey", "p_mfgr",
      "s_address", "s_phone", "s_comment"] : !best
  return %result : !result
}
