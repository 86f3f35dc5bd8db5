/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a document of a foreign format, whose name stands in the first line. It is refused
 * with faults, or makes an atlas, always the same one and that of its document, which each format
 * writes; what a format writes, it reads.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-exchange.h"
#include "ka-fuzz-bytes.h"

static void
check_losses (GPtrArray *losses)
{
  g_assert_nonnull (losses);
  for (guint i = 0; i < losses->len; i++)
    {
      g_autofree char *line = ka_loss_to_string (losses->pdata[i]);

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
  g_ptr_array_unref (losses);
}

/* Checks the faults of an import. Returns: the first one, %NULL for none. */
static char *
check_faults (GPtrArray *faults, gboolean is_refused)
{
  char *first = NULL;

  g_assert_nonnull (faults);
  g_assert_cmpuint (faults->len, <=, 100);
  g_assert_true (is_refused == (faults->len > 0));
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

      g_assert_true (g_utf8_validate (line, -1, NULL));
      if (first == NULL)
        first = g_strdup (((KaFault *) faults->pdata[i])->message);
    }
  g_ptr_array_unref (faults);
  return first;
}

static char *
import (const KaExchangeFormat *format, const char *text, gsize length, KaAtlas **atlas, char **why)
{
  GPtrArray *faults = NULL, *losses = NULL;
  char      *json = ka_exchange_import (format, "fuzz", text, length, atlas, &faults, &losses);

  *why = check_faults (faults, json == NULL);
  check_losses (losses);
  return json;
}

/* Writes an atlas and the one of its document in a format, which must be the same, and reads what
 * was written. */
static void
go_round (const KaExchangeFormat *format, KaAtlas *atlas, KaAtlas *loaded)
{
  g_autoptr (GError) error = NULL;
  GPtrArray       *losses = NULL;
  g_autofree char *json = NULL;
  g_autofree char *why = NULL;
  const KaDay      day = ka_atlas_get_head (atlas)->default_day;
  g_autofree char *text = ka_exchange_export (format, atlas, day, &losses, &error);
  g_autofree char *twin = NULL;

  if (text == NULL)
    {
      g_assert_error (error, KA_EXCHANGE_ERROR, KA_EXCHANGE_ERROR_EMPTY);
      return;
    }
  check_losses (losses);
  twin = ka_exchange_export (format, loaded, day, &losses, NULL);
  check_losses (losses);
  g_assert_cmpstr (text, ==, twin);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (format->import == NULL)
    return;
  if (ka_exchange_sniff (text, strlen (text)) != format)
    g_error ("%s does not know what it writes:\n%s", format->name, text);
  json = import (format, text, strlen (text), NULL, &why);
  if (json == NULL)
    g_error ("%s does not read what it writes: %s\n%s", format->name, why, text);
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  KaFuzzBytes             self = { bytes, size };
  g_autofree char        *name = ka_fuzz_take_text (&self, '\n');
  g_autofree char        *text = g_strndup ((const char *) self.bytes, self.size);
  gsize                   n_formats;
  const KaExchangeFormat *formats = ka_exchange_get_formats (&n_formats);
  const KaExchangeFormat *format = ka_exchange_find (name);
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaAtlas) loaded = NULL;
  char            *why;
  g_autofree char *json = NULL, *again = NULL;

  if (format == NULL)
    format = &formats[(guchar) *name % n_formats];
  ka_exchange_sniff (text, self.size);
  if (format->import == NULL)
    return g_strdup ("the format is only written");
  json = import (format, text, self.size, &atlas, &why);
  if (json == NULL)
    return why;
  again = import (format, text, self.size, NULL, &why);
  g_assert_cmpstr (json, ==, again);
  loaded = ka_atlas_load_text ("fuzz", g_strdup (json), strlen (json), NULL, NULL);
  g_assert_nonnull (loaded);
  for (gsize i = 0; i < n_formats && ka_atlas_get_items (atlas, KA_ITEM_EVENT)->n_items > 0; i++)
    if (formats[i].export != NULL)
      go_round (&formats[i], atlas, loaded);
  return NULL;
}
