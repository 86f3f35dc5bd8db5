/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-text.h"

G_BEGIN_DECLS

/** KaLegendWord: what the legend and the scale bar say by themselves, without the atlas. */
typedef enum
{
  KA_LEGEND_CONTESTED,
  KA_LEGEND_OCCUPIED,
  KA_LEGEND_CLAIMED,
  KA_LEGEND_STATE_FRONTIER,
  KA_LEGEND_UNCERTAIN_FRONTIER,
  KA_LEGEND_OCCUPATION_LIMIT,
  KA_LEGEND_REPUBLIC_BORDER,
  KA_LEGEND_AUTONOMY_LIMIT,
  KA_LEGEND_PINNED,
  KA_LEGEND_HEADING,
  KA_LEGEND_KM,
  KA_LEGEND_M,
  KA_N_LEGEND_WORDS,
} KaLegendWord;

/**
 * ka_legend_get_word:
 * @word: what is meant
 * @language: of the labels
 *
 * Returns: (transfer none): the word
 */
const char *ka_legend_get_word (KaLegendWord word, KaLanguage language);

G_END_DECLS
