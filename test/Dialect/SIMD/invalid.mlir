// Every message of the verifiers of molt_simd.
// RUN: molt-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{unknown target "x86-64-v2"; known are x86-64, x86-64-v3 and x86-64-v4}}
func.func private @target() attributes {t = #molt_simd.target<"x86-64-v2">}

// -----

// The command line's "host" is resolved before it becomes an attribute.
// expected-error@+1 {{unknown target "host"; known are x86-64, x86-64-v3 and x86-64-v4}}
func.func private @target() attributes {t = #molt_simd.target<"host">}

// -----

func.func @compress(%v: vector<8xi64>, %m: vector<4xi1>) {
  // expected-error@+1 {{all of {value, mask} have same shape}}
  %r = molt_simd.compress %v, %m : vector<8xi64>, vector<4xi1>
  return
}

// -----

func.func @compress(%v: vector<8xindex>, %m: vector<8xi1>) {
  // expected-error@+1 {{operand #0 must be fixed-length vector of integer or floating-point values of ranks 1}}
  %r = molt_simd.compress %v, %m : vector<8xindex>, vector<8xi1>
  return
}

// -----

func.func @mask_bits(%m: vector<65xi1>) {
  // expected-error@+1 {{mask has 65 lanes; at most 64 fit the result}}
  %b = molt_simd.mask_bits %m : vector<65xi1>
  return
}

// -----

func.func @mask_bits(%m: vector<[4]xi1>) {
  // expected-error@+1 {{operand #0 must be fixed-length vector of 1-bit signless integer values of ranks 1}}
  %b = molt_simd.mask_bits %m : vector<[4]xi1>
  return
}

// -----

func.func @load_bitmap(%p: !llvm.ptr, %i: i64) {
  // expected-error@+1 {{loads 64 lanes; at most 32 are supported}}
  %m = molt_simd.load_bitmap %p[%i] : !llvm.ptr, vector<64xi1>
  return
}

// -----

func.func @for_each(%bits: i64) {
  // expected-error@+1 {{region must take the bit position (i64) and the carried values}}
  molt_simd.for_each %bits {
    molt_simd.yield
  }
  return
}

// -----

func.func @for_each(%bits: i64) {
  // expected-error@+1 {{region must take the bit position (i64) and the carried values}}
  molt_simd.for_each %bits {
  ^bb0(%lane: i32):
  }
  return
}

// -----

func.func @for_each(%bits: i64, %init: i64) {
  // expected-error@+1 {{region must take the bit position (i64) and the carried values}}
  %r = molt_simd.for_each %bits init(%init) : i64 {
  ^bb0(%lane: i64, %carried: i32):
    molt_simd.yield %lane : i64
  } -> i64
  return
}

// -----

func.func @for_each(%bits: i64, %init: i64) {
  // expected-error@+1 {{results and yielded values must have the types of the carried values}}
  %r = molt_simd.for_each %bits init(%init) : i64 {
  ^bb0(%lane: i64, %carried: i64):
    molt_simd.yield %lane : i64
  } -> i32
  return
}

// -----

func.func @for_each(%bits: i64, %init: i64) {
  // expected-error@+1 {{results and yielded values must have the types of the carried values}}
  %r = molt_simd.for_each %bits init(%init) : i64 {
  ^bb0(%lane: i64, %carried: i64):
    molt_simd.yield
  } -> i64
  return
}

// -----

func.func @yield() {
  // expected-error@+1 {{expects parent op 'molt_simd.for_each'}}
  molt_simd.yield
}

// -----

func.func @view_eq(%lo: vector<8xi64>, %active: vector<4xi1>) {
  // expected-error@+1 {{all of {lhsLo, active} have same shape}}
  %m = molt_simd.view_eq %lo, %lo, %lo, %lo active %active : vector<8xi64>, vector<4xi1>
  return
}

// -----

func.func @view_eq(%lo: vector<8xi64>, %other: vector<4xi64>, %active: vector<8xi1>) {
  // expected-error@+1 {{all of {lhsLo, lhsHi, rhsLo, rhsHi} have same type}}
  %m = "molt_simd.view_eq"(%lo, %lo, %other, %other, %active) : (vector<8xi64>, vector<8xi64>, vector<4xi64>, vector<4xi64>, vector<8xi1>) -> vector<8xi1>
  return
}
