//===- ExprText.cpp - Expressions for people to read ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ExprText.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace molt;
using namespace molt::dot;

//===----------------------------------------------------------------------===//
// Attributes
//===----------------------------------------------------------------------===//

std::string dot::describeAttribute(Attribute attribute) {
  if (auto array = dyn_cast<ArrayAttr>(attribute)) {
    SmallVector<std::string> items;
    for (Attribute item : array) {
      auto name = dyn_cast<StringAttr>(item);
      items.push_back(name ? name.getValue().str() : describeAttribute(item));
    }
    return items.empty() ? "(none)" : llvm::join(items, ", ");
  }
  if (auto key = dyn_cast<df::SortKeyAttr>(attribute))
    return key.getColumn().str() + (key.getDescending() ? " desc" : "") +
           (key.getNullsFirst() ? " nulls_first" : "");
  std::string text;
  llvm::raw_string_ostream stream(text);
  attribute.print(stream, /*elideType=*/true);
  // `#molt_df.date_part<year>`, `#molt_df<cmp_predicate lt>`: the enumerator says enough.
  StringRef inner = StringRef(text).split('<').second;
  if (text[0] == '#' && inner.consume_back(">"))
    return inner.substr(inner.rfind(' ') + 1).str();
  return text;
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

namespace {

/// How tightly an expression binds: operands of less need parentheses.
enum Binding { Lowest, Or, And, Not, Comparison, Sum, Product, Atom };

struct Text {
  std::string text;
  Binding binding = Atom;
};

struct Operator {
  StringRef symbol;
  Binding binding;
};

} // namespace

/// The infix operator of an operation on two operands; none if it is written as a call.
static Operator operatorOf(Operation *op) {
  if (auto predicate = op->getAttrOfType<df::CmpPredicateAttr>("predicate")) {
    static constexpr StringRef kSymbols[] = {"=", "!=", "<", "<=", ">", ">="};
    return {kSymbols[static_cast<unsigned>(predicate.getValue())], Comparison};
  }
  return llvm::StringSwitch<Operator>(op->getName().stripDialect())
      .Case("add", {"+", Sum})
      .Case("sub", {"-", Sum})
      .Case("mul", {"*", Product})
      .Case("div", {"/", Product})
      .Case("and", {"and", And})
      .Case("or", {"or", Or})
      .Default({"", Lowest});
}

/// The value of a constant, as its operation prints it between its name and its type.
static std::string constantText(Operation *op) {
  std::string text, type;
  llvm::raw_string_ostream stream(text), typeStream(type);
  op->print(stream, mlir::OpPrintingFlags().useLocalScope());
  typeStream << op->getResult(0).getType();
  StringRef value = StringRef(text).split(op->getName().getStringRef()).second.trim();
  if (value.consume_back(type))
    value.consume_back(" : ");
  return value.trim().str();
}

namespace {
/// The attributes of an operation that say something.
struct AttributeTexts {
  SmallVector<std::string> arguments; ///< Enumerators and names, which speak for themselves.
  SmallVector<std::string> notes;
};
} // namespace

static AttributeTexts attributesOf(Operation *op, bool isInfix) {
  AttributeTexts result;
  for (StringAttr name : op->getName().getAttributeNames()) {
    std::optional<Attribute> value = op->getInherentAttr(name);
    if (!value || !*value || (isInfix && isa<df::CmpPredicateAttr>(*value)))
      continue;
    if (auto overflow = dyn_cast<df::OverflowAttr>(*value)) {
      if (overflow.getValue() != df::Overflow::checked) // which is no news
        result.notes.push_back(df::stringifyOverflow(overflow.getValue()).str());
    } else if (isa<mlir::UnitAttr>(*value)) {
      result.notes.push_back(name.str());
    } else if (isa<mlir::IntegerAttr, FloatAttr>(*value) && !isa<BoolAttr>(*value)) {
      result.notes.push_back(name.str() + " = " + describeAttribute(*value));
    } else {
      result.arguments.push_back(describeAttribute(*value));
    }
  }
  return result;
}

static std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

static std::string within(const Text &operand, Binding binding) {
  return operand.binding < binding ? "(" + operand.text + ")" : operand.text;
}

static Text textOf(Operation *op, ArrayRef<Text> operands) {
  if (op->hasTrait<mlir::OpTrait::ConstantLike>())
    return {constantText(op)};
  Operator infix = operatorOf(op);
  bool isInfix = !infix.symbol.empty() && operands.size() == 2;
  AttributeTexts attributes = attributesOf(op, isInfix);
  Text result;
  if (isInfix) {
    // The right operand of `-` and `/` needs parentheses from the same level on.
    auto next = static_cast<Binding>(infix.binding + 1);
    result.text = within(operands[0], infix.binding == Comparison ? next : infix.binding) + " " +
                  infix.symbol.str() + " " + within(operands[1], next);
    result.binding = infix.binding;
  } else if (op->getName().stripDialect() == "not" && operands.size() == 1) {
    result = {"not " + within(operands[0], Not), Not};
  } else {
    SmallVector<std::string> arguments = attributes.arguments;
    for (const Text &operand : operands)
      arguments.push_back(operand.text);
    std::string text = llvm::join(arguments, ", ");
    if (!isa<mlir::InferTypeOpInterface>(op) && op->getNumResults() == 1)
      text += " as " + typeText(op->getResult(0).getType());
    result = {op->getName().stripDialect().str() + "(" + text + ")"};
  }
  if (!attributes.notes.empty())
    result = {within(result, Atom) + " [" + llvm::join(attributes.notes, ", ") + "]"};
  return result;
}

std::vector<std::string> dot::describeRegion(df::RowRegionOpInterface op, ArrayAttr names) {
  std::vector<std::string> lines;
  if (op.getRowRegion().empty())
    return lines;
  Block &block = op.getRowRegion().front();
  llvm::DenseMap<mlir::Value, Text> texts;
  for (auto [argument, name] :
       llvm::zip(block.getArguments(), op.getRowColumns().getAsRange<StringAttr>()))
    texts[argument] = {name.str()};
  unsigned nameCount = 0;
  for (Operation &scalar : block.without_terminator()) {
    SmallVector<Text> operands;
    for (mlir::Value operand : scalar.getOperands())
      operands.push_back(texts.lookup(operand));
    Text text = textOf(&scalar, operands);
    for (mlir::Value result : scalar.getResults()) {
      texts[result] = text;
      // A value that is used twice would be there twice, and its operands four times.
      if (result.use_empty() || result.hasOneUse() || operands.empty())
        continue;
      std::string name = "%" + std::to_string(++nameCount);
      lines.push_back(name + " = " + text.text);
      texts[result] = {name};
    }
  }
  Operation *yield = block.getTerminator();
  bool hasNames = names && names.size() == yield->getNumOperands();
  for (auto [i, value] : llvm::enumerate(yield->getOperands())) {
    std::string text = texts.lookup(value).text;
    lines.push_back(hasNames ? cast<StringAttr>(names[i]).str() + " = " + text : text);
  }
  return lines;
}
