/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as the geography of an atlas, whatever its format. A geography that the atlas takes can
 * be asked at each of its points and drawn.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-fuzz-draw.h"
#include "ka-fuzz-load.h"
#include "ka-query.h"

/* The geography has outlines of the areas `a` and `1` and lines of the frontier `f`. */
static const char before[] =
  "{\"atlas\": {\"schema_version\": 1, \"id\": \"land\", \"version\": \"1\", \"title\": {\"en\": "
  "\"A land\"}, \"language\": \"en\", \"default_date\": \"1921-10-13\", \"range\": \"1900/1950\", "
  "\"extent\": [0, 0, 2, 1], \"licence\": \"CC0-1.0\", \"policy\": {\"en\": \"None.\"}, "
  "\"credits\": {\"en\": \"None.\"}},"
  "\"sources\": [{\"id\": \"s\", \"citation\": \"A print.\", \"short\": \"P\", \"kind\": "
  "\"book\"}],"
  "\"polities\": [{\"id\": \"p\", \"names\": [{\"en\": \"Land\"}], \"kind\": \"state\", \"tint\": "
  "\"turkey\", \"sources\": [\"s\"]}],"
  "\"areas\": [{\"id\": \"a\", \"names\": [{\"en\": \"A\"}], \"accuracy_km\": 1, \"sources\": "
  "[\"s\"]}, {\"id\": \"1\", \"names\": [{\"en\": \"One\"}], \"accuracy_km\": 1, \"sources\": "
  "[\"s\"]}],"
  "\"regions\": [],"
  "\"tenures\": [{\"id\": \"t\", \"areas\": [\"a\", \"1\"], \"holder\": \"p\", \"kind\": "
  "\"de-jure\", \"certainty\": \"certain\", \"sources\": [\"s\"]}],"
  "\"frontiers\": [{\"id\": \"f\", \"names\": [{\"en\": \"F\"}], \"kind\": \"treaty\", \"from\": "
  "\"1850-01-01\", \"geometry\": \"f\", \"in_force\": true, \"accuracy_km\": 1, \"summary\": "
  "{\"en\": \"A line.\"}, \"regions\": [], \"certainty\": \"certain\", \"sources\": [\"s\"]}],"
  "\"places\": [], \"treaties\": [], \"articles\": [], \"events\": [], \"geography\": ";

static void
ask_at (KaAtlas *atlas, KaPoint at)
{
  g_auto (KaWhereabouts)
    whereabouts = ka_query_whereabouts (atlas, at, ka_atlas_get_head (atlas)->default_day);

  g_assert_cmpfloat (fabs (at.x), <=, 180);
  g_assert_cmpfloat (fabs (at.y), <=, 90);
  g_assert_true ((whereabouts.tenure == NULL) == (whereabouts.area == NULL));
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  g_autoptr (GString) document = g_string_new (before);
  KaFuzzBytes no_bytes = { NULL, 0 };
  char       *why;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaMapScene) scene = NULL;
  const KaTopology *topology;

  g_string_append_len (document, (const char *) bytes, (gssize) size);
  g_string_append_c (document, '}');
  atlas = ka_fuzz_load ((const guint8 *) document->str, document->len, &why);
  if (atlas == NULL)
    return why;
  topology = ka_atlas_get_topology (atlas);
  for (gsize i = 0; i < topology->n_arcs; i++)
    for (gsize j = 0; j < topology->arcs[i].n_points; j++)
      ask_at (atlas, topology->arcs[i].points[j]);
  scene = ka_map_scene_new (atlas);
  ka_fuzz_draw (&no_bytes, scene);
  return NULL;
}
