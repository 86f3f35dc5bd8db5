/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"

G_BEGIN_DECLS

/* Each as the table of formats has it. */
gboolean ka_linked_places_sniff (const char *text, gsize length);
void     ka_linked_places_import (KaDraft *draft, const char *text, gsize length);

G_END_DECLS
