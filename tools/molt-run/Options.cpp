//===- Options.cpp - The command line of molt-run -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Options.h"
#include "Messages.h"
#include "Molt/Runtime/Runtime.h"
#include "Molt/Support/CommandLine.h"
#include "Molt/Support/Version.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/CommandLine.h"

using namespace molt::run;
using llvm::StringRef;
namespace cl = llvm::cl;

namespace {
cl::OptionCategory &inputs() {
  static cl::OptionCategory category("Inputs");
  return category;
}
cl::OptionCategory &output() {
  static cl::OptionCategory category("Output");
  return category;
}
cl::OptionCategory &execution() {
  static cl::OptionCategory category("Execution");
  return category;
}
cl::OptionCategory &reports() {
  static cl::OptionCategory category("Reports");
  return category;
}

/// Made after LLVM's own options are out of the way: libLLVM registers dozens, and
/// some have our names.
struct CommandLine {
  cl::opt<std::string> program{cl::Positional, cl::desc("PROGRAM.mlir"), cl::cat(execution())};

  cl::list<std::string> input{"input", cl::value_desc("NAME=PATH"), cl::cat(inputs()),
                              cl::desc("The program's table NAME is the file PATH: .csv, .tbl ('|' "
                                       "between and behind fields, no header), .arrow or .arrows")};
  cl::opt<std::string> inputFormat{"input-format", cl::value_desc("FORMAT"), cl::cat(inputs()),
                                   cl::desc("Read all inputs as csv, tbl or arrow, whatever "
                                            "their names end with")};
  cl::opt<std::string> delimiter{"delimiter", cl::value_desc("C"), cl::cat(inputs()), cl::init(","),
                                 cl::desc("Field delimiter of .csv inputs (default: ,); \\t is a "
                                          "tab")};
  cl::opt<bool> noHeader{"no-header", cl::cat(inputs()),
                         cl::desc(".csv inputs have no header line: columns go by position")};
  cl::list<std::string> null{"null", cl::value_desc("TEXT"), cl::cat(inputs()),
                             cl::desc("Unquoted spelling of null in inputs that are text (default: "
                                      "the empty field); can be given several times")};
  cl::opt<bool> replaceInvalid{"replace-invalid-utf8", cl::cat(inputs()),
                               cl::desc("Replace invalid UTF-8 by U+FFFD instead of failing")};

  cl::opt<std::string> output{"output", cl::value_desc("PATH"), cl::cat(::output()), cl::init("-"),
                              cl::desc("Write the result to PATH, whole or not at all (default: "
                                       "standard output)")};
  cl::opt<std::string> format{"format", cl::value_desc("FORMAT"), cl::cat(::output()),
                              cl::desc("csv, arrow, arrow-stream, or table (for people; 100 rows) "
                                       "(default: by the ending of --output, .arrows for a "
                                       "stream; else csv)")};
  cl::opt<std::string> compression{"compression", cl::value_desc("CODEC"), cl::cat(::output()),
                                   cl::desc("Compress Arrow output: lz4, zstd or none (default)")};

  cl::opt<std::string> entry{"entry", cl::value_desc("NAME"), cl::cat(execution()),
                             cl::desc("Function to run (default: main, or the only one that "
                                      "returns a table)")};
  cl::opt<std::string> threads{"threads", cl::value_desc("N"), cl::cat(execution()),
                               cl::desc("Threads (default: one per core)")};
  cl::opt<std::string> memoryLimit{"memory-limit", cl::value_desc("BYTES"), cl::cat(execution()),
                                   cl::desc("Memory that tables and states may hold, as in "
                                            "500000, 64K, 500M or 2G (default: no limit)")};
  cl::opt<std::string> batchSize{"batch-size", cl::value_desc("N"), cl::cat(execution()),
                                 cl::desc("Rows per batch (default, and most: 2048)")};
  cl::opt<std::string> target{"target", cl::value_desc("NAME"), cl::cat(execution()),
                              cl::init("host"),
                              cl::desc("Processor to compile for: host (default), x86-64, "
                                       "x86-64-v3 or x86-64-v4")};
  cl::opt<bool> interpret{"interpret", cl::cat(execution()),
                          cl::desc("Run the reference interpreter instead of compiling: slow, for "
                                   "comparison")};
  cl::opt<bool> noOptimize{"no-optimize", cl::cat(execution()),
                           cl::desc("Compile the plan as it is written")};
  cl::opt<bool> noStatistics{"no-statistics", cl::cat(execution()),
                             cl::desc("Compile without assumptions from the inputs' ranges and "
                                      "null counts")};
  cl::opt<std::string> repeat{"repeat", cl::value_desc("N"), cl::cat(execution()),
                              cl::desc("Run N times and write the last result")};

  cl::opt<bool> time{"time", cl::cat(reports()),
                     cl::desc("Print times and sizes as JSON to standard error; execution is the "
                              "median of --repeat")};
  cl::opt<bool> perfMap{"perf-map", cl::cat(reports()),
                        cl::desc("Write /tmp/perf-PID.map, so that perf names compiled functions")};
  cl::opt<std::string> dumpObject{"dump-object", cl::value_desc("PATH"), cl::cat(reports()),
                                  cl::desc("Also write the compiled code as an object file")};
  cl::opt<bool> serve{"serve", cl::cat(reports()),
                      cl::desc("Load the inputs, then answer requests, lines of JSON, on standard "
                               "input (see bench/README.md)")};

  // For tests: shown by --help-hidden.
  cl::opt<std::string> morselRows{"morsel-rows", cl::value_desc("N"), cl::cat(execution()),
                                  cl::Hidden, cl::desc("Rows that a thread takes at a time")};
  cl::opt<std::string> lanes{"lanes", cl::value_desc("N"), cl::cat(execution()), cl::Hidden,
                             cl::desc("Lanes of vector code (default: by the target)")};
  cl::opt<bool> zeroHashes{"zero-hashes", cl::cat(execution()), cl::Hidden,
                           cl::desc("Make every hash 0, so that all keys collide")};
  cl::opt<std::string> failAllocation{"fail-allocation", cl::value_desc("N"), cl::cat(execution()),
                                      cl::Hidden,
                                      cl::desc("Make the N-th allocation and all later ones "
                                               "fail")};
};
} // namespace

/// What LLVM says about a wrong command line ("molt-run: Unknown command line argument
/// '--x'.  Try: 'molt-run --help'", …), as one message like all others.
static void complainAboutCommandLine(StringRef text) {
  std::string message;
  llvm::SmallVector<StringRef> lines;
  text.split(lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef line : lines) {
    line.consume_front("molt-run: ");
    line = line.take_front(std::min(line.find(".  Try:"), line.find(": See:")));
    line = line.rtrim("!?");
    message += (message.empty() ? "" : "; ") + line.str();
    char &first = message[message.size() - line.size()];
    first = llvm::toLower(first);
  }
  if (message.empty()) // LLVM has printed it.
    message = "the command line is wrong";
  complain(message + "; see molt-run --help");
}

/// A number from 1 to `most` as the value of an option; `number` stays as it is if the
/// option was not given. Returns whether there was a message.
template <typename T>
static bool parseNumber(const cl::opt<std::string> &option, T &number, int32_t most = INT32_MAX) {
  if (!option.getNumOccurrences())
    return false;
  int32_t value;
  if (StringRef(option).getAsInteger(10, value) || value < 1 || value > most)
    return complain("--" + option.ArgStr + " wants a number from 1 to " + llvm::Twine(most) +
                    ", not \"" + option.getValue() + "\"");
  number = value;
  return false;
}

/// The runtime's limit, and what keeps a thread's buffers far below its memory.
static constexpr int32_t kMaxThreads = 4096, kMaxBatchSize = MOLT_MAX_BATCH_ROWS;

/// A number of bytes with an optional K, M or G.
static std::optional<int64_t> parseBytes(StringRef text) {
  unsigned shift = 0;
  if (text.consume_back_insensitive("K"))
    shift = 10;
  else if (text.consume_back_insensitive("M"))
    shift = 20;
  else if (text.consume_back_insensitive("G"))
    shift = 30;
  int64_t bytes;
  if (text.getAsInteger(10, bytes) || bytes < 0 || bytes > (INT64_MAX >> shift))
    return std::nullopt;
  return bytes << shift;
}

static std::optional<Format> inputFormatByName(StringRef name) {
  return llvm::StringSwitch<std::optional<Format>>(name)
      .Case("csv", Format::CSV)
      .Case("tbl", Format::Tbl)
      .Cases({"arrow", "arrows"}, Format::Arrow)
      .Default(std::nullopt);
}

static std::optional<Format> outputFormatByName(StringRef name) {
  return llvm::StringSwitch<std::optional<Format>>(name)
      .Case("csv", Format::CSV)
      .Case("arrow", Format::Arrow)
      .Cases({"arrow-stream", "arrows"}, Format::ArrowStream)
      .Case("table", Format::Table)
      .Default(std::nullopt);
}

static std::optional<MoltArrowCompression> compressionByName(StringRef name) {
  return llvm::StringSwitch<std::optional<MoltArrowCompression>>(name)
      .Cases({"", "none"}, MOLT_ARROW_UNCOMPRESSED)
      .Case("lz4", MOLT_ARROW_LZ4)
      .Case("zstd", MOLT_ARROW_ZSTD)
      .Default(std::nullopt);
}

/// What stands behind the last dot of the file's name, in lower case.
static std::string getEnding(StringRef path) {
  StringRef name = path.substr(path.rfind('/') + 1);
  return name.contains('.') ? name.substr(name.rfind('.') + 1).lower() : "";
}

static bool parseInputs(const CommandLine &line, Options &options) {
  std::optional<Format> forced = inputFormatByName(line.inputFormat.getValue());
  if (!forced && !line.inputFormat.empty())
    return complain("--input-format is csv, tbl or arrow, not \"" + line.inputFormat + "\"");
  for (const std::string &binding : line.input) {
    auto [table, path] = StringRef(binding).split('=');
    if (table.empty() || path.empty())
      return complain("--input wants NAME=PATH, not \"" + binding + "\"");
    for (const InputFile &other : options.inputs)
      if (other.table == table)
        return complain("--input names table \"" + table + "\" twice");
    std::optional<Format> format = forced ? forced : inputFormatByName(getEnding(path));
    if (!format)
      return complain("--input " + table + "=" + path +
                      ": the name does not end with .csv, .tbl, .arrow or .arrows; say with "
                      "--input-format which of these it is (other formats are not read)");
    options.inputs.push_back({table.str(), path.str(), *format});
  }
  return false;
}

static bool fillOptions(const CommandLine &line, Options &options) {
  options.programPath = line.program;
  options.entryName = line.entry;
  if (options.programPath.empty())
    return complain("no program is given; usage: molt-run PROGRAM.mlir --input NAME=PATH … (see "
                    "molt-run --help)");
  if (parseInputs(line, options))
    return true;
  std::string delimiter = line.delimiter == "\\t" ? "\t" : line.delimiter.getValue();
  if (delimiter.size() != 1)
    return complain("--delimiter is one byte, not \"" + delimiter + "\"");
  options.delimiter = delimiter[0];
  options.header = !line.noHeader;
  options.nullSpellings.assign(line.null.begin(), line.null.end());
  options.replaceInvalidUtf8 = line.replaceInvalid;

  options.outputPath = line.output;
  if (options.outputPath.empty())
    return complain("--output wants a path, or - for standard output");
  std::optional<Format> format = outputFormatByName(line.format.getValue());
  if (!format && !line.format.empty())
    return complain("--format is csv, arrow, arrow-stream or table, not \"" + line.format + "\"");
  if (!format)
    format = outputFormatByName(getEnding(options.outputPath));
  options.outputFormat = format.value_or(Format::CSV);
  std::optional<MoltArrowCompression> compression = compressionByName(line.compression.getValue());
  if (!compression)
    return complain("--compression is lz4, zstd or none, not \"" + line.compression + "\"");
  options.compression = *compression;
  if (*compression != MOLT_ARROW_UNCOMPRESSED && options.outputFormat != Format::Arrow &&
      options.outputFormat != Format::ArrowStream)
    return complain("--compression is for Arrow output; give --format arrow or arrow-stream");

  if (parseNumber(line.threads, options.threads, kMaxThreads) ||
      parseNumber(line.batchSize, options.batchSize, kMaxBatchSize) ||
      parseNumber(line.morselRows, options.morselRows) || parseNumber(line.lanes, options.lanes) ||
      parseNumber(line.repeat, options.repeat) ||
      parseNumber(line.failAllocation, options.failAllocation))
    return true;
  if (!line.memoryLimit.empty()) {
    std::optional<int64_t> limit = parseBytes(line.memoryLimit.getValue());
    if (!limit)
      return complain("--memory-limit wants a number of bytes, as in 500000, 64K, 500M or 2G, not "
                      "\"" +
                      line.memoryLimit + "\"");
    options.memoryLimit = *limit;
  }
  options.interpret = line.interpret;
  options.serve = line.serve;
  options.target = line.target;
  options.optimize = !line.noOptimize;
  options.useStatistics = !line.noStatistics;
  options.printTimes = line.time;
  options.perfMap = line.perfMap;
  options.objectPath = line.dumpObject;
  options.zeroHashes = line.zeroHashes;
  return false;
}

std::optional<int> molt::run::parseOptions(int argc, char **argv, Options &options) {
  removeUpstreamOptions();
  cl::SetVersionPrinter(printVersion);
  CommandLine line;
  std::string errors;
  llvm::raw_string_ostream stream(errors);
  bool parsed = cl::ParseCommandLineOptions(
      argc, argv,
      "Compiles a program in Molt IR and runs it on files.\n\n"
      "  molt-run examples/tpch_q6.mlir --input lineitem=lineitem.tbl --format table\n\n"
      "The program is a function that returns a table; each molt_df.source \"NAME\" in it is an\n"
      "--input NAME=PATH. The result goes to standard output, everything else to standard error.\n"
      "The exit status is 0, or 1 after a message that begins with the place of the error.\n",
      &stream);
  if (!parsed) {
    complainAboutCommandLine(errors);
    return 1;
  }
  if (fillOptions(line, options))
    return 1;
  return std::nullopt;
}
