// Decimal arithmetic: scales, widths of 32, 64 and 128 bits, up to 38 digits.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!s = !molt_df.table<"x": !molt_df.decimal<4, 2>, "y": !molt_df.decimal<3, 1>?>
!small = !molt_df.table<"x": !molt_df.decimal<4, 2>, "y": !molt_df.decimal<3, 1>?, "add": !molt_df.decimal<5, 2>?, "sub": !molt_df.decimal<5, 2>?, "mul": !molt_df.decimal<7, 3>?, "neg": !molt_df.decimal<4, 2>>
func.func @small() -> !small {
  %t = molt_df.source "small_" : !s
  %r = molt_df.with_columns %t ["x", "y"] -> ["add", "sub", "mul", "neg"] {
  ^bb0(%x: !molt_df.decimal<4, 2>, %y: !molt_df.nullable<!molt_df.decimal<3, 1>>):
    %add = molt_df.add %x, %y : !molt_df.decimal<4, 2>, !molt_df.nullable<!molt_df.decimal<3, 1>>
    %sub = molt_df.sub %x, %y : !molt_df.decimal<4, 2>, !molt_df.nullable<!molt_df.decimal<3, 1>>
    %mul = molt_df.mul %x, %y : !molt_df.decimal<4, 2>, !molt_df.nullable<!molt_df.decimal<3, 1>>
    %neg = molt_df.neg %x : !molt_df.decimal<4, 2>
    molt_df.yield %add, %sub, %mul, %neg : !molt_df.nullable<!molt_df.decimal<5, 2>>, !molt_df.nullable<!molt_df.decimal<5, 2>>, !molt_df.nullable<!molt_df.decimal<7, 3>>, !molt_df.decimal<4, 2>
  } : !s
  return %r : !small
}

!m = !molt_df.table<"x": !molt_df.decimal<18, 9>, "i": i32>
!middle = !molt_df.table<"x": !molt_df.decimal<18, 9>, "i": i32, "square": !molt_df.decimal<36, 18>, "int": !molt_df.decimal<20, 9>, "product": !molt_df.decimal<28, 9>, "float": f64>
func.func @middle() -> !middle {
  %t = molt_df.source "middle_" : !m
  %r = molt_df.with_columns %t ["x", "i"] -> ["square", "int", "product", "float"] {
  ^bb0(%x: !molt_df.decimal<18, 9>, %i: i32):
    %square = molt_df.mul %x, %x : !molt_df.decimal<18, 9>, !molt_df.decimal<18, 9>
    %int = molt_df.sub %i, %x : i32, !molt_df.decimal<18, 9>
    %product = molt_df.mul %i, %x : i32, !molt_df.decimal<18, 9>
    %half = molt_df.constant 0.5 : f64
    %float = molt_df.mul %x, %half : !molt_df.decimal<18, 9>, f64
    molt_df.yield %square, %int, %product, %float : !molt_df.decimal<36, 18>, !molt_df.decimal<20, 9>, !molt_df.decimal<28, 9>, f64
  } : !m
  return %r : !middle
}

!w = !molt_df.table<"x": !molt_df.decimal<38, 2>, "y": !molt_df.decimal<38, 0>>
!wide = !molt_df.table<"x": !molt_df.decimal<38, 2>, "y": !molt_df.decimal<38, 0>, "add": !molt_df.decimal<38, 2>, "mul": !molt_df.decimal<38, 3>, "neg": !molt_df.decimal<38, 0>, "less": i1>
func.func @wide() -> !wide {
  %t = molt_df.source "wide_" : !w
  %r = molt_df.with_columns %t ["x", "y"] -> ["add", "mul", "neg", "less"] {
  ^bb0(%x: !molt_df.decimal<38, 2>, %y: !molt_df.decimal<38, 0>):
    %cent = molt_df.constant "0.01" : !molt_df.decimal<2, 2>
    %add = molt_df.add %x, %cent : !molt_df.decimal<38, 2>, !molt_df.decimal<2, 2>
    %tenth = molt_df.constant "0.1" : !molt_df.decimal<1, 1>
    %mul = molt_df.mul %x, %tenth : !molt_df.decimal<38, 2>, !molt_df.decimal<1, 1>
    %neg = molt_df.neg %y : !molt_df.decimal<38, 0>
    %less = molt_df.cmp lt %x, %cent : !molt_df.decimal<38, 2>, !molt_df.decimal<2, 2>
    molt_df.yield %add, %mul, %neg, %less : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 3>, !molt_df.decimal<38, 0>, i1
  } : !w
  return %r : !wide
}

// Statistics narrow these to 32 and 64 bits; the types say 128.
!n = !molt_df.table<"price": !molt_df.decimal<30, 2>, "rate": !molt_df.decimal<20, 4>>
func.func @narrowed() -> !molt_df.table<"price": !molt_df.decimal<30, 2>, "rate": !molt_df.decimal<20, 4>, "tax": !molt_df.decimal<38, 6>> {
  %t = molt_df.source "narrow" : !n
  %r = molt_df.with_columns %t ["price", "rate"] -> ["tax"] {
  ^bb0(%p: !molt_df.decimal<30, 2>, %q: !molt_df.decimal<20, 4>):
    %tax = molt_df.mul %p, %q : !molt_df.decimal<30, 2>, !molt_df.decimal<20, 4>
    molt_df.yield %tax : !molt_df.decimal<38, 6>
  } : !n
  return %r : !molt_df.table<"price": !molt_df.decimal<30, 2>, "rate": !molt_df.decimal<20, 4>, "tax": !molt_df.decimal<38, 6>>
}

//--- small_.csv
x,y
1.25,0.5
-99.99,99.9
99.99,-99.9
0.01,
0,0.0
-0.01,0.1
//--- small.out
x,y,add,sub,mul,neg
1.25,0.5,1.75,0.75,0.625,-1.25
-99.99,99.9,-0.09,-199.89,-9989.001,99.99
99.99,-99.9,0.09,199.89,-9989.001,-99.99
0.01,,,,,-0.01
0.00,0.0,0.00,0.00,0.000,0.00
-0.01,0.1,0.09,-0.11,-0.001,0.01
//--- middle_.csv
x,i
999999999.999999999,2147483647
-999999999.999999999,-2147483648
0.000000001,1
-0.000000001,0
123456789.987654321,-7
//--- middle.out
x,i,square,int,product,float
999999999.999999999,2147483647,999999999999999998.000000000000000001,1147483647.000000001,2147483646999999997.852516353,5e+08
-999999999.999999999,-2147483648,999999999999999998.000000000000000001,-1147483648.000000001,2147483647999999997.852516352,-5e+08
0.000000001,1,0.000000000000000001,0.999999999,0.000000001,5e-10
-0.000000001,0,0.000000000000000001,0.000000001,0.000000000,-5e-10
123456789.987654321,-7,15241578994055784.200731595789971041,-123456796.987654321,-864197529.913580247,61728394.99382716
//--- wide_.csv
x,y
123456789012345678901234567890123456.78,12345678901234567890123456789012345678
-999999999999999999999999999999999999.99,-99999999999999999999999999999999999999
99999999999999999999999999999999999.98,99999999999999999999999999999999999999
0.00,0
-0.01,-1
//--- wide.out
x,y,add,mul,neg,less
123456789012345678901234567890123456.78,12345678901234567890123456789012345678,123456789012345678901234567890123456.79,12345678901234567890123456789012345.678,-12345678901234567890123456789012345678,false
-999999999999999999999999999999999999.99,-99999999999999999999999999999999999999,-999999999999999999999999999999999999.98,-99999999999999999999999999999999999.999,99999999999999999999999999999999999999,true
99999999999999999999999999999999999.98,99999999999999999999999999999999999999,99999999999999999999999999999999999.99,9999999999999999999999999999999999.998,-99999999999999999999999999999999999999,false
0.00,0,0.01,0.000,0,true
-0.01,-1,0.00,-0.001,1,true
//--- narrow.csv
price,rate
12.50,0.0825
-3.99,1.2500
99999.99,0.0000
0.00,-7.5000
//--- narrowed.out
price,rate,tax
12.50,0.0825,1.031250
-3.99,1.2500,-4.987500
99999.99,0.0000,0.000000
0.00,-7.5000,0.000000
