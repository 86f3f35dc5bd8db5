/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The table of foreign formats, and the way of a document through it: found out, imported, loaded
 * as our own.
 */
#include "config.h"

#include "ka-exchange.h"

#include "ka-exchange-private.h"
#include "ka-geojson.h"
#include "ka-icalendar.h"
#include "ka-linked-places.h"
#include "ka-timeline-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const linked_places_extensions[] = { "lpf.json", "jsonld", NULL };
static const char *const geojson_extensions[] = { "geojson", NULL };
static const char *const icalendar_extensions[] = { "ics", "ical", "ifb", "icalendar", NULL };
static const char *const timeline_extensions[] = { "timeline", NULL };
static const char *const timelinejs_extensions[] = { "timelinejs.json", NULL };
static const char *const csv_extensions[] = { "csv", "tsv", NULL };

/* The first one that knows a document reads it. */
static const KaExchangeFormat formats[] = {
  { "timelinejs", "TimelineJS", timelinejs_extensions, ka_timelinejs_json_sniff,
    ka_timelinejs_json_import, ka_timelinejs_json_export },
  { "csv", "TimelineJS CSV", csv_extensions, ka_timelinejs_csv_sniff, ka_timelinejs_csv_import,
    ka_timelinejs_csv_export },
  { "linked-places", "Linked Places", linked_places_extensions, ka_linked_places_sniff,
    ka_linked_places_import, NULL },
  { "geojson", "GeoJSON", geojson_extensions, ka_geojson_sniff, ka_geojson_import,
    ka_geojson_export },
  { "icalendar", "iCalendar", icalendar_extensions, ka_icalendar_sniff, ka_icalendar_import,
    ka_icalendar_export, .has_folds = TRUE },
  { "timeline", "The Timeline Project", timeline_extensions, ka_timeline_xml_sniff,
    ka_timeline_xml_import, ka_timeline_xml_export },
};

G_DEFINE_QUARK (ka_exchange_error, ka_exchange_error)

const KaExchangeFormat *
ka_exchange_get_formats (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const KaExchangeFormat *
ka_exchange_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

const KaExchangeFormat *
ka_exchange_find_by_name (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; formats[i].extensions[j] != NULL; j++)
      {
        g_autofree char *ending = g_strconcat (".", formats[i].extensions[j], NULL);
        const gsize      length = strlen (file), n = strlen (ending);

        if (length > n && g_ascii_strcasecmp (file + length - n, ending) == 0)
          return &formats[i];
      }
  return NULL;
}

/* Skips a byte order mark, which only tells that the text is UTF-8. */
static const char *
skip_mark (const char *text, gsize *length)
{
  if (*length < 3 || memcmp (text, "\xEF\xBB\xBF", 3) != 0)
    return text;
  *length -= 3;
  return text + 3;
}

const KaExchangeFormat *
ka_exchange_sniff (const char *text, gsize length)
{
  const char *start = skip_mark (text, &length);

  /* Our own format begins with it as a rule, and each sniff goes through a document as a whole. */
  if (ka_foreign_has_json (start, length, "/atlas"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff != NULL && formats[i].sniff (start, length))
      return &formats[i];
  return NULL;
}

const KaExchangeFormat *
ka_exchange_choose (const char *file, const char *text, gsize length)
{
  const KaExchangeFormat *format = ka_exchange_sniff (text, length);

  if (format == NULL && text[strspn (text, " \t\r\n")] != '{')
    format = ka_exchange_find_by_name (file);
  return format != NULL && format->import != NULL ? format : NULL;
}

/* Whether a document is text. @invalid: (out): the first byte that is none */
static gboolean
is_text (const KaExchangeFormat *format, const char *text, gsize length, const char **invalid)
{
  if (!format->has_folds)
    return g_utf8_validate_len (text, length, invalid);
  *invalid = text + strlen (text);
  return *invalid == text + length;
}

/* Fills a draft from a document, or reports at once that it is no text. */
static KaDraft *
read_draft (const KaExchangeFormat *format, const char *name, const char *text, gsize length)
{
  const char *start = skip_mark (text, &length);
  const char *invalid;
  KaDraft    *draft = ka_draft_new (name, format->title, start, length);

  if (length > KA_ATLAS_MAX_BYTES)
    ka_draft_fault (draft, KA_DRAFT_NOWHERE, _ ("more than 512 MiB, a smaller document expected"));
  else if (!is_text (format, start, length, &invalid))
    ka_draft_fault (draft, (gsize) (invalid - start),
                    _ ("a byte that is not UTF-8, text in UTF-8 expected"));
  else if (strspn (start, " \t\r\n") == length)
    ka_draft_fault (draft, KA_DRAFT_NOWHERE,
                    _ ("the document is empty, one with events or places expected"));
  else
    format->import (draft, start, length);
  return draft;
}

/* Both sorts are stable: what is said of a line keeps its order. */
static int
compare_faults (gconstpointer a, gconstpointer b)
{
  return (*(const KaFault *const *) a)->line - (*(const KaFault *const *) b)->line;
}

static int
compare_losses (gconstpointer a, gconstpointer b)
{
  return (*(const KaLoss *const *) a)->line - (*(const KaLoss *const *) b)->line;
}

/* Makes an atlas of a document, or says what is wrong. @json: as of ka_draft_finish() */
static KaAtlas *
import (const KaExchangeFormat *format,
        const char             *name,
        const char             *text,
        gsize                   length,
        char                  **json,
        GPtrArray             **faults,
        GPtrArray             **losses)
{
  g_autoptr (KaDraft) draft = read_draft (format, name, text, length);
  KaAtlas *atlas = NULL;

  if (ka_draft_is_faulty (draft))
    {
      *faults = g_ptr_array_ref (ka_draft_get_faults (draft));
    }
  else
    {
      atlas = ka_draft_finish (draft, json, faults);
    }
  *losses = g_ptr_array_ref (ka_draft_get_losses (draft));
  g_ptr_array_sort (*faults, compare_faults);
  g_ptr_array_sort (*losses, compare_losses);
  return atlas;
}

char *
ka_exchange_import (const KaExchangeFormat *format,
                    const char             *name,
                    const char             *text,
                    gsize                   length,
                    KaAtlas               **atlas,
                    GPtrArray             **faults,
                    GPtrArray             **losses)
{
  g_autoptr (KaAtlas) made = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (format != NULL && format->import != NULL, NULL);

  made = import (format, name, text, length, &json, faults, losses);
  if (made != NULL && atlas != NULL)
    *atlas = ka_atlas_ref (made);
  return made != NULL ? g_steal_pointer (&json) : NULL;
}

char *
ka_exchange_export (const KaExchangeFormat *format,
                    KaAtlas                *atlas,
                    KaDay                   day,
                    GPtrArray             **losses,
                    GError                **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_loss_free);
  char *text;

  if (format->export == NULL)
    {
      g_set_error (error, KA_EXCHANGE_ERROR, KA_EXCHANGE_ERROR_UNSUPPORTED,
                   /* Translators: the name of a format of files. */
                   _ ("the format %s can be read, not written"), format->title);
      return NULL;
    }
  text = format->export(atlas, day, told);
  *losses = g_steal_pointer (&told);
  return text;
}

static KaAtlas *
open_foreign (const KaExchangeFormat *format,
              const char             *name,
              const char             *text,
              gsize                   length,
              GPtrArray             **faults,
              GPtrArray             **losses,
              GError                **error)
{
  g_autoptr (GPtrArray) found = NULL, lost = NULL;
  KaAtlas *atlas = import (format, name, text, length, NULL, &found, &lost);

  if (atlas == NULL)
    ka_faults_set_error (found, error);
  else if (losses != NULL)
    *losses = g_steal_pointer (&lost);
  if (faults != NULL)
    *faults = g_steal_pointer (&found);
  return atlas;
}

/* Whether a document cannot be meant as JSON: neither its name nor its first letter says so. */
static gboolean
is_no_json (const char *name, const char *text, gsize length)
{
  const char *start = skip_mark (text, &length);
  const gsize n_blanks = strspn (start, " \t\r\n");

  return !g_str_has_suffix (name, ".json") && n_blanks < length &&
         strchr ("{[", start[n_blanks]) == NULL;
}

KaAtlas *
ka_atlas_open (GFile *file, GPtrArray **faults, GPtrArray **losses, GError **error)
{
  return ka_atlas_open_partly (file, NULL, faults, losses, error);
}

KaAtlas *
ka_atlas_open_partly (GFile      *file,
                      KaAtlasGap *gap,
                      GPtrArray **faults,
                      GPtrArray **losses,
                      GError    **error)
{
  g_autofree char        *name = NULL, *text = NULL;
  const KaExchangeFormat *format;
  KaAtlas                *atlas;
  gsize                   length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      atlas = ka_atlas_load_partly (file, gap, faults, error);
    }
  else
    {
      text = ka_atlas_read_text (file, &length, error);
      if (text == NULL)
        return NULL;
      name = g_file_get_basename (file);
      format = ka_exchange_choose (name, text, length);
      if (format != NULL)
        return open_foreign (format, name, text, length, faults, losses, error);
      if (is_no_json (name, text, length))
        {
          g_set_error (error, KA_EXCHANGE_ERROR, KA_EXCHANGE_ERROR_UNSUPPORTED,
                       _ ("%s: no format that the program reads; an atlas, TimelineJS, GeoJSON,"
                          " Linked Places, iCalendar or The Timeline Project expected"),
                       name);
          return NULL;
        }
      atlas = ka_atlas_load_text_partly (name, g_steal_pointer (&text), length, gap, faults, error);
    }
  if (atlas != NULL && losses != NULL)
    *losses = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_loss_free);
  return atlas;
}
