"""Headings that are nothing but an error or an apology: what went wrong, only the text can say.

A title or a heading goes in, yes or no comes out.
"""

from __future__ import annotations

from verifier.checks.page.phrases import plain

_MERE_WORDS = (
    "error fehler erreur errore erro błąd chyba eroare ошибка помилка грешка greška virhe "
    "σφάλμα خطأ שגיאה 错误 錯誤 エラー 오류 lỗi kesalahan oops sorry whoops"
)
_WENT_WRONG = (
    "something went wrong",
    "an error occurred",
    "an error has occurred",
    "etwas ist schiefgelaufen",
    "etwas ist schief gelaufen",
    "da ist etwas schiefgelaufen",
    "ein fehler ist aufgetreten",
    "es ist ein fehler aufgetreten",
    "une erreur est survenue",
    "une erreur s'est produite",
    "algo salió mal",
    "algo ha ido mal",
    "se ha producido un error",
    "ha ocurrido un error",
    "ocurrió un error",
    "qualcosa è andato storto",
    "si è verificato un errore",
    "algo deu errado",
    "algo correu mal",
    "ocorreu um erro",
    "er is iets misgegaan",
    "er is iets fout gegaan",
    "er ging iets mis",
    "er is een fout opgetreden",
    "något gick fel",
    "ett fel har uppstått",
    "ett fel inträffade",
    "noe gikk galt",
    "det oppstod en feil",
    "noget gik galt",
    "der opstod en fejl",
    "jotain meni pieleen",
    "jotain meni vikaan",
    "tapahtui virhe",
    "coś poszło nie tak",
    "wystąpił błąd",
    "něco se pokazilo",
    "došlo k chybě",
    "nastala chyba",
    "niečo sa pokazilo",
    "hiba történt",
    "valami hiba történt",
    "ceva nu a mers bine",
    "a apărut o eroare",
    "что-то пошло не так",
    "произошла ошибка",
    "щось пішло не так",
    "сталася помилка",
    "нещо се обърка",
    "възникна грешка",
    "došlo je do greške",
    "došlo do pogreške",
    "κάτι πήγε στραβά",
    "παρουσιάστηκε σφάλμα",
    "bir şeyler ters gitti",
    "bir hata oluştu",
    "حدث خطأ",
    "حدث خطأ ما",
    "خطایی رخ داد",
    "مشکلی پیش آمد",
    "משהו השתבש",
    "אירעה שגיאה",
    "कुछ गलत हो गया",
    "出错了",
    "发生错误",
    "發生錯誤",
    "出了点问题",
    "エラーが発生しました",
    "問題が発生しました",
    "문제가 발생했습니다",
    "오류가 발생했습니다",
    "เกิดข้อผิดพลาด",
    "đã xảy ra lỗi",
    "có lỗi xảy ra",
    "terjadi kesalahan",
    "midagi läks valesti",
    "radās kļūda",
    "įvyko klaida",
    "villa kom upp",
)
_APOLOGIES = (
    "we're sorry", "we are sorry", "es tut uns leid", "tut uns leid", "entschuldigung", "leider", "hoppla", "huch",
    "upps",
    "désolé", "désolés", "nous sommes désolés", "oups", "aïe", "lo sentimos", "perdón",
    "spiacenti",
    "ci dispiace", "siamo spiacenti", "desculpe", "desculpa", "lamentamos", "helaas", "jammer", "beklager", "beklagar",
    "tyvärr", "desværre", "hoppsan", "hups", "hupsista", "anteeksi", "przepraszamy", "niestety", "omlouváme se",
    "bohužel",
    "jejda", "ľutujeme", "ospravedlňujeme sa", "sajnáljuk", "elnézést", "ne pare rău", "к сожалению", "извините",
    "простите", "упс", "ой", "на жаль", "вибачте", "съжаляваме", "за съжаление", "nažalost", "žao nam je", "жао нам је",
    "нажалост", "žal", "oprostite", "λυπούμαστε", "συγγνώμη", "ουπς", "üzgünüz", "maalesef", "عذرا", "عذرًا", "نأسف",
    "متأسفیم", "متاسفیم", "متأسفانه", "מצטערים", "סליחה", "אופס", "क्षमा करें", "माफ़ करें", "抱歉", "很抱歉", "对不起",
    "對不起",
    "申し訳ございません", "申し訳ありません", "죄송합니다", "ขออภัย", "rất tiếc", "xin lỗi", "maaf", "vabandame",
    "vabandust",
    "atvainojiet", "diemžēl", "atsiprašome", "ho sentim", "barkatu", "samahani", "na vjen keq", "ვწუხვართ",
    "kļūda", "klaida", "napaka", "gabim", "შეცდომა", "սխալ", "қате", "ত্রুটি", "غلطی", "त्रुटि", "lỗi",
    "ข้อผิดพลาด", "ralat", "akats", "gwall", "fout", "fejl",
)  # fmt: skip
"""What is said to readers before they are told that there is nothing for them."""
_MERE_ERROR = frozenset((*_MERE_WORDS.split(), *_WENT_WRONG, *_APOLOGIES))
"""What error pages of every kind call themselves; which kind, the text has to say."""


_NOTICES = frozenset({
    "notice", "information", "info", "message", "attention", "hinweis", "achtung", "meldung", "mitteilung", "avis",
    "attention !", "aviso", "atención", "avviso", "attenzione", "atenção", "melding", "mededeling", "let op",
    "meddelande",
    "meddelelse", "obs", "tiedote", "huomio", "ilmoitus", "uwaga", "informacja", "komunikat", "informace", "upozornění",
    "informácia", "upozornenie", "figyelem", "üzenet", "atenție", "mesaj", "внимание", "сообщение", "информация",
    "увага",
    "повідомлення", "съобщение", "obavijest", "obaveštenje", "обавештење", "obvestilo", "teade", "paziņojums",
    "pranešimas",
    "ανακοίνωση", "προσοχή", "uyarı", "bilgi", "تنبيه", "توجه", "הודעה", "सूचना", "提示", "提示信息", "系统提示",
    "訊息", "お知らせ",
    "알림", "안내", "แจ้งเตือน", "thông báo", "pemberitahuan",
})  # fmt: skip
"""What forums and registers write over whatever they have to tell."""
_ALSO_NAMES = frozenset({"ups", "ops", "uups", "deja", "viga", "villa", "hata", "hiba", "fel", "feil"})
"""Words for errors and apologies that are names of houses, firms and people, too."""


def is_mere_notice(name: str) -> bool:
    """Whether a title or heading only says that something is to be told, or may be a name as well as an error."""
    told = plain(name).strip(" !.…,:¡")
    return told in _NOTICES or told in _ALSO_NAMES


def names_a_fault(name: str) -> bool:
    """Whether a title or heading says that something went wrong with the page: no name of anything else."""
    return plain(name).strip(" !.…,:¡") in _WENT_WRONG


def is_mere_error(name: str) -> bool:
    """Whether a title or heading speaks of an error, of whatever kind, and of nothing else."""
    return plain(name).strip(" !.…,:¡") in _MERE_ERROR
