//===- Error.cpp - Errors inside the runtime ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Error.h"

#include "Utf8.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>

using namespace molt::rt;

/// Copies a string into a fixed array without cutting a character in two.
template <size_t capacity> static void copyText(char (&out)[capacity], const char *text) noexcept {
  size_t length = text ? strnlen(text, capacity) : 0;
  if (length == capacity) {
    --length;
    while (length && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
      --length;
  }
  if (length)
    memcpy(out, text, length);
  out[length] = 0;
}

MoltError molt::rt::makeError(int32_t code, const char *message, const char *location) noexcept {
  MoltError error;
  error.code = code;
  error.row = error.column = error.byte = -1;
  copyText(error.message, message);
  copyText(error.location, location);
  return error;
}

/// One byte more than a message holds, so that copyText sees that it was cut.
using MessageText = char[sizeof(MoltError::message) + 1];

void molt::rt::fail(int32_t code, const char *format, ...) {
  MessageText text;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  Failure failure;
  failure.error = makeError(code, text);
  throw failure;
}

void molt::rt::failAt(int32_t code, const Place &place, const char *location, const char *format,
                      ...) {
  MessageText text;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof(text), format, arguments);
  va_end(arguments);
  Failure failure;
  failure.error = makeError(code, text, location);
  failure.error.row = place.row;
  failure.error.column = place.column;
  failure.error.byte = place.byte;
  throw failure;
}

MoltError molt::rt::currentError() noexcept {
  try {
    throw;
  } catch (const Failure &failure) {
    return failure.error;
  } catch (const std::bad_alloc &) {
    return makeError(MOLT_OUT_OF_MEMORY, "the system has no more memory");
  } catch (const std::exception &exception) {
    return makeError(MOLT_INTERNAL, exception.what());
  } catch (...) {
    return makeError(MOLT_INTERNAL, "an exception of unknown type");
  }
}

std::string molt::rt::quoteForMessage(const char *text, size_t length) {
  constexpr size_t shown = 60;
  std::string out = "\"";
  size_t position = 0;
  while (position < length && position < shown) {
    unsigned char byte = text[position];
    int size = utf8SequenceLength(reinterpret_cast<const uint8_t *>(text) + position,
                                  reinterpret_cast<const uint8_t *>(text) + length);
    if (size == 0 || byte < 0x20 || byte == 0x7F) {
      char escape[8];
      snprintf(escape, sizeof(escape), "\\x%02X", byte);
      out += escape;
      ++position;
      continue;
    }
    out.append(text + position, size);
    position += size;
  }
  out += position < length ? "…\"" : "\"";
  return out;
}

std::string molt::rt::listForMessage(const std::vector<std::string> &names) {
  constexpr size_t most = 12;
  std::string list;
  for (size_t i = 0; i < names.size() && i < most; ++i)
    list += (i ? ", " : "") + quoteForMessage(names[i].data(), names[i].size());
  return names.size() > most ? list + ", …" : list;
}

const char *molt_status_name(int32_t status) {
  switch (status) {
  case MOLT_OK:
    return "ok";
  case MOLT_OUT_OF_MEMORY:
    return "out of memory";
  case MOLT_CANCELLED:
    return "cancelled";
  case MOLT_OVERFLOW:
    return "overflow";
  case MOLT_DIVISION_BY_ZERO:
    return "division by zero";
  case MOLT_CAST:
    return "cast";
  case MOLT_INVALID_DATA:
    return "invalid data";
  case MOLT_IO:
    return "input/output";
  case MOLT_SCHEMA:
    return "schema";
  case MOLT_GUARD_FAILED:
    return "guard failed";
  case MOLT_UNSUPPORTED:
    return "unsupported";
  case MOLT_INTERNAL:
    return "internal";
  case MOLT_INVALID_ARGUMENT:
    return "invalid argument";
  }
  return "unknown status";
}
