/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"
#include "ka-json-private.h"

G_BEGIN_DECLS

/* ka-timelinejs-json.c */
gboolean ka_timelinejs_json_sniff (const char *text, gsize length);
void     ka_timelinejs_json_import (KaDraft *draft, const char *text, gsize length);

/* ka-timelinejs-export.c */
char *
ka_timelinejs_json_export (KaAtlas *atlas, KaDay day, GPtrArray *losses) G_GNUC_WARN_UNUSED_RESULT;
char *
ka_timelinejs_csv_export (KaAtlas *atlas, KaDay day, GPtrArray *losses) G_GNUC_WARN_UNUSED_RESULT;

/* ka-timelinejs-csv.c */
gboolean ka_timelinejs_csv_sniff (const char *text, gsize length);
void     ka_timelinejs_csv_import (KaDraft *draft, const char *text, gsize length);

/* ka-foreign.c: what importers share. */

/* Parses JSON, or reports its faults to the draft. Returns: (transfer full) (nullable): the
 * document. */
KaDocument *
ka_foreign_parse_json (KaDraft *draft, const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a JSON text has a value at a pointer (RFC 6901). Only as much is read as leads to it. */
gboolean ka_foreign_has_json (const char *text, gsize length, const char *pointer);

/* Gets a member that is not null; %FALSE without one. */
gboolean ka_foreign_get_member (const KaNode *node, const char *key, KaNode *member);

/* Gets a member as text, also a number as it is written; %NULL without one. A member of another
 * type is a fault. Returns: (transfer none) (nullable) */
const char *ka_foreign_get_text (KaDraft *draft, const KaNode *node, const char *key);

/* Writes a date as EDTF of the precision that is known. @month and @day are 0 where they are not.
 * Reports at @offset what is no date. @year: astronomical.
 * Returns: (transfer full) (nullable): the date */
char *ka_foreign_dup_edtf (KaDraft *draft, gsize offset, gint64 year, gint64 month, gint64 day)
  G_GNUC_WARN_UNUSED_RESULT;

/* A text that was HTML. */
typedef struct
{
  char      *text;         /* Owned: without tags, entities decoded, paragraphs apart by a blank */
  GPtrArray *links;        /* Owned (nullable): what its links and pictures lead to */
  guint      n_paragraphs; /* that have letters */
} KaForeignText;

/* Takes the tags off a text; one that is no HTML stays as it is. */
KaForeignText *ka_foreign_text_new (const char *html) G_GNUC_WARN_UNUSED_RESULT;
void           ka_foreign_text_free (KaForeignText *self);

/* Tells that the links of a text and the breaks between its paragraphs are lost. */
void ka_foreign_text_tell_losses (const KaForeignText *self,
                                  KaDraft             *draft,
                                  gsize                offset,
                                  const char          *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaForeignText, ka_foreign_text_free)

G_END_DECLS
