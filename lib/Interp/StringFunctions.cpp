//===- StringFunctions.cpp - The functions of molt_str --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evaluator.h"
#include "PythonStrings.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/Base64.h"

using namespace molt;
using namespace molt::interp;

namespace {
/// One call: operands by the names of the operation.
class Function {
public:
  Function(Operation *op, ArrayRef<Scalar> operands)
      : op(op), operands(operands),
        python(str::isOfBytes(op),
               str::usesUnicode14(op) ? text::Unicode::v14 : text::Unicode::v15) {}

  /// The operand's value; of one that is left out nothing.
  const Scalar *find(Value value) const {
    for (OpOperand &operand : op->getOpOperands())
      if (value && operand.get() == value)
        return &operands[operand.getOperandNumber()];
    return nullptr;
  }
  Units text(Value value) const { return python.decode(find(value)->getString()); }
  std::optional<Units> optionalText(Value value) const {
    return value ? std::optional(text(value)) : std::nullopt;
  }
  Int128 integer(Value value, Int128 otherwise = 0) const {
    return value ? find(value)->getInteger() : otherwise;
  }
  std::optional<Int128> optionalInteger(Value value) const {
    return value ? std::optional(integer(value)) : std::nullopt;
  }

  Operation *op;
  ArrayRef<Scalar> operands;
  PythonStrings python;
};

/// What is found of `part` in text[start:stop], by their positions in the text. The empty string is
/// at each position.
struct Found {
  std::vector<size_t> places;
  bool atBegin = false, atEnd = false;
};
} // namespace

template <typename OpTy> static Found findAll(const Function &f, OpTy op) {
  Units text = f.text(op.getOperand()), part = f.text(op.getPart());
  Int128 size = text.size(), start = f.integer(op.getStart()), stop = f.integer(op.getStop(), size);
  start = std::max<Int128>(start < 0 ? start + size : start, 0);
  stop = std::min(stop < 0 ? std::max<Int128>(stop + size, 0) : stop, size);
  Found found;
  for (Int128 i = start; i + static_cast<Int128>(part.size()) <= stop; ++i)
    if (text.compare(static_cast<size_t>(i), part.size(), part) == 0) {
      found.places.push_back(static_cast<size_t>(i));
      found.atBegin |= i == start;
      found.atEnd |= i + static_cast<Int128>(part.size()) == stop;
    }
  return found;
}

/// How many of the places there are that do not overlap.
static int64_t countApart(const std::vector<size_t> &places, size_t partSize) {
  int64_t count = 0;
  size_t free = 0;
  for (size_t place : places)
    if (place >= free || partSize == 0) {
      ++count;
      free = place + partSize;
    }
  return count;
}

FailureOr<Scalar> Evaluator::function(str::FunctionOpInterface function) {
  Function f(op, operands);
  const PythonStrings &python = f.python;
  auto give = [&](const Units &units) { return string(python.encode(units)); };
  auto invalid = [&](const Twine &message) { return fail(MOLT_INVALID_ARGUMENT, message); };
  /// Null where the number is none of a part.
  auto partOf = [&](const std::vector<Units> &parts, Int128 number) -> FailureOr<Scalar> {
    if (number < 0)
      number += parts.size();
    if (number < 0 || number >= static_cast<Int128>(parts.size()))
      return Scalar();
    return give(parts[static_cast<size_t>(number)]);
  };
  auto tooLong = [&](Int128 bytes) { return bytes > 2147483647; };
  auto position = [&](std::optional<size_t> place, bool mustBe) -> FailureOr<Scalar> {
    if (!place && mustBe)
      return invalid("ValueError: substring not found");
    return Scalar::ofInteger(place ? static_cast<Int128>(*place) : -1);
  };
  auto first = [](const Found &found) {
    return found.places.empty() ? std::nullopt : std::optional(found.places.front());
  };
  auto last = [](const Found &found) {
    return found.places.empty() ? std::nullopt : std::optional(found.places.back());
  };
  /// Padding; `left` is how much of what is missing is on the left.
  auto pad = [&](auto op, auto left) -> FailureOr<Scalar> {
    Units text = f.text(op.getOperand()), fill = f.optionalText(op.getFill()).value_or(U" ");
    Int128 width = f.integer(op.getWidth()), missing = width - text.size();
    if (fill.size() != 1)
      return invalid("TypeError: The fill character must be exactly one character long");
    if (missing <= 0)
      return operands[0];
    size_t before = python.encode(fill).size();
    if (tooLong(missing * before + operands[0].getString().size()))
      return fail(MOLT_OUT_OF_MEMORY, "a padded string is too long");
    Int128 onLeft = left(missing, width);
    return give(Units(static_cast<size_t>(onLeft), fill[0]) + text +
                Units(static_cast<size_t>(missing - onLeft), fill[0]));
  };

  return llvm::TypeSwitch<Operation *, FailureOr<Scalar>>(op)
      .Case([&](str::UpperOp op) { return give(python.upper(f.text(op.getOperand()))); })
      .Case([&](str::LowerOp op) { return give(python.lower(f.text(op.getOperand()))); })
      .Case([&](str::CasefoldOp op) { return give(python.casefold(f.text(op.getOperand()))); })
      .Case([&](str::TitleOp op) { return give(python.title(f.text(op.getOperand()))); })
      .Case([&](str::CapitalizeOp op) { return give(python.capitalize(f.text(op.getOperand()))); })
      .Case([&](str::SwapcaseOp op) { return give(python.swapcase(f.text(op.getOperand()))); })
      .Case([&](str::IsOp op) {
        return Scalar::ofBool(python.is(op.getKind(), f.text(op.getOperand())));
      })
      .Case([&](str::NormalizeOp op) {
        return give(python.normalize(op.getForm(), f.text(op.getOperand())));
      })
      .Case([&](str::IsNormalizedOp op) {
        Units text = f.text(op.getOperand());
        return Scalar::ofBool(python.normalize(op.getForm(), text) == text);
      })
      .Case([&](str::SliceOp op) -> FailureOr<Scalar> {
        Int128 step = f.integer(op.getStep(), 1);
        if (step == 0)
          return invalid("ValueError: slice step cannot be zero");
        Units text = f.text(op.getOperand()), part;
        for (size_t place : getSlice(text.size(), f.optionalInteger(op.getStart()),
                                     f.optionalInteger(op.getStop()), step))
          part += text[place];
        return give(part);
      })
      .Case([&](str::AtOp op) {
        Units text = f.text(op.getOperand());
        std::vector<Units> units;
        for (char32_t unit : text)
          units.push_back(Units(1, unit));
        return partOf(units, f.integer(op.getPosition()));
      })
      .Case([&](str::ReverseOp op) {
        Units text = f.text(op.getOperand());
        return give(Units(text.rbegin(), text.rend()));
      })
      .Case([&](str::StripOp op) {
        return give(
            python.strip(f.text(op.getOperand()), op.getSide(), f.optionalText(op.getSet())));
      })
      .Case([&](str::RemovePrefixOp op) {
        Units text = f.text(op.getOperand()), part = f.text(op.getPart());
        return give(text.substr(0, part.size()) == part ? text.substr(part.size()) : text);
      })
      .Case([&](str::RemoveSuffixOp op) {
        Units text = f.text(op.getOperand()), part = f.text(op.getPart());
        bool isThere = text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
        return give(text.substr(0, text.size() - (isThere ? part.size() : 0)));
      })
      .Case([&](str::SplitOp op) -> FailureOr<Scalar> {
        std::optional<Units> separator = f.optionalText(op.getSeparator());
        if (separator && separator->empty())
          return invalid("ValueError: empty separator");
        return partOf(python.split(f.text(op.getOperand()), separator, f.integer(op.getLimit(), -1),
                                   op.getFromRight()),
                      f.integer(op.getPart()));
      })
      .Case([&](str::SplitCountOp op) -> FailureOr<Scalar> {
        std::optional<Units> separator = f.optionalText(op.getSeparator());
        if (separator && separator->empty())
          return invalid("ValueError: empty separator");
        Int128 limit = f.integer(op.getLimit(), -1);
        return Scalar::ofInteger(
            python.split(f.text(op.getOperand()), separator, limit, false).size());
      })
      .Case([&](str::SplitLinesOp op) {
        return partOf(python.splitLines(f.text(op.getOperand()), op.getKeepEnds()),
                      f.integer(op.getPart()));
      })
      .Case([&](str::SplitLinesCountOp op) {
        return Scalar::ofInteger(python.splitLines(f.text(op.getOperand()), false).size());
      })
      .Case([&](str::PartitionOp op) -> FailureOr<Scalar> {
        Units text = f.text(op.getOperand()), separator = f.text(op.getSeparator());
        if (separator.empty())
          return invalid("ValueError: empty separator");
        size_t at = op.getAtLast() ? text.rfind(separator) : text.find(separator);
        std::vector<Units> pieces;
        if (at != Units::npos)
          pieces = {text.substr(0, at), separator, text.substr(at + separator.size())};
        else if (op.getAtLast())
          pieces = {U"", U"", text};
        else
          pieces = {text, U"", U""};
        return give(pieces[static_cast<size_t>(op.getPiece())]);
      })
      .Case([&](str::FindOp op) { return position(first(findAll(f, op)), false); })
      .Case([&](str::RFindOp op) { return position(last(findAll(f, op)), false); })
      .Case([&](str::IndexOp op) { return position(first(findAll(f, op)), true); })
      .Case([&](str::RIndexOp op) { return position(last(findAll(f, op)), true); })
      .Case([&](str::CountOp op) {
        return Scalar::ofInteger(countApart(findAll(f, op).places, f.text(op.getPart()).size()));
      })
      .Case([&](str::StartsWithOp op) { return Scalar::ofBool(findAll(f, op).atBegin); })
      .Case([&](str::EndsWithOp op) { return Scalar::ofBool(findAll(f, op).atEnd); })
      .Case([&](str::ReplaceOp op) -> FailureOr<Scalar> {
        Units text = f.text(op.getOperand()), from = f.text(op.getFrom()), to = f.text(op.getTo());
        Int128 limit = f.integer(op.getLimit(), -1), count = 0;
        Units result;
        auto mayReplace = [&] { return limit < 0 || count < limit; };
        if (from.empty() && op.getSql())
          return operands[0];
        for (size_t i = 0; i <= text.size();) {
          if (text.compare(i, from.size(), from) == 0 && mayReplace()) {
            ++count;
            result += to;
            i += from.size();
            if (!from.empty())
              continue;
          }
          if (i < text.size())
            result += text[i];
          ++i;
        }
        return give(result);
      })
      .Case([&](str::JoinOp op) {
        Units result;
        for (auto [number, part] : llvm::enumerate(operands.drop_front()))
          result += (number ? f.text(op.getSeparator()) : U"") + python.decode(part.getString());
        return give(result);
      })
      .Case([&](str::RepeatOp op) -> FailureOr<Scalar> {
        Int128 times = std::max<Int128>(f.integer(op.getTimes()), 0);
        const std::string &text = operands[0].getString();
        if (tooLong(times * text.size()))
          return fail(MOLT_OUT_OF_MEMORY, "a repeated string is too long");
        std::string result;
        for (Int128 i = 0; i < times && !text.empty(); ++i)
          result += text;
        return string(result);
      })
      .Case([&](str::CenterOp op) {
        return pad(op, [](Int128 missing, Int128 width) {
          bool bothOdd = missing % 2 != 0 && width % 2 != 0;
          return missing / 2 + (bothOdd ? 1 : 0);
        });
      })
      .Case([&](str::LJustOp op) { return pad(op, [](Int128, Int128) { return Int128(0); }); })
      .Case(
          [&](str::RJustOp op) { return pad(op, [](Int128 missing, Int128) { return missing; }); })
      .Case([&](str::ZFillOp op) -> FailureOr<Scalar> {
        Units text = f.text(op.getOperand()), sign;
        Int128 missing = f.integer(op.getWidth()) - text.size();
        if (missing <= 0)
          return operands[0];
        if (tooLong(missing + operands[0].getString().size()))
          return fail(MOLT_OUT_OF_MEMORY, "a padded string is too long");
        if (!text.empty() && (text[0] == U'+' || text[0] == U'-')) {
          sign = text.substr(0, 1);
          text.erase(0, 1);
        }
        return give(sign + Units(static_cast<size_t>(missing), U'0') + text);
      })
      .Case([&](str::ExpandTabsOp op) -> FailureOr<Scalar> {
        Units text = f.text(op.getOperand());
        Int128 size = f.integer(op.getSize(), 8);
        Int128 tabs = std::count(text.begin(), text.end(), U'\t');
        if (tabs && size > 2147483647)
          return fail(MOLT_OUT_OF_MEMORY, "a string with expanded tabs is too long");
        return give(python.expandTabs(text, size));
      })
      .Case([&](str::TranslateOp op) {
        Units result;
        for (char32_t unit : f.text(op.getOperand())) {
          Attribute to =
              unit < 0x80 || !str::isOfBytes(op) ? op.getTable().get(toUtf8({unit})) : Attribute();
          result += to ? toCodePoints(cast<StringAttr>(to).getValue()) : Units(1, unit);
        }
        return give(result);
      })
      .Case([&](str::EncodeOp op) { return encode(op); })
      .Case([&](str::DecodeOp op) { return decode(op); })
      .Default([&](Operation *) {
        return fail(MOLT_UNSUPPORTED, "is a function that the interpreter does not know");
      });
}

//===----------------------------------------------------------------------===//
// Encodings
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::encode(str::EncodeOp op) {
  const std::string &text = operands[0].getString();
  auto invalid = [&](const Twine &message) { return fail(MOLT_INVALID_ARGUMENT, message); };
  std::string bytes;
  switch (op.getCodec()) {
  case str::Codec::utf8:
    return operands[0];
  case str::Codec::ascii:
  case str::Codec::latin1:
    for (char32_t point : toCodePoints(text)) {
      if (point < (op.getCodec() == str::Codec::ascii ? 0x80u : 0x100u))
        bytes += static_cast<char>(point);
      else if (op.getErrors() == str::CodecErrors::strict)
        return invalid("UnicodeEncodeError: code point " + Twine::utohexstr(point) +
                       " is not in the encoding");
      else if (op.getErrors() == str::CodecErrors::replace)
        bytes += '?';
    }
    return string(bytes);
  case str::Codec::hex:
    for (size_t i = 0; i < text.size();) {
      if (StringRef(" \t\n\r\v\f").contains(text[i])) {
        ++i;
        continue;
      }
      if (i + 1 == text.size() || !llvm::isHexDigit(text[i]) || !llvm::isHexDigit(text[i + 1]))
        return invalid("ValueError: non-hexadecimal number found");
      bytes += static_cast<char>(llvm::hexFromNibbles(text[i], text[i + 1]));
      i += 2;
    }
    return string(bytes);
  case str::Codec::base64: {
    std::vector<char> decoded;
    if (llvm::Error error = llvm::decodeBase64(text, decoded)) {
      llvm::consumeError(std::move(error));
      return invalid("ValueError: no base64");
    }
    return string(std::string(decoded.begin(), decoded.end()));
  }
  }
  llvm_unreachable("unknown codec");
}

FailureOr<Scalar> Evaluator::decode(str::DecodeOp op) {
  const std::string &bytes = operands[0].getString();
  if (op.getCodec() == str::Codec::hex)
    return string(llvm::toHex(bytes, /*LowerCase=*/true));
  if (op.getCodec() == str::Codec::base64)
    return string(llvm::encodeBase64(bytes));
  std::string text;
  // What is at each place: a code point, or how many bytes are none.
  for (size_t i = 0; i < bytes.size();) {
    StringRef rest = StringRef(bytes).drop_front(i);
    uint8_t byte = rest[0];
    size_t good = 0, bad = 1;
    if (op.getCodec() == str::Codec::utf8) {
      for (size_t size = 1; size <= 4 && size <= rest.size() && !good; ++size)
        if (isWellFormed(rest.take_front(size)))
          good = size;
      // The most bytes that some more bytes would make well-formed.
      for (size_t size = 2; size <= 3 && size <= rest.size() && !good; ++size)
        if (beginsSequence(rest.take_front(size)))
          bad = size;
    } else {
      good = byte < (op.getCodec() == str::Codec::ascii ? 0x80 : 0x100);
    }
    if (good)
      text += op.getCodec() == str::Codec::latin1 ? toUtf8({byte}) : rest.take_front(good).str();
    else if (op.getErrors() == str::CodecErrors::strict)
      return fail(MOLT_INVALID_ARGUMENT,
                  "UnicodeDecodeError: byte " + Twine(i) + " is not in the encoding");
    else if (op.getErrors() == str::CodecErrors::replace)
      text += "\xEF\xBF\xBD";
    i += good ? good : bad;
  }
  return string(text);
}
