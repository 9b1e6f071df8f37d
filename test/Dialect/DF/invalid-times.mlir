// What timestamps, times and durations refuse.
// RUN: molt-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{the zone of a timestamp must have 1 to 63 bytes, none of them NUL; leave it out for a timestamp without zone}}
func.func private @zone(!molt_df.timestamp<s, "">)

// -----

// expected-error@+1 {{the zone of a timestamp must have 1 to 63 bytes}}
func.func private @zone(!molt_df.timestamp<s, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx">)

// -----

// expected-error@+1 {{the zone of a timestamp must have 1 to 63 bytes}}
func.func private @zone(!molt_df.timestamp<s, "a\00b">)

// -----

func.func @constant() {
  // expected-error@+1 {{"2023-02-29" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2023-02-29" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 24:00" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 24:00" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:60" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:60" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00:60" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00:60" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00:00.0001" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00:00.0001" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00:00Z" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00:00Z" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 " is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 " : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00.5" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00.5" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00:00." is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00:00." : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"+292278994-08-17 07:12:55.808" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "+292278994-08-17 07:12:55.808" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29_12:00" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29_12:00" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"20240229" is not a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "20240229" : !molt_df.timestamp<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"2024-02-29 12:00" is not a timestamp YYYY-MM-DD HH:MM:SS.fffZ in UTC, with a fraction no finer than its unit}}
  %0 = molt_df.constant "2024-02-29 12:00" : !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{is not a timestamp YYYY-MM-DD HH:MM:SS.fffZ in UTC}}
  %0 = molt_df.constant "2024-02-29 12:00+01:00" : !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"25:00" is not a time of day HH:MM:SS.fff, with a fraction no finer than its unit}}
  %0 = molt_df.constant "25:00" : !molt_df.time<s>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{is not a time of day}}
  %0 = molt_df.constant "12:00:00.5" : !molt_df.time<s>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P1" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P1" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"1D" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "1D" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT1D" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT1D" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P1H" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P1H" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT1S1M" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT1S1M" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P1DT" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P1DT" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT0.5H" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT0.5H" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT.5S" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT.5S" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT0.0001S" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT0.0001S" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"--PT1S" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "--PT1S" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P1Y" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P1Y" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT9223372036854775.808S" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT9223372036854775.808S" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"PT1ST1S" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "PT1ST1S" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{"P99999999999999999999D" is not a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit}}
  %0 = molt_df.constant "P99999999999999999999D" : !molt_df.duration<ms>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{a number cannot be a constant of type '!molt_df.duration<s>'; decimals, dates and times are written in quotes}}
  %0 = molt_df.constant 5 : !molt_df.duration<s>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 86400 : i64 is not a value of '!molt_df.time<s>'}}
  %0 = "molt_df.constant"() <{value = 86400 : i64}> : () -> !molt_df.time<s>
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 5 : i32 is not a value of '!molt_df.timestamp<s>'}}
  %0 = "molt_df.constant"() <{value = 5 : i32}> : () -> !molt_df.timestamp<s>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.timestamp<us>) {
  // expected-error@+1 {{times of types '!molt_df.timestamp<us>' and '!molt_df.timestamp<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.timestamp<us>, !molt_df.timestamp<us>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.duration<ms>) {
  // expected-error@+1 {{times of types '!molt_df.timestamp<us>' and '!molt_df.duration<ms>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.timestamp<us>, !molt_df.duration<ms>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: i64) {
  // expected-error@+1 {{times of types '!molt_df.timestamp<us>' and 'i64' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.timestamp<us>, i64
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{times of types '!molt_df.timestamp<us>' and '!molt_df.timestamp<us, "UTC">' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.sub %a, %b : !molt_df.timestamp<us>, !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: !molt_df.timestamp<us>) {
  // expected-error@+1 {{times of types '!molt_df.duration<us>' and '!molt_df.timestamp<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.sub %a, %b : !molt_df.duration<us>, !molt_df.timestamp<us>
  return
}

// -----

func.func @op(%a: !molt_df.date32, %b: !molt_df.time<us>) {
  // expected-error@+1 {{times of types '!molt_df.date32' and '!molt_df.time<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.sub %a, %b : !molt_df.date32, !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_df.date32, %b: !molt_df.timestamp<us>) {
  // expected-error@+1 {{times of types '!molt_df.date32' and '!molt_df.timestamp<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.sub %a, %b : !molt_df.date32, !molt_df.timestamp<us>
  return
}

// -----

func.func @op(%a: !molt_df.time<us>, %b: !molt_df.duration<us>) {
  // expected-error@+1 {{times of types '!molt_df.time<us>' and '!molt_df.duration<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.time<us>, !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.time<us>, %b: !molt_df.time<us>) {
  // expected-error@+1 {{times of types '!molt_df.time<us>' and '!molt_df.time<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.time<us>, !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: !molt_df.duration<us>) {
  // expected-error@+1 {{times of types '!molt_df.duration<us>' and '!molt_df.duration<us>' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.mul %a, %b : !molt_df.duration<us>, !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: ui64) {
  // expected-error@+1 {{times of types '!molt_df.duration<us>' and 'ui64' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.mul %a, %b : !molt_df.duration<us>, ui64
  return
}

// -----

func.func @op(%a: !molt_df.date32, %b: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{times of types '!molt_df.date32' and '!molt_df.timestamp<us, "UTC">' do not combine so; see molt_df.add for what does, and cast to one unit and zone}}
  %0 = molt_df.add %a, %b : !molt_df.date32, !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: f64) {
  // expected-error@+1 {{times of types '!molt_df.duration<us>' and 'f64' do not combine so}}
  %0 = molt_df.mul %a, %b : !molt_df.duration<us>, f64
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: i64) {
  // expected-error@+1 {{times of types '!molt_df.timestamp<us>' and 'i64' do not combine so}}
  %0 = molt_df.mul %a, %b : !molt_df.timestamp<us>, i64
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: !molt_df.duration<us>) {
  // expected-error@+1 {{times of types '!molt_df.duration<us>' and '!molt_df.duration<us>' do not combine so}}
  %0 = molt_df.div %a, %b : !molt_df.duration<us>, !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: !molt_df.duration<us>) {
  // expected-error@+1 {{only integers wrap around, not '!molt_df.duration<us>'}}
  %0 = molt_df.add overflow<wrap> %a, %b : !molt_df.duration<us>, !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{cannot compare '!molt_df.timestamp<us>' with '!molt_df.timestamp<us, "UTC">'; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.timestamp<us>, !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.timestamp<ms>) {
  // expected-error@+1 {{cannot compare '!molt_df.timestamp<us>' with '!molt_df.timestamp<ms>'; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.timestamp<us>, !molt_df.timestamp<ms>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>, %b: !molt_df.date32) {
  // expected-error@+1 {{cannot compare '!molt_df.timestamp<us>' with '!molt_df.date32'; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.timestamp<us>, !molt_df.date32
  return
}

// -----

func.func @op(%a: !molt_df.time<us>, %b: !molt_df.duration<us>) {
  // expected-error@+1 {{cannot compare '!molt_df.time<us>' with '!molt_df.duration<us>'; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.time<us>, !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: i64) {
  // expected-error@+1 {{cannot compare '!molt_df.duration<us>' with 'i64'; cast one of them}}
  %0 = molt_df.cmp eq %a, %b : !molt_df.duration<us>, i64
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>) {
  // expected-error@+1 {{cannot convert '!molt_df.timestamp<us>' to 'f64'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.timestamp<us> to f64
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>) {
  // expected-error@+1 {{cannot convert '!molt_df.timestamp<us>' to 'i32'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.timestamp<us> to i32
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us>) {
  // expected-error@+1 {{cannot convert '!molt_df.timestamp<us>' to '!molt_df.duration<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.timestamp<us> to !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.date32) {
  // expected-error@+1 {{cannot convert '!molt_df.date32' to '!molt_df.timestamp<us, "UTC">'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.date32 to !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{cannot convert '!molt_df.timestamp<us, "UTC">' to '!molt_df.date32'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.timestamp<us, "UTC"> to !molt_df.date32
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{cannot convert '!molt_df.timestamp<us, "UTC">' to '!molt_df.time<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.timestamp<us, "UTC"> to !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_df.time<us>) {
  // expected-error@+1 {{cannot convert '!molt_df.time<us>' to '!molt_df.timestamp<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.time<us> to !molt_df.timestamp<us>
  return
}

// -----

func.func @op(%a: !molt_df.time<us>) {
  // expected-error@+1 {{cannot convert '!molt_df.time<us>' to '!molt_df.duration<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.time<us> to !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.date32) {
  // expected-error@+1 {{cannot convert '!molt_df.date32' to 'i64'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_df.date32 to i64
  return
}

// -----

func.func @op(%a: i1) {
  // expected-error@+1 {{cannot convert 'i1' to '!molt_df.duration<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : i1 to !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: f64) {
  // expected-error@+1 {{cannot convert 'f64' to '!molt_df.time<us>'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : f64 to !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_str.utf8) {
  // expected-error@+1 {{cannot convert '!molt_str.utf8' to 'i64'; numbers convert to numbers, i1 to and from integers, times to other units, i64 and strings, durations and strings to and from intervals, timestamps without zone to and from dates}}
  %0 = molt_df.cast %a : !molt_str.utf8 to i64
  return
}

// -----

func.func @op(%a: !molt_df.date32) {
  // expected-error@+1 {{hour is no part of '!molt_df.date32'; timestamps and times have it}}
  %0 = molt_df.date_part hour %a : !molt_df.date32
  return
}

// -----

func.func @op(%a: !molt_df.time<us>) {
  // expected-error@+1 {{year is no part of '!molt_df.time<us>'; dates and timestamps have it}}
  %0 = molt_df.date_part year %a : !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{'molt_df.date_part' op does not know the rules of zones, as of '!molt_df.timestamp<us, "UTC">'; cast it to a timestamp without zone for the time in UTC}}
  %0 = molt_df.date_part year %a : !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>) {
  // expected-error@+1 {{operand #0 must be date32, timestamp, time or interval, possibly nullable, but got '!molt_df.duration<us>'}}
  %0 = molt_df.date_part hour %a : !molt_df.duration<us>
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us, "UTC">, %n: i32) {
  // expected-error@+1 {{'molt_df.add_months' op does not know the rules of zones}}
  %0 = molt_df.add_months %a, %n : !molt_df.timestamp<us, "UTC">, i32
  return
}

// -----

func.func @op(%a: !molt_df.timestamp<us, "UTC">) {
  // expected-error@+1 {{'molt_df.date_trunc' op does not know the rules of zones}}
  %0 = molt_df.date_trunc day %a : !molt_df.timestamp<us, "UTC">
  return
}

// -----

func.func @op(%a: !molt_df.date32) {
  // expected-error@+1 {{cannot truncate '!molt_df.date32' to a day; dates are truncated to a year, quarter, month or week}}
  %0 = molt_df.date_trunc day %a : !molt_df.date32
  return
}

// -----

func.func @op(%a: !molt_df.time<us>) {
  // expected-error@+1 {{operand #0 must be date32 or timestamp, possibly nullable, but got '!molt_df.time<us>'}}
  %0 = molt_df.date_trunc hour %a : !molt_df.time<us>
  return
}

// -----

func.func @op(%a: !molt_df.duration<us>, %b: i32) {
  // expected-error@+1 {{operand #0 must be date32 or timestamp, possibly nullable, but got '!molt_df.duration<us>'}}
  %0 = molt_df.add_months %a, %b : !molt_df.duration<us>, i32
  return
}

// -----

func.func @lenient(%x: i64) {
  // expected-error@+1 {{with lenient gives null where a value does not fit, so its result must be nullable, not 'i8'}}
  %0 = molt_df.cast lenient %x : i64 to i8
  return
}

// -----

func.func @lenient(%x: i64) {
  // expected-error@+1 {{with lenient has no overflow; leave one of them out}}
  %0 = molt_df.cast lenient overflow<wrap> %x : i64 to !molt_df.nullable<i8>
  return
}
