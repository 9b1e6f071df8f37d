//===- DuckDBEngine.cpp - Programs through DuckDB -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "DuckDBEngine.h"
#include "DuckDB.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Target/DuckDBSQL.h"
#include "mlir/IR/Diagnostics.h"
#include <cstdlib>

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;

/// Whether DuckDB has all dates and timestamps of a table.
static bool hasOnlyDuckDBDates(const interp::Table &table) {
  for (auto [type, column] : llvm::zip_equal(table.type.getTypes(), table.columns)) {
    // Nor does it convert timestamps of other units that microseconds do not reach.
    if (auto timestamp = dyn_cast<df::TimestampType>(df::getNonNull(type))) {
      interp::Int128 perSecond = df::getUnitsPerSecond(timestamp.getUnit());
      interp::Int128 kSeconds =
          timestamp.getUnit() == df::TimeUnit::ns ? 9000000000ll : 9000000000000ll;
      for (const Scalar &scalar : *column)
        if (!scalar.isNull() && (scalar.getInteger() <= -kSeconds * perSecond ||
                                 scalar.getInteger() >= kSeconds * perSecond))
          return false;
    }
    if (isa<df::Date32Type>(df::getNonNull(type)))
      for (const Scalar &scalar : *column)
        if (!scalar.isNull() &&
            (scalar.getInteger() <= -INT32_MAX || scalar.getInteger() >= INT32_MAX))
          return false;
  }
  return true;
}

/// Whether a plan adds decimals of different scales to a result that is capped at the
/// most digits: DuckDB brings both to the result's scale, for which one may have no room.
static bool addsCappedDecimals(ModuleOp module) {
  auto scaleOf = [](mlir::Value value) {
    auto decimal = df::getAsDecimal(df::getNonNull(value.getType()));
    return decimal ? decimal.getScale() : 0;
  };
  return module
      .walk([&](Operation *op) {
        if (!isa<df::AddOp, df::SubOp>(op))
          return mlir::WalkResult::advance();
        auto result = dyn_cast<df::DecimalType>(df::getNonNull(op->getResult(0).getType()));
        bool isCapped = result && result.getPrecision() == df::DecimalType::kMaxPrecision;
        return isCapped && scaleOf(op->getOperand(0)) != scaleOf(op->getOperand(1))
                   ? mlir::WalkResult::interrupt()
                   : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

/// What DuckDB reports of rows, as the error of a program. All else is a defect.
static Outcome outcomeOf(StringRef message) {
  struct Fault {
    StringRef text;
    MoltStatus code;
  };
  static constexpr Fault kFaults[] = {
      {"Invalid Input Error: molt_df.div: division by zero", MOLT_DIVISION_BY_ZERO},
      {"Invalid Input Error: molt_df.rem: division by zero", MOLT_DIVISION_BY_ZERO},
      {"Invalid Input Error: molt_df.cast:", MOLT_CAST},
      {"Invalid Input Error: molt_df.sum:", MOLT_OVERFLOW},
      {"Invalid Input Error: molt_df.add_months:", MOLT_OVERFLOW},
      {"Invalid Input Error: molt_df.shl:", MOLT_OVERFLOW},
      {"Invalid Input Error: molt_df.shr:", MOLT_OVERFLOW},
      {"Out of Range Error", MOLT_OVERFLOW},
      {"Conversion Error", MOLT_CAST},
      {"Invalid Input Error: Casting", MOLT_CAST}};
  if (message.contains("DuckDB has no such timestamp") || message.contains("Date out of range") ||
      message.contains("timestamp range"))
    return Outcome::ofDecline("date arithmetic leaves DuckDB's dates");
  if (message.starts_with("INTERNAL Error: Information loss on integer cast"))
    return Outcome::ofDecline(
        "DuckDB fails internally on a UBIGINT compared with a large constant");
  if (message.contains("Substring offset outside of supported range") ||
      message.contains("Substring length outside of supported range"))
    return Outcome::ofDecline("a position in a string does not fit 32 bits");
  if (message.ends_with("is out of range!"))
    return Outcome::ofDecline("a square or product in a variance is infinite");
  if (message.contains("Overflow in HUGEINT addition"))
    return Outcome::ofDecline("a part of a total of decimals does not fit 128 bits");
  for (const Fault &fault : kFaults)
    if (message.starts_with(fault.text))
      return Outcome::ofError(fault.code, message);
  return Outcome::ofError(MOLT_INTERNAL, message);
}

namespace {
class DuckDBEngine : public Engine {
public:
  DuckDBEngine(StringRef name, std::unique_ptr<DuckDB> database)
      : Engine(name.str(), /*optimizes=*/true, /*guards=*/true), database(std::move(database)) {}

  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    auto function = *module.getOps<func::FuncOp>().begin();
    std::string why;
    ScopedDiagnosticHandler handler(module.getContext(), [&](Diagnostic &diagnostic) {
      why = diagnostic.str();
      return success();
    });
    FailureOr<std::string> sql = translateToDuckDBSQL(function);
    if (failed(sql))
      return Outcome::ofDecline(why);
    for (const interp::NamedTable &input : inputs) {
      interp::Table table = interp::readTable(module.getContext(), input.table);
      if (!hasOnlyDuckDBDates(table))
        return Outcome::ofDecline("an input has dates or timestamps that DuckDB has not");
      std::string message = database->load(input.name, table);
      if (!message.empty())
        return Outcome::ofError(MOLT_INTERNAL, "loading " + input.name.str() + ": " + message);
    }
    Outcome outcome;
    interp::Table result;
    std::string message =
        database->query(*sql, cast<df::TableType>(function.getResultTypes()[0]), result);
    if (StringRef(message).starts_with("Conversion Error") && addsCappedDecimals(module))
      return Outcome::ofDecline("a decimal may have no room for the scale of a sum of 38 digits");
    if (!message.empty())
      return outcomeOf(message);
    outcome.table = std::move(result);
    return outcome;
  }

private:
  std::unique_ptr<DuckDB> database;
};
} // namespace

std::unique_ptr<Engine> fuzz::makeDuckDBEngine(StringRef name) {
  std::string path = name.split(':').second.str();
  if (const char *variable = std::getenv("MOLT_DUCKDB"); variable && path.empty())
    path = variable;
  if (path.empty()) {
    llvm::errs() << "where is DuckDB's library? Give --engine duckdb:PATH or set MOLT_DUCKDB; "
                    "scripts/fetch-duckdb brings the library and prints its path\n";
    return nullptr;
  }
  std::unique_ptr<DuckDB> database = DuckDB::open(path);
  if (!database)
    return nullptr;
  return std::make_unique<DuckDBEngine>(name, std::move(database));
}
