//===- Error.h - Errors inside the runtime ----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inside the runtime a failure is a C++ exception that carries a MoltError; at
// the C ABI `guardStatus` and `guardPointer` turn it, and whatever the standard
// library or TBB throws, into a status. So no exception ever reaches compiled
// code, whose frames cannot be unwound.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ERROR_H
#define MOLT_LIB_RUNTIME_ERROR_H

#include "Molt/Runtime/Runtime.h"

#include <exception>
#include <string>
#include <vector>

namespace molt::rt {

/// What is thrown inside the runtime.
struct Failure : std::exception {
  MoltError error;
  const char *what() const noexcept override { return error.message; }
};

/// An error with no place; message and location are cut to what fits, at a
/// character boundary.
MoltError makeError(int32_t code, const char *message, const char *location = "") noexcept;

/// Where in a file something was found; -1 where unknown.
struct Place {
  int64_t row = -1;
  int64_t column = -1;
  int64_t byte = -1;
};

/// Throws a Failure with a printf-style message.
[[noreturn]] void fail(int32_t code, const char *format, ...) __attribute__((format(printf, 2, 3)));
[[noreturn]] void failAt(int32_t code, const Place &place, const char *location, const char *format,
                         ...) __attribute__((format(printf, 4, 5)));

/// Within a catch block: the current exception as an error value.
MoltError currentError() noexcept;

/// Runs `body`, which returns nothing, as the body of an ABI function.
template <typename Body> int32_t guardStatus(MoltError *error, Body &&body) noexcept {
  try {
    body();
    return MOLT_OK;
  } catch (...) {
    MoltError caught = currentError();
    if (error)
      *error = caught;
    return caught.code;
  }
}

/// A field's text for a message: cut after 60 bytes, control characters and
/// invalid UTF-8 shown as escapes.
std::string quoteForMessage(const char *text, size_t length);
/// The first dozen of some names, quoted, for a message.
std::string listForMessage(const std::vector<std::string> &names);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_ERROR_H
