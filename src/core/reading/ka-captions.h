/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-text.h"

G_BEGIN_DECLS

/** KaCaption: texts of maps, legends, timelines and pages that no atlas holds. A caption "with"
 * something has one `%s` for it: see ka_caption_format(). */
typedef enum
{
  KA_CAPTION_CONTESTED,
  KA_CAPTION_OCCUPIED_BY, /* of land, with a polity */
  KA_CAPTION_CLAIMED_BY,  /* of land, with polities */
  KA_CAPTION_HELD_BY,     /* of land held in fact, with polities */
  KA_CAPTION_IN_COLOURS,  /* in place of the names of many powers */
  KA_CAPTION_IN_FACT,     /* with the polity that holds land in fact */
  KA_CAPTION_TITLE,       /* with the polity that has the title to such land */
  KA_CAPTION_TITLE_NOT_SETTLED,
  KA_CAPTION_SIGNED, /* of a treaty line that is not in force */
  KA_CAPTION_NOT_IN_FORCE,
  KA_CAPTION_INEXACT,         /* of a frontier */
  KA_CAPTION_NO_LINE,         /* of a frontier that has no geometry */
  KA_CAPTION_NOT_ON_THIS_DAY, /* of an item of another time */
  KA_CAPTION_STATE_FRONTIER,
  KA_CAPTION_FACT_LIMIT,
  KA_CAPTION_REPUBLIC_BORDER,
  KA_CAPTION_AUTONOMY_LIMIT,
  KA_CAPTION_FRONTIERS_OF,     /* of the day that is compared with, with that day */
  KA_CAPTION_CHANGED_FRONTIER, /* with two days */
  KA_CAPTION_ENDED_FRONTIER,   /* with two days */
  KA_CAPTION_HEADING,
  KA_CAPTION_KILOMETRES,       /* with a number */
  KA_CAPTION_METRES,           /* with a number */
  KA_CAPTION_LENGTH_HERE,      /* at a scale bar, with its length */
  KA_CAPTION_LENGTH_IN_MIDDLE, /* likewise, of the middle of the map */
  KA_CAPTION_NORTH,            /* one letter, at an arrow */
  KA_CAPTION_ARTICLE,          /* with its number */
  KA_CAPTION_ANNEX,            /* with its number */
  KA_CAPTION_AS_ON_THIS_DAY,   /* in place of the event of a day without one */
  KA_CAPTION_OWN_WORDS,
  KA_CAPTION_SOURCES,   /* with a list of them */
  KA_CAPTION_TODAY,     /* at the line of today */
  KA_CAPTION_ELSEWHERE, /* title of the events without a region */
  KA_CAPTION_NO_MAP,    /* in place of the map of an atlas that has events alone */
  KA_N_CAPTIONS,
} KaCaption;

/** ka_caption_get: Returns: (transfer none): its text */
const char *ka_caption_get (KaCaption caption, KaLanguage language);

/** ka_caption_format: Returns: (transfer full): the text with @value, in the same language, in its
 * place */
char *ka_caption_format (KaCaption   caption,
                         KaLanguage  language,
                         const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
