/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slides of TimelineJS, whether they come from JSON or from a table, as events of a draft.
 */
#include "config.h"

#include "ka-timelinejs-private.h"

#include "ka-date.h"
#include "ka-fold.h"
#include "ka-foreign-event.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a text that stand for a headline that is missing. */
#define MAX_TITLE_LENGTH 60
/* Years of the universe are read, then refused as years. */
#define MAX_NUMBER G_GINT64_CONSTANT (1000000000000000)
/* Characters of a number that are read, many zeros before it among them. */
#define MAX_DIGITS 60

/* Reads a whole number as TimelineJS does: blanks and commas in it do not count. */
static gboolean
read_whole (const char *text, gint64 *number)
{
  char  digits[MAX_DIGITS + 1];
  gsize n = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (n == MAX_DIGITS)
      return FALSE;
    else if (!g_ascii_isspace (*c) && *c != ',')
      digits[n++] = *c;
  digits[n] = '\0';
  if (g_str_has_suffix (digits, ".0"))
    digits[n - 2] = '\0';
  return g_ascii_string_to_signed (digits, 10, -MAX_NUMBER, MAX_NUMBER, number, NULL);
}

/* Gets a part of a date; 0 where it is not given. */
static gboolean
read_part (KaDraft *draft, const KaTimelinejsDate *date, KaTimelinejsPart part, gint64 *number)
{
  static const char *const names[] = { N_ ("year"), N_ ("month"), N_ ("day") };
  const char              *text = date->parts[part];

  *number = 0;
  if (text == NULL || *text == '\0' || read_whole (text, number))
    return TRUE;
  /* Translators: what stands in a file in place of a number, and the part of a date it should be.
   */
  ka_draft_fault (draft, date->offsets[part],
                  _ ("“%1$s” found, a whole number for the %2$s expected"), text, _ (names[part]));
  return FALSE;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0' && text[strspn (text, " \t\r\n")] != '\0';
}

/* Where the part of a date stands that is out of range, if one is. */
static gsize
find_wrong_part (const KaTimelinejsDate *date, gint64 year, gint64 month)
{
  if (ABS (year) > 9999)
    return date->offsets[KA_TIMELINEJS_YEAR];
  return date->offsets[month < 0 || month > 12 ? KA_TIMELINEJS_MONTH : KA_TIMELINEJS_DAY];
}

/* Writes one end of a date as EDTF. TimelineJS shows the year -44 as 44 BCE; it has no year 0. */
static char *
dup_end (KaDraft *draft, const KaTimelinejsDate *date)
{
  const char       doubt[] = { date->doubt, '\0' };
  gint64           year, month, day;
  g_autofree char *edtf = NULL;

  if (!read_part (draft, date, KA_TIMELINEJS_YEAR, &year) ||
      !read_part (draft, date, KA_TIMELINEJS_MONTH, &month) ||
      !read_part (draft, date, KA_TIMELINEJS_DAY, &day))
    return NULL;
  if (month == 0 && day != 0)
    {
      ka_draft_fault (draft, date->offsets[KA_TIMELINEJS_DAY],
                      _ ("a day without a month, a month expected"));
      return NULL;
    }
  edtf = ka_foreign_dup_edtf (draft, find_wrong_part (date, year, month),
                              year < 0 ? year + 1 : year, month, day);
  return edtf != NULL && *doubt != '\0' ? g_strconcat (edtf, doubt, NULL) : g_steal_pointer (&edtf);
}

/* Reports an end that has a month or a day and no year. */
static gboolean
check_end (KaDraft *draft, const KaTimelinejsDate *date)
{
  for (guint i = KA_TIMELINEJS_MONTH; i < KA_TIMELINEJS_TIME; i++)
    if (is_given (date->parts[i]) && !is_given (date->parts[KA_TIMELINEJS_YEAR]))
      {
        ka_draft_fault (draft, date->offsets[i],
                        _ ("an end of “%s” without a year, a year of the end expected"),
                        date->parts[i]);
        return FALSE;
      }
  return TRUE;
}

/* Whether our own text of a date has the bounds that the parts say, so that nobody changed them. */
static gboolean
is_of_parts (const char *edtf, const char *parts)
{
  KaDate exact, rough;

  return ka_date_parse_edtf (edtf, &exact, NULL) && ka_date_parse_edtf (parts, &rough, NULL) &&
         (exact.earliest == KA_DAY_MIN || exact.earliest == rough.earliest) &&
         (exact.end_latest == KA_DAY_MAX || exact.end_latest == rough.end_latest);
}

/* Writes the date of a slide as EDTF, or reports what is wrong. */
static char *
dup_date (KaDraft *draft, const KaTimelinejsSlide *slide)
{
  g_autofree char *start = NULL, *end = NULL, *date = NULL;
  KaDate           checked;

  if (!is_given (slide->start.parts[KA_TIMELINEJS_YEAR]))
    {
      ka_draft_fault (draft, slide->offset, _ ("no year of the start, one expected"));
      return NULL;
    }
  start = dup_end (draft, &slide->start);
  if (!check_end (draft, &slide->end))
    return NULL;
  if (is_given (slide->end.parts[KA_TIMELINEJS_YEAR]))
    {
      end = dup_end (draft, &slide->end);
      if (end == NULL)
        return NULL;
    }
  if (start == NULL)
    return NULL;
  if (end != NULL && strcmp (start, end) != 0)
    date = g_strconcat (start, "/", end, NULL);
  else
    date = g_strdup (start);
  if (end != NULL && !ka_date_parse_edtf (date, &checked, NULL))
    {
      ka_draft_fault (draft, slide->end.offsets[KA_TIMELINEJS_YEAR],
                      _ ("the end %1$s lies before the start %2$s, a later one expected"), end,
                      start);
      return NULL;
    }
  if (is_given (slide->edtf) && is_of_parts (slide->edtf, date))
    return g_strdup (slide->edtf);
  if (is_given (slide->edtf))
    ka_draft_loss (draft, slide->offset, slide->headline,
                   _ ("the EDTF %1$s is not carried: year, month and day say %2$s"), slide->edtf,
                   date);
  return g_steal_pointer (&date);
}

/* Makes a title of the start of a text. */
static char *
dup_start (const char *text)
{
  const char *end = text, *gap = NULL;

  for (guint i = 0; i < MAX_TITLE_LENGTH && *end != '\0'; i++, end = ka_skip_letter (end))
    if (g_ascii_isspace (*end))
      gap = end;
  if (*end == '\0')
    return g_strdup (text);
  if (gap == NULL)
    gap = end;
  return g_strdup_printf ("%.*s…", (int) (gap - text), text);
}

/* The title of an event: its headline, else what it has instead. */
static char *
dup_title (const KaTimelinejsSlide *slide, const char *headline, const char *text)
{
  if (*headline != '\0')
    return g_strdup (headline);
  if (*text != '\0')
    return dup_start (text);
  if (is_given (slide->caption))
    return dup_start (slide->caption);
  return is_given (slide->display_date) ? g_strdup (slide->display_date) : NULL;
}

static void
tell_losses (KaDraft *draft, const KaTimelinejsSlide *slide, const char *title)
{
  const struct
  {
    const char *text;
    const char *words;
  } lost[] = {
    { slide->media, N_ ("the media are not carried: %s") },
    { slide->caption, N_ ("the caption of the media is not carried: %s") },
    { slide->credit, N_ ("the credit of the media is not carried: %s") },
    { slide->thumbnail, N_ ("the thumbnail of the media is not carried: %s") },
    { slide->alt_text, N_ ("the alternative text of the media is not carried: %s") },
    { slide->background, N_ ("the background is not carried: %s") },
    { slide->start.parts[KA_TIMELINEJS_TIME],
      N_ ("the time of day is not carried, days are the finest: %s") },
    { slide->end.parts[KA_TIMELINEJS_TIME],
      N_ ("the time of day is not carried, days are the finest: %s") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lost); i++)
    if (is_given (lost[i].text))
      {
        g_autoptr (GString) words = g_string_new (_ (lost[i].words));

        g_string_replace (words, "%s", lost[i].text, 1);
        ka_draft_loss (draft, slide->offset, title, "%s", words->str);
      }
}

/* Tells what an atlas has of its events alone. */
static void
tell_losses_of_title (KaDraft *draft, const KaTimelinejsSlide *slide, const char *title)
{
  const char *year = slide->start.parts[KA_TIMELINEJS_YEAR];

  if (is_given (year))
    ka_draft_loss (draft, slide->offset, title,
                   _ ("the date of the title is not carried, its year is %s"), year);
  else if (is_given (slide->display_date))
    ka_draft_loss (draft, slide->offset, title, _ ("the date of the title is not carried: %s"),
                   slide->display_date);
  if (is_given (slide->group))
    ka_draft_loss (draft, slide->offset, title, _ ("the group of the title is not carried: %s"),
                   slide->group);
  if (slide->has_place)
    ka_draft_loss (draft, slide->offset, title, _ ("the place of the title is not carried"));
}

/* Tells what becomes of the group, and returns the category that it means or %NULL. */
static const char *
take_group (KaDraft *draft, const KaTimelinejsSlide *slide, const char *title)
{
  const char *category = is_given (slide->group) ? ka_foreign_find_category (slide->group) : NULL;

  if (is_given (slide->group) && category == NULL)
    ka_draft_loss (draft, slide->offset, title,
                   _ ("the group “%s” is not carried: it is none of our categories"), slide->group);
  return category;
}

static const char *
add_place (KaDraft *draft, const KaTimelinejsSlide *slide, const char *title)
{
  if (!slide->has_place)
    return NULL;
  return ka_draft_add_place (draft,
                             &(KaDraftPlace){
                               .offset = slide->offset,
                               .title = is_given (slide->place_name) ? slide->place_name : title,
                               .at = slide->place,
                             });
}

/* Makes a note of the display date, unless it is what the exporter writes beside our own EDTF.
 * Returns: (transfer full) (nullable) */
static char *
dup_note (const KaTimelinejsSlide *slide, const char *edtf)
{
  g_autofree char *words = NULL;
  KaDate           date;

  if (!is_given (slide->display_date))
    return NULL;
  if (g_strcmp0 (slide->edtf, edtf) == 0 && ka_date_parse_edtf (edtf, &date, NULL))
    words = ka_date_to_words (&date, edtf, KA_LANGUAGE_EN);
  return g_strcmp0 (words, slide->display_date) != 0
           ? g_strdup_printf (KA_TIMELINEJS_WRITTEN_DATE "%s", slide->display_date)
           : NULL;
}

static void
add_event (KaDraft *draft, const KaTimelinejsSlide *slide, const char *title, const char *text)
{
  g_autofree char *edtf = dup_date (draft, slide);
  g_autofree char *note = NULL;

  if (edtf == NULL)
    return;
  note = dup_note (slide, edtf);
  if (slide->type == KA_TIMELINEJS_ERA)
    ka_draft_loss (draft, slide->offset, title, _ ("the era becomes an event"));
  ka_draft_add_event (draft, &(KaDraftEvent){
                               .offset = slide->offset,
                               .id = slide->id,
                               .title = title,
                               .edtf = edtf,
                               .summary = text,
                               .category = take_group (draft, slide, title),
                               .note = note,
                               .place = add_place (draft, slide, title),
                             });
}

void
ka_timelinejs_add_slide (KaDraft *draft, const KaTimelinejsSlide *slide)
{
  g_autoptr (KaForeignText)
    headline = ka_foreign_text_new (slide->headline != NULL ? slide->headline : "");
  g_autoptr (KaForeignText) text = ka_foreign_text_new (slide->text != NULL ? slide->text : "");
  g_autofree char *title = dup_title (slide, headline->text, text->text);

  if (title == NULL && slide->type != KA_TIMELINEJS_TITLE)
    {
      ka_draft_fault (draft, slide->offset, _ ("no headline and no text, one of them expected"));
      return;
    }
  ka_foreign_text_tell_losses (headline, draft, slide->offset, title);
  ka_foreign_text_tell_losses (text, draft, slide->offset, title);
  tell_losses (draft, slide, title);
  if (slide->type == KA_TIMELINEJS_TITLE)
    {
      tell_losses_of_title (draft, slide, title);
      ka_draft_set_title (draft, title, text->text);
    }
  else
    add_event (draft, slide, title, text->text);
}
