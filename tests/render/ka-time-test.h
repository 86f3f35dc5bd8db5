/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-private.h"
#include "ka-cairo-auto.h"
#include "ka-map-test.h"
#include "ka-timeline-painter.h"

/* Sets a text of an atlas to the first letters of @whole. */
static inline void
ka_time_test_draw_text (KaAtlas *atlas, KaText *text, const char *whole)
{
  g_autofree char *start = g_strndup (whole, (gsize) g_test_rand_int_range (4, 24));

  ka_text_init_in (text, atlas->arena, KA_LANGUAGE_EN, start);
}

/* An atlas of random events: most last a day, some for weeks or years; labels of many lengths. */
static inline KaAtlas *
ka_time_test_make_atlas (int n_events, KaDay from, KaDay to)
{
  KaAtlas *atlas = ka_atlas_new_empty ();

  for (int i = 0; i < n_events; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%d", i);
      KaEvent         *event = ka_atlas_add_item (atlas, KA_ITEM_EVENT, id);
      KaDay            start = from + (KaDay) (g_test_rand_double () * (double) (to - from));
      KaDay            length = 1;

      if (i % 10 == 0)
        length = g_test_rand_int_range (2, 2000);

      ka_time_test_draw_text (atlas, &event->label, "Abandoned and reoccupied");
      event->title = event->label;
      event->leading = event->categories = (KaCategory) (1 << g_test_rand_int_range (
                                                           0, KA_N_CATEGORIES));
      event->importance = g_test_rand_int_range (1, 6);
      event->date = (KaDate){ start, start, start + length, start + length,
                              length > 1 ? KA_DATE_SPAN : 0 };
    }
  atlas->head.range = (KaDate){ from, from, to, to, KA_DATE_SPAN };
  atlas->head.default_day = from;

  return atlas;
}

static inline void
ka_time_test_name (KaAtlas *atlas, KaName *name, KaDay from, KaDay to)
{
  ka_time_test_draw_text (atlas, &name->text, "Republic of the Mountains");
  name->span.from = from;
  name->span.to = to;
}

/* Gives the atlas lands of those names; they have no polities yet. */
static inline void
ka_time_test_add_lands (KaAtlas *atlas, const char *const *names, guint n_lands)
{
  atlas->head.lands = ka_arena_new_array (atlas->arena, KaLand, n_lands);
  atlas->head.n_lands = n_lands;
  for (guint i = 0; i < n_lands; i++)
    ka_text_init_in (&atlas->head.lands[i].name, atlas->arena, KA_LANGUAGE_EN, names[i]);
}

/* Adds lifetimes of polities in a few lands, of which some never began or ended and some changed
 * their names. */
static inline void
ka_time_test_add_lifetimes (KaAtlas *atlas, int n_lifetimes, KaDay from, KaDay to)
{
  static const char *const lands[] = { "Plain", "Valley of the Two Rivers", "Hills", "Shore" };

  ka_time_test_add_lands (atlas, lands, G_N_ELEMENTS (lands));
  for (int i = 0; i < n_lifetimes; i++)
    {
      g_autofree char *id = g_strdup_printf ("lifetime-%d", i);
      KaPolity        *polity = ka_atlas_add_item (atlas, KA_ITEM_POLITY, id);
      KaDay            start = from + (KaDay) (g_test_rand_double () * (double) (to - from));
      KaDay            change = start + g_test_rand_int_range (1, 20000);

      polity->span.from = i % 7 == 0 ? KA_DAY_MIN : start;
      polity->span.to = i % 5 == 0 ? KA_DAY_MAX : change + g_test_rand_int_range (1, 20000);
      polity->names.n_items = g_test_rand_bit () ? 2 : 1;
      polity->names.items = ka_arena_new_array (atlas->arena, KaName, polity->names.n_items);
      ka_time_test_name (atlas, &polity->names.items[0], KA_DAY_MIN,
                         polity->names.n_items > 1 ? change : KA_DAY_MAX);
      if (polity->names.n_items > 1)
        ka_time_test_name (atlas, &polity->names.items[1], change, KA_DAY_MAX);
      ka_list_append (&atlas->head.lands[g_test_rand_int_range (0, G_N_ELEMENTS (lands))].polities,
                      atlas->arena, polity);
    }
}

static inline cairo_t *
ka_time_test_make_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);

  return cr;
}
