//===- Compression.h - LZ4 and Zstandard ------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that knows liblz4 and libzstd.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_COMPRESSION_H
#define MOLT_LIB_RUNTIME_COMPRESSION_H

#include "Memory.h"

namespace molt::rt {

/// A frame format, as Arrow IPC has them.
enum class Codec {
  Lz4Frame, ///< https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
  Zstd      ///< RFC 8878
};

/// Decompresses one frame of `bytes` at `data`, which may be anything, to exactly `outBytes`
/// at `out`. False if it is damaged or has another length. Throws a Failure without memory.
bool decompress(Codec codec, const uint8_t *data, int64_t bytes, uint8_t *out, int64_t outBytes);

/// Compresses to a frame; returns its bytes, of which the buffer may have more. Throws a
/// Failure without memory.
int64_t compress(Codec codec, MemoryPool &pool, const uint8_t *data, int64_t bytes, Buffer &out);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_COMPRESSION_H
