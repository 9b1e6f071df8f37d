//===- MathKernels.cpp - Functions of the C library -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Here and not in compiled code, so that every way of running a program gives the bits of one
// library: LLVM rewrites pow(x, 2.0) and others of these where it sees them.
//
//===----------------------------------------------------------------------===//

#include "Molt/Runtime/Runtime.h"

#include <cmath>

template <typename Function>
static void apply(Function function, const double *x, int64_t stride, int64_t count, double *out) {
  for (int64_t i = 0; i < count; ++i)
    out[i] = function(x[i * stride]);
}

void molt_rt_math(int32_t function, const double *x, int64_t stride, int64_t count, double *out) {
  switch (static_cast<MoltMathFunction>(function)) {
  case MOLT_MATH_EXP:
    return apply([](double value) { return std::exp(value); }, x, stride, count, out);
  case MOLT_MATH_LN:
    return apply([](double value) { return std::log(value); }, x, stride, count, out);
  case MOLT_MATH_LOG2:
    return apply([](double value) { return std::log2(value); }, x, stride, count, out);
  case MOLT_MATH_LOG10:
    return apply([](double value) { return std::log10(value); }, x, stride, count, out);
  case MOLT_MATH_SIN:
    return apply([](double value) { return std::sin(value); }, x, stride, count, out);
  case MOLT_MATH_COS:
    return apply([](double value) { return std::cos(value); }, x, stride, count, out);
  case MOLT_MATH_TAN:
    return apply([](double value) { return std::tan(value); }, x, stride, count, out);
  }
}

void molt_rt_pow(const double *x, int64_t x_stride, const double *y, int64_t y_stride,
                 int64_t count, double *out) {
  for (int64_t i = 0; i < count; ++i)
    out[i] = std::pow(x[i * x_stride], y[i * y_stride]);
}
