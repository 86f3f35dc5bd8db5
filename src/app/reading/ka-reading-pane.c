/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading pane: shows the page of the selection and replaces it when selection or day change.
 */
#include "config.h"

#include "ka-reading-pane.h"

#include "ka-reading-blocks.h"
#include "ka-reading.h"

/* The shortest time between two pages of a day that runs. */
#define WRITE_INTERVAL_US 150000

struct _KaReadingPane
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;

  /* Owned */
  KaSession *session;

  const KaTheme *theme;
  guint          write_source;
  gint64         written_us;  /* when it was written last */
  gboolean       is_new_page; /* starts at its top; otherwise the place is kept */
};

G_DEFINE_FINAL_TYPE (KaReadingPane, ka_reading_pane, GTK_TYPE_WIDGET)

/* Whether the keyboard is in the pane. */
static gboolean
has_focus (KaReadingPane *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The focus leaves the old page before it goes and enters the new one. */
static void
write_page (KaReadingPane *self)
{
  gboolean    had_focus = has_focus (self);
  KaViewState state = ka_session_get_state (self->session);
  g_autoptr (GPtrArray) blocks = ka_reading_list_blocks (
    ka_session_get_atlas (self->session), state.selection, state.day, state.language);
  GtkWidget     *page = ka_reading_blocks_new (self->session, self->theme, blocks);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (self->scroller));

  if (had_focus)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), page);
  if (self->is_new_page)
    gtk_adjustment_set_value (adjustment, 0);
  self->is_new_page = FALSE;
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
write_cb (gpointer data)
{
  KaReadingPane *self = data;

  self->write_source = 0;
  self->written_us = g_get_monotonic_time ();
  write_page (self);

  return G_SOURCE_REMOVE;
}

/* Writes once when all that changes together has changed, before the next frame. */
static void
queue_write (KaReadingPane *self)
{
  if (self->write_source == 0)
    self->write_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, write_cb, self, NULL);
}

/* While the day runs, its page is written now and then, not for every frame: it costs more than all
 * the rest of one. */
static void
day_changed_cb (KaReadingPane *self)
{
  gint64 rest_us = self->written_us + WRITE_INTERVAL_US - g_get_monotonic_time ();

  if (self->write_source != 0)
    return;

  if (rest_us > 0)
    self->write_source = g_timeout_add ((guint) (rest_us / 1000 + 1), write_cb, self);
  else
    queue_write (self);
}

static void
selection_changed_cb (KaReadingPane *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  self->is_new_page = TRUE;
  queue_write (self);
}

static void
ka_reading_pane_dispose (GObject *object)
{
  KaReadingPane *self = KA_READING_PANE (object);

  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_reading_pane_parent_class)->dispose (object);
}

static void
ka_reading_pane_class_init (KaReadingPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_reading_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-reading-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KaReadingPane, scroller);
}

static void
ka_reading_pane_init (KaReadingPane *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ka_reading_pane_set_session (KaReadingPane *self, KaSession *session)
{
  g_return_if_fail (KA_IS_READING_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  ka_session_watch (session, "selection", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "day", G_CALLBACK (day_changed_cb), self);
  self->is_new_page = TRUE;
  write_page (self);
}

void
ka_reading_pane_set_theme (KaReadingPane *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  if (self->session != NULL)
    queue_write (self);
}
