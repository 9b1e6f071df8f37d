//===- PlanRebuilder.h - Changing schemas through type inference *- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table's schema is its type, and the types of plan operations are inferred. So
// nothing changes a result type in place: an operation with another schema is a new
// operation, and its users are rebuilt with their types inferred anew. This is the
// one place that does it.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_UTILS_PLANREBUILDER_H
#define MOLT_DIALECT_DF_UTILS_PLANREBUILDER_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"

namespace molt::df {

/// Clones an operation at the builder's insertion point with other operands. Result
/// types are inferred from them (operations without inference keep theirs). Regions
/// are cloned as they are. Fails, without a diagnostic and without leaving an
/// operation behind, where there is no result type for the new operands.
FailureOr<Operation *> cloneInferringTypes(OpBuilder &builder, Operation *op,
                                           ValueRange operands);
/// The same with operands mapped through `mapping`, to which the results are added.
FailureOr<Operation *> cloneInferringTypes(OpBuilder &builder, Operation *op, IRMapping &mapping);

/// The operations of a row region that the values depend on, in program order, and
/// the block arguments among what they use.
struct ExpressionSlice {
  SmallVector<Operation *> operations;
  llvm::SmallSetVector<BlockArgument, 8> arguments;
};
ExpressionSlice getSlice(ValueRange values);

/// A row region in the making: one block whose arguments are columns of `table`.
class RowRegion {
public:
  RowRegion(OpBuilder &builder, TableType table);

  /// The argument that stands for a column; a column has one argument at most.
  Value getColumn(Location loc, StringRef name);
  /// Clones the expressions that `values` depend on and returns their copies.
  /// `mapping` says what stands for the block arguments of the original, or else
  /// `columns` names the column of each argument of their block. Fails where types
  /// cannot be inferred.
  FailureOr<SmallVector<Value>> clone(ValueRange values, ArrayAttr columns, IRMapping &mapping);
  /// Clones all expressions of a row region, also those that nothing uses: they may fail.
  LogicalResult cloneExpressions(RowRegionOpInterface op, IRMapping &mapping);
  /// The same, and copies of what the region yields.
  FailureOr<SmallVector<Value>> cloneYielded(RowRegionOpInterface op, IRMapping &mapping);
  /// Ends the block with molt_df.yield.
  void yield(Location loc, ValueRange values);

  /// Where expressions go.
  Block *getBlock() { return block; }

  /// The columns of the arguments, for the operation's attribute.
  ArrayAttr getColumnNames() const { return builder.getArrayAttr(names); }
  std::unique_ptr<Region> take() { return std::move(region); }

private:
  OpBuilder &builder;
  TableType table;
  std::unique_ptr<Region> region;
  Block *block;
  SmallVector<Attribute> names;
};

/// Creates a plan operation whose result type may depend on its region, as types of
/// with_columns and aggregate do. Fails where inference does (with its diagnostic).
template <typename OpTy>
FailureOr<OpTy> createPlanOp(OpBuilder &builder, Location loc, ValueRange operands,
                             const typename OpTy::Properties &properties,
                             std::unique_ptr<Region> region = nullptr) {
  OperationState state(loc, OpTy::getOperationName());
  state.addOperands(operands);
  state.getOrAddProperties<typename OpTy::Properties>() = properties;
  if (region)
    state.addRegion(std::move(region));
  if (failed(OpTy::inferReturnTypes(builder.getContext(), loc, state.operands,
                                    DictionaryAttr::get(builder.getContext()),
                                    state.getRawProperties(), state.regions, state.types)))
    return failure();
  return cast<OpTy>(builder.create(state));
}

/// Rewrites the plan of a function, operation by operation in program order.
///
///     PlanRebuilder plan(function);
///     plan.run([&](Operation *op) -> LogicalResult {
///       // Make what stands for `op` from plan.lookup(operand)s, then:
///       plan.replace(op, newTable);
///     });
///
/// An operation for which nothing was said is kept, or rebuilt if one of its
/// operands was replaced. Where a replaced table leaves the plan (it is returned,
/// or passed to something else), its old columns are restored by a `project`, and casts
/// where they are no longer nullable, so replacements must keep the columns that are needed
/// there, with their types.
class PlanRebuilder {
public:
  explicit PlanRebuilder(Operation *root);

  /// What stands for a table now: itself, if nothing replaces it.
  Value lookup(Value table) const { return mapping.lookupOrDefault(table); }
  /// Has `table` stand for the result of a plan operation.
  void replace(Operation *op, Value table);
  /// A builder that inserts in front of the operation at work.
  OpBuilder &getBuilder() { return builder; }

  LogicalResult run(function_ref<LogicalResult(Operation *)> rewrite);

private:
  LogicalResult rebuild(Operation *op);
  LogicalResult restore(Operation *op);

  Operation *root;
  OpBuilder builder;
  IRMapping mapping;
};

/// Whether this is an operation from tables to a table of molt_df.
bool isPlanOp(Operation *op);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_UTILS_PLANREBUILDER_H
