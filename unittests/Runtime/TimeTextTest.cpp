//===- TimeTextTest.cpp - Text of timestamps, times and durations ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeText.h"
#include "TestSupport.h"

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
}
