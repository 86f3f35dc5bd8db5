/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the pinned items of an atlas and writes each change to a file.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-list.h"

#include "ka-pins.h"

#define FOLDER_MODE 0700

struct _KaReadingList
{
  GObject parent_instance;

  /* Owned */
  KaAtlas   *atlas;
  GPtrArray *items;
  GPtrArray *others; /* lines of the file that name nothing in this version of the atlas */
  GFile     *file;   /* (nullable) */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaReadingList, ka_reading_list, G_TYPE_OBJECT)

static void
ka_reading_list_finalize (GObject *object)
{
  KaReadingList *self = KA_READING_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (ka_reading_list_parent_class)->finalize (object);
}

static void
ka_reading_list_class_init (KaReadingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ka_reading_list_finalize;

  /** KaReadingList::changed: items came, went or moved */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /** KaReadingList::failed: @message: one sentence for the reader */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ka_reading_list_init (KaReadingList *self)
{
  self->items = g_ptr_array_new ();
  self->others = g_ptr_array_new_with_free_func (g_free);
}

KaReadingList *
ka_reading_list_new (KaAtlas *atlas)
{
  KaReadingList *self = g_object_new (KA_TYPE_READING_LIST, NULL);

  self->atlas = ka_atlas_ref (atlas);

  return self;
}

GFile *
ka_reading_list_dup_file (KaReadingList *self)
{
  g_autofree char *id = g_uri_escape_string (ka_atlas_get_head (self->atlas)->id, NULL, FALSE);
  g_autofree char *name = g_strconcat (id, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "kars-atlas", "reading-lists",
                                            name, NULL);

  return g_file_new_for_path (path);
}

/* Writes the file, if there is one. */
static void
keep (KaReadingList *self)
{
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;

  folder = g_path_get_dirname (path);
  text = ka_pins_to_text (self->atlas, self->items, self->others);
  g_mkdir_with_parents (folder, FOLDER_MODE);
  if (g_file_set_contents (path, text, -1, &error))
    return;

  message = g_strdup_printf (_ ("The reading list cannot be kept: %s"), error->message);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

static void
change (KaReadingList *self)
{
  keep (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Reads the text of a file; an empty one where there is none yet. */
static char *
read_text (GFile *file, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;

  if (g_file_load_contents (file, NULL, &text, NULL, NULL, &failure))
    {
      if (g_utf8_validate (text, -1, NULL))
        return g_steal_pointer (&text);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("its file is no text in UTF-8"));
      return NULL;
    }
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

void
ka_reading_list_open (KaReadingList *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (file, &error);
  g_autofree char *message = NULL;

  if (text == NULL)
    {
      message = g_strdup_printf (_ ("The reading list cannot be read, and is not kept: %s"),
                                 error->message);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
      return;
    }

  g_set_object (&self->file, file);
  g_ptr_array_unref (self->items);
  g_ptr_array_set_size (self->others, 0);
  self->items = ka_pins_parse (self->atlas, text, NULL, self->others);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

const GPtrArray *
ka_reading_list_get_items (KaReadingList *self)
{
  return self->items;
}

gboolean
ka_reading_list_has (KaReadingList *self, const KaItem *item)
{
  return item != NULL && g_ptr_array_find (self->items, item, NULL);
}

void
ka_reading_list_toggle (KaReadingList *self, const KaItem *item)
{
  guint position;

  g_return_if_fail (KA_IS_READING_LIST (self) && ka_pins_admit (item));

  if (g_ptr_array_find (self->items, item, &position))
    g_ptr_array_remove_index (self->items, position);
  else
    g_ptr_array_add (self->items, (gpointer) (guintptr) item);
  change (self);
}

gboolean
ka_reading_list_move (KaReadingList *self, const KaItem *item, int direction)
{
  guint    position;
  guint    next;
  gpointer moved;

  if (!g_ptr_array_find (self->items, item, &position) || (direction < 0 && position == 0) ||
      (direction > 0 && position + 1 == self->items->len))
    return FALSE;

  next = direction < 0 ? position - 1 : position + 1;
  moved = self->items->pdata[position];
  self->items->pdata[position] = self->items->pdata[next];
  self->items->pdata[next] = moved;
  change (self);

  return TRUE;
}
