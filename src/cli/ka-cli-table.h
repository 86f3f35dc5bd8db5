/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cli-json.h"

G_BEGIN_DECLS

/* Returns: (transfer full): a list of objects as CSV with a line of headings */
char *ka_cli_format_csv (KaJsonObject *document, const char *const *columns);

/* Returns: (transfer full): a list of objects in aligned columns with headings; long cells but the
 * last of a row are cut */
char *ka_cli_format_table (KaJsonObject *document, const char *const *columns);

G_END_DECLS
