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
#include <sys/resource.h>
#include <unistd.h>
#endif

/* Text and pictures are made by many threads in turn; each would keep an arena of memory. */
#define MAX_ARENAS 1

#ifdef __GLIBC__
/* The room that the heap begins with, less than pictures keep, and the size of a huge page */
#define HEAP_BYTES      (60 << 20)
#define HUGE_PAGE_BYTES (2 << 20)

/* Whether the person limits the memory of the process. */
static gboolean
has_limit (void)
{
  struct rlimit space, data;

  return getrlimit (RLIMIT_AS, &space) != 0 || space.rlim_cur != RLIM_INFINITY ||
         getrlimit (RLIMIT_DATA, &data) != 0 || data.rlim_cur != RLIM_INFINITY;
}

/* Asks for huge pages for the heap: the kernel is entered once for each that is touched for the
 * first time, where it is entered for 512 small ones. Nothing is taken before it is touched, but a
 * limit counts it: then the heap is left as it is. */
static void
widen_heap (void)
{
  char *start = sbrk (0);
  char *end;

  if (has_limit ())
    return;
  ka_picture_keep_memory ();
  mallopt (M_TOP_PAD, HEAP_BYTES);
  /* More than there is, so that the heap grows */
  g_free (g_try_malloc (HUGE_PAGE_BYTES));
  end = sbrk (0);
  start += HUGE_PAGE_BYTES - (guintptr) start % HUGE_PAGE_BYTES;
  if (start < end)
    madvise (start, (gsize) (end - start), MADV_HUGEPAGE);
}

/* Small pieces of memory are joined with their neighbours as they are freed. The tree of a document
 * has millions, and to join them later, far from the cache, takes a quarter of the time of
 * loading. */
static void
set_up_memory (void)
{
  mallopt (M_MXFAST, 0);
  mallopt (M_ARENA_MAX, MAX_ARENAS);
  widen_heap ();
}
#else
static void
set_up_memory (void)
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

  set_up_language ();
  g_set_prgname ("kars-atlas");

  return ka_app_run (argc, argv);
}
