/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

const char *ka_words_get_category (KaCategory category);
const char *ka_words_get_kind_plural (KaItemKind kind);
const char *ka_words_get_tenure_kind (KaTenureKind kind);
const char *ka_words_get_seen (void);
char       *ka_words_describe_party (const KaTreaty *treaty,
                                     const KaPolity *party,
                                     KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;
char       *ka_words_dup_article_label (const KaArticle *article,
                                        KaLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
char *ka_words_describe_item (const KaItem *item, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;
char *ka_words_describe_tenure (const KaTenure *tenure,
                                KaDay           day,
                                KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;
char *ka_words_describe_life (const KaPerson *person,
                              KaLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
