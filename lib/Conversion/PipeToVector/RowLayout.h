//===- RowLayout.h - Stored rows --------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_PIPETOVECTOR_ROWLAYOUT_H
#define MOLT_LIB_CONVERSION_PIPETOVECTOR_ROWLAYOUT_H

#include "Molt/Dialect/Pipe/IR/Pipe.h"

namespace molt::vectorize {

/// Bytes of a value in a stored row or a batch buffer: i1 takes a byte, a string
/// the two words of its view.
inline unsigned getStoredBytes(Type type) {
  if (isa<str::Utf8Type>(type))
    return 16;
  unsigned bits = type.getIntOrFloatBitWidth();
  return bits == 1 ? 1 : bits / 8;
}

/// Offsets of the fields of a stored row: a header that the runtime knows (hash,
/// next, sequence number), then the fields, each aligned to its size (at most 8).
/// Rows are a multiple of 8 bytes long.
class RowLayout {
public:
  RowLayout(unsigned headerBytes, ArrayRef<Type> fields) : types(fields) {
    unsigned end = headerBytes;
    for (Type type : fields) {
      unsigned bytes = getStoredBytes(type);
      end = llvm::alignTo(end, std::min(bytes, 8u));
      offsets.push_back(end);
      end += bytes;
    }
    size = llvm::alignTo(std::max(end, 8u), 8);
  }

  unsigned getOffset(unsigned field) const { return offsets[field]; }
  Type getType(unsigned field) const { return types[field]; }
  ArrayRef<Type> getTypes() const { return types; }
  unsigned getNumFields() const { return types.size(); }
  unsigned getSize() const { return size; }

private:
  SmallVector<Type> types;
  SmallVector<unsigned> offsets;
  unsigned size;
};

/// The layouts of states; headers as in Molt/Runtime/Runtime.h.
inline RowLayout getGroupLayout(pipe::AggBuilderType type) {
  SmallVector<Type> fields(type.getKeys());
  fields.append(type.getValues().begin(), type.getValues().end());
  return RowLayout(type.getKeys().empty() ? 0 : 8, fields); // hash
}
inline RowLayout getJoinLayout(ArrayRef<Type> keys, ArrayRef<Type> payload) {
  SmallVector<Type> fields(keys);
  fields.append(payload.begin(), payload.end());
  return RowLayout(16, fields); // hash, next
}
inline RowLayout getSortLayout(pipe::SorterType type) {
  SmallVector<Type> fields(type.getKeys());
  fields.append(type.getValues().begin(), type.getValues().end());
  return RowLayout(8, fields); // sequence number
}

inline RowLayout getFrameLayout(pipe::FrameStatesType type) {
  return RowLayout(0, type.getTypes());
}

} // namespace molt::vectorize

#endif // MOLT_LIB_CONVERSION_PIPETOVECTOR_ROWLAYOUT_H
