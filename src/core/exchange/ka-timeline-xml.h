/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"

G_BEGIN_DECLS

/* Each as the table of formats has it. */
gboolean ka_timeline_xml_sniff (const char *text, gsize length);
void     ka_timeline_xml_import (KaDraft *draft, const char *text, gsize length);
char *
ka_timeline_xml_export (KaAtlas *atlas, KaDay day, GPtrArray *losses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
