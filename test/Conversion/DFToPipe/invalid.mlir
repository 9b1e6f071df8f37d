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
