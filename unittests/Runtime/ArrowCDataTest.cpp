//===- ArrowCDataTest.cpp - The Arrow C Data Interface --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HandMadeArray.h"

#include <cstring>

using namespace molt::rt::test;

namespace {
/// Offsets and bytes of strings.
template <typename Offset> struct Strings {
  std::vector<Offset> offsets = {0};
  std::string bytes;
  explicit Strings(const std::vector<std::string> &strings) {
    for (const std::string &string : strings) {
      bytes += string;
      offsets.push_back(static_cast<Offset>(bytes.size()));
    }
  }
};
} // namespace

TEST(ArrowImport, ChunksShareMemoryButForTheLastRows) {
  TestRuntime runtime;
  constexpr int64_t rows = 20000;
  std::vector<int64_t> ints(rows);
  std::vector<uint8_t> bits(rows / 8 + 1, 0xFF);
  std::vector<std::string> strings;
  std::string expected;
  for (int64_t i = 0; i < rows; ++i) {
    ints[i] = i * 3;
    if (i % 7 == 0)
      bits[i / 8] &= ~(1 << (i % 8));
    strings.push_back("row " + std::to_string(i));
    expected += (i % 7 ? std::to_string(ints[i]) : "") + "," + strings[i] + "\n";
  }
  Strings<int32_t> text(strings);
  HandMadeArray array(rows);
  array.add("i", "l", {bits.data(), ints.data()}, -1);
  array.add("s", "u", {nullptr, text.offsets.data(), text.bytes.data()});
  {
    Table table = array.importTable(runtime);
    ASSERT_EQ(molt_table_chunks(table.get()), 2);
    EXPECT_EQ(molt_table_chunk_rows(table.get(), 0) % 512, 0);
    EXPECT_GT(molt_table_chunk_rows(table.get(), 0), rows / 2);
    EXPECT_EQ(molt_table_chunk_column(table.get(), 0, 0).data, ints.data());
    EXPECT_EQ(molt_table_chunk_column(table.get(), 0, 0).validity, bits.data());
    EXPECT_EQ(molt_table_chunk_column(table.get(), 0, 1).bytes,
              reinterpret_cast<const uint8_t *>(text.bytes.data()));
    EXPECT_EQ(csvText(runtime, table.get()), expected);
    MoltColumnStatistics statistics = molt_table_statistics(table.get(), 0);
    EXPECT_EQ(statistics.null_count, (rows + 6) / 7);
    EXPECT_EQ(statistics.min_low, 3u);
    EXPECT_EQ(statistics.max_low, uint64_t(rows - 2) * 3); // the last row is null
    EXPECT_GT(molt_table_bytes(table.get()), rows * 12);
    EXPECT_LT(molt_runtime_bytes(runtime), rows * 12);
  }
  EXPECT_EQ(array.releases, 2);
}

TEST(ArrowImport, ShortStringsBehindAreCopied) {
  // All strings of the last rows are empty: nothing lies behind the shared ones.
  TestRuntime runtime;
  std::vector<std::string> strings(10000);
  for (int i = 0; i < 600; ++i)
    strings[i] = "x";
  Strings<int32_t> text(strings);
  HandMadeArray array(10000);
  array.add("s", "u", {nullptr, text.offsets.data(), text.bytes.data()});
  Table table = array.importTable(runtime);
  EXPECT_EQ(molt_table_chunks(table.get()), 1);
  EXPECT_NE(molt_table_chunk_column(table.get(), 0, 0).data, text.offsets.data());
}

TEST(ArrowImport, SlicedArrays) {
  TestRuntime runtime;
  constexpr int64_t all = 20000;
  std::vector<int16_t> ints(all);
  std::vector<uint8_t> bools(all / 8, 0), valid(all / 8, 0);
  std::string expected;
  for (int64_t i = 0; i < all; ++i) {
    ints[i] = i;
    bools[i / 8] |= (i % 3 == 0) << (i % 8);
    valid[i / 8] |= (i % 5 != 0) << (i % 8);
  }
  constexpr int64_t begin = 13, rows = 19000;
  for (int64_t i = begin; i < begin + rows; ++i)
    expected +=
        std::to_string(ints[i]) + "," + (i % 5 ? (i % 3 == 0 ? "true" : "false") : "") + "\n";
  HandMadeArray array(rows);
  // The slice is partly the struct's, partly the column's.
  array.structOffset = 3;
  array.add("i", "s", {nullptr, ints.data()}, 0, 10).length = rows + 3;
  array.add("b", "b", {valid.data(), bools.data()}, -1, 10).length = rows + 3;
  Table table = array.importTable(runtime);
  EXPECT_EQ(molt_table_chunks(table.get()), 2);
  EXPECT_EQ(molt_table_chunk_column(table.get(), 0, 1).bit_offset, begin % 8);
  EXPECT_EQ(csvText(runtime, table.get()), expected);
}

TEST(ArrowImport, OtherLayoutsAreConverted) {
  TestRuntime runtime;
  std::vector<std::string> strings = {"one", "", "three is longer than twelve bytes", "ünï"};
  Strings<int64_t> large(strings);
  struct {
    int32_t length;
    char rest[12];
  } views[4] = {};
  std::string data = "..three is longer than twelve bytes..";
  int64_t sizes[] = {0, static_cast<int64_t>(data.size())};
  for (int i = 0; i < 4; ++i) {
    views[i].length = strings[i].size();
    if (i != 2)
      memcpy(views[i].rest, strings[i].data(), strings[i].size());
  }
  int32_t reference[] = {1, 2};
  memcpy(views[2].rest, "thre", 4);
  memcpy(views[2].rest + 4, reference, 8);
  std::vector<__int128> decimals = {123456, -1, 0, 99999999999};
  std::vector<__int128> wide = {5, 0, -5, -1, 0, 0, 7, 0};
  std::vector<int32_t> narrow = {1, -2, 3, -4};
  alignas(8) char unaligned[40];
  for (int64_t i = 0; i < 4; ++i)
    memcpy(unaligned + 1 + i * 8, &i, 8);
  HandMadeArray array(4);
  array.add("large", "U", {nullptr, large.offsets.data(), large.bytes.data()});
  array.add("view", "vu", {nullptr, views, nullptr, data.data(), sizes});
  array.add("d8", "d:15,2", {nullptr, decimals.data()});
  array.add("d16", "d:38,0,256", {nullptr, wide.data()});
  array.add("d4", "d:9,1,32", {nullptr, narrow.data()});
  array.add("odd", "l", {nullptr, unaligned + 1});
  Table table = array.importTable(runtime);
  EXPECT_EQ(molt_type_width(molt_table_field(table.get(), 2).type), 8);
  EXPECT_EQ(csvText(runtime, table.get()),
            "one,one,1234.56,5,0.1,0\n"
            "\"\",\"\",-0.01,-5,-0.2,1\n"
            "three is longer than twelve bytes,three is longer than twelve bytes,0.00,0,0.3,2\n"
            "ünï,ünï,999999999.99,7,-0.4,3\n");
}

/// A pair of a field's metadata.
static void addText(std::string &metadata, const std::string &text) {
  auto length = static_cast<int32_t>(text.size());
  metadata.append(reinterpret_cast<const char *>(&length), sizeof(length));
  metadata += text;
}

static std::string opaqueMetadata(const std::string &vendor) {
  int32_t count = 3;
  std::string metadata(reinterpret_cast<const char *>(&count), sizeof(count));
  addText(metadata, "other");
  addText(metadata, "");
  addText(metadata, "ARROW:extension:name");
  addText(metadata, "arrow.opaque");
  addText(metadata, "ARROW:extension:metadata");
  addText(metadata, R"({"type_name":"hugeint","vendor_name":")" + vendor + "\"}");
  return metadata;
}

/// DuckDB exports HUGEINT so where nothing may be lost.
TEST(ArrowImport, OpaqueIntegersOf128Bits) {
  TestRuntime runtime;
  std::vector<__int128> values = {0, -1, __int128(1) << 126, 7};
  values[0] = -values[2] - values[2];
  uint8_t valid = 0b0111;
  std::string metadata = opaqueMetadata("DuckDB"), foreign = opaqueMetadata("Else");
  HandMadeArray array(4);
  array.add("h", "w:16", {&valid, values.data()}, 1);
  array.schemaOf(0).metadata = metadata.c_str();
  Table table = array.importTable(runtime);
  EXPECT_EQ(molt_table_field(table.get(), 0).type.kind, MOLT_INT128);
  EXPECT_EQ(csvText(runtime, table.get()), "-170141183460469231731687303715884105728\n-1\n"
                                           "85070591730234615865843651857942052864\n\n");
  for (const char *other : {foreign.c_str(), static_cast<const char *>(nullptr)}) {
    HandMadeArray bytes(4);
    bytes.add("h", "w:16", {&valid, values.data()}, 1);
    bytes.schemaOf(0).metadata = other;
    MoltTable *none = nullptr;
    MoltError error = {};
    EXPECT_EQ(bytes.import(runtime, &none, &error), MOLT_UNSUPPORTED);
  }
}

TEST(ArrowImport, NullColumns) {
  TestRuntime runtime;
  std::vector<int32_t> ints = {1, 2, 3};
  HandMadeArray array(3);
  array.add("i", "i", {nullptr, ints.data()});
  array.add("n", "n", {}, 3);
  array.add("m", "n", {nullptr}, 3); // As some writers have it.
  array.schemaOf(1).flags = 0;
  Table table = array.importTable(runtime);
  EXPECT_EQ(csvText(runtime, table.get()), "1,,\n2,,\n3,,\n");
  EXPECT_TRUE(molt_table_field(table.get(), 1).type.nullable);
  ArrowSchema schema;
  ArrowArray exported;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &exported, &error), MOLT_OK);
  EXPECT_STREQ(schema.children[1]->format, "n");
  EXPECT_EQ(exported.children[1]->n_buffers, 0);
  EXPECT_EQ(exported.children[1]->null_count, 3);
  MoltTable *again = nullptr;
  ASSERT_EQ(molt_table_import(runtime, &schema, &exported, &again, &error), MOLT_OK);
  EXPECT_EQ(csvText(runtime, Table(again).get()), "1,,\n2,,\n3,,\n");
}

TEST(ArrowExport, WideIntegers) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "i\n-12\n", {{"i", type(MOLT_INT128)}});
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
  EXPECT_STREQ(schema.children[0]->format, "d:38,0");
  // Shared, not copied.
  EXPECT_EQ(array.children[0]->buffers[1], molt_table_chunk_column(table.get(), 0, 0).data);
  schema.release(&schema);
  array.release(&array);
  table = readCsv(runtime, "i\n-100000000000000000000000000000000000000\n", {{"i", type(MOLT_INT128)}});
  EXPECT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_CAST);
  EXPECT_EQ(error.row, 0);
}

TEST(ArrowImport, BadArraysAreRejected) {
  TestRuntime runtime;
  std::vector<int64_t> ints = {1, 2, 3};
  uint8_t valid = 0b101;
  Strings<int32_t> text({"a", "b\xFF", "c"});
  Strings<int32_t> split({"a\xC3", "\xA9", "c"});
  std::vector<int32_t> backwards = {0, 2, 1, 3};
  std::vector<__int128> tooLarge = {0, 1000, 0};
  auto check = [&](const std::function<void(HandMadeArray &)> &build, const char *message) {
    HandMadeArray array(3);
    build(array);
    EXPECT_EQ(array.importError(runtime), message);
  };
  check([&](HandMadeArray &array) { array.add("t", "tdm", {nullptr, ints.data()}); },
        "column \"t\" has the Arrow format \"tdm\"; supported are null, bool, integers, float32, "
        "float64, utf8, binary, date32, timestamps, times, durations, intervals and decimals");
  check(
      [&](HandMadeArray &array) {
        array.add("n", "l", {&valid, ints.data()}, 1);
        array.schemaOf(0).flags = 0;
      },
      "column \"n\", row 1: it is null, but the column is not nullable");
  check(
      [&](HandMadeArray &array) {
        array.add("s", "u", {nullptr, text.offsets.data(), text.bytes.data()});
      },
      "column \"s\", row 1: \"b\\xFF\" is not valid UTF-8 (byte 1 of the string is 0xFF)");
  check(
      [&](HandMadeArray &array) {
        array.add("s", "u", {nullptr, split.offsets.data(), split.bytes.data()});
      },
      "column \"s\", row 0: \"a\\xC3\" is not valid UTF-8 (byte 1 of the string is 0xC3)");
  check(
      [&](HandMadeArray &array) {
        array.add("s", "u", {nullptr, backwards.data(), text.bytes.data()});
      },
      "column \"s\", row 1: the offsets of its string go backwards");
  check([&](HandMadeArray &array) { array.add("d", "d:3,0", {nullptr, tooLarge.data()}); },
        "column \"d\", row 1: its value has more digits than decimal(3, 0)? allows");
  check([&](HandMadeArray &array) { array.add("d", "d:50,0,256", {nullptr, tooLarge.data()}); },
        "column \"d\" has type decimal(50, 0); the precision must be 1 to 38 and the scale 0 to "
        "the precision");
  check([&](HandMadeArray &array) { array.add("i", "l", {nullptr, ints.data()}).length = 2; },
        "column \"i\" has 2 rows; expected at least 3");
  check([&](HandMadeArray &array) { array.add("i", "l", {ints.data()}); },
        "column \"i\" has 1 buffers; its format needs 2");
  check([&](HandMadeArray &array) { array.add("i", "l", {nullptr, nullptr}); },
        "column \"i\" has no data buffer");
  check(
      [&](HandMadeArray &array) {
        array.structBits = &valid;
        array.add("i", "l", {nullptr, ints.data()});
      },
      "row 1 of the struct is null as a whole; only its columns may have nulls");
  check(
      [&](HandMadeArray &array) {
        array.add("i", "l", {nullptr, ints.data()});
        array.add("i", "l", {nullptr, ints.data()});
      },
      "two columns have the name \"i\"; names must differ");
  check(
      [&](HandMadeArray &array) {
        array.add("i", "c", {nullptr, ints.data()});
        array.schemaOf(0).dictionary = &array.schemaOf(0);
      },
      "column \"i\" is dictionary-encoded; decode it before (cast it to its value type)");
}

TEST(ArrowImport, ReleasedStructsAreRejected) {
  TestRuntime runtime;
  ArrowSchema schema = {};
  ArrowArray array = {};
  MoltTable *table = nullptr;
  MoltError error;
  EXPECT_EQ(molt_table_import(runtime, &schema, &array, &table, &error), MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "the schema or the array was released before it was imported");
}

static const std::vector<MoltField> exportFields = {
    {"b", type(MOLT_BOOL, true)},    {"i", type(MOLT_INT32)},      {"u", type(MOLT_UINT64, true)},
    {"f", type(MOLT_FLOAT64, true)}, {"s", type(MOLT_UTF8, true)}, {"d", type(MOLT_DATE32)},
    {"m", decimal(15, 2, true)},     {"n", decimal(9, 0)},         {"w", decimal(38, 5)}};
static const char *const exportRows = "true,1,2,0.5,text,2020-01-01,1.50,7,0.00001\n"
                                      ",-1,,,,1969-12-31,,-7,-99999.00000\n"
                                      "false,3,18446744073709551615,inf,a longer text é,"
                                      "2000-02-29,-9999999999999.99,0,0.00000\n";

TEST(ArrowExport, ComesBackTheSame) {
  TestRuntime runtime;
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  {
    Table table = readCsv(runtime, std::string("b,i,u,f,s,d,m,n,w\n") + exportRows, exportFields);
    ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
    // Shared, not copied.
    EXPECT_EQ(array.children[1]->buffers[1], molt_table_chunk_column(table.get(), 0, 1).data);
  }
  // The array keeps the table alive.
  EXPECT_STREQ(schema.format, "+s");
  EXPECT_STREQ(schema.children[6]->format, "d:15,2");
  EXPECT_STREQ(schema.children[6]->name, "m");
  EXPECT_EQ(schema.children[6]->flags, ARROW_FLAG_NULLABLE);
  EXPECT_EQ(schema.children[1]->flags, 0);
  EXPECT_EQ(array.length, 3);
  EXPECT_EQ(array.children[4]->null_count, 1);
  MoltTable *again = nullptr;
  ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK) << error.message;
  Table table(again);
  EXPECT_EQ(csvText(runtime, again), exportRows);
  for (size_t i = 0; i < exportFields.size(); ++i) {
    EXPECT_STREQ(molt_table_field(again, i).name, exportFields[i].name);
    MoltType actual = molt_table_field(again, i).type;
    EXPECT_EQ(memcmp(&actual, &exportFields[i].type, sizeof(MoltType)), 0);
  }
}

TEST(ArrowExport, Times) {
  TestRuntime runtime;
  const std::vector<MoltField> fields = {{"a", {MOLT_TIMESTAMP, 0, 6, 0, "Asia/Tokyo"}},
                                         {"b", {MOLT_TIMESTAMP, 0, 0, 0, nullptr}},
                                         {"c", {MOLT_TIME, 0, 3, 1, nullptr}},
                                         {"d", {MOLT_TIME, 0, 9, 0, nullptr}},
                                         {"e", {MOLT_DURATION, 0, 3, 0, nullptr}}};
  const std::string rows = "1970-01-01 00:00:01Z,1970-01-01 00:01:00,00:00:02,00:00:00.5,PT3S\n"
                           "1970-01-01 00:00:00Z,1970-01-01 00:00:00,,00:00:00,PT0S\n";
  Table table = readCsv(runtime, "a,b,c,d,e\n" + rows, fields);
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
  const char *const formats[] = {"tsu:Asia/Tokyo", "tss:", "ttm", "ttn", "tDm"};
  for (int i = 0; i < 5; ++i)
    EXPECT_STREQ(schema.children[i]->format, formats[i]);
  EXPECT_EQ(static_cast<const int64_t *>(array.children[0]->buffers[1])[0], 1000000);
  EXPECT_EQ(static_cast<const int32_t *>(array.children[2]->buffers[1])[0], 2000); // time32
  EXPECT_EQ(static_cast<const int64_t *>(array.children[3]->buffers[1])[0], 500000000);
  MoltTable *again = nullptr;
  ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK) << error.message;
  table.reset();
  Table imported(again);
  EXPECT_EQ(csvText(runtime, again), rows);
  EXPECT_STREQ(molt_table_field(again, 0).type.zone, "Asia/Tokyo");
  EXPECT_EQ(molt_table_field(again, 1).type.zone, nullptr);
}

TEST(ArrowImport, TimesLieWithinADay) {
  TestRuntime runtime;
  auto check = [&](const char *format, std::vector<int64_t> values, const char *message) {
    HandMadeArray array(2);
    array.add("t", format, {nullptr, values.data()});
    MoltTable *table = nullptr;
    MoltError error = {};
    array.import(runtime, &table, &error);
    Table owned(table);
    EXPECT_STREQ(error.message, message) << format;
  };
  check("ttu", {0, 86399999999}, "");
  check("ttu", {0, 86400000000}, "column \"t\", row 1: its time lies outside of a day");
  check("ttn", {-1, 0}, "column \"t\", row 0: its time lies outside of a day");
  // Two values of 32 bits.
  check("tts", {int64_t(86400) << 32, 0}, "column \"t\", row 1: its time lies outside of a day");
  check("tsx:", {0, 0},
        "column \"t\" has the Arrow format \"tsx:\"; supported are null, bool, integers, float32, "
        "float64, "
        "utf8, binary, date32, timestamps, times, durations, intervals and decimals");
  check("tsu", {0, 0},
        "column \"t\" has the Arrow format \"tsu\"; supported are null, bool, integers, float32, "
        "float64, "
        "utf8, binary, date32, timestamps, times, durations, intervals and decimals");
}

TEST(ArrowExport, ChildrenCanBeMovedOut) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 5);
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
  table.reset();
  ArrowArray child = *array.children[0];
  array.children[0]->release = nullptr;
  array.release(&array);
  schema.release(&schema);
  EXPECT_EQ(static_cast<const int64_t *>(child.buffers[1])[4], 4);
  child.release(&child);
}

TEST(ArrowExport, SlicesOfImportedArrays) {
  TestRuntime runtime;
  constexpr int64_t rows = 10000;
  std::vector<std::string> strings;
  std::vector<uint8_t> valid(rows / 8 + 1, 0b01110111);
  for (int64_t i = 0; i < rows; ++i)
    strings.push_back(std::to_string(i));
  Strings<int32_t> text(strings);
  HandMadeArray source(rows - 5);
  source.add("s", "u", {valid.data(), text.offsets.data(), text.bytes.data()}, -1, 5);
  Table table = source.importTable(runtime);
  std::string expected = csvText(runtime, table.get()), actual;
  for (int64_t chunk = 0; chunk < molt_table_chunks(table.get()); ++chunk) {
    ArrowSchema schema;
    ArrowArray array;
    MoltError error;
    ASSERT_EQ(molt_table_export(table.get(), chunk, &schema, &array, &error), MOLT_OK);
    EXPECT_EQ(static_cast<const int32_t *>(array.children[0]->buffers[1])[0], 0);
    MoltTable *again = nullptr;
    ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK);
    actual += csvText(runtime, Table(again).get());
  }
  EXPECT_EQ(actual, expected);
}

TEST(ArrowExport, TablesWithoutRows) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n", exportFields);
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
  MoltTable *again = nullptr;
  ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK);
  EXPECT_EQ(molt_table_columns(Table(again).get()), 9);
  EXPECT_EQ(molt_table_export(table.get(), 1, &schema, &array, &error), MOLT_SCHEMA);
  EXPECT_EQ(schema.release, nullptr);
  EXPECT_STREQ(error.message, "chunk 1 of a table with 0 chunks was asked for");
}
