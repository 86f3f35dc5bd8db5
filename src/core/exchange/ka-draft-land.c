/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes areas, regions and tenures of shapes that overlap in space and time.
 */
#include "config.h"

#include "ka-draft-land.h"

#include "ka-draft-private.h"
#include "ka-grid-segments.h"
#include "ka-hash.h"
#include "ka-overlay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROW_STEPS  20 /* what it costs to add an area to a tenure */
#define MAX_STEPS  (20 * 1000 * 1000)
#define MAX_TITLES 3 /* names of land that held different ones in turn */

/* Who holds an area during a stretch of time, or claims it. */
typedef struct
{
  const KaDraftShape *holder;   /* (nullable): of contested land */
  const char         *autonomy; /* (nullable) */
  const char         *kind;
  KaSpan              span;
} Holding;

/* A tenure and its areas. */
typedef struct
{
  Holding       holding;
  KaJsonObject *areas; /* Owned */
  const char   *last;  /* Borrowed: the area that was added last */
} Row;

/* A region and its areas. */
typedef struct
{
  const KaDraftShape *shape; /* Borrowed: gives it its names */
  KaJsonObject       *areas; /* Owned */
} Region;

struct _KaDraftLand
{
  GArray *shapes;   /* of KaDraftShape */
  GArray *segments; /* of KaGridSegment */

  /* While it is written */
  KaDraft     *draft;     /* Borrowed */
  GArray      *rows;      /* of Row */
  GHashTable  *row_of;    /* what a row says, to its number from 1 */
  GArray      *regions;   /* of Region */
  GHashTable  *region_of; /* title to number from 1 */
  KaDraftShape nobody;
  gint64       n_steps; /* shapes looked at for the holders of all areas */
};

static void
clear_shape (gpointer data)
{
  KaDraftShape *shape = data;

  g_free ((gpointer) (gsize) shape->title);
  g_free ((gpointer) (gsize) shape->summary);
  ka_text_clear (&shape->names);
}

static void
clear_row (gpointer data)
{
  json_object_put (((Row *) data)->areas);
}

static void
clear_region (gpointer data)
{
  json_object_put (((Region *) data)->areas);
}

KaDraftLand *
ka_draft_land_new (void)
{
  KaDraftLand *self = g_new0 (KaDraftLand, 1);

  self->shapes = g_array_new (FALSE, FALSE, sizeof (KaDraftShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->segments = g_array_new (FALSE, FALSE, sizeof (KaGridSegment));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->row_of = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  self->regions = g_array_new (FALSE, FALSE, sizeof (Region));
  g_array_set_clear_func (self->regions, clear_region);
  self->region_of = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  return self;
}

void
ka_draft_land_free (KaDraftLand *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->shapes);
  g_array_unref (self->segments);
  g_array_unref (self->rows);
  g_hash_table_unref (self->row_of);
  g_array_unref (self->regions);
  g_hash_table_unref (self->region_of);
  g_free (self);
}

void
ka_draft_land_add_shape (KaDraftLand *self, const KaDraftShape *shape, const GPtrArray *rings)
{
  KaDraftShape copy = *shape;
  const guint  number = self->shapes->len;

  copy.title = g_strdup (shape->title);
  copy.summary = g_strdup (shape->summary);
  ka_text_copy (&copy.names, &shape->names);
  g_array_append_val (self->shapes, copy);
  for (guint i = 0; i < rings->len; i++)
    ka_grid_add_line (self->segments, rings->pdata[i], number);
}

static const KaDraftShape *
get_shape (const KaDraftLand *self, const KaOverlayPiece *piece, guint i)
{
  return &g_array_index (self->shapes, KaDraftShape, g_array_index (piece->shapes, guint, i));
}

static gboolean
is_claim (const KaDraftShape *shape)
{
  return g_strcmp0 (shape->kind, "claimed") == 0;
}

/* Orders shapes by their first day, then as the document has them. */
static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  const KaDraftShape *shape_a = *(const KaDraftShape *const *) a;
  const KaDraftShape *shape_b = *(const KaDraftShape *const *) b;

  if (shape_a->span.from != shape_b->span.from)
    return shape_a->span.from < shape_b->span.from ? -1 : 1;
  return shape_a < shape_b ? -1 : shape_a > shape_b;
}

/* The shapes that give an area its name: those of the greatest level, claims only without others.
 */
static GPtrArray *
list_naming_shapes (const KaDraftLand *self, const KaOverlayPiece *piece)
{
  GPtrArray *shapes = g_ptr_array_new ();
  int        level = -1;

  for (guint i = 0; i < piece->shapes->len; i++)
    {
      const KaDraftShape *shape = get_shape (self, piece, i);
      const int           rank = is_claim (shape) ? 0 : 1 + shape->level;

      if (rank > level)
        g_ptr_array_set_size (shapes, 0);
      if (rank >= level)
        g_ptr_array_add (shapes, (gpointer) (gsize) shape);
      level = MAX (level, rank);
    }
  g_ptr_array_sort (shapes, compare_shapes);
  return shapes;
}

/* The names of an area in turn, in one line. @is_only: (out): whether it had one name */
static char *
dup_title (const GPtrArray *shapes, gboolean *is_only)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ka_hash_string, g_str_equal);
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < shapes->len; i++)
    {
      const KaDraftShape *shape = shapes->pdata[i];

      if (!g_hash_table_add (seen, (gpointer) (gsize) shape->title))
        continue;
      if (g_hash_table_size (seen) <= MAX_TITLES)
        g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", shape->title);
    }
  if (g_hash_table_size (seen) > MAX_TITLES)
    g_string_append (title, " …");
  *is_only = g_hash_table_size (seen) == 1;
  return g_string_free (title, FALSE);
}

/* Whether no two shapes of different names share a day. @shapes: by their starts */
static gboolean
have_turns (const GPtrArray *shapes)
{
  for (guint i = 1; i < shapes->len; i++)
    {
      const KaDraftShape *before = shapes->pdata[i - 1];
      const KaDraftShape *shape = shapes->pdata[i];

      if (shape->span.from < before->span.to && strcmp (before->title, shape->title) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Gives an area each name from the start of its shape to that of the next name. */
static void
set_dated_names (KaJsonObject *item, const GPtrArray *shapes)
{
  KaJsonObject *list = json_object_new_array ();
  KaJsonObject *last = NULL;

  for (guint i = 0; i < shapes->len; i++)
    {
      const KaDraftShape *shape = shapes->pdata[i];
      g_autoptr (KaJsonObject) holder = json_object_new_object ();
      g_autofree char *from = ka_day_to_iso (shape->span.from);

      if (i > 0 && strcmp (((const KaDraftShape *) shapes->pdata[i - 1])->title, shape->title) == 0)
        continue;
      ka_draft_set_text (holder, "name", shape->title, &shape->names);
      if (last != NULL)
        ka_draft_set_line (last, "to", from);
      last = json_object_get (json_object_object_get (holder, "name"));
      if (i > 0)
        ka_draft_set_line (last, "from", from);
      json_object_array_add (list, last);
    }
  json_object_object_add (item, "names", list);
}

/* Who holds a piece on a day. @active: (element-type KaDraftShape): what lies over it that day */
static Holding
find_holding (KaDraftLand *self, const GPtrArray *active)
{
  const KaDraftShape *holder = NULL, *part = NULL;
  gboolean            is_contested = FALSE;

  for (guint i = 0; i < active->len; i++)
    {
      const KaDraftShape *shape = active->pdata[i];

      if (holder == NULL || shape->level < holder->level)
        {
          part = holder != NULL && holder->level < KA_DRAFT_FALLBACK_LEVEL ? holder : NULL;
          holder = shape;
          is_contested = FALSE;
        }
      else if (shape->level == holder->level)
        is_contested |= g_strcmp0 (shape->holder, holder->holder) != 0;
      else if (shape->level < KA_DRAFT_FALLBACK_LEVEL &&
               (part == NULL || shape->level < part->level))
        part = shape;
    }
  if (holder == NULL)
    {
      self->nobody.holder = ka_draft_ensure_nobody (self->draft);
      return (Holding){ &self->nobody, NULL, self->nobody.kind, { 0, 0 } };
    }
  if (is_contested)
    return (Holding){ NULL, NULL, "contested", { 0, 0 } };
  if (part != NULL && g_strcmp0 (part->holder, holder->holder) == 0)
    part = NULL;
  return (Holding){ holder, part != NULL ? part->holder : NULL, holder->kind, { 0, 0 } };
}

/* Adds an area to the row of a holding, which is made where there is none. */
static void
add_to_row (KaDraftLand *self, const Holding *holding, const char *area)
{
  const KaDraftShape *holder = holding->holder;
  g_autofree char    *key = g_strdup_printf (
       "%s|%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
    holder != NULL && holder->holder != NULL ? holder->holder : "",
    holder != NULL && holder->sovereign != NULL ? holder->sovereign : "",
    holding->autonomy != NULL ? holding->autonomy : "", holding->kind != NULL ? holding->kind : "",
    holder != NULL && holder->source != NULL ? holder->source : "",
    holder != NULL && holder->certainty != NULL ? holder->certainty : "", holding->span.from,
       holding->span.to);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->row_of, key));
  Row  *row;

  if (number == 0)
    {
      Row added = { *holding, json_object_new_array (), NULL };

      g_array_append_val (self->rows, added);
      number = self->rows->len;
      g_hash_table_insert (self->row_of, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }
  row = &g_array_index (self->rows, Row, number - 1);
  /* Two shapes may say the same of an area. */
  if (row->last != area)
    json_object_array_add (row->areas, json_object_new_string (area));
  row->last = area;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const KaDay day_a = *(const KaDay *) a, day_b = *(const KaDay *) b;

  return day_a < day_b ? -1 : day_a > day_b;
}

/* The days on which the holder of a piece may change, the first and last day of all among them. */
static GArray *
list_days (const KaDraftLand *self, const KaOverlayPiece *piece)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (KaDay));
  KaDay   ends[] = { KA_DAY_MIN, KA_DAY_MAX };

  g_array_append_vals (days, ends, G_N_ELEMENTS (ends));
  for (guint i = 0; i < piece->shapes->len; i++)
    {
      const KaSpan span = get_shape (self, piece, i)->span;

      g_array_append_val (days, span.from);
      g_array_append_val (days, span.to);
    }
  g_array_sort (days, compare_days);
  return days;
}

/* Adds what shapes of the least level claim during a stretch of time in which they contest land. */
static void
add_contests (KaDraftLand *self, const GPtrArray *active, KaSpan span, const char *area)
{
  int level = G_MAXINT;

  self->n_steps += ROW_STEPS * active->len;
  for (guint i = 0; i < active->len; i++)
    level = MIN (level, ((const KaDraftShape *) active->pdata[i])->level);
  for (guint i = 0; i < active->len; i++)
    {
      const KaDraftShape *shape = active->pdata[i];
      const Holding       claim = { shape, NULL, "claimed", span };

      if (shape->level == level && shape->holder != NULL)
        add_to_row (self, &claim, area);
    }
}

static gboolean
is_same_holding (const Holding *a, const Holding *b)
{
  return a->holder == b->holder && g_strcmp0 (a->autonomy, b->autonomy) == 0 &&
         g_strcmp0 (a->kind, b->kind) == 0;
}

/* What may hold a piece, by the first day. */
static GPtrArray *
list_by_start (const KaDraftLand *self, const KaOverlayPiece *piece)
{
  GPtrArray *shapes = g_ptr_array_new ();

  for (guint i = 0; i < piece->shapes->len; i++)
    {
      const KaDraftShape *shape = get_shape (self, piece, i);

      if (!is_claim (shape))
        g_ptr_array_add (shapes, (gpointer) (gsize) shape);
    }
  g_ptr_array_sort (shapes, compare_shapes);
  return shapes;
}

/* Goes on to a day: takes up the shapes that begin and drops those that are over. */
static void
go_to_day (KaDraftLand *self, const GPtrArray *shapes, guint *next, GPtrArray *active, KaDay day)
{
  for (; *next < shapes->len; *next += 1)
    {
      if (((const KaDraftShape *) shapes->pdata[*next])->span.from > day)
        break;
      g_ptr_array_add (active, shapes->pdata[*next]);
    }
  for (guint i = active->len; i > 0; i--)
    if (((const KaDraftShape *) active->pdata[i - 1])->span.to <= day)
      g_ptr_array_remove_index (active, i - 1);
  self->n_steps += active->len;
}

/* Adds a holding that begins, or makes the last one longer. */
static void
add_holding (KaDraftLand *self, Holding *last, const Holding *holding, const char *area)
{
  if (holding->span.from != KA_DAY_MIN && is_same_holding (last, holding))
    {
      last->span.to = holding->span.to;
      return;
    }
  if (holding->span.from != KA_DAY_MIN)
    add_to_row (self, last, area);
  *last = *holding;
}

/* Adds the tenures of a piece: without hole or overlap through all time, then claims. */
static void
add_holdings (KaDraftLand *self, const KaOverlayPiece *piece, const char *area)
{
  g_autoptr (GArray) days = list_days (self, piece);
  g_autoptr (GPtrArray) shapes = list_by_start (self, piece);
  g_autoptr (GPtrArray) active = g_ptr_array_new ();
  guint   next = 0;
  Holding last = { 0 };

  for (guint i = 0; i + 1 < days->len && self->n_steps <= MAX_STEPS; i++)
    {
      const KaSpan span = { g_array_index (days, KaDay, i), g_array_index (days, KaDay, i + 1) };
      Holding      holding;

      if (span.from == span.to)
        continue;
      go_to_day (self, shapes, &next, active, span.from);
      holding = find_holding (self, active);
      holding.span = span;
      if (g_strcmp0 (holding.kind, "contested") == 0)
        add_contests (self, active, span, area);
      add_holding (self, &last, &holding, area);
    }
  if (self->n_steps > MAX_STEPS)
    return;
  add_to_row (self, &last, area);
  self->n_steps += ROW_STEPS * piece->shapes->len;
  for (guint i = 0; i < piece->shapes->len; i++)
    {
      const KaDraftShape *shape = get_shape (self, piece, i);
      const Holding       claim = { shape, NULL, "claimed", shape->span };

      if (is_claim (shape))
        add_to_row (self, &claim, area);
    }
}

static void
add_to_region (KaDraftLand *self, const KaDraftShape *shape, const char *area)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->region_of, shape->title));

  if (number == 0)
    {
      Region region = { shape, json_object_new_array () };

      g_array_append_val (self->regions, region);
      number = self->regions->len;
      g_hash_table_insert (self->region_of, g_strdup (shape->title), GUINT_TO_POINTER (number));
    }
  json_object_array_add (g_array_index (self->regions, Region, number - 1).areas,
                         json_object_new_string (area));
}

/* Adds the area of a piece, its outline and its tenures. */
static void
write_piece (KaDraftLand *self, const KaOverlayPiece *piece, int first_arc)
{
  g_autoptr (GPtrArray) shapes = list_naming_shapes (self, piece);
  const KaDraftShape *shape = shapes->pdata[0];
  gboolean            is_only;
  g_autofree char    *title = dup_title (shapes, &is_only);
  const char         *id = ka_draft_take_id (self->draft, KA_DRAFT_AREAS, NULL, title);
  KaJsonObject       *item = json_object_new_object ();

  json_object_object_add (item, "id", json_object_new_string (id));
  if (is_only || !have_turns (shapes))
    ka_draft_set_names (item, title, is_only ? &shape->names : NULL);
  else
    set_dated_names (item, shapes);
  json_object_object_add (item, "accuracy_km", json_object_new_int (1));
  ka_draft_set_source (self->draft, item, shape->source);
  ka_draft_take_item (self->draft, KA_DRAFT_AREAS, shape->offset, item);
  ka_draft_add_outline (self->draft, KA_LAYER_AREAS, id, piece->rings, first_arc);
  if (is_only && shape->is_region)
    add_to_region (self, shape, id);
  add_holdings (self, piece, id);
}

static void
write_row (KaDraftLand *self, const Row *row)
{
  const Holding      *holding = &row->holding;
  const KaDraftShape *holder = holding->holder;
  KaJsonObject       *item = json_object_new_object ();
  const char         *id = ka_draft_take_id (self->draft, KA_DRAFT_TENURES, NULL,
                                     holder != NULL && holder->holder != NULL ? holder->holder
                                                                                      : holding->kind);
  g_autofree char    *from = NULL, *to = NULL;

  if (holding->span.from != KA_DAY_MIN)
    from = ka_day_to_iso (holding->span.from);
  if (holding->span.to != KA_DAY_MAX)
    to = ka_day_to_iso (holding->span.to);
  json_object_object_add (item, "id", json_object_new_string (id));
  json_object_object_add (item, "areas", json_object_get (row->areas));
  ka_draft_set_line (item, "from", from);
  ka_draft_set_line (item, "to", to);
  ka_draft_set_line (item, "holder", holder != NULL ? holder->holder : NULL);
  ka_draft_set_line (item, "sovereign", holder != NULL ? holder->sovereign : NULL);
  ka_draft_set_line (item, "autonomy", holding->autonomy);
  ka_draft_set_line (item, "kind", holding->kind != NULL ? holding->kind : "de-jure");
  ka_draft_set_line (item, "certainty",
                     holder != NULL && holder->certainty != NULL ? holder->certainty : "certain");
  ka_draft_set_source (self->draft, item, holder != NULL ? holder->source : NULL);
  ka_draft_take_item (self->draft, KA_DRAFT_TENURES,
                      holder != NULL ? holder->offset : KA_DRAFT_NOWHERE, item);
}

static void
write_region (KaDraftLand *self, const Region *region)
{
  const KaDraftShape *shape = region->shape;
  KaJsonObject       *item = json_object_new_object ();
  const char         *id = ka_draft_take_id (self->draft, KA_DRAFT_REGIONS, NULL, shape->title);

  json_object_object_add (item, "id", json_object_new_string (id));
  ka_draft_set_names (item, shape->title, &shape->names);
  json_object_object_add (item, "areas", json_object_get (region->areas));
  ka_draft_set_text (item, "summary", shape->summary != NULL ? shape->summary : shape->title, NULL);
  ka_draft_set_source (self->draft, item, shape->source);
  ka_draft_take_item (self->draft, KA_DRAFT_REGIONS, shape->offset, item);
}

/* Tells which shapes have no land. */
static void
tell_empty_shapes (KaDraftLand *self, const KaOverlay *overlay)
{
  g_autofree gboolean *has_land = g_new0 (gboolean, self->shapes->len);

  for (guint i = 0; i < overlay->pieces->len; i++)
    {
      const GArray *shapes = g_array_index (overlay->pieces, KaOverlayPiece, i).shapes;

      for (guint j = 0; j < shapes->len; j++)
        has_land[g_array_index (shapes, guint, j)] = TRUE;
    }
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const KaDraftShape *shape = &g_array_index (self->shapes, KaDraftShape, i);

      if (!has_land[i])
        ka_draft_loss (self->draft, shape->offset, shape->title,
                       _ ("its outline has nothing inside, it is left out"));
    }
}

void
ka_draft_land_write (KaDraftLand *self, KaDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KaOverlay) overlay = NULL;
  int first_arc;

  if (self->shapes->len == 0 || ka_draft_is_faulty (draft))
    return;
  self->draft = draft;
  overlay = ka_overlay_new (self->segments, &error);
  if (overlay == NULL)
    {
      ka_draft_fault (draft, KA_DRAFT_NOWHERE, "%s", error->message);
      return;
    }
  tell_empty_shapes (self, overlay);
  for (guint i = 0; i < self->shapes->len; i++)
    ka_draft_note_life (draft, g_array_index (self->shapes, KaDraftShape, i).span);
  self->nobody = (KaDraftShape){ .offset = KA_DRAFT_NOWHERE,
                                 .kind = "de-facto",
                                 .certainty = "uncertain" };
  first_arc = ka_draft_add_arcs (draft, overlay->arcs, KA_LAYER_AREAS);
  for (guint i = 0; i < overlay->pieces->len && self->n_steps <= MAX_STEPS; i++)
    write_piece (self, &g_array_index (overlay->pieces, KaOverlayPiece, i), first_arc);
  if (self->n_steps > MAX_STEPS)
    {
      ka_draft_fault (draft, KA_DRAFT_NOWHERE,
                      _ ("too many outlines lie over one another, fewer expected"));
      return;
    }
  for (guint i = 0; i < self->regions->len; i++)
    write_region (self, &g_array_index (self->regions, Region, i));
  for (guint i = 0; i < self->rows->len; i++)
    write_row (self, &g_array_index (self->rows, Row, i));
}
