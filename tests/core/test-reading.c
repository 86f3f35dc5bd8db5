/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages as blocks: every item has one on any day, its links lie in its text, terms are linked once.
 */
#include "config.h"

#include "ka-citation.h"
#include "ka-core-test.h"
#include "ka-hint.h"
#include "ka-query.h"
#include "ka-reading.h"

#include <glib/gstdio.h>

#include <string.h>

static void
check_links (KaAtlas *atlas, const KaBlock *block)
{
  gsize last = 0;

  for (guint i = 0; i < block->links->len; i++)
    {
      const KaBlockLink *link = &g_array_index (block->links, KaBlockLink, i);

      g_assert_cmpuint (link->start, >=, last);
      g_assert_cmpuint (link->start, <, link->end);
      g_assert_cmpuint (link->end, <=, strlen (block->text));
      g_assert_true (
        g_utf8_validate (block->text + link->start, (gssize) (link->end - link->start), NULL));
      g_assert_true (ka_atlas_lookup (atlas, link->item->kind, link->item->id) == link->item);
      last = link->end;
    }
}

static void
check_block (KaAtlas *atlas, const KaBlock *block)
{
  const gboolean has_item = block->kind == KA_BLOCK_LINK || block->kind == KA_BLOCK_CLAUSE ||
                            block->kind == KA_BLOCK_BAND || block->kind == KA_BLOCK_STEP ||
                            block->kind == KA_BLOCK_SOURCE || block->kind == KA_BLOCK_START;

  g_assert_nonnull (block->text);
  g_assert_cmpint (*block->text, !=, '\0');
  g_assert_true (g_utf8_validate (block->text, -1, NULL));
  g_assert_null (strstr (block->text, "(null)"));
  if (block->kind != KA_BLOCK_FACT)
    g_assert_cmpint (block->item != NULL, ==, has_item);
  g_assert_cmpint (block->step > 0, ==, block->kind == KA_BLOCK_STEP);
  if (block->kind == KA_BLOCK_FACT || block->kind == KA_BLOCK_LEAD ||
      block->kind == KA_BLOCK_CLAUSE)
    g_assert_nonnull (block->label);
  if (block->kind == KA_BLOCK_LINK)
    {
      g_assert_cmpuint (block->links->len, ==, 1);
      g_assert_cmpstr (block->detail, !=, block->text);
      g_assert_cmpstr (block->label, !=, block->text);
    }
  check_links (atlas, block);
}

static gboolean
is_headline (const KaBlock *block)
{
  return block->kind == KA_BLOCK_HEADING || block->kind == KA_BLOCK_FOLD;
}

/* A page has one title, after the way to it; no headline stands over nothing, and folds are last.
 */
static void
check_page (KaAtlas *atlas, const KaItem *item, KaDay day, KaLanguage language)
{
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (atlas, item, day, language);
  const KaBlock *first = blocks->pdata[0];
  const guint    title = first->kind == KA_BLOCK_PATH ? 1 : 0;
  gboolean       is_folded = FALSE;

  g_assert_cmpuint (blocks->len, >, 1);
  for (guint i = 0; i < blocks->len; i++)
    {
      const KaBlock *block = blocks->pdata[i];

      check_block (atlas, block);
      g_assert_cmpint (block->kind == KA_BLOCK_TITLE, ==, i == title);
      g_assert_cmpint (block->kind == KA_BLOCK_PATH, ==, i < title);
      if (is_headline (block))
        {
          g_assert_cmpuint (i + 1, <, blocks->len);
          g_assert_false (is_headline (blocks->pdata[i + 1]));
        }
      is_folded |= block->kind == KA_BLOCK_FOLD;
      g_assert_false (is_folded &&
                      (block->kind == KA_BLOCK_HEADING || block->kind == KA_BLOCK_LEAD ||
                       block->kind == KA_BLOCK_CLAUSE));
    }
}

static void
test_every_item (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);

      g_assert_cmpuint (items->n_items, >, 0);
      for (gsize i = 0; i < items->n_items; i++)
        check_page (atlas, items->items[i], ka_day_from_ymd (1870 + (gint64) i % 160, 6, 1),
                    (KaLanguage) (i % KA_N_LANGUAGES));
    }
}

static void
test_every_decade (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (int year = 1870; year < 2030; year += 10)
    check_page (atlas, NULL, ka_day_from_ymd (year, 1, 1), KA_LANGUAGE_EN);
}

/* Counts the links of a page that lead to a term. */
static guint
count_terms (KaAtlas *atlas, const char *reference)
{
  const KaItem *item = ka_atlas_lookup_reference (atlas, reference);
  g_autoptr (GPtrArray)
    blocks = ka_reading_list_blocks (atlas, item, ka_day_from_ymd (1921, 10, 13), KA_LANGUAGE_EN);
  guint n_terms = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const KaBlock *block = blocks->pdata[i];

      for (guint j = 0; j < block->links->len; j++)
        n_terms += g_array_index (block->links, KaBlockLink, j).item->kind == KA_ITEM_TERM;
    }

  return n_terms;
}

/* The small atlas has the term "town"; texts of it are put in place of one in the file. */
static guint
count_terms_in (const char *said)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "faults", "whole.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ka-reading-XXXXXX", &error);
  g_autofree char *copy = g_build_filename (folder, "atlas.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (KaAtlas) atlas = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  parts = g_strsplit (text, "There was a war.", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strjoinv (said, parts);
  g_assert_true (g_file_set_contents (copy, changed, -1, &error));
  atlas = ka_atlas_load (file, NULL, &error);
  g_assert_no_error (error);
  g_remove (copy);
  g_rmdir (folder);

  return count_terms (atlas, "event:war");
}

static void
test_terms (void)
{
  static const struct
  {
    const char *said;
    guint       n_terms;
  } cases[] = {
    { "The town fell.", 1 },
    { "Town and country.", 1 },
    { "Two towns fell.", 1 },
    { "A town, then a town.", 1 },
    { "Downtown fell.", 0 },
    { "The townsmen fled.", 0 },
    { "Nothing.", 0 },
    { "The last town", 1 },
    { "A township or a town.", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].said);
      g_assert_cmpuint (count_terms_in (cases[i].said), ==, cases[i].n_terms);
    }
}

/* A term does not lead to itself. */
static void
test_term_page (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *terms = ka_atlas_get_items (atlas, KA_ITEM_TERM);

  for (gsize i = 0; i < terms->n_items; i++)
    {
      g_autoptr (GPtrArray)
        blocks = ka_reading_list_blocks (atlas, terms->items[i], 0, KA_LANGUAGE_EN);

      for (guint j = 0; j < blocks->len; j++)
        {
          const KaBlock *block = blocks->pdata[j];

          for (guint k = 0; k < block->links->len; k++)
            g_assert_true (g_array_index (block->links, KaBlockLink, k).item !=
                           (const KaItem *) terms->items[i]);
        }
    }
}

/* A treaty and the event of its signature have the same page; every pair is found from both sides.
 */
static void
test_twins (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaList *treaties = ka_atlas_get_items (atlas, KA_ITEM_TREATY);
  guint         n_twins = 0;

  for (gsize i = 0; i < treaties->n_items; i++)
    {
      const KaItem *twin = ka_query_twin_of (atlas, treaties->items[i]);
      g_autoptr (GPtrArray) page = NULL;
      g_autoptr (GPtrArray) other = NULL;

      if (twin == NULL)
        continue;
      n_twins++;
      g_assert_true (ka_query_twin_of (atlas, twin) == treaties->items[i]);
      page = ka_reading_list_blocks (atlas, treaties->items[i], 0, KA_LANGUAGE_EN);
      other = ka_reading_list_blocks (atlas, twin, 0, KA_LANGUAGE_EN);
      g_assert_cmpuint (page->len, ==, other->len);
      for (guint j = 0; j < page->len; j++)
        g_assert_cmpstr (((const KaBlock *) page->pdata[j])->text, ==,
                         ((const KaBlock *) other->pdata[j])->text);
    }
  g_assert_cmpuint (n_twins, >=, 12);
}

static void
test_nearest_reference (void)
{
  static const struct
  {
    const char *given, *nearest;
  } cases[] = {
    { "region:nakhichevn", "region:nakhichevan" },
    { "nakhichevn", "region:nakhichevan" },
    { "article:kars5", "article:kars-5" },
    { "annex:kars-anex-1#3", "annex:kars-annex-1" },
    { "castle:kars", "region:kars" },
    { "polity:atlantis", NULL },
    { "", NULL },
  };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autofree char *endless = g_strnfill (100000, 'k');
  g_autofree char *of_endless = ka_query_dup_nearest_reference (atlas, endless);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *nearest = ka_query_dup_nearest_reference (atlas, cases[i].given);

      g_assert_cmpstr (nearest, ==, cases[i].nearest);
    }
  g_assert_null (of_endless);
}

static void
assert_cited (KaAtlas *atlas, const char *reference, KaCitationStyle style, const char *expected)
{
  const KaItem    *item = reference != NULL ? ka_atlas_lookup_reference (atlas, reference) : NULL;
  g_autofree char *text = ka_citation_dup (atlas, item, ka_day_from_ymd (1921, 10, 13), style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_citations (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  assert_cited (atlas, "article:kars-5", KA_CITATION_PLAIN,
                "Treaty of Kars, Article V, 13 October 1921 (Nakhichevan an autonomous territory). "
                "Full text: Dokumenty vneshnei politiki SSSR, vol. IV (Moscow, 1960), pp. 420–429; "
                "British and Foreign State Papers, vol. 120. Summary in: Kars Atlas, version "
                "2026.11, article:kars-5, map of 13 October 1921 (CC-BY-4.0).");
  assert_cited (atlas, "article:kars-5", KA_CITATION_CHICAGO,
                "“Treaty of Kars, Article V,” 13 October 1921, full text in Dokumenty vneshnei "
                "politiki SSSR, vol. IV (Moscow, 1960), pp. 420–429; British and Foreign State "
                "Papers, vol. 120; summarized as “Nakhichevan an autonomous territory” in Kars "
                "Atlas, version 2026.11, article:kars-5, map of 13 October 1921.");
  assert_cited (atlas, "event:molotov-sarper-1945", KA_CITATION_BIBTEX,
                "@misc{kars-atlas-event-molotov-sarper-1945,\n"
                "  title = {Molotov’s terms to Sarper},\n"
                "  eventdate = {7–18 June 1945},\n"
                "  howpublished = {Kars Atlas, version 2026.11, event:molotov-sarper-1945, map of "
                "13 October 1921},\n"
                "  copyright = {CC-BY-4.0}\n}\n");
  assert_cited (atlas, NULL, KA_CITATION_PLAIN,
                "Map of 13 October 1921. In: Kars Atlas, version 2026.11, map of 13 October 1921 "
                "(CC-BY-4.0).");
}

/* Every page can be cited in each style and reported, and the report names the page. */
static void
test_copies_of_every_page (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  const KaDay day = ka_day_from_ymd (1921, 10, 13);

  for (int kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    for (gsize i = 0; i < ka_atlas_get_items (atlas, (KaItemKind) kind)->n_items; i++)
      {
        const KaItem    *item = ka_atlas_get_items (atlas, (KaItemKind) kind)->items[i];
        g_autofree char *reference = ka_item_dup_reference (item);
        g_autofree char *report = ka_citation_dup_report (atlas, item, day);
        g_autofree char *command = g_strdup_printf ("--date 1921-10-13 --select %s\n", reference);

        g_assert_nonnull (strstr (report, command));
        for (int style = KA_CITATION_PLAIN; style <= KA_CITATION_BIBTEX; style++)
          {
            g_autofree char *text = ka_citation_dup (atlas, item, day, (KaCitationStyle) style);

            g_assert_true (g_utf8_validate (text, -1, NULL));
            g_assert_null (strstr (text, "(null)"));
            if (style != KA_CITATION_BIBTEX)
              g_assert_nonnull (strstr (text, reference));
          }
      }
}

/* The line below the title of a page */
static char *
dup_lead (KaAtlas *atlas, const KaItem *item, KaDay day)
{
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (atlas, item, day, KA_LANGUAGE_EN);

  for (guint i = 0; i < blocks->len; i++)
    if (((const KaBlock *) blocks->pdata[i])->kind == KA_BLOCK_LEAD)
      return g_strdup (((const KaBlock *) blocks->pdata[i])->text);

  return NULL;
}

/* Page and hint say how a line stands on the day: not there, signed, in force and by what */
static void
test_standing_of_lines (void)
{
  static const struct
  {
    const char *line;
    const char *day;
    const char *lead;
    const char *hint; /* (nullable): what it must say */
  } cases[] = {
    { "kars-line", "1914-07-28", "no such line; from 13 October 1921, by Kars IV",
      "no such line on this day" },
    { "kars-line", "1921-10-13", "in force, by Moscow I; signed, not yet in force: Kars IV", NULL },
    { "kars-line", "1946-06-01", "in force, by Kars IV / Moscow I", NULL },
    { "moscow-line", "1921-05-01", "signed, not yet in force, by Moscow I",
      "signed, not yet in force" },
    { "batum-1918-line", "1918-06-10", "asserted, never in force", "never in force" },
    { "batum-1918-line", "1946-06-01", "no such line", "no such line on this day" },
  };
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaItem    *line = ka_atlas_lookup (atlas, KA_ITEM_FRONTIER, cases[i].line);
      KaDay            day = 0;
      g_autofree char *lead = NULL;
      g_autofree char *hint = NULL;

      g_assert_true (ka_day_parse (cases[i].day, &day, NULL));
      lead = dup_lead (atlas, line, day);
      hint = ka_hint_tell (line, day, KA_LANGUAGE_EN);

      g_test_message ("%s %s: %s | %s", cases[i].line, cases[i].day, lead, hint);
      g_assert_true (g_str_has_prefix (lead, cases[i].lead));
      g_assert_true (cases[i].hint == NULL || strstr (hint, cases[i].hint) != NULL);
    }
}

/* The page of a day tells who holds land that no region has, each holder once. */
static void
test_other_land (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autoptr (GPtrArray)
    blocks = ka_reading_list_blocks (atlas, NULL, ka_day_from_ymd (1921, 10, 13), KA_LANGUAGE_EN);
  guint n_found = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const KaBlock *block = blocks->pdata[i];
      const char    *persia = block->text != NULL ? strstr (block->text, "Persia") : NULL;

      if (g_strcmp0 (block->label, "Other land") != 0)
        continue;
      n_found++;
      g_assert_nonnull (persia);
      g_assert_null (strstr (persia + 1, "Persia"));
      g_assert_cmpuint (block->links->len, >, 1);
    }
  g_assert_cmpuint (n_found, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/every-item", test_every_item);
  g_test_add_func ("/reading/every-decade", test_every_decade);
  g_test_add_func ("/reading/terms", test_terms);
  g_test_add_func ("/reading/term-page", test_term_page);
  g_test_add_func ("/reading/other-land", test_other_land);
  g_test_add_func ("/reading/twins", test_twins);
  g_test_add_func ("/reading/nearest-reference", test_nearest_reference);
  g_test_add_func ("/reading/standing-of-lines", test_standing_of_lines);
  g_test_add_func ("/reading/citations", test_citations);
  g_test_add_func ("/reading/copies-of-every-page", test_copies_of_every_page);

  return g_test_run ();
}
