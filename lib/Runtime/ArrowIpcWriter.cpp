//===- ArrowIpcWriter.cpp - Writing Arrow IPC files and streams -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowColumn.h"
#include "ArrowIpc.h"
#include "Compression.h"
#include "File.h"

#include <cstring>

using namespace molt::rt;
namespace ipc = molt::rt::arrowipc;

/// Buffers begin at multiples of this within the file, as the format recommends.
static constexpr int64_t bodyAlignment = 64;

static int64_t alignUp(int64_t bytes, int64_t unit) { return (bytes + unit - 1) / unit * unit; }

namespace {
class FileWriter {
public:
  FileWriter(MoltRuntime &runtime, const MoltTable &table, const char *path,
             const MoltArrowOptions &options)
      : runtime(runtime), table(table), file(path), options(options) {}

  void write() {
    if (!options.stream)
      file.write("ARROW1\0\0", 8);
    flatbuffers::FlatBufferBuilder builder;
    auto schema = buildSchema(builder);
    writeMessage(builder, ipc::MessageHeader_Schema, schema.Union(), 0);
    for (const Chunk &chunk : table.chunks) {
      runtime.checkCancelled();
      writeBatch(chunk);
    }
    // The end-of-stream marker: the part before the footer reads as a stream, too.
    int32_t endOfStream[2] = {-1, 0};
    file.write(endOfStream, sizeof(endOfStream));
    if (!options.stream)
      writeFooter();
    file.commit();
  }

private:
  flatbuffers::Offset<ipc::Schema> buildSchema(flatbuffers::FlatBufferBuilder &builder) const;
  int32_t writeMessage(flatbuffers::FlatBufferBuilder &builder, ipc::MessageHeader kind,
                       flatbuffers::Offset<void> header, int64_t bodyLength);
  /// Bytes to be written.
  struct Part {
    const uint8_t *data;
    int64_t bytes;
  };
  Part compressPart(Part part, std::vector<Buffer> &owned) const;
  void writeBatch(const Chunk &chunk);
  void writeFooter();
  void pad(int64_t bytes) {
    static const char zeros[bodyAlignment] = {};
    file.write(zeros, bytes);
  }

  MoltRuntime &runtime;
  const MoltTable &table;
  OutputFile file;
  const MoltArrowOptions options;
  std::vector<ipc::Block> blocks;
};
} // namespace

static std::pair<ipc::Type, flatbuffers::Offset<void>>
buildType(flatbuffers::FlatBufferBuilder &builder, const MoltType &type) {
  auto integer = [&](int32_t bits, bool isSigned) {
    return std::pair(ipc::Type_Int, ipc::CreateInt(builder, bits, isSigned).Union());
  };
  auto unit = static_cast<ipc::TimeUnit>(type.scale / 3);
  switch (type.kind) {
  case MOLT_NULL:
    return {ipc::Type_Null, ipc::CreateNull(builder).Union()};
  case MOLT_BOOL:
    return {ipc::Type_Bool, ipc::CreateBool(builder).Union()};
  case MOLT_INT8:
    return integer(8, true);
  case MOLT_INT16:
    return integer(16, true);
  case MOLT_INT32:
    return integer(32, true);
  case MOLT_INT64:
    return integer(64, true);
  case MOLT_UINT8:
    return integer(8, false);
  case MOLT_UINT16:
    return integer(16, false);
  case MOLT_UINT32:
    return integer(32, false);
  case MOLT_UINT64:
    return integer(64, false);
  case MOLT_FLOAT32:
    return {ipc::Type_FloatingPoint,
            ipc::CreateFloatingPoint(builder, ipc::Precision_SINGLE).Union()};
  case MOLT_FLOAT64:
    return {ipc::Type_FloatingPoint,
            ipc::CreateFloatingPoint(builder, ipc::Precision_DOUBLE).Union()};
  case MOLT_UTF8:
    return {ipc::Type_Utf8, ipc::CreateUtf8(builder).Union()};
  case MOLT_BINARY:
    return {ipc::Type_Binary, ipc::CreateBinary(builder).Union()};
  case MOLT_DATE32:
    return {ipc::Type_Date, ipc::CreateDate(builder, ipc::DateUnit_DAY).Union()};
  case MOLT_TIMESTAMP: {
    auto zone = type.zone ? builder.CreateString(type.zone) : 0;
    return {ipc::Type_Timestamp, ipc::CreateTimestamp(builder, unit, zone).Union()};
  }
  case MOLT_TIME:
    return {ipc::Type_Time, ipc::CreateTime(builder, unit, isTime32(type) ? 32 : 64).Union()};
  case MOLT_DURATION:
    return {ipc::Type_Duration, ipc::CreateDuration(builder, unit).Union()};
  case MOLT_INTERVAL:
    return {ipc::Type_Interval,
            ipc::CreateInterval(builder, ipc::IntervalUnit_MONTH_DAY_NANO).Union()};
  case MOLT_INT128: // what other systems use for it; see arrowBuffers
    return {ipc::Type_Decimal, ipc::CreateDecimal(builder, 38, 0, 128).Union()};
  default:
    // Readers in use know decimals of 128 bit best.
    return {ipc::Type_Decimal,
            ipc::CreateDecimal(builder, type.precision, type.scale, 128).Union()};
  }
}

flatbuffers::Offset<ipc::Schema>
FileWriter::buildSchema(flatbuffers::FlatBufferBuilder &builder) const {
  std::vector<flatbuffers::Offset<ipc::Field>> fields;
  for (size_t i = 0; i < table.names.size(); ++i) {
    auto [kind, type] = buildType(builder, table.types[i]);
    auto name = builder.CreateString(table.names[i]);
    // Readers expect the vector of children, even if it is empty.
    auto children = builder.CreateVector(std::vector<flatbuffers::Offset<ipc::Field>>());
    fields.push_back(
        ipc::CreateField(builder, name, table.types[i].nullable != 0, kind, type, 0, children));
  }
  return ipc::CreateSchema(builder, ipc::Endianness_Little, builder.CreateVector(fields));
}

/// Writes a message with its prefix; returns its padded length, prefix included.
int32_t FileWriter::writeMessage(flatbuffers::FlatBufferBuilder &builder, ipc::MessageHeader kind,
                                 flatbuffers::Offset<void> header, int64_t bodyLength) {
  builder.Finish(ipc::CreateMessage(builder, ipc::MetadataVersion_V5, kind, header, bodyLength));
  int64_t size = builder.GetSize();
  // The body behind the message begins where the alignment wants it.
  int64_t begin = file.bytesWritten();
  int64_t padded = alignUp(begin + 8 + size, bodyAlignment) - begin;
  int32_t prefix[2] = {-1, static_cast<int32_t>(padded - 8)};
  file.write(prefix, sizeof(prefix));
  file.write(builder.GetBufferPointer(), size);
  pad(padded - 8 - size);
  return static_cast<int32_t>(padded);
}

/// A buffer in the compressed form: its length and a frame, or -1 and itself where that is
/// shorter. An empty one stays empty.
FileWriter::Part FileWriter::compressPart(Part part, std::vector<Buffer> &owned) const {
  if (part.bytes == 0 || options.compression == MOLT_ARROW_UNCOMPRESSED)
    return part;
  Codec codec = options.compression == MOLT_ARROW_ZSTD ? Codec::Zstd : Codec::Lz4Frame;
  Buffer frame;
  int64_t length = part.bytes;
  int64_t frameBytes = compress(codec, runtime.pool, part.data, part.bytes, frame);
  const uint8_t *content = frame.data();
  if (frameBytes >= part.bytes)
    length = -1, content = part.data, frameBytes = part.bytes;
  owned.push_back(Buffer(runtime.pool, sizeof(length) + frameBytes));
  memcpy(owned.back().data(), &length, sizeof(length));
  memcpy(owned.back().data() + sizeof(length), content, frameBytes);
  return {owned.back().data(), static_cast<int64_t>(sizeof(length)) + frameBytes};
}

void FileWriter::writeBatch(const Chunk &chunk) {
  std::vector<ArrowBuffers> columns;
  std::vector<Buffer> compressed;
  std::vector<Part> parts;
  std::vector<ipc::FieldNode> nodes;
  std::vector<ipc::Buffer> buffers;
  int64_t bodyLength = 0;
  auto place = [&](const uint8_t *data, int64_t bytes) {
    parts.push_back(compressPart({data, bytes}, compressed));
    buffers.emplace_back(bodyLength, parts.back().bytes);
    bodyLength = alignUp(bodyLength + parts.back().bytes, bodyAlignment);
  };
  for (size_t i = 0; i < table.types.size(); ++i) {
    columns.push_back(arrowBuffers(runtime.pool, chunk.columns[i], table.types[i], chunk.rows,
                                   {table.names[i].c_str(), chunk.rowBase}));
    const ArrowBuffers &column = columns.back();
    nodes.emplace_back(chunk.rows, column.nullCount);
    if (table.types[i].kind == MOLT_NULL) // which has no buffers
      continue;
    place(column.validity, column.validityBytes);
    place(column.data, column.dataBytes);
    if (hasBytes(table.types[i]))
      place(column.bytes, column.byteCount);
  }
  flatbuffers::FlatBufferBuilder builder;
  auto nodeVector = builder.CreateVectorOfStructs(nodes);
  auto bufferVector = builder.CreateVectorOfStructs(buffers);
  flatbuffers::Offset<ipc::BodyCompression> compression;
  if (options.compression != MOLT_ARROW_UNCOMPRESSED)
    compression = ipc::CreateBodyCompression(builder, options.compression == MOLT_ARROW_ZSTD
                                                          ? ipc::CompressionType_ZSTD
                                                          : ipc::CompressionType_LZ4_FRAME);
  auto batch = ipc::CreateRecordBatch(builder, chunk.rows, nodeVector, bufferVector, compression);
  int64_t begin = file.bytesWritten();
  int32_t metadataLength =
      writeMessage(builder, ipc::MessageHeader_RecordBatch, batch.Union(), bodyLength);
  blocks.emplace_back(begin, metadataLength, bodyLength);
  for (const Part &part : parts) {
    if (part.bytes)
      file.write(part.data, part.bytes);
    pad(alignUp(part.bytes, bodyAlignment) - part.bytes);
  }
}

void FileWriter::writeFooter() {
  flatbuffers::FlatBufferBuilder builder;
  auto schema = buildSchema(builder);
  auto dictionaries = builder.CreateVectorOfStructs(std::vector<ipc::Block>());
  auto batches = builder.CreateVectorOfStructs(blocks);
  builder.Finish(
      ipc::CreateFooter(builder, ipc::MetadataVersion_V5, schema, dictionaries, batches));
  file.write(builder.GetBufferPointer(), builder.GetSize());
  int32_t size = static_cast<int32_t>(builder.GetSize());
  file.write(&size, sizeof(size));
  file.write("ARROW1", 6);
}

void molt_arrow_defaults(MoltArrowOptions *options) { *options = MoltArrowOptions(); }

int32_t molt_table_write_arrow(MoltRuntime *runtime, const MoltTable *table, const char *path,
                               const MoltArrowOptions *options, MoltError *error) {
  return guardStatus(error, [&] {
    MoltArrowOptions chosen = options ? *options : MoltArrowOptions();
    if (chosen.compression < MOLT_ARROW_UNCOMPRESSED || chosen.compression > MOLT_ARROW_ZSTD)
      fail(MOLT_UNSUPPORTED,
           "Arrow files have compression 0 (none), 1 (LZ4) or 2 (ZSTD); %d was asked for",
           chosen.compression);
    FileWriter(*runtime, *table, path, chosen).write();
  });
}
