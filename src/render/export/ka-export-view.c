/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The view of a picture as a link, which a PNG carries, and back.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-view.h"

#include "ka-query.h"
#include "ka-timeline-groups.h"

#include <math.h>
#include <string.h>

#define SCHEME "kars-atlas:?"
/* A kilometre of a box is a number below this. */
#define MAX_KM 1e6

static char *
dup_span (KaDay from, KaDay to)
{
  g_autofree char *first = ka_day_to_iso (from);
  g_autofree char *last = ka_day_to_iso (to);

  return g_strdup_printf ("%s/%s", first, last);
}

/* Appends a part of a link, and takes its value. */
static void
append (GString *link, const char *name, char *value)
{
  if (link->len > strlen (SCHEME))
    g_string_append_c (link, '&');
  g_string_append_printf (link, "%s=", name);
  g_string_append_uri_escaped (link, value, ":/,", FALSE);
  g_free (value);
}

static void
append_number (GString *link, const char *name, guint number)
{
  append (link, name, g_strdup_printf ("%u", number));
}

static void
append_box (GString *link, KaBox box)
{
  const double sides[] = { box.x0, box.y0, box.x1, box.y1 };
  GString     *text = g_string_new (NULL);
  char         number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                            g_ascii_formatd (number, sizeof number, "%.2f", sides[i]));
  append (link, "box", g_string_free (text, FALSE));
}

static void
append_state (GString *link, const KaViewState *state)
{
  if (state->selection != NULL)
    append (link, "select", ka_item_dup_reference (state->selection));
  if (state->step > 0)
    append_number (link, "step", state->step);
  if (state->has_pinned_day)
    append (link, "compare", ka_day_to_iso (state->pinned_day));
  if (state->has_range)
    append (link, "range", dup_span (state->range.from, state->range.to));
  if (state->grouping != KA_GROUPING_NONE)
    append (link, "group", g_strdup (ka_grouping_get_name (state->grouping)));
  if (ka_filter_is_active (&state->filter))
    append (link, "filter", ka_filter_to_string (&state->filter));
  if (state->hidden_layers != 0)
    append_number (link, "hide", state->hidden_layers);
}

char *
ka_export_dup_view (const KaExport *self)
{
  const KaPage *page = self->page;
  GString      *link = g_string_new (SCHEME);

  append (link, "date", ka_day_to_iso (self->state->day));
  append (link, "view", g_strdup (ka_page_view_get_name (page->view)));
  append (link, "language", g_strdup (ka_language_get_code (self->state->language)));
  append_state (link, self->state);
  if (page->has_other_day && !self->state->has_pinned_day)
    append (link, "compare", ka_day_to_iso (page->other_day));
  if (page->viewport != NULL)
    append_box (link, ka_viewport_get_box (page->viewport));
  if (page->axis != NULL)
    append (link, "time",
            dup_span ((KaDay) floor (page->axis->first_day),
                      (KaDay) ceil (ka_time_axis_get_last_day (page->axis))));

  return g_string_free (link, FALSE);
}

/* Readers of the parts of a link: whether the value is good. */

static gboolean
read_days (const char *value, KaSpan *span)
{
  g_auto (GStrv) days = g_strsplit (value, "/", 2);

  return g_strv_length (days) == 2 && ka_day_parse (days[0], &span->from, NULL) &&
         ka_day_parse (days[1], &span->to, NULL) && span->from < span->to;
}

static gboolean
read_number (const char *value, guint most, guint *number)
{
  guint64 parsed;

  if (!g_ascii_string_to_unsigned (value, 10, 0, most, &parsed, NULL))
    return FALSE;
  *number = (guint) parsed;

  return TRUE;
}

static gboolean
read_date (KaAtlas *atlas, const char *value, KaExportView *view)
{
  return ka_day_parse (value, &view->state.day, NULL);
}

static gboolean
read_view (KaAtlas *atlas, const char *value, KaExportView *view)
{
  return ka_page_view_from_name (value, &view->view);
}

static gboolean
read_language (KaAtlas *atlas, const char *value, KaExportView *view)
{
  for (int i = 0; i < KA_N_LANGUAGES; i++)
    if (g_str_equal (ka_language_get_code ((KaLanguage) i), value))
      {
        view->state.language = (KaLanguage) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_selection (KaAtlas *atlas, const char *value, KaExportView *view)
{
  view->state.selection = ka_atlas_lookup_reference (atlas, value);

  return view->state.selection != NULL;
}

static gboolean
read_step (KaAtlas *atlas, const char *value, KaExportView *view)
{
  return view->state.selection != NULL &&
         read_number (value, ka_query_count_steps (view->state.selection), &view->state.step);
}

static gboolean
read_compared (KaAtlas *atlas, const char *value, KaExportView *view)
{
  view->state.has_pinned_day = TRUE;

  return ka_day_parse (value, &view->state.pinned_day, NULL);
}

static gboolean
read_range (KaAtlas *atlas, const char *value, KaExportView *view)
{
  view->state.has_range = TRUE;

  return read_days (value, &view->state.range);
}

static gboolean
read_group (KaAtlas *atlas, const char *value, KaExportView *view)
{
  for (int i = 0; i < KA_N_GROUPINGS; i++)
    if (g_str_equal (ka_grouping_get_name ((KaGrouping) i), value))
      {
        view->state.grouping = (KaGrouping) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_filter (KaAtlas *atlas, const char *value, KaExportView *view)
{
  return ka_filter_parse (atlas, value, &view->state.filter, NULL);
}

static gboolean
read_hidden (KaAtlas *atlas, const char *value, KaExportView *view)
{
  guint number;

  if (!read_number (value, (1 << KA_N_MAP_LAYERS) - 1, &number))
    return FALSE;
  view->state.hidden_layers = (KaMapLayer) number;

  return TRUE;
}

static gboolean
read_box (KaAtlas *atlas, const char *value, KaExportView *view)
{
  g_auto (GStrv) texts = g_strsplit (value, ",", 5);
  double sides[4];

  if (g_strv_length (texts) != 4)
    return FALSE;
  for (gsize i = 0; i < 4; i++)
    {
      char *end;

      sides[i] = g_ascii_strtod (texts[i], &end);
      if (end == texts[i] || *end != '\0' || !(fabs (sides[i]) < MAX_KM))
        return FALSE;
    }
  view->map = (KaBox){ sides[0], sides[1], sides[2], sides[3] };
  view->has_map = TRUE;

  return view->map.x0 < view->map.x1 && view->map.y0 < view->map.y1;
}

static gboolean
read_time (KaAtlas *atlas, const char *value, KaExportView *view)
{
  view->has_time = TRUE;

  return read_days (value, &view->time);
}

/* In the order in which they are read: a step is one of the selection. */
static const struct
{
  const char *name;
  gboolean (*read) (KaAtlas *atlas, const char *value, KaExportView *view);
} parts[] = {
  { "date", read_date },        { "view", read_view },   { "language", read_language },
  { "select", read_selection }, { "step", read_step },   { "compare", read_compared },
  { "range", read_range },      { "group", read_group }, { "filter", read_filter },
  { "hide", read_hidden },      { "box", read_box },     { "time", read_time },
};

gboolean
ka_export_parse_view (KaAtlas *atlas, const char *link, KaExportView *view, GError **error)
{
  KaExportView found = {
    .state = { .day = ka_atlas_get_head (atlas)->default_day, .filter = ka_filter_all () },
    .view = KA_PAGE_BOTH,
  };
  g_autoptr (GHashTable) values = NULL;

  if (g_str_has_prefix (link, SCHEME))
    values = g_uri_parse_params (link + strlen (SCHEME), -1, "&", G_URI_PARAMS_NONE, NULL);
  if (values == NULL)
    {
      g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW,
                   _ ("'%.80s' is no link to a view, kars-atlas:? expected first"), link);
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *value = g_hash_table_lookup (values, parts[i].name);

      if (value == NULL || parts[i].read (atlas, value, &found))
        continue;
      g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW,
                   _ ("the view has no %1$s '%2$.80s' of this atlas"), parts[i].name, value);
      return FALSE;
    }
  *view = found;

  return TRUE;
}

/* The text after the key of an iTXt that is not compressed; %NULL for another key */
static char *
dup_value (const guint8 *chunk, gsize length)
{
  static const char head[] = KA_EXPORT_VIEW_KEY "\0\0\0\0";

  if (length < sizeof head || memcmp (chunk, head, sizeof head) != 0 ||
      !g_utf8_validate ((const char *) chunk + sizeof head, (gssize) (length - sizeof head), NULL))
    return NULL;

  return g_strndup ((const char *) chunk + sizeof head, length - sizeof head);
}

char *
ka_export_read_view (GBytes *png, GError **error)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize               size;
  const guint8       *data = g_bytes_get_data (png, &size);
  gsize               at = sizeof signature;
  char               *value = NULL;

  if (size < at || memcmp (data, signature, at) != 0)
    {
      g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW, _ ("this is no PNG"));
      return NULL;
    }
  while (value == NULL && size - at >= 12)
    {
      const gsize length = (gsize) data[at] << 24 | (gsize) data[at + 1] << 16 |
                           (gsize) data[at + 2] << 8 | data[at + 3];

      if (length > size - at - 12)
        break;
      if (memcmp (data + at + 4, "iTXt", 4) == 0)
        value = dup_value (data + at + 8, length);
      at += length + 12;
    }
  if (value == NULL)
    g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW,
                         _ ("the picture holds no view of an atlas"));

  return value;
}
