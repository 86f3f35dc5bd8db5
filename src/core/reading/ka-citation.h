/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KaCitationStyle: forms of a citation. */
typedef enum
{
  KA_CITATION_PLAIN,   /* sentences */
  KA_CITATION_CHICAGO, /* a note of the Chicago Manual of Style */
  KA_CITATION_BIBTEX,  /* an entry of a BibTeX file */
} KaCitationStyle;

/** ka_citation_style_from_name: Returns: the style of "plain", "chicago" or "bibtex"; plain for
 * other names */
KaCitationStyle ka_citation_style_from_name (const char *name);

/**
 * ka_citation_dup:
 * @atlas: an atlas
 * @item: (nullable): what to cite; %NULL for the map of the day
 * @day: the day that is shown
 * @style: the form
 *
 * Cites a page of an atlas in English; a treaty or article with the access to its full text.
 *
 * Returns: (transfer full): the citation
 */
char *ka_citation_dup (KaAtlas *atlas, const KaItem *item, KaDay day, KaCitationStyle style)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_citation_dup_report:
 * @atlas: an atlas
 * @item: (nullable): the item of the page; %NULL for the map of the day
 * @day: the day that is shown
 *
 * Writes the report of a mistake: id, first statements of the page, day, command that shows it,
 * versions, and lines for what is wrong and for a source.
 *
 * Returns: (transfer full): the text, in English
 */
char *
ka_citation_dup_report (KaAtlas *atlas, const KaItem *item, KaDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
