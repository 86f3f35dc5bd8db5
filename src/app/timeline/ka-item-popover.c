/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list that a "+n" of the timeline opens: a button for each item.
 */

#include "config.h"

#include "ka-item-popover.h"

#include "ka-category-mark.h"
#include "ka-words.h"

#define MAX_HEIGHT_PX 320
#define WIDTH_CHARS   34

struct _KaItemPopover
{
  GtkPopover parent_instance;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaItemPopover, ka_item_popover, GTK_TYPE_POPOVER)

static void
clicked_cb (KaItemPopover *self, GtkWidget *button)
{
  gpointer item = g_object_get_data (G_OBJECT (button), "item");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item);
}

static void
ka_item_popover_class_init (KaItemPopoverClass *klass)
{
  /**
   * KaItemPopover::chosen:
   * @item: a #KaItem of the list
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KA_TYPE_ITEM_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ka_item_popover_init (KaItemPopover *self)
{
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_button (KaItemPopover *self, const KaItem *item, KaSession *session, const KaTheme *theme)
{
  KaLanguage       language = ka_session_get_language (session);
  const char      *title = ka_item_get_title (item, ka_session_get_day (session), language);
  g_autofree char *when = ka_words_describe_item (item, language);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, when);
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (item->kind == KA_ITEM_EVENT)
    {
      GtkWidget *mark = ka_category_mark_new ();

      ka_category_mark_set (KA_CATEGORY_MARK (mark), theme, ((const KaEvent *) item)->leading);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), mark);
    }
  gtk_box_append (GTK_BOX (lines), create_label (title, "row-title"));
  gtk_box_append (GTK_BOX (lines), create_label (when, "row-subtitle"));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "item", (gpointer) (guintptr) item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

GtkWidget *
ka_item_popover_new (const KaItem *const *items,
                     gsize                n_items,
                     KaSession           *session,
                     const KaTheme       *theme)
{
  KaItemPopover *self = g_object_new (KA_TYPE_ITEM_POPOVER, NULL);
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget     *scrolled = gtk_scrolled_window_new ();

  for (gsize i = 0; i < n_items; i++)
    gtk_box_append (GTK_BOX (box), create_button (self, items[i], session, theme));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);

  return GTK_WIDGET (self);
}
