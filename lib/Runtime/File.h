//===- File.h - Files -------------------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_FILE_H
#define MOLT_LIB_RUNTIME_FILE_H

#include <cstddef>
#include <cstdint>
#include <string>

namespace molt::rt {

/// A file that is read; failures are MOLT_IO with the path as location.
class InputFile {
public:
  explicit InputFile(const char *path);
  ~InputFile();
  InputFile(const InputFile &) = delete;
  InputFile &operator=(const InputFile &) = delete;

  /// Bytes of a regular file, -1 for pipes and the like.
  int64_t size() const { return fileSize; }
  const std::string &path() const { return name; }
  /// Reads up to `bytes` in sequence; fewer only at the end of the file.
  size_t read(void *out, size_t bytes);
  /// Reads exactly `bytes` at `offset` of a regular file.
  void readAt(void *out, size_t bytes, int64_t offset) const;

private:
  std::string name;
  int descriptor;
  int64_t fileSize = -1;
};

/// A file that is written: it appears at its path, whole, when `commit` is called,
/// and not at all otherwise. Special files (and "-", standard output) are written
/// directly. Failures are MOLT_IO with the path as location.
class OutputFile {
public:
  explicit OutputFile(const char *path);
  ~OutputFile();
  OutputFile(const OutputFile &) = delete;
  OutputFile &operator=(const OutputFile &) = delete;

  void write(const void *data, size_t bytes);
  int64_t bytesWritten() const { return written; }
  void commit();

private:
  std::string name;      ///< As given, for messages.
  std::string target;    ///< Where links lead.
  std::string temporary; ///< Empty if the target is written directly.
  int descriptor = -1;
  bool owned = true;
  int64_t written = 0;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_FILE_H
