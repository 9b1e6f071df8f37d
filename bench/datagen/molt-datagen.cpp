//===- molt-datagen.cpp - The TPC-H data generator ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowFile.h"
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <sys/stat.h>
#include <thread>

using namespace molt::datagen;

namespace {

constexpr const char *usage = R"(usage: molt-datagen --output DIR [options]

Writes the tables of TPC-H into DIR, as DIR/TABLE.FORMAT. The same scale factor
gives the same bytes, with any number of threads.

  --output DIR        the folder; made if it is not there
  --sf NUMBER         scale factor, also a fraction; 1 is about 1 GB (default: 1)
  --format FORMAT     tbl ('|' behind each value, no header; the default), csv or
                      arrow (Arrow IPC file; the table must fit in memory twice)
  --tables A,B,…      only these of region, nation, supplier, customer, part,
                      partsupp, orders, lineitem
  --threads N         default: one per core
  --reuse             do nothing if DIR has these tables already
)";

struct Options {
  std::string output;
  std::string sf = "1";
  std::string format = "tbl";
  std::string tables;
  unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  bool reuse = false;
};

[[noreturn]] void die(const std::string &message) {
  std::fprintf(stderr, "molt-datagen: %s\n", message.c_str());
  std::exit(1);
}

/// A positive finite number, or nothing.
std::optional<double> positive(const std::string &text) {
  char *end = nullptr;
  double value = std::strtod(text.c_str(), &end);
  bool good = end != text.c_str() && !*end && std::isfinite(value) && value > 0;
  return good ? std::optional(value) : std::nullopt;
}

Options parse(int argc, char **argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    std::string name = argv[i];
    if (name == "--help" || name == "-h") {
      std::fputs(usage, stdout);
      std::exit(0);
    }
    if (name == "--reuse") {
      options.reuse = true;
      continue;
    }
    std::string threads;
    std::string *value = name == "--output"    ? &options.output
                         : name == "--sf"      ? &options.sf
                         : name == "--format"  ? &options.format
                         : name == "--tables"  ? &options.tables
                         : name == "--threads" ? &threads
                                               : nullptr;
    if (!value)
      die("unknown option '" + name + "'; see --help");
    if (++i == argc)
      die("option " + name + " needs a value; see --help");
    *value = argv[i];
    if (value == &threads) {
      std::optional<double> number = positive(threads);
      if (!number || *number > 1024 || *number != std::floor(*number))
        die("--threads is '" + threads + "', expected 1 to 1024");
      options.threads = static_cast<unsigned>(*number);
    }
  }
  if (options.output.empty())
    die("--output DIR is missing; see --help");
  if (options.format != "tbl" && options.format != "csv" && options.format != "arrow")
    die("--format is '" + options.format + "', expected tbl, csv or arrow");
  return options;
}

std::vector<const Table *> selectTables(const std::string &list) {
  std::vector<const Table *> selected;
  if (list.empty())
    for (const Table &table : tables())
      selected.push_back(&table);
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    const Table *found = nullptr;
    for (const Table &table : tables())
      if (table.name == name)
        found = &table;
    if (!found)
      die("--tables names '" + name + "', which TPC-H does not have; see --help");
    selected.push_back(found);
  }
  return selected;
}

/// mkdir -p.
void makeFolder(const std::string &path) {
  for (size_t slash = 1; slash != std::string::npos;) {
    slash = path.find('/', slash + 1);
    std::string prefix = path.substr(0, slash);
    if (::mkdir(prefix.c_str(), 0777) != 0 && errno != EEXIST)
      die("cannot make the folder " + prefix + ": " + std::strerror(errno));
  }
}

/// What a table file was made from; beside it, in TABLE.FORMAT.stamp.
std::string stampOf(const Options &options) {
  return "molt-datagen " + std::to_string(kDataVersion) + " sf " + options.sf + "\n";
}
bool isCurrent(const std::string &path, const std::string &stamp) {
  std::ostringstream found;
  found << std::ifstream(path + ".stamp").rdbuf();
  return found.str() == stamp && std::ifstream(path).good();
}

} // namespace

int main(int argc, char **argv) {
  const Options options = parse(argc, argv);
  const std::optional<double> factor = positive(options.sf);
  if (!factor || *factor > 100'000)
    die("--sf is '" + options.sf + "', expected a number above 0, at most 100000");
  const Scale scale(*factor);
  const std::vector<const Table *> selected = selectTables(options.tables);
  makeFolder(options.output);

  std::optional<TextPool> pool;
  for (const Table *table : selected) {
    const std::string path = options.output + "/" + table->name + "." + options.format;
    const std::string stamp = stampOf(options);
    if (options.reuse && isCurrent(path, stamp))
      continue;
    if (!pool)
      pool.emplace(options.threads);
    std::remove((path + ".stamp").c_str());
    auto start = std::chrono::steady_clock::now();
    FileSummary summary;
    std::string error;
    const bool written =
        options.format == "arrow"
            ? writeArrowFile(*table, scale, *pool, options.threads, path, summary, error)
            : writeTextFile(*table, scale, *pool,
                            options.format == "csv" ? TextSink::Format::Csv : TextSink::Format::Tbl,
                            options.threads, path, summary, error);
    if (!written)
      die(error);
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::ofstream(path + ".stamp") << stamp;
    std::fprintf(stderr, "%-9s %11lld rows %13lld bytes %8.2f s\n", table->name,
                 static_cast<long long>(summary.rows), static_cast<long long>(summary.bytes),
                 seconds.count());
  }
  return 0;
}
