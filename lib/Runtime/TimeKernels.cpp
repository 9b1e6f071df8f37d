//===- TimeKernels.cpp - Dates and times to and from strings --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels over a batch. Rows that are null come with some valid view or any value.
//
//===----------------------------------------------------------------------===//

#include "Execution.h"
#include "StringView.h"
#include "TimeText.h"
#include "Utf8.h"

#include <cstring>

using namespace molt::rt;

/// The type of which kernels are told. Parsers ask for a zone only whether there is one.
static MoltType makeType(int32_t kind, int32_t scale, int32_t hasZone) {
  return {kind, 0, scale, 0, hasZone ? "UTC" : nullptr};
}

static TextError parseView(const StringView &text, const MoltType &type, int64_t &out) {
  const char *bytes = reinterpret_cast<const char *>(text.bytes());
  return parseTimeValue(bytes, bytes + text.length(), type, out);
}

static TextError parseView(const StringView &text, Interval &out) {
  const char *bytes = reinterpret_cast<const char *>(text.bytes());
  return parseInterval(bytes, bytes + text.length(), out);
}

void molt_rt_view_parse(const uint64_t *lo, const uint64_t *hi, int64_t stride, int64_t count,
                        int32_t kind, int32_t scale, int32_t has_zone, void *out) {
  MoltType type = makeType(kind, scale, has_zone);
  for (int64_t i = 0; i < count; ++i) {
    StringView text = {lo[i * stride], hi[i * stride]};
    if (kind == MOLT_INTERVAL) {
      Interval interval = {};
      parseView(text, interval);
      memcpy(static_cast<char *>(out) + i * sizeof(Interval), &interval, sizeof(Interval));
      continue;
    }
    int64_t value = 0;
    parseView(text, type, value);
    if (kind == MOLT_DATE32)
      static_cast<int32_t *>(out)[i] = static_cast<int32_t>(value);
    else
      static_cast<int64_t *>(out)[i] = value;
  }
}

void molt_rt_view_can_parse(const uint64_t *lo, const uint64_t *hi, int64_t stride, int64_t count,
                            int32_t kind, int32_t scale, int32_t has_zone, uint8_t *out) {
  MoltType type = makeType(kind, scale, has_zone);
  for (int64_t i = 0; i < count; ++i) {
    StringView text = {lo[i * stride], hi[i * stride]};
    if (kind == MOLT_UTF8) {
      out[i] = findInvalidUtf8(text.bytes(), text.length()) == text.length();
      continue;
    }
    if (kind == MOLT_INTERVAL) {
      Interval ignored;
      out[i] = parseView(text, ignored) == TextError::None;
      continue;
    }
    int64_t ignored;
    out[i] = parseView(text, type, ignored) == TextError::None;
  }
}

/// Writes value `index` of an array.
static char *formatValue(const void *values, int64_t index, const MoltType &type, char *out) {
  if (type.kind == MOLT_DATE32)
    return formatDate(static_cast<const int32_t *>(values)[index], out);
  if (type.kind != MOLT_INTERVAL)
    return formatTimeValue(static_cast<const int64_t *>(values)[index], type, out);
  Interval value;
  memcpy(&value, static_cast<const char *>(values) + index * sizeof(Interval), sizeof(Interval));
  return formatInterval(value, out);
}

int32_t molt_rt_view_format(MoltExecution *execution, int32_t worker, const void *values,
                            int64_t stride, int64_t count, int32_t kind, int32_t scale,
                            int32_t has_zone, uint64_t *out_lo, uint64_t *out_hi) {
  return executionStatus(execution, [&] {
    MoltType type = makeType(kind, scale, has_zone);
    StringArena &arena = execution->strings[worker];
    for (int64_t i = 0; i < count; ++i) {
      uint8_t *bytes = arena.reserve(maxValueText);
      char *begin = reinterpret_cast<char *>(bytes);
      char *end = formatValue(values, i * stride, type, begin);
      auto length = static_cast<uint32_t>(end - begin);
      if (length > inlineLength)
        arena.commit(length);
      StringView view = makeView(bytes, length);
      out_lo[i] = view.lo;
      out_hi[i] = view.hi;
    }
  });
}
