//===- Tables.cpp - The rows of the eight TPC-H tables --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Tables.h"
#include "Sinks.h"
#include <algorithm>
#include <array>

using namespace molt::datagen;

//===----------------------------------------------------------------------===//
// Schema and cardinalities
//===----------------------------------------------------------------------===//

const std::vector<Table> &molt::datagen::tables() {
  using K = ColumnKind;
  static const std::vector<Table> all = {
      {"region", {{"r_regionkey", K::Int32}, {"r_name", K::Text}, {"r_comment", K::Text}}},
      {"nation",
       {{"n_nationkey", K::Int32},
        {"n_name", K::Text},
        {"n_regionkey", K::Int32},
        {"n_comment", K::Text}}},
      {"supplier",
       {{"s_suppkey", K::Int64},
        {"s_name", K::Text},
        {"s_address", K::Text},
        {"s_nationkey", K::Int32},
        {"s_phone", K::Text},
        {"s_acctbal", K::Decimal},
        {"s_comment", K::Text}}},
      {"customer",
       {{"c_custkey", K::Int64},
        {"c_name", K::Text},
        {"c_address", K::Text},
        {"c_nationkey", K::Int32},
        {"c_phone", K::Text},
        {"c_acctbal", K::Decimal},
        {"c_mktsegment", K::Text},
        {"c_comment", K::Text}}},
      {"part",
       {{"p_partkey", K::Int64},
        {"p_name", K::Text},
        {"p_mfgr", K::Text},
        {"p_brand", K::Text},
        {"p_type", K::Text},
        {"p_size", K::Int32},
        {"p_container", K::Text},
        {"p_retailprice", K::Decimal},
        {"p_comment", K::Text}}},
      {"partsupp",
       {{"ps_partkey", K::Int64},
        {"ps_suppkey", K::Int64},
        {"ps_availqty", K::Int32},
        {"ps_supplycost", K::Decimal},
        {"ps_comment", K::Text}}},
      {"orders",
       {{"o_orderkey", K::Int64},
        {"o_custkey", K::Int64},
        {"o_orderstatus", K::Text},
        {"o_totalprice", K::Decimal},
        {"o_orderdate", K::Date},
        {"o_orderpriority", K::Text},
        {"o_clerk", K::Text},
        {"o_shippriority", K::Int32},
        {"o_comment", K::Text}}},
      {"lineitem",
       {{"l_orderkey", K::Int64},
        {"l_partkey", K::Int64},
        {"l_suppkey", K::Int64},
        {"l_linenumber", K::Int32},
        {"l_quantity", K::Decimal},
        {"l_extendedprice", K::Decimal},
        {"l_discount", K::Decimal},
        {"l_tax", K::Decimal},
        {"l_returnflag", K::Text},
        {"l_linestatus", K::Text},
        {"l_shipdate", K::Date},
        {"l_commitdate", K::Date},
        {"l_receiptdate", K::Date},
        {"l_shipinstruct", K::Text},
        {"l_shipmode", K::Text},
        {"l_comment", K::Text}}},
  };
  return all;
}

Scale::Scale(double factor) {
  // The addition makes 0.1 × 150,000 and the like come out whole.
  auto rows = [&](double base) {
    return std::max<int64_t>(1, static_cast<int64_t>(factor * base + 1e-6));
  };
  suppliers = rows(10'000);
  parts = rows(200'000);
  customers = rows(150'000);
  orders = rows(1'500'000);
  clerks = std::max<int64_t>(1'000, rows(1'000)); // as the official generator has it
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

namespace {

using std::string_view;

template <size_t N> string_view pick(Random &random, const std::array<string_view, N> &list) {
  return list[random.below(N)];
}

struct NationRow {
  string_view name;
  int region;
};
constexpr std::array<string_view, 5> regionNames = {"AFRICA", "AMERICA", "ASIA", "EUROPE",
                                                    "MIDDLE EAST"};
constexpr std::array<NationRow, 25> nationRows = {{
    {"ALGERIA", 0},       {"ARGENTINA", 1}, {"BRAZIL", 1}, {"CANADA", 1},
    {"EGYPT", 4},         {"ETHIOPIA", 0},  {"FRANCE", 3}, {"GERMANY", 3},
    {"INDIA", 2},         {"INDONESIA", 2}, {"IRAN", 4},   {"IRAQ", 4},
    {"JAPAN", 2},         {"JORDAN", 4},    {"KENYA", 0},  {"MOROCCO", 0},
    {"MOZAMBIQUE", 0},    {"PERU", 1},      {"CHINA", 2},  {"ROMANIA", 3},
    {"SAUDI ARABIA", 4},  {"VIETNAM", 2},   {"RUSSIA", 3}, {"UNITED KINGDOM", 3},
    {"UNITED STATES", 1},
}};
constexpr std::array<string_view, 5> segments = {"AUTOMOBILE", "BUILDING", "FURNITURE", "MACHINERY",
                                                 "HOUSEHOLD"};
constexpr std::array<string_view, 5> priorities = {"1-URGENT", "2-HIGH", "3-MEDIUM",
                                                   "4-NOT SPECIFIED", "5-LOW"};
constexpr std::array<string_view, 4> instructions = {"DELIVER IN PERSON", "COLLECT COD", "NONE",
                                                     "TAKE BACK RETURN"};
constexpr std::array<string_view, 7> modes = {"REG AIR", "AIR",  "RAIL", "SHIP",
                                              "TRUCK",   "MAIL", "FOB"};
constexpr std::array<string_view, 6> typeWords1 = {"STANDARD", "SMALL",   "MEDIUM",
                                                   "LARGE",    "ECONOMY", "PROMO"};
constexpr std::array<string_view, 5> typeWords2 = {"ANODIZED", "BURNISHED", "PLATED", "POLISHED",
                                                   "BRUSHED"};
constexpr std::array<string_view, 5> typeWords3 = {"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"};
constexpr std::array<string_view, 5> containerWords1 = {"SM", "LG", "MED", "JUMBO", "WRAP"};
constexpr std::array<string_view, 8> containerWords2 = {"CASE", "BOX",  "BAG", "JAR",
                                                        "PKG",  "PACK", "CAN", "DRUM"};
constexpr std::array<string_view, 92> colors = {
    "almond",   "antique",   "aquamarine", "azure",      "beige",     "bisque",    "black",
    "blanched", "blue",      "blush",      "brown",      "burlywood", "burnished", "chartreuse",
    "chiffon",  "chocolate", "coral",      "cornflower", "cornsilk",  "cream",     "cyan",
    "dark",     "deep",      "dim",        "dodger",     "drab",      "firebrick", "floral",
    "forest",   "frosted",   "gainsboro",  "ghost",      "goldenrod", "green",     "grey",
    "honeydew", "hot",       "indian",     "ivory",      "khaki",     "lace",      "lavender",
    "lawn",     "lemon",     "light",      "lime",       "linen",     "magenta",   "maroon",
    "medium",   "metallic",  "midnight",   "mint",       "misty",     "moccasin",  "navajo",
    "navy",     "olive",     "orange",     "orchid",     "pale",      "papaya",    "peach",
    "peru",     "pink",      "plum",       "powder",     "puff",      "purple",    "red",
    "rose",     "rosy",      "royal",      "saddle",     "salmon",    "sandy",     "seashell",
    "sienna",   "sky",       "slate",      "smoke",      "snow",      "spring",    "steel",
    "tan",      "thistle",   "tomato",     "turquoise",  "violet",    "wheat",     "white",
    "yellow"};

// Days since 1970-01-01.
constexpr int32_t startDate = 8035;   // 1992-01-01
constexpr int32_t currentDate = 9298; // 1995-06-17
constexpr int32_t endDate = 10591;    // 1998-12-31

/// A short text put together in place.
class Phrase {
public:
  Phrase &add(string_view part) {
    size += part.copy(buffer + size, sizeof buffer - size);
    return *this;
  }
  Phrase &addPadded(int64_t number, int digits) {
    for (int i = digits; i-- > 0; number /= 10)
      buffer[size + static_cast<size_t>(i)] = static_cast<char>('0' + number % 10);
    size += static_cast<size_t>(digits);
    return *this;
  }
  operator string_view() const { return {buffer, size}; }

private:
  char buffer[112];
  size_t size = 0;
};

Phrase numbered(string_view prefix, int64_t number) {
  return Phrase().add(prefix).addPadded(number, 9);
}

/// Clause 4.2.2.7: 10 to 40 characters of an alphabet of 64.
Phrase address(Random &random) {
  constexpr string_view alphabet =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ, ";
  static_assert(alphabet.size() == 64);
  char text[40];
  int64_t length = random.between(10, 40);
  uint64_t bits = 0;
  for (int64_t i = 0; i < length; ++i, bits >>= 6) {
    if (i % 10 == 0)
      bits = random.next();
    text[i] = alphabet[bits & 63];
  }
  return Phrase().add({text, static_cast<size_t>(length)});
}

/// Clause 4.2.2.9.
Phrase phone(Random &random, int64_t nation) {
  Phrase out;
  out.addPadded(nation + 10, 2).add("-").addPadded(random.between(100, 999), 3);
  out.add("-").addPadded(random.between(100, 999), 3);
  return out.add("-").addPadded(random.between(1000, 9999), 4);
}

/// In hundredths.
int64_t retailPrice(int64_t part) { return 90000 + (part / 10) % 20001 + 100 * (part % 1000); }

/// The `i`-th of the four suppliers of a part.
int64_t supplierOf(const Scale &scale, int64_t part, int64_t i) {
  int64_t s = scale.suppliers;
  return (part + i * (s / 4 + (part - 1) / s)) % s + 1;
}

/// The first 8 of every 32 keys are used; `ordinal` counts orders from 1.
int64_t orderKey(int64_t ordinal) { return ordinal / 8 * 32 + ordinal % 8; }

/// Every third customer has no orders.
int64_t customerWithOrders(Random &random, const Scale &scale) {
  int64_t k = static_cast<int64_t>(
      random.below(static_cast<uint64_t>(scale.customers - scale.customers / 3)));
  return k / 2 * 3 + k % 2 + 1;
}

struct Line {
  Random random; ///< Behind the values below; continues with those that only lineitem has.
  int64_t part, supplier, quantity, price, discount, tax;
  int32_t shipDate, commitDate, receiptDate;

  Line(const Scale &scale, int64_t order, int64_t number, int32_t orderDate)
      : random(Stream::Line, static_cast<uint64_t>(order * 8 + number)) {
    part = random.between(1, scale.parts);
    supplier = supplierOf(scale, part, random.between(0, 3));
    quantity = random.between(1, 50);
    price = quantity * retailPrice(part);
    discount = random.between(0, 10);
    tax = random.between(0, 8);
    shipDate = orderDate + static_cast<int32_t>(random.between(1, 121));
    commitDate = orderDate + static_cast<int32_t>(random.between(30, 90));
    receiptDate = shipDate + static_cast<int32_t>(random.between(1, 30));
  }
  bool isOpen() const { return shipDate > currentDate; }
};

/// What orders and lineitem must agree on.
struct Order {
  Random random;
  int64_t lines;
  int32_t date;

  explicit Order(int64_t index) : random(Stream::Order, static_cast<uint64_t>(index)) {
    lines = random.between(1, 7);
    date = static_cast<int32_t>(random.between(startDate, endDate - 151));
  }
};

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

template <typename Sink> class Writer {
public:
  Writer(const Scale &scale, const TextPool &pool, Sink &sink)
      : scale(scale), pool(pool), sink(sink) {}

  void region(int64_t index) {
    Random random = start(Stream::Region, index);
    sink.integer(index);
    sink.text(regionNames[static_cast<size_t>(index)]);
    sink.text(pool.piece(random, 31, 115));
    sink.endRow();
  }

  void nation(int64_t index) {
    Random random = start(Stream::Nation, index);
    const NationRow &row = nationRows[static_cast<size_t>(index)];
    sink.integer(index);
    sink.text(row.name);
    sink.integer(row.region);
    sink.text(pool.piece(random, 31, 114));
    sink.endRow();
  }

  void supplier(int64_t index) {
    Random random = start(Stream::Supplier, index);
    int64_t nation = random.between(0, 24);
    sink.integer(index + 1);
    sink.text(numbered("Supplier#", index + 1));
    sink.text(address(random));
    sink.integer(nation);
    sink.text(phone(random, nation));
    sink.decimal(random.between(-99999, 999999));
    sink.text(supplierComment(random, index));
    sink.endRow();
  }

  void customer(int64_t index) {
    Random random = start(Stream::Customer, index);
    int64_t nation = random.between(0, 24);
    sink.integer(index + 1);
    sink.text(numbered("Customer#", index + 1));
    sink.text(address(random));
    sink.integer(nation);
    sink.text(phone(random, nation));
    sink.decimal(random.between(-99999, 999999));
    sink.text(pick(random, segments));
    sink.text(pool.piece(random, 29, 116));
    sink.endRow();
  }

  void part(int64_t index) {
    Random random = start(Stream::Part, index);
    int64_t manufacturer = random.between(1, 5);
    sink.integer(index + 1);
    sink.text(partName(random));
    sink.text(Phrase().add("Manufacturer#").addPadded(manufacturer, 1));
    sink.text(Phrase().add("Brand#").addPadded(manufacturer * 10 + random.between(1, 5), 2));
    // Each draw is a statement of its own: C++ does not order calls within one.
    Phrase type;
    type.add(pick(random, typeWords1)).add(" ");
    type.add(pick(random, typeWords2)).add(" ");
    type.add(pick(random, typeWords3));
    sink.text(type);
    sink.integer(random.between(1, 50));
    Phrase container;
    container.add(pick(random, containerWords1)).add(" ");
    container.add(pick(random, containerWords2));
    sink.text(container);
    sink.decimal(retailPrice(index + 1));
    sink.text(pool.piece(random, 5, 22));
    sink.endRow();
  }

  void partsupp(int64_t index) {
    Random random = start(Stream::PartSupp, index);
    for (int64_t i = 0; i < 4; ++i) {
      sink.integer(index + 1);
      sink.integer(supplierOf(scale, index + 1, i));
      sink.integer(random.between(1, 9999));
      sink.decimal(random.between(100, 100000));
      sink.text(pool.piece(random, 49, 198));
      sink.endRow();
    }
  }

  void orders(int64_t index) {
    Order order(index);
    int64_t total = 0, open = 0;
    for (int64_t number = 1; number <= order.lines; ++number) {
      Line line(scale, index, number, order.date);
      total += line.price * (100 - line.discount) / 100 * (100 + line.tax) / 100;
      open += line.isOpen();
    }
    Random &random = order.random;
    sink.integer(orderKey(index + 1));
    sink.integer(customerWithOrders(random, scale));
    sink.text(open == 0 ? "F" : open == order.lines ? "O" : "P");
    sink.decimal(total);
    sink.date(order.date);
    sink.text(pick(random, priorities));
    sink.text(numbered("Clerk#", random.between(1, scale.clerks)));
    sink.integer(0);
    sink.text(pool.piece(random, 19, 78));
    sink.endRow();
  }

  void lineitem(int64_t index) {
    Order order(index);
    for (int64_t number = 1; number <= order.lines; ++number) {
      Line line(scale, index, number, order.date);
      sink.integer(orderKey(index + 1));
      sink.integer(line.part);
      sink.integer(line.supplier);
      sink.integer(number);
      sink.wholeDecimal(line.quantity);
      sink.decimal(line.price);
      sink.decimal(line.discount);
      sink.decimal(line.tax);
      bool returned = line.random.below(2);
      sink.text(line.receiptDate > currentDate ? "N" : returned ? "R" : "A");
      sink.text(line.isOpen() ? "O" : "F");
      sink.date(line.shipDate);
      sink.date(line.commitDate);
      sink.date(line.receiptDate);
      sink.text(pick(line.random, instructions));
      sink.text(pick(line.random, modes));
      sink.text(pool.piece(line.random, 10, 43));
      sink.endRow();
    }
  }

private:
  static Random start(Stream stream, int64_t index) {
    return Random(stream, static_cast<uint64_t>(index));
  }

  /// Five different colors.
  static Phrase partName(Random &random) {
    Phrase out;
    std::array<uint64_t, 5> used;
    for (auto slot = used.begin(); slot != used.end(); ++slot) {
      do
        *slot = random.below(colors.size());
      while (std::find(used.begin(), slot, *slot) != slot);
      out.add(slot == used.begin() ? "" : " ").add(colors[*slot]);
    }
    return out;
  }

  /// Of every 2000 suppliers one has "Customer … Complaints" in its comment and
  /// another "Customer … Recommends" (clause 4.2.3).
  Phrase supplierComment(Random &random, int64_t index) {
    string_view text = pool.piece(random, 25, 100);
    Random block = start(Stream::SupplierComplaint, index / 2000);
    int64_t complaint = block.between(0, 1999);
    int64_t recommendation = (complaint + block.between(1, 1999)) % 2000;
    int64_t self = index % 2000;
    if (self != complaint && self != recommendation)
      return Phrase().add(text);
    constexpr size_t words = 18; // of both words together
    size_t before = random.below(text.size() - words + 1);
    size_t between = random.below(text.size() - words - before + 1);
    Phrase out;
    out.add(text.substr(0, before)).add("Customer");
    out.add(text.substr(before + 8, between));
    out.add(self == complaint ? "Complaints" : "Recommends");
    return out.add(text.substr(before + words + between));
  }

  const Scale &scale;
  const TextPool &pool;
  Sink &sink;
};

} // namespace

int64_t Scale::units(TableId table) const {
  switch (table) {
  case TableId::Region:
    return static_cast<int64_t>(regionNames.size());
  case TableId::Nation:
    return static_cast<int64_t>(nationRows.size());
  case TableId::Supplier:
    return suppliers;
  case TableId::Customer:
    return customers;
  case TableId::Part:
  case TableId::PartSupp:
    return parts;
  case TableId::Orders:
  case TableId::Lineitem:
    return orders;
  }
  return 0;
}

namespace {

template <typename Sink>
void emitRows(TableId table, const Scale &scale, const TextPool &pool, int64_t begin, int64_t end,
              Sink &sink) {
  Writer<Sink> writer(scale, pool, sink);
  using Method = void (Writer<Sink>::*)(int64_t);
  auto all = [&](Method method) {
    for (int64_t index = begin; index < end; ++index)
      (writer.*method)(index);
  };
  switch (table) {
  case TableId::Region:
    return all(&Writer<Sink>::region);
  case TableId::Nation:
    return all(&Writer<Sink>::nation);
  case TableId::Supplier:
    return all(&Writer<Sink>::supplier);
  case TableId::Customer:
    return all(&Writer<Sink>::customer);
  case TableId::Part:
    return all(&Writer<Sink>::part);
  case TableId::PartSupp:
    return all(&Writer<Sink>::partsupp);
  case TableId::Orders:
    return all(&Writer<Sink>::orders);
  case TableId::Lineitem:
    return all(&Writer<Sink>::lineitem);
  }
}

} // namespace

void TpchRows::emit(int64_t begin, int64_t end, TextSink &sink) const {
  emitRows(table, scale, pool, begin, end, sink);
}

void TpchRows::emit(int64_t begin, int64_t end, ColumnSink &sink) const {
  emitRows(table, scale, pool, begin, end, sink);
}
