//===- DFInterfaces.td - Interfaces of molt_df operations --*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFINTERFACES_TD
#define MOLT_DIALECT_DF_IR_DFINTERFACES_TD

include "mlir/IR/OpBase.td"

def DF_RowRegionOpInterface : OpInterface<"RowRegionOpInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    A plan operation with a region that is evaluated per row: the block arguments
    are the columns that it names, in that order. Where the region is optional, ask
    `getRowRegionOp` for the interface: it gives nothing if there is no region.
  }];
  let methods = [
    InterfaceMethod<[{
        The columns of the rows that the region sees, with these operands in place of the
        operation's: those of the input; for joins those of a pair of rows.
      }], "::molt::df::TableType", "getRowType", (ins "::mlir::ValueRange":$operands), "",
      [{ return ::llvm::cast<::molt::df::TableType>(operands[0].getType()); }]>,
    InterfaceMethod<"Names of the columns that are the block's arguments.",
                    "::mlir::ArrayAttr", "getRowColumns">,
    InterfaceMethod<"Replaces these names.", "void", "setRowColumns",
                    (ins "::mlir::ArrayAttr":$columns)>,
    InterfaceMethod<"The region.", "::mlir::Region &", "getRowRegion">
  ];
}

def DF_ExpressionOpInterface : OpInterface<"ExpressionOpInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    An operation on the scalars of one row with one result. By default it
    propagates null, cannot fail, and nothing is known about its result.
  }];
  let methods = [
    InterfaceMethod<"Whether a null operand makes the result null (and nothing fails then).",
                    "bool", "propagatesNull", (ins), "", [{ return true; }]>,
    InterfaceMethod<"Whether the result can be null where no operand is.",
                    "bool", "makesNull", (ins), "", [{ return false; }]>,
    InterfaceMethod<"Whether evaluating it can fail for some non-null operands.",
                    "bool", "canFail", (ins), "", [{ return false; }]>,
    InterfaceMethod<[{
        As `canFail`, for non-null operands that agree with these facts (null
        attributes: nothing known).
      }], "bool", "canFailWith",
      (ins "::llvm::ArrayRef<::molt::df::FactsAttr>":$operands), "",
      [{ return $_op.canFail(); }]>,
    InterfaceMethod<[{
        Which outcomes there can be for rows whose operands have these: three-valued logic,
        without regard to values. None if it fails then.
      }], "::molt::df::Outcomes", "inferOutcomes",
      (ins "::llvm::ArrayRef<::molt::df::Outcomes>":$operands), "",
      [{ return ::molt::df::inferOutcomesOfNulls($_op, $_op.propagatesNull(), $_op.makesNull(), operands); }]>,
    InterfaceMethod<[{
        What evaluating it on a row costs, relative to an integer comparison (1): the
        order in which filters are tried.
      }], "unsigned", "getCost", (ins), "", [{ return 1; }]>,
    InterfaceMethod<[{
        If it compares its two operands, by the order of values: how.
      }], "std::optional<::molt::df::CmpPredicate>", "getComparison", (ins), "",
      [{ return std::nullopt; }]>,
    InterfaceMethod<[{
        What follows for the result from facts about the operands (null attributes:
        nothing known). Ranges are of unscaled decimals and days of dates.
      }], "::molt::df::FactsAttr", "inferFacts",
      (ins "::llvm::ArrayRef<::molt::df::FactsAttr>":$operands), "", [{ return {}; }]>
  ];
}

def DF_OverflowOpInterface : OpInterface<"OverflowOpInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    An expression whose result may not fit its type, and which says what happens then:
    operations with an attribute `overflow` have all that is needed.
  }];
  let methods = [
    InterfaceMethod<"What happens then.", "::molt::df::Overflow", "getOverflow">,
    InterfaceMethod<"Changes that.", "void", "setOverflow", (ins "::molt::df::Overflow":$overflow)>
  ];
}

def DF_AggregateOpInterface : OpInterface<"AggregateOpInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    A reduction over the rows of a group, usable in the region of
    `molt_df.aggregate`: scalar operands, the last of which may be a condition, one result.
  }];
  let methods = [
    InterfaceMethod<"The condition on which rows are reduced, or null.", "::mlir::Value",
                    "getWhere">,
    InterfaceMethod<"The values that are reduced.", "::mlir::ValueRange", "getInputs", (ins), "",
      [{ return $_op->getOperands().drop_back($_op.getWhere() ? 1 : 0); }]>,
    InterfaceMethod<"Whether equal values count once.", "bool", "getDistinct", (ins), "",
                    [{ return false; }]>
  ];
}

def DF_WindowFunctionOpInterface : OpInterface<"WindowFunctionOpInterface"> {
  let cppNamespace = "::molt::df";
  let description = [{
    A function of the place of a row in its partition, or of other rows there, usable in the
    region of `molt_df.window`: one result.
  }];
}

#endif // MOLT_DIALECT_DF_IR_DFINTERFACES_TD
