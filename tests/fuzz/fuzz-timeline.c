/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as events, lifetimes and tenures at any time, and as a view of them. Whatever the zoom,
 * the height and the groups: nothing overlaps, no label is cut, no event is lost, and the lanes of
 * the frame before change nothing.
 */
#include "config.h"

#include "ka-fuzz.h"

#include "ka-fuzz-draw.h"
#include "ka-layout-test.h"
#include "ka-time-test.h"
#include "ka-timeline-overlay.h"
#include "ka-timeline-overview.h"

#define MAX_EVENTS 60
#define N_VIEWS    2

/* Years of one digit and of four, near each other and far. */
static int
take_year (KaFuzzBytes *self)
{
  guint far = ka_fuzz_take_byte (self) % 8;

  return (int) (far == 0 ? ka_fuzz_take_number (self, -9999, 9999)
                         : ka_fuzz_take_number (self, 1900, 1930));
}

/* A date as an atlas may write it. */
static char *
take_edtf (KaFuzzBytes *self)
{
  guint       form = ka_fuzz_take_byte (self) % 8;
  int         year = take_year (self), until = take_year (self);
  int         month = 1 + (int) ka_fuzz_take_byte (self) % 12;
  int         day = 1 + (int) ka_fuzz_take_byte (self) % 28;
  const char *sign = year < 0 ? "-" : "", *until_sign = until < 0 ? "-" : "";

  year = ABS (year);
  switch (form)
    {
    case 0:
      return g_strdup_printf ("%s%04d-%02d-%02d", sign, year, month, day);
    case 1:
      return g_strdup_printf ("%s%04d-%02d-%02d/%s%04d", sign, year, month, day, until_sign,
                              ABS (until));
    case 2:
      return g_strdup_printf ("%s%04d", sign, year);
    case 3:
      return g_strdup_printf ("%s%04d-%02d~", sign, year, month);
    case 4:
      return g_strdup_printf ("../%s%04d", sign, year);
    case 5:
      return g_strdup_printf ("%s%04d-%02d-%02d/..", sign, year, month, day);
    case 6:
      return g_strdup_printf ("/%s%04d-%02d", sign, year, month);
    default:
      return g_strdup_printf ("%s%04d?/", sign, year);
    }
}

/* Takes a text of 1 to @most letters. */
static void
take_letters (KaFuzzBytes *self, KaArena *arena, KaText *text, guint most, char letter)
{
  g_autofree char *letters = g_strnfill (1 + ka_fuzz_take_byte (self) % most, letter);

  ka_text_init_in (text, arena, KA_LANGUAGE_EN, letters);
}

/* Adds an event, unless its dates make none. */
static void
take_event (KaFuzzBytes *self, KaAtlas *atlas)
{
  g_autofree char *edtf = take_edtf (self);
  g_autofree char *id = g_strdup_printf ("event-%" G_GSIZE_FORMAT,
                                         atlas->items[KA_ITEM_EVENT].n_items);
  KaEvent         *event;
  KaDate           date;

  if (!ka_date_parse_edtf (edtf, &date, NULL))
    return;
  event = ka_atlas_add_item (atlas, KA_ITEM_EVENT, id);
  event->edtf = ka_arena_strdup (atlas->arena, edtf);
  event->date = date;
  event->leading = event->categories = (KaCategory) (1
                                                     << ka_fuzz_take_byte (self) % KA_N_CATEGORIES);
  event->importance = 1 + (int) (ka_fuzz_take_byte (self) % 5);
  take_letters (self, atlas->arena, &event->title, 40, 'm');
  event->label = event->title;
}

static KaSpan
take_span (KaFuzzBytes *self)
{
  KaDay  from = ka_fuzz_take_day (self), to = ka_fuzz_take_day (self);
  guint  open = ka_fuzz_take_byte (self) % 8;
  KaSpan span = { MIN (from, to), MAX (from, to) + 1 };

  if (open == 1 || open == 3)
    span.from = KA_DAY_MIN;
  if (open == 2 || open == 3)
    span.to = KA_DAY_MAX;
  return span;
}

static void
take_polity (KaFuzzBytes *self, KaAtlas *atlas)
{
  g_autofree char *id = g_strdup_printf ("polity-%" G_GSIZE_FORMAT,
                                         atlas->items[KA_ITEM_POLITY].n_items);
  KaPolity        *polity = ka_atlas_add_item (atlas, KA_ITEM_POLITY, id);

  polity->span = take_span (self);
  polity->names.n_items = 1;
  polity->names.items = ka_arena_new_array (atlas->arena, KaName, 1);
  polity->names.items[0].span = (KaSpan){ KA_DAY_MIN, KA_DAY_MAX };
  take_letters (self, atlas->arena, &polity->names.items[0].text, 30, 'n');
  ka_list_append (&atlas->head.lands[ka_fuzz_take_byte (self) % atlas->head.n_lands].polities,
                  atlas->arena, polity);
}

static KaAtlas *
take_atlas (KaFuzzBytes *self)
{
  static const char *const lands[] = { "Plain", "Hills", "Shore" };
  KaAtlas                 *atlas = ka_atlas_new_empty ();

  for (guint n = ka_fuzz_take_byte (self) % MAX_EVENTS; n > 0; n--)
    take_event (self, atlas);
  ka_time_test_add_lands (atlas, lands, G_N_ELEMENTS (lands));
  for (guint n = ka_fuzz_take_byte (self) % 8; n > 0; n--)
    take_polity (self, atlas);
  atlas->head.default_day = ka_fuzz_take_day (self);
  atlas->head.shown = (KaSpan){ ka_day_from_ymd (1900, 1, 1), ka_day_from_ymd (1930, 1, 1) };
  return atlas;
}

static KaTimelineSpec
take_spec (KaFuzzBytes *self, KaAtlas *atlas)
{
  KaTimelineSpec spec = { .atlas = atlas };
  KaDay          from, to;
  double         x, factor;

  ka_timeline_get_limits (atlas, &from, &to);
  spec.axis = ka_time_axis_fit (from, to, ka_fuzz_take_number (self, 300, 1600));
  x = ka_fuzz_take_number (self, 0, spec.axis.width);
  factor = exp (ka_fuzz_take_number (self, 0, log (1e6)));
  spec.axis = ka_time_axis_zoom_at (&spec.axis, x, factor);
  spec.axis = ka_time_axis_clamp (&spec.axis, from, to);
  spec.height = ka_fuzz_take_number (self, 120, 500);
  spec.scrolls = ka_fuzz_take_byte (self) % 2 == 1;
  spec.top = spec.scrolls ? ka_fuzz_take_number (self, 0, 300) : 0;
  spec.has_today = ka_fuzz_take_byte (self) % 2 == 1;
  spec.today = ka_fuzz_take_day (self);
  return spec;
}

static void
check_layout (const KaTimelineLayout *layout, const KaViewState *state)
{
  ka_layout_test_labels_are_whole (layout);
  ka_layout_test_order (layout);
  if (state->folded_groups == 0)
    ka_layout_test_nothing_lost (layout);
  /* The last units of a strip may lie on the third lifetime of a land. */
  if (ka_atlas_get_items (layout->entries->atlas, KA_ITEM_POLITY)->n_items < 3)
    ka_layout_test_no_overlap (layout);
}

static void
paint (KaFuzzBytes *self, const KaTimelineLayout *layout, const KaViewState *state, KaThemeId theme)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) layout->frame.axis.width, (int) layout->frame.height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  double        x = ka_fuzz_take_number (self, -10, layout->frame.axis.width + 10);
  double        y = ka_fuzz_take_number (self, -10, layout->frame.height + 10);
  KaTimelineHit hit = ka_timeline_layout_pick (layout, state, x, y);

  g_assert_true (hit.part != KA_TIMELINE_ITEM || hit.item != NULL);
  g_assert_true (hit.part != KA_TIMELINE_OVERFLOW || hit.overflow != NULL);
  ka_timeline_paint (cr, layout, state, ka_theme_get (theme), KA_TIMELINE_ALL);
  ka_overview_paint_strip (cr, layout->entries->atlas, &state->filter, ka_theme_get (theme),
                           &layout->frame.axis, 20);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* Lays the timeline out, alone and after another frame. Returns: how much of it is in sight. */
static guint
view (KaFuzzBytes *self, KaAtlas *atlas, cairo_t *cr, KaTimelineLayout **before)
{
  KaTimelineSpec spec = take_spec (self, atlas);
  KaViewState    state = ka_fuzz_take_state (self, atlas);
  KaThemeId      theme = (KaThemeId) (ka_fuzz_take_byte (self) % KA_N_THEMES);
  g_autoptr (KaTimelineLayout) alone = NULL;
  g_autofree char *first = NULL, *second = NULL;
  guint            n_placed;

  state.grouping = (KaGrouping) (ka_fuzz_take_byte (self) % KA_N_GROUPINGS);
  state.folded_groups = ka_fuzz_take_byte (self) % 4 == 0 ? ka_fuzz_take_byte (self) : 0;
  state.shows_old_style = ka_fuzz_take_byte (self) % 4 == 1;
  alone = ka_timeline_layout_new (&spec, &state, ka_theme_get (theme), cr, NULL);
  n_placed = alone->placed->len + alone->overflows->len;
  check_layout (alone, &state);
  paint (self, alone, &state, theme);
  if (*before != NULL)
    {
      KaTimelineLayout *after = ka_timeline_layout_new (&spec, &state, ka_theme_get (theme), cr,
                                                        *before);

      first = ka_layout_dump (alone, &state);
      second = ka_layout_dump (after, &state);
      g_assert_cmpstr (first, ==, second);
      ka_timeline_layout_free (after);
      ka_timeline_layout_free (*before);
    }
  *before = g_steal_pointer (&alone);
  return n_placed;
}

char *
ka_fuzz_try (const guint8 *bytes, gsize size)
{
  KaFuzzBytes self = { bytes, size };
  g_autoptr (KaAtlas) atlas = take_atlas (&self);
  g_autoptr (cairo_t) cr = ka_time_test_make_context ();
  g_autoptr (KaTimelineLayout) layout = NULL;
  guint n_placed = 0;

  for (int i = 0; i < N_VIEWS; i++)
    n_placed += view (&self, atlas, cr, &layout);
  return n_placed > 0 ? NULL : g_strdup ("nothing is in sight");
}
