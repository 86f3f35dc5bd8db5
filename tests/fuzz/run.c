/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The driver of a target for libFuzzer, which brings its own main() and calls this function by its
 * name.
 */
#include "config.h"

#include "ka-fuzz.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size)
{
  g_free (ka_fuzz_try (bytes, size));
  return 0;
}
