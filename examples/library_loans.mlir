// Loans of a library, from a CSV file with quotes, nulls and texts in many scripts: by branch and
// year, how many books came back, how late, what readers thought of them.

!date = !molt_df.date32
!fine = !molt_df.decimal<6, 2>
!loans = !molt_df.table<
  "title": !molt_str.utf8, "author": !molt_str.utf8?, "branch": !molt_str.utf8?, "lent": !date,
  "returned": !date?, "pages": i32?, "fine": !fine?, "rating": f64?>
!prepared = !molt_df.table<
  "title": !molt_str.utf8, "author": !molt_str.utf8?, "branch": !molt_str.utf8?, "lent": !date,
  "returned": !date?, "pages": i32?, "fine": !fine, "rating": f64?, "year": i32, "days": i64?,
  "out": i1>
!summary = !molt_df.table<
  "branch": !molt_str.utf8?, "year": i32, "loans": i64, "back": i64, "longest": i64?,
  "fines": !molt_df.decimal<38, 2>?, "pages": i64?, "rating": f64?>

func.func @main() -> !summary {
  %loans = molt_df.source "loans" : !loans

  // A loan without a fine has none to pay; a book that is out has no length of loan.
  %prepared = molt_df.with_columns %loans ["lent", "returned", "fine"]
      -> ["year", "days", "fine", "out"] {
  ^bb0(%lent: !date, %returned: !molt_df.nullable<!date>, %fine: !molt_df.nullable<!fine>):
    %year = molt_df.date_part year %lent : !date
    %days = molt_df.sub %returned, %lent : !molt_df.nullable<!date>, !date
    %zero = molt_df.constant "0.00" : !fine
    %known = molt_df.coalesce %fine, %zero : !molt_df.nullable<!fine>, !fine
    %out = molt_df.is_null %returned : !molt_df.nullable<!date>
    molt_df.yield %year, %days, %known, %out : i32, !molt_df.nullable<i64>, !fine, i1
  } : !loans

  // Loans that are over, or of books that are not by 夏目漱石.
  %chosen = molt_df.filter %prepared ["author", "out"] {
  ^bb0(%author: !molt_df.nullable<!molt_str.utf8>, %out: i1):
    %name = molt_df.constant "夏目漱石" : !molt_str.utf8
    %other = molt_str.cmp ne %author, %name : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %over = molt_df.not %out : i1
    %keep = molt_df.or %other, %over : !molt_df.nullable<i1>, i1
    molt_df.yield %keep : !molt_df.nullable<i1>
  } : !prepared

  %groups = molt_df.aggregate %chosen by ["branch", "year"]
      of ["returned", "days", "fine", "pages", "rating"]
      -> ["loans", "back", "longest", "fines", "pages", "rating"] {
  ^bb0(%returned: !molt_df.nullable<!date>, %days: !molt_df.nullable<i64>, %fine: !fine,
       %pages: !molt_df.nullable<i32>, %rating: !molt_df.nullable<f64>):
    %loans_ = molt_df.count
    %back = molt_df.count_valid %returned : !molt_df.nullable<!date>
    %longest = molt_df.max %days : !molt_df.nullable<i64>
    %fines = molt_df.sum %fine : !fine
    %sum_pages = molt_df.sum %pages : !molt_df.nullable<i32>
    %mean = molt_df.mean %rating : !molt_df.nullable<f64>
    molt_df.yield %loans_, %back, %longest, %fines, %sum_pages, %mean
        : i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<!molt_df.decimal<38, 2>>,
          !molt_df.nullable<i64>, !molt_df.nullable<f64>
  } : !prepared
  %sorted = molt_df.sort %groups by ["rating" desc nulls_first, "branch", "year"] : !summary
  return %sorted : !summary
}
