/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the blocks of a page as text.
 */
#include "config.h"

#include "ka-cli-blocks.h"

#include "ka-cli-text.h"
#include "ka-query.h"
#include "ka-words.h"

/* The text of a block; ids stand behind the titles that links are, brackets round marks. */
static char *
dup_text (const KaBlock *block)
{
  GString *text = g_string_new (block->text);

  for (guint i = block->marks != NULL ? block->marks->len : 0; i > 0; i--)
    {
      const KaWordRun *mark = &g_array_index (block->marks, KaWordRun, i - 1);

      g_string_insert_c (text, (gssize) mark->end, ']');
      g_string_insert_c (text, (gssize) mark->start, '[');
    }

  for (guint i = block->links->len; i > 0; i--)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i - 1);
      g_autofree char   *id = g_strdup_printf (
          " (%s)", link->compared != NULL ? link->compared->item.id : link->item->id);

      if (block->kind == KA_BLOCK_FACT || block->kind == KA_BLOCK_LINK ||
          (block->kind == KA_BLOCK_LEAD && link->item->kind != KA_ITEM_TERM))
        g_string_insert (text, (gssize) link->end, id);
    }

  return g_string_free (text, FALSE);
}

/* Appends a line of a list, with a text below it. */
static void
append_entry (GString *text, const char *line, const char *below)
{
  g_string_append (text, "  ");
  ka_cli_append_wrapped (text, line, 4, 2);
  if (below == NULL)
    return;

  g_string_append (text, "    ");
  ka_cli_append_wrapped (text, below, 4, 4);
}

static void
append_link (GString *text, const KaBlock *block, const char *link)
{
  g_autofree char *line = block->label != NULL ? g_strdup_printf ("%s: %s", block->label, link)
                                               : g_strdup (link);

  append_entry (text, line, block->detail);
}

static void
append_lead (GString *text, const KaBlock *block, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", block->label, words);

  ka_cli_append_wrapped (text, line, 0, 0);
}

static void
append_clause (GString *text, const KaBlock *block, const char *words)
{
  g_autofree char *line = g_strdup_printf ("%s (%s): %s", block->label, block->item->id,
                                           block->detail);

  append_entry (text, line, words);
  if (block->note == NULL)
    return;

  g_string_append (text, "    ");
  ka_cli_append_wrapped (text, block->note, 4, 4);
}

/* Appends all tenures of the area of a band. */
static void
append_band (GString *text, const KaBlock *block, const KaCliContext *context)
{
  const KaArea *area = (const KaArea *) block->item;

  g_string_append_printf (text, "\n%s\n", block->text);
  for (gsize i = 0; i < area->tenures.n_items; i++)
    {
      const KaTenure  *tenure = area->tenures.items[i];
      g_autofree char *when = ka_span_to_words (tenure->span, context->language);
      const KaDay      day = tenure->span.from == KA_DAY_MIN ? context->day : tenure->span.from;
      g_autofree char *held = ka_words_describe_tenure (tenure, day, context->language);
      g_autofree char *line = g_strdup_printf ("%s: %s (%s)", when, held, tenure->item.id);

      append_entry (text, line, NULL);
    }
  g_string_append_c (text, '\n');
}

static void
append_step (GString *text, const KaBlock *block)
{
  g_autofree char *line = g_strdup_printf ("%u. %s", block->step, block->text);

  append_entry (text, line, block->detail);
}

static void
append_start (GString *text, const KaBlock *block)
{
  g_autofree char *reference = ka_item_dup_reference (block->item);
  g_autofree char *line = g_strdup_printf ("%s: kars-atlas --tour %s", block->text, reference);

  ka_cli_append_wrapped (text, line, 0, 0);
}

static void
append_source (GString *text, const KaBlock *block)
{
  g_autofree char *line = block->detail != NULL
                            ? g_strdup_printf ("%s (%s) · %s", block->text, block->item->id,
                                               block->detail)
                            : g_strdup_printf ("%s (%s)", block->text, block->item->id);

  append_entry (text, line, NULL);
}

void
ka_cli_append_block (GString *text, const KaBlock *block, const KaCliContext *context)
{
  g_autofree char *words = dup_text (block);

  switch (block->kind)
    {
    case KA_BLOCK_TITLE:
      ka_cli_append_wrapped (text, words, 0, 0);
      if (block->detail != NULL)
        ka_cli_append_wrapped (text, block->detail, 0, 0);
      g_string_append_c (text, '\n');
      break;
    case KA_BLOCK_LEAD:
      append_lead (text, block, words);
      break;
    case KA_BLOCK_HEADING:
    case KA_BLOCK_FOLD:
      g_string_append_printf (text, "\n%s\n", words);
      break;
    case KA_BLOCK_PATH:
    case KA_BLOCK_PARAGRAPH:
    case KA_BLOCK_NOTE:
      ka_cli_append_wrapped (text, words, 0, 0);
      break;
    case KA_BLOCK_FACT:
      ka_cli_append_labelled (text, block->label, words);
      break;
    case KA_BLOCK_LINK:
      append_link (text, block, words);
      break;
    case KA_BLOCK_CLAUSE:
      append_clause (text, block, words);
      break;
    case KA_BLOCK_BAND:
      append_band (text, block, context);
      break;
    case KA_BLOCK_STEP:
      append_step (text, block);
      break;
    case KA_BLOCK_START:
      append_start (text, block);
      break;
    case KA_BLOCK_SOURCE:
      append_source (text, block);
      break;
    default:
      g_return_if_reached ();
    }
}
