/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-app.h"
#include "ka-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Text and pictures are made by many threads in turn; each would keep an arena of memory. */
#define MAX_ARENAS 1

/* Joins small pieces of memory with their neighbours as they are freed. The tree of a document has
 * millions, and to join them later, far from the cache, takes a quarter of the time of loading. */
static void
set_up_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_MXFAST, 0);
  mallopt (M_ARENA_MAX, MAX_ARENAS);
#endif
}

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
  set_up_memory ();
  if (ka_cli_handles (argc, argv))
    return ka_cli_run (argc, argv);

  set_up_language ();
  g_set_prgname ("kars-atlas");

  return ka_app_run (argc, argv);
}
