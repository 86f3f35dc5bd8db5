/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Watches an atlas on the disk. Editors write a new file and rename it, and some write several
 * times: waits until they are done.
 */

#include "config.h"

#include "ka-atlas-watch.h"

#include <string.h>

#define QUIET_MS 300
#define MOST_US  (2 * G_USEC_PER_SEC)
/* GIO tells of a file under change no more often. */
#define RATE_MS 100

struct _KaAtlasWatch
{
  GObject parent_instance;

  /* Owned */
  GFile        *file;
  GFileMonitor *monitor; /* (nullable) */

  gboolean is_folder;
  gint64   first_us; /* of the first change in a row */
  guint    timeout;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaAtlasWatch, ka_atlas_watch, G_TYPE_OBJECT)

static gboolean
timeout_cb (gpointer data)
{
  KaAtlasWatch *self = data;

  self->timeout = 0;
  self->first_us = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Whether the loader reads a file of a folder; data/README.md tells which. */
static gboolean
is_document (GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL && strchr (".~#", name[0]) == NULL && g_str_has_suffix (name, ".json");
}

static void
changed_cb (KaAtlasWatch *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  const gint64 now_us = g_get_monotonic_time ();

  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (self->is_folder && !is_document (file) && !is_document (other) &&
      !g_file_equal (file, self->file))
    return;

  if (self->first_us == 0)
    self->first_us = now_us;
  if (self->timeout != 0 && now_us - self->first_us > MOST_US)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (QUIET_MS, timeout_cb, self);
}

static void
ka_atlas_watch_dispose (GObject *object)
{
  KaAtlasWatch *self = KA_ATLAS_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (ka_atlas_watch_parent_class)->dispose (object);
}

static void
ka_atlas_watch_class_init (KaAtlasWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ka_atlas_watch_dispose;

  /** KaAtlasWatch::changed: the atlas on the disk is another one */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ka_atlas_watch_init (KaAtlasWatch *self)
{
}

KaAtlasWatch *
ka_atlas_watch_new (GFile *file)
{
  KaAtlasWatch *self = g_object_new (KA_TYPE_ATLAS_WATCH, NULL);

  self->file = g_object_ref (file);
  self->is_folder = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) ==
                    G_FILE_TYPE_DIRECTORY;
  if (g_file_is_native (file))
    self->monitor = g_file_monitor (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return self;

  g_file_monitor_set_rate_limit (self->monitor, RATE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
