// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @ddof(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["v"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{attribute 'ddof' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
    %v = molt_df.var %x {ddof = -1 : i64} : i64
    molt_df.yield %v : !molt_df.nullable<f64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @where(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{operand #0 must be}}
    %n = molt_df.count where %x : i64
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @distinct(%x: i64) {
  // expected-error@+1 {{'molt_df.distinct' op input must be a table}}
  %0 = molt_df.distinct %x : i64
  return
}

// -----

func.func @distinct(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{column "y" is not a column of the table, which has "x"}}
  %0 = molt_df.distinct %t on ["y"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @distinct(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.distinct' op names column "x" twice}}
  %0 = molt_df.distinct %t on ["x", "x"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @union(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"x": i32>) {
  // expected-error@+1 {{'molt_df.union' op column "x" has type 'i64' in the first table and 'i32' in table 1; cast one of them}}
  %0 = molt_df.union %t, %u : !molt_df.table<"x": i64>, !molt_df.table<"x": i32>
  return
}

// -----

func.func @except(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{'molt_df.except' op has tables of different columns: table 1 has "y", the first one "x"; use molt_df.project}}
  %0 = molt_df.except %t, %u : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @drop_nulls(%x: i64) {
  // expected-error@+1 {{'molt_df.drop_nulls' op input must be a table}}
  %0 = molt_df.drop_nulls %x : i64
  return
}

// -----

func.func @fill_null(%t: !molt_df.table<"x": i64?>) {
  // expected-error@+1 {{'molt_df.fill_null' op column "x" has type 'i64' but its value has type 'f64'; cast the value}}
  %0 = molt_df.fill_null %t [] -> ["x"] {
    %v = molt_df.constant 1.0 : f64
    molt_df.yield %v : f64
  } : !molt_df.table<"x": i64?>
  return
}

// -----

func.func @fill_null(%t: !molt_df.table<"x": i64?>) {
  // expected-error@+1 {{'molt_df.fill_null' op names 1 columns but its region yields 0}}
  %0 = molt_df.fill_null %t [] -> ["x"] {
    molt_df.yield
  } : !molt_df.table<"x": i64?>
  return
}

// -----

func.func @fill_null(%x: i64) {
  // expected-error@+1 {{'molt_df.fill_null' op input must be a table}}
  %0 = molt_df.fill_null %x [] -> [] {
    molt_df.yield
  } : i64
  return
}
