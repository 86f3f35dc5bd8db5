/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Leads a session and its map through the steps of a tour, and back to where they were.
 */

#include "config.h"

#include "ka-tour-guide.h"

#include "ka-walk.h"

/* A step stays for as long as its paragraph takes to read: after a rest, so many letters a second.
 */
#define REST_MS            4000.0
#define LETTERS_PER_SECOND 16.0

/* What the window showed before a tour. */
typedef struct
{
  KaViewState state;
  KaPoint     centre_deg;
  double      zoom; /* 0 for the whole map */
} Before;

struct _KaTourGuide
{
  GObject parent_instance;

  /* Owned */
  KaSession *session;
  KaTour    *walk; /* (nullable): the tour, where it was made from an annex */

  /* Borrowed */
  KaMapView    *map;
  const KaTour *tour; /* (nullable) */

  Before   before;
  gsize    step;
  double   pace;
  gboolean is_playing;
  gboolean is_moving; /* the guide itself changes the session */
  guint    timeout;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KaTourGuide, ka_tour_guide, G_TYPE_OBJECT)

static gboolean
timeout_cb (gpointer data)
{
  KaTourGuide *self = data;

  self->timeout = 0;
  if (ka_tour_guide_can_go (self, 1))
    ka_tour_guide_go (self, 1);
  else
    {
      ka_tour_guide_set_is_playing (self, FALSE);
      g_signal_emit (self, signals[SIGNAL_ENDED], 0);
    }

  return G_SOURCE_REMOVE;
}

/* Waits for as long as the step takes to read. */
static void
update_timeout (KaTourGuide *self)
{
  const char *text;
  double      letters;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (!self->is_playing)
    return;

  text = ka_text_get (&self->tour->steps[self->step].text, ka_session_get_language (self->session));
  letters = (double) g_utf8_strlen (text, -1);
  self->timeout = g_timeout_add (
    (guint) ((REST_MS + letters / LETTERS_PER_SECOND * 1000) / self->pace), timeout_cb, self);
}

static void
set_range (KaTourGuide *self, const KaDate *range)
{
  if (range->earliest < range->end_latest)
    ka_session_set_range (self->session, (KaSpan){ range->earliest, range->end_latest });
  else
    ka_session_clear_range (self->session);
}

/* Shows the step. A whole tour is one step of the history. */
static void
show_step (KaTourGuide *self, gboolean is_new)
{
  const KaTourStep *step = &self->tour->steps[self->step];

  self->is_moving = TRUE;
  g_object_freeze_notify (G_OBJECT (self->session));
  if (is_new)
    ka_session_select (self->session, step->selection);
  else
    ka_session_pass (self->session, step->selection);
  ka_session_set_day (self->session, step->day);
  ka_session_set_step (self->session, (guint) step->point);
  set_range (self, &step->range);
  g_object_thaw_notify (G_OBJECT (self->session));
  self->is_moving = FALSE;

  if (step->south_west_deg.y < step->north_east_deg.y)
    ka_map_view_show_extent (self->map, step->south_west_deg, step->north_east_deg);
  update_timeout (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
keep_before (KaTourGuide *self)
{
  self->before = (Before){ .state = ka_session_get_state (self->session) };
  if (!ka_map_view_get_place (self->map, &self->before.centre_deg, &self->before.zoom))
    self->before.zoom = 0;
}

static void
restore_before (KaTourGuide *self)
{
  const KaViewState *state = &self->before.state;

  g_object_freeze_notify (G_OBJECT (self->session));
  ka_session_select (self->session, state->selection);
  ka_session_set_day (self->session, state->day);
  ka_session_set_step (self->session, state->step);
  if (state->has_range)
    ka_session_set_range (self->session, state->range);
  else
    ka_session_clear_range (self->session);
  g_object_thaw_notify (G_OBJECT (self->session));
  ka_map_view_show_place (self->map, self->before.centre_deg, self->before.zoom);
}

static void
session_changed_cb (KaTourGuide *self)
{
  if (!self->is_moving)
    ka_tour_guide_set_is_playing (self, FALSE);
}

static void
ka_tour_guide_dispose (GObject *object)
{
  KaTourGuide *self = KA_TOUR_GUIDE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->tour = NULL;
  g_clear_pointer (&self->walk, ka_walk_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ka_tour_guide_parent_class)->dispose (object);
}

static void
ka_tour_guide_class_init (KaTourGuideClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "ended" };

  G_OBJECT_CLASS (klass)->dispose = ka_tour_guide_dispose;
  for (gsize i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
ka_tour_guide_init (KaTourGuide *self)
{
  self->pace = 1;
}

KaTourGuide *
ka_tour_guide_new (KaSession *session, KaMapView *map)
{
  KaTourGuide *self = g_object_new (KA_TYPE_TOUR_GUIDE, NULL);

  self->session = g_object_ref (session);
  self->map = map;
  ka_session_watch (session, "day", G_CALLBACK (session_changed_cb), self);
  ka_session_watch (session, "selection", G_CALLBACK (session_changed_cb), self);

  return self;
}

void
ka_tour_guide_start (KaTourGuide *self, const KaItem *item)
{
  g_return_if_fail (item->kind == KA_ITEM_TOUR || ka_walk_exists (item));

  if (self->tour == NULL)
    keep_before (self);
  g_clear_pointer (&self->walk, ka_walk_free);
  if (item->kind != KA_ITEM_TOUR)
    self->walk = ka_walk_new (ka_session_get_atlas (self->session), (const KaArticle *) item,
                              ka_session_get_language (self->session));
  self->tour = self->walk != NULL ? self->walk : (const KaTour *) item;
  self->step = 0;
  self->is_playing = FALSE;
  show_step (self, TRUE);
}

/* Begins the tour of another guide without showing a step. Returns whether the atlas has it. */
static gboolean
find_again (KaTourGuide *self, const KaTourGuide *from)
{
  KaAtlas      *atlas = ka_session_get_atlas (self->session);
  const KaItem *annex = NULL;

  if (from->tour == NULL)
    return FALSE;

  if (from->walk != NULL)
    annex = ka_atlas_lookup (atlas, KA_ITEM_ANNEX, from->walk->item.id);
  if (annex != NULL && ka_walk_exists (annex))
    self->walk = ka_walk_new (atlas, (const KaArticle *) annex,
                              ka_session_get_language (self->session));
  self->tour = from->walk != NULL
                 ? self->walk
                 : (const KaTour *) ka_atlas_lookup (atlas, KA_ITEM_TOUR, from->tour->item.id);

  return self->tour != NULL;
}

void
ka_tour_guide_resume (KaTourGuide *self, KaTourGuide *from)
{
  const KaItem *selection = from->before.state.selection;

  g_return_if_fail (self->tour == NULL);

  if (!find_again (self, from))
    return;

  self->before = from->before;
  if (selection != NULL)
    self->before.state.selection = ka_atlas_lookup (ka_session_get_atlas (self->session),
                                                    selection->kind, selection->id);
  if (self->before.state.selection == NULL)
    self->before.state.step = 0;
  self->step = MIN (from->step, self->tour->n_steps - 1);
  self->pace = from->pace;
  self->is_playing = from->is_playing;
  update_timeout (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
ka_tour_guide_stop (KaTourGuide *self)
{
  if (self->tour == NULL)
    return FALSE;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->tour = NULL;
  self->is_playing = FALSE;
  g_clear_pointer (&self->walk, ka_walk_free);
  restore_before (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

const KaTour *
ka_tour_guide_get_tour (KaTourGuide *self)
{
  return self->tour;
}

gsize
ka_tour_guide_get_step (KaTourGuide *self)
{
  return self->step;
}

gboolean
ka_tour_guide_can_go (KaTourGuide *self, int direction)
{
  return self->tour != NULL &&
         (direction < 0 ? self->step > 0 : self->step + 1 < self->tour->n_steps);
}

void
ka_tour_guide_go (KaTourGuide *self, int direction)
{
  if (!ka_tour_guide_can_go (self, direction))
    return;

  self->step = direction < 0 ? self->step - 1 : self->step + 1;
  show_step (self, FALSE);
}

gboolean
ka_tour_guide_get_is_playing (KaTourGuide *self)
{
  return self->is_playing;
}

void
ka_tour_guide_set_is_playing (KaTourGuide *self, gboolean is_playing)
{
  if (self->tour == NULL || self->is_playing == is_playing)
    return;

  self->is_playing = is_playing;
  if (is_playing && !ka_tour_guide_can_go (self, 1) && self->step > 0)
    {
      self->step = 0;
      show_step (self, FALSE);
      return;
    }
  update_timeout (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
ka_tour_guide_set_pace (KaTourGuide *self, double pace)
{
  self->pace = pace;
}
