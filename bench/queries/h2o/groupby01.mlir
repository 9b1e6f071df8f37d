// H2O.ai group-by question 1: sum v1 by id1.
//
// A hundred groups of one text key.

!g1 = !molt_df.table<"id1": !molt_str.utf8, "v1": i32>
!groups = !molt_df.table<"id1": !molt_str.utf8, "v1": i64?>

func.func @main() -> !groups {
  %g1 = molt_df.source "g1" : !g1
  %groups = molt_df.aggregate %g1 by ["id1"] of ["v1"] -> ["v1"] {
  ^bb0(%v1: i32):
    %sum = molt_df.sum %v1 : i32
    molt_df.yield %sum : !molt_df.nullable<i64>
  } : !g1
  return %groups : !groups
}
