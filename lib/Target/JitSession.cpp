//===- JitSession.cpp - Machine code in this process ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JitSession.h"
#include "Symbols.h"
#include "llvm/ExecutionEngine/JITEventListener.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/ExecutionEngine/Orc/RTDyldObjectLinkingLayer.h"
#include "llvm/ExecutionEngine/SectionMemoryManager.h"
#include "llvm/Object/ObjectFile.h"
#include "llvm/Object/SymbolSize.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"

using namespace molt;

/// Lines for perf: address, size and name of each function.
class JitSession::PerfMapListener : public llvm::JITEventListener {
public:
  void notifyObjectLoaded(ObjectKey, const llvm::object::ObjectFile &object,
                          const llvm::RuntimeDyld::LoadedObjectInfo &info) override {
    llvm::object::OwningBinary<llvm::object::ObjectFile> debug = info.getObjectForDebug(object);
    if (!debug.getBinary())
      return;
    std::string path = "/tmp/perf-" + std::to_string(llvm::sys::Process::getProcessId()) + ".map";
    std::error_code error;
    llvm::raw_fd_ostream out(path, error, llvm::sys::fs::OF_Append);
    if (error)
      return;
    for (auto &[symbol, size] : llvm::object::computeSymbolSizes(*debug.getBinary())) {
      auto type = symbol.getType();
      auto name = symbol.getName();
      auto address = symbol.getAddress();
      if (type && name && address && *type == llvm::object::SymbolRef::ST_Function)
        out << llvm::format_hex_no_prefix(*address, 1) << " " << llvm::format_hex_no_prefix(size, 1)
            << " " << *name << "\n";
      llvm::consumeError(type.takeError());
      llvm::consumeError(name.takeError());
      llvm::consumeError(address.takeError());
    }
  }
};

JitSession::JitSession() : perfMap(std::make_unique<PerfMapListener>()) {}
JitSession::~JitSession() = default;

llvm::Expected<std::unique_ptr<JitSession>> JitSession::create(llvm::TargetMachine &machine,
                                                               bool perfMap) {
  using namespace llvm::orc;
  std::unique_ptr<JitSession> result(new JitSession());
  auto session =
      LLJITBuilder()
          .setJITTargetMachineBuilder(JITTargetMachineBuilder(machine.getTargetTriple()))
          .setDataLayout(machine.createDataLayout())
          .setLinkProcessSymbolsByDefault(false)
          .setPlatformSetUp(setUpInactivePlatform)
          .setObjectLinkingLayerCreator(
              [&](ExecutionSession &execution) -> llvm::Expected<std::unique_ptr<ObjectLayer>> {
                auto layer = std::make_unique<RTDyldObjectLinkingLayer>(
                    execution, [](const llvm::MemoryBuffer &) {
                      return std::make_unique<llvm::SectionMemoryManager>();
                    });
                layer->registerJITEventListener(
                    *llvm::JITEventListener::createGDBRegistrationListener());
                if (perfMap)
                  layer->registerJITEventListener(*result->perfMap);
                return layer;
              })
          .create();
  if (!session)
    return session.takeError();
  result->session = std::move(*session);
  // By default ORC prints.
  result->session->getExecutionSession().setErrorReporter(
      [text = &result->reported](llvm::Error error) {
        *text += (text->empty() ? "" : "; ") + llvm::toString(std::move(error));
      });
  SymbolMap symbols;
  for (auto [name, address] : getCallableSymbols())
    symbols[result->session->mangleAndIntern(name)] = {ExecutorAddr::fromPtr(address),
                                                       llvm::JITSymbolFlags::Exported |
                                                           llvm::JITSymbolFlags::Callable};
  if (llvm::Error error =
          result->session->getMainJITDylib().define(absoluteSymbols(std::move(symbols))))
    return std::move(error);
  return result;
}

llvm::Expected<void *> JitSession::link(std::vector<std::unique_ptr<llvm::MemoryBuffer>> objects,
                                        llvm::StringRef symbol) {
  for (std::unique_ptr<llvm::MemoryBuffer> &object : objects)
    if (llvm::Error error = session->addObjectFile(std::move(object)))
      return std::move(error);
  auto address = session->lookup(symbol);
  if (address)
    return address->toPtr<void *>();
  std::string returned = llvm::toString(address.takeError());
  // The reported errors name the cause.
  return llvm::createStringError(reported.empty() ? returned : reported);
}
