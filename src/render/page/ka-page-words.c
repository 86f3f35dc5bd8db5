/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page says by itself, without the atlas, in the languages of the atlas.
 */

#include "config.h"

#include "ka-page-private.h"

/* In the order of KaLanguage. */
static const char *const words[KA_N_PAGE_WORDS][KA_N_LANGUAGES] = {
  [KA_PAGE_ARTICLE] = { "Article", "Madde", "Статья", "Հոդված", "მუხლი", "Maddə" },
  [KA_PAGE_ANNEX] = { "Annex", "Ek", "Приложение", "Հավելված", "დანართი", "Əlavə" },
  [KA_PAGE_AS_ON_THIS_DAY] = { "the map as it was on this day", "haritanın o günkü hâli",
                               "карта на этот день", "քարտեզն այդ օրվա դրությամբ",
                               "რუკა ამ დღის მდგომარეობით", "xəritə həmin günə görə" },
  [KA_PAGE_OWN_WORDS] = { "Summaries in our own words.", "Özetler kendi sözlerimizledir.",
                          "Изложение наше.", "Ամփոփումները մեր խոսքերով են։",
                          "შეჯამებები ჩვენი სიტყვებითაა.", "Xülasələr öz sözlərimizlədir." },
  [KA_PAGE_SOURCES] = { "Sources", "Kaynaklar", "Источники", "Աղբյուրներ", "წყაროები", "Mənbələr" },
};

const char *
ka_page_get_word (KaPageWord word, KaLanguage language)
{
  g_return_val_if_fail (word < KA_N_PAGE_WORDS && language < KA_N_LANGUAGES, "");

  return words[word][language];
}
