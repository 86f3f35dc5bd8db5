/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layers of the map that can be hidden: their names in settings, and the popover with a check
 * button for each.
 */

#include "config.h"

#include "ka-map-layers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  KaMapLayer  layer;
  const char *name;  /* in settings */
  const char *label; /* to be translated */
} Layer;

static const Layer layers_table[] = {
  { KA_MAP_LAYER_RELIEF, "relief", N_ ("Relief") },
  { KA_MAP_LAYER_RIVERS, "rivers", N_ ("Rivers") },
  { KA_MAP_LAYER_PEAKS, "peaks", N_ ("Peaks") },
  { KA_MAP_LAYER_TOWNS, "towns", N_ ("Towns") },
  { KA_MAP_LAYER_DISTRICTS, "districts", N_ ("Former districts") },
  { KA_MAP_LAYER_LINES, "lines", N_ ("Treaty lines") },
  { KA_MAP_LAYER_CLAIMS, "claims", N_ ("Claims") },
  { KA_MAP_LAYER_GRATICULE, "graticule", N_ ("Graticule") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (layers_table) == KA_N_MAP_LAYERS);

GStrv
ka_layers_to_names (KaMapLayer layers)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (layers_table); i++)
    if (layers & layers_table[i].layer)
      g_strv_builder_add (builder, layers_table[i].name);

  return g_strv_builder_end (builder);
}

KaMapLayer
ka_layers_from_names (const char *const *names)
{
  KaMapLayer layers = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (layers_table); i++)
    if (g_strv_contains (names, layers_table[i].name))
      layers |= layers_table[i].layer;

  return layers;
}

static const Layer *
get_layer (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "layer");
}

static void
toggled_cb (KaSession *session, GParamSpec *pspec, GtkCheckButton *check)
{
  KaMapLayer   hidden = ka_session_get_state (session).hidden_layers;
  const Layer *layer = get_layer (check);

  if (gtk_check_button_get_active (check))
    hidden &= ~layer->layer;
  else
    hidden |= layer->layer;
  ka_session_set_hidden_layers (session, hidden);
}

static void
layers_changed_cb (GtkCheckButton *check, GParamSpec *pspec, KaSession *session)
{
  KaMapLayer hidden = ka_session_get_state (session).hidden_layers;

  gtk_check_button_set_active (check, (hidden & get_layer (check)->layer) == 0);
}

GtkWidget *
ka_layers_create_popover (KaSession *session)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ ("Layers"));

  gtk_widget_add_css_class (title, "reading-heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  for (gsize i = 0; i < G_N_ELEMENTS (layers_table); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (layers_table[i].label));

      g_object_set_data (G_OBJECT (check), "layer", (gpointer) (guintptr) &layers_table[i]);
      layers_changed_cb (GTK_CHECK_BUTTON (check), NULL, session);
      g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), session,
                               G_CONNECT_SWAPPED);
      ka_session_watch (session, "hidden-layers", G_CALLBACK (layers_changed_cb), check);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Layers of the map"), -1);

  return popover;
}
