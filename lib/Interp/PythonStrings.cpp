//===- PythonStrings.cpp - Python's str and bytes, by definition -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PythonStrings.h"
#include "Strings.h"
#include <algorithm>

using namespace molt;
using namespace molt::interp;
using text::CaseMapping;

Units PythonStrings::decode(StringRef string) const {
  if (!isBytes)
    return toCodePoints(string);
  Units units;
  for (unsigned char byte : string)
    units += char32_t(byte);
  return units;
}

std::string PythonStrings::encode(const Units &units) const {
  if (!isBytes)
    return toUtf8(units);
  std::string string;
  for (char32_t unit : units)
    string += static_cast<char>(unit);
  return string;
}

/// Whether a unit has one of the properties.
bool PythonStrings::has(char32_t unit, uint32_t properties) const {
  return (!isBytes || unit < 0x80) && (text::getProperties(unit, unicode) & properties);
}

bool PythonStrings::isSpace(char32_t unit) const {
  return isBytes ? Units(U" \t\n\r\v\f").find(unit) != Units::npos : has(unit, text::Space);
}

//===----------------------------------------------------------------------===//
// Case
//===----------------------------------------------------------------------===//

Units PythonStrings::mapped(char32_t unit, CaseMapping mapping) const {
  if (isBytes && unit >= 0x80)
    return Units(1, unit);
  char32_t out[3];
  unsigned count = text::mapCase(unit, mapping, out, unicode);
  return Units(out, count);
}

/// The small letter of a unit, by the condition Final_Sigma of SpecialCasing.txt.
Units PythonStrings::lowerAt(const Units &text, size_t place) const {
  if (isBytes || text[place] != U'\u03A3')
    return mapped(text[place], CaseMapping::Lower);
  // Without what case ignores, is there a letter on the left and none on the right?
  auto isIgnorable = [&](char32_t unit) { return has(unit, text::CaseIgnorable); };
  Units before = text.substr(0, place), behind = text.substr(place + 1);
  while (!before.empty() && isIgnorable(before.back()))
    before.pop_back();
  while (!behind.empty() && isIgnorable(behind.front()))
    behind.erase(0, 1);
  bool isFinal = !before.empty() && has(before.back(), text::Cased) &&
                 (behind.empty() || !has(behind.front(), text::Cased));
  return isFinal ? U"\u03C2" : U"\u03C3";
}

Units PythonStrings::upper(const Units &text) const {
  Units result;
  for (char32_t unit : text)
    result += mapped(unit, CaseMapping::Upper);
  return result;
}

Units PythonStrings::lower(const Units &text) const {
  Units result;
  for (size_t i = 0; i < text.size(); ++i)
    result += lowerAt(text, i);
  return result;
}

Units PythonStrings::casefold(const Units &text) const {
  Units result;
  for (char32_t unit : text)
    result += mapped(unit, CaseMapping::Fold);
  return result;
}

Units PythonStrings::title(const Units &text) const {
  Units result;
  for (size_t i = 0; i < text.size(); ++i)
    result += i > 0 && has(text[i - 1], text::Cased) ? lowerAt(text, i)
                                                     : mapped(text[i], CaseMapping::Title);
  return result;
}

Units PythonStrings::capitalize(const Units &text) const {
  Units result;
  for (size_t i = 0; i < text.size(); ++i)
    result += i == 0 ? mapped(text[i], CaseMapping::Title) : lowerAt(text, i);
  return result;
}

Units PythonStrings::swapcase(const Units &text) const {
  Units result;
  for (size_t i = 0; i < text.size(); ++i)
    result += has(text[i], text::Uppercase)   ? lowerAt(text, i)
              : has(text[i], text::Lowercase) ? mapped(text[i], CaseMapping::Upper)
                                              : Units(1, text[i]);
  return result;
}

//===----------------------------------------------------------------------===//
// Classes
//===----------------------------------------------------------------------===//

bool PythonStrings::is(str::StringClass kind, const Units &text) const {
  using Class = str::StringClass;
  auto all = [&](uint32_t properties) {
    return !text.empty() &&
           llvm::all_of(text, [&](char32_t unit) { return has(unit, properties); });
  };
  auto some = [&](uint32_t properties) {
    return llvm::any_of(text, [&](char32_t unit) { return has(unit, properties); });
  };
  switch (kind) {
  case Class::ascii:
    return llvm::all_of(text, [](char32_t unit) { return unit < 0x80; });
  case Class::printable:
    return text.empty() || all(text::Printable);
  case Class::alnum:
    return all(text::Alphabetic | text::Decimal | text::Digit | text::Numeric);
  case Class::alpha:
    return all(text::Alphabetic);
  case Class::decimal:
    return all(text::Decimal);
  case Class::digit:
    return all(text::Digit);
  case Class::numeric:
    return all(text::Numeric);
  case Class::space:
    return !text.empty() && llvm::all_of(text, [&](char32_t unit) { return isSpace(unit); });
  case Class::identifier:
    return !text.empty() && (text[0] == U'_' || has(text[0], text::IdStart)) &&
           all(text::IdContinue);
  case Class::lower:
    return some(text::Lowercase) && !some(text::Uppercase | text::Titlecase);
  case Class::upper:
    return some(text::Uppercase) && !some(text::Lowercase | text::Titlecase);
  case Class::title: {
    bool found = false, isLetter = false;
    for (char32_t unit : text) {
      bool isCapital = has(unit, text::Uppercase | text::Titlecase);
      bool isSmall = !isCapital && has(unit, text::Lowercase);
      if ((isCapital && isLetter) || (isSmall && !isLetter))
        return false;
      isLetter = isCapital || isSmall;
      found |= isLetter;
    }
    return found;
  }
  }
  llvm_unreachable("unknown class");
}

//===----------------------------------------------------------------------===//
// Normalization: D68 to D117 of The Unicode Standard, as they stand there
//===----------------------------------------------------------------------===//

Units PythonStrings::normalize(str::NormalizationForm form, const Units &text) const {
  using Form = str::NormalizationForm;
  bool isCompatible = form == Form::nfkc || form == Form::nfkd;
  auto classOf = [&](char32_t unit) { return text::getCombiningClass(unit, unicode); };
  Units points;
  for (char32_t unit : text) {
    char32_t parts[text::longestDecomposition];
    points.append(parts, text::decompose(unit, isCompatible, parts, unicode));
  }
  // Exchange neighbours that are in the wrong order until there are none.
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t i = 1; i < points.size(); ++i)
      if (classOf(points[i]) != 0 && classOf(points[i - 1]) > classOf(points[i])) {
        std::swap(points[i - 1], points[i]);
        changed = true;
      }
  }
  if (form == Form::nfd || form == Form::nfkd)
    return points;
  for (size_t i = 1; i < points.size(); ++i) {
    // The last starter before, from which no mark of as high a class, and no starter, blocks.
    size_t starter = i;
    while (starter-- > 0 && classOf(points[starter]) != 0) {
    }
    if (starter == SIZE_MAX)
      continue;
    bool isBlocked = false;
    for (size_t k = starter + 1; k < i; ++k)
      isBlocked |= classOf(points[k]) == 0 || classOf(points[k]) >= classOf(points[i]);
    char32_t composed = isBlocked ? 0 : text::compose(points[starter], points[i], unicode);
    if (!composed)
      continue;
    points[starter] = composed;
    points.erase(i--, 1);
  }
  return points;
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

std::vector<size_t> interp::getSlice(size_t length, std::optional<Int128> start,
                                     std::optional<Int128> stop, Int128 step) {
  Int128 size = length;
  auto fromEnd = [&](Int128 position) { return position < 0 ? position + size : position; };
  Int128 first = start ? fromEnd(*start) : step > 0 ? 0 : size - 1;
  Int128 last = stop ? fromEnd(*stop) : step > 0 ? size : -1;
  // What is outside of the string begins at its ends.
  if (step > 0)
    first = std::max<Int128>(first, 0), last = std::min(last, size);
  else
    first = std::min(first, size - 1), last = std::max<Int128>(last, -1);
  std::vector<size_t> places;
  for (Int128 i = first; step > 0 ? i < last : i > last; i += step)
    places.push_back(static_cast<size_t>(i));
  return places;
}

std::vector<Units> PythonStrings::split(const Units &text, const std::optional<Units> &separator,
                                        Int128 limit, bool fromRight) const {
  if (fromRight) {
    // From the left of the reversed string.
    auto reversed = [](Units units) { return Units(units.rbegin(), units.rend()); };
    std::optional<Units> mirrored;
    if (separator)
      mirrored = reversed(*separator);
    std::vector<Units> parts = split(reversed(text), mirrored, limit, false);
    for (Units &part : parts)
      part = reversed(part);
    std::reverse(parts.begin(), parts.end());
    return parts;
  }
  std::vector<Units> parts;
  size_t at = 0;
  if (separator) {
    Int128 cuts = 0;
    for (size_t i = 0; i < text.size();) {
      bool isHere = text.compare(i, separator->size(), *separator) == 0;
      if (!isHere || (limit >= 0 && cuts >= limit)) {
        ++i;
        continue;
      }
      ++cuts;
      parts.push_back(text.substr(at, i - at));
      i = at = i + separator->size();
    }
    parts.push_back(text.substr(at));
    return parts;
  }
  while (true) {
    while (at < text.size() && isSpace(text[at]))
      ++at;
    if (at == text.size())
      return parts;
    if (limit >= 0 && static_cast<Int128>(parts.size()) >= limit) {
      parts.push_back(text.substr(at));
      return parts;
    }
    size_t begin = at;
    while (at < text.size() && !isSpace(text[at]))
      ++at;
    parts.push_back(text.substr(begin, at - begin));
  }
}

std::vector<Units> PythonStrings::splitLines(const Units &text, bool keepEnds) const {
  std::vector<Units> lines;
  Units line;
  for (size_t i = 0; i < text.size(); ++i) {
    bool isEnd = isBytes ? text[i] == U'\n' || text[i] == U'\r' : has(text[i], text::LineBreak);
    if (!isEnd) {
      line += text[i];
      continue;
    }
    Units end(1, text[i]);
    if (text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n')
      end += text[++i];
    lines.push_back(keepEnds ? line + end : line);
    line.clear();
  }
  if (!line.empty())
    lines.push_back(line);
  return lines;
}

Units PythonStrings::strip(const Units &text, str::Side side,
                           const std::optional<Units> &set) const {
  auto drops = [&](char32_t unit) { return set ? set->find(unit) != Units::npos : isSpace(unit); };
  size_t begin = 0, end = text.size();
  if (side != str::Side::right)
    while (begin < end && drops(text[begin]))
      ++begin;
  if (side != str::Side::left)
    while (begin < end && drops(text[end - 1]))
      --end;
  return text.substr(begin, end - begin);
}

Units PythonStrings::expandTabs(const Units &text, Int128 size) const {
  Units result;
  Int128 column = 0;
  for (char32_t unit : text) {
    if (unit != U'\t') {
      result += unit;
      column = unit == U'\n' || unit == U'\r' ? 0 : column + 1;
      continue;
    }
    if (size > 0)
      for (Int128 missing = size - column % size; missing > 0; --missing, ++column)
        result += U' ';
  }
  return result;
}
