//===- Lowering.h - From molt_df scalars to arith ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How expressions and aggregates become arith: a nullable is a value and an i1, a
// decimal a scaled integer, a date an i32, signedness the choice of an operation.
// One function per expression, one struct per aggregate; they know nothing of
// plans, stages or strategies.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_DFTOPIPE_LOWERING_H
#define MOLT_LIB_CONVERSION_DFTOPIPE_LOWERING_H

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/Pipe/IR/Pipe.h"
#include "Molt/Runtime/Runtime.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

namespace molt::lowering {

/// A scalar: its value, and whether it is valid (null: always). Where it is not
/// valid the value is some bits of its type.
struct ScalarValue {
  Value value;
  Value valid;
};

/// The type of an expression without its null.
inline Type elementOf(Value value) { return df::getNonNull(value.getType()); }

/// What one row of a molt_df type has in a register: decimals of up to 18 digits
/// are i64, larger ones i128; dates i32; timestamps, times and durations i64; intervals
/// i128; unsigned integers signless; null an i1 that is false.
Type getRegisterType(Type dfType);
/// The type in the runtime's tables, which differs for decimals of up to 9 digits
/// (i32).
Type getStorageType(Type dfType);

/// Builds arith operations at one location, with checks.
class ScalarBuilder {
public:
  ScalarBuilder(OpBuilder &builder, Location loc) : builder(builder), loc(loc) {}

  OpBuilder &builder;
  Location loc;

  MLIRContext *getContext() { return builder.getContext(); }
  Type getInt(unsigned width) { return builder.getIntegerType(width); }

  template <typename OpTy, typename... Args> Value create(Args &&...args) {
    return OpTy::create(builder, loc, std::forward<Args>(args)...);
  }
  Value constant(Type type, int64_t value);
  Value constant(Type type, const APInt &value);
  Value constantF64(double value);
  Value constantBool(bool value) { return constant(getInt(1), value ? 1 : 0); }

  Value cmp(arith::CmpIPredicate predicate, Value a, Value b) {
    return create<arith::CmpIOp>(predicate, a, b);
  }
  /// Null counts as true.
  Value conjunction(Value a, Value b);
  Value negation(Value a) { return create<arith::XOrIOp>(a, constantBool(true)); }

  /// Widens (or keeps) an integer.
  Value extend(Value value, Type type, bool isUnsigned);
  /// Sign-extends or truncates.
  Value resize(Value value, Type type);

  /// An error on rows where `ok` is false and `when` (null: always) true.
  void check(Value ok, Value when, MoltStatus code, const Twine &message);

  /// Where `check` adds conditions, by conjunction, instead of making errors of them.
  Value *conditions = nullptr;
};

/// Builds arithmetic on integers of one width; divisions are unsigned.
template <unsigned width> struct IntegerBuilder {
  ScalarBuilder &b;
  Type type;
  explicit IntegerBuilder(ScalarBuilder &b) : b(b), type(b.getInt(width)) {}

  Value c(int64_t value) { return b.constant(type, value); }
  Value add(Value x, Value y) { return b.create<arith::AddIOp>(x, y); }
  Value add(Value x, int64_t y) { return add(x, c(y)); }
  Value sub(Value x, Value y) { return b.create<arith::SubIOp>(x, y); }
  Value sub(Value x, int64_t y) { return sub(x, c(y)); }
  Value mul(Value x, int64_t y) { return y == 1 ? x : b.create<arith::MulIOp>(x, c(y)); }
  Value div(Value x, int64_t y) { return b.create<arith::DivUIOp>(x, c(y)); }
  /// x mod y, given x / y.
  Value rest(Value x, Value quotient, int64_t y) { return sub(x, mul(quotient, y)); }
  Value rem(Value x, int64_t y) { return rest(x, div(x, y), y); }
  Value select(Value condition, Value x, Value y) {
    return b.create<arith::SelectOp>(condition, x, y);
  }
  Value less(Value x, int64_t y) { return b.cmp(arith::CmpIPredicate::ult, x, c(y)); }
  /// 1 or 0.
  Value fromBit(Value bit) { return b.create<arith::ExtUIOp>(type, bit); }
};

/// An expression's lowering: operands in registers, in order. For operations that
/// propagate null, `valid` of the result is set by the caller, who gives it as
/// `when` for checks.
using ScalarLoweringFn = ScalarValue (*)(Operation *op, ScalarBuilder &b,
                                         ArrayRef<ScalarValue> operands, Value when);

/// An aggregate as state: every strategy (registers, masked reduction, hash) comes
/// from these functions. `grouped`: the aggregation has keys, so no group is empty.
struct AggregateLowering {
  /// Types of the state's values.
  SmallVector<Type> (*getState)(Operation *op, bool grouped, bool nullableInput);
  /// The state of no rows.
  SmallVector<Value> (*init)(Operation *op, ScalarBuilder &b, TypeRange state);
  /// The state with one more row: its operands, then its number in the order of rows if that
  /// is needed.
  SmallVector<Value> (*update)(Operation *op, ScalarBuilder &b, ValueRange state,
                               ArrayRef<ScalarValue> input);
  /// The state of the union of two disjoint sets of rows.
  SmallVector<Value> (*merge)(Operation *op, ScalarBuilder &b, ValueRange lhs, ValueRange rhs);
  /// The result. May check.
  ScalarValue (*finish)(Operation *op, ScalarBuilder &b, ValueRange state, bool grouped,
                        bool nullableInput);
  /// Whether `update` gets the number.
  bool needsOrder = false;
};

/// All lowerings by operation.
class LoweringTable {
public:
  LoweringTable();
  template <typename OpTy> void add(ScalarLoweringFn function) {
    scalars[TypeID::get<OpTy>()] = function;
  }
  template <typename OpTy> void add(const AggregateLowering &aggregate) {
    aggregates[TypeID::get<OpTy>()] = aggregate;
  }
  ScalarLoweringFn lookUpScalar(Operation *op) const {
    return scalars.lookup(op->getName().getTypeID());
  }
  const AggregateLowering *lookUpAggregate(Operation *op) const {
    auto it = aggregates.find(op->getName().getTypeID());
    return it == aggregates.end() ? nullptr : &it->second;
  }

private:
  DenseMap<TypeID, ScalarLoweringFn> scalars;
  DenseMap<TypeID, AggregateLowering> aggregates;
};

void addArithmeticLowerings(LoweringTable &table); // ScalarArith.cpp
void addCastLowerings(LoweringTable &table);       // ScalarCast.cpp
void addLogicLowerings(LoweringTable &table);      // ScalarLogic.cpp
void addBitLowerings(LoweringTable &table);        // ScalarBits.cpp
void addMathLowerings(LoweringTable &table);       // ScalarMath.cpp
void addTimeLowerings(LoweringTable &table);       // ScalarTimes.cpp
void addIntervalLowerings(LoweringTable &table);   // ScalarIntervals.cpp
void addStringLowerings(LoweringTable &table);     // ScalarStrings.cpp
void addAggregateLowerings(LoweringTable &table);  // Aggregates.cpp
void addOrderAggregateLowerings(LoweringTable &table); // AggregateOrder.cpp
void addStatisticsLowerings(LoweringTable &table);     // AggregateStats.cpp

/// Any number as a float of the given type.
Value toFloat(ScalarBuilder &b, Value value, Type dfType, FloatType type);
/// A part of the calendar's date, of days in 32 bits.
Value getPartOfDate(ScalarBuilder &b, df::DatePart part, Value days);
/// The day so many months later, where it is an error if 32 bits do not hold it.
Value addMonthsToDate(ScalarBuilder &b, Value days, Value months, Type monthsType, Value when);
/// The timestamp so many months later, with its time of the day.
Value addMonthsToTimestamp(ScalarBuilder &b, Value timestamp, df::TimeUnit unit, Value months,
                           Type monthsType, Value when);
/// Days from the beginning of a calendar unit to the day, from 0.
Value getDaysIntoUnit(ScalarBuilder &b, df::DateUnit unit, Value days);
/// lhs + rhs, lhs - rhs or lhs * rhs of signed integers of one type, modulo its values, and whether
/// that is the exact result.
std::pair<Value, Value> createExactArith(ScalarBuilder &b, df::TimeArith kind, Value lhs,
                                         Value rhs);
/// The same, where it is an error if the result does not fit the type, if `checked`; `what` is the subject of the message.
Value createCheckedArith(ScalarBuilder &b, df::TimeArith kind, Value lhs, Value rhs, bool checked,
                         Value when, const Twine &what);
/// A cast to or from a timestamp, time or duration, or between dates and text.
Value lowerTimeCast(ScalarBuilder &b, df::TimeCast kind, Value value, Type from, Type to,
                    bool checked, Value when);
/// An `add`, `sub` or `mul` that infers by `df::inferTimeArith`.
Value lowerTimeArith(ScalarBuilder &b, df::TimeArith kind, Operation *op, Value lhs, Value rhs,
                     bool checked, Value when);

/// An `add`, `sub` or `mul` of which an operand is an interval, `neg` and `date_part` of one.
Value lowerIntervalArith(ScalarBuilder &b, df::TimeArith kind, Operation *op, Value lhs, Value rhs,
                         Value when);
Value lowerIntervalNeg(ScalarBuilder &b, Value interval, Value when);
Value getPartOfInterval(ScalarBuilder &b, df::DatePart part, Value interval, Value when);
/// The interval of microseconds, and the microseconds, in 128 bits, of one without months.
Value castDurationToInterval(ScalarBuilder &b, Value micros);
Value castIntervalToMicros(ScalarBuilder &b, Value interval, bool checked, Value when);
/// Signed order of intervals by their lengths, in 128 bits, and the canonical interval of such a
/// number or of an interval.
Value encodeIntervalOrder(ScalarBuilder &b, Value interval);
Value decodeIntervalOrder(ScalarBuilder &b, Value encoded);
Value canonicalizeInterval(ScalarBuilder &b, Value interval);

/// Signed order of floats as integers of the same width: -0 = +0, one NaN, greatest.
Value encodeFloatOrder(ScalarBuilder &b, Value value);
/// The float of an encoded one.
Value decodeFloatOrder(ScalarBuilder &b, Value value, FloatType type);
/// +0 and the quiet NaN in place of -0 and other NaNs.
Value canonicalizeFloat(ScalarBuilder &b, Value value);
/// x / 10^s rounded half away from zero, for integers of one type.
Value divideRounded(ScalarBuilder &b, Value dividend, Value divisor);

} // namespace molt::lowering

#endif // MOLT_LIB_CONVERSION_DFTOPIPE_LOWERING_H
