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
  GPtrArray  *doubts; /* Owned: remarks on how sure the page is, told at its end */
} KaReading;

/** ka_reading_begin: Returns: (transfer full): an empty page; to be ended with ka_reading_end() */
KaReading ka_reading_begin (KaAtlas *atlas, KaDay day, KaLanguage language);

/** ka_reading_end: frees what only the writing needs. Returns: (transfer full): the blocks */
GPtrArray *ka_reading_end (KaReading *self);

/** KaLinked: a text with links that is being written. Clear it with ka_linked_clear(). */
typedef struct
{
  GString *text;
  GArray  *links; /* of KaBlockLink */
} KaLinked;

/** ka_linked_new: Returns: (transfer full): an empty text */
KaLinked ka_linked_new (void);

/** ka_linked_clear: frees its members. */
void ka_linked_clear (KaLinked *self);

/** ka_linked_append: adds @words; they lead to @item where that is not %NULL. */
void ka_linked_append (KaLinked *self, const char *words, gconstpointer item);

/** ka_linked_append_comparison: adds @words, which lead to the comparison of an item with a treaty.
 */
void ka_linked_append_comparison (KaLinked       *self,
                                  const char     *words,
                                  gconstpointer   item,
                                  const KaTreaty *compared);

/** ka_linked_append_item: adds the title of an item on the day of @reading, as a link. */
void ka_linked_append_item (KaLinked *self, const KaReading *reading, gconstpointer item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaLinked, ka_linked_clear)

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

/**
 * ka_reading_add_linked:
 * @kind: what to add
 * @label: (nullable): its label
 * @linked: its text and links
 *
 * Returns: (transfer none) (nullable): the new block at the end; %NULL for an empty text
 */
KaBlock *ka_reading_add_linked (KaReading      *self,
                                KaBlockKind     kind,
                                const char     *label,
                                const KaLinked *linked);

/** ka_reading_link_terms: links the first use of each term of the glossary in a block. */
void ka_reading_link_terms (KaReading *self, KaBlock *block);

/** ka_reading_add_path: adds the way to an item that the page lies in; nothing for %NULL. */
void ka_reading_add_path (KaReading *self, const KaItem *item);

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

/** ka_reading_add_link: adds a link to an item on a line of its own; articles get their number as
 * label where @label is %NULL. @detail is left out where it repeats the title. */
void
ka_reading_add_link (KaReading *self, gconstpointer item, const char *label, const char *detail);

/** ka_reading_add_items: adds a heading and links to items with their dates; nothing for none */
void ka_reading_add_items (KaReading *self, const char *heading, const GPtrArray *items);

/** ka_reading_add_clause: adds the summary of an article. Returns: (transfer none) (nullable): the
 * new block; %NULL without a summary */
KaBlock *ka_reading_add_clause (KaReading *self, const KaArticle *article);

/** ka_reading_add_certainty: adds how sure an item is and why to the end of the page; nothing where
 * that is plain */
void ka_reading_add_certainty (KaReading *self, const KaItem *item);

/** ka_reading_add_doubt: adds a remark to those at the end of the page */
void ka_reading_add_doubt (KaReading *self, const char *text);

/** ka_reading_add_doubts: adds the fold with all remarks; nothing for none */
void ka_reading_add_doubts (KaReading *self);

/** ka_reading_add_citations: adds sources, each with the place in it */
void ka_reading_add_citations (KaReading *self, const KaCitation *citations, gsize n_citations);

/** ka_reading_add_sources: adds a fold with the sources of an item and its twin; nothing for none
 */
void ka_reading_add_sources (KaReading *self, const KaItem *item, const KaItem *twin);

/** ka_reading_add_names: adds the names that an item had at other times */
void ka_reading_add_names (KaReading *self, const KaNames *names);

/** ka_reading_add_other_names: adds the names in other languages, and those at other times */
void ka_reading_add_other_names (KaReading *self, const KaNames *names);

/** ka_reading_dup_life: Returns: (transfer full): a span in words; an open start is told as before
 * the first change of the atlas */
char *ka_reading_dup_life (const KaReading *self, KaSpan span);

/** ka_reading_add_land_lead: adds who held an area on the day, by what, and who claimed it; @label
 * names the area or says “On this day” */
void ka_reading_add_land_lead (KaReading *self, const char *label, const KaArea *area);

/** ka_reading_add_article_lead: adds whether an article was in force on the day */
void ka_reading_add_article_lead (KaReading *self, const KaArticle *article);

/** ka_reading_add_treaty_lead: adds whether a treaty was in force on the day; nothing without
 * articles */
void ka_reading_add_treaty_lead (KaReading *self, const KaTreaty *treaty);

/** ka_reading_add_frontier_lead: adds whether a line was in force on the day, and what drew it */
void ka_reading_add_frontier_lead (KaReading *self, const KaFrontier *frontier);

/** ka_reading_add_polity_lead: adds whether a polity existed on the day and what it belonged to */
void ka_reading_add_polity_lead (KaReading *self, const KaPolity *polity);

/** ka_reading_add_clauses: adds the clauses about an item that count on the day, or the nearest */
void ka_reading_add_clauses (KaReading *self, const KaItem *item);

/** ka_reading_add_other_clauses: adds links to the clauses that ka_reading_add_clauses() leaves
 * out; of a polity to all that bind it */
void ka_reading_add_other_clauses (KaReading *self, const KaItem *item);

/** ka_reading_add_general_clauses: adds a fold with links to the clauses that concern every region
 */
void ka_reading_add_general_clauses (KaReading *self, const KaItem *item);

/** ka_reading_add_events: adds the events about an item */
void ka_reading_add_events (KaReading *self, const KaItem *item);

/** ka_reading_add_start: adds what starts a tour, or the walk along the line of an annex */
void ka_reading_add_start (KaReading *self, gconstpointer item, const char *text);

/** ka_reading_add_tours: adds a heading and what starts each tour of the atlas; nothing for none */
void ka_reading_add_tours (KaReading *self);

/* Pages of tours */
void ka_reading_write_tour (KaReading *self, const KaTour *tour);

/* Pages of lands, lines and who held them */
void ka_reading_write_day (KaReading *self);
void ka_reading_write_region (KaReading *self, const KaRegion *region);
void ka_reading_write_area (KaReading *self, const KaArea *area);
void ka_reading_write_tenure (KaReading *self, const KaTenure *tenure);
void ka_reading_write_polity (KaReading *self, const KaPolity *polity);
void ka_reading_write_frontier (KaReading *self, const KaFrontier *frontier);
void ka_reading_write_place (KaReading *self, const KaPlace *place);

/** ka_reading_get_treaty_label: Returns: (transfer none): the short title of a treaty, or its title
 */
const char *ka_reading_get_treaty_label (const KaReading *self, const KaTreaty *treaty);

/** ka_reading_add_treaties_to_compare: adds links to the comparisons of a treaty with others; those
 * with corresponding articles come first */
void ka_reading_add_treaties_to_compare (KaReading *self, const KaTreaty *treaty);

/* Pages of treaties, their articles and signatures; one of @treaty and @event may be %NULL */
void ka_reading_write_treaty (KaReading *self, const KaTreaty *treaty, const KaEvent *event);
void ka_reading_write_article (KaReading *self, const KaArticle *article);

/** ka_reading_add_articles: adds links to the articles of @treaty by number, or, where it is %NULL,
 * to those of @event; @is_special leaves out those that concern every region */
void ka_reading_add_articles (KaReading      *self,
                              const KaTreaty *treaty,
                              const KaEvent  *event,
                              gboolean        is_special);

/* Pages of events, people, sources and words */
void ka_reading_write_event (KaReading *self, const KaEvent *event);
void ka_reading_add_event_story (KaReading *self, const KaEvent *event);
void ka_reading_add_person (KaReading      *self,
                            const KaPerson *person,
                            const char     *party,
                            const char     *office);
void ka_reading_write_person (KaReading *self, const KaPerson *person);
void ka_reading_write_source (KaReading *self, const KaSource *source);
void ka_reading_write_correction (KaReading *self, const KaCorrection *correction);
void ka_reading_write_term (KaReading *self, const KaTerm *term);

G_END_DECLS
