/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-cli.h"
#ifdef KA_HAS_WINDOW
#include "ka-app.h"
#endif

int
main (int argc, char **argv)
{
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

#ifdef KA_HAS_WINDOW
  return ka_app_run (argc, argv);
#else
  g_printerr ("kars-atlas: built without a window\n");
  return 1;
#endif
}
