//===- OutOfMemory.cpp - When the system has no more memory ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OutOfMemory.h"
#include "llvm/Support/ErrorHandling.h"
#include <cstdlib>
#include <cxxabi.h>
#include <exception>
#include <new>
#include <typeinfo>
#include <unistd.h>

[[noreturn]] static void exitOutOfMemory() {
  static const char message[] =
      "molt-run: error: out of memory: the system has no more memory; filter and project before "
      "joining, grouping and sorting, or split the input\n";
  ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
  static_cast<void>(written); // There is no other place to complain.
  std::_Exit(1);
}

void molt::run::catchOutOfMemory() {
  // The runtime catches std::bad_alloc, so operator new has to throw it. Where nothing
  // catches it, in the compiler and the interpreter, it ends in the terminate handler.
  std::set_new_handler(nullptr);
  std::set_terminate([] {
    const std::type_info *type = abi::__cxa_current_exception_type();
    if (type && *type == typeid(std::bad_alloc))
      exitOutOfMemory();
    std::abort();
  });
  // LLVM's own containers call malloc.
  llvm::install_bad_alloc_error_handler([](void *, const char *, bool) { exitOutOfMemory(); });
}
