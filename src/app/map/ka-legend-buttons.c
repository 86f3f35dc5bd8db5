/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The widgets over a painted legend: a button for its heading and for each row.
 */

#include "config.h"

#include "ka-legend-buttons.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ka-hint.h"

struct _KaLegendButtons
{
  /* Borrowed */
  GtkWidget *parent; /* owns the widgets */

  /* Owned */
  GtkWidget *heading;
  GPtrArray *rows; /* (element-type Row) */
};

/* A widget and what it stands for */
typedef struct
{
  GtkWidget *widget;
  char      *reference; /* (nullable) */
  char      *text;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  /* No key must be lost with a row. */
  if (gtk_widget_has_focus (row->widget))
    gtk_widget_grab_focus (gtk_widget_get_parent (row->widget));
  gtk_widget_unparent (row->widget);
  g_free (row->reference);
  g_free (row->text);
  g_free (row);
}

KaLegendButtons *
ka_legend_buttons_new (GtkWidget *parent)
{
  KaLegendButtons *self = g_new0 (KaLegendButtons, 1);

  self->parent = parent;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->heading = gtk_button_new ();
  gtk_widget_add_css_class (self->heading, "map-legend-heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->heading), "map.toggle-legend");
  gtk_widget_set_tooltip_text (self->heading, _ ("Fold or Unfold the Legend (L)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_widget_set_parent (self->heading, parent);
  gtk_widget_set_child_visible (self->heading, FALSE);

  return self;
}

void
ka_legend_buttons_free (KaLegendButtons *self)
{
  g_ptr_array_unref (self->rows);
  gtk_widget_unparent (self->heading);
  g_free (self);
}

static GtkWidget *
create_widget (const char *reference, const char *text)
{
  GtkWidget *widget;

  if (reference == NULL)
    {
      widget = gtk_label_new (text);
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      return widget;
    }

  widget = gtk_button_new ();
  gtk_widget_add_css_class (widget, "map-legend-row");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), "map.select");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", reference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return widget;
}

/* Takes the widget of a row out of those before, or makes one */
static Row *
take_row (KaLegendButtons *self, GPtrArray *before, const KaLegendRow *shown)
{
  g_autofree char *reference = shown->item != NULL ? ka_item_dup_reference (shown->item) : NULL;
  Row             *row;

  for (guint i = 0; i < before->len; i++)
    {
      row = before->pdata[i];
      if (g_strcmp0 (row->reference, reference) == 0 && g_str_equal (row->text, shown->text))
        return g_ptr_array_steal_index (before, i);
    }

  row = g_new0 (Row, 1);
  row->widget = create_widget (reference, shown->text);
  row->reference = g_steal_pointer (&reference);
  row->text = g_strdup (shown->text);

  return row;
}

void
ka_legend_buttons_update (KaLegendButtons *self,
                          const KaLegend  *legend,
                          KaDay            day,
                          KaLanguage       language)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->rows);
  GtkWidget *last = self->heading;

  self->rows = g_ptr_array_new_with_free_func (free_row);
  gtk_widget_set_child_visible (self->heading,
                                legend != NULL && !ka_box_is_empty (legend->heading_box));
  if (legend == NULL)
    return;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !legend->is_folded, -1);
  for (guint i = 0; i < legend->rows->len; i++)
    {
      const KaLegendRow *shown = legend->rows->pdata[i];
      Row               *row = take_row (self, before, shown);
      g_autofree char   *hint = shown->item != NULL ? ka_hint_tell (shown->item, day, language)
                                                    : NULL;

      gtk_widget_insert_after (row->widget, self->parent, last);
      /* GTK asks the display where the pointer is, even for the text that stays. */
      if (g_strcmp0 (gtk_widget_get_tooltip_text (row->widget), hint) != 0)
        gtk_widget_set_tooltip_text (row->widget, hint);
      g_ptr_array_add (self->rows, row);
      last = row->widget;
    }
}

static void
allocate (GtkWidget *widget, KaBox box, double unit)
{
  GtkAllocation place = { (int) floor (box.x0 * unit), (int) floor (box.y0 * unit),
                          (int) ceil ((box.x1 - box.x0) * unit),
                          (int) ceil ((box.y1 - box.y0) * unit) };
  int           min_width;
  int           min_height;

  if (!gtk_widget_should_layout (widget))
    return;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  place.width = MAX (place.width, min_width);
  place.height = MAX (place.height, min_height);
  gtk_widget_size_allocate (widget, &place, -1);
}

void
ka_legend_buttons_allocate (KaLegendButtons *self, const KaLegend *legend, double unit)
{
  if (legend == NULL)
    return;

  allocate (self->heading, legend->heading_box, unit);
  /* A legend laid out since has its widgets after the frame. */
  for (guint i = 0; i < MIN (self->rows->len, legend->rows->len); i++)
    allocate (((const Row *) self->rows->pdata[i])->widget,
              ((const KaLegendRow *) legend->rows->pdata[i])->box, unit);
  for (guint i = legend->rows->len; i < self->rows->len; i++)
    allocate (((const Row *) self->rows->pdata[i])->widget, legend->heading_box, unit);
}

void
ka_legend_buttons_append (KaLegendButtons *self, GtkSnapshot *snapshot)
{
  gtk_widget_snapshot_child (self->parent, self->heading, snapshot);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      /* The text of a label is painted. */
      if (row->reference != NULL)
        gtk_widget_snapshot_child (self->parent, row->widget, snapshot);
    }
}
