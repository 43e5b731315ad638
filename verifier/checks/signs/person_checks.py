"""Nearly empty pages, of whatever maker, that check whether a person is asking: in words, or by a puzzle to solve.

A read page goes in, what it is in words, or None, comes out. A puzzle is a code in a picture, a slider, a box to tick:
told by the words for it, and something in the page's source to solve it with.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, holds, together
from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_NEXT_TO_NOTHING = 60  # words
_FEW_LINKS = 3
_PUZZLES = Phrases((
    "slider", "drag the", "slide to", "swipe to", "schieberegler", "glisse", "faites glisser", "desliza", "arrastr",
    "deslize", "trascina", "sleep de", "przesuń", "przeciągnij", "posuňte", "přetáhn", "перетащ", "передвин",
    "ползун", "пересун", "перетягн", "kaydır", "sürükle", "اسحب", "بکشید", "גרור", "खींच", "滑块", "滑塊", "滑动",
    "滑動", "拖动", "拖動", "拼图", "拼圖", "スライド", "ドラッグ", "パズル", "슬라이드", "밀어", "เลื่อน",
    "kéo thanh", "geser", "in the picture", "in the image", "from the image", "from the picture", "characters shown",
    "letters shown", "characters you see", "code shown", "code below", "im bild", "abgebildet", "angezeigten zeichen",
    "dans l'image", "de l'image", "sur l'image", "caractères", "de la imagen", "en la imagen", "los caracteres",
    "da imagem", "na imagem", "nell'immagine", "dell'immagine", "i caratteri", "in de afbeelding", "i bilden",
    "på bildet", "på billedet", "kuvassa", "z obrazka", "na obrazku", "z obrázku", "na obrázku", "a képen",
    "din imagine", "с картинки", "на картинке", "с изображения", "на изображении", "з картинки", "із зображення",
    "на зображенні", "от картинката", "στην εικόνα", "της εικόνας", "resimdeki", "görseldeki", "في الصورة",
    "داخل تصویر", "در تصویر", "تصویر امنیتی", "کد امنیتی", "שבתמונה", "בתמונה", "चित्र में", "图片中", "圖片中",
    "图中", "圖中", "验证码", "驗證碼", "画像に", "画像の", "이미지에", "그림에", "보이는 문자", "ในภาพ", "ในรูป",
    "trong hình", "trong ảnh", "mã xác nhận", "pada gambar", "dalam gambar",
))  # fmt: skip
_ROBOT = Phrases((
    "robot", "a bot", "not bots", "robô", "робот", "ρομπότ", "روبوت", "ربات", "רובוט", "रोबोट", "机器人", "機器人",
    "ロボット", "로봇", "หุ่นยนต์", "rô-bốt", "người máy", "kein bot",
))  # fmt: skip
_HUMAN = (
    "human", "mensch", "humain", "humano", "umano", "mens bent", "människa", "menneske", "ihminen", "człowiek",
    "člověk", " ember", "omul", "om ești", "человек", "людин", "човек", "άνθρωπος", "insan", "إنسان", "انسان", "אנושי",
    "इंसान", "人机", "人機", "真人", "人間", "사람", "มนุษย์", "con người", "manusia", "une personne", "una persona",
    "uma pessoa", "een mens",
)  # fmt: skip
_PERSON = Phrases(_ROBOT.all, _HUMAN)
"""Who is to be told from whom; people and their rights are spoken of elsewhere too."""
_BY_NAME = Phrases(("captcha",))
_SOLVE = Phrases((
    "complete", "solve", "enter", "pass the", "fill in", "löse", "lösen", "eingeben", "ausfüllen", "résou", "résol",
    "saisi", "complét", "complet", "resuelv", "introduzca", "resolv", "preench", "risolv", "inseri", "los de", "vul de",
    "lös ", "ange ", "rozwiąż", "wpisz", "vyplň", "zadej", "пройд", "введ", "реш", "розв", "çöz", "gir", "完成", "输入",
    "輸入", "入力", "입력", "완료", "أدخل", "أكمل", "giải", "nhập", "selesaikan", "masukkan", "กรอก",
))  # fmt: skip
"""What readers are to do with a captcha; sites that only tell of theirs say that it protects them."""
_WHO_ASKS = Phrases(
    _PERSON.all,
    (
        "your browser", "your connection", "ihren browser", "navigateur", "navegador", "browser aperto", "браузер",
        "ブラウザ", "브라우저", "滑块", "مرورگر شما", "متصفحك", "المتصفح", "הדפדפן", "ब्राउज़र", "浏览器", "瀏覽器",
        "เบราว์เซอร์", "trình duyệt", "peramban", "prohlížeč", "prehliadač", "przeglądark", "böngésző", "selain",
        "webbläsare", "nettleser", "tarayıcı", "browserul", "brauser", "naršykl", "pārlūk", "preglednik", "pregledač",
        "环境异常", "继续访问", "繼續訪問",
    ),
)  # fmt: skip
_VERIFY = Phrases((
    "verif", "check", "confirm", "prove", "make sure", "making sure", "ensure", "prüf", "bestätig", "vérifi", "comprob",
    "controll", "kontroll", "controle", "sprawdz", "potwierd", "ověř", "overov", "provjer", "proveri", "verificând",
    "провер", "подтверд", "перевір", "επαλήθ", "تحقق", "doğrula", "xác minh", "验证", "驗證", "確認", "확인", "검증",
    "بررسی", "בודק", "אימות", "जाँच", "जांच", "ตรวจสอบ", "memeriksa", "kiểm tra", "bekreft", "bekræft", "vahvist",
    "tarkist", "pārbaud", "tikrin", "ellenőr", "verific", "έλεγχ", "ελέγχ", "检查", "檢查", "kinnita",
    "demuestr", "demonstr", "prouvez", "dimostra", "bevisa", "bevis at", "todista", "udowodni", "dokaż", "dokaž",
    "dokáž",
    "bizonyíts", "dovedeș", "докаж", "доведі", "αποδείξ", "kanıtla", "أثبت", "ثابت کن", "הוכח", "साबित", "证明", "證明",
    "証明",
    "증명", "พิสูจน์", "chứng minh", "buktikan", "tõesta", "pierād", "įrodyk", "beweisen",
))  # fmt: skip
"""What is done to whoever asks."""
_CALLED = Phrases((
    "security check", "security verification", "verification", "sicherheitsprüfung", "sicherheitsabfrage",
    "vérification", "verificación", "verificação", "verifica ", "controllo di sicurezza", "beveiligingscontrole",
    "säkerhetskontroll", "sikkerhets", "sikkerhedstjek", "turvatarkist", "weryfikacja", "kontrola bezpiecz",
    "ověření", "bezpečnostní kontrola", "overenie", "biztonsági ellenőrzés", "verificare", "проверка", "перевірка",
    "επαλήθευση", "έλεγχος ασφαλείας", "güvenlik", "doğrulama", "تحقق", "بررسی امنیتی", "احراز", "אימות",
    "בדיקת אבטחה", "सत्यापन", "सुरक्षा जांच", "验证", "驗證", "認証", "確認", "보안", "확인", "인증", "ตรวจสอบ",
    "ยืนยัน", "kiểm tra bảo mật", "xác minh", "xác thực", "verifikasi", "pemeriksaan keamanan", "captcha",
))  # fmt: skip
"""What pages with a puzzle are called, in their title or heading."""
CAPTCHA_WIDGET = compile_late(r"\b(?:h-captcha|g-recaptcha|cf-turnstile|geetest|frc-captcha|mtcaptcha|smart-captcha)\b")
"""What the widgets of captchas are called in a page's source: what they are answered in comes with their scripts."""
_RELOADS = compile_late(r"<meta\b[^<>]{0,100}\bhttp-equiv\s*=\s*[\"']?refresh\b")
_TO_SOLVE = compile_late(
    r"<(?:img|input|div|span|canvas|script|iframe|form)\b[^<>]{0,300}?\b(?:src|name|id|class|action)\s*=\s*[\"']?[^\""
    r"'<>\s]{0,120}?"
    r"(?:captcha|kaptcha|seccode|vcode|verify-?code|verifycode|checkcode|check-?code|authcode|slider|slide-?verify"
    r"|verify-?slide|puzzle|challenge)"
)
_FIELD = compile_late(r"<(?:textarea|input)\b[^<>]{0,400}>")
_UNSEEN_FIELD = compile_late(r"\btype\s*=\s*[\"']?(?:hidden|submit|button|image|checkbox)")
_ONE_FIELD = 1


def checks_who_asks(read: ReadPage, *, refused: bool) -> str | None:
    """How a page with next to nothing on it checks who asks; None when it does not. `refused`: so says its status.

    Words alone tell only where a script, or the page by loading itself anew, means to do as they say, or a status has
    refused already.
    """
    if read.words >= _NEXT_TO_NOTHING or read.marks.links > _FEW_LINKS:
        return None
    words = f"{read.names}\n{read.said}\n{read.marks.on_buttons}"
    does = bool(read.marks.scripts) or _RELOADS.search(read.markup) is not None
    if (does or refused) and together(words, _VERIFY, _WHO_ASKS):
        return "a page that only checks whether a person or a program asks"
    return _sets_a_puzzle(read, words)


def _sets_a_puzzle(read: ReadPage, words: str) -> str | None:
    puzzle, wants_it_solved = holds(words, _PUZZLES), "captcha" in words and together(words, _SOLVE, _BY_NAME)
    asks = puzzle or wants_it_solved or holds(words, _ROBOT) or together(words, _VERIFY, _PERSON)
    if not asks or _asks_for_more(read):
        return None
    if wants_it_solved and CAPTCHA_WIDGET.search(read.markup) is not None:
        return "a page that only asks its readers to solve a captcha"
    if _TO_SOLVE.search(read.markup) is not None and (puzzle or "<input" in read.markup):
        return "a page that only sets its readers a puzzle to solve"
    return "a page that calls itself a check and sets a puzzle" if puzzle and holds(read.names, _CALLED) else None


def _asks_for_more(read: ReadPage) -> bool:
    """Whether the page has more to fill in than an answer, as forms to write to somebody with have."""
    fields = [one for one in _FIELD.findall(read.markup)[:40] if _UNSEEN_FIELD.search(one) is None]
    return len(fields) > _ONE_FIELD
