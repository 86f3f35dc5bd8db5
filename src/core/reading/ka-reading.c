/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chooses the page of an item and writes it as blocks.
 */
#include "config.h"

#include "ka-reading-private.h"

#include "ka-query.h"

static void
write_item (KaReading *self, const KaItem *item)
{
  switch (item->kind)
    {
    case KA_ITEM_REGION:
      ka_reading_write_region (self, (const KaRegion *) item);
      break;
    case KA_ITEM_EVENT:
      ka_reading_write_event (self, (const KaEvent *) item);
      break;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      ka_reading_write_article (self, (const KaArticle *) item);
      break;
    case KA_ITEM_TREATY:
      ka_reading_write_treaty (self, (const KaTreaty *) item, NULL);
      break;
    case KA_ITEM_FRONTIER:
      ka_reading_write_frontier (self, (const KaFrontier *) item);
      break;
    case KA_ITEM_PLACE:
      ka_reading_write_place (self, (const KaPlace *) item);
      break;
    case KA_ITEM_POLITY:
      ka_reading_write_polity (self, (const KaPolity *) item);
      break;
    case KA_ITEM_AREA:
      ka_reading_write_area (self, (const KaArea *) item);
      break;
    case KA_ITEM_TENURE:
      ka_reading_write_tenure (self, (const KaTenure *) item);
      break;
    case KA_ITEM_PERSON:
      ka_reading_write_person (self, (const KaPerson *) item);
      break;
    case KA_ITEM_SOURCE:
      ka_reading_write_source (self, (const KaSource *) item);
      break;
    case KA_ITEM_CORRECTION:
      ka_reading_write_correction (self, (const KaCorrection *) item);
      break;
    case KA_ITEM_TERM:
      ka_reading_write_term (self, (const KaTerm *) item);
      break;
    case KA_ITEM_TOUR:
      ka_reading_write_tour (self, (const KaTour *) item);
      break;
    case KA_N_ITEM_KINDS:
    default:
      g_return_if_reached ();
    }
}

/* Writes the page of an item; a treaty and its signature share one. */
static void
write_page (KaReading *self, const KaItem *item)
{
  const KaItem *twin = ka_query_twin_of (self->atlas, item);

  if (twin != NULL && item->kind == KA_ITEM_TREATY)
    ka_reading_write_treaty (self, (const KaTreaty *) item, (const KaEvent *) twin);
  else if (twin != NULL)
    ka_reading_write_treaty (self, (const KaTreaty *) twin, (const KaEvent *) item);
  else
    write_item (self, item);
  ka_reading_add_doubts (self);
  if (twin != NULL && item->kind == KA_ITEM_EVENT)
    ka_reading_add_sources (self, twin, item);
  else
    ka_reading_add_sources (self, item, twin);
}

GPtrArray *
ka_reading_list_blocks (KaAtlas *atlas, const KaItem *item, KaDay day, KaLanguage language)
{
  KaReading self = ka_reading_begin (atlas, day, language);

  if (item == NULL)
    ka_reading_write_day (&self);
  else
    write_page (&self, item);

  return ka_reading_end (&self);
}
