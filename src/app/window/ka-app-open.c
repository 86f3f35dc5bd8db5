/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opens atlases and views: a window for each atlas.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-app-open.h"

#include "ka-link.h"
#include "ka-recent.h"
#include "ka-report-window.h"
#include "ka-window-file.h"
#include "ka-window-open.h"

static const KaAtlasHead *
get_head (KaWindow *window)
{
  return ka_atlas_get_head (ka_session_get_atlas (ka_window_get_session (window)));
}

/* Finds the window of a file, or else that of an atlas by its id, the one used last first. */
static KaWindow *
find_window (GtkApplication *application, GFile *file, const char *id)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      GFile *own = ka_window_file_get (item->data);

      if (own == NULL || ka_window_get_session (item->data) == NULL)
        continue;
      if (file != NULL ? g_file_equal (own, file) : g_str_equal (get_head (item->data)->id, id))
        return item->data;
    }

  return NULL;
}

static GtkWindow *
get_active (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  return window != NULL && KA_IS_WINDOW (window) ? window : NULL;
}

static gboolean
is_built_in (GFile *file)
{
  return g_file_has_uri_scheme (file, "resource");
}

KaWindow *
ka_app_open_window (GtkApplication *application, const KaOpened *opened, gboolean with_place)
{
  g_autoptr (KaSession) session = ka_session_new (opened->atlas);
  g_autoptr (GSettings) settings = ka_settings_new ();
  KaWindow *window = ka_window_new (application, session);

  ka_window_restore (window, settings, with_place);
  ka_window_file_add (window, opened);
  ka_window_open_add (GTK_APPLICATION_WINDOW (window), ka_window_get_recent_menu (window));
  if (!is_built_in (opened->file))
    ka_recent_add (opened->file, ka_text_get (&get_head (window)->title, KA_LANGUAGE_EN));

  return window;
}

void
ka_app_open_report (GtkApplication *application, const KaOpened *opened)
{
  KaReportWindow  *report = ka_report_window_new (get_active (application), application);
  g_autofree char *name = ka_opened_dup_name (opened->file);
  g_autofree char *uri = g_file_get_uri (opened->file);
  g_autofree char *again = g_strdup_printf ("app.open-uri::%s", uri);
  g_autofree char *heading = g_strdup_printf (_ ("%s cannot be opened"), name);
  g_autoptr (GPtrArray) lines = ka_opened_list_faults (opened);
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u thing is wrong with it:", "%u things are wrong with it:", lines->len),
    lines->len);

  ka_report_window_fill (report, heading, text, lines);
  ka_report_window_offer (report, _ ("Built-in Atlas"), "app.open-built-in");
  ka_report_window_offer (report, _ ("Try Again"), again);
  gtk_window_present (GTK_WINDOW (report));
}

/* Says in the window that is used, or in one of its own, which atlas a view needs. */
static void
tell_atlas (GtkApplication *application, const char *id)
{
  GtkWindow       *window = get_active (application);
  g_autofree char *message = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  KaReportWindow *report;

  message = g_strdup_printf (
    /* Translators: the id of an atlas. */
    _ ("The view is one of the atlas “%s”: open that atlas first"), id);
  if (window != NULL)
    {
      ka_window_tell (KA_WINDOW (window), message);
      return;
    }

  report = ka_report_window_new (NULL, application);
  ka_report_window_fill (report, _ ("The view cannot be shown"), message, none);
  gtk_window_present (GTK_WINDOW (report));
}

static void
show_view (KaWindow *window, const char *link)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-link",
                                  g_variant_new_string (link));
  gtk_window_present (GTK_WINDOW (window));
}

/* Closes lists of faults of a file that is good now. */
static void
close_reports (GtkApplication *application, GFile *file)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));
  g_autofree char *name = ka_opened_dup_name (file);
  g_autofree char *heading = g_strdup_printf (_ ("%s cannot be opened"), name);

  for (GList *item = windows; item != NULL; item = item->next)
    if (KA_IS_REPORT_WINDOW (item->data) &&
        g_strcmp0 (gtk_window_get_title (item->data), heading) == 0)
      gtk_window_destroy (item->data);
}

typedef struct
{
  GtkApplication *application;
  char           *link; /* (nullable): the view for which the built-in atlas is read */
} Reading;

static void
reading_free (Reading *self)
{
  g_application_release (G_APPLICATION (self->application));
  g_object_unref (self->application);
  g_free (self->link);
  g_free (self);
}

static KaWindow *
show_atlas (GtkApplication *application, const KaOpened *opened, gboolean with_place)
{
  KaWindow *window = find_window (application, opened->file, NULL);

  if (window == NULL)
    window = ka_app_open_window (application, opened, with_place);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Shows a view in the built-in atlas when it is one of that. */
static void
show_in_built_in (GtkApplication *application, const KaOpened *opened, const char *link)
{
  g_autofree char *id = ka_link_dup_atlas (link);

  if (g_strcmp0 (id, ka_atlas_get_head (opened->atlas)->id) == 0)
    show_view (show_atlas (application, opened, FALSE), link);
  else
    tell_atlas (application, id != NULL ? id : "");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *self = data;
  g_autoptr (KaOpened) opened = ka_opened_read_finish (result);

  close_reports (self->application, opened->file);
  if (self->link != NULL && opened->atlas != NULL)
    show_in_built_in (self->application, opened, self->link);
  else if (opened->link != NULL)
    ka_app_open_view (self->application, opened->link);
  else if (opened->atlas != NULL)
    show_atlas (self->application, opened, TRUE);
  else
    ka_app_open_report (self->application, opened);
  reading_free (self);
}

static void
start_reading (GtkApplication *application, GFile *file, const char *link)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->application = g_object_ref (application);
  reading->link = g_strdup (link);
  g_application_hold (G_APPLICATION (application));
  ka_opened_read_async (file, NULL, read_cb, reading);
}

void
ka_app_open_file (GtkApplication *application, GFile *file)
{
  KaWindow *window = find_window (application, file, NULL);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    start_reading (application, file, NULL);
}

void
ka_app_open_view (GtkApplication *application, const char *link)
{
  g_autofree char *id = ka_link_dup_atlas (link);
  KaWindow        *window = id != NULL ? find_window (application, NULL, id) : NULL;
  g_autoptr (GFile) built_in = g_file_new_for_uri (KA_BUILT_IN_URI);

  if (window != NULL)
    show_view (window, link);
  else
    start_reading (application, built_in, link);
}

static void
open_uri_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  ka_app_open_file (data, file);
}

static void
open_link_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_app_open_view (data, g_variant_get_string (parameter, NULL));
}

static void
open_built_in_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (KA_BUILT_IN_URI);

  ka_app_open_file (data, file);
}

void
ka_app_open_add (GtkApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "open-uri", .activate = open_uri_action, .parameter_type = "s" },
    { .name = "open-link", .activate = open_link_action, .parameter_type = "s" },
    { .name = "open-built-in", .activate = open_built_in_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
}
