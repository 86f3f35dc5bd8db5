/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A popover of check buttons that set certainty and parties of the filter.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-filter-popover.h"

#include "ka-event-order.h"
#include "ka-filter-words.h"
#include "ka-words.h"

#define MAX_HEIGHT_PX 260
#define MIN_WIDTH_PX  220

/* What a check button stands for: a party, or a certainty without one. */
static const KaPolity *
get_party (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "party");
}

static KaCertainty
get_certainty (GtkWidget *check)
{
  return (KaCertainty) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "certainty"));
}

static gboolean
is_chosen (const KaFilter *filter, GtkWidget *check)
{
  const KaPolity *party = get_party (check);

  return party != NULL ? ka_filter_has_party (filter, party)
                       : (filter->certainties & (1u << get_certainty (check))) != 0;
}

/* The number of events that a check button alone would leave of its kind, beside the rest of the
 * filter and the range. */
static guint
count_events (KaSession *session, GtkWidget *check)
{
  const KaList   *events = ka_atlas_get_items (ka_session_get_atlas (session), KA_ITEM_EVENT);
  const KaPolity *party = get_party (check);
  KaViewState     state = ka_session_get_state (session);
  gsize           n_begun = ka_event_order_count_begun (events, &state);
  guint           n_events = 0;

  if (party != NULL)
    {
      memset (state.filter.parties, 0, sizeof state.filter.parties);
      ka_filter_toggle_party (&state.filter, party);
    }
  else
    state.filter.certainties = 1u << get_certainty (check);
  for (gsize i = 0; i < n_begun; i++)
    if (ka_event_order_admits (&state, events->items[i]))
      n_events++;

  return n_events;
}

/* A full filter takes no further party. */
static void
update_check (KaSession *session, GtkWidget *check)
{
  const KaFilter   filter = ka_session_get_state (session).filter;
  const guint      n_events = count_events (session, check);
  const gboolean   is_full = ka_filter_count_parties (&filter) == KA_FILTER_MAX_PARTIES;
  GtkWidget       *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  const char      *name = gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (box)));
  g_autofree char *count = g_strdup_printf ("%u", n_events);
  /* Translators: a party or a degree of certainty, and the number of its events. */
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u event", "%1$s, %2$u events", n_events), name,
    n_events);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_sensitive (check,
                            get_party (check) == NULL || !is_full || is_chosen (&filter, check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (&filter, check));
}

static void
update (GtkWidget *popover)
{
  KaSession *session = g_object_get_data (G_OBJECT (popover), "session");
  GPtrArray *checks = g_object_get_data (G_OBJECT (popover), "checks");

  for (guint i = 0; i < checks->len && gtk_widget_get_visible (popover); i++)
    update_check (session, checks->pdata[i]);
}

static void
toggled_cb (KaSession *session, GParamSpec *pspec, GtkWidget *check)
{
  KaFilter filter = ka_session_get_state (session).filter;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) == is_chosen (&filter, check))
    return;

  if (get_party (check) != NULL)
    ka_filter_toggle_party (&filter, get_party (check));
  else
    filter.certainties ^= 1u << get_certainty (check);
  ka_session_set_filter (session, &filter);
}

static void
add_title (GtkWidget *box, const char *text)
{
  GtkWidget *title = gtk_label_new (text);

  gtk_widget_add_css_class (title, "reading-heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
}

static GtkWidget *
add_check (GtkWidget *popover, GtkWidget *box, const char *text)
{
  KaSession *session = g_object_get_data (G_OBJECT (popover), "session");
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "chip-count");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), line);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), session,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  g_ptr_array_add (g_object_get_data (G_OBJECT (popover), "checks"), check);

  return check;
}

/* The check buttons of the parties, in a box that scrolls. */
static GtkWidget *
create_parties (GtkWidget *popover)
{
  KaSession *session = g_object_get_data (G_OBJECT (popover), "session");
  g_autoptr (GPtrArray) parties = ka_filter_list_parties (ka_session_get_atlas (session));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < parties->len; i++)
    {
      GtkWidget *check = add_check (
        popover, list,
        ka_filter_words_get_party (parties->pdata[i], ka_session_get_language (session)));

      g_object_set_data (G_OBJECT (check), "party", parties->pdata[i]);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

/* Creates what is in the popover, when it opens for the first time. */
static void
fill (GtkWidget *popover)
{
  GtkWidget *box;

  if (gtk_popover_get_child (GTK_POPOVER (popover)) != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  /* Translators: heads the degrees of certainty in a filter. */
  add_title (box, _ ("How sure"));
  for (int i = 0; i < KA_N_CERTAINTIES; i++)
    g_object_set_data (
      G_OBJECT (add_check (popover, box, ka_words_get_certainty ((KaCertainty) i))), "certainty",
      GINT_TO_POINTER (i));
  /* Translators: heads the parties of events in a filter. */
  add_title (box, _ ("Who takes part"));
  gtk_box_append (GTK_BOX (box), create_parties (popover));
  gtk_widget_set_size_request (box, MIN_WIDTH_PX, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
}

GtkWidget *
ka_filter_popover_new (KaSession *session)
{
  GtkWidget *popover = gtk_popover_new ();

  g_object_set_data_full (G_OBJECT (popover), "session", g_object_ref (session), g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "checks", g_ptr_array_new (),
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter of events"), -1);
  ka_session_watch (session, "filter", G_CALLBACK (update), popover);
  ka_session_watch (session, "range", G_CALLBACK (update), popover);
  g_signal_connect (popover, "realize", G_CALLBACK (fill), NULL);
  g_signal_connect (popover, "show", G_CALLBACK (update), NULL);

  return popover;
}
