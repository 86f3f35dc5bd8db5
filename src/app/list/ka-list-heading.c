/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The heading that stays at the top of the list while its rows scroll under it. Looks after the
 * frame: a list places its rows in one.
 */

#include "config.h"

#include "ka-list-heading.h"

#include "ka-list-row.h"

typedef struct
{
  GtkWidget   *overlay; /* the parent of the label, which is not hidden with it */
  GtkLabel    *label;
  GtkListView *list;     /* (nullable), weak */
  KaItemRows  *rows;     /* owned */
  guint        tick;     /* of the update that waits for the list to place its rows */
  gboolean     has_rows; /* whether a frame has placed them */
} Heading;

/* Returns the topmost row in view, and where it begins in the list. */
static GtkWidget *
find_top (const Heading *self, float *top)
{
  GtkWidget      *list = GTK_WIDGET (self->list);
  GtkWidget      *found = NULL;
  graphene_rect_t box;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row) && gtk_widget_get_first_child (row) != NULL &&
        gtk_widget_compute_bounds (row, list, &box) && box.origin.y + box.size.height > 0 &&
        (found == NULL || box.origin.y < *top))
      {
        found = row;
        *top = box.origin.y;
      }

  return found;
}

static void
update (Heading *self)
{
  const char *text = NULL;
  GtkWidget  *row;
  float       top = 0;
  guint       position = GTK_INVALID_LIST_POSITION;

  row = self->list != NULL ? find_top (self, &top) : NULL;
  if (row != NULL)
    position = ka_list_row_get_position (KA_LIST_ROW (gtk_widget_get_first_child (row)));
  if (position != GTK_INVALID_LIST_POSITION)
    text = ka_item_rows_get_heading (self->rows, position, top >= 0);

  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->label), text != NULL);
}

/* A tick comes before the list places its rows in the same frame: acts in the next one. */
static gboolean
tick_cb (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  Heading *self = data;

  if (!self->has_rows)
    {
      self->has_rows = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GtkLabel *label)
{
  Heading *self = g_object_get_data (G_OBJECT (label), "heading");

  self->has_rows = FALSE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->overlay, tick_cb, self, NULL);
}

static void
free_heading (gpointer data)
{
  Heading *self = data;

  g_clear_weak_pointer (&self->list);
  g_object_unref (self->rows);
  g_free (self);
}

void
ka_list_heading_watch (GtkLabel *label, GtkListView *list, KaItemRows *rows)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  Heading       *self = g_new0 (Heading, 1);

  self->overlay = gtk_widget_get_parent (GTK_WIDGET (label));
  self->label = label;
  g_set_weak_pointer (&self->list, list);
  self->rows = g_object_ref (rows);
  g_object_set_data_full (G_OBJECT (label), "heading", self, free_heading);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), label,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), label,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (queue_update), label,
                           G_CONNECT_SWAPPED);
}
