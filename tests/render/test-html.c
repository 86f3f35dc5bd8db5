/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The web page: one file that asks nothing of a network, with ids of its own, whose lands lead to
 * their clauses, or with two days and a handle. KA_HTML_DIR keeps the pages, to look at them.
 */

#include "config.h"

#include "ka-export.h"
#include "ka-map-test.h"

#include <string.h>

static char *
render (KaMapTest *test, const KaViewState *state, const char *name)
{
  const KaPage page = KA_PAGE_INIT (KA_PAGE_MAP, 900, 600);
  const KaExport export = { test->scene, state, ka_theme_get (KA_THEME_LIGHT), &page, 1 };
  const char *folder = g_getenv ("KA_HTML_DIR");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ka_export_render (&export, KA_EXPORT_HTML, &error);
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", name, NULL);

  g_assert_no_error (error);
  if (folder != NULL)
    g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static KaViewState
make_state (const char *day)
{
  return (KaViewState){ .day = ka_map_test_day (day), .filter = ka_filter_all () };
}

/* Lists the parts of a text that a pattern catches. */
static GPtrArray *catch (const char *text, const char *pattern)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (found, g_match_info_fetch (match, 1));

  return found;
}

/* Names of namespaces are no addresses that a browser visits. */
static void
check_alone (const char *html)
{
  g_autoptr (GPtrArray) addresses = catch (html, "(?:src|href|url\\()=?\"?'?(https?:[^\"') ]+)");
  g_autoptr (GPtrArray) ids = catch (html, "\\bid=\"([^\"]+)\"");
  g_autoptr (GPtrArray) uses = catch (html, "(?:href=\"|url\\()#([^\")]+)");
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (addresses->len, ==, 0);
  g_assert_null (strstr (html, "<link"));
  g_assert_null (strstr (html, "@import"));
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (g_hash_table_add (known, ids->pdata[i]));
  for (guint i = 0; i < uses->len; i++)
    g_assert_true (g_hash_table_contains (known, uses->pdata[i]));
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (html, "</html>\n"));
}

/* Every land of the map says who holds it, and one of a region leads to what is said of it. */
static void
test_day (KaMapTest *test, gconstpointer data)
{
  const KaViewState state = make_state ("1921-10-13");
  g_autofree char  *html = render (test, &state, "day.html");
  g_autofree char  *again = render (test, &state, "day.html");
  g_autoptr (GPtrArray) lands = catch (html, "class=\"land\"[^>]* aria-label=\"([^\"]+)\"");
  g_autoptr (GPtrArray) named = catch (html, "data-land=\"(land-[^\"]+)\"");
  g_autofree char *target = g_strdup_printf ("<details id=\"%s\">", "land-nakhichevan");

  check_alone (html);
  g_assert_cmpstr (html, ==, again);
  g_assert_cmpuint (lands->len, >, 40);
  g_assert_cmpuint (lands->len, ==, named->len);
  g_assert_true (g_ptr_array_find_with_equal_func (
    lands, "Azerbaijan SSR holds Nakhichevan (Nakhichevan Soviet republic).", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (named, "land-nakhichevan", g_str_equal, NULL));
  g_assert_nonnull (strstr (html, target));
  g_assert_nonnull (strstr (html, "Treaty of Kars · Article V"));
  g_assert_null (strstr (html, "type=\"range\""));
}

static void
test_pair (KaMapTest *test, gconstpointer data)
{
  KaViewState      state = make_state ("1945-06-07");
  g_autofree char *html = NULL;

  state.has_pinned_day = TRUE;
  state.pinned_day = ka_map_test_day ("1914-01-01");
  html = render (test, &state, "pair.html");
  check_alone (html);
  g_assert_nonnull (strstr (html, "type=\"range\""));
  g_assert_nonnull (strstr (html, "aria-label=\"1 January 1914 ↔ 7 June 1945\""));
  g_assert_nonnull (strstr (html, "aria-label=\"Map of 1 January 1914. "));
  g_assert_nonnull (strstr (html, "aria-label=\"Map of 7 June 1945. "));
  g_assert_null (strstr (html, "class=\"land\""));
}

/* The page is in the language of its texts. */
static void
test_language (KaMapTest *test, gconstpointer data)
{
  KaViewState      state = make_state ("1921-10-13");
  g_autofree char *html = NULL;

  state.language = KA_LANGUAGE_KA;
  html = render (test, &state, "georgian.html");
  check_alone (html);
  g_assert_nonnull (strstr (html, "<html lang=\"ka\">"));
  g_assert_nonnull (strstr (html, "ფლობს აზერბაიჯანის სსრ"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add (path, KaMapTest, NULL, ka_map_test_set_up, function, ka_map_test_tear_down)
  ADD ("/html/day", test_day);
  ADD ("/html/pair", test_pair);
  ADD ("/html/language", test_language);
#undef ADD

  return g_test_run ();
}
