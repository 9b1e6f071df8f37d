// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @kinds(%s: !molt_str.utf8, %b: !molt_str.binary) {
  // expected-error@+1 {{has operands of types '!molt_str.utf8' and '!molt_str.binary'; all strings of an operation have to be text, or all binary}}
  %0 = molt_str.find %s, %b : !molt_str.utf8, !molt_str.binary
  return
}

// -----

func.func @class(%b: !molt_str.binary) {
  // expected-error@+1 {{class decimal is one of text, and the operand is binary}}
  %0 = molt_str.is decimal %b : !molt_str.binary
  return
}

// -----

func.func @casefold(%b: !molt_str.binary) {
  // expected-error@+1 {{operand #0 must be utf8 or nullable<utf8>, but got '!molt_str.binary'}}
  %0 = molt_str.casefold %b : !molt_str.binary
  return
}

// -----

func.func @decode(%s: !molt_str.utf8) {
  // expected-error@+1 {{operand #0 must be binary or nullable<binary>, but got '!molt_str.utf8'}}
  %0 = molt_str.decode utf8 %s : !molt_str.utf8
  return
}

// -----

func.func @translate(%s: !molt_str.utf8) {
  // expected-error@+1 {{entry "a" of the table is 1 : i64; expected a string in UTF-8}}
  %0 = molt_str.translate %s {table = {a = 1}} : !molt_str.utf8
  return
}

// -----

func.func @translate(%s: !molt_str.utf8) {
  // expected-error@+1 {{entry "ab" of the table is not one code point}}
  %0 = molt_str.translate %s {table = {ab = "c"}} : !molt_str.utf8
  return
}

// -----

func.func @translate(%b: !molt_str.binary) {
  // expected-error@+1 {{of the table is not ASCII, and the operand is binary}}
  %0 = molt_str.translate %b {table = {a = "\C3\A9"}} : !molt_str.binary
  return
}

// -----

func.func @apply(%s: !molt_str.utf8) {
  // expected-error@+1 {{function "shout" is none of Molt/Text/Functions.def}}
  %0 = molt_str.apply "shout" (%s) : (!molt_str.utf8) -> !molt_str.utf8
  return
}

// -----

func.func @apply(%s: !molt_str.utf8) {
  // expected-error@+1 {{has 1 operands and says that 2 are there}}
  %0 = "molt_str.apply"(%s) <{function = "find", present = array<i1: true, true>}> : (!molt_str.utf8) -> i64
  return
}

// -----

// expected-error@+1 {{attribute molt_str.unicode is "13.0"; expected "14.0" or "15.0"}}
module attributes {molt_str.unicode = "13.0"} {
}

// -----

// expected-error@+1 {{has the attribute molt_str.unicode, which modules have}}
func.func @unicode() attributes {molt_str.unicode = "14.0"} {
  return
}

// -----

// expected-error@+1 {{has an attribute "molt_str.locale", which molt_str does not know; modules can have molt_str.unicode}}
module attributes {molt_str.locale = "de"} {
}
