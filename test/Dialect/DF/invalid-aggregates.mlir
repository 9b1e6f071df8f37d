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

// -----

func.func @quantile(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["q"] {
  ^bb0(%x: f64):
    // expected-error@+1 {{is at a share between 0 and 1 of the values}}
    %q = molt_df.quantile 1.5 of %x : f64
    molt_df.yield %q : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

// -----

func.func @window(%x: i64) {
  // expected-error@+1 {{'molt_df.window' op input must be a table}}
  %0 = molt_df.window %x by [] order [] of [] -> [] {
    molt_df.yield
  } : i64
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{column "y" is not a column of the table, which has "x"}}
  %0 = molt_df.window %t by ["y"] order [] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.window' op names 2 new columns but its region yields 1}}
  %0 = molt_df.window %t by [] order [] of [] -> ["a", "b"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{result has two columns named "x"; rename one of them}}
  %0 = molt_df.window %t by [] order [] of [] -> ["x"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{"n" must be the result of a window function or an aggregate, such as molt_df.row_number; compute on it with molt_df.with_columns}}
  %0 = molt_df.window %t by [] order [] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @ntile(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order [] of [] -> ["n"] {
    // expected-error@+1 {{attribute 'count' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive}}
    %n = molt_df.ntile 0
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @top_k(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.top_k' op names column "x" twice}}
  %0 = molt_df.top_k %t, 1 by ["x"] per ["x", "x"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @sum(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: f64):
    // expected-error@+1 {{only integers wrap around, not 'f64'}}
    %s = molt_df.sum overflow<wrap> %x : f64
    molt_df.yield %s : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

// -----

func.func @sum(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{has total_bits as proof that it does not overflow, not overflow<never>}}
    %s = molt_df.sum overflow<never> %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}
