/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Divides the blocks of a page into sections, and tells which sections two pages share.
 */

#include "config.h"

#include "ka-reading-sections.h"

#include "ka-reading.h"

/* Whether two blocks are rows of one grid or cards of one row */
static gboolean
stand_together (const KaBlock *a, const KaBlock *b)
{
  return a->kind == b->kind && (a->kind == KA_BLOCK_FACT || a->kind == KA_BLOCK_CLAUSE ||
                                (a->kind == KA_BLOCK_LINK && a->label != NULL && b->label != NULL));
}

guint
ka_reading_sections_find_end (const GPtrArray *blocks, guint start)
{
  const KaBlock *first = blocks->pdata[start];
  guint          end = start + 1;

  while (end < blocks->len && (first->kind == KA_BLOCK_FOLD
                                 ? ((const KaBlock *) blocks->pdata[end])->kind != KA_BLOCK_FOLD
                                 : stand_together (first, blocks->pdata[end])))
    end++;

  return end;
}

/* A text is told with its length: no text can look like the end of one. */
static void
append_text (GString *key, const char *text)
{
  if (text == NULL)
    g_string_append (key, "-:");
  else
    g_string_append_printf (key, "%" G_GSIZE_FORMAT ":%s", strlen (text), text);
}

static void
append_block (GString *key, const KaBlock *block)
{
  g_string_append_printf (key, "%d %u %p %p ", block->kind, block->step,
                          (gconstpointer) block->item, (gconstpointer) block->compared);
  append_text (key, block->label);
  append_text (key, block->text);
  append_text (key, block->detail);
  append_text (key, block->note);
  for (guint i = 0; i < block->links->len; i++)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i);

      g_string_append_printf (key, "L%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %p %u %p ",
                              link->start, link->end, (gconstpointer) link->item, link->step,
                              (gconstpointer) link->compared);
    }
  for (guint i = 0; block->marks != NULL && i < block->marks->len; i++)
    {
      const KaWordRun *mark = &g_array_index (block->marks, KaWordRun, i);

      g_string_append_printf (key, "M%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " ", mark->start,
                              mark->end);
    }
}

char *
ka_reading_sections_dup_key (const GPtrArray *blocks, guint start, guint end)
{
  GString *key = g_string_new (NULL);

  for (guint i = start; i < end; i++)
    append_block (key, blocks->pdata[i]);

  return g_string_free (key, FALSE);
}
