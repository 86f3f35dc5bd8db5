/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file says about its picture: title, description in words, sources, licence. Every format
 * has a place for them.
 */

#include "config.h"

#include "ka-export-private.h"

#include "ka-captions.h"
#include "ka-export-view.h"
#include "ka-page-claim.h"
#include "ka-page-text.h"
#include "ka-reading-describe.h"

#include <math.h>

/* The events of a timeline that its description names at most */
#define MAX_EVENTS     30
#define MOST_IMPORTANT 5

static gboolean
is_shown (const KaExport *self, const KaEvent *event, KaSpan time, int importance)
{
  return ka_span_has (time, event->date.earliest) && event->importance >= importance &&
         ka_filter_admits (&self->state->filter, event);
}

/* The least importance of which not too many events are shown */
static int
find_importance (const KaExport *self, const KaList *events, KaSpan time)
{
  int importance = MOST_IMPORTANT;

  for (; importance > 1; importance--)
    {
      guint n = 0;

      for (gsize i = 0; i < events->n_items; i++)
        n += is_shown (self, events->items[i], time, importance - 1) ? 1 : 0;
      if (n > MAX_EVENTS)
        break;
    }

  return importance;
}

/* Appends the great events of a timeline, with their dates. */
static void
append_events (GString *text, const KaExport *self)
{
  KaAtlas          *atlas = ka_map_scene_get_atlas (self->scene);
  const KaList     *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaTimeAxis *axis = self->page->axis;
  const KaSpan      time = axis != NULL ? (KaSpan){ (KaDay) ceil (axis->first_day),
                                                    (KaDay) floor (ka_time_axis_get_last_day (axis)) }
                                        : ka_atlas_get_head (atlas)->shown;
  const int         importance = find_importance (self, events, time);
  guint             n = 0;

  for (gsize i = 0; i < events->n_items && n < MAX_EVENTS; i++)
    {
      const KaEvent   *event = events->items[i];
      g_autofree char *date = NULL;

      if (!is_shown (self, event, time, importance))
        continue;
      date = ka_date_to_words (&event->date, event->edtf, self->state->language);
      g_string_append_printf (text, "%s%s (%s)", n++ == 0 ? " " : "; ",
                              ka_text_get (&event->title, self->state->language), date);
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

static void
append_day (GString *text, KaAtlas *atlas, KaDay day, KaLanguage language)
{
  g_autofree char *words = ka_reading_describe_day (atlas, day, language);

  g_string_append_printf (text, " %s", words);
}

char *
ka_export_dup_alt_text (const KaExport *self)
{
  KaAtlas           *atlas = ka_map_scene_get_atlas (self->scene);
  const KaViewState *state = self->state;
  g_autofree char   *title = ka_page_dup_heading (atlas, state, self->page);
  g_autofree char   *subtitle = ka_page_dup_caption (atlas, state, self->page);
  g_autofree char   *occasion = ka_page_dup_occasion (atlas, state, self->page);
  g_autofree char   *day = ka_day_to_iso (state->day);
  g_autofree char   *words = self->page->names_time ? ka_page_dup_days (state, self->page)
                                                    : ka_day_to_words (state->day, state->language);
  GString           *text = NULL;

  if (self->page->view == KA_PAGE_CLAIM && state->selection != NULL)
    return ka_page_claim_dup_text ((const KaCorrection *) state->selection, state->language);

  text = g_string_new (NULL);
  g_string_printf (text, "%s%s %s", title, g_str_has_suffix (title, ".") ? "" : ".", words);
  if (self->page->names_time)
    g_string_append_c (text, '.');
  else
    g_string_append_printf (text, " (%s).", day);
  if (*subtitle != '\0' && !g_str_equal (subtitle, title))
    g_string_append_printf (text, " %s%s", subtitle, g_str_has_suffix (subtitle, ".") ? "" : ".");
  if (*occasion != '\0' && !g_str_equal (occasion, title) &&
      !g_str_equal (occasion, ka_caption_get (KA_CAPTION_AS_ON_THIS_DAY, state->language)))
    g_string_append_printf (text, " %s%s", occasion, g_str_has_suffix (occasion, ".") ? "" : ".");
  if (self->page->view != KA_PAGE_TIMELINE)
    append_day (text, atlas, state->day, state->language);
  else
    append_events (text, self);
  if (self->page->has_other_day)
    append_day (text, atlas, self->page->other_day, state->language);

  return g_string_free (text, FALSE);
}

static void
clear_text (gpointer data)
{
  g_free (((KaExportText *) data)->value);
}

static void
take_text (GArray *texts, const char *key, char *value)
{
  g_array_append_val (texts, ((KaExportText){ key, value }));
}

GArray *
ka_export_list_texts (const KaExport *self)
{
  KaAtlas           *atlas = ka_map_scene_get_atlas (self->scene);
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  const KaViewState *state = self->state;
  GArray            *texts = g_array_new (FALSE, FALSE, sizeof (KaExportText));
  g_autoptr (GArray) blocks = ka_page_list_blocks (atlas, state);

  g_array_set_clear_func (texts, clear_text);
  take_text (texts, "Title", ka_page_dup_heading (atlas, state, self->page));
  take_text (texts, "Description", ka_export_dup_alt_text (self));
  take_text (texts, "Source", ka_page_dup_sources (atlas, state, blocks));
  take_text (
    texts, "Copyright",
    g_strdup_printf ("%s. %s", head->licence, ka_text_get (&head->credits, state->language)));
  take_text (texts, "Disclaimer", g_strdup (ka_text_get (&head->policy, state->language)));
  take_text (texts, "Software",
             g_strdup_printf ("Kars Atlas %s, atlas %s", KA_VERSION, head->version));
  take_text (texts, KA_EXPORT_VIEW_KEY, ka_export_dup_view (self));

  return texts;
}
