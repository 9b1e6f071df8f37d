//===- Context.cpp - Errors of an interpretation --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Context.h"

using namespace molt;
using namespace molt::interp;

/// Copies text into a fixed array, cut at a code point if it is too long.
template <size_t size> static void copyText(char (&target)[size], StringRef text) {
  if (text.size() >= size) {
    text = text.take_front(size - 1);
    while (!text.empty() && (text.back() & 0xC0) == 0x80)
      text = text.drop_back();
    if (!text.empty() && (text.back() & 0x80))
      text = text.drop_back();
  }
  std::memcpy(target, text.data(), text.size());
  target[text.size()] = 0;
}

Context::Context() {
  std::memset(&error, 0, sizeof error);
  error.row = error.column = error.byte = -1;
}

LogicalResult Context::fail(Operation *op, MoltStatus code, int64_t row, const Twine &message) {
  error.code = code;
  error.row = row;
  std::string location;
  if (auto place = op->getLoc()->findInstanceOf<FileLineColRange>())
    location = (place.getFilename().getValue() + ":" + Twine(place.getStartLine()) + ":" +
                Twine(place.getStartColumn()))
                   .str();
  copyText(error.location, location);
  copyText(error.message, (op->getName().getStringRef() + ": " + message).str());
  return failure();
}
