/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a document once, as an atlas, also of a foreign format, or by json-c alone, and frees it.
 * Prints the milliseconds of processor time and the bytes of memory that this took at its peak,
 * with a tab between.
 *
 * bench-load atlas|json-c FILE
 */

#include "config.h"

#include <string.h>

#include "ka-bench.h"
#include "ka-exchange.h"
#include "ka-json-auto.h"
#include "ka-memory.h"

/* The most memory that was resident so far; getrusage() counts that of the parent, too. */
static gsize
get_peak (void)
{
  g_autofree char *status = NULL;
  const char      *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");

  return peak != NULL ? (gsize) g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) * 1024 : 0;
}

static gboolean
read_atlas (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KaAtlas) atlas = ka_atlas_open (file, NULL, NULL, error);

  return atlas != NULL;
}

static gboolean
read_json (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize            length;
  g_autoptr (KaJsonObject) root = NULL;
  struct json_tokener *tokener;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  tokener = json_tokener_new ();
  root = json_tokener_parse_ex (tokener, text, (int) length);
  json_tokener_free (tokener);

  return root != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gsize  before;
  double start;

  if (argc != 3)
    return 2;
  ka_memory_set_up ();
  before = get_peak ();
  start = ka_bench_get_process_ms ();
  if (!(strcmp (argv[1], "atlas") == 0 ? read_atlas : read_json) (argv[2], &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no JSON");
      return 1;
    }
  g_print ("%.3f\t%zu\n", ka_bench_get_process_ms () - start, get_peak () - before);

  return 0;
}
