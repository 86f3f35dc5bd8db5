/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LLVMFuzzerTestOneInput:
 * @bytes: any bytes at all
 * @size: how many
 *
 * What every program of this folder defines and its driver calls, libFuzzer or replay.c. It aborts
 * when the code under test does what it must not. The name is libFuzzer's.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const guint8 *bytes, size_t size);

G_END_DECLS
