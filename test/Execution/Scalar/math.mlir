// math and pow: rounding of halves, zeros, infinities, NaN, values outside of a function's domain, nulls, f32. The expected
// values are those of Python's math, which calls the C library.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @math() -> !molt_df.table<"x": f64?, "sqrt": f64?, "floor": f64?, "ceil": f64?, "trunc": f64?, "round": f64?, "sign": f64?, "exp": f64?, "ln": f64?, "log2": f64?, "log10": f64?, "sin": f64?, "cos": f64?, "tan": f64?> {
  %0 = molt_df.source "reals" : !molt_df.table<"x": f64?>
  %1 = molt_df.with_columns %0 ["x"] -> ["sqrt", "floor", "ceil", "trunc", "round", "sign", "exp", "ln", "log2", "log10", "sin", "cos", "tan"] {
  ^bb0(%x: !molt_df.nullable<f64>):
    %sqrt = molt_df.math sqrt %x : !molt_df.nullable<f64>
    %floor = molt_df.math floor %x : !molt_df.nullable<f64>
    %ceil = molt_df.math ceil %x : !molt_df.nullable<f64>
    %trunc = molt_df.math trunc %x : !molt_df.nullable<f64>
    %round = molt_df.math round %x : !molt_df.nullable<f64>
    %sign = molt_df.math sign %x : !molt_df.nullable<f64>
    %exp = molt_df.math exp %x : !molt_df.nullable<f64>
    %ln = molt_df.math ln %x : !molt_df.nullable<f64>
    %log2 = molt_df.math log2 %x : !molt_df.nullable<f64>
    %log10 = molt_df.math log10 %x : !molt_df.nullable<f64>
    %sin = molt_df.math sin %x : !molt_df.nullable<f64>
    %cos = molt_df.math cos %x : !molt_df.nullable<f64>
    %tan = molt_df.math tan %x : !molt_df.nullable<f64>
    molt_df.yield %sqrt, %floor, %ceil, %trunc, %round, %sign, %exp, %ln, %log2, %log10, %sin, %cos, %tan : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64?>
  return %1 : !molt_df.table<"x": f64?, "sqrt": f64?, "floor": f64?, "ceil": f64?, "trunc": f64?, "round": f64?, "sign": f64?, "exp": f64?, "ln": f64?, "log2": f64?, "log10": f64?, "sin": f64?, "cos": f64?, "tan": f64?>
}

func.func @singles() -> !molt_df.table<"x": f32, "sqrt": f32, "floor": f32, "ceil": f32, "round": f32, "exp": f32, "ln": f32, "sin": f32> {
  %0 = molt_df.source "singles" : !molt_df.table<"x": f32>
  %1 = molt_df.with_columns %0 ["x"] -> ["sqrt", "floor", "ceil", "round", "exp", "ln", "sin"] {
  ^bb0(%x: f32):
    %sqrt = molt_df.math sqrt %x : f32
    %floor = molt_df.math floor %x : f32
    %ceil = molt_df.math ceil %x : f32
    %round = molt_df.math round %x : f32
    %exp = molt_df.math exp %x : f32
    %ln = molt_df.math ln %x : f32
    %sin = molt_df.math sin %x : f32
    molt_df.yield %sqrt, %floor, %ceil, %round, %exp, %ln, %sin : f32, f32, f32, f32, f32, f32, f32
  } : !molt_df.table<"x": f32>
  return %1 : !molt_df.table<"x": f32, "sqrt": f32, "floor": f32, "ceil": f32, "round": f32, "exp": f32, "ln": f32, "sin": f32>
}

func.func @pow() -> !molt_df.table<"x": f64?, "y": f64, "z": f64?, "s": f64?, "e": f64> {
  %0 = molt_df.source "powers" : !molt_df.table<"x": f64?, "y": f64>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["z", "s", "e"] {
  ^bb0(%x: !molt_df.nullable<f64>, %y: f64):
    %z = molt_df.pow %x, %y : !molt_df.nullable<f64>, f64
    %two = molt_df.constant 2.0 : f64
    %s = molt_df.pow %x, %two : !molt_df.nullable<f64>, f64
    %e = molt_df.pow %two, %y : f64, f64
    molt_df.yield %z, %s, %e : !molt_df.nullable<f64>, !molt_df.nullable<f64>, f64
  } : !molt_df.table<"x": f64?, "y": f64>
  return %1 : !molt_df.table<"x": f64?, "y": f64, "z": f64?, "s": f64?, "e": f64>
}

// A function of a computed value, whose result goes on, in a filter.
func.func @chain() -> !molt_df.table<"x": f64?> {
  %0 = molt_df.source "reals" : !molt_df.table<"x": f64?>
  %1 = molt_df.filter %0 ["x"] {
  ^bb0(%x: !molt_df.nullable<f64>):
    %two = molt_df.constant 2.0 : f64
    %y = molt_df.mul %x, %two : !molt_df.nullable<f64>, f64
    %s = molt_df.math sin %y : !molt_df.nullable<f64>
    %c = molt_df.math cos %y : !molt_df.nullable<f64>
    %p = molt_df.cmp gt %s, %c : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    %e = molt_df.math exp %x : !molt_df.nullable<f64>
    %q = molt_df.cmp lt %e, %two : !molt_df.nullable<f64>, f64
    %k = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !molt_df.table<"x": f64?>
  return %1 : !molt_df.table<"x": f64?>
}

//--- reals.csv
x

0.0
-0.0
0.5
-0.5
1.5
2.5
-2.5
0.49999999999999994
4503599627370495.5
9007199254740993
1e300
-1e300
2
10
1024
0.1
-1
3.7
-3.7
inf
-inf
nan
1e-310
709
-745.5
//--- math.out
# types: float,float,float,float,float,float,float,float,float,float,float,float,float,float
x,sqrt,floor,ceil,trunc,round,sign,exp,ln,log2,log10,sin,cos,tan
,,,,,,,,,,,,,
0.0,0.0,0.0,0.0,0.0,0.0,0.0,1.0,-inf,-inf,-inf,0.0,1.0,0.0
-0.0,-0.0,-0.0,-0.0,-0.0,-0.0,-0.0,1.0,-inf,-inf,-inf,-0.0,1.0,-0.0
0.5,0.7071067811865476,0.0,1.0,0.0,1.0,1.0,1.6487212707001282,-0.6931471805599453,-1.0,-0.3010299956639812,0.479425538604203,0.8775825618903728,0.5463024898437905
-0.5,nan,-1.0,-0.0,-0.0,-1.0,-1.0,0.6065306597126334,nan,nan,nan,-0.479425538604203,0.8775825618903728,-0.5463024898437905
1.5,1.224744871391589,1.0,2.0,1.0,2.0,1.0,4.4816890703380645,0.4054651081081644,0.5849625007211562,0.17609125905568124,0.9974949866040544,0.0707372016677029,14.101419947171719
2.5,1.5811388300841898,2.0,3.0,2.0,3.0,1.0,12.182493960703473,0.9162907318741551,1.3219280948873624,0.3979400086720376,0.5984721441039565,-0.8011436155469337,-0.7470222972386603
-2.5,nan,-3.0,-2.0,-2.0,-3.0,-1.0,0.0820849986238988,nan,nan,nan,-0.5984721441039565,-0.8011436155469337,0.7470222972386603
0.49999999999999994,0.7071067811865475,0.0,1.0,0.0,0.0,1.0,1.648721270700128,-0.6931471805599454,-1.0000000000000002,-0.30102999566398125,0.47942553860420295,0.8775825618903728,0.5463024898437905
4503599627370495.5,67108863.99999999,4503599627370495.0,4503599627370496.0,4503599627370495.0,4503599627370496.0,1.0,inf,36.04365338911715,52.0,15.653559774527022,0.9999756755637755,-0.00697483195287147,-143.36914241383198
9007199254740992.0,94906265.62425156,9007199254740992.0,9007199254740992.0,9007199254740992.0,9007199254740992.0,1.0,inf,36.7368005696771,53.0,15.954589770191003,-0.848925964814655,-0.5285117844130887,1.6062574002155612
1e+300,1e+150,1e+300,1e+300,1e+300,1e+300,1.0,inf,690.7755278982137,996.5784284662087,300.0,-0.8178819121159085,-0.5753861119575491,1.4214488238747245
-1e+300,nan,-1e+300,-1e+300,-1e+300,-1e+300,-1.0,0.0,nan,nan,nan,0.8178819121159085,-0.5753861119575491,-1.4214488238747245
2.0,1.4142135623730951,2.0,2.0,2.0,2.0,1.0,7.38905609893065,0.6931471805599453,1.0,0.3010299956639812,0.9092974268256817,-0.4161468365471424,-2.185039863261519
10.0,3.1622776601683795,10.0,10.0,10.0,10.0,1.0,22026.465794806718,2.302585092994046,3.321928094887362,1.0,-0.5440211108893698,-0.8390715290764524,0.6483608274590866
1024.0,32.0,1024.0,1024.0,1024.0,1024.0,1.0,inf,6.931471805599453,10.0,3.010299956639812,-0.15853338004399595,0.9873536182198484,-0.16056393283879805
0.1,0.31622776601683794,0.0,1.0,0.0,0.0,1.0,1.1051709180756477,-2.3025850929940455,-3.321928094887362,-1.0,0.09983341664682815,0.9950041652780258,0.10033467208545055
-1.0,nan,-1.0,-1.0,-1.0,-1.0,-1.0,0.36787944117144233,nan,nan,nan,-0.8414709848078965,0.5403023058681398,-1.5574077246549023
3.7,1.9235384061671346,3.0,4.0,3.0,4.0,1.0,40.4473043600674,1.308332819650179,1.8875252707415875,0.568201724066995,-0.5298361409084934,-0.848100031710408,0.6247330752245639
-3.7,nan,-4.0,-3.0,-3.0,-4.0,-1.0,0.024723526470339388,nan,nan,nan,0.5298361409084934,-0.848100031710408,-0.6247330752245639
inf,inf,inf,inf,inf,inf,1.0,inf,inf,inf,inf,nan,nan,nan
-inf,nan,-inf,-inf,-inf,-inf,-1.0,0.0,nan,nan,nan,nan,nan,nan
nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan,nan
1e-310,9.999999999999986e-156,0.0,1.0,0.0,0.0,1.0,1.0,-713.8013788281542,-1029.7977094150824,-310.0,1e-310,1.0,1e-310
709.0,26.627053911388696,709.0,709.0,709.0,709.0,1.0,8.218407461554972e+307,6.5638555265321274,9.469641817239516,2.8506462351830666,-0.8414384091513941,0.5403530360836063,-1.5572012239442703
-745.5,nan,-746.0,-745.0,-745.0,-746.0,-1.0,0.0,nan,nan,nan,0.8090542014072699,-0.5877340377970675,-1.376565162772859
//--- singles.csv
x
0.5
2.5
-2.5
8388607.5
2
0.1
100
-1
nan
//--- singles.out
# types: float,float,float,float,float,float,float,float
x,sqrt,floor,ceil,round,exp,ln,sin
0.5,0.70710677,0,1,1,1.6487212,-0.6931472,0.47942555
2.5,1.5811388,2,3,3,12.182494,0.91629076,0.5984721
-2.5,nan,-3,-2,-3,0.082085,nan,-0.5984721
8388607.5,2896.3093,8388607,8388608,8388608,inf,15.942385,0.8116577
2,1.4142135,2,2,2,7.389056,0.6931472,0.9092974
0.1,0.31622776,0,1,0,1.105171,-2.3025851,0.09983342
1e+02,1e+01,1e+02,1e+02,1e+02,inf,4.6051702,-0.50636566
-1,nan,-1,-1,-1,0.36787945,nan,-0.84147096
nan,nan,nan,nan,nan,nan,nan,nan
//--- powers.csv
x,y
2,10
2,0.5
10,-3
-8,3
-8,0.3333333333333333
0,0
nan,0
1,nan
0,-1
1.1,2
inf,-1
1.0000001,1e9
-0.0,3
,2
//--- pow.out
# types: float,float,float,float,float
x,y,z,s,e
2.0,10.0,1024.0,4.0,1024.0
2.0,0.5,1.4142135623730951,4.0,1.4142135623730951
10.0,-3.0,0.001,100.0,0.125
-8.0,3.0,-512.0,64.0,8.0
-8.0,0.3333333333333333,nan,64.0,1.2599210498948732
0.0,0.0,1.0,0.0,1.0
nan,0.0,1.0,nan,1.0
1.0,nan,1.0,1.0,nan
0.0,-1.0,inf,0.0,0.5
1.1,2.0,1.2100000000000002,1.2100000000000002,4.0
inf,-1.0,0.0,inf,0.5
1.0000001,1000000000.0,2.6881038582144647e+43,1.00000020000001,inf
-0.0,3.0,-0.0,0.0,8.0
,2,,,4
//--- chain.out
# types: float
x
0.5
-2.5
0.49999999999999994
