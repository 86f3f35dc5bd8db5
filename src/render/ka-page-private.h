/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-page.h"
#include "ka-type.h"

G_BEGIN_DECLS

/* A paragraph of the text beside the map. */
typedef struct
{
  char         *heading; /* Owned: "ARTICLE V · NAKHICHEVAN" */
  char         *text;    /* Owned */
  const KaItem *item;    /* Borrowed: what it is about, for its sources */
} KaPageBlock;

GArray *ka_page_list_blocks (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_subtitle (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_occasion (KaAtlas *atlas, const KaViewState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_sources (KaAtlas           *atlas,
                             const KaViewState *state,
                             const GArray      *blocks) G_GNUC_WARN_UNUSED_RESULT;
char   *ka_page_dup_imprint (KaAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
