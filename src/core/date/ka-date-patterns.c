/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names and patterns of dates in each language. Names, order and eras are those of the Unicode
 * CLDR 45, but for: Russian short months without a full stop; Armenian and Georgian with the year
 * first, as in running text; Azerbaijani years with "il" and its ordinal ending.
 */
#include "config.h"

#include "ka-date-patterns-private.h"

/* The Russian genitive, after every preposition. */
#define RU_GENITIVE                                                                                \
  {                                                                                                \
    [KA_POINT_DECADE] = "{n}-х гг.", [KA_POINT_SEASON] = "{s} {y}",                                \
    [KA_POINT_MONTH] = "{m}[ {y}]",                                                                \
  }

/* The Armenian nominative with the article. */
#define HY_ARTICLE                                                                                 \
  {                                                                                                \
    "{y} թվականը", "{n}-ական թվականները", "{n}–{z} թվականները", "{y} թ. {S}ը", "[{y} թ. ]{M}ը",    \
      "[{y} թ. ][{m} ]{d}-ը"                                                                     \
  }

static const KaDatePatterns patterns[KA_N_LANGUAGES] = {
  [KA_LANGUAGE_EN] = {
    .months = { { "January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December" } },
    .short_months = { { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                        "Dec" } },
    .seasons = { { "spring", "summer", "autumn", "winter" } },
    .points = { { "{y}", "{n}s", "{n}–{z}", "{S} {y}", "{M}[ {y}]", "{d}[ {M}][ {y}]" } },
    .years = { "{n}", "{n} BC", "AD {n}" },
    .short_years = { "{n}", "{n} BC", "AD {n}" },
    .phrases = { "about {a}", "from {a}", "until {a}", "not before {a}", "by {a}",
                 "between {a} and {b}", " or ", "always", "{a} O.S." },
    .notes = { "uncertain", "day unknown", "month unknown", "year unknown", "start unknown",
               "end unknown" },
  },
  [KA_LANGUAGE_TR] = {
    .months = { { "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos",
                  "Eylül", "Ekim", "Kasım", "Aralık" } },
    .short_months = { { "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas",
                        "Ara" } },
    .seasons = { { "ilkbaharı", "yazı", "sonbaharı", "kışı" },
                 { "ilkbaharın", "yazın", "sonbaharın", "kışın" } },
    .points = {
      [KA_CASE_PLAIN] = { "{y}", "{n}’{3}", "{n}–{z}", "{y} {S}", "{M}[ {y}]", "{d}[ {M}][ {y}]" },
      [KA_CASE_SINCE] = { "{y}’{1}", "{n}–{z} yıllarından", "{n}–{z} yıllarından", "{y} {s}dan",
                          "{M} {y}’{1}", "{d} {M} {y}’{1}" },
      [KA_CASE_UNTIL] = { "{y}’{2}", "{n}–{z} yıllarına", "{n}–{z} yıllarına", "{y} {s}a",
                          "{M} {y}’{2}", "{d} {M} {y}’{2}" },
    },
    .years = { "{n}", "MÖ {n}", "MS {n}" },
    .short_years = { "{n}", "MÖ {n}", "MS {n}" },
    .phrases = { "yaklaşık {a}", "{a} itibaren", "{a} kadar", "en erken {a}", "en geç {a}",
                 "{a} ile {b} arasında", " veya ", "her zaman", "eski takvimle {a}" },
    .notes = { "kesin değil", "gün bilinmiyor", "ay bilinmiyor", "yıl bilinmiyor",
               "başlangıcı bilinmiyor", "bitişi bilinmiyor" },
    .endings = { { "den", "den", "ten", "ten", "ten", "dan", "den", "den", "dan", "dan", "den",
                   "dan", "tan", "den", "tan", "ten", "den", "dan", "den", "den", "dan" },
                 { "e", "ye", "e", "e", "e", "ya", "ye", "e", "a", "a", "ye", "a", "a", "ye", "a",
                   "e", "e", "a", "e", "e", "a" },
                 { "ler", "ler", "ler", "ler", "ler", "lar", "ler", "ler", "lar", "lar", "ler",
                   "lar", "lar", "ler", "lar", "ler", "ler", "lar", "ler", "ler", "lar" } },
  },
  [KA_LANGUAGE_RU] = {
    .months = { { "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август",
                  "сентябрь", "октябрь", "ноябрь", "декабрь" },
                { "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
                  "сентября", "октября", "ноября", "декабря" } },
    .short_months = { { "янв", "фев", "март", "апр", "май", "июнь", "июль", "авг", "сен", "окт",
                        "ноя", "дек" },
                      { "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя",
                        "дек" } },
    .seasons = { { "весна", "лето", "осень", "зима" }, { "весны", "лета", "осени", "зимы" } },
    .points = {
      [KA_CASE_PLAIN] = { "{y}", "{n}-е гг.", "{n}–{z} гг.", "{S} {y}", "{M}[ {y}]",
                          "{d}[ {m}][ {y}]" },
      [KA_CASE_ABOUT] = RU_GENITIVE,
      [KA_CASE_SINCE] = RU_GENITIVE,
      [KA_CASE_UNTIL] = RU_GENITIVE,
      [KA_CASE_LIMIT] = RU_GENITIVE,
    },
    .years = { "{n} г.", "{n} г. до н. э.", "{n} г. н. э." },
    .short_years = { "{n}", "{n} до н. э.", "{n} н. э." },
    .phrases = { "ок. {a}", "с {a}", "до {a}", "не ранее {a}", "не позднее {a}",
                 "не ранее {a} и не позднее {b}", " или ", "всегда", "{a} ст. ст.", "со {a}" },
    .notes = { "предположительно", "день неизвестен", "месяц неизвестен", "год неизвестен",
               "начало неизвестно", "конец неизвестен" },
  },
  [KA_LANGUAGE_HY] = {
    .months = { { "հունվար", "փետրվար", "մարտ", "ապրիլ", "մայիս", "հունիս", "հուլիս", "օգոստոս",
                  "սեպտեմբեր", "հոկտեմբեր", "նոյեմբեր", "դեկտեմբեր" },
                { "հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի",
                  "օգոստոսի", "սեպտեմբերի", "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի" } },
    .short_months = { { "հնվ", "փտվ", "մրտ", "ապր", "մյս", "հնս", "հլս", "օգս", "սեպ", "հոկ", "նոյ",
                        "դեկ" } },
    .seasons = { { "գարուն", "ամառ", "աշուն", "ձմեռ" }, { "գարնան", "ամռան", "աշնան", "ձմռան" } },
    .points = {
      [KA_CASE_PLAIN] = { "{y} թ.", "{n}-ական թթ.", "{n}–{z} թթ.", "{y} թ. {S}", "[{y} թ. ]{M}",
                          "[{y} թ. ][{m} ]{d}" },
      [KA_CASE_SINCE] = { "{y} թվականից", "{n}-ական թվականներից", "{n}–{z} թվականներից",
                          "{y} թ. {s}ից", "[{y} թ. ]{M}ից", "[{y} թ. ][{m} ]{d}-ից" },
      [KA_CASE_UNTIL] = HY_ARTICLE,
      [KA_CASE_LIMIT] = HY_ARTICLE,
    },
    .years = { "{n}", "մ.թ.ա. {n}", "մ.թ. {n}" },
    .short_years = { "{n}", "մ.թ.ա. {n}", "մ.թ. {n}" },
    .phrases = { "մոտավորապես {a}", "{a} սկսած", "մինչև {a}", "ոչ շուտ, քան {a}", "ոչ ուշ, քան {a}",
                 "ոչ շուտ, քան {a}, և ոչ ուշ, քան {b}", " կամ ", "միշտ", "հին տոմարով {a}" },
    .notes = { "ենթադրաբար", "օրն անհայտ է", "ամիսն անհայտ է", "տարին անհայտ է", "սկիզբն անհայտ է",
               "ավարտն անհայտ է" },
  },
  [KA_LANGUAGE_KA] = {
    .months = { { "იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი",
                  "აგვისტო", "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი" },
                { "იანვრი", "თებერვლი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო",
                  "სექტემბრი", "ოქტომბრი", "ნოემბრი", "დეკემბრი" },
                { "იანვრამდე", "თებერვლამდე", "მარტამდე", "აპრილამდე", "მაისამდე", "ივნისამდე",
                  "ივლისამდე", "აგვისტომდე", "სექტემბრამდე", "ოქტომბრამდე", "ნოემბრამდე",
                  "დეკემბრამდე" } },
    .short_months = { { "იან", "თებ", "მარ", "აპრ", "მაი", "ივნ", "ივლ", "აგვ", "სექ", "ოქტ", "ნოე",
                        "დეკ" } },
    .seasons = { { "გაზაფხული", "ზაფხული", "შემოდგომა", "ზამთარი" },
                 { "გაზაფხული", "ზაფხული", "შემოდგომი", "ზამთრი" },
                 { "გაზაფხულამდე", "ზაფხულამდე", "შემოდგომამდე", "ზამთრამდე" } },
    .points = {
      [KA_CASE_PLAIN] = { "{y} წელი", "{n}-იანი წლები", "{n}–{z} წლები", "{y} წლის {S}",
                          "[{y} წლის ]{M}", "[{y} წლის ]{d}[ {M}]" },
      [KA_CASE_SINCE] = { "{y} წლიდან", "{n}-იანი წლებიდან", "{n}–{z} წლებიდან", "{y} წლის {s}დან",
                          "[{y} წლის ]{m}დან", "[{y} წლის ]{d} {m}დან" },
      [KA_CASE_UNTIL] = { "{y} წლამდე", "{n}-იან წლებამდე", "{n}–{z} წლებამდე", "{y} წლის {t}",
                          "[{y} წლის ]{u}", "[{y} წლის ]{d} {u}" },
      [KA_CASE_LIMIT] = { "{y} წლისა", "{n}-იანი წლებისა", "{n}–{z} წლებისა", "{y} წლის {s}სა",
                          "[{y} წლის ]{m}სა", "[{y} წლის ]{d}[ {m}სა|-ისა]" },
    },
    .years = { "{n}", "ძვ. წ. {n}", "ახ. წ. {n}" },
    .short_years = { "{n}", "ძვ. წ. {n}", "ახ. წ. {n}" },
    .phrases = { "დაახლოებით {a}", "{a}", "{a}", "არა უადრეს {a}", "არა უგვიანეს {a}",
                 "არა უადრეს {a} და არა უგვიანეს {b}", " ან ", "ყოველთვის", "ძველი სტილით {a}" },
    .notes = { "სავარაუდოდ", "დღე უცნობია", "თვე უცნობია", "წელი უცნობია", "დასაწყისი უცნობია",
               "დასასრული უცნობია" },
  },
  [KA_LANGUAGE_AZ] = {
    .months = { { "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr",
                  "oktyabr", "noyabr", "dekabr" } },
    .short_months = { { "yan", "fev", "mar", "apr", "may", "iyn", "iyl", "avq", "sen", "okt", "noy",
                        "dek" } },
    .seasons = { { "yazı", "yayı", "payızı", "qışı" }, { "yazın", "yayın", "payızın", "qışın" } },
    .points = {
      [KA_CASE_PLAIN] = { "{y} il", "{n}-{1} illər", "{n}–{z}-{1} illər", "{y} ilin {S}",
                          "{M}[ {y} il]", "{d}[ {M}][ {y} il]" },
      [KA_CASE_SINCE] = { "{y} ildən", "{n}-{1} illərdən", "{n}–{z}-{1} illərdən",
                          "{y} ilin {s}dan", "{M} {y} ildən", "{d} {M} {y} ildən" },
      [KA_CASE_UNTIL] = { "{y} ilə", "{n}-{1} illərə", "{n}–{z}-{1} illərə", "{y} ilin {s}a",
                          "{M} {y} ilə", "{d} {M} {y} ilə" },
    },
    .years = { "{n}-{1}", "e.ə. {n}-{1}", "y.e. {n}-{1}" },
    .short_years = { "{n}", "e.ə. {n}", "y.e. {n}" },
    .phrases = { "təxminən {a}", "{a} etibarən", "{a} qədər", "ən tezi {a}", "ən geci {a}",
                 "{a} ilə {b} arasında", " və ya ", "həmişə", "köhnə təqvimlə {a}" },
    .notes = { "dəqiq məlum deyil", "gün məlum deyil", "ay məlum deyil", "il məlum deyil",
               "başlanğıcı məlum deyil", "sonu məlum deyil" },
    .endings = { { "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu", "cu", "ci", "cu", "cı",
                   "ci", "cı", "ci", "ci", "cı", "cü", "ci", "cu" } },
  },
};

const KaDatePatterns *
ka_date_patterns_get (KaLanguage language)
{
  g_return_val_if_fail ((guint) language < KA_N_LANGUAGES, &patterns[KA_LANGUAGE_EN]);

  return &patterns[language];
}
