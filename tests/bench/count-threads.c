/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into a program, it counts the threads that the program makes, and writes their number
 * into the file that KA_BENCH_THREADS names when the program ends.
 */

#include "config.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_int n_threads;

int
pthread_create (pthread_t            *thread,
                const pthread_attr_t *attributes,
                void *(*start) (void *data),
                void *data)
{
  int (*real) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);

  /* ISO C knows no way from an object to a function */
  *(void **) &real = dlsym (RTLD_NEXT, "pthread_create");
  atomic_fetch_add (&n_threads, 1);

  return real (thread, attributes, start, data);
}

__attribute__ ((destructor)) static void
write_count (void)
{
  const char *path = getenv ("KA_BENCH_THREADS");
  FILE       *file = path != NULL ? fopen (path, "w") : NULL;

  if (file == NULL)
    return;
  fprintf (file, "%d\n", n_threads);
  fclose (file);
}
