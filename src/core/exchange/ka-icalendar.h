/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"

G_BEGIN_DECLS

/* What follows the id of an event in the UID that an export gives it. */
#define KA_ICALENDAR_DOMAIN "@kars-atlas"

/* Each as the table of formats has it. */
gboolean ka_icalendar_sniff (const char *text, gsize length);
void     ka_icalendar_import (KaDraft *draft, const char *text, gsize length);
char *ka_icalendar_export (KaAtlas *atlas, KaDay day, GPtrArray *losses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
