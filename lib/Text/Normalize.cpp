//===- Normalize.cpp - The normalization forms of Unicode -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Unicode Standard Annex 15. What the quick check finds to be normalized stays as it is.
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

#include <algorithm>
#include <vector>

using namespace molt::text;

namespace {
/// The values of molt_str's NormalizationForm.
enum class Form : int64_t { nfc, nfd, nfkc, nfkd };

struct Normalizer {
  Form form;
  Unicode unicode;
  std::vector<char32_t> points;
  /// A run of marks: class and place in the run, code point.
  std::vector<std::pair<uint64_t, char32_t>> marks;

  bool composes() const { return form == Form::nfc || form == Form::nfkc; }
  bool isCompatible() const { return form == Form::nfkc || form == Form::nfkd; }

  /// Whether a text is certainly in the form.
  bool isQuicklyNormal(Span text) const {
    static constexpr uint32_t doubts[] = {NfcNo | NfcMaybe, NfdNo, NfkcNo | NfkcMaybe, NfkdNo};
    uint32_t doubt = doubts[static_cast<int64_t>(form)];
    uint8_t last = 0;
    for (const uint8_t *at = text.begin; at < text.end;) {
      if (*at < 0x80) {
        ++at, last = 0;
        continue;
      }
      char32_t point = readCodePoint(at);
      uint8_t order = getCombiningClass(point, unicode);
      if ((getProperties(point, unicode) & doubt) || (order && order < last))
        return false;
      last = order;
    }
    return true;
  }

  /// Sets `points`.
  void normalize(Span text) {
    points.clear();
    char32_t parts[longestDecomposition];
    for (const uint8_t *at = text.begin; at < text.end;) {
      unsigned count = decompose(readCodePoint(at), isCompatible(), parts, unicode);
      points.insert(points.end(), parts, parts + count);
    }
    // Runs of marks in the order of their classes.
    for (size_t begin = 0; begin < points.size(); ++begin) {
      marks.clear();
      for (size_t i = begin; i < points.size(); ++i) {
        uint64_t order = getCombiningClass(points[i], unicode);
        if (order == 0)
          break;
        marks.push_back({order << 32 | marks.size(), points[i]});
      }
      std::sort(marks.begin(), marks.end());
      for (const auto &mark : marks)
        points[begin++] = mark.second;
    }
    if (composes())
      composeAll();
  }

  void composeAll() {
    size_t size = 0, starter = SIZE_MAX;
    uint8_t last = 0; // The class of what is kept behind the starter.
    for (char32_t point : points) {
      uint8_t order = getCombiningClass(point, unicode);
      bool isBlocked = starter != size - 1 && last >= order;
      if (starter != SIZE_MAX && !isBlocked)
        if (char32_t composed = compose(points[starter], point, unicode)) {
          points[starter] = composed;
          continue;
        }
      if (order == 0)
        starter = size;
      last = order;
      points[size++] = point;
    }
    points.resize(size);
  }

  uint64_t countBytes() const {
    uint64_t bytes = 0;
    for (char32_t point : points)
      bytes += getSequenceLength(point);
    return bytes;
  }
};
} // namespace

void kernels::normalize(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Normalizer normalizer = {
      static_cast<Form>(getParameter(call, 0)), Encoding(call).unicode, {}, {}};
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    if (normalizer.isQuicklyNormal(text)) {
      out.set(row, view);
      continue;
    }
    normalizer.normalize(text);
    uint8_t *at = out.start(normalizer.countBytes());
    for (char32_t point : normalizer.points)
      at = writeCodePoint(at, point);
    out.finish(row, at);
  }
}

void kernels::is_normalized(const MoltTextCall &call, Arena &) {
  Strings strings(call, 0);
  Normalizer normalizer = {
      static_cast<Form>(getParameter(call, 0)), Encoding(call).unicode, {}, {}};
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    bool isNormal = normalizer.isQuicklyNormal(text);
    if (!isNormal) {
      normalizer.normalize(text);
      isNormal = true;
      const uint8_t *at = text.begin;
      for (char32_t point : normalizer.points)
        isNormal = isNormal && at < text.end && readCodePoint(at) == point;
      isNormal &= at == text.end;
    }
    setBool(call, row, isNormal);
  }
}
