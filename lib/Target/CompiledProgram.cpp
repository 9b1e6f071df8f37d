//===- CompiledProgram.cpp - Compiling and running in process -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Target/CompiledProgram.h"
#include "JitSession.h"
#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Pipelines/Pipelines.h"
#include "Molt/Support/File.h"
#include "Molt/Target/Codegen.h"
#include "ParallelCodegen.h"
#include "mlir/Pass/PassManager.h"
#include <chrono>
#include <cstring>

using namespace molt;

//===----------------------------------------------------------------------===//
// Schemas
//===----------------------------------------------------------------------===//

MoltType molt::getRuntimeType(Type type) {
  MoltType result = {-1, 0, 0, df::isNullable(type), nullptr};
  Type element = df::getNonNull(type);
  if (auto decimal = dyn_cast<df::DecimalType>(element)) {
    result.kind = MOLT_DECIMAL;
    result.precision = decimal.getPrecision();
    result.scale = decimal.getScale();
  } else if (isa<df::NullType>(element)) {
    result.kind = MOLT_NULL;
  } else if (isa<df::IntervalType>(element)) {
    result.kind = MOLT_INTERVAL;
  } else if (isa<df::Date32Type>(element)) {
    result.kind = MOLT_DATE32;
  } else if (df::isTimeType(element)) {
    result.kind = isa<df::TimestampType>(element) ? MOLT_TIMESTAMP
                  : isa<df::TimeType>(element)    ? MOLT_TIME
                                                  : MOLT_DURATION;
    result.scale = static_cast<int32_t>(df::getTimeUnit(element));
  } else if (df::isStringType(element)) {
    result.kind = df::isTextType(element) ? MOLT_UTF8 : MOLT_BINARY;
  } else if (element.isF32()) {
    result.kind = MOLT_FLOAT32;
  } else if (element.isF64()) {
    result.kind = MOLT_FLOAT64;
  } else if (auto integer = dyn_cast<IntegerType>(element)) {
    bool isUnsigned = integer.isUnsigned();
    switch (integer.getWidth()) {
    case 1:
      result.kind = MOLT_BOOL;
      break;
    case 8:
      result.kind = isUnsigned ? MOLT_UINT8 : MOLT_INT8;
      break;
    case 16:
      result.kind = isUnsigned ? MOLT_UINT16 : MOLT_INT16;
      break;
    case 32:
      result.kind = isUnsigned ? MOLT_UINT32 : MOLT_INT32;
      break;
    case 64:
      result.kind = isUnsigned ? MOLT_UINT64 : MOLT_INT64;
      break;
    case 128:
      result.kind = MOLT_INT128;
      break;
    }
  }
  return result;
}

ProgramTable molt::getProgramTable(StringRef name, Type type) {
  auto table = cast<df::TableType>(type);
  ProgramTable result;
  result.name = name.str();
  for (auto [column, columnType] : llvm::zip_equal(table.getNames(), table.getTypes())) {
    result.columnNames.push_back(column.getValue().str());
    result.columnTypes.push_back(getRuntimeType(columnType));
    StringAttr zone = df::getZone(df::getNonNull(columnType));
    result.columnZones.push_back(zone ? zone.getValue().str() : "");
  }
  return result;
}

std::vector<MoltField> ProgramTable::getFields() const {
  std::vector<MoltField> fields;
  for (size_t i = 0; i < columnNames.size(); ++i) {
    fields.push_back({columnNames[i].c_str(), columnTypes[i]});
    if (!columnZones[i].empty())
      fields.back().type.zone = columnZones[i].c_str();
  }
  return fields;
}

//===----------------------------------------------------------------------===//
// Compiling
//===----------------------------------------------------------------------===//

CompiledProgram::CompiledProgram() = default;
CompiledProgram::~CompiledProgram() = default;

static double milliseconds() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

FailureOr<std::unique_ptr<CompiledProgram>>
CompiledProgram::compile(ModuleOp source, StringRef entry, const CompileOptions &options) {
  Location loc = source.getLoc();
  auto function = source.lookupSymbol<func::FuncOp>(entry);
  if (!function)
    return emitError(loc) << "no function \"" << entry << "\" in the module";
  if (function.isDeclaration())
    return function.emitError() << "function \"" << entry << "\" has no body to compile";
  if (function.getNumResults() != 1 || !isa<df::TableType>(function.getResultTypes()[0]))
    return function.emitError() << "function \"" << entry
                                << "\" must return one table to be run as a program";
  for (func::FuncOp other : source.getOps<func::FuncOp>())
    if (other.getName().starts_with("molt_rt_"))
      return other.emitError("names that begin with molt_rt_ belong to the runtime");

  std::unique_ptr<CompiledProgram> program(new CompiledProgram());
  std::unique_ptr<llvm::TargetMachine> machine = createTargetMachine(loc, options.target);
  if (!machine)
    return failure(); // Before any work is done for an unknown target.

  // Only the entry function is compiled; names of others cannot get in the way.
  OwningOpRef<ModuleOp> module = ModuleOp::create(loc);
  (*module)->setDiscardableAttrs(source->getDiscardableAttrDictionary());
  module->push_back(function->clone());

  double start = milliseconds();
  auto lap = [&] {
    double now = milliseconds(), elapsed = now - start;
    start = now;
    return elapsed;
  };
  LoweringOptions lowering;
  lowering.target = options.target;
  lowering.lanes = options.lanes;
  lowering.parallel = options.parallel;
  auto runPasses = [&](auto &&build) {
    PassManager passes(source.getContext());
    passes.enableVerifier(options.verifyPasses);
    build(passes);
    return passes.run(*module);
  };
  if (options.optimize && failed(runPasses([](PassManager &passes) {
        buildMoltDFOptimizePipeline(passes, DFOptimizeOptions());
      })))
    return failure();
  program->times.optimize = lap();
  if (failed(runPasses([&](PassManager &passes) { buildMoltDFToPipePipeline(passes, lowering); })))
    return failure();
  auto lowered = module->lookupSymbol<func::FuncOp>(entry);
  for (Attribute attr : lowered->getAttrOfType<ArrayAttr>(kInputsAttr)) {
    auto pair = cast<ArrayAttr>(attr);
    program->inputs.push_back(
        getProgramTable(cast<StringAttr>(pair[0]).getValue(), cast<TypeAttr>(pair[1]).getValue()));
  }
  program->result =
      getProgramTable("result", lowered->getAttrOfType<TypeAttr>(kResultAttr).getValue());
  if (failed(runPasses([&](PassManager &passes) {
        buildMoltPipeToVectorPipeline(passes, lowering);
        buildMoltVectorToLLVMPipeline(passes, lowering);
      })))
    return failure();
  program->times.lower = lap();

  unsigned threads = options.objectPath.empty() ? options.threads : 1;
  auto objects = generateCode(*module, *machine, options.target, threads, program->times);
  if (failed(objects))
    return failure();
  (void)lap(); // Generating code measures itself.
  if (!options.objectPath.empty())
    if (llvm::Error error = writeFile(options.objectPath, objects->front()->getBuffer()))
      return emitError(loc) << "cannot write the object file " << options.objectPath << ": "
                            << llvm::toString(std::move(error));

  auto session = JitSession::create(*machine, options.perfMap);
  if (!session)
    return emitError(loc) << "cannot start the JIT: " << llvm::toString(session.takeError());
  program->jit = std::move(*session);
  auto address = program->jit->link(std::move(*objects), entry);
  if (!address)
    return emitError(loc) << "cannot link: " << llvm::toString(address.takeError());
  program->entry = reinterpret_cast<MoltEntryFn>(*address);
  program->times.codegen += lap();
  return program;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

static int32_t fail(MoltError *error, int32_t code, const std::string &message) {
  *error = MoltError();
  error->code = code;
  error->row = error->column = error->byte = -1;
  std::snprintf(error->message, sizeof(error->message), "%s", message.c_str());
  return code;
}

/// Whether a table's column of type `a` is one of the program's type `b`. Whole decimals of more
/// than 18 digits are stored as i128 is, for which other systems have no type in Arrow.
static bool sameType(MoltType a, MoltType b, StringRef zone) {
  if (b.kind == MOLT_INT128 && a.kind == MOLT_DECIMAL)
    return a.precision > 18 && a.scale == 0;
  return a.kind == b.kind && a.precision == b.precision && a.scale == b.scale &&
         zone == (a.zone ? a.zone : "");
}

int32_t CompiledProgram::run(MoltRuntime *runtime, const NamedTables &tables,
                             const MoltRunOptions &options, MoltTable **out,
                             MoltError *error) const {
  std::vector<std::vector<int32_t>> columns(inputs.size());
  std::vector<MoltInput> bound;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const ProgramTable &input = inputs[i];
    auto it = tables.find(input.name);
    if (it == tables.end())
      return fail(error, MOLT_SCHEMA,
                  "no table for the program's input \"" + input.name +
                      "\"; give one with --input " + input.name + "=PATH");
    for (size_t c = 0; c < input.columnNames.size(); ++c) {
      int32_t column = molt_table_find(it->second, input.columnNames[c].c_str());
      if (column < 0)
        return fail(error, MOLT_SCHEMA,
                    "table \"" + input.name + "\" has no column \"" + input.columnNames[c] +
                        "\", which the program reads");
      MoltField field = molt_table_field(it->second, column);
      if (!sameType(field.type, input.columnTypes[c], input.columnZones[c]))
        return fail(error, MOLT_SCHEMA,
                    "column \"" + input.columnNames[c] + "\" of table \"" + input.name +
                        "\" has another type than the program declares; convert the data or "
                        "change the molt_df.source");
      if (!input.columnTypes[c].nullable && molt_table_statistics(it->second, column).null_count)
        return fail(error, MOLT_SCHEMA,
                    "column \"" + input.columnNames[c] + "\" of table \"" + input.name +
                        "\" has nulls; declare it with a '?' in the molt_df.source");
      columns[i].push_back(column);
    }
    bound.push_back({it->second, columns[i].data(), static_cast<int32_t>(columns[i].size())});
  }
  std::vector<MoltField> fields = result.getFields();
  return molt_run(runtime, entry, bound.data(), bound.size(), fields.data(), fields.size(),
                  &options, out, error);
}

AdaptiveProgram::AdaptiveProgram(ModuleOp source, StringRef entry, const CompileOptions &options)
    : module(cast<ModuleOp>(source->clone())), entry(entry), options(options) {}

LogicalResult AdaptiveProgram::prepare(const NamedTables &tables) {
  if (special || generic)
    return success();
  OwningOpRef<ModuleOp> copy(cast<ModuleOp>((*module)->clone()));
  attachStatistics(*copy, tables);
  auto compiled = CompiledProgram::compile(*copy, entry, options);
  if (failed(compiled))
    return failure();
  special = std::move(*compiled);
  return success();
}

int32_t AdaptiveProgram::run(MoltRuntime *runtime, const NamedTables &tables,
                             const MoltRunOptions &runOptions, MoltTable **out, MoltError *error) {
  if (failed(prepare(tables)))
    return fail(error, MOLT_INTERNAL, "the program does not compile; see the messages above");
  if (!generic) {
    int32_t status = special->run(runtime, tables, runOptions, out, error);
    if (status != MOLT_GUARD_FAILED)
      return status;
    // Without any assumption, also those that the program came with, unless the plan
    // was changed on the strength of them.
    OwningOpRef<ModuleOp> copy(cast<ModuleOp>((*module)->clone()));
    copy->walk([](df::SourceOp source) {
      if (source.getAssumed())
        return;
      source.removeFactsAttr();
      source.removeRowsAttr();
    });
    auto compiled = CompiledProgram::compile(*copy, entry, options);
    if (failed(compiled))
      return fail(error, MOLT_INTERNAL, "the program does not compile; see the messages above");
    generic = std::move(*compiled);
  }
  return generic->run(runtime, tables, runOptions, out, error);
}
