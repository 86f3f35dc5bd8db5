/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-topology.h"

G_BEGIN_DECLS

/*
 * Hashes of what documents hold. They differ from one run of the program to the next, so nobody can
 * write a document whose words all have the same: looking these up would take quadratic time.
 */

/** ka_hash_string: @string: UTF-8; a #GHashFunc for g_str_equal(). Returns: its hash */
guint ka_hash_string (gconstpointer string);

/** ka_hash_point: @point: a #KaPoint; a #GHashFunc. Returns: its hash; zero has two signs and one
 * hash. That of g_double_hash() is the same for all of a degree. */
guint ka_hash_point (gconstpointer point);

/** ka_hash_numbers: @numbers: (array length=n_numbers): numbers in an order that counts;
 * @n_numbers: how many. Returns: their hash */
guint ka_hash_numbers (const guint *numbers, gsize n_numbers);

G_END_DECLS
