/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captions of maps that no atlas holds, in every language of labels. They follow the language of
 * the labels, not that of the interface: a picture reads the same on every machine.
 */

#include "config.h"

#include "ka-captions.h"

static const char *const captions[KA_N_CAPTIONS][KA_N_LANGUAGES] = {
  [KA_CAPTION_CONTESTED] = { "Contested", "Çekişmeli", "Спорная территория", "Վիճելի", "სადავო",
                             "Mübahisəli" },
  [KA_CAPTION_OCCUPIED_BY] = { "Occupied · %s", "İşgal altında · %s", "Оккупировано · %s",
                               "Գրավված · %s", "ოკუპირებული · %s", "İşğal altında · %s" },
  [KA_CAPTION_CLAIMED_BY] = { "Claimed · %s", "Talep edilen · %s", "Притязания · %s",
                              "Հավակնություն · %s", "პრეტენზია · %s", "İddia olunan · %s" },
  [KA_CAPTION_STATE_FRONTIER] = { "Frontier of states", "Devlet sınırı", "Государственная граница",
                                  "Պետական սահման", "სახელმწიფო საზღვარი", "Dövlət sərhədi" },
  [KA_CAPTION_UNCERTAIN_FRONTIER] = { "Contested or uncertain frontier",
                                      "Çekişmeli veya belirsiz sınır",
                                      "Спорная или неточная граница", "Վիճելի կամ անորոշ սահման",
                                      "სადავო ან გაურკვეველი საზღვარი",
                                      "Mübahisəli və ya qeyri-müəyyən sərhəd" },
  [KA_CAPTION_OCCUPATION_LIMIT] = { "Limit of occupation", "İşgal sınırı", "Линия оккупации",
                                    "Գրավման սահման", "ოკუპაციის საზღვარი", "İşğal xətti" },
  [KA_CAPTION_REPUBLIC_BORDER] = { "Border of republics", "Cumhuriyetler arası sınır",
                                   "Граница республик", "Հանրապետությունների սահման",
                                   "რესპუბლიკების საზღვარი", "Respublikalararası sərhəd" },
  [KA_CAPTION_AUTONOMY_LIMIT] = { "Limit of an autonomy", "Özerk bölge sınırı", "Граница автономии",
                                  "Ինքնավարության սահման", "ავტონომიის საზღვარი",
                                  "Muxtariyyət sərhədi" },
  [KA_CAPTION_FRONTIERS_OF] = { "Frontiers of %s", "Sınırlar: %s", "Границы: %s", "Սահմանները՝ %s",
                                "საზღვრები: %s", "Sərhədlər: %s" },
  [KA_CAPTION_HEADING] = { "Legend", "Lejant", "Условные знаки", "Պայմանական նշաններ",
                           "პირობითი ნიშნები", "Şərti işarələr" },
  [KA_CAPTION_KILOMETRES] = { "%s km", "%s km", "%s км", "%s կմ", "%s კმ", "%s km" },
  [KA_CAPTION_METRES] = { "%s m", "%s m", "%s м", "%s մ", "%s მ", "%s m" },
  [KA_CAPTION_ARTICLE] = { "Article %s", "Madde %s", "Статья %s", "Հոդված %s", "მუხლი %s",
                           "Maddə %s" },
  [KA_CAPTION_ANNEX] = { "Annex %s", "Ek %s", "Приложение %s", "Հավելված %s", "დანართი %s",
                         "Əlavə %s" },
  [KA_CAPTION_AS_ON_THIS_DAY] = { "the map as it was on this day", "haritanın o günkü hâli",
                                  "карта на этот день", "քարտեզն այդ օրվա դրությամբ",
                                  "რუკა ამ დღის მდგომარეობით", "xəritə həmin günə görə" },
  [KA_CAPTION_OWN_WORDS] = { "Summaries in our own words.", "Özetler kendi sözlerimizledir.",
                             "Изложение наше.", "Ամփոփումները մեր խոսքերով են։",
                             "შეჯამებები ჩვენი სიტყვებითაა.", "Xülasələr öz sözlərimizlədir." },
  [KA_CAPTION_SOURCES] = { "Sources: %s.", "Kaynaklar: %s.", "Источники: %s.", "Աղբյուրներ: %s.",
                           "წყაროები: %s.", "Mənbələr: %s." },
  [KA_CAPTION_TODAY] = { "today", "bugün", "сегодня", "այսօր", "დღეს", "bu gün" },
  [KA_CAPTION_ELSEWHERE] = { "Elsewhere", "Diğer yerler", "Другие места", "Այլ վայրեր",
                             "სხვა ადგილები", "Digər yerlər" },
};

const char *
ka_caption_get (KaCaption caption, KaLanguage language)
{
  g_return_val_if_fail ((guint) caption < KA_N_CAPTIONS, "");
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, "");

  return captions[caption][language];
}

char *
ka_caption_format (KaCaption caption, KaLanguage language, const char *value)
{
  GString *text = g_string_new (ka_caption_get (caption, language));

  g_string_replace (text, "%s", value, 1);

  return g_string_free (text, FALSE);
}
