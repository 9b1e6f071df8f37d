//===- StrFunctions.cpp - The functions of strings ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StrFunctions.h"

#include "Molt/Runtime/Runtime.h"
#include "Molt/Support/Utf8.h"
#include "Molt/Text/Evaluate.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"

using namespace molt;
using namespace molt::str;

//===----------------------------------------------------------------------===//
// What all have
//===----------------------------------------------------------------------===//

Type str::inferFunctionType(ValueRange operands, Type element, bool canBeNull) {
  return df::withNullability(element,
                             canBeNull || llvm::any_of(operands.getTypes(), df::isNullable));
}

df::FactsAttr str::inferFunctionFacts(Operation *op, ArrayRef<df::FactsAttr> operands,
                                      FunctionRange range) {
  bool nonNull = !cast<df::ExpressionOpInterface>(op).makesNull();
  for (auto [known, operand] : llvm::zip_equal(operands, op->getOperands()))
    nonNull &= !df::isNullable(operand.getType()) || (known && known.getNonNull());
  if (range == FunctionRange::none)
    return df::FactsAttr::get(op->getContext(), false, APInt(128, 0), APInt(128, 0), nonNull);
  // No string has more bytes than this; the empty string occurs once more.
  int64_t least = range == FunctionRange::Position ? -1 : 0;
  return df::FactsAttr::get(op->getContext(), true, APInt(128, least, /*isSigned=*/true),
                            APInt(128, int64_t(2147483647) + 1), nonNull);
}

LogicalResult str::verifyFunction(Operation *op) {
  Type kind;
  for (Type type : op->getOperandTypes()) {
    Type element = df::getNonNull(type);
    if (!df::isStringType(element))
      continue;
    if (kind && element != kind)
      return op->emitOpError() << "has operands of types " << kind << " and " << element
                               << "; all strings of an operation have to be text, or all binary";
    kind = element;
  }
  if (auto is = dyn_cast<IsOp>(op)) {
    using enum_t = StringClass;
    bool ofText = is.getKind() == enum_t::decimal || is.getKind() == enum_t::identifier ||
                  is.getKind() == enum_t::numeric || is.getKind() == enum_t::printable;
    if (ofText && isa<BinaryType>(kind))
      return op->emitOpError() << "class " << stringifyStringClass(is.getKind())
                               << " is one of text, and the operand is binary";
  }
  auto translate = dyn_cast<TranslateOp>(op);
  if (!translate)
    return success();
  for (NamedAttribute entry : translate.getTable()) {
    StringRef point = entry.getName().getValue();
    auto text = dyn_cast<StringAttr>(entry.getValue());
    if (!text || !isValidUtf8(text.getValue()))
      return op->emitOpError() << "entry " << entry.getName() << " of the table is "
                               << entry.getValue() << "; expected a string in UTF-8";
    if (!isValidUtf8(point) || point.empty() || firstCodePointSize(point) != point.size())
      return op->emitOpError() << "entry " << entry.getName()
                               << " of the table is not one code point";
    bool isAscii = llvm::isASCII(point) && llvm::isASCII(text.getValue());
    if (isa<BinaryType>(kind) && !isAscii)
      return op->emitOpError() << "entry " << entry.getName()
                               << " of the table is not ASCII, and the operand is binary";
  }
  return success();
}

size_t str::firstCodePointSize(StringRef text) {
  size_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80)
    ++size;
  return size;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

SmallVector<bool> str::getPresentOperands(Operation *op) {
  SmallVector<bool> present;
  if (auto sizes = op->getAttrOfType<DenseI32ArrayAttr>("operandSegmentSizes")) {
    for (int32_t size : sizes.asArrayRef())
      present.push_back(size != 0);
    return present;
  }
  // Only the last one can be left out then.
  present.assign(op->getNumOperands(), true);
  return present;
}

bool str::isOfBytes(Operation *op) {
  return op->getNumOperands() != 0 && isa<BinaryType>(df::getNonNull(op->getOperand(0).getType()));
}

bool str::usesUnicode14(Operation *op) {
  auto module = op->getParentOfType<ModuleOp>();
  auto version = module ? module->getAttrOfType<StringAttr>(kUnicodeAttrName) : StringAttr();
  return version && version.getValue() == "14.0";
}

/// Larger results stay computations: constants are printed, hashed and compiled.
static constexpr uint64_t kLargestConstant = 1 << 16;

/// The string itself where nothing is replaced, or each occurrence by itself.
static OpFoldResult foldReplace(ReplaceOp op, Attribute from) {
  bool othersCanBeNull = llvm::any_of(op->getOperands().drop_front().getTypes(), df::isNullable);
  auto text = dyn_cast_or_null<StringAttr>(from);
  bool changesNothing =
      op.getFrom() == op.getTo() || (op.getSql() && text && text.getValue().empty());
  if (othersCanBeNull || !changesNothing || op.getOperand().getType() != op.getType())
    return {};
  return op.getOperand();
}

OpFoldResult str::foldFunction(FunctionOpInterface op, ArrayRef<Attribute> operands) {
  MLIRContext *context = op->getContext();
  if (llvm::any_of(operands, llvm::IsaAndPresentPred<df::NullAttr>))
    return df::NullAttr::get(context);
  if (auto replace = dyn_cast<ReplaceOp>(*op))
    if (OpFoldResult unchanged = foldReplace(replace, operands[1]))
      return unchanged;
  std::vector<text::Argument> arguments;
  const Attribute *next = operands.begin();
  for (bool present : getPresentOperands(op)) {
    if (!present) {
      arguments.emplace_back();
      continue;
    }
    Attribute operand = *next++;
    if (auto text = dyn_cast_or_null<StringAttr>(operand))
      arguments.emplace_back(std::string_view(text.getValue()));
    else if (auto integer = dyn_cast_or_null<IntegerAttr>(operand))
      arguments.emplace_back(integer.getInt());
    else
      return {};
  }
  Type type = df::getNonNull(op->getResult(0).getType());
  auto kind = type.isInteger(1)        ? text::ResultKind::Boolean
              : isa<IntegerType>(type) ? text::ResultKind::Integer
                                       : text::ResultKind::String;
  int64_t flags =
      (isOfBytes(op) ? MOLT_TEXT_BYTES : 0) | (usesUnicode14(op) ? MOLT_TEXT_UNICODE_14 : 0);
  text::Result result = text::evaluate(op.getFunction(), arguments, kind, flags,
                                       op.encodeParameters(), kLargestConstant);
  switch (result.state) {
  case text::Result::State::Absent:
    return df::NullAttr::get(context);
  case text::Result::State::Invalid: // Fails where it is reached.
  case text::Result::State::TooLong:
    return {};
  case text::Result::State::Value:
    break;
  }
  if (kind == text::ResultKind::String)
    return result.text.size() > kLargestConstant ? OpFoldResult()
                                                 : StringAttr::get(context, result.text);
  return IntegerAttr::get(type, result.integer);
}

//===----------------------------------------------------------------------===//
// Parameters
//===----------------------------------------------------------------------===//

static void appendInteger(std::string &bytes, uint64_t value, unsigned size = 8) {
  for (unsigned i = 0; i < size; ++i)
    bytes += static_cast<char>(value >> (8 * i));
}

template <typename... Integers> static std::string encode(Integers... integers) {
  std::string bytes;
  (appendInteger(bytes, static_cast<uint64_t>(integers)), ...);
  return bytes;
}

std::string IsOp::encodeParameters() { return encode(getKind()); }
std::string NormalizeOp::encodeParameters() { return encode(getForm()); }
std::string IsNormalizedOp::encodeParameters() { return encode(getForm()); }
std::string StripOp::encodeParameters() { return encode(getSide()); }
std::string SplitOp::encodeParameters() { return encode(getFromRight()); }
std::string SplitLinesOp::encodeParameters() { return encode(getKeepEnds()); }
std::string PartitionOp::encodeParameters() { return encode(getPiece(), getAtLast()); }
std::string ReplaceOp::encodeParameters() { return encode(getSql()); }
std::string JoinOp::encodeParameters() { return encode(getParts().size()); }
std::string EncodeOp::encodeParameters() { return encode(getCodec(), getErrors()); }
std::string DecodeOp::encodeParameters() { return encode(getCodec(), getErrors()); }

/// The code point at the beginning of valid UTF-8.
static uint32_t firstCodePoint(StringRef text) {
  uint8_t lead = text[0];
  uint32_t point = lead < 0x80   ? lead
                   : lead < 0xE0 ? lead & 0x1F
                   : lead < 0xF0 ? lead & 0x0F
                                 : lead & 7;
  for (char byte : text.take_front(firstCodePointSize(text)).drop_front())
    point = point << 6 | (static_cast<uint8_t>(byte) & 0x3F);
  return point;
}

std::string TranslateOp::encodeParameters() {
  // Attributes of a dictionary are in the order of their names, which is that of code points.
  std::string bytes = encode(getTable().size()), texts;
  for (NamedAttribute entry : getTable()) {
    appendInteger(bytes, firstCodePoint(entry.getName().getValue()), 4);
    appendInteger(bytes, texts.size(), 4);
    texts += cast<StringAttr>(entry.getValue()).getValue();
  }
  appendInteger(bytes, texts.size(), 4);
  return bytes + texts;
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

static std::optional<StringRef> getConstantText(Value value) {
  StringAttr text;
  return matchPattern(value, m_Constant(&text)) ? std::optional(text.getValue()) : std::nullopt;
}

std::string SliceOp::getErrorMessage() {
  IntegerAttr step;
  bool isFine = !getStep() || (matchPattern(getStep(), m_Constant(&step)) && step.getInt() != 0);
  return isFine ? "" : "ValueError: slice step cannot be zero";
}

static std::string checkSeparator(Value separator) {
  bool isFine = !separator || !getConstantText(separator).value_or("").empty();
  return isFine ? "" : "ValueError: empty separator";
}
std::string SplitOp::getErrorMessage() { return checkSeparator(getSeparator()); }
std::string SplitCountOp::getErrorMessage() { return checkSeparator(getSeparator()); }
std::string PartitionOp::getErrorMessage() { return checkSeparator(getSeparator()); }

static std::string missingPart(Operation *op) {
  return isOfBytes(op) ? "ValueError: subsection not found" : "ValueError: substring not found";
}
std::string IndexOp::getErrorMessage() { return missingPart(*this); }
std::string RIndexOp::getErrorMessage() { return missingPart(*this); }

static std::string checkFill(Operation *op, Value fill) {
  if (!fill)
    return "";
  std::optional<StringRef> text = getConstantText(fill);
  if (text && !text->empty() && (isOfBytes(op) ? 1 : firstCodePointSize(*text)) == text->size())
    return "";
  return "TypeError: The fill character must be exactly one character long";
}
std::string CenterOp::getErrorMessage() { return checkFill(*this, getFill()); }
std::string LJustOp::getErrorMessage() { return checkFill(*this, getFill()); }
std::string RJustOp::getErrorMessage() { return checkFill(*this, getFill()); }

std::string EncodeOp::getErrorMessage() {
  switch (getCodec()) {
  case Codec::utf8:
    return "";
  case Codec::ascii:
  case Codec::latin1:
    return getErrors() != CodecErrors::strict
               ? ""
               : "UnicodeEncodeError: '" + stringifyCodec(getCodec()).str() +
                     "' codec can't encode a character";
  case Codec::hex:
    return "ValueError: non-hexadecimal number found";
  case Codec::base64:
    return "ValueError: no base64 (RFC 4648) with padding";
  }
  llvm_unreachable("unknown codec");
}

std::string DecodeOp::getErrorMessage() {
  bool canFail = (getCodec() == Codec::utf8 || getCodec() == Codec::ascii) &&
                 getErrors() == CodecErrors::strict;
  return canFail ? "UnicodeDecodeError: '" + stringifyCodec(getCodec()).str() +
                       "' codec can't decode a byte"
                 : "";
}

//===----------------------------------------------------------------------===//
// apply
//===----------------------------------------------------------------------===//

/// `(%a, -, %b)`.
static ParseResult parseArguments(OpAsmParser &parser,
                                  SmallVectorImpl<OpAsmParser::UnresolvedOperand> &arguments,
                                  DenseBoolArrayAttr &present) {
  SmallVector<bool> flags;
  auto parseOne = [&]() -> ParseResult {
    OpAsmParser::UnresolvedOperand operand;
    if (OptionalParseResult parsed = parser.parseOptionalOperand(operand); parsed.has_value()) {
      flags.push_back(true);
      arguments.push_back(operand);
      return *parsed;
    }
    flags.push_back(false);
    return parser.parseMinus();
  };
  if (parser.parseCommaSeparatedList(OpAsmParser::Delimiter::Paren, parseOne))
    return failure();
  present = DenseBoolArrayAttr::get(parser.getContext(), flags);
  return success();
}

static void printArguments(OpAsmPrinter &printer, Operation *, OperandRange arguments,
                           DenseBoolArrayAttr present) {
  auto next = arguments.begin();
  printer << "(";
  llvm::interleaveComma(present.asArrayRef(), printer, [&](bool isPresent) {
    if (isPresent)
      printer << *next++;
    else
      printer << "-";
  });
  printer << ")";
}

LogicalResult ApplyOp::verify() {
  if (!text::hasFunction(getFunction()))
    return emitOpError() << "function " << getFunctionAttr()
                         << " is none of Molt/Text/Functions.def";
  size_t count = llvm::count(getPresent(), true);
  if (count != getArguments().size())
    return emitOpError() << "has " << getArguments().size() << " operands and says that " << count
                         << " are there";
  return success();
}

#include "Molt/Dialect/Str/IR/StrInterfaces.cpp.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/Str/IR/StrOps.cpp.inc"
