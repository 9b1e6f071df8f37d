//===- ExprText.h - Expressions for people to read --------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef MOLT_LIB_TARGET_DOT_EXPRTEXT_H
#define MOLT_LIB_TARGET_DOT_EXPRTEXT_H

#include "Molt/Dialect/DF/IR/DF.h"
#include <string>

namespace molt::dot {

/// A row region as lines: `%1 = x + 1` for each result that is used several times, then
/// one for each value that the region yields, as `name = …` if there are names. Operations
/// are written as infix operators if they have a symbol, else as calls: `date_part(year, d)`.
std::vector<std::string> describeRegion(df::RowRegionOpInterface op, ArrayAttr names);

/// An attribute as short as it can be: `x, y` for a list of strings, `x desc` for a sort
/// key, `year` for an enumerator.
std::string describeAttribute(Attribute attribute);

} // namespace molt::dot

#endif // MOLT_LIB_TARGET_DOT_EXPRTEXT_H
