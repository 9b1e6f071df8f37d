// What cannot become pipelines.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file --verify-diagnostics

// expected-error@+1 {{has arguments; a program reads its tables with molt_df.source}}
func.func @arguments(%t: !molt_df.table<"x": i64>) -> !molt_df.table<"x": i64> {
  return %t : !molt_df.table<"x": i64>
}

// -----

// expected-error@+1 {{must have a single block to become pipelines}}
func.func @blocks() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  cf.br ^next
^next:
  return %t : !molt_df.table<"x": i64>
}

// -----

func.func private @other() -> !molt_df.table<"x": i64>

func.func @call() -> !molt_df.table<"x": i64> {
  // expected-error@+1 {{has no lowering to molt_pipe; plan operations of molt_df do}}
  %t = func.call @other() : () -> !molt_df.table<"x": i64>
  return %t : !molt_df.table<"x": i64>
}

// -----

func.func @maintain_order() -> !molt_df.table<"x": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  // expected-error@+1 {{with maintain_order has no lowering; run --molt-df-decompose first}}
  %r = molt_df.aggregate %t by ["x"] maintain_order of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64>
}

// -----

func.func @skip_nulls() -> !molt_df.table<"x": i64, "n": i64?> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64>
  %r = molt_df.window %t by [] order [] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{with skip_nulls has no lowering; run --molt-df-decompose first}}
    %n = molt_df.lag skip_nulls %x by 1 : i64
    molt_df.yield %n : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return %r : !molt_df.table<"x": i64, "n": i64?>
}

// -----

func.func @wide() -> !molt_df.table<"s": !molt_str.utf8, "n": i64> {
  %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8>
  %w = molt_df.window %t by [] order ["s"] frame <rows -9 to 0> of ["s"] -> ["n"] {
  ^bb0(%s: !molt_str.utf8):
    // expected-error@+1 {{over a frame has no lowering for '!molt_str.utf8'; run --molt-df-decompose first}}
    %n = molt_df.count_distinct %s : !molt_str.utf8
    molt_df.yield %n : i64
  } : !molt_df.table<"s": !molt_str.utf8>
  return %w : !molt_df.table<"s": !molt_str.utf8, "n": i64>
}
