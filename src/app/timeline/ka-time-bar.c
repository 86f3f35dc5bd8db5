/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bar over the timeline. Updates its labels after the frame in which the axis moved: labels may
 * not ask for another size during allocation.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-time-bar.h"

#include <math.h>

#include "ka-canvas.h"
#include "ka-go-to-date.h"
#include "ka-overview.h"
#include "ka-popovers.h"

/* Below these widths the bar hides some of its parts. */
#define NARROW_PX 980
#define TINY_PX   720
/* The bar can be this narrow; it clips its parts until it hides some. */
#define MIN_WIDTH_PX 300

/* How much room there is. */
typedef enum
{
  ROOM_WIDE,
  ROOM_NARROW, /* no slider, few words */
  ROOM_TINY,   /* no counters and no speed */
} Room;

struct _KaTimeBar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget     *content;
  GtkButton     *play_button;
  GtkMenuButton *speed_button;
  GtkMenuButton *date_button;
  KaGoToDate    *go_to_date;
  GtkWidget     *date_icon;
  GtkLabel      *range_label;
  GtkWidget     *before_button;
  GtkLabel      *before_label;
  GtkWidget     *after_button;
  GtkLabel      *after_label;
  KaOverview    *overview;
  GtkWidget     *zoom_scale;
  GtkAdjustment *zoom;

  /* Owned */
  GSimpleActionGroup *actions;
  KaTimelineStage    *stage;

  /* Borrowed from the stage */
  KaSession    *session;
  KaTimeCamera *camera;

  guint    update_source;
  gboolean is_updating; /* the slider takes the zoom of the axis */
  Room     room;
  Room     shown_room; /* of the last update */
};

G_DEFINE_FINAL_TYPE (KaTimeBar, ka_time_bar, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

/* The time from first to last, as short as is clear: "1917 – 1925", "Mar – Oct 1921". */
static char *
describe_time (KaDay first, KaDay last, KaLanguage language)
{
  KaDayParts parts = KA_DAY_PART_YEAR;

  if (last - first <= 3 * 366)
    parts |= KA_DAY_PART_MONTH;
  if (last - first <= 62)
    parts |= KA_DAY_PART_DAY;

  return ka_days_to_short_words (first, last, parts, language);
}

static void
show_time (KaTimeBar *self, const KaTimeAxis *axis)
{
  KaDay            first = (KaDay) floor (axis->first_day);
  KaDay            last = (KaDay) ceil (ka_time_axis_get_last_day (axis)) - 1;
  g_autofree char *text = describe_time (first, MAX (first, last),
                                         ka_session_get_language (self->session));
  g_autofree char *name = g_strdup_printf (_ ("Go to date; in view: %s"), text);

  set_text (self->range_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* Shows how many items are out of view on one side. A counter of nothing keeps its place, so that
 * the bar does not jump. */
static void
show_counter (KaTimeBar *self, GtkWidget *button, GtkLabel *label, gsize n_hidden, int direction)
{
  const guint      n = (guint) n_hidden;
  gboolean         is_wide = self->room == ROOM_WIDE;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (direction < 0)
    {
      text = g_strdup_printf (is_wide ? _ ("‹ %u earlier") : "‹ %u", n);
      name = g_strdup_printf (_ ("%u earlier: show the nearest"), n);
    }
  else
    {
      text = g_strdup_printf (is_wide ? _ ("%u later ›") : "%u ›", n);
      name = g_strdup_printf (_ ("%u later: show the nearest"), n);
    }

  set_text (label, text);
  gtk_label_set_width_chars (label, is_wide ? 10 : 4);
  gtk_widget_set_opacity (button, n > 0 ? 1 : 0);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The days in view at both ends of the slider. */
static void
get_zoom_ends (KaTimeBar *self, double *max_days, double *min_days)
{
  KaSpan limits = ka_time_camera_get_limits (self->camera);

  *min_days = KA_TIME_MIN_DAYS;
  *max_days = MAX ((double) (limits.to - limits.from), 2 * *min_days);
}

static void
show_zoom (KaTimeBar *self, const KaTimeAxis *axis)
{
  double max_days;
  double min_days;

  get_zoom_ends (self, &max_days, &min_days);
  self->is_updating = TRUE;
  gtk_adjustment_set_value (self->zoom, log (max_days * axis->px_per_day / axis->width) /
                                          log (max_days / min_days));
  self->is_updating = FALSE;
}

/* Shows the parts that have room. */
static void
show_parts (KaTimeBar *self)
{
  if (self->room == self->shown_room)
    return;

  self->shown_room = self->room;
  gtk_widget_set_visible (self->zoom_scale, self->room == ROOM_WIDE);
  gtk_widget_set_visible (self->before_button, self->room != ROOM_TINY);
  gtk_widget_set_visible (self->after_button, self->room != ROOM_TINY);
  gtk_widget_set_visible (GTK_WIDGET (self->speed_button), self->room != ROOM_TINY);
  gtk_widget_set_visible (self->date_icon, self->room != ROOM_TINY);
  gtk_label_set_width_chars (self->range_label, self->room == ROOM_TINY ? 11 : 16);
}

static gboolean
update_cb (gpointer data)
{
  KaTimeBar *self = data;
  KaTimeAxis axis = *ka_time_camera_get_axis (self->camera);
  gsize      n_before;
  gsize      n_after;

  self->update_source = 0;
  show_parts (self);
  if (axis.width < 2)
    return G_SOURCE_REMOVE;

  ka_timeline_stage_count_hidden (self->stage, &n_before, &n_after);
  show_time (self, &axis);
  show_zoom (self, &axis);
  show_counter (self, self->before_button, self->before_label, n_before, -1);
  show_counter (self, self->after_button, self->after_label, n_after, 1);

  return G_SOURCE_REMOVE;
}

static void
queue_update (KaTimeBar *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
playing_cb (KaTimeBar *self)
{
  gboolean    is_playing = ka_player_get_is_playing (ka_timeline_stage_get (self->stage)->player);
  const char *name = is_playing ? _ ("Pause") : _ ("Play event by event");

  gtk_button_set_icon_name (self->play_button, is_playing ? "media-playback-pause-symbolic"
                                                          : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button),
                               is_playing ? _ ("Pause (Space)")
                                          : _ ("Play Event by Event (Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
speed_cb (KaTimeBar *self, GParamSpec *pspec, KaPlayer *player)
{
  g_autofree char *text = NULL;
  double           speed;

  g_object_get (player, "speed", &speed, NULL);
  text = speed == 0.5 ? g_strdup ("½×") : g_strdup_printf ("%g×", speed);
  gtk_menu_button_set_label (self->speed_button, text);
}

static void
zoom_changed_cb (KaTimeBar *self)
{
  KaTimeAxis axis;
  double     max_days;
  double     min_days;
  double     days;
  double     x;

  if (self->is_updating || self->stage == NULL)
    return;

  axis = *ka_time_camera_get_axis (self->camera);
  if (axis.width < 2)
    return;
  get_zoom_ends (self, &max_days, &min_days);
  days = max_days * pow (min_days / max_days, gtk_adjustment_get_value (self->zoom));
  x = ka_time_axis_to_x (&axis, (double) ka_session_get_day (self->session) + 0.5);
  if (x < 0 || x > axis.width)
    x = axis.width / 2;
  axis = ka_time_axis_zoom_at (&axis, x, axis.width / axis.px_per_day / days);
  ka_timeline_stage_set_axis (self->stage, &axis);
}

static void
before_clicked_cb (KaTimeBar *self)
{
  ka_timeline_stage_jump (self->stage, -1);
}

static void
after_clicked_cb (KaTimeBar *self)
{
  ka_timeline_stage_jump (self->stage, 1);
}

static void
date_chosen_cb (KaTimeBar *self, gint64 from, gint64 to, gboolean is_interval)
{
  KaTimeAxis axis = *ka_time_camera_get_axis (self->camera);
  double     days = axis.width / axis.px_per_day;

  /* Shows the whole interval; zooms only when it is longer than the axis. */
  if ((double) (to - from) > days)
    {
      days = (double) (to - from) * 1.1;
      axis.px_per_day = axis.width / days;
    }
  axis = ka_time_axis_centre_on (&axis, (double) from + (double) (to - from) / 2);
  ka_time_camera_animate_to (self->camera, &axis);
  ka_session_set_day (self->session, from);
  if (is_interval)
    ka_session_set_range (self->session, (KaSpan){ from, to });
  gtk_widget_grab_focus (ka_timeline_stage_get (self->stage)->canvas);
}

static void
ka_time_bar_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  KaTimeBar *self = KA_TIME_BAR (widget);

  gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH_PX);
}

static void
ka_time_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KaTimeBar *self = KA_TIME_BAR (widget);
  int        minimum;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, 0, MAX (width, minimum), height },
                            baseline);
  self->room = width < TINY_PX ? ROOM_TINY : width < NARROW_PX ? ROOM_NARROW : ROOM_WIDE;
  if (self->room != self->shown_room && self->stage != NULL)
    queue_update (self);
}

static void
ka_time_bar_dispose (GObject *object)
{
  KaTimeBar *self = KA_TIME_BAR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->actions);
  g_clear_object (&self->stage);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ka_time_bar_parent_class)->dispose (object);
}

static void
ka_time_bar_class_init (KaTimeBarClass *klass)
{
  static const char *const menus[] = { "speed_menu", "lanes_menu", NULL };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ka_time_bar_dispose;

  g_type_ensure (KA_TYPE_GO_TO_DATE);
  g_type_ensure (KA_TYPE_OVERVIEW);
  widget_class->measure = ka_time_bar_measure;
  widget_class->size_allocate = ka_time_bar_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class, KA_RESOURCE_PATH "/ui/ka-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, content);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, speed_button);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, go_to_date);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, date_icon);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, range_label);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, before_button);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, before_label);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, after_button);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, after_label);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, overview);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, zoom_scale);
  gtk_widget_class_bind_template_child (widget_class, KaTimeBar, zoom);
  ka_popovers_bind_menus (widget_class, menus);
  gtk_widget_class_bind_template_callback (widget_class, before_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
}

static void
ka_time_bar_init (KaTimeBar *self)
{
  /* Menus of the template look up their actions when GTK makes them. */
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "time", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ka_canvas_keep_left_to_right (GTK_WIDGET (self));
}

void
ka_time_bar_set_stage (KaTimeBar *self, KaTimelineStage *stage)
{
  KaPlayer  *player = ka_timeline_stage_get (stage)->player;
  KaSession *session = ka_timeline_stage_get (stage)->session;
  const struct
  {
    const char *name;
    gpointer    object;
    const char *property;
  } actions[] = {
    { "speed", player, "speed" },
    { "loops", player, "loops" },
    { "old-style", session, "shows-old-style" },
    { "grouping", session, "grouping" },
  };

  g_return_if_fail (KA_IS_TIME_BAR (self) && self->stage == NULL);

  self->stage = g_object_ref (stage);
  self->session = session;
  self->camera = ka_timeline_stage_get (stage)->camera;
  ka_overview_set_stage (self->overview, stage);
  ka_go_to_date_set_limits (self->go_to_date, ka_time_camera_get_limits (self->camera),
                            ka_session_get_language (session));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GPropertyAction)
        action = g_property_action_new (actions[i].name, actions[i].object, actions[i].property);

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (ka_timeline_stage_get (stage)->canvas, "time",
                                  G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->camera, "moved", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::is-playing", G_CALLBACK (playing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::speed", G_CALLBACK (speed_cb), self, G_CONNECT_SWAPPED);
  ka_session_watch (session, "filter", G_CALLBACK (queue_update), self);
  ka_session_watch (session, "range", G_CALLBACK (queue_update), self);
  playing_cb (self);
  queue_update (self);
}

void
ka_time_bar_ask_for_date (KaTimeBar *self)
{
  gtk_menu_button_popup (self->date_button);
}
