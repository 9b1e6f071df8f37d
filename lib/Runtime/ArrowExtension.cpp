//===- ArrowExtension.cpp - Arrow's extension types -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowExtension.h"

#include <cstdint>
#include <cstring>

using namespace molt::rt;

bool molt::rt::isInt128Extension(std::string_view name, std::string_view metadata) {
  // The metadata are a small JSON object: a type's name and that of whose type it is.
  return name == "arrow.opaque" && metadata.find("\"hugeint\"") != std::string_view::npos &&
         metadata.find("\"DuckDB\"") != std::string_view::npos;
}

bool molt::rt::isInt128Metadata(const char *metadata) {
  if (!metadata)
    return false;
  // A number of pairs, then the texts, each behind its length; all in native byte order.
  auto takeNumber = [&] {
    int32_t number;
    memcpy(&number, metadata, sizeof(number));
    metadata += sizeof(number);
    return number;
  };
  auto takeText = [&] {
    int32_t length = takeNumber();
    std::string_view text(metadata, length);
    metadata += length;
    return text;
  };
  std::string_view name, details;
  for (int32_t left = takeNumber(); left > 0; --left) {
    std::string_view key = takeText(), value = takeText();
    if (key == extensionNameKey)
      name = value;
    else if (key == extensionMetadataKey)
      details = value;
  }
  return isInt128Extension(name, details);
}
