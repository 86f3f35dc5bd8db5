/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds what contradicts itself across the records of an atlas. Reading checks each record alone;
 * records that are faulty by themselves are left out here, so one mistake is one fault.
 */
#include "config.h"

#include "ka-query.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Memberships nest less deep: a republic of a federation of a union. */
#define MAX_WHOLES 16

/* Greatest distance of a step from the line that it is placed on. */
#define MAX_POINT_OFF_LINE_KM 1.0
#define KM_PER_DEGREE         (6371.0088 * G_PI / 180)

typedef void (*CheckFunc) (KaReader *self, gconstpointer item);

static gboolean
is_faulty (gconstpointer item)
{
  return KA_ITEM (item)->origin.is_faulty;
}

static char *
dup_day (KaDay day)
{
  if (day == KA_DAY_MIN)
    return g_strdup ("the beginning");
  return day == KA_DAY_MAX ? g_strdup ("the end") : ka_day_to_iso (day);
}

/* Reports a tenure of a polity that did not exist all the time. */
static void
check_life (KaReader *self, const KaTenure *tenure, const KaPolity *polity, const char *member)
{
  g_autofree char *from = NULL, *to = NULL;

  if (polity == NULL || is_faulty (polity) ||
      (polity->span.from <= tenure->span.from && tenure->span.to <= polity->span.to))
    return;
  from = dup_day (polity->span.from);
  to = dup_day (polity->span.to);
  ka_reader_add_item_fault (self, tenure, member,
                            _ ("“%s” existed from %s up to %s, a tenure within that expected"),
                            polity->item.id, from, to);
}

/* Gets the date of an instrument, or %NULL. */
static const KaDate *
get_instrument_date (const KaItem *instrument)
{
  if (instrument == NULL)
    return NULL;
  if (instrument->kind == KA_ITEM_EVENT)
    return &((const KaEvent *) instrument)->date;
  if (instrument->kind == KA_ITEM_TREATY)
    return &((const KaTreaty *) instrument)->date;
  return ((const KaArticle *) instrument)->treaty != NULL
           ? &((const KaArticle *) instrument)->treaty->date
           : NULL;
}

/* An instrument may confirm a tenure later, but not after its end. */
static void
check_instrument (KaReader *self, gconstpointer item, const KaItem *instrument, KaDay to)
{
  const KaDate    *date = get_instrument_date (instrument);
  g_autofree char *end = NULL, *day = NULL;

  if (date == NULL || is_faulty (instrument) || date->earliest < to)
    return;
  end = dup_day (to);
  day = dup_day (date->earliest);
  ka_reader_add_item_fault (self, item, "/instrument",
                            _ ("“%s” is of %s, an instrument from before %s expected"),
                            instrument->id, day, end);
}

static void
check_tenure (KaReader *self, gconstpointer item)
{
  const KaTenure *tenure = item;

  if (tenure->holder == NULL && tenure->kind != KA_TENURE_CONTESTED)
    ka_reader_add_item_fault (self, tenure, NULL,
                              _ ("no “holder”, one expected of all but contested tenures"));
  check_life (self, tenure, tenure->holder, "/holder");
  check_life (self, tenure, tenure->sovereign, "/sovereign");
  check_life (self, tenure, tenure->autonomy, "/autonomy");
  check_instrument (self, tenure, tenure->instrument, tenure->span.to);
}

static void
check_frontier (KaReader *self, gconstpointer item)
{
  const KaFrontier *frontier = item;

  check_instrument (self, frontier, frontier->instrument, frontier->span.to);
}

/* Whether @polity is @whole or one of the wholes above it. */
static gboolean
is_in_circle (const KaPolity *polity, const KaPolity *whole, KaDay day)
{
  for (guint i = 0; whole != NULL && i < MAX_WHOLES; i++)
    {
      if (whole == polity)
        return TRUE;
      whole = ka_query_whole_of (whole, day);
    }
  return FALSE;
}

static void
check_polity (KaReader *self, gconstpointer item)
{
  const KaPolity *polity = item;

  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      KaDay               day = membership->span.from != KA_DAY_MIN ? membership->span.from
                                                                    : membership->span.to - 1;
      g_autofree char    *member = g_strdup_printf ("/within/%" G_GSIZE_FORMAT, i);

      if (is_in_circle (polity, membership->whole, day))
        ka_reader_add_item_fault (self, polity, member,
                                  _ ("“%s” would be a part of itself, a greater whole expected"),
                                  polity->item.id);
    }
}

/* Tints of their own are for featured regions. */
static void
check_tints (KaReader *self)
{
  const KaList *featured = &self->atlas->head.featured;
  const KaList *regions = &self->atlas->items[KA_ITEM_REGION];
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (self->is_header_damaged)
    return;
  for (gsize i = 0; i < featured->n_items; i++)
    g_hash_table_add (seen, featured->items[i]);
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaRegion *region = regions->items[i];

      if (!is_faulty (region) && region->tint != KA_TINT_NEUTRAL &&
          !g_hash_table_contains (seen, region))
        ka_reader_add_item_fault (self, region, "/tint",
                                  _ ("“%s” is not among the heroes, a tint for heroes only"
                                     " expected"),
                                  region->item.id);
    }
}

static void
check_place (KaReader *self, gconstpointer item)
{
  const KaPlace   *place = item;
  g_autofree char *x = NULL, *y = NULL;

  if (place->area == NULL || place->area->geometry == NULL ||
      ka_topology_contains (&self->atlas->topology, place->area->geometry, place->at))
    return;
  x = ka_dup_number (place->at.x);
  y = ka_dup_number (place->at.y);
  ka_reader_add_item_fault (self, place, "/at",
                            _ ("%s, %s is outside the area “%s”, a point in it expected"), x, y,
                            place->area->item.id);
}

static const KaCorrespondence *
find_correspondence (const KaArticle *article, const KaArticle *other)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    if (article->correspondences[i].article == other)
      return &article->correspondences[i];
  return NULL;
}

static void
check_correspondences (KaReader *self, const KaArticle *article)
{
  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaArticle *other = article->correspondences[i].article;
      g_autofree char *member = g_strdup_printf ("/corresponds/%" G_GSIZE_FORMAT, i);

      if (find_correspondence (article, other) != &article->correspondences[i])
        ka_reader_add_item_fault (self, article, member,
                                  _ ("“%s” is in the list twice, once expected"), other->item.id);
      else if (other->treaty == article->treaty)
        ka_reader_add_item_fault (
          self, article, member,
          _ ("“%s” is of the same treaty, an article of another one expected"), other->item.id);
      else if (!is_faulty (other) && find_correspondence (other, article) == NULL)
        ka_reader_add_item_fault (
          self, article, member, _ ("“%s” does not correspond to “%s” in turn, both ways expected"),
          other->item.id, article->item.id);
    }
}

/* Distance in km between two points that are near to each other. */
static double
measure_km (KaPoint a, KaPoint b)
{
  double north_km = (a.y - b.y) * KM_PER_DEGREE;
  double east_km = (a.x - b.x) * KM_PER_DEGREE * cos ((a.y + b.y) / 2 * G_PI / 180);

  return hypot (north_km, east_km);
}

/* Distance in km of a point from a piece of line, by its foot on each segment. */
static double
measure_km_to_arc (const KaArc *arc, KaPoint point)
{
  double least_km = G_MAXDOUBLE;
  double shrink = cos (point.y * G_PI / 180);

  for (gsize i = 0; i + 1 < arc->n_points; i++)
    {
      KaPoint a = arc->points[i], b = arc->points[i + 1];
      double  dx = (b.x - a.x) * shrink, dy = b.y - a.y;
      double  along = (point.x - a.x) * shrink * dx + (point.y - a.y) * dy;
      double  length = dx * dx + dy * dy;
      double  part = length > 0 ? CLAMP (along / length, 0, 1) : 0;
      KaPoint foot = { a.x + part * (b.x - a.x), a.y + part * (b.y - a.y) };

      least_km = MIN (least_km, measure_km (point, foot));
    }
  return least_km;
}

/* Lists the pieces of a line through all its paths; @n_pieces: (out): their number. */
static const KaArc **
list_pieces (const KaTopology *topology, const KaGeometry *line, gsize *n_pieces)
{
  const KaArc **pieces;
  gsize         n = 0;

  for (gsize i = 0; i < line->n_paths; i++)
    n += line->paths[i].n_arcs;
  *n_pieces = n;
  pieces = g_new (const KaArc *, n);
  n = 0;
  for (gsize i = 0; i < line->n_paths; i++)
    for (gsize j = 0; j < line->paths[i].n_arcs; j++)
      {
        int number = line->paths[i].arcs[j];

        pieces[n++] = &topology->arcs[number < 0 ? ~number : number];
      }
  return pieces;
}

/* The least that a piece can be off a point: the distance from its bounds. */
static double
measure_km_to_bounds (const KaArc *arc, KaPoint point)
{
  KaPoint nearest = { CLAMP (point.x, arc->south_west_deg.x, arc->north_east_deg.x),
                      CLAMP (point.y, arc->south_west_deg.y, arc->north_east_deg.y) };

  return measure_km (point, nearest);
}

static void
check_point_at (KaReader          *self,
                const KaArticle   *article,
                const KaFrontier  *frontier,
                const KaArc      **pieces,
                const KaLinePoint *point,
                const char        *member)
{
  double           least_km = G_MAXDOUBLE;
  g_autofree char *at = g_strconcat (member, "/at", NULL);

  for (int piece = point->first_piece; piece <= point->last_piece; piece++)
    if (measure_km_to_bounds (pieces[piece - 1], point->at) < least_km)
      {
        least_km = MIN (least_km, measure_km_to_arc (pieces[piece - 1], point->at));
        if (least_km <= MAX_POINT_OFF_LINE_KM)
          return;
      }
  ka_reader_add_item_fault (self, article, at,
                            _ ("%.1f km off those pieces of “%s”, at most %g km expected"),
                            least_km, frontier->item.id, MAX_POINT_OFF_LINE_KM);
}

/* Steps lie on pieces that the line has, in their order. */
static void
check_points (KaReader *self, const KaArticle *article)
{
  const KaFrontier *frontier = article->frontiers.n_items > 0 ? article->frontiers.items[0] : NULL;
  g_autofree const KaArc **pieces = NULL;
  gsize                    n_pieces = 0;
  int                      first = 1, last = 1;

  if (frontier != NULL && is_faulty (frontier))
    return;
  if (frontier != NULL && frontier->geometry == NULL)
    frontier = NULL;
  if (frontier != NULL && article->n_points > 0)
    pieces = list_pieces (&self->atlas->topology, frontier->geometry, &n_pieces);
  for (gsize i = 0; i < article->n_points; i++)
    {
      const KaLinePoint *point = &article->points[i];
      g_autofree char   *member = g_strdup_printf ("/points/%" G_GSIZE_FORMAT, i);

      if (point->has_at && point->first_piece == 0)
        ka_reader_add_item_fault (self, article, member, _ ("“at” without “along”, both expected"));
      if (point->first_piece == 0)
        continue;
      if (frontier == NULL)
        ka_reader_add_item_fault (self, article, member,
                                  _ ("“along” in an annex without “frontiers”, one expected"));
      else if ((gsize) point->last_piece > n_pieces)
        ka_reader_add_item_fault (self, article, member,
                                  _ ("“%s” has no piece %d, a piece of that line expected"),
                                  frontier->item.id, point->last_piece);
      else if (point->first_piece < first || point->last_piece < last)
        ka_reader_add_item_fault (self, article, member,
                                  _ ("it lies before the step above, steps in order of the line"
                                     " expected"));
      else if (point->has_at)
        check_point_at (self, article, frontier, pieces, point, member);
      first = MAX (first, point->first_piece);
      last = MAX (last, point->last_piece);
    }
}

static void
check_article (KaReader *self, gconstpointer item)
{
  const KaArticle *article = item;

  check_correspondences (self, article);
  check_points (self, article);
  for (gsize i = 0; i < article->treaty->articles.n_items; i++)
    {
      const KaArticle *other = article->treaty->articles.items[i];

      if (other == article)
        return;
      if (other->item.kind != article->item.kind || other->number != article->number)
        continue;
      ka_reader_add_item_fault (self, article, "/number",
                                _ ("“%s” has the number %d already, a new one expected"),
                                other->item.id, article->number);
      return;
    }
}

static void
check_event (KaReader *self, gconstpointer item)
{
  const KaEvent *event = item;

  for (gsize i = 0; i < event->articles.n_items; i++)
    {
      const KaArticle *article = event->articles.items[i];
      g_autofree char *day = NULL;

      if (is_faulty (article) || is_faulty (article->treaty) ||
          article->treaty->date.earliest < event->date.end_latest)
        continue;
      day = dup_day (article->treaty->date.earliest);
      ka_reader_add_item_fault (
        self, event, "/articles",
        _ ("“%s” is of %s, an article from before the event was over expected"), article->item.id,
        day);
    }
}

static void
report_hole (KaReader *self, gconstpointer item, const KaArea *area, KaDay from, KaDay to)
{
  g_autofree char *first = dup_day (from);
  g_autofree char *end = dup_day (to);

  ka_reader_add_item_fault (self, item, NULL,
                            _ ("nobody holds the area “%s” from %s up to %s, a tenure expected"),
                            area->item.id, first, end);
}

static void
report_overlap (KaReader *self, const KaArea *area, const KaTenure *before, const KaTenure *tenure)
{
  g_autofree char *first = dup_day (tenure->span.from);
  g_autofree char *end = dup_day (MIN (before->span.to, tenure->span.to));

  ka_reader_add_item_fault (
    self, tenure, NULL,
    _ ("the area “%s” is held by the tenure “%s” too from %s up to %s, one on"
       " each day expected"),
    area->item.id, before->item.id, first, end);
}

/* On every day exactly one tenure holds an area. */
static void
check_area (KaReader *self, gconstpointer item)
{
  const KaArea   *area = item;
  const KaTenure *before = NULL; /* the one that reaches farthest so far */
  const KaDay     first = self->is_header_damaged ? KA_DAY_MAX : self->atlas->head.span.from;

  if (self->is_damaged[ka_section_of_kind (KA_ITEM_TENURE) - ka_sections])
    return;
  if (area->tenures.n_items == 0)
    {
      report_hole (self, area, area, KA_DAY_MIN, KA_DAY_MAX);
      return;
    }
  for (gsize i = 0; i < area->tenures.n_items; i++)
    {
      const KaTenure *tenure = area->tenures.items[i];
      const KaDay     expected = before != NULL ? before->span.to : first;

      if (before == NULL && tenure->span.from > first)
        report_hole (self, tenure, area, first, tenure->span.from);
      else if (before != NULL && tenure->span.from < expected)
        report_overlap (self, area, before, tenure);
      else if (before != NULL && tenure->span.from > expected)
        report_hole (self, tenure, area, expected, tenure->span.from);
      if (before == NULL || tenure->span.to > before->span.to)
        before = tenure;
    }
  if (before->span.to != KA_DAY_MAX)
    report_hole (self, before, area, before->span.to, KA_DAY_MAX);
}

static void
check_person (KaReader *self, gconstpointer item)
{
  const KaPerson *person = item;

  if (person->born_edtf != NULL && person->died_edtf != NULL &&
      person->died.end_latest <= person->born.earliest)
    ka_reader_add_item_fault (self, person, "/died",
                              _ ("dead before birth, a later date expected"));
}

/* A later act ends after the signature of the treaty. */
static void
check_treaty (KaReader *self, gconstpointer item)
{
  const KaTreaty *treaty = item;

  for (gsize i = 0; i < treaty->n_later; i++)
    {
      const KaItem    *act = treaty->later[i].item;
      const KaDate    *date = is_faulty (act) ? NULL : get_instrument_date (act);
      g_autofree char *member = g_strdup_printf ("/later/%zu/item", i);
      g_autofree char *end = NULL, *day = NULL;

      if (date == NULL || date->end_latest > treaty->date.earliest)
        continue;
      end = dup_day (date->end_latest);
      day = dup_day (treaty->date.earliest);
      ka_reader_add_item_fault (self, treaty, member,
                                _ ("“%s” is over before %s, an act not older than %s expected"),
                                act->id, end, day);
    }
}

/* A tour has steps; a step of an annex is one that the annex has. */
static void
check_tour (KaReader *self, gconstpointer item)
{
  const KaTour *tour = item;

  if (tour->n_steps == 0)
    ka_reader_add_item_fault (self, tour, "/steps",
                              _ ("no step in the list, at least one expected"));
  for (gsize i = 0; i < tour->n_steps; i++)
    {
      const KaTourStep *step = &tour->steps[i];
      g_autofree char  *member = g_strdup_printf ("/steps/%" G_GSIZE_FORMAT "/point", i);
      const guint n_points = step->selection != NULL ? ka_query_count_steps (step->selection) : 0;

      if (step->point > (int) n_points)
        ka_reader_add_item_fault (self, tour, member,
                                  _ ("%d found, a step of the selected annex expected; it has %u"),
                                  step->point, n_points);
    }
}

static const CheckFunc checks[KA_N_ITEM_KINDS] = {
  [KA_ITEM_ARTICLE] = check_article,   [KA_ITEM_ANNEX] = check_article,
  [KA_ITEM_PLACE] = check_place,       [KA_ITEM_POLITY] = check_polity,
  [KA_ITEM_AREA] = check_area,         [KA_ITEM_TENURE] = check_tenure,
  [KA_ITEM_FRONTIER] = check_frontier, [KA_ITEM_PERSON] = check_person,
  [KA_ITEM_TREATY] = check_treaty,     [KA_ITEM_TOUR] = check_tour,
};

void
ka_reader_check_events (KaReader *self)
{
  const KaList *events = &self->atlas->items[KA_ITEM_EVENT];

  for (gsize i = 0; i < events->n_items; i++)
    {
      KaOrigin   *origin = &((KaItem *) events->items[i])->origin;
      const guint n_problems = self->n_problems;

      if (origin->is_faulty)
        continue;
      check_event (self, events->items[i]);
      origin->is_doubtful |= self->n_problems > n_problems;
      self->n_event_problems += self->n_problems - n_problems;
    }
}

void
ka_reader_check (KaReader *self)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    for (gsize i = 0; checks[kind] != NULL && i < self->atlas->items[kind].n_items; i++)
      if (!is_faulty (self->atlas->items[kind].items[i]))
        checks[kind](self, self->atlas->items[kind].items[i]);
  check_tints (self);
}
