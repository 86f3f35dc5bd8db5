/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-app.h"
#include "ka-cli.h"

#include <gtk/gtk.h>

/* So that a script can tell a machine without a display from a fault. */
#define EXIT_NO_DISPLAY 3

int
main (int argc, char **argv)
{
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

  g_set_prgname ("kars-atlas");
  if (!gtk_init_check ())
    {
      g_printerr (
        "kars-atlas: there is no display for the window; kars-atlas export draws a picture "
        "without one\n");
      return EXIT_NO_DISPLAY;
    }

  return ka_app_run (argc, argv);
}
