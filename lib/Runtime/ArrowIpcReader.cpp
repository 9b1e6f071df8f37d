//===- ArrowIpcReader.cpp - Reading Arrow IPC files and streams -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The file may be anything: flatbuffers are verified before they are read, and
// every offset and length is checked against what contains it. Only the buffers
// of the columns asked for are read. A stream, too, is a regular file here: its messages
// are looked up first, so that its record batches are read in parallel like a file's.
//
//===----------------------------------------------------------------------===//

#include "ArrowColumn.h"
#include "ArrowIpcSchema.h"
#include "Compression.h"
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

class FileReader {
public:
  FileReader(MoltRuntime &runtime, const char *path) : runtime(runtime), file(path) {}

  /// Reads the schema and finds the record batches.
  void open();
  TablePointer makeEmptyTable(const MoltField *fields, int32_t fieldCount);
  void readBatches(MoltTable &table);

private:
  [[noreturn]] void corrupt(int64_t byte, const char *what) const;
  [[noreturn]] void unsupportedColumn(const FileField &field) const;
  void readFooter();
  void scanStream();
  const ipc::Message *readMessage(const ipc::Block &block, Buffer &memory) const;
  void readSchema(const ipc::Schema &schema);
  Chunk readBatch(const ipc::Block &block);
  Chunk readRecordBatch(const ipc::Block &block, const ipc::RecordBatch &batch);
  Column readColumn(const ipc::Block &block, const ipc::RecordBatch &batch, const FileField &field);
  Buffer readBuffer(const ipc::Block &block, const ipc::RecordBatch &batch, int64_t index,
                    int64_t least) const;
  Buffer decompressBuffer(const ipc::RecordBatch &batch, const Buffer &compressed, int64_t byte,
                          int64_t least) const;

  MoltRuntime &runtime;
  InputFile file;
  Buffer schemaMemory; ///< Of the footer, or of the stream's first message.
  ipc::MetadataVersion version = ipc::MetadataVersion_V5;
  std::vector<ipc::Block> blocks;
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
/// What a message begins with.
static constexpr uint8_t continuation[] = {0xFF, 0xFF, 0xFF, 0xFF};

void FileReader::open() {
  int64_t size = file.size();
  if (size < 0)
    failAt(MOLT_UNSUPPORTED, Place(), file.path().c_str(),
           "Arrow data is read at several places at once; expected a regular file");
  if (size == 0)
    corrupt(0, "it is empty");
  char head[headBytes] = {};
  file.readAt(head, std::min(size, headBytes), 0);
  if (memcmp(head, magic, magicBytes) == 0)
    return readFooter();
  if (memcmp(head, continuation, sizeof(continuation)) == 0)
    return scanStream();
  failAt(MOLT_INVALID_DATA, {-1, -1, 0}, file.path().c_str(),
         "this is not an Arrow IPC file or stream: it begins neither with \"ARROW1\" nor with a "
         "message");
}

void FileReader::readFooter() {
  int64_t size = file.size();
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
  schemaMemory = Buffer(runtime.pool, footerBytes);
  file.readAt(schemaMemory.data(), footerBytes, size - tailBytes - footerBytes);
  flatbuffers::Verifier verifier(schemaMemory.data(), footerBytes);
  if (!verifier.VerifyBuffer<ipc::Footer>(nullptr))
    corrupt(size - tailBytes - footerBytes, "its footer is not valid");
  const auto *footer = flatbuffers::GetRoot<ipc::Footer>(schemaMemory.data());
  if (!footer->schema())
    corrupt(size - tailBytes - footerBytes, "its footer has no schema");
  version = footer->version();
  readSchema(*footer->schema());
  int64_t count = footer->record_batches() ? footer->record_batches()->size() : 0;
  for (int64_t i = 0; i < count; ++i) {
    blocks.push_back(elementAt<ipc::Block>(*footer->record_batches(), i));
    if (blocks.back().offset() < headBytes)
      corrupt(blocks.back().offset(), "a record batch lies outside of the file");
  }
}

/// Follows the messages: a schema, then record batches (and dictionaries, of which no column is
/// read), up to the end-of-stream marker or the end of the file.
void FileReader::scanStream() {
  int64_t size = file.size();
  bool sawSchema = false;
  for (int64_t offset = 0; offset < size;) {
    runtime.checkCancelled();
    int32_t prefix[2];
    if (size - offset < static_cast<int64_t>(sizeof(prefix)))
      corrupt(offset, "it ends within a message");
    file.readAt(prefix, sizeof(prefix), offset);
    if (memcmp(prefix, continuation, sizeof(continuation)) != 0)
      corrupt(offset, "a message does not begin with 0xFFFFFFFF");
    if (prefix[1] == 0)
      break;
    if (prefix[1] < 0 || prefix[1] > INT32_MAX - static_cast<int32_t>(sizeof(prefix)) ||
        prefix[1] > size - offset - static_cast<int64_t>(sizeof(prefix)))
      corrupt(offset, "the length of a message is impossible");
    ipc::Block block(offset, static_cast<int32_t>(sizeof(prefix) + prefix[1]), 0);
    Buffer memory;
    const ipc::Message *message = readMessage(block, memory);
    if (message->body_length() < 0 ||
        message->body_length() > size - offset - block.metadata_length())
      corrupt(offset, "it ends within the body of a message");
    block = ipc::Block(offset, block.metadata_length(), message->body_length());
    if (const ipc::Schema *schema = message->header_as_Schema()) {
      if (sawSchema)
        corrupt(offset, "it has a second schema");
      sawSchema = true;
      version = message->version();
      // The schema's fields are looked at later.
      schemaMemory = std::move(memory);
      readSchema(*schema);
    } else if (!sawSchema) {
      corrupt(offset, "its first message is not a schema");
    } else if (message->header_type() == ipc::MessageHeader_RecordBatch) {
      blocks.push_back(block);
    }
    offset += block.metadata_length() + block.body_length();
  }
  if (!sawSchema)
    corrupt(0, "it has no schema");
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
    if (!layoutOf(*field, version, layout))
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
    // Other systems write integers of 128 bits as whole decimals.
    if (asked[i].type.kind == MOLT_INT128 && field.type.type.kind == MOLT_DECIMAL &&
        field.type.type.scale == 0)
      field.type.type = asked[i].type;
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
  int64_t byte = body + buffer.offset();
  if (buffer.length() < least && !batch.compression())
    corrupt(byte, "a buffer is too small for its rows");
  Buffer memory(runtime.pool, buffer.length());
  file.readAt(memory.data(), buffer.length(), byte);
  return batch.compression() ? decompressBuffer(batch, memory, byte, least) : std::move(memory);
}

/// A compressed buffer is empty, or begins with its length without compression; -1 says that
/// what follows is not compressed.
Buffer FileReader::decompressBuffer(const ipc::RecordBatch &batch, const Buffer &compressed,
                                    int64_t byte, int64_t least) const {
  int64_t length = 0, bytes = compressed.size();
  constexpr int64_t prefix = sizeof(length);
  if (bytes > 0 && bytes < prefix)
    corrupt(byte, "a compressed buffer has no length");
  if (bytes > 0)
    memcpy(&length, compressed.data(), prefix);
  bool isPlain = length == -1;
  if (isPlain)
    length = bytes - prefix;
  // Nothing is compressed to less than a 2^15th: an impossible length would only use memory.
  if (length < 0 || length >> 15 > bytes)
    corrupt(byte, "the length of a compressed buffer is impossible");
  if (length < least)
    corrupt(byte, "a buffer is too small for its rows");
  Buffer memory(runtime.pool, length);
  const uint8_t *data = compressed.data() + prefix;
  if (length == 0)
    return memory;
  if (isPlain) {
    memcpy(memory.data(), data, length);
    return memory;
  }
  Codec codec =
      batch.compression()->codec() == ipc::CompressionType_ZSTD ? Codec::Zstd : Codec::Lz4Frame;
  if (!decompress(codec, data, bytes - prefix, memory.data(), length))
    corrupt(byte, "a compressed buffer is not what its codec expects");
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

  if (field.type.layout == ArrowLayout::None)
    return column.rows ? copyArrowColumn(runtime.pool, column, 0, column.rows, "") : Column();

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
  if (batch.compression() && batch.compression()->codec() > ipc::CompressionType_MAX)
    failAt(MOLT_UNSUPPORTED, {-1, -1, block.offset()}, file.path().c_str(),
           "the Arrow file is compressed with codec %d; LZ4 (0) and ZSTD (1) can be read",
           static_cast<int>(batch.compression()->codec()));
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

/// The message of a block, verified; it lies in `memory`.
const ipc::Message *FileReader::readMessage(const ipc::Block &block, Buffer &memory) const {
  memory = Buffer(runtime.pool, block.metadata_length());
  file.readAt(memory.data(), block.metadata_length(), block.offset());
  // A length word, perhaps after a continuation marker, and then the message.
  int64_t prefix = memcmp(memory.data(), continuation, sizeof(continuation)) == 0 ? 8 : 4;
  int32_t messageBytes;
  memcpy(&messageBytes, memory.data() + prefix - 4, 4);
  if (messageBytes <= 0 || messageBytes > block.metadata_length() - prefix)
    corrupt(block.offset(), "the length of a message is impossible");
  // To the beginning, where it is aligned with either prefix.
  memmove(memory.data(), memory.data() + prefix, messageBytes);
  flatbuffers::Verifier verifier(memory.data(), messageBytes);
  if (!verifier.VerifyBuffer<ipc::Message>(nullptr))
    corrupt(block.offset(), "a message is not valid");
  return flatbuffers::GetRoot<ipc::Message>(memory.data());
}

Chunk FileReader::readBatch(const ipc::Block &block) {
  int64_t size = file.size();
  if (block.metadata_length() < 8 || block.body_length() < 0 || block.offset() > size ||
      block.metadata_length() > size - block.offset() ||
      block.body_length() > size - block.offset() - block.metadata_length())
    corrupt(block.offset(), "a record batch lies outside of the file");
  Buffer memory;
  const ipc::RecordBatch *batch = readMessage(block, memory)->header_as_RecordBatch();
  if (!batch)
    corrupt(block.offset(), "a message is not the record batch that the footer promises");
  return readRecordBatch(block, *batch);
}

void FileReader::readBatches(MoltTable &table) {
  std::vector<Chunk> chunks(blocks.size());
  forEachTask(runtime, true, blocks.size(), [&](int64_t i, int32_t) {
    runtime.checkCancelled();
    chunks[i] = readBatch(blocks[i]);
  });
  for (Chunk &chunk : chunks)
    table.addChunk(std::move(chunk));
}

int32_t molt_table_read_arrow(MoltRuntime *runtime, const char *path, const MoltField *fields,
                              int32_t field_count, MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    FileReader reader(*runtime, path);
    reader.open();
    TablePointer table = reader.makeEmptyTable(fields, field_count);
    reader.readBatches(*table);
    *out = table.release();
  });
}
