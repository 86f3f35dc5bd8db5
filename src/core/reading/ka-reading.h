/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * KaBlockKind:
 * @KA_BLOCK_TITLE: @text is the title of the page, @detail the line below it
 * @KA_BLOCK_HEADING: @text stands over the blocks that follow
 * @KA_BLOCK_PARAGRAPH: @text is running text
 * @KA_BLOCK_NOTE: @text is a remark
 * @KA_BLOCK_FACT: @label names a fact, @text tells it
 * @KA_BLOCK_LINK: @text leads to @item, @label stands before it, @detail below it
 * @KA_BLOCK_CLAUSE: @item is an article, @label its number, @detail its title, @text its summary,
 * @note the doubt about it
 * @KA_BLOCK_BAND: @item is an area; the band of its tenures
 * @KA_BLOCK_STEP: @step of the annex @item: @text names it, @detail is a remark
 * @KA_BLOCK_SOURCE: @text cites a source, @detail marks a place that was read for the atlas
 *
 * What a block is. Members that are not named are %NULL.
 */
typedef enum
{
  KA_BLOCK_TITLE,
  KA_BLOCK_HEADING,
  KA_BLOCK_PARAGRAPH,
  KA_BLOCK_NOTE,
  KA_BLOCK_FACT,
  KA_BLOCK_LINK,
  KA_BLOCK_CLAUSE,
  KA_BLOCK_BAND,
  KA_BLOCK_STEP,
  KA_BLOCK_SOURCE,
} KaBlockKind;

/**
 * KaBlockLink:
 * @start: first byte of the link in the text of its block
 * @end: the byte after its last one
 * @item: where it leads
 * @step: a step of @item, from 1; 0 for none
 */
typedef struct
{
  gsize         start;
  gsize         end;
  const KaItem *item;
  guint         step;
} KaBlockLink;

/** KaBlock: a piece of a page. Texts are plain: no markup, no line breaks of their own. */
typedef struct
{
  KaBlockKind   kind;   /* decides which of the other members are set */
  char         *label;  /* (nullable): UTF-8 */
  char         *text;   /* (nullable): UTF-8 */
  char         *detail; /* (nullable): UTF-8 */
  char         *note;   /* (nullable): UTF-8 */
  GArray       *links;  /* (element-type KaBlockLink): parts of @text, in order, none overlapping */
  const KaItem *item;   /* (nullable): borrowed from the atlas */
  guint         step;   /* a step of @item, from 1; 0 for none */
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

G_END_DECLS
