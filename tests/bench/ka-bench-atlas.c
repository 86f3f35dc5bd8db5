/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Atlases of any number of events, made up by a fixed rule.
 */

#include "config.h"

#include "ka-bench-atlas.h"

#include "ka-atlas-private.h"

/**
 * ka_bench_atlas_new:
 * @n_events: how many events
 *
 * Returns: (transfer full): an atlas of events alone, spread over nine centuries in order of time
 */
KaAtlas *
ka_bench_atlas_new (guint n_events)
{
  KaAtlas *atlas = ka_atlas_new_empty ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1921);
  const KaDay from = ka_day_from_ymd (1000, 1, 1);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *title = g_strdup_printf ("Event number %u", i);
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      KaEvent         *event = ka_atlas_add_item (atlas, KA_ITEM_EVENT, id);
      double           part = (i + g_rand_double (rand)) / n_events;
      KaDay            start = from + (KaDay) (part * KA_BENCH_ATLAS_DAYS);
      KaDay            length = i % 10 == 0 ? g_rand_int_range (rand, 2, 2000) : 1;

      ka_text_init_in (&event->title, atlas->arena, KA_LANGUAGE_EN, title);
      event->leading = event->categories = (KaCategory) (1 << g_rand_int_range (rand, 0,
                                                                                KA_N_CATEGORIES));
      event->importance = g_rand_int_range (rand, 1, 6);
      event->date = (KaDate){ start, start, start + length, start + length,
                              length > 1 ? KA_DATE_SPAN : 0 };
    }
  atlas->head.shown = (KaSpan){ from, from + KA_BENCH_ATLAS_DAYS };
  atlas->head.default_day = from;

  return atlas;
}
