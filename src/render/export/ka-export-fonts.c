/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks for fonts with the letters of a picture before it is drawn. A letter that no font has is
 * drawn as a box.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export.h"

#include "ka-page-text.h"

#include <pango/pangocairo.h>

/* Any size does: a font has the same letters at each. */
#define SIZE 16

/* The letters of a script in the texts of a picture, each as often as it stands there */
typedef struct
{
  GUnicodeScript script;
  gsize          n_letters;
  gsize          n_missing;
} Script;

typedef struct
{
  PangoFontset *fonts;   /* (nullable): %NULL without any */
  GHashTable   *has;     /* Character to whether a font has it */
  GArray       *scripts; /* (element-type Script) */
} Search;

/* Kinds of items with their names on a map or a timeline */
static const struct
{
  KaItemKind kind;
  gboolean   is_on_map;
  gboolean   is_on_timeline;
} kinds[] = {
  { KA_ITEM_REGION, TRUE, TRUE },
  { KA_ITEM_POLITY, TRUE, TRUE },
  { KA_ITEM_PLACE, TRUE, FALSE },
  { KA_ITEM_EVENT, FALSE, TRUE },
};

static const GUnicodeScript cjk[] = {
  G_UNICODE_SCRIPT_HAN,      G_UNICODE_SCRIPT_HANGUL,   G_UNICODE_SCRIPT_HIRAGANA,
  G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO,
};

static void
search_init (Search *self, const KaTheme *theme)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_family_static (font, theme->sans);
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  self->fonts = pango_font_map_load_fontset (map, context, font, pango_language_from_string ("en"));
  g_object_unref (context);
  self->has = g_hash_table_new (NULL, NULL);
  self->scripts = g_array_new (FALSE, FALSE, sizeof (Script));
}

static void
search_clear (Search *self)
{
  g_clear_object (&self->fonts);
  g_hash_table_unref (self->has);
  g_array_unref (self->scripts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
has_letter (PangoFontset *fonts, gunichar letter)
{
  PangoFont *font = fonts != NULL ? pango_fontset_get_font (fonts, letter) : NULL;
  gboolean   has = font != NULL && pango_font_has_char (font, letter);

  g_clear_object (&font);

  return has;
}

static gboolean
find_letter (Search *self, gunichar letter)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->has, GUINT_TO_POINTER (letter), NULL, &found))
    {
      found = GINT_TO_POINTER (has_letter (self->fonts, letter));
      g_hash_table_insert (self->has, GUINT_TO_POINTER (letter), found);
    }

  return GPOINTER_TO_INT (found);
}

static Script *
get_script (Search *self, GUnicodeScript script)
{
  for (guint i = 0; i < self->scripts->len; i++)
    {
      Script *known = &g_array_index (self->scripts, Script, i);

      if (known->script == script)
        return known;
    }
  g_array_append_val (self->scripts, ((Script){ .script = script }));

  return &g_array_index (self->scripts, Script, self->scripts->len - 1);
}

static void
add_text (Search *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar       letter = g_utf8_get_char (at);
      const GUnicodeScript of_letter = g_unichar_get_script (letter);
      Script              *script;

      if (!g_unichar_isalpha (letter) || of_letter == G_UNICODE_SCRIPT_COMMON ||
          of_letter == G_UNICODE_SCRIPT_INHERITED)
        continue;
      script = get_script (self, of_letter);
      script->n_letters++;
      script->n_missing += !find_letter (self, letter);
    }
}

static void
take_text (Search *self, char *text)
{
  add_text (self, text);
  g_free (text);
}

/* Headings are left out: they are paragraphs' titles in capitals, which a font may lack. */
static void
add_page (Search *self, KaAtlas *atlas, const KaExport *export)
{
  const KaViewState *state = export->state;
  GArray            *blocks = ka_page_list_blocks (atlas, state);

  if (export->page->has_title)
    {
      take_text (self, ka_page_dup_heading (atlas, state, export->page));
      take_text (self, ka_page_dup_caption (atlas, state, export->page));
      take_text (self, ka_page_dup_occasion (atlas, state, export->page));
      for (guint i = 0; export->page->view == KA_PAGE_BOTH && i < blocks->len; i++)
        add_text (self, g_array_index (blocks, KaPageBlock, i).text);
    }
  if (export->page->has_footer)
    {
      add_text (self, ka_text_get (&ka_atlas_get_head (atlas)->credits, state->language));
      add_text (self, ka_text_get (&ka_atlas_get_head (atlas)->policy, state->language));
    }
  g_array_unref (blocks);
}

static void
add_names (Search *self, KaAtlas *atlas, const KaExport *export)
{
  const KaPageView view = export->page->view;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KaList *list = ka_atlas_get_items (atlas, kinds[i].kind);

      if (view != KA_PAGE_BOTH &&
          !(view == KA_PAGE_MAP ? kinds[i].is_on_map : kinds[i].is_on_timeline))
        continue;
      for (gsize j = 0; j < list->n_items; j++)
        add_text (self,
                  ka_item_get_title (list->items[j], export->state->day, export->state->language));
    }
}

static char *
dup_script_name (GUnicodeScript script)
{
  g_autoptr (GEnumClass) names = g_type_class_ref (PANGO_TYPE_SCRIPT);
  const GEnumValue *value = g_enum_get_value (names, (int) script);
  const guint32     code = g_unicode_script_to_iso15924 (script);
  char             *name;

  /* Pango has no names for the scripts of newer versions of Unicode. */
  if (value == NULL)
    return g_strdup_printf ("%c%c%c%c", (char) (code >> 24), (char) (code >> 16),
                            (char) (code >> 8), (char) code);
  name = g_strdup (value->value_nick);
  name[0] = g_ascii_toupper (name[0]);

  return name;
}

static char *
dup_advice (GUnicodeScript script)
{
  g_autofree char *name = dup_script_name (script);
  const char      *package = "fonts-noto-core";

  for (gsize i = 0; i < G_N_ELEMENTS (cjk); i++)
    if (cjk[i] == script)
      package = "fonts-noto-cjk";

  /* Translators: the name of a script, such as Armenian, and a package of Debian. */
  return g_strdup_printf (_ ("no font has the letters of the %1$s script; the package %2$s of "
                             "Debian has one"),
                          name, package);
}

gboolean
ka_export_check_fonts (const KaExport *self, char ***missing, GError **error)
{
  KaAtlas *atlas = ka_map_scene_get_atlas (self->scene);
  g_autoptr (GStrvBuilder) advice = g_strv_builder_new ();
  g_auto (Search) search = { NULL };
  gsize n_letters = 0, n_missing = 0;

  search_init (&search, self->theme);
  add_page (&search, atlas, self);
  add_names (&search, atlas, self);
  for (guint i = 0; i < search.scripts->len; i++)
    {
      const Script *script = &g_array_index (search.scripts, Script, i);

      n_letters += script->n_letters;
      n_missing += script->n_missing;
      if (script->n_missing * 2 > script->n_letters)
        {
          g_autofree char *line = dup_advice (script->script);

          g_strv_builder_add (advice, line);
        }
    }
  *missing = g_strv_builder_end (advice);
  if (n_missing * 2 <= n_letters)
    return TRUE;

  g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_FONT,
                       _ ("no picture is made: boxes would stand for most of its letters"));

  return FALSE;
}
