/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

char      *ka_search_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ka_search (KaAtlas *atlas, const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
