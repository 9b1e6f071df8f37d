//===- Dot.cpp - Plans as Graphviz graphs ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Target/Dot.h"
#include "ExprText.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace molt;
using namespace molt::dot;

//===----------------------------------------------------------------------===//
// What an operation does
//===----------------------------------------------------------------------===//

namespace {
/// The lines of a node, and the attributes that they tell.
struct Description {
  SmallVector<std::string> lines;
  llvm::StringSet<> told;
};
} // namespace

static ArrayAttr listOf(Operation *op, StringRef name) {
  return op->getAttrOfType<ArrayAttr>(name);
}

static std::string nameAt(ArrayAttr names, size_t i) { return cast<StringAttr>(names[i]).str(); }

/// Says what is there in an operation's attributes, by their names: operations that have
/// the same attributes are described alike. What is not known is left to the caller.
static Description describeAttributes(Operation *op) {
  Description result;
  auto tell = [&](std::string line, ArrayRef<StringRef> names) {
    result.lines.push_back(std::move(line));
    result.told.insert(names.begin(), names.end());
  };
  if (auto source = dyn_cast<df::SourceOp>(op))
    tell("\"" + source.getName().str() + "\"", {"name"});
  if (auto project = dyn_cast<df::ProjectOp>(op)) {
    SmallVector<std::string> columns;
    for (auto [column, name] : llvm::zip_equal(project.getColumns().getAsRange<StringAttr>(),
                                               project.getResultNames().getAsRange<StringAttr>()))
      columns.push_back(column == name ? column.str() : name.str() + " = " + column.str());
    tell(columns.empty() ? "(none)" : llvm::join(columns, ", "), {"columns", "names"});
  }
  ArrayAttr leftKeys = listOf(op, "leftKeys"), rightKeys = listOf(op, "rightKeys");
  if (leftKeys && rightKeys && leftKeys.size() == rightKeys.size()) {
    for (size_t i = 0; i < leftKeys.size(); ++i)
      result.lines.push_back(nameAt(leftKeys, i) + " = " + nameAt(rightKeys, i));
    result.told.insert("leftKeys"), result.told.insert("rightKeys");
  }
  if (auto count = op->getAttrOfType<mlir::IntegerAttr>("count")) {
    std::string line = "first " + describeAttribute(count);
    result.told.insert("offset");
    auto offset = op->getAttrOfType<mlir::IntegerAttr>("offset");
    tell(line +
             (offset && !offset.getValue().isZero() ? " after " + describeAttribute(offset) : ""),
         {"count"});
  }
  if (ArrayAttr keys = listOf(op, "keys"))
    tell("by " + describeAttribute(keys), {"keys"});
  return result;
}

static SmallVector<std::string> describe(Operation *op) {
  Description description = describeAttributes(op);
  SmallVector<std::string> regionLines;
  if (df::RowRegionOpInterface rows = df::getRowRegionOp(op)) {
    ArrayAttr names = listOf(op, "names");
    llvm::append_range(regionLines, describeRegion(rows, names));
    description.told.insert("names");
    // The region's arguments are seen in its expressions.
    for (StringAttr name : op->getName().getAttributeNames())
      if (op->getInherentAttr(name).value_or(Attribute()) == rows.getRowColumns())
        if (!description.told.contains(name))
          description.told.insert(name);
  }
  for (StringAttr name : op->getName().getAttributeNames()) {
    std::optional<Attribute> value = op->getInherentAttr(name);
    if (!value || !*value || description.told.contains(name))
      continue;
    bool isUnit = isa<mlir::UnitAttr>(*value);
    description.lines.push_back(name.str() + (isUnit ? "" : ": " + describeAttribute(*value)));
  }
  llvm::append_range(description.lines, regionLines);
  return std::move(description.lines);
}

//===----------------------------------------------------------------------===//
// The graph
//===----------------------------------------------------------------------===//

/// Text within a record's label: braces, bars and angles structure records.
static std::string escape(StringRef text) {
  std::string result;
  for (char letter : text) {
    // Of several spaces in a row, all but the first would be dropped.
    bool isSecondSpace = letter == ' ' && !result.empty() && result.back() == ' ';
    if (isSecondSpace || StringRef("{}|<>\"\\").contains(letter))
      result += '\\';
    result += letter;
  }
  return result;
}

/// Text in quotes.
static std::string quote(StringRef text) {
  std::string result = "\"";
  for (char letter : text) {
    if (letter == '"' || letter == '\\')
      result += '\\';
    result += letter;
  }
  return result + "\"";
}

static std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

namespace {

class Graph {
public:
  Graph(func::FuncOp function, const DotOptions &options, raw_ostream &out)
      : function(function), options(options), out(out) {}

  void print(unsigned number);

private:
  /// A field of a record: lines, each adjusted to the left.
  static std::string field(ArrayRef<std::string> lines) {
    std::string text;
    for (const std::string &line : lines)
      text += escape(line) + "\\l";
    return text;
  }
  std::string schemaField(Type type);
  void printNode(Operation &op);
  void printEdges(Operation &op);
  std::string addName(StringRef name) { return quote((function.getName() + "." + name).str()); }

  func::FuncOp function;
  const DotOptions &options;
  raw_ostream &out;
  llvm::DenseMap<mlir::Value, std::string> names; ///< Of the nodes that define them.
  llvm::DenseMap<Operation *, std::string> opNames;
};

} // namespace

std::string Graph::schemaField(Type type) {
  auto table = dyn_cast<df::TableType>(type);
  if (!table)
    return field(typeText(type));
  SmallVector<std::string> lines;
  if (options.schema) {
    for (auto [name, column] : llvm::zip_equal(table.getNames(), table.getTypes()))
      lines.push_back(name.str() + ": " + typeText(df::getNonNull(column)) +
                      (df::isNullable(column) ? "?" : ""));
    return field(lines);
  }
  constexpr size_t kShown = 4;
  for (StringAttr name : table.getNames().take_front(kShown))
    lines.push_back(name.str());
  std::string text = llvm::join(lines, ", ");
  if (table.getNumColumns() > kShown)
    text += ", … (" + std::to_string(table.getNumColumns()) + " columns)";
  return field(lines.empty() ? "no columns" : text);
}

void Graph::printNode(Operation &op) {
  std::string name = addName(std::to_string(opNames.size()));
  opNames[&op] = name;
  for (mlir::Value result : op.getResults())
    names[result] = name;
  std::string label = escape(op.getName().getStringRef());
  SmallVector<std::string> lines = describe(&op);
  if (!lines.empty())
    label += "|" + field(lines);
  for (Type type : op.getResultTypes())
    label += "|" + schemaField(type);
  out << "    " << name << " [label=\"{" << label << "}\"];\n";
}

void Graph::printEdges(Operation &op) {
  bool isOnly = op.getNumOperands() < 2;
  for (auto [i, operand] : llvm::enumerate(op.getOperands())) {
    out << "    " << names.lookup(operand) << " -> " << opNames.lookup(&op);
    if (!isOnly) // which input is which
      out << " [label=\"" << i + 1 << "\"]";
    out << ";\n";
  }
}

void Graph::print(unsigned number) {
  out << "  subgraph cluster_" << number << " {\n    label=" << quote(function.getName()) << ";\n";
  for (Block &block : function.getBody())
    for (auto [i, argument] : llvm::enumerate(block.getArguments())) {
      names[argument] = addName("argument" + std::to_string(names.size()));
      out << "    " << names[argument] << " [label=\"{argument " << i << "|"
          << schemaField(argument.getType()) << "}\"];\n";
    }
  for (Block &block : function.getBody())
    for (Operation &op : block)
      printNode(op);
  for (Block &block : function.getBody())
    for (Operation &op : block)
      printEdges(op);
  out << "  }\n";
}

static bool hasPlan(func::FuncOp function) {
  return function
      .walk([](Operation *op) {
        return isa<df::DFDialect>(op->getDialect()) ? mlir::WalkResult::interrupt()
                                                    : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

LogicalResult molt::translateToDot(ModuleOp module, const DotOptions &options, raw_ostream &out) {
  SmallVector<func::FuncOp> functions;
  for (auto function : module.getOps<func::FuncOp>())
    if (hasPlan(function))
      functions.push_back(function);
  if (functions.empty())
    return module.emitError("no function has molt_df operations, so there is no plan to draw; "
                            "below molt_df, molt-opt prints the program");
  out << "digraph molt {\n  node [shape=record, fontname=\"monospace\"];\n";
  for (auto [i, function] : llvm::enumerate(functions))
    Graph(function, options, out).print(i);
  out << "}\n";
  return success();
}
