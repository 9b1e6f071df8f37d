//===- ArrowIpcSchema.h - Fields of Arrow IPC schemas -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ARROWIPCSCHEMA_H
#define MOLT_LIB_RUNTIME_ARROWIPCSCHEMA_H

#include "ArrowColumn.h"
#include "ArrowIpc.h"

namespace molt::rt {

/// Nodes, buffers and variadic counts that a field and its children take.
struct FieldLayout {
  int64_t nodes = 0;
  int64_t buffers = 0;
  int64_t variadic = 0;
};

/// Adds what a field takes in a record batch, by the format's table of layouts;
/// dictionary-encoded fields are laid out as their indices. False for unknown types.
bool layoutOf(const arrowipc::Field &field, arrowipc::MetadataVersion version, FieldLayout &layout);

/// Molt's type of a field; false for those it does not have. A zone stays in the metadata.
bool typeOf(const arrowipc::Field &field, ArrowType &out);

/// The name of a field's type in the format, for messages.
std::string describeType(const arrowipc::Field &field);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_ARROWIPCSCHEMA_H
