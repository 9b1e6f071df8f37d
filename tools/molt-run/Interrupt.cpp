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
#include <unistd.h>

static std::atomic<int> interrupted{0}, asked{0};
static_assert(std::atomic<int>::is_always_lock_free, "is used by a signal handler");

/// Ends the process where nothing asks for the flag: nothing has been written then, so
/// that there is nothing to clean up either.
static void handleInterrupt(int signal) {
  bool isFirst = !interrupted.exchange(1);
  if (isFirst && asked)
    return;
  if (!isFirst)
    std::_Exit(128 + signal);
  static const char message[] = "molt-run: error: cancelled; no result was written\n";
  ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
  static_cast<void>(written); // There is no other place to complain.
  std::_Exit(1);
}

void molt::run::catchInterrupts() {
  std::signal(SIGINT, handleInterrupt);
  std::signal(SIGTERM, handleInterrupt);
}

molt::run::AskForInterrupts::AskForInterrupts() { ++asked; }
molt::run::AskForInterrupts::~AskForInterrupts() { --asked; }

bool molt::run::isInterrupted() { return interrupted.load(std::memory_order_relaxed); }
