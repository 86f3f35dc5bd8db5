/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program: a command for scripts, or the window.
 */
#include "config.h"

#include "ka-app.h"
#include "ka-cli.h"
#include "ka-picture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

/* Text and pictures are made by many threads in turn; each would keep an arena of memory. */
#define MAX_ARENAS 1

#ifdef __GLIBC__
/* The room that the heap begins with, less than pictures keep, and the size of a huge page */
#define HEAP_BYTES      (60 << 20)
#define HUGE_PAGE_BYTES (2 << 20)

/* Asks for huge pages for the heap: the kernel is entered once for each that is touched for the
 * first time, where it is entered for 512 small ones. Nothing is taken before it is touched. */
static void
widen_heap (void)
{
  char *start = sbrk (0);
  char *end;

  ka_picture_keep_memory ();
  mallopt (M_TOP_PAD, HEAP_BYTES);
  /* More than there is, so that the heap grows */
  g_free (g_try_malloc (HUGE_PAGE_BYTES));
  end = sbrk (0);
  start += HUGE_PAGE_BYTES - (guintptr) start % HUGE_PAGE_BYTES;
  if (start < end)
    madvise (start, (gsize) (end - start), MADV_HUGEPAGE);
}

/* Joins small pieces of memory with their neighbours as they are freed. The tree of a document has
 * millions, and to join them later, far from the cache, takes a quarter of the time of loading. */
static void
set_up_memory (void)
{
  mallopt (M_MXFAST, 0);
  mallopt (M_ARENA_MAX, MAX_ARENAS);
}
#else
static void
set_up_memory (void)
{
}

static void
widen_heap (void)
{
}
#endif

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

  widen_heap ();
  set_up_language ();
  g_set_prgname ("kars-atlas");

  return ka_app_run (argc, argv);
}
