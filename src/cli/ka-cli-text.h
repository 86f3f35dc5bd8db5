/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  ka_cli_append_wrapped (GString *text, const char *words, int indent, int column);
void  ka_cli_append_labelled (GString *text, const char *label, const char *words);
int   ka_cli_measure_text (const char *text);
char *ka_cli_cut_text (const char *text, int width_max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
