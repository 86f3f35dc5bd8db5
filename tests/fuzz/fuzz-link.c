/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text as a link into an atlas: a link that is taken is written and read again as the same one.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-land-test.h"
#include "ka-link.h"

#include <math.h>

#define MAX_TEXT_BYTES 1024

/* The atlas that all links lead into; made once. */
static KaAtlas *
get_atlas (void)
{
  static KaAtlas    *atlas;
  const KaLandExtent extent = { "link", 10, 10, 20, 20 };

  if (atlas == NULL)
    atlas = ka_land_test_load (&extent);
  return atlas;
}

static void
check_link (const KaLink *link)
{
  if (link->has_place)
    {
      g_assert_cmpfloat (fabs (link->centre_deg.x), <=, 180);
      g_assert_cmpfloat (fabs (link->centre_deg.y), <=, 90);
      g_assert_true (isfinite (link->zoom) && link->zoom > 0);
    }
  if (link->has_shown)
    g_assert_cmpint (link->shown.from, <, link->shown.to);
  if (link->has_range)
    g_assert_cmpint (link->range.from, <, link->range.to);
  g_assert_true (link->step == 0 || link->selection != NULL);
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) bytes, MIN (size, MAX_TEXT_BYTES));
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;
  KaLink link, again;

  if (!ka_link_parse (get_atlas (), text, &link, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == KA_LINK_ERROR);
      g_assert_cmpstr (error->message, !=, "");
      return g_strdup (error->message);
    }
  g_assert_no_error (error);
  g_assert_true (ka_link_is (text));
  check_link (&link);
  first = ka_link_to_string (&link, get_atlas ());
  g_assert_true (g_str_is_ascii (first));
  g_assert_true (ka_link_parse (get_atlas (), first, &again, &error));
  g_assert_no_error (error);
  second = ka_link_to_string (&again, get_atlas ());
  g_assert_cmpstr (first, ==, second);
  return NULL;
}
