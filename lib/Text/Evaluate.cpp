//===- Evaluate.cpp - A function of strings on constants ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Text/Evaluate.h"

#include "Molt/Text/Kernel.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <new>

using namespace molt::text;

namespace {
/// Memory of one call.
class HeapArena : public Arena {
public:
  explicit HeapArena(uint64_t mostBytes) : mostBytes(mostBytes) {}

private:
  void grow(uint64_t bytes) override {
    if (bytes > mostBytes)
      throw std::bad_alloc();
    blocks.emplace_back(new uint8_t[bytes]);
    next = blocks.back().get();
    end = next + bytes;
  }

  uint64_t mostBytes;
  std::vector<std::unique_ptr<uint8_t[]>> blocks;
};
} // namespace

bool molt::text::hasFunction(std::string_view name) { return findKernel(name); }

/// Operations have at most so many operands that can be left out, behind the others.
static constexpr size_t leastOperands = 4;

Result molt::text::evaluate(std::string_view function, const std::vector<Argument> &arguments,
                            ResultKind kind, int64_t flags, std::string_view parameters,
                            uint64_t mostBytes) {
  std::deque<StringView> views;
  std::vector<MoltTextOperand> operands(std::max(arguments.size(), leastOperands));
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (auto *text = std::get_if<std::string_view>(&arguments[i])) {
      views.push_back(makeView(reinterpret_cast<const uint8_t *>(text->data()),
                               static_cast<uint32_t>(text->size())));
      operands[i] = {&views.back().lo, &views.back().hi, 0};
    } else if (auto *integer = std::get_if<int64_t>(&arguments[i])) {
      operands[i] = {integer, nullptr, 0};
    }
  }
  StringView view = {0, 0};
  int64_t integer = 0;
  uint8_t boolean = 0;
  void *outs[] = {&view.lo, &integer, &boolean};
  MoltTextCall call = {1,
                       operands.data(),
                       reinterpret_cast<const uint8_t *>(parameters.data()),
                       static_cast<int64_t>(parameters.size()),
                       flags,
                       outs[static_cast<int>(kind)],
                       &view.hi};
  HeapArena arena(mostBytes);
  try {
    findKernel(function)(call, arena);
  } catch (const std::bad_alloc &) {
    return {Result::State::TooLong, {}, 0};
  }
  switch (kind) {
  case ResultKind::Boolean:
    return {Result::State::Value, {}, boolean};
  case ResultKind::Integer:
    return {integer == invalidInteger ? Result::State::Invalid : Result::State::Value, {}, integer};
  case ResultKind::String:
    break;
  }
  if (view.length() == absentString)
    return {Result::State::Absent, {}, 0};
  if (view.length() == invalidString)
    return {Result::State::Invalid, {}, 0};
  return {Result::State::Value,
          std::string(reinterpret_cast<const char *>(view.bytes()), view.length()), 0};
}
