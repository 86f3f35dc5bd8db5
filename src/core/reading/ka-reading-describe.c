/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says a map in words. Its sentences follow the language of the labels, not that of the interface:
 * a picture carries the same words on every machine.
 */

#include "config.h"

#include "ka-reading-describe.h"

#include "ka-captions.h"
#include "ka-query.h"

#include <string.h>

/* The sentences. {1} is a holder, a claimant, a day or an event, {2} a list of lands or lines, {3}
 * says who has the title. Names stay in the nominative. */
typedef enum
{
  SENTENCE_MAP,
  SENTENCE_EVENT,
  SENTENCE_HOLDS,
  SENTENCE_IN_FACT,
  SENTENCE_OCCUPIES,
  SENTENCE_CONTESTED,
  SENTENCE_MAINLY,
  SENTENCE_CLAIMS,
  SENTENCE_IN_FORCE,
  SENTENCE_NOT_IN_FORCE,
  N_SENTENCES,
} Sentence;

static const char *const sentences[N_SENTENCES][KA_N_LANGUAGES] = {
  [SENTENCE_MAP] = { "Map of {1}.", "Harita: {1}.", "Карта: {1}.", "Քարտեզ՝ {1}։", "რუკა: {1}.",
                     "Xəritə: {1}." },
  [SENTENCE_EVENT] = { "On this day: {1}.", "Bu gün: {1}.", "В этот день: {1}.", "Այս օրը՝ {1}։",
                       "ამ დღეს: {1}.", "Bu gün: {1}." },
  [SENTENCE_HOLDS] = { "{1} holds {2}.", "{1} elinde tutuyor: {2}.", "Владеет {1}: {2}.",
                       "Տիրում է {1}՝ {2}։", "ფლობს {1}: {2}.", "{1} əlində saxlayır: {2}." },
  [SENTENCE_IN_FACT] = { "{1} holds {2} in fact ({3}).", "{1} fiilen elinde tutuyor: {2} ({3}).",
                         "Фактически владеет {1}: {2} ({3}).", "Փաստացի տիրում է {1}՝ {2} ({3})։",
                         "ფაქტობრივად ფლობს {1}: {2} ({3}).",
                         "{1} faktiki olaraq saxlayır: {2} ({3})." },
  [SENTENCE_OCCUPIES] = { "{1} occupies {2} ({3}).", "{1} işgal ediyor: {2} ({3}).",
                          "Оккупирует {1}: {2} ({3}).", "Գրավել է {1}՝ {2} ({3})։",
                          "ოკუპაცია, {1}: {2} ({3}).", "{1} işğal edib: {2} ({3})." },
  [SENTENCE_CONTESTED] = { "No side firmly holds {2}.", "Çekişmeli: {2}.",
                           "Спорная территория: {2}.", "Վիճելի՝ {2}։", "სადავო: {2}.",
                           "Mübahisəli: {2}." },
  [SENTENCE_MAINLY] = { "{1} holds most of {2}, which is contested.", "Çekişmeli ({1}): {2}.",
                        "Спорная территория ({1}): {2}.", "Վիճելի ({1})՝ {2}։",
                        "სადავო ({1}): {2}.", "Mübahisəli ({1}): {2}." },
  [SENTENCE_CLAIMS] = { "{1} claims {2}.", "{1} talep ediyor: {2}.", "Притязает {1}: {2}.",
                        "Հավակնում է {1}՝ {2}։", "პრეტენზიას აცხადებს {1}: {2}.",
                        "{1} iddia edir: {2}." },
  [SENTENCE_IN_FORCE] = { "Frontier lines in force: {2}.", "Yürürlükteki sınırlar: {2}.",
                          "Действующие линии границы: {2}.", "Գործող սահմանագծեր՝ {2}։",
                          "მოქმედი სასაზღვრო ხაზები: {2}.", "Qüvvədə olan sərhəd xətləri: {2}." },
  [SENTENCE_NOT_IN_FORCE] = { "Lines that are not in force: {2}.",
                              "Yürürlükte olmayan hatlar: {2}.", "Линии, не имеющие силы: {2}.",
                              "Ուժի մեջ չգտնվող գծեր՝ {2}։",
                              "ხაზები, რომლებიც ძალაში არ არის: {2}.",
                              "Qüvvədə olmayan xətlər: {2}." },
};

/* What is being written. */
typedef struct
{
  KaAtlas   *atlas;
  KaDay      day;
  KaLanguage language;
  GString   *text;
} Description;

/* A part that ends with a full stop, such as a Russian date, ends the sentence. */
static void
append_sentence (Description *self,
                 Sentence     sentence,
                 const char  *first,
                 const char  *list,
                 const char  *title)
{
  const char *const parts[] = { first, list, title };

  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  for (const char *at = sentences[sentence][self->language]; *at != '\0'; at++)
    if (at[0] == '{')
      {
        g_string_append (self->text, parts[at[1] - '1']);
        at += 2;
      }
    else if (*at != '.' || self->text->str[self->text->len - 1] != '.')
      g_string_append_c (self->text, *at);
}

static const char *
get_title (const Description *self, gconstpointer item)
{
  return ka_item_get_title (KA_ITEM (item), self->day, self->language);
}

/* Commas alone join a list: conjunctions bend words in some languages. */
static void
append_name (GString *list, const char *name)
{
  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append (list, name);
}

static Sentence
get_sentence (const KaTenure *tenure)
{
  switch (tenure->kind)
    {
    case KA_TENURE_DE_FACTO:
      return ka_query_is_settled (tenure) ? SENTENCE_HOLDS : SENTENCE_IN_FACT;
    case KA_TENURE_OCCUPIED:
      return SENTENCE_OCCUPIES;
    case KA_TENURE_CONTESTED:
      return tenure->holder != NULL ? SENTENCE_MAINLY : SENTENCE_CONTESTED;
    case KA_TENURE_CLAIMED:
      return SENTENCE_CLAIMS;
    case KA_TENURE_DE_JURE:
    default:
      return SENTENCE_HOLDS;
    }
}

/* Whether two tenures are told in one sentence; not all sentences say who has the title. */
static gboolean
is_alike (const KaTenure *a, const KaTenure *b)
{
  Sentence sentence;

  if (a == NULL || b == NULL || a->holder != b->holder)
    return FALSE;

  sentence = get_sentence (a);

  return sentence == get_sentence (b) &&
         ((sentence != SENTENCE_IN_FACT && sentence != SENTENCE_OCCUPIES) ||
          ka_query_title_of (a) == ka_query_title_of (b));
}

/* Appends an area or a region, and the autonomy that it is, unless the names are one. */
static void
append_land (const Description *self, GString *list, gconstpointer land, const KaTenure *tenure)
{
  const char      *name = get_title (self, land);
  const char      *autonomy = tenure->autonomy != NULL ? get_title (self, tenure->autonomy) : name;
  g_autofree char *both = NULL;

  if (strcmp (autonomy, name) != 0)
    both = g_strdup_printf ("%s (%s)", name, autonomy);
  append_name (list, both != NULL ? both : name);
}

/* What to tell of the areas of a day. */
typedef struct
{
  const KaTenure **tenures; /* by the number of the area; %NULL for what is told already */
  const KaTenure  *tenure;  /* whose lands are listed now */
  gboolean         is_full; /* lands that are called as their holder are told, too */
} Lands;

/* Whether all of a region is held in the same way as the lands that are listed. */
static gboolean
is_whole (const Lands *lands, const KaRegion *region)
{
  for (gsize i = 0; i < region->areas.n_items; i++)
    {
      const KaTenure *tenure = lands->tenures[KA_ITEM (region->areas.items[i])->index];

      if (!is_alike (tenure, lands->tenure) || tenure->autonomy != lands->tenure->autonomy)
        return FALSE;
    }

  return region->areas.n_items > 0;
}

/* Lists the lands of one way of holding, whole regions by their own name, and takes them out. A
 * land that is called as its holder goes without saying. */
static char *
list_lands (const Description *self, Lands *lands)
{
  const KaList *regions = ka_atlas_get_items (self->atlas, KA_ITEM_REGION);
  const KaList *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);
  const char *holder = lands->tenure->holder != NULL ? get_title (self, lands->tenure->holder) : "";
  GString    *list = g_string_new (NULL);

  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaRegion *region = regions->items[i];

      if (!is_whole (lands, region))
        continue;
      append_land (self, list, region, lands->tenures[KA_ITEM (region->areas.items[0])->index]);
      for (gsize j = 0; j < region->areas.n_items; j++)
        lands->tenures[KA_ITEM (region->areas.items[j])->index] = NULL;
    }
  for (gsize i = 0; i < areas->n_items; i++)
    if (lands->tenures[i] != NULL && is_alike (lands->tenures[i], lands->tenure))
      {
        if (lands->is_full || strcmp (get_title (self, areas->items[i]), holder) != 0)
          append_land (self, list, areas->items[i], lands->tenures[i]);
        lands->tenures[i] = NULL;
      }

  return g_string_free (list, FALSE);
}

/* Says who holds some lands, and how. */
static void
append_tenure (Description *self, const KaTenure *tenure, const char *lands)
{
  const KaPolity  *owner = ka_query_title_of (tenure);
  g_autofree char *title = NULL;

  title = owner != NULL
            ? ka_caption_format (KA_CAPTION_TITLE, self->language, get_title (self, owner))
            : g_strdup (ka_caption_get (KA_CAPTION_TITLE_NOT_SETTLED, self->language));
  append_sentence (self, get_sentence (tenure),
                   tenure->holder != NULL ? get_title (self, tenure->holder) : "", lands, title);
}

/* Says who holds the lands of a tenure, and of all that are held alike. */
static void
append_lands (Description *self, Lands *lands, const KaTenure *tenure)
{
  g_autofree char *list = NULL;

  lands->tenure = tenure;
  list = list_lands (self, lands);
  if (*list != '\0')
    append_tenure (self, tenure, list);
}

static void
append_all_lands (Description *self, gboolean is_full)
{
  const KaList               *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);
  g_autofree const KaTenure **tenures = g_new0 (const KaTenure *, areas->n_items);
  Lands                       lands = { tenures, NULL, is_full };

  for (gsize i = 0; i < areas->n_items; i++)
    tenures[i] = ka_query_tenure_on (areas->items[i], self->day);
  for (gsize i = 0; i < areas->n_items; i++)
    if (tenures[i] != NULL)
      append_lands (self, &lands, tenures[i]);
}

/* Where every land is called as its holder, as on a map of countries, all are told. */
static void
append_holders (Description *self)
{
  const gsize before = self->text->len;

  append_all_lands (self, FALSE);
  if (self->text->len == before)
    append_all_lands (self, TRUE);
}

/* Says the claims of a day, a sentence for each claimant. */
static void
append_claims (Description *self)
{
  const KaList *areas = ka_atlas_get_items (self->atlas, KA_ITEM_AREA);
  const KaList *tenures = ka_atlas_get_items (self->atlas, KA_ITEM_TENURE);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < tenures->n_items; i++)
    {
      const KaTenure             *claim = tenures->items[i];
      g_autofree const KaTenure **claims = g_new0 (const KaTenure *, areas->n_items);
      Lands                       lands = { claims, NULL };

      if (claim->kind != KA_TENURE_CLAIMED || !ka_span_has (claim->span, self->day) ||
          !g_hash_table_add (told, (gpointer) (gsize) claim->holder))
        continue;
      for (gsize j = i; j < tenures->n_items; j++)
        {
          const KaTenure *other = tenures->items[j];

          if (other->kind == KA_TENURE_CLAIMED && other->holder == claim->holder &&
              ka_span_has (other->span, self->day))
            for (gsize k = 0; k < other->areas.n_items; k++)
              claims[KA_ITEM (other->areas.items[k])->index] = claim;
        }
      append_lands (self, &lands, claim);
    }
}

static void
append_lines (Description *self, gboolean is_in_force)
{
  const KaList *frontiers = ka_atlas_get_items (self->atlas, KA_ITEM_FRONTIER);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];

      if (ka_span_has (frontier->span, self->day) &&
          ka_query_is_in_force (frontier, self->day) == is_in_force)
        append_name (list, get_title (self, frontier));
    }
  if (list->len > 0)
    append_sentence (self, is_in_force ? SENTENCE_IN_FORCE : SENTENCE_NOT_IN_FORCE, "", list->str,
                     "");
}

char *
ka_reading_describe_day (KaAtlas *atlas, KaDay day, KaLanguage language)
{
  const KaEvent   *event = ka_query_occasion_of (atlas, day);
  g_autofree char *words = ka_day_to_words (day, language);
  Description      self = { atlas, day, language, g_string_new (NULL) };

  append_sentence (&self, SENTENCE_MAP, words, "", "");
  if (event != NULL)
    append_sentence (&self, SENTENCE_EVENT, get_title (&self, event), "", "");
  append_holders (&self);
  append_lines (&self, TRUE);
  append_lines (&self, FALSE);
  append_claims (&self);

  return g_string_free (self.text, FALSE);
}

char *
ka_reading_describe_land (const KaArea *area, KaDay day, KaLanguage language)
{
  const KaTenure *tenure = ka_query_tenure_on (area, day);
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, day);
  g_autoptr (GString) name = g_string_new (NULL);
  Description self = { NULL, day, language, g_string_new (NULL) };

  if (tenure != NULL)
    {
      append_land (&self, name, area, tenure);
      append_tenure (&self, tenure, name->str);
    }
  for (guint i = 0; i < claims->len; i++)
    append_tenure (&self, claims->pdata[i], get_title (&self, area));

  return g_string_free (self.text, FALSE);
}
