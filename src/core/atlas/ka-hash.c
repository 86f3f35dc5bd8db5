/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hashes that begin with what no document knows: where the system has put the program in memory.
 */
#include "config.h"

#include "ka-hash.h"

#include <string.h>

/* Of strings: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991). */
#define PRIME 16777619u

/* Of numbers: an odd number near 2^64 divided by the golden ratio (D. E. Knuth, "The Art of
 * Computer Programming", volume 3, 6.4: multiplicative hashing). */
#define RATIO G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* Within a page of memory the place is always the same. */
#define PAGE_BITS 12

static const char anchor = 0;

static gsize
get_seed (void)
{
  return GPOINTER_TO_SIZE (&anchor) >> PAGE_BITS;
}

guint
ka_hash_string (gconstpointer string)
{
  guint hash = (guint) get_seed ();

  for (const guchar *c = string; *c != '\0'; c++)
    hash = (hash ^ *c) * PRIME;
  return hash;
}

/* Adds 64 bits to a hash, whose high bits then depend on all of them. */
static guint64
add_bits (guint64 hash, guint64 bits)
{
  hash = (hash ^ bits) * RATIO;
  return hash ^ hash >> 32;
}

static guint64
add_number (guint64 hash, double number)
{
  const double plain = number + 0.0;
  guint64      bits;

  memcpy (&bits, &plain, sizeof bits);
  return add_bits (hash, bits);
}

guint
ka_hash_point (gconstpointer point)
{
  const KaPoint *self = point;

  return (guint) add_number (add_number (get_seed (), self->x), self->y);
}

guint
ka_hash_numbers (const guint *numbers, gsize n_numbers)
{
  guint64 hash = get_seed ();

  for (gsize i = 0; i < n_numbers; i++)
    hash = add_bits (hash, numbers[i]);
  return (guint) hash;
}
