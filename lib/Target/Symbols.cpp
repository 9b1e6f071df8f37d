//===- Symbols.cpp - What JIT code may call -------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Symbols.h"
#include "Molt/Runtime/Runtime.h"
#include <cmath>
#include <cstring>
#include <strings.h>

// Routines that LLVM's code generators call by themselves, from compiler-rt or
// libgcc; see docs/rationale/molt_rt.md.
extern "C" {
__int128 __divti3(__int128, __int128);
__int128 __modti3(__int128, __int128);
unsigned __int128 __udivti3(unsigned __int128, unsigned __int128);
unsigned __int128 __umodti3(unsigned __int128, unsigned __int128);
double __floattidf(__int128);
double __floatuntidf(unsigned __int128);
float __floattisf(__int128);
float __floatuntisf(unsigned __int128);
__int128 __fixdfti(double);
__int128 __fixsfti(float);
double roundeven(double);
float roundevenf(float);
}

template <typename Function> static void *address(Function *function) {
  return reinterpret_cast<void *>(function);
}

llvm::ArrayRef<std::pair<const char *, void *>> molt::getCallableSymbols() {
  static const std::pair<const char *, void *> symbols[] = {
#define MOLT_RT_FUNCTION(RESULT, NAME, PARAMETERS, EFFECTS, FAILS) {#NAME, address(NAME)},
#include "Molt/Runtime/Functions.def"
#undef MOLT_RT_FUNCTION
      {"memcpy", address(std::memcpy)},
      {"memmove", address(std::memmove)},
      {"memset", address(std::memset)},
      {"memcmp", address(std::memcmp)},
      {"bcmp", address(bcmp)},
      {"__divti3", address(__divti3)},
      {"__modti3", address(__modti3)},
      {"__udivti3", address(__udivti3)},
      {"__umodti3", address(__umodti3)},
      {"__floattidf", address(__floattidf)},
      {"__floatuntidf", address(__floatuntidf)},
      {"__floattisf", address(__floattisf)},
      {"__floatuntisf", address(__floatuntisf)},
      {"__fixdfti", address(__fixdfti)},
      {"__fixsfti", address(__fixsfti)},
      {"trunc", address(static_cast<double (*)(double)>(std::trunc))},
      {"floor", address(static_cast<double (*)(double)>(std::floor))},
      {"ceil", address(static_cast<double (*)(double)>(std::ceil))},
      {"round", address(static_cast<double (*)(double)>(std::round))},
      {"roundeven", address(roundeven)},
      {"fmod", address(static_cast<double (*)(double, double)>(std::fmod))},
      // A float that is extended, rounded and so on: LLVM rounds before it extends.
      {"truncf", address(static_cast<float (*)(float)>(std::trunc))},
      {"floorf", address(static_cast<float (*)(float)>(std::floor))},
      {"ceilf", address(static_cast<float (*)(float)>(std::ceil))},
      {"roundf", address(static_cast<float (*)(float)>(std::round))},
      {"roundevenf", address(roundevenf)},
      {"fmodf", address(static_cast<float (*)(float, float)>(std::fmod))},
  };
  return symbols;
}
