//===- Harness.cpp - Programs as text, tables through Arrow ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "Molt/InitAllDialects.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"

using namespace molt;
using namespace molt::target::test;

const char *const molt::target::test::kSumProgram = R"(
!t = !molt_df.table<"x": i64>
func.func @main() -> !molt_df.table<"s": i64?> {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %c = molt_df.constant 100 : i64
    %p = molt_df.cmp lt %x, %c : i64, i64
    molt_df.yield %p : i1
  } : !t
  %r = molt_df.aggregate %f by [] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"s": i64?>
}
)";

//===----------------------------------------------------------------------===//
// Arrow
//===----------------------------------------------------------------------===//

template <typename T> static std::vector<char> toBytes(const std::vector<T> &values) {
  std::vector<char> bytes(values.size() * sizeof(T));
  if (!bytes.empty())
    std::memcpy(bytes.data(), values.data(), bytes.size());
  return bytes;
}

ArrowBatch::Column &ArrowBatch::add(const std::string &name, const char *format, int64_t rows) {
  columns.push_back(std::make_unique<Column>());
  Column &column = *columns.back();
  column.name = name;
  column.format = format;
  column.rows = rows;
  return column;
}

ArrowBatch &ArrowBatch::int64s(const std::string &name,
                               const std::vector<std::optional<int64_t>> &values) {
  Column &column = add(name, "l", values.size());
  std::vector<char> valid((values.size() + 7) / 8);
  std::vector<int64_t> plain;
  for (size_t i = 0; i < values.size(); ++i) {
    // A null's value is anything.
    plain.push_back(values[i].value_or(-77));
    if (values[i])
      valid[i / 8] |= 1 << (i % 8);
    else
      ++column.nulls;
  }
  column.buffers = {valid, toBytes(plain)};
  return *this;
}

ArrowBatch &ArrowBatch::float64s(const std::string &name, const std::vector<double> &values) {
  add(name, "g", values.size()).buffers = {{}, toBytes(values)};
  return *this;
}

ArrowBatch &ArrowBatch::strings(const std::string &name, const std::vector<std::string> &values) {
  std::vector<int32_t> offsets = {0};
  std::vector<char> bytes;
  for (const std::string &value : values) {
    bytes.insert(bytes.end(), value.begin(), value.end());
    offsets.push_back(bytes.size());
  }
  add(name, "u", values.size()).buffers = {{}, toBytes(offsets), bytes};
  return *this;
}

Table ArrowBatch::import(MoltRuntime *runtime) {
  // The columns live as long as the imported array.
  struct Owner {
    std::vector<std::unique_ptr<Column>> columns;
    std::vector<ArrowSchema *> schemas;
    std::vector<ArrowArray *> arrays;
    const void *noValidity = nullptr;
  };
  auto *owner = new Owner{std::move(columns), {}, {}, nullptr};
  int64_t rows = owner->columns.empty() ? 0 : owner->columns[0]->rows;
  for (auto &column : owner->columns) {
    for (auto &buffer : column->buffers)
      column->addresses.push_back(buffer.empty() ? nullptr : buffer.data());
    if (column->nulls == 0)
      column->addresses[0] = nullptr;
    column->schema.format = column->format.c_str();
    column->schema.name = column->name.c_str();
    column->schema.flags = 2; // Nullable.
    column->schema.release = [](ArrowSchema *) {};
    column->array.length = column->rows;
    column->array.null_count = column->nulls;
    column->array.n_buffers = column->addresses.size();
    column->array.buffers = column->addresses.data();
    column->array.release = [](ArrowArray *) {};
    owner->schemas.push_back(&column->schema);
    owner->arrays.push_back(&column->array);
  }
  ArrowSchema schema = {};
  schema.format = "+s";
  schema.name = "";
  schema.n_children = owner->schemas.size();
  schema.children = owner->schemas.data();
  schema.release = [](ArrowSchema *schema) { schema->release = nullptr; };
  ArrowArray array = {};
  array.length = rows;
  array.n_buffers = 1;
  array.buffers = &owner->noValidity;
  array.n_children = owner->arrays.size();
  array.children = owner->arrays.data();
  array.private_data = owner;
  array.release = [](ArrowArray *array) {
    delete static_cast<Owner *>(array->private_data);
    array->release = nullptr;
  };
  MoltTable *table = nullptr;
  MoltError error = {};
  EXPECT_EQ(molt_table_import(runtime, &schema, &array, &table, &error), MOLT_OK) << error.message;
  return Table(table);
}

//===----------------------------------------------------------------------===//
// Programs
//===----------------------------------------------------------------------===//

static DialectRegistry makeRegistry() {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerTranslations(registry);
  return registry;
}

TargetTest::TargetTest() : context(makeRegistry(), MLIRContext::Threading::DISABLED) {
  MoltRuntimeOptions options = {};
  options.threads = 2;
  EXPECT_EQ(molt_runtime_create(&options, &runtime, &error), MOLT_OK) << error.message;
}

TargetTest::~TargetTest() { molt_runtime_destroy(runtime); }

OwningOpRef<ModuleOp> TargetTest::parse(const std::string &text) {
  auto module = parseSourceString<ModuleOp>(text, &context, "program.mlir");
  EXPECT_TRUE(module);
  return module;
}

std::unique_ptr<CompiledProgram> TargetTest::compile(const std::string &text,
                                                     const CompileOptions &options) {
  OwningOpRef<ModuleOp> module = parse(text);
  messages.clear();
  ScopedDiagnosticHandler handler(&context, [&](Diagnostic &diagnostic) {
    messages += diagnostic.str() + "\n";
    return success();
  });
  if (!module)
    return nullptr;
  auto program = CompiledProgram::compile(*module, "main", options);
  return succeeded(program) ? std::move(*program) : nullptr;
}

std::vector<std::optional<int64_t>> TargetTest::toInts(MoltTable *table) {
  std::vector<std::optional<int64_t>> values;
  for (int64_t chunk = 0; chunk < molt_table_chunks(table); ++chunk) {
    MoltColumnView column = molt_table_chunk_column(table, chunk, 0);
    for (int64_t row = 0; row < molt_table_chunk_rows(table, chunk); ++row) {
      int64_t bit = column.bit_offset + row;
      if (column.validity && !(column.validity[bit / 8] >> (bit % 8) & 1))
        values.push_back(std::nullopt);
      else
        values.push_back(static_cast<const int64_t *>(column.data)[row]);
    }
  }
  return values;
}

std::vector<std::optional<int64_t>> TargetTest::run(const CompiledProgram &program,
                                                    const NamedTables &tables,
                                                    const MoltRunOptions &options) {
  error = {};
  MoltTable *result = nullptr;
  if (program.run(runtime, tables, options, &result, &error)) {
    EXPECT_EQ(result, nullptr);
    return {};
  }
  return toInts(Table(result).get());
}

std::vector<std::optional<int64_t>> TargetTest::run(AdaptiveProgram &program,
                                                    const NamedTables &tables) {
  error = {};
  MoltTable *result = nullptr;
  if (program.run(runtime, tables, {}, &result, &error)) {
    EXPECT_EQ(result, nullptr);
    return {};
  }
  return toInts(Table(result).get());
}

std::vector<std::string> TargetTest::targets() {
  MLIRContext context;
  context.loadDialect<simd::SIMDDialect>();
  std::string host = simd::TargetAttr::getHost(&context).getName().str();
  std::vector<std::string> names;
  for (const char *name : {"x86-64", "x86-64-v3", "x86-64-v4"}) {
    names.push_back(name);
    if (name == host)
      break;
  }
  return names;
}
