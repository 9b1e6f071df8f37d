//===- Serve.cpp - The line protocol of bench/compare ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Serve.h"
#include "Messages.h"
#include "Output.h"
#include "llvm/Support/JSON.h"
#include <iostream>

using namespace molt;
using namespace molt::run;
using llvm::json::Object;

static Object fail(std::string message) { return Object{{"error", std::move(message)}}; }

/// {"cmd": "run"}
static Object runOnce(Session &session, MoltTable **result) {
  molt_table_release(*result);
  *result = nullptr;
  if (failed(session.prepare()))
    return fail("the program does not compile");
  MoltError error;
  double start = milliseconds();
  if (session.execute(result, &error))
    return fail(describe(error));
  double elapsed = milliseconds() - start;
  double compile = session.program ? session.program->getCompiled()->getTimes().total() : 0;
  return Object{{"ms", elapsed}, {"compile_ms", compile}, {"rows", molt_table_rows(*result)}};
}

/// {"cmd": "result"}
static Object getResult(Session &session, const MoltTable *result) {
  if (!result)
    return fail("nothing has run yet");
  std::string csv;
  MoltError error;
  if (formatCsv(session.runtime, result, csv, &error))
    return fail(describe(error));
  return Object{{"csv", csv}};
}

int run::serveRequests(Session &session) {
  auto answer = [](Object object) {
    llvm::outs() << llvm::json::Value(std::move(object)) << "\n";
    llvm::outs().flush();
  };
  answer(Object{{"engine", "molt"},
                {"version", molt_runtime_version()},
                {"load_ms", session.loadMs},
                {"bytes", session.tables->fileBytes}});
  MoltTable *result = nullptr;
  std::string line;
  while (std::getline(std::cin, line)) {
    llvm::Expected<llvm::json::Value> request = llvm::json::parse(line);
    const Object *object = request ? request->getAsObject() : nullptr;
    std::optional<StringRef> command = object ? object->getString("cmd") : std::nullopt;
    if (!request)
      llvm::consumeError(request.takeError());
    if (!command)
      answer(fail("a request is a JSON object with \"cmd\""));
    else if (*command == "run")
      answer(runOnce(session, &result));
    else if (*command == "result")
      answer(getResult(session, result));
    else if (*command == "quit")
      break;
    else
      answer(fail(("unknown command \"" + *command + "\"").str()));
  }
  molt_table_release(result);
  answer(Object());
  return 0;
}
