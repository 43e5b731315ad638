"""Short pages without a form that tell readers to sign in, or that only members may see what is there.

A read page goes in; the gate, or None, comes out.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, apart, holds, is_longer
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.matters import Gate, Matter
from verifier.checks.signs.statements import only_says
from verifier.checks.signs.withdrawn import ENDS, GONE, THINGS, THIS

_FEW_WORDS = 30  # of the page's own, beside its links
_ASIDE = 10  # words
_A_STATEMENT = 8  # words
_A_WORD = 12  # letters at the end of a statement
_SIGN_IN = Phrases((
    "sign in", "signed in", "signing in", "log in", "logged in", "logging in", "login", "log on", "logged on",
    "signin", "einloggen", "eingeloggt", "iniciar sesión", "inicie sesión", "inicia sesión", "iniciado sesión",
    "fazer login", "faça login", "faça o login", "fazer o login", "iniciar sessão", "inicie sessão", "accedere",
    "accedi", "effettua", "ingelogd", "inloggen", "log je in", "logga in", "loggad", "logge inn", "logget inn",
    "logg inn", "logget ind", "logge ind", "log ind", "kirjaud", "zalogow", "zaloguj", "logowani", "bejelentkez",
    "lépjen be", "lépj be", "belép", "autentific", "войдите", "войти", "авториз", "увійти", "увійдіть", "авторизу",
    "влезте", "влезете", "συνδεθ", "συνδέσ", "giriş yap", "oturum aç", "تسجيل الدخول", "سجل الدخول", "سجّل الدخول",
    "وارد شوید", "وارد شده", "وارد حساب", "ورود", "להתחבר", "התחבר", "מחובר", "לוג אין", "लॉग इन", "लॉगइन", "लॉगिन",
    "साइन इन", "登录", "登入", "登錄", "登陆", "ログイン", "サインイン", "로그인", "เข้าสู่ระบบ", "ล็อกอิน",
    "đăng nhập", "log masuk", "logi sisse", "sisse logi", "sisselogi", "pieslē", "ielog", "prisijung", "prisijunk",
    "innskr", "mewngofnod", "შესვლ", "ავტორიზ", "մուտք գործ", "hyni ",
    "iniciar la sessió", "daxil ol",
))  # fmt: skip
_REGISTER = Phrases((
    "anmelden", "angemeldet", "anmeldung", "sich an,", "sich an ", "dich an,", "dich an ", "connecté", "connectez",
    "connecter", "connexion", "identifi", "conectat", "conecta", "přihlá", "přihlas", "prihlá", "jelentkez", "prijav",
    "najav", "пријав", "masuk untuk", "masuk ke", "silakan masuk", "harus masuk", "entre ", "aanmelden", "aangemeld",
    "σύνδεση", "вход",
))  # fmt: skip
"""Words for signing in that are also said of outings, trains and telephones: these need a page to be seen."""
_TO_SEE = Phrases((
    "to view", "to see", "to read", "to access", "to continue", "view this", "see this", "must", "need", "required",
    "have to", "please", "before you", "only visible", "sehen", "lesen", "müssen", "bitte", "zugriff", "erforderlich",
    "voir", "consult", "accéd", "devez", "veuillez", "lire", "merci de", " ver ", "debe", "necesita", "acceder",
    "favor", "tiene que", "leer", "precis", "vedere", "devi", "visualizz", "necessario", "leggere", "bekijk", "moet",
    "zien", "lezen", "måste", "för att", "vänligen", "krävs", "for å", "må ", "for at", "skal", "venligst", "nähdäks",
    "täyty", "luke", "pitää", "aby", "musisz", "zobaczyć", "należy", "wymag", "zobraz", "musíte", "pro ", "prosím",
    "číst", "vidieť", "musí", "megtekint", "kell", "olvas", "kérjük", "pentru", "trebuie", "vedea", "чтобы", "увидет",
    "просмотр", "необходим", "нужно", "пожалуйста", "должны", "требуется", "щоб", "побачити", "потрібно", "ласка",
    "перегляд", "за да", "видите", "трябва", "για να", "πρέπει", "δείτε", "παρακαλ", "için", "görmek", "gerek",
    "malısınız", "melisiniz", "lütfen", "لعرض", "يجب", "يرجى", "لمشاهدة", "لرؤية", "لقراءة", "الرجاء", "برای", "باید",
    "دیدن", "لطفا", "כדי", "לצפות", "יש ל", "צריך", "נא ", "עליך", "देखने", "के लिए", "कृपया", "后", "才能", "查看",
    "请", "需", "後", "請", "檢視", "見る", "閲覧", "必要", "には", "ください", "보려면", "필요", "하세요", "해주세요",
    "주십시오", "해야", "이용", "เพื่อ", "กรุณา", "ต้อง", "โปรด", "để", "vui lòng", "cần", "xem", "untuk", "silakan",
    "melihat", "harus", "näha", "palun", "lai ", "lūdzu", "norėdami", "prašome", "kako bi", "morate", "za ogled",
    "да бисте", "გვერდის სანახავად", "cal ", "per veure",
))  # fmt: skip
"""What signing in is for, or that it has to be."""
_MEMBERS = Phrases((
    "member", "registered", "mitglied", "registriert", "membres", "inscrits", "miembros", "registrad", "membros",
    "cadastrad", "registrat", "membri", "soci", "leden", "geregistreerd", "medlem", "registrera", "jäsen", "rekister",
    "zarejestrowan", "członk", "zalogowan", "registrovan", "člen", "přihlášen", "prihlásen", "regisztrált", "tagok",
    "înregistra", "зарегистрирован", "участник", "зареєстрован", "учасник", "регистриран", "μέλη", "εγγεγραμμ", "üye",
    "kayıtlı", "للأعضاء", "الأعضاء", "المسجلين", "اعضا", "کاربران", "חברים", "רשומים", "מחוברים", "सदस्य", "पंजीकृत",
    "会员", "會員", "注册用户", "註冊", "好友", "メンバー", "会員", "회원", "สมาชิก", "thành viên", "anggota",
    "terdaftar",
))  # fmt: skip
_GUESTS = Phrases((
    "guests", "gäste", "gästen", "invités", "visiteurs", "invitados", "visitantes", "ospiti", "gasten", "gäster",
    "gjester", "gæster", "vieraat", "goście", "hosté", "hostia", "vendégek", "vizitatori", "гости", "гостям", "гостей",
    "гості", "επισκέπτες", "misafir", "ziyaretçi", "الزوار", "مهمان", "אורחים", "अतिथि", "游客", "訪客", "访客",
    "ゲスト", "비회원", "손님", "ผู้เยี่ยมชม", "khách", "tamu",
))  # fmt: skip
_ONLY = Phrases((
    "only", "nur", "réservé", "seul", "solo", "sólo", "somente", "apenas", "só ", "exclusiv", "riservat", "alleen",
    "enbart", "endast", "bara ", "bare ", "kun ", "vain", "tylko", "pouze", "jen ", "iba ", "len ", "csak", "doar",
    "numai", "только", "лише", "тільки", "само", "μόνο", "sadece", "yalnız", "فقط", "حصري", "בלבד", "רק ", "केवल",
    "仅", "僅", "只有", "限", "専用", "のみ", "만 ", "전용", "เฉพาะ", "chỉ", "hanya", "khusus", "samo",
))  # fmt: skip
"""Bolder than in `payment`: here two more kinds of words stand in the same sentence."""
_SHOWN = Phrases((
    "view", "see ", "read ", "access", "content", "page", "topic", "thread", "post", "article", "visible", "seh",
    "lesen", "inhalt", "seite", "beitrag", "thema", "voir", "contenu", "sujet", " ver ", "contenido", "tema", "página",
    "conteúdo", "vedere", "contenut", "pagina", "discussion", "zien", "bekijk", "inhoud", "onderwerp", "innehåll",
    "sidan", "innhold", "indhold", "siden", "näh", "sisältö", "sivu", "stron", "treść", "temat", "wątek", "oglądać",
    "stránk", "obsah", "téma", "zobraz", "oldal", "tartalom", "látha", "conținut", "vedea", "видет", "просм", "содерж",
    "тему", "темы", "страниц", "контент", "вміст", "сторінк", "перегля", "съдърж", "περιεχόμενο", "σελίδα", "βλέπ",
    "δουν", "içerik", "sayfa", "konu", "gör", "محتوى", "صفحة", "عرض", "مشاهدة", "محتوا", "صفحه", "مطلب", "תוכן", "דף",
    "לצפות", "सामग्री", "पृष्ठ", "देख", "查看", "浏览", "瀏覽", "内容", "內容", "帖", "页", "頁", "閲覧", "ページ",
    "コンテンツ", "記事", "글", "페이지", "콘텐츠", "볼 수", "열람", "เนื้อหา", "หน้า", "ดู", "nội dung", "trang",
    "xem", "konten", "halaman", "melihat", "vsebin", "ogled", "sadržaj", "turin", "saturs", "sisu ", "გვერდ",
))  # fmt: skip
"""What is shown to some and not to others, and seeing it."""


_PRIVATE = Phrases((
    "private", "privat", "privé", "privad", "prywatn", "soukrom", "súkromn", "privát", "приватн", "закрыт", "личн",
    "личен", "частн", "ιδιωτικ", "özel", "gizli", "خاص", "خصوصی", "פרטי", "निजी", "私密", "私人", "不公开", "不公開",
    "非公開", "비공개", "ส่วนตัว", "riêng tư", "pribadi", "peribadi", "zaseb", "yksityi", "eraviisili", "privāt",
    "pribatu",
    "preifat", "binafsi",
))  # fmt: skip


def asks_members_in(read: ReadPage) -> Gate | None:
    """In which words the page sends readers to a sign-in, or keeps what it has for members."""
    if not read.is_brief(_FEW_WORDS):
        return None
    text = read.own_said
    if holds(text, _PRIVATE) and not holds(text, GONE) and any(map(_is_private, ENDS.split(text))):
        return Gate("the page only says that it is private")
    if not any(holds(apart(text), words) for words in (_TO_SEE, _MEMBERS, _GUESTS)):
        return None
    return only_says(text, read.name_lines, _keeps_out, aside=_ASIDE)


def _is_private(statement: str) -> bool:
    """Whether a few words say of what they point at that it is private."""
    sentence = f" {statement.strip()} "
    if is_longer(sentence, _A_STATEMENT):
        return False
    # What is private stands last, as what is said of it: a picture of a private garden is another matter.
    ends = sentence.strip()[-_A_WORD:] if holds(sentence, _PRIVATE) else ""
    return holds(ends, _PRIVATE) and holds(sentence, THIS) and holds(sentence, THINGS)


def _keeps_out(statement: str) -> Gate | None:
    sentence = f" {statement.strip()} "
    if holds(sentence, _TO_SEE) and _signs_in(sentence):
        return Gate("the page only says that readers have to sign in", (Matter.SIGN_IN,))
    if holds(sentence, _MEMBERS) and holds(sentence, _ONLY) and holds(sentence, _SHOWN):
        return Gate("the page only says that it is for members")
    if holds(sentence, _GUESTS) and holds(sentence, _SHOWN):
        return Gate("the page only says that guests do not get to see it")
    return None


def _signs_in(sentence: str) -> bool:
    return holds(sentence, _SIGN_IN) or (holds(sentence, _REGISTER) and holds(sentence, _SHOWN))
