//===- Result.h - The state that collects a run's result --------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_RESULT_H
#define MOLT_LIB_RUNTIME_RESULT_H

#include "Execution.h"

namespace molt::rt {

/// Rows of one column as they arrive: values in table width, strings as offsets
/// and bytes, validity as bytes.
struct ResultColumn {
  Buffer data;     ///< utf8: int64 offsets, one more than rows; bool: bytes.
  Buffer bytes;    ///< utf8 only.
  Buffer validity; ///< One byte each; absent while no null was seen.
};

/// Up to a few ten thousand rows that one worker collected.
struct ResultSegment {
  int64_t rows = 0;
  int64_t capacity = 0;
  std::vector<ResultColumn> columns;
};

/// Rows of one morsel within a segment.
struct ResultPiece {
  int64_t scan;
  int64_t sequence;
  int64_t ordinal; ///< Among the worker's pieces; one worker runs a morsel.
  const ResultSegment *segment;
  int64_t begin;
  int64_t rows;
};

/// What a worker collected.
struct alignas(64) ResultLocal {
  std::vector<std::unique_ptr<ResultSegment>> segments;
  std::vector<ResultPiece> pieces;
};

/// Collects batches by worker without synchronization; `finish` puts the morsels
/// in order and lays the rows out as a table's chunks.
class ResultState : public MoltState {
public:
  explicit ResultState(MoltExecution &execution);

  void append(const MoltMorsel &morsel, int64_t count, const MoltBatchColumn *columns,
              const uint8_t *base);
  void finish(MoltTable &table);

private:
  MoltExecution &execution;
  std::vector<ResultLocal> locals;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_RESULT_H
