//===- Instance.cpp - Runtime instances -----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Instance.h"

#include "StringKernels.h"

#include <cstdio>
#include <thread>

#include <hwy/base.h>
#include <hwy/highway.h>
#include <tbb/info.h>
#include <tbb/version.h>

using namespace molt::rt;

static int32_t threadCount(int32_t asked) {
  if (asked > 0)
    return asked;
  unsigned cores = std::thread::hardware_concurrency();
  return cores ? cores : 1;
}

MoltRuntime::MoltRuntime(const MoltRuntimeOptions &options)
    : pool(options.memory_limit, options.fail_allocation), threads(threadCount(options.threads)),
      options(options), arena(threads) {
  if (threads > tbb::info::default_concurrency())
    moreThreads = std::make_unique<tbb::global_control>(
        tbb::global_control::max_allowed_parallelism, threads);
}

void MoltRuntime::checkCancelled() const {
  if (cancelled())
    fail(MOLT_CANCELLED, "cancelled");
}

int32_t molt_runtime_create(const MoltRuntimeOptions *options, MoltRuntime **out,
                            MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    MoltRuntimeOptions defaults = {};
    if (!options)
      options = &defaults;
    // More slots than this are a mistake of the caller, and TBB would obey.
    constexpr int32_t mostThreads = 4096;
    if (options->threads < 0 || options->threads > mostThreads)
      fail(MOLT_SCHEMA, "threads is %d; expected 0 (one per core) to %d", options->threads,
           mostThreads);
    if (options->memory_limit < 0)
      fail(MOLT_SCHEMA, "memory_limit is %lld; expected a number of bytes, or 0 for no limit",
           static_cast<long long>(options->memory_limit));
    *out = new MoltRuntime(*options);
  });
}

void molt_runtime_destroy(MoltRuntime *runtime) { delete runtime; }

int32_t molt_runtime_threads(const MoltRuntime *runtime) { return runtime->threads; }

int64_t molt_runtime_bytes(const MoltRuntime *runtime) { return runtime->pool.bytes(); }

int64_t molt_runtime_peak_bytes(const MoltRuntime *runtime) { return runtime->pool.peakBytes(); }

const char *molt_runtime_version(void) {
  struct Text {
    char characters[128];
    Text() {
      snprintf(characters, sizeof(characters),
               "Molt runtime %s (Highway %d.%d.%d, TBB %d.%d, kernels for %s)", MOLT_VERSION,
               HWY_MAJOR, HWY_MINOR, HWY_PATCH, TBB_VERSION_MAJOR, TBB_VERSION_MINOR,
               kernelTargetName());
    }
  };
  static const Text text;
  return text.characters;
}
