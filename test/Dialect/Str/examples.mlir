// The examples of the documentation of molt_str, verbatim (op-examples.test looks for
// them here), in functions that supply what they use.
// RUN: molt-opt %s | molt-opt -o /dev/null

func.func @constant() {
  %s = molt_str.constant "BUILDING"
  return
}

func.func @cmp(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.cmp eq %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @starts_with(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.starts_with %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @contains(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.contains %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}
