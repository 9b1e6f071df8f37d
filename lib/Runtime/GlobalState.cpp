//===- GlobalState.cpp - States of one row per worker ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"

using namespace molt::rt;

namespace {
/// Workers update their rows without synchronization, each in cache lines of its
/// own.
struct GlobalState : MoltState {
  int64_t stride = 0;
  Buffer rows;
};
} // namespace

MoltState *molt_rt_global_create(MoltExecution *execution, int64_t row_bytes) {
  return executionPointer(execution, [&]() -> MoltState * {
    // No result column may need no bytes at all (a count of rows folded away).
    checkRowBytes(row_bytes, 0);
    auto state = std::make_unique<GlobalState>();
    state->stride = (row_bytes + 127) / 128 * 128;
    state->rows =
        Buffer::zeroed(execution->runtime.pool, state->stride * execution->runtime.threads);
    return execution->addState(std::move(state));
  });
}

void *molt_rt_global_row(MoltState *state, int32_t worker) {
  GlobalState *global = static_cast<GlobalState *>(state);
  return global->rows.data() + worker * global->stride;
}

MoltRows *molt_rt_global_finish(MoltExecution *execution, MoltState *state) {
  return executionPointer(execution, [&] {
    MoltRows *rows = execution->addRows(1);
    rows->data()[0] = stateAs<GlobalState>(state).rows.data();
    return rows;
  });
}
