// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>, %t: !molt_pipe.source<i64>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %t : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{must be in a pipeline over rows}}
    %v = molt_pipe.lookup_rows %x fields [0] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %i:6 = molt_pipe.window_columns %w
    %c = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i32> {
    ^bb0(%a: i64):
      %b = arith.trunci %a : i64 to i32
      molt_pipe.yield values %b : i32
    }
    // expected-error@+1 {{index must be a column of i64}}
    %v = molt_pipe.lookup_rows %c fields [0] : !molt_pipe.col<i32> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{names 2 fields but has 1 results}}
    %v = molt_pipe.lookup_rows %x fields [0, 0] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{field 1 of rows with 1}}
    %v = molt_pipe.lookup_rows %x fields [1] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{field 0 has type 'i64' but the result has 'f64'}}
    %v = molt_pipe.lookup_rows %x fields [0] : !molt_pipe.col<i64> -> !molt_pipe.col<f64>
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>, %o: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{window must be of the sorter, from molt_pipe.window_bounds}}
  %f = molt_pipe.window_frames %w, %o <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{frame over a range with distances needs a key}}
  %f = molt_pipe.window_frames %w, %s <range -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{key of a range is i64, i128, f32 or f64, not 'i32'}}
  %f = molt_pipe.window_frames %w, %s <range -1 to 0> key i32 : !molt_pipe.sorter<[i64], [i64]>
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{the sorter has other words for its order than a key of 'i128'}}
  %f = molt_pipe.window_frames %w, %s <range -1 to 0> key i128 : !molt_pipe.sorter<[i64], [i64]>
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{distance -1 : i64 between keys of 'f64'}}
  %f = molt_pipe.window_frames %w, %s <range -1 to 0> key f64 : !molt_pipe.sorter<[i64], [i64]>
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>, %t: !molt_pipe.source<i64>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  molt_pipe.pipeline %t : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{window must be of the rows that the pipeline scans}}
    %b, %e = molt_pipe.frame_bounds %f
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %o = molt_pipe.row_order : !molt_pipe.col<i64>
    // expected-error@+1 {{must be in front of the other operators of its pipeline}}
    %b, %e = molt_pipe.frame_bounds %f
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>, %g: !molt_pipe.frames) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  // expected-error@+1 {{frames must be those of the rows}}
  %s0 = molt_pipe.frame_states %g, %r inputs [0] : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%a: i64, %b: i64, %c: i64):
    molt_pipe.yield values %a : i64
  } merge {
  ^bb0(%a: i64, %b: i64):
    molt_pipe.yield values %a : i64
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  // expected-error@+1 {{input 1 of rows with 1 fields}}
  %s0 = molt_pipe.frame_states %f, %r inputs [1] : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%a: i64, %b: i64, %c: i64):
    molt_pipe.yield values %a : i64
  } merge {
  ^bb0(%a: i64, %b: i64):
    molt_pipe.yield values %a : i64
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  // expected-error@+1 {{update has arguments of other types than expected: ('i64', 'i64', 'i64') instead of ('i64', 'i64')}}
  %s0 = molt_pipe.frame_states %f, %r inputs [] : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%a: i64, %b: i64, %c: i64):
    molt_pipe.yield values %a : i64
  } merge {
  ^bb0(%a: i64, %b: i64):
    molt_pipe.yield values %a : i64
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64]>
  // expected-error@+1 {{merge has arguments of other types than expected: ('i64') instead of ('i64', 'i64')}}
  %s0 = molt_pipe.frame_states %f, %r inputs [0] : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%a: i64, %b: i64, %c: i64):
    molt_pipe.yield values %a : i64
  } merge {
  ^bb0(%a: i64):
    molt_pipe.yield values %a : i64
  }
  return
}

// -----

func.func @window(%s: !molt_pipe.sorter<[i64], [i64]>, %g: !molt_pipe.frame_states<i64, i64>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64]>, !molt_pipe.rows<i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // expected-error@+1 {{has 1 results but its state has 2}}
    %c = molt_pipe.frame_columns %g : !molt_pipe.frame_states<i64, i64> -> !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  // expected-error@+1 {{frames must be those of the rows}}
  %i = molt_pipe.frame_index %f, %o fields [0] : !molt_pipe.rows<i64, i1>
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  // expected-error@+1 {{has fields of values and, if not all count, of which do, not 3}}
  %i = molt_pipe.frame_index %f, %r fields [0, 1, 1] : !molt_pipe.rows<i64, i1>
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  // expected-error@+1 {{field 2 of rows with 2}}
  %i = molt_pipe.frame_index %f, %r fields [2] : !molt_pipe.rows<i64, i1>
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  // expected-error@+1 {{field 1 must be i64, not 'i1'}}
  %i = molt_pipe.frame_index %f, %r fields [1] : !molt_pipe.rows<i64, i1>
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  %i = molt_pipe.frame_index %f, %r fields [0, 1] : !molt_pipe.rows<i64, i1>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    // expected-error@+1 {{result must be a column of i64}}
    %n = molt_pipe.frame_counts %i : !molt_pipe.col<i1>
  }
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  %i = molt_pipe.frame_index %f, %r fields [0, 1] : !molt_pipe.rows<i64, i1>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    %l = molt_pipe.row_order : !molt_pipe.col<i64>
    // expected-error@+1 {{must be in front of the other operators of its pipeline}}
    %n = molt_pipe.frame_counts %i : !molt_pipe.col<i64>
  }
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  %i = molt_pipe.frame_index %f, %r fields [0, 1] : !molt_pipe.rows<i64, i1>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    // expected-error@+1 {{columns must be of i64}}
    %n = molt_pipe.frame_nth %i row %p at %p : !molt_pipe.col<i1>
  }
  return
}

// -----

func.func @frame_index(%s: !molt_pipe.sorter<[i64], [i64, i1]>, %o: !molt_pipe.rows<i64, i1>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %s, %r partition 0 : !molt_pipe.sorter<[i64], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %s <rows -1 to 0> : !molt_pipe.sorter<[i64], [i64, i1]>
  %i = molt_pipe.frame_index %f, %r distinct fields [0, 1] : !molt_pipe.rows<i64, i1>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    // expected-error@+1 {{index must be from molt_pipe.frame_index, of places in the order}}
    %n = molt_pipe.frame_nth %i row %x at %x : !molt_pipe.col<i64>
  }
  return
}
