// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @rem(%x: i128, %d: !molt_df.decimal<5, 4>) {
  // expected-error@+2 {{no common type for 'i128' and '!molt_df.decimal<5, 4>'; cast one operand}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.rem"(%x, %d) : (i128, !molt_df.decimal<5, 4>) -> i128
  return
}

// -----

func.func @rem(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<5, 4>) {
  // expected-error@+2 {{remainder of '!molt_df.decimal<38, 0>' and '!molt_df.decimal<5, 4>' needs more than 38 digits; cast one of them}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.rem"(%x, %y) : (!molt_df.decimal<38, 0>, !molt_df.decimal<5, 4>) -> !molt_df.decimal<38, 4>
  return
}

// -----

func.func @bit_and(%x: i64, %f: f64) {
  // expected-error@+1 {{operand #1 must be integer scalar, but got 'f64'}}
  %0 = "molt_df.bit_and"(%x, %f) : (i64, f64) -> i64
  return
}

// -----

func.func @pow(%x: f64, %n: i64) {
  // expected-error@+1 {{operand #1 must be f32 or f64, possibly nullable, but got 'i64'}}
  %0 = "molt_df.pow"(%x, %n) : (f64, i64) -> f64
  return
}

// -----

func.func @bit_not(%p: i1) {
  // expected-error@+1 {{operand #0 must be integer scalar, but got 'i1'}}
  %0 = molt_df.bit_not %p : i1
  return
}

// -----

func.func @shl(%x: i64, %m: !molt_df.decimal<4, 0>) {
  // expected-error@+1 {{operand #1 must be integer scalar, but got '!molt_df.decimal<4, 0>'}}
  %0 = molt_df.shl %x, %m : i64, !molt_df.decimal<4, 0>
  return
}

// -----

func.func @shr(%d: !molt_df.date32, %n: i64) {
  // expected-error@+1 {{operand #0 must be integer scalar, but got '!molt_df.date32'}}
  %0 = molt_df.shr %d, %n : !molt_df.date32, i64
  return
}

// -----

func.func @is_in(%x: i64, %y: i32) {
  // expected-error@+2 {{'molt_df.is_in' op values must be of type 'i64', not 'i32'; cast them, and add a null with molt_df.or}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.is_in"(%x, %y) : (i64, i32) -> i1
  return
}

// -----

func.func @is_in(%x: !molt_df.nullable<i64>) {
  // expected-error@+2 {{'molt_df.is_in' op values must be of type 'i64', not '!molt_df.nullable<i64>'; cast them, and add a null with molt_df.or}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.is_in"(%x, %x) : (!molt_df.nullable<i64>, !molt_df.nullable<i64>) -> !molt_df.nullable<i1>
  return
}

// -----

func.func @math(%x: i64) {
  // expected-error@+1 {{operand #0 must be f32 or f64, possibly nullable, but got 'i64'}}
  %0 = molt_df.math sqrt %x : i64
  return
}

// -----

func.func @pow(%x: f64, %m: !molt_df.decimal<4, 2>) {
  // expected-error@+1 {{operand #1 must be f32 or f64, possibly nullable, but got '!molt_df.decimal<4, 2>'}}
  %0 = molt_df.pow %x, %m : f64, !molt_df.decimal<4, 2>
  return
}

// -----

func.func @date_trunc(%x: i64) {
  // expected-error@+1 {{operand #0 must be date32 or timestamp, possibly nullable, but got 'i64'}}
  %0 = molt_df.date_trunc month %x : i64
  return
}

// -----

func.func @add_months(%d: !molt_df.date32, %f: f64) {
  // expected-error@+1 {{operand #1 must be integer scalar, but got 'f64'}}
  %0 = molt_df.add_months %d, %f : !molt_df.date32, f64
  return
}
