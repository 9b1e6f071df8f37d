//===- ArrowIpcReader.cpp - Reading Arrow IPC files -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The file may be anything: flatbuffers are verified before they are read, and
// every offset and length is checked against what contains it. Only the buffers
// of the columns asked for are read.
//
//===----------------------------------------------------------------------===//

#include "ArrowColumn.h"
#include "ArrowIpc.h"
#include "File.h"

#include <cstring>
#include <mutex>
#include <unordered_set>

using namespace molt::rt;
namespace ipc = molt::rt::arrowipc;

namespace {
/// A top-level field of the file, and where its parts are in every record batch.
struct FileField {
  std::string name;
  bool supported = false;
  ArrowType type;
  std::string unsupportedType; ///< Its name, for messages.
  int64_t firstNode = 0;
  int64_t firstBuffer = 0;   ///< Not counting variadic buffers before it.
  int64_t firstVariadic = 0; ///< Its index among the variadic counts.
};

/// Nodes, buffers and variadic counts that a field and its children take.
struct FieldLayout {
  int64_t nodes = 0;
  int64_t buffers = 0;
  int64_t variadic = 0;
};

class FileReader {
public:
  FileReader(MoltRuntime &runtime, const char *path) : runtime(runtime), file(path) {}

  void readFooter();
  TablePointer makeEmptyTable(const MoltField *fields, int32_t fieldCount);
  void readBatches(MoltTable &table);

private:
  [[noreturn]] void corrupt(int64_t byte, const char *what) const;
  [[noreturn]] void unsupportedColumn(const FileField &field) const;
  void readSchema(const ipc::Schema &schema);
  Chunk readBatch(const ipc::Block &block);
  Chunk readRecordBatch(const ipc::Block &block, const ipc::RecordBatch &batch);
  Column readColumn(const ipc::Block &block, const ipc::RecordBatch &batch, const FileField &field);
  Buffer readBuffer(const ipc::Block &block, const ipc::RecordBatch &batch, int64_t index,
                    int64_t least) const;

  MoltRuntime &runtime;
  InputFile file;
  Buffer footerMemory;
  const ipc::Footer *footer = nullptr;
  std::vector<FileField> fields;
  std::vector<size_t> wanted; ///< Of `fields`, in the table's order.
};
} // namespace

/// An element of a vector of structs or numbers. Some writers do not align these
/// vectors, so elements are copied out.
template <typename T, typename Vector> static T elementAt(const Vector &vector, int64_t index) {
  T element;
  memcpy(&element, vector.Data() + index * sizeof(T), sizeof(T));
  return element;
}

void FileReader::corrupt(int64_t byte, const char *what) const {
  failAt(MOLT_INVALID_DATA, {-1, -1, byte}, file.path().c_str(),
         "the Arrow file is damaged or cut off: %s", what);
}

//===----------------------------------------------------------------------===//
// Footer and schema
//===----------------------------------------------------------------------===//

/// Name and length of the magic at both ends, and what surrounds it.
static constexpr char magic[] = "ARROW1";
static constexpr int64_t magicBytes = 6;
static constexpr int64_t headBytes = 8; // the magic, padded
static constexpr int64_t tailBytes = 4 + magicBytes;

void FileReader::readFooter() {
  int64_t size = file.size();
  if (size < 0)
    failAt(MOLT_UNSUPPORTED, Place(), file.path().c_str(),
           "an Arrow file is read from its end; expected a regular file");
  if (size == 0)
    corrupt(0, "it is empty");
  char head[headBytes] = {};
  file.readAt(head, std::min(size, headBytes), 0);
  if (memcmp(head, magic, magicBytes) != 0) {
    if (memcmp(head, "\xFF\xFF\xFF\xFF", 4) == 0)
      failAt(MOLT_UNSUPPORTED, {-1, -1, 0}, file.path().c_str(),
             "this is an Arrow IPC stream; expected the file format (\"ARROW1\")");
    failAt(MOLT_INVALID_DATA, {-1, -1, 0}, file.path().c_str(),
           "this is not an Arrow IPC file: it does not begin with \"ARROW1\"");
  }
  if (size < headBytes + tailBytes)
    corrupt(size, "it ends before its footer");
  uint8_t tail[tailBytes];
  file.readAt(tail, tailBytes, size - tailBytes);
  if (memcmp(tail + 4, magic, magicBytes) != 0)
    corrupt(size - magicBytes, "it does not end with \"ARROW1\"");
  int32_t footerBytes;
  memcpy(&footerBytes, tail, 4);
  if (footerBytes <= 0 || footerBytes > size - headBytes - tailBytes)
    corrupt(size - tailBytes, "the length of its footer is impossible");
  footerMemory = Buffer(runtime.pool, footerBytes);
  file.readAt(footerMemory.data(), footerBytes, size - tailBytes - footerBytes);
  flatbuffers::Verifier verifier(footerMemory.data(), footerBytes);
  if (!verifier.VerifyBuffer<ipc::Footer>(nullptr))
    corrupt(size - tailBytes - footerBytes, "its footer is not valid");
  footer = flatbuffers::GetRoot<ipc::Footer>(footerMemory.data());
  if (!footer->schema())
    corrupt(size - tailBytes - footerBytes, "its footer has no schema");
  readSchema(*footer->schema());
}

/// Nodes and buffers that a field takes in a record batch, by the format's table
/// of layouts. Dictionary-encoded fields are laid out as their indices.
static bool layoutOf(const ipc::Field &field, ipc::MetadataVersion version, FieldLayout &layout) {
  ++layout.nodes;
  if (field.dictionary()) {
    layout.buffers += 2;
    return true;
  }
  switch (field.type_type()) {
  case ipc::Type_Null:
  case ipc::Type_RunEndEncoded:
    break;
  case ipc::Type_Struct_:
  case ipc::Type_FixedSizeList:
    layout.buffers += 1;
    break;
  case ipc::Type_Union: {
    // Before version 5 unions had validity bitmaps.
    bool dense = field.type_as_Union()->mode() == ipc::UnionMode_Dense;
    layout.buffers += 1 + dense + (version < ipc::MetadataVersion_V5);
    break;
  }
  case ipc::Type_Int:
  case ipc::Type_FloatingPoint:
  case ipc::Type_Bool:
  case ipc::Type_Decimal:
  case ipc::Type_Date:
  case ipc::Type_Time:
  case ipc::Type_Timestamp:
  case ipc::Type_Interval:
  case ipc::Type_Duration:
  case ipc::Type_FixedSizeBinary:
  case ipc::Type_List:
  case ipc::Type_LargeList:
  case ipc::Type_Map:
    layout.buffers += 2;
    break;
  case ipc::Type_Utf8:
  case ipc::Type_Binary:
  case ipc::Type_LargeUtf8:
  case ipc::Type_LargeBinary:
  case ipc::Type_ListView:
  case ipc::Type_LargeListView:
    layout.buffers += 3;
    break;
  case ipc::Type_Utf8View:
  case ipc::Type_BinaryView:
    layout.buffers += 2;
    layout.variadic += 1;
    break;
  default:
    return false;
  }
  if (field.children())
    for (const ipc::Field *child : *field.children())
      if (!layoutOf(*child, version, layout))
        return false;
  return true;
}

/// Molt's type of a field; false for those it does not have. A zone stays in the metadata.
static bool typeOf(const ipc::Field &field, ArrowType &out) {
  if (field.dictionary())
    return false;
  out.type.nullable = field.nullable();
  auto set = [&](int32_t kind, ArrowLayout layout, int64_t width) {
    out.type.kind = kind;
    out.layout = layout;
    out.width = width;
    return true;
  };
  auto setUnit = [&](ipc::TimeUnit unit) {
    out.type.scale = 3 * static_cast<int32_t>(unit);
    return unit >= ipc::TimeUnit_MIN && unit <= ipc::TimeUnit_MAX;
  };
  auto isZone = [](const char *zone) { return strlen(zone) <= maxZoneBytes; };
  switch (field.type_type()) {
  case ipc::Type_Bool:
    return set(MOLT_BOOL, ArrowLayout::Bits, 0);
  case ipc::Type_Int: {
    bool isSigned = field.type_as_Int()->is_signed();
    switch (field.type_as_Int()->bit_width()) {
    case 8:
      return set(isSigned ? MOLT_INT8 : MOLT_UINT8, ArrowLayout::Fixed, 1);
    case 16:
      return set(isSigned ? MOLT_INT16 : MOLT_UINT16, ArrowLayout::Fixed, 2);
    case 32:
      return set(isSigned ? MOLT_INT32 : MOLT_UINT32, ArrowLayout::Fixed, 4);
    case 64:
      return set(isSigned ? MOLT_INT64 : MOLT_UINT64, ArrowLayout::Fixed, 8);
    default:
      return false;
    }
  }
  case ipc::Type_FloatingPoint:
    switch (field.type_as_FloatingPoint()->precision()) {
    case ipc::Precision_SINGLE:
      return set(MOLT_FLOAT32, ArrowLayout::Fixed, 4);
    case ipc::Precision_DOUBLE:
      return set(MOLT_FLOAT64, ArrowLayout::Fixed, 8);
    default:
      return false;
    }
  case ipc::Type_Utf8:
    return set(MOLT_UTF8, ArrowLayout::Utf8, 4);
  case ipc::Type_LargeUtf8:
    return set(MOLT_UTF8, ArrowLayout::LargeUtf8, 8);
  case ipc::Type_Utf8View:
    return set(MOLT_UTF8, ArrowLayout::Utf8View, 16);
  case ipc::Type_Date:
    return field.type_as_Date()->unit() == ipc::DateUnit_DAY &&
           set(MOLT_DATE32, ArrowLayout::Fixed, 4);
  case ipc::Type_Decimal: {
    const ipc::Decimal *decimal = field.type_as_Decimal();
    out.type.precision = decimal->precision();
    out.type.scale = decimal->scale();
    int32_t bits = decimal->bit_width();
    return decimal->precision() >= 1 && decimal->precision() <= 38 && decimal->scale() >= 0 &&
           decimal->scale() <= decimal->precision() &&
           (bits == 32 || bits == 64 || bits == 128 || bits == 256) &&
           set(MOLT_DECIMAL, ArrowLayout::Decimal, bits / 8);
  }
  case ipc::Type_Timestamp: {
    const ipc::Timestamp *timestamp = field.type_as_Timestamp();
    // Some writers write an empty zone for none.
    if (timestamp->timezone() && timestamp->timezone()->size())
      out.type.zone = timestamp->timezone()->c_str();
    return setUnit(timestamp->unit()) && (!out.type.zone || isZone(out.type.zone)) &&
           set(MOLT_TIMESTAMP, ArrowLayout::Fixed, 8);
  }
  case ipc::Type_Duration:
    return setUnit(field.type_as_Duration()->unit()) && set(MOLT_DURATION, ArrowLayout::Fixed, 8);
  case ipc::Type_Time: {
    int32_t bits = field.type_as_Time()->bit_width();
    if (!setUnit(field.type_as_Time()->unit()) || bits != (out.type.scale <= 3 ? 32 : 64))
      return false;
    return set(MOLT_TIME, bits == 32 ? ArrowLayout::Time32 : ArrowLayout::Fixed, bits / 8);
  }
  default:
    return false;
  }
}

static std::string describeType(const ipc::Field &field) {
  std::string name = ipc::EnumNameType(field.type_type());
  return field.dictionary() ? "dictionary-encoded " + name : name;
}

void FileReader::readSchema(const ipc::Schema &schema) {
  if (schema.endianness() != ipc::Endianness_Little)
    failAt(MOLT_UNSUPPORTED, Place(), file.path().c_str(),
           "the Arrow file is big-endian; only little-endian files are supported");
  if (!schema.fields())
    return;
  FieldLayout layout;
  for (const ipc::Field *field : *schema.fields()) {
    FileField entry;
    entry.name = field->name() ? field->name()->str() : "";
    entry.firstNode = layout.nodes;
    entry.firstBuffer = layout.buffers;
    entry.firstVariadic = layout.variadic;
    entry.supported = typeOf(*field, entry.type);
    entry.unsupportedType = describeType(*field);
    if (!layoutOf(*field, footer->version(), layout))
      failAt(MOLT_UNSUPPORTED, Place(), file.path().c_str(),
             "column \"%s\" has an Arrow type that this version does not know", entry.name.c_str());
    fields.push_back(std::move(entry));
  }
}

void FileReader::unsupportedColumn(const FileField &field) const {
  failAt(MOLT_UNSUPPORTED, Place(), file.path().c_str(),
         "column \"%s\" has the Arrow type %s; supported are %s", field.name.c_str(),
         field.unsupportedType.c_str(), supportedArrowTypes);
}

TablePointer FileReader::makeEmptyTable(const MoltField *asked, int32_t askedCount) {
  std::vector<MoltField> all;
  if (askedCount == 0) {
    for (const FileField &field : fields) {
      if (!field.supported)
        unsupportedColumn(field);
      all.push_back({field.name.c_str(), field.type.type});
    }
    asked = all.data();
    askedCount = static_cast<int32_t>(all.size());
  }
  TablePointer table = makeTable(runtime, asked, askedCount);
  for (int32_t i = 0; i < askedCount; ++i) {
    size_t found = fields.size();
    for (size_t j = 0; j < fields.size(); ++j)
      if (fields[j].name == asked[i].name) {
        if (found != fields.size())
          failAt(MOLT_SCHEMA, {-1, i, -1}, file.path().c_str(), "the file has column \"%s\" twice",
                 asked[i].name);
        found = j;
      }
    if (found == fields.size()) {
      std::vector<std::string> names;
      for (const FileField &field : fields)
        names.push_back(field.name);
      failAt(MOLT_SCHEMA, {-1, i, -1}, file.path().c_str(),
             "the file has no column \"%s\"; it has %s", asked[i].name,
             listForMessage(names).c_str());
    }
    FileField &field = fields[found];
    if (!field.supported)
      unsupportedColumn(field);
    if (!sameType(field.type.type, asked[i].type))
      failAt(MOLT_SCHEMA, {-1, i, -1}, file.path().c_str(),
             "column \"%s\" has type %s in the file; expected %s", asked[i].name,
             typeName(field.type.type).c_str(), typeName(asked[i].type).c_str());
    // What the program says about nulls is what the data is checked against.
    field.type.type.nullable = asked[i].type.nullable;
    wanted.push_back(found);
  }
  return table;
}

//===----------------------------------------------------------------------===//
// Record batches
//===----------------------------------------------------------------------===//

Buffer FileReader::readBuffer(const ipc::Block &block, const ipc::RecordBatch &batch, int64_t index,
                              int64_t least) const {
  int64_t body = block.offset() + block.metadata_length();
  if (!batch.buffers() || index >= static_cast<int64_t>(batch.buffers()->size()))
    corrupt(block.offset(), "a record batch has too few buffers");
  ipc::Buffer buffer = elementAt<ipc::Buffer>(*batch.buffers(), index);
  if (buffer.offset() < 0 || buffer.length() < 0 || buffer.offset() > block.body_length() ||
      buffer.length() > block.body_length() - buffer.offset())
    corrupt(body, "a buffer lies outside of its record batch");
  if (buffer.length() < least)
    corrupt(body + buffer.offset(), "a buffer is too small for its rows");
  Buffer memory(runtime.pool, buffer.length());
  file.readAt(memory.data(), buffer.length(), body + buffer.offset());
  return memory;
}

Column FileReader::readColumn(const ipc::Block &block, const ipc::RecordBatch &batch,
                              const FileField &field) {
  ArrowColumn column;
  column.type = field.type;
  column.name = field.name;
  column.rows = batch.length();
  ipc::FieldNode node = elementAt<ipc::FieldNode>(*batch.nodes(), field.firstNode);
  if (node.length() != column.rows)
    corrupt(block.offset(), "a column's length is not that of its record batch");

  // Columns with view buffers before this one shift its own.
  int64_t first = field.firstBuffer, variadic = 0;
  auto variadicCount = [&](int64_t index) -> int64_t {
    if (!batch.variadic_buffer_counts() ||
        index >= static_cast<int64_t>(batch.variadic_buffer_counts()->size()))
      corrupt(block.offset(), "a record batch has too few variadic buffer counts");
    int64_t count = elementAt<int64_t>(*batch.variadic_buffer_counts(), index);
    if (count < 0 || count > INT32_MAX)
      corrupt(block.offset(), "a variadic buffer count is impossible");
    return count;
  };
  for (int64_t i = 0; i < field.firstVariadic; ++i)
    first += variadicCount(i);
  if (field.type.layout == ArrowLayout::Utf8View)
    variadic = variadicCount(field.firstVariadic);

  int64_t rows = column.rows;
  Column out;
  if (node.null_count() != 0) {
    out.validity = readBuffer(block, batch, first, bitmapBytes(rows));
    column.validity = out.validity.data();
  }
  std::vector<Buffer> viewMemory;
  switch (field.type.layout) {
  case ArrowLayout::Bits:
    out.data = readBuffer(block, batch, first + 1, bitmapBytes(rows));
    break;
  case ArrowLayout::Utf8:
  case ArrowLayout::LargeUtf8:
    out.data = readBuffer(block, batch, first + 1, rows ? (rows + 1) * field.type.width : 0);
    out.bytes = readBuffer(block, batch, first + 2, 0);
    column.bytes = out.bytes.data();
    column.byteCount = out.bytes.size();
    break;
  case ArrowLayout::Utf8View:
    out.data = readBuffer(block, batch, first + 1, rows * field.type.width);
    for (int64_t i = 0; i < variadic; ++i) {
      viewMemory.push_back(readBuffer(block, batch, first + 2 + i, 0));
      column.viewBuffers.push_back(
          {viewMemory.back().data(), static_cast<int64_t>(viewMemory.back().size())});
    }
    break;
  default:
    out.data = readBuffer(block, batch, first + 1, rows * field.type.width);
    break;
  }
  column.data = out.data.data();
  const char *path = file.path().c_str();
  checkArrowColumn(column, path);
  if (rows == 0)
    return out;
  if (!isNativeLayout(column)) {
    if (stringBytes(column, 0, rows) > maxUtf8Bytes)
      failAt(MOLT_UNSUPPORTED, Place(), path,
             "column \"%s\" has more than 2 GB of text in one record batch; write smaller batches",
             field.name.c_str());
    return copyArrowColumn(runtime.pool, column, 0, rows, path);
  }
  out.setOwnedView(field.type.type, column.validity ? 1 : 0);
  out.statistics = computeStatistics(out.view, field.type.type, rows);
  if (out.statistics.null_count == 0)
    out.setOwnedView(field.type.type, 0);
  return out;
}

Chunk FileReader::readRecordBatch(const ipc::Block &block, const ipc::RecordBatch &batch) {
  // Lengths far beyond the body would overflow the arithmetic on them; no row takes
  // less than a bit of some column.
  if (batch.length() < 0 || batch.length() > (INT64_MAX >> 10))
    corrupt(block.offset(), "the length of a record batch is impossible");
  if (batch.compression())
    failAt(MOLT_UNSUPPORTED, {-1, -1, block.offset()}, file.path().c_str(),
           "the Arrow file is compressed (%s); write it without compression",
           ipc::EnumNameCompressionType(batch.compression()->codec()));
  Chunk chunk;
  // Without columns nothing vouches for the number of rows.
  chunk.rows = wanted.empty() ? 0 : batch.length();
  for (size_t index : wanted) {
    if (!batch.nodes() || fields[index].firstNode >= static_cast<int64_t>(batch.nodes()->size()))
      corrupt(block.offset(), "a record batch has too few columns");
    chunk.columns.push_back(readColumn(block, batch, fields[index]));
  }
  return chunk;
}

Chunk FileReader::readBatch(const ipc::Block &block) {
  int64_t size = file.size();
  // A length word, perhaps after a continuation marker, and then the message.
  if (block.offset() < headBytes || block.metadata_length() < 8 || block.body_length() < 0 ||
      block.offset() > size || block.metadata_length() > size - block.offset() ||
      block.body_length() > size - block.offset() - block.metadata_length())
    corrupt(block.offset(), "a record batch lies outside of the file");
  Buffer memory(runtime.pool, block.metadata_length());
  file.readAt(memory.data(), block.metadata_length(), block.offset());
  int64_t prefix = memcmp(memory.data(), "\xFF\xFF\xFF\xFF", 4) == 0 ? 8 : 4;
  int32_t messageBytes;
  memcpy(&messageBytes, memory.data() + prefix - 4, 4);
  if (messageBytes <= 0 || messageBytes > block.metadata_length() - prefix)
    corrupt(block.offset(), "the length of a message is impossible");
  // To the beginning, where it is aligned with either prefix.
  memmove(memory.data(), memory.data() + prefix, messageBytes);
  flatbuffers::Verifier verifier(memory.data(), messageBytes);
  if (!verifier.VerifyBuffer<ipc::Message>(nullptr))
    corrupt(block.offset(), "a message is not valid");
  const ipc::Message *message = flatbuffers::GetRoot<ipc::Message>(memory.data());
  const ipc::RecordBatch *batch = message->header_as_RecordBatch();
  if (!batch)
    corrupt(block.offset(), "a message is not the record batch that the footer promises");
  return readRecordBatch(block, *batch);
}

void FileReader::readBatches(MoltTable &table) {
  const auto *blocks = footer->record_batches();
  int64_t count = blocks ? blocks->size() : 0;
  std::vector<Chunk> chunks(count);
  forEachTask(runtime, true, count, [&](int64_t i, int32_t) {
    runtime.checkCancelled();
    chunks[i] = readBatch(elementAt<ipc::Block>(*blocks, i));
  });
  for (Chunk &chunk : chunks)
    table.addChunk(std::move(chunk));
}

int32_t molt_table_read_arrow(MoltRuntime *runtime, const char *path, const MoltField *fields,
                              int32_t field_count, MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    FileReader reader(*runtime, path);
    reader.readFooter();
    TablePointer table = reader.makeEmptyTable(fields, field_count);
    reader.readBatches(*table);
    *out = table.release();
  });
}
