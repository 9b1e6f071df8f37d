// RUN: molt-translate --molt-df-to-dot --verify-diagnostics %s
// expected-error @below {{no function has molt_df operations, so there is no plan to draw; below molt_df, molt-opt prints the program}}
module {
  func.func @no_plan(%x: i64) -> i64 {
    return %x : i64
  }
}
