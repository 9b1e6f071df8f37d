//===- Execution.h - One run of a compiled program --------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_EXECUTION_H
#define MOLT_LIB_RUNTIME_EXECUTION_H

#include "StringArena.h"
#include "Table.h"

#include <mutex>
#include <vector>

/// A state under construction. Its concrete class follows from the function that
/// created it; `stateAs` checks that compiled code does not mix them up.
struct MoltState {
  virtual ~MoltState() = default;
};

/// Addresses of finished rows, in scan order. The rows live in the state they
/// came from, which the execution keeps.
struct MoltRows {
  molt::rt::Buffer addresses;
  int64_t count = 0;

  const uint8_t **data() { return addresses.data<const uint8_t *>(); }
};

namespace molt::rt {

/// An input with its declared columns resolved, chunk by chunk.
struct Input {
  TablePointer table;
  std::vector<int32_t> columns;
  /// Views of the declared columns: chunk-major, columns.size() for each chunk.
  std::vector<MoltColumnView> views;

  const MoltColumnView *chunkViews(int64_t chunk) const {
    return views.data() + chunk * columns.size();
  }
};

/// A worker's scratch block, on a cache line of its own.
struct alignas(64) Scratch {
  Buffer block;
};

class ResultState;

} // namespace molt::rt

struct MoltExecution {
  MoltExecution(MoltRuntime &runtime, const MoltRunOptions &options)
      : runtime(runtime), options(options), scratch(runtime.threads) {
    for (int32_t worker = 0; worker < runtime.threads; ++worker)
      strings.emplace_back(runtime.pool);
  }

  MoltRuntime &runtime;
  const MoltRunOptions options;
  std::vector<molt::rt::Input> inputs;
  std::vector<std::string> resultNames;
  std::vector<MoltType> resultTypes;
  std::vector<molt::rt::Scratch> scratch;
  /// By worker: what string operations made.
  std::vector<molt::rt::StringArena> strings;

  /// Ordinal of the running scan. Scans follow one another, so that results come
  /// in the order (scan, morsel).
  int64_t scan = 0;
  /// Sequence number of the first morsel of the next scan: rows that several scans append to
  /// one state are in the order of the scans.
  int64_t nextSequence = 0;

  std::vector<std::unique_ptr<MoltState>> states;
  std::vector<std::unique_ptr<MoltRows>> rows;
  std::vector<std::unique_ptr<MoltJoinTable>> joinTables;
  molt::rt::ResultState *result = nullptr;

  /// Records an error unless there is one already.
  void recordError(const MoltError &error) noexcept;
  /// The recorded error, or one that says only `code`.
  MoltError errorFor(int32_t code) noexcept;

  template <typename State> State *addState(std::unique_ptr<State> state) {
    states.push_back(std::move(state));
    return static_cast<State *>(states.back().get());
  }
  MoltRows *addRows(int64_t count);

private:
  std::mutex errorMutex;
  bool hasError = false;
  MoltError firstError;
};

namespace molt::rt {

/// Runs `body` as an ABI function of compiled code that returns a status.
template <typename Body> int32_t executionStatus(MoltExecution *execution, Body &&body) noexcept {
  MoltError error;
  int32_t status = guardStatus(&error, body);
  if (status)
    execution->recordError(error);
  return status;
}

/// The same for functions that return a pointer, null on failure.
template <typename Body> auto executionPointer(MoltExecution *execution, Body &&body) noexcept {
  decltype(body()) result = nullptr;
  executionStatus(execution, [&] { result = body(); });
  return result;
}

template <typename State> State &stateAs(MoltState *state) {
  State *concrete = dynamic_cast<State *>(state);
  if (!concrete)
    fail(MOLT_INTERNAL, "compiled code passed a state of the wrong kind to the runtime");
  return *concrete;
}

/// Stops a task whose callback into compiled code failed; the error is recorded.
void checkCallback(MoltExecution &execution, int32_t status);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_EXECUTION_H
