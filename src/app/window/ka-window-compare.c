/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compares the day of a window with another one, whose chip is over the map, and two treaties.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-window-compare.h"

#include "ka-canvas.h"
#include "ka-comparison.h"

/* Place of the chip over the map: from the top and from the right, and where text is large. */
#define CHIP_TOP_PX      12
#define CHIP_END_PX      60
#define LOW_CHIP_TOP_PX  164
#define LARGE_TEXT_SCALE 1.3

#define PARTS_KEY "ka-compare-parts"

/* Borrowed from the window */
typedef struct
{
  KaWindowState window;
  KaToast      *toast;
  GtkWidget    *chip;
  GtkLabel     *label;
} Parts;

/* Places the chip beside the buttons with room for the date at the left, below them where text is
 * large. */
static void
place_chip (const Parts *self)
{
  const gboolean is_large = ka_canvas_get_unit (self->chip) >= LARGE_TEXT_SCALE;

  gtk_widget_set_margin_top (self->chip, is_large ? LOW_CHIP_TOP_PX : CHIP_TOP_PX);
  gtk_widget_set_margin_end (self->chip, is_large ? CHIP_TOP_PX : CHIP_END_PX);
}

static void
update (GtkWindow *window)
{
  const Parts      *self = g_object_get_data (G_OBJECT (window), PARTS_KEY);
  const KaViewState state = ka_session_get_state (self->window.session);
  GAction *unpin = g_action_map_lookup_action (G_ACTION_MAP (self->window.window), "unpin-day");
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->chip, state.has_pinned_day);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (unpin), state.has_pinned_day);
  if (!state.has_pinned_day)
    return;

  day = ka_day_to_words (state.pinned_day, state.language);
  /* Translators: short for "compared with", before a date. */
  words = g_strdup_printf (_ ("vs. %s"), day);
  text = g_strdup_printf (_ ("Compared with %s"), day);
  gtk_label_set_text (self->label, words);
  gtk_widget_set_tooltip_text (self->chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  place_chip (self);
}

/* Pins the day that is shown; on the pinned day itself, ends the comparison. */
static void
pin_day_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Parts      *self = data;
  const KaViewState state = ka_session_get_state (self->window.session);

  if (state.has_pinned_day && state.pinned_day == state.day)
    ka_session_unpin_day (self->window.session);
  else
    ka_session_pin_day (self->window.session, state.day);
}

static void
unpin_day_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Parts *self = data;

  ka_session_unpin_day (self->window.session);
}

/* Compares the treaty that is selected, or the last one of the day, with one that corresponds. */
static void
compare_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Parts      *self = data;
  KaSession        *session = self->window.session;
  const KaViewState state = ka_session_get_state (session);
  const KaTreaty   *first, *second;

  if (!ka_query_find_pair (ka_session_get_atlas (session), state.selection, state.day, &first,
                           &second))
    {
      ka_toast_show (self->toast, _ ("This atlas has no two treaties to compare"), NULL);
      return;
    }

  ka_session_compare (session, KA_ITEM (first), second);
  gtk_toggle_button_set_active (self->window.pane_button, TRUE);
}

void
ka_window_compare_add (const KaWindowState *window,
                       KaToast             *toast,
                       GtkWidget           *chip,
                       GtkLabel            *label)
{
  static const GActionEntry entries[] = {
    { .name = "pin-day", .activate = pin_day_action },
    { .name = "unpin-day", .activate = unpin_day_action },
    { .name = "compare", .activate = compare_action },
  };
  Parts *parts = g_new (Parts, 1);

  *parts = (Parts){ *window, toast, chip, label };
  g_object_set_data_full (G_OBJECT (window->window), PARTS_KEY, parts, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (window->window), entries, G_N_ELEMENTS (entries),
                                   parts);
  ka_session_watch (window->session, "pinned-day", G_CALLBACK (update), window->window);
  update (window->window);
}
