//===- Source.cpp - Checks of a program's text before parsing -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Support/Source.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace molt;
using llvm::Twine;

namespace {
/// Follows brackets, aliases and operators through a text, without its strings and comments.
class NestingScanner {
public:
  explicit NestingScanner(StringRef text) : text(text) {}

  std::optional<SourceProblem> scan();

private:
  /// A bracket that is open.
  struct Level {
    char closing;
    unsigned operators = 0; ///< Since the bracket or a comma.
  };

  void skipString();
  void scanWord();
  void scanAlias();
  void beginToken();
  void finishDefinition();
  void open(char closing);
  void close(char closing);
  void countOperator();
  /// `depth` brackets are open here, in this text or in the aliases that it names.
  void note(unsigned depth);
  void report(const Twine &message) {
    if (!problem)
      problem = SourceProblem{at, message.str()};
  }

  StringRef text;
  size_t at = 0;
  llvm::SmallVector<Level, 0> levels;
  /// How deep each alias nests, "#a" and "!a".
  llvm::StringMap<unsigned> aliases;
  /// The alias that is being defined, if one is, and how deep it nests so far.
  StringRef defined;
  unsigned definedDepth = 0;
  /// The last character that was no space; '-' for an arrow.
  char previous = 0;
  std::optional<SourceProblem> problem;
};
} // namespace

static bool isWordCharacter(char c) { return llvm::isAlnum(c) || c == '_' || c == '$' || c == '.'; }

void NestingScanner::skipString() {
  beginToken();
  for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at)
    if (text[at] == '\\')
      ++at;
}

void NestingScanner::note(unsigned depth) {
  definedDepth = std::max(definedDepth, depth);
  if (depth > kMaxNesting)
    report("nests more than " + Twine(kMaxNesting) +
           " brackets deep; write the program with less nesting");
}

void NestingScanner::open(char closing) {
  levels.push_back({closing});
  note(levels.size());
}

void NestingScanner::close(char closing) {
  // The parser stops at brackets that do not match.
  if (!levels.empty() && levels.back().closing == closing)
    levels.pop_back();
}

void NestingScanner::countOperator() {
  // Expressions are in brackets; signs of constants of a function's body are not.
  if (levels.empty() || levels.back().closing == '}')
    return;
  if (++levels.back().operators > kMaxOperators)
    report("an expression has more than " + Twine(kMaxOperators) +
           " operators; write the program with shorter ones");
}

void NestingScanner::finishDefinition() {
  if (!defined.empty())
    aliases[defined] = definedDepth;
  defined = {};
}

/// At a word, a string or a value outside of all brackets: behind a complete value it
/// begins an operation.
void NestingScanner::beginToken() {
  if (levels.empty() && (isWordCharacter(previous) || StringRef(")]}>\"").contains(previous)))
    finishDefinition();
}

void NestingScanner::scanWord() {
  beginToken();
  size_t begin = at;
  while (at < text.size() && isWordCharacter(text[at]))
    ++at;
  StringRef word = text.slice(begin, at--);
  if (word == "mod" || word == "floordiv" || word == "ceildiv")
    countOperator();
}

/// At the '#' or '!' of an alias, or of a dialect's attribute or type, which is none.
void NestingScanner::scanAlias() {
  size_t begin = at++;
  while (at < text.size() && isWordCharacter(text[at]))
    ++at;
  StringRef name = text.slice(begin, at);
  StringRef rest = text.substr(at).ltrim();
  --at;
  if (levels.empty() && rest.starts_with("=") && !rest.starts_with("==")) {
    finishDefinition();
    defined = name;
    definedDepth = 0;
  } else if (auto it = aliases.find(name); it != aliases.end()) {
    note(levels.size() + it->second);
  }
}

std::optional<SourceProblem> NestingScanner::scan() {
  for (; at < text.size() && !problem; ++at) {
    char c = text[at];
    char next = at + 1 < text.size() ? text[at + 1] : 0;
    switch (c) {
    case '"':
      skipString();
      break;
    case '/':
      if (next == '/') {
        while (at + 1 < text.size() && text[at + 1] != '\n')
          ++at;
        continue;
      }
      break;
    case '-':
      if (next == '>') {
        ++at; // An arrow closes nothing.
        previous = '-';
        continue;
      }
      countOperator();
      break;
    case '+':
    case '*':
      countOperator();
      break;
    case ',':
      if (!levels.empty())
        levels.back().operators = 0;
      break;
    case '(':
      open(')');
      break;
    case '[':
      open(']');
      break;
    case '{':
      open('}');
      break;
    case '<':
      open('>');
      break;
    case ')':
    case ']':
    case '}':
    case '>':
      close(c);
      break;
    case '#':
    case '!':
      scanAlias();
      break;
    case '%':
      beginToken();
      break;
    default:
      if (isWordCharacter(c))
        scanWord();
      break;
    }
    if (at < text.size() && !llvm::isSpace(text[at]))
      previous = text[at];
  }
  return problem;
}

std::optional<SourceProblem> molt::findSourceProblem(StringRef text) {
  const auto *begin = reinterpret_cast<const llvm::UTF8 *>(text.begin());
  const llvm::UTF8 *invalid = begin;
  if (!llvm::isLegalUTF8String(&invalid, begin + text.size()))
    return SourceProblem{static_cast<size_t>(invalid - begin),
                         "byte 0x" + llvm::utohexstr(*invalid) +
                             " is not UTF-8; a program is UTF-8 text (or MLIR bytecode): write "
                             "other bytes in strings as \\" +
                             llvm::utohexstr(*invalid)};
  if (size_t nul = text.find('\0'); nul != StringRef::npos)
    return SourceProblem{nul, "found a NUL byte; a program is text: remove it, or write it in a "
                              "string as \\00"};
  return NestingScanner(text).scan();
}

bool molt::isBytecode(StringRef bytes) { return bytes.starts_with("ML\xEFR"); }

llvm::LogicalResult molt::checkSource(llvm::MemoryBufferRef source) {
  StringRef text = source.getBuffer();
  if (isBytecode(text))
    return llvm::success();
  std::optional<SourceProblem> problem = findSourceProblem(text);
  if (!problem)
    return llvm::success();
  StringRef before = text.take_front(problem->offset);
  size_t line = before.count('\n') + 1;
  size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  StringRef name = source.getBufferIdentifier();
  llvm::errs() << name << ":" << line << ":" << column << ": error: " << problem->message << "\n";
  return llvm::failure();
}
