/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts and names: the language that is shown, the name of a day.
 */
#include "config.h"

#include "ka-text.h"

static void
test_languages (void)
{
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    {
      KaLanguage language;

      g_assert_true (ka_language_from_code (ka_language_get_code ((KaLanguage) i), &language));
      g_assert_cmpint (language, ==, i);
    }
}

/* A text in English and in another language. */
static KaText
make_text (const char *english, KaLanguage language, const char *other)
{
  KaText text;

  ka_text_init_in (&text, NULL, KA_LANGUAGE_EN, english);
  ka_text_set (&text, language, other);
  return text;
}

static void
test_unknown_languages (void)
{
  static const char *const codes[] = { "", "e", "EN", "eng", "fr", "tr-TR" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      KaLanguage language = KA_LANGUAGE_AZ;

      g_assert_false (ka_language_from_code (codes[i], &language));
      g_assert_cmpint (language, ==, KA_LANGUAGE_AZ);
    }
}

static void
test_fallback (void)
{
  g_auto (KaText) text = make_text ("Kars", KA_LANGUAGE_KA, "ყარსი");
  const KaText none = { NULL };

  g_assert_cmpstr (ka_text_get (&text, KA_LANGUAGE_EN), ==, "Kars");
  g_assert_cmpstr (ka_text_get (&text, KA_LANGUAGE_KA), ==, "ყარსი");
  g_assert_cmpstr (ka_text_get (&text, KA_LANGUAGE_TR), ==, "Kars");
  g_assert_cmpstr (ka_text_get (&none, KA_LANGUAGE_TR), ==, "");
  g_assert_false (ka_text_is_empty (&text));
  g_assert_true (ka_text_is_empty (&none));
}

/* Each language is kept apart, whatever was set before it. */
static void
test_set (void)
{
  static const char *const strings[] = { NULL, "", "a", "a longer text", "ყარსი" };

  for (guint round = 0; round < 200; round++)
    {
      g_auto (KaText) text = { NULL };
      g_auto (KaText) copy = { NULL };
      const char *twin[KA_N_LANGUAGES] = { NULL };

      for (guint step = 0; step < 20; step++)
        {
          const KaLanguage language = (KaLanguage) g_test_rand_int_range (0, KA_N_LANGUAGES);

          twin[language] = strings[g_test_rand_int_range (0, G_N_ELEMENTS (strings))];
          ka_text_set (&text, language, twin[language]);
        }
      ka_text_copy (&copy, &text);
      for (guint i = 0; i < KA_N_LANGUAGES; i++)
        {
          g_assert_cmpstr (ka_text_find (&text, (KaLanguage) i), ==, twin[i]);
          g_assert_cmpstr (ka_text_find (&copy, (KaLanguage) i), ==, twin[i]);
        }
    }
}

static void
test_clear (void)
{
  KaText text = make_text ("a", KA_LANGUAGE_HY, "b");

  ka_text_clear (&text);
  g_assert_true (ka_text_is_empty (&text));
  ka_text_clear (&text);
}

static void
test_names (void)
{
  KaDay change = ka_day_from_ymd (1936, 8, 17);
  g_auto (KaText) tiflis = make_text ("Tiflis", KA_LANGUAGE_TR, "Tiflis");
  g_auto (KaText) tbilisi = make_text ("Tbilisi", KA_LANGUAGE_TR, "Tiflis");
  KaName  items[] = { { tiflis, { ka_day_from_ymd (1801, 1, 1), change } },
                      { tbilisi, { change, KA_DAY_MAX } } };
  KaNames names = { items, G_N_ELEMENTS (items) };
  KaNames none = { NULL, 0 };
  static const struct
  {
    gint64      year;
    int         month, day;
    const char *name;
  } cases[] = {
    { 1700, 1, 1, "Tiflis" },   { 1801, 1, 1, "Tiflis" },  { 1936, 8, 16, "Tiflis" },
    { 1936, 8, 17, "Tbilisi" }, { 2026, 1, 1, "Tbilisi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaDay day = ka_day_from_ymd (cases[i].year, cases[i].month, cases[i].day);

      g_assert_cmpstr (ka_text_get (ka_names_get_on (&names, day), KA_LANGUAGE_EN), ==,
                       cases[i].name);
    }
  g_assert_cmpstr (ka_text_get (ka_names_get_on (&names, KA_DAY_MIN), KA_LANGUAGE_EN), ==,
                   "Tiflis");
  g_assert_cmpstr (ka_text_get (ka_names_get_on (&names, KA_DAY_MAX), KA_LANGUAGE_EN), ==,
                   "Tbilisi");
  g_assert_null (ka_names_get_on (&none, change));
}

/* Capitals follow the language of the text, whatever the locale and the font */
static void
test_capitals (void)
{
  static const struct
  {
    const char *text;
    KaLanguage  language;
    const char *capitals;
  } cases[] = {
    { "Virginia", KA_LANGUAGE_EN, "VIRGINIA" },
    { "Iğdır ili", KA_LANGUAGE_TR, "IĞDIR İLİ" },
    { "İrəvan", KA_LANGUAGE_AZ, "İRƏVAN" },
    { "Карс", KA_LANGUAGE_RU, "КАРС" },
    { "Արև", KA_LANGUAGE_HY, "ԱՐԵՎ" },
    { "ყარსი", KA_LANGUAGE_KA, "ყარსი" },
    { "Straße ყარსი", KA_LANGUAGE_EN, "STRASSE ყარსი" },
    { "", KA_LANGUAGE_EN, "" },
  };
  g_auto (KaText) both = make_text ("Illinois", KA_LANGUAGE_TR, "Izmir ili");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capitals = ka_text_write_capitals (cases[i].text, cases[i].language);

      g_assert_cmpstr (capitals, ==, cases[i].capitals);
    }
  g_assert_cmpint (ka_text_get_language (&both, KA_LANGUAGE_TR), ==, KA_LANGUAGE_TR);
  g_assert_cmpint (ka_text_get_language (&both, KA_LANGUAGE_AZ), ==, KA_LANGUAGE_EN);
}

/* A sentence begins with a capital, where the script has one */
static void
test_capitalise (void)
{
  static const struct
  {
    const char *text;
    KaLanguage  language;
    const char *capitalised;
  } cases[] = {
    { "treaties and wars", KA_LANGUAGE_EN, "Treaties and wars" },
    { "işgal", KA_LANGUAGE_TR, "İşgal" },
    { "ılıca", KA_LANGUAGE_TR, "Ilıca" },
    { "işğal", KA_LANGUAGE_AZ, "İşğal" },
    { "войны", KA_LANGUAGE_RU, "Войны" },
    { "պատերազմ", KA_LANGUAGE_HY, "Պատերազմ" },
    { "ომი", KA_LANGUAGE_KA, "ომი" },
    { "1921", KA_LANGUAGE_EN, "1921" },
    { "", KA_LANGUAGE_EN, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *capitalised = ka_text_capitalise (cases[i].text, cases[i].language);

      g_assert_cmpstr (capitalised, ==, cases[i].capitalised);
    }
}

/* What is no text becomes one, whatever stands at its end. */
static void
test_escapes (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    const char *lines;
  } cases[] = {
    { "a\nb", "a\\u000Ab", "a\nb" },          { "\x1b[31m", "\\u001B[31m", "\\u001B[31m" },
    { "a\xfc", "a\uFFFD", "a\uFFFD" },        { "\xf8x", "\uFFFDx", "\uFFFDx" },
    { "\xef\xbf\xbe", "\\uFFFE", "\\uFFFE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = ka_escape_controls (cases[i].text, FALSE);
      g_autofree char *lines = ka_escape_controls (cases[i].text, TRUE);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
  g_assert_true (ka_is_blank (" \u00a0\u2003"));
  g_assert_false (ka_is_blank (" x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/unknown-languages", test_unknown_languages);
  g_test_add_func ("/text/fallback", test_fallback);
  g_test_add_func ("/text/set", test_set);
  g_test_add_func ("/text/clear", test_clear);
  g_test_add_func ("/text/names", test_names);
  g_test_add_func ("/text/capitals", test_capitals);
  g_test_add_func ("/text/capitalise", test_capitalise);
  g_test_add_func ("/text/escapes", test_escapes);
  return g_test_run ();
}
