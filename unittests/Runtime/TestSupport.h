//===- TestSupport.h - Helpers of the runtime's tests -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_UNITTESTS_RUNTIME_TESTSUPPORT_H
#define MOLT_UNITTESTS_RUNTIME_TESTSUPPORT_H

#include "Molt/Runtime/Runtime.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace molt::rt::test {

/// A runtime that destroys itself.
class TestRuntime {
public:
  explicit TestRuntime(int32_t threads = 4, int64_t memoryLimit = 0, int64_t failAllocation = 0);
  explicit TestRuntime(const MoltRuntimeOptions &options);
  ~TestRuntime();
  operator MoltRuntime *() const { return runtime; }
  MoltRuntime *get() const { return runtime; }

private:
  MoltRuntime *runtime = nullptr;
};

struct ReleaseTable {
  void operator()(MoltTable *table) const { molt_table_release(table); }
};
using Table = std::unique_ptr<MoltTable, ReleaseTable>;

MoltType type(int32_t kind, bool nullable = false);
MoltType decimal(int32_t precision, int32_t scale, bool nullable = false);

/// A file in the test's temporary folder, removed with the object.
class TempFile {
public:
  explicit TempFile(const std::string &content, const std::string &suffix = ".csv");
  /// Only a name.
  TempFile();
  ~TempFile();
  const char *path() const { return name.c_str(); }
  std::string read() const;

private:
  std::string name;
};

/// Options that molt_csv_defaults gives.
MoltCsvOptions csvOptions();

/// Reads CSV text and expects success.
Table readCsv(MoltRuntime *runtime, const std::string &text, const std::vector<MoltField> &fields,
              const MoltCsvOptions &options = csvOptions());
/// Reads CSV text and expects an error.
MoltError csvError(MoltRuntime *runtime, const std::string &text,
                   const std::vector<MoltField> &fields,
                   const MoltCsvOptions &options = csvOptions());
/// The table written as CSV with the default options, without the header.
std::string csvText(MoltRuntime *runtime, const MoltTable *table);

/// The path of a file in unittests/Runtime/data.
std::string dataFile(const char *name);
/// The bytes of a file.
std::string contentOf(const std::string &path);

/// Reads columns of an Arrow file, all for none, and expects success.
Table readArrow(MoltRuntime *runtime, const std::string &path,
                const std::vector<MoltField> &fields = {});
/// The same, and expects an error.
MoltError arrowError(MoltRuntime *runtime, const std::string &path,
                     const std::vector<MoltField> &fields = {});
/// All forms in which a table can be written as Arrow.
std::vector<MoltArrowOptions> allForms();
/// Reads whatever an Arrow file of these bytes has: a table that can be looked at, or an error,
/// whose message it returns.
std::string readAnything(MoltRuntime *runtime, const std::string &content);

/// What one test run hands to its entry point through a captured lambda: compiled
/// code is C, so the lambda is found through a thread-local.
using Entry = std::function<int32_t(MoltExecution *)>;
int32_t runEntry(MoltRuntime *runtime, const Entry &entry, const std::vector<MoltInput> &inputs,
                 const std::vector<MoltField> &fields, const MoltRunOptions &options,
                 MoltTable **out, MoltError *error);
/// Runs and expects success.
Table run(MoltRuntime *runtime, const Entry &entry, const std::vector<MoltInput> &inputs,
          const std::vector<MoltField> &fields, const MoltRunOptions &options = {});

/// A pipeline function that calls the std::function in args[0].
using Pipeline = std::function<int32_t(MoltExecution *, const MoltMorsel *)>;
int32_t callPipeline(MoltExecution *execution, void *const *args, const MoltMorsel *morsel);
int32_t scanTable(MoltExecution *execution, int32_t input, const Pipeline &pipeline,
                  bool parallel = true);
int32_t scanRows(MoltExecution *execution, MoltRows *rows, const Pipeline &pipeline,
                 bool parallel = true);

/// A table of one int64 column "x" with the values 0 … rows - 1.
Table countingTable(MoltRuntime *runtime, int64_t rows);

/// Value `row` of an int64 column in a morsel.
inline int64_t int64At(const MoltMorsel *morsel, int32_t column, int64_t row) {
  return static_cast<const int64_t *>(morsel->columns[column].data)[row];
}

/// Calls `body` once for each instruction set that this machine has kernels for,
/// with the kernels forced to it.
void forEachTarget(const std::function<void()> &body);

/// A view of a string that outlives it.
struct View {
  uint64_t lo, hi;
};
View makeTestView(const std::string &text);

/// Strings with their views as two arrays.
struct Views {
  std::vector<std::string> strings;
  std::vector<uint64_t> lo, hi;

  explicit Views(std::vector<std::string> from) : strings(std::move(from)) {
    for (const std::string &string : strings) {
      View view = makeTestView(string);
      lo.push_back(view.lo);
      hi.push_back(view.hi);
    }
  }
  int64_t size() const { return strings.size(); }
};

/// A column of a batch whose buffers are at these addresses.
inline MoltBatchColumn batchColumn(const void *data, const void *hi = nullptr,
                                   const void *validity = nullptr) {
  return {reinterpret_cast<intptr_t>(data), reinterpret_cast<intptr_t>(hi),
          reinterpret_cast<intptr_t>(validity)};
}

} // namespace molt::rt::test

#endif // MOLT_UNITTESTS_RUNTIME_TESTSUPPORT_H
