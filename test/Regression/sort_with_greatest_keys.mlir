// Many rows with the greatest key of their type: VQSort confused them with its padding,
// and sorting by a descending boolean lost rows and crashed. Found by random programs.
// RUN: split-file %s %t && %python %t/rows.py > %t/t.csv
// RUN: molt-run --interpret %t/program.mlir --entry i --input t=%t/t.csv > %t/i.out
// RUN: molt-run --interpret %t/program.mlir --entry u --input t=%t/t.csv > %t/u.out
// RUN: molt-run --interpret %t/program.mlir --entry b --input t=%t/t.csv > %t/b.out
// RUN: molt-run --interpret %t/program.mlir --entry f --input t=%t/t.csv > %t/f.out
// RUN: molt-run --interpret %t/program.mlir --entry n --input t=%t/t.csv > %t/n.out
// RUN: %all-ways %t
//--- rows.py
"""Rows of which half have the greatest key, a few the least one, and some none."""
import random

random.seed(1)
print("row,i,u,b,f,n")
for row in range(6000):
    def key(greatest, least, other):
        return random.choice([greatest] * 4 + [least, other(), other(), ""])
    print(row, key(2**63 - 1, -2**63, lambda: random.randrange(-9, 9)),
          key(2**64 - 1, 0, lambda: random.randrange(2**64)),
          random.choice(["true", "false"]), key("nan", "-inf", random.random),
          key(2**63 - 1, 2**63 - 2, lambda: 2**63 - 3), sep=",")
//--- program.mlir
!t = !molt_df.table<"row": i32, "i": i64?, "u": ui64?, "b": i1, "f": f64?, "n": i64?>
func.func @i() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["i"] : !t
  return %r : !t
}
func.func @u() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["u" desc, "i" desc] : !t
  return %r : !t
}
func.func @b() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["b" desc] : !t
  return %r : !t
}
func.func @f() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["f" nulls_first, "u"] : !t
  return %r : !t
}
func.func @n() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["n"] : !t
  return %r : !t
}
