//===- TestSupport.cpp - Helpers of the runtime's tests -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <atomic>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include <hwy/highway.h>
#include <unistd.h>

using namespace molt::rt::test;

namespace molt::rt::test {

static MoltRuntime *create(const MoltRuntimeOptions &options) {
  MoltRuntime *runtime = nullptr;
  MoltError error;
  EXPECT_EQ(molt_runtime_create(&options, &runtime, &error), MOLT_OK);
  return runtime;
}

TestRuntime::TestRuntime(int32_t threads, int64_t memoryLimit, int64_t failAllocation) {
  MoltRuntimeOptions options = {};
  options.threads = threads;
  options.memory_limit = memoryLimit;
  options.fail_allocation = failAllocation;
  runtime = create(options);
}

TestRuntime::TestRuntime(const MoltRuntimeOptions &options) : runtime(create(options)) {}

TestRuntime::~TestRuntime() {
  // Every buffer of a run or a table must have come back.
  EXPECT_EQ(molt_runtime_bytes(runtime), 0);
  molt_runtime_destroy(runtime);
}

MoltType type(int32_t kind, bool nullable) {
  MoltType type = {};
  type.kind = kind;
  type.nullable = nullable;
  return type;
}

MoltType decimal(int32_t precision, int32_t scale, bool nullable) {
  return {MOLT_DECIMAL, precision, scale, nullable, nullptr};
}

static std::string temporaryName(const std::string &suffix) {
  static std::atomic<int> counter{0};
  return ::testing::TempDir() + "molt-test-" + std::to_string(getpid()) + "-" +
         std::to_string(counter++) + suffix;
}

TempFile::TempFile(const std::string &content, const std::string &suffix)
    : name(temporaryName(suffix)) {
  std::ofstream(name, std::ios::binary) << content;
}

TempFile::TempFile() : name(temporaryName("")) {}

TempFile::~TempFile() { std::remove(name.c_str()); }

std::string TempFile::read() const {
  std::ifstream stream(name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

MoltCsvOptions csvOptions() {
  MoltCsvOptions options;
  molt_csv_defaults(&options);
  return options;
}

Table readCsv(MoltRuntime *runtime, const std::string &text, const std::vector<MoltField> &fields,
              const MoltCsvOptions &options) {
  TempFile file(text);
  MoltTable *table = nullptr;
  MoltError error = {};
  EXPECT_EQ(molt_table_read_csv(runtime, file.path(), &options, fields.data(), fields.size(),
                                nullptr, 0, &table, &error),
            MOLT_OK)
      << error.message << " (row " << error.row << ", byte " << error.byte << ")";
  return Table(table);
}

MoltError csvError(MoltRuntime *runtime, const std::string &text,
                   const std::vector<MoltField> &fields, const MoltCsvOptions &options) {
  TempFile file(text);
  MoltTable *table = nullptr;
  MoltError error = {};
  int32_t status = molt_table_read_csv(runtime, file.path(), &options, fields.data(), fields.size(),
                                       nullptr, 0, &table, &error);
  EXPECT_NE(status, MOLT_OK) << text;
  EXPECT_EQ(status, error.code);
  EXPECT_EQ(table, nullptr);
  molt_table_release(table);
  return error;
}

std::string csvText(MoltRuntime *runtime, const MoltTable *table) {
  TempFile file;
  MoltCsvOptions options = csvOptions();
  options.header = 0;
  MoltError error = {};
  EXPECT_EQ(molt_table_write_csv(runtime, table, file.path(), &options, &error), MOLT_OK)
      << error.message;
  return file.read();
}

static thread_local const Entry *currentEntry;

static int32_t callEntry(MoltExecution *execution) { return (*currentEntry)(execution); }

int32_t runEntry(MoltRuntime *runtime, const Entry &entry, const std::vector<MoltInput> &inputs,
                 const std::vector<MoltField> &fields, const MoltRunOptions &options,
                 MoltTable **out, MoltError *error) {
  currentEntry = &entry;
  return molt_run(runtime, callEntry, inputs.data(), inputs.size(), fields.data(), fields.size(),
                  &options, out, error);
}

Table run(MoltRuntime *runtime, const Entry &entry, const std::vector<MoltInput> &inputs,
          const std::vector<MoltField> &fields, const MoltRunOptions &options) {
  MoltTable *table = nullptr;
  MoltError error = {};
  EXPECT_EQ(runEntry(runtime, entry, inputs, fields, options, &table, &error), MOLT_OK)
      << error.message;
  return Table(table);
}

int32_t callPipeline(MoltExecution *execution, void *const *args, const MoltMorsel *morsel) {
  return (*static_cast<const Pipeline *>(args[0]))(execution, morsel);
}

int32_t scanTable(MoltExecution *execution, int32_t input, const Pipeline &pipeline,
                  bool parallel) {
  void *args[] = {const_cast<Pipeline *>(&pipeline)};
  return molt_rt_scan_table(execution, input, callPipeline, args, parallel);
}

int32_t scanRows(MoltExecution *execution, MoltRows *rows, const Pipeline &pipeline,
                 bool parallel) {
  void *args[] = {const_cast<Pipeline *>(&pipeline)};
  return molt_rt_scan_rows(execution, rows, callPipeline, args, parallel);
}

Table countingTable(MoltRuntime *runtime, int64_t rows) {
  std::string text = "x\n";
  for (int64_t i = 0; i < rows; ++i)
    text += std::to_string(i) + "\n";
  return readCsv(runtime, text, {{"x", type(MOLT_INT64)}});
}

void forEachTarget(const std::function<void()> &body) {
  for (int64_t targets = hwy::SupportedTargets() & HWY_TARGETS; targets; targets &= targets - 1) {
    int64_t target = targets & -targets;
    SCOPED_TRACE(hwy::TargetName(target));
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    body();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

View makeTestView(const std::string &text) {
  View view = {text.size(), 0};
  if (text.size() > 12) {
    uint32_t prefix;
    memcpy(&prefix, text.data(), 4);
    view.lo |= uint64_t(prefix) << 32;
    view.hi = reinterpret_cast<uint64_t>(text.data());
    return view;
  }
  memcpy(reinterpret_cast<char *>(&view) + 4, text.data(), text.size());
  return view;
}

std::string dataFile(const char *name) { return std::string(MOLT_RUNTIME_TEST_DATA "/") + name; }

std::string contentOf(const std::string &path) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Table readArrow(MoltRuntime *runtime, const std::string &path,
                const std::vector<MoltField> &fields) {
  MoltTable *table = nullptr;
  MoltError error = {};
  EXPECT_EQ(
      molt_table_read_arrow(runtime, path.c_str(), fields.data(), fields.size(), &table, &error),
      MOLT_OK)
      << error.message;
  return Table(table);
}

MoltError arrowError(MoltRuntime *runtime, const std::string &path,
                     const std::vector<MoltField> &fields) {
  MoltTable *table = nullptr;
  MoltError error = {};
  EXPECT_NE(
      molt_table_read_arrow(runtime, path.c_str(), fields.data(), fields.size(), &table, &error),
      MOLT_OK);
  EXPECT_EQ(table, nullptr);
  return error;
}

std::vector<MoltArrowOptions> allForms() {
  std::vector<MoltArrowOptions> forms;
  for (int32_t stream : {0, 1})
    for (int32_t compression : {MOLT_ARROW_UNCOMPRESSED, MOLT_ARROW_LZ4, MOLT_ARROW_ZSTD})
      forms.push_back({stream, compression});
  return forms;
}

std::string readAnything(MoltRuntime *runtime, const std::string &content) {
  TempFile file(content, ".arrow");
  MoltTable *table = nullptr;
  MoltError error = {};
  if (molt_table_read_arrow(runtime, file.path(), nullptr, 0, &table, &error) != MOLT_OK) {
    EXPECT_EQ(table, nullptr);
    EXPECT_NE(error.message[0], 0);
    return error.message;
  }
  // Touches every value.
  csvText(runtime, Table(table).get());
  return "";
}

} // namespace molt::rt::test
