/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reading pane: shows the page of the selection, of a comparison or of two days, and
 * replaces it when they change.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-reading-pane.h"

#include "ka-citation.h"
#include "ka-compare-chooser.h"
#include "ka-controllers.h"
#include "ka-hash.h"
#include "ka-pace.h"
#include "ka-popovers.h"
#include "ka-reading-blocks.h"
#include "ka-reading.h"

/* The shortest time between two pages of a day that runs. */
#define WRITE_INTERVAL_MS 400
/* How long a page waits for the frames of map and list: two of them and a little more */
#define WRITE_DELAY_MS 40

struct _KaReadingPane
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *overlay;
  GtkWidget *scroller;

  /* Borrowed */
  GtkWidget *page; /* (nullable): the page, if it can change in its place */

  /* Owned */
  KaSession  *session;
  GHashTable *open; /* set of the folds of the page that are open */
  KaPace     *pace; /* of pages while the day runs */

  const KaTheme *theme;
  guint          write_source;
  gboolean       is_new_page; /* of another item than the one before */
  gboolean       is_placing;  /* the new page has no height yet to be scrolled in */
};

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaReadingPane, ka_reading_pane, GTK_TYPE_WIDGET)

/* Whether the keyboard is in the pane. */
static gboolean
has_focus (KaReadingPane *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static GtkAdjustment *
get_adjustment (KaReadingPane *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* Scrolls a new page to the place that the history keeps. The viewport takes the value of the
 * adjustment when it gets its size; a value that is set later in that frame is not shown. */
static void
place_page (KaReadingPane *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const double   offset_px = ka_session_get_page_offset (self->session);

  gtk_adjustment_set_upper (adjustment,
                            MAX (gtk_adjustment_get_upper (adjustment),
                                 offset_px + gtk_adjustment_get_page_size (adjustment)));
  gtk_adjustment_set_value (adjustment, offset_px);
}

/* The page is placed as soon as it has a height. */
static void
height_changed_cb (KaReadingPane *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));

  if (viewport != NULL && gtk_widget_get_height (viewport) > 0)
    self->is_placing = FALSE;
}

static void
scrolled_cb (KaReadingPane *self)
{
  if (!self->is_placing)
    ka_session_set_page_offset (self->session, gtk_adjustment_get_value (get_adjustment (self)));
}

/* The page about what changed, about the comparison or about the selection. */
static GPtrArray *
list_blocks (KaReadingPane *self)
{
  KaViewState state = ka_session_get_state (self->session);
  KaAtlas    *atlas = ka_session_get_atlas (self->session);
  KaSpan      days;

  switch (ka_session_get_page (self->session))
    {
    case KA_PAGE_CHANGES:
      ka_view_state_get_days (&state, &days);
      return ka_reading_list_changes (atlas, days.from, days.to, state.language);
    case KA_PAGE_COMPARISON:
      return ka_reading_list_comparison (atlas, state.selection, state.compared, state.day,
                                         state.language);
    case KA_PAGE_ITEM:
    default:
      return ka_reading_list_blocks (atlas, state.selection, state.day, state.language);
    }
}

/* Replaces the page. Focus and pointer leave the old one before it goes. */
static void
replace_page (KaReadingPane *self, const GPtrArray *blocks)
{
  const gboolean has_chooser = ka_session_get_page (self->session) == KA_PAGE_COMPARISON &&
                               ka_session_get_selection (self->session)->kind == KA_ITEM_TREATY;
  GtkWidget *page;

  if (self->is_new_page)
    g_hash_table_remove_all (self->open);
  page = ka_reading_blocks_new (self->session, self->theme, blocks, self->open);
  if (has_chooser)
    gtk_box_insert_child_after (GTK_BOX (page), ka_compare_chooser_new (self->session),
                                gtk_widget_get_first_child (page));
  if (has_focus (self))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  ka_controllers_reset (self->scroller);
  self->is_placing = TRUE;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), page);
  self->page = has_chooser ? NULL : page;
  place_page (self);
  self->is_new_page = FALSE;
}

/* A focus that went with what it was in enters the page again. */
static void
write_page (KaReadingPane *self)
{
  g_autoptr (GPtrArray) blocks = list_blocks (self);
  gboolean had_focus;

  ka_popovers_close (self->scroller);
  had_focus = has_focus (self);
  if (self->is_new_page || self->page == NULL)
    replace_page (self, blocks);
  else
    ka_reading_blocks_set (self->page, self->session, self->theme, blocks, self->open);
  if (had_focus && !has_focus (self))
    gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static gboolean
write_cb (gpointer data)
{
  KaReadingPane *self = data;

  self->write_source = 0;
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

/* Writes when a frame has shown the day on the map and another has moved the list to it: each has
 * enough to do without a page. */
static void
queue_write_after_frames (KaReadingPane *self)
{
  if (self->write_source == 0)
    self->write_source = g_timeout_add (WRITE_DELAY_MS, write_cb, self);
}

/* While the day runs, its page is written now and then, not for every frame: it costs more than all
 * the rest of one. */
static void
day_changed_cb (KaReadingPane *self)
{
  ka_pace_ask (self->pace);
}

static void
selection_changed_cb (KaReadingPane *self)
{
  g_clear_handle_id (&self->write_source, g_source_remove);
  self->is_new_page = TRUE;
  self->is_placing = TRUE;
  queue_write (self);
}

/* Copies a text and says so. */
static void
copy (KaReadingPane *self, const char *text, const char *message)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, message);
}

static void
cite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaReadingPane   *self = KA_READING_PANE (widget);
  KaViewState      state = ka_session_get_state (self->session);
  KaAtlas         *atlas = ka_session_get_atlas (self->session);
  KaCitationStyle  style = ka_citation_style_from_name (g_variant_get_string (parameter, NULL));
  g_autofree char *text = ka_citation_dup (atlas, state.selection, state.day, style);

  copy (self, text, _ ("Citation copied"));
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KaReadingPane   *self = KA_READING_PANE (widget);
  KaViewState      state = ka_session_get_state (self->session);
  KaAtlas         *atlas = ka_session_get_atlas (self->session);
  g_autofree char *text = ka_citation_dup_report (atlas, state.selection, state.day);

  copy (self, text, _ ("Report copied; complete it and send it to the publisher of the atlas"));
}

static void
ka_reading_pane_dispose (GObject *object)
{
  KaReadingPane *self = KA_READING_PANE (object);

  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_pointer (&self->pace, ka_pace_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_reading_pane_parent_class)->dispose (object);
}

static void
ka_reading_pane_class_init (KaReadingPaneClass *klass)
{
  static const char *const menus[] = { "page_menu", NULL };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_reading_pane_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-reading-pane.ui");
  ka_popovers_bind_menus (widget_class, menus);
  gtk_widget_class_bind_template_child (widget_class, KaReadingPane, overlay);
  gtk_widget_class_bind_template_child (widget_class, KaReadingPane, scroller);
  gtk_widget_class_install_action (widget_class, "page.cite", "s", cite_action);
  gtk_widget_class_install_action (widget_class, "page.report", NULL, report_action);

  /**
   * KaReadingPane::told:
   * @message: a sentence for the reader about what the pane did
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* Cites the page wherever the focus is in the window. */
static void
add_shortcut (KaReadingPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *shortcut = gtk_shortcut_new (
           gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
           gtk_named_action_new ("page.cite"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_string ("plain"));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ka_reading_pane_init (KaReadingPane *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->pace = ka_pace_new (WRITE_INTERVAL_MS, (KaPaceWork) queue_write_after_frames, self);
  self->open = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (self);
}

void
ka_reading_pane_set_session (KaReadingPane *self, KaSession *session)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (KA_IS_READING_PANE (self) && self->session == NULL);

  self->session = g_object_ref (session);
  adjustment = get_adjustment (self);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (height_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  ka_session_watch (session, "selection", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "page", G_CALLBACK (selection_changed_cb), self);
  ka_session_watch (session, "day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (session, "pinned-day", G_CALLBACK (day_changed_cb), self);
  ka_session_watch (session, "range", G_CALLBACK (day_changed_cb), self);
  self->is_new_page = TRUE;
  write_page (self);
}

void
ka_reading_pane_set_theme (KaReadingPane *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  self->page = NULL;
  if (self->session != NULL)
    queue_write (self);
}
