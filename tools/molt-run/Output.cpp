//===- Output.cpp - Writing results of molt-run ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Output.h"
#include "Messages.h"
#include "Molt/Support/File.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Unicode.h"
#include "llvm/Support/raw_ostream.h"
#include <vector>

using namespace molt::run;
using llvm::StringRef;

static int32_t ioError(MoltError *error, const llvm::Twine &message) {
  *error = makeError(MOLT_IO, message);
  return MOLT_IO;
}

int32_t molt::run::formatCsv(MoltRuntime *runtime, const MoltTable *table, std::string &text,
                             MoltError *error) {
  llvm::SmallString<128> path;
  if (llvm::sys::fs::createTemporaryFile("molt-run", "csv", path))
    return ioError(error, "cannot create a temporary file; see TMPDIR");
  llvm::FileRemover remover(path);
  MoltCsvOptions options;
  molt_csv_defaults(&options);
  if (int32_t status = molt_table_write_csv(runtime, table, path.c_str(), &options, error))
    return status;
  auto buffer = llvm::MemoryBuffer::getFile(path);
  if (!buffer)
    return ioError(error, "cannot read back a temporary file; see TMPDIR");
  text = (*buffer)->getBuffer().str();
  return MOLT_OK;
}

/// Rows of fields of CSV text as the runtime writes it; a null field is "null".
static std::vector<std::vector<std::string>> splitCsv(StringRef text) {
  std::vector<std::vector<std::string>> rows;
  size_t i = 0;
  while (i < text.size()) {
    rows.emplace_back();
    for (;;) {
      std::string field;
      bool quoted = i < text.size() && text[i] == '"';
      if (quoted) {
        for (++i; i < text.size(); ++i) {
          if (text[i] == '"' && !(i + 1 < text.size() && text[i + 1] == '"')) {
            ++i;
            break;
          }
          if (text[i] == '"')
            ++i;
          field += text[i] == '\n' ? ' ' : text[i];
        }
      } else {
        while (i < text.size() && text[i] != ',' && text[i] != '\n')
          field += text[i++];
      }
      if (!quoted && field.empty() && rows.size() > 1)
        field = "null";
      rows.back().push_back(field);
      if (i >= text.size() || text[i] == '\n')
        break;
      ++i; // The comma.
    }
    ++i; // The end of the line.
  }
  return rows;
}

/// Columns in a terminal.
static size_t displayWidth(StringRef text) {
  int width = llvm::sys::unicode::columnWidthUTF8(text);
  return width < 0 ? text.size() : width;
}

/// A table for people: aligned columns, numbers to the right, at most 100 rows.
static std::string formatTable(StringRef csv, const MoltTable *table) {
  constexpr size_t kMaxRows = 100;
  std::vector<std::vector<std::string>> rows = splitCsv(csv);
  std::string text;
  llvm::raw_string_ostream out(text);
  size_t shown = std::min(rows.size(), kMaxRows + 1);
  int32_t columns = molt_table_columns(table);
  std::vector<size_t> widths(columns, 0);
  for (size_t r = 0; r < shown; ++r)
    for (int32_t c = 0; c < columns; ++c)
      widths[c] = std::max(widths[c], displayWidth(rows[r][c]));
  for (size_t r = 0; r < shown; ++r) {
    for (int32_t c = 0; c < columns; ++c) {
      int32_t kind = molt_table_field(table, c).type.kind;
      bool right = kind != MOLT_UTF8 && kind != MOLT_BINARY && kind != MOLT_BOOL &&
                   kind != MOLT_NULL;
      std::string padding(widths[c] - displayWidth(rows[r][c]), ' ');
      out << (c ? "  " : "") << (right ? padding : "") << rows[r][c]
          << (right || c + 1 == columns ? "" : padding);
    }
    out << "\n";
    if (r == 0) {
      for (int32_t c = 0; c < columns; ++c)
        out << (c ? "  " : "") << std::string(widths[c], '-');
      out << "\n";
    }
  }
  int64_t total = molt_table_rows(table);
  if (total > static_cast<int64_t>(kMaxRows))
    out << "… and " << total - kMaxRows << " more rows\n";
  return text;
}

int32_t molt::run::writeResult(MoltRuntime *runtime, const MoltTable *table, Format format,
                               MoltArrowCompression compression, const std::string &path,
                               MoltError *error) {
  if (format == Format::Arrow || format == Format::ArrowStream) {
    const MoltArrowOptions options = {format == Format::ArrowStream, compression};
    return molt_table_write_arrow(runtime, table, path.c_str(), &options, error);
  }
  if (format == Format::CSV) {
    MoltCsvOptions options;
    molt_csv_defaults(&options);
    return molt_table_write_csv(runtime, table, path.c_str(), &options, error);
  }
  std::string csv;
  if (int32_t status = formatCsv(runtime, table, csv, error))
    return status;
  std::string text = formatTable(csv, table);
  llvm::Error failed = writeFile(path, text);
  if (!failed)
    return MOLT_OK;
  ioError(error, "cannot write the file: " + llvm::toString(std::move(failed)));
  snprintf(error->location, sizeof(error->location), "%s", path.c_str());
  return error->code;
}
