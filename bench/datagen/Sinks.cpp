//===- Sinks.cpp - Where generated rows go --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Sinks.h"
#include <vector>

using namespace molt::datagen;

namespace {

constexpr int32_t firstDay = 8035; // 1992-01-01

/// "YYYY-MM-DD" of every day of 1992 to 1999, one behind the other.
std::vector<char> spellDays() {
  std::vector<char> out;
  for (int year = 1992; year < 2000; ++year) {
    const int february = year % 4 == 0 ? 29 : 28; // no century in the range
    const int lengths[] = {31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= lengths[month - 1]; ++day)
        for (char c : {'1', '9', '9', char('0' + year % 10), '-', char('0' + month / 10),
                       char('0' + month % 10), '-', char('0' + day / 10), char('0' + day % 10)})
          out.push_back(c);
  }
  return out;
}

} // namespace

void TextSink::date(int32_t days) {
  static const std::vector<char> spelled = spellDays();
  std::memcpy(next, &spelled[static_cast<size_t>(days - firstDay) * 10], 10);
  next += 10;
  *next++ = delimiter;
}

void TextSink::grow() {
  std::unique_ptr<char[]> bigger(new char[2 * capacity]);
  size_t size = contents().size();
  std::memcpy(bigger.get(), buffer.get(), size);
  buffer = std::move(bigger);
  next = buffer.get() + size;
  capacity *= 2;
}
