/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KaArena:
 *
 * Memory that is given out in small pieces and freed as a whole. A piece has no head and strings
 * have no gaps, so a million events take half the memory of as many allocations.
 */
typedef struct _KaArena KaArena;

/** ka_arena_new: Returns: (transfer full): an arena without pieces */
KaArena *ka_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** ka_arena_free: frees all pieces; @self: (transfer full) (nullable) */
void ka_arena_free (KaArena *self);

/** ka_arena_alloc: Returns: (transfer none): @size bytes, all zero, aligned for any scalar; %NULL
 * for no bytes */
gpointer ka_arena_alloc (KaArena *self, gsize size);

/** ka_arena_take_bytes: Returns: (transfer none): @size bytes, all zero, at any address */
char *ka_arena_take_bytes (KaArena *self, gsize size);

/** ka_arena_strdup: Returns: (transfer none) (nullable): a copy of a string, or %NULL of %NULL */
char *ka_arena_strdup (KaArena *self, const char *string);

#define ka_arena_new_array(arena, type, n) ((type *) ka_arena_alloc (arena, (n) * sizeof (type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaArena, ka_arena_free)

G_END_DECLS
