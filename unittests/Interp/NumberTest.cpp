//===- NumberTest.cpp - Order and text of scalars -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include <cmath>

using namespace molt;
using namespace molt::interp;

namespace {

class NumberTest : public interp::test::InterpTest {};

TEST_F(NumberTest, OrderOfScalars) {
  EXPECT_EQ(compare(Scalar::ofReal(-0.0), Scalar::ofReal(0.0)), 0);
  EXPECT_EQ(compare(Scalar::ofReal(std::nan("1")), Scalar::ofReal(-std::nan("2"))), 0);
  EXPECT_GT(compare(Scalar::ofReal(std::nan("")), Scalar::ofReal(INFINITY)), 0);
  EXPECT_LT(compare(Scalar::ofString("a"), Scalar::ofString(std::string("a\0", 2))), 0);
  EXPECT_GT(compare(Scalar::ofString("\xFF"), Scalar::ofString("a")), 0);
  EXPECT_LT(compare(Scalar::ofBool(false), Scalar::ofBool(true)), 0);
}

TEST_F(NumberTest, CanonicalScalars) {
  EXPECT_FALSE(std::signbit(canonicalize(Scalar::ofReal(-0.0)).getReal()));
  EXPECT_FALSE(std::signbit(canonicalize(Scalar::ofReal(-std::nan("5"))).getReal()));
  EXPECT_TRUE(canonicalize(Scalar()).isNull());
}

TEST_F(NumberTest, TextOfScalars) {
  auto decimal = df::DecimalType::get(&context, 5, 3);
  EXPECT_EQ(toText(Scalar::ofInteger(-5), decimal), "-0.005");
  EXPECT_EQ(toText(Scalar::ofInteger(12345), decimal), "12.345");
  EXPECT_EQ(toText(Scalar::ofInteger(0), df::Date32Type::get(&context)), "1970-01-01");
  EXPECT_EQ(toText(Scalar::ofReal(0.1f), Float32Type::get(&context)), "0.1");
  EXPECT_EQ(toText(Scalar::ofReal(0.1), Float64Type::get(&context)), "0.1");
  EXPECT_EQ(toText(Scalar(), decimal), "null");
}

} // namespace
