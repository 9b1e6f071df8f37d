//===- LinkTest.cpp - What compiled code can reach ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include "Molt/Dialect/RT/IR/RT.h"
#include "Symbols.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Target/LLVMIR/LLVMTranslationInterface.h"
#include "mlir/Target/LLVMIR/ModuleTranslation.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/Module.h"

using namespace molt;
using namespace molt::target::test;
using ::testing::HasSubstr;

namespace {

/// Lets a program call what it could not call: the attribute test_call.callee of a
/// function becomes a call of that name in LLVM IR.
class TestCallDialect : public Dialect {
public:
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(TestCallDialect)
  static StringRef getDialectNamespace() { return "test_call"; }
  explicit TestCallDialect(MLIRContext *context)
      : Dialect(getDialectNamespace(), context, TypeID::get<TestCallDialect>()) {
    addInterfaces<Translation>();
  }

private:
  struct Translation : LLVMTranslationDialectInterface {
    using LLVMTranslationDialectInterface::LLVMTranslationDialectInterface;
    LogicalResult amendOperation(Operation *op, ArrayRef<llvm::Instruction *>,
                                 NamedAttribute attribute,
                                 LLVM::ModuleTranslation &translation) const override {
      llvm::Module *module = translation.getLLVMModule();
      llvm::Function *function =
          translation.lookupFunction(cast<LLVM::LLVMFuncOp>(op).getName());
      if (!function || function->isDeclaration())
        return success();
      llvm::IRBuilder<> builder(&function->getEntryBlock(), function->getEntryBlock().begin());
      builder.CreateCall(module->getOrInsertFunction(
          cast<StringAttr>(attribute.getValue()).getValue(), builder.getInt32Ty()));
      return success();
    }
  };
};

std::string callingProgram(const std::string &callee) {
  return "func.func @main() -> !molt_df.table<\"x\": i64> attributes {test_call.callee = \"" +
         callee + R"("} {
      %t = molt_df.source "t" : !molt_df.table<"x": i64>
      return %t : !molt_df.table<"x": i64>
    })";
}

// A function that the process has, and that programs have no business with.
TEST_F(TargetTest, UnknownSymbolIsALinkError) {
  context.loadDialect<TestCallDialect>();
  for (const char *callee : {"system", "abort", "molt_table_release", "molt_rt_unknown"}) {
    EXPECT_FALSE(compile(callingProgram(callee))) << callee;
    EXPECT_THAT(messages, HasSubstr("cannot link")) << callee;
    EXPECT_THAT(messages, HasSubstr(callee));
  }
  // The device itself is sound: what is on the list can be linked.
  EXPECT_TRUE(compile(callingProgram("molt_rt_worker_count"))) << messages;
}

TEST_F(TargetTest, SymbolsAreTheListAndSupportRoutines) {
  llvm::StringSet<> symbols;
  for (auto [name, address] : getCallableSymbols()) {
    EXPECT_TRUE(symbols.insert(name).second) << name << " is there twice";
    EXPECT_NE(address, nullptr) << name;
  }
  for (const rt::RuntimeFunction &function : rt::getRuntimeFunctions())
    EXPECT_TRUE(symbols.erase(function.name)) << function.name.str();
  // Whatever is left is on the closed list of docs/rationale/molt_rt.md.
  llvm::StringSet<> support = {
      "memcpy",        "memmove",   "memset",     "memcmp",      "bcmp",          "__divti3",
      "__modti3",      "__udivti3", "__umodti3",  "__floattidf", "__floatuntidf", "__floattisf",
      "__floatuntisf", "__fixdfti", "__fixsfti",  "trunc",       "floor",         "roundeven",
      "truncf",        "floorf",    "roundevenf", "ceil",        "ceilf",         "round",
      "roundf",        "fmod",      "fmodf"};
  for (auto &entry : symbols)
    EXPECT_TRUE(support.contains(entry.getKey())) << entry.getKey().str();
}

// Everything that LLVM makes calls of is on the list, on each target: 128 and 256 bit
// arithmetic and conversions.
TEST_F(TargetTest, SupportRoutinesSuffice) {
  const char *text = R"(
    !t = !molt_df.table<"d": !molt_df.decimal<38, 2>, "e": !molt_df.decimal<20, 0>, "f": f64, "g": f32, "u": ui64, "x": i64>
    !r = !molt_df.table<"s": i64, "t": f64?, "u": f64?, "v": f32?, "w": f64?, "x": f64?, "y": f64?, "z": f64?, "za": !molt_df.decimal<38, 6>?, "zb": !molt_df.decimal<38, 0>?, "zc": f64?, "zd": i64?, "ze": ui64?, "zf": f64?>
    func.func @main() -> !r {
      %t = molt_df.source "t" : !t
      %w = molt_df.with_columns %t ["d", "e", "f", "g", "u", "x"] -> ["a", "b", "c", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"] {
      ^bb0(%d: !molt_df.decimal<38, 2>, %e: !molt_df.decimal<20, 0>, %f: f64, %g: f32, %u: ui64, %x: i64):
        %a = molt_df.mul %d, %e : !molt_df.decimal<38, 2>, !molt_df.decimal<20, 0>
        %b = molt_df.cast %d : !molt_df.decimal<38, 2> to f64
        %c = molt_df.cast %d : !molt_df.decimal<38, 2> to f32
        %h = molt_df.cast %f : f64 to !molt_df.decimal<38, 2>
        %i = molt_df.cast %g : f32 to ui64
        %j = molt_df.cast %u : ui64 to f32
        %k = molt_df.cast %u : ui64 to f64
        %l = molt_df.div %e, %e : !molt_df.decimal<20, 0>, !molt_df.decimal<20, 0>
        %m = molt_df.cast %d : !molt_df.decimal<38, 2> to !molt_df.decimal<10, 0>
        %n = molt_df.cast %f : f64 to i64
        %o = molt_df.div %x, %x : i64, i64
        %p = molt_df.div %u, %u : ui64, ui64
        %q = molt_df.cast %g : f32 to f64
        molt_df.yield %a, %b, %c, %h, %i, %j, %k, %l, %m, %n, %o, %p, %q : !molt_df.decimal<38, 2>, f64, f32, !molt_df.decimal<38, 2>, ui64, f32, f64, !molt_df.decimal<26, 6>, !molt_df.decimal<10, 0>, i64, i64, ui64, f64
      } : !t
      %r = molt_df.aggregate %w by [] of ["a", "b", "c", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"] -> ["s", "t", "u", "v", "w", "x", "y", "z", "za", "zb", "zc", "zd", "ze", "zf"] {
      ^bb0(%a: !molt_df.decimal<38, 2>, %b: f64, %c: f32, %h: !molt_df.decimal<38, 2>, %i: ui64, %j: f32, %k: f64, %l: !molt_df.decimal<26, 6>, %m: !molt_df.decimal<10, 0>, %n: i64, %o: i64, %p: ui64, %q: f64):
        %s0 = molt_df.count
        %s1 = molt_df.mean %a : !molt_df.decimal<38, 2>
        %s2 = molt_df.sum %b : f64
        %s3 = molt_df.max %c : f32
        %s4 = molt_df.mean %h : !molt_df.decimal<38, 2>
        %s5 = molt_df.mean %i : ui64
        %s6 = molt_df.mean %j : f32
        %s7 = molt_df.min %k : f64
        %s8 = molt_df.sum %l : !molt_df.decimal<26, 6>
        %s9 = molt_df.sum %m : !molt_df.decimal<10, 0>
        %s10 = molt_df.mean %n : i64
        %s11 = molt_df.sum %o : i64
        %s12 = molt_df.sum %p : ui64
        %s13 = molt_df.sum %q : f64
        molt_df.yield %s0, %s1, %s2, %s3, %s4, %s5, %s6, %s7, %s8, %s9, %s10, %s11, %s12, %s13 : i64, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f32>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<38, 6>>, !molt_df.nullable<!molt_df.decimal<38, 0>>, !molt_df.nullable<f64>, !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<f64>
      } : !molt_df.table<"d": !molt_df.decimal<38, 2>, "e": !molt_df.decimal<20, 0>, "f": f64, "g": f32, "u": ui64, "x": i64, "a": !molt_df.decimal<38, 2>, "b": f64, "c": f32, "h": !molt_df.decimal<38, 2>, "i": ui64, "j": f32, "k": f64, "l": !molt_df.decimal<26, 6>, "m": !molt_df.decimal<10, 0>, "n": i64, "o": i64, "p": ui64, "q": f64>
      return %r : !r
    })";
  for (const std::string &target : targets()) {
    CompileOptions options;
    options.target = target;
    EXPECT_TRUE(compile(text, options)) << target << ": " << messages;
  }
}

} // namespace
