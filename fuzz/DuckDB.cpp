//===- DuckDB.cpp - DuckDB's library, loaded at run time ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "DuckDB.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Target/DuckDBSQL.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <dlfcn.h>

using namespace molt;
using namespace molt::fuzz;
using interp::Int128;
using interp::Scalar;

//===----------------------------------------------------------------------===//
// The C API
//===----------------------------------------------------------------------===//

namespace {
struct Result {
  uint64_t deprecated[5];
  void *internalData;
};
/// A string of a vector: in the 12 bytes behind the length if they hold it.
struct String {
  uint32_t length;
  char prefix[4];
  const char *pointer;
};
using Handle = void *;
constexpr int kSuccess = 0;
constexpr int64_t kVectorSize = 2048;

enum TypeId : int {
  Boolean = 1,
  TinyInt,
  SmallInt,
  Integer,
  BigInt,
  UTinyInt,
  USmallInt,
  UInteger,
  UBigInt,
  Float,
  Double,
  Timestamp,
  Date,
  Time,
  Interval,
  HugeInt,
  VarChar,
  Blob,
  Decimal,
  TimestampS,
  TimestampMs,
  TimestampNs
};
} // namespace

struct DuckDB::Api {
  void *library = nullptr;
  int (*open)(const char *path, Handle *database);
  int (*connect)(Handle database, Handle *connection);
  void (*close)(Handle *database);
  void (*disconnect)(Handle *connection);
  int (*query)(Handle connection, const char *sql, Result *result);
  const char *(*result_error)(Result *result);
  void (*destroy_result)(Result *result);
  uint64_t (*column_count)(Result *result);
  Handle (*column_logical_type)(Result *result, uint64_t column);
  Handle (*fetch_chunk)(Result result);
  Handle (*create_logical_type)(int type);
  Handle (*create_decimal_type)(uint8_t width, uint8_t scale);
  int (*get_type_id)(Handle type);
  uint8_t (*decimal_width)(Handle type);
  uint8_t (*decimal_scale)(Handle type);
  void (*destroy_logical_type)(Handle *type);
  Handle (*create_data_chunk)(Handle *types, uint64_t columns);
  void (*destroy_data_chunk)(Handle *chunk);
  Handle (*data_chunk_get_vector)(Handle chunk, uint64_t column);
  uint64_t (*data_chunk_get_size)(Handle chunk);
  void (*data_chunk_set_size)(Handle chunk, uint64_t size);
  void *(*vector_get_data)(Handle vector);
  uint64_t *(*vector_get_validity)(Handle vector);
  void (*vector_ensure_validity_writable)(Handle vector);
  void (*vector_assign_string_element_len)(Handle vector, uint64_t row, const char *text,
                                           uint64_t length);
  int (*appender_create)(Handle connection, const char *schema, const char *table,
                         Handle *appender);
  const char *(*appender_error)(Handle appender);
  int (*append_data_chunk)(Handle appender, Handle chunk);
  int (*appender_close)(Handle appender);
  int (*appender_destroy)(Handle *appender);

  /// The name of a function that is missing, or null.
  const char *load() {
#define LOAD(NAME)                                                                                 \
  if (!(NAME = reinterpret_cast<decltype(NAME)>(dlsym(library, "duckdb_" #NAME))))                 \
    return "duckdb_" #NAME;
    LOAD(open)
    LOAD(connect)
    LOAD(close)
    LOAD(disconnect)
    LOAD(query)
    LOAD(result_error)
    LOAD(destroy_result)
    LOAD(column_count)
    LOAD(column_logical_type)
    LOAD(fetch_chunk)
    LOAD(create_logical_type)
    LOAD(create_decimal_type)
    LOAD(get_type_id)
    LOAD(decimal_width)
    LOAD(decimal_scale)
    LOAD(destroy_logical_type)
    LOAD(create_data_chunk)
    LOAD(destroy_data_chunk)
    LOAD(data_chunk_get_vector)
    LOAD(data_chunk_get_size)
    LOAD(data_chunk_set_size)
    LOAD(vector_get_data)
    LOAD(vector_get_validity)
    LOAD(vector_ensure_validity_writable)
    LOAD(vector_assign_string_element_len)
    LOAD(appender_create)
    LOAD(appender_error)
    LOAD(append_data_chunk)
    LOAD(appender_close)
    LOAD(appender_destroy)
#undef LOAD
    return nullptr;
  }

  /// Runs a statement; a message if it fails, else "". The result is destroyed by the
  /// caller in either case.
  std::string run(Handle connection, const std::string &sql, Result &result) {
    if (query(connection, sql.c_str(), &result) == kSuccess)
      return "";
    const char *text = result_error(&result);
    return text ? text : "DuckDB failed without a message";
  }

  Handle makeType(Type type);
  std::string describe(Handle type);
  void write(Handle vector, Type type, const interp::Column &column, int64_t begin, int64_t end);
  void read(Handle vector, Type type, int64_t rows, interp::Column &column);
};

//===----------------------------------------------------------------------===//
// Types and values
//===----------------------------------------------------------------------===//

static int typeIdOf(Type type) {
  if (df::isNullType(type))
    return Integer;
  if (isa<df::DecimalType>(type))
    return Decimal;
  if (isa<df::Date32Type>(type))
    return Date;
  if (isa<df::TimestampType>(type)) {
    df::TimeUnit unit = df::getTimeUnit(type);
    return unit == df::TimeUnit::s    ? TimestampS
           : unit == df::TimeUnit::ms ? TimestampMs
           : unit == df::TimeUnit::us ? Timestamp
                                      : TimestampNs;
  }
  if (isa<df::IntervalType>(type))
    return Interval;
  if (df::isTimeType(type)) // durations, and times of other units, are counts in SQL
    return isa<df::TimeType>(type) && df::getTimeUnit(type) == df::TimeUnit::us ? Time : BigInt;
  if (df::isStringType(type))
    return df::isTextType(type) ? VarChar : Blob;
  if (isa<FloatType>(type))
    return type.isF32() ? Float : Double;
  unsigned width = type.getIntOrFloatBitWidth();
  if (width == 1)
    return Boolean;
  if (width == 128)
    return HugeInt;
  return (type.isUnsignedInteger() ? UTinyInt : TinyInt) + llvm::Log2_32(width / 8);
}

/// Bytes of an integer, decimal, date or time in a vector.
static unsigned byteWidth(Type type) {
  if (auto decimal = dyn_cast<df::DecimalType>(type)) {
    unsigned digits = decimal.getPrecision();
    return digits <= 4 ? 2 : digits <= 9 ? 4 : digits <= 18 ? 8 : 16;
  }
  if (df::isTimeType(type))
    return 8;
  return isa<df::Date32Type>(type) ? 4 : type.getIntOrFloatBitWidth() / 8;
}

Handle DuckDB::Api::makeType(Type type) {
  if (auto decimal = dyn_cast<df::DecimalType>(type))
    return create_decimal_type(decimal.getPrecision(), decimal.getScale());
  return create_logical_type(typeIdOf(type));
}

/// A type as far as results can have it, in a form to compare.
std::string DuckDB::Api::describe(Handle type) {
  int id = get_type_id(type);
  std::string text = "type " + std::to_string(id) + " of DuckDB";
  if (id == Decimal)
    text += " (" + std::to_string(decimal_width(type)) + ", " +
            std::to_string(decimal_scale(type)) + ")";
  return text;
}

void DuckDB::Api::write(Handle vector, Type type, const interp::Column &column, int64_t begin,
                        int64_t end) {
  vector_ensure_validity_writable(vector);
  char *data = static_cast<char *>(vector_get_data(vector));
  uint64_t *validity = vector_get_validity(vector);
  for (int64_t i = 0; i < end - begin; ++i) {
    const Scalar &scalar = column[begin + i];
    if (scalar.isNull()) {
      validity[i / 64] &= ~(uint64_t(1) << i % 64);
    } else if (scalar.isString()) {
      vector_assign_string_element_len(vector, i, scalar.getString().data(),
                                       scalar.getString().size());
    } else if (scalar.isBool()) {
      data[i] = scalar.getBool();
    } else if (scalar.isInterval()) {
      interp::Interval value = scalar.getInterval(); // as DuckDB's: months, days, microseconds
      static_assert(sizeof value == 16);
      memcpy(data + i * sizeof value, &value, sizeof value);
    } else if (scalar.isReal() && type.isF32()) {
      reinterpret_cast<float *>(data)[i] = static_cast<float>(scalar.getReal());
    } else if (scalar.isReal()) {
      reinterpret_cast<double *>(data)[i] = scalar.getReal();
    } else {
      Int128 value = scalar.getInteger(); // little endian, as the library is for x86-64
      memcpy(data + i * byteWidth(type), &value, byteWidth(type));
    }
  }
}

void DuckDB::Api::read(Handle vector, Type type, int64_t rows, interp::Column &column) {
  const char *data = static_cast<const char *>(vector_get_data(vector));
  const uint64_t *validity = vector_get_validity(vector);
  for (int64_t i = 0; i < rows; ++i) {
    if (validity && !(validity[i / 64] >> i % 64 & 1)) {
      column.push_back(Scalar());
    } else if (df::isStringType(type)) {
      const String &text = reinterpret_cast<const String *>(data)[i];
      column.push_back(Scalar::ofString(
          std::string(text.length <= 12 ? text.prefix : text.pointer, text.length)));
    } else if (isa<df::IntervalType>(type)) {
      interp::Interval value;
      memcpy(&value, data + i * sizeof value, sizeof value);
      column.push_back(Scalar::ofInterval(value));
    } else if (type.isInteger(1)) {
      column.push_back(Scalar::ofBool(data[i]));
    } else if (type.isF32()) {
      column.push_back(Scalar::ofReal(reinterpret_cast<const float *>(data)[i]));
    } else if (type.isF64()) {
      column.push_back(Scalar::ofReal(reinterpret_cast<const double *>(data)[i]));
    } else {
      unsigned width = byteWidth(type);
      unsigned __int128 bits = 0;
      memcpy(&bits, data + i * width, width);
      unsigned unused = 128 - 8 * width;
      bits <<= unused;
      column.push_back(Scalar::ofInteger(type.isUnsignedInteger()
                                             ? static_cast<Int128>(bits >> unused)
                                             : static_cast<Int128>(bits) >> unused));
    }
  }
}

//===----------------------------------------------------------------------===//
// Databases
//===----------------------------------------------------------------------===//

DuckDB::DuckDB() : api(std::make_unique<Api>()) {}

DuckDB::~DuckDB() {
  if (connection)
    api->disconnect(&connection);
  if (database)
    api->close(&database);
}

std::unique_ptr<DuckDB> DuckDB::open(const std::string &libraryPath) {
  std::unique_ptr<DuckDB> result(new DuckDB);
  Api &api = *result->api;
  api.library = dlopen(libraryPath.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!api.library) {
    llvm::errs() << "cannot load DuckDB: " << dlerror() << "\n";
    return nullptr;
  }
  if (const char *missing = api.load()) {
    llvm::errs() << libraryPath << ": has no function " << missing
                 << "; scripts/fetch-duckdb brings a library that has it\n";
    return nullptr;
  }
  if (api.open(nullptr, &result->database) != kSuccess ||
      api.connect(result->database, &result->connection) != kSuccess) {
    llvm::errs() << libraryPath << ": does not open a database in memory\n";
    return nullptr;
  }
  return result;
}

std::string DuckDB::execute(const std::string &sql) {
  Result result = {};
  std::string message = api->run(connection, sql, result);
  api->destroy_result(&result);
  return message;
}

static std::string quote(StringRef name) {
  std::string text = "\"";
  for (char letter : name)
    text.append(letter == '"' ? 2 : 1, letter);
  return text + "\"";
}

std::string DuckDB::load(StringRef name, const interp::Table &table) {
  SmallVector<std::string> columns;
  SmallVector<Type> types;
  for (auto [column, type] : llvm::zip_equal(table.type.getNames(), table.type.getTypes())) {
    types.push_back(df::getNonNull(type));
    columns.push_back(quote(column) + " " + getDuckDBType(type) +
                      (df::isNullable(type) ? "" : " NOT NULL"));
  }
  interp::Column nulls(table.rows);
  SmallVector<const interp::Column *> values;
  for (const auto &column : table.columns)
    values.push_back(column.get());
  if (types.empty()) { // DuckDB has no tables without columns
    types.push_back(IntegerType::get(table.type.getContext(), 1));
    columns.push_back("none BOOLEAN");
    values.push_back(&nulls);
  }
  std::string message =
      execute("CREATE OR REPLACE TABLE " + quote(name) + " (" + llvm::join(columns, ", ") + ")");
  if (!message.empty())
    return message;

  Handle appender = nullptr;
  bool isGood =
      api->appender_create(connection, nullptr, name.str().c_str(), &appender) == kSuccess;
  SmallVector<Handle> handles;
  for (Type type : types)
    handles.push_back(api->makeType(type));
  for (int64_t begin = 0; begin < table.rows && isGood; begin += kVectorSize) {
    int64_t end = std::min(table.rows, begin + kVectorSize);
    Handle chunk = api->create_data_chunk(handles.data(), handles.size());
    for (size_t i = 0; i < types.size(); ++i)
      api->write(api->data_chunk_get_vector(chunk, i), types[i], *values[i], begin, end);
    api->data_chunk_set_size(chunk, end - begin);
    isGood = api->append_data_chunk(appender, chunk) == kSuccess;
    api->destroy_data_chunk(&chunk);
  }
  isGood = isGood && api->appender_close(appender) == kSuccess;
  if (!isGood) {
    const char *text = api->appender_error(appender);
    message = text ? text : "DuckDB does not take the table";
  }
  api->appender_destroy(&appender);
  for (Handle &handle : handles)
    api->destroy_logical_type(&handle);
  return message;
}

std::string DuckDB::query(const std::string &sql, df::TableType type, interp::Table &table) {
  Result result = {};
  std::string message = api->run(connection, sql, result);
  if (!message.empty()) {
    api->destroy_result(&result);
    return message;
  }
  if (api->column_count(&result) != type.getNumColumns())
    message = "the result has " + std::to_string(api->column_count(&result)) + " columns, not " +
              std::to_string(type.getNumColumns());
  for (unsigned i = 0; i < type.getNumColumns() && message.empty(); ++i) {
    Handle found = api->column_logical_type(&result, i);
    Handle wanted = api->makeType(df::getNonNull(type.getTypes()[i]));
    if (api->describe(found) != api->describe(wanted))
      message = "column " + type.getNames()[i].str() + " is of " + api->describe(found) + ", not " +
                api->describe(wanted);
    api->destroy_logical_type(&found);
    api->destroy_logical_type(&wanted);
  }
  std::vector<interp::Column> columns(type.getNumColumns());
  table.type = type;
  table.rows = 0;
  while (message.empty()) {
    Handle chunk = api->fetch_chunk(result);
    if (!chunk)
      break;
    int64_t rows = api->data_chunk_get_size(chunk);
    for (unsigned i = 0; i < columns.size(); ++i)
      api->read(api->data_chunk_get_vector(chunk, i), df::getNonNull(type.getTypes()[i]), rows,
                columns[i]);
    table.rows += rows;
    api->destroy_data_chunk(&chunk);
  }
  table.columns.clear();
  for (interp::Column &column : columns)
    table.columns.push_back(std::make_shared<interp::Column>(std::move(column)));
  api->destroy_result(&result);
  return message;
}
