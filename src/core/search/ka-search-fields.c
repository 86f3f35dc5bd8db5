/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts by which each kind of item is found.
 */
#include "config.h"

#include "ka-search-fields-private.h"

#include "ka-atlas.h"

/* The words for the kinds, and their usual short forms, in the languages of an atlas. */
static const char *const kind_words[KA_N_ITEM_KINDS] = {
  [KA_ITEM_ARTICLE] = "article art madde md статья ст հոդված მუხლი maddə",
  [KA_ITEM_ANNEX] = "annex ek приложение հավելված დანართი əlavə",
  [KA_ITEM_TREATY] = "treaty antlaşma договор պայմանագիր ხელშეკრულება müqavilə",
  [KA_ITEM_FRONTIER] = "frontier border line sınır граница սահման საზღვარი sərhəd",
  [KA_ITEM_PERSON] = "person",
  [KA_ITEM_SOURCE] = "source",
  [KA_ITEM_TOUR] = "tour",
};

static const char *const category_words[KA_N_CATEGORIES] = {
  "treaty antlaşma договор պայմանագիր ხელშეკრულება müqavilə",
  "war savaş война պատերազմ ომი müharibə",
  "diplomacy",
  "border frontier sınır граница սահման საზღვარი sərhəd",
  "claim",
  "government administration",
  "state",
  "other",
};

typedef struct
{
  KaSearchVisitor visitor;
  gpointer        user_data;
} Visit;

gboolean
ka_search_has_kind (KaItemKind kind)
{
  return kind != KA_ITEM_AREA && kind != KA_ITEM_TENURE;
}

double
ka_search_get_weight (KaSearchField field)
{
  static const double weights[KA_N_SEARCH_FIELDS] = {
    [KA_SEARCH_NUMBER] = 10, [KA_SEARCH_TITLE] = 10, [KA_SEARCH_NAME] = 10, [KA_SEARCH_LABEL] = 10,
    [KA_SEARCH_TREATY] = 7,  [KA_SEARCH_PERSON] = 6, [KA_SEARCH_PLACE] = 6, [KA_SEARCH_PARTY] = 5,
    [KA_SEARCH_DATE] = 5,    [KA_SEARCH_KIND] = 4,   [KA_SEARCH_TEXT] = 2,
  };

  return weights[field];
}

float
ka_search_get_importance (const KaItem *item)
{
  if (item->kind == KA_ITEM_EVENT)
    return 0.9F + 0.04F * (float) ((const KaEvent *) item)->importance;
  if (item->kind == KA_ITEM_PLACE)
    return 1.15F - 0.05F * (float) ((const KaPlace *) item)->rank;
  if (item->kind == KA_ITEM_TREATY)
    return 1.25F;
  if (item->kind == KA_ITEM_REGION)
    return 1.2F;

  return item->kind == KA_ITEM_SOURCE || item->kind == KA_ITEM_CORRECTION ? 0.8F : 1;
}

static void
give (const Visit *visit, KaSearchField field, const char *text)
{
  if (text != NULL && *text != '\0')
    visit->visitor (field, text, visit->user_data);
}

static void
give_text (const Visit *visit, KaSearchField field, const KaText *text)
{
  for (int language = 0; language < KA_N_LANGUAGES; language++)
    give (visit, field, ka_text_find (text, (KaLanguage) language));
}

static void
give_names (const Visit *visit, KaSearchField field, const KaNames *names)
{
  for (gsize i = 0; i < names->n_items; i++)
    give_text (visit, field, &names->items[i].text);
}

static void
give_items (const Visit *visit, KaSearchField field, const KaList *items)
{
  for (gsize i = 0; i < items->n_items; i++)
    {
      const KaNames *names = ka_item_get_names (items->items[i]);

      if (names != NULL)
        give_names (visit, field, names);
      else if (KA_ITEM (items->items[i])->kind == KA_ITEM_TREATY)
        give_text (visit, field, &((const KaTreaty *) items->items[i])->title);
    }
}

static void
give_date (const Visit *visit, const KaDate *date, const char *edtf)
{
  if (edtf == NULL)
    return;
  for (int language = 0; language < KA_N_LANGUAGES; language++)
    {
      g_autofree char *words = ka_date_to_words (date, edtf, (KaLanguage) language);

      give (visit, KA_SEARCH_DATE, words);
    }
}

static void
visit_event (const Visit *visit, const KaEvent *event)
{
  give_text (visit, KA_SEARCH_TITLE, &event->title);
  give_text (visit, KA_SEARCH_LABEL, &event->label);
  give_items (visit, KA_SEARCH_TREATY, &event->treaties);
  give_items (visit, KA_SEARCH_PLACE, &event->places);
  give_items (visit, KA_SEARCH_PLACE, &event->regions);
  give_items (visit, KA_SEARCH_PARTY, &event->parties);
  for (gsize i = 0; i < event->n_people; i++)
    give_names (visit, KA_SEARCH_PERSON, &event->people[i].person->names);
  give_date (visit, &event->date, event->edtf);
  for (int i = 0; i < KA_N_CATEGORIES; i++)
    if ((event->categories & (KaCategory) (1 << i)) != 0)
      give (visit, KA_SEARCH_KIND, category_words[i]);
  give_text (visit, KA_SEARCH_TEXT, &event->summary);
  give_text (visit, KA_SEARCH_TEXT, &event->where);
  give_text (visit, KA_SEARCH_TEXT, &event->disputed);
}

static void
visit_article (const Visit *visit, const KaArticle *article)
{
  g_autofree char *number = g_strdup_printf ("%d", article->number);

  give (visit, KA_SEARCH_NUMBER, number);
  give (visit, KA_SEARCH_NUMBER, article->label);
  give_text (visit, KA_SEARCH_TITLE, &article->title);
  give_text (visit, KA_SEARCH_TREATY, &article->treaty->title);
  give_items (visit, KA_SEARCH_PLACE, &article->regions);
  give_items (visit, KA_SEARCH_PLACE, &article->places);
  give_text (visit, KA_SEARCH_TEXT, &article->text);
  give_text (visit, KA_SEARCH_TEXT, &article->fate);
  for (gsize i = 0; i < article->n_points; i++)
    give (visit, KA_SEARCH_TEXT, article->points[i].name);
}

static void
visit_treaty (const Visit *visit, const KaTreaty *treaty)
{
  give_text (visit, KA_SEARCH_TITLE, &treaty->title);
  give_text (visit, KA_SEARCH_PLACE, &treaty->place);
  give_items (visit, KA_SEARCH_PARTY, &treaty->parties);
  for (gsize i = 0; i < treaty->n_signatories; i++)
    give_names (visit, KA_SEARCH_PERSON, &treaty->signatories[i].person->names);
  give_date (visit, &treaty->date, treaty->edtf);
  give_text (visit, KA_SEARCH_TEXT, &treaty->outcome);
  give_text (visit, KA_SEARCH_TEXT, &treaty->disputed);
}

static void
visit_person (const Visit *visit, const KaPerson *person)
{
  give_date (visit, &person->born, person->born_edtf);
  give_date (visit, &person->died, person->died_edtf);
  give_text (visit, KA_SEARCH_TEXT, &person->summary);
}

static void
visit_frontier (const Visit *visit, const KaFrontier *frontier)
{
  give_items (visit, KA_SEARCH_PLACE, &frontier->regions);
  give_text (visit, KA_SEARCH_TEXT, &frontier->summary);
}

static void
visit_correction (const Visit *visit, const KaCorrection *correction)
{
  give_text (visit, KA_SEARCH_TITLE, &correction->claim);
  give_text (visit, KA_SEARCH_TEXT, &correction->correction);
  give_text (visit, KA_SEARCH_TEXT, &correction->said_by);
}

static void
visit_tour (const Visit *visit, const KaTour *tour)
{
  give_text (visit, KA_SEARCH_TITLE, &tour->title);
  give_text (visit, KA_SEARCH_TEXT, &tour->summary);
}

void
ka_search_visit (const KaItem *item, KaSearchVisitor visitor, gpointer user_data)
{
  const Visit    visit = { visitor, user_data };
  const KaNames *names = ka_item_get_names (item);

  if (names != NULL)
    give_names (&visit, KA_SEARCH_NAME, names);
  give (&visit, KA_SEARCH_KIND, kind_words[item->kind]);
  if (item->kind == KA_ITEM_EVENT)
    visit_event (&visit, (const KaEvent *) item);
  else if (item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX)
    visit_article (&visit, (const KaArticle *) item);
  else if (item->kind == KA_ITEM_TREATY)
    visit_treaty (&visit, (const KaTreaty *) item);
  else if (item->kind == KA_ITEM_PERSON)
    visit_person (&visit, (const KaPerson *) item);
  else if (item->kind == KA_ITEM_FRONTIER)
    visit_frontier (&visit, (const KaFrontier *) item);
  else if (item->kind == KA_ITEM_CORRECTION)
    visit_correction (&visit, (const KaCorrection *) item);
  else if (item->kind == KA_ITEM_TOUR)
    visit_tour (&visit, (const KaTour *) item);
  else if (item->kind == KA_ITEM_REGION)
    give_text (&visit, KA_SEARCH_TEXT, &((const KaRegion *) item)->summary);
  else if (item->kind == KA_ITEM_TERM)
    give_text (&visit, KA_SEARCH_TEXT, &((const KaTerm *) item)->text);
  else if (item->kind == KA_ITEM_SOURCE)
    {
      give (&visit, KA_SEARCH_TITLE, ((const KaSource *) item)->label);
      give (&visit, KA_SEARCH_TEXT, ((const KaSource *) item)->citation);
    }
}
