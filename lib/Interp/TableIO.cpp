//===- TableIO.cpp - Tables of the runtime to and from scalars ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tables are read through their chunk views and written through the Arrow C Data
// Interface (https://arrow.apache.org/docs/format/CDataInterface.html).
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Interp/Table.h"
#include "Times.h"
#include <cstring>

using namespace molt;
using namespace molt::interp;

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_NULLABLE 2

// Copied from the specification, which asks for that. At global scope: the runtime's
// header declares these structs.
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
#endif // ARROW_C_DATA_INTERFACE

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

static Type toColumnType(MLIRContext *context, const MoltType &type) {
  auto integer = [&](unsigned width) -> Type { return IntegerType::get(context, width); };
  auto unsignedInteger = [&](unsigned width) -> Type {
    return IntegerType::get(context, width, IntegerType::Unsigned);
  };
  auto unit = static_cast<df::TimeUnit>(type.scale);
  auto element = [&]() -> Type {
    switch (static_cast<MoltTypeKind>(type.kind)) {
    case MOLT_NULL:
      return df::NullType::get(context);
    case MOLT_INTERVAL:
      return df::IntervalType::get(context);
    case MOLT_BOOL:
      return integer(1);
    case MOLT_INT8:
      return integer(8);
    case MOLT_INT16:
      return integer(16);
    case MOLT_INT32:
      return integer(32);
    case MOLT_INT64:
      return integer(64);
    case MOLT_INT128:
      return integer(128);
    case MOLT_UINT8:
      return unsignedInteger(8);
    case MOLT_UINT16:
      return unsignedInteger(16);
    case MOLT_UINT32:
      return unsignedInteger(32);
    case MOLT_UINT64:
      return unsignedInteger(64);
    case MOLT_FLOAT32:
      return Float32Type::get(context);
    case MOLT_FLOAT64:
      return Float64Type::get(context);
    case MOLT_UTF8:
      return str::Utf8Type::get(context);
    case MOLT_BINARY:
      return str::BinaryType::get(context);
    case MOLT_DATE32:
      return df::Date32Type::get(context);
    case MOLT_DECIMAL:
      return df::DecimalType::get(context, type.precision, type.scale);
    case MOLT_TIMESTAMP:
      return df::TimestampType::get(context, unit,
                                    type.zone ? StringAttr::get(context, type.zone) : StringAttr());
    case MOLT_TIME:
      return df::TimeType::get(context, unit);
    case MOLT_DURATION:
      return df::DurationType::get(context, unit);
    }
    llvm_unreachable("unknown column kind");
  };
  return df::withNullability(element(), type.nullable);
}

static bool getBit(const void *bits, int64_t position) {
  return static_cast<const uint8_t *>(bits)[position / 8] >> (position % 8) & 1;
}

template <typename T> static T load(const void *data, int64_t row) {
  T value;
  std::memcpy(&value, static_cast<const char *>(data) + row * sizeof(T), sizeof(T));
  return value;
}

/// The value of a row of a chunk, which is not null.
static Scalar readValue(const MoltColumnView &view, const MoltType &type, int64_t row) {
  switch (static_cast<MoltTypeKind>(type.kind)) {
  case MOLT_NULL:
    return Scalar();
  case MOLT_BOOL:
    return Scalar::ofBool(getBit(view.data, view.bit_offset + row));
  case MOLT_INT8:
    return Scalar::ofInteger(load<int8_t>(view.data, row));
  case MOLT_INT16:
    return Scalar::ofInteger(load<int16_t>(view.data, row));
  case MOLT_INT32:
  case MOLT_DATE32:
    return Scalar::ofInteger(load<int32_t>(view.data, row));
  case MOLT_INT64:
  case MOLT_TIMESTAMP:
  case MOLT_TIME:
  case MOLT_DURATION:
    return Scalar::ofInteger(load<int64_t>(view.data, row));
  case MOLT_INT128:
    return Scalar::ofInteger(load<Int128>(view.data, row));
  case MOLT_INTERVAL:
    // Three numbers, of which the last has the place of two.
    return Scalar::ofInterval({load<int32_t>(view.data, 4 * row),
                               load<int32_t>(view.data, 4 * row + 1),
                               load<int64_t>(view.data, 2 * row + 1)});
  case MOLT_UINT8:
    return Scalar::ofInteger(load<uint8_t>(view.data, row));
  case MOLT_UINT16:
    return Scalar::ofInteger(load<uint16_t>(view.data, row));
  case MOLT_UINT32:
    return Scalar::ofInteger(load<uint32_t>(view.data, row));
  case MOLT_UINT64:
    return Scalar::ofInteger(load<uint64_t>(view.data, row));
  case MOLT_FLOAT32:
    return Scalar::ofReal(load<float>(view.data, row));
  case MOLT_FLOAT64:
    return Scalar::ofReal(load<double>(view.data, row));
  case MOLT_UTF8:
  case MOLT_BINARY: {
    auto begin = load<int32_t>(view.data, row), end = load<int32_t>(view.data, row + 1);
    return Scalar::ofString(std::string(view.bytes + begin, view.bytes + end));
  }
  case MOLT_DECIMAL:
    if (type.precision <= 9)
      return Scalar::ofInteger(load<int32_t>(view.data, row));
    if (type.precision <= 18)
      return Scalar::ofInteger(load<int64_t>(view.data, row));
    return Scalar::ofInteger(load<Int128>(view.data, row));
  }
  llvm_unreachable("unknown column kind");
}

Table interp::readTable(MLIRContext *context, const MoltTable *table) {
  Table result;
  result.rows = molt_table_rows(table);
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  for (int32_t ordinal = 0; ordinal < molt_table_columns(table); ++ordinal) {
    MoltField field = molt_table_field(table, ordinal);
    names.push_back(StringAttr::get(context, field.name));
    types.push_back(toColumnType(context, field.type));
    Column column;
    column.reserve(result.rows);
    for (int64_t chunk = 0; chunk < molt_table_chunks(table); ++chunk) {
      MoltColumnView view = molt_table_chunk_column(table, chunk, ordinal);
      for (int64_t row = 0; row < molt_table_chunk_rows(table, chunk); ++row) {
        bool isValid = !view.validity || getBit(view.validity, view.bit_offset + row);
        column.push_back(isValid ? readValue(view, field.type, row) : Scalar());
      }
    }
    result.columns.push_back(std::make_shared<Column>(std::move(column)));
  }
  result.type = df::TableType::get(context, names, types);
  return result;
}

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

namespace {

/// What a schema or array that we hand out owns. Children are released by the parent
/// unless the consumer moved them away.
struct OwnedSchema {
  std::string format, name, metadata;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema *> childPointers;
};

struct OwnedArray {
  std::vector<std::vector<uint8_t>> buffers;
  std::vector<const void *> bufferPointers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray *> childPointers;
};

} // namespace

template <typename Arrow, typename Owned> static void release(Arrow *released) {
  auto *owned = static_cast<Owned *>(released->private_data);
  for (Arrow &child : owned->children)
    if (child.release)
      child.release(&child);
  delete owned;
  released->release = nullptr;
}

static ArrowSchema publish(std::unique_ptr<OwnedSchema> owned, bool isNullable) {
  for (ArrowSchema &child : owned->children)
    owned->childPointers.push_back(&child);
  ArrowSchema schema = {};
  schema.format = owned->format.c_str();
  schema.name = owned->name.c_str();
  schema.metadata = owned->metadata.empty() ? nullptr : owned->metadata.c_str();
  schema.flags = isNullable ? ARROW_FLAG_NULLABLE : 0;
  schema.n_children = static_cast<int64_t>(owned->children.size());
  schema.children = owned->childPointers.data();
  schema.release = release<ArrowSchema, OwnedSchema>;
  schema.private_data = owned.release();
  return schema;
}

/// An empty first buffer stands for "no nulls".
static ArrowArray publish(std::unique_ptr<OwnedArray> owned, int64_t length, int64_t nullCount) {
  for (std::vector<uint8_t> &buffer : owned->buffers)
    owned->bufferPointers.push_back(buffer.data());
  if (nullCount == 0 && !owned->buffers.empty())
    owned->bufferPointers[0] = nullptr;
  for (ArrowArray &child : owned->children)
    owned->childPointers.push_back(&child);
  ArrowArray array = {};
  array.length = length;
  array.null_count = nullCount;
  array.n_buffers = static_cast<int64_t>(owned->buffers.size());
  array.buffers = owned->bufferPointers.data();
  array.n_children = static_cast<int64_t>(owned->children.size());
  array.children = owned->childPointers.data();
  array.release = release<ArrowArray, OwnedArray>;
  array.private_data = owned.release();
  return array;
}

/// Whether the C Data Interface has a time in 32 bits.
static bool isTime32(Type type) { return isa<df::TimeType>(type) && digitsOf(type) <= 3; }

/// Format strings of the C Data Interface.
static std::string getFormat(Type type) {
  if (isa<df::NullType>(type))
    return "n";
  if (isa<df::IntervalType>(type))
    return "tin";
  if (type.isInteger(1))
    return "b";
  if (type.isInteger(128))
    return "w:16"; // with the metadata below
  if (auto integer = dyn_cast<IntegerType>(type)) {
    const char *format = "csil";
    unsigned index = llvm::Log2_32(integer.getWidth() / 8);
    char letter = format[index];
    return std::string(1, integer.isUnsigned() ? llvm::toUpper(letter) : letter);
  }
  if (type.isF32())
    return "f";
  if (type.isF64())
    return "g";
  if (isa<df::Date32Type>(type))
    return "tdD";
  if (isTime(type)) {
    char unit = "smun"[digitsOf(type) / 3];
    if (auto timestamp = dyn_cast<df::TimestampType>(type))
      return std::string("ts") + unit + ":" +
             (timestamp.getZone() ? timestamp.getZone().getValue().str() : "");
    return std::string(isa<df::TimeType>(type) ? "tt" : "tD") + unit;
  }
  if (auto decimal = dyn_cast<df::DecimalType>(type))
    return "d:" + std::to_string(decimal.getPrecision()) + "," + std::to_string(decimal.getScale());
  return isa<str::BinaryType>(type) ? "z" : "u";
}

/// The metadata of 16 bytes that are an i128: the extension type as which DuckDB exports HUGEINT.
/// The number of entries, then keys and values with their lengths.
static std::string getMetadata(Type type) {
  if (!type.isInteger(128))
    return "";
  std::string result;
  auto appendNumber = [&](int32_t number) {
    result.append(reinterpret_cast<const char *>(&number), sizeof number);
  };
  auto appendText = [&](StringRef text) {
    appendNumber(static_cast<int32_t>(text.size()));
    result += text;
  };
  appendNumber(2);
  appendText("ARROW:extension:name");
  appendText("arrow.opaque");
  appendText("ARROW:extension:metadata");
  appendText(R"({"type_name":"hugeint","vendor_name":"DuckDB"})");
  return result;
}

template <typename T> static void append(std::vector<uint8_t> &buffer, T value) {
  auto *bytes = reinterpret_cast<const uint8_t *>(&value);
  buffer.insert(buffer.end(), bytes, bytes + sizeof value);
}

static void appendBit(std::vector<uint8_t> &buffer, size_t position, bool bit) {
  if (position % 8 == 0)
    buffer.push_back(0);
  buffer.back() |= bit << (position % 8);
}

/// The little-endian bytes of an integer, as many as its type has. Null: zeros.
static void appendInteger(std::vector<uint8_t> &buffer, const Scalar &value, unsigned width) {
  Int128 integer = value.isNull() ? 0 : value.getInteger();
  auto *bytes = reinterpret_cast<const uint8_t *>(&integer);
  buffer.insert(buffer.end(), bytes, bytes + width);
}

static ArrowArray toArrow(const Column &column, Type type) {
  auto owned = std::make_unique<OwnedArray>();
  auto rows = static_cast<int64_t>(column.size());
  if (isa<df::NullType>(type)) // has no buffers
    return publish(std::move(owned), rows, rows);
  bool isString = df::isStringType(type);
  owned->buffers.resize(isString ? 3 : 2);
  std::vector<uint8_t> &validity = owned->buffers[0], &data = owned->buffers[1];
  if (isString)
    append<int32_t>(data, 0);
  int64_t nullCount = 0;
  for (auto [row, value] : llvm::enumerate(column)) {
    appendBit(validity, row, !value.isNull());
    nullCount += value.isNull();
    if (type.isInteger(1)) {
      appendBit(data, row, !value.isNull() && value.getBool());
    } else if (type.isF32()) {
      append(data, value.isNull() ? 0.0f : static_cast<float>(value.getReal()));
    } else if (type.isF64()) {
      append(data, value.isNull() ? 0.0 : value.getReal());
    } else if (isString) {
      std::vector<uint8_t> &bytes = owned->buffers[2];
      if (!value.isNull())
        bytes.insert(bytes.end(), value.getString().begin(), value.getString().end());
      append(data, static_cast<int32_t>(bytes.size()));
    } else if (isa<df::IntervalType>(type)) {
      Interval interval = value.isNull() ? Interval() : value.getInterval();
      append(data, interval.months);
      append(data, interval.days);
      append(data, interval.micros * 1000); // nanoseconds, which have to fit
    } else if (isa<df::DecimalType>(type)) {
      appendInteger(data, value, 16);
    } else {
      unsigned width = isa<df::Date32Type>(type) || isTime32(type) ? 4
                       : isTime(type) ? 8
                                      : type.getIntOrFloatBitWidth() / 8;
      appendInteger(data, value, width);
    }
  }
  return publish(std::move(owned), rows, nullCount);
}

/// The first row of an interval whose nanoseconds do not fit 64 bits, as Arrow has them; -1 if
/// there is none.
static int64_t findLongInterval(const Column &column) {
  constexpr int64_t kMost = INT64_MAX / 1000;
  for (auto [row, value] : llvm::enumerate(column))
    if (value.isInterval() &&
        (value.getInterval().micros > kMost || value.getInterval().micros < -kMost))
      return static_cast<int64_t>(row);
  return -1;
}

MoltStatus interp::writeTable(const Table &table, MoltRuntime *runtime, MoltTable **out,
                              MoltError *error, int64_t rowsBefore) {
  for (auto [name, column] : llvm::zip_equal(table.type.getNames(), table.columns))
    if (int64_t row = findLongInterval(*column); row >= 0) {
      *error = MoltError{};
      error->code = MOLT_UNSUPPORTED;
      error->row = row;
      snprintf(
          error->message, sizeof error->message,
          "column \"%s\" has an interval of more nanoseconds than Arrow's 64 bits hold, by which "
          "the interpreter writes it",
          name.getValue().str().c_str());
      return MOLT_UNSUPPORTED;
    }
  if (table.rows == 0)
    rowsBefore = 0;
  auto schema = std::make_unique<OwnedSchema>();
  schema->format = "+s";
  auto array = std::make_unique<OwnedArray>();
  array->buffers.resize(1);
  for (auto [name, type, column] :
       llvm::zip_equal(table.type.getNames(), table.type.getTypes(), table.columns)) {
    Type element = df::getNonNull(type);
    auto child = std::make_unique<OwnedSchema>();
    child->format = getFormat(element);
    child->metadata = getMetadata(element);
    child->name = name.getValue().str();
    schema->children.push_back(publish(std::move(child), df::isNullable(type)));
    Column sliced(rowsBefore, rowsBefore ? column->back() : Scalar());
    sliced.insert(sliced.end(), column->begin(), column->end());
    array->children.push_back(toArrow(sliced, element));
  }
  ArrowSchema arrowSchema = publish(std::move(schema), false);
  ArrowArray arrowArray = publish(std::move(array), table.rows, 0);
  arrowArray.offset = rowsBefore;
  return static_cast<MoltStatus>(molt_table_import(runtime, &arrowSchema, &arrowArray, out, error));
}
