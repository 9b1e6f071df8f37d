//===- Interrupt.cpp - Ctrl-C ---------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interrupt.h"
#include <atomic>
#include <csignal>
#include <cstdlib>

static std::atomic<int> interrupted{0};
static_assert(std::atomic<int>::is_always_lock_free, "is set by a signal handler");

void molt::run::catchInterrupts() {
  auto handler = [](int signal) {
    if (interrupted.exchange(1))
      std::_Exit(128 + signal);
  };
  std::signal(SIGINT, handler);
  std::signal(SIGTERM, handler);
}

bool molt::run::isInterrupted() { return interrupted.load(std::memory_order_relaxed); }
