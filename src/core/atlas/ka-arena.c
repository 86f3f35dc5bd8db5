/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory in chunks. Structs fill a chunk from its start and strings from its end, so that neither
 * needs gaps for the other.
 */
#include "config.h"

#include "ka-arena.h"

#include <string.h>

/* Chunks double from the first length to the last one. */
#define MIN_CHUNK_BYTES ((gsize) 4 * 1024)
#define MAX_CHUNK_BYTES ((gsize) 1024 * 1024)

/* Of a number of 64 bits, the strictest of all fields. */
#define ALIGNMENT ((gsize) 8)

/* A sanitizer sees what goes beyond a piece only when each has memory of its own. */
#ifdef __SANITIZE_ADDRESS__
#define SHARES_CHUNKS FALSE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHARES_CHUNKS FALSE
#endif
#endif
#ifndef SHARES_CHUNKS
#define SHARES_CHUNKS TRUE
#endif

struct _KaArena
{
  GPtrArray *chunks; /* Owned, of char */
  char      *start;  /* of what is free in the last shared chunk */
  char      *end;
  gsize      n_next; /* bytes of the next chunk */
};

KaArena *
ka_arena_new (void)
{
  KaArena *self = g_new0 (KaArena, 1);

  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->n_next = MIN_CHUNK_BYTES;
  return self;
}

void
ka_arena_free (KaArena *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

static char *
add_chunk (KaArena *self, gsize size)
{
  char *chunk = g_malloc0 (size);

  g_ptr_array_add (self->chunks, chunk);
  return chunk;
}

/* Makes room for a small piece. Returns: FALSE for a great one, which has a chunk of its own */
static gboolean
make_room (KaArena *self, gsize size)
{
  if (!SHARES_CHUNKS)
    return FALSE;
  if (size <= (gsize) (self->end - self->start))
    return TRUE;
  if (size > self->n_next / 4)
    return FALSE;
  self->start = add_chunk (self, self->n_next);
  self->end = self->start + self->n_next;
  self->n_next = MIN (2 * self->n_next, MAX_CHUNK_BYTES);
  return TRUE;
}

gpointer
ka_arena_alloc (KaArena *self, gsize size)
{
  const gsize whole = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

  if (size == 0)
    return NULL;
  if (!make_room (self, whole))
    return add_chunk (self, size);
  self->start += whole;
  return self->start - whole;
}

char *
ka_arena_take_bytes (KaArena *self, gsize size)
{
  if (!make_room (self, size))
    return add_chunk (self, size);
  self->end -= size;
  return self->end;
}

char *
ka_arena_strdup (KaArena *self, const char *string)
{
  const gsize size = string != NULL ? strlen (string) + 1 : 0;

  return string != NULL ? memcpy (ka_arena_take_bytes (self, size), string, size) : NULL;
}
