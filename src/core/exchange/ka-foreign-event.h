/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"

G_BEGIN_DECLS

/** KaForeignExport: an atlas on its way into a foreign format. */
typedef struct
{
  KaAtlas   *atlas;  /* Borrowed */
  GPtrArray *losses; /* (element-type KaLoss): Borrowed */
} KaForeignExport;

/** KaForeignParts: parts of an event that few formats carry. */
typedef enum
{
  KA_FOREIGN_CATEGORIES = 1 << 0,   /* its categories but the first */
  KA_FOREIGN_IMPORTANCE = 1 << 1,   /* an importance other than 3 */
  KA_FOREIGN_PLACES = 1 << 2,       /* its places, and places in words */
  KA_FOREIGN_OTHER_PLACES = 1 << 3, /* its places but the first, and places in words beside it */
  KA_FOREIGN_LINKS = 1 << 4,        /* regions, articles, treaties, people and parties */
  KA_FOREIGN_REMARKS = 1 << 5,      /* its note, disputes, old style date and why nothing changed */
  KA_FOREIGN_CERTAINTY = 1 << 6,    /* that it is not certain */
  KA_FOREIGN_PROBABLE = 1 << 7,     /* the difference of probable and uncertain */
  KA_FOREIGN_LANGUAGES = 1 << 8,    /* languages other than English */
  KA_FOREIGN_SOURCES = 1 << 9,      /* its sources */
} KaForeignParts;

/** ka_foreign_tell: adds a loss of an item */
void ka_foreign_tell (const KaForeignExport *self, const KaItem *item, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/** ka_foreign_tell_atlas: adds a loss of the atlas as a whole */
void ka_foreign_tell_atlas (const KaForeignExport *self, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

/** ka_foreign_tell_event: adds one loss that names those of @parts that an event has */
void
ka_foreign_tell_event (const KaForeignExport *self, const KaEvent *event, KaForeignParts parts);

/** ka_foreign_tell_short_titles: adds one loss for the short titles of all events: nothing is lost
 * with them that the titles do not say */
void ka_foreign_tell_short_titles (const KaForeignExport *self);

/** ka_foreign_tell_sections: adds a loss for each section that has items, but those of @kept, a
 * mask of #KaItemKind */
void ka_foreign_tell_sections (const KaForeignExport *self, guint kept);

/** ka_foreign_dup_days: Returns: (transfer full): a span that is not open as EDTF: a day, or an
 * interval whose end is included */
char *ka_foreign_dup_days (KaSpan span) G_GNUC_WARN_UNUSED_RESULT;

/** ka_foreign_dup_degrees: Returns: (transfer full): six digits behind the point, without zeros at
 * the end, in every locale */
char *ka_foreign_dup_degrees (double degrees) G_GNUC_WARN_UNUSED_RESULT;

/** ka_foreign_find_category: Returns: (transfer none) (nullable): the category of an atlas that a
 * word means, whatever its case; with blanks or dashes */
const char *ka_foreign_find_category (const char *word);

/** ka_foreign_list_categories: Returns: (transfer full): the words of the categories of an event,
 * the leading one first */
GStrv ka_foreign_list_categories (const KaEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
