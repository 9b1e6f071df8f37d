// Floating-point arithmetic is IEEE 754, of f32 in f32; floats with anything else in f64.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": f64, "y": f64?, "a": f32, "b": f32, "i": i64, "u": ui64>
!arith = !molt_df.table<"add": f64?, "sub": f64?, "mul": f64?, "neg": f64, "adds": f32, "muls": f32, "mixed": f64, "int": f64, "unsigned": f64>
func.func @arith() -> !arith {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["x", "y", "a", "b", "i", "u"] -> ["add", "sub", "mul", "neg", "adds", "muls", "mixed", "int", "unsigned"] {
  ^bb0(%x: f64, %y: !molt_df.nullable<f64>, %a: f32, %b: f32, %i: i64, %u: ui64):
    %add = molt_df.add %x, %y : f64, !molt_df.nullable<f64>
    %sub = molt_df.sub %x, %y : f64, !molt_df.nullable<f64>
    %mul = molt_df.mul %x, %y : f64, !molt_df.nullable<f64>
    %neg = molt_df.neg %x : f64
    %adds = molt_df.add %a, %b : f32, f32
    %muls = molt_df.mul %a, %b : f32, f32
    %mixed = molt_df.add %a, %x : f32, f64
    %int = molt_df.add %i, %x : i64, f64
    %half = molt_df.constant 0.5 : f32
    %unsigned = molt_df.mul %u, %half : ui64, f32
    molt_df.yield %add, %sub, %mul, %neg, %adds, %muls, %mixed, %int, %unsigned : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, f64, f32, f32, f64, f64, f64
  } : !t
  %o = molt_df.project %r ["add", "sub", "mul", "neg", "adds", "muls", "mixed", "int", "unsigned"] : !molt_df.table<"x": f64, "y": f64?, "a": f32, "b": f32, "i": i64, "u": ui64, "add": f64?, "sub": f64?, "mul": f64?, "neg": f64, "adds": f32, "muls": f32, "mixed": f64, "int": f64, "unsigned": f64>
  return %o : !arith
}

//--- t.csv
x,y,a,b,i,u
0.1,0.2,0.1,0.2,3,3
-0.0,0,-0.0,-0.0,0,0
inf,-inf,inf,-inf,1,18446744073709551615
nan,1,nan,1,1,1
1e308,1e308,3e38,3e38,9007199254740993,1
5e-324,0.5,1e-45,0.5,-9223372036854775808,9223372036854775807
1,,16777216,1,0,9007199254740993
//--- arith.out
add,sub,mul,neg,adds,muls,mixed,int,unsigned
0.30000000000000004,-0.1,0.020000000000000004,-0.1,0.3,0.020000001,0.20000000149011612,3.1,1.5
0,-0,-0,0,-0,0,-0,0,0
nan,inf,-inf,-inf,nan,-inf,inf,inf,9223372036854775808
nan,nan,nan,nan,nan,nan,nan,nan,0.5
inf,0,inf,-1e+308,inf,inf,1e+308,1e+308,0.5
0.5,-0.5,0,-5e-324,0.5,0,1.401298464324817e-45,-9223372036854775808,4611686018427387904
,,,-1,16777216,16777216,16777217,1,4503599627370496
