/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The driver of a target for libFuzzer, which brings its own main() and calls these functions by
 * their names.
 */
#include "config.h"

#include "ka-fuzz.h"

#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size);

static void
abort_cb (int number)
{
  abort ();
}

/* A message that ends the program does so by a trap, which libFuzzer does not see. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, abort_cb);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size)
{
  g_free (ka_fuzz_try (bytes, size));
  return 0;
}
