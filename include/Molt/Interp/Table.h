//===- Table.h - Scalars and tables of the interpreter ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How the reference interpreter holds data: a scalar is one C++ value, a table is
// columns of scalars. Nothing here is meant to be fast. Tests and fuzzers use it to
// make input tables and to look into results.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_INTERP_TABLE_H
#define MOLT_INTERP_TABLE_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "Molt/Runtime/Runtime.h"
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace molt::interp {

using Int128 = __int128;

/// A calendar interval.
struct Interval {
  int32_t months = 0, days = 0;
  int64_t micros = 0;
};

/// A value of a column type, or null. Integers, dates (days) and decimals (unscaled)
/// are 128-bit integers; f32 is held as the f64 of the same value.
class Scalar {
public:
  /// Null.
  Scalar() = default;
  static Scalar ofBool(bool value) { return Scalar(value); }
  static Scalar ofInteger(Int128 value) { return Scalar(value); }
  static Scalar ofReal(double value, double slack = 0) {
    Scalar result(value);
    result.slack = slack;
    return result;
  }
  static Scalar ofString(std::string value) { return Scalar(std::move(value)); }

  static Scalar ofInterval(const Interval &value) { return Scalar(value); }

  bool isNull() const { return std::holds_alternative<std::monostate>(content); }
  bool isBool() const { return std::holds_alternative<bool>(content); }
  bool isInteger() const { return std::holds_alternative<Int128>(content); }
  bool isReal() const { return std::holds_alternative<double>(content); }
  bool isString() const { return std::holds_alternative<std::string>(content); }
  bool isInterval() const { return std::holds_alternative<Interval>(content); }

  bool getBool() const { return std::get<bool>(content); }
  Int128 getInteger() const { return std::get<Int128>(content); }
  double getReal() const { return std::get<double>(content); }
  const std::string &getString() const { return std::get<std::string>(content); }
  const Interval &getInterval() const { return std::get<Interval>(content); }

  /// For a float that was summed: how far a sum of the same values in another order
  /// of additions may be from it. 0 where every order gives the same.
  double getSlack() const { return slack; }

private:
  template <typename T> explicit Scalar(T value) : content(std::move(value)) {}
  std::variant<std::monostate, bool, Int128, double, std::string, Interval> content;
  double slack = 0;
};

/// The order of two scalars of one type, neither null: negative, zero or positive.
/// Floats follow the total order of molt_df, strings their bytes, intervals their lengths.
int compare(const Scalar &lhs, const Scalar &rhs);

/// The scalar as it stands in the keys of a result: -0 becomes +0, NaNs the quiet one, an interval
/// the canonical one of its length.
Scalar canonicalize(const Scalar &scalar);

/// The scalar as text, for messages: decimals with their point, dates and times as casts to
/// strings give them,
/// floats with the digits that read back the same, strings in quotes.
std::string toText(const Scalar &scalar, Type type);

using Column = std::vector<Scalar>;

/// A table: a schema and its columns, each with `rows` scalars. Columns are immutable
/// and shared, so a table is cheap to copy.
struct Table {
  df::TableType type;
  int64_t rows = 0;
  std::vector<std::shared_ptr<const Column>> columns;

  const Scalar &at(int64_t row, unsigned column) const { return (*columns[column])[row]; }
  /// The column of that name; it must exist.
  const std::shared_ptr<const Column> &get(StringRef name) const {
    return columns[*type.find(name)];
  }
};

/// Reads a whole table. The context must have molt_df and molt_str loaded.
Table readTable(MLIRContext *context, const MoltTable *table);

/// Makes a table of the runtime with the same content. On success `*out` is owned by
/// the caller, otherwise `*error` says why. With `rowsBefore`, columns are slices of
/// longer Arrow arrays: bits then begin within a byte.
MoltStatus writeTable(const Table &table, MoltRuntime *runtime, MoltTable **out, MoltError *error,
                      int64_t rowsBefore = 0);

} // namespace molt::interp

#endif // MOLT_INTERP_TABLE_H
