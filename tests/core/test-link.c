/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links: any view comes back from its link, and what is said of bad links.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "ka-core-test.h"
#include "ka-link.h"

typedef struct
{
  KaAtlas *atlas;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->atlas = load_built_in_atlas ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ka_atlas_unref (fixture->atlas);
}

static KaLink
parse (Fixture *fixture, const char *text)
{
  KaLink link;
  g_autoptr (GError) error = NULL;

  ka_link_parse (fixture->atlas, text, &link, &error);
  g_assert_no_error (error);

  return link;
}

static KaDay
make_day (void)
{
  return ka_day_from_ymd (g_test_rand_int_range (-50, 12000), g_test_rand_int_range (1, 13),
                          g_test_rand_int_range (1, 29));
}

static KaSpan
make_span (void)
{
  const KaDay from = make_day ();

  return (KaSpan){ from, from + g_test_rand_int_range (1, 100000) };
}

static const KaItem *
make_selection (Fixture *fixture)
{
  const KaItemKind kind = (KaItemKind) g_test_rand_int_range (0, KA_N_ITEM_KINDS);
  const KaList    *items = ka_atlas_get_items (fixture->atlas, kind);

  if (items->n_items == 0 || g_test_rand_int_range (0, 4) == 0)
    return NULL;

  return items->items[g_test_rand_int_range (0, (int) items->n_items)];
}

/* A view of random parts. */
static KaLink
make_link (Fixture *fixture)
{
  const KaList *polities = ka_atlas_get_items (fixture->atlas, KA_ITEM_POLITY);
  KaLink        link = { .filter = ka_filter_all (), .selection = make_selection (fixture) };
  guint         n_steps = link.selection != NULL ? ka_query_count_steps (link.selection) : 0;

  link.step = n_steps > 0 ? (guint) g_test_rand_int_range (0, (int) n_steps + 1) : 0;
  link.has_day = g_test_rand_bit ();
  if (link.has_day)
    link.day = make_day ();
  link.has_place = g_test_rand_bit ();
  if (link.has_place)
    {
      link.centre_deg = (KaPoint){ g_test_rand_double_range (-180, 180),
                                   g_test_rand_double_range (-90, 90) };
      link.zoom = exp (g_test_rand_double_range (-2, 6));
    }
  link.has_shown = g_test_rand_bit ();
  if (link.has_shown)
    link.shown = make_span ();
  link.has_range = g_test_rand_bit ();
  if (link.has_range)
    link.range = make_span ();
  link.has_pinned_day = g_test_rand_bit ();
  if (link.has_pinned_day)
    link.pinned_day = make_day ();
  if (g_test_rand_bit ())
    link.filter.categories = (KaCategory) g_test_rand_int_range (1, KA_CATEGORY_ALL + 1);
  if (g_test_rand_bit ())
    link.filter.certainties = (guint) g_test_rand_int_range (0, (1 << KA_N_CERTAINTIES) - 1);
  for (int i = g_test_rand_int_range (-3, 4); i > 0; i--)
    ka_filter_toggle_party (&link.filter,
                            polities->items[g_test_rand_int_range (0, (int) polities->n_items)]);

  return link;
}

static void
assert_same_span (gboolean has, KaSpan span, gboolean has_other, KaSpan other)
{
  g_assert_cmpint (has, ==, has_other);
  if (has)
    {
      g_assert_cmpint (span.from, ==, other.from);
      g_assert_cmpint (span.to, ==, other.to);
    }
}

static void
assert_same (const KaLink *link, const KaLink *other)
{
  g_assert_true (link->selection == other->selection);
  g_assert_cmpuint (link->step, ==, other->step);
  assert_same_span (link->has_day, (KaSpan){ link->day, link->day }, other->has_day,
                    (KaSpan){ other->day, other->day });
  assert_same_span (link->has_shown, link->shown, other->has_shown, other->shown);
  assert_same_span (link->has_range, link->range, other->has_range, other->range);
  assert_same_span (link->has_pinned_day, (KaSpan){ link->pinned_day, 0 }, other->has_pinned_day,
                    (KaSpan){ other->pinned_day, 0 });
  g_assert_true (ka_filter_equals (&link->filter, &other->filter));
  g_assert_cmpint (link->has_place, ==, other->has_place);
  if (link->has_place)
    {
      g_assert_cmpfloat_with_epsilon (link->centre_deg.x, other->centre_deg.x, 0.00001);
      g_assert_cmpfloat_with_epsilon (link->centre_deg.y, other->centre_deg.y, 0.00001);
      g_assert_cmpfloat_with_epsilon (link->zoom, other->zoom, link->zoom * 0.0001);
    }
}

/* Any view comes back from its link, and that view has the same link. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      const KaLink     link = make_link (fixture);
      g_autofree char *text = ka_link_to_string (&link, fixture->atlas);
      const KaLink     again = parse (fixture, text);
      g_autofree char *same = ka_link_to_string (&again, fixture->atlas);

      assert_same (&link, &again);
      g_assert_cmpstr (text, ==, same);
      g_assert_true (ka_link_is (text));
      for (const char *p = text; *p != '\0'; p++)
        g_assert_true (g_ascii_isgraph (*p) && strchr ("\"'<>\\^`{|}", *p) == NULL);
    }
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  const KaLink     link = parse (fixture,
                                 "KARS-ATLAS:kars-atlas?date=1921-10-13&select=kars-annex-1%233"
                                     "&view=43.1,40.6,3&timeline=1917-01-01/1924-12-31"
                                     "&range=1918-01-01/1918-12-31&pin=1878-07-13"
                                     "&filter=category=treaty%3Bparty=turkey");
  g_autofree char *text = ka_link_to_string (&link, fixture->atlas);

  g_assert_cmpstr (text, ==,
                   "kars-atlas:kars-atlas?date=1921-10-13&select=annex:kars-annex-1%233"
                   "&view=43.10000,40.60000,3&timeline=1917-01-01/1924-12-31"
                   "&range=1918-01-01/1918-12-31&pin=1878-07-13"
                   "&filter=category=treaty%3Bparty=turkey");
  g_assert_cmpint (link.range.to - link.range.from, ==, 365);
}

/* A bad link says what is wrong and yields nothing. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    KaLinkError code;
    const char *message;
  } rows[] = {
    { "", KA_LINK_ERROR_SYNTAX, "'' is no link: it does not start with kars-atlas:" },
    { "https://example.org", KA_LINK_ERROR_SYNTAX, "'https://example.org' is no link" },
    { "kars-atlas:", KA_LINK_ERROR_ATLAS, "the link leads into the atlas ''" },
    { "kars-atlas:versailles?date=1919-06-28", KA_LINK_ERROR_ATLAS,
      "the link leads into the atlas 'versailles', but 'kars-atlas' is open" },
    { "kars-atlas:kars-atlas?", KA_LINK_ERROR_SYNTAX, NULL },
    { "kars-atlas:kars-atlas?date=1921-13-13", KA_LINK_ERROR_SYNTAX,
      "date: '1921-13-13' is no day" },
    { "kars-atlas:kars-atlas?date", KA_LINK_ERROR_SYNTAX,
      "a link has no 'date'; the nearest is 'date='" },
    { "kars-atlas:kars-atlas?dat=1921-10-13", KA_LINK_ERROR_SYNTAX,
      "a link has no 'dat=1921-10-13'; the nearest is 'date='" },
    { "kars-atlas:kars-atlas?colour=red", KA_LINK_ERROR_SYNTAX,
      "a link has no 'colour=red'; expected some of: date, select, " },
    { "kars-atlas:kars-atlas?select=nakhichewan", KA_LINK_ERROR_ITEM,
      "select: the atlas has nothing of the id 'nakhichewan'; the nearest is "
      "'region:nakhichevan'" },
    { "kars-atlas:kars-atlas?select=kars-annex-1%2399", KA_LINK_ERROR_ITEM, "select: " },
    { "kars-atlas:kars-atlas?view=43,40", KA_LINK_ERROR_SYNTAX,
      "view: '43,40' is no LON,LAT,ZOOM" },
    { "kars-atlas:kars-atlas?view=43,91,1", KA_LINK_ERROR_SYNTAX, "view: " },
    { "kars-atlas:kars-atlas?view=43,40,0", KA_LINK_ERROR_SYNTAX, "view: " },
    { "kars-atlas:kars-atlas?view=43,40,nan", KA_LINK_ERROR_SYNTAX, "view: " },
    { "kars-atlas:kars-atlas?view=43,40,1e99", KA_LINK_ERROR_SYNTAX, "view: " },
    { "kars-atlas:kars-atlas?range=1921-10-13/1921-10-12", KA_LINK_ERROR_SYNTAX,
      "range: '1921-10-13/1921-10-12' ends before it begins" },
    { "kars-atlas:kars-atlas?timeline=1921", KA_LINK_ERROR_SYNTAX, "timeline: '1921' is no range" },
    { "kars-atlas:kars-atlas?filter=party=turky", KA_LINK_ERROR_ITEM,
      "filter: party: there is no " },
    { "kars-atlas:kars-atlas?filter=category=traety", KA_LINK_ERROR_SYNTAX, "filter: category: " },
    { "kars-atlas:kars-atlas?select=%ff", KA_LINK_ERROR_SYNTAX, "select: '%ff' is not encoded" },
    { "kars-atlas:kars-atlas?select=%00", KA_LINK_ERROR_SYNTAX, "select: '%00' is not encoded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KaLink link = { .day = 7, .step = 7 };
      g_autoptr (GError) error = NULL;

      if (rows[i].message == NULL)
        {
          parse (fixture, rows[i].text);
          continue;
        }
      g_assert_false (ka_link_parse (fixture->atlas, rows[i].text, &link, &error));
      g_assert_error (error, KA_LINK_ERROR, (int) rows[i].code);
      if (!g_str_has_prefix (error->message, rows[i].message))
        g_error ("%s: %s", rows[i].text, error->message);
      g_assert_cmpint (link.day, ==, 7);
      g_assert_cmpuint (link.step, ==, 7);
    }
}

/* Cut and changed links are read or refused, never anything else. */
static void
test_garbled (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2000; i++)
    {
      const KaLink     made = make_link (fixture);
      g_autofree char *text = ka_link_to_string (&made, fixture->atlas);
      KaLink           link;
      g_autoptr (GError) error = NULL;

      text[g_test_rand_int_range (0, (int) strlen (text))] = (char) g_test_rand_int_range (32, 127);
      if (!ka_link_parse (fixture->atlas, text, &link, &error))
        g_assert_error (error, KA_LINK_ERROR, error->code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/link/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("text", test_text);
  ADD ("faults", test_faults);
  ADD ("garbled", test_garbled);
#undef ADD

  return g_test_run ();
}
