// Many rows with the greatest key of their type: VQSort confused them with its padding,
// and sorting by a descending boolean lost rows and crashed. Found by random programs.
// RUN: split-file %s %t && %python %t/rows.py > %t/t.csv
// RUN: molt-run --interpret %t/program.mlir --entry i --input t=%t/t.csv > %t/i.out
// RUN: molt-run --interpret %t/program.mlir --entry u --input t=%t/t.csv > %t/u.out
// RUN: molt-run --interpret %t/program.mlir --entry b --input t=%t/t.csv > %t/b.out
// RUN: molt-run --interpret %t/program.mlir --entry all --input t=%t/t.csv > %t/all.out
// RUN: %all-ways %t
//--- rows.py
"""Group g has g rows, of which half have the greatest key, a few the least one, and some none: VQSort gets runs of
each length, with more and less room for padding."""
import random

random.seed(1)
print("row,g,i,u,b,f,n")
row = 0
for group in range(60, 200, 6):
    for _ in range(group):
        def key(greatest, least, other):
            return random.choice([greatest] * 4 + [least, other(), other(), ""])
        print(row, group, key(2**63 - 1, -2**63, lambda: random.randrange(-9, 9)),
              key(2**64 - 1, 0, lambda: random.randrange(2**64)),
              random.choice(["true", "false"]), key("nan", "-inf", random.random),
              random.choice([2**63 - 1, 2**63 - 2]), sep=",")
        row += 1

//--- program.mlir
!t = !molt_df.table<"row": i32, "g": i32, "i": i64?, "u": ui64?, "b": i1, "f": f64?, "n": i64>
func.func @i() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["g", "i"] : !t
  return %r : !t
}
func.func @u() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["g", "u" desc, "i" desc] : !t
  return %r : !t
}
func.func @b() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["g" desc, "b" desc] : !t
  return %r : !t
}
// The greatest word may also be a column's by its order: descending, the false ones.
func.func @all() -> !t {
  %t = molt_df.source "t" : !t
  %0 = molt_df.filter %t ["g"] {
  ^bb0(%g: i32):
    %k = molt_df.constant 96 : i32
    %p = molt_df.cmp eq %g, %k : i32, i32
    molt_df.yield %p : i1
  } : !t
  %r = molt_df.sort %0 by ["b" desc] : !t
  return %r : !t
}
