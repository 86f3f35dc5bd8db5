/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every type of widget is made, takes a session and is freed; the toast.
 */

#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include "ka-app-test.h"
#include "ka-category-mark.h"
#include "ka-event-list.h"
#include "ka-frame-memory.h"
#include "ka-map-view.h"
#include "ka-memory.h"
#include "ka-overview.h"
#include "ka-reading-pane.h"
#include "ka-style.h"
#include "ka-timeline-view.h"
#include "ka-toast.h"

/* A widget without a session paints nothing and gives no warning. */
static void
test_bare (gconstpointer data)
{
  GType      type = *(const GType *) data;
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));
  int        minimum;
  int        natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, natural);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, natural);
  g_assert_finalize_object (widget);
}

static GtkWidget *
create_with_session (int number, KaSession *session)
{
  GtkWidget *widget = NULL;

  switch (number)
    {
    case 0:
      widget = g_object_new (KA_TYPE_EVENT_LIST, NULL);
      ka_event_list_set_session (KA_EVENT_LIST (widget), session);
      ka_event_list_set_theme (KA_EVENT_LIST (widget), ka_theme_get (KA_THEME_DARK));
      break;
    case 1:
      widget = g_object_new (KA_TYPE_MAP_VIEW, NULL);
      ka_map_view_set_session (KA_MAP_VIEW (widget), session);
      ka_map_view_set_theme (KA_MAP_VIEW (widget), ka_theme_get (KA_THEME_DARK));
      break;
    case 2:
      widget = g_object_new (KA_TYPE_READING_PANE, NULL);
      ka_reading_pane_set_session (KA_READING_PANE (widget), session);
      ka_reading_pane_set_theme (KA_READING_PANE (widget), ka_theme_get (KA_THEME_DARK));
      break;
    default:
      widget = g_object_new (KA_TYPE_TIMELINE_VIEW, NULL);
      ka_timeline_view_set_session (KA_TIMELINE_VIEW (widget), session);
      ka_timeline_stage_set_theme (ka_timeline_view_get_stage (KA_TIMELINE_VIEW (widget)),
                                   ka_theme_get (KA_THEME_DARK));
      break;
    }

  return g_object_ref_sink (widget);
}

/* A widget releases its session, and no signal of the session reaches a freed widget. */
static void
test_with_session (void)
{
  for (int number = 0; number < 4; number++)
    {
      g_autoptr (KaSession) session = ka_app_test_create_session ();
      GtkWidget *widget = create_with_session (number, session);
      gpointer   pointer = session;

      ka_session_select (session, ka_app_test_get_item (session, "region:nakhichevan"));
      ka_app_test_iterate (0);
      g_assert_finalize_object (widget);
      ka_session_select (session, ka_app_test_get_item (session, "article:moscow-3"));
      ka_session_set_categories (session, KA_CATEGORY_WAR);
      ka_session_set_hover (session, ka_app_test_get_item (session, "region:adjara"));
      ka_app_test_iterate (0);
      g_object_add_weak_pointer (G_OBJECT (session), &pointer);
      g_clear_object (&session);
      g_assert_null (pointer);
    }
}

static void
test_overview (void)
{
  g_autoptr (KaSession) session = ka_app_test_create_session ();
  GtkWidget *timeline = create_with_session (3, session);
  GtkWidget *overview = g_object_ref_sink (g_object_new (KA_TYPE_OVERVIEW, NULL));

  ka_overview_set_stage (KA_OVERVIEW (overview),
                         ka_timeline_view_get_stage (KA_TIMELINE_VIEW (timeline)));
  g_assert_finalize_object (overview);
  g_assert_finalize_object (timeline);
}

static void
test_style (void)
{
  KaStyle *style = ka_style_new (gtk_settings_get_default ());

  g_assert_finalize_object (style);
  ka_app_test_iterate (100);

  style = ka_style_new (gtk_settings_get_default ());
  ka_app_test_iterate (100);
  g_assert_finalize_object (style);
}

static void
find_close_button (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    *(GtkWidget **) data = widget;
}

static void
test_toast (void)
{
  GtkWidget   *toast = g_object_ref_sink (g_object_new (KA_TYPE_TOAST, NULL));
  GtkRevealer *revealer = GTK_REVEALER (ka_app_test_find (toast, GTK_TYPE_REVEALER));
  GtkWidget   *folder_button = ka_app_test_find (toast, GTK_TYPE_BUTTON);
  GtkWidget   *close_button = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/picture.png");
  g_autofree char *text = NULL;

  ka_app_test_visit (toast, find_close_button, &close_button);
  g_assert_nonnull (close_button);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_false (gtk_widget_get_visible (toast));

  ka_toast_show (KA_TOAST (toast), "It could not be saved", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (gtk_widget_get_visible (toast));
  g_assert_false (gtk_widget_get_visible (folder_button));
  gtk_test_accessible_assert_role (toast, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (toast, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "It could not be saved");

  ka_toast_show (KA_TOAST (toast), "Saved as picture.png", file);
  text = ka_app_test_dup_text (toast);
  g_assert_true (g_str_has_prefix (text, "Saved as picture.png\n"));
  g_assert_true (gtk_widget_get_visible (folder_button));

  g_signal_emit_by_name (close_button, "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  g_assert_false (gtk_widget_get_visible (toast));

  /* Freed while it is still shown */
  ka_toast_show (KA_TOAST (toast), "Saved as picture.png", file);
  g_assert_finalize_object (toast);
}

#ifdef __SANITIZE_ADDRESS__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

/* The memory of freed pictures is given back beyond a bound, though one lies at the end. */
static void
test_memory (void)
{
  static const gsize block = 8 * 1024 * 1024;
  static const long  most_kb = (96 + 8) * 1024;
  gpointer           blocks[32];
  const long         before_kb = ka_app_test_measure_kb ();

  if (IS_SANITIZED)
    {
      g_test_skip ("the sanitizer keeps what is freed");
      return;
    }
  ka_memory_keep ();
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    memset (blocks[i] = g_malloc (block), 1, block);
  for (gsize i = 0; i < G_N_ELEMENTS (blocks) - 1; i++)
    g_free (blocks[i]);
  if (ka_app_test_measure_kb () < before_kb + 2 * most_kb)
    g_test_skip ("the memory of this process is kept otherwise");
  else
    {
      ka_memory_bound ();
      g_assert_cmpint (ka_app_test_measure_kb (), <, before_kb + most_kb);
    }
  g_free (blocks[G_N_ELEMENTS (blocks) - 1]);
}

/* Frames */

#define FRAME_WIDTH  1200
#define FRAME_HEIGHT 900
#define N_FRAMES     10

/* Another colour in each frame */
static void
draw_frame (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  guint *n_drawn = data;

  cairo_set_source_rgb (cr, ++*n_drawn % 2, 0, 0);
  cairo_paint (cr);
}

/* Draws frames of a whole window, with their memory (nullable) kept. Returns how many pages of
 * memory they took from the system. */
static long
count_pages (GtkWidget *area, guint *n_drawn, KaFrameMemory *memory)
{
  struct rusage before;
  struct rusage after;

  for (guint frame = 0; frame <= N_FRAMES; frame++)
    {
      const guint n_before = *n_drawn;

      if (frame == 1)
        getrusage (RUSAGE_SELF, &before);
      if (memory != NULL)
        ka_frame_memory_use (memory);
      gtk_widget_queue_draw (area);
      while (*n_drawn == n_before)
        g_main_context_iteration (NULL, TRUE);
    }
  getrusage (RUSAGE_SELF, &after);

  return after.ru_minflt - before.ru_minflt;
}

/* A frame takes no new memory while the memory of frames is kept, and it is given back later. */
static void
test_frame_memory (void)
{
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *area = gtk_drawing_area_new ();
  KaFrameMemory *memory = ka_frame_memory_new (area);
  const long     page = sysconf (_SC_PAGESIZE);
  const long     most = (long) FRAME_WIDTH * FRAME_HEIGHT * 4 * N_FRAMES / page / 2;
  guint          n_drawn = 0;
  long           n_pages;

  ka_memory_keep ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_frame, &n_drawn, NULL);
  gtk_widget_set_size_request (area, FRAME_WIDTH, FRAME_HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), area);
  ka_frame_memory_use (memory);
  gtk_window_present (GTK_WINDOW (window));
  ka_app_test_iterate (300);

  n_pages = count_pages (area, &n_drawn, NULL);
  ka_frame_memory_use (memory);
  ka_app_test_iterate (100);
  if (IS_SANITIZED || n_pages < most)
    g_test_skip ("frames reach this display without new memory, or a sanitizer takes its own");
  else
    {
      g_assert_cmpint (count_pages (area, &n_drawn, memory), <, n_pages - most);
      ka_app_test_iterate (3500);
      g_assert_cmpint (count_pages (area, &n_drawn, NULL), >, most);
      ka_frame_memory_use (memory);
    }
  ka_frame_memory_free (memory);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  static GType types[7];

  gtk_test_init (&argc, &argv, NULL);

  types[0] = KA_TYPE_CATEGORY_MARK;
  types[1] = KA_TYPE_EVENT_LIST;
  types[2] = KA_TYPE_MAP_VIEW;
  types[3] = KA_TYPE_OVERVIEW;
  types[4] = KA_TYPE_READING_PANE;
  types[5] = KA_TYPE_TIMELINE_VIEW;
  types[6] = KA_TYPE_TOAST;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/bare/%s", g_type_name (types[i]));

      g_test_add_data_func (path, &types[i], test_bare);
    }
  g_test_add_func ("/widgets/with-session", test_with_session);
  g_test_add_func ("/widgets/memory", test_memory);
  g_test_add_func ("/widgets/frame-memory", test_frame_memory);
  g_test_add_func ("/widgets/overview", test_overview);
  g_test_add_func ("/widgets/style", test_style);
  g_test_add_func ("/widgets/toast", test_toast);

  return g_test_run ();
}
