/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person chooses for a picture: the sizes, the page that follows, and how a choice
 * is kept. It knows no widget.
 */

#include "config.h"

#include "ka-export-choice.h"

#include "ka-walk.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A user unit is 1/96 inch. */
#define UNITS_PER_INCH 96.0
#define MM_PER_INCH    25.4

#define DEFAULT_SIZE "1080p"
/* What settings call an own size. */
#define OWN_SIZE "own"

/* What a list calls the sizes that it does not know by their measures. */
static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { "screen", N_ ("Screen") }, { "1080p", N_ ("Full HD") }, { "4k", N_ ("4K") },
  { "slide", N_ ("Slide") },   { "a5", N_ ("A5") },         { "a4", N_ ("A4") },
  { "a3", N_ ("A3") },         { "a2", N_ ("A2") },
};

static guint
find_size (const char *name, guint otherwise)
{
  gsize               n_sizes;
  const KaExportSize *sizes = ka_export_size_list (&n_sizes);

  for (guint i = 0; i < n_sizes; i++)
    if (g_str_equal (sizes[i].name, name))
      return i;

  return otherwise;
}

static guint
get_own_size (void)
{
  gsize n_sizes;

  ka_export_size_list (&n_sizes);

  return (guint) n_sizes;
}

const KaExportSize *
ka_export_choice_get_size (const KaExportChoice *self)
{
  gsize               n_sizes;
  const KaExportSize *sizes = ka_export_size_list (&n_sizes);

  return self->size < n_sizes ? &sizes[self->size] : NULL;
}

char *
ka_export_choice_dup_size_label (guint size)
{
  const KaExportSize *chosen = ka_export_choice_get_size (&(KaExportChoice){ .size = size });

  if (chosen == NULL)
    return g_strdup (_ ("Own Size"));

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, chosen->name))
      /* Translators: a size of a picture by name, and its width and height in pixels */
      return g_strdup_printf (_ ("%s, %.0f × %.0f"), _ (labels[i].label),
                              chosen->width * chosen->scale, chosen->height * chosen->scale);

  return g_strdup (chosen->name);
}

KaExportChoice
ka_export_choice_new (void)
{
  return (KaExportChoice){ .view = KA_PAGE_BOTH,
                           .format = KA_EXPORT_PNG,
                           .size = find_size (DEFAULT_SIZE, 0),
                           .width = 1920,
                           .height = 1080,
                           .theme = KA_EXPORT_THEME_OF_WINDOW,
                           .has_title = TRUE,
                           .has_legend = TRUE,
                           .has_footer = TRUE };
}

static void
read_format (const char *name, KaExportFormat *format)
{
  for (int i = 0; i < KA_N_EXPORT_FORMATS; i++)
    if (g_str_equal (ka_export_format_get_name ((KaExportFormat) i), name))
      *format = (KaExportFormat) i;
}

static void
read_side (GVariant *dictionary, const char *key, int *side)
{
  int value;

  if (g_variant_lookup (dictionary, key, "i", &value))
    *side = CLAMP (value, KA_EXPORT_CHOICE_MIN_SIDE, KA_EXPORT_MAX_SIDE);
}

KaExportChoice
ka_export_choice_from_variant (GVariant *dictionary)
{
  KaExportChoice self = ka_export_choice_new ();
  KaThemeId      theme;
  const char    *word;

  if (dictionary == NULL)
    return self;

  if (g_variant_lookup (dictionary, "view", "&s", &word))
    ka_page_view_from_name (word, &self.view);
  if (g_variant_lookup (dictionary, "format", "&s", &word))
    read_format (word, &self.format);
  if (g_variant_lookup (dictionary, "size", "&s", &word))
    self.size = find_size (word, g_str_equal (word, OWN_SIZE) ? get_own_size () : self.size);
  if (g_variant_lookup (dictionary, "theme", "&s", &word) && ka_theme_id_from_name (word, &theme))
    self.theme = (int) theme;
  read_side (dictionary, "width", &self.width);
  read_side (dictionary, "height", &self.height);
  g_variant_lookup (dictionary, "upright", "b", &self.is_upright);
  g_variant_lookup (dictionary, "transparent", "b", &self.is_transparent);
  g_variant_lookup (dictionary, "title", "b", &self.has_title);
  g_variant_lookup (dictionary, "legend", "b", &self.has_legend);
  g_variant_lookup (dictionary, "footer", "b", &self.has_footer);

  return self;
}

GVariant *
ka_export_choice_to_variant (const KaExportChoice *self)
{
  const KaExportSize *size = ka_export_choice_get_size (self);
  GVariantDict        dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "view", "s", ka_page_view_get_name (self->view));
  g_variant_dict_insert (&dict, "format", "s", ka_export_format_get_name (self->format));
  g_variant_dict_insert (&dict, "size", "s", size != NULL ? size->name : OWN_SIZE);
  if (self->theme != KA_EXPORT_THEME_OF_WINDOW)
    g_variant_dict_insert (&dict, "theme", "s", ka_theme_get ((KaThemeId) self->theme)->name);
  g_variant_dict_insert (&dict, "width", "i", self->width);
  g_variant_dict_insert (&dict, "height", "i", self->height);
  g_variant_dict_insert (&dict, "upright", "b", self->is_upright);
  g_variant_dict_insert (&dict, "transparent", "b", self->is_transparent);
  g_variant_dict_insert (&dict, "title", "b", self->has_title);
  g_variant_dict_insert (&dict, "legend", "b", self->has_legend);
  g_variant_dict_insert (&dict, "footer", "b", self->has_footer);

  return g_variant_dict_end (&dict);
}

KaPage
ka_export_choice_get_page (const KaExportChoice *self, double *scale)
{
  const KaExportSize *size = ka_export_choice_get_size (self);
  const gboolean      turns = size != NULL && size->is_paper && self->is_upright;
  const double        width = size != NULL ? size->width : self->width;
  const double        height = size != NULL ? size->height : self->height;
  KaPage page = KA_PAGE_INIT (self->view, turns ? height : width, turns ? width : height);

  page.has_title = self->has_title;
  page.has_footer = self->has_footer;
  page.hides_legend = !self->has_legend;
  page.is_transparent = self->is_transparent;
  page.title = *self->title != '\0' ? self->title : NULL;
  page.caption = *self->caption != '\0' ? self->caption : NULL;
  *scale = size != NULL && self->format == KA_EXPORT_PNG ? size->scale : 1;

  return page;
}

static gboolean
is_claim (const KaItem *selection)
{
  return selection != NULL && selection->kind == KA_ITEM_CORRECTION;
}

KaExportChoice
ka_export_choice_fit (const KaExportChoice *self, KaAtlas *atlas, const KaItem *selection)
{
  KaExportChoice fit = *self;

  if (fit.view == KA_PAGE_CLAIM && !is_claim (selection))
    fit.view = KA_PAGE_BOTH;
  if (fit.series == KA_CHOICE_EACH_OF_KIND && is_claim (selection))
    fit.view = KA_PAGE_CLAIM;
  if (fit.view != KA_PAGE_CLAIM && !ka_atlas_has_map (atlas))
    fit.view = KA_PAGE_TIMELINE;

  return fit;
}

const char *
ka_export_choice_label_series (KaChoiceSeries series, const KaItem *selection)
{
  static const char *const labels_of_all[KA_CHOICE_EACH_OF_KIND] = {
    [KA_CHOICE_ONE] = N_ ("One Picture"),
    [KA_CHOICE_EACH_EVENT] = N_ ("One for Each Event"),
    [KA_CHOICE_EACH_CHANGE] = N_ ("One for Each Change of the Map"),
    [KA_CHOICE_EACH_MONTH] = N_ ("One a Month"),
    [KA_CHOICE_EACH_YEAR] = N_ ("One a Year"),
  };

  if (series < KA_CHOICE_EACH_OF_KIND)
    return _ (labels_of_all[series]);
  if (is_claim (selection))
    return _ ("One for Each Claim");

  return selection != NULL && ka_walk_exists (selection) ? _ ("One for Each Step of the Line")
                                                         : NULL;
}

KaSeriesPlan
ka_export_choice_get_plan (const KaExportChoice *self, const KaItem *selection, KaSpan range)
{
  static const KaSeriesPlan plans[KA_CHOICE_EACH_OF_KIND] = {
    [KA_CHOICE_ONE] = { .kind = KA_SERIES_NONE },
    [KA_CHOICE_EACH_EVENT] = { .kind = KA_SERIES_EVENT },
    [KA_CHOICE_EACH_CHANGE] = { .kind = KA_SERIES_EPOCH },
    [KA_CHOICE_EACH_MONTH] = { .kind = KA_SERIES_DAYS, .months = 1 },
    [KA_CHOICE_EACH_YEAR] = { .kind = KA_SERIES_DAYS, .months = 12 },
  };
  KaSeriesPlan plan = { .kind = is_claim (selection) ? KA_SERIES_CLAIM : KA_SERIES_STEP };

  if (self->series < KA_CHOICE_EACH_OF_KIND)
    plan = plans[self->series];
  plan.range = range;

  return plan;
}

const KaTheme *
ka_export_choice_get_theme (const KaExportChoice *self, const KaTheme *window)
{
  return self->theme == KA_EXPORT_THEME_OF_WINDOW ? window : ka_theme_get ((KaThemeId) self->theme);
}

KaExportChoice
ka_export_choice_for_paper (const KaExportChoice *self, const KaTheme *window)
{
  KaExportChoice choice = *self;

  if (choice.theme == KA_EXPORT_THEME_OF_WINDOW && window->is_dark)
    choice.theme = KA_THEME_LIGHT;

  return choice;
}

char *
ka_export_choice_dup_size_text (const KaExportChoice *self)
{
  double       scale;
  const KaPage page = ka_export_choice_get_page (self, &scale);

  if (self->format == KA_EXPORT_PNG)
    /* Translators: width and height of a picture in pixels, and how many there are to an inch */
    return g_strdup_printf (_ ("%d × %d pixels, %d per inch"), (int) round (page.width * scale),
                            (int) round (page.height * scale),
                            (int) round (scale * UNITS_PER_INCH));

  /* Translators: width and height of a sheet */
  return g_strdup_printf (_ ("%.0f × %.0f mm"), page.width / UNITS_PER_INCH * MM_PER_INCH,
                          page.height / UNITS_PER_INCH * MM_PER_INCH);
}
