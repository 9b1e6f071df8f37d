//===- RuntimeBench.cpp - How fast the runtime's kernels are --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Data is that of bench/datagen, at a scale factor that does not fit into caches.
//
//===----------------------------------------------------------------------===//

#include "ArrowFile.h"
#include "Molt/Runtime/Runtime.h"
#include "Tables.h"
#include "Threads.h"
#include <atomic>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

using namespace molt::datagen;

namespace {

constexpr double scaleFactor = 0.1;

const TextPool &pool() {
  static const TextPool instance(2);
  return instance;
}
const Table &lineitem() { return tables()[static_cast<size_t>(TableId::Lineitem)]; }
const TpchRows &lineitemRows() {
  static const TpchRows rows(TableId::Lineitem, Scale(scaleFactor), pool());
  return rows;
}

/// Says why a benchmark cannot run, once.
bool check(benchmark::State &state, int32_t status, const MoltError &error) {
  if (status != MOLT_OK)
    state.SkipWithError(error.message);
  return status == MOLT_OK;
}

struct RuntimeDeleter {
  void operator()(MoltRuntime *runtime) const { molt_runtime_destroy(runtime); }
};
struct TableDeleter {
  void operator()(MoltTable *table) const { molt_table_release(table); }
};
using RuntimePtr = std::unique_ptr<MoltRuntime, RuntimeDeleter>;
using TablePtr = std::unique_ptr<MoltTable, TableDeleter>;

RuntimePtr makeRuntime(benchmark::State &state, int64_t threads) {
  MoltRuntimeOptions options{};
  options.threads = static_cast<int32_t>(threads);
  MoltRuntime *runtime = nullptr;
  MoltError error{};
  check(state, molt_runtime_create(&options, &runtime, &error), error);
  return RuntimePtr(runtime);
}

//===----------------------------------------------------------------------===//
// Memory: what scans can reach at most
//===----------------------------------------------------------------------===//

/// Reads columns side by side, a batch of each in turn, as a scan does. `stagger`
/// is how much further into its page each column begins than the one before: where
/// all begin alike, some processors prefetch badly.
void memoryRead(benchmark::State &state) {
  constexpr size_t words = size_t(64) << 20; // 512 MiB
  constexpr size_t batch = 512;
  const auto threads = static_cast<unsigned>(state.range(0));
  const auto columns = static_cast<size_t>(state.range(1));
  const size_t stagger = static_cast<size_t>(state.range(2)) / sizeof(uint64_t);
  static const std::vector<uint64_t> memory(words + 8 * 4096, 1);
  const size_t rows = words / columns;
  for (auto _ : state) {
    std::atomic<unsigned> nextPart{0};
    std::atomic<uint64_t> total{0};
    onThreads(threads, [&] {
      const size_t part = nextPart++;
      const size_t end = rows / threads * (part + 1);
      uint64_t sum = 0;
      for (size_t row = rows / threads * part; row < end; row += batch)
        for (size_t column = 0; column < columns; ++column) {
          const uint64_t *values = &memory[column * (rows + stagger) + row];
          for (size_t i = 0; i < batch; ++i)
            sum += values[i];
        }
      total += sum;
    });
    if (total != words)
      state.SkipWithError("the sum is wrong");
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(words * sizeof(uint64_t)));
}
BENCHMARK(memoryRead)
    ->ArgNames({"threads", "columns", "stagger"})
    ->ArgsProduct({{1, 2}, {1, 4}, {0, 4160}})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

//===----------------------------------------------------------------------===//
// CSV
//===----------------------------------------------------------------------===//

/// lineitem.tbl in a folder of its own, as long as the object lives.
struct LineitemFile {
  LineitemFile() {
    std::string pattern = (std::filesystem::temp_directory_path() / "molt-bench-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
      return;
    folder = pattern;
    std::string path = folder + "/lineitem.tbl", error;
    if (writeTextFile(lineitem(), lineitemRows(), TextSink::Format::Tbl, 2, path, summary, error))
      name = path;
  }
  ~LineitemFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  std::string folder, name;
  FileSummary summary;
};
const LineitemFile &lineitemFile() {
  static const LineitemFile file;
  return file;
}

TablePtr readLineitem(benchmark::State &state, MoltRuntime *runtime) {
  MoltCsvOptions options{};
  molt_csv_defaults(&options);
  options.delimiter = '|';
  options.quote = 0;
  options.header = 0;
  options.trailing_delimiter = 1;
  const std::vector<MoltField> fields = runtimeFields(lineitem());
  MoltTable *table = nullptr;
  MoltError error{};
  check(state,
        molt_table_read_csv(runtime, lineitemFile().name.c_str(), &options, fields.data(),
                            static_cast<int32_t>(fields.size()), nullptr, 0, &table, &error),
        error);
  return TablePtr(table);
}

void readCsv(benchmark::State &state) {
  RuntimePtr runtime = makeRuntime(state, state.range(0));
  lineitemFile(); // made before the clock runs
  for (auto _ : state)
    if (!runtime || !readLineitem(state, runtime.get()))
      break;
  state.SetBytesProcessed(state.iterations() * lineitemFile().summary.bytes);
  state.SetItemsProcessed(state.iterations() * lineitemFile().summary.rows);
}
BENCHMARK(readCsv)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime()->Unit(
    benchmark::kMillisecond);

//===----------------------------------------------------------------------===//
// Strings: batches of l_comment
//===----------------------------------------------------------------------===//

/// The comments of some lines, as an Arrow utf8 column and as views.
struct Comments {
  static constexpr int64_t batch = 2048;

  Comments() {
    ColumnSink sink(lineitem());
    lineitemRows().emit(0, 20'000, sink);
    const ColumnSink::Column &column = sink.column(lineitem().columns.size() - 1);
    offsets.assign(column.values.begin(), column.values.end());
    offsets.push_back(static_cast<int32_t>(column.bytes.size()));
    bytes.assign(column.bytes.begin(), column.bytes.end());
    bytes.resize(bytes.size() + MOLT_BUFFER_PADDING);
    rows = sink.rows() / batch * batch;
    lo.resize(static_cast<size_t>(rows));
    hi.resize(static_cast<size_t>(rows));
    molt_rt_utf8_views(offsets.data(), bytes.data(), 0, rows, lo.data(), hi.data());
  }
  std::vector<int32_t> offsets;
  std::vector<uint8_t> bytes;
  std::vector<uint64_t> lo, hi;
  int64_t rows;
};

/// Calls `kernel(comments, first row)` for one batch after the other.
template <typename Kernel> void forBatches(benchmark::State &state, Kernel kernel) {
  static Comments comments;
  int64_t begin = 0;
  for (auto _ : state) {
    kernel(comments, begin);
    begin = begin + Comments::batch < comments.rows ? begin + Comments::batch : 0;
  }
  state.SetItemsProcessed(state.iterations() * Comments::batch);
}

void utf8Views(benchmark::State &state) {
  std::vector<uint64_t> lo(Comments::batch), hi(Comments::batch);
  forBatches(state, [&](const Comments &c, int64_t begin) {
    molt_rt_utf8_views(c.offsets.data(), c.bytes.data(), begin, Comments::batch, lo.data(),
                       hi.data());
    benchmark::ClobberMemory();
  });
}
BENCHMARK(utf8Views);

void hashViews(benchmark::State &state) {
  std::vector<uint64_t> hash(Comments::batch);
  forBatches(state, [&](const Comments &c, int64_t begin) {
    molt_rt_hash_views(&c.lo[static_cast<size_t>(begin)], &c.hi[static_cast<size_t>(begin)],
                       Comments::batch, hash.data());
    benchmark::ClobberMemory();
  });
}
BENCHMARK(hashViews);

using ViewPredicate = void (*)(const uint64_t *, const uint64_t *, int64_t, const uint64_t *,
                               const uint64_t *, int64_t, uint8_t *);

/// A predicate against one constant.
void viewPredicate(benchmark::State &state, ViewPredicate predicate, const char *constant) {
  const int32_t ends[] = {0, static_cast<int32_t>(std::strlen(constant))};
  std::vector<uint8_t> padded(constant, constant + ends[1]);
  padded.resize(padded.size() + MOLT_BUFFER_PADDING);
  uint64_t lo, hi;
  molt_rt_utf8_views(ends, padded.data(), 0, 1, &lo, &hi);
  std::vector<uint8_t> out(Comments::batch);
  forBatches(state, [&](const Comments &c, int64_t begin) {
    predicate(&c.lo[static_cast<size_t>(begin)], &c.hi[static_cast<size_t>(begin)], Comments::batch,
              &lo, &hi, 0, out.data());
    benchmark::ClobberMemory();
  });
}
BENCHMARK_CAPTURE(viewPredicate, equal, molt_rt_view_equal, "carefully final deposits");
BENCHMARK_CAPTURE(viewPredicate, less, molt_rt_view_less, "carefully final deposits");
BENCHMARK_CAPTURE(viewPredicate, startsWith, molt_rt_view_starts_with, "carefully");
BENCHMARK_CAPTURE(viewPredicate, containsShort, molt_rt_view_contains, "sly");
BENCHMARK_CAPTURE(viewPredicate, containsLong, molt_rt_view_contains, "special requests");

//===----------------------------------------------------------------------===//
// Sort: order keys by a scrambled word, as compiled code would
//===----------------------------------------------------------------------===//

struct SortedRow {
  uint64_t sequence;
  uint64_t key;
  int64_t payload;
};

/// The pipeline: appends rows to the sorter.
int32_t appendRows(MoltExecution *execution, void *const *args, const MoltMorsel *morsel) {
  auto *state = static_cast<MoltState *>(args[0]);
  MoltAppender *rows = molt_rt_append_local(execution, state, morsel->worker);
  const int64_t count = morsel->end - morsel->begin;
  int32_t status =
      rows ? molt_rt_append_reserve(execution, rows, count) : int32_t(MOLT_OUT_OF_MEMORY);
  if (status != MOLT_OK)
    return status;
  const auto *keys = static_cast<const int64_t *>(morsel->columns[0].data);
  for (int64_t i = morsel->begin; i < morsel->end; ++i, rows->next += sizeof(SortedRow)) {
    const uint64_t row = static_cast<uint64_t>(morsel->row_base + i);
    const SortedRow stored = {row, (row + 1) * 0x9E3779B97F4A7C15u, keys[i]};
    std::memcpy(rows->next, &stored, sizeof stored);
  }
  return molt_rt_sort_trim(execution, state, morsel->worker);
}

/// Sorts all rows, or keeps the first `limit` ones.
template <int64_t limit> int32_t sortEntry(MoltExecution *execution) {
  const MoltSortKey key = {0, 0};
  MoltState *sorter = molt_rt_sort_create(execution, sizeof(SortedRow), &key, 1, 0, limit);
  void *args[] = {sorter};
  if (!sorter)
    return MOLT_OUT_OF_MEMORY;
  if (int32_t status = molt_rt_scan_table(execution, 0, appendRows, args, 1))
    return status;
  return molt_rt_sort_finish(execution, sorter, 1) ? MOLT_OK : MOLT_OUT_OF_MEMORY;
}

void sortRows(benchmark::State &state, MoltEntryFn entry) {
  RuntimePtr runtime = makeRuntime(state, state.range(0));
  TablePtr table = runtime ? readLineitem(state, runtime.get()) : nullptr;
  if (!table)
    return;
  const int32_t column = 0;
  const MoltInput input = {table.get(), &column, 1};
  const MoltRunOptions options{};
  for (auto _ : state) {
    MoltTable *result = nullptr;
    MoltError error{};
    const bool ok = check(
        state, molt_run(runtime.get(), entry, &input, 1, nullptr, 0, &options, &result, &error),
        error);
    molt_table_release(result);
    if (!ok)
      break;
  }
  state.SetItemsProcessed(state.iterations() * molt_table_rows(table.get()));
}
BENCHMARK_CAPTURE(sortRows, all, sortEntry<-1>)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortRows, top10, sortEntry<10>)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
