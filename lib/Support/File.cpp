//===- File.cpp - Writing files -------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Support/File.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

using namespace molt;
namespace fs = llvm::sys::fs;

/// Writes to an open file and closes it, unless it is standard output.
static std::error_code writeAndClose(int descriptor, bool isOwned, StringRef bytes) {
  llvm::raw_fd_ostream out(descriptor, isOwned, /*unbuffered=*/true);
  out << bytes;
  if (isOwned)
    out.close();
  std::error_code error = out.error();
  out.clear_error(); // Else the destructor ends the process.
  return error;
}

llvm::Error molt::writeFile(StringRef path, StringRef bytes) {
  if (path == "-")
    return llvm::errorCodeToError(writeAndClose(/*descriptor=*/1, /*isOwned=*/false, bytes));
  llvm::SmallString<128> target = path;
  llvm::SmallString<128> resolved;
  if (!fs::real_path(path, resolved))
    target = resolved;
  fs::file_status status;
  if (!fs::status(target, status) && fs::exists(status) && !fs::is_regular_file(status)) {
    int descriptor;
    if (std::error_code error =
            fs::openFileForWrite(target, descriptor, fs::CD_OpenExisting, fs::OF_None))
      return llvm::errorCodeToError(error);
    return llvm::errorCodeToError(writeAndClose(descriptor, /*isOwned=*/true, bytes));
  }
  llvm::Expected<fs::TempFile> file = fs::TempFile::create(target + ".molt-%%%%%%.tmp", 0666);
  if (!file)
    return llvm::errorCodeToError(llvm::errorToErrorCode(file.takeError()));
  // As far as possible: the new file's own permissions are as good.
  if (fs::exists(status))
    (void)fs::setPermissions(file->TmpName, status.permissions());
  if (std::error_code error = writeAndClose(file->FD, /*isOwned=*/false, bytes)) {
    llvm::consumeError(file->discard());
    return llvm::errorCodeToError(error);
  }
  return file->keep(target);
}
