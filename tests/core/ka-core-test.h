/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas-load.h"
#include "ka-query.h"

#include <string.h>

G_BEGIN_DECLS

/* Loads an atlas that must be good, by its path below the folder of the tests. */
static inline KaAtlas *
load_atlas (const char *path)
{
  g_autofree char *name = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  KaAtlas *atlas = ka_atlas_load (file, &faults, &error);

  if (faults != NULL)
    {
      g_ptr_array_set_free_func (faults, (GDestroyNotify) ka_fault_free);
      for (guint i = 0; i < faults->len; i++)
        {
          g_autofree char *line = ka_fault_to_string (faults->pdata[i]);

          g_test_message ("%s", line);
        }
    }
  g_assert_no_error (error);
  g_assert_nonnull (atlas);
  return atlas;
}

/* Loads the built-in atlas. */
static inline KaAtlas *
load_built_in_atlas (void)
{
  return load_atlas ("../data/atlas");
}

static inline void
check_same_items (const KaList *a, const KaList *b)
{
  g_assert_cmpuint (a->n_items, ==, b->n_items);
  for (gsize i = 0; i < a->n_items; i++)
    g_assert_cmpstr (KA_ITEM (a->items[i])->id, ==, KA_ITEM (b->items[i])->id);
}

static inline void
check_same_text (const KaText *a, const KaText *b)
{
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    g_assert_cmpstr (ka_text_find (a, i), ==, ka_text_find (b, i));
}

static inline void
check_same_event (const KaEvent *a, const KaEvent *b)
{
  g_assert_cmpstr (a->item.id, ==, b->item.id);
  g_assert_cmpuint (a->item.index, ==, b->item.index);
  g_assert_cmpint ((int) a->item.certainty, ==, (int) b->item.certainty);
  g_assert_cmpstr (a->item.note, ==, b->item.note);
  g_assert_cmpuint (a->item.n_citations, ==, b->item.n_citations);
  for (guint i = 0; i < a->item.n_citations; i++)
    {
      const KaCitation *citation = &a->item.citations[i], *other = &b->item.citations[i];

      g_assert_cmpstr (citation->source->item.id, ==, other->source->item.id);
      g_assert_cmpstr (citation->locator, ==, other->locator);
      g_assert_cmpint (citation->seen, ==, other->seen);
    }
  g_assert_cmpstr (a->edtf, ==, b->edtf);
  g_assert_cmpint (ka_date_compare (&a->date, &b->date), ==, 0);
  g_assert_cmpint ((int) a->date.flags, ==, (int) b->date.flags);
  check_same_text (&a->title, &b->title);
  check_same_text (&a->label, &b->label);
  check_same_text (&a->summary, &b->summary);
  check_same_text (&a->where, &b->where);
  g_assert_cmpint ((int) a->categories, ==, (int) b->categories);
  g_assert_cmpint ((int) a->leading, ==, (int) b->leading);
  g_assert_cmpint (a->importance, ==, b->importance);
  check_same_items (&a->places, &b->places);
}

/* Whether an imported atlas is the one that the document loads as which was written of it. */
static inline void
check_document (KaAtlas *atlas, const char *json)
{
  const gsize length = strlen (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (KaAtlas)
    loaded = ka_atlas_load_text ("document", g_strdup (json), length, NULL, &error);

  g_assert_no_error (error);
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const KaList *items = ka_atlas_get_items (atlas, (KaItemKind) kind);
      const KaList *others = ka_atlas_get_items (loaded, (KaItemKind) kind);

      check_same_items (items, others);
      for (gsize i = 0; kind == KA_ITEM_EVENT && i < items->n_items; i++)
        check_same_event (items->items[i], others->items[i]);
    }
}

G_END_DECLS
