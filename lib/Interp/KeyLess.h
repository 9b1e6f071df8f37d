//===- KeyLess.h - The order of keys ----------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_KEYLESS_H
#define MOLT_LIB_INTERP_KEYLESS_H

#include "Molt/Interp/Table.h"

namespace molt::interp {

/// Tells keys apart by the total order, with null before everything else.
struct KeyLess {
  bool operator()(const std::vector<Scalar> &lhs, const std::vector<Scalar> &rhs) const {
    for (size_t i = 0; i < lhs.size(); ++i) {
      if (lhs[i].isNull() || rhs[i].isNull()) {
        if (lhs[i].isNull() != rhs[i].isNull())
          return lhs[i].isNull();
        continue;
      }
      if (int order = compare(lhs[i], rhs[i]))
        return order < 0;
    }
    return false;
  }
};

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_KEYLESS_H
