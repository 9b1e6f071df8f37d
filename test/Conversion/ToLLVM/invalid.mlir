// What has to be gone before.
// RUN: molt-opt %s --convert-molt-to-llvm --split-input-file --verify-diagnostics

func.func @loop(%n: index) {
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  // expected-error@+1 {{failed to legalize operation 'scf.for'}}
  scf.for %i = %zero to %n step %one {
  }
  return
}

// -----

func.func @simd(%m: vector<8xi1>) -> i64 {
  // expected-error@+1 {{failed to legalize operation 'molt_simd.mask_bits'}}
  %b = molt_simd.mask_bits %m : vector<8xi1>
  return %b : i64
}

// -----

// expected-error@+1 {{has no form in LLVM, as '!molt_df.table<"x": i64>' is in its type, and no body}}
func.func private @declared() -> !molt_df.table<"x": i64>
