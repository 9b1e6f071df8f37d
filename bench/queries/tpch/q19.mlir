// TPC-H Q19 (2.4.19), discounted revenue: of three kinds of parts, sold by air and delivered in
// person.
//
// What the three alternatives share of a line or a part is a filter below the join; what ties a
// quantity to a kind of part is the condition of the join.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!kinds = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8, "small": i1, "medium": i1, "large": i1>
!lines = !molt_df.table<
  "l_partkey": i64, "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money>
!parts = !molt_df.table<"p_partkey": i64, "small": i1, "medium": i1, "large": i1>
!sold = !molt_df.table<
  "l_partkey": i64, "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money,
  "p_partkey": i64, "small": i1, "medium": i1, "large": i1>
!revenue = !molt_df.table<"revenue": !molt_df.decimal<38, 4>?>

func.func @main() -> !revenue {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %in_person = molt_df.filter %lineitem ["l_shipmode", "l_shipinstruct", "l_quantity"] {
  ^bb0(%mode: !molt_str.utf8, %instruct: !molt_str.utf8, %quantity: !money):
    %air = molt_df.constant "AIR" : !molt_str.utf8
    %air_reg = molt_df.constant "AIR REG" : !molt_str.utf8
    %person = molt_df.constant "DELIVER IN PERSON" : !molt_str.utf8
    %least = molt_df.constant "1.00" : !money
    %most = molt_df.constant "30.00" : !money
    %by_air = molt_df.is_in %mode, [%air, %air_reg] : !molt_str.utf8
    %delivered = molt_str.cmp eq %instruct, %person : !molt_str.utf8, !molt_str.utf8
    %enough = molt_df.cmp ge %quantity, %least : !money, !money
    %few = molt_df.cmp le %quantity, %most : !money, !money
    %a = molt_df.and %by_air, %delivered : i1, i1
    %b = molt_df.and %enough, %few : i1, i1
    %all = molt_df.and %a, %b : i1, i1
    molt_df.yield %all : i1
  } : !lineitem
  %lines = molt_df.project %in_person ["l_partkey", "l_quantity", "l_extendedprice", "l_discount"]
      : !lineitem

  %part = molt_df.source "part" : !part
  %kinds = molt_df.with_columns %part ["p_brand", "p_container", "p_size"]
      -> ["small", "medium", "large"] {
  ^bb0(%brand: !molt_str.utf8, %container: !molt_str.utf8, %size: i32):
    %one = molt_df.constant 1 : i32
    %sized = molt_df.cmp ge %size, %one : i32, i32

    %brand12 = molt_df.constant "Brand#12" : !molt_str.utf8
    %sm_case = molt_df.constant "SM CASE" : !molt_str.utf8
    %sm_box = molt_df.constant "SM BOX" : !molt_str.utf8
    %sm_pack = molt_df.constant "SM PACK" : !molt_str.utf8
    %sm_pkg = molt_df.constant "SM PKG" : !molt_str.utf8
    %five = molt_df.constant 5 : i32
    %is12 = molt_str.cmp eq %brand, %brand12 : !molt_str.utf8, !molt_str.utf8
    %in_sm = molt_df.is_in %container, [%sm_case, %sm_box, %sm_pack, %sm_pkg] : !molt_str.utf8
    %to5 = molt_df.cmp le %size, %five : i32, i32
    %small_a = molt_df.and %is12, %in_sm : i1, i1
    %small_b = molt_df.and %sized, %to5 : i1, i1
    %small = molt_df.and %small_a, %small_b : i1, i1

    %brand23 = molt_df.constant "Brand#23" : !molt_str.utf8
    %med_bag = molt_df.constant "MED BAG" : !molt_str.utf8
    %med_box = molt_df.constant "MED BOX" : !molt_str.utf8
    %med_pkg = molt_df.constant "MED PKG" : !molt_str.utf8
    %med_pack = molt_df.constant "MED PACK" : !molt_str.utf8
    %ten = molt_df.constant 10 : i32
    %is23 = molt_str.cmp eq %brand, %brand23 : !molt_str.utf8, !molt_str.utf8
    %in_med = molt_df.is_in %container, [%med_bag, %med_box, %med_pkg, %med_pack] : !molt_str.utf8
    %to10 = molt_df.cmp le %size, %ten : i32, i32
    %medium_a = molt_df.and %is23, %in_med : i1, i1
    %medium_b = molt_df.and %sized, %to10 : i1, i1
    %medium = molt_df.and %medium_a, %medium_b : i1, i1

    %brand34 = molt_df.constant "Brand#34" : !molt_str.utf8
    %lg_case = molt_df.constant "LG CASE" : !molt_str.utf8
    %lg_box = molt_df.constant "LG BOX" : !molt_str.utf8
    %lg_pack = molt_df.constant "LG PACK" : !molt_str.utf8
    %lg_pkg = molt_df.constant "LG PKG" : !molt_str.utf8
    %fifteen = molt_df.constant 15 : i32
    %is34 = molt_str.cmp eq %brand, %brand34 : !molt_str.utf8, !molt_str.utf8
    %in_lg = molt_df.is_in %container, [%lg_case, %lg_box, %lg_pack, %lg_pkg] : !molt_str.utf8
    %to15 = molt_df.cmp le %size, %fifteen : i32, i32
    %large_a = molt_df.and %is34, %in_lg : i1, i1
    %large_b = molt_df.and %sized, %to15 : i1, i1
    %large = molt_df.and %large_a, %large_b : i1, i1

    molt_df.yield %small, %medium, %large : i1, i1, i1
  } : !part
  %of_kind = molt_df.filter %kinds ["small", "medium", "large"] {
  ^bb0(%small: i1, %medium: i1, %large: i1):
    %a = molt_df.or %small, %medium : i1, i1
    %any = molt_df.or %a, %large : i1, i1
    molt_df.yield %any : i1
  } : !kinds
  %parts = molt_df.project %of_kind ["p_partkey", "small", "medium", "large"] : !kinds

  %sold = molt_df.join %lines, %parts on ["l_partkey"] = ["p_partkey"]
      where ["l_quantity", "small", "medium", "large"] {
  ^bb0(%quantity: !money, %small: i1, %medium: i1, %large: i1):
    %one = molt_df.constant "1.00" : !money
    %ten = molt_df.constant "10.00" : !money
    %eleven = molt_df.constant "11.00" : !money
    %twenty = molt_df.constant "20.00" : !money
    %thirty = molt_df.constant "30.00" : !money
    %from1 = molt_df.cmp ge %quantity, %one : !money, !money
    %to11 = molt_df.cmp le %quantity, %eleven : !money, !money
    %from10 = molt_df.cmp ge %quantity, %ten : !money, !money
    %to20 = molt_df.cmp le %quantity, %twenty : !money, !money
    %from20 = molt_df.cmp ge %quantity, %twenty : !money, !money
    %to30 = molt_df.cmp le %quantity, %thirty : !money, !money
    %few = molt_df.and %from1, %to11 : i1, i1
    %some = molt_df.and %from10, %to20 : i1, i1
    %many = molt_df.and %from20, %to30 : i1, i1
    %a = molt_df.and %small, %few : i1, i1
    %b = molt_df.and %medium, %some : i1, i1
    %c = molt_df.and %large, %many : i1, i1
    %ab = molt_df.or %a, %b : i1, i1
    %any = molt_df.or %ab, %c : i1, i1
    molt_df.yield %any : i1
  } : !lines, !parts
  %revenue = molt_df.aggregate %sold by [] of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %discounted : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !sold
  return %revenue : !revenue
}
