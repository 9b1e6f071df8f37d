//===- JitSession.h - Machine code in this process --------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_JITSESSION_H
#define MOLT_LIB_TARGET_JITSESSION_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>
#include <string>
#include <vector>

namespace llvm::orc {
class LLJIT;
}

namespace molt {

/// An ORC session that defines the runtime's list of functions (Symbols.h) and nothing
/// else of the process. Its code is freed with it. Debuggers learn of the code through
/// GDB's JIT interface, perf through /tmp/perf-PID.map if `perfMap` asks for it.
class JitSession {
public:
  static llvm::Expected<std::unique_ptr<JitSession>> create(llvm::TargetMachine &machine,
                                                            bool perfMap);
  ~JitSession();

  /// Links object files with each other and returns the address of one of their symbols.
  /// The error names symbols that are not on the list.
  llvm::Expected<void *> link(std::vector<std::unique_ptr<llvm::MemoryBuffer>> objects,
                              llvm::StringRef symbol);

private:
  JitSession();

  class PerfMapListener;
  std::unique_ptr<PerfMapListener> perfMap;
  std::unique_ptr<llvm::orc::LLJIT> session;
  std::string reported; ///< What ORC says beside the errors that it returns.
};

} // namespace molt

#endif // MOLT_LIB_TARGET_JITSESSION_H
