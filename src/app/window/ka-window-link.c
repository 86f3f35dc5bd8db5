/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a link to the view of a window, and opens the view of a link.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-link.h"

#include <math.h>
#include <string.h>

#include "ka-link.h"

/* A whole day keeps its number in spite of inexact sums. */
#define DAY_ERROR 0.001

/* Borrowed from the window */
typedef struct
{
  KaWindowState window;
  KaToast      *toast;
} Parts;

static KaLink
get_link (const KaWindowState *self)
{
  const KaViewState state = ka_session_get_state (self->session);
  KaTimeCamera     *camera = ka_timeline_stage_get (self->stage)->camera;
  const KaTimeAxis *axis = ka_time_camera_get_goal (camera);
  KaLink            link = {
               .has_day = TRUE,
               .day = state.day,
               .selection = state.selection,
               .step = state.step,
               .has_range = state.has_range,
               .range = state.range,
               .has_pinned_day = state.has_pinned_day,
               .pinned_day = state.pinned_day,
               .filter = state.filter,
  };

  link.has_place = ka_map_view_get_place (self->map, &link.centre_deg, &link.zoom);
  link.has_shown = ka_time_camera_is_open (camera);
  if (link.has_shown)
    link.shown = (KaSpan){ (KaDay) floor (axis->first_day + DAY_ERROR),
                           (KaDay) ceil (ka_time_axis_get_last_day (axis) - DAY_ERROR) };

  return link;
}

static void
show_in_session (KaSession *session, const KaLink *link)
{
  const KaAtlasHead *head = ka_atlas_get_head (ka_session_get_atlas (session));

  g_object_freeze_notify (G_OBJECT (session));
  ka_session_select (session, link->selection);
  ka_session_set_day (session, link->has_day             ? link->day
                               : link->selection != NULL ? ka_session_get_day (session)
                                                         : head->default_day);
  ka_session_set_step (session, link->step);
  ka_session_set_filter (session, &link->filter);
  if (link->has_range)
    ka_session_set_range (session, link->range);
  else
    ka_session_clear_range (session);
  if (link->has_pinned_day)
    ka_session_pin_day (session, link->pinned_day);
  else
    ka_session_unpin_day (session);
  g_object_thaw_notify (G_OBJECT (session));
}

/* What a link does not name is as when the atlas opens. */
static void
show_link (const KaWindowState *self, const KaLink *link)
{
  show_in_session (self->session, link);
  ka_map_view_set_place (self->map, link->centre_deg, link->has_place ? link->zoom : 0);
  ka_timeline_stage_set_home (self->stage, link->has_shown ? link->shown : (KaSpan){ 0, 0 });
}

static void
open_link (const Parts *self, const char *text)
{
  KaLink link;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (ka_link_parse (ka_session_get_atlas (self->window.session), text, &link, &error))
    {
      show_link (&self->window, &link);
      return;
    }

  message = g_strdup_printf (_ ("The link cannot be opened: %s"), error->message);
  ka_toast_show (self->toast, message, NULL);
}

static void
copy_link_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Parts     *self = data;
  const KaLink     link = get_link (&self->window);
  g_autofree char *text = ka_link_to_string (&link, ka_session_get_atlas (self->window.session));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window.window)), text);
  ka_toast_show (self->toast, _ ("Link copied"), NULL);
}

static void
open_link_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_link (data, g_variant_get_string (parameter, NULL));
}

/* The window may be closed when the text comes. */
static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!gtk_widget_get_realized (window))
    return;

  g_action_group_activate_action (
    G_ACTION_GROUP (window), "open-link",
    g_variant_new_string (text != NULL && g_utf8_validate (text, -1, NULL) ? g_strstrip (text)
                                                                           : ""));
}

static void
open_copied_link_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Parts *self = data;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->window.window)), NULL,
                                 text_read_cb, g_object_ref (self->window.window));
}

void
ka_window_link_add (const KaWindowState *window, KaToast *toast)
{
  static const GActionEntry entries[] = {
    { .name = "copy-link", .activate = copy_link_action },
    { .name = "open-link", .activate = open_link_action, .parameter_type = "s" },
    { .name = "open-copied-link", .activate = open_copied_link_action },
  };
  Parts *parts = g_new (Parts, 1);

  *parts = (Parts){ *window, toast };
  g_object_set_data_full (G_OBJECT (window->window), "ka-link-parts", parts, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window->window), entries, G_N_ELEMENTS (entries),
                                   parts);
}
