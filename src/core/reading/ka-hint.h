/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaHint: what a tooltip says of an item. No fact stands in it twice. */
typedef struct
{
  char *title; /* (nullable): the title of the item; %NULL for nothing */
  char *text;  /* (nullable): who holds the land, or when the item is */
  char *note;  /* (nullable): the instrument and its date */
} KaHint;

/**
 * ka_hint_new:
 * @item: (nullable): an item
 * @area: (nullable): the land at the point that is asked about
 * @day: the day that is shown
 * @language: of names and dates
 *
 * Returns: (transfer full): the hint; clear it with ka_hint_clear()
 */
KaHint ka_hint_new (const KaItem *item, const KaArea *area, KaDay day, KaLanguage language);

/** ka_hint_clear: frees its texts. */
void ka_hint_clear (KaHint *self);

/**
 * ka_hint_tell:
 * @item: an item of the map
 * @day: the day that is shown
 * @language: of names and dates
 *
 * Writes the hint of an item for a screen reader; for a region the hints of all its areas, each
 * sentence once.
 *
 * Returns: (transfer full): sentences
 */
char *ka_hint_tell (const KaItem *item, KaDay day, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaHint, ka_hint_clear)

G_END_DECLS
