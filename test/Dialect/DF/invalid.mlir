// Every message of the parsers, type inference and verifiers of molt_df.
// RUN: molt-opt %s --split-input-file --verify-diagnostics

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

// expected-error@+1 {{decimal precision must be between 1 and 38, not 39}}
func.func private @type(!molt_df.decimal<39, 2>)

// -----

// expected-error@+1 {{decimal precision must be between 1 and 38, not 0}}
func.func private @type(!molt_df.decimal<0, 0>)

// -----

// expected-error@+1 {{decimal scale 5 exceeds the precision 4}}
func.func private @type(!molt_df.decimal<4, 5>)

// -----

// expected-error@+1 {{nullable types do not nest: '!molt_df.nullable<i64>'}}
func.func private @type(!molt_df.nullable<!molt_df.nullable<i64>>)

// -----

// expected-error@+1 {{nullable of 'index', which is not a scalar column type}}
func.func private @type(!molt_df.nullable<index>)

// -----

// expected-error@+1 {{nullable types do not nest: '!molt_df.nullable<i64>'}}
func.func private @type(!molt_df.table<"x": !molt_df.nullable<i64>?>)

// -----

// expected-error@+1 {{duplicate column name "x"}}
func.func private @type(!molt_df.table<"x": i64, "x": f64>)

// -----

// expected-error@+1 {{column names must not be empty}}
func.func private @type(!molt_df.table<"": i64>)

// -----

// expected-error@+1 {{column "x" has type 'si64', which is not a column type}}
func.func private @type(!molt_df.table<"x": si64>)

// -----

// expected-error@+1 {{column "x" has type 'ui128', which is not a column type}}
func.func private @type(!molt_df.table<"x": ui128>)

// -----

// expected-error@+1 {{column "x" of type null has nothing but nulls; write '!molt_df.null'?}}
func.func private @type(!molt_df.table<"x": !molt_df.null>)

// -----

func.func @constant() {
  // expected-error@+1 {{constant does not fit 'i128'}}
  %0 = molt_df.constant 170141183460469231731687303715884105728 : i128
  return
}

// -----

// expected-error@+1 {{expected a column name in quotes}}
func.func private @type(!molt_df.table<x: i64>)

// -----

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

// expected-error@+1 {{expected an integer bound}}
func.func private @attribute() attributes {a = #molt_df.facts<range = [one, 2]>}

// -----

// expected-error@+1 {{bound does not fit 128 bits}}
func.func private @attribute() attributes {a = #molt_df.facts<range = [0, 170141183460469231731687303715884105728]>}

// -----

// expected-error@+1 {{expected 'range'}}
func.func private @attribute() attributes {a = #molt_df.facts<sorted>}

// -----

// expected-error@+1 {{expected a column name in quotes}}
func.func private @attribute() attributes {a = #molt_df.sort_key<x>}

// -----

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

func.func @constant() {
  // expected-error@+1 {{expected a number, a string in quotes, true, false or null}}
  %0 = molt_df.constant @five : i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{true cannot be a constant of type 'i64'}}
  %0 = molt_df.constant true : i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{false cannot be a constant of type 'i64'}}
  %0 = molt_df.constant false : !molt_df.nullable<i64>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"0.001" is not a value of '!molt_df.decimal<15, 2>'}}
  %0 = molt_df.constant "0.001" : !molt_df.decimal<15, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"100" is not a value of '!molt_df.decimal<4, 2>'}}
  %0 = molt_df.constant "100" : !molt_df.decimal<4, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"1.5e2" is not a value of '!molt_df.decimal<15, 2>'}}
  %0 = molt_df.constant "1.5e2" : !molt_df.decimal<15, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"" is not a value of '!molt_df.decimal<15, 2>'}}
  %0 = molt_df.constant "" : !molt_df.decimal<15, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"5." is not a value of '!molt_df.decimal<15, 2>'}}
  %0 = molt_df.constant "5." : !molt_df.decimal<15, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"1994-02-29" is not a date YYYY-MM-DD}}
  %0 = molt_df.constant "1994-02-29" : !molt_df.date32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"94-01-01" is not a date YYYY-MM-DD}}
  %0 = molt_df.constant "94-01-01" : !molt_df.date32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"1994-1-1" is not a date YYYY-MM-DD}}
  %0 = molt_df.constant "1994-1-1" : !molt_df.date32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"10000-01-01" is not a date YYYY-MM-DD}}
  %0 = molt_df.constant "10000-01-01" : !molt_df.date32
  return
}

// -----

func.func @constant() {
  // One day behind the last one.
  // expected-error@+1 {{"+5881580-07-12" is not a date YYYY-MM-DD}}
  %0 = molt_df.constant "+5881580-07-12" : !molt_df.date32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{text in quotes cannot be a constant of type 'i64'; decimals, dates, times and strings are written so}}
  %0 = molt_df.constant "5" : i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{a float constant needs a decimal point, as in 1.0}}
  %0 = molt_df.constant 1 : f64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{1.0e300 is not a value of 'f32'}}
  %0 = molt_df.constant 1.0e300 : f32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{0x7FF8000000000000 is not a value of 'f32'}}
  %0 = molt_df.constant 0x7FF8000000000000 : f32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{a float cannot be a constant of type 'i64'}}
  %0 = molt_df.constant 1.0 : i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{constant does not fit 'i8'}}
  %0 = molt_df.constant 128 : i8
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{constant does not fit 'i8'}}
  %0 = molt_df.constant -129 : i8
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{constant does not fit 'ui8'}}
  %0 = molt_df.constant -1 : ui8
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{constant does not fit 'ui64'}}
  %0 = molt_df.constant 18446744073709551616 : ui64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{a number cannot be a constant of type '!molt_df.decimal<15, 2>'; decimals, dates and times are written in quotes}}
  %0 = molt_df.constant 5 : !molt_df.decimal<15, 2>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{a number cannot be a constant of type 'i1'}}
  %0 = molt_df.constant 1 : i1
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{null needs a nullable type}}
  %0 = molt_df.constant null : i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 5 : i32 is not a value of 'i64'}}
  %0 = "molt_df.constant"() <{value = 5 : i32}> : () -> i64
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 100 : i128 is not a value of '!molt_df.decimal<2, 0>'}}
  %0 = "molt_df.constant"() <{value = 100 : i128}> : () -> !molt_df.decimal<2, 0>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 5 : i64 is not a value of '!molt_df.date32'}}
  %0 = "molt_df.constant"() <{value = 5 : i64}> : () -> !molt_df.date32
  return
}

// -----

func.func @constant() {
  // Not UTF-8.
  // expected-error@+1 {{is not a value of '!molt_str.utf8'}}
  %0 = molt_df.constant "\C3" : !molt_str.utf8
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{result #0 must be scalar of a column type, but got 'index'}}
  %0 = "molt_df.constant"() <{value = 5 : index}> : () -> index
  return
}

// -----

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

func.func @arithmetic(%x: i128, %d: !molt_df.decimal<5, 2>) {
  // expected-error@+1 {{no common type for 'i128' and '!molt_df.decimal<5, 2>'; numbers combine with numbers, dates with integer days; cast one operand}}
  %0 = molt_df.add %x, %d : i128, !molt_df.decimal<5, 2>
  return
}

// -----

func.func @arithmetic(%x: !molt_df.nullable<!molt_df.null>, %p: i1) {
  // expected-error@+1 {{no common type for '!molt_df.null' and 'i1'; numbers combine with numbers, dates with integer days; cast one operand}}
  %0 = molt_df.add %x, %p : !molt_df.nullable<!molt_df.null>, i1
  return
}

// -----

func.func @arithmetic(%x: !molt_df.nullable<!molt_df.null>) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.null'}}
  %0 = molt_df.add overflow<wrap> %x, %x : !molt_df.nullable<!molt_df.null>, !molt_df.nullable<!molt_df.null>
  return
}

// -----

func.func @logic(%x: !molt_df.nullable<!molt_df.null>, %p: i1) {
  // expected-error@+1 {{operand #0 must be i1 or nullable<i1>, but got '!molt_df.nullable<!molt_df.null>'}}
  %0 = molt_df.and %x, %p : !molt_df.nullable<!molt_df.null>, i1
  return
}

// -----

func.func @arithmetic(%x: i64, %s: !molt_str.utf8) {
  // expected-error@+1 {{no common type for 'i64' and '!molt_str.utf8'}}
  %0 = molt_df.add %x, %s : i64, !molt_str.utf8
  return
}

// -----

func.func @arithmetic(%b: i1) {
  // expected-error@+1 {{no common type for 'i1' and 'i1'}}
  %0 = molt_df.mul %b, %b : i1, i1
  return
}

// -----

func.func @arithmetic(%d: !molt_df.date32, %x: i64) {
  // Days stand on the right.
  // expected-error@+1 {{no common type for 'i64' and '!molt_df.date32'}}
  %0 = molt_df.sub %x, %d : i64, !molt_df.date32
  return
}

// -----

func.func @arithmetic(%d: !molt_df.date32) {
  // expected-error@+1 {{no common type for '!molt_df.date32' and '!molt_df.date32'}}
  %0 = molt_df.add %d, %d : !molt_df.date32, !molt_df.date32
  return
}

// -----

func.func @arithmetic(%d: !molt_df.decimal<20, 20>) {
  // expected-error@+1 {{result would have scale 40, but decimals have at most 38 digits; cast to a smaller scale}}
  %0 = molt_df.mul %d, %d : !molt_df.decimal<20, 20>, !molt_df.decimal<20, 20>
  return
}

// -----

func.func @arithmetic(%d: !molt_df.decimal<38, 2>) {
  // expected-error@+1 {{quotient of '!molt_df.decimal<38, 2>' and '!molt_df.decimal<38, 2>' needs more than 38 digits; cast to fewer digits or to f64}}
  %0 = molt_df.div %d, %d : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 2>
  return
}

// -----

func.func @arithmetic(%d: !molt_df.decimal<15, 2>) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.decimal<16, 2>'}}
  %0 = molt_df.add overflow<wrap> %d, %d : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
  return
}

// -----

func.func @arithmetic(%d: !molt_df.date32, %x: i64) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.date32'}}
  %0 = molt_df.sub overflow<wrap> %d, %x : !molt_df.date32, i64
  return
}

// -----

func.func @arithmetic(%f: f64) {
  // expected-error@+1 {{only integers wrap around, not 'f64'}}
  %0 = molt_df.mul overflow<wrap> %f, %f : f64, f64
  return
}

// -----

func.func @arithmetic(%f: !molt_df.nullable<f64>) {
  // expected-error@+1 {{only integers wrap around, not 'f64'}}
  %0 = molt_df.neg overflow<wrap> %f : !molt_df.nullable<f64>
  return
}

// -----

func.func @arithmetic(%d: !molt_df.date32) {
  // expected-error@+1 {{operand #0 must be integer, float, decimal, duration or interval scalar, but got '!molt_df.date32'}}
  %0 = molt_df.neg %d : !molt_df.date32
  return
}

// -----

func.func @arithmetic(%m: !molt_df.decimal<4, 2>) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.decimal<4, 2>'}}
  %0 = molt_df.abs overflow<wrap> %m : !molt_df.decimal<4, 2>
  return
}

// -----

func.func @arithmetic(%x: i64) {
  // expected-error@+2 {{'molt_df.add' op inferred type(s) 'i64' are incompatible with return type(s) of operation 'i32'}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.add"(%x, %x) : (i64, i64) -> i32
  return
}

// -----

//===----------------------------------------------------------------------===//
// Comparison, nulls, casts
//===----------------------------------------------------------------------===//

func.func @comparison(%s: !molt_str.utf8) {
  // expected-error@+1 {{'molt_df.cmp' op compares strings; use molt_str.cmp}}
  %0 = molt_df.cmp eq %s, %s : !molt_str.utf8, !molt_str.utf8
  return
}

// -----

func.func @comparison(%d: !molt_df.date32, %x: i64) {
  // expected-error@+1 {{cannot compare '!molt_df.date32' with 'i64'; cast one of them}}
  %0 = molt_df.cmp eq %d, %x : !molt_df.date32, i64
  return
}

// -----

func.func @comparison(%x: i128, %d: !molt_df.decimal<38, 0>) {
  // expected-error@+1 {{cannot compare 'i128' with '!molt_df.decimal<38, 0>'; cast one of them}}
  %0 = molt_df.cmp eq %x, %d : i128, !molt_df.decimal<38, 0>
  return
}

// -----

func.func @comparison(%a: !molt_df.decimal<38, 0>, %b: !molt_df.decimal<2, 2>) {
  // expected-error@+1 {{comparing '!molt_df.decimal<38, 0>' with '!molt_df.decimal<2, 2>' needs more than 38 digits; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.decimal<38, 0>, !molt_df.decimal<2, 2>
  return
}

// -----

func.func @comparison(%x: i64) {
  // expected-error@+2 {{to be one of: eq, ne, lt, le, gt, ge}}
  // expected-error@+1 {{failed to parse DF_CmpPredicateAttr parameter}}
  %0 = molt_df.cmp less %x, %x : i64, i64
  return
}

// -----

func.func @logic(%x: i64) {
  // expected-error@+1 {{operand #0 must be i1 or nullable<i1>, but got 'i64'}}
  %0 = molt_df.not %x : i64
  return
}

// -----

func.func @nulls(%x: !molt_df.nullable<i64>, %y: i32) {
  // expected-error@+1 {{'molt_df.coalesce' op operands must have one type, not '!molt_df.nullable<i64>' and 'i32'; cast one of them}}
  %0 = molt_df.coalesce %x, %y : !molt_df.nullable<i64>, i32
  return
}

// -----

func.func @nulls(%p: i1, %x: i64, %y: i32) {
  // expected-error@+1 {{'molt_df.select' op values must have one type, not 'i64' and 'i32'; cast one of them}}
  %0 = molt_df.select %p, %x, %y : i1, i64, i32
  return
}

// -----

func.func @cast(%d: !molt_df.date32) {
  // expected-error@+1 {{cannot convert '!molt_df.date32' to 'i64'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %d : !molt_df.date32 to i64
  return
}

// -----

func.func @cast(%b: i1) {
  // expected-error@+1 {{cannot convert 'i1' to 'f64'}}
  %0 = molt_df.cast %b : i1 to f64
  return
}

// -----

func.func @cast(%f: f64) {
  // expected-error@+1 {{only integers wrap around, not 'f64' to 'i64'}}
  %0 = molt_df.cast overflow<wrap> %f : f64 to i64
  return
}

// -----

func.func @date_part(%x: i64) {
  // expected-error@+1 {{operand #0 must be date32, timestamp, time or interval, possibly nullable, but got 'i64'}}
  %0 = molt_df.date_part year %x : i64
  return
}

// -----

//===----------------------------------------------------------------------===//
// Source, project
//===----------------------------------------------------------------------===//

func.func @source() {
  // expected-error@+1 {{result #0 must be table, but got 'i64'}}
  %0 = molt_df.source "t" : i64
  return
}

// -----

func.func @source() {
  // expected-error@+1 {{bound on rows must not be negative}}
  %0 = molt_df.source "t" {rows = -1 : i64} : !molt_df.table<"x": i64>
  return
}

// -----

func.func @source() {
  // expected-error@+1 {{facts for "z" is not a column of the table, which has "x", "y"}}
  %0 = molt_df.source "t" {facts = {z = #molt_df.facts<nonnull>}} : !molt_df.table<"x": i64, "y": f64?>
  return
}

// -----

func.func @source() {
  // expected-error@+1 {{facts for "x" must be a #molt_df.facts attribute}}
  %0 = molt_df.source "t" {facts = {x = 5}} : !molt_df.table<"x": i64>
  return
}

// -----

func.func @source() {
  // expected-error@+1 {{column "y" of type '!molt_df.nullable<f64>' cannot have a range; integers, decimals, dates and times can}}
  %0 = molt_df.source "t" {facts = {y = #molt_df.facts<range = [0, 1]>}} : !molt_df.table<"x": i64, "y": f64?>
  return
}

// -----

func.func @source() {
  // expected-error@+1 {{range of "x" is empty}}
  %0 = molt_df.source "t" {facts = {x = #molt_df.facts<range = [1, 0]>}} : !molt_df.table<"x": i64>
  return
}

// -----

func.func @project(%x: i64) {
  // expected-error@+1 {{'molt_df.project' op input must be a table}}
  %0 = molt_df.project %x ["x"] : i64
  return
}

// -----

func.func @project(%t: !molt_df.table<"x": i64, "y": f64?>) {
  // expected-error@+1 {{selected "z" is not a column of the table, which has "x", "y"}}
  %0 = molt_df.project %t ["z"] : !molt_df.table<"x": i64, "y": f64?>
  return
}

// -----

func.func @project(%t: !molt_df.table<>) {
  // expected-error@+1 {{selected "z" is not a column of the table, which has no columns}}
  %0 = molt_df.project %t ["z"] : !molt_df.table<>
  return
}

// -----

// A long list of columns is cut short.
func.func @project(%t: !molt_df.table<"a": i8, "b": i8, "c": i8, "d": i8, "e": i8, "f": i8, "g": i8, "h": i8, "i": i8, "j": i8, "k": i8, "l": i8, "m": i8>) {
  // expected-error@+1 {{which has "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", …}}
  %0 = molt_df.project %t ["z"] : !molt_df.table<"a": i8, "b": i8, "c": i8, "d": i8, "e": i8, "f": i8, "g": i8, "h": i8, "i": i8, "j": i8, "k": i8, "l": i8, "m": i8>
  return
}

// -----

func.func @project(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.project' op selects 1 columns but names 2}}
  %0 = molt_df.project %t ["x"] -> ["a", "b"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @project(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{result has two columns named "x"; rename one of them}}
  %0 = molt_df.project %t ["x", "x"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @project(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{column names must not be empty}}
  %0 = molt_df.project %t ["x"] -> [""] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @project(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.project' op expected a column name in quotes, not 1 : i64}}
  %0 = molt_df.project %t [1] : !molt_df.table<"x": i64>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Row regions
//===----------------------------------------------------------------------===//

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{names 2 columns but its region has 1 arguments}}
  %0 = molt_df.filter %t ["x", "x"] {
  ^bb0(%x: i64):
    %p = molt_df.constant true : i1
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{row column "z" is not a column of the table, which has "x"}}
  %0 = molt_df.filter %t ["z"] {
  ^bb0(%z: i64):
    %p = molt_df.constant true : i1
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64?>) {
  // expected-error@+1 {{column "x" has type '!molt_df.nullable<i64>' but the region's argument has type 'i64'}}
  %0 = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %p = molt_df.constant true : i1
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64?>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{region must end with molt_df.yield}}
  %0 = molt_df.filter %t [] {
    llvm.unreachable
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{expects a non-empty block}}
  %0 = "molt_df.filter"(%t) <{columns = []}> ({
  ^bb0:
  }) : (!molt_df.table<"x": i64>) -> !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{region #0 ('body') failed to verify constraint: region with 1 blocks}}
  %0 = "molt_df.filter"(%t) <{columns = []}> ({
  }) : (!molt_df.table<"x": i64>) -> !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.filter %t [] {
    %p = molt_df.constant true : i1
    // expected-error@+1 {{yields 2 values but molt_df.filter expects 1}}
    molt_df.yield %p, %p : i1, i1
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{attribute 'columns' failed to satisfy constraint: string array attribute}}
  %0 = molt_df.filter %t [1] {
  ^bb0(%x: i64):
    %p = molt_df.constant true : i1
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @rows(%t: !molt_df.table<"x": i64>, %q: i1) {
  // expected-note@+1 {{required by region isolation constraints}}
  %0 = molt_df.filter %t [] {
    // expected-error@+1 {{using value defined outside the region}}
    molt_df.yield %q : i1
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @yield(%q: i1) {
  // expected-error@+1 {{expects parent op to be one of 'molt_df.with_columns, molt_df.filter, molt_df.aggregate, molt_df.join, molt_df.fill_null, molt_df.window'}}
  molt_df.yield %q : i1
}

// -----

func.func @filter(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{condition must be i1 or !molt_df.nullable<i1>, not 'i64'}}
  %0 = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @with_columns(%x: i64) {
  // expected-error@+1 {{'molt_df.with_columns' op input must be a table}}
  %0 = molt_df.with_columns %x [] -> [] {
    molt_df.yield
  } : i64
  return
}

// -----

func.func @with_columns(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.with_columns' op names 2 new columns but its region yields 1}}
  %0 = molt_df.with_columns %t ["x"] -> ["a", "b"] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @with_columns(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.with_columns' op defines column "a" twice}}
  %0 = molt_df.with_columns %t ["x"] -> ["a", "a"] {
  ^bb0(%x: i64):
    molt_df.yield %x, %x : i64, i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @with_columns(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.with_columns' op expected a column name in quotes, not 1 : i64}}
  %0 = molt_df.with_columns %t ["x"] -> [1] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Aggregate
//===----------------------------------------------------------------------===//

func.func @aggregate(%x: i64) {
  // expected-error@+1 {{'molt_df.aggregate' op input must be a table}}
  %0 = molt_df.aggregate %x by [] of [] -> [] {
    molt_df.yield
  } : i64
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{key "z" is not a column of the table, which has "x"}}
  %0 = molt_df.aggregate %t by ["z"] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.aggregate' op names 0 aggregates but its region yields 1}}
  %0 = molt_df.aggregate %t by [] of [] -> [] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{result has two columns named "x"; rename one of them}}
  %0 = molt_df.aggregate %t by ["x"] of [] -> ["x"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.aggregate' op expected a column name in quotes, not 1 : i64}}
  %0 = molt_df.aggregate %t by [1] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{"total" must be the result of an aggregate operation such as molt_df.sum; compute on aggregates with molt_df.with_columns}}
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["total"] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["total"] {
  ^bb0(%x: i64):
    %n = molt_df.count
    // expected-error@+1 {{uses an aggregate inside of the aggregation; compute on aggregates with molt_df.with_columns}}
    %m = molt_df.sum %n : i64
    molt_df.yield %m : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64>
  return
}

// -----

func.func @aggregate(%x: i64) {
  // expected-error@+1 {{expects parent op to be one of 'molt_df.aggregate, molt_df.window'}}
  %0 = molt_df.sum %x : i64
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i1>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["total"] {
  ^bb0(%x: i1):
    // expected-error@+1 {{'molt_df.sum' op cannot sum values of type 'i1'; integers, floats, decimals and durations have a sum}}
    %m = molt_df.sum %x : i1
    molt_df.yield %m : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i1>
  return
}

// -----

func.func @aggregate(%t: !molt_df.table<"x": i1>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["mean"] {
  ^bb0(%x: i1):
    // expected-error@+1 {{operand #0 must be integer, float, decimal or duration scalar, but got 'i1'}}
    %m = molt_df.mean %x : i1
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": i1>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Join
//===----------------------------------------------------------------------===//

func.func @join(%t: !molt_df.table<"x": i64>, %x: i64) {
  // expected-error@+1 {{'molt_df.join' op inputs must be tables}}
  %0 = molt_df.join %t, %x on ["x"] = ["y"] : !molt_df.table<"x": i64>, i64
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{'molt_df.join' op has 2 left keys but 1 right keys}}
  %0 = molt_df.join %t, %u on ["x", "x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{'molt_df.join' op needs at least one key, or the kind cross}}
  %0 = molt_df.join %t, %u on [] = [] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{left key "y" is not a column of the table, which has "x"}}
  %0 = molt_df.join %t, %u on ["y"] = ["x"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{right key "x" is not a column of the table, which has "y"}}
  %0 = molt_df.join %t, %u on ["x"] = ["x"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i32>) {
  // expected-error@+1 {{key "x" has type 'i64' but key "y" has type 'i32'; cast one of them}}
  %0 = molt_df.join %t, %u on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i32>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64, "y": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{result has two columns named "y"; rename one of them}}
  %0 = molt_df.join %t, %u on ["x"] = ["y"] : !molt_df.table<"x": i64, "y": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{'molt_df.join' op expected a column name in quotes, not 1 : i64}}
  %0 = molt_df.join %t, %u on ["x"] = [1] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

//===----------------------------------------------------------------------===//
// Sort, top_k, limit
//===----------------------------------------------------------------------===//

func.func @sort(%x: i64) {
  // expected-error@+1 {{'molt_df.sort' op input must be a table}}
  %0 = molt_df.sort %x by ["x"] : i64
  return
}

// -----

func.func @sort(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{'molt_df.sort' op needs at least one key}}
  %0 = molt_df.sort %t by [] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @sort(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{sort key "z" is not a column of the table, which has "x"}}
  %0 = molt_df.sort %t by ["z" desc] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @sort(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{expected a column name in quotes}}
  %0 = molt_df.sort %t by [x] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @sort(%t: !molt_df.table<"x": i64>) {
  // expected-error@+2 {{'molt_df.sort' op keys must be #molt_df.sort_key attributes}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_df.sort"(%t) <{keys = ["x"]}> : (!molt_df.table<"x": i64>) -> !molt_df.table<"x": i64>
  return
}

// -----

func.func @top_k(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{attribute 'count' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  %0 = molt_df.top_k %t, -1 by ["x"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @top_k(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{sort key "z" is not a column of the table, which has "x"}}
  %0 = molt_df.top_k %t, 1 by ["z"] : !molt_df.table<"x": i64>
  return
}

// -----

func.func @limit(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{attribute 'count' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  %0 = molt_df.limit %t, -1 : !molt_df.table<"x": i64>
  return
}

// -----

func.func @limit(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{attribute 'offset' failed to satisfy constraint: 64-bit signless integer attribute whose value is non-negative}}
  %0 = molt_df.limit %t, 1 offset -1 : !molt_df.table<"x": i64>
  return
}

// -----

func.func @limit(%x: i64) {
  // expected-error@+1 {{operand #0 must be table, but got 'i64'}}
  %0 = molt_df.limit %x, 1 : i64
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{'molt_df.join' op of kind cross has no keys; an inner join has}}
  %0 = molt_df.join cross %t, %u on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{must have both the names of columns and a condition, or neither}}
  %0 = "molt_df.join"(%t, %u) <{columns = ["x"], leftKeys = ["x"], rightKeys = ["y"]}> ({}) : (!molt_df.table<"x": i64>, !molt_df.table<"y": i64>) -> !molt_df.table<"x": i64, "y": i64>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64, "z": i1>, %u: !molt_df.table<"y": i64, "z": i1>) {
  // expected-error@+1 {{has two columns named "z" for its condition; rename one of them}}
  %0 = molt_df.join semi %t, %u on ["x"] = ["y"] where ["z"] {
  ^bb0(%z: i1):
    molt_df.yield %z : i1
  } : !molt_df.table<"x": i64, "z": i1>, !molt_df.table<"y": i64, "z": i1>
  return
}

// -----

func.func @join(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64>) {
  // expected-error@+1 {{condition must be i1 or !molt_df.nullable<i1>, not 'i64'}}
  %0 = molt_df.join %t, %u on ["x"] = ["y"] where ["x"] {
  ^bb0(%x: i64):
    molt_df.yield %x : i64
  } : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return
}

// -----

func.func @concat(%x: i64) {
  // expected-error@+1 {{'molt_df.concat' op inputs must be tables}}
  %0 = molt_df.concat %x : i64
  return
}

// -----

func.func @concat() {
  // expected-error@+2 {{'molt_df.concat' op needs at least one table}}
  // expected-error@+1 {{'molt_df.concat' op failed to infer returned types}}
  %0 = "molt_df.concat"() : () -> !molt_df.table<"x": i64>
  return
}

// -----

func.func @concat(%t: !molt_df.table<"x": i64, "y": i64>, %u: !molt_df.table<"y": i64, "x": i64>) {
  // expected-error@+1 {{'molt_df.concat' op has tables of different columns: table 1 has "y", "x", the first one "x", "y"; use molt_df.project}}
  %0 = molt_df.concat %t, %u : !molt_df.table<"x": i64, "y": i64>, !molt_df.table<"y": i64, "x": i64>
  return
}

// -----

func.func @concat(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"x": i32?>) {
  // expected-error@+1 {{'molt_df.concat' op column "x" has type 'i64' in the first table and 'i32' in table 1; cast one of them}}
  %0 = molt_df.concat %t, %u : !molt_df.table<"x": i64>, !molt_df.table<"x": i32?>
  return
}

// -----

func.func @with_row_index(%t: !molt_df.table<"x": i64>) {
  // expected-error@+1 {{result has two columns named "x"; rename one of them}}
  %0 = molt_df.with_row_index %t -> "x" : !molt_df.table<"x": i64>
  return
}
