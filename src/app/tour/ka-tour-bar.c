/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shows the step of a tour and tells its guide where to go.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-tour-bar.h"

#include "ka-canvas.h"
#include "ka-walk.h"

/* The greatest height of a paragraph; a longer one scrolls. */
#define MAX_TEXT_PX 130

struct _KaTourBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget         *box;
  GtkLabel          *title_label;
  GtkLabel          *progress_label;
  GtkScrolledWindow *scroller;
  GtkStack          *stack;
  GtkWidget         *previous_button;
  GtkButton         *play_button;
  GtkWidget         *next_button;

  /* Owned */
  KaSession   *session;
  KaTourGuide *guide;

  const KaTour *tour; /* (nullable): whose paragraphs the stack has */
};

G_DEFINE_FINAL_TYPE (KaTourBar, ka_tour_bar, GTK_TYPE_WIDGET)

static const char *
get_text (KaTourBar *self, const KaText *text)
{
  return ka_text_get (text, ka_session_get_language (self->session));
}

/* All paragraphs of a tour share the height of the longest, so that the map keeps its size. */
static void
fill_stack (KaTourBar *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->stack))) != NULL)
    gtk_stack_remove (self->stack, page);
  for (gsize i = 0; i < self->tour->n_steps; i++)
    {
      GtkWidget *label = gtk_label_new (get_text (self, &self->tour->steps[i].text));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_stack_add_child (self->stack, label);
    }
}

static GtkWidget *
get_page (KaTourBar *self, gsize number)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  for (gsize i = 0; i < number; i++)
    page = gtk_widget_get_next_sibling (page);

  return page;
}

static void
update_play_button (KaTourBar *self)
{
  const gboolean is_playing = ka_tour_guide_get_is_playing (self->guide);
  const char    *label = is_playing ? _ ("Pause the tour") : _ ("Play the tour");

  gtk_button_set_icon_name (self->play_button, is_playing ? "media-playback-pause-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button),
                               is_playing ? _ ("Pause the Tour (Ctrl+Shift+Space)")
                                          : _ ("Play the Tour (Ctrl+Shift+Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
update_step (KaTourBar *self)
{
  const gsize      step = ka_tour_guide_get_step (self->guide);
  g_autofree char *progress = g_strdup_printf (
    /* Translators: the number of a step, and how many there are. */
    _ ("%1$u of %2$u"), (guint) step + 1, (guint) self->tour->n_steps);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", progress,
                                             get_text (self, &self->tour->steps[step].text));

  gtk_label_set_text (self->title_label, get_text (self, &self->tour->title));
  gtk_label_set_text (self->progress_label, progress);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_stack_set_visible_child (self->stack, get_page (self, step));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_set_sensitive (self->previous_button, ka_tour_guide_can_go (self->guide, -1));
  gtk_widget_set_sensitive (self->next_button, ka_tour_guide_can_go (self->guide, 1));
  update_play_button (self);
}

static void
changed_cb (KaTourBar *self)
{
  const KaTour *tour = ka_tour_guide_get_tour (self->guide);

  gtk_widget_set_visible (GTK_WIDGET (self), tour != NULL);
  if (tour == NULL)
    {
      self->tour = NULL;
      return;
    }

  if (tour != self->tour || ka_tour_guide_get_step (self->guide) == 0)
    {
      self->tour = tour;
      fill_stack (self);
    }
  gtk_scrolled_window_set_max_content_height (
    self->scroller, (int) (MAX_TEXT_PX * ka_canvas_get_unit (GTK_WIDGET (self))));
  update_step (self);
}

static void
previous_cb (KaTourBar *self)
{
  ka_tour_guide_go (self->guide, -1);
}

static void
next_cb (KaTourBar *self)
{
  ka_tour_guide_go (self->guide, 1);
}

static void
play_cb (KaTourBar *self)
{
  ka_tour_guide_set_is_playing (self->guide, !ka_tour_guide_get_is_playing (self->guide));
}

static void
close_cb (KaTourBar *self)
{
  ka_tour_guide_stop (self->guide);
}

/* Actions of the window */

static void
start_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KaTourBar    *self = data;
  const KaItem *item = ka_atlas_lookup_reference (ka_session_get_atlas (self->session),
                                                  g_variant_get_string (parameter, NULL));

  if (item != NULL && (item->kind == KA_ITEM_TOUR || ka_walk_exists (item)))
    ka_tour_guide_start (self->guide, item);
}

static void
go_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ka_tour_guide_go (KA_TOUR_BAR (data)->guide, g_variant_get_int32 (parameter));
}

static void
play_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  play_cb (data);
}

static const GActionEntry entries[] = {
  { .name = "start-tour", .activate = start_action, .parameter_type = "s" },
  { .name = "go-tour", .activate = go_action, .parameter_type = "i" },
  { .name = "play-tour", .activate = play_action },
};

static void
ka_tour_bar_dispose (GObject *object)
{
  KaTourBar *self = KA_TOUR_BAR (object);

  g_clear_object (&self->guide);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_tour_bar_parent_class)->dispose (object);
}

static void
ka_tour_bar_class_init (KaTourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_tour_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-tour-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, box);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, progress_label);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, stack);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, KaTourBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
ka_tour_bar_init (KaTourBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

KaTourBar *
ka_tour_bar_new (GtkApplicationWindow *window, KaSession *session, KaMapView *map)
{
  KaTourBar *self = g_object_new (KA_TYPE_TOUR_BAR, NULL);

  self->session = g_object_ref (session);
  self->guide = ka_tour_guide_new (session, map);
  g_signal_connect_object (self->guide, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tour"),
                                  -1);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);

  return self;
}

KaTourGuide *
ka_tour_bar_get_guide (KaTourBar *self)
{
  return self->guide;
}

void
ka_tour_bar_fill_menu (KaTourBar *self, GMenu *menu)
{
  const KaList *tours = ka_atlas_get_items (ka_session_get_atlas (self->session), KA_ITEM_TOUR);

  for (gsize i = 0; i < tours->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (tours->items[i]);
      g_autoptr (GMenuItem)
        item = g_menu_item_new (get_text (self, &((const KaTour *) tours->items[i])->title), NULL);

      g_menu_item_set_action_and_target (item, "win.start-tour", "s", reference);
      g_menu_append_item (menu, item);
    }
}
