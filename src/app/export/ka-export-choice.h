/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export-series.h"
#include "ka-export-size.h"

G_BEGIN_DECLS

/** KA_EXPORT_CHOICE_TEXT: bytes of an own title or caption, with the end. */
#define KA_EXPORT_CHOICE_TEXT 512
/** KA_EXPORT_CHOICE_MIN_SIDE: the shortest side of one, in pixels. */
#define KA_EXPORT_CHOICE_MIN_SIDE 64

/** KA_EXPORT_THEME_OF_WINDOW: as the window has it */
#define KA_EXPORT_THEME_OF_WINDOW -1

/**
 * KaChoiceSeries:
 * @KA_CHOICE_ONE: one picture
 * @KA_CHOICE_EACH_EVENT: one for each event
 * @KA_CHOICE_EACH_CHANGE: one for each day on which the map changes
 * @KA_CHOICE_EACH_MONTH: one a month
 * @KA_CHOICE_EACH_YEAR: one a year
 * @KA_CHOICE_EACH_OF_KIND: one for each step of the annex that is selected, or for each claim where
 * one is selected
 *
 * How many pictures a person chooses.
 */
typedef enum
{
  KA_CHOICE_ONE,
  KA_CHOICE_EACH_EVENT,
  KA_CHOICE_EACH_CHANGE,
  KA_CHOICE_EACH_MONTH,
  KA_CHOICE_EACH_YEAR,
  KA_CHOICE_EACH_OF_KIND,
  KA_N_CHOICES,
} KaChoiceSeries;

/**
 * KaExportChoice:
 * @series: one picture or several
 * @view: map, timeline, both or the card of a claim
 * @format: PNG, SVG, PDF or HTML
 * @size: the number of a size, see ka_export_size_list(); the next number for an own size
 * @is_upright: whether a sheet of paper stands upright
 * @width: of an own size, in pixels
 * @height: of an own size, in pixels
 * @theme: a #KaThemeId, or %KA_EXPORT_THEME_OF_WINDOW
 * @is_transparent: whether the ground is left out
 * @has_title: whether title, date and clauses stand beside the picture
 * @has_legend: whether the map has its legend
 * @has_footer: whether sources and licence stand at the foot
 * @title: the heading, UTF-8; empty for that of the selection or the day
 * @caption: the line below it, likewise
 *
 * What a person chooses for a picture. By value.
 */
typedef struct
{
  KaChoiceSeries series;
  KaPageView     view;
  KaExportFormat format;
  guint          size;
  gboolean       is_upright;
  int            width;
  int            height;
  int            theme;
  gboolean       is_transparent;
  gboolean       has_title;
  gboolean       has_legend;
  gboolean       has_footer;
  char           title[KA_EXPORT_CHOICE_TEXT];
  char           caption[KA_EXPORT_CHOICE_TEXT];
} KaExportChoice;

/** ka_export_choice_dup_size_label: Returns: (transfer full): what a list calls a size, or an own
 * size for the number after the last */
char *ka_export_choice_dup_size_label (guint size) G_GNUC_WARN_UNUSED_RESULT;

/** ka_export_choice_get_size: Returns: (transfer none) (nullable): the size of a choice; %NULL for
 * an own one */
const KaExportSize *ka_export_choice_get_size (const KaExportChoice *self);

/** ka_export_choice_new: Returns: map and timeline as a PNG of 1920 × 1080 pixels in the colours of
 * the window, with all parts */
KaExportChoice ka_export_choice_new (void);

/** ka_export_choice_from_variant: Returns: what @dictionary (nullable), of type `a{sv}`, has kept;
 * what it lacks or what is unknown is as ka_export_choice_new() has it */
KaExportChoice ka_export_choice_from_variant (GVariant *dictionary);

/** ka_export_choice_to_variant: Returns: (transfer floating): of type `a{sv}`, to keep a choice. An
 * own title and caption are of one picture and are not kept; nor is a series, so that no key
 * writes a hundred files. */
GVariant *ka_export_choice_to_variant (const KaExportChoice *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_export_choice_get_page:
 * @self: a choice
 * @scale: (out): pixels for a user unit
 *
 * Returns: the page in user units, without viewport and axis; it borrows title and caption
 */
KaPage ka_export_choice_get_page (const KaExportChoice *self, double *scale);

/** ka_export_choice_fit: makes a choice one for an atlas and a selection (nullable): the card of a
 * claim needs a correction and becomes map and timeline without one; a series of claims has cards;
 * an atlas without a map has its timeline alone. Returns: the choice */
KaExportChoice
ka_export_choice_fit (const KaExportChoice *self, KaAtlas *atlas, const KaItem *selection);

/** ka_export_choice_label_series: Returns: (transfer none) (nullable): what a list calls a series
 * for @selection (nullable); %NULL where there is none */
const char *ka_export_choice_label_series (KaChoiceSeries series, const KaItem *selection);

/** ka_export_choice_get_plan: Returns: the series that was chosen for @selection (nullable), of the
 * days of @range, both of which are in it */
KaSeriesPlan
ka_export_choice_get_plan (const KaExportChoice *self, const KaItem *selection, KaSpan range);

/** ka_export_choice_for_paper: Returns: the choice as it is printed: what follows a dark window,
 * @window, becomes light; what a person chose stays */
KaExportChoice ka_export_choice_for_paper (const KaExportChoice *self, const KaTheme *window);

/** ka_export_choice_get_theme: Returns: (transfer none): its colours; @window: those of the window
 */
const KaTheme *ka_export_choice_get_theme (const KaExportChoice *self, const KaTheme *window);

/** ka_export_choice_dup_size_text: Returns: (transfer full): how large the file will be: "3508 ×
 * 2480 pixels, 300 per inch", or for vectors "297 × 210 mm" */
char *ka_export_choice_dup_size_text (const KaExportChoice *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
