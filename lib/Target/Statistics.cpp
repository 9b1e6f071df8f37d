//===- Statistics.cpp - What tables tell the optimizer --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Ranges, nulls, order and numbers of rows are exact, recorded when a table was loaded.
// How many different values a column has is estimated from a sample of it.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "Molt/Target/CompiledProgram.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"
#include <cmath>

using namespace molt;

//===----------------------------------------------------------------------===//
// Different values
//===----------------------------------------------------------------------===//

/// Rows of a sample: enough to tell 10 values from 1,000 and these from 100,000.
static constexpr int64_t kSampleRows = 1024;

/// Bytes of a value in a chunk's data; 0 for strings, whose data are offsets, -1 for bits.
static int64_t getWidth(const MoltType &type) {
  switch (type.kind) {
  case MOLT_BOOL:
  case MOLT_NULL:
    return -1;
  case MOLT_UTF8:
  case MOLT_BINARY:
    return 0;
  case MOLT_INT8:
  case MOLT_UINT8:
    return 1;
  case MOLT_INT16:
  case MOLT_UINT16:
    return 2;
  case MOLT_INT32:
  case MOLT_UINT32:
  case MOLT_FLOAT32:
  case MOLT_DATE32:
    return 4;
  case MOLT_INT128:
  case MOLT_INTERVAL:
    return 16;
  case MOLT_DECIMAL:
    return type.precision <= 9 ? 4 : type.precision <= 18 ? 8 : 16;
  default:
    return 8;
  }
}

/// A number for a value, equal for equal values, or nothing where it is null.
static std::optional<uint64_t> hashValue(const MoltColumnView &view, int64_t width, int64_t row) {
  auto bit = [&](const uint8_t *bits) {
    int64_t position = row + view.bit_offset;
    return (bits[position >> 3] >> (position & 7)) & 1;
  };
  if (view.validity && !bit(view.validity))
    return std::nullopt;
  const auto *data = static_cast<const uint8_t *>(view.data);
  if (width < 0)
    return bit(data);
  if (width == 0) {
    const auto *offsets = static_cast<const int32_t *>(view.data);
    return llvm::xxh3_64bits(
        ArrayRef<uint8_t>(view.bytes + offsets[row], offsets[row + 1] - offsets[row]));
  }
  return llvm::xxh3_64bits(ArrayRef<uint8_t>(data + row * width, width));
}

/// About how many different values a column has, from rows that are spread over the table.
/// The estimate is the first-order jackknife of Haas, Naughton, Seshadri and Stokes,
/// "Sampling-based estimation of the number of distinct values of an attribute" (1995).
static uint64_t estimateDistinct(const MoltTable *table, int32_t column) {
  int64_t rows = molt_table_rows(table);
  int64_t width = getWidth(molt_table_field(table, column).type);
  llvm::SmallDenseMap<uint64_t, unsigned, 16> counts;
  int64_t taken = 0, chunk = 0, chunkBegin = 0, pairs = 0, changes = 0;
  int64_t stride = std::max<int64_t>(rows / kSampleRows, 1);
  uint64_t random = 1;
  for (int64_t begin = 0; begin < rows; begin += stride) {
    // Anywhere in the stride: data may be periodic.
    random = random * 6364136223846793005u + 1442695040888963407u;
    int64_t row = std::min<int64_t>(begin + (random >> 33) % stride, rows - 1);
    while (row >= chunkBegin + molt_table_chunk_rows(table, chunk))
      chunkBegin += molt_table_chunk_rows(table, chunk++);
    MoltColumnView view = molt_table_chunk_column(table, chunk, column);
    std::optional<uint64_t> hash = hashValue(view, width, row - chunkBegin);
    if (row + 1 < chunkBegin + molt_table_chunk_rows(table, chunk)) {
      ++pairs;
      changes += hash != hashValue(view, width, row + 1 - chunkBegin);
    }
    if (hash) {
      ++counts[*hash & ~(uint64_t(1) << 63)]; // Not one of the map's own keys.
      ++taken;
    }
  }
  if (taken == 0)
    return 0;
  double once = llvm::count_if(counts, [](const auto &entry) { return entry.second == 1; });
  double share = static_cast<double>(taken) / rows;
  double estimate = counts.size() / (1 - (1 - share) * once / taken);
  // Rows with equal values are often neighbors, of which the sample has one: there are no more
  // values than places where it changes.
  if (pairs)
    estimate = std::min(
        estimate, std::max<double>(counts.size(), static_cast<double>(rows) * changes / pairs));
  return static_cast<uint64_t>(std::min<double>(std::ceil(estimate), rows));
}

//===----------------------------------------------------------------------===//
// Facts
//===----------------------------------------------------------------------===//

/// The names of columns that the plan does more with than to read them.
static llvm::StringSet<> getMentionedColumns(ModuleOp module) {
  llvm::StringSet<> names;
  module.walk([&](Operation *op) {
    if (isa<df::SourceOp>(op) || !isa_and_nonnull<df::DFDialect>(op->getDialect()))
      return;
    if (isa<df::ProjectOp>(op))
      return;
    if (Attribute properties = op->getPropertiesAsAttribute())
      properties.walk([&](StringAttr name) { names.insert(name.getValue()); });
  });
  // Names that projections give to others.
  bool changed = true;
  while (changed) {
    changed = false;
    module.walk([&](df::ProjectOp project) {
      for (auto [column, name] : llvm::zip_equal(project.getColumns().getAsRange<StringAttr>(),
                                                 project.getResultNames().getAsRange<StringAttr>()))
        if (names.contains(name.getValue()))
          changed |= names.insert(column.getValue()).second;
    });
  }
  return names;
}

void molt::attachStatistics(ModuleOp module, const NamedTables &tables) {
  Builder b(module.getContext());
  llvm::StringSet<> mentioned = getMentionedColumns(module);
  module.walk([&](df::SourceOp source) {
    // What the plan relies on already has to be checked as it stands.
    auto it = tables.find(source.getName().str());
    if (it == tables.end() || source.getAssumed())
      return;
    MoltTable *table = it->second;
    source.setRows(molt_table_rows(table));
    SmallVector<NamedAttribute> facts;
    auto schema = cast<df::TableType>(source.getType());
    for (auto [name, type] : llvm::zip_equal(schema.getNames(), schema.getTypes())) {
      int32_t column = molt_table_find(table, name.getValue().str().c_str());
      if (column < 0)
        continue;
      MoltColumnStatistics statistics = molt_table_statistics(table, column);
      bool rangeAllowed = df::getFactsOfType(type).getHasRange();
      auto bound = [](uint64_t low, int64_t high) {
        return APInt(128, ArrayRef<uint64_t>{low, static_cast<uint64_t>(high)});
      };
      uint64_t distinct = 0;
      if (!statistics.is_ascending && mentioned.contains(name.getValue()))
        distinct = estimateDistinct(table, column);
      auto fact = df::FactsAttr::get(b.getContext(), rangeAllowed && statistics.has_range,
                                     bound(statistics.min_low, statistics.min_high),
                                     bound(statistics.max_low, statistics.max_high),
                                     statistics.null_count == 0, statistics.is_ascending, distinct);
      if (fact.getHasRange() || fact.getNonNull() || fact.getUnique() || distinct)
        facts.push_back(b.getNamedAttr(name, fact));
    }
    source.setFactsAttr(b.getDictionaryAttr(facts));
  });
}
