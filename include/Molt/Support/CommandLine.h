//===- CommandLine.h - What Molt's tools share ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_COMMANDLINE_H
#define MOLT_SUPPORT_COMMANDLINE_H

namespace molt {

/// Takes the options that libLLVM registers by itself off the command line, but for
/// --help, --help-hidden and --version: there are dozens, some with names that Molt's
/// tools use. To be called at the beginning of main, before own options are made.
void removeUpstreamOptions();

} // namespace molt

#endif // MOLT_SUPPORT_COMMANDLINE_H
