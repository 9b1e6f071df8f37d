// RUN: molt-opt %s --split-input-file --verify-diagnostics

func.func @cmp(%s: !molt_str.utf8, %x: i64) {
  // expected-error@+1 {{cannot compare '!molt_str.utf8' with 'i64'; both have to be text, or both binary}}
  %0 = molt_str.cmp eq %s, %x : !molt_str.utf8, i64
  return
}

// -----

func.func @starts_with(%s: !molt_str.utf8, %d: !molt_df.date32) {
  // expected-error@+1 {{operand #0 must be utf8 or binary, possibly nullable, but got '!molt_df.date32'}}
  %0 = molt_str.starts_with %d, %s : !molt_df.date32, !molt_str.utf8
  return
}

// -----

func.func @contains(%s: !molt_str.utf8, %n: !molt_df.nullable<i64>) {
  // expected-error@+1 {{operand #1 must be utf8 or nullable<utf8>, but got '!molt_df.nullable<i64>'}}
  %0 = molt_str.contains %s, %n : !molt_str.utf8, !molt_df.nullable<i64>
  return
}

// -----

func.func @result(%s: !molt_str.utf8, %n: !molt_df.nullable<!molt_str.utf8>) {
  // expected-error@+2 {{'molt_str.cmp' op inferred type(s) '!molt_df.nullable<i1>' are incompatible with return type(s) of operation 'i1'}}
  // expected-error@+1 {{failed to infer returned types}}
  %0 = "molt_str.cmp"(%s, %n) <{predicate = #molt_df<cmp_predicate eq>}> : (!molt_str.utf8, !molt_df.nullable<!molt_str.utf8>) -> i1
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{is not valid UTF-8}}
  %0 = molt_str.constant "\C3"
  return
}

// -----

func.func @ends_with(%s: !molt_str.utf8, %x: i64) {
  // expected-error@+1 {{operand #1 must be utf8 or binary, possibly nullable, but got 'i64'}}
  %0 = molt_str.ends_with %s, %x : !molt_str.utf8, i64
  return
}

// -----

func.func @like(%s: !molt_str.utf8) {
  // expected-error@+1 {{pattern "\C3%" is not valid UTF-8}}
  %0 = molt_str.like %s, "\C3%" : !molt_str.utf8
  return
}

// -----

func.func @like(%s: !molt_str.utf8) {
  // expected-error@+1 {{escape "" must be one code point; leave it out to escape nothing}}
  %0 = molt_str.like %s, "a" escape "" : !molt_str.utf8
  return
}

// -----

func.func @like(%s: !molt_str.utf8) {
  // expected-error@+1 {{escape "!!" must be one code point}}
  %0 = molt_str.like %s, "a" escape "!!" : !molt_str.utf8
  return
}

// -----

func.func @like(%s: !molt_str.utf8) {
  // expected-error@+1 {{pattern "a!!!" ends with its escape "!"; write it twice for itself}}
  %0 = molt_str.like %s, "a!!!" escape "!" : !molt_str.utf8
  return
}

// -----

func.func @length(%x: i64) {
  // expected-error@+1 {{operand #0 must be utf8 or nullable<utf8>, but got 'i64'}}
  %0 = molt_str.length %x : i64
  return
}

// -----

func.func @substring(%s: !molt_str.utf8, %i: i64, %j: i32) {
  // expected-error@+1 {{operand #2 must be i64 or nullable<i64>, but got 'i32'}}
  %0 = molt_str.substring %s, %i, %j : !molt_str.utf8, i64, i32
  return
}

// -----

func.func @concat(%s: !molt_str.utf8, %d: !molt_df.date32) {
  // expected-error@+1 {{operand #1 must be utf8 or nullable<utf8>, but got '!molt_df.date32'}}
  %0 = molt_str.concat %s, %d : !molt_str.utf8, !molt_df.date32
  return
}

// -----

func.func @replace(%s: !molt_str.utf8, %x: i64) {
  // expected-error@+1 {{operand #2 must be utf8 or binary, possibly nullable, but got 'i64'}}
  %0 = molt_str.replace %s, %s, %x sql : !molt_str.utf8, !molt_str.utf8, i64
  return
}

// -----

func.func @parse(%s: !molt_str.utf8) {
  // expected-error@+1 {{type must be date32, a timestamp, time, duration or interval, not 'f64'}}
  %0 = molt_str.parse %s as f64 : i64
  return
}

// -----

func.func @parse(%s: !molt_str.utf8) {
  // expected-error@+1 {{values of '!molt_df.date32' are i32, not 'i64'}}
  %0 = molt_str.parse %s as !molt_df.date32 : i64
  return
}

// -----

func.func @can_parse(%s: !molt_str.utf8) {
  // expected-error@+1 {{type must be date32, a timestamp, time, duration or interval, not 'i64'}}
  %0 = molt_str.can_parse %s as i64
  return
}

// -----

func.func @format(%t: i32) {
  // expected-error@+1 {{values of '!molt_df.time<s>' are i64, not 'i32'}}
  %0 = molt_str.format %t as !molt_df.time<s> : i32
  return
}

// -----

func.func @cmp(%s: !molt_str.utf8, %b: !molt_str.binary) {
  // expected-error@+1 {{cannot compare '!molt_str.utf8' with '!molt_str.binary'; both have to be text, or both binary}}
  %0 = molt_str.cmp eq %s, %b : !molt_str.utf8, !molt_str.binary
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"0g" is not a sequence of bytes, two hexadecimal digits each}}
  %0 = molt_df.constant "0g" : !molt_str.binary
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"000" is not a sequence of bytes, two hexadecimal digits each}}
  %0 = molt_df.constant "000" : !molt_str.binary
  return
}

// -----

func.func @length(%b: !molt_str.binary) {
  // expected-error@+1 {{operand #0 must be utf8 or nullable<utf8>, but got '!molt_str.binary'}}
  %0 = molt_str.length %b : !molt_str.binary
  return
}

// -----

func.func @cast(%b: !molt_str.binary) {
  // expected-error@+1 {{cannot convert '!molt_str.binary' to '!molt_df.date32'}}
  %0 = molt_df.cast %b : !molt_str.binary to !molt_df.date32
  return
}
