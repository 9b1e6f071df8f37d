//===- ArrowExtension.h - Arrow's extension types ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Arrow has no integers of 128 bits. DuckDB exports its HUGEINT, where nothing may be lost,
// as 16 bytes with the canonical extension type arrow.opaque
// (https://arrow.apache.org/docs/format/CanonicalExtensions.html#opaque).
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ARROWEXTENSION_H
#define MOLT_LIB_RUNTIME_ARROWEXTENSION_H

#include <string_view>

namespace molt::rt {

/// The keys of a field's metadata that tell its extension type.
constexpr std::string_view extensionNameKey = "ARROW:extension:name";
constexpr std::string_view extensionMetadataKey = "ARROW:extension:metadata";

/// Whether 16 bytes with an extension type of that name and metadata are an int128.
bool isInt128Extension(std::string_view name, std::string_view metadata);

/// The same, of a field's metadata as the C Data Interface has them; null for none.
bool isInt128Metadata(const char *metadata);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_ARROWEXTENSION_H
