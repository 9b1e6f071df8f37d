//===- SplitModule.cpp - Modules to be compiled in parallel ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SplitModule.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/SymbolTable.h"

using namespace molt;

/// Operations for which it is not worth while to start a thread: about 2 ms.
static constexpr size_t kLeastOperations = 200;

static size_t getSize(Operation *op) {
  size_t size = 0;
  op->walk([&](Operation *) { ++size; });
  return size;
}

/// Adds to `module` what it names and does not have, from `other`.
static void declareMissing(ModuleOp module, ModuleOp other) {
  SymbolTable symbols(module), others(other);
  module.walk([&](Operation *op) {
    op->getAttrDictionary().walk([&](FlatSymbolRefAttr name) {
      if (symbols.lookup(name.getValue()))
        return;
      Operation *original = others.lookup(name.getValue());
      if (!original)
        return;
      auto function = dyn_cast<LLVM::LLVMFuncOp>(original);
      if (!function || function.isExternal()) {
        symbols.insert(original->clone());
        return;
      }
      function.setLinkage(LLVM::Linkage::External);
      function.setVisibility(SymbolTable::Visibility::Public);
      OpBuilder b(module.getContext());
      symbols.insert(LLVM::LLVMFuncOp::create(b, function.getLoc(), function.getName(),
                                              function.getFunctionType()));
    });
  });
}

/// Erases declarations and constants that nothing in the module names.
static void eraseUnused(ModuleOp module) {
  llvm::DenseSet<StringAttr> used;
  module.walk([&](Operation *op) {
    op->getAttrDictionary().walk([&](FlatSymbolRefAttr name) { used.insert(name.getAttr()); });
  });
  for (Operation &op : llvm::make_early_inc_range(*module.getBody())) {
    auto function = dyn_cast<LLVM::LLVMFuncOp>(op);
    bool isNeeded = function ? !function.isExternal() : !isa<LLVM::GlobalOp>(op);
    if (!isNeeded && !used.contains(SymbolTable::getSymbolName(&op)))
      op.erase();
  }
}

OwningOpRef<ModuleOp> molt::splitModule(ModuleOp module) {
  SmallVector<std::pair<size_t, LLVM::LLVMFuncOp>> functions;
  size_t total = 0;
  for (auto function : module.getOps<LLVM::LLVMFuncOp>())
    if (!function.isExternal()) {
      functions.push_back({getSize(function), function});
      total += functions.back().first;
    }
  if (functions.size() < 2 || total < kLeastOperations)
    return {};
  // The largest first, each to the smaller part.
  llvm::stable_sort(functions, [](auto &a, auto &b) { return a.first > b.first; });
  OwningOpRef<ModuleOp> result = ModuleOp::create(module.getLoc());
  size_t stays = 0, goes = 0;
  for (auto &[size, function] : functions) {
    if (stays <= goes) {
      stays += size;
      continue;
    }
    goes += size;
    function->remove();
    result->push_back(function);
  }
  declareMissing(*result, module);
  declareMissing(module, *result);
  eraseUnused(module);
  return result;
}
