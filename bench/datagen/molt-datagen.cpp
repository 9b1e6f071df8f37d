//===- molt-datagen.cpp - The generator of benchmarks' data ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowFile.h"
#include "H2o.h"
#include "Tables.h"
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <sstream>
#include <sys/stat.h>
#include <thread>

using namespace molt::datagen;

namespace {

constexpr const char *usage = R"(usage: molt-datagen --output DIR [options]

Writes the tables of a benchmark into DIR, as DIR/TABLE.FORMAT. The same scale
gives the same bytes, with any number of threads.

  --output DIR        the folder; made if it is not there
  --suite SUITE       tpch (the default) or h2o, the H2O.ai database benchmark
  --sf NUMBER         TPC-H's scale factor, also a fraction; 1 is about 1 GB
                      (default: 1)
  --rows NUMBER       h2o: rows of the largest tables, also as 1e7 (default: 1e7,
                      1.5 GB)
  --format FORMAT     tbl ('|' behind each value, no header), csv or arrow (Arrow
                      IPC file; the table must fit in memory twice); default: tbl
                      for tpch, csv for h2o
  --tables A,B,…      only these of region, nation, supplier, customer, part,
                      partsupp, orders, lineitem; h2o: of g1, x, small, medium, big
  --threads N         default: one per core
  --reuse             do nothing if DIR has these tables already
)";

struct Options {
  std::string output;
  std::string suite = "tpch";
  std::string sf;
  std::string rows;
  std::string format;
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
                         : name == "--suite"   ? &options.suite
                         : name == "--sf"      ? &options.sf
                         : name == "--rows"    ? &options.rows
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
  if (options.suite != "tpch" && options.suite != "h2o")
    die("--suite is '" + options.suite + "', expected tpch or h2o");
  const bool tpch = options.suite == "tpch";
  if (tpch ? !options.rows.empty() : !options.sf.empty())
    die(tpch ? "--rows is for --suite h2o; TPC-H has --sf" : "--sf is for TPC-H; h2o has --rows");
  if (options.sf.empty())
    options.sf = "1";
  if (options.rows.empty())
    options.rows = "1e7";
  if (options.format.empty())
    options.format = tpch ? "tbl" : "csv";
  if (options.format != "tbl" && options.format != "csv" && options.format != "arrow")
    die("--format is '" + options.format + "', expected tbl, csv or arrow");
  return options;
}

/// A table, and a function that makes its rows when they are wanted.
struct Job {
  const Table *table;
  std::function<std::unique_ptr<RowSource>()> rows;
};

/// All tables of the suite.
std::vector<Job> jobsOf(const Options &options) {
  std::vector<Job> jobs;
  if (options.suite == "h2o") {
    const std::optional<double> rows = positive(options.rows);
    if (!rows || *rows > 1e9 || *rows != std::floor(*rows))
      die("--rows is '" + options.rows + "', expected a whole number from 1 to 1e9");
    const H2oScale scale(static_cast<int64_t>(*rows));
    for (size_t i = 0; i < h2oTables().size(); ++i)
      jobs.push_back({&h2oTables()[i],
                      [=] { return std::make_unique<H2oRows>(static_cast<H2oTable>(i), scale); }});
    return jobs;
  }
  const std::optional<double> factor = positive(options.sf);
  if (!factor || *factor > 100'000)
    die("--sf is '" + options.sf + "', expected a number above 0, at most 100000");
  const Scale scale(*factor);
  for (size_t i = 0; i < tables().size(); ++i)
    jobs.push_back({&tables()[i], [=, threads = options.threads] {
                      static const TextPool pool(threads); // takes a while: made if needed
                      return std::make_unique<TpchRows>(static_cast<TableId>(i), scale, pool);
                    }});
  return jobs;
}

/// Of the jobs those with tables in the list, in its order; all for an empty one.
std::vector<Job> selectTables(std::vector<Job> jobs, const Options &options) {
  if (options.tables.empty())
    return jobs;
  std::vector<Job> selected;
  std::istringstream names(options.tables);
  for (std::string name; std::getline(names, name, ',');) {
    auto found = std::find_if(jobs.begin(), jobs.end(),
                              [&](const Job &job) { return job.table->name == name; });
    if (found == jobs.end())
      die("--tables names '" + name + "', which " + (options.suite == "h2o" ? "h2o" : "TPC-H") +
          " does not have; see --help");
    selected.push_back(*found);
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
  if (options.suite == "h2o")
    return "molt-datagen h2o " + std::to_string(kH2oVersion) + " rows " + options.rows + "\n";
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
  const std::vector<Job> jobs = selectTables(jobsOf(options), options);
  makeFolder(options.output);

  for (const auto &[table, makeRows] : jobs) {
    const std::string path = options.output + "/" + table->name + "." + options.format;
    const std::string stamp = stampOf(options);
    if (options.reuse && isCurrent(path, stamp))
      continue;
    const std::unique_ptr<RowSource> rows = makeRows();
    std::remove((path + ".stamp").c_str());
    auto start = std::chrono::steady_clock::now();
    FileSummary summary;
    std::string error;
    const bool written =
        options.format == "arrow"
            ? writeArrowFile(*table, *rows, options.threads, path, summary, error)
            : writeTextFile(*table, *rows,
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
