/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a PNG that has a view: a link in printable ASCII is found, or it is told why not.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-export-view.h"
#include "ka-link.h"

#include <string.h>

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  g_autoptr (GBytes) png = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *link = ka_export_read_view (png, &error);

  g_assert_true ((link == NULL) == (error != NULL));
  if (link == NULL)
    {
      g_assert_true (error->domain == KA_EXPORT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return g_strdup (error->message);
    }
  g_assert_true (ka_link_is (link));
  g_assert_cmpuint (strlen (link), <=, KA_EXPORT_MAX_VIEW);
  for (const char *c = link; *c != '\0'; c++)
    g_assert_true (g_ascii_isprint (*c));
  return NULL;
}
