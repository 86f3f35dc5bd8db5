/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"
#include "ka-word-diff.h"

G_BEGIN_DECLS

/** KaBlockKind: what a block is, and which of its members are set. */
typedef enum
{
  KA_BLOCK_PATH,      /* @text leads to the pages that this one lies in, from the outermost */
  KA_BLOCK_TITLE,     /* @text is the title of the page, @detail the line below it */
  KA_BLOCK_LEAD,      /* @text is what holds on the day of the page, @label says of what */
  KA_BLOCK_HEADING,   /* @text stands over the blocks that follow */
  KA_BLOCK_FOLD,      /* @text stands over blocks up to the next fold, which are hidden at first */
  KA_BLOCK_PARAGRAPH, /* @text is running text */
  KA_BLOCK_NOTE,      /* @text is a remark */
  KA_BLOCK_FACT,      /* @label names a fact and may lead to @item, @text tells it */
  KA_BLOCK_LINK,      /* @text leads to @item, @label stands before it, @detail below it */
  KA_BLOCK_CLAUSE,    /* of an article: @label its number, @detail title, @text, @note the doubt */
  KA_BLOCK_BAND,      /* @item is an area; the band of its tenures */
  KA_BLOCK_STEP,      /* @step of the annex @item: @text names it, @detail is a remark */
  KA_BLOCK_START,  /* @text starts the tour @item, or the walk along the line of the annex @item */
  KA_BLOCK_SOURCE, /* @text cites a source, @detail marks a place read for the atlas */
} KaBlockKind;

/** KaBlockLink: a part of a text that leads somewhere. */
typedef struct
{
  gsize           start;    /* first byte of the link in the text of its block */
  gsize           end;      /* the byte after its last one */
  const KaItem   *item;     /* where it leads */
  guint           step;     /* a step of @item, from 1; 0 for none */
  const KaTreaty *compared; /* (nullable): the treaty that @item is compared with there */
} KaBlockLink;

/** KaBlock: a piece of a page. Texts are plain: no markup, no line breaks of their own. */
typedef struct
{
  KaBlockKind kind;   /* decides which of the other members are set */
  char       *label;  /* (nullable): UTF-8 */
  char       *text;   /* (nullable): UTF-8 */
  char       *detail; /* (nullable): UTF-8 */
  char       *note;   /* (nullable): UTF-8 */
  GArray     *links;  /* (element-type KaBlockLink): parts of @text, in order, none overlapping */
  GArray     *marks;  /* (nullable) (element-type KaWordRun): parts of @text that the text beside
                       * it lacks; a text with marks has no links */
  const KaItem *item; /* (nullable): borrowed from the atlas */
  guint         step; /* a step of @item, from 1; 0 for none */

  const KaTreaty *compared; /* (nullable): of a clause: a treaty to compare it with */
} KaBlock;

/**
 * ka_reading_list_blocks:
 * @atlas: an atlas
 * @item: (nullable): what to read about; %NULL for the day itself
 * @day: the day that is shown; holders, names and standing of clauses are those of that day
 * @language: of names and texts
 *
 * Writes the page of an item. Pane, terminal and exports present the same blocks.
 *
 * Returns: (transfer full) (element-type KaBlock): the blocks from top to bottom
 */
GPtrArray *ka_reading_list_blocks (KaAtlas      *atlas,
                                   const KaItem *item,
                                   KaDay         day,
                                   KaLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_reading_list_changes:
 * @atlas: an atlas
 * @from: a day
 * @to: a later day, or the same, of which the page says so
 * @language: of names and texts
 *
 * Writes the page about what changed between two days: holders of land, claims, frontiers, in order
 * of date.
 *
 * Returns: (transfer full) (element-type KaBlock): the blocks from top to bottom
 */
GPtrArray *ka_reading_list_changes (KaAtlas *atlas, KaDay from, KaDay to, KaLanguage language)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_reading_list_comparison:
 * @atlas: an atlas
 * @item: a treaty of it, or an article or annex for what corresponds to it alone
 * @treaty: another treaty
 * @day: the day of names
 * @language: of names and texts
 *
 * Writes the comparison of two treaties: the matches of ka_query_compare(), each with the
 * difference in a sentence and with its clauses, in which the words that the other side lacks are
 * marked.
 *
 * Returns: (transfer full) (element-type KaBlock): the blocks from top to bottom
 */
GPtrArray *ka_reading_list_comparison (KaAtlas        *atlas,
                                       const KaItem   *item,
                                       const KaTreaty *treaty,
                                       KaDay           day,
                                       KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
