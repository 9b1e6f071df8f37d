//===- PipeDialect.td - The molt_pipe dialect --------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_PIPE_IR_PIPEDIALECT_TD
#define MOLT_DIALECT_PIPE_IR_PIPEDIALECT_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/AttrTypeBase.td"

def Pipe_Dialect : Dialect {
  let name = "molt_pipe";
  let cppNamespace = "::molt::pipe";
  let summary = "Pipelines over batches of rows, and typed state between them";
  let description = [{
    A plan as pipelines: each scans one source, passes batches of columns through a
    chain of batch operators, and sinks rows into states. A batch is up to
    `batch-size` rows; columns are SSA values of type `!molt_pipe.col<T>`, whose T is
    what one row has in a register: a signless integer, a float, or a string view.
    Names, nullability and decimals end above this level: a nullable column is a
    column of values and a column of `i1`.

    States are typed SSA values with reference semantics. What is being built
    (`agg_builder`, `join_builder`, `sorter`) and what is finished (`rows`,
    `join_table`) are different types, so scanning unfinished state does not
    type-check.

    This level leaves out how a batch is processed: vectors, buffers, hash function
    and row layout belong to `--convert-molt-pipe-to-vector`.
  }];
  // What stages are made of.
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::math::MathDialect", "::molt::str::StrDialect"
  ];
  let useDefaultTypePrinterParser = 1;
  let extraClassDeclaration = [{ void registerTypes(); }];
}

class Pipe_Type<string name, string typeMnemonic> : TypeDef<Pipe_Dialect, name> {
  let mnemonic = typeMnemonic;
}

def Pipe_ColType : Pipe_Type<"Col", "col"> {
  let summary = "a column of a batch";
  let parameters = (ins "Type":$elementType);
  let assemblyFormat = "`<` $elementType `>`";
  let genVerifyDecl = 1;
}

class Pipe_ListType<string name, string typeMnemonic> : Pipe_Type<name, typeMnemonic> {
  let parameters = (ins ArrayRefParameter<"Type">:$types);
  let assemblyFormat = "`<` custom<TypeList>($types) `>`";
  let genVerifyDecl = 1;
}

def Pipe_SourceType : Pipe_ListType<"Source", "source"> {
  let summary = "an input table that can be scanned";
}

def Pipe_RowsType : Pipe_ListType<"Rows", "rows"> {
  let summary = "finished rows of a state, which can be scanned";
}

class Pipe_KeyedType<string name, string typeMnemonic> : Pipe_Type<name, typeMnemonic> {
  let parameters = (ins ArrayRefParameter<"Type">:$keys,
                        ArrayRefParameter<"Type">:$values);
  let assemblyFormat = "`<` `[` custom<TypeList>($keys) `]` `,` `[` custom<TypeList>($values) `]` `>`";
  let genVerifyDecl = 1;
}

def Pipe_AggBuilderType : Pipe_KeyedType<"AggBuilder", "agg_builder"> {
  let summary = "groups under construction: types of the keys and of the aggregates' state";
}
def Pipe_JoinBuilderType : Pipe_KeyedType<"JoinBuilder", "join_builder"> {
  let summary = "the build side of a join under construction: keys and payload";
}
def Pipe_JoinTableType : Pipe_KeyedType<"JoinTable", "join_table"> {
  let summary = "a finished join hash table: keys and payload";
}
def Pipe_SorterType : Pipe_KeyedType<"Sorter", "sorter"> {
  let summary = "rows to be sorted: key words or strings, and payload";
}
def Pipe_ResultType : Pipe_ListType<"Result", "result"> {
  let summary = "the result of the program under construction";
}

def Pipe_WindowType : Pipe_Type<"Window", "window"> {
  let summary = "partitions and peers of sorted rows";
}

def Pipe_FramesType : Pipe_Type<"Frames", "frames"> {
  let summary = "the rows around each of sorted rows";
}

def Pipe_FrameStatesType : Pipe_ListType<"FrameStates", "frame_states"> {
  let summary = "states of parts of frames";
}

def Pipe_FrameIndexType : Pipe_Type<"FrameIndex", "frame_index"> {
  let summary = "the values of sorted rows by their order";
}

def Pipe_FrameIndex
    : Type<CPred<"::llvm::isa<::molt::pipe::FrameIndexType>($_self)">, "frame_index">,
      BuildableType<"$_builder.getType<::molt::pipe::FrameIndexType>()">;
def Pipe_Frames : Type<CPred<"::llvm::isa<::molt::pipe::FramesType>($_self)">, "frames">,
    BuildableType<"$_builder.getType<::molt::pipe::FramesType>()">;
def Pipe_FrameStates
    : Type<CPred<"::llvm::isa<::molt::pipe::FrameStatesType>($_self)">, "frame_states">;
def Pipe_Window : Type<CPred<"::llvm::isa<::molt::pipe::WindowType>($_self)">, "window">,
    BuildableType<"$_builder.getType<::molt::pipe::WindowType>()">;
def Pipe_Col : Type<CPred<"::llvm::isa<::molt::pipe::ColType>($_self)">, "column of a batch">;
def Pipe_Scannable
    : Type<CPred<"::llvm::isa<::molt::pipe::SourceType, ::molt::pipe::RowsType>($_self)">,
           "source or rows">;
def Pipe_AggBuilder : Type<CPred<"::llvm::isa<::molt::pipe::AggBuilderType>($_self)">, "agg_builder">;
def Pipe_JoinBuilder : Type<CPred<"::llvm::isa<::molt::pipe::JoinBuilderType>($_self)">, "join_builder">;
def Pipe_JoinTable : Type<CPred<"::llvm::isa<::molt::pipe::JoinTableType>($_self)">, "join_table">;
def Pipe_Sorter : Type<CPred<"::llvm::isa<::molt::pipe::SorterType>($_self)">, "sorter">;
def Pipe_Rows : Type<CPred<"::llvm::isa<::molt::pipe::RowsType>($_self)">, "rows">;
def Pipe_Source : Type<CPred<"::llvm::isa<::molt::pipe::SourceType>($_self)">, "source">;
def Pipe_Result : Type<CPred<"::llvm::isa<::molt::pipe::ResultType>($_self)">, "result">;

#endif // MOLT_DIALECT_PIPE_IR_PIPEDIALECT_TD
