//===- Result.cpp - The state that collects a run's result ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Result.h"

#include "StringView.h"

#include <cstring>
#include <tuple>

using namespace molt::rt;

/// Rows of a segment, and rows from which on a chunk is full: small enough that
/// a scan of the result has morsels for all threads, large enough that many
/// morsels with few rows become few chunks.
static constexpr int64_t segmentRows = 65536;
static constexpr int64_t firstSegmentRows = 2048;

/// Bytes of a value while it is collected.
static int64_t collectedWidth(const MoltType &type) {
  if (hasBits(type))
    return 1;
  return hasBytes(type) ? sizeof(int64_t) : valueWidth(type);
}

ResultState::ResultState(MoltExecution &execution)
    : execution(execution), locals(execution.runtime.threads) {}

static void growSegment(MemoryPool &pool, ResultSegment &segment,
                        const std::vector<MoltType> &types, int64_t capacity) {
  for (size_t i = 0; i < types.size(); ++i) {
    ResultColumn &column = segment.columns[i];
    // Offsets have one entry more; rows is 0 at first, and then so is offset 0.
    bool isUtf8 = hasBytes(types[i]);
    int64_t width = collectedWidth(types[i]);
    column.data.grow(pool, column.data ? (segment.rows + isUtf8) * width : 0,
                     (capacity + isUtf8) * width);
    if (isUtf8 && segment.rows == 0)
      column.data.data<int64_t>()[0] = 0;
    if (column.validity)
      column.validity.grow(pool, segment.rows, capacity);
  }
  segment.capacity = capacity;
}

/// The segment that takes `count` more rows of this worker.
static ResultSegment &segmentFor(MemoryPool &pool, const std::vector<MoltType> &types,
                                 ResultLocal &local, int64_t count) {
  if (local.segments.empty() ||
      (local.segments.back()->rows > 0 && local.segments.back()->rows + count > segmentRows)) {
    auto segment = std::make_unique<ResultSegment>();
    segment->columns.resize(types.size());
    local.segments.push_back(std::move(segment));
  }
  ResultSegment &segment = *local.segments.back();
  if (segment.rows + count > segment.capacity) {
    int64_t capacity = std::max(segment.capacity * 2, firstSegmentRows);
    growSegment(pool, segment, types,
                std::max(std::min(capacity, segmentRows), segment.rows + count));
  }
  return segment;
}

namespace {
/// The buffers of a MoltBatchColumn.
struct BatchBuffers {
  const uint8_t *data, *hi, *validity;
};
} // namespace

static BatchBuffers resolve(const MoltBatchColumn &column, const uint8_t *base) {
  uintptr_t start = reinterpret_cast<uintptr_t>(base);
  auto at = [start](int64_t distance) {
    return distance ? reinterpret_cast<const uint8_t *>(start + distance) : nullptr;
  };
  return {at(column.data), at(column.hi), at(column.validity)};
}

static void appendStrings(MemoryPool &pool, ResultColumn &column, const BatchBuffers &batch,
                          int64_t at, int64_t count) {
  const uint64_t *lo = reinterpret_cast<const uint64_t *>(batch.data);
  const uint64_t *hi = reinterpret_cast<const uint64_t *>(batch.hi);
  int64_t *offsets = column.data.data<int64_t>() + at;
  int64_t total = offsets[0];
  for (int64_t i = 0; i < count; ++i) {
    bool valid = !batch.validity || batch.validity[i];
    uint32_t length = valid ? static_cast<uint32_t>(lo[i]) : 0;
    if (length > maxUtf8Bytes)
      fail(MOLT_OVERFLOW, "a result string has %u bytes; at most %lld are possible", length,
           static_cast<long long>(maxUtf8Bytes));
    total += length;
    offsets[i + 1] = total;
  }
  if (total > static_cast<int64_t>(column.bytes.size()) || !column.bytes)
    column.bytes.grow(pool, offsets[0], std::max<int64_t>(2 * column.bytes.size(), total));
  uint8_t *bytes = column.bytes.data();
  for (int64_t i = 0; i < count; ++i) {
    StringView view{lo[i], hi[i]};
    if (int64_t length = offsets[i + 1] - offsets[i])
      memcpy(bytes + offsets[i], view.bytes(), length);
  }
}

static void appendValidity(MemoryPool &pool, ResultColumn &column, const BatchBuffers &batch,
                           int64_t at, int64_t count, int64_t capacity) {
  if (!column.validity) {
    if (!batch.validity || !memchr(batch.validity, 0, count))
      return;
    column.validity = Buffer(pool, capacity);
    memset(column.validity.data(), 1, at);
  }
  if (batch.validity)
    memcpy(column.validity.data() + at, batch.validity, count);
  else
    memset(column.validity.data() + at, 1, count);
}

void ResultState::append(const MoltMorsel &morsel, int64_t count, const MoltBatchColumn *columns,
                         const uint8_t *base) {
  if (count == 0)
    return;
  MemoryPool &pool = execution.runtime.pool;
  const std::vector<MoltType> &types = execution.resultTypes;
  ResultLocal &local = locals[morsel.worker];
  ResultSegment &segment = segmentFor(pool, types, local, count);
  for (size_t i = 0; i < types.size(); ++i) {
    ResultColumn &column = segment.columns[i];
    BatchBuffers batch = resolve(columns[i], base);
    if (types[i].nullable)
      appendValidity(pool, column, batch, segment.rows, count, segment.capacity);
    if (hasBytes(types[i])) {
      appendStrings(pool, column, batch, segment.rows, count);
    } else {
      int64_t width = collectedWidth(types[i]);
      memcpy(column.data.data() + segment.rows * width, batch.data, count * width);
    }
  }
  if (!local.pieces.empty()) {
    ResultPiece &last = local.pieces.back();
    if (last.scan == execution.scan && last.sequence == morsel.sequence &&
        last.segment == &segment) {
      last.rows += count;
      segment.rows += count;
      return;
    }
  }
  int64_t ordinal = local.pieces.size();
  local.pieces.push_back({execution.scan, morsel.sequence, ordinal, &segment, segment.rows, count});
  segment.rows += count;
}

//===----------------------------------------------------------------------===//
// From segments to chunks
//===----------------------------------------------------------------------===//

namespace {
/// Cuts pieces, in order, into chunks of a sensible number of rows whose utf8
/// columns stay within `bytesLimit`.
class ChunkPlanner {
public:
  ChunkPlanner(const std::vector<MoltType> &types, int64_t bytesLimit) : bytesLimit(bytesLimit) {
    for (size_t i = 0; i < types.size(); ++i)
      if (hasBytes(types[i]))
        utf8Columns.push_back(i);
    bytes.resize(utf8Columns.size());
  }

  void add(ResultPiece piece) {
    while (piece.rows > 0) {
      int64_t rows = rowsThatFit(piece);
      if (rows == 0) {
        closeChunk();
        continue;
      }
      ResultPiece part = piece;
      part.rows = rows;
      for (size_t i = 0; i < utf8Columns.size(); ++i)
        bytes[i] += partBytes(part, utf8Columns[i]);
      chunk.push_back(part);
      chunkRows += rows;
      piece.begin += rows;
      piece.rows -= rows;
      if (chunkRows >= segmentRows)
        closeChunk();
    }
  }

  std::vector<std::vector<ResultPiece>> finish() {
    closeChunk();
    return std::move(chunks);
  }

private:
  static int64_t partBytes(const ResultPiece &part, size_t column) {
    const int64_t *offsets = part.segment->columns[column].data.data<int64_t>() + part.begin;
    return offsets[part.rows] - offsets[0];
  }

  int64_t rowsThatFit(const ResultPiece &piece) const {
    int64_t rows = piece.rows;
    for (size_t i = 0; i < utf8Columns.size(); ++i) {
      const int64_t *offsets =
          piece.segment->columns[utf8Columns[i]].data.data<int64_t>() + piece.begin;
      const int64_t *behind =
          std::upper_bound(offsets + 1, offsets + rows + 1, offsets[0] + bytesLimit - bytes[i]);
      rows = behind - (offsets + 1);
    }
    // A string above the (test's) limit still needs a chunk to be in.
    return rows == 0 && chunk.empty() ? 1 : rows;
  }

  void closeChunk() {
    if (!chunk.empty())
      chunks.push_back(std::move(chunk));
    chunk.clear();
    chunkRows = 0;
    std::fill(bytes.begin(), bytes.end(), 0);
  }

  const int64_t bytesLimit;
  std::vector<size_t> utf8Columns;
  std::vector<int64_t> bytes; ///< Of the open chunk, by utf8 column.
  std::vector<ResultPiece> chunk;
  int64_t chunkRows = 0;
  std::vector<std::vector<ResultPiece>> chunks;
};
} // namespace

static int64_t buildValidity(MemoryPool &pool, const std::vector<ResultPiece> &pieces, size_t index,
                             int64_t rows, Buffer &out) {
  bool any = false;
  for (const ResultPiece &piece : pieces)
    any |= static_cast<bool>(piece.segment->columns[index].validity);
  if (!any)
    return 0;
  out = Buffer::zeroed(pool, bitmapBytes(rows));
  int64_t row = 0, nulls = 0;
  for (const ResultPiece &piece : pieces) {
    const Buffer &validity = piece.segment->columns[index].validity;
    for (int64_t i = 0; i < piece.rows; ++i, ++row) {
      if (!validity || validity.data()[piece.begin + i])
        setBit(out.data(), row);
      else
        ++nulls;
    }
  }
  return nulls;
}

static void buildStrings(MemoryPool &pool, const std::vector<ResultPiece> &pieces, size_t index,
                         int64_t rows, Column &out) {
  int64_t total = 0;
  for (const ResultPiece &piece : pieces) {
    const int64_t *offsets = piece.segment->columns[index].data.data<int64_t>() + piece.begin;
    total += offsets[piece.rows] - offsets[0];
  }
  out.data = Buffer(pool, (rows + 1) * sizeof(int32_t));
  out.bytes = Buffer(pool, total);
  int32_t *outOffsets = out.data.data<int32_t>();
  int64_t at = 0;
  for (const ResultPiece &piece : pieces) {
    const ResultColumn &column = piece.segment->columns[index];
    const int64_t *offsets = column.data.data<int64_t>() + piece.begin;
    for (int64_t i = 0; i < piece.rows; ++i)
      *outOffsets++ = static_cast<int32_t>(at + offsets[i] - offsets[0]);
    int64_t length = offsets[piece.rows] - offsets[0];
    memcpy(out.bytes.data() + at, column.bytes.data() + offsets[0], length);
    at += length;
  }
  *outOffsets = static_cast<int32_t>(at);
}

static void buildValues(MemoryPool &pool, const std::vector<ResultPiece> &pieces, size_t index,
                        const MoltType &type, int64_t rows, Column &out) {
  int64_t row = 0;
  if (hasBits(type)) {
    out.data = Buffer::zeroed(pool, bitmapBytes(rows));
    for (const ResultPiece &piece : pieces) {
      const uint8_t *values = piece.segment->columns[index].data.data() + piece.begin;
      for (int64_t i = 0; i < piece.rows; ++i, ++row)
        if (values[i])
          setBit(out.data.data(), row);
    }
    return;
  }
  int64_t width = valueWidth(type);
  out.data = Buffer(pool, rows * width);
  for (const ResultPiece &piece : pieces) {
    memcpy(out.data.data() + row * width,
           piece.segment->columns[index].data.data() + piece.begin * width, piece.rows * width);
    row += piece.rows;
  }
}

/// Zeroes what is stored under nulls: tables are then equal byte for byte
/// whatever computed them.
static void clearNullValues(Column &column, const MoltType &type, int64_t rows) {
  if (hasBytes(type))
    return;
  int64_t width = valueWidth(type);
  for (int64_t row = 0; row < rows; ++row) {
    if (getBit(column.validity.data(), row))
      continue;
    if (hasBits(type))
      clearBit(column.data.data(), row);
    else
      memset(column.data.data() + row * width, 0, width);
  }
}

static Chunk buildChunk(MemoryPool &pool, const std::vector<MoltType> &types,
                        const std::vector<ResultPiece> &pieces) {
  Chunk chunk;
  for (const ResultPiece &piece : pieces)
    chunk.rows += piece.rows;
  chunk.columns.resize(types.size());
  for (size_t i = 0; i < types.size(); ++i) {
    Column &column = chunk.columns[i];
    int64_t nulls = buildValidity(pool, pieces, i, chunk.rows, column.validity);
    if (hasBytes(types[i]))
      buildStrings(pool, pieces, i, chunk.rows, column);
    else
      buildValues(pool, pieces, i, types[i], chunk.rows, column);
    if (nulls)
      clearNullValues(column, types[i], chunk.rows);
    column.setOwnedView(types[i], nulls);
    column.statistics = computeStatistics(column.view, types[i], chunk.rows);
  }
  return chunk;
}

void ResultState::finish(MoltTable &table) {
  std::vector<ResultPiece> pieces;
  for (const ResultLocal &local : locals)
    pieces.insert(pieces.end(), local.pieces.begin(), local.pieces.end());
  std::sort(pieces.begin(), pieces.end(), [](const ResultPiece &a, const ResultPiece &b) {
    return std::tie(a.scan, a.sequence, a.ordinal) < std::tie(b.scan, b.sequence, b.ordinal);
  });
  ChunkPlanner planner(execution.resultTypes, execution.runtime.resultChunkBytes);
  for (const ResultPiece &piece : pieces)
    planner.add(piece);
  std::vector<std::vector<ResultPiece>> plan = planner.finish();
  std::vector<Chunk> chunks(plan.size());
  forEachTask(execution.runtime, true, plan.size(), [&](int64_t task, int32_t) {
    execution.runtime.checkCancelled();
    chunks[task] = buildChunk(execution.runtime.pool, execution.resultTypes, plan[task]);
  });
  for (Chunk &chunk : chunks)
    table.addChunk(std::move(chunk));
}

MoltState *molt_rt_result_create(MoltExecution *execution) {
  return executionPointer(execution, [&]() -> MoltState * {
    // One result per run: pipelines that end in the same result share it.
    if (!execution->result)
      execution->result = execution->addState(std::make_unique<ResultState>(*execution));
    return execution->result;
  });
}

int32_t molt_rt_result_append(MoltExecution *execution, MoltState *state, const MoltMorsel *morsel,
                              int64_t count, const MoltBatchColumn *columns, const uint8_t *base) {
  return executionStatus(execution, [&] {
    // Called per batch, so without the check of stateAs: there is but one result.
    if (state != execution->result)
      fail(MOLT_INTERNAL, "compiled code passed a state of the wrong kind to the runtime");
    execution->result->append(*morsel, count, columns, base);
  });
}
