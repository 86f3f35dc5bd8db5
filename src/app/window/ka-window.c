/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts of the window together and gives them the session and the colours. What a person
 * can do is in ka-window-actions.c.
 */

#include "config.h"

#include "ka-window-private.h"

#include "ka-compat.h"
#include "ka-text-scale.h"

/* Below this width the list folds by itself. */
#define NARROW_PX 1000
/* Width of the reading pane in a wide and in a narrow window. */
#define PANE_PX        350
#define NARROW_PANE_PX 290
/* How much wider than the normal one the list becomes where text is large. */
#define MOST_LIST_SCALE 1.5

G_DEFINE_FINAL_TYPE (KaWindow, ka_window, GTK_TYPE_APPLICATION_WINDOW)

static gboolean
update_cb (gpointer data)
{
  KaWindow *self = data;

  self->update_source = 0;
  if (self->is_narrow != self->was_narrow)
    {
      self->was_narrow = self->is_narrow;
      gtk_toggle_button_set_active (self->list_button, !self->is_narrow);
      gtk_widget_set_size_request (GTK_WIDGET (self->reading_pane),
                                   self->is_narrow ? NARROW_PANE_PX : PANE_PX, -1);
    }

  return G_SOURCE_REMOVE;
}

/* While widgets get their sizes nothing may ask for another one: what follows from a size is done
 * right after the frame. */
static void
queue_update (KaWindow *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
ka_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KaWindow *self = KA_WINDOW (widget);

  GTK_WIDGET_CLASS (ka_window_parent_class)->size_allocate (widget, width, height, baseline);
  self->is_narrow = width < NARROW_PX;
  if (self->is_narrow != self->was_narrow)
    queue_update (self);
}

/* A window that is closed is unmapped first, while it still has its sizes. */
static void
ka_window_unmap (GtkWidget *widget)
{
  ka_window_keep (KA_WINDOW (widget));

  GTK_WIDGET_CLASS (ka_window_parent_class)->unmap (widget);
}

static void
ka_window_dispose (GObject *object)
{
  KaWindow *self = KA_WINDOW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->range_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->style);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_window_parent_class)->dispose (object);
}

static void
ka_window_class_init (KaWindowClass *klass)
{
  static const char *const dividers[] = { "list_divider", "pane_divider", "timeline_divider" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_window_dispose;
  widget_class->size_allocate = ka_window_size_allocate;
  widget_class->unmap = ka_window_unmap;

  g_type_ensure (KA_TYPE_CONNECTOR_LAYER);
  g_type_ensure (KA_TYPE_EVENT_LIST);
  g_type_ensure (KA_TYPE_MAP_VIEW);
  g_type_ensure (KA_TYPE_READING_PANE);
  g_type_ensure (KA_TYPE_TIMELINE_VIEW);
  g_type_ensure (KA_TYPE_TIME_BAR);
  g_type_ensure (KA_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KaWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, event_list);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, map_view);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, reading_pane);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, timeline_view);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, time_bar);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, connector_layer);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, layers_button);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, map_controls);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, compare_chip);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, compare_label);
  gtk_widget_class_bind_template_child (widget_class, KaWindow, theme_menu);
  for (gsize i = 0; i < G_N_ELEMENTS (dividers); i++)
    gtk_widget_class_bind_template_child_full (widget_class, dividers[i], FALSE,
                                               G_STRUCT_OFFSET (KaWindow, dividers) +
                                                 (gssize) (i * sizeof (GtkPaned *)));
  ka_window_install_actions (widget_class);
}

/* The list is as wide as large text asks for, up to half more: the map needs room too. */
static void
widen_list (KaWindow *self)
{
  double scale = MIN (ka_text_scale_get (GTK_WIDGET (self)), MOST_LIST_SCALE);

  gtk_paned_set_position (self->dividers[0],
                          (int) (gtk_paned_get_position (self->dividers[0]) * scale));
}

static void
ka_window_init (KaWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ka_compat_hold_divided (self->dividers[2]);
  widen_list (self);
}

KaWindow *
ka_window_new (GtkApplication *application, KaSession *session)
{
  KaWindow *self = g_object_new (KA_TYPE_WINDOW, "application", application, NULL);
  KaAtlas  *atlas = ka_session_get_atlas (session);

  self->session = g_object_ref (session);
  gtk_window_set_title (
    GTK_WINDOW (self), ka_text_get (ka_atlas_get_title (atlas), ka_session_get_language (session)));
  gtk_label_set_text (self->title_label,
                      ka_text_get (ka_atlas_get_title (atlas), ka_session_get_language (session)));
  gtk_label_set_text (self->subtitle_label, ka_text_get (ka_atlas_get_subtitle (atlas),
                                                         ka_session_get_language (session)));

  ka_event_list_set_session (self->event_list, session);
  ka_map_view_set_session (self->map_view, session);
  ka_reading_pane_set_session (self->reading_pane, session);
  ka_timeline_view_set_session (self->timeline_view, session);
  self->stage = ka_timeline_view_get_stage (self->timeline_view);
  ka_time_bar_set_stage (self->time_bar, self->stage);
  ka_connector_layer_set_ends (self->connector_layer, self->stage, self->map_view);

  g_signal_connect_object (session, "notify::can-go-back", G_CALLBACK (ka_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::can-go-forward", G_CALLBACK (ka_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map_view));
  ka_window_set_up_look (self);
  ka_window_set_up_keys (self);
  ka_window_update_actions (self);

  return self;
}
