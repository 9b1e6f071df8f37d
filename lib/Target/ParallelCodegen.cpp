//===- ParallelCodegen.cpp - Object code on two threads -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParallelCodegen.h"
#include "Molt/Target/Codegen.h"
#include "SplitModule.h"
#include <chrono>
#include <pthread.h>

using namespace molt;

static double milliseconds() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

namespace {
/// A module on its way to an object file, with all that belongs to one thread.
struct CodegenTask {
  explicit CodegenTask(llvm::TargetMachine &machine) : machine(machine) {}

  llvm::LLVMContext context;
  llvm::TargetMachine &machine;
  std::unique_ptr<llvm::Module> module;
  std::unique_ptr<llvm::MemoryBuffer> object;
  CompileTimes times; ///< optimizeLLVM and instructions only.

  void run() {
    double start = milliseconds();
    optimizeLLVM(*module, machine);
    times.optimizeLLVM = milliseconds() - start;
    for (llvm::Function &function : *module)
      if (!function.isDeclaration())
        times.instructions.push_back({function.getName().str(), function.getInstructionCount()});
    object = emitObject(*module, machine);
  }
};
} // namespace

/// Runs the second task in a thread of its own while this one does the first.
static void runTasks(ArrayRef<std::unique_ptr<CodegenTask>> tasks) {
  pthread_t thread;
  // A system without threads left is no reason to fail.
  bool isParallel = tasks.size() == 2 && pthread_create(
                                             &thread, nullptr,
                                             [](void *task) -> void * {
                                               static_cast<CodegenTask *>(task)->run();
                                               return nullptr;
                                             },
                                             tasks[1].get()) == 0;
  tasks[0]->run();
  if (isParallel)
    pthread_join(thread, nullptr);
  else if (tasks.size() == 2)
    tasks[1]->run();
}

FailureOr<std::vector<std::unique_ptr<llvm::MemoryBuffer>>>
molt::generateCode(ModuleOp module, llvm::TargetMachine &machine, StringRef target,
                   unsigned threads, CompileTimes &times) {
  double start = milliseconds();
  SmallVector<std::unique_ptr<CodegenTask>> tasks;
  // Translation may make attributes, which is for one thread.
  auto addTask = [&](ModuleOp part, llvm::TargetMachine &partMachine) {
    tasks.push_back(std::make_unique<CodegenTask>(partMachine));
    CodegenTask &task = *tasks.back();
    task.module = translateToLLVM(part, task.context, partMachine);
    return success(task.module != nullptr);
  };
  OwningOpRef<ModuleOp> second;
  std::unique_ptr<llvm::TargetMachine> secondMachine;
  if (threads > 1)
    second = splitModule(module);
  if (failed(addTask(module, machine)))
    return failure();
  if (second) {
    secondMachine = createTargetMachine(module.getLoc(), target);
    if (!secondMachine || failed(addTask(*second, *secondMachine)))
      return failure();
  }
  double translated = milliseconds();
  times.translate = translated - start;
  runTasks(tasks);
  double finished = milliseconds();

  std::vector<std::unique_ptr<llvm::MemoryBuffer>> objects;
  for (auto &task : tasks) {
    if (!task->object)
      return emitError(module.getLoc(), "the target cannot emit object code");
    objects.push_back(std::move(task->object));
    times.optimizeLLVM = std::max(times.optimizeLLVM, task->times.optimizeLLVM);
    llvm::append_range(times.instructions, task->times.instructions);
  }
  llvm::sort(times.instructions);
  times.codegen = finished - translated - times.optimizeLLVM;
  return objects;
}
