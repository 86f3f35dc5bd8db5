/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_fuzz_try:
 * @bytes: any bytes at all
 * @size: how many
 *
 * Gives bytes to the code under test; each fuzz-NAME.c defines it. It aborts when the code does
 * what it must not. Its callers are run.c, for libFuzzer, and replay.c.
 *
 * Returns: (transfer full) (nullable): why the bytes did not reach all that the target exercises,
 * such as the first fault of an atlas; %NULL where they did
 */
char *ka_fuzz_try (const guint8 *bytes, gsize size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
