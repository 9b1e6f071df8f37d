//===- Inputs.cpp - Loading the tables of a run ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Inputs.h"
#include "Messages.h"
#include "Program.h"
#include "llvm/Support/FileSystem.h"

using namespace molt;
using namespace molt::run;

static int32_t loadTable(MoltRuntime *runtime, const InputFile &file, const Options &options,
                         const DeclaredInput &input, MoltTable **table, MoltError *error) {
  ProgramTable declared = getProgramTable(file.table, input.declared);
  std::vector<MoltField> fields;
  std::vector<int32_t> positions;
  for (auto [position, field] : llvm::enumerate(declared.getFields())) {
    if (!input.needed.contains(field.name))
      continue;
    fields.push_back(field);
    positions.push_back(position);
  }
  if (file.format == Format::Arrow)
    return molt_table_read_arrow(runtime, file.path.c_str(), fields.data(), fields.size(), table,
                                 error);
  MoltCsvOptions csv;
  molt_csv_defaults(&csv);
  if (file.format == Format::Tbl) {
    csv.delimiter = '|';
    csv.quote = 0;
    csv.header = 0;
    csv.trailing_delimiter = 1;
  } else {
    csv.delimiter = options.delimiter;
    csv.header = options.header;
  }
  std::vector<const char *> nulls;
  for (const std::string &spelling : options.nullSpellings)
    nulls.push_back(spelling.c_str());
  if (!nulls.empty()) {
    csv.null_spellings = nulls.data();
    csv.null_spelling_count = nulls.size();
  }
  csv.replace_invalid_utf8 = options.replaceInvalidUtf8;
  return molt_table_read_csv(runtime, file.path.c_str(), &csv, fields.data(), fields.size(),
                             csv.header ? nullptr : positions.data(),
                             csv.header ? 0 : input.declared.getNumColumns(), table, error);
}

LogicalResult run::loadInputs(func::FuncOp entry, const Options &options, MoltRuntime *runtime,
                              Tables &tables) {
  llvm::MapVector<StringRef, DeclaredInput> inputs;
  if (failed(collectInputs(entry, options.interpret || !options.optimize, inputs)))
    return failure();
  for (const InputFile &file : options.inputs) {
    if (inputs.count(file.table))
      continue;
    std::string known;
    for (auto &[other, input] : inputs)
      known += (known.empty() ? "\"" : ", \"") + other.str() + "\"";
    return LogicalResult::failure(complain("the program reads no table \"" + file.table +
                                           "\"; it reads " + (known.empty() ? "none" : known)));
  }
  for (auto &[name, input] : inputs)
    if (llvm::none_of(options.inputs,
                      [name = name](const InputFile &file) { return file.table == name; }))
      return LogicalResult::failure(complain("the program reads table \"" + name +
                                             "\"; give it with --input " + name + "=PATH"));
  for (const InputFile &file : options.inputs) {
    MoltError error;
    MoltTable *table = nullptr;
    if (loadTable(runtime, file, options, inputs.find(file.table)->second, &table, &error))
      return LogicalResult::failure(complain(describe(error)));
    tables.byName[file.table] = table;
    uint64_t bytes = 0;
    if (!llvm::sys::fs::file_size(file.path, bytes))
      tables.fileBytes += bytes;
  }
  return success();
}
