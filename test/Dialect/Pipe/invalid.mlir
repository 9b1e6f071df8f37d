// Every message of the verifiers of molt_pipe.
// RUN: molt-opt %s --split-input-file --verify-diagnostics --allow-unregistered-dialect

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not 'index'}}
func.func private @type(!molt_pipe.col<index>)

// -----

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not 'ui32'}}
func.func private @type(!molt_pipe.col<ui32>)

// -----

// Any width will not do.
// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not 'i7'}}
func.func private @type(!molt_pipe.col<i7>)

// -----

// Nulls, decimals and dates end above this level.
// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not '!molt_df.nullable<i64>'}}
func.func private @type(!molt_pipe.source<i64, !molt_df.nullable<i64>>)

// -----

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not '!molt_df.date32'}}
func.func private @type(!molt_pipe.rows<!molt_df.date32>)

// -----

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not '!molt_df.decimal<9, 2>'}}
func.func private @type(!molt_pipe.result<!molt_df.decimal<9, 2>>)

// -----

// expected-error@+1 {{key of type 'f64'; keys are integers, i1 and strings}}
func.func private @type(!molt_pipe.agg_builder<[f64], [i64]>)

// -----

// expected-error@+1 {{aggregate state of type '!molt_str.utf8'; states are signless integers, f32 and f64}}
func.func private @type(!molt_pipe.agg_builder<[i64], [!molt_str.utf8]>)

// -----

// expected-error@+1 {{key of type 'f32'; keys are integers, i1 and strings}}
func.func private @type(!molt_pipe.join_builder<[f32], []>)

// -----

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not 'index'}}
func.func private @type(!molt_pipe.join_builder<[i64], [index]>)

// -----

// expected-error@+1 {{key of type 'index'; keys are integers, i1 and strings}}
func.func private @type(!molt_pipe.join_table<[index], []>)

// -----

// expected-error@+1 {{key of type 'i32'; keys are i64 words and strings}}
func.func private @type(!molt_pipe.sorter<[i32], []>)

// -----

// expected-error@+1 {{column element must be a signless integer, f32, f64 or !molt_str.utf8, not 'index'}}
func.func private @type(!molt_pipe.sorter<[i64], [index]>)

// -----

//===----------------------------------------------------------------------===//
// Sources and guards
//===----------------------------------------------------------------------===//

func.func @table_source() {
  // expected-error@+1 {{has 1 columns and 2 validity flags, but its type has 2}}
  %0 = molt_pipe.table_source "t" input 0 columns [0] validity [false, true] : !molt_pipe.source<i64, i1>
  return
}

// -----

func.func @table_source() {
  // expected-error@+1 {{validity of column 1 must be i1}}
  %0 = molt_pipe.table_source "t" input 0 columns [0, 0] validity [false, true] : !molt_pipe.source<i64, i64>
  return
}

// -----

func.func @table_source() {
  // expected-error@+1 {{attribute 'input' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  %0 = molt_pipe.table_source "t" input -1 columns [] validity [] : !molt_pipe.source<>
  return
}

// -----

func.func @table_source() {
  // expected-error@+1 {{attribute 'columns' failed to satisfy constraint}}
  %0 = molt_pipe.table_source "t" input 0 columns [-1] validity [false] : !molt_pipe.source<i64>
  return
}

// -----

func.func @guard_rows() {
  // expected-error@+1 {{attribute 'max' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  molt_pipe.guard_rows input 0 max -1
  return
}

// -----

func.func @guard_column() {
  // expected-error@+1 {{attribute 'column' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  molt_pipe.guard_column input 0 column -1 nonnull
  return
}

// -----

func.func @guard_column() {
  // expected-error@+1 {{range must be two i128 integers}}
  molt_pipe.guard_column input 0 column 0 range [0 : i128]
  return
}

// -----

func.func @guard_column() {
  // expected-error@+1 {{range must be two i128 integers}}
  molt_pipe.guard_column input 0 column 0 range [0 : i64, 1 : i64]
  return
}

// -----

//===----------------------------------------------------------------------===//
// Pipelines
//===----------------------------------------------------------------------===//

func.func @pipeline(%s: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64>) {
  // expected-error@+1 {{body has arguments of other types than expected: ('!molt_pipe.col<i32>') instead of ('!molt_pipe.col<i64>')}}
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i32>):
    molt_pipe.stage() : () -> () {
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @pipeline(%s: !molt_pipe.rows<i64, f64>) {
  // expected-error@+1 {{body has arguments of other types than expected: ('!molt_pipe.col<i64>') instead of ('!molt_pipe.col<i64>', '!molt_pipe.col<f64>')}}
  molt_pipe.pipeline %s : !molt_pipe.rows<i64, f64> {
  ^bb0(%x: !molt_pipe.col<i64>):
  }
  return
}

// -----

func.func @pipeline(%s: !molt_pipe.source<i64>) {
  // expected-error@+1 {{has no operators; a pipeline ends in a state or in the result}}
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
  }
  return
}

// -----

// Unfinished state cannot be scanned.
func.func @pipeline(%s: !molt_pipe.agg_builder<[i64], [i64]>) {
  // expected-error@+1 {{operand #0 must be source or rows, but got '!molt_pipe.agg_builder<[i64], [i64]>'}}
  "molt_pipe.pipeline"(%s) ({
  ^bb0(%x: !molt_pipe.col<i64>):
  }) : (!molt_pipe.agg_builder<[i64], [i64]>) -> ()
  return
}

// -----

// Columns from before a filter have other rows.
func.func @barrier(%s: !molt_pipe.source<i1>, %r: !molt_pipe.result<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    // expected-note@+1 {{rows change here}}
    %kept = molt_pipe.stage(%x) : (!molt_pipe.col<i1>) -> !molt_pipe.col<i1> {
    ^bb0(%v: i1):
      molt_pipe.yield keep %v values %v : i1
    }
    // expected-error@+1 {{uses a column from before molt_pipe.stage, which changed the rows; pass it through}}
    molt_pipe.output %r, %x nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

func.func @barrier(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], [i64]>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %copy = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      molt_pipe.yield values %v : i64
    }
    // expected-note@+1 {{rows change here}}
    %p = molt_pipe.join_probe inner %t keys(%x : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i64], [i64]> -> !molt_pipe.col<i64>
    // expected-error@+1 {{uses a column from before molt_pipe.join_probe, which changed the rows; pass it through}}
    molt_pipe.output %r, %copy nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @outside(%s: !molt_pipe.sorter<[], []>) {
  // expected-error@+1 {{expects parent op 'molt_pipe.pipeline'}}
  molt_pipe.sort_append %s keys() payload() : !molt_pipe.sorter<[], []>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{region has arguments of other types than expected: ('i32') instead of ('i64')}}
    molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> () {
    ^bb0(%v: i32):
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{region must end with molt_pipe.yield}}
    molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> () {
    ^bb0(%v: i64):
      "llvm.unreachable"() : () -> ()
    }
  }
  return
}

// -----

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %0 = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i32> {
    ^bb0(%v: i64):
      // expected-error@+1 {{yields ('i64') instead of ('i32')}}
      molt_pipe.yield values %v : i64
    }
  }
  return
}

// -----

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.stage() : () -> () {
      // expected-error@+1 {{is not allowed in a stage; arith, math, molt_str and molt_pipe.check are}}
      %0 = llvm.mlir.poison : i64
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.stage() : () -> () {
      // expected-error@+1 {{is not allowed in a stage; arith, math, molt_str and molt_pipe.check are}}
      "unknown.op"() : () -> ()
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @stage(%s: !molt_pipe.source<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.stage() : () -> () {
      // expected-error@+1 {{is not allowed in a stage; arith, math, molt_str and molt_pipe.check are}}
      %0 = molt_pipe.result_create : !molt_pipe.result<>
      molt_pipe.yield
    }
  }
  return
}

// -----

// Values reach a stage as columns.
func.func @stage(%s: !molt_pipe.source<i64>) {
  %c = arith.constant 5 : i64
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-note@+1 {{required by region isolation constraints}}
    %0 = molt_pipe.stage() : () -> !molt_pipe.col<i64> {
      // expected-error@+1 {{using value defined outside the region}}
      molt_pipe.yield values %c : i64
    }
  }
  return
}

// -----

func.func @check(%s: !molt_pipe.source<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    molt_pipe.stage(%x) : (!molt_pipe.col<i1>) -> () {
    ^bb0(%ok: i1):
      // expected-error@+1 {{code 0 is success; give the status that the run fails with}}
      molt_pipe.check %ok code 0 "fine"
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @check(%ok: i1) {
  // expected-error@+1 {{expects parent op 'molt_pipe.stage'}}
  molt_pipe.check %ok code 3 "outside"
  return
}

// -----

//===----------------------------------------------------------------------===//
// Aggregation
//===----------------------------------------------------------------------===//

func.func @agg_create() {
  // expected-error@+1 {{init has arguments of other types than expected: ('i64') instead of ()}}
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
  ^bb0(%x: i64):
    molt_pipe.yield values %x : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    molt_pipe.yield values %x : i64
  }
  return
}

// -----

func.func @agg_create() {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
    // expected-error@+1 {{yields () instead of ('i64')}}
    molt_pipe.yield
  } merge {
  ^bb0(%x: i64, %y: i64):
    molt_pipe.yield values %x : i64
  }
  return
}

// -----

func.func @agg_create() {
  // expected-error@+1 {{merge has arguments of other types than expected: ('i64') instead of ('i64', 'i64')}}
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } merge {
  ^bb0(%x: i64):
    molt_pipe.yield values %x : i64
  }
  return
}

// -----

func.func @agg_create() {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    // expected-error@+1 {{yields ('i64', 'i64') instead of ('i64')}}
    molt_pipe.yield values %x, %y : i64, i64
  }
  return
}

// -----

func.func @agg_create() {
  // expected-error@+1 {{region must end with molt_pipe.yield}}
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], []> init {
    "llvm.unreachable"() : () -> ()
  } merge {
    molt_pipe.yield
  }
  return
}

// -----

func.func @agg_create() {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], []> init {
    // expected-error@+1 {{is not allowed in the region of an aggregate; arith and math are}}
    %0 = molt_str.constant "text"
    molt_pipe.yield
  } merge {
    molt_pipe.yield
  }
  return
}

// -----

func.func @agg_create(%c: i64) {
  // expected-note@+1 {{required by region isolation constraints}}
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
    // expected-error@+1 {{using value defined outside the region}}
    molt_pipe.yield values %c : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    molt_pipe.yield values %x : i64
  }
  return
}

// -----

func.func @agg_update(%s: !molt_pipe.source<i64>, %a: !molt_pipe.agg_builder<[i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 0 keys but its state has 1}}
    molt_pipe.agg_update %a keys() inputs() : !molt_pipe.agg_builder<[i64], []> {
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @agg_update(%s: !molt_pipe.source<i64>, %a: !molt_pipe.agg_builder<[i32], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{keys 0 has type 'i64' but its state has 'i32'}}
    molt_pipe.agg_update %a keys(%x : !molt_pipe.col<i64>) inputs() : !molt_pipe.agg_builder<[i32], []> {
      molt_pipe.yield
    }
  }
  return
}

// -----

func.func @agg_update(%s: !molt_pipe.source<f64>, %a: !molt_pipe.agg_builder<[], [i64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<f64> {
  ^bb0(%x: !molt_pipe.col<f64>):
    // expected-error@+1 {{region has arguments of other types than expected: ('i64', 'i64') instead of ('i64', 'f64')}}
    molt_pipe.agg_update %a keys() inputs(%x : !molt_pipe.col<f64>) : !molt_pipe.agg_builder<[], [i64]> {
    ^bb0(%state: i64, %v: i64):
      molt_pipe.yield values %state : i64
    }
  }
  return
}

// -----

func.func @agg_update(%s: !molt_pipe.source<f64>, %a: !molt_pipe.agg_builder<[], [i64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<f64> {
  ^bb0(%x: !molt_pipe.col<f64>):
    molt_pipe.agg_update %a keys() inputs(%x : !molt_pipe.col<f64>) : !molt_pipe.agg_builder<[], [i64]> {
    ^bb0(%state: i64, %v: f64):
      // expected-error@+1 {{yields ('f64') instead of ('i64')}}
      molt_pipe.yield values %v : f64
    }
  }
  return
}

// -----

func.func @agg_update(%s: !molt_pipe.source<i1>, %a: !molt_pipe.agg_builder<[], [i1]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    molt_pipe.agg_update %a keys() inputs(%x : !molt_pipe.col<i1>) : !molt_pipe.agg_builder<[], [i1]> {
    ^bb0(%state: i1, %v: i1):
      // expected-error@+1 {{may have a keep condition in a stage only}}
      molt_pipe.yield keep %v values %state : i1
    }
  }
  return
}

// -----

// Checks belong to stages: an update is pure.
func.func @agg_update(%s: !molt_pipe.source<i1>, %a: !molt_pipe.agg_builder<[], [i1]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    molt_pipe.agg_update %a keys() inputs(%x : !molt_pipe.col<i1>) : !molt_pipe.agg_builder<[], [i1]> {
    ^bb0(%state: i1, %v: i1):
      // expected-error@+1 {{is not allowed in the region of an aggregate; arith and math are}}
      "unknown.op"() : () -> ()
      molt_pipe.yield values %state : i1
    }
  }
  return
}

// -----

func.func @agg_finish(%a: !molt_pipe.agg_builder<[i32], [i64]>) {
  // expected-error@+1 {{rows have the columns ('i64') but the state makes ('i32', 'i64')}}
  %r = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[i32], [i64]> -> !molt_pipe.rows<i64>
  return
}

// -----

func.func @join_insert(%s: !molt_pipe.source<i64>, %b: !molt_pipe.join_builder<[i64, i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 1 keys but its state has 2}}
    molt_pipe.join_insert %b keys(%x : !molt_pipe.col<i64>) payload() : !molt_pipe.join_builder<[i64, i64], []>
  }
  return
}

// -----

func.func @join_insert(%s: !molt_pipe.source<i64>, %b: !molt_pipe.join_builder<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{payload 0 has type 'i64' but its state has 'f64'}}
    molt_pipe.join_insert %b keys(%x : !molt_pipe.col<i64>) payload(%x : !molt_pipe.col<i64>) : !molt_pipe.join_builder<[i64], [f64]>
  }
  return
}

// -----

func.func @join_finish(%b: !molt_pipe.join_builder<[i64], [f64]>) {
  // expected-error@+1 {{makes a table of other columns than '!molt_pipe.join_builder<[i64], [f64]>' has}}
  %t = molt_pipe.join_finish %b : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f32]>
  return
}

// -----

func.func @join_probe(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i32], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{keys 0 has type 'i64' but its state has 'i32'}}
    molt_pipe.join_probe inner %t keys(%x : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i32], []>
  }
  return
}

// -----

func.func @join_probe(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{of kind inner must have the results ('i64', 'f64')}}
    %0 = molt_pipe.join_probe inner %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<f64>
  }
  return
}

// -----

//===----------------------------------------------------------------------===//
// Sort
//===----------------------------------------------------------------------===//

func.func @sort_create() {
  // expected-error@+1 {{has 2 directions for 1 keys}}
  %s = molt_pipe.sort_create descending [false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64], []>
  return
}

// -----

func.func @sort_create() {
  // expected-error@+1 {{descending words are complemented, not marked}}
  %s = molt_pipe.sort_create descending [true] offset 0 limit -1 : !molt_pipe.sorter<[i64], []>
  return
}

// -----

func.func @sort_create() {
  // expected-error@+1 {{offset must not be negative, and limit at least -1}}
  %s = molt_pipe.sort_create descending [] offset -1 limit -1 : !molt_pipe.sorter<[], []>
  return
}

// -----

func.func @sort_create() {
  // expected-error@+1 {{offset must not be negative, and limit at least -1}}
  %s = molt_pipe.sort_create descending [] offset 0 limit -2 : !molt_pipe.sorter<[], []>
  return
}

// -----

func.func @sort_append(%s: !molt_pipe.source<i64>, %sorter: !molt_pipe.sorter<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 0 keys but its state has 1}}
    molt_pipe.sort_append %sorter keys() payload(%x : !molt_pipe.col<i64>) : !molt_pipe.sorter<[i64], [f64]>
  }
  return
}

// -----

func.func @sort_append(%s: !molt_pipe.source<i64>, %sorter: !molt_pipe.sorter<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{payload 0 has type 'i64' but its state has 'f64'}}
    molt_pipe.sort_append %sorter keys(%x : !molt_pipe.col<i64>) payload(%x : !molt_pipe.col<i64>) : !molt_pipe.sorter<[i64], [f64]>
  }
  return
}

// -----

func.func @sort_finish(%s: !molt_pipe.sorter<[i64], [f64]>) {
  // expected-error@+1 {{rows have the columns ('i64', 'f64') but the state makes ('f64')}}
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [f64]> -> !molt_pipe.rows<i64, f64>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Result
//===----------------------------------------------------------------------===//

func.func @output(%s: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 2 nullable flags for 1 result columns}}
    molt_pipe.output %r, %x nullable [false, false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @output(%s: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 1 columns but its state has 2}}
    molt_pipe.output %r, %x nullable [true] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

// The validity comes behind the values.
func.func @output(%s: !molt_pipe.source<i64, i1>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %valid: !molt_pipe.col<i1>):
    // expected-error@+1 {{columns 0 has type 'i1' but its state has 'i64'}}
    molt_pipe.output %r, %valid, %x nullable [true] : !molt_pipe.result<i64>, !molt_pipe.col<i1>, !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @join_probe(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has no kind cross; join without keys}}
    %0 = molt_pipe.join_probe cross %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], []> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @join_probe(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{of kind left must have the results ('i64', 'i1')}}
    %0 = molt_pipe.join_probe left %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], []> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @join_probe(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %0 = molt_pipe.join_probe semi %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], []> -> !molt_pipe.col<i64> {
    ^bb0(%y: !molt_pipe.col<i64>):
      // expected-error@+1 {{is not allowed in a condition; stages that drop no rows are}}
      %p = molt_pipe.stage(%y) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i1> {
      ^bb0(%v: i64):
        %c = arith.cmpi eq, %v, %v : i64
        molt_pipe.yield keep %c values %c : i1
      }
      molt_pipe.yield values %p : !molt_pipe.col<i1>
    }
  }
  return
}

// -----

func.func @join_probe_right(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{of kind right must have the results ('i64', 'f64')}}
    %0 = molt_pipe.join_probe right %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @join_mark_keys(%s: !molt_pipe.source<i32>, %t: !molt_pipe.join_table<[i64], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i32> {
  ^bb0(%x: !molt_pipe.col<i32>):
    // expected-error@+1 {{keys 0 has type 'i32' but its state has 'i64'}}
    molt_pipe.join_mark %t keys(%x : !molt_pipe.col<i32>) carry() : !molt_pipe.join_table<[i64], []>
  }
  return
}

// -----

func.func @join_mark_condition(%s: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], [f64]>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{condition has arguments of other types than expected}}
    molt_pipe.join_mark %t keys(%x : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i64], [f64]> {
    ^bb0(%w: !molt_pipe.col<i1>):
      molt_pipe.yield values %w : !molt_pipe.col<i1>
    }
  }
  return
}

// -----

func.func @join_matched(%t: !molt_pipe.join_table<[i64], [f64]>) {
  // expected-error@+1 {{rows have the columns ('i64') but the state makes ('f64')}}
  %0 = molt_pipe.join_matched %t : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<i64>
  return
}

// -----

func.func @join_unmatched(%t: !molt_pipe.join_table<[i64], [f64]>) {
  // expected-error@+1 {{rows have the columns ('i64') but the state makes ('f64')}}
  %0 = molt_pipe.join_unmatched %t : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<i64>
  return
}

// -----

func.func @row_number(%s: !molt_pipe.source<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    // expected-error@+1 {{must be in a pipeline over rows}}
    %n = molt_pipe.row_number : !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @row_number(%r: !molt_pipe.rows<i64>) {
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{result must be a column of i64}}
    %n = molt_pipe.row_number : !molt_pipe.col<i32>
  }
  return
}

// -----

func.func @row_number(%r: !molt_pipe.rows<i64>) {
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %o = molt_pipe.row_order : !molt_pipe.col<i64>
    // expected-error@+1 {{must be in front of the other operators of its pipeline}}
    %n = molt_pipe.row_number : !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @row_order(%s: !molt_pipe.source<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    // expected-error@+1 {{result must be a column of i64}}
    %o = molt_pipe.row_order : !molt_pipe.col<i32>
  }
  return
}

// -----

func.func @window_bounds(%s: !molt_pipe.sorter<[i64], []>, %r: !molt_pipe.rows<>) {
  // expected-error@+1 {{rows must be those of the sorter, from molt_pipe.sort_finish}}
  %w = molt_pipe.window_bounds %s, %r partition 1 : !molt_pipe.sorter<[i64], []>, !molt_pipe.rows<>
  return
}

// -----

func.func @window_bounds(%s: !molt_pipe.sorter<[i64], []>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], []> -> !molt_pipe.rows<>
  // expected-error@+1 {{partition has 2 keys of the sorter's 1}}
  %w = molt_pipe.window_bounds %s, %r partition 2 : !molt_pipe.sorter<[i64], []>, !molt_pipe.rows<>
  return
}

// -----

func.func @window_columns(%s: !molt_pipe.sorter<[i64], []>, %t: !molt_pipe.source<i64>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], []> -> !molt_pipe.rows<>
  %w = molt_pipe.window_bounds %s, %r partition 1 : !molt_pipe.sorter<[i64], []>, !molt_pipe.rows<>
  molt_pipe.pipeline %t : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{window must be of the rows that the pipeline scans}}
    %0:6 = molt_pipe.window_columns %w
  }
  return
}

// -----

func.func @window_columns(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 1 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %o = molt_pipe.row_order : !molt_pipe.col<i64>
    // expected-error@+1 {{must be in front of the other operators of its pipeline}}
    %0:6 = molt_pipe.window_columns %w
  }
  return
}
