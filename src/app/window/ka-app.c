/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The application: reads the options, loads the atlas, and opens one window on it.
 */

#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-app.h"

#include <glib-unix.h>
#include <gtk/gtk.h>
#include <signal.h>

#include "ka-app-open.h"
#include "ka-hand-over.h"
#include "ka-link.h"
#include "ka-memory.h"
#include "ka-query.h"
#include "ka-walk.h"

/* So that a script can tell a machine without a display from a fault. */
#define EXIT_NO_DISPLAY 3
/* When the first pictures are painted */
#define TRIM_AFTER_S 4

#define KA_TYPE_APP (ka_app_get_type ())
G_DECLARE_FINAL_TYPE (KaApp, ka_app, KA, APP, GtkApplication)

struct _KaApp
{
  GtkApplication parent_instance;

  /* Owned */
  KaOpened  *opened; /* (nullable): the first file, until it is shown */
  GPtrArray *files;  /* (element-type GFile): those of the command line */

  char *date;      /* --date */
  char *select;    /* --select */
  char *view;      /* --view */
  char *filter;    /* --filter */
  char *tour;      /* --tour */
  char *link_text; /* (nullable): a link of the command line */
  char *picture;   /* (nullable): the link of a picture of the command line */

  KaLink        link;      /* what the options ask for; its items are of the atlas */
  gboolean      has_link;  /* whether there are such options */
  const KaItem *tour_item; /* (nullable) */
  gboolean      is_fullscreen;
  gboolean      is_kiosk;
  gboolean      is_first_frame; /* --first-frame */
  gboolean      is_apart;       /* --new-process, and other options that need one */
  gint64        start_us;
};

G_DEFINE_FINAL_TYPE (KaApp, ka_app, GTK_TYPE_APPLICATION)

static void
first_frame_cb (GdkFrameClock *clock, KaApp *self)
{
  g_print ("%" G_GINT64_FORMAT "\n", (g_get_monotonic_time () - self->start_us) / 1000);
  g_application_quit (G_APPLICATION (self));
}

/* What the atlas of a window says of itself; %NULL for another window */
static char *
dup_comments (GtkWindow *window)
{
  const KaAtlasHead *head;

  if (window == NULL || !KA_IS_WINDOW (window))
    return NULL;
  head = ka_atlas_get_head (ka_session_get_atlas (ka_window_get_session (KA_WINDOW (window))));

  return g_strdup_printf ("%s\n\n%s", ka_text_get (&head->subtitle, KA_LANGUAGE_EN),
                          ka_text_get (&head->credits, KA_LANGUAGE_EN));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow       *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *comments = dup_comments (window);

  gtk_show_about_dialog (window, "program-name", "Kars Atlas", "version", KA_VERSION,
                         "logo-icon-name", KA_APPLICATION_ID, "comments", comments, "license-type",
                         GTK_LICENSE_GPL_3_0, NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = GTK_APPLICATION (data);
  GtkWindow      *window = gtk_application_get_active_window (application);

  /* A window that closes keeps its state. */
  while (window != NULL)
    {
      gtk_window_destroy (window);
      window = gtk_application_get_active_window (application);
    }
  g_application_quit (G_APPLICATION (application));
}

static gboolean
signal_cb (gpointer data)
{
  quit_action (NULL, NULL, data);

  return G_SOURCE_CONTINUE;
}

static const GActionEntry app_actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *accels[4];
} accels[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "win.open", { "<Control>o", NULL } },
  { "win.open-folder", { "<Control><Shift>o", NULL } },
  { "win.reload", { "F5", "<Control>r", NULL } },
  { "win.go-back", { "<Alt>Left", NULL } },
  { "win.go-forward", { "<Alt>Right", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.go-to-date", { "<Control>l", NULL } },
  { "win.cycle-panes(1)", { "F6", NULL } },
  { "win.cycle-panes(-1)", { "<Shift>F6", NULL } },
  { "win.toggle-list", { "F9", NULL } },
  { "win.toggle-pane", { "<Shift>F9", NULL } },
  { "win.fullscreen", { "F11", NULL } },
  { "win.toggle-pin", { "<Control>d", NULL } },
  { "win.pin-day", { "<Control>t", NULL } },
  { "win.compare", { "<Control><Shift>t", NULL } },
  { "win.export::both", { "<Control>e", NULL } },
  { "win.go-tour(-1)", { "<Alt>Page_Up", NULL } },
  { "win.go-tour(1)", { "<Alt>Page_Down", NULL } },
  { "win.play-tour", { "<Control><Shift>space", NULL } },
  { "win.export-again", { "<Control><Shift>e", NULL } },
  { "win.copy-image", { "<Control><Shift>i", NULL } },
  { "win.print", { "<Control>p", NULL } },
  { "win.show-help-overlay", { "F1", "<Control>question", "<Control>slash", NULL } },
};

/* Signals that end the program as a person would, with its settings kept. */
static const int end_signals[] = { SIGTERM, SIGINT, SIGHUP };

static void
ka_app_startup (GApplication *application)
{
  KaApp *self = KA_APP (application);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  G_APPLICATION_CLASS (ka_app_parent_class)->startup (application);

  for (gsize i = 0; i < G_N_ELEMENTS (end_signals); i++)
    g_unix_signal_add (end_signals[i], signal_cb, self);
  gtk_css_provider_load_from_resource (css, KA_RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions),
                                   self);
  ka_app_open_add (GTK_APPLICATION (self));
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);
}

/* Opens the view of the link, or that which the options ask for. */
static void
open_link (KaApp *self, GtkWindow *window)
{
  g_autofree char *text = self->has_link ? ka_link_to_string (&self->link, self->opened->atlas)
                                         : g_strdup (self->link_text);

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-link",
                                  g_variant_new_string (text));
}

static void
start_tour (GtkWindow *window, const KaItem *item)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.start-tour", "s", reference);
}

/* A kiosk, and a window whose start is measured, keep nothing and open nothing else. */
static GtkWindow *
create_window (KaApp *self)
{
  g_autoptr (KaSession) session = NULL;

  if (!self->is_first_frame && !self->is_kiosk)
    return GTK_WINDOW (ka_app_open_window (GTK_APPLICATION (self), self->opened, !self->has_link));

  session = ka_session_new (self->opened->atlas);

  return GTK_WINDOW (ka_window_new (GTK_APPLICATION (self), session));
}

/* Gives the system what the start has freed: the window needs less of it from now on. */
static gboolean
trim_cb (gpointer data)
{
  ka_memory_give_back ();

  return G_SOURCE_REMOVE;
}

static void
show_first (KaApp *self)
{
  GtkWindow *window = create_window (self);

  if (self->has_link || self->link_text != NULL)
    open_link (self, window);
  if (self->is_fullscreen)
    gtk_window_fullscreen (window);
  if (self->is_kiosk)
    ka_window_enter_kiosk (KA_WINDOW (window));
  if (self->tour_item != NULL)
    start_tour (window, self->tour_item);
  gtk_window_present (window);
  g_timeout_add_seconds (TRIM_AFTER_S, trim_cb, NULL);
  if (self->picture != NULL)
    ka_app_open_view (GTK_APPLICATION (self), self->picture);
  if (self->is_first_frame)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                             G_CALLBACK (first_frame_cb), self, G_CONNECT_AFTER);
}

static void
ka_app_activate (GApplication *application)
{
  KaApp     *self = KA_APP (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->opened == NULL)
    {
      if (window != NULL)
        gtk_window_present (window);
      return;
    }

  if (self->opened->atlas != NULL)
    show_first (self);
  else
    ka_app_open_report (GTK_APPLICATION (self), self->opened);
  for (guint i = 1; i < self->files->len; i++)
    ka_app_open_file (GTK_APPLICATION (self), self->files->pdata[i]);
  self->link.selection = NULL;
  self->tour_item = NULL;
  g_clear_pointer (&self->opened, ka_opened_free);
}

static int
fail (int status, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_autofree char *escaped = ka_escape_controls (valid, FALSE);

  g_printerr ("kars-atlas: %s\n", escaped);

  return status;
}

static void
ka_app_finalize (GObject *object)
{
  KaApp *self = KA_APP (object);

  g_clear_pointer (&self->opened, ka_opened_free);
  g_ptr_array_unref (self->files);
  g_free (self->date);
  g_free (self->select);
  g_free (self->view);
  g_free (self->filter);
  g_free (self->tour);
  g_free (self->link_text);
  g_free (self->picture);

  G_OBJECT_CLASS (ka_app_parent_class)->finalize (object);
}

static void
ka_app_class_init (KaAppClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ka_app_finalize;
  application_class->startup = ka_app_startup;
  application_class->activate = ka_app_activate;
}

static void
ka_app_init (KaApp *self)
{
  self->link.filter = ka_filter_all ();
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Takes a link out of the arguments that are no options; files stay: one at most with options. */
static gboolean
take_link (KaApp *self, int *argc, char **argv, GError **error)
{
  const char *extra = NULL;
  int         n_left = 1;

  for (int i = 1; i < *argc; i++)
    if (ka_link_is (argv[i]) && self->link_text == NULL)
      self->link_text = g_strdup (argv[i]);
    else
      argv[n_left++] = argv[i];
  *argc = n_left;
  self->has_link = self->date != NULL || self->select != NULL || self->view != NULL ||
                   self->filter != NULL;
  if (self->link_text != NULL && self->has_link)
    extra = self->link_text;
  else if (n_left > 2 && (self->has_link || self->tour != NULL || self->is_kiosk))
    extra = argv[2];
  if (extra == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               extra == self->link_text
                 ? _ ("%s: a link stands without --date, --select, --view and --filter")
                 : _ ("%s: with such options one atlas can be opened, not several"),
               extra);

  return FALSE;
}

/* Takes the options out of the arguments. GApplication would end with 1, not 2, on bad usage. */
static gboolean
parse_options (KaApp *self, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->date, N_ ("Open on this day"), "YYYY-MM-DD" },
    { "select", 0, 0, G_OPTION_ARG_STRING, &self->select, N_ ("Select this item"), "ID" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &self->view, N_ ("Show this place of the map"),
      "LON,LAT,ZOOM" },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &self->filter, N_ ("Show these events"), "FILTER" },
    { "tour", 0, 0, G_OPTION_ARG_STRING, &self->tour,
      N_ ("Start this tour, or the walk along the line of this annex"), "ID" },
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, &self->is_kiosk,
      N_ ("Open for visitors, in full screen; Ctrl+Alt+Shift+Q ends it"), NULL },
    { "fullscreen", 0, 0, G_OPTION_ARG_NONE, &self->is_fullscreen, N_ ("Open in full screen"),
      NULL },
    { "new-process", 0, 0, G_OPTION_ARG_NONE, &self->is_apart,
      N_ ("Open in a process of its own, beside one that runs"), NULL },
    { "first-frame", 0, 0, G_OPTION_ARG_NONE, &self->is_first_frame,
      N_ ("Print the milliseconds from the start to the first frame and quit"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("[FILE…]"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (!take_link (self, argc, *argv, error))
    return FALSE;
  self->is_apart = self->is_apart || self->has_link || self->tour != NULL || self->is_kiosk ||
                   self->is_fullscreen || self->is_first_frame ||
                   (self->link_text != NULL && *argc > 1);
  self->link.has_day = self->date != NULL;
  if (self->date != NULL && !ka_day_parse (self->date, &self->link.day, error))
    {
      g_prefix_error (error, "--date %s: ", self->date);
      return FALSE;
    }
  self->link.has_place = self->view != NULL;
  if (self->view != NULL &&
      !ka_link_parse_place (self->view, &self->link.centre_deg, &self->link.zoom, error))
    {
      g_prefix_error (error, "--view: ");
      return FALSE;
    }

  return TRUE;
}

/* Reads the first file. A picture is shown in the built-in atlas, until its own is open. */
static gpointer
read_first (gpointer data)
{
  g_autoptr (GFile) file = data;
  g_autoptr (GFile) built_in = g_file_new_for_uri (KA_BUILT_IN_URI);
  KaOpened *opened = ka_opened_new (file != NULL ? file : built_in);
  char     *link = g_steal_pointer (&opened->link);

  if (link == NULL)
    return opened;

  ka_opened_free (opened);
  opened = ka_opened_new (built_in);
  opened->link = link;

  return opened;
}

/* Reads the atlas while GTK opens the display. */
static gboolean
read_beside_gtk (KaApp *self)
{
  GFile         *file = self->files->len > 0 ? g_object_ref (self->files->pdata[0]) : NULL;
  GThread       *thread = g_thread_new ("atlas", read_first, file);
  const gboolean has_display = gtk_init_check ();

  self->opened = g_thread_join (thread);
  self->picture = g_steal_pointer (&self->opened->link);

  return has_display;
}

/* Finds the tour or annex of --tour. A bare id is that of a tour first. */
static const KaItem *
find_tour (KaApp *self)
{
  const KaItem *item = ka_atlas_lookup (self->opened->atlas, KA_ITEM_TOUR, self->tour);

  if (item == NULL)
    item = ka_atlas_lookup_reference (self->opened->atlas, self->tour);

  return item != NULL && (item->kind == KA_ITEM_TOUR || ka_walk_exists (item)) ? item : NULL;
}

/* The reference that is nearest to an id; of --tour a tour before all else. */
static char *
dup_nearest (KaApp *self, const char *id)
{
  g_autofree char *tour = g_strconcat ("tour:", id, NULL);
  char            *nearest = NULL;

  if (id == self->tour)
    nearest = ka_query_dup_nearest_reference (self->opened->atlas, tour);

  return nearest != NULL ? nearest : ka_query_dup_nearest_reference (self->opened->atlas, id);
}

/* Says that nothing has an id, and which one is nearest. */
static int
fail_to_find (KaApp *self, const char *option, const char *id)
{
  g_autofree char *nearest = dup_nearest (self, id);
  g_autofree char *message = NULL;

  if (ka_atlas_lookup_reference (self->opened->atlas, id) != NULL && id == self->tour)
    message = g_strdup_printf (_ ("%s %s: a tour, or an annex with a line, is expected"), option,
                               id);
  else if (nearest != NULL)
    message = g_strdup_printf (_ ("%s %s: the atlas has nothing of that id; the nearest is %s"),
                               option, id, nearest);
  else
    message = g_strdup_printf (_ ("%s %s: the atlas has nothing of that id"), option, id);

  return fail (1, message);
}

/* Finds in the atlas what the options name. Returns the exit status, 0 when all is there. */
static int
resolve_options (KaApp *self)
{
  g_autoptr (GError) error = NULL;

  if (self->select != NULL)
    self->link.selection = ka_query_lookup_step (self->opened->atlas, self->select,
                                                 &self->link.step);
  if (self->select != NULL && self->link.selection == NULL)
    return fail_to_find (self, "--select", self->select);
  if (self->tour != NULL)
    self->tour_item = find_tour (self);
  if (self->tour != NULL && self->tour_item == NULL)
    return fail_to_find (self, "--tour", self->tour);
  if (self->filter == NULL ||
      ka_filter_parse (self->opened->atlas, self->filter, &self->link.filter, &error))
    return 0;

  g_prefix_error (&error, "--filter: ");

  return fail (g_error_matches (error, KA_FILTER_ERROR, KA_FILTER_ERROR_PARTY) ? 1 : 2,
               error->message);
}

/* Says what is wrong with the first file: on the standard error, and in a window where there can be
 * one. */
static int
run_faulty (KaApp *self, gboolean has_display, char **argv)
{
  fail (1, self->opened->message);
  if (has_display && !self->is_kiosk && !self->is_first_frame)
    g_application_run (G_APPLICATION (self), 1, argv);

  return 1;
}

/* Hands over to the program that runs. Returns FALSE where none does. @status: (out): the exit
 * status of this start */
static gboolean
hand_over (KaApp *self, int *status)
{
  g_autoptr (GError) error = NULL;

  *status = 0;
  if (ka_hand_over (self->files, self->link_text, &error))
    return TRUE;
  if (error != NULL)
    *status = fail (1, error->message);

  return error != NULL;
}

/* Becomes the program that other starts find on the bus. Of two that start at once the later one
 * hands over after all: returns FALSE then. @status: (out): its exit status */
static gboolean
take_name (KaApp *self, int *status)
{
  if (self->is_apart)
    g_application_set_flags (G_APPLICATION (self), G_APPLICATION_NON_UNIQUE);

  return !g_application_register (G_APPLICATION (self), NULL, NULL) ||
         !g_application_get_is_remote (G_APPLICATION (self)) || !hand_over (self, status);
}

int
ka_app_run (int argc, char **argv)
{
  g_autoptr (KaApp) app = g_object_new (KA_TYPE_APP, "application-id", KA_APPLICATION_ID, NULL);
  g_autoptr (GError) error = NULL;
  gboolean has_display;
  int      status;

  app->start_us = g_get_monotonic_time ();
  /* GTK finds nothing there, and would read all icon themes once more */
  g_application_set_resource_base_path (G_APPLICATION (app), NULL);
  if (!parse_options (app, &argc, &argv, &error))
    return fail (2, error->message);

  for (int i = 1; i < argc; i++)
    g_ptr_array_add (app->files, g_file_new_for_commandline_arg (argv[i]));
  if (!app->is_apart && hand_over (app, &status))
    return status;

  has_display = read_beside_gtk (app);
  if (app->opened->atlas == NULL)
    return run_faulty (app, has_display, argv);
  if (!has_display)
    return fail (EXIT_NO_DISPLAY,
                 _ ("there is no display for the window; kars-atlas export draws a picture "
                    "without one"));

  status = resolve_options (app);
  if (status != 0 || !take_name (app, &status))
    return status;

  return g_application_run (G_APPLICATION (app), 1, argv);
}
