/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the page of each kind of item, in which order.
 */

#include "config.h"

#include "ka-leaf.h"

#include "ka-query.h"
#include "ka-words.h"

#include <string.h>

static const char *
get_text (KaLeaf *self, const KaText *text)
{
  return ka_text_get (text, ka_session_get_language (self->session));
}

static void
add_text_fact (KaLeaf *self, GtkGrid **grid, const char *name, const char *text)
{
  g_autofree char *markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  ka_leaf_add_fact (self, grid, name, markup);
}

static void
add_links_fact (KaLeaf *self, GtkGrid **grid, const char *name, const KaList *items)
{
  g_autofree char *links = ka_leaf_dup_links (self, items);

  ka_leaf_add_fact (self, grid, name, links);
}

/* The names in the other languages, with dots between; not those that are spelt as in this one. */
static char *
dup_other_names (KaLeaf *self, const KaNames *names)
{
  const KaText *text = ka_names_get_on (names, ka_session_get_day (self->session));
  KaLanguage    own = ka_session_get_language (self->session);
  GString      *others = g_string_new (NULL);

  for (int i = 0; text != NULL && i < KA_N_LANGUAGES; i++)
    if (text->in[i] != NULL && g_strcmp0 (text->in[i], ka_text_get (text, own)) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? " · " : "", text->in[i]);

  return g_string_free (others, FALSE);
}

static void
add_former_names (KaLeaf *self, GtkGrid **grid, const KaNames *names)
{
  GString *list;

  if (names->n_items < 2)
    return;

  list = g_string_new (NULL);
  for (gsize i = 0; i < names->n_items; i++)
    {
      g_autofree char *when = ka_words_describe_interval (names->items[i].from, names->items[i].to);

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? "; " : "",
                              get_text (self, &names->items[i].text), when);
    }
  add_text_fact (self, grid, "Names", list->str);
  g_string_free (list, TRUE);
}

/* Who held it that day, in which way, by what; and what was claimed. */
static void
add_tenure_facts (KaLeaf *self, GtkGrid **grid, const KaArea *area)
{
  KaDay           day = ka_session_get_day (self->session);
  KaLanguage      language = ka_session_get_language (self->session);
  const KaTenure *tenure = ka_query_tenure_on (area, day);
  g_autoptr (GPtrArray) claims = ka_query_claims_on (area, day);
  g_autofree char *words = NULL;

  if (tenure == NULL)
    return;

  words = ka_words_describe_tenure (tenure, day, language);
  add_text_fact (self, grid, "On this day", words);
  if (tenure->instrument != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, tenure->instrument);

      ka_leaf_add_fact (self, grid, "By", link);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *claim = ka_words_describe_tenure (claims->pdata[i], day, language);

      add_text_fact (self, grid, "Claim", claim);
    }
  ka_leaf_add_certainty (self, KA_ITEM (tenure));
}

static void
add_clauses (KaLeaf *self, const KaItem *item)
{
  g_autoptr (GPtrArray)
    articles = ka_query_articles_about (ka_session_get_atlas (self->session), item);
  g_autoptr (GPtrArray) general = g_ptr_array_new ();
  guint n_specific = 0;

  for (guint i = 0; i < articles->len; i++)
    {
      const KaArticle *article = articles->pdata[i];

      if (article->is_general && item->kind != KA_ITEM_POLITY)
        {
          g_ptr_array_add (general, articles->pdata[i]);
          continue;
        }
      if (n_specific++ == 0)
        ka_leaf_add_heading (self, "Clauses about it");
      ka_leaf_add_clause (self, article, NULL);
    }
  if (n_specific > 0)
    ka_leaf_add_note (self, "Summaries in our own words, not the wording of the treaties.");
  ka_leaf_add_items (self, "Clauses about every region", general);
}

static void
add_events (KaLeaf *self, const KaItem *item)
{
  g_autoptr (GPtrArray) events = ka_query_events_about (ka_session_get_atlas (self->session), item);

  ka_leaf_add_items (self, "Events", events);
}

static void
write_region (KaLeaf *self, const KaRegion *region)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &region->names);
  gboolean         is_one = region->areas.n_items == 1;

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (region), day, ka_session_get_language (self->session)),
    others);
  ka_leaf_add_paragraph (self, get_text (self, &region->summary));
  if (region->areas.n_items > 0)
    {
      add_tenure_facts (self, &grid, region->areas.items[0]);
      ka_leaf_add_band (self, region->areas.items[0]);
    }
  for (gsize i = 1; i < region->areas.n_items; i++)
    {
      const KaArea *first = region->areas.items[0];
      const KaArea *area = region->areas.items[i];

      if (ka_query_tenure_on (first, day) == ka_query_tenure_on (area, day))
        continue;
      grid = NULL;
      ka_leaf_add_heading (
        self, ka_item_get_title (KA_ITEM (area), day, ka_session_get_language (self->session)));
      add_tenure_facts (self, &grid, area);
      ka_leaf_add_band (self, area);
    }
  if (!is_one)
    grid = NULL;
  add_former_names (self, &grid, &region->names);
  ka_leaf_add_certainty (self, KA_ITEM (region));
  add_clauses (self, KA_ITEM (region));
  add_events (self, KA_ITEM (region));
  ka_leaf_add_sources (self, KA_ITEM (region));
}

static void
write_area (KaLeaf *self, const KaArea *area)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &area->names);

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (area), day, ka_session_get_language (self->session)), others);
  add_tenure_facts (self, &grid, area);
  ka_leaf_add_band (self, area);
  if (area->region != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, KA_ITEM (area->region));

      ka_leaf_add_fact (self, &grid, "Region", link);
    }
  ka_leaf_add_certainty (self, KA_ITEM (area));
  add_clauses (self, KA_ITEM (area));
  ka_leaf_add_sources (self, KA_ITEM (area));
}

static void
write_polity (KaLeaf *self, const KaPolity *polity)
{
  KaDay            day = ka_session_get_day (self->session);
  KaLanguage       language = ka_session_get_language (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &polity->names);
  g_autofree char *life = ka_words_describe_interval (polity->from, polity->to);
  g_autoptr (GPtrArray)
    areas = ka_query_areas_about (ka_session_get_atlas (self->session), KA_ITEM (polity), day);
  GString *held = g_string_new (NULL);

  ka_leaf_add_title (self, ka_item_get_title (KA_ITEM (polity), day, language), others);
  add_text_fact (self, &grid, "Existed", life);
  for (gsize i = 0; i < polity->n_memberships; i++)
    {
      const KaMembership *membership = &polity->memberships[i];
      g_autofree char    *link = ka_leaf_dup_link (self, KA_ITEM (membership->whole));
      g_autofree char    *when = ka_words_describe_interval (membership->from, membership->to);
      g_autofree char    *markup = g_strdup_printf ("%s, %s", link, when);

      ka_leaf_add_fact (self, &grid, "Part of", markup);
    }
  add_former_names (self, &grid, &polity->names);
  for (guint i = 0; i < areas->len; i++)
    g_string_append_printf (held, "%s%s", i > 0 ? ", " : "",
                            ka_item_get_title (areas->pdata[i], day, language));
  add_text_fact (self, &grid, "Held that day", held->str);
  g_string_free (held, TRUE);
  ka_leaf_add_certainty (self, KA_ITEM (polity));
  add_clauses (self, KA_ITEM (polity));
  add_events (self, KA_ITEM (polity));
  ka_leaf_add_sources (self, KA_ITEM (polity));
}

static void
write_frontier (KaLeaf *self, const KaFrontier *frontier)
{
  KaDay            day = ka_session_get_day (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &frontier->names);
  g_autofree char *life = ka_words_describe_interval (frontier->from, frontier->to);
  g_autofree char *accuracy = g_strdup_printf ("within about %g km", frontier->accuracy_km);

  ka_leaf_add_title (
    self, ka_item_get_title (KA_ITEM (frontier), day, ka_session_get_language (self->session)),
    others);
  ka_leaf_add_paragraph (self, get_text (self, &frontier->summary));
  add_text_fact (self, &grid, frontier->in_force ? "In force" : "Asserted", life);
  if (!frontier->in_force)
    add_text_fact (self, &grid, "Standing", "Never took effect");
  if (frontier->instrument != NULL)
    {
      g_autofree char *link = ka_leaf_dup_link (self, frontier->instrument);

      ka_leaf_add_fact (self, &grid, "Drawn by", link);
    }
  add_links_fact (self, &grid, "Bounds", &frontier->regions);
  add_text_fact (self, &grid, "As drawn here", accuracy);
  ka_leaf_add_certainty (self, KA_ITEM (frontier));
  add_clauses (self, KA_ITEM (frontier));
  add_events (self, KA_ITEM (frontier));
  ka_leaf_add_sources (self, KA_ITEM (frontier));
}

static void
write_place (KaLeaf *self, const KaPlace *place)
{
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &place->names);
  const char      *title = ka_item_get_title (KA_ITEM (place), ka_session_get_day (self->session),
                                              ka_session_get_language (self->session));

  ka_leaf_add_title (self, title, others);
  if (place->height_m > 0)
    {
      g_autofree char *height = g_strdup_printf ("%d m", place->height_m);

      add_text_fact (self, &grid, "Height", height);
    }
  if (place->area != NULL)
    {
      const KaItem    *around = place->area->region != NULL ? KA_ITEM (place->area->region)
                                                            : KA_ITEM (place->area);
      g_autofree char *link = ka_leaf_dup_link (self, around);

      ka_leaf_add_fact (self, &grid, "Lies in", link);
      add_tenure_facts (self, &grid, place->area);
    }
  add_former_names (self, &grid, &place->names);
  ka_leaf_add_certainty (self, KA_ITEM (place));
  add_events (self, KA_ITEM (place));
  ka_leaf_add_sources (self, KA_ITEM (place));
}

/* A link to a person, with the party that it acted for and its office at the time behind it. */
static void
add_person (KaLeaf *self, const KaPerson *person, const char *party, const char *office)
{
  g_autofree char *link = ka_leaf_dup_link (self, KA_ITEM (person));
  GString         *after = g_string_new (NULL);

  if (party != NULL && *party != '\0')
    g_string_append_printf (after, " – %s", party);
  if (office != NULL && *office != '\0')
    g_string_append_printf (after, "%s%s", after->len > 0 ? ", " : " – ", office);
  {
    g_autofree char *escaped = g_markup_escape_text (after->str, -1);
    g_autofree char *markup = g_strdup_printf ("%s<span alpha=\"75%%\">%s</span>", link, escaped);

    ka_leaf_add_markup (self, markup, "leaf-link");
  }
  g_string_free (after, TRUE);
}

static void
write_event (KaLeaf *self, const KaEvent *event)
{
  KaLanguage       language = ka_session_get_language (self->session);
  GtkGrid         *grid = NULL;
  g_autofree char *when = ka_date_to_words (&event->date, event->edtf);

  ka_leaf_add_title (self, get_text (self, &event->title), when);
  ka_leaf_add_paragraph (self, get_text (self, &event->summary));
  if (!ka_text_is_empty (&event->disputed))
    {
      ka_leaf_add_heading (self, "Told differently");
      ka_leaf_add_paragraph (self, get_text (self, &event->disputed));
    }
  add_text_fact (self, &grid, "Old Style", event->old_style);
  add_links_fact (self, &grid, "Places", &event->places);
  if (!ka_text_is_empty (&event->where))
    add_text_fact (self, &grid, "Also at", get_text (self, &event->where));
  add_links_fact (self, &grid, "Regions", &event->regions);
  add_links_fact (self, &grid, "Parties", &event->parties);
  add_links_fact (self, &grid, "Treaties", &event->treaties);
  ka_leaf_add_certainty (self, KA_ITEM (event));
  if (event->n_people > 0)
    ka_leaf_add_heading (self, "People");
  for (gsize i = 0; i < event->n_people; i++)
    {
      const KaRole *role = &event->people[i];

      add_person (self, role->person, NULL, ka_text_get (&role->role, language));
    }
  if (event->articles.n_items > 0)
    ka_leaf_add_heading (self, "Clauses");
  for (gsize i = 0; i < event->articles.n_items; i++)
    {
      if (event->articles.n_items <= 4)
        ka_leaf_add_clause (self, event->articles.items[i], NULL);
      else
        ka_leaf_add_link (self, event->articles.items[i], NULL,
                          get_text (self, &((const KaArticle *) event->articles.items[i])->title));
    }
  ka_leaf_add_sources (self, KA_ITEM (event));
}

static void
append_area (KaLeaf *self, GString *names, const KaTopology *topology, int number)
{
  KaAtlas    *atlas = ka_session_get_atlas (self->session);
  const char *name;

  if (number == KA_NO_AREA)
    return;
  name = ka_item_get_title (ka_atlas_get_items (atlas, KA_ITEM_AREA)->items[number],
                            ka_session_get_day (self->session),
                            ka_session_get_language (self->session));
  if (strstr (names->str, name) == NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* The land on both sides of the pieces of a line that a step is tied to: "Ardahan | Adjara". */
static char *
dup_sector (KaLeaf *self, const KaFrontier *frontier, const KaLinePoint *point)
{
  const KaTopology *topology = ka_atlas_get_topology (ka_session_get_atlas (self->session));
  GString          *right = g_string_new (NULL);
  g_autoptr (GString) left = g_string_new (NULL);
  int piece = 0;

  for (gsize i = 0; i < frontier->geometry->n_paths; i++)
    for (gsize j = 0; j < frontier->geometry->paths[i].n_arcs; j++)
      {
        int          number = frontier->geometry->paths[i].arcs[j];
        const KaArc *arc = &topology->arcs[number < 0 ? ~number : number];

        if (++piece < point->first_piece || piece > point->last_piece)
          continue;
        append_area (self, right, topology, number < 0 ? arc->left : arc->right);
        append_area (self, left, topology, number < 0 ? arc->right : arc->left);
      }
  g_string_append_printf (right, " | %s", left->str);

  return g_string_free (right, FALSE);
}

static gboolean
is_on_same_pieces (const KaLinePoint *point, const KaLinePoint *other)
{
  return point->first_piece == other->first_piece && point->last_piece == other->last_piece;
}

static void
add_points (KaLeaf *self, const KaArticle *article)
{
  const KaFrontier *frontier = article->frontiers.n_items > 0 ? article->frontiers.items[0] : NULL;

  if (article->n_points == 0)
    return;

  ka_leaf_add_heading (self, "Step by step");
  for (gsize i = 0; i < article->n_points; i++)
    {
      const KaLinePoint *point = &article->points[i];
      const char        *doubt = point->certainty == KA_CERTAIN    ? ""
                                 : point->certainty == KA_PROBABLE ? " (probable)"
                                                                   : " (uncertain)";
      g_autofree char   *markup = g_markup_printf_escaped (
          "%" G_GSIZE_FORMAT ". %s<span alpha=\"75%%\">%s%s%s</span>", i + 1, point->name, doubt,
        point->note != NULL ? " – " : "", point->note != NULL ? point->note : "");

      if (point->first_piece > 0 && (i == 0 || !is_on_same_pieces (point, point - 1)))
        {
          g_autofree char *sector = dup_sector (self, frontier, point);

          ka_leaf_add_note (self, sector);
        }
      ka_leaf_add_markup (self, markup, "leaf-link");
    }
}

static void
write_article (KaLeaf *self, const KaArticle *article)
{
  GtkGrid         *grid = NULL;
  g_autofree char *label = ka_words_dup_article_label (article,
                                                       ka_session_get_language (self->session));
  g_autofree char *treaty = ka_leaf_dup_link (self, KA_ITEM (article->treaty));
  g_autofree char *force = NULL;

  ka_leaf_add_title (self, label, get_text (self, &article->title));
  ka_leaf_add_paragraph (self, get_text (self, &article->text));
  ka_leaf_add_note (self, "A summary in our own words, not the wording of the treaty.");
  ka_leaf_add_fact (self, &grid, "Treaty", treaty);
  add_links_fact (self, &grid, "Binds", &article->bound);
  if (article->is_general)
    add_text_fact (self, &grid, "Concerns", "every region of the treaty");
  add_links_fact (self, &grid, article->is_general ? "Above all" : "Concerns", &article->regions);
  add_links_fact (self, &grid, "Frontiers", &article->frontiers);
  add_links_fact (self, &grid, "Places", &article->places);
  force = article->from == KA_DAY_MAX ? g_strdup ("never")
                                      : ka_words_describe_interval (article->from, article->to);
  add_text_fact (self, &grid, "In force", force);
  add_text_fact (self, &grid, "Its fate", get_text (self, &article->fate));
  if (!ka_text_is_empty (&article->treaty->editions))
    add_text_fact (self, &grid, "Full text", get_text (self, &article->treaty->editions));
  ka_leaf_add_certainty (self, KA_ITEM (article));
  add_points (self, article);
  if (article->n_correspondences > 0)
    ka_leaf_add_heading (self, "Compared with");
  for (gsize i = 0; i < article->n_correspondences; i++)
    {
      const KaCorrespondence *match = &article->correspondences[i];
      const char             *difference = get_text (self, &match->difference);

      if (difference != NULL && *difference != '\0')
        {
          g_autofree char *text = g_strdup_printf ("What is different here: %s", difference);

          ka_leaf_add_note (self, text);
        }
      ka_leaf_add_clause (self, match->article, NULL);
    }
  add_events (self, KA_ITEM (article));
  ka_leaf_add_sources (self, KA_ITEM (article));
}

static void
add_treaty_dates (KaLeaf *self, const KaTreaty *treaty)
{
  GtkGrid *grid = NULL;

  ka_leaf_add_heading (self, "From signature on");
  for (gsize i = 0; i < treaty->n_dates; i++)
    {
      const KaTreatyDate *date = &treaty->dates[i];
      g_autofree char    *name = g_strdup (date->kind);
      g_autofree char    *when = ka_date_to_words (&date->date, date->edtf);
      GString            *text = g_string_new (when);

      name[0] = g_ascii_toupper (name[0]);
      g_strdelimit (name, "-", ' ');
      if (date->by != NULL)
        g_string_append_printf (text, ", %s",
                                ka_item_get_title (KA_ITEM (date->by), date->date.earliest,
                                                   ka_session_get_language (self->session)));
      if (!ka_text_is_empty (&date->place))
        g_string_append_printf (text, ", %s", get_text (self, &date->place));
      if (date->certainty != KA_CERTAIN)
        g_string_append_printf (text, " (%s)", ka_certainty_get_name (date->certainty));
      if (date->note != NULL)
        g_string_append_printf (text, ". %s", date->note);
      add_text_fact (self, &grid, name, text->str);
      g_string_free (text, TRUE);
    }
}

static void
write_treaty (KaLeaf *self, const KaTreaty *treaty)
{
  GtkGrid         *grid = NULL;
  g_autofree char *when = ka_date_to_words (&treaty->date, treaty->edtf);

  ka_leaf_add_title (self, get_text (self, &treaty->title), when);
  ka_leaf_add_paragraph (self, get_text (self, &treaty->style));
  add_text_fact (self, &grid, "Signed at", get_text (self, &treaty->place));
  add_links_fact (self, &grid, "Parties", &treaty->parties);
  add_text_fact (self, &grid, "Languages", get_text (self, &treaty->languages));
  add_text_fact (self, &grid, "Outcome", get_text (self, &treaty->outcome));
  add_links_fact (self, &grid, "Followed by", &treaty->successors);
  add_text_fact (self, &grid, "Full text", get_text (self, &treaty->editions));
  ka_leaf_add_certainty (self, KA_ITEM (treaty));
  if (treaty->n_dates > 0)
    add_treaty_dates (self, treaty);
  if (treaty->articles.n_items > 0)
    ka_leaf_add_heading (self, "Articles and annexes");
  for (gsize i = 0; i < treaty->articles.n_items; i++)
    ka_leaf_add_link (self, treaty->articles.items[i], NULL,
                      get_text (self, &((const KaArticle *) treaty->articles.items[i])->title));
  if (treaty->n_signatories > 0)
    ka_leaf_add_heading (self, "Signed by");
  for (gsize i = 0; i < treaty->n_signatories; i++)
    {
      const KaSignatory *signatory = &treaty->signatories[i];
      const char        *party = NULL;

      if (signatory->party != NULL)
        party = ka_item_get_title (KA_ITEM (signatory->party), treaty->date.earliest,
                                   ka_session_get_language (self->session));
      add_person (self, signatory->person, party, get_text (self, &signatory->office));
    }
  add_events (self, KA_ITEM (treaty));
  ka_leaf_add_sources (self, KA_ITEM (treaty));
}

static void
write_person (KaLeaf *self, const KaPerson *person)
{
  GtkGrid         *grid = NULL;
  g_autofree char *others = dup_other_names (self, &person->names);
  g_autofree char *life = ka_words_describe_life (person);
  g_autoptr (GPtrArray)
    treaties = ka_query_treaties_signed_by (ka_session_get_atlas (self->session), KA_ITEM (person));

  ka_leaf_add_title (self,
                     ka_item_get_title (KA_ITEM (person), ka_session_get_day (self->session),
                                        ka_session_get_language (self->session)),
                     others);
  ka_leaf_add_paragraph (self, get_text (self, &person->summary));
  add_text_fact (self, &grid, "Lived", life);
  add_former_names (self, &grid, &person->names);
  ka_leaf_add_certainty (self, KA_ITEM (person));
  ka_leaf_add_items (self, "Treaties signed", treaties);
  add_events (self, KA_ITEM (person));
  ka_leaf_add_sources (self, KA_ITEM (person));
}

static void
write_source (KaLeaf *self, const KaSource *source)
{
  ka_leaf_add_title (self, source->label, source->type);
  ka_leaf_add_paragraph (self, source->citation);
  ka_leaf_add_certainty (self, KA_ITEM (source));
}

static void
write_correction (KaLeaf *self, const KaCorrection *correction)
{
  g_autofree char *links = ka_leaf_dup_links (self, &correction->about);
  GtkGrid         *grid = NULL;

  ka_leaf_add_title (self, "Often told wrongly", NULL);
  ka_leaf_add_heading (self, "What is said");
  ka_leaf_add_paragraph (self, get_text (self, &correction->claim));
  ka_leaf_add_heading (self, "What the sources say");
  ka_leaf_add_paragraph (self, get_text (self, &correction->correction));
  ka_leaf_add_fact (self, &grid, "About", links);
  ka_leaf_add_sources (self, KA_ITEM (correction));
}

/* Nothing is selected: what the atlas is, how to begin, and everything the map shows that day. */
static void
write_day (KaLeaf *self)
{
  KaAtlas         *atlas = ka_session_get_atlas (self->session);
  KaDay            day = ka_session_get_day (self->session);
  KaLanguage       language = ka_session_get_language (self->session);
  g_autofree char *words = ka_day_to_words (day);
  const KaList    *regions = ka_atlas_get_items (atlas, KA_ITEM_REGION);
  const KaList    *frontiers = ka_atlas_get_items (atlas, KA_ITEM_FRONTIER);
  const KaList    *corrections = ka_atlas_get_items (atlas, KA_ITEM_CORRECTION);

  ka_leaf_add_title (self, words, "What the map shows");
  ka_leaf_add_note (
    self, "Click a region, a frontier line or an event to read about it. Drag the playhead of the "
          "timeline to another day.");
  ka_leaf_add_heading (self, "Regions");
  for (gsize i = 0; i < regions->n_items; i++)
    {
      const KaRegion  *region = regions->items[i];
      const KaTenure  *tenure;
      g_autofree char *holder = NULL;

      if (region->areas.n_items == 0)
        continue;
      tenure = ka_query_tenure_on (region->areas.items[0], day);
      holder = tenure != NULL ? ka_words_describe_tenure (tenure, day, language) : NULL;
      ka_leaf_add_link (self, KA_ITEM (region), NULL, holder);
    }
  ka_leaf_add_heading (self, "Frontier lines");
  for (gsize i = 0; i < frontiers->n_items; i++)
    {
      const KaFrontier *frontier = frontiers->items[i];
      g_autofree char  *life = ka_words_describe_interval (frontier->from, frontier->to);

      if (day >= frontier->from && day < frontier->to)
        ka_leaf_add_link (self, KA_ITEM (frontier), NULL, life);
    }
  ka_leaf_add_heading (self, "How borders are drawn");
  ka_leaf_add_paragraph (self, ka_text_get (ka_atlas_get_policy (atlas), language));
  if (corrections->n_items > 0)
    ka_leaf_add_heading (self, "Often told wrongly");
  for (gsize i = 0; i < corrections->n_items; i++)
    {
      g_autofree char *reference = ka_item_dup_reference (corrections->items[i]);
      g_autofree char *markup = g_markup_printf_escaped (
        "<a href=\"%s\">%s</a>", reference,
        get_text (self, &((const KaCorrection *) corrections->items[i])->claim));

      ka_leaf_add_markup (self, markup, "leaf-link");
    }
}

/* Writes the page of an item, or the page of the day for NULL. */
void
ka_leaf_write (KaLeaf *self, const KaItem *item)
{
  if (item == NULL)
    {
      write_day (self);
      return;
    }

  switch (item->kind)
    {
    case KA_ITEM_REGION:
      write_region (self, (const KaRegion *) item);
      break;
    case KA_ITEM_EVENT:
      write_event (self, (const KaEvent *) item);
      break;
    case KA_ITEM_ARTICLE:
    case KA_ITEM_ANNEX:
      write_article (self, (const KaArticle *) item);
      break;
    case KA_ITEM_TREATY:
      write_treaty (self, (const KaTreaty *) item);
      break;
    case KA_ITEM_FRONTIER:
      write_frontier (self, (const KaFrontier *) item);
      break;
    case KA_ITEM_PLACE:
      write_place (self, (const KaPlace *) item);
      break;
    case KA_ITEM_POLITY:
      write_polity (self, (const KaPolity *) item);
      break;
    case KA_ITEM_AREA:
      write_area (self, (const KaArea *) item);
      break;
    case KA_ITEM_TENURE:
      write_area (self, ((const KaTenure *) item)->areas.items[0]);
      break;
    case KA_ITEM_PERSON:
      write_person (self, (const KaPerson *) item);
      break;
    case KA_ITEM_SOURCE:
      write_source (self, (const KaSource *) item);
      break;
    case KA_ITEM_CORRECTION:
      write_correction (self, (const KaCorrection *) item);
      break;
    case KA_N_ITEM_KINDS:
    default:
      g_return_if_reached ();
    }
}
