/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-reading-blocks.h"

G_BEGIN_DECLS

/* Blocks that several pages share */
const char *ka_leaf_get_text (KaLeaf *self, const KaText *text);
void  ka_leaf_add_text_fact (KaLeaf *self, GtkGrid **grid, const char *name, const char *text);
void  ka_leaf_add_links_fact (KaLeaf *self, GtkGrid **grid, const char *name, const KaList *items);
char *ka_leaf_dup_other_names (KaLeaf *self, const KaNames *names) G_GNUC_WARN_UNUSED_RESULT;
void  ka_leaf_add_former_names (KaLeaf *self, GtkGrid **grid, const KaNames *names);
void  ka_leaf_add_tenure_facts (KaLeaf *self, GtkGrid **grid, const KaArea *area);
void  ka_leaf_add_steps (KaLeaf *self, const KaArticle *article);
void  ka_leaf_add_clauses (KaLeaf *self, const KaItem *item);
void  ka_leaf_add_events (KaLeaf *self, const KaItem *item);

/* Pages of what was written and done */
void ka_leaf_write_event (KaLeaf *self, const KaEvent *event);
void ka_leaf_write_article (KaLeaf *self, const KaArticle *article);
void ka_leaf_write_treaty (KaLeaf *self, const KaTreaty *treaty);
void ka_leaf_write_person (KaLeaf *self, const KaPerson *person);
void ka_leaf_write_source (KaLeaf *self, const KaSource *source);
void ka_leaf_write_correction (KaLeaf *self, const KaCorrection *correction);
void ka_leaf_write_term (KaLeaf *self, const KaTerm *term);

G_END_DECLS
