//===- PlanOps.cpp - Plan operations in SQL -------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function for each operation, and its entry in the table at the end.
//
//===----------------------------------------------------------------------===//

#include "Query.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace molt;
using namespace molt::sql;

/// A relation with this order if it is needed.
static Relation ordered(Query &query, mlir::Value table, Relation relation, std::string order) {
  relation.order = query.isOrderNeeded(table) ? std::move(order) : "";
  return relation;
}

std::string sql::canonicalKey(const std::string &name) {
  return choose(name + " = 0", "0", name).text;
}

static FailureOr<Relation> renderSource(df::SourceOp op, Query &query) {
  if (op.getName().contains('\0'))
    return op.emitOpError("reads a table whose name contains NUL, which SQL cannot spell; give it "
                          "another name");
  Relation result{"", cast<df::TableType>(op.getType()), "", query.isOrderNeeded(op)};
  std::string columns;
  if (result.hasRowNumber) {
    result.order = query.rowNumberName();
    columns = "row_number() OVER () AS " + result.order;
  }
  Relation visible = result;
  visible.hasRowNumber = false;
  if (columns.empty() || result.type.getNumColumns() > 0)
    columns = query.listColumns(visible) + (columns.empty() ? "" : ", " + columns);
  result.name = query.addStep(op, {"SELECT " + columns, "FROM " + quoteName(op.getName())});
  return result;
}

Relation sql::keepOrder(Query &query, Operation *op) {
  Relation input = query.get(op->getOperand(0));
  if (query.isOrderNeeded(op->getResult(0)) && !input.order.empty() &&
      input.order != query.rowNumberName())
    return query.withRowNumber(op, input);
  return input;
}

static FailureOr<Relation> renderProject(df::ProjectOp op, Query &query) {
  Relation input = keepOrder(query, op);
  bool isOrdered = query.isOrderNeeded(op) && input.hasRowNumber;
  Relation result{"", cast<df::TableType>(op.getType()), isOrdered ? input.order : "", isOrdered};
  SmallVector<std::string> columns;
  for (auto [column, name] : llvm::zip_equal(op.getColumns().getAsRange<StringAttr>(),
                                             op.getResultNames().getAsRange<StringAttr>()))
    columns.push_back(quoteName(column) + (column == name ? "" : " AS " + quoteName(name)));
  if (result.hasRowNumber)
    columns.push_back(query.rowNumberName());
  if (columns.empty())
    columns.push_back(query.listColumns(result));
  result.name = query.addStep(op, {"SELECT " + llvm::join(columns, ", "), "FROM " + input.name});
  return result;
}

static FailureOr<Relation> renderWithColumns(df::WithColumnsOp op, Query &query) {
  Relation input = keepOrder(query, op);
  Operation *yield = op.getBody().front().getTerminator();
  SmallVector<mlir::Value> wanted(yield->getOperands());
  FailureOr<RowExpressions> rows = translateRows(query, op, input, wanted);
  if (failed(rows))
    return failure();
  llvm::StringMap<std::string> computed;
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), rows->values))
    computed[name.getValue()] = value.text;
  Relation result{"", cast<df::TableType>(op.getType()), input.order, input.hasRowNumber};
  bool onlyAppends = llvm::none_of(op.getNames().getAsRange<StringAttr>(), [&](StringAttr name) {
    return input.type.find(name).has_value();
  });
  SmallVector<std::string> columns;
  bool usesStar = onlyAppends && !rows->hasHidden && input.type.getNumColumns() > 0;
  if (usesStar)
    columns.push_back("*");
  for (StringAttr name : result.type.getNames()) {
    auto found = computed.find(name.getValue());
    if (found != computed.end())
      columns.push_back(found->second + " AS " + quoteName(name));
    else if (!usesStar)
      columns.push_back(quoteName(name));
  }
  if (!usesStar && result.hasRowNumber)
    columns.push_back(query.rowNumberName());
  if (columns.empty())
    columns.push_back(query.listColumns(result));
  result.name = query.addStep(op, {"SELECT " + llvm::join(columns, ", "), "FROM " + rows->from});
  return result;
}

/// Whether a row that a filter drops must be kept from what follows on it explicitly. To
/// move it over a join, DuckDB takes a filter out of where it stands, and does not put it
/// back below expressions if its own condition may fail: they would see the rows then.
static bool mustStay(df::FilterOp op) {
  if (isTotal(op))
    return false;
  return op->getParentOp()
      ->walk([&](Operation *other) {
        auto expression = dyn_cast<df::ExpressionOpInterface>(other);
        bool canFail = expression && (expression.canFail() || isa<df::CastOp>(other));
        return canFail && !op->isAncestor(other) ? mlir::WalkResult::interrupt()
                                                 : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

static FailureOr<Relation> renderFilter(df::FilterOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  Operation *yield = op.getBody().front().getTerminator();
  FailureOr<RowExpressions> rows = translateRows(query, op, input, yield->getOperand(0));
  if (failed(rows))
    return failure();
  Relation result = ordered(query, op, input, input.order);
  std::string columns = rows->hasHidden ? query.listColumns(input) : "*";
  result.name = query.addStep(
      op, {"SELECT " + columns, "FROM " + rows->from, "WHERE " + rows->values[0].text},
      mustStay(op));
  return result;
}

/// Whether a value or its order in the input can be seen in the result.
static bool seesOrder(Operation *op) {
  return llvm::any_of(cast<df::AggregateOp>(op).getBody().front().without_terminator(),
                      [](Operation &aggregate) {
                        auto found = getAggregateTable().find(aggregate.getName().getStringRef());
                        return found != getAggregateTable().end() && found->second.renderOrdered;
                      });
}

std::string sql::replaceWindowMark(const std::string &text, const std::string &window) {
  return llvm::join(llvm::split(text, kWindowMark), window);
}

/// The operands of an aggregate that ignores nulls, null where the condition, if there is one, is
/// not true; count(*) becomes a count of values.
static void applyCondition(SmallVectorImpl<std::string> &operands, const std::string &condition) {
  if (operands.empty())
    operands.push_back("1");
  for (std::string &operand : operands)
    operand = "(CASE WHEN " + condition + " THEN " + operand + " END)";
}

static FailureOr<Relation> renderAggregate(df::AggregateOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  auto resultType = cast<df::TableType>(op.getType());
  Operation *yield = op.getBody().front().getTerminator();
  // What the aggregates reduce are expressions of rows.
  SmallVector<mlir::Value> wanted;
  llvm::DenseSet<mlir::Value> repeated;
  for (mlir::Value value : yield->getOperands()) {
    Operation *aggregate = value.getDefiningOp();
    const ScalarRenderer *renderer = findRenderer(getAggregateTable(), aggregate);
    if (!renderer)
      return failure();
    llvm::append_range(wanted, aggregate->getOperands());
    bool isFiltered = static_cast<bool>(cast<df::AggregateOpInterface>(aggregate).getWhere());
    if (isFiltered || renderer->repeatsOperands(aggregate))
      repeated.insert(aggregate->operand_begin(), aggregate->operand_end());
  }
  FailureOr<RowExpressions> rows = translateRows(query, op, input, wanted, repeated);
  if (failed(rows))
    return failure();

  SmallVector<std::string> columns, keys;
  for (StringAttr key : op.getKeys().getAsRange<StringAttr>()) {
    std::string name = quoteName(key);
    keys.push_back(name);
    // DuckDB groups -0 with +0 but shows either.
    bool isReal = isa<FloatType>(df::getNonNull(resultType.getColumnType(key)));
    columns.push_back(isReal ? canonicalKey(name) + " AS " + name : name);
  }
  const Expr *next = rows->values.begin();
  for (auto [name, value] :
       llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), yield->getOperands())) {
    Operation *aggregate = value.getDefiningOp();
    SmallVector<std::string> operands;
    auto interface = cast<df::AggregateOpInterface>(aggregate);
    for (unsigned i = 0; i < interface.getInputs().size(); ++i)
      operands.push_back((next++)->text);
    const ScalarRenderer *renderer = findRenderer(getAggregateTable(), aggregate);
    if (renderer->renderOrdered) {
      std::string condition = interface.getWhere() ? (next++)->text : "";
      columns.push_back(renderer->renderOrdered(aggregate, operands, input.order, condition).text +
                        " AS " + quoteName(name));
      continue;
    }
    if (interface.getWhere())
      applyCondition(operands, (next++)->text);
    FailureOr<Expr> text = renderer->render(aggregate, operands);
    if (failed(text))
      return failure();
    columns.push_back(replaceWindowMark(text->text, "") + " AS " + quoteName(name));
  }
  if (columns.empty()) // one row
    columns.push_back("count(*) AS " + query.hiddenName("none"));
  SmallVector<std::string> clauses = {"SELECT " + llvm::join(columns, ", "), "FROM " + rows->from};
  if (op.getDropNullKeys() && !keys.empty())
    clauses.push_back("WHERE " + llvm::join(keys, " IS NOT NULL AND ") + " IS NOT NULL");
  if (!keys.empty())
    clauses.push_back("GROUP BY " + llvm::join(keys, ", "));
  return Relation{query.addStep(op, clauses), resultType, "", false};
}

static StringRef spellJoin(df::JoinKind kind) {
  switch (kind) {
  case df::JoinKind::inner:
    return "JOIN ";
  case df::JoinKind::left:
    return "LEFT JOIN ";
  case df::JoinKind::right:
    return "RIGHT JOIN ";
  case df::JoinKind::full:
    return "FULL JOIN ";
  case df::JoinKind::semi:
    return "SEMI JOIN ";
  case df::JoinKind::anti:
    return "ANTI JOIN ";
  case df::JoinKind::cross:
    return "CROSS JOIN ";
  }
  llvm_unreachable("unknown kind");
}

static FailureOr<Relation> renderJoin(df::JoinOp op, Query &query) {
  const Relation &left = query.get(op.getLeft()), &right = query.get(op.getRight());
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  bool hasHidden = left.hasRowNumber || right.hasRowNumber;
  SmallVector<std::string> conditions;
  for (auto [leftKey, rightKey] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                                  op.getRightKeys().getAsRange<StringAttr>()))
    conditions.push_back(left.name + "." + quoteName(leftKey) +
                         (op.getNullEqual() ? " IS NOT DISTINCT FROM " : " = ") + right.name + "." +
                         quoteName(rightKey));
  StringRef word = spellJoin(op.getKind());
  if (!op.getCondition().empty()) {
    FailureOr<Expr> condition = translateCondition(query, op);
    if (failed(condition))
      return failure();
    // Where it may fail, it must not be evaluated for other pairs than those with equal keys.
    std::string keys = llvm::join(conditions, " AND ");
    if (!conditions.empty() && !isTotal(op))
      condition = choose(keys, condition->text, "FALSE");
    conditions.push_back(condition->asOperand());
    if (op.getKind() == df::JoinKind::cross)
      word = "JOIN ";
  }
  std::string clause = word.str() + right.name;
  if (!conditions.empty())
    clause += " ON " + llvm::join(conditions, " AND ");
  result.name = query.addStep(
      op, {"SELECT " + (hasHidden ? query.listColumns(result) : "*"), "FROM " + left.name, clause});
  return result;
}

static FailureOr<Relation> renderConcat(df::ConcatOp op, Query &query) {
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  // UNION ALL promises no order: the rows of each input are counted, and the inputs.
  bool isOrdered = query.isOrderNeeded(op);
  std::string input = query.hiddenName("input"), row = query.hiddenName("place");
  SmallVector<std::string> clauses;
  for (mlir::Value table : op.getInputs()) {
    const Relation &relation = query.get(table);
    std::string place;
    if (isOrdered)
      place = ", " + std::to_string(clauses.size()) + " AS " + input + ", row_number() OVER (" +
              (relation.order.empty() ? "" : "ORDER BY " + relation.order) + ") AS " + row;
    clauses.push_back((clauses.empty() ? "SELECT " : "UNION ALL SELECT ") +
                      query.listColumns(result) + place + " FROM " + relation.name);
  }
  result.name = query.addStep(op, clauses);
  if (!isOrdered)
    return result;
  result.order = input + ", " + row;
  return query.withRowNumber(op, result);
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

/// The order that sorting gives: the keys, then the order that was there.
static std::string sortedOrder(ArrayAttr keys, const Relation &input) {
  SmallVector<std::string> terms;
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>()) {
    std::string name = quoteName(key.getColumn());
    // A column that DuckDB sorts by comes out of its keys, where -0 has become +0.
    if (isa<FloatType>(df::getNonNull(input.type.getColumnType(key.getColumn()))))
      name = canonicalKey(name);
    terms.push_back(name + (key.getDescending() ? " DESC" : " ASC") +
                    (key.getNullsFirst() ? " NULLS FIRST" : " NULLS LAST"));
  }
  if (!input.order.empty())
    terms.push_back(input.order);
  return llvm::join(terms, ", ");
}

/// A sort has no step: its order is said where it is needed.
static FailureOr<Relation> renderSort(df::SortOp op, Query &query) {
  const Relation &input = query.get(op.getInput());
  return ordered(query, op, input, sortedOrder(op.getKeys(), input));
}

static Relation limitRows(Operation *op, Query &query, const Relation &input,
                          const std::string &order, uint64_t count, uint64_t offset) {
  SmallVector<std::string> clauses = {"SELECT *", "FROM " + input.name};
  if (!order.empty())
    clauses.push_back("ORDER BY " + order);
  std::string skipped = offset > 0 ? " OFFSET " + std::to_string(offset) : "";
  clauses.push_back("LIMIT " + std::to_string(count) + skipped);
  Relation result = ordered(query, op->getResult(0), input, order);
  result.name = query.addStep(op, clauses);
  return result;
}

/// What is between two distances, as SQL says it: `UNBOUNDED PRECEDING`, `3 FOLLOWING`.
static std::string renderBound(Attribute bound, StringRef unbounded, StringRef type) {
  if (!bound)
    return ("UNBOUNDED " + unbounded).str();
  auto real = dyn_cast<FloatAttr>(bound);
  bool isZero = real ? real.getValueAsDouble() == 0 : cast<IntegerAttr>(bound).getInt() == 0;
  if (isZero)
    return "CURRENT ROW";
  bool isBefore = real ? real.getValueAsDouble() < 0 : cast<IntegerAttr>(bound).getInt() < 0;
  std::string magnitude;
  if (real) {
    magnitude =
        realLiteral(std::abs(real.getValueAsDouble()), Float64Type::get(bound.getContext())).text;
  } else {
    // The negation of the least integer is its own, which an unsigned one shows.
    int64_t distance = cast<IntegerAttr>(bound).getInt();
    uint64_t steps = distance < 0 ? -static_cast<uint64_t>(distance) : distance;
    magnitude = std::to_string(type.empty() ? std::min<uint64_t>(steps, INT64_MAX) : steps);
    if (!type.empty())
      magnitude = castTo(magnitude, type).text;
  }
  return magnitude + (isBefore ? " PRECEDING" : " FOLLOWING");
}

/// ` ROWS BETWEEN … AND …`; distances are of `type`, if there is one.
static std::string frameOf(df::FrameAttr frame, StringRef type) {
  if (!frame)
    return " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";
  bool isRows = frame.getUnits() == df::FrameUnits::rows;
  return std::string(isRows ? " ROWS" : " RANGE") + " BETWEEN " +
         renderBound(frame.getStart(), "PRECEDING", type) + " AND " +
         renderBound(frame.getEnd(), "FOLLOWING", type);
}

/// The type in which DuckDB computes distances of a key without overflow, or none.
static StringRef getDistanceType(Type key) {
  return isa<IntegerType>(key) ? "HUGEINT" : isa<FloatType>(key) ? "DOUBLE" : "";
}

std::string sql::windowOf(ArrayAttr by, df::TableType type, const std::string &order,
                          StringRef frame) {
  SmallVector<std::string> keys, clauses;
  for (StringAttr column : by.getAsRange<StringAttr>()) {
    // As of a column that DuckDB sorts by.
    std::string name = quoteName(column);
    bool isReal = isa<FloatType>(df::getNonNull(type.getColumnType(column)));
    keys.push_back(isReal ? canonicalKey(name) : name);
  }
  if (!keys.empty())
    clauses.push_back("PARTITION BY " + llvm::join(keys, ", "));
  if (!order.empty())
    clauses.push_back("ORDER BY " + order);
  return "(" + llvm::join(clauses, " ") + frame.str() + ")";
}

static FailureOr<Relation> renderTopK(df::TopKOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  if (op.getPer()) {
    std::string number = query.hiddenName("place");
    Relation numbered = input;
    numbered.name = query.addStep(
        op,
        {"SELECT *, row_number() OVER " +
             windowOf(*op.getPer(), input.type, sortedOrder(op.getKeys(), input)) + " AS " + number,
         "FROM " + input.name});
    Relation result{"", input.type, "", false};
    result.name = query.addStep(op, {"SELECT " + query.listColumns(result), "FROM " + numbered.name,
                                     "WHERE " + number + " <= " + std::to_string(op.getCount())});
    return result;
  }
  return limitRows(op, query, input, sortedOrder(op.getKeys(), input), op.getCount(), 0);
}

/// lag or lead, where a condition says that there is the other row if nulls count.
template <typename OpTy>
static std::string renderNeighbor(StringRef name, OpTy op, ArrayRef<std::string> operands,
                                  const std::string &window, const std::string &exists) {
  StringRef mode = op.getSkipNulls() ? " IGNORE NULLS" : "";
  std::string value =
      (name + "(" + operands[0] + ", " + Twine(op.getDistance()) + mode + ") OVER " + window).str();
  if (operands.size() == 1)
    return value;
  if (op.getSkipNulls())
    return call("coalesce", {value, operands[1]}).text;
  return "CASE WHEN " + exists + " THEN " + value + " ELSE " + operands[1] + " END";
}

static FailureOr<Relation> renderWindow(df::WindowOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  // Ranks are by the keys alone, numbers and frames of rows also by the order of the input.
  Relation unordered = input;
  unordered.order.clear();
  std::string byKeys = sortedOrder(op.getOrder(), unordered);
  std::string byRows = sortedOrder(op.getOrder(), input);
  std::string peers = windowOf(op.getBy(), input.type, byKeys);
  std::string rows = windowOf(op.getBy(), input.type, byRows);
  std::string all = windowOf(op.getBy(), input.type, "");
  df::FrameAttr frame = op.getFrameAttr();
  bool isRange = frame && frame.getUnits() == df::FrameUnits::range;
  StringRef distanceType;
  std::string order = isRange ? byKeys : byRows;
  if (frame && frame.hasDistance()) {
    auto key = cast<df::SortKeyAttr>(op.getOrder()[0]);
    distanceType = getDistanceType(df::getNonNull(input.type.getColumnType(key.getColumn())));
    if (distanceType.empty())
      return op.emitOpError("frame over a range of distances has a translation for integers and "
                            "floats only");
    order = castTo(quoteName(key.getColumn()), distanceType).text +
            (key.getDescending() ? " DESC" : " ASC") +
            (key.getNullsFirst() ? " NULLS FIRST" : " NULLS LAST");
  }
  std::string framed = windowOf(op.getBy(), input.type, order, frameOf(frame, distanceType));

  SmallVector<mlir::Value> wanted;
  llvm::DenseSet<mlir::Value> repeated;
  auto yielded = op.getBody().front().getTerminator()->getOperands();
  for (mlir::Value value : yielded) {
    llvm::append_range(wanted, value.getDefiningOp()->getOperands());
    repeated.insert(value.getDefiningOp()->operand_begin(), value.getDefiningOp()->operand_end());
  }
  FailureOr<RowExpressions> expressions = translateRows(query, op, input, wanted, repeated);
  if (failed(expressions))
    return failure();
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  Relation visible{"", input.type, "", false};
  std::string columns = query.listColumns(visible), number = "row_number() OVER " + rows;
  const Expr *next = expressions->values.begin();
  for (auto [name, value] :
       llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), yielded)) {
    Operation *function = value.getDefiningOp();
    SmallVector<std::string> operands;
    for (unsigned i = 0; i < function->getNumOperands(); ++i)
      operands.push_back((next++)->text);
    auto ofFrame = [&](StringRef call, const Twine &more = "") -> FailureOr<std::string> {
      if (isRange)
        return function->emitOpError("over a range has no translation: DuckDB does not say which "
                                     "of several peers is first");
      return (call + "(" + operands[0] + more + ") OVER " + framed).str();
    };
    auto ofPosition = [&](auto position, StringRef call) -> FailureOr<std::string> {
      if (position.getWhere())
        return position.emitOpError("with a condition has no translation in a window");
      return ofFrame(call, position.getSkipNulls() ? " IGNORE NULLS" : "");
    };
    FailureOr<std::string> text =
        llvm::TypeSwitch<Operation *, FailureOr<std::string>>(function)
            .Case([&](df::RowNumberOp) { return number; })
            .Case([&](df::NTileOp ntile) {
              return "ntile(" + std::to_string(ntile.getCount()) + ") OVER " + rows;
            })
            .Case([&](df::RankOp) { return "rank() OVER " + peers; })
            .Case([&](df::DenseRankOp) { return "dense_rank() OVER " + peers; })
            .Case([&](df::PercentRankOp) { return "percent_rank() OVER " + peers; })
            .Case([&](df::CumeDistOp) { return "cume_dist() OVER " + peers; })
            .Case([&](df::PartitionSizeOp) { return "count(*) OVER " + all; })
            .Case([&](df::LagOp lag) {
              std::string distance = std::to_string(lag.getDistance());
              return renderNeighbor("lag", lag, operands, rows,
                                    number + " > " + distance);
            })
            .Case([&](df::LeadOp lead) {
              std::string distance = std::to_string(lead.getDistance());
              return renderNeighbor("lead", lead, operands, rows,
                                    "count(*) OVER " + all + " - " + number + " >= " + distance);
            })
            .Case([&](df::NthValueOp nth) {
              return ofFrame("nth_value", ", " + Twine(nth.getNumber()) +
                                              (nth.getSkipNulls() ? " IGNORE NULLS" : ""));
            })
            .Case([&](df::FirstOp first) { return ofPosition(first, "first_value"); })
            .Case([&](df::LastOp last) { return ofPosition(last, "last_value"); })
            .Default([&](Operation *other) -> FailureOr<std::string> {
              const ScalarRenderer *renderer = findRenderer(getAggregateTable(), other);
              if (!renderer)
                return failure();
              if (!renderer->render)
                return other->emitOpError("has no translation in a window");
              if (cast<df::AggregateOpInterface>(other).getWhere())
                applyCondition(operands, operands.pop_back_val());
              FailureOr<Expr> text = renderer->render(other, operands);
              if (failed(text))
                return failure();
              return replaceWindowMark(text->text, " OVER " + framed);
            });
    if (failed(text))
      return failure();
    columns += ", " + *text + " AS " + quoteName(name);
  }
  result.name = query.addStep(op, {"SELECT " + columns, "FROM " + expressions->from});
  return result;
}

static FailureOr<Relation> renderRowIndex(df::WithRowIndexOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  Relation result{"", cast<df::TableType>(op.getType()), input.order, input.hasRowNumber};
  std::string over = input.order.empty() ? "()" : "(ORDER BY " + input.order + ")";
  result.name = query.addStep(op, {"SELECT *, row_number() OVER " + over + " - 1 AS " +
                                       quoteName(op.getName()),
                                   "FROM " + input.name});
  return result;
}

static FailureOr<Relation> renderLimit(df::LimitOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  return limitRows(op, query, input, input.order, op.getCount(), op.getOffset());
}

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

const llvm::StringMap<PlanRenderer> &sql::getPlanTable() {
  static const llvm::StringMap<PlanRenderer> table = [] {
    llvm::StringMap<PlanRenderer> table;
    // Facts and bounds on rows are assumptions that change no result.
    addPlanOp(table, renderSource, InputOrder::Ignored, {"name", "facts", "rows", "assumed"});
    addPlanOp(table, renderProject, InputOrder::Passed, {"columns", "names"});
    addPlanOp(table, renderWithColumns, InputOrder::Passed, {"columns", "names"});
    addPlanOp(table, renderFilter, InputOrder::Passed, {"columns"});
    addPlanOp(table, renderAggregate, InputOrder::Ignored,
              {"keys", "drop_null_keys", "columns", "names"});
    table[df::AggregateOp::getOperationName()].usesOrder = seesOrder;
    // Which side is built is DuckDB's own choice.
    addPlanOp(table, renderJoin, InputOrder::Ignored,
              {"leftKeys", "rightKeys", "kind", "null_equal", "columns", "build_side"});
    addPlanOp(table, renderConcat, InputOrder::Passed, {});
    addPlanOp(table, renderSort, InputOrder::Passed, {"keys"});
    addPlanOp(table, renderTopK, InputOrder::Used, {"keys", "count", "per"});
    addPlanOp(table, renderWindow, InputOrder::Used,
              {"by", "order", "frame", "columns", "names"});
    addPlanOp(table, renderLimit, InputOrder::Used, {"count", "offset"});
    addPlanOp(table, renderRowIndex, InputOrder::Used, {"monotonic", "name"});
    addSetOps(table);
    return table;
  }();
  return table;
}
