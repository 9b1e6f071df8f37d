// Every message of the verifiers of molt_rt.
// RUN: molt-opt %s --split-input-file --verify-diagnostics

// The list is closed.
func.func @call() {
  // expected-error@+1 {{"system" is not a function of the runtime; see Molt/Runtime/Functions.def}}
  molt_rt.call "system"() : () -> ()
  return
}

// -----

// Functions of the host's side of the ABI are not on it.
func.func @call(%p: !llvm.ptr) {
  // expected-error@+1 {{"molt_table_release" is not a function of the runtime; see Molt/Runtime/Functions.def}}
  molt_rt.call "molt_table_release"(%p) : (!llvm.ptr) -> ()
  return
}

// -----

func.func @call(%p: !llvm.ptr) {
  // expected-error@+1 {{"molt_rt_batch_size" has the type ('!llvm.ptr') -> 'i64'}}
  %0 = molt_rt.call "molt_rt_batch_size"(%p) : (!llvm.ptr) -> i32
  return
}

// -----

func.func @call(%p: !llvm.ptr, %n: i64) {
  // expected-error@+1 {{"molt_rt_batch_size" has the type ('!llvm.ptr') -> 'i64'}}
  %0 = molt_rt.call "molt_rt_batch_size"(%p, %n) : (!llvm.ptr, i64) -> i64
  return
}

// -----

// A result cannot be left out.
func.func @call(%p: !llvm.ptr) {
  // expected-error@+1 {{"molt_rt_batch_size" has the type ('!llvm.ptr') -> 'i64'}}
  molt_rt.call "molt_rt_batch_size"(%p) : (!llvm.ptr) -> ()
  return
}

// -----

func.func @call(%p: !llvm.ptr, %n: i64) {
  // expected-error@+1 {{"molt_rt_utf8_views" has the type ('!llvm.ptr', '!llvm.ptr', 'i64', 'i64', '!llvm.ptr', '!llvm.ptr') -> ()}}
  %0 = molt_rt.call "molt_rt_utf8_views"(%p, %p, %n, %n, %p, %p) : (!llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, !llvm.ptr) -> i32
  return
}

// -----

func.func @buffer(%p: !llvm.ptr) {
  // expected-error@+1 {{makes contiguous memrefs only; drop the layout of the type}}
  %m = molt_rt.buffer %p : !llvm.ptr, memref<?xi64, strided<[2]>>
  return
}

// -----

func.func @buffer(%p: !llvm.ptr) {
  // expected-error@+1 {{result #0 must be 1D memref of signless integer or floating-point values, but got 'memref<?xindex>'}}
  %m = molt_rt.buffer %p : !llvm.ptr, memref<?xindex>
  return
}

// -----

func.func @address_of() {
  // expected-error@+1 {{"missing" is not a function of this module}}
  %p = molt_rt.address_of @missing : !llvm.ptr
  return
}

// -----

llvm.mlir.global internal @data() : i64
func.func @address_of() {
  // expected-error@+1 {{"data" is not a function of this module}}
  %p = molt_rt.address_of @data : !llvm.ptr
  return
}
