/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads an atlas as a whole or not at all: runs the reading, deriving and checking of it, and
 * leaves out what may be left out.
 */
#include "config.h"

#include "ka-atlas-load.h"

#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const KaAtlasLimits ka_atlas_limits = {
  .n_bytes = KA_ATLAS_MAX_BYTES,
  .n_items = 1000 * 1000,
  .n_points = 5 * 1000 * 1000,
  .n_letters = 20 * 1000,
  .n_name_letters = 300,
  .n_id_letters = 100,
};

static gboolean
is_left_out (gpointer user_data, const KaItem *item)
{
  return item->origin.is_faulty || item->origin.is_doubtful;
}

/* Whether all that is wrong is wrong with events to which nothing refers. */
static gboolean
can_leave_out (KaReader *self)
{
  const KaList *events = &self->atlas->items[KA_ITEM_EVENT];

  if (self->n_problems == 0 || self->n_problems > self->n_event_problems)
    return FALSE;
  for (gsize i = 0; i < events->n_items; i++)
    if (KA_ITEM (events->items[i])->origin.is_wanted && is_left_out (NULL, events->items[i]))
      return FALSE;
  return TRUE;
}

static KaAtlasGap
measure_gap (KaReader *self)
{
  const KaNode *list = &self->sections[ka_section_of_kind (KA_ITEM_EVENT) - ka_sections];
  const gsize   n_events = ka_node_count (list);

  return (KaAtlasGap){ (guint) (n_events - self->atlas->items[KA_ITEM_EVENT].n_items),
                       (guint) n_events };
}

static void
reader_init (KaReader *self, char *name, const KaAtlasLimits *limits, KaAtlas *atlas)
{
  memset (self, 0, sizeof *self);
  self->limits = limits;
  self->name = name;
  self->atlas = atlas;
  self->n_given = atlas->items[KA_ITEM_EVENT].n_items;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_document_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_fault_free);
}

static void
reader_clear (KaReader *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_ptr_array_unref (self->documents);
  g_free (self->roots);
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_free (self->name);
}

/* Makes the atlas of the documents, or says what is wrong with them. */
static KaAtlas *
finish (KaReader *self, KaAtlasGap *gap, GPtrArray **faults, GError **error)
{
  KaAtlas *atlas = NULL;

  ka_reader_read_sections (self);
  ka_reader_check_events (self);
  if (gap != NULL && can_leave_out (self))
    {
      ka_atlas_drop_items (self->atlas, KA_ITEM_EVENT, is_left_out, NULL);
      self->n_left_out_problems = self->n_problems;
    }
  ka_reader_derive (self);
  ka_reader_check (self);

  g_ptr_array_sort (self->faults, ka_fault_compare);
  if (self->n_problems > self->n_left_out_problems)
    ka_faults_set_error (self->faults, error);
  else
    {
      ka_atlas_build_area_grid (self->atlas);
      if (gap != NULL)
        *gap = measure_gap (self);
      atlas = g_steal_pointer (&self->atlas);
    }
  if (faults != NULL)
    *faults = g_steal_pointer (&self->faults);
  return atlas;
}

KaAtlas *
ka_reader_load (GFile               *file,
                const KaAtlasLimits *limits,
                KaAtlasGap          *gap,
                GPtrArray          **faults,
                GError             **error)
{
  g_autoptr (GError) read_error = NULL;
  KaAtlas *atlas = NULL;
  KaReader self;

  reader_init (&self, g_file_get_basename (file), limits, ka_atlas_new_empty ());
  if (ka_reader_load_documents (&self, file, &read_error))
    atlas = finish (&self, gap, faults, error);
  else
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ, read_error->message);
  reader_clear (&self);
  return atlas;
}

KaAtlas *
ka_atlas_load_partly (GFile *file, KaAtlasGap *gap, GPtrArray **faults, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return ka_reader_load (file, &ka_atlas_limits, gap, faults, error);
}

KaAtlas *
ka_atlas_load (GFile *file, GPtrArray **faults, GError **error)
{
  return ka_atlas_load_partly (file, NULL, faults, error);
}

static KaAtlas *
complete (KaAtlas    *atlas,
          const char *name,
          char       *text,
          gsize       length,
          KaAtlasGap *gap,
          GPtrArray **faults,
          GError    **error)
{
  KaAtlas *whole;
  KaReader self;

  reader_init (&self, g_strdup (name), &ka_atlas_limits, atlas);
  ka_reader_take_document (&self, name, text, length);
  whole = finish (&self, gap, faults, error);
  reader_clear (&self);
  return whole;
}

KaAtlas *
ka_reader_complete (KaAtlas *atlas, const char *name, char *text, gsize length, GPtrArray **faults)
{
  return complete (atlas, name, text, length, NULL, faults, NULL);
}

KaAtlas *
ka_atlas_load_text_partly (const char *name,
                           char       *text,
                           gsize       length,
                           KaAtlasGap *gap,
                           GPtrArray **faults,
                           GError    **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return complete (ka_atlas_new_empty (), name, text, length, gap, faults, error);
}

KaAtlas *
ka_atlas_load_text (const char *name, char *text, gsize length, GPtrArray **faults, GError **error)
{
  return ka_atlas_load_text_partly (name, text, length, NULL, faults, error);
}

char *
ka_atlas_gap_dup_words (const KaAtlasGap *self)
{
  if (self->n_left_out == 0)
    return NULL;
  /* Translators: of an atlas in which events are faulty, and how many it has. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u event of %2$u is faulty and left out",
                                       "%1$u events of %2$u are faulty and left out",
                                       self->n_left_out),
                          self->n_left_out, self->n_events);
}
