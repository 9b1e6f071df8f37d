//===- StrInterfaces.td - Interfaces of molt_str -----------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STRINTERFACES_TD
#define MOLT_DIALECT_STR_IR_STRINTERFACES_TD

include "mlir/IR/OpBase.td"

def Str_FunctionOpInterface : OpInterface<"FunctionOpInterface"> {
  let cppNamespace = "::molt::str";
  let description = [{
    A function of strings that a kernel of Molt/Text/Functions.def computes. Folding, lowering and
    code generation come from this.
  }];
  let methods = [
    InterfaceMethod<"The kernel.", "::llvm::StringRef", "getFunction", (ins), "",
                    [{ return $_op->getName().stripDialect(); }]>,
    InterfaceMethod<"The attributes as the kernel gets them.", "std::string", "encodeParameters",
                    (ins), "", [{ return {}; }]>,
    InterfaceMethod<[{
        What is wrong where the kernel says so, beginning with the class of CPython's exception;
        empty where that cannot be.
      }], "std::string", "getErrorMessage", (ins), "", [{ return {}; }]>
  ];
}

#endif // MOLT_DIALECT_STR_IR_STRINTERFACES_TD
