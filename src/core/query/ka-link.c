/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links to views of an atlas: `kars-atlas:ATLAS?date=…&select=…`.
 */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "ka-link.h"

#include <math.h>
#include <string.h>

#include "ka-query.h"

/* Characters that stand for themselves in a value, beside letters, digits and -._~ */
#define PLAIN ":,/="

#define MAX_ZOOM 10000.0

G_DEFINE_QUARK (ka - link - error - quark, ka_link_error)

enum
{
  DATE,
  SELECT,
  VIEW,
  TIMELINE,
  RANGE,
  PIN,
  FILTER,
};

static const char *const keys[] = {
  [DATE] = "date",   [SELECT] = "select", [VIEW] = "view",     [TIMELINE] = "timeline",
  [RANGE] = "range", [PIN] = "pin",       [FILTER] = "filter", NULL,
};

gboolean
ka_link_is (const char *text)
{
  return g_ascii_strncasecmp (text, KA_LINK_SCHEME, strlen (KA_LINK_SCHEME)) == 0;
}

char *
ka_link_dup_atlas (const char *text)
{
  const char *id = ka_link_is (text) ? text + strlen (KA_LINK_SCHEME) : NULL;

  return id != NULL ? g_strndup (id, strcspn (id, "?")) : NULL;
}

/* Reading */

gboolean
ka_link_parse_place (const char *text, KaPoint *centre_deg, double *zoom, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  double numbers[3] = { NAN, NAN, NAN };

  for (guint i = 0; g_strv_length (parts) == 3 && i < 3; i++)
    {
      char *end = NULL;

      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0')
        numbers[i] = NAN;
    }
  if (!(fabs (numbers[0]) <= 180 && fabs (numbers[1]) <= 90 && numbers[2] > 0 &&
        numbers[2] <= MAX_ZOOM))
    {
      g_set_error (
        error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
        _ ("'%s' is no LON,LAT,ZOOM such as 43.1,40.6,3: degrees east and north, and how "
           "many times as large as the whole map"),
        text);
      return FALSE;
    }
  *centre_deg = (KaPoint){ numbers[0], numbers[1] };
  *zoom = numbers[2];

  return TRUE;
}

static gboolean
parse_day (const char *text, KaDay *day, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (ka_day_parse (text, day, &reason))
    return TRUE;

  g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
               _ ("'%1$s' is no day such as 1921-10-13: %2$s"), text, reason->message);

  return FALSE;
}

/* Reads a first and a last day. */
static gboolean
parse_span (const char *text, KaSpan *span, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  KaDay from, last;

  if (g_strv_length (parts) != 2)
    {
      g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
                   _ ("'%s' is no range of days such as 1918-01-01/1921-10-13"), text);
      return FALSE;
    }
  if (!parse_day (parts[0], &from, error) || !parse_day (parts[1], &last, error))
    return FALSE;
  if (from > last)
    {
      g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX, _ ("'%s' ends before it begins"),
                   text);
      return FALSE;
    }
  *span = (KaSpan){ from, last + 1 };

  return TRUE;
}

static gboolean
parse_selection (KaAtlas *atlas, const char *text, KaLink *link, GError **error)
{
  g_autofree char *nearest = NULL;

  link->selection = ka_query_lookup_step (atlas, text, &link->step);
  if (link->selection != NULL)
    return TRUE;

  nearest = ka_query_dup_nearest_reference (atlas, text);
  if (nearest != NULL)
    g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_ITEM,
                 _ ("the atlas has nothing of the id '%1$s'; the nearest is '%2$s'"), text,
                 nearest);
  else
    g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_ITEM,
                 _ ("the atlas has nothing of the id '%s'"), text);

  return FALSE;
}

static gboolean
parse_filter (KaAtlas *atlas, const char *text, KaFilter *filter, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (ka_filter_parse (atlas, text, filter, &reason))
    return TRUE;

  g_set_error_literal (error, KA_LINK_ERROR,
                       g_error_matches (reason, KA_FILTER_ERROR, KA_FILTER_ERROR_PARTY)
                         ? KA_LINK_ERROR_ITEM
                         : KA_LINK_ERROR_SYNTAX,
                       reason->message);

  return FALSE;
}

static gboolean
parse_value (KaAtlas *atlas, guint key, const char *value, KaLink *link, GError **error)
{
  switch (key)
    {
    case DATE:
      link->has_day = TRUE;
      return parse_day (value, &link->day, error);
    case SELECT:
      return parse_selection (atlas, value, link, error);
    case VIEW:
      link->has_place = TRUE;
      return ka_link_parse_place (value, &link->centre_deg, &link->zoom, error);
    case TIMELINE:
      link->has_shown = TRUE;
      return parse_span (value, &link->shown, error);
    case RANGE:
      link->has_range = TRUE;
      return parse_span (value, &link->range, error);
    case PIN:
      link->has_pinned_day = TRUE;
      return parse_day (value, &link->pinned_day, error);
    case FILTER:
      return parse_filter (atlas, value, &link->filter, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Decodes a part of a link; anything but UTF-8 is a fault. */
static char *
decode (const char *text, GError **error)
{
  g_autofree char *decoded = g_uri_unescape_string (text, NULL);

  if (decoded != NULL && g_utf8_validate (decoded, -1, NULL))
    return g_steal_pointer (&decoded);

  g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
               _ ("'%s' is not encoded as a link is: %% and two hexadecimal digits for a byte of "
                  "UTF-8"),
               text);

  return NULL;
}

/* Reads one `key=value`; messages start with the key. */
static gboolean
parse_part (KaAtlas *atlas, const char *text, KaLink *link, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_autofree char *all = g_strjoinv (", ", (char **) (gsize) keys);
  g_autofree char *value = NULL;
  const char      *nearest;
  guint            key = 0;

  while (keys[key] != NULL && g_strcmp0 (keys[key], sides[0]) != 0)
    key++;
  if (keys[key] != NULL && sides[1] != NULL)
    {
      value = decode (sides[1], error);
      if (value != NULL && parse_value (atlas, key, value, link, error))
        return TRUE;
      g_prefix_error (error, "%s: ", keys[key]);
      return FALSE;
    }

  nearest = ka_query_find_nearest_word (sides[0] != NULL ? sides[0] : "", keys);
  if (nearest != NULL)
    g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
                 _ ("a link has no '%1$s'; the nearest is '%2$s='"), text, nearest);
  else
    g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
                 _ ("a link has no '%1$s'; expected some of: %2$s"), text, all);

  return FALSE;
}

/* Checks that a link leads into the atlas. */
static gboolean
check_atlas (KaAtlas *atlas, const char *encoded, GError **error)
{
  const char      *id = ka_atlas_get_head (atlas)->id;
  g_autofree char *wanted = decode (encoded, error);

  if (wanted == NULL)
    return FALSE;
  if (strcmp (wanted, id) == 0)
    return TRUE;

  g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_ATLAS,
               /* Translators: the ids of two atlases. */
               _ ("the link leads into the atlas '%1$s', but '%2$s' is open"), wanted, id);

  return FALSE;
}

gboolean
ka_link_parse (KaAtlas *atlas, const char *text, KaLink *link, GError **error)
{
  KaLink parsed = { .filter = ka_filter_all () };
  g_auto (GStrv) halves = NULL;
  g_auto (GStrv) parts = NULL;

  if (!ka_link_is (text))
    {
      g_set_error (error, KA_LINK_ERROR, KA_LINK_ERROR_SYNTAX,
                   _ ("'%1$s' is no link: it does not start with %2$s"), text, KA_LINK_SCHEME);
      return FALSE;
    }
  halves = g_strsplit (text + strlen (KA_LINK_SCHEME), "?", 2);
  if (!check_atlas (atlas, halves[0] != NULL ? halves[0] : "", error))
    return FALSE;

  if (halves[0] != NULL && halves[1] != NULL)
    parts = g_strsplit (halves[1], "&", -1);
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (!parse_part (atlas, parts[i], &parsed, error))
      return FALSE;
  *link = parsed;

  return TRUE;
}

/* Writing */

static void
append (GString *text, guint key, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, PLAIN, FALSE);

  g_string_append_printf (text, "%c%s=%s", strchr (text->str, '?') == NULL ? '?' : '&', keys[key],
                          escaped);
}

static void
append_day (GString *text, guint key, KaDay day)
{
  g_autofree char *iso = ka_day_to_iso (day);

  append (text, key, iso);
}

static void
append_span (GString *text, guint key, KaSpan span)
{
  g_autofree char *first = ka_day_to_iso (span.from);
  g_autofree char *last = ka_day_to_iso (span.to - 1);
  g_autofree char *both = g_strconcat (first, "/", last, NULL);

  append (text, key, both);
}

static void
append_selection (GString *text, const KaItem *selection, guint step)
{
  g_autofree char *reference = ka_item_dup_reference (selection);
  g_autofree char *with_step = step > 0 ? g_strdup_printf ("%s#%u", reference, step)
                                        : g_strdup (reference);

  append (text, SELECT, with_step);
}

static void
append_place (GString *text, KaPoint centre_deg, double zoom)
{
  char             lon[G_ASCII_DTOSTR_BUF_SIZE];
  char             lat[G_ASCII_DTOSTR_BUF_SIZE];
  char             times[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = NULL;

  g_ascii_formatd (lon, sizeof lon, "%.5f", centre_deg.x);
  g_ascii_formatd (lat, sizeof lat, "%.5f", centre_deg.y);
  g_ascii_formatd (times, sizeof times, "%.5g", zoom);
  place = g_strdup_printf ("%s,%s,%s", lon, lat, times);
  append (text, VIEW, place);
}

char *
ka_link_to_string (const KaLink *self, KaAtlas *atlas)
{
  g_autofree char *id = g_uri_escape_string (ka_atlas_get_head (atlas)->id, NULL, FALSE);
  g_autofree char *filter = ka_filter_to_string (&self->filter);
  GString         *text = g_string_new (KA_LINK_SCHEME);

  g_string_append (text, id);
  if (self->has_day)
    append_day (text, DATE, self->day);
  if (self->selection != NULL)
    append_selection (text, self->selection, self->step);
  if (self->has_place)
    append_place (text, self->centre_deg, self->zoom);
  if (self->has_shown)
    append_span (text, TIMELINE, self->shown);
  if (self->has_range)
    append_span (text, RANGE, self->range);
  if (self->has_pinned_day)
    append_day (text, PIN, self->pinned_day);
  if (*filter != '\0')
    append (text, FILTER, filter);

  return g_string_free (text, FALSE);
}
