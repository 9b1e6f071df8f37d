//===- RandomFunctions.cpp - Random functions of strings ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a function needs is a row of letters, one for each operand: `s` a string as the first one,
// `a` a number of a position or part, `w` a number of code points that the result may have, `c` a
// separator and `f` a code point, which are constants and right unless failures are wanted, `k` a
// step likewise. A capital letter is an operand that can be left out.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "RandomExpr.h"

using namespace molt;
using namespace molt::fuzz;

namespace {
/// Has no attributes.
template <typename OpTy> struct Attributes {
  static void set(Random &, MLIRContext *, typename OpTy::Properties &) {}
};

template <typename AttrTy, typename EnumTy>
AttrTy randomCase(Random &random, MLIRContext *context, int64_t last) {
  return AttrTy::get(context, static_cast<EnumTy>(random.between(0, last)));
}

UnitAttr randomUnit(Random &random, MLIRContext *context) {
  return random.chance(50) ? UnitAttr::get(context) : UnitAttr();
}
} // namespace

#define MOLT_ATTRIBUTES(OP, CODE)                                                                  \
  namespace {                                                                                      \
  template <> struct Attributes<str::OP> {                                                         \
    static void set(Random &random, MLIRContext *context, str::OP::Properties &p) { CODE; }        \
  };                                                                                               \
  }
MOLT_ATTRIBUTES(
    NormalizeOp,
    p.form = (randomCase<str::NormalizationFormAttr, str::NormalizationForm>(random, context, 3)))
MOLT_ATTRIBUTES(
    IsNormalizedOp,
    p.form = (randomCase<str::NormalizationFormAttr, str::NormalizationForm>(random, context, 3)))
MOLT_ATTRIBUTES(IsOp,
                p.kind = (randomCase<str::StringClassAttr, str::StringClass>(random, context, 11)))
MOLT_ATTRIBUTES(StripOp, p.side = (randomCase<str::SideAttr, str::Side>(random, context, 2)))
MOLT_ATTRIBUTES(SplitOp, p.from_right = randomUnit(random, context))
MOLT_ATTRIBUTES(SplitLinesOp, p.keep_ends = randomUnit(random, context))
MOLT_ATTRIBUTES(PartitionOp, p.piece = (randomCase<str::PieceAttr, str::Piece>(random, context, 2));
                p.at_last = randomUnit(random, context))
MOLT_ATTRIBUTES(TranslateOp,
                p.table = DictionaryAttr::get(context, {{"a", StringAttr::get(context, "bc")},
                                                        {"b", StringAttr::get(context, "")}}))
MOLT_ATTRIBUTES(EncodeOp, p.codec = (randomCase<str::CodecAttr, str::Codec>(random, context, 2));
                p.errors = (randomCase<str::CodecErrorsAttr, str::CodecErrors>(random, context, 2)))
MOLT_ATTRIBUTES(DecodeOp, p.codec = (randomCase<str::CodecAttr, str::Codec>(random, context, 4));
                p.errors = (randomCase<str::CodecErrorsAttr, str::CodecErrors>(random, context, 2)))
#undef MOLT_ATTRIBUTES

/// Whether an operand must be of one of these kinds.
template <typename OpTy> static bool takes(const Values &facts) {
  if constexpr (std::is_same_v<OpTy, str::DecodeOp>)
    return facts.isBinary();
  else if constexpr (llvm::is_one_of<OpTy, str::CasefoldOp, str::NormalizeOp, str::IsNormalizedOp,
                                     str::EncodeOp, str::IsOp>::value)
    return facts.isString();
  else
    return facts.isString() || facts.isBinary();
}

template <typename T, typename = void> struct HasSegments : std::false_type {};
template <typename T>
struct HasSegments<T, std::void_t<decltype(std::declval<T>().operandSegmentSizes)>>
    : std::true_type {};

/// A string constant of the type of `like`, or nothing if a random one will do.
static Operand makeTextConstant(OpBuilder &builder, const Operand &like, StringRef text) {
  auto constant = df::ConstantOp::create(builder, builder.getUnknownLoc(), like.facts.type,
                                         StringAttr::get(builder.getContext(), text));
  Values facts;
  facts.type = like.facts.type;
  return {constant, facts};
}

template <typename OpTy> bool ExprGenerator::applyFunction() {
  auto first = pick(takes<OpTy>);
  if (!first)
    return false;
  typename OpTy::Properties properties;
  Attributes<OpTy>::set(random, builder.getContext(), properties);
  SmallVector<Operand> operands = {*first};
  SmallVector<int32_t> sizes = {1};
  double bytes = bytesOf(first->facts);
  // The empty string is in each string.
  constexpr bool mustFind = llvm::is_one_of<OpTy, str::IndexOp, str::RIndexOp>::value;
  bool findsNothing = mustFind && !takeRisk();
  for (char letter : functionShape<OpTy>().drop_front()) {
    if (findsNothing && letter == 's') {
      operands.push_back(makeTextConstant(builder, *first, ""));
      sizes.push_back(1);
      continue;
    }
    if (std::isupper(letter) && (findsNothing || random.chance(40))) {
      sizes.push_back(0);
      continue;
    }
    sizes.push_back(1);
    bool isRight = !takeRisk();
    switch (std::tolower(letter)) {
    case 's':
      operands.push_back(pickLike(*first));
      break;
    case 'c':
      operands.push_back(isRight
                             ? makeTextConstant(builder, *first, random.pick({"a", "b", " ", "aa"}))
                             : pickLike(*first));
      break;
    case 'f':
      operands.push_back(isRight ? makeTextConstant(builder, *first, random.pick({"a", ".", " "}))
                                 : pickLike(*first));
      break;
    case 'k':
      operands.push_back(isRight ? makeInteger(random.pick({1, 2, -1, -3})) : pickPosition());
      break;
    case 'w':
      operands.push_back(makeInteger(random.between(-2, 40)));
      break;
    default:
      operands.push_back(pickPosition());
      break;
    }
    if (operands.back().facts.isString() || operands.back().facts.isBinary())
      bytes += bytesOf(operands.back().facts);
  }
  // The most that repetitions and tabs, decompositions, and others make of a byte.
  constexpr bool repeats = llvm::is_one_of<OpTy, str::RepeatOp, str::ExpandTabsOp>::value;
  if constexpr (std::is_same_v<OpTy, str::ReplaceOp>)
    bytes = bytesOf(operands[0].facts) * bytesOf(operands[2].facts);
  else
    bytes *= repeats ? 40 : std::is_same_v<OpTy, str::NormalizeOp> ? 12 : 3;
  bytes += 4 * 40; // Padding.
  if (bytes > kMostBytes)
    return false;
  if constexpr (HasSegments<typename OpTy::Properties>::value)
    llvm::copy(sizes, properties.operandSegmentSizes.begin());
  SmallVector<mlir::Value> values;
  for (const Operand &operand : operands)
    values.push_back(operand.value);
  mlir::Value result = create<OpTy>(values, properties);
  if (!result)
    return false;
  auto function = cast<str::FunctionOpInterface>(result.getDefiningOp());
  if (!mayFail && !mustFind && !function.getErrorMessage().empty()) {
    function->erase();
    return false;
  }
  Values facts = describe(df::getNonNull(result.getType()), {&*first});
  facts.isNullable = facts.hasNulls = df::isNullable(result.getType());
  if (facts.isInteger())
    facts.min = -1, facts.max = 2147483648.0;
  else
    facts.max = bytes;
  pool.push_back({result, facts});
  return true;
}

#define MOLT_FUNCTION(OP, SHAPE)                                                                   \
  template <> StringRef ExprGenerator::functionShape<str::OP>() { return SHAPE; }
#include "StringFunctions.def"
#undef MOLT_FUNCTION

void ExprGenerator::addFunctionKinds(std::vector<Kind> &list) {
#define MOLT_FUNCTION(OP, SHAPE)                                                                   \
  list.push_back({str::OP::getOperationName(), 1, &ExprGenerator::applyFunction<str::OP>, true});
#include "StringFunctions.def"
#undef MOLT_FUNCTION
}
