//===- RTFunctions.cpp - The runtime's function list for the compiler -----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Signatures are derived from the C prototypes at compile time, so there is nothing
// to keep in step by hand. Nothing is linked: only the declarations are used.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/RT/IR/RT.h"
#include "Molt/Runtime/Runtime.h"
#include <type_traits>

using namespace molt;
using namespace molt::rt;

namespace {
template <typename T> constexpr char letter() {
  if constexpr (std::is_void_v<T>)
    return 'v';
  else if constexpr (std::is_pointer_v<T>)
    return 'p';
  else if constexpr (std::is_same_v<T, int32_t>)
    return 'i';
  else {
    static_assert(std::is_same_v<T, int64_t>, "the ABI knows pointers, int32_t and int64_t");
    return 'l';
  }
}

template <typename Function> struct Signature;
template <typename Result, typename... Args> struct Signature<Result(Args...)> {
  static constexpr char text[] = {letter<Result>(), letter<Args>()..., 0};
};
} // namespace

static const RuntimeFunction kFunctions[] = {
#define MOLT_RT_FUNCTION(RESULT, NAME, PARAMETERS, EFFECTS, FAILS)                                 \
  {#NAME, Signature<decltype(NAME)>::text, Effects::EFFECTS, Fails::FAILS},
#include "Molt/Runtime/Functions.def"
#undef MOLT_RT_FUNCTION
};

ArrayRef<RuntimeFunction> rt::getRuntimeFunctions() { return kFunctions; }

const RuntimeFunction *rt::lookUpRuntimeFunction(StringRef name) {
  for (const RuntimeFunction &function : kFunctions)
    if (function.name == name)
      return &function;
  return nullptr;
}

Type rt::getSignatureType(MLIRContext *context, char letter) {
  switch (letter) {
  case 'p':
    return LLVM::LLVMPointerType::get(context);
  case 'i':
    return IntegerType::get(context, 32);
  case 'l':
    return IntegerType::get(context, 64);
  default:
    return {};
  }
}
