/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list at the left: search entry, filter by category, and the rows of ka-item-rows.c.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-event-list.h"

#include "ka-category-filter.h"
#include "ka-filter-popover.h"
#include "ka-filter-words.h"
#include "ka-item-rows.h"
#include "ka-list-heading.h"
#include "ka-list-row.h"
#include "ka-pace.h"
#include "ka-query.h"
#include "ka-reading-list-view.h"

/* How many rows before and after the day are in view, where there is room. */
#define ROWS_ROUND 2

/* How many rows before and after the day a short list has */
#define FIRST_REACH 12

/* The frame of a scroll in which the heading at the top has followed the rows. */
#define LAST_STAGE 6

/* The shortest time between two moves after a day that runs. */
#define FOLLOW_INTERVAL_MS 200

struct _KaEventList
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget          *content;
  GtkSearchEntry     *search;
  GtkToggleButton    *pins_button;
  KaReadingListView  *pins;
  GtkWidget          *filter_row;
  KaCategoryFilter   *filters;
  GtkMenuButton      *filter_button;
  GtkWidget          *filter_bar;
  GtkLabel           *filter_label;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkLabel           *heading;
  GtkLabel           *empty;
  GtkWidget          *range_bar;
  GtkLabel           *range_label;

  /* Owned */
  KaSession  *session;
  KaItemRows *rows;
  KaPace     *pace; /* of the list while the day runs */

  const KaTheme *theme;
  KaListRow     *day_row;   /* (nullable): borrowed; the line of the day while it is on screen */
  char          *anchor;    /* (nullable): owned; the item that a scroll brings back to its place */
  double         anchor_px; /* from the top of the list */
  guint          follow_source; /* of a day that the list will follow; 0 for none */
  guint          scroll_tick;
  guint          scroll_stage; /* of the frames of a scroll */
  gboolean       is_short;     /* has rows near the day alone */
  gboolean       is_to_top;    /* whether it scrolls to the first row, not to the day */
  gboolean       is_updating;  /* the list takes the selection of the session */
  gboolean       is_choosing;  /* the session takes the selection of the list */
};

G_DEFINE_FINAL_TYPE (KaEventList, ka_event_list, GTK_TYPE_WIDGET)

static gboolean
is_searching (KaEventList *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/* Whether the list shows the events of one day after another, without a filter */
static gboolean
is_whole (KaEventList *self)
{
  KaViewState state = ka_session_get_state (self->session);

  return !is_searching (self) && !state.has_range && !ka_filter_is_active (&state.filter);
}

/* The item that was at the top of the list before this one; %NULL where it is no more. */
static const KaItem *
find_anchor (KaEventList *self)
{
  return self->anchor != NULL
           ? ka_atlas_lookup_reference (ka_session_get_atlas (self->session), self->anchor)
           : NULL;
}

/* The row to be in view: that of the list before, the selected event of the day, else the event
 * nearest to the day. */
static guint
find_centre (KaEventList *self)
{
  const KaItem *selection = ka_session_get_selection (self->session);
  const guint   selected = gtk_single_selection_get_selected (self->selection);
  const KaItem *anchor = find_anchor (self);
  const guint   row = anchor != NULL ? ka_item_rows_find (self->rows, anchor) : G_MAXUINT;

  if (row != G_MAXUINT)
    return row;
  if (selection != NULL && selected != GTK_INVALID_LIST_POSITION &&
      ka_query_day_of (selection) == ka_session_get_day (self->session))
    return selected;

  return ka_item_rows_find_nearest (self->rows);
}

/* The first row of an item: a heading and the line of the day may stand before it. */
static guint
find_first (KaEventList *self)
{
  guint first = 0;

  while (first < 2 && ka_item_rows_get (self->rows, first) == NULL)
    first++;

  return first;
}

/* The row that is marked: the first result, else the event nearest to the day; none where all
 * events are still to come. */
static guint
find_marked (KaEventList *self)
{
  const guint   first = find_first (self);
  const KaItem *item = ka_item_rows_get (self->rows, first);

  if (is_searching (self))
    return first;
  if (item != NULL && ka_query_day_of (item) > ka_session_get_day (self->session))
    return G_MAXUINT;

  return ka_item_rows_find_nearest (self->rows);
}

/* Finds the row for a frame of the scroll: rows on both sides of the day, then its own; or the top.
 * Returns FALSE after the last frame. */
static gboolean
find_scrolled (KaEventList *self, guint stage, guint *position)
{
  static const int offsets[] = { ROWS_ROUND, -ROWS_ROUND, 0 };
  const guint      n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const gboolean   is_to_top = self->is_to_top && self->anchor == NULL;
  const guint      centre = is_to_top ? 0 : find_centre (self);

  if (stage >= G_N_ELEMENTS (offsets) || n_rows == 0 || centre == G_MAXUINT)
    return FALSE;

  *position = centre;
  if (!is_to_top)
    *position = (guint) CLAMP ((int) centre + offsets[stage], 0, (int) n_rows - 1);

  return TRUE;
}

/* Finds a row on screen below the top of the list: that of an item, or the first of any. */
static GtkWidget *
find_row (KaEventList *self, const KaItem *item, graphene_rect_t *box)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget    *child = gtk_widget_get_first_child (row);
      const KaItem *own = child != NULL ? ka_list_row_get_item (KA_LIST_ROW (child)) : NULL;

      if (own != NULL && (item == NULL || own == item) && gtk_widget_get_child_visible (row) &&
          gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), box) &&
          (item != NULL || box->origin.y >= 0))
        return row;
    }

  return NULL;
}

/* Moves the list until the row that was at the top of the one before is where it was. */
static void
place_anchor (KaEventList *self)
{
  GtkAdjustment  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  const KaItem   *item = find_anchor (self);
  graphene_rect_t box;

  if (item != NULL && find_row (self, item, &box) != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            (double) box.origin.y - self->anchor_px);
}

/* Moves the list down until no row is cut by the heading that stays at its top. */
static void
uncover_top (KaEventList *self)
{
  GtkAdjustment  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  float           edge = 0;
  graphene_rect_t box;

  if (gtk_widget_get_visible (GTK_WIDGET (self->heading)) &&
      gtk_widget_compute_bounds (GTK_WIDGET (self->heading), GTK_WIDGET (self->list), &box))
    edge = box.origin.y + box.size.height;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) &&
        gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &box) && box.origin.y < edge &&
        box.origin.y + box.size.height > edge)
      {
        gtk_adjustment_set_value (adjustment,
                                  gtk_adjustment_get_value (adjustment) - edge + box.origin.y);
        return;
      }
}

/* The mark of an event: of its leading category if that is chosen, else of another of its. */
static KaCategory
get_category (KaEventList *self, const KaEvent *event)
{
  const KaCategory chosen = event->categories &
                            ka_session_get_state (self->session).filter.categories;

  if ((chosen & event->leading) != 0 || chosen == 0)
    return event->leading;

  return (KaCategory) (1 << g_bit_nth_lsf (chosen, -1));
}

/* Updates what the day and the filter change on a row that is on screen. */
static void
update_row (KaEventList *self, KaListRow *row, const KaItem *marked)
{
  const KaItem *item = ka_list_row_get_item (row);

  ka_list_row_set_marked (row, item != NULL && item == marked);
  if (item != NULL && item->kind == KA_ITEM_EVENT)
    ka_list_row_set_mark (row, self->theme, get_category (self, (const KaEvent *) item));
}

static void
update_rows (KaEventList *self)
{
  const KaItem *marked = ka_item_rows_get (self->rows, find_marked (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_first_child (row) != NULL)
      update_row (self, KA_LIST_ROW (gtk_widget_get_first_child (row)), marked);
}

static void
select_row (KaEventList *self)
{
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (
    self->selection, ka_item_rows_find (self->rows, ka_session_get_selection (self->session)));
  self->is_updating = FALSE;
}

/* Adds the rows that a short list lacks. */
static void
show_all (KaEventList *self)
{
  self->is_short = FALSE;
  ka_item_rows_set_reach (self->rows, 0);
  if (is_searching (self))
    return;

  self->is_updating = TRUE;
  ka_item_rows_show_events (self->rows);
  self->is_updating = FALSE;
  select_row (self);
  update_rows (self);
}

/* Scrolls in each frame to another row: the list can only bring one into view, and takes a frame to
 * measure those that come. */
static gboolean
scroll_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  KaEventList *self = data;
  guint        position;

  if (gtk_widget_get_height (list) == 0)
    return G_SOURCE_CONTINUE;

  if (self->is_short)
    show_all (self);
  if (find_scrolled (self, self->scroll_stage++, &position))
    {
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);

      return G_SOURCE_CONTINUE;
    }
  place_anchor (self);
  if (self->scroll_stage < LAST_STAGE)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (!self->is_to_top && self->anchor == NULL)
    uncover_top (self);
  g_clear_pointer (&self->anchor, g_free);

  return G_SOURCE_REMOVE;
}

/* Brings the day into view with rows on both sides, or the first row. A row that was clicked stays
 * in its place. */
static void
scroll (KaEventList *self, gboolean is_to_top)
{
  if (self->is_choosing)
    return;

  self->is_to_top = is_to_top;
  self->scroll_stage = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_cb, self,
                                                      NULL);
}

static void
show_selection (KaEventList *self)
{
  select_row (self);
  if (is_searching (self))
    return;

  scroll (self, FALSE);
}

/* Moves the line of the day, and the list with it. */
static void
move_day (gpointer data)
{
  KaEventList     *self = data;
  g_autofree char *words = NULL;

  if (is_searching (self))
    return;

  self->is_updating = TRUE;
  ka_item_rows_follow_day (self->rows);
  self->is_updating = FALSE;
  if (self->day_row != NULL)
    {
      words = ka_day_to_words (ka_session_get_day (self->session),
                               ka_session_get_language (self->session));
      ka_list_row_set_heading (self->day_row, words);
    }
  update_rows (self);
  scroll (self, FALSE);
}

static gboolean
move_day_cb (gpointer data)
{
  KaEventList *self = data;

  self->follow_source = 0;
  move_day (self);

  return G_SOURCE_REMOVE;
}

/* Moves the list after the next frame, which map and timeline have enough to do for. When frames
 * have left no time since this was asked for last, or a row was clicked, it moves at once. */
static void
move_day_after_frame (gpointer data)
{
  KaEventList *self = data;

  if (self->follow_source == 0 && !self->is_choosing)
    {
      self->follow_source = g_idle_add (move_day_cb, self);
      return;
    }

  g_clear_handle_id (&self->follow_source, g_source_remove);
  move_day (self);
}

/* While the day runs, the list follows it now and then: all rows below a change get another style.
 */
static void
follow_day (KaEventList *self)
{
  ka_pace_ask (self->pace);
}

/* Shows the marked range and how many events meet it. */
static void
show_range (KaEventList *self)
{
  KaViewState      state = ka_session_get_state (self->session);
  gsize            n_events = ka_item_rows_count_items (self->rows);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (!state.has_range)
    return;

  first = ka_day_to_words (state.range.from, state.language);
  last = ka_day_to_words (state.range.to - 1, state.language);
  /* Translators: two dates and the number of events between them. */
  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$s – %2$s: %3$u event", "%1$s – %2$s: %3$u events", n_events),
    first, last, (guint) n_events);
  gtk_label_set_text (self->range_label, text);
}

static gboolean
has_events (KaEventList *self)
{
  return ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_EVENT)->n_items > 0;
}

/* Says that nothing was found, and offers what could be meant. */
static void
show_nothing (KaEventList *self)
{
  g_autofree char *suggestion = ka_item_rows_suggest (self->rows);
  g_autofree char *offer = NULL;
  g_autofree char *text = NULL;

  if (suggestion == NULL)
    {
      gtk_label_set_text (self->empty,
                          has_events (self) ? _ ("Nothing found") : _ ("This atlas has no events"));
      return;
    }
  offer = g_markup_printf_escaped ("<a href=\"#\">%s</a>", suggestion);
  /* Translators: what a search offers instead of the words that were typed */
  text = g_strdup_printf (_ ("Nothing found. Did you mean %s?"), offer);
  gtk_label_set_markup (self->empty, text);
}

/* Searches for what was offered. */
static gboolean
suggestion_cb (KaEventList *self)
{
  g_autofree char *suggestion = ka_item_rows_suggest (self->rows);

  if (suggestion != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), suggestion);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return TRUE;
}

/* Says what the filter shows. */
static void
show_filter (KaEventList *self)
{
  KaViewState      state = ka_session_get_state (self->session);
  const gboolean   is_shown = !is_searching (self) && ka_filter_is_active (&state.filter);
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->filter_bar, is_shown);
  if (!is_shown)
    return;

  sentence = ka_filter_words_dup_sentence (ka_session_get_atlas (self->session), &state.filter,
                                           state.has_range ? &state.range : NULL, state.language);
  gtk_label_set_text (self->filter_label, sentence);
}

static void
fill (KaEventList *self)
{
  const char    *query = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const gboolean has_query = is_searching (self);

  /* A selection model makes each new row to look for the selected one: selects nothing first. */
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (has_query)
    ka_item_rows_show_results (self->rows, query);
  else
    ka_item_rows_show_events (self->rows);
  self->is_updating = FALSE;
  gtk_widget_set_visible (self->filter_row, !has_query);
  show_filter (self);
  gtk_widget_set_visible (self->range_bar,
                          !has_query && ka_session_get_state (self->session).has_range);
  show_range (self);
  show_nothing (self);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), ka_item_rows_count_items (self->rows) == 0);
  select_row (self);
  update_rows (self);
  scroll (self, !is_whole (self));
}

/* Rows */

static void
row_setup_cb (KaEventList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ka_list_row_new (self->session, list_item));
}

static void
row_bind_cb (KaEventList *self, GtkListItem *list_item)
{
  KaItemRow *item_row = gtk_list_item_get_item (list_item);
  KaListRow *row = KA_LIST_ROW (gtk_list_item_get_child (list_item));

  gtk_list_item_set_selectable (list_item, item_row->item != NULL);
  gtk_list_item_set_activatable (list_item, item_row->item != NULL);
  ka_list_row_bind (row, item_row);
  if (item_row->is_day)
    self->day_row = row;
  update_row (self, row, ka_item_rows_get (self->rows, find_marked (self)));
}

static void
row_unbind_cb (KaEventList *self, GtkListItem *list_item)
{
  if (self->day_row == KA_LIST_ROW (gtk_list_item_get_child (list_item)))
    self->day_row = NULL;
}

/* Callbacks */

static void
selected_cb (KaEventList *self)
{
  KaItemRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_updating || self->session == NULL || row == NULL || row->item == NULL)
    return;

  /* The clicked row stays under the pointer. */
  self->is_choosing = TRUE;
  ka_session_select (self->session, row->item);
  self->is_choosing = FALSE;
}

static void
activate_cb (KaEventList *self, guint position)
{
  const KaItem *item = ka_item_rows_get (self->rows, position);

  if (item != NULL)
    ka_session_select (self->session, item);
}

/* The search waits for a pause; the index is made meanwhile. */
static void
search_typed_cb (KaEventList *self)
{
  if (self->rows != NULL && is_searching (self))
    ka_item_rows_prepare_results (self->rows);
}

static void
search_changed_cb (KaEventList *self)
{
  if (is_searching (self))
    gtk_toggle_button_set_active (self->pins_button, FALSE);
  if (self->session != NULL)
    fill (self);
}

static void
search_activate_cb (KaEventList *self)
{
  const KaItem *marked = NULL;

  if (self->rows != NULL)
    marked = ka_item_rows_get (self->rows, find_marked (self));
  if (marked != NULL)
    ka_session_select (self->session, marked);
}

/* Escape clears the text; without one it does what it does elsewhere. */
static void
search_stopped_cb (KaEventList *self)
{
  if (is_searching (self))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.clear", NULL);
}

static gboolean
is_heading (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  return child == NULL || ka_list_row_get_item (KA_LIST_ROW (child)) == NULL;
}

/* Moves the focus from the search entry to the first result. The list itself would keep the focus,
 * as it has no focused row yet. */
static gboolean
search_key_cb (KaEventList *self, guint key)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || self->rows == NULL ||
      ka_item_rows_count_items (self->rows) == 0)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  while (row != NULL && is_heading (row))
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && gtk_widget_grab_focus (row);
}

static void
mapped_cb (KaEventList *self)
{
  if (self->session != NULL && !is_searching (self))
    scroll (self, FALSE);
}

static void
range_cleared_cb (KaEventList *self)
{
  ka_session_clear_range (self->session);
}

static void
filter_cleared_cb (KaEventList *self)
{
  const KaFilter all = ka_filter_all ();

  ka_session_set_filter (self->session, &all);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}

/* Takes the focus to the marked row, else to the first row of an item, else to the entry. */
static gboolean
ka_event_list_grab_focus (GtkWidget *widget)
{
  KaEventList *self = KA_EVENT_LIST (widget);
  GtkWidget   *found = NULL;

  if (gtk_toggle_button_get_active (self->pins_button))
    return gtk_widget_grab_focus (GTK_WIDGET (self->pins)) ||
           gtk_widget_grab_focus (GTK_WIDGET (self->pins_button));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (!is_heading (row) && gtk_widget_get_child_visible (row) &&
        (found == NULL || ka_list_row_is_marked (KA_LIST_ROW (gtk_widget_get_first_child (row)))))
      found = row;

  return (found != NULL && gtk_widget_grab_focus (found)) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
ka_event_list_dispose (GObject *object)
{
  KaEventList *self = KA_EVENT_LIST (object);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->pace, ka_pace_free);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_event_list_parent_class)->dispose (object);
}

static void
ka_event_list_class_init (KaEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_event_list_dispose;
  widget_class->grab_focus = ka_event_list_grab_focus;

  g_type_ensure (KA_TYPE_CATEGORY_FILTER);
  g_type_ensure (KA_TYPE_ITEM_ROW);
  g_type_ensure (KA_TYPE_READING_LIST_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KA_RESOURCE_PATH "/ui/ka-event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KaEventList, content);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, search);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, pins_button);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, pins);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filter_row);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filters);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, filter_label);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, list);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, selection);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, heading);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, empty);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, range_bar);
  gtk_widget_class_bind_template_child (widget_class, KaEventList, range_label);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cleared_cb);
}

static void
ka_event_list_init (KaEventList *self)
{
  self->theme = ka_theme_get (KA_THEME_LIGHT);
  self->pace = ka_pace_new (FOLLOW_INTERVAL_MS, move_day_after_frame, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

void
ka_event_list_set_session (KaEventList *self, KaSession *session)
{
  g_return_if_fail (KA_IS_EVENT_LIST (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->rows = ka_item_rows_new (session);
  ka_item_rows_set_reach (self->rows, self->is_short ? FIRST_REACH : 0);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  ka_list_heading_watch (self->heading, self->list, self->rows);
  ka_category_filter_set_session (self->filters, session);
  gtk_menu_button_set_popover (self->filter_button, ka_filter_popover_new (session));
  ka_session_watch (session, "day", G_CALLBACK (follow_day), self);
  ka_session_watch (session, "selection", G_CALLBACK (show_selection), self);
  ka_session_watch (session, "filter", G_CALLBACK (fill), self);
  ka_session_watch (session, "range", G_CALLBACK (fill), self);
  fill (self);
}

void
ka_event_list_set_reading_list (KaEventList *self, KaReadingList *pins)
{
  g_return_if_fail (KA_IS_EVENT_LIST (self) && self->session != NULL);

  ka_reading_list_view_set (self->pins, self->session, pins);
}

void
ka_event_list_set_theme (KaEventList *self, const KaTheme *theme)
{
  if (self->theme == theme)
    return;

  self->theme = theme;
  ka_category_filter_set_theme (self->filters, theme);
  if (self->session != NULL)
    update_rows (self);
}

void
ka_event_list_note_place (KaEventList *self)
{
  graphene_rect_t box;
  GtkWidget      *row = find_row (self, NULL, &box);

  g_clear_pointer (&self->anchor, g_free);
  if (row == NULL)
    return;
  self->anchor = ka_item_dup_reference (
    ka_list_row_get_item (KA_LIST_ROW (gtk_widget_get_first_child (row))));
  self->anchor_px = (double) box.origin.y;
}

void
ka_event_list_resume (KaEventList *self, KaEventList *from)
{
  self->anchor = g_steal_pointer (&from->anchor);
  self->anchor_px = from->anchor_px;
  gtk_editable_set_text (GTK_EDITABLE (self->search),
                         gtk_editable_get_text (GTK_EDITABLE (from->search)));
  gtk_editable_set_position (GTK_EDITABLE (self->search),
                             gtk_editable_get_position (GTK_EDITABLE (from->search)));
  gtk_toggle_button_set_active (self->pins_button,
                                gtk_toggle_button_get_active (from->pins_button));
}

void
ka_event_list_start_short (KaEventList *self)
{
  g_return_if_fail (KA_IS_EVENT_LIST (self) && self->session == NULL);

  self->is_short = TRUE;
}

gboolean
ka_event_list_is_typing (KaEventList *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search));
}

void
ka_event_list_focus_search (KaEventList *self, gboolean selects)
{
  const int position = gtk_editable_get_position (GTK_EDITABLE (self->search));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (selects)
    gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
  else
    gtk_editable_set_position (GTK_EDITABLE (self->search), position);
}
