/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the pages of tours, and the blocks that start a tour or a walk.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-private.h"

void
ka_reading_add_start (KaReading *self, gconstpointer item, const char *text)
{
  ka_reading_add (self, KA_BLOCK_START, text)->item = item;
}

void
ka_reading_add_tours (KaReading *self)
{
  const KaList *tours = ka_atlas_get_items (self->atlas, KA_ITEM_TOUR);

  if (tours->n_items > 0)
    ka_reading_add (self, KA_BLOCK_HEADING, _ ("Tours"));
  for (gsize i = 0; i < tours->n_items; i++)
    ka_reading_add_start (self, tours->items[i], ka_reading_get_title (self, tours->items[i]));
}

static void
add_step (KaReading *self, const KaTourStep *step)
{
  g_autofree char *day = ka_day_to_words (step->day, self->language);
  const char      *text = ka_reading_get_text (self, &step->text);

  if (step->selection != NULL)
    ka_reading_add_link (self, step->selection, day, text);
  else
    ka_reading_add_fact (self, day, text);
}

void
ka_reading_write_tour (KaReading *self, const KaTour *tour)
{
  g_autofree char *count = g_strdup_printf (
    /* Translators: of a guided tour */
    ngettext ("Tour of %u step", "Tour of %u steps", tour->n_steps), (guint) tour->n_steps);

  ka_reading_add_title (self, ka_reading_get_title (self, tour), count);
  ka_reading_add_paragraph (self, ka_reading_get_text (self, &tour->summary));
  ka_reading_add_start (self, tour, _ ("Start the tour"));
  ka_reading_add (self, KA_BLOCK_HEADING, _ ("Step by step"));
  for (gsize i = 0; i < tour->n_steps; i++)
    add_step (self, &tour->steps[i]);
}
