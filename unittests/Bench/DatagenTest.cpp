//===- DatagenTest.cpp - The data follows the benchmarks' specifications --===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowFile.h"
#include "H2o.h"
#include "Tables.h"
#include "gtest/gtest.h"
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>

using namespace molt::datagen;

namespace {

const TextPool &pool() {
  static const TextPool instance(2);
  return instance;
}

/// The bytes of a table file.
std::string generate(const Table &table, const RowSource &rows, unsigned threads = 2,
                     TextSink::Format format = TextSink::Format::Tbl) {
  std::string file;
  std::mutex mutex;
  FileSummary summary;
  auto write = [&](int64_t offset, std::string_view text) {
    std::lock_guard lock(mutex);
    file.resize(std::max(file.size(), static_cast<size_t>(offset) + text.size()));
    text.copy(file.data() + offset, text.size());
    return true;
  };
  EXPECT_TRUE(generateText(table, rows, format, threads, write, summary));
  EXPECT_EQ(summary.bytes, static_cast<int64_t>(file.size()));
  return file;
}

const Table &tableOf(TableId id) { return tables()[static_cast<size_t>(id)]; }

TpchRows rowSource(TableId id, double sf) { return TpchRows(id, Scale(sf), pool()); }

std::string generate(TableId id, double sf, unsigned threads = 2,
                     TextSink::Format format = TextSink::Format::Tbl) {
  return generate(tableOf(id), rowSource(id, sf), threads, format);
}

constexpr TableId allTables[] = {TableId::Region,   TableId::Nation,  TableId::Supplier,
                                 TableId::Customer, TableId::Part,    TableId::PartSupp,
                                 TableId::Orders,   TableId::Lineitem};

/// The rows of a .tbl file, as named values.
using Row = std::map<std::string, std::string>;
std::vector<Row> rowsOf(const Table &table, const std::string &file) {
  std::vector<Row> rows;
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream values(line);
    Row row;
    for (const Column &column : table.columns)
      std::getline(values, row[column.name], '|');
    std::string rest;
    EXPECT_FALSE(std::getline(values, rest)) << line;
    rows.push_back(std::move(row));
  }
  return rows;
}
std::vector<Row> rowsOf(TableId id, double sf) { return rowsOf(tableOf(id), generate(id, sf)); }

int64_t number(const Row &row, const char *name) { return std::stoll(row.at(name)); }
int64_t cents(const Row &row, const char *name) {
  const std::string &text = row.at(name);
  const size_t point = text.find('.');
  return std::stoll(text.substr(0, point) + text.substr(point + 1));
}

/// FNV-1a.
uint64_t fingerprint(const std::string &text) {
  uint64_t hash = 14695981039346656037u;
  for (char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

TEST(Datagen, ThreadsDoNotChangeTheBytes) {
  for (TableId id : allTables) {
    const std::string one = generate(id, 0.01, 1);
    EXPECT_EQ(one, generate(id, 0.01, 2)) << tableOf(id).name;
    EXPECT_EQ(one, generate(id, 0.01, 7)) << tableOf(id).name;
  }
}

// Recorded query results depend on these bytes.
TEST(Datagen, BytesAreThoseOfTheDataVersion) {
  uint64_t all = 0;
  for (TableId id : allTables)
    all = all * 31 + fingerprint(generate(id, 0.001));
  EXPECT_EQ(all, 11643438263270536087u)
      << "if this is meant, raise kDataVersion and record the oracle anew";
  EXPECT_EQ(kDataVersion, 1);
}

TEST(Datagen, Cardinalities) {
  const Scale tenth(0.1), one(1), tiny(1e-9);
  EXPECT_EQ(tenth.suppliers, 1000);
  EXPECT_EQ(tenth.parts, 20'000);
  EXPECT_EQ(tenth.customers, 15'000);
  EXPECT_EQ(tenth.orders, 150'000);
  EXPECT_EQ(tenth.clerks, 1000);
  EXPECT_EQ(one.orders, 1'500'000);
  EXPECT_EQ(rowsOf(TableId::PartSupp, 0.01).size(), 8000u);
  EXPECT_EQ(rowsOf(TableId::Nation, 0.01).size(), 25u);
  EXPECT_EQ(rowsOf(TableId::Region, 0.01).size(), 5u);
  const double lines = static_cast<double>(rowsOf(TableId::Lineitem, 0.02).size());
  EXPECT_NEAR(lines / 30'000, 4.0, 0.05); // 1 to 7 per order
  for (TableId id : {TableId::Supplier, TableId::Customer, TableId::Part, TableId::Orders})
    EXPECT_EQ(tiny.units(id), 1);
  EXPECT_EQ(rowsOf(TableId::PartSupp, 1e-9).size(), 4u);
}

TEST(Datagen, LinesFollowTheRules) {
  const double sf = 0.01;
  std::map<int64_t, int64_t> retail;
  std::map<int64_t, std::set<int64_t>> suppliers;
  for (const Row &row : rowsOf(TableId::Part, sf)) {
    const int64_t key = number(row, "p_partkey");
    retail[key] = cents(row, "p_retailprice");
    EXPECT_EQ(retail[key], 90000 + (key / 10) % 20001 + 100 * (key % 1000));
  }
  for (const Row &row : rowsOf(TableId::PartSupp, sf))
    suppliers[number(row, "ps_partkey")].insert(number(row, "ps_suppkey"));
  for (const auto &[part, four] : suppliers) {
    EXPECT_EQ(four.size(), 4u) << part;
    EXPECT_GE(*four.begin(), 1);
    EXPECT_LE(*four.rbegin(), 100);
  }

  struct Total {
    int64_t price = 0, open = 0, lines = 0;
  };
  std::map<int64_t, Total> totals;
  std::map<int64_t, std::string> orderDates;
  for (const Row &row : rowsOf(TableId::Orders, sf))
    orderDates[number(row, "o_orderkey")] = row.at("o_orderdate");
  for (const Row &row : rowsOf(TableId::Lineitem, sf)) {
    const int64_t order = number(row, "l_orderkey"), part = number(row, "l_partkey");
    const int64_t quantity = number(row, "l_quantity"), price = cents(row, "l_extendedprice");
    const int64_t discount = cents(row, "l_discount"), tax = cents(row, "l_tax");
    EXPECT_TRUE(1 <= quantity && quantity <= 50) << quantity;
    EXPECT_EQ(price, quantity * retail.at(part));
    EXPECT_TRUE(0 <= discount && discount <= 10) << discount;
    EXPECT_TRUE(0 <= tax && tax <= 8) << tax;
    EXPECT_TRUE(suppliers.at(part).count(number(row, "l_suppkey")));

    const std::string &shipped = row.at("l_shipdate"), &received = row.at("l_receiptdate");
    ASSERT_TRUE(orderDates.count(order)) << order;
    EXPECT_LT(orderDates[order], shipped); // ISO dates compare as text
    EXPECT_LT(orderDates[order], row.at("l_commitdate"));
    EXPECT_LT(shipped, received);
    EXPECT_EQ(row.at("l_linestatus"), shipped > "1995-06-17" ? "O" : "F");
    EXPECT_EQ(row.at("l_returnflag") == "N", received > "1995-06-17");

    Total &total = totals[order];
    EXPECT_EQ(number(row, "l_linenumber"), ++total.lines);
    total.price += price * (100 - discount) / 100 * (100 + tax) / 100;
    total.open += row.at("l_linestatus") == "O";
  }

  int64_t ordinal = 0;
  for (const Row &row : rowsOf(TableId::Orders, sf)) {
    ++ordinal;
    const int64_t key = number(row, "o_orderkey");
    EXPECT_EQ(key, ordinal / 8 * 32 + ordinal % 8);
    EXPECT_NE(number(row, "o_custkey") % 3, 0);
    EXPECT_GE(row.at("o_orderdate"), "1992-01-01");
    EXPECT_LE(row.at("o_orderdate"), "1998-08-02");
    const Total &total = totals.at(key);
    EXPECT_TRUE(1 <= total.lines && total.lines <= 7) << total.lines;
    EXPECT_EQ(cents(row, "o_totalprice"), total.price);
    EXPECT_EQ(row.at("o_orderstatus"), total.open == 0             ? "F"
                                       : total.open == total.lines ? "O"
                                                                   : "P");
  }
  EXPECT_EQ(totals.size(), static_cast<size_t>(ordinal));
}

TEST(Datagen, PartNamesHaveFiveDifferentColors) {
  for (const Row &row : rowsOf(TableId::Part, 0.01)) {
    std::istringstream words(row.at("p_name"));
    std::set<std::string> colors;
    for (std::string word; words >> word;)
      colors.insert(word);
    EXPECT_EQ(colors.size(), 5u) << row.at("p_name");
    EXPECT_EQ(row.at("p_brand").substr(0, 7), "Brand#" + row.at("p_mfgr").substr(13));
  }
}

TEST(Datagen, SupplierComplaints) {
  int complaints = 0, recommendations = 0;
  for (const Row &row : rowsOf(TableId::Supplier, 1)) {
    const std::string &comment = row.at("s_comment");
    EXPECT_TRUE(25 <= comment.size() && comment.size() <= 100) << comment;
    const size_t customer = comment.find("Customer");
    complaints +=
        customer < comment.find("Complaints") && comment.find("Complaints") != std::string::npos;
    recommendations +=
        customer < comment.find("Recommends") && comment.find("Recommends") != std::string::npos;
  }
  EXPECT_EQ(complaints, 5);
  EXPECT_EQ(recommendations, 5);
}

TEST(Datagen, CsvHasAHeaderAndQuotesCommas) {
  const std::string csv = generate(TableId::Nation, 1, 1, TextSink::Format::Csv);
  EXPECT_EQ(csv.substr(0, csv.find('\n')), "n_nationkey,n_name,n_regionkey,n_comment");
  std::istringstream tbl(generate(TableId::Customer, 0.001));
  std::istringstream other(generate(TableId::Customer, 0.001, 1, TextSink::Format::Csv));
  std::string expected, line, header;
  std::getline(other, header);
  bool quoted = false;
  while (std::getline(tbl, line)) {
    expected.clear();
    std::istringstream values(line);
    for (std::string value; std::getline(values, value, '|');) {
      const bool quote = value.find(',') != std::string::npos;
      quoted |= quote;
      expected += (expected.empty() ? "" : ",") + (quote ? '"' + value + '"' : value);
    }
    std::getline(other, line);
    EXPECT_EQ(line, expected);
  }
  EXPECT_TRUE(quoted);
}

// Both files, read by the runtime and written as CSV, are the same.
void expectSameFiles(const std::vector<std::pair<const Table *, const RowSource *>> &tables) {
  std::string folder = (std::filesystem::temp_directory_path() / "molt-datagen-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  MoltRuntime *runtime = nullptr;
  MoltError failure{};
  ASSERT_EQ(molt_runtime_create(nullptr, &runtime, &failure), MOLT_OK) << failure.message;
  MoltCsvOptions tbl{}, csv{};
  molt_csv_defaults(&tbl);
  molt_csv_defaults(&csv);
  tbl.delimiter = '|';
  tbl.quote = 0;
  tbl.header = 0;
  tbl.trailing_delimiter = 1;
  auto asCsv = [&](MoltTable *table) {
    const std::string path = folder + "/out.csv";
    EXPECT_EQ(molt_table_write_csv(runtime, table, path.c_str(), &csv, &failure), MOLT_OK)
        << failure.message;
    molt_table_release(table);
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  };

  for (const auto &[table, rows] : tables) {
    const std::string arrowPath = folder + "/t.arrow", tblPath = folder + "/t.tbl";
    FileSummary arrowSummary, tblSummary;
    std::string error;
    ASSERT_TRUE(writeArrowFile(*table, *rows, 2, arrowPath, arrowSummary, error)) << error;
    ASSERT_TRUE(writeTextFile(*table, *rows, TextSink::Format::Tbl, 2, tblPath, tblSummary, error))
        << error;
    EXPECT_EQ(arrowSummary.rows, tblSummary.rows);
    const std::vector<MoltField> fields = runtimeFields(*table);
    const auto count = static_cast<int32_t>(fields.size());
    MoltTable *fromArrow = nullptr, *fromTbl = nullptr;
    ASSERT_EQ(molt_table_read_arrow(runtime, arrowPath.c_str(), fields.data(), count, &fromArrow,
                                    &failure),
              MOLT_OK)
        << failure.message;
    ASSERT_EQ(molt_table_read_csv(runtime, tblPath.c_str(), &tbl, fields.data(), count, nullptr, 0,
                                  &fromTbl, &failure),
              MOLT_OK)
        << failure.message;
    EXPECT_EQ(asCsv(fromArrow), asCsv(fromTbl)) << table->name;
  }
  molt_runtime_destroy(runtime);
  std::filesystem::remove_all(folder);
}

TEST(Datagen, ArrowHoldsWhatTblHolds) {
  std::vector<TpchRows> sources;
  std::vector<std::pair<const Table *, const RowSource *>> pairs;
  for (TableId id : allTables)
    sources.push_back(rowSource(id, 0.003)); // several pieces, and a partial one at the end
  for (size_t i = 0; i < sources.size(); ++i)
    pairs.emplace_back(&tables()[i], &sources[i]);
  expectSameFiles(pairs);
}

//===----------------------------------------------------------------------===//
// The H2O.ai database benchmark
//===----------------------------------------------------------------------===//

constexpr H2oTable allH2oTables[] = {H2oTable::Group, H2oTable::Left, H2oTable::Small,
                                     H2oTable::Medium, H2oTable::Big};

const Table &tableOf(H2oTable id) { return h2oTables()[static_cast<size_t>(id)]; }

std::string generate(H2oTable id, int64_t rows, unsigned threads = 2) {
  return generate(tableOf(id), H2oRows(id, H2oScale(rows)), threads);
}
std::vector<Row> rowsOf(H2oTable id, int64_t rows) {
  return rowsOf(tableOf(id), generate(id, rows));
}

TEST(H2oDatagen, ThreadsDoNotChangeTheBytes) {
  for (H2oTable id : allH2oTables) {
    const std::string one = generate(id, 20'000, 1);
    EXPECT_EQ(one, generate(id, 20'000, 2)) << tableOf(id).name;
    EXPECT_EQ(one, generate(id, 20'000, 7)) << tableOf(id).name;
  }
}

// Recorded query results depend on these bytes.
TEST(H2oDatagen, BytesAreThoseOfTheDataVersion) {
  uint64_t all = 0;
  for (H2oTable id : allH2oTables)
    all = all * 31 + fingerprint(generate(id, 5'000));
  EXPECT_EQ(all, 10196103630477659355u)
      << "if this is meant, raise kH2oVersion and record the oracle anew";
  EXPECT_EQ(kH2oVersion, 1);
}

TEST(H2oDatagen, Cardinalities) {
  const H2oScale million(1'000'000), ten(10'000'000), one(1);
  EXPECT_EQ(million.units(H2oTable::Group), 1'000'000);
  EXPECT_EQ(million.units(H2oTable::Small), 1);
  EXPECT_EQ(ten.units(H2oTable::Small), 10);
  EXPECT_EQ(ten.units(H2oTable::Medium), 10'000);
  EXPECT_EQ(ten.units(H2oTable::Left), 10'000'000);
  EXPECT_EQ(ten.units(H2oTable::Big), 10'000'000);
  for (H2oTable id : allH2oTables) {
    EXPECT_EQ(one.units(id), 1);
    EXPECT_EQ(rowsOf(id, 1).size(), 1u);
  }
}

TEST(H2oDatagen, GroupsAreUniform) {
  const int64_t n = 100'000;
  std::map<std::string, std::map<std::string, int64_t>> counts; // by column and value
  double sum = 0;
  for (const Row &row : rowsOf(H2oTable::Group, n)) {
    for (const auto &[column, value] : row)
      ++counts[column][value];
    EXPECT_EQ(row.at("id1").size(), 5u);
    EXPECT_EQ(row.at("id3").size(), 12u);
    const double v3 = std::stod(row.at("v3"));
    EXPECT_TRUE(0 <= v3 && v3 <= 100) << v3;
    EXPECT_EQ(row.at("v3").size() - row.at("v3").find('.'), 7u);
    sum += v3;
  }
  EXPECT_NEAR(sum / n, 50, 0.5);
  const std::map<std::string, size_t> distinct = {{"id1", 100}, {"id2", 100}, {"id3", 1000},
                                                  {"id4", 100}, {"id5", 100}, {"id6", 1000},
                                                  {"v1", 5},    {"v2", 15}};
  for (const auto &[column, expected] : distinct) {
    EXPECT_EQ(counts[column].size(), expected) << column;
    const double mean = static_cast<double>(n) / static_cast<double>(expected);
    for (const auto &[value, count] : counts[column])
      EXPECT_NEAR(static_cast<double>(count), mean, 6 * std::sqrt(mean)) << column << " " << value;
  }
  EXPECT_EQ(counts["id1"].begin()->first, "id001");
  EXPECT_EQ(counts["id3"].rbegin()->first, "id0000001000");
}

// Nine in ten keys of x and of the tables it is joined with are common.
TEST(H2oDatagen, KeysMatch) {
  const int64_t n = 50'000; // 50 keys of the second kind
  const std::vector<Row> left = rowsOf(H2oTable::Left, n);
  auto keys = [](const std::vector<Row> &rows, const char *column) {
    std::set<int64_t> found;
    for (const Row &row : rows)
      found.insert(number(row, column));
    return found;
  };
  auto common = [](const std::set<int64_t> &a, const std::set<int64_t> &b) {
    int64_t both = 0;
    for (int64_t key : a)
      both += static_cast<int64_t>(b.count(key));
    return both;
  };
  struct Kind {
    H2oTable table;
    const char *id, *text;
    int64_t count;
  };
  for (const auto &[table, id, text, count] :
       {Kind{H2oTable::Small, "id1", "id4", 1}, Kind{H2oTable::Medium, "id2", "id5", n / 1000},
        Kind{H2oTable::Big, "id3", "id6", n}}) {
    const std::vector<Row> right = rowsOf(table, n);
    const std::set<int64_t> inLeft = keys(left, id), inRight = keys(right, id);
    EXPECT_EQ(static_cast<int64_t>(right.size()), count);
    EXPECT_EQ(static_cast<int64_t>(inRight.size()), count) << "keys of their own table are unique";
    EXPECT_EQ(static_cast<int64_t>(inLeft.size()), count) << "every key occurs";
    EXPECT_EQ(common(inLeft, inRight), count - count / 10);
    EXPECT_GE(*inLeft.begin(), 1);
    EXPECT_LE(std::max(*inLeft.rbegin(), *inRight.rbegin()), count + count / 10);
    for (const std::vector<Row> *rows : {&left, &right})
      for (const Row &row : *rows)
        EXPECT_EQ(row.at(text), "id" + row.at(id));
  }
  // The other kinds of keys in medium and big are those of small and medium.
  const std::vector<Row> big = rowsOf(H2oTable::Big, n);
  EXPECT_EQ(keys(big, "id2"), keys(rowsOf(H2oTable::Medium, n), "id2"));
  EXPECT_EQ(keys(big, "id1"), keys(rowsOf(H2oTable::Small, n), "id1"));
}

TEST(H2oDatagen, PermutationsArePermutations) {
  for (int64_t size : {1, 2, 3, 10, 64, 65, 1000, 4099}) {
    const Permutation permutation(7, size), other(8, size);
    std::set<int64_t> found;
    int64_t fixed = 0, same = 0;
    for (int64_t i = 0; i < size; ++i) {
      found.insert(permutation(i));
      fixed += permutation(i) == i;
      same += permutation(i) == other(i);
    }
    EXPECT_EQ(found.size(), static_cast<size_t>(size));
    EXPECT_EQ(*found.begin(), 0);
    EXPECT_EQ(*found.rbegin(), size - 1);
    if (size >= 64) { // one on average
      EXPECT_LT(fixed, 10);
      EXPECT_LT(same, 10);
    }
  }
}

TEST(H2oDatagen, ArrowHoldsWhatTblHolds) {
  std::vector<H2oRows> sources;
  std::vector<std::pair<const Table *, const RowSource *>> pairs;
  for (H2oTable id : allH2oTables)
    sources.emplace_back(id, H2oScale(5'000));
  for (size_t i = 0; i < sources.size(); ++i)
    pairs.emplace_back(&h2oTables()[i], &sources[i]);
  expectSameFiles(pairs);
}

} // namespace
