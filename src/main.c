/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-cli.h"
#include "ka-memory.h"

#include <dlfcn.h>
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

/* Loads the window and runs it. It finds core and render in this program, and GTK finds the types
 * of widgets by their names among all symbols. Returns the exit status. */
static int
run_window (int argc, char **argv)
{
  void *window = dlopen ("kars-atlas-window.so", RTLD_LAZY | RTLD_GLOBAL);
  int (*run) (int argc, char **argv) = NULL;

  if (window != NULL)
    *(void **) &run = dlsym (window, "ka_app_run");
  if (run == NULL)
    {
      g_printerr ("kars-atlas: %s: %s\n", _ ("the window cannot be loaded"), dlerror ());
      return 1;
    }

  return run (argc, argv);
}

int
main (int argc, char **argv)
{
  ka_memory_set_up ();
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

  set_up_language ();
  g_set_prgname ("kars-atlas");

  return run_window (argc, argv);
}
