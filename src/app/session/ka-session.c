/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps the view state of a window and notifies of changes: day, selection with its history,
 * filter, range, layers.
 */

#include "config.h"

#include "ka-session.h"

#include "ka-query.h"
#include "ka-timeline-groups.h"

/* A step of the history */
typedef struct
{
  const KaItem   *selection; /* (nullable) */
  const KaTreaty *compared;  /* (nullable) */
  gboolean        shows_changes;
  KaDay           day;
  double          offset_px; /* how far its page was scrolled */
} Visit;

struct _KaSession
{
  GObject parent_instance;

  /* Owned */
  KaAtlas *atlas;
  GArray  *visits; /* of Visit, oldest first; never empty */

  guint current; /* of the visits */

  KaViewState state; /* its items are borrowed from the atlas */
};

enum
{
  PROP_0,
  PROP_DAY,
  PROP_SELECTION,
  PROP_PAGE,
  PROP_HOVER,
  PROP_STEP,
  PROP_FILTER,
  PROP_HIDDEN_LAYERS,
  PROP_PINNED_DAY,
  PROP_RANGE,
  PROP_SHOWS_OLD_STYLE,
  PROP_GROUPING,
  PROP_FOLDED_GROUPS,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (KaSession, ka_session, G_TYPE_OBJECT)

/* Pointer properties have no const; readers take a const KaItem. */
static gpointer
unconst (const KaItem *item)
{
  return (gpointer) (guintptr) item;
}

static void
ka_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KaSession *self = KA_SESSION (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_int64 (value, self->state.day);
      break;
    case PROP_SELECTION:
      g_value_set_pointer (value, unconst (self->state.selection));
      break;
    case PROP_PAGE:
      g_value_set_uint (value, ka_session_get_page (self));
      break;
    case PROP_HOVER:
      g_value_set_pointer (value, unconst (self->state.hover));
      break;
    case PROP_STEP:
      g_value_set_uint (value, self->state.step);
      break;
    case PROP_FILTER:
      g_value_set_boolean (value, ka_filter_is_active (&self->state.filter));
      break;
    case PROP_HIDDEN_LAYERS:
      g_value_set_uint (value, self->state.hidden_layers);
      break;
    case PROP_PINNED_DAY:
      g_value_set_boolean (value, self->state.has_pinned_day);
      break;
    case PROP_RANGE:
      g_value_set_boolean (value, self->state.has_range);
      break;
    case PROP_SHOWS_OLD_STYLE:
      g_value_set_boolean (value, self->state.shows_old_style);
      break;
    case PROP_GROUPING:
      g_value_set_static_string (value, ka_grouping_get_name (self->state.grouping));
      break;
    case PROP_FOLDED_GROUPS:
      g_value_set_uint64 (value, self->state.folded_groups);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, ka_session_can_go (self, -1));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, ka_session_can_go (self, 1));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Unfolds all groups, as they are of another kind. */
static void
set_grouping (KaSession *self, const char *name)
{
  for (int i = 0; i < KA_N_GROUPINGS; i++)
    if (g_strcmp0 (ka_grouping_get_name ((KaGrouping) i), name) == 0 &&
        self->state.grouping != (KaGrouping) i)
      {
        self->state.grouping = (KaGrouping) i;
        self->state.folded_groups = 0;
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
        return;
      }
}

static void
ka_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KaSession *self = KA_SESSION (object);

  if (id == PROP_GROUPING)
    set_grouping (self, g_value_get_string (value));
  else if (id != PROP_SHOWS_OLD_STYLE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (self->state.shows_old_style != g_value_get_boolean (value))
    {
      self->state.shows_old_style = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
ka_session_finalize (GObject *object)
{
  KaSession *self = KA_SESSION (object);

  g_array_unref (self->visits);
  g_clear_pointer (&self->atlas, ka_atlas_unref);

  G_OBJECT_CLASS (ka_session_parent_class)->finalize (object);
}

static void
ka_session_class_init (KaSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ka_session_get_property;
  object_class->set_property = ka_session_set_property;
  object_class->finalize = ka_session_finalize;

  /** KaSession:day: the day that is shown, a #KaDay */
  properties[PROP_DAY] = g_param_spec_int64 ("day", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  /** KaSession:selection: the selected #KaItem of the atlas, or %NULL */
  properties[PROP_SELECTION] = g_param_spec_pointer ("selection", NULL, NULL, flags);
  /** KaSession:hover: the #KaItem of the atlas under the pointer, or %NULL */
  properties[PROP_HOVER] = g_param_spec_pointer ("hover", NULL, NULL, flags);
  /** KaSession:step: the highlighted step of the selected annex, from 1; 0 for none */
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /** KaSession:page: what there is to read, a #KaPageKind; also notified when that compares others
   */
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, KA_PAGE_COMPARISON, 0, flags);
  /** KaSession:filter: whether only some events are shown fully; also notified when the filter
   * changes */
  properties[PROP_FILTER] = g_param_spec_boolean ("filter", NULL, NULL, FALSE, flags);
  /** KaSession:hidden-layers: the hidden parts of the map, flags of #KaMapLayer */
  properties[PROP_HIDDEN_LAYERS] = g_param_spec_uint ("hidden-layers", NULL, NULL, 0,
                                                      (1 << KA_N_MAP_LAYERS) - 1, 0, flags);
  /**
   * KaSession:pinned-day: whether the day is compared with a second one; also notified when that
   * one changes
   */
  properties[PROP_PINNED_DAY] = g_param_spec_boolean ("pinned-day", NULL, NULL, FALSE, flags);
  /** KaSession:range: whether a range of days is marked; also notified when its ends change */
  properties[PROP_RANGE] = g_param_spec_boolean ("range", NULL, NULL, FALSE, flags);
  /** KaSession:shows-old-style: whether the timeline shows Julian dates too; can be set */
  properties[PROP_SHOWS_OLD_STYLE] = g_param_spec_boolean ("shows-old-style", NULL, NULL, FALSE,
                                                           flags | G_PARAM_WRITABLE);
  /**
   * KaSession:grouping: how the lanes of the timeline are grouped, the name of a #KaGrouping; can
   * be set, other names are ignored
   */
  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, "none",
                                                   flags | G_PARAM_WRITABLE);
  /**
   * KaSession:folded-groups: the groups of the timeline that are folded to their headers, bit n for
   * group n
   */
  properties[PROP_FOLDED_GROUPS] = g_param_spec_uint64 ("folded-groups", NULL, NULL, 0, G_MAXUINT64,
                                                        0, flags);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE,
                                                          flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ka_session_init (KaSession *self)
{
  self->visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  self->state.filter = ka_filter_all ();
  self->state.language = KA_LANGUAGE_EN;
}

/* Makes what is seen the last step of the history and drops the steps from the current one on. */
static void
add_visit (KaSession *self)
{
  const Visit visit = { .selection = self->state.selection,
                        .compared = self->state.compared,
                        .shows_changes = self->state.shows_changes,
                        .day = self->state.day };

  g_array_set_size (self->visits, self->current);
  g_array_append_val (self->visits, visit);
}

/* Makes what is seen the current step of the history. */
static void
replace_visit (KaSession *self)
{
  Visit *visit = &g_array_index (self->visits, Visit, self->current);

  if (visit->selection != self->state.selection || visit->compared != self->state.compared ||
      visit->shows_changes != self->state.shows_changes)
    visit->offset_px = 0;
  visit->selection = self->state.selection;
  visit->compared = self->state.compared;
  visit->shows_changes = self->state.shows_changes;
  visit->day = self->state.day;
}

KaSession *
ka_session_new (KaAtlas *atlas)
{
  KaSession *self = g_object_new (KA_TYPE_SESSION, NULL);

  self->atlas = ka_atlas_ref (atlas);
  self->state.day = ka_atlas_get_head (atlas)->default_day;
  add_visit (self);

  return self;
}

/* Finds an item of another version of the atlas; %NULL when it is there no more. */
static const KaItem *
find_again (KaAtlas *atlas, const KaItem *item)
{
  return item != NULL ? ka_atlas_lookup (atlas, item->kind, item->id) : NULL;
}

static KaDay
clamp_day (KaAtlas *atlas, KaDay day)
{
  const KaSpan span = ka_atlas_get_head (atlas)->span;

  return CLAMP (day, span.from, span.to - 1);
}

static KaFilter
renew_filter (const KaFilter *filter, KaAtlas *atlas)
{
  KaFilter renewed = { .categories = filter->categories, .certainties = filter->certainties };

  for (guint i = 0; i < ka_filter_count_parties (filter); i++)
    {
      const KaItem *party = find_again (atlas, KA_ITEM (filter->parties[i]));

      if (party != NULL)
        ka_filter_toggle_party (&renewed, (const KaPolity *) party);
    }

  return renewed;
}

static KaViewState
renew_state (const KaViewState *state, KaAtlas *atlas)
{
  const KaSpan span = ka_atlas_get_head (atlas)->span;
  KaViewState  renewed = *state;

  renewed.day = clamp_day (atlas, state->day);
  renewed.pinned_day = clamp_day (atlas, state->pinned_day);
  renewed.range.from = clamp_day (atlas, state->range.from);
  renewed.range.to = clamp_day (atlas, state->range.to - 1) + 1;
  renewed.has_range = state->has_range && state->range.from < span.to &&
                      state->range.to > span.from;
  renewed.selection = find_again (atlas, state->selection);
  renewed.compared = renewed.selection != NULL
                       ? (const KaTreaty *) find_again (atlas, KA_ITEM (state->compared))
                       : NULL;
  if (renewed.selection == NULL || state->step > ka_query_count_steps (renewed.selection))
    renewed.step = 0;
  renewed.hover = NULL;
  renewed.hover_step = 0;
  renewed.filter = renew_filter (&state->filter, atlas);
  renewed.shows_changes = state->shows_changes && (renewed.has_range || renewed.has_pinned_day);

  return renewed;
}

/* Leaves out the steps about what is there no more, but not the current one. */
static void
renew_visits (KaSession *self, const KaSession *old)
{
  g_array_set_size (self->visits, 0);
  for (guint i = 0; i < old->visits->len; i++)
    {
      Visit         visit = g_array_index (old->visits, Visit, i);
      const KaItem *selection = visit.selection;
      const KaItem *compared = KA_ITEM (visit.compared);

      visit.selection = find_again (self->atlas, selection);
      visit.compared = (const KaTreaty *) find_again (self->atlas, compared);
      visit.day = clamp_day (self->atlas, visit.day);
      if (i == old->current)
        self->current = self->visits->len;
      else if ((selection != NULL && visit.selection == NULL) ||
               (compared != NULL && visit.compared == NULL))
        continue;
      g_array_append_val (self->visits, visit);
    }
}

KaSession *
ka_session_renew (KaSession *self, KaAtlas *atlas)
{
  KaSession *renewed = g_object_new (KA_TYPE_SESSION, NULL);

  renewed->atlas = ka_atlas_ref (atlas);
  renewed->state = renew_state (&self->state, atlas);
  renew_visits (renewed, self);
  replace_visit (renewed);

  return renewed;
}

KaAtlas *
ka_session_get_atlas (KaSession *self)
{
  return self->atlas;
}

void
ka_session_watch (KaSession *self, const char *property, GCallback callback, gpointer observer)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect_object (self, signal, callback, observer, G_CONNECT_SWAPPED);
}

KaDay
ka_session_get_day (KaSession *self)
{
  return self->state.day;
}

const KaItem *
ka_session_get_selection (KaSession *self)
{
  return self->state.selection;
}

KaPageKind
ka_session_get_page (KaSession *self)
{
  if (self->state.compared != NULL)
    return KA_PAGE_COMPARISON;

  return self->state.shows_changes ? KA_PAGE_CHANGES : KA_PAGE_ITEM;
}

KaLanguage
ka_session_get_language (KaSession *self)
{
  return self->state.language;
}

KaViewState
ka_session_get_state (KaSession *self)
{
  return self->state;
}

void
ka_session_set_day (KaSession *self, KaDay day)
{
  if (self->state.day == day)
    return;

  self->state.day = day;
  replace_visit (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

void
ka_session_set_page_offset (KaSession *self, double offset_px)
{
  g_array_index (self->visits, Visit, self->current).offset_px = offset_px;
}

double
ka_session_get_page_offset (KaSession *self)
{
  return g_array_index (self->visits, Visit, self->current).offset_px;
}

void
ka_session_set_hover (KaSession *self, const KaItem *item)
{
  if (self->state.hover == item && self->state.hover_step == 0)
    return;

  self->state.hover = item;
  self->state.hover_step = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVER]);
}

/* Returns a step that the selection has, else 0. */
static guint
check_step (KaSession *self, guint step)
{
  const KaItem *selection = self->state.selection;

  return selection != NULL && step <= ka_query_count_steps (selection) ? step : 0;
}

void
ka_session_set_step (KaSession *self, guint step)
{
  step = check_step (self, step);
  if (self->state.step == step)
    return;

  self->state.step = step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

void
ka_session_set_hover_step (KaSession *self, guint step)
{
  step = check_step (self, step);
  if (self->state.hover_step == step)
    return;

  self->state.hover = step > 0 ? self->state.selection : NULL;
  self->state.hover_step = step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVER]);
}

void
ka_session_set_filter (KaSession *self, const KaFilter *filter)
{
  if (ka_filter_equals (&self->state.filter, filter))
    return;

  self->state.filter = *filter;
  g_object_notify (G_OBJECT (self), "filter");
}

void
ka_session_set_categories (KaSession *self, KaCategory categories)
{
  KaFilter filter = self->state.filter;

  filter.categories = categories;
  ka_session_set_filter (self, &filter);
}

void
ka_session_set_hidden_layers (KaSession *self, KaMapLayer layers)
{
  if (self->state.hidden_layers == layers)
    return;

  self->state.hidden_layers = layers;
  g_object_notify (G_OBJECT (self), "hidden-layers");
}

/* Chooses the page; the caller adds or replaces a step of the history. */
static void
set_page (KaSession *self, const KaTreaty *compared, gboolean shows_changes)
{
  if (self->state.compared == compared && self->state.shows_changes == shows_changes)
    return;

  self->state.compared = compared;
  self->state.shows_changes = shows_changes;
  g_object_notify (G_OBJECT (self), "page");
}

/* Shows what changes between two days, as long as there are two. */
static void
show_changes (KaSession *self, gboolean shows_changes)
{
  KaSpan days;

  if (shows_changes)
    set_page (self, NULL, TRUE);
  else if (self->state.shows_changes && !ka_view_state_get_days (&self->state, &days))
    set_page (self, NULL, FALSE);
  replace_visit (self);
}

void
ka_session_pin_day (KaSession *self, KaDay day)
{
  if (self->state.has_pinned_day && self->state.pinned_day == day)
    return;

  self->state.has_pinned_day = TRUE;
  self->state.pinned_day = day;
  show_changes (self, TRUE);
  g_object_notify (G_OBJECT (self), "pinned-day");
}

void
ka_session_unpin_day (KaSession *self)
{
  if (!self->state.has_pinned_day)
    return;

  self->state.has_pinned_day = FALSE;
  show_changes (self, FALSE);
  g_object_notify (G_OBJECT (self), "pinned-day");
}

void
ka_session_set_range (KaSession *self, KaSpan range)
{
  g_return_if_fail (KA_IS_SESSION (self) && range.from < range.to);

  if (self->state.has_range && self->state.range.from == range.from &&
      self->state.range.to == range.to)
    return;

  self->state.has_range = TRUE;
  self->state.range = range;
  show_changes (self, TRUE);
  g_object_notify (G_OBJECT (self), "range");
}

void
ka_session_clear_range (KaSession *self)
{
  if (!self->state.has_range)
    return;

  self->state.has_range = FALSE;
  show_changes (self, FALSE);
  g_object_notify (G_OBJECT (self), "range");
}

void
ka_session_fold_groups (KaSession *self, guint64 groups)
{
  if (self->state.folded_groups == groups)
    return;

  self->state.folded_groups = groups;
  g_object_notify (G_OBJECT (self), "folded-groups");
}

static void
notify_history (KaSession *self)
{
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-go-forward");
}

void
ka_session_go (KaSession *self, int direction)
{
  const Visit *visit;
  KaSpan       days;

  if (!ka_session_can_go (self, direction))
    return;

  self->current = direction < 0 ? self->current - 1 : self->current + 1;
  visit = &g_array_index (self->visits, Visit, self->current);
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state.selection != visit->selection)
    {
      self->state.selection = visit->selection;
      ka_session_set_step (self, 0);
      g_object_notify (G_OBJECT (self), "selection");
    }
  set_page (self, visit->compared,
            visit->shows_changes && ka_view_state_get_days (&self->state, &days));
  ka_session_set_day (self, visit->day);
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
ka_session_can_go (KaSession *self, int direction)
{
  return direction < 0 ? self->current > 0 : self->current + 1 < self->visits->len;
}

/* The day to show with a selection. */
static KaDay
get_day_for (KaSession *self, const KaItem *item)
{
  const KaSpan *span;
  KaDay         day = KA_DAY_MIN;

  if (item != NULL && item->kind == KA_ITEM_FRONTIER)
    {
      span = &((const KaFrontier *) item)->span;
      day = ka_span_has (*span, self->state.day) ? KA_DAY_MIN : span->from;
    }
  else if (item != NULL && (item->kind == KA_ITEM_EVENT || item->kind == KA_ITEM_ARTICLE ||
                            item->kind == KA_ITEM_ANNEX || item->kind == KA_ITEM_TREATY))
    day = ka_query_day_of (item);

  return day != KA_DAY_MIN ? day : self->state.day;
}

static void
set_selection (KaSession *self, const KaItem *item, const KaTreaty *compared, gboolean is_step)
{
  const gboolean is_same = self->state.selection == item;

  if (is_same && self->state.compared == compared && !self->state.shows_changes)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->state.selection = item;
  ka_session_set_step (self, 0);
  ka_session_set_hover_step (self, 0);
  set_page (self, compared, FALSE);
  if (!is_same)
    g_object_notify (G_OBJECT (self), "selection");
  if (is_step)
    {
      self->current++;
      add_visit (self);
      notify_history (self);
    }
  else
    replace_visit (self);
  ka_session_set_day (self, get_day_for (self, item));
  g_object_thaw_notify (G_OBJECT (self));
}

void
ka_session_select (KaSession *self, const KaItem *item)
{
  set_selection (self, item, NULL, TRUE);
}

void
ka_session_compare (KaSession *self, const KaItem *item, const KaTreaty *treaty)
{
  g_return_if_fail (item != KA_ITEM (treaty));

  set_selection (self, item, treaty, TRUE);
}

void
ka_session_pass (KaSession *self, const KaItem *item)
{
  set_selection (self, item, NULL, FALSE);
}
