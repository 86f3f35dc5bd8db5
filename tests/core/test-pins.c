/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file of a reading list: it comes back in order, and bad lines are told.
 */
#include "config.h"

#include "ka-core-test.h"
#include "ka-pins.h"

static GPtrArray *
make_items (KaAtlas *atlas)
{
  static const KaItemKind kinds[] = { KA_ITEM_EVENT, KA_ITEM_ARTICLE, KA_ITEM_ANNEX };
  GPtrArray              *items = g_ptr_array_new ();

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    {
      const KaList *list = ka_atlas_get_items (
        atlas, kinds[g_test_rand_int_range (0, (int) G_N_ELEMENTS (kinds))]);
      gpointer item = list->items[g_test_rand_int_range (0, (int) list->n_items)];

      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }

  return items;
}

static void
test_round_trip (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GPtrArray) items = make_items (atlas);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      g_autofree char *text = ka_pins_to_text (atlas, items, others);
      g_autoptr (GPtrArray) again = ka_pins_parse (atlas, text, faults, others);

      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpuint (again->len, ==, items->len);
      for (guint j = 0; j < items->len; j++)
        g_assert_true (again->pdata[j] == items->pdata[j]);
    }
}

static void
test_faults (void)
{
  g_autoptr (KaAtlas) atlas = load_built_in_atlas ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) items = ka_pins_parse (atlas,
                                               "# a list\r\n\n kars-5 \r\nkars-5\nkars-55\n"
                                               "region:kars\nzzzzzzzzzz\nkars-treaty-1921",
                                               faults, others);
  g_autofree char *text = NULL;

  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (((const KaItem *) items->pdata[0])->id, ==, "kars-5");
  g_assert_cmpstr (((const KaItem *) items->pdata[1])->id, ==, "kars-treaty-1921");
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_true (g_str_has_prefix (faults->pdata[0], "5: nothing in the atlas has the id 'kars-55'"
                                                     "; the nearest is '"));
  g_assert_cmpstr (faults->pdata[1], ==, "6: 'region:kars' is no event, article or annex");
  g_assert_cmpstr (faults->pdata[2], ==, "7: nothing in the atlas has the id 'zzzzzzzzzz'");
  text = ka_pins_to_text (atlas, items, others);
  g_assert_true (g_str_has_suffix (text, "\narticle:kars-5\nevent:kars-treaty-1921\n"
                                         "kars-55\nregion:kars\nzzzzzzzzzz\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pins/round-trip", test_round_trip);
  g_test_add_func ("/pins/faults", test_faults);

  return g_test_run ();
}
