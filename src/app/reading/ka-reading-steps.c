/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of an annex step by step. A step that is tied to the line on the map is a link: it
 * lights its piece of the line, and shows it while the pointer or the keyboard is on it.
 */

#include "config.h"

#include "ka-reading-private.h"

#include <string.h>

#include "ka-query.h"

static void
append_area (KaLeaf *self, GString *names, const KaTopology *topology, int number)
{
  KaAtlas    *atlas = ka_session_get_atlas (self->session);
  const char *name;

  if (number == KA_NO_AREA)
    return;
  name = ka_item_get_title (ka_atlas_get_items (atlas, KA_ITEM_AREA)->items[number],
                            ka_session_get_day (self->session),
                            ka_session_get_language (self->session));
  if (strstr (names->str, name) == NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* The land on both sides of the pieces of a line that a step is tied to: "Ardahan | Adjara". */
static char *
dup_sector (KaLeaf *self, const KaFrontier *frontier, const KaLinePoint *point)
{
  const KaTopology *topology = ka_atlas_get_topology (ka_session_get_atlas (self->session));
  GString          *right = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  int piece = 0;

  for (gsize i = 0; i < frontier->geometry->n_paths; i++)
    for (gsize j = 0; j < frontier->geometry->paths[i].n_arcs; j++)
      {
        int          number = frontier->geometry->paths[i].arcs[j];
        const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];

        if (++piece < point->first_piece || piece > point->last_piece)
          continue;
        append_area (self, right, topology, number < 0 ? arc->left : arc->right);
        append_area (self, left, topology, number < 0 ? arc->right : arc->left);
      }
  g_string_append_printf (right, " | %s", left->str);

  return g_string_free (right, FALSE);
}

static gboolean
is_on_same_pieces (const KaLinePoint *point, const KaLinePoint *other)
{
  return point->first_piece == other->first_piece && point->last_piece == other->last_piece;
}

static guint
get_step (GtkWidget *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "step"));
}

static void
entered_cb (GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  ka_session_set_hover_step (g_object_get_data (G_OBJECT (row), "session"), get_step (row));
}

static void
left_cb (GtkEventController *controller)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  ka_session_set_hover_step (g_object_get_data (G_OBJECT (row), "session"), 0);
}

/* The row of the step that is lit stands out. */
static void
step_changed_cb (GtkWidget *row, GParamSpec *pspec, KaSession *session)
{
  if (ka_session_get_state (session).step == get_step (row))
    gtk_widget_add_css_class (row, "lit");
  else
    gtk_widget_remove_css_class (row, "lit");
}

static void
add_row (KaLeaf *self, const KaArticle *article, guint step)
{
  const KaLinePoint *point = &article->points[step - 1];
  const char        *doubt = point->certainty == KA_CERTAIN    ? ""
                             : point->certainty == KA_PROBABLE ? " (probable)"
                                                               : " (uncertain)";
  gboolean           is_tied = point->first_piece > 0;
  g_autofree char   *reference = ka_item_dup_reference (KA_ITEM (article));
  g_autofree char   *start = g_strdup_printf ("<a href=\"%s#%u\">", reference, step);
  g_autofree char   *name = g_markup_escape_text (point->name, -1);
  g_autofree char   *note = g_markup_escape_text (point->note != NULL ? point->note : "", -1);
  g_autofree char   *markup = g_strdup_printf ("%u. %s%s%s<span alpha=\"75%%\">%s%s%s</span>", step,
                                             is_tied ? start : "", name, is_tied ? "</a>" : "",
                                               doubt, *note != '\0' ? " – " : "", note);
  GtkWidget         *row;
  GtkEventController *motion, *focus;

  ka_leaf_add_markup (self, markup, "leaf-step");
  if (!is_tied)
    return;

  row = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  motion = gtk_event_controller_motion_new ();
  focus = gtk_event_controller_focus_new ();
  g_object_set_data (G_OBJECT (row), "step", GUINT_TO_POINTER (step));
  g_object_set_data_full (G_OBJECT (row), "session", g_object_ref (self->session), g_object_unref);
  g_signal_connect (motion, "enter", G_CALLBACK (entered_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), NULL);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), NULL);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (self->session, "notify::step", G_CALLBACK (step_changed_cb), row,
                           G_CONNECT_SWAPPED);
  step_changed_cb (row, NULL, self->session);
}

/* Adds the steps in which an annex describes its line; nothing for other clauses. */
void
ka_leaf_add_steps (KaLeaf *self, const KaArticle *article)
{
  const KaFrontier *frontier = article->frontiers.n_items > 0 ? article->frontiers.items[0] : NULL;

  if (article->n_points == 0)
    return;

  ka_leaf_add_heading (self, "Step by step");
  for (gsize i = 0; i < article->n_points; i++)
    {
      const KaLinePoint *point = &article->points[i];

      if (point->first_piece > 0 && (i == 0 || !is_on_same_pieces (point, point - 1)))
        {
          g_autofree char *sector = dup_sector (self, frontier, point);

          ka_leaf_add_note (self, sector);
        }
      add_row (self, article, (guint) i + 1);
    }
}
