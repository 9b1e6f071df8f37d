//===- TimeTextTest.cpp - Text of times, durations and intervals ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeText.h"
#include "TestSupport.h"

#include <cstring>

using namespace molt::rt;
using namespace molt::rt::test;

static MoltType timeType(int32_t kind, int32_t scale, const char *zone = nullptr) {
  return {kind, 0, scale, 0, zone};
}

/// The value of a text, or minus the error.
static std::string parsed(const std::string &text, const MoltType &type) {
  int64_t value = 0;
  // On the heap without room behind it, so that sanitizers see reads beyond the end.
  std::vector<char> exact(text.begin(), text.end());
  TextError error = parseTimeValue(exact.data(), exact.data() + exact.size(), type, value);
  static const char *const names[] = {"", "syntax", "range", "scale", "date"};
  return error == TextError::None ? std::to_string(value) : names[static_cast<int>(error)];
}

static std::string formatted(int64_t value, const MoltType &type) {
  char text[maxValueText];
  char *end = formatTimeValue(value, type, text);
  EXPECT_LE(end - text, maxValueText);
  return std::string(text, end);
}

TEST(TimeText, Timestamps) {
  MoltType micro = timeType(MOLT_TIMESTAMP, 6);
  EXPECT_EQ(parsed("1970-01-01", micro), "0");
  EXPECT_EQ(parsed("1970-01-01 00:00", micro), "0");
  EXPECT_EQ(parsed("1970-01-01T00:00:01.5", micro), "1500000");
  EXPECT_EQ(parsed("1969-12-31 23:59:59.999999", micro), "-1");
  EXPECT_EQ(parsed("1970-01-01 00:00:00.000001000000", micro), "1");
  EXPECT_EQ(parsed("1970-01-01 00:00:00.0000011", micro), "scale");
  EXPECT_EQ(parsed("1970-01-01 24:00:00", micro), "range");
  EXPECT_EQ(parsed("1970-01-01 00:60", micro), "range");
  EXPECT_EQ(parsed("1970-02-29 00:00", micro), "date");
  for (const char *text :
       {"", "1970-01-0", "1970-01-01 ", "1970-01-01T", "1970-01-01 0:00", "1970-01-01 00",
        "1970-01-01 00:00:", "1970-01-01 00:00:00.", "1970-01-01 00:00.5", "1970-01-01 00:00Z",
        "1970-01-01 00:00 ", " 1970-01-01", "1970-01-01  00:00", "1970-01-01 00:00:0a"})
    EXPECT_EQ(parsed(text, micro), "syntax") << text;
  EXPECT_EQ(parsed("2262-04-11 23:47:16.854775807", timeType(MOLT_TIMESTAMP, 9)),
            "9223372036854775807");
  EXPECT_EQ(parsed("2262-04-11 23:47:16.854775808", timeType(MOLT_TIMESTAMP, 9)), "range");
}

TEST(TimeText, Zones) {
  MoltType zoned = timeType(MOLT_TIMESTAMP, 0, "Europe/Berlin");
  EXPECT_EQ(parsed("1970-01-01 00:00:00Z", zoned), "0");
  EXPECT_EQ(parsed("1970-01-01Z", zoned), "0");
  EXPECT_EQ(parsed("1970-01-01 01:00+01:00", zoned), "0");
  EXPECT_EQ(parsed("1970-01-01 00:00-0130", zoned), "5400");
  EXPECT_EQ(parsed("1970-01-01 00:00+14", zoned), "-50400");
  EXPECT_EQ(parsed("1970-01-01 00:00+24:00", zoned), "range");
  for (const char *text : {"1970-01-01 00:00", "1970-01-01 00:00+", "1970-01-01 00:00+1",
                           "1970-01-01 00:00+01:", "1970-01-01 00:00ZZ", "1970-01-01 00:00 Z"})
    EXPECT_EQ(parsed(text, zoned), "syntax") << text;
}

TEST(TimeText, TimesOfDay) {
  EXPECT_EQ(parsed("23:59:59.999", timeType(MOLT_TIME, 3)), "86399999");
  EXPECT_EQ(parsed("12:00", timeType(MOLT_TIME, 9)), "43200000000000");
  EXPECT_EQ(parsed("24:00", timeType(MOLT_TIME, 0)), "range");
  EXPECT_EQ(parsed("12", timeType(MOLT_TIME, 0)), "syntax");
  EXPECT_EQ(parsed("12:00:00Z", timeType(MOLT_TIME, 0)), "syntax");
}

TEST(TimeText, Durations) {
  MoltType milli = timeType(MOLT_DURATION, 3);
  EXPECT_EQ(parsed("P1DT2H3M4.5S", milli), "93784500");
  EXPECT_EQ(parsed("-PT0.001S", milli), "-1");
  EXPECT_EQ(parsed("PT100H", milli), "360000000");
  EXPECT_EQ(parsed("P0D", milli), "0");
  EXPECT_EQ(parsed("PT9223372036854775.807S", milli), "9223372036854775807");
  EXPECT_EQ(parsed("-PT9223372036854775.808S", milli), "-9223372036854775808");
  EXPECT_EQ(parsed("PT9223372036854775.808S", milli), "range");
  EXPECT_EQ(parsed("P99999999999999999999999D", milli), "range");
  EXPECT_EQ(parsed("PT0.0001S", milli), "scale");
  for (const char *text : {"",      "P",    "PT",    "-",      "1S",        "PT1",   "P1H",
                           "PT1D",  "P1DT", "P1D1D", "PT1S1M", "PT1.5M",    "P1.5D", "PT.5S",
                           "PT1.S", "P-1D", "PT1S ", "PTT1S",  "P1DT1HT1M", "P1Y",   "P1M"})
    EXPECT_EQ(parsed(text, milli), "syntax") << text;
}

/// Months, days and microseconds of a text, or its error.
static std::string parsedInterval(const std::string &text) {
  const Interval before = {-7, -8, -9};
  Interval value = before;
  std::vector<char> exact(text.begin(), text.end());
  TextError error = parseInterval(exact.data(), exact.data() + exact.size(), value);
  if (error == TextError::None)
    return std::to_string(value.months) + " " + std::to_string(value.days) + " " +
           std::to_string(value.microseconds);
  EXPECT_EQ(memcmp(&value, &before, sizeof(Interval)), 0) << text;
  static const char *const names[] = {"", "syntax", "range", "scale", "date"};
  return names[static_cast<int>(error)];
}

TEST(TimeText, TimesOutsideOfADay) {
  MoltType seconds = timeType(MOLT_TIME, 0), nanos = timeType(MOLT_TIME, 9);
  EXPECT_EQ(formatted(86400, seconds), "00:00:00");
  EXPECT_EQ(formatted(-1, seconds), "23:59:59");
  EXPECT_EQ(formatted(INT64_MAX, seconds), "15:30:07");
  EXPECT_EQ(formatted(INT64_MIN, seconds), "08:29:52");
  EXPECT_EQ(formatted(INT64_MIN, nanos), "00:12:43.145224192");
}

static std::string formattedInterval(int32_t months, int32_t days, int64_t microseconds) {
  char text[maxValueText];
  char *end = formatInterval({months, days, microseconds}, text);
  EXPECT_LE(end - text, maxValueText);
  return std::string(text, end);
}

TEST(TimeText, Intervals) {
  EXPECT_EQ(parsedInterval("P1Y2M3DT4H5M6.5S"), "14 3 14706500000");
  EXPECT_EQ(parsedInterval("P2Y"), "24 0 0");
  EXPECT_EQ(parsedInterval("P2M"), "2 0 0");
  EXPECT_EQ(parsedInterval("PT2M"), "0 0 120000000");
  EXPECT_EQ(parsedInterval("P1MT1M"), "1 0 60000000");
  EXPECT_EQ(parsedInterval("P5D"), "0 5 0");
  EXPECT_EQ(parsedInterval("P1YT1S"), "12 0 1000000");
  EXPECT_EQ(parsedInterval("PT0S"), "0 0 0");
  EXPECT_EQ(parsedInterval("P0Y"), "0 0 0");
  // Parts may be larger than the next unit, and begin with zeros.
  EXPECT_EQ(parsedInterval("P14M40DT100H90M"), "14 40 365400000000");
  EXPECT_EQ(parsedInterval("P000000000000000000000000000001Y01M"), "13 0 0");
  EXPECT_EQ(parsedInterval("PT1.000001S"), "0 0 1000001");
  EXPECT_EQ(parsedInterval("PT1.5000000000S"), "0 0 1500000");
}

TEST(TimeText, SignsOfIntervals) {
  EXPECT_EQ(parsedInterval("-P1Y2M3DT4H5M6.5S"), "-14 -3 -14706500000");
  EXPECT_EQ(parsedInterval("P-1Y2M-3DT4H-5M-6.5S"), "-10 -3 14093500000");
  EXPECT_EQ(parsedInterval("-P-1Y2M-3DT4H-5M-6.5S"), "10 3 -14093500000");
  EXPECT_EQ(parsedInterval("PT-0.5S"), "0 0 -500000");
  EXPECT_EQ(parsedInterval("-PT-0.5S"), "0 0 500000");
  EXPECT_EQ(parsedInterval("P1YT-1H0.25S"), "12 0 -3599750000");
  EXPECT_EQ(parsedInterval("P-0D"), "0 0 0");
}

TEST(TimeText, RangesOfIntervals) {
  EXPECT_EQ(parsedInterval("P2147483647M2147483647DT9223372036854.775807S"),
            "2147483647 2147483647 9223372036854775807");
  EXPECT_EQ(parsedInterval("P-2147483648M-2147483648DT-9223372036854.775808S"),
            "-2147483648 -2147483648 -9223372036854775808");
  EXPECT_EQ(parsedInterval("-P2147483648M2147483648DT9223372036854.775808S"),
            "-2147483648 -2147483648 -9223372036854775808");
  EXPECT_EQ(parsedInterval("P178956970Y7M"), "2147483647 0 0");
  for (const char *text :
       {"P2147483648M", "P-2147483649M", "-P-2147483648M", "P178956970Y8M", "P-178956970Y-9M",
        "P2147483648D", "P-2147483649D", "-P-2147483648D", "PT9223372036854.775808S",
        "PT-9223372036854.775809S", "-PT-9223372036854.775808S", "PT2562047789H", "PT153722867281M",
        "P18446744073709551615Y", "P18446744073709551616D", "PT99999999999999999999999S",
        "P18446744073709551617Y"})
    EXPECT_EQ(parsedInterval(text), "range") << text;
  // What counts is the sum, not the parts.
  EXPECT_EQ(parsedInterval("P178956971Y-5M"), "2147483647 0 0");
  EXPECT_EQ(parsedInterval("PT2562047789H-60M"), "0 0 9223372036800000000");
  EXPECT_EQ(parsedInterval("P-18446744073709551615Y18446744073709551615M"), "range");
  EXPECT_EQ(parsedInterval("PT-5124095577H18446744073709.551616S"), "0 0 -3490448384");
}

TEST(TimeText, WhatIsNoInterval) {
  for (const char *text :
       {"",       "-",      "P",      "-P",     "PT",      "P1",
        "1Y",     "P1DT",   "P1S",    "P1H",    "PT1Y",    "PT1D",
        "P1M1Y",  "P1D1M",  "PT1M1H", "PT1S1M", "P1Y1Y",   "P1M1M",
        "P1D1D",  "PT1H1H", "PT1M1M", "PT1S1S", "P1.5Y",   "P1.5D",
        "PT1.5H", "PT1.5M", "PT.5S",  "PT1.S",  "PT-.5S",  "+P1Y",
        "P+1Y",   "P1W",    "P--1Y",  "--P1Y",  "P-Y",     "P-",
        "PT-",    "P-T1S",  "P1Y-",   "PTT1S",  "P1DTT1S", "PT1ST1H",
        "P1Y ",   " P1Y",   "P 1Y",   "p1y",    "P1Y2",    "P1YT2",
        "1 year", "P1-2-3", "PT1,5S", "PT1.5",  "P1YM",    "P99999999999999999999X"})
    EXPECT_EQ(parsedInterval(text), "syntax") << text;
  EXPECT_EQ(parsedInterval("PT0.0000001S"), "scale");
  EXPECT_EQ(parsedInterval("PT-1.1234561S"), "scale");
  // The form is looked at first, then the digits, then the size.
  EXPECT_EQ(parsedInterval("PT0.0000001SX"), "syntax");
  EXPECT_EQ(parsedInterval("P99999999999999999999YT0.0000001S"), "scale");
}

TEST(TimeText, IntervalsAreWrittenShort) {
  EXPECT_EQ(formattedInterval(0, 0, 0), "PT0S");
  EXPECT_EQ(formattedInterval(14, 3, 14706500000), "P1Y2M3DT4H5M6.5S");
  EXPECT_EQ(formattedInterval(-14, 0, 0), "P-1Y-2M");
  EXPECT_EQ(formattedInterval(0, 0, -5400000000), "PT-1H-30M");
  EXPECT_EQ(formattedInterval(1, -1, 0), "P1M-1D");
  EXPECT_EQ(formattedInterval(12, 0, 1), "P1YT0.000001S");
  EXPECT_EQ(formattedInterval(0, 0, -500000), "PT-0.5S");
  EXPECT_EQ(formattedInterval(0, 0, -61500000), "PT-1M-1.5S");
  EXPECT_EQ(formattedInterval(0, 0, -60000000), "PT-1M");
  EXPECT_EQ(formattedInterval(0, 40, 90000000000), "P40DT25H");
  EXPECT_EQ(formattedInterval(INT32_MIN, INT32_MIN, INT64_MIN),
            "P-178956970Y-8M-2147483648DT-2562047788H-54.775808S");
  EXPECT_EQ(formattedInterval(INT32_MAX, INT32_MAX, INT64_MAX),
            "P178956970Y7M2147483647DT2562047788H54.775807S");
  // The longest.
  EXPECT_EQ(formattedInterval(-2147483639, INT32_MIN, -9223372036799999999),
            "P-178956969Y-11M-2147483648DT-2562047787H-59M-59.999999S");
}

TEST(TimeText, IntervalsComeBackTheSame) {
  uint64_t state = 88172645463325252u;
  auto next = [&] {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17; // xorshift64
    return static_cast<int64_t>(state) >> (state % 64);
  };
  for (int i = 0; i < 20000; ++i) {
    auto months = static_cast<int32_t>(next()), days = static_cast<int32_t>(next());
    int64_t microseconds = next();
    std::string text = formattedInterval(months, days, microseconds);
    EXPECT_EQ(parsedInterval(text), std::to_string(months) + " " + std::to_string(days) + " " +
                                        std::to_string(microseconds))
        << text;
  }
}

TEST(TimeText, KernelsOfIntervals) {
  TestRuntime runtime;
  const std::vector<std::string> strings = {"P1Y2M3DT4H5M6.5S", "P1", "-P1M-1D", "PT99999999999H",
                                            "P-178956969Y-11M-2147483648DT-2562047787H-59M-59.9S"};
  Views texts(strings);
  int64_t count = texts.size();
  std::vector<uint8_t> can(count);
  molt_rt_view_can_parse(texts.lo.data(), texts.hi.data(), 1, count, MOLT_INTERVAL, 0, 0,
                         can.data());
  EXPECT_EQ(can, (std::vector<uint8_t>{1, 0, 1, 0, 1}));
  // A value behind the last one, which stays.
  std::vector<Interval> values(count + 1, Interval{1, 2, 3});
  molt_rt_view_parse(texts.lo.data(), texts.hi.data(), 1, count, MOLT_INTERVAL, 0, 0,
                     values.data());
  const unsigned char bytes[16] = {14, 0, 0, 0, 3, 0, 0, 0, 0xa0, 0x61, 0x93, 0x6c, 3, 0, 0, 0};
  EXPECT_EQ(memcmp(&values[0], bytes, sizeof(bytes)), 0);
  EXPECT_EQ(values[2].months, -1);
  EXPECT_EQ(values[2].days, 1);
  EXPECT_EQ(values[2].microseconds, 0);
  EXPECT_EQ(values[count].months, 1);
  // One value for all.
  std::vector<Interval> same(3);
  molt_rt_view_parse(texts.lo.data(), texts.hi.data(), 0, 3, MOLT_INTERVAL, 0, 0, same.data());
  EXPECT_EQ(memcmp(&same[2], bytes, sizeof(bytes)), 0);

  const std::vector<std::string> expected = {strings[0], "PT0S", "P-1M1D", "PT0S", strings[4]};
  MoltError error = {};
  MoltTable *none = nullptr;
  auto entry = [&](MoltExecution *execution) -> int32_t {
    std::vector<uint64_t> lo(count), hi(count);
    if (int32_t status = molt_rt_view_format(execution, 0, values.data(), 1, count, MOLT_INTERVAL,
                                             0, 0, lo.data(), hi.data()))
      return status;
    for (int64_t i = 0; i < count; ++i) {
      uint64_t view[2] = {lo[i], hi[i]};
      auto length = static_cast<uint32_t>(lo[i]);
      const char *text = length > 12 ? reinterpret_cast<const char *>(hi[i])
                                     : reinterpret_cast<const char *>(view) + 4;
      EXPECT_EQ(std::string(text, length), expected[i]);
    }
    return MOLT_OK;
  };
  EXPECT_EQ(runEntry(runtime, entry, {}, {}, {}, &none, &error), MOLT_OK) << error.message;
  molt_table_release(none);
}

TEST(TimeText, IsWrittenShort) {
  EXPECT_EQ(formatted(0, timeType(MOLT_TIMESTAMP, 9)), "1970-01-01 00:00:00");
  EXPECT_EQ(formatted(-1, timeType(MOLT_TIMESTAMP, 9)), "1969-12-31 23:59:59.999999999");
  EXPECT_EQ(formatted(1500, timeType(MOLT_TIMESTAMP, 3, "UTC")), "1970-01-01 00:00:01.5Z");
  EXPECT_EQ(formatted(43200000, timeType(MOLT_TIME, 3)), "12:00:00");
  EXPECT_EQ(formatted(0, timeType(MOLT_DURATION, 3)), "PT0S");
  EXPECT_EQ(formatted(86400000, timeType(MOLT_DURATION, 3)), "P1D");
  EXPECT_EQ(formatted(-3600001, timeType(MOLT_DURATION, 3)), "-PT1H0.001S");
  EXPECT_EQ(formatted(60, timeType(MOLT_DURATION, 0)), "PT1M");
}

TEST(TimeText, ExtremesHaveText) {
  EXPECT_EQ(formatted(INT64_MAX, timeType(MOLT_TIMESTAMP, 0)), "292277026596-12-04 15:30:07");
  EXPECT_EQ(formatted(INT64_MIN, timeType(MOLT_TIMESTAMP, 0, "UTC")),
            "-292277022657-01-27 08:29:52Z");
  EXPECT_EQ(formatted(INT64_MIN, timeType(MOLT_TIMESTAMP, 9)), "1677-09-21 00:12:43.145224192");
  EXPECT_EQ(formatted(INT64_MIN, timeType(MOLT_DURATION, 0)), "-P106751991167300DT15H30M8S");
  EXPECT_EQ(formatted(INT64_MIN, timeType(MOLT_DURATION, 9)), "-P106751DT23H47M16.854775808S");
}

TEST(TimeText, ComesBackTheSame) {
  // Values of all magnitudes, in every unit; years that the text of timestamps may have.
  for (int32_t scale : {0, 3, 6, 9}) {
    MoltType duration = timeType(MOLT_DURATION, scale), timestamp = timeType(MOLT_TIMESTAMP, scale);
    int64_t second = unitsPerSecond(duration);
    uint64_t state = 88172645463325252u;
    for (int i = 0; i < 2000; ++i) {
      state ^= state << 13, state ^= state >> 7, state ^= state << 17; // xorshift64
      auto value = static_cast<int64_t>(state) >> (state % 63);
      EXPECT_EQ(parsed(formatted(value, duration), duration), std::to_string(value));
      int64_t near = value % std::min(INT64_MAX / second, int64_t(60000000000));
      int64_t moment = near * second + (near > 0 ? value % second : 0);
      EXPECT_EQ(parsed(formatted(moment, timestamp), timestamp), std::to_string(moment));
    }
  }
}

TEST(TimeText, MessagesSayWhatIsExpected) {
  auto describe = [](TextError error, const MoltType &type) {
    const char text[] = "x";
    return describeTextError(error, type, text, text + 1);
  };
  EXPECT_EQ(describe(TextError::Syntax, timeType(MOLT_TIMESTAMP, 6)),
            "\"x\" is not a timestamp (expected YYYY-MM-DD HH:MM:SS)");
  EXPECT_EQ(describe(TextError::Syntax, timeType(MOLT_TIMESTAMP, 6, "UTC")),
            "\"x\" is not a timestamp with a zone (expected YYYY-MM-DD HH:MM:SS and Z or an offset "
            "such as +02:00)");
  EXPECT_EQ(describe(TextError::Syntax, timeType(MOLT_TIME, 0)),
            "\"x\" is not a time of day (expected HH:MM:SS)");
  EXPECT_EQ(describe(TextError::Syntax, timeType(MOLT_DURATION, 0)),
            "\"x\" is not a duration (expected the form P1DT2H3M4.5S)");
  EXPECT_EQ(describe(TextError::Scale, timeType(MOLT_TIMESTAMP, 3, "UTC")),
            "\"x\" has more than 3 fractional digits, the scale of timestamp(ms, \"UTC\")");
  EXPECT_EQ(describe(TextError::Range, timeType(MOLT_TIME, 3)),
            "\"x\" is out of range for time(ms)");
  EXPECT_EQ(describe(TextError::Syntax, timeType(MOLT_INTERVAL, 0)),
            "\"x\" is not an interval (expected the form P1Y2M3DT4H5M6.5S)");
  EXPECT_EQ(describe(TextError::Scale, timeType(MOLT_INTERVAL, 0)),
            "\"x\" has more than 6 fractional digits, the scale of interval");
  EXPECT_EQ(describe(TextError::Range, timeType(MOLT_INTERVAL, 0)),
            "\"x\" is out of range for interval");
}
