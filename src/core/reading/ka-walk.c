/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a tour of the line that an annex describes.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-walk.h"

#include "ka-query.h"
#include "ka-words.h"

#include <math.h>

/* The day whose names are those of today */
#define TODAY (KA_DAY_MAX - 1)
/* What the map shows on each side of a step: a part of its size, and the least, in degrees of
 * latitude. */
#define FREE_PART     0.4
#define MIN_FREE_DEG  0.1
#define KM_PER_DEGREE (6371.0088 * G_PI / 180)

gboolean
ka_walk_exists (const KaItem *item)
{
  const KaArticle *annex = (const KaArticle *) item;

  if (item == NULL || (item->kind != KA_ITEM_ANNEX && item->kind != KA_ITEM_ARTICLE))
    return FALSE;

  for (gsize i = 0; i < annex->n_points; i++)
    if (annex->points[i].first_piece > 0)
      return TRUE;

  return FALSE;
}

static double
measure_km (KaPoint a, KaPoint b)
{
  return hypot ((a.x - b.x) * cos ((a.y + b.y) / 2 * G_PI / 180), a.y - b.y) * KM_PER_DEGREE;
}

/* Sets the view to a piece of line with free land round it, and finds its middle. Leaves both as
 * they are without a piece. */
static gboolean
look_at (const GPtrArray *lines, KaTourStep *step, KaPoint *middle)
{
  KaPoint least = { G_MAXDOUBLE, G_MAXDOUBLE };
  KaPoint most = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double  free_deg;
  double  free_lon_deg;

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = lines->pdata[i];

      for (guint j = 0; j < line->len; j++)
        {
          const KaPoint point = g_array_index (line, KaPoint, j);

          least = (KaPoint){ MIN (least.x, point.x), MIN (least.y, point.y) };
          most = (KaPoint){ MAX (most.x, point.x), MAX (most.y, point.y) };
        }
      *middle = g_array_index (line, KaPoint, line->len / 2);
    }
  if (least.x > most.x)
    return FALSE;

  free_deg = MAX (FREE_PART * MAX (most.x - least.x, most.y - least.y), MIN_FREE_DEG);
  free_lon_deg = free_deg / cos (least.y * G_PI / 180);
  step->south_west_deg = (KaPoint){ least.x - free_lon_deg, least.y - free_deg };
  step->north_east_deg = (KaPoint){ most.x + free_lon_deg, most.y + free_deg };

  return TRUE;
}

/* The town of today that is nearest, or NULL. */
static const KaItem *
find_town (KaAtlas *atlas, KaPoint at, double *km)
{
  const KaList  *places = ka_atlas_get_items (atlas, KA_ITEM_PLACE);
  const KaPlace *nearest = NULL;

  for (gsize i = 0; i < places->n_items; i++)
    {
      const KaPlace *place = places->items[i];

      if (place->kind != KA_PLACE_TOWN || !ka_span_has (place->span, TODAY) ||
          (nearest != NULL && measure_km (place->at, at) >= *km))
        continue;
      nearest = place;
      *km = measure_km (place->at, at);
    }

  return (const KaItem *) nearest;
}

static void
append_sentence (GString *text, const char *words)
{
  if (words == NULL)
    return;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
  if (!g_str_has_suffix (words, "."))
    g_string_append_c (text, '.');
}

static void
append_town (GString *text, KaAtlas *atlas, KaPoint at, KaLanguage language)
{
  double           km = 0;
  const KaItem    *town = find_town (atlas, at, &km);
  g_autofree char *words = NULL;

  if (town == NULL)
    return;

  /* Translators: a town and how far it is. */
  words = g_strdup_printf (_ ("Nearest town today: %1$s, %2$d km"),
                           ka_item_get_title (town, TODAY, language), (int) round (km));
  append_sentence (text, words);
}

static void
append_certainty (GString *text, const KaLinePoint *point)
{
  g_autofree char *words = NULL;

  if (point->first_piece > 0)
    /* Translators: each %s is “certain”, “probable” or “uncertain”. */
    words = g_strdup_printf (_ ("The step is %1$s, its place on the map %2$s"),
                             ka_words_get_certainty (point->certainty),
                             ka_words_get_certainty (point->placed));
  else
    words = g_strdup_printf (_ ("The step is %s; its place on the map is not known"),
                             ka_words_get_certainty (point->certainty));
  append_sentence (text, words);
}

/* Fills a step of the walk; a step without a place keeps the view of the one before. */
static void
fill_step (KaTour *walk, KaAtlas *atlas, const KaArticle *annex, gsize number, KaLanguage language)
{
  const KaLinePoint *point = &annex->points[number];
  KaTourStep        *step = &walk->steps[number];
  g_autoptr (GPtrArray) lines = ka_query_trace_step (atlas, annex, (guint) number + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  KaPoint at;

  *step = (KaTourStep){ .day = ka_query_day_of (&annex->item),
                        .selection = &annex->item,
                        .point = (int) number + 1 };
  append_sentence (text, point->name);
  append_sentence (text, point->note);
  if (look_at (lines, step, &at))
    append_town (text, atlas, point->has_at ? point->at : at, language);
  else if (number > 0)
    {
      step->south_west_deg = walk->steps[number - 1].south_west_deg;
      step->north_east_deg = walk->steps[number - 1].north_east_deg;
    }
  append_certainty (text, point);
  ka_text_set (&step->text, language, text->str);
}

KaTour *
ka_walk_new (KaAtlas *atlas, const KaArticle *annex, KaLanguage language)
{
  KaTour          *self;
  g_autofree char *label = NULL, *title = NULL;

  g_return_val_if_fail (ka_walk_exists (&annex->item), NULL);

  self = g_new0 (KaTour, 1);
  label = ka_words_dup_article_label (annex, language);
  self->item.kind = KA_ITEM_TOUR;
  self->item.id = g_strdup (annex->item.id);
  /* Translators: %s is an annex. */
  title = g_strdup_printf (_ ("Along the line: %s"), label);
  ka_text_set (&self->title, language, title);
  self->steps = g_new0 (KaTourStep, annex->n_points);
  self->n_steps = annex->n_points;
  for (gsize i = 0; i < annex->n_points; i++)
    fill_step (self, atlas, annex, i, language);

  return self;
}

void
ka_walk_free (KaTour *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    ka_text_clear (&self->steps[i].text);
  g_free (self->steps);
  ka_text_clear (&self->title);
  g_free (self->item.id);
  g_free (self);
}
