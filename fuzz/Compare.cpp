//===- Compare.cpp - Whether two outcomes agree ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "ResultOrder.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;
using interp::Table;

//===----------------------------------------------------------------------===//
// Cells
//===----------------------------------------------------------------------===//

/// Orders scalars of one type so that only equal ones compare as 0: nulls first,
/// -0 before +0, all NaNs alike.
static int compareExactly(const Scalar &a, const Scalar &b) {
  if (a.isNull() || b.isNull())
    return int(b.isNull()) - int(a.isNull());
  if (int order = compare(a, b))
    return order;
  if (a.isInterval()) {
    const interp::Interval &x = a.getInterval(), &y = b.getInterval();
    auto less = [](auto p, auto q) {
      return std::tie(p.months, p.days) < std::tie(q.months, q.days);
    };
    return less(x, y) ? -1 : less(y, x) ? 1 : 0; // of one length, so that the rest follows
  }
  if (a.isReal() && a.getReal() == 0)
    return int(std::signbit(b.getReal())) - int(std::signbit(a.getReal()));
  return 0;
}

/// `reference` may have slack.
static bool agree(const Scalar &reference, const Scalar &actual) {
  if (compareExactly(reference, actual) == 0)
    return true;
  if (reference.isNull() || actual.isNull() || reference.getSlack() == 0)
    return false;
  double slack = reference.getSlack();
  return std::isinf(slack) || std::fabs(reference.getReal() - actual.getReal()) <= slack;
}

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

namespace {

class TableComparison {
public:
  TableComparison(const Table &reference, const Table &actual)
      : reference(reference), actual(actual) {
    for (unsigned column = 0; column < reference.type.getNumColumns(); ++column) {
      bool hasSlack = llvm::any_of(*reference.columns[column],
                                   [](const Scalar &scalar) { return scalar.getSlack() != 0; });
      (hasSlack ? sumColumns : exactColumns).push_back(column);
    }
  }

  Comparison run(const ResultOrder &order) {
    if (reference.type != actual.type)
      return different("result type differs: expected " + text(reference.type) + ", got " +
                       text(actual.type));
    if (reference.rows != actual.rows)
      return different("expected " + std::to_string(reference.rows) + " rows, got " +
                       std::to_string(actual.rows));
    if (order.kind == ResultOrder::Defined)
      return compareInOrder();
    if (order.kind == ResultOrder::Unspecified)
      return compareAsMultisets(0, reference.rows);
    return compareRuns(order.keys);
  }

private:
  static Comparison different(std::string why) { return {Verdict::Different, std::move(why)}; }
  static std::string text(Type type) {
    std::string result;
    llvm::raw_string_ostream(result) << type;
    return result;
  }
  std::string rowText(const Table &table, int64_t row) {
    std::string result = "(";
    for (unsigned column = 0; column < table.type.getNumColumns(); ++column)
      result += (column ? ", " : "") + toText(table.at(row, column), table.type.getTypes()[column]);
    return result + ")";
  }
  bool rowsAgree(int64_t expected, int64_t found) {
    for (unsigned column = 0; column < reference.type.getNumColumns(); ++column)
      if (!agree(reference.at(expected, column), actual.at(found, column)))
        return false;
    return true;
  }

  Comparison compareInOrder() {
    for (int64_t row = 0; row < reference.rows; ++row)
      if (!rowsAgree(row, row))
        return different("row " + std::to_string(row) + ": expected " + rowText(reference, row) +
                         ", got " + rowText(actual, row));
    return {};
  }

  /// Rows with equal sort keys stand together; within such a run any order is right.
  Comparison compareRuns(ArrayRef<df::SortKeyAttr> keys) {
    SmallVector<unsigned> columns;
    for (df::SortKeyAttr key : keys)
      columns.push_back(*reference.type.find(key.getColumn()));
    auto sameKeys = [&](const Table &left, int64_t a, const Table &right, int64_t b) {
      return llvm::all_of(columns, [&](unsigned column) {
        const Scalar &x = left.at(a, column), &y = right.at(b, column);
        return x.isNull() || y.isNull() ? x.isNull() == y.isNull() : compare(x, y) == 0;
      });
    };
    for (int64_t begin = 0, end; begin < reference.rows; begin = end) {
      for (end = begin; end < reference.rows && sameKeys(reference, begin, reference, end); ++end)
        if (!sameKeys(reference, begin, actual, end))
          return different("row " + std::to_string(end) + ": expected sort keys as in " +
                           rowText(reference, end) + ", got " + rowText(actual, end));
      Comparison run = compareAsMultisets(begin, end);
      if (run.verdict == Verdict::Different)
        return run;
    }
    return {};
  }

  /// Compares rows begin … end - 1: both sides sorted by the columns without slack,
  /// then rows that are equal in these are matched one to one.
  Comparison compareAsMultisets(int64_t begin, int64_t end) {
    std::vector<int64_t> expected = sorted(reference, begin, end);
    std::vector<int64_t> found = sorted(actual, begin, end);
    for (size_t i = 0; i < expected.size(); ++i)
      if (compareRows(reference, expected[i], actual, found[i]) != 0)
        return different("expected the row " + rowText(reference, expected[i]) +
                         ", the nearest is " + rowText(actual, found[i]));
    if (sumColumns.empty())
      return {};
    for (size_t first = 0, last; first < expected.size(); first = last) {
      for (last = first; last < expected.size() &&
                         compareRows(reference, expected[first], reference, expected[last]) == 0;)
        ++last;
      ArrayRef<int64_t> left(expected), right(found);
      if (!match(left.slice(first, last - first), right.slice(first, last - first)))
        return different("no row agrees with " + rowText(reference, expected[first]) +
                         "; one that agrees but for float sums is " +
                         rowText(actual, found[first]));
    }
    return {};
  }

  int compareRows(const Table &left, int64_t a, const Table &right, int64_t b) {
    for (unsigned column : exactColumns)
      if (int order = compareExactly(left.at(a, column), right.at(b, column)))
        return order;
    return 0;
  }

  std::vector<int64_t> sorted(const Table &table, int64_t begin, int64_t end) {
    std::vector<int64_t> rows(end - begin);
    std::iota(rows.begin(), rows.end(), begin);
    std::sort(rows.begin(), rows.end(), [&](int64_t a, int64_t b) {
      if (int order = compareRows(table, a, table, b))
        return order < 0;
      for (unsigned column : sumColumns)
        if (int order = compareExactly(table.at(a, column), table.at(b, column)))
          return order < 0;
      return false;
    });
    return rows;
  }

  /// Whether the rows can be paired so that each pair agrees: augmenting paths.
  bool match(ArrayRef<int64_t> expected, ArrayRef<int64_t> found) {
    std::vector<int> partner(found.size(), -1);
    std::function<bool(size_t, std::vector<bool> &)> assign = [&](size_t i,
                                                                  std::vector<bool> &seen) {
      for (size_t offset = 0; offset < found.size(); ++offset) {
        size_t j = (i + offset) % found.size(); // the sorted neighbour first
        if (seen[j] || !rowsAgree(expected[i], found[j]))
          continue;
        seen[j] = true;
        if (partner[j] < 0 || assign(partner[j], seen)) {
          partner[j] = static_cast<int>(i);
          return true;
        }
      }
      return false;
    };
    for (size_t i = 0; i < expected.size(); ++i) {
      std::vector<bool> seen(found.size());
      if (!assign(i, seen))
        return false;
    }
    return true;
  }

  const Table &reference, &actual;
  SmallVector<unsigned> exactColumns, sumColumns;
};

} // namespace

//===----------------------------------------------------------------------===//
// Outcomes
//===----------------------------------------------------------------------===//

static std::string errorText(const MoltError &error) {
  return std::string(molt_status_name(error.code)) + " error: " + error.message;
}

bool fuzz::isOfData(const MoltError &error) {
  return error.code == MOLT_OVERFLOW || error.code == MOLT_DIVISION_BY_ZERO ||
         error.code == MOLT_CAST || error.code == MOLT_INVALID_ARGUMENT;
}

Comparison fuzz::compareOutcomes(func::FuncOp program, const Outcome &reference,
                                 const Outcome &actual, bool mayRemoveErrors) {
  if (!actual.declined.empty())
    return {Verdict::Undecided, "", actual.declined};
  if (!actual.table) {
    if (!isOfData(actual.error) || reference.table)
      return {Verdict::Different, "got " + errorText(actual.error)};
    return {};
  }
  if (!reference.table) {
    if (mayRemoveErrors)
      return {Verdict::Undecided, ""};
    return {Verdict::Different,
            "expected " + errorText(reference.error) + ", but the program succeeded"};
  }
  Operation *returnOp = program.getBody().front().getTerminator();
  OrderAnalysis orders;
  const ResultOrder &order = orders.get(returnOp->getOperand(0));
  if (order.isAmbiguous || reference.notes.dependsOnSumOrder)
    return {Verdict::Undecided, ""};
  return TableComparison(*reference.table, *actual.table).run(order);
}

namespace {
/// A program's inputs as tables of the runtime, released at the end.
class RuntimeInputs {
public:
  RuntimeInputs(const Program &program, MoltRuntime *runtime) {
    for (const Input &input : program.inputs) {
      MoltTable *table = nullptr;
      // Half of the tables are slices, as their number of rows has it.
      int64_t rowsBefore = input.table.rows % 2 ? input.table.rows * 5 % 13 : 0;
      if (writeTable(input.table, runtime, &table, &error, rowsBefore))
        return;
      owned.push_back(table);
      tables.push_back({input.name, table});
    }
  }
  ~RuntimeInputs() {
    for (MoltTable *table : owned)
      molt_table_release(table);
  }
  std::vector<interp::NamedTable> tables;
  MoltError error = {};

private:
  std::vector<MoltTable *> owned;
};
} // namespace

Outcome Checker::run(const Program &program, Engine &engine) {
  RuntimeInputs inputs(program, runtime);
  if (inputs.error.code)
    return Outcome::ofError(MOLT_INTERNAL, inputs.error.message);
  OwningOpRef<ModuleOp> copy(program.getModule().clone());
  return engine.run(*copy, inputs.tables);
}

Outcome Checker::runReference(const Program &program) {
  return run(program, *makeEngine("interpret", runtime));
}

Comparison Checker::check(const Program &program, const Outcome &reference, Engine &engine) {
  if (!program.factsHold && !engine.checksFacts())
    return {Verdict::Undecided, ""};
  Outcome actual = run(program, engine);
  Comparison comparison =
      compareOutcomes(program.getFunction(), reference, actual, engine.mayRemoveErrors());
  comparison.ranOutOfMemory = actual.ranOutOfMemory;
  return comparison;
}
