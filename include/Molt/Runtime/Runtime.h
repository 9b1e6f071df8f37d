//===- Runtime.h - The C ABI of the Molt runtime ------------------*- C -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one public header of libMoltRuntime: plain C, no LLVM. It has two parts:
//
//  1. the host API (`molt_…`): runtime instances, tables, files, running a
//     compiled entry point;
//  2. the functions compiled code calls (`molt_rt_…`), listed once in
//     Functions.def, and the structs whose layout compiled code knows.
//
// Errors are values. Every function that can fail returns a MoltStatus (or a
// null pointer) and fills the MoltError it is given; no function throws, aborts
// or prints. Unless a comment says otherwise, a function may be called from any
// thread, but one object is used by one thread at a time.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_RUNTIME_RUNTIME_H
#define MOLT_RUNTIME_RUNTIME_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define MOLT_EXPORT
#else
#define MOLT_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

/// What went wrong. MOLT_OK is 0; everything else is an error. The numbers are
/// part of the ABI: compiled code contains them.
typedef enum MoltStatus {
  MOLT_OK = 0,
  MOLT_OUT_OF_MEMORY = 1,    ///< The allocator or the memory limit said no.
  MOLT_CANCELLED = 2,        ///< The cancellation callback said stop.
  MOLT_OVERFLOW = 3,         ///< Integer or decimal result out of range.
  MOLT_DIVISION_BY_ZERO = 4, ///< Integer or decimal division by zero.
  MOLT_CAST = 5,             ///< A strict cast met a value it cannot represent.
  MOLT_INVALID_DATA = 6,     ///< The content of a file or an array is broken.
  MOLT_IO = 7,               ///< The operating system refused a file operation.
  MOLT_SCHEMA = 8,           ///< Tables, columns or types do not fit the program.
  MOLT_GUARD_FAILED = 9,     ///< Code compiled for other statistics; use generic code.
  MOLT_UNSUPPORTED = 10,     ///< Valid input that this version does not handle.
  MOLT_INTERNAL = 11,        ///< A defect in Molt.
  MOLT_INVALID_ARGUMENT = 12 ///< A function got an argument that it has no result for; the message
                             ///< begins with the class of Python's exception.
} MoltStatus;

/// An error value. Owned by the caller, plain data, never needs freeing.
/// `row`, `column` and `byte` are -1 where they do not apply; rows count data
/// rows from 0, `byte` is an offset in the file.
typedef struct MoltError {
  int32_t code;        ///< A MoltStatus.
  int64_t row;
  int64_t column;      ///< Column ordinal from 0.
  int64_t byte;
  char location[256];  ///< Place in the program ("file:line:col") or file path; "" if none.
  char message[768];   ///< What was found, what was expected, what to do. UTF-8, no newline at the end.
} MoltError;

/// A short, stable name of a status ("overflow", "out of memory", …).
MOLT_EXPORT const char *molt_status_name(int32_t status);

//===----------------------------------------------------------------------===//
// Types and schemas
//===----------------------------------------------------------------------===//

/// The kind of a column. Storage in a table is Arrow's layout, but for
/// decimals, which are stored as narrow as their precision allows.
typedef enum MoltTypeKind {
  MOLT_BOOL = 0, ///< Bitmap, least significant bit first.
  MOLT_INT8 = 1,
  MOLT_INT16 = 2,
  MOLT_INT32 = 3,
  MOLT_INT64 = 4,
  MOLT_UINT8 = 5,
  MOLT_UINT16 = 6,
  MOLT_UINT32 = 7,
  MOLT_UINT64 = 8,
  MOLT_FLOAT32 = 9,
  MOLT_FLOAT64 = 10,
  MOLT_UTF8 = 11,   ///< int32 offsets (rows + 1 of them) and one byte buffer.
  MOLT_DATE32 = 12, ///< int32 days since 1970-01-01, proleptic Gregorian.
  /// Scaled integer, two's complement little endian: 4 bytes for precision up to
  /// 9, 8 bytes up to 18, 16 bytes up to 38.
  MOLT_DECIMAL = 13,
  MOLT_TIMESTAMP = 14, ///< int64 units since 1970-01-01 00:00:00; with a zone, in UTC.
  MOLT_TIME = 15,      ///< int64 units since midnight, less than 24 hours.
  MOLT_DURATION = 16,  ///< int64 units.
  MOLT_BINARY = 17,    ///< As utf8, of any bytes.
  MOLT_INT128 = 18,    ///< 16 bytes, two's complement little endian.
  MOLT_NULL = 19,      ///< Nothing but nulls: stored as a bool is, with all of them null.
  /// 16 bytes: int32 months, int32 days and int64 microseconds, in this order. Each has a sign of
  /// its own, and none is converted to another.
  MOLT_INTERVAL = 20
} MoltTypeKind;

typedef struct MoltType {
  int32_t kind;      ///< A MoltTypeKind.
  int32_t precision; ///< Decimals: 1…38; otherwise 0.
  /// Decimals: 0…precision. Timestamps, times and durations: the digits behind the point
  /// of a second that their unit has, 0 (s), 3 (ms), 6 (us) or 9 (ns). Otherwise 0.
  int32_t scale;
  int32_t nullable;  ///< 1 if the column may hold nulls.
  /// Timestamps: the name of the zone, of 1 to 63 bytes; null for none. Otherwise null.
  /// Borrowed, as the name of a field is: that of a table's field lives as long as the table.
  const char *zone;
} MoltType;

/// Bytes of one value in a table (bool and null: 0, as it is a bit; utf8 and binary: 4, the
/// offset).
MOLT_EXPORT int64_t molt_type_width(MoltType type);

/// A column's name and type. The name is borrowed.
typedef struct MoltField {
  const char *name;
  MoltType type;
} MoltField;

//===----------------------------------------------------------------------===//
// Runtime instances
//===----------------------------------------------------------------------===//

typedef struct MoltRuntime MoltRuntime;

/// Options of a runtime instance; zero-initialize, then set what matters.
typedef struct MoltRuntimeOptions {
  int32_t threads;      ///< Size of the TBB arena; 0: one per core.
  int64_t memory_limit; ///< Bytes that tables and states may hold; 0: no limit.
  /// For tests: the n-th allocation from now (counting from 1) fails, and every
  /// later one; 0: never.
  int64_t fail_allocation;
  /// Asked now and then from any worker thread; nonzero cancels. May be null.
  int32_t (*cancelled)(void *user);
  /// Told about progress from any worker thread, done and total in rows of the
  /// pipeline that runs. May be null.
  void (*progress)(void *user, int64_t done, int64_t total);
  void *user;
} MoltRuntimeOptions;

/// Creates an instance. On success `*out` is owned by the caller.
MOLT_EXPORT int32_t molt_runtime_create(const MoltRuntimeOptions *options, MoltRuntime **out,
                                        MoltError *error);
/// Destroys an instance; its tables must have been released. Null is ignored.
MOLT_EXPORT void molt_runtime_destroy(MoltRuntime *runtime);
/// Number of worker slots (the arena's size).
MOLT_EXPORT int32_t molt_runtime_threads(const MoltRuntime *runtime);
/// Bytes held now and the most held since creation.
MOLT_EXPORT int64_t molt_runtime_bytes(const MoltRuntime *runtime);
MOLT_EXPORT int64_t molt_runtime_peak_bytes(const MoltRuntime *runtime);
/// "Molt runtime x.y.z (Highway …, TBB …, kernels for AVX3)".
MOLT_EXPORT const char *molt_runtime_version(void);

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

/// Readable bytes behind the last value of every buffer of a chunk: compiled
/// code loads whole vectors and ignores the lanes behind the end.
#define MOLT_BUFFER_PADDING 512

/// One column of one chunk, as compiled code sees it. All buffers are readable
/// for MOLT_BUFFER_PADDING bytes behind their end.
typedef struct MoltColumnView {
  const void *data;        ///< Values; utf8, binary: int32 offsets; bool: bitmap.
  const uint8_t *validity; ///< Bitmap, 1 = valid; null pointer: no nulls.
  const uint8_t *bytes;    ///< utf8, binary: the byte buffer; otherwise null.
  int64_t bit_offset;      ///< Bit of `validity` (and of a bool's `data`) that is row 0.
} MoltColumnView;

/// Exact facts about a column, recorded when it was loaded. For integers, dates, times
/// and decimals min and max are the (unscaled) values as 128-bit integers, low
/// half first; `has_range` is 0 for other kinds and where every row is null. Then
/// `is_ascending` says whether each value is greater than the one before (and so unique) and
/// none is null.
typedef struct MoltColumnStatistics {
  int64_t null_count;
  int32_t has_range;
  int32_t is_ascending;
  uint64_t min_low;
  int64_t min_high;
  uint64_t max_low;
  int64_t max_high;
} MoltColumnStatistics;

/// An immutable table: a schema and chunks of columns. Reference counted;
/// retain and release are thread-safe.
typedef struct MoltTable MoltTable;

MOLT_EXPORT void molt_table_retain(MoltTable *table);
MOLT_EXPORT void molt_table_release(MoltTable *table); ///< Null is ignored.
MOLT_EXPORT int64_t molt_table_rows(const MoltTable *table);
MOLT_EXPORT int32_t molt_table_columns(const MoltTable *table);
/// The field; its name lives as long as the table.
MOLT_EXPORT MoltField molt_table_field(const MoltTable *table, int32_t column);
/// Ordinal of the column of that name, or -1.
MOLT_EXPORT int32_t molt_table_find(const MoltTable *table, const char *name);
MOLT_EXPORT int64_t molt_table_chunks(const MoltTable *table);
MOLT_EXPORT int64_t molt_table_chunk_rows(const MoltTable *table, int64_t chunk);
MOLT_EXPORT MoltColumnView molt_table_chunk_column(const MoltTable *table, int64_t chunk,
                                                   int32_t column);
MOLT_EXPORT MoltColumnStatistics molt_table_chunk_statistics(const MoltTable *table, int64_t chunk,
                                                             int32_t column);
/// The statistics of all chunks taken together.
MOLT_EXPORT MoltColumnStatistics molt_table_statistics(const MoltTable *table, int32_t column);
/// Bytes of the buffers of the table.
MOLT_EXPORT int64_t molt_table_bytes(const MoltTable *table);

//===----------------------------------------------------------------------===//
// Files
//===----------------------------------------------------------------------===//

/// How a CSV file is written. Zero-initialize, then molt_csv_defaults.
typedef struct MoltCsvOptions {
  char delimiter;              ///< Default ','.
  char quote;                  ///< Default '"'; 0: no quoting. A doubled quote is a quote.
  char escape;                 ///< Default 0 (none); a backslash in some dialects.
  int32_t header;              ///< 1: the first line names the columns (default).
  int32_t trailing_delimiter;  ///< 1: each line ends with a delimiter (.tbl).
  const char *const *null_spellings; ///< Unquoted spellings of null; default: the empty field.
  int32_t null_spelling_count;
  int32_t replace_invalid_utf8; ///< 1: invalid UTF-8 becomes U+FFFD; 0: an error.
} MoltCsvOptions;

MOLT_EXPORT void molt_csv_defaults(MoltCsvOptions *options);

/// Reads the columns `fields` of a CSV file into a new table, in parallel on the
/// runtime's arena. With a header, columns are found by name and may stand in
/// any order among others; without one, `positions[i]` is the ordinal of field i
/// in the file and `file_columns` how many fields each line must have
/// (positions null: 0, 1, 2, …; file_columns 0: as many as fields).
/// An unquoted null spelling is a null; in a column that is not nullable it is an
/// error, but for utf8, where it is an empty string. Errors name row and byte.
MOLT_EXPORT int32_t molt_table_read_csv(MoltRuntime *runtime, const char *path,
                                        const MoltCsvOptions *options, const MoltField *fields,
                                        int32_t field_count, const int32_t *positions,
                                        int32_t file_columns, MoltTable **out, MoltError *error);

/// Infers the schema of a CSV file from all of its rows: bool, int64, float64,
/// date32, timestamp and time in microseconds, or utf8, in this order of preference; nullable where
/// a null was seen. Without a header the names are "column0", "column1", …. On success `*out` is an
/// empty table with that schema, owned by the caller.
MOLT_EXPORT int32_t molt_csv_infer_schema(MoltRuntime *runtime, const char *path,
                                          const MoltCsvOptions *options, MoltTable **out,
                                          MoltError *error);

/// Writes a table as CSV (header line, quotes where needed, nulls as the first
/// null spelling, floats with the fewest digits that read back the same). The
/// path "-" is standard output. Otherwise the file appears whole or not at all:
/// it is written beside `path` and renamed.
MOLT_EXPORT int32_t molt_table_write_csv(MoltRuntime *runtime, const MoltTable *table,
                                         const char *path, const MoltCsvOptions *options,
                                         MoltError *error);

/// Reads the columns `fields` (by name; all columns if field_count is 0) of a regular
/// file in Arrow's IPC file or stream format, whichever it begins with; buffers may be
/// compressed (LZ4 frames, ZSTD). Types must equal, but decimals may come with another
/// width and intervals in any of Arrow's units; MOLT_UNSUPPORTED for an interval with less than
/// whole microseconds. Offsets, lengths and UTF-8 are checked.
MOLT_EXPORT int32_t molt_table_read_arrow(MoltRuntime *runtime, const char *path,
                                          const MoltField *fields, int32_t field_count,
                                          MoltTable **out, MoltError *error);

/// How the buffers of an Arrow file are compressed, each by itself.
typedef enum MoltArrowCompression {
  MOLT_ARROW_UNCOMPRESSED = 0,
  MOLT_ARROW_LZ4 = 1, ///< LZ4 frames.
  MOLT_ARROW_ZSTD = 2 ///< Zstandard, level 1.
} MoltArrowCompression;

/// How an Arrow file is written. Zero-initialized: the file format, uncompressed.
typedef struct MoltArrowOptions {
  int32_t stream;      ///< 1: Arrow's stream format, else its file format.
  int32_t compression; ///< A MoltArrowCompression.
} MoltArrowOptions;

MOLT_EXPORT void molt_arrow_defaults(MoltArrowOptions *options);

/// Writes an Arrow IPC file or stream, whole or not at all; "-" is standard output.
/// `options` may be null: the defaults. MOLT_CAST for values that Arrow has no room for: an int128
/// of 39 digits, an interval whose time does not fit 64 bits of nanoseconds.
MOLT_EXPORT int32_t molt_table_write_arrow(MoltRuntime *runtime, const MoltTable *table,
                                           const char *path, const MoltArrowOptions *options,
                                           MoltError *error);

struct ArrowSchema;
struct ArrowArray;
/// Imports a struct array through the Arrow C Data Interface
/// (https://arrow.apache.org/docs/format/CDataInterface.html). Takes both over:
/// they are released when the table is, or at once on error. No value is copied
/// where the layout allows, but for the last rows, which move into padded memory.
MOLT_EXPORT int32_t molt_table_import(MoltRuntime *runtime, struct ArrowSchema *schema,
                                      struct ArrowArray *array, MoltTable **out, MoltError *error);
/// Exports one chunk as a struct array; the array keeps the table alive.
/// Decimals are copied to 128 bit, times in s and ms to 32 bit, intervals to nanoseconds;
/// everything else is shared. MOLT_CAST as molt_table_write_arrow.
MOLT_EXPORT int32_t molt_table_export(MoltTable *table, int64_t chunk, struct ArrowSchema *schema,
                                      struct ArrowArray *array, MoltError *error);

//===----------------------------------------------------------------------===//
// Running compiled code
//===----------------------------------------------------------------------===//

/// One run of a compiled program: its inputs, states, error and result.
typedef struct MoltExecution MoltExecution;

/// A compiled program's entry point. Returns a MoltStatus.
typedef int32_t (*MoltEntryFn)(MoltExecution *execution);

/// Most rows of a batch: compiled code makes its batch buffers this large.
#define MOLT_MAX_BATCH_ROWS 2048

/// What one run reads and how.
typedef struct MoltRunOptions {
  int64_t batch_size;   ///< Rows per batch, at most MOLT_MAX_BATCH_ROWS; 0: that many.
  int64_t morsel_rows;  ///< Rows per morsel; 0: chosen by the runtime.
  int32_t zero_hashes;  ///< For tests: every hash is 0.
} MoltRunOptions;

/// An input of a run: a table and, for each column that the program declared,
/// the ordinal in the table.
typedef struct MoltInput {
  MoltTable *table;
  const int32_t *columns;
  int32_t column_count;
} MoltInput;

/// Calls `entry` with `inputs` and collects its result as a table with schema
/// `fields` (owned by the caller). The inputs are retained while it runs.
MOLT_EXPORT int32_t molt_run(MoltRuntime *runtime, MoltEntryFn entry, const MoltInput *inputs,
                             int32_t input_count, const MoltField *fields, int32_t field_count,
                             const MoltRunOptions *options, MoltTable **out, MoltError *error);

//===----------------------------------------------------------------------===//
// The ABI of compiled code: structs
//===----------------------------------------------------------------------===//
//
// Strings in registers and rows are views of two 64-bit words:
//   lo: length in bits 0…31, the first four bytes in bits 32…63 (first byte lowest);
//   hi: length <= 12: bytes 4…11, zero padded; otherwise the address of byte 0.
// So two strings of at most 12 bytes are equal exactly when their words are.

/// A range of rows that one call of a pipeline function processes.
typedef struct MoltMorsel {
  const MoltColumnView *columns; ///< Table scans: the declared columns of the chunk.
  const uint8_t *const *rows;    ///< Scans of states: addresses of stored rows.
  int64_t begin;                 ///< First row, an index into columns or rows.
  int64_t end;                   ///< Behind the last row.
  int64_t row_base;              ///< Ordinal in the source of index 0.
  int64_t sequence;              ///< Orders the morsels of a scan.
  int32_t worker;                ///< 0 ≤ worker < molt_rt_worker_count.
} MoltMorsel;

/// Of each of the sorted rows, by its index: its partition and its peers, as indices of the first
/// row and of the one behind the last, and the number of its peers in the partition, from 0 on.
/// Vectors may read 64 rows behind the last one.
typedef struct MoltWindow {
  const int64_t *start;
  const int64_t *end;
  const int64_t *peer_start;
  const int64_t *peer_end;
  const int64_t *peer_number;
} MoltWindow;

/// How the ends of frames are found.
typedef enum MoltFrameForm {
  MOLT_FRAME_ROWS = 0,  ///< Distances count rows.
  MOLT_FRAME_PEERS = 1, ///< Distances are 0: the row's peers.
  MOLT_FRAME_WORD = 2,  ///< Distances of keys of one word, integers;
  MOLT_FRAME_WIDE = 3,  ///< of two words, the higher one first;
  MOLT_FRAME_F32 = 4,   ///< of floats, by the order of whose bits the word orders. Distances are
  MOLT_FRAME_F64 = 5    ///< the bits of a double.
} MoltFrameForm;

/// What rows are in the frame of a row: those from `start` to `end`, both distances forward, of
/// the order key that begins with part `part` of the sorter's. Words of descending keys are
/// complemented. If the key is nullable, a word before it is 0 in the rows that come first, those
/// with a null or the others, and 1 in those behind.
typedef struct MoltFrameSpec {
  int64_t form; ///< MoltFrameForm.
  int64_t has_start, start;
  int64_t has_end, end;
  int64_t part, is_descending, is_nullable, nulls_first;
} MoltFrameSpec;

/// Of each of the sorted rows, by its index, its frame: the first row and the one behind the last,
/// not before the first. Both never go back within a partition. `cut` is the index of a row in
/// the frame, or the one behind it: rows from a cut on, up to the next, are a run, and a frame is
/// in two runs at most. `restart` is 1 for rows that begin a run, and behind the last row.
/// Vectors may read 64 rows behind the last one.
typedef struct MoltFrames {
  const int64_t *begin;
  const int64_t *end;
  const int64_t *cut;
  const uint8_t *restart;
} MoltFrames;

/// States of parts of runs, by the index of a row: of the rows of its run up to it, and of those
/// from it on (null if no frame begins before its cut).
typedef struct MoltFrameStates {
  uint8_t *up_to;
  uint8_t *from;
  const MoltFrames *frames;
} MoltFrameStates;

/// The values of sorted rows by their order; owned by the execution.
typedef struct MoltFrameIndex MoltFrameIndex;

/// Computes the states of rows [begin, end), which are whole runs.
typedef int32_t (*MoltFrameFn)(MoltExecution *execution, const MoltFrames *frames,
                               const uint8_t *const *rows, const MoltFrameStates *states,
                               int64_t begin, int64_t end);

/// A pipeline's code: processes one morsel. `args` are the states it uses.
typedef int32_t (*MoltPipelineFn)(MoltExecution *execution, void *const *args,
                                  const MoltMorsel *morsel);

/// Memory for the rows that one worker stores in one state. Compiled code writes
/// rows at `next` and advances it, after molt_rt_append_reserve made room.
typedef struct MoltAppender {
  uint8_t *next; ///< Where the next row goes; 16-byte aligned if the row size is a multiple of 16, else 8.
  uint8_t *end;  ///< Behind the reserved space.
} MoltAppender;

/// How many groups count as few (MoltGroupTable::first_groups).
#define MOLT_FIRST_GROUPS 8

/// One worker's hash table of groups. Linear probing over `directory` from
/// `hash & mask`: an entry is 0 (empty) or the address of a row in its low 48 bits
/// and the upper 16 bits of the hash in its upper 16. A row starts with its
/// 64-bit hash. Compiled code inserts after molt_rt_group_reserve made room.
typedef struct MoltGroupTable {
  MoltAppender rows;
  uint64_t *directory;
  uint64_t mask;
  int64_t group_count; ///< Maintained by compiled code: one more per insertion.
  /// The rows inserted first, in order: while there are no others, compiled code
  /// updates states by masked reductions, group by group.
  uint8_t *first_groups[MOLT_FIRST_GROUPS];
} MoltGroupTable;

/// Merges `count` stored rows into `table`, which has room for them.
typedef int32_t (*MoltMergeFn)(MoltExecution *execution, MoltGroupTable *table,
                               const uint8_t *const *rows, int64_t count);

/// A byte of a join's build row that is not 0 if a probe that notes matches has found the row:
/// the highest one of the address of the next row, of which 48 bits count. Several threads may
/// set it (relaxed atomic stores).
#define MOLT_ROW_MATCHED 15

/// A finished join hash table. `directory[hash >> shift]` is 0 or the address of
/// the first row of a chain in its low 48 bits; bit 48 + (hash & 15) is set for
/// each row in the chain. A row starts with its 64-bit hash and the address of
/// the next row of the chain (0: last); see MOLT_ROW_MATCHED.
typedef struct MoltJoinTable {
  const uint64_t *directory;
  uint64_t shift;
  int64_t row_count;
  const uint64_t *bitmap; ///< After molt_rt_join_bitmap: bit (key - min) of each key.
} MoltJoinTable;

/// One part of a sort key within a stored row. Rows of a sorter start with a
/// 64-bit sequence number (ties are broken by it: the sort is stable); then come
/// the parts in order, most significant first: words of 64 bit that compare as
/// unsigned integers (descending words are already complemented), or views of 16
/// bytes, which compare bytewise.
typedef struct MoltSortKey {
  int32_t is_view;    ///< 0: one word; 1: a view (two words).
  int32_t descending; ///< Views only.
} MoltSortKey;

/// One column of a batch that compiled code hands over: the distances in bytes of its
/// buffers from a base that is given with it (addresses, if that is null). 0: there is none.
typedef struct MoltBatchColumn {
  int64_t data;     ///< Values in table width; bool: one byte each; utf8: the `lo` words.
  int64_t hi;       ///< utf8: the `hi` words.
  int64_t validity; ///< One byte each, 1 = valid; none: no nulls.
} MoltBatchColumn;

/// An operand of a function of strings, by row. Strings are views in two arrays, bytes strings too;
/// integers are int64 in `values` alone.
typedef struct MoltTextOperand {
  const void *values;   ///< The first words of views, or integers; null: the operand is left out.
  const uint64_t *high; ///< The second words of views.
  int64_t stride;       ///< 1, or 0 where one value is for all rows.
} MoltTextOperand;

/// What a function of strings is asked for (see Molt/Text/Functions.def).
typedef struct MoltTextCall {
  int64_t count;                   ///< Rows.
  const MoltTextOperand *operands; ///< As many as the operation has.
  const uint8_t *parameters;       ///< The operation's attributes, in its own encoding.
  int64_t parameter_bytes;
  int64_t flags;      ///< Of MoltTextFlags.
  void *out;          ///< Bytes of 0 or 1, int64, or the first words of views.
  uint64_t *out_high; ///< The second words of views.
} MoltTextCall;

enum MoltTextFlags {
  MOLT_TEXT_BYTES = 1,     ///< Operands are bytes, not text.
  MOLT_TEXT_UNICODE_14 = 2 ///< Unicode 14.0 instead of 15.0.
};

/// One field that is copied between stored rows and batch buffers: `bytes` (1, 2, 4, 8 or 16)
/// per row, from and to distances from the start of a row or of the buffers.
typedef struct MoltFieldCopy {
  int64_t from;
  int64_t bytes;
  int64_t to;
} MoltFieldCopy;

typedef struct MoltState MoltState; ///< A state under construction; owned by the execution.
typedef struct MoltRows MoltRows;   ///< Finished rows that can be scanned; owned by the execution.

/// Functions of the C library that molt_rt_math computes.
typedef enum MoltMathFunction {
  MOLT_MATH_EXP = 0,
  MOLT_MATH_LN = 1,
  MOLT_MATH_LOG2 = 2,
  MOLT_MATH_LOG10 = 3,
  MOLT_MATH_SIN = 4,
  MOLT_MATH_COS = 5,
  MOLT_MATH_TAN = 6
} MoltMathFunction;

//===----------------------------------------------------------------------===//
// The ABI of compiled code: functions
//===----------------------------------------------------------------------===//

#define MOLT_RT_FUNCTION(RESULT, NAME, PARAMETERS, EFFECTS, FAILS)                                 \
  MOLT_EXPORT RESULT NAME PARAMETERS;
#include "Molt/Runtime/Functions.def"
#undef MOLT_RT_FUNCTION

#ifdef __cplusplus
}
#endif

#endif // MOLT_RUNTIME_RUNTIME_H
