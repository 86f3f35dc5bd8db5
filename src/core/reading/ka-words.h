/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * ka_words_get_category:
 * @category: one category, not several
 *
 * Returns: (transfer none): what a filter calls it
 */
const char *ka_words_get_category (KaCategory category);

/** ka_words_get_kind_plural: Returns: (transfer none): a heading over items of that kind */
const char *ka_words_get_kind_plural (KaItemKind kind);

/** ka_words_get_tenure_kind: Returns: (transfer none): the words that follow the holder's name,
 * such as "by right" */
const char *ka_words_get_tenure_kind (KaTenureKind kind);

/** ka_words_get_certainty: Returns: (transfer none): the word for it */
const char *ka_words_get_certainty (KaCertainty certainty);

/**
 * ka_words_get_word:
 * @key: (nullable): a word of the format: the kind of a #KaTreatyDate, what a #KaLaterAct does, the
 * verdict of a #KaCorrection or the type of a #KaSource
 *
 * Returns: (transfer none) (nullable): what a reader sees for it
 */
const char *ka_words_get_word (const char *key);

/** ka_words_describe_party: Returns: (transfer full): what the polity did with the treaty, from the
 * dates that name it: "signed 13 October 1921; ratified 20 March 1922"; an empty string where none
 * does */
char *ka_words_describe_party (const KaTreaty *treaty,
                               const KaPolity *party,
                               KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_dup_article_label: Returns: (transfer full): "Treaty of Kars · Article V" */
char *ka_words_dup_article_label (const KaArticle *article,
                                  KaLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_dup_article_short: Returns: (transfer full): "Kars V", "Kars Annex III" */
char *ka_words_dup_article_short (const KaArticle *article,
                                  KaLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_dup_article_number: Returns: (transfer full): "V", "Annex III" */
char *ka_words_dup_article_number (const KaArticle *article,
                                   KaLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_describe_item: Returns: (transfer full): what stands below its title in a list: the
 * date of an event, the treaty and number of an article, the life of a state or a person */
char *ka_words_describe_item (const KaItem *item, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_describe_tenure: Returns: (transfer full): one sentence without a full stop, such as
 * "Held by the Azerbaijan SSR, as …" */
char *ka_words_describe_tenure (const KaTenure *tenure,
                                KaDay           day,
                                KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_words_describe_life: Returns: (transfer full): "1882–1948", "born 1948", "died 1929", or an
 * empty string when neither is known */
char *ka_words_describe_life (const KaPerson *person,
                              KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
