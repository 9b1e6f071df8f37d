// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{a frame counts rows or a range of the order key, not groups}}
  %0 = molt_df.window %t by [] order ["x"] frame <groups 0 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{a frame from 0 : i64 to -1 : i64 has no rows}}
  %0 = molt_df.window %t by [] order ["x"] frame <rows 0 to -1> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{a frame from 5.000000e-01 : f64 to 0 : i64 has no rows}}
  %0 = molt_df.window %t by [] order ["x"] frame <range 0.5 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{a bound of a frame is 'unbounded', an i64, or, of a range, a finite f64; not 5.000000e-01 : f64}}
  %0 = molt_df.window %t by [] order ["x"] frame <rows 0.5 to 1> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{a bound of a frame is 'unbounded', an i64, or, of a range, a finite f64; not 1 : i32}}
  %0 = molt_df.window %t by [] order ["x"] frame <rows 1 : i32 to 1> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{frame over a range needs one order key, not 2}}
  %0 = molt_df.window %t by [] order ["x", "x"] frame <range -1 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": !molt_str.utf8>) {
  // expected-error@+1 {{frame over a range needs an order key with distances, a number, date or time, not '!molt_str.utf8'}}
  %0 = molt_df.window %t by [] order ["x"] frame <range -1 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": !molt_str.utf8>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{frame over a range of 'i64' needs integer bounds; they count units of the key's last digit}}
  %0 = molt_df.window %t by [] order ["x"] frame <range -1.5 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order ["x"] frame <rows 0 to 0> of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{of distinct values is possible over whole partitions only; leave out the frame}}
    %n = molt_df.sum distinct %x : i64
    molt_df.yield %n : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order ["x"] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    %n = molt_df.row_number
    // expected-error@+1 {{uses the result of a window function or aggregate inside of the window; compute on it with molt_df.with_columns}}
    %s = molt_df.sum %n : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order ["x"] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    %c = molt_df.constant 1 : i32
    // expected-error@+1 {{'molt_df.lag' op has an operand of type 'i64' but a value of type 'i32' where there is no row; cast one of them}}
    %s = molt_df.lag %x by 1 else %c : i64, i32
    molt_df.yield %s : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order ["x"] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{attribute 'distance' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
    %s = molt_df.lead %x by -1 : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.window %t by [] order ["x"] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    // expected-error@+1 {{attribute 'number' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive}}
    %s = molt_df.nth_value %x at 0 : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @window(%t: !molt_df.table<"x": i64?>) {
  %0 = molt_df.window %t by [] order ["x"] of ["x"] -> ["n"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    // expected-error@+1 {{with skip_nulls has a distance of at least 1; at 0 is the operand}}
    %s = molt_df.lag skip_nulls %x by 0 : !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64?>
  return
}
