//===- StrDialect.cpp - The molt_str dialect ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Support/Utf8.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::str;

#include "Molt/Dialect/Str/IR/StrDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/Str/IR/StrTypes.cpp.inc"

#include "Molt/Dialect/Str/IR/StrEnums.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/Str/IR/StrAttrs.cpp.inc"

void StrDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "Molt/Dialect/Str/IR/StrTypes.cpp.inc"
      >();
}

void StrDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "Molt/Dialect/Str/IR/StrAttrs.cpp.inc"
      >();
}

void StrDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/Str/IR/StrOps.cpp.inc"
      >();
}

LogicalResult StrDialect::verifyOperationAttribute(Operation *op, NamedAttribute attribute) {
  if (attribute.getName() != kUnicodeAttrName)
    return op->emitOpError() << "has an attribute " << attribute.getName()
                             << ", which molt_str does not know; modules can have "
                             << kUnicodeAttrName;
  auto version = dyn_cast<StringAttr>(attribute.getValue());
  if (!isa<ModuleOp>(op))
    return op->emitOpError() << "has the attribute " << kUnicodeAttrName << ", which modules have";
  if (!version || (version.getValue() != "14.0" && version.getValue() != "15.0"))
    return op->emitOpError() << "attribute " << kUnicodeAttrName << " is " << attribute.getValue()
                             << "; expected \"14.0\" or \"15.0\"";
  return success();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

bool Utf8Type::isText() const { return true; }
bool BinaryType::isText() const { return false; }

LogicalResult ConstantOp::verify() {
  if (!getBinary() && !isValidUtf8(getValue()))
    return emitOpError() << "value " << getValueAttr() << " is not valid UTF-8";
  return success();
}

/// Folds give scalars of molt_df in its plans and in plain functions, and the
/// constants of the levels below (arith's and molt_str's) in the regions of others.
Operation *StrDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type,
                                           Location loc) {
  Operation *parent = builder.getInsertionBlock()->getParentOp();
  if (isa_and_nonnull<df::DFDialect, func::FuncDialect>(parent->getDialect()))
    return getContext()->getLoadedDialect<df::DFDialect>()->materializeConstant(builder, value,
                                                                                type, loc);
  if (auto text = dyn_cast<StringAttr>(value); text && isa<Utf8Type>(type))
    return ConstantOp::create(builder, loc, text.getValue(), !isValidUtf8(text.getValue()));
  if (auto number = dyn_cast<TypedAttr>(value); number && number.getType() == type)
    return builder.getContext()->getOrLoadDialect<arith::ArithDialect>()->materializeConstant(
        builder, value, type, loc);
  return nullptr;
}
