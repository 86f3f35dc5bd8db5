/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"
#include "ka-theme.h"

G_BEGIN_DECLS

/**
 * KaLeaf:
 * @box: what blocks are appended to
 * @session: what links write to
 * @theme: colours of painted parts
 *
 * A page of the reading pane while it is written, block by block. Functions that take text take it
 * plain; links carry the reference of an item.
 */
typedef struct
{
  GtkBox        *box;
  KaSession     *session;
  const KaTheme *theme;
} KaLeaf;

void  ka_leaf_add_title (KaLeaf *self, const char *title, const char *subtitle);
void  ka_leaf_add_heading (KaLeaf *self, const char *text);
void  ka_leaf_add_paragraph (KaLeaf *self, const char *text);
void  ka_leaf_add_note (KaLeaf *self, const char *text);
void  ka_leaf_add_markup (KaLeaf *self, const char *markup, const char *css_class);
void  ka_leaf_add_fact (KaLeaf *self, GtkGrid **grid, const char *name, const char *markup);
void  ka_leaf_add_link (KaLeaf *self, const KaItem *item, const char *before, const char *after);
void  ka_leaf_add_items (KaLeaf *self, const char *heading, const GPtrArray *items);
void  ka_leaf_add_certainty (KaLeaf *self, const KaItem *item);
void  ka_leaf_add_citation (KaLeaf *self, const KaCitation *citation);
void  ka_leaf_add_sources (KaLeaf *self, const KaItem *item);
void  ka_leaf_add_clause (KaLeaf *self, const KaArticle *article, const char *difference);
void  ka_leaf_add_band (KaLeaf *self, const KaArea *area);
char *ka_leaf_dup_link (KaLeaf *self, const KaItem *item) G_GNUC_WARN_UNUSED_RESULT;
char *ka_leaf_dup_links (KaLeaf *self, const KaList *items) G_GNUC_WARN_UNUSED_RESULT;
void  ka_leaf_write (KaLeaf *self, const KaItem *item);

G_END_DECLS
