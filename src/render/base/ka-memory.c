/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tells the GNU C library how the heap grows and shrinks. Other libraries are left as they are.
 */

#include "config.h"

#include "ka-memory.h"

#ifdef __GLIBC__

#include <malloc.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/* Text and pictures are made by many threads in turn; each would keep an arena of memory. */
#define MAX_ARENAS 1
/* The addresses that the heap begins with, enough for a million events, and the size of a huge
 * page */
#define HEAP_BYTES      (1 << 30)
#define HUGE_PAGE_BYTES (2 << 20)
/* Blocks up to the first size come from memory that was freed before; up to the second is kept at
 * the end of a heap that could not be widened, and up to the third anywhere in any. */
#define MAX_REUSED_BYTES (32 << 20)
#define MAX_KEPT_BYTES   (64 << 20)
#define MAX_FREE_BYTES   (96 << 20)

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
 * limit counts it: then the heap is left as it is, and so it is where addresses are few. */
static void
widen_heap (void)
{
  char *start = sbrk (0);
  char *end;

  if (has_limit () || sbrk (HEAP_BYTES) == GSIZE_TO_POINTER (G_MAXSIZE))
    return;
  sbrk (-HEAP_BYTES);
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
void
ka_memory_set_up (void)
{
  mallopt (M_MXFAST, 0);
  mallopt (M_ARENA_MAX, MAX_ARENAS);
  ka_memory_keep ();
  widen_heap ();
}

void
ka_memory_keep (void)
{
  mallopt (M_MMAP_THRESHOLD, MAX_REUSED_BYTES);
  mallopt (M_TRIM_THRESHOLD, MAX_KEPT_BYTES);
}

void
ka_memory_give_back (void)
{
  malloc_trim (0);
}

/* What the process holds in memory of its own, in bytes; 0 where the system does not tell */
static gsize
measure_held (void)
{
  gsize all = 0;
  gsize resident = 0;
  gsize shared = 0;
  FILE *file = fopen ("/proc/self/statm", "r");

  if (file == NULL)
    return 0;
  if (fscanf (file, "%zu %zu %zu", &all, &resident, &shared) != 3)
    resident = shared = 0;
  fclose (file);

  return (resident - shared) * (gsize) sysconf (_SC_PAGESIZE);
}

void
ka_memory_bound (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  if (measure_held () > info.uordblks + info.hblkhd + MAX_FREE_BYTES)
    malloc_trim (0);
}

#else

void
ka_memory_set_up (void)
{
}

void
ka_memory_keep (void)
{
}

void
ka_memory_give_back (void)
{
}

void
ka_memory_bound (void)
{
}

#endif
