/* Runs a program that molt-translate compiled ahead of time: links the object file and
   the runtime, nothing else of Molt. usage: linked CSV */
#include "Molt/Runtime/Runtime.h"
#include <stdio.h>

int32_t sums(MoltExecution *execution); /* The program's function. */

static int complain(const MoltError *error) {
  fprintf(stderr, "error: %s: %s\n", error->location, error->message);
  return 1;
}

int main(int argc, char **argv) {
  MoltField in[] = {{"k", {MOLT_UTF8, 0, 0, 0}}, {"x", {MOLT_INT32, 0, 0, 0}}};
  MoltField out[] = {{"k", {MOLT_UTF8, 0, 0, 0}}, {"s", {MOLT_INT64, 0, 0, 1}}};
  int32_t columns[] = {0, 1};
  MoltRuntimeOptions options = {.threads = 2};
  MoltRunOptions run = {0};
  MoltCsvOptions csv = {0};
  MoltRuntime *runtime;
  MoltTable *table = NULL, *result = NULL;
  MoltError error;
  int failed = 1;

  if (argc != 2)
    return 1;
  molt_csv_defaults(&csv);
  if (molt_runtime_create(&options, &runtime, &error))
    return complain(&error);
  if (molt_table_read_csv(runtime, argv[1], &csv, in, 2, NULL, 2, &table, &error)) {
    complain(&error);
  } else {
    MoltInput input = {table, columns, 2};
    if (molt_run(runtime, sums, &input, 1, out, 2, &run, &result, &error) ||
        molt_table_write_csv(runtime, result, "-", &csv, &error))
      complain(&error);
    else
      failed = 0;
  }
  molt_table_release(result);
  molt_table_release(table);
  molt_runtime_destroy(runtime);
  return failed;
}
