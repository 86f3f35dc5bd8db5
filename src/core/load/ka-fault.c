/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faults of an atlas: their words and their order.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a message that are kept: its start, which names what is there, and its end, which
 * says what is expected. */
#define MAX_START 240
#define MAX_END   160

G_DEFINE_QUARK (ka_atlas_error, ka_atlas_error)

void
ka_fault_free (KaFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->file);
  g_free (fault->message);
  g_free (fault);
}

char *
ka_fault_shorten (char *message)
{
  return ka_shorten (message, MAX_START, MAX_END);
}

char *
ka_fault_to_string (const KaFault *fault)
{
  g_return_val_if_fail (fault != NULL, NULL);

  if (fault->line == 0)
    return g_strdup_printf ("%s: %s", fault->file, fault->message);
  if (fault->column == 0)
    return g_strdup_printf ("%s:%d: %s", fault->file, fault->line, fault->message);
  return g_strdup_printf ("%s:%d:%d: %s", fault->file, fault->line, fault->column, fault->message);
}

void
ka_faults_set_error (const GPtrArray *faults, GError **error)
{
  g_autofree char *first = NULL;

  g_return_if_fail (faults->len > 0);

  first = ka_fault_to_string (faults->pdata[0]);
  if (faults->len == 1)
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID, first);
  else
    /* Translators: the first fault of a file, and how many more there are. */
    g_set_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%1$s (and %2$u more)", "%1$s (and %2$u more)",
                              faults->len - 1),
                 first, faults->len - 1);
}

int
ka_fault_compare (gconstpointer a, gconstpointer b)
{
  const KaFault *fault_a = *(const KaFault *const *) a;
  const KaFault *fault_b = *(const KaFault *const *) b;
  int            order = strcmp (fault_a->file, fault_b->file);

  if (order != 0)
    return order;
  /* The sort is stable: faults of a place keep their order. */
  return fault_a->line != fault_b->line ? fault_a->line - fault_b->line
                                        : fault_a->column - fault_b->column;
}
