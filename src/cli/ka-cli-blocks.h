/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cli-json.h"
#include "ka-reading.h"

G_BEGIN_DECLS

/** ka_cli_append_block: adds a block of a page to @text, wrapped for a terminal: ids behind the
 * titles of links, brackets round marked words. */
void ka_cli_append_block (GString *text, const KaBlock *block, const KaCliContext *context);

G_END_DECLS
