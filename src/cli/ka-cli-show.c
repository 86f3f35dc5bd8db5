/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `kars-atlas show`: writes all about one item, as text or as JSON. The text follows from the JSON
 * object, so both say the same.
 */
#include "config.h"

#include "ka-cli-json.h"
#include "ka-cli-private.h"
#include "ka-cli-text.h"

#include "ka-query.h"
#include "ka-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A member in the text, in the order of the table for every kind of item. Ids of @refers have their
 * titles. */
typedef struct
{
  const char *key;
  const char *label;
  KaItemKind  refers;   /* KA_N_ITEM_KINDS: no ids */
  gboolean    is_prose; /* a paragraph without a label */
} Line;

#define NO_ID KA_N_ITEM_KINDS

static const Line lines[] = {
  { "summary", NULL, NO_ID, TRUE },
  { "style", NULL, NO_ID, TRUE },
  { "text", NULL, NO_ID, TRUE },
  { "citation", NULL, NO_ID, TRUE },
  { "correction", NULL, NO_ID, TRUE },
  { "outcome", NULL, NO_ID, TRUE },
  { "fate", NULL, NO_ID, TRUE },
  { "disputed", N_ ("Disputed"), NO_ID, FALSE },
  { "unchanged", N_ ("Map unchanged"), NO_ID, FALSE },
  { "verdict", N_ ("Verdict"), NO_ID, FALSE },
  { "said_by", N_ ("Said by"), NO_ID, FALSE },
  { "treaty", N_ ("Treaty"), KA_ITEM_TREATY, FALSE },
  { "old_style", N_ ("Old Style"), NO_ID, FALSE },
  { "written_date", N_ ("Written date"), NO_ID, FALSE },
  { "born", N_ ("Born"), NO_ID, FALSE },
  { "died", N_ ("Died"), NO_ID, FALSE },
  { "from", N_ ("From"), NO_ID, FALSE },
  { "to", N_ ("Until"), NO_ID, FALSE },
  { "place", N_ ("Place"), NO_ID, FALSE },
  { "places", N_ ("Places"), KA_ITEM_PLACE, FALSE },
  { "where", N_ ("Where"), NO_ID, FALSE },
  { "lon", N_ ("Longitude"), NO_ID, FALSE },
  { "lat", N_ ("Latitude"), NO_ID, FALSE },
  { "height_m", N_ ("Height in m"), NO_ID, FALSE },
  { "kind", N_ ("Kind"), NO_ID, FALSE },
  { "categories", N_ ("About"), NO_ID, FALSE },
  { "parties", N_ ("Parties"), KA_ITEM_POLITY, FALSE },
  { "bound", N_ ("Binds"), KA_ITEM_POLITY, FALSE },
  { "signatories", N_ ("Signed by"), KA_ITEM_PERSON, FALSE },
  { "people", N_ ("People"), KA_ITEM_PERSON, FALSE },
  { "dates", N_ ("Dates"), KA_ITEM_POLITY, FALSE },
  { "languages", N_ ("Languages"), NO_ID, FALSE },
  { "holder", N_ ("Holder"), KA_ITEM_POLITY, FALSE },
  { "sovereign", N_ ("Title"), KA_ITEM_POLITY, FALSE },
  { "autonomy", N_ ("Autonomy"), KA_ITEM_POLITY, FALSE },
  { "within", N_ ("Within"), KA_ITEM_POLITY, FALSE },
  { "area", N_ ("Area"), KA_ITEM_AREA, FALSE },
  { "areas", N_ ("Areas"), KA_ITEM_AREA, FALSE },
  { "region", N_ ("Region"), KA_ITEM_REGION, FALSE },
  { "regions", N_ ("Regions"), KA_ITEM_REGION, FALSE },
  { "frontiers", N_ ("Frontiers"), KA_ITEM_FRONTIER, FALSE },
  { "population", N_ ("Who lived there"), KA_ITEM_SOURCE, FALSE },
  { "points", N_ ("The line"), NO_ID, FALSE },
  { "differences", N_ ("Corresponds to"), KA_ITEM_ARTICLE, FALSE },
  { "treaties", N_ ("Treaties"), KA_ITEM_TREATY, FALSE },
  { "articles", N_ ("Articles"), KA_ITEM_ARTICLE, FALSE },
  { "annexes", N_ ("Annexes"), KA_ITEM_ANNEX, FALSE },
  { "successors", N_ ("Followed by"), KA_ITEM_TREATY, FALSE },
  { "later", N_ ("Later acts"), KA_ITEM_POLITY, FALSE },
  { "editions", N_ ("Full text"), NO_ID, FALSE },
  { "accuracy_km", N_ ("Accuracy in km"), NO_ID, FALSE },
  { "certainty", N_ ("Certainty"), NO_ID, FALSE },
  { "note", N_ ("Note"), NO_ID, FALSE },
  { "citations", N_ ("Sources"), KA_ITEM_SOURCE, FALSE },
};

/* Other items that concern an item. */
typedef struct
{
  const char *key;
  const char *label;
  GPtrArray *(*query) (KaAtlas *atlas, const KaItem *item);
} Related;

static const Related related[] = {
  { "tenures", N_ ("Who held it"), ka_query_tenures_about },
  { "articles", N_ ("Clauses about it"), ka_query_articles_about },
  { "treaties", N_ ("Treaties signed"), ka_query_treaties_signed_by },
  { "events", N_ ("Events"), ka_query_events_about },
};

/* Whether the text lists other items: not for items that list them themselves, nor for terms. */
static gboolean
has_related (const KaItem *item)
{
  return item->kind != KA_ITEM_SOURCE && item->kind != KA_ITEM_CORRECTION &&
         item->kind != KA_ITEM_TENURE && item->kind != KA_ITEM_EVENT && item->kind != KA_ITEM_TERM;
}

/* Text */

/* A value as text: the title and the id of the item with that id. */
static char *
describe_id (const char *id, KaAtlas *atlas, KaItemKind kind, const KaCliContext *context)
{
  const KaItem *item = kind != NO_ID ? ka_atlas_lookup (atlas, kind, id) : NULL;

  /* Annexes correspond to annexes and to articles. */
  if (item == NULL && kind == KA_ITEM_ARTICLE)
    item = ka_atlas_lookup (atlas, KA_ITEM_ANNEX, id);
  /* Later acts are of several kinds. */
  if (item == NULL && kind != NO_ID && strchr (id, ':') != NULL)
    item = ka_atlas_lookup_reference (atlas, id);

  return item != NULL ? g_strdup_printf (
                          "%s (%s)", ka_item_get_title (item, context->day, context->language), id)
                      : g_strdup (id);
}

/* The kind of the item that an id in an object means: that of the line, but for some members. */
static KaItemKind
get_kind_of_member (const char *key, KaItemKind kind)
{
  return strcmp (key, "for") == 0 ? KA_ITEM_POLITY : kind;
}

/* The pieces of a line that a step lies on, or its place. */
static char *
describe_pair (const char *key, KaJsonObject *value)
{
  const char *first = json_object_get_string (json_object_array_get_idx (value, 0));
  const char *second = json_object_get_string (json_object_array_get_idx (value, 1));

  if (strcmp (key, "at") == 0)
    return g_strdup_printf (_ ("at %s, %s"), first, second);

  return strcmp (first, second) == 0 ? g_strdup_printf (_ ("piece %s"), first)
                                     : g_strdup_printf (_ ("pieces %s–%s"), first, second);
}

/* Whether the text leaves out a member of an object: null, false or certain. */
static gboolean
is_understood (const char *key, KaJsonObject *value)
{
  return value == NULL ||
         (json_object_is_type (value, json_type_boolean) && !json_object_get_boolean (value)) ||
         ((strcmp (key, "certainty") == 0 || strcmp (key, "placed") == 0) &&
          strcmp (json_object_get_string (value), "certain") == 0);
}

static char *describe_object (KaJsonObject       *object,
                              KaAtlas            *atlas,
                              KaItemKind          kind,
                              const KaCliContext *context);

/* A list as text: its objects, or a pair of numbers. */
static char *
describe_list (const char         *key,
               KaJsonObject       *list,
               KaAtlas            *atlas,
               KaItemKind          kind,
               const KaCliContext *context)
{
  GString *text;

  if (!json_object_is_type (json_object_array_get_idx (list, 0), json_type_object))
    return describe_pair (key, list);
  text = g_string_new (NULL);
  for (gsize i = 0; i < json_object_array_length (list); i++)
    {
      g_autofree char *words = describe_object (json_object_array_get_idx (list, i), atlas, kind,
                                                context);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }

  return g_string_free (text, FALSE);
}

/* An object as text: its values; a colon follows the first. */
static char *
describe_object (KaJsonObject *object, KaAtlas *atlas, KaItemKind kind, const KaCliContext *context)
{
  GString *text = g_string_new (NULL);

  json_object_object_foreach (object, key, value)
  {
    g_autofree char *words = NULL;

    if (is_understood (key, value))
      continue;
    if (json_object_is_type (value, json_type_array))
      words = describe_list (key, value, atlas, kind, context);
    else if (strcmp (key, "seen") == 0)
      words = g_strdup (ka_words_get_seen ());
    else
      words = describe_id (json_object_get_string (value), atlas, get_kind_of_member (key, kind),
                           context);
    if (g_str_has_suffix (text->str, "."))
      g_string_truncate (text, text->len - 1);
    if (text->len > 0)
      g_string_append (text, strchr (text->str, ':') == NULL ? ": " : "; ");
    g_string_append_printf (text, "%s%s", strcmp (key, "placed") == 0 ? "place " : "", words);
  }

  return g_string_free (text, FALSE);
}

static char *
describe_value (KaJsonObject *value, KaAtlas *atlas, KaItemKind kind, const KaCliContext *context)
{
  if (json_object_is_type (value, json_type_object))
    return describe_object (value, atlas, kind, context);

  return describe_id (json_object_get_string (value), atlas, kind, context);
}

static void
append_member (GString            *text,
               const Line         *line,
               KaJsonObject       *value,
               KaAtlas            *atlas,
               const KaCliContext *context)
{
  gsize n = json_object_is_type (value, json_type_array) ? json_object_array_length (value) : 1;

  for (gsize i = 0; i < n; i++)
    {
      KaJsonObject    *part = json_object_is_type (value, json_type_array)
                                ? json_object_array_get_idx (value, i)
                                : value;
      g_autofree char *words = describe_value (part, atlas, line->refers, context);

      ka_cli_append_labelled (text, i == 0 ? _ (line->label) : "", words);
    }
}

static void
append_members (GString *text, KaJsonObject *object, KaAtlas *atlas, const KaCliContext *context)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      KaJsonObject *value = json_object_object_get (object, lines[i].key);

      if (value == NULL || !lines[i].is_prose)
        continue;
      ka_cli_append_wrapped (text, json_object_get_string (value), 0, 0);
      g_string_append_c (text, '\n');
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      KaJsonObject *value = json_object_object_get (object, lines[i].key);

      if (value != NULL && !lines[i].is_prose)
        append_member (text, &lines[i], value, atlas, context);
    }
}

static char *
describe_related (const KaItem *item, const KaCliContext *context)
{
  g_autofree char *words = ka_words_describe_item (item, context->language);
  g_autofree char *held = NULL;

  if (item->kind != KA_ITEM_TENURE)
    return g_strdup_printf ("%s: %s (%s)", words,
                            ka_item_get_title (item, context->day, context->language), item->id);

  held = ka_words_describe_tenure ((const KaTenure *) item, ((const KaTenure *) item)->span.from,
                                   context->language);
  return g_strdup_printf ("%s: %s (%s)", words, held, item->id);
}

static void
append_related (GString *text, const KaItem *item, KaAtlas *atlas, const KaCliContext *context)
{
  for (gsize i = 0; i < G_N_ELEMENTS (related); i++)
    {
      g_autoptr (GPtrArray) found = related[i].query (atlas, item);

      if (found->len == 0)
        continue;
      g_string_append_printf (text, "\n%s\n", _ (related[i].label));
      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *words = describe_related (found->pdata[j], context);

          g_string_append (text, "  ");
          ka_cli_append_wrapped (text, words, 4, 2);
        }
    }
}

/* Appends the holders of an area, or of the areas of a region, on the day. */
static void
append_day (GString *text, const KaItem *item, KaAtlas *atlas, const KaCliContext *context)
{
  g_autofree char *day = ka_day_to_words (context->day, context->language);
  g_autoptr (GPtrArray) areas = NULL;

  if (item->kind != KA_ITEM_REGION && item->kind != KA_ITEM_AREA)
    return;
  areas = ka_query_areas_about (atlas, item, context->day);
  /* Translators: a heading; %s is a day. */
  g_string_append_printf (text, _ ("\nOn %s\n"), day);
  for (guint i = 0; i < areas->len; i++)
    {
      const KaArea    *area = areas->pdata[i];
      const KaTenure  *tenure = ka_query_tenure_on (area, context->day);
      g_autofree char *held = NULL;
      g_autofree char *words = NULL;

      if (tenure == NULL)
        continue;
      held = ka_words_describe_tenure (tenure, context->day, context->language);
      words = g_strdup_printf (
        "%s: %s", ka_item_get_title (&area->item, context->day, context->language), held);
      g_string_append (text, "  ");
      ka_cli_append_wrapped (text, words, 4, 2);
    }
}

/* Appends the dated acts of each party of a treaty. */
static void
append_parties (GString *text, const KaTreaty *treaty, const KaCliContext *context)
{
  gboolean is_first = TRUE;

  for (gsize i = 0; i < treaty->parties.n_items; i++)
    {
      const KaItem    *party = treaty->parties.items[i];
      g_autofree char *did = ka_words_describe_party (treaty, (const KaPolity *) party,
                                                      context->language);
      g_autofree char *words = NULL;

      if (*did == '\0')
        continue;
      if (is_first)
        g_string_append (text, _ ("\nParty by party\n"));
      is_first = FALSE;
      words = g_strdup_printf (
        "%s: %s", ka_item_get_title (party, treaty->date.earliest, context->language), did);
      g_string_append (text, "  ");
      ka_cli_append_wrapped (text, words, 4, 2);
    }
}

static char *
format_text (const KaItem *item, KaJsonObject *object, KaAtlas *atlas, const KaCliContext *context)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *words = ka_words_describe_item (item, context->language);

  ka_cli_append_wrapped (text, ka_item_get_title (item, context->day, context->language), 0, 0);
  ka_cli_append_wrapped (text, words, 0, 0);
  g_string_append_c (text, '\n');
  append_members (text, object, atlas, context);
  if (item->kind == KA_ITEM_TREATY)
    append_parties (text, (const KaTreaty *) item, context);
  append_day (text, item, atlas, context);
  if (has_related (item))
    append_related (text, item, atlas, context);

  return g_string_free (text, FALSE);
}

/* JSON */

static void
add_related (KaJsonObject *object, const KaItem *item, KaAtlas *atlas)
{
  KaJsonObject *about = json_object_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (related); i++)
    {
      g_autoptr (GPtrArray) found = related[i].query (atlas, item);

      json_object_object_add (about, related[i].key, ka_cli_json_new_ids (found));
    }
  json_object_object_add (object, "about_it", about);
}

static void
add_reference (KaJsonObject *object, const KaItem *item)
{
  g_autofree char *reference = ka_item_dup_reference (item);

  json_object_object_add (object, "reference", ka_cli_json_new_string (reference));
}

int
ka_cli_show (const KaCliCommand *self, const char *const *arguments)
{
  g_auto (KaCliOptions) options = { NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (KaAtlas) atlas = NULL;
  g_autoptr (KaJsonObject) object = NULL;
  g_autofree char *text = NULL;
  const KaItem    *item;
  KaCliContext     context = { 0 };
  int              exit_code = KA_CLI_DONE;

  if (!ka_cli_parse (self, arguments, NULL, &options, &words, &exit_code))
    return exit_code;
  if (g_strv_length (words) != 1)
    return ka_cli_fail (KA_CLI_BAD_USAGE, _ ("show: expected one ID (see kars-atlas show --help)"));
  atlas = ka_cli_load_atlas (options.atlas);
  if (atlas == NULL)
    return KA_CLI_BAD_INPUT;
  item = ka_cli_find_item (atlas, words[0], NULL);
  if (item == NULL)
    return KA_CLI_BAD_INPUT;

  context.language = options.language;
  context.day = options.has_day ? options.day : ka_atlas_get_default_day (atlas);
  object = ka_cli_json_new_item (item, &context);
  if (options.format == 1)
    {
      add_reference (object, item);
      if (has_related (item))
        add_related (object, item, atlas);
      return ka_cli_json_write (object);
    }
  text = format_text (item, object, atlas, &context);

  return ka_cli_write (text);
}
