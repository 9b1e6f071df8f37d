//===- Execution.cpp - One run of a compiled program ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Execution.h"

#include "Result.h"

using namespace molt::rt;

void MoltExecution::recordError(const MoltError &error) noexcept {
  std::lock_guard<std::mutex> lock(errorMutex);
  if (hasError)
    return;
  hasError = true;
  firstError = error;
}

MoltError MoltExecution::errorFor(int32_t code) noexcept {
  std::lock_guard<std::mutex> lock(errorMutex);
  if (hasError && firstError.code == code)
    return firstError;
  return makeError(code, molt_status_name(code));
}

MoltRows *MoltExecution::addRows(int64_t count) {
  auto finished = std::make_unique<MoltRows>();
  finished->addresses = Buffer(runtime.pool, count * sizeof(uint8_t *));
  finished->count = count;
  rows.push_back(std::move(finished));
  return rows.back().get();
}

void molt::rt::checkCallback(MoltExecution &execution, int32_t status) {
  if (status == MOLT_OK)
    return;
  Failure failure;
  failure.error = execution.errorFor(status);
  throw failure;
}

static Input resolveInput(const MoltInput &input, int32_t ordinal) {
  if (!input.table)
    fail(MOLT_SCHEMA, "input %d has no table", ordinal);
  Input resolved;
  molt_table_retain(input.table);
  resolved.table.reset(input.table);
  resolved.columns.assign(input.columns, input.columns + input.column_count);
  int32_t tableColumns = molt_table_columns(input.table);
  for (int32_t column : resolved.columns)
    if (column < 0 || column >= tableColumns)
      fail(MOLT_SCHEMA, "input %d maps to column %d of a table with %d columns", ordinal, column,
           tableColumns);
  resolved.views.reserve(input.table->chunks.size() * resolved.columns.size());
  for (const Chunk &chunk : input.table->chunks)
    for (int32_t column : resolved.columns)
      resolved.views.push_back(chunk.columns[column].view);
  return resolved;
}

int32_t molt_run(MoltRuntime *runtime, MoltEntryFn entry, const MoltInput *inputs,
                 int32_t input_count, const MoltField *fields, int32_t field_count,
                 const MoltRunOptions *options, MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    MoltRunOptions chosen = {};
    if (options)
      chosen = *options;
    if (chosen.batch_size < 0 || chosen.morsel_rows < 0)
      fail(MOLT_SCHEMA, "batch_size is %lld and morsel_rows is %lld; neither may be negative",
           static_cast<long long>(chosen.batch_size), static_cast<long long>(chosen.morsel_rows));
    if (chosen.batch_size > MOLT_MAX_BATCH_ROWS)
      fail(MOLT_SCHEMA, "batch_size is %lld; at most %d rows are possible",
           static_cast<long long>(chosen.batch_size), MOLT_MAX_BATCH_ROWS);
    if (chosen.batch_size == 0)
      chosen.batch_size = MOLT_MAX_BATCH_ROWS;
    TablePointer table = makeTable(*runtime, fields, field_count);
    MoltExecution execution(*runtime, chosen);
    execution.resultNames = table->names;
    execution.resultTypes = table->types;
    for (int32_t i = 0; i < input_count; ++i)
      execution.inputs.push_back(resolveInput(inputs[i], i));
    runtime->checkCancelled();
    checkCallback(execution, entry(&execution));
    if (execution.result)
      execution.result->finish(*table);
    *out = table.release();
  });
}

int32_t molt_rt_worker_count(MoltExecution *execution) { return execution->runtime.threads; }

int64_t molt_rt_batch_size(MoltExecution *execution) { return execution->options.batch_size; }

int64_t molt_rt_hash_mask(MoltExecution *execution) {
  return execution->options.zero_hashes ? 0 : -1;
}

void *molt_rt_scratch(MoltExecution *execution, int32_t worker, int64_t bytes) {
  return executionPointer(execution, [&]() -> void * {
    Buffer &block = execution->scratch[worker].block;
    if (!block || static_cast<int64_t>(block.size()) < bytes) {
      // Free first: the old content is not needed, and both need not fit.
      block.reset();
      block = Buffer(execution->runtime.pool, bytes);
    }
    return block.data();
  });
}

int32_t molt_rt_fail(MoltExecution *execution, int32_t code, const char *message,
                     const char *location, int64_t row) {
  MoltError error = makeError(code, message, location);
  error.row = row;
  execution->recordError(error);
  return code;
}

int32_t molt_rt_check_cancelled(MoltExecution *execution) {
  return executionStatus(execution, [&] { execution->runtime.checkCancelled(); });
}

int32_t molt_rt_guard_column(MoltExecution *execution, int32_t input, int32_t column,
                             int64_t max_nulls, int32_t has_range, int64_t min_low,
                             int64_t min_high, int64_t max_low, int64_t max_high,
                             int32_t unique) {
  const Input &source = execution->inputs[input];
  const MoltTable *table = source.table.get();
  int32_t ordinal = source.columns[column];
  MoltColumnStatistics statistics = molt_table_statistics(table, ordinal);
  if (statistics.null_count > max_nulls)
    return MOLT_GUARD_FAILED;
  if (unique && !statistics.is_ascending && statistics.null_count != table->rows)
    return MOLT_GUARD_FAILED;
  if (!has_range || statistics.null_count == table->rows)
    return MOLT_OK;
  if (!statistics.has_range ||
      joinHalves(statistics.min_low, statistics.min_high) < joinHalves(min_low, min_high) ||
      joinHalves(statistics.max_low, statistics.max_high) > joinHalves(max_low, max_high))
    return MOLT_GUARD_FAILED;
  return MOLT_OK;
}

int32_t molt_rt_guard_rows(MoltExecution *execution, int32_t input, int64_t max_rows) {
  return execution->inputs[input].table->rows <= max_rows ? MOLT_OK : MOLT_GUARD_FAILED;
}
