/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file says about its picture: title, description in words, sources, licence. Every format
 * has a place for them.
 */

#include "config.h"

#include "ka-export-private.h"

#include "ka-captions.h"
#include "ka-export-view.h"
#include "ka-page-text.h"
#include "ka-query.h"

/* The names of the regions of each holder, in the order of the atlas */
typedef struct
{
  const KaItem *holder;
  GPtrArray    *names; /* (element-type utf8): borrowed from the atlas */
} Holding;

static void
clear_holding (gpointer data)
{
  g_ptr_array_unref (((Holding *) data)->names);
}

static Holding *
get_holding (GArray *holdings, const KaItem *holder)
{
  for (guint i = 0; i < holdings->len; i++)
    if (g_array_index (holdings, Holding, i).holder == holder)
      return &g_array_index (holdings, Holding, i);
  g_array_append_val (holdings, ((Holding){ holder, g_ptr_array_new () }));

  return &g_array_index (holdings, Holding, holdings->len - 1);
}

/* Appends who holds which regions: "Turkey: Kars, Ardahan. Georgia: …" */
static void
append_holders (GString *text, KaAtlas *atlas, const KaViewState *state)
{
  const KaList *areas = ka_atlas_get_items (atlas, KA_ITEM_AREA);
  g_autoptr (GArray) holdings = g_array_new (FALSE, FALSE, sizeof (Holding));

  g_array_set_clear_func (holdings, clear_holding);
  for (gsize i = 0; i < areas->n_items; i++)
    {
      const KaArea   *area = areas->items[i];
      const KaTenure *tenure = ka_query_tenure_on (area, state->day);
      const KaItem   *land = area->region != NULL ? &area->region->item : &area->item;
      const char     *name = ka_item_get_title (land, state->day, state->language);
      GPtrArray      *names;

      if (tenure == NULL || tenure->holder == NULL)
        continue;
      names = get_holding (holdings, &tenure->holder->item)->names;
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) (guintptr) name);
    }
  for (guint i = 0; i < holdings->len; i++)
    {
      const Holding *holding = &g_array_index (holdings, Holding, i);

      g_string_append_printf (
        text, " %s: ", ka_item_get_title (holding->holder, state->day, state->language));
      for (guint j = 0; j < holding->names->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ", " : "",
                                (const char *) holding->names->pdata[j]);
      g_string_append_c (text, '.');
    }
}

static void
append_other_day (GString *text, KaAtlas *atlas, const KaViewState *state, KaDay day)
{
  KaViewState      other = *state;
  g_autofree char *iso = ka_day_to_iso (day);
  g_autofree char *words = ka_day_to_words (day, state->language);

  other.day = day;
  g_string_append_printf (text, " %s (%s).", words, iso);
  append_holders (text, atlas, &other);
}

char *
ka_export_dup_alt_text (const KaExport *self)
{
  KaAtlas           *atlas = ka_map_scene_get_atlas (self->scene);
  const KaViewState *state = self->state;
  g_autofree char   *title = ka_page_dup_heading (atlas, state, self->page);
  g_autofree char   *subtitle = ka_page_dup_caption (atlas, state, self->page);
  g_autofree char   *occasion = ka_page_dup_occasion (atlas, state);
  g_autofree char   *day = ka_day_to_iso (state->day);
  g_autofree char   *words = ka_day_to_words (state->day, state->language);
  GString           *text = g_string_new (NULL);

  g_string_printf (text, "%s%s %s (%s).", title, g_str_has_suffix (title, ".") ? "" : ".", words,
                   day);
  if (*subtitle != '\0' && !g_str_equal (subtitle, title))
    g_string_append_printf (text, " %s%s", subtitle, g_str_has_suffix (subtitle, ".") ? "" : ".");
  if (*occasion != '\0' && !g_str_equal (occasion, title) &&
      !g_str_equal (occasion, ka_caption_get (KA_CAPTION_AS_ON_THIS_DAY, state->language)))
    g_string_append_printf (text, " %s%s", occasion, g_str_has_suffix (occasion, ".") ? "" : ".");
  if (self->page->view != KA_PAGE_TIMELINE)
    append_holders (text, atlas, state);
  if (self->page->has_other_day)
    append_other_day (text, atlas, state, self->page->other_day);

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
