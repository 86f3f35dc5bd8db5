/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chooses two treaties to compare.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-compare-chooser.h"

#include "ka-comparison.h"

/* The treaties of a list, in its order; owned by the list. */
static GPtrArray *
get_treaties (GtkDropDown *list)
{
  return g_object_get_data (G_OBJECT (list), "treaties");
}

static void
chosen_cb (GtkDropDown *list, GParamSpec *pspec, KaSession *session)
{
  KaViewState     state = ka_session_get_state (session);
  const KaTreaty *first = (const KaTreaty *) state.selection;
  const KaTreaty *second = state.compared;
  const gboolean  is_second = g_object_get_data (G_OBJECT (list), "is-second") != NULL;
  const KaTreaty *chosen = get_treaties (list)->pdata[gtk_drop_down_get_selected (list)];

  if (is_second)
    ka_session_compare (session, KA_ITEM (chosen == first ? second : first), chosen);
  else
    ka_session_compare (session, KA_ITEM (chosen), chosen == second ? first : second);
}

static GtkWidget *
create_list (KaSession *session, const char *name, gboolean is_second)
{
  KaViewState    state = ka_session_get_state (session);
  const KaItem  *chosen = is_second ? KA_ITEM (state.compared) : state.selection;
  GPtrArray     *treaties = ka_query_list_comparable (ka_session_get_atlas (session));
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget     *list = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);

  for (guint i = 0; i < treaties->len; i++)
    {
      const KaTreaty *treaty = treaties->pdata[i];
      const KaText   *title = ka_text_is_empty (&treaty->label) ? &treaty->title : &treaty->label;

      gtk_string_list_append (titles, ka_text_get (title, state.language));
      if (KA_ITEM (treaty) == chosen)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (list), i);
    }
  g_object_set_data_full (G_OBJECT (list), "treaties", treaties,
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (list), "is-second", GINT_TO_POINTER (is_second));
  gtk_widget_set_hexpand (list, TRUE);
  gtk_widget_set_tooltip_text (list, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (chosen_cb), session, 0);

  return list;
}

GtkWidget *
ka_compare_chooser_new (KaSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), create_list (session, _ ("First treaty"), FALSE));
  gtk_box_append (GTK_BOX (box), create_list (session, _ ("Second treaty"), TRUE));

  return box;
}
