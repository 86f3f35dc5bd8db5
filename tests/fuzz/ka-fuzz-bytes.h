/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** KaFuzzBytes: bytes that a target turns into numbers and texts, one after the other. */
typedef struct
{
  const guint8 *bytes;
  gsize         size;
} KaFuzzBytes;

/** ka_fuzz_take_byte: Returns: the next byte; 0 after the last one. */
static inline guint
ka_fuzz_take_byte (KaFuzzBytes *self)
{
  if (self->size == 0)
    return 0;
  self->size--;
  return *self->bytes++;
}

/** ka_fuzz_take_number: Returns: a number from @low to @high, both of which can be reached. */
static inline double
ka_fuzz_take_number (KaFuzzBytes *self, double low, double high)
{
  guint number = ka_fuzz_take_byte (self) << 8;

  number |= ka_fuzz_take_byte (self);
  return low + (high - low) * number / 65535.0;
}

/** ka_fuzz_take_text: Returns: (transfer full): UTF-8 up to @end, which is passed over, or to the
 * end of the bytes. */
static inline char *
ka_fuzz_take_text (KaFuzzBytes *self, char end)
{
  const guint8 *found = self->size > 0 ? memchr (self->bytes, end, self->size) : NULL;
  gsize         length = found != NULL ? (gsize) (found - self->bytes) : self->size;
  char         *text = g_utf8_make_valid (self->size > 0 ? (const char *) self->bytes : "",
                                  (gssize) length);

  self->bytes += length;
  self->size -= length;
  ka_fuzz_take_byte (self);
  return text;
}

G_END_DECLS
