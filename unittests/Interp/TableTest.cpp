//===- TableTest.cpp - Tables of the runtime to and from scalars ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"

using namespace molt;
using namespace molt::interp;
using testing::ElementsAre;

namespace {

class TableTest : public interp::test::InterpTest {
protected:
  std::vector<std::string> read(unsigned column) {
    Table table = readTable(&context, inputs.back().second);
    std::vector<std::string> values;
    for (int64_t row = 0; row < table.rows; ++row)
      values.push_back(toText(table.at(row, column), table.type.getTypes()[column]));
    return values;
  }
};

TEST_F(TableTest, EveryTypeSurvives) {
  addInput(
      "t",
      {{"bool", "i1?", {"true", "null", "false"}},
       {"i8", "i8", {"-128", "0", "127"}},
       {"i16", "i16", {"-32768", "0", "32767"}},
       {"i32", "i32", {"-2147483648", "0", "2147483647"}},
       {"i64", "i64?", {"-9223372036854775808", "null", "9223372036854775807"}},
       {"ui8", "ui8", {"0", "1", "255"}},
       {"ui16", "ui16", {"0", "1", "65535"}},
       {"ui32", "ui32", {"0", "1", "4294967295"}},
       {"ui64", "ui64", {"0", "1", "18446744073709551615"}},
       {"f32", "f32?", {"nan", "null", "-0.0"}},
       {"f64", "f64", {"inf", "1e-310", "0.1"}},
       {"date", "!molt_df.date32?", {"1969-12-31", "null", "9999-12-31"}},
       {"d9", "!molt_df.decimal<9, 2>", {"-9999999.99", "0.00", "9999999.99"}},
       {"d18", "!molt_df.decimal<18, 0>?", {"-999999999999999999", "null", "1"}},
       {"d38", "!molt_df.decimal<38, 38>", {std::string("-0.") + std::string(38, '9'), "0", "1"}},
       {"s", "!molt_str.utf8?", {"", "null", "a longer string, not inline: é"}}});
  EXPECT_THAT(read(0), ElementsAre("true", "null", "false"));
  EXPECT_THAT(read(1), ElementsAre("-128", "0", "127"));
  EXPECT_THAT(read(2), ElementsAre("-32768", "0", "32767"));
  EXPECT_THAT(read(3), ElementsAre("-2147483648", "0", "2147483647"));
  EXPECT_THAT(read(4), ElementsAre("-9223372036854775808", "null", "9223372036854775807"));
  EXPECT_THAT(read(5), ElementsAre("0", "1", "255"));
  EXPECT_THAT(read(6), ElementsAre("0", "1", "65535"));
  EXPECT_THAT(read(7), ElementsAre("0", "1", "4294967295"));
  EXPECT_THAT(read(8), ElementsAre("0", "1", "18446744073709551615"));
  EXPECT_THAT(read(9), ElementsAre("nan", "null", "-0"));
  EXPECT_THAT(read(10), ElementsAre("inf", "1e-310", "0.1"));
  EXPECT_THAT(read(11), ElementsAre("1969-12-31", "null", "9999-12-31"));
  EXPECT_THAT(read(12), ElementsAre("-9999999.99", "0.00", "9999999.99"));
  EXPECT_THAT(read(13), ElementsAre("-999999999999999999", "null", "1"));
  EXPECT_THAT(read(14), ElementsAre("-0." + std::string(38, '9'), "0." + std::string(38, '0'),
                                    "0." + std::string(37, '0') + "1"));
  EXPECT_THAT(read(15), ElementsAre("\"\"", "null", "\"a longer string, not inline: é\""));
}

TEST_F(TableTest, EmptyTables) {
  addInput("t", {{"s", "!molt_str.utf8", {}}, {"p", "i1?", {}}});
  EXPECT_TRUE(read(0).empty());
  EXPECT_TRUE(read(1).empty());
}

TEST_F(TableTest, ResultsAreTablesOfTheRuntime) {
  addInput("t", {{"x", "i8?", {"1", "null"}}});
  Table table = readTable(&context, inputs.back().second);
  MoltTable *written = nullptr;
  ASSERT_EQ(writeTable(table, runtime, &written, &error), MOLT_OK) << error.message;
  EXPECT_EQ(molt_table_rows(written), 2);
  EXPECT_EQ(molt_table_statistics(written, 0).null_count, 1);
  EXPECT_EQ(molt_table_field(written, 0).type.nullable, 1);
  molt_table_release(written);
}

} // namespace
