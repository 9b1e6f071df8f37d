// What intervals refuse.
// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @weeks() {
  // expected-error@+1 {{"P1W" is not an interval such as P1Y2M3DT4H5M6.5S or P1M-1D, with at most six digits of a fraction}}
  %0 = molt_df.constant "P1W" : !molt_df.interval
  return
}

// -----

func.func @empty() {
  // expected-error@+1 {{"P" is not an interval}}
  %0 = molt_df.constant "P" : !molt_df.interval
  return
}

// -----

func.func @no_time() {
  // expected-error@+1 {{"P1DT" is not an interval}}
  %0 = molt_df.constant "P1DT" : !molt_df.interval
  return
}

// -----

func.func @order() {
  // expected-error@+1 {{"P1D1M" is not an interval}}
  %0 = molt_df.constant "P1D1M" : !molt_df.interval
  return
}

// -----

func.func @nanoseconds() {
  // expected-error@+1 {{"PT0.0000001S" is not an interval}}
  %0 = molt_df.constant "PT0.0000001S" : !molt_df.interval
  return
}

// -----

func.func @no_digits() {
  // expected-error@+1 {{"PT1.S" is not an interval}}
  %0 = molt_df.constant "PT1.S" : !molt_df.interval
  return
}

// -----

func.func @many_months() {
  // expected-error@+1 {{"P178956970Y8M" is not an interval}}
  %0 = molt_df.constant "P178956970Y8M" : !molt_df.interval
  return
}

// -----

func.func @number() {
  // expected-error@+1 {{a number cannot be a constant of type '!molt_df.interval'}}
  %0 = molt_df.constant 5 : !molt_df.interval
  return
}

// -----

func.func @value() {
  // expected-error@+1 {{is not a value of '!molt_df.interval'}}
  %0 = "molt_df.constant"() <{value = 5 : i128}> : () -> !molt_df.interval
  return
}

// -----

func.func @zone(%t: !molt_df.timestamp<us, "UTC">, %v: !molt_df.interval) {
  // expected-error@+1 {{intervals do not combine so: '!molt_df.timestamp<us, "UTC">' and '!molt_df.interval'; they are added to intervals, dates and timestamps without zone, and multiplied by integers other than ui64 and i128}}
  %0 = molt_df.add %t, %v : !molt_df.timestamp<us, "UTC">, !molt_df.interval
  return
}

// -----

func.func @reversed(%d: !molt_df.date32, %v: !molt_df.interval) {
  // expected-error@+1 {{intervals do not combine so}}
  %0 = molt_df.sub %v, %d : !molt_df.interval, !molt_df.date32
  return
}

// -----

func.func @duration(%d: !molt_df.duration<us>, %v: !molt_df.interval) {
  // expected-error@+1 {{intervals do not combine so}}
  %0 = molt_df.add %v, %d : !molt_df.interval, !molt_df.duration<us>
  return
}

// -----

func.func @factor(%n: f64, %v: !molt_df.interval) {
  // expected-error@+1 {{intervals do not combine so}}
  %0 = molt_df.mul %v, %n : !molt_df.interval, f64
  return
}

// -----

func.func @wrap(%v: !molt_df.interval) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.interval'}}
  %0 = molt_df.add overflow<wrap> %v, %v : !molt_df.interval, !molt_df.interval
  return
}

// -----

func.func @compare(%d: !molt_df.duration<us>, %v: !molt_df.interval) {
  // expected-error@+1 {{cannot compare '!molt_df.interval' with '!molt_df.duration<us>'}}
  %0 = molt_df.cmp lt %v, %d : !molt_df.interval, !molt_df.duration<us>
  return
}

// -----

func.func @part(%v: !molt_df.interval) {
  // expected-error@+1 {{quarter is no part of '!molt_df.interval'; year, month, day, hour, minute, second, millisecond and microsecond are}}
  %0 = molt_df.date_part quarter %v : !molt_df.interval
  return
}

// -----

func.func @cast(%v: !molt_df.interval) {
  // expected-error@+1 {{cannot convert '!molt_df.interval' to 'i64'}}
  %0 = molt_df.cast %v : !molt_df.interval to i64
  return
}

// -----

func.func @sum(%t: !molt_df.table<"v": !molt_df.interval>) {
  %0 = molt_df.aggregate %t by [] of ["v"] -> ["s"] {
  ^bb0(%v: !molt_df.interval):
    // expected-error@+1 {{operand #0 must be integer, float, decimal or duration scalar}}
    %s = "molt_df.sum"(%v) : (!molt_df.interval) -> !molt_df.nullable<!molt_df.interval>
    molt_df.yield %s : !molt_df.nullable<!molt_df.interval>
  } : !molt_df.table<"v": !molt_df.interval>
  return
}

// -----

func.func @frame(%t: !molt_df.table<"v": !molt_df.interval>) {
  // expected-error@+1 {{frame over a range needs an order key with distances, a number, date or time, not '!molt_df.interval'}}
  %0 = molt_df.window %t by [] order ["v"] frame <range -1 to 0> of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"v": !molt_df.interval>
  return
}

// -----

func.func @format(%v: i64) {
  // expected-error@+1 {{values of '!molt_df.interval' are i128, not 'i64'}}
  %0 = molt_str.format %v as !molt_df.interval : i64
  return
}
