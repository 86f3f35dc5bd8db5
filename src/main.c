/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-app.h"
#include "ka-cli.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <locale.h>

/* So that a script can tell a machine without a display from a fault. */
#define EXIT_NO_DISPLAY 3

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
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

  set_up_language ();
  g_set_prgname ("kars-atlas");
  if (!gtk_init_check ())
    {
      g_printerr ("kars-atlas: %s\n",
                  _ ("there is no display for the window; kars-atlas export draws a picture "
                     "without one"));
      return EXIT_NO_DISPLAY;
    }

  return ka_app_run (argc, argv);
}
