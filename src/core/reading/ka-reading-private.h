/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-reading.h"

G_BEGIN_DECLS

/** KaReading: a page that is being written. */
typedef struct
{
  KaAtlas    *atlas;
  KaDay       day;
  KaLanguage  language;
  GPtrArray  *blocks; /* Owned: of KaBlock */
  GHashTable *terms;  /* Owned: terms that the page links to */
} KaReading;

/** ka_reading_new_blocks: Returns: (transfer full) (element-type KaBlock): no blocks yet */
GPtrArray *ka_reading_new_blocks (void);

/** ka_reading_get_text: Returns: (transfer none) (nullable): a text in the language of the page */
const char *ka_reading_get_text (const KaReading *self, const KaText *text);

/** ka_reading_get_title: Returns: (transfer none): the title of an item on the day of the page */
const char *ka_reading_get_title (const KaReading *self, gconstpointer item);

/**
 * ka_reading_add:
 * @kind: what to add
 * @text: (nullable): its text
 *
 * Returns: (transfer none) (nullable): the new block at the end; %NULL for an empty @text
 */
KaBlock *ka_reading_add (KaReading *self, KaBlockKind kind, const char *text);

/** ka_reading_add_title: adds the title of an item and the line below it */
void ka_reading_add_title (KaReading *self, const char *title, const char *detail);

/** ka_reading_add_section: adds a heading and a paragraph, or nothing for an empty text */
void ka_reading_add_section (KaReading *self, const char *heading, const KaText *text);

/** ka_reading_add_paragraph: adds running text; links the first use of each term of the glossary */
void ka_reading_add_paragraph (KaReading *self, const char *text);

/**
 * ka_reading_add_fact:
 * @label: its name
 * @text: (nullable): what it is; nothing is added for an empty one
 *
 * Returns: (transfer none) (nullable): the fact, to add links to
 */
KaBlock *ka_reading_add_fact (KaReading *self, const char *label, const char *text);

/** ka_reading_add_item_fact: adds a fact that is a link to an item; nothing for %NULL */
void ka_reading_add_item_fact (KaReading *self, const char *label, gconstpointer item);

/** ka_reading_add_items_fact: adds a fact that is a list of links; nothing for an empty list */
void ka_reading_add_items_fact (KaReading *self, const char *label, const KaList *items);

/** ka_reading_add_link: adds a link to an item on a line of its own */
void
ka_reading_add_link (KaReading *self, gconstpointer item, const char *label, const char *detail);

/** ka_reading_add_items: adds a heading and links to items with their dates; nothing for none */
void ka_reading_add_items (KaReading *self, const char *heading, const GPtrArray *items);

/** ka_reading_add_clause: adds the summary of an article */
void ka_reading_add_clause (KaReading *self, const KaArticle *article);

/** ka_reading_add_certainty: adds how sure an item is and why; nothing where that is plain */
void ka_reading_add_certainty (KaReading *self, const KaItem *item);

/** ka_reading_add_citations: adds sources, each with the place in it */
void ka_reading_add_citations (KaReading *self, const KaCitation *citations, gsize n_citations);

/** ka_reading_add_sources: adds a heading and the sources of an item; nothing for none */
void ka_reading_add_sources (KaReading *self, const KaItem *item);

/** ka_reading_add_names: adds the names that an item had at other times */
void ka_reading_add_names (KaReading *self, const KaNames *names);

/** ka_reading_dup_other_names: Returns: (transfer full): the names in other languages */
char *ka_reading_dup_other_names (const KaReading *self, const KaNames *names);

/** ka_reading_add_tenure: adds who held an area on the day, by what, and who claimed it */
void ka_reading_add_tenure (KaReading *self, const KaArea *area);

/** ka_reading_add_clauses: adds the clauses about an item, those in force on the day first */
void ka_reading_add_clauses (KaReading *self, const KaItem *item);

/** ka_reading_add_events: adds the events about an item */
void ka_reading_add_events (KaReading *self, const KaItem *item);

/**
 * ka_block_add_link:
 * @self: a block
 * @part: a part of its text, after the links that it has
 * @item: where it leads
 * @step: a step of @item, or 0
 */
void ka_block_add_link (KaBlock *self, const char *part, gconstpointer item, guint step);

/* Pages of lands, lines and who held them */
void ka_reading_write_day (KaReading *self);
void ka_reading_write_region (KaReading *self, const KaRegion *region);
void ka_reading_write_area (KaReading *self, const KaArea *area);
void ka_reading_write_tenure (KaReading *self, const KaTenure *tenure);
void ka_reading_write_polity (KaReading *self, const KaPolity *polity);
void ka_reading_write_frontier (KaReading *self, const KaFrontier *frontier);
void ka_reading_write_place (KaReading *self, const KaPlace *place);

/* Pages of texts, events and people */
void ka_reading_write_event (KaReading *self, const KaEvent *event);
void ka_reading_write_article (KaReading *self, const KaArticle *article);
void ka_reading_write_treaty (KaReading *self, const KaTreaty *treaty);
void ka_reading_write_person (KaReading *self, const KaPerson *person);
void ka_reading_write_source (KaReading *self, const KaSource *source);
void ka_reading_write_correction (KaReading *self, const KaCorrection *correction);
void ka_reading_write_term (KaReading *self, const KaTerm *term);

G_END_DECLS
