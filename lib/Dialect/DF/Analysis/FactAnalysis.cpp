//===- FactAnalysis.cpp - What is known about values and tables -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/MathExtras.h"

using namespace molt;
using namespace molt::df;

/// Width in which bounds are rescaled: a 128-bit bound times 10^38 fits.
static constexpr unsigned kWide = 256;

//===----------------------------------------------------------------------===//
// Facts as intervals
//===----------------------------------------------------------------------===//

static FactsAttr makeFacts(MLIRContext *context, bool hasRange, const APInt &min, const APInt &max,
                           bool nonNull) {
  return FactsAttr::get(context, hasRange, min, max, nonNull);
}

/// What both say together. Contradictory ranges belong to values that do not exist;
/// then the first is kept, so that no range is ever empty.
static FactsAttr intersect(FactsAttr a, FactsAttr b) {
  bool nonNull = a.getNonNull() || b.getNonNull();
  if (!a.getHasRange() || !b.getHasRange()) {
    FactsAttr ranged = a.getHasRange() ? a : b;
    return makeFacts(a.getContext(), ranged.getHasRange(), ranged.getMin(), ranged.getMax(),
                     nonNull);
  }
  APInt min = llvm::APIntOps::smax(a.getMin(), b.getMin());
  APInt max = llvm::APIntOps::smin(a.getMax(), b.getMax());
  if (min.sgt(max))
    return makeFacts(a.getContext(), true, a.getMin(), a.getMax(), nonNull);
  return makeFacts(a.getContext(), true, min, max, nonNull);
}

/// What holds if either of them does.
static FactsAttr unite(FactsAttr a, FactsAttr b) {
  return makeFacts(a.getContext(), a.getHasRange() && b.getHasRange(),
                   llvm::APIntOps::smin(a.getMin(), b.getMin()),
                   llvm::APIntOps::smax(a.getMax(), b.getMax()), a.getNonNull() && b.getNonNull());
}

static FactsAttr addNonNull(FactsAttr facts) {
  return makeFacts(facts.getContext(), facts.getHasRange(), facts.getMin(), facts.getMax(), true);
}

/// Facts, or those of the type where there are none, within the type's range.
static FactsAttr refineByType(FactsAttr facts, Type type) {
  FactsAttr ofType = getFactsOfType(type);
  return facts ? intersect(ofType, facts) : ofType;
}

static unsigned getScale(Type type) { return getExactScale(getNonNull(type)).value_or(0); }

namespace {
/// Two operands of a comparison brought to one scale: value times factor.
struct Rescaled {
  Rescaled(Type lhsType, Type rhsType) {
    unsigned lhsScale = getScale(lhsType), rhsScale = getScale(rhsType);
    unsigned scale = std::max(lhsScale, rhsScale);
    lhsFactor = powerOfTen(scale - lhsScale).zext(kWide);
    rhsFactor = powerOfTen(scale - rhsScale).zext(kWide);
  }
  APInt lhsFactor, rhsFactor;
};
} // namespace

std::optional<bool> FactAnalysis::decide(CmpPredicate predicate, FactsAttr lhs, Type lhsType,
                                         FactsAttr rhs, Type rhsType) {
  if (!lhs.getHasRange() || !rhs.getHasRange())
    return std::nullopt;
  Rescaled scaled(lhsType, rhsType);
  APInt lhsMin = lhs.getMin().sext(kWide) * scaled.lhsFactor;
  APInt lhsMax = lhs.getMax().sext(kWide) * scaled.lhsFactor;
  APInt rhsMin = rhs.getMin().sext(kWide) * scaled.rhsFactor;
  APInt rhsMax = rhs.getMax().sext(kWide) * scaled.rhsFactor;
  bool disjoint = lhsMax.slt(rhsMin) || lhsMin.sgt(rhsMax);
  bool same = lhsMin == lhsMax && rhsMin == rhsMax && lhsMin == rhsMin;
  auto pick = [](bool yes, bool no) -> std::optional<bool> {
    return yes || no ? std::optional<bool>(yes) : std::nullopt;
  };
  switch (predicate) {
  case CmpPredicate::eq:
    return pick(same, disjoint);
  case CmpPredicate::ne:
    return pick(disjoint, same);
  case CmpPredicate::lt:
    return pick(lhsMax.slt(rhsMin), lhsMin.sge(rhsMax));
  case CmpPredicate::le:
    return pick(lhsMax.sle(rhsMin), lhsMin.sgt(rhsMax));
  case CmpPredicate::gt:
    return pick(lhsMin.sgt(rhsMax), lhsMax.sle(rhsMin));
  case CmpPredicate::ge:
    return pick(lhsMin.sge(rhsMax), lhsMax.slt(rhsMin));
  }
  llvm_unreachable("unknown predicate");
}

std::optional<unsigned> df::getDecimalDigits(FactsAttr facts) {
  if (!facts.getHasRange())
    return std::nullopt;
  APInt magnitude = llvm::APIntOps::umax(facts.getMin().abs(), facts.getMax().abs());
  unsigned digits = 1;
  while (digits < DecimalType::kMaxPrecision && magnitude.uge(powerOfTen(digits)))
    ++digits;
  return digits;
}

void df::markAssumed(Operation *root) {
  root->walk([](SourceOp source) {
    if (source.getFacts() || source.getRows())
      source.setAssumed(true);
  });
}

//===----------------------------------------------------------------------===//
// What a condition implies about columns
//===----------------------------------------------------------------------===//

namespace {
/// Facts about the block arguments of a filter's region on the rows that it keeps.
class Implications {
public:
  Implications(const FactAnalysis &analysis, Block &block) : analysis(analysis) {
    for (BlockArgument argument : block.getArguments())
      facts[argument] = analysis.getFacts(argument);
  }

  void assumeTrue(Value condition) {
    if (auto both = condition.getDefiningOp<AndOp>()) {
      assumeTrue(both.getLhs());
      assumeTrue(both.getRhs());
      return;
    }
    if (auto either = condition.getDefiningOp<OrOp>()) {
      Implications other = *this;
      assumeTrue(either.getLhs());
      other.assumeTrue(either.getRhs());
      for (auto &[argument, known] : facts)
        known = unite(known, other.facts.find(argument)->second);
      return;
    }
    if (auto negation = condition.getDefiningOp<NotOp>())
      if (auto isNull = negation.getOperand().getDefiningOp<IsNullOp>())
        assumeNonNull(isNull.getOperand());
    assumeNonNull(condition);
    if (auto cmp = condition.getDefiningOp<CmpOp>()) {
      narrow(cmp.getPredicate(), cmp.getLhs(), cmp.getRhs());
      narrow(swapOperands(cmp.getPredicate()), cmp.getRhs(), cmp.getLhs());
    }
  }

  FactsAttr get(BlockArgument argument) const { return facts.find(argument)->second; }

private:
  void assumeNonNull(Value value) {
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      facts[argument] = addNonNull(facts[argument]);
      return;
    }
    if (auto op = dyn_cast_or_null<ExpressionOpInterface>(value.getDefiningOp()))
      if (op.propagatesNull())
        for (Value operand : op->getOperands())
          assumeNonNull(operand);
  }

  /// From `value predicate other`, bounds for `value` if it is a column.
  void narrow(CmpPredicate predicate, Value value, Value other) {
    auto argument = dyn_cast<BlockArgument>(value);
    if (!argument || predicate == CmpPredicate::ne)
      return;
    auto otherArgument = dyn_cast<BlockArgument>(other);
    FactsAttr known = facts[argument];
    FactsAttr bound = otherArgument ? facts[otherArgument] : analysis.getFacts(other);
    if (!known.getHasRange() || !bound.getHasRange())
      return;
    Rescaled scaled(value.getType(), other.getType());
    APInt low = bound.getMin().sext(kWide) * scaled.rhsFactor;
    APInt high = bound.getMax().sext(kWide) * scaled.rhsFactor;
    APInt min = known.getMin().sext(kWide), max = known.getMax().sext(kWide);
    auto setMax = [&](const APInt &limit) {
      max = llvm::APIntOps::smin(max, floorDivide(limit, scaled.lhsFactor));
    };
    auto setMin = [&](const APInt &limit) {
      min = llvm::APIntOps::smax(min, -floorDivide(-limit, scaled.lhsFactor));
    };
    if (predicate == CmpPredicate::lt)
      setMax(high - 1);
    if (predicate == CmpPredicate::le || predicate == CmpPredicate::eq)
      setMax(high);
    if (predicate == CmpPredicate::gt)
      setMin(low + 1);
    if (predicate == CmpPredicate::ge || predicate == CmpPredicate::eq)
      setMin(low);
    // An empty range: no row passes, and what was known stays true.
    if (min.sle(max))
      facts[argument] =
          makeFacts(known.getContext(), true, min.trunc(128), max.trunc(128), known.getNonNull());
  }

  /// a / b rounded down, for b > 0.
  static APInt floorDivide(const APInt &a, const APInt &b) {
    return llvm::APIntOps::RoundingSDiv(a, b, APInt::Rounding::DOWN);
  }

  const FactAnalysis &analysis;
  llvm::DenseMap<Value, FactsAttr> facts;
};
} // namespace

//===----------------------------------------------------------------------===//
// Walk
//===----------------------------------------------------------------------===//

FactAnalysis::FactAnalysis(Operation *root) {
  for (Region &region : root->getRegions())
    visit(region);
}

FactsAttr FactAnalysis::getFacts(Value scalar) const {
  auto it = scalars.find(scalar);
  return it == scalars.end() ? getFactsOfType(scalar.getType()) : it->second;
}

SmallVector<FactsAttr> FactAnalysis::getOperandFacts(Operation *op) const {
  return llvm::map_to_vector(op->getOperands(), [&](Value operand) { return getFacts(operand); });
}

TableFacts FactAnalysis::getTableFacts(Value table) const {
  auto it = tables.find(table);
  if (it != tables.end())
    return it->second;
  TableFacts result;
  for (Type type : cast<TableType>(table.getType()).getTypes())
    result.columns.push_back(getFactsOfType(type));
  return result;
}

void FactAnalysis::visit(Region &region) {
  for (Block &block : region)
    for (Operation &op : block)
      visit(&op);
}

/// The smaller of two bounds.
static std::optional<uint64_t> minBound(std::optional<uint64_t> a, std::optional<uint64_t> b) {
  if (!a || !b)
    return a ? a : b;
  return std::min(*a, *b);
}

void FactAnalysis::visit(Operation *op) {
  if (RowRegionOpInterface rowOp = getRowRegionOp(op)) {
    TableFacts input;
    for (Value operand : op->getOperands())
      input.columns.append(getTableFacts(operand).columns);
    TableType type = rowOp.getRowType(op->getOperands());
    for (auto [column, argument] : llvm::zip_equal(rowOp.getRowColumns().getAsRange<StringAttr>(),
                                                   rowOp.getRowRegion().front().getArguments()))
      scalars[argument] = input.columns[*type.find(column.getValue())];
  }
  for (Region &region : op->getRegions())
    visit(region);

  if (auto expression = dyn_cast<ExpressionOpInterface>(op)) {
    Value result = op->getResult(0);
    scalars[result] = refineByType(expression.inferFacts(getOperandFacts(op)), result.getType());
    return;
  }
  llvm::TypeSwitch<Operation *>(op)
      .Case([&](SourceOp source) {
        TableFacts facts = getTableFacts(source.getResult());
        auto type = cast<TableType>(source.getType());
        if (DictionaryAttr assumed = source.getFactsAttr())
          for (NamedAttribute fact : assumed) {
            FactsAttr &known = facts.columns[*type.find(fact.getName().getValue())];
            known = intersect(known, cast<FactsAttr>(fact.getValue()));
          }
        if (source.getRows())
          facts.maxRows = *source.getRows();
        tables[source.getResult()] = facts;
      })
      .Case([&](ProjectOp project) {
        TableFacts input = getTableFacts(project.getInput()), facts;
        auto type = cast<TableType>(project.getInput().getType());
        for (StringAttr column : project.getColumns().getAsRange<StringAttr>())
          facts.columns.push_back(input.columns[*type.find(column.getValue())]);
        facts.maxRows = input.maxRows;
        tables[project.getResult()] = facts;
      })
      .Case([&](WithColumnsOp withColumns) {
        TableFacts input = getTableFacts(withColumns.getInput());
        auto type = cast<TableType>(withColumns.getType());
        TableFacts facts = getTableFacts(withColumns.getResult());
        facts.maxRows = input.maxRows;
        llvm::copy(input.columns, facts.columns.begin());
        for (auto [name, value] :
             llvm::zip_equal(withColumns.getNames().getAsRange<StringAttr>(),
                             withColumns.getBody().front().getTerminator()->getOperands()))
          facts.columns[*type.find(name.getValue())] = getFacts(value);
        tables[withColumns.getResult()] = facts;
      })
      .Case([&](FilterOp filter) { tables[filter.getResult()] = visitFilter(filter); })
      .Case(
          [&](AggregateOp aggregate) { tables[aggregate.getResult()] = visitAggregate(aggregate); })
      .Case([&](JoinOp join) { tables[join.getResult()] = visitJoin(join); })
      .Case([&](ConcatOp concat) { tables[concat.getResult()] = visitConcat(concat); })
      .Case([&](SortOp sort) { tables[sort.getResult()] = getTableFacts(sort.getInput()); })
      .Case([&](WindowOp window) {
        TableFacts facts = getTableFacts(window.getInput());
        for (Value value : window.getBody().front().getTerminator()->getOperands()) {
          FactsAttr known;
          // Places and counts of rows.
          if (isa<RowNumberOp, RankOp, DenseRankOp, NTileOp, PartitionSizeOp>(
                  value.getDefiningOp())) {
            APInt max = APInt::getSignedMaxValue(64).zext(128);
            if (facts.maxRows)
              max = llvm::APIntOps::umin(max, APInt(128, std::max<uint64_t>(*facts.maxRows, 1)));
            known = makeFacts(value.getContext(), true, APInt(128, 1), max, true);
          }
          facts.columns.push_back(refineByType(known, value.getType()));
        }
        tables[window.getResult()] = facts;
      })
      .Case([&](WithRowIndexOp index) {
        TableFacts facts = getTableFacts(index.getInput());
        APInt max = APInt::getSignedMaxValue(64).zext(128);
        if (facts.maxRows && !index.getMonotonic())
          max = llvm::APIntOps::umin(max, APInt(128, *facts.maxRows));
        facts.columns.push_back(makeFacts(op->getContext(), true, APInt(128, 0), max, true));
        tables[index.getResult()] = facts;
      })
      .Case<TopKOp, LimitOp>([&](auto limit) {
        TableFacts facts = getTableFacts(limit.getInput());
        if (auto topK = dyn_cast<TopKOp>(limit.getOperation()); topK && topK.getPer()) {
          tables[limit.getResult()] = facts;
          return;
        }
        facts.maxRows = minBound(facts.maxRows, limit.getCount());
        tables[limit.getResult()] = facts;
      });
}

TableFacts FactAnalysis::visitFilter(FilterOp op) {
  Block &block = op.getBody().front();
  Implications implied(*this, block);
  implied.assumeTrue(block.getTerminator()->getOperand(0));
  TableFacts facts = getTableFacts(op.getInput());
  auto type = cast<TableType>(op.getInput().getType());
  for (auto [column, argument] :
       llvm::zip_equal(op.getColumns().getAsRange<StringAttr>(), block.getArguments())) {
    FactsAttr &known = facts.columns[*type.find(column.getValue())];
    known = intersect(known, implied.get(argument));
  }
  return facts;
}

/// Facts about a reduction of at most `maxRows` values; `nonEmpty` if there is at
/// least one row.
static FactsAttr getAggregateFacts(Operation *op, FactsAttr operand,
                                   std::optional<uint64_t> maxRows, bool nonEmpty) {
  MLIRContext *context = op->getContext();
  APInt zero(128, 0);
  if (cast<AggregateOpInterface>(op).getWhere())
    nonEmpty = false;
  if (isa<CountOp, CountValidOp, CountDistinctOp>(op)) {
    bool atLeastOne = nonEmpty && (isa<CountOp>(op) || operand.getNonNull());
    APInt max = APInt::getSignedMaxValue(64).zext(128);
    if (maxRows)
      max = llvm::APIntOps::umin(max, APInt(128, *maxRows));
    APInt min(128, atLeastOne && !max.isZero() ? 1 : 0);
    return makeFacts(context, true, min, max, true);
  }
  if (!operand)
    return {};
  bool nonNull = nonEmpty && operand.getNonNull();
  if (isa<ArgMinOp, ArgMaxOp>(op))
    nonNull = false; // What decides may be null everywhere.
  if (isa<MinOp, MaxOp, FirstOp, LastOp, ArgMinOp, ArgMaxOp>(op))
    return makeFacts(context, operand.getHasRange(), operand.getMin(), operand.getMax(), nonNull);
  auto sum = dyn_cast<SumOp>(op);
  bool orZero = sum && sum.getOrZero();
  nonNull |= orZero;
  bool mayWrap = sum && sum.getOverflow() == Overflow::wrap;
  if (sum && operand.getHasRange() && maxRows && !mayWrap) {
    // Of at least one value, or else it is null or zero.
    APInt rows(kWide, std::max<uint64_t>(*maxRows, 1));
    APInt min = operand.getMin().sext(kWide), max = operand.getMax().sext(kWide);
    min = min.isNegative() ? min * rows : min;
    max = max.isNegative() ? max : max * rows;
    if (orZero) {
      min = llvm::APIntOps::smin(min, APInt(kWide, 0));
      max = llvm::APIntOps::smax(max, APInt(kWide, 0));
    }
    if (min.getSignificantBits() <= 128 && max.getSignificantBits() <= 128)
      return makeFacts(context, true, min.trunc(128), max.trunc(128), nonNull);
  }
  if (isa<SumOp, MeanOp, AnyOp, AllOp>(op))
    return makeFacts(context, false, zero, zero, nonNull);
  return {};
}

TableFacts FactAnalysis::visitAggregate(AggregateOp op) {
  TableFacts input = getTableFacts(op.getInput()), facts;
  auto type = cast<TableType>(op.getInput().getType());
  bool hasKeys = !op.getKeys().empty();

  // Groups are at most as many as rows, and as the values that the keys can have.
  std::optional<uint64_t> keyValues = 1;
  for (StringAttr key : op.getKeys().getAsRange<StringAttr>()) {
    FactsAttr known = input.columns[*type.find(key.getValue())];
    facts.columns.push_back(known);
    APInt values(kWide, 2); // of i1
    if (known.getHasRange())
      values = known.getMax().sext(kWide) - known.getMin().sext(kWide) + 1;
    else if (!getNonNull(type.getColumnType(key.getValue())).isInteger(1))
      keyValues = std::nullopt;
    if (!known.getNonNull())
      ++values;
    if (keyValues)
      keyValues = llvm::SaturatingMultiply(
          *keyValues, values.getLimitedValue(std::numeric_limits<uint64_t>::max()));
  }
  facts.maxRows = hasKeys ? minBound(input.maxRows, keyValues) : 1;

  for (Value value : op.getBody().front().getTerminator()->getOperands()) {
    Operation *aggregate = value.getDefiningOp();
    FactsAttr operand;
    if (!cast<AggregateOpInterface>(aggregate).getInputs().empty())
      operand = getFacts(aggregate->getOperand(0));
    FactsAttr known =
        refineByType(getAggregateFacts(aggregate, operand, input.maxRows, /*nonEmpty=*/hasKeys),
                     value.getType());
    scalars[value] = known;
    facts.columns.push_back(known);
  }
  return facts;
}

/// What holds for all inputs.
TableFacts FactAnalysis::visitConcat(ConcatOp op) {
  TableFacts facts = getTableFacts(op.getInputs()[0]);
  for (Value input : op.getInputs().drop_front()) {
    TableFacts other = getTableFacts(input);
    for (auto [known, added] : llvm::zip_equal(facts.columns, other.columns)) {
      bool hasRange = known.getHasRange() && added.getHasRange();
      APInt zero(128, 0);
      known = makeFacts(known.getContext(), hasRange,
                        hasRange ? llvm::APIntOps::smin(known.getMin(), added.getMin()) : zero,
                        hasRange ? llvm::APIntOps::smax(known.getMax(), added.getMax()) : zero,
                        known.getNonNull() && added.getNonNull());
    }
    facts.maxRows = facts.maxRows && other.maxRows
                        ? std::optional(llvm::SaturatingAdd(*facts.maxRows, *other.maxRows))
                        : std::nullopt;
  }
  return facts;
}

TableFacts FactAnalysis::visitJoin(JoinOp op) {
  TableFacts left = getTableFacts(op.getLeft()), right = getTableFacts(op.getRight());
  auto leftType = cast<TableType>(op.getLeft().getType());
  auto rightType = cast<TableType>(op.getRight().getType());
  // Rows that stay without a match keep their keys, and give nulls on the other side.
  JoinKind kind = op.getKind();
  bool allLeft = keepsLeft(kind) || kind == JoinKind::anti;
  bool allRight = keepsRight(kind);
  for (auto [leftKey, rightKey] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                                  op.getRightKeys().getAsRange<StringAttr>())) {
    FactsAttr &a = left.columns[*leftType.find(leftKey.getValue())];
    FactsAttr &b = right.columns[*rightType.find(rightKey.getValue())];
    FactsAttr both = intersect(a, b);
    if (!op.getNullEqual())
      both = addNonNull(both);
    if (!allLeft)
      a = both;
    if (!allRight)
      b = both;
  }
  TableFacts facts = left;
  if (!op.givesRight())
    return facts;
  auto dropNonNull = [](MutableArrayRef<FactsAttr> columns) {
    for (FactsAttr &known : columns)
      known = makeFacts(known.getContext(), known.getHasRange(), known.getMin(), known.getMax(),
                        /*nonNull=*/false);
  };
  if (allRight)
    dropNonNull(facts.columns);
  if (allLeft)
    dropNonNull(right.columns);
  facts.columns.append(right.columns);
  facts.maxRows = std::nullopt;
  if (left.maxRows && right.maxRows) {
    facts.maxRows = llvm::SaturatingMultiply(*left.maxRows, *right.maxRows);
    if (allLeft)
      facts.maxRows = llvm::SaturatingAdd(*facts.maxRows, *left.maxRows);
    if (allRight)
      facts.maxRows = llvm::SaturatingAdd(*facts.maxRows, *right.maxRows);
  }
  return facts;
}
