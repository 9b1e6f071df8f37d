//===- Threads.h - Running a function on several threads --------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_THREADS_H
#define MOLT_BENCH_DATAGEN_THREADS_H

#include <thread>
#include <vector>

namespace molt::datagen {

/// Calls `work()` on `threads` threads at once, this one among them, and waits.
template <typename Work> void onThreads(unsigned threads, const Work &work) {
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i)
    others.emplace_back(work);
  work();
  for (std::thread &other : others)
    other.join();
}

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_THREADS_H
