/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_memory_set_up: sets up the heap of a process that draws, before it has threads. Pages of
 * memory are the dearest part of a start and of a picture, so they are few, large and kept. A
 * limit of the memory of the process is respected.
 */
void ka_memory_set_up (void);

/**
 * ka_memory_keep: keeps the memory of dropped pictures for new ones, which set_up() does as well.
 * By default the GNU C library gives it back to the system, and the pages of a new picture cost a
 * third of a painting of the map.
 */
void ka_memory_keep (void);

/**
 * ka_memory_give_back: gives the system the memory that is free, as of dropped pictures. What
 * grows after that has small pages: of a huge one that a picture gave back, all would be cleared
 * for the next.
 */
void ka_memory_give_back (void);

/** ka_memory_bound: gives it back when it is more than a few large pictures take. Pictures of many
 * sizes leave holes between them, which keep() alone would let grow. */
void ka_memory_bound (void);

G_END_DECLS
