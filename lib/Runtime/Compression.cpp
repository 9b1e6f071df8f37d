//===- Compression.cpp - LZ4 and Zstandard --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compression.h"

#include "Error.h"

#include <lz4frame.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <memory>

using namespace molt::rt;

namespace {
struct FreeLz4Context {
  void operator()(LZ4F_dctx *context) const { LZ4F_freeDecompressionContext(context); }
};
} // namespace

[[noreturn]] static void failWithoutMemory() {
  fail(MOLT_OUT_OF_MEMORY, "out of memory: no room for the state of a compressor");
}

static bool decompressLz4(const uint8_t *data, size_t bytes, uint8_t *out, size_t outBytes) {
  LZ4F_dctx *raw = nullptr;
  if (LZ4F_isError(LZ4F_createDecompressionContext(&raw, LZ4F_VERSION)))
    failWithoutMemory();
  std::unique_ptr<LZ4F_dctx, FreeLz4Context> context(raw);
  // Each call takes and gives as much as it can; 0 says that the frame has ended.
  size_t written = 0;
  for (;;) {
    size_t taken = bytes, given = outBytes - written;
    size_t hint = LZ4F_decompress(context.get(), out + written, &given, data, &taken, nullptr);
    if (LZ4F_isError(hint))
      return false;
    written += given;
    data += taken;
    bytes -= taken;
    if (hint == 0)
      return written == outBytes;
    if (taken == 0 && given == 0) // Cut off, or more than fits.
      return false;
  }
}

bool molt::rt::decompress(Codec codec, const uint8_t *data, int64_t bytes, uint8_t *out,
                          int64_t outBytes) {
  if (codec == Codec::Lz4Frame)
    return decompressLz4(data, bytes, out, outBytes);
  size_t written = ZSTD_decompress(out, outBytes, data, bytes);
  if (ZSTD_isError(written) && ZSTD_getErrorCode(written) == ZSTD_error_memory_allocation)
    failWithoutMemory();
  return !ZSTD_isError(written) && written == static_cast<size_t>(outBytes);
}

int64_t molt::rt::compress(Codec codec, MemoryPool &pool, const uint8_t *data, int64_t bytes,
                           Buffer &out) {
  bool isLz4 = codec == Codec::Lz4Frame;
  size_t most = isLz4 ? LZ4F_compressFrameBound(bytes, nullptr) : ZSTD_compressBound(bytes);
  out = Buffer(pool, most);
  size_t written = isLz4 ? LZ4F_compressFrame(out.data(), most, data, bytes, nullptr)
                         : ZSTD_compress(out.data(), most, data, bytes, /*compressionLevel=*/1);
  // With room for the result, only memory can be missing.
  if (isLz4 ? LZ4F_isError(written) : ZSTD_isError(written))
    failWithoutMemory();
  return static_cast<int64_t>(written);
}
