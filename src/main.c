/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-app.h"
#include "ka-cli.h"
#include "ka-memory.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* Takes up the language of the user. Commands do not: what they write is for scripts. */
static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KA_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  ka_memory_set_up ();
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

  set_up_language ();
  g_set_prgname ("kars-atlas");

  return ka_app_run (argc, argv);
}
