//===- Messages.cpp - How molt-run says what is wrong ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Messages.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <fstream>
#include <vector>

using namespace molt;
using llvm::StringRef;

int run::complain(const llvm::Twine &message) {
  llvm::errs() << "molt-run: error: " << message << "\n";
  return 1;
}

MoltError run::makeError(int32_t code, const llvm::Twine &message) {
  MoltError error = {};
  error.code = code;
  error.row = error.column = error.byte = -1;
  snprintf(error.message, sizeof(error.message), "%s", message.str().c_str());
  return error;
}

/// The line of a text file, from 1, in which a byte lies; 0 if the file cannot be read.
static int64_t findLine(const char *path, int64_t byte) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> buffer(1 << 20);
  int64_t line = 1;
  while (byte > 0) {
    file.read(buffer.data(), std::min<int64_t>(buffer.size(), byte));
    std::streamsize count = file.gcount();
    if (count <= 0)
      return 0;
    line += std::count(buffer.data(), buffer.data() + count, '\n');
    byte -= count;
  }
  return line;
}

/// What to do about an error, where its message does not say.
static StringRef getRemedy(const MoltError &error) {
  struct Remedy {
    int32_t code;
    const char *symptom; ///< Part of the message.
    const char *text;
  };
  static const Remedy remedies[] = {
      {MOLT_OUT_OF_MEMORY, "memory limit",
       "raise --memory-limit, or filter and project before joining, grouping and sorting"},
      {MOLT_OUT_OF_MEMORY, "system",
       "filter and project before joining, grouping and sorting, or split the input"},
      {MOLT_CANCELLED, "", "no result was written"},
      {MOLT_OVERFLOW, "38 digits", "cast the operands to f64 first"},
      {MOLT_OVERFLOW, "", "cast the operands to a wider type first"},
      {MOLT_DIVISION_BY_ZERO, "", "filter the row out, or use zero_is_null"},
      {MOLT_CAST, "", "cast to a type that holds it, or filter the row out"},
      {MOLT_INVALID_ARGUMENT, "", "filter the row out before"},
      {MOLT_INVALID_DATA, "UTF-16", ""}, // It says.
      {MOLT_INVALID_DATA, "of the string is 0x", "correct the text where the file is written"},
      {MOLT_INVALID_DATA, "UTF-8", "convert the file, or give --replace-invalid-utf8"},
      {MOLT_INVALID_DATA, "it is null", "declare the type with a '?' in the molt_df.source"},
      {MOLT_INVALID_DATA, "not nullable",
       "declare the type with a '?' in the molt_df.source, or name another --null"},
      {MOLT_INVALID_DATA, "closing quote", "correct the line"},
      {MOLT_INVALID_DATA, "file is empty", "write a header line, or give --no-header"},
      {MOLT_INVALID_DATA, "\": \"", "correct the file, or the column's type in the molt_df.source"},
      {MOLT_INVALID_DATA, "fields", "correct the line, or give the file's --delimiter"},
      {MOLT_INVALID_DATA, "quote", "close the quote; a quote within quotes is doubled"},
      {MOLT_INVALID_DATA, "Arrow file is damaged", "write or copy the file again"},
      {MOLT_INVALID_DATA, "offset", "write or copy the file again"},
      {MOLT_INVALID_DATA, "not an Arrow IPC file", "give --input-format if it is text"},
      {MOLT_SCHEMA, "the header has no column",
       "correct the name in the molt_df.source, or give --no-header or the file's --delimiter"},
      {MOLT_UNSUPPORTED, "Arrow type",
       "write the column as one of these, or leave it out of the "
       "molt_df.source"},
      {MOLT_SCHEMA, "has no column", "correct the name in the molt_df.source"},
      {MOLT_SCHEMA, "twice", "give the columns different names"},
      {MOLT_SCHEMA, " in the file; expected ", "correct the type in the molt_df.source"},
      {MOLT_IO, "cannot open the file", "correct the path, or the file's permissions"},
      {MOLT_IO, "Is a directory", "name a file"},
      {MOLT_IO, "cannot create the file", "name another --output"},
      {MOLT_IO, "cannot write the file", "make room, or name another --output"},
      {MOLT_INTERNAL, "pthread_create", "give fewer --threads"},
      {MOLT_INTERNAL, "", "this is a defect in Molt"},
  };
  StringRef message = error.message;
  bool isOfData = error.code == MOLT_SCHEMA || error.code == MOLT_INVALID_DATA ||
                  error.code == MOLT_UNSUPPORTED;
  if (message.contains("; ") && !isOfData)
    return ""; // It says.
  for (const Remedy &candidate : remedies)
    if (candidate.code == error.code && message.contains(candidate.symptom))
      return candidate.text;
  return "";
}

std::string run::describe(const MoltError &error) {
  std::string text;
  if (error.location[0]) {
    text += StringRef(error.location) == "-" ? "standard output" : error.location;
    // Bytes count in a file: text gets a line, too.
    bool isText = !StringRef(error.location).ends_with_insensitive(".arrow") &&
                  !StringRef(error.location).ends_with_insensitive(".arrows");
    if (int64_t line = error.byte >= 0 && isText ? findLine(error.location, error.byte) : 0)
      text += ":" + std::to_string(line);
    text += ": ";
  }
  StringRef kind = molt_status_name(error.code), message = error.message;
  if (!message.starts_with(kind))
    text += (kind + ": ").str();
  text += message;
  if (StringRef remedy = getRemedy(error); !remedy.empty())
    text += ("; " + remedy).str();
  std::string place;
  if (error.row >= 0)
    place += "row " + std::to_string(error.row) + " counting from 0";
  if (error.byte >= 0)
    place += (place.empty() ? "byte " : ", byte ") + std::to_string(error.byte);
  return place.empty() ? text : text + " (" + place + ")";
}
