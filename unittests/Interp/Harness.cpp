//===- Harness.cpp - Small plans and tables as text -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "mlir/AsmParser/AsmParser.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include <cmath>

using namespace molt;
using namespace molt::interp;
using namespace molt::interp::test;

InterpTest::InterpTest() {
  context.loadDialect<df::DFDialect, str::StrDialect, func::FuncDialect>();
  MoltRuntimeOptions options = {};
  options.threads = 1;
  EXPECT_EQ(molt_runtime_create(&options, &runtime, &error), MOLT_OK) << error.message;
}

InterpTest::~InterpTest() {
  for (auto &[name, table] : inputs)
    molt_table_release(table);
  molt_runtime_destroy(runtime);
}

Scalar InterpTest::parseScalar(const std::string &text, Type type) {
  type = df::getNonNull(type);
  if (text == "null")
    return Scalar();
  if (type.isInteger(1))
    return Scalar::ofBool(text == "true");
  if (type.isF32())
    return Scalar::ofReal(std::strtof(text.c_str(), nullptr));
  if (type.isF64())
    return Scalar::ofReal(std::strtod(text.c_str(), nullptr));
  if (df::isStringType(type))
    return Scalar::ofString(text);
  if (isa<df::Date32Type>(type) && text.find('-', 1) != std::string::npos) {
    // Days by counting: slow and obvious.
    int year = 0, month = 0, day = 0;
    EXPECT_EQ(sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day), 3) << text;
    std::tm date = {};
    date.tm_year = year - 1900, date.tm_mon = month - 1, date.tm_mday = day, date.tm_hour = 12;
    return Scalar::ofInteger(static_cast<int64_t>(std::floor(timegm(&date) / 86400.0)));
  }
  // Decimals are written with all their digits.
  Int128 value = 0;
  for (char digit : text)
    if (digit >= '0' && digit <= '9')
      value = value * 10 + (digit - '0');
  return Scalar::ofInteger(text[0] == '-' ? -value : value);
}

void InterpTest::addInput(const std::string &name, const std::vector<ColumnText> &columns) {
  Table table;
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  for (const ColumnText &column : columns) {
    bool isNullable = column.type.back() == '?';
    std::string typeText = column.type.substr(0, column.type.size() - isNullable);
    Type type = parseType(typeText, &context);
    ASSERT_TRUE(type) << column.type;
    names.push_back(StringAttr::get(&context, column.name));
    types.push_back(df::withNullability(type, isNullable));
    Column values;
    for (const std::string &value : column.values)
      values.push_back(parseScalar(value, type));
    table.rows = static_cast<int64_t>(values.size());
    table.columns.push_back(std::make_shared<Column>(std::move(values)));
  }
  table.type = df::TableType::get(&context, names, types);
  MoltTable *written = nullptr;
  ASSERT_EQ(writeTable(table, runtime, &written, &error), MOLT_OK) << error.message;
  inputs.emplace_back(name, written);
}

std::string InterpTest::typeOf(const std::string &input) {
  for (auto &[name, table] : inputs)
    if (name == input) {
      std::string text;
      llvm::raw_string_ostream(text) << readTable(&context, table).type;
      return text;
    }
  return "";
}

std::vector<std::string> InterpTest::plan(const std::string &body, const std::string &resultType) {
  std::string text = "func.func @main() -> " + resultType + " {\n" + body + "\n}\n";
  ScopedDiagnosticHandler quiet(&context, [&](Diagnostic &diagnostic) {
    std::snprintf(error.message, sizeof error.message, "%s", diagnostic.str().c_str());
    return success();
  });
  error = {};
  OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context, "plan.mlir");
  if (!module)
    return {"invalid"};
  std::vector<NamedTable> named;
  for (auto &[name, table] : inputs)
    named.push_back({name, table});
  auto function = *module->getOps<func::FuncOp>().begin();
  if (evaluate(function, named, result, notes, &error))
    return {molt_status_name(error.code)};
  std::vector<std::string> rows;
  for (int64_t row = 0; row < result.rows; ++row) {
    std::string line;
    for (unsigned column = 0; column < result.type.getNumColumns(); ++column)
      line += (column ? ", " : "") + toText(result.at(row, column), result.type.getTypes()[column]);
    rows.push_back(line);
  }
  return rows;
}

std::vector<std::string> InterpTest::unorderedPlan(const std::string &body,
                                                   const std::string &resultType) {
  std::vector<std::string> rows = plan(body, resultType);
  std::sort(rows.begin(), rows.end());
  return rows;
}

/// T? as in tables becomes nullable<T> for scalars.
static std::string scalarType(const std::string &type) {
  if (type.back() != '?')
    return type;
  return "!molt_df.nullable<" + type.substr(0, type.size() - 1) + ">";
}

std::string InterpTest::scalar(const std::string &op, const std::vector<OperandText> &operands,
                               const std::string &resultType) {
  const std::vector<std::string> names = {"a", "b", "c"};
  std::vector<ColumnText> columns;
  std::string arguments, types, quoted;
  for (size_t i = 0; i < operands.size(); ++i) {
    columns.push_back({names[i], operands[i].type, {operands[i].value}});
    std::string separator = i ? ", " : "";
    arguments += separator + "%" + names[i] + ": " + scalarType(operands[i].type);
    types += separator + scalarType(operands[i].type);
    quoted += separator + "\"" + names[i] + "\"";
  }
  std::string expanded = op;
  if (size_t place = expanded.find('$'); place != std::string::npos)
    expanded.replace(place, 1, types);
  addInput("operands", columns);
  std::string table = typeOf("operands");
  std::string resultTable = table.substr(0, table.size() - 1) + ", \"r\": " + resultType + ">";
  std::string body = "  %0 = molt_df.source \"operands\" : " + table +
                     "\n  %1 = molt_df.with_columns %0 [" + quoted + "] -> [\"r\"] {\n  ^bb0(" +
                     arguments + "):\n    %r = " + expanded +
                     "\n    molt_df.yield %r : " + scalarType(resultType) + "\n  } : " + table +
                     "\n  return %1 : " + resultTable;
  std::vector<std::string> rows = plan(body, resultTable);
  molt_table_release(inputs.back().second);
  inputs.pop_back();
  if (error.code != MOLT_OK || rows[0] == "invalid")
    return rows[0];
  return toText(result.at(0, operands.size()), result.type.getTypes().back());
}
