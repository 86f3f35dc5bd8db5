/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas at`: writes who held a point on a day, as text or as JSON.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-text.h"

#include "ka-query.h"
#include "ka-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
parse_number (const char *text, double *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && strpbrk (text, "xX") == NULL;
}

/* Takes the numbers out of the arguments, but for values of options: an option parser reads "-43.1"
 * as options. Every option of this command but --help has a value. */
static GStrv
take_numbers (const char *const *arguments, GPtrArray *numbers)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  gboolean is_value = FALSE;

  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      double number;

      if (!is_value && parse_number (arguments[i], &number))
        {
          g_ptr_array_add (numbers, g_strdup (arguments[i]));
          continue;
        }
      is_value = !is_value && g_str_has_prefix (arguments[i], "--") &&
                 strchr (arguments[i], '=') == NULL && strlen (arguments[i]) > 2;
      g_strv_builder_add (rest, arguments[i]);
    }

  return g_strv_builder_end (rest);
}

static gboolean
get_point (const GPtrArray *numbers, char *const *words, KaPoint *point_deg, int *exit_code)
{
  if (words[0] != NULL)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("at: '%s' is no number"), words[0]);
      return FALSE;
    }
  if (numbers->len != 2)
    {
      *exit_code = ka_cli_fail (
        KA_CLI_BAD_USAGE, _ ("at: expected LON and LAT in degrees (see kars-atlas at --help)"));
      return FALSE;
    }
  parse_number (numbers->pdata[0], &point_deg->x);
  parse_number (numbers->pdata[1], &point_deg->y);
  if (!(fabs (point_deg->x) <= 180))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("at: LON is %s, expected -180 to 180"),
                                (const char *) numbers->pdata[0]);
      return FALSE;
    }
  if (!(fabs (point_deg->y) <= 90))
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("at: LAT is %s, expected -90 to 90"),
                                (const char *) numbers->pdata[1]);
      return FALSE;
    }

  return TRUE;
}

/* JSON */

/* Adds members of a tenure as `list` writes them; null without one. The tenure itself is its id. */
static void
add_tenure (KaJsonObject *object, const KaTenure *tenure, KaDay day, const char *const *keys)
{
  const KaPolity    *whole = NULL;
  const KaCliContext context = { .day = day };
  g_autoptr (KaJsonObject) members = NULL;

  if (tenure != NULL && tenure->holder != NULL)
    whole = ka_query_whole_of (tenure->holder, day);
  members = tenure != NULL ? ka_cli_json_new_item (KA_ITEM (tenure), &context)
                           : json_object_new_object ();
  json_object_object_add (members, "tenure", ka_cli_json_new_id (KA_ITEM (tenure)));
  json_object_object_add (members, "within", ka_cli_json_new_id (KA_ITEM (whole)));
  for (gsize i = 0; keys[i] != NULL; i++)
    json_object_object_add (object, keys[i],
                            json_object_get (json_object_object_get (members, keys[i])));
}

static KaJsonObject *
build_names (const KaWhereabouts *what, KaDay day)
{
  const KaTenure *tenure = what->tenure;
  KaJsonObject   *object = json_object_new_object ();

  json_object_object_add (object, "area", ka_cli_json_new_names (KA_ITEM (what->area), day));
  json_object_object_add (object, "region", ka_cli_json_new_names (KA_ITEM (what->region), day));
  json_object_object_add (
    object, "holder",
    ka_cli_json_new_names (tenure != NULL ? KA_ITEM (tenure->holder) : NULL, day));

  return object;
}

static KaJsonObject *
build_document (const KaWhereabouts *what, KaPoint point_deg, KaDay day)
{
  static const char *const tenure_keys[] = {
    "holder", "kind", "instrument", "instrument_kind", "sovereign", "autonomy", "within",
    "tenure", "from", "to",         "certainty",       "note",      NULL
  };
  static const char *const claim_keys[] = { "tenure", "holder", "from", "to", "instrument", NULL };
  KaJsonObject            *document = json_object_new_object ();
  KaJsonObject            *claims = json_object_new_array ();

  json_object_object_add (document, "lon", ka_cli_json_new_number (point_deg.x));
  json_object_object_add (document, "lat", ka_cli_json_new_number (point_deg.y));
  json_object_object_add (document, "date", ka_cli_json_new_day (day));
  json_object_object_add (document, "area", ka_cli_json_new_id (KA_ITEM (what->area)));
  json_object_object_add (document, "region", ka_cli_json_new_id (KA_ITEM (what->region)));
  add_tenure (document, what->tenure, day, tenure_keys);
  json_object_object_add (document, "names", build_names (what, day));
  for (guint i = 0; what->claims != NULL && i < what->claims->len; i++)
    {
      KaJsonObject *claim = json_object_new_object ();

      add_tenure (claim, what->claims->pdata[i], day, claim_keys);
      json_object_array_add (claims, claim);
    }
  json_object_object_add (document, "claims", claims);

  return document;
}

/* Text */

static void
append_line (GString *text, const char *label, const KaItem *item, KaDay day, KaLanguage language)
{
  g_autofree char *reference = NULL;
  g_autofree char *words = NULL;

  if (item == NULL)
    return;
  reference = ka_item_dup_reference (item);
  words = g_strdup_printf ("%s (%s)", ka_item_get_title (item, day, language), reference);
  ka_cli_append_labelled (text, label, words);
}

static void
append_tenure (GString *text, const KaTenure *tenure, KaDay day, KaLanguage language)
{
  g_autofree char *interval = ka_span_to_words (tenure->span, language);
  g_autofree char *how = NULL;

  append_line (text, _ ("Held by"), KA_ITEM (tenure->holder), day, language);
  how = g_strdup_printf (/* Translators: how land is held, and from when to when. */
                         _ ("%1$s, %2$s"), ka_words_get_tenure_kind (tenure->kind), interval);
  ka_cli_append_labelled (text, _ ("How"), how);
  append_line (text, _ ("Title"), KA_ITEM (tenure->sovereign), day, language);
  append_line (text, _ ("Autonomy"), KA_ITEM (tenure->autonomy), day, language);
  if (tenure->holder != NULL)
    append_line (text, _ ("Within"), KA_ITEM (ka_query_whole_of (tenure->holder, day)), day,
                 language);
  append_line (text, _ ("Instrument"), tenure->instrument, day, language);
  ka_cli_append_labelled (text, _ ("Certainty"), ka_words_get_certainty (tenure->item.certainty));
  if (tenure->item.note != NULL)
    ka_cli_append_labelled (text, _ ("Note"), tenure->item.note);
}

static char *
format_text (const KaWhereabouts *what, KaDay day, KaLanguage language)
{
  g_autofree char *words = ka_day_to_words (day, language);
  GString         *text = g_string_new (NULL);

  ka_cli_append_labelled (text, _ ("Day"), words);
  if (what->area == NULL)
    g_string_append (text, _ ("No area of the atlas is at this point.\n"));
  append_line (text, _ ("Area"), KA_ITEM (what->area), day, language);
  append_line (text, _ ("Region"), KA_ITEM (what->region), day, language);
  if (what->tenure != NULL)
    append_tenure (text, what->tenure, day, language);
  for (guint i = 0; what->claims != NULL && i < what->claims->len; i++)
    {
      const KaTenure *claim = what->claims->pdata[i];

      append_line (text, _ ("Claimed by"), KA_ITEM (claim->holder), day, language);
    }

  return g_string_free (text, FALSE);
}

int
ka_cli_at (const KaCliCommand *self, const char *const *arguments)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) others = take_numbers (arguments, numbers);
  g_auto (GStrv) words = NULL;
  g_auto (KaCliOptions) options = { NULL };
  g_auto (KaWhereabouts) what = { NULL };
  g_autoptr (KaAtlas) atlas = NULL;
  g_autofree char *text = NULL;
  KaPoint          point_deg = { 0 };
  KaDay            day;
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, (const char *const *) others, NULL, &options, &words, &exit_code) ||
      !get_point (numbers, words, &point_deg, &exit_code))
    return exit_code;
  atlas = ka_cli_load_atlas_partly (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;

  day = options.has_day ? options.day : ka_atlas_get_head (atlas)->default_day;
  what = ka_query_whereabouts (atlas, point_deg, day);
  if (options.format == 1)
    {
      g_autoptr (KaJsonObject) document = build_document (&what, point_deg, day);

      return ka_cli_json_write (document);
    }
  text = format_text (&what, day, options.language);

  return ka_cli_write (text);
}
