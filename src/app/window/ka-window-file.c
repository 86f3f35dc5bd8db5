/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads the atlas of a window again when its file changes.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-file.h"

#include "ka-atlas-watch.h"
#include "ka-banner.h"
#include "ka-report-window.h"

#define PARTS_KEY "ka-file-parts"

typedef struct
{
  /* Owned */
  GFile        *file;
  KaAtlasWatch *watch;
  KaOpened     *last; /* the faulty version, or that with losses, which the banner is about */

  /* Borrowed */
  KaWindow *window;
  KaBanner *banner; /* a child of the window */

  KaReportWindow *report; /* (nullable), weak */

  gboolean is_reading;
  gboolean is_stale;  /* the file has changed since the reading began */
  gboolean is_wanted; /* a person asked for it, and is told of the end */
  gboolean has_gap;   /* the window shows what is good of the faulty version */
} Parts;

static void
parts_free (gpointer data)
{
  Parts *self = data;

  g_clear_weak_pointer (&self->report);
  g_clear_pointer (&self->last, ka_opened_free);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  g_object_unref (self->watch);
  g_object_unref (self->file);
  g_free (self);
}

static Parts *
get_parts (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), PARTS_KEY);
}

/* Fills the open list anew, or closes it when there is nothing to tell. */
static void
update_report (Parts *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *heading = NULL;

  if (self->report == NULL)
    return;
  if (self->last == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self->report));
      return;
    }

  if (!ka_opened_is_whole (self->last))
    {
      lines = ka_opened_list_faults (self->last);
      heading = ka_opened_dup_message (self->last);
      ka_report_window_fill (self->report, heading,
                             self->has_gap
                               ? _ ("The faulty events are left out. The atlas is loaded again as "
                                    "soon as the file changes.")
                               : _ ("The last good version of the atlas is shown. It is loaded "
                                    "again as soon as the file changes."),
                             lines);
      return;
    }
  lines = ka_opened_list_losses (self->last);
  heading = g_strdup_printf (ngettext ("%u thing could not be carried over",
                                       "%u things could not be carried over", lines->len),
                             lines->len);
  ka_report_window_fill (self->report, heading,
                         _ ("The rest of the document is shown. The document itself is unchanged."),
                         lines);
}

static void
show_report (Parts *self)
{
  GtkWindow *window = GTK_WINDOW (self->window);

  if (self->last == NULL)
    return;

  if (self->report == NULL)
    g_set_weak_pointer (&self->report,
                        ka_report_window_new (window, gtk_window_get_application (window)));
  update_report (self);
  gtk_window_present (GTK_WINDOW (self->report));
}

static void
tell_faults (Parts *self)
{
  g_autofree char *faults = ka_opened_dup_message (self->last);
  g_autofree char *text = NULL;

  /* Translators: such as "3 faults in events.json". */
  text = g_strdup_printf (_ ("%s – the last good version is shown"), faults);
  ka_banner_show (self->banner, text, _ ("Show Faults"));
}

static void
tell_gap (Parts *self)
{
  g_autofree char *text = ka_atlas_gap_dup_words (&self->last->gap);

  ka_banner_show (self->banner, text, _ ("Show Faults"));
}

static void
tell_losses (Parts *self)
{
  const guint      n_losses = self->last->losses->len;
  g_autofree char *text = g_strdup_printf (ngettext ("Imported: %u thing could not be carried over",
                                                     "Imported: %u things could not be carried "
                                                     "over",
                                                     n_losses),
                                           n_losses);

  ka_banner_show (self->banner, text, _ ("Show List"));
}

static void read_again (Parts *self);

/* Shows the new version, or tells why not: a gap is for a file that is opened, where there is no
 * good version yet. Losses are told when the file is opened, not each time that it changes. */
static void
take (Parts *self, KaOpened *opened)
{
  const gboolean is_wanted = self->is_wanted;

  self->is_wanted = FALSE;
  self->has_gap = FALSE;
  g_clear_pointer (&self->last, ka_opened_free);
  if (!ka_opened_is_whole (opened))
    {
      self->last = opened;
      tell_faults (self);
    }
  else
    {
      ka_banner_hide (self->banner);
      ka_window_set_atlas (self->window, opened->atlas);
      if (is_wanted)
        ka_window_tell (self->window, _ ("The atlas is loaded again"));
      ka_opened_free (opened);
    }
  update_report (self);
}

/* The window may be closed when the file is read. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KaOpened *opened = ka_opened_read_finish (result);
  Parts    *self = get_parts (source);

  if (self == NULL || ka_window_get_session (self->window) == NULL)
    {
      ka_opened_free (opened);
      return;
    }

  self->is_reading = FALSE;
  if (self->is_stale)
    {
      ka_opened_free (opened);
      read_again (self);
    }
  else
    take (self, opened);
}

static void
read_again (Parts *self)
{
  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  ka_opened_read_async (self->file, G_OBJECT (self->window), read_cb, NULL);
}

static void
reload_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Parts *self = data;

  self->is_wanted = TRUE;
  read_again (self);
}

static gboolean
is_built_in (GFile *file)
{
  return g_file_has_uri_scheme (file, "resource");
}

void
ka_window_file_add (KaWindow *window, const KaOpened *opened)
{
  const GActionEntry entry = { .name = "reload", .activate = reload_action };
  Parts             *self = g_new0 (Parts, 1);

  self->file = g_object_ref (opened->file);
  self->window = window;
  self->banner = ka_banner_new ();
  self->watch = ka_atlas_watch_new (self->file);
  ka_window_put_above (window, GTK_WIDGET (self->banner));
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (read_again), self);
  g_signal_connect_swapped (self->banner, "activated", G_CALLBACK (show_report), self);
  g_object_set_data_full (G_OBJECT (window), PARTS_KEY, self, parts_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, self);
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), "reload")),
    !is_built_in (self->file));
  self->has_gap = !ka_opened_is_whole (opened);
  if (!self->has_gap && opened->losses->len == 0)
    return;

  self->last = ka_opened_copy (opened);
  if (self->has_gap)
    tell_gap (self);
  else
    tell_losses (self);
}

GFile *
ka_window_file_get (GtkWindow *window)
{
  const Parts *self = get_parts (window);

  return self != NULL ? self->file : NULL;
}
