//===- Instance.h - Runtime instances ---------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_INSTANCE_H
#define MOLT_LIB_RUNTIME_INSTANCE_H

#include "Error.h"
#include "Memory.h"

#include <algorithm>
#include <atomic>
#include <memory>

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

// ThreadSanitizer sees none of the synchronization within a TBB that was not built
// with it. Under it, tasks run on plain threads, so that it checks our own.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define MOLT_UNDER_TSAN 1
#include <future>
#include <vector>
#endif
#endif

/// A runtime instance: memory, threads and callbacks.
struct MoltRuntime {
  explicit MoltRuntime(const MoltRuntimeOptions &options);

  molt::rt::MemoryPool pool;
  const int32_t threads;
  MoltRuntimeOptions options;
  /// TBB caps its workers at the number of cores; this lifts the cap where the
  /// caller asked for more (tests do, to provoke races on small machines).
  std::unique_ptr<tbb::global_control> moreThreads;
  tbb::task_arena arena;
  /// After this many bytes of one utf8 column a result begins a new chunk, as
  /// int32 offsets must not wrap. Tests lower it.
  int64_t resultChunkBytes = INT32_MAX;

  bool cancelled() const { return options.cancelled && options.cancelled(options.user) != 0; }
  /// Throws MOLT_CANCELLED if the callback says so.
  void checkCancelled() const;
};

namespace molt::rt {

/// Calls `body(task, worker)` for every task in [0, tasks), on the arena's threads
/// if `parallel`. Tasks start in order. The first exception stops it and is
/// rethrown. Worker slots are below runtime.threads; slot 0 if not parallel.
template <typename Body>
void forEachTask(MoltRuntime &runtime, bool parallel, int64_t tasks, Body &&body) {
  if (!parallel || runtime.threads == 1 || tasks <= 1) {
    for (int64_t task = 0; task < tasks; ++task)
      body(task, 0);
    return;
  }
  // An atomic counter instead of TBB's range splitting: workers move through the
  // data together and in order, which keeps what they share in cache and lets a
  // failure early in a table stop the scan early.
  std::atomic<int64_t> next{0};
  auto work = [&](int32_t worker) {
    for (;;) {
      int64_t task = next.fetch_add(1, std::memory_order_relaxed);
      if (task >= tasks)
        return;
      try {
        body(task, worker);
      } catch (...) {
        next.store(tasks, std::memory_order_relaxed);
        throw;
      }
    }
  };
  int64_t workers = std::min<int64_t>(tasks, runtime.threads);
#if MOLT_UNDER_TSAN
  std::vector<std::future<void>> threads;
  for (int64_t worker = 0; worker < workers; ++worker)
    threads.push_back(std::async(std::launch::async, work, static_cast<int32_t>(worker)));
  for (std::future<void> &thread : threads)
    thread.wait();
  for (std::future<void> &thread : threads)
    thread.get();
#else
  runtime.arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<int64_t>(0, workers, 1),
        [&](const tbb::blocked_range<int64_t> &range) {
          for (int64_t i = range.begin(); i != range.end(); ++i)
            work(tbb::this_task_arena::current_thread_index());
        },
        tbb::simple_partitioner());
  });
#endif
}

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_INSTANCE_H
