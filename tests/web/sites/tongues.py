"""Words of sites in many languages: what stands in menus, headers and footers, and sentences for their articles.

In: nothing. Out: `TONGUES`, by language code. The sets from `newer_walls` on dress their pages with them.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.web.prose import SENTENCES


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. `menu`: home, news, about us, contact. `account`: sign in, subscribe. `notice`: cookies, agree."""

    menu: tuple[str, str, str, str]
    account: tuple[str, str]
    search: str
    more: str
    notice: tuple[str, str]
    sentences: tuple[str, ...]
    rtl: bool = False
    spaced: bool = True


TONGUES: dict[str, Tongue] = {
    "en": Tongue(("Home", "News", "About us", "Contact"), ("Log in", "Subscribe"), "Search", "More on this",
                 ("We use cookies to measure our audience.", "Accept all"), SENTENCES["en"]),
    "de": Tongue(("Startseite", "Nachrichten", "Über uns", "Kontakt"), ("Anmelden", "Abonnieren"), "Suche",
                 "Mehr zum Thema", ("Wir verwenden Cookies.", "Alle akzeptieren"), SENTENCES["de"]),
    "fr": Tongue(("Accueil", "Actualités", "Qui sommes-nous", "Contact"), ("Se connecter", "S'abonner"), "Rechercher",
                 "À lire aussi", ("Nous utilisons des cookies.", "Tout accepter"), SENTENCES["fr"]),
    "es": Tongue(("Inicio", "Noticias", "Quiénes somos", "Contacto"), ("Iniciar sesión", "Suscríbete"), "Buscar",
                 "Más noticias", ("Usamos cookies propias y de terceros.", "Aceptar todo"), SENTENCES["es"]),
    "pt": Tongue(("Início", "Notícias", "Quem somos", "Contato"), ("Entrar", "Assine"), "Buscar", "Leia também",
                 ("Este site usa cookies.", "Aceitar"), SENTENCES["pt"]),
    "ru": Tongue(("Главная", "Новости", "О нас", "Контакты"), ("Войти", "Подписаться"), "Поиск", "Читайте также",
                 ("Сайт использует файлы cookie.", "Принять"), SENTENCES["ru"]),
    "tr": Tongue(("Ana sayfa", "Haberler", "Hakkımızda", "İletişim"), ("Giriş yap", "Abone ol"), "Ara",
    "İlgili haberler",
                 ("Bu sitede çerezler kullanılıyor.", "Kabul et"), SENTENCES["tr"]),
    "ar": Tongue(("الرئيسية", "الأخبار", "من نحن", "اتصل بنا"), ("تسجيل الدخول", "اشترك"), "بحث", "اقرأ أيضًا",
                 ("يستخدم هذا الموقع ملفات تعريف الارتباط.", "موافق"), SENTENCES["ar"], rtl=True),
    "zh": Tongue(("首页", "新闻", "关于我们", "联系我们"), ("登录", "订阅"), "搜索", "相关阅读",
                 ("本网站使用 Cookie。", "同意"), SENTENCES["zh"], spaced=False),
    "ja": Tongue(("ホーム", "ニュース", "会社概要", "お問い合わせ"), ("ログイン", "購読"), "検索", "関連記事",
                 ("当サイトはクッキーを使用しています。", "同意する"), SENTENCES["ja"], spaced=False),
    "it": Tongue(("Home", "Notizie", "Chi siamo", "Contatti"), ("Accedi", "Abbonati"), "Cerca", "Leggi anche",
                 ("Questo sito usa i cookie.", "Accetta"), (
        "L'indagine condotta a {place} ha raccolto {n} risposte in {m} settimane.",
        "Il comitato si è riunito {m} volte prima di approvare il verbale.",
        "Delle {n} lettere arrivate in municipio, quasi tutte chiedevano la stessa cosa.",
        "I dati del {year} sono diversi perché il confine fu spostato in primavera.",
        "A {place} nessuno ricorda chi avesse firmato l'ordine.")),
    "nl": Tongue(("Home", "Nieuws", "Over ons", "Contact"), ("Inloggen", "Abonneren"), "Zoeken", "Lees ook",
                 ("Deze site gebruikt cookies.", "Akkoord"), (
        "Het onderzoek in {place} omvatte {n} huishoudens en duurde {m} weken.",
        "De commissie kwam {m} keer bijeen voordat zij het eens werd.",
        "Van de {n} ingezonden brieven vroegen de meeste om openbaarheid.",
        "De cijfers van {year} wijken af, omdat de grens in het voorjaar was verlegd.",
        "Niemand in {place} wist wie het bevel had ondertekend.")),
    "pl": Tongue(("Strona główna", "Aktualności", "O nas", "Kontakt"), ("Zaloguj się", "Prenumerata"), "Szukaj",
                 "Zobacz także", ("Ta strona używa plików cookie.", "Zgadzam się"), (
        "Badanie w miejscowości {place} objęło {n} gospodarstw i trwało {m} tygodni.",
        "Komisja zebrała się {m} razy, zanim uzgodniła wspólny tekst.",
        "Większość z {n} listów zawierała prośbę o ogłoszenie protokołu.",
        "Dane za rok {year} różnią się, bo wiosną przesunięto granicę.",
        "Nikt w miejscowości {place} nie wiedział, kto podpisał rozkaz.")),
    "cs": Tongue(("Úvod", "Zprávy", "O nás", "Kontakt"), ("Přihlásit", "Předplatné"), "Hledat", "Další články",
                 ("Tento web používá cookies.", "Souhlasím"), (
        "Šetření v obci {place} zahrnulo {n} domácností a trvalo {m} týdnů.",
        "Výbor se sešel {m}krát, než se shodl na společném znění.",
        "Většina z {n} dopisů žádala o zveřejnění zápisu.",
        "Údaje za rok {year} se liší, protože hranice byla na jaře posunuta.",
        "Nikdo v obci {place} nevěděl, kdo rozkaz podepsal.")),
    "uk": Tongue(("Головна", "Новини", "Про нас", "Контакти"), ("Увійти", "Передплата"), "Пошук", "Читайте також",
                 ("Сайт використовує файли cookie.", "Погоджуюся"), (
        "Опитування в місті {place} охопило {n} родин і тривало {m} тижнів.",
        "Комісія збиралася {m} разів, перш ніж погодила спільний текст.",
        "Більшість із {n} листів містила прохання оприлюднити протокол.",
        "Цифри за {year} рік відрізняються, бо навесні межу перенесли.",
        "Ніхто в місті {place} не знав, хто підписав наказ.")),
    "fa": Tongue(("خانه", "اخبار", "درباره ما", "تماس با ما"), ("ورود", "اشتراک"), "جستجو", "مطالب مرتبط",
                 ("این وبگاه از کوکی استفاده می‌کند.", "می‌پذیرم"), (
        "بررسی در {place} شامل {n} خانوار بود و {m} هفته طول کشید.",
        "هیئت {m} بار نشست تا بر سر متنی مشترک به توافق برسد.",
        "بیشتر {n} نامه‌ای که رسید خواستار انتشار صورت‌جلسه بود.",
        "آمار سال {year} متفاوت است، چون مرز در بهار جابه‌جا شد."), rtl=True),
    "he": Tongue(("דף הבית", "חדשות", "אודות", "צור קשר"), ("התחברות", "מינוי"), "חיפוש", "עוד בנושא",
                 ("האתר משתמש בעוגיות.", "אישור"), (
        "הסקר ב{place} כלל {n} משקי בית ונמשך {m} שבועות.",
        "הוועדה התכנסה {m} פעמים עד שהסכימה על נוסח אחד.",
        "רוב {n} המכתבים שהגיעו ביקשו לפרסם את הפרוטוקול.",
        "נתוני שנת {year} שונים, משום שהגבול הוזז באביב."), rtl=True),
    "hi": Tongue(("मुखपृष्ठ", "समाचार", "हमारे बारे में", "संपर्क"), ("लॉग इन", "सदस्यता"), "खोजें", "यह भी पढ़ें",
                 ("यह वेबसाइट कुकी का उपयोग करती है।", "स्वीकार करें"), (
        "{place} में हुए सर्वेक्षण में {n} परिवार शामिल थे और यह {m} सप्ताह चला।",
        "समिति एक मसौदे पर सहमत होने से पहले {m} बार मिली।",
        "आए हुए {n} पत्रों में से अधिकांश ने कार्यवृत्त प्रकाशित करने की माँग की।",
        "वर्ष {year} के आँकड़े अलग हैं, क्योंकि वसंत में सीमा बदली गई थी।")),
    "zh-TW": Tongue(("首頁", "新聞", "關於我們", "聯絡我們"), ("登入", "訂閱"), "搜尋", "延伸閱讀",
                    ("本網站使用 Cookie。", "同意"), (
        "在{place}進行的調查涵蓋{n}戶家庭，為期{m}週。",
        "委員會開了{m}次會，才就共同的文本達成一致。",
        "收到的{n}封來信大多要求公開會議紀錄。",
        "{year}年的數字有所不同，因為春天時界線被移動過。"), spaced=False),
    "ko": Tongue(("홈", "뉴스", "회사 소개", "문의"), ("로그인", "구독"), "검색", "관련 기사",
                 ("이 사이트는 쿠키를 사용합니다.", "동의"), (
        "{place}에서 실시한 조사에는 {n}가구가 참여했으며 {m}주가 걸렸다.",
        "위원회는 {m}차례 모인 끝에 공동 문안에 합의했다.",
        "접수된 편지 {n}통 대부분은 회의록 공개를 요구했다.",
        "{year}년의 수치가 다른 것은 봄에 경계가 옮겨졌기 때문이다.")),
    "th": Tongue(("หน้าแรก", "ข่าว", "เกี่ยวกับเรา", "ติดต่อเรา"), ("เข้าสู่ระบบ", "สมัครรับข่าว"), "ค้นหา", "ข่าวที่เกี่ยวข้อง",
                 ("เว็บไซต์นี้ใช้คุกกี้", "ยอมรับ"), (
        "การสำรวจที่ {place} ครอบคลุม {n} ครัวเรือน และใช้เวลา {m} สัปดาห์",
        "คณะกรรมการประชุมกัน {m} ครั้งก่อนจะตกลงถ้อยคำร่วมกันได้",
        "จดหมายส่วนใหญ่จาก {n} ฉบับขอให้เปิดเผยรายงานการประชุม",
        "ตัวเลขของปี {year} ต่างออกไป เพราะมีการย้ายเขตในฤดูใบไม้ผลิ"), spaced=False),
    "vi": Tongue(("Trang chủ", "Tin tức", "Giới thiệu", "Liên hệ"), ("Đăng nhập", "Đăng ký"), "Tìm kiếm",
    "Tin liên quan",
                 ("Trang này dùng cookie.", "Đồng ý"), (
        "Cuộc khảo sát ở {place} gồm {n} hộ gia đình và kéo dài {m} tuần.",
        "Ủy ban họp {m} lần mới thống nhất được văn bản chung.",
        "Phần lớn trong {n} lá thư gửi đến đề nghị công bố biên bản.",
        "Số liệu năm {year} khác đi vì ranh giới đã dời vào mùa xuân.")),
    "id": Tongue(("Beranda", "Berita", "Tentang kami", "Kontak"), ("Masuk", "Berlangganan"), "Cari", "Baca juga",
                 ("Situs ini memakai kuki.", "Setuju"), (
        "Survei di {place} mencakup {n} rumah tangga dan berlangsung {m} minggu.",
        "Panitia bertemu {m} kali sebelum menyepakati naskah bersama.",
        "Sebagian besar dari {n} surat meminta agar notulen diumumkan.",
        "Angka tahun {year} berbeda karena batas wilayah digeser pada musim semi.")),
    "el": Tongue(("Αρχική", "Νέα", "Ποιοι είμαστε", "Επικοινωνία"), ("Σύνδεση", "Συνδρομή"), "Αναζήτηση",
    "Διαβάστε επίσης",
                 ("Ο ιστότοπος χρησιμοποιεί cookies.", "Αποδοχή"), (
        "Η έρευνα στην περιοχή {place} κάλυψε {n} νοικοκυριά και κράτησε {m} εβδομάδες.",
        "Η επιτροπή συνεδρίασε {m} φορές πριν συμφωνήσει σε κοινό κείμενο.",
        "Οι περισσότερες από τις {n} επιστολές ζητούσαν τη δημοσίευση των πρακτικών.",
        "Τα στοιχεία του {year} διαφέρουν, επειδή το όριο μετακινήθηκε την άνοιξη.")),
    "sv": Tongue(("Start", "Nyheter", "Om oss", "Kontakt"), ("Logga in", "Prenumerera"), "Sök", "Läs också",
                 ("Vi använder kakor.", "Godkänn"), (
        "Undersökningen i {place} omfattade {n} hushåll och pågick i {m} veckor.",
        "Nämnden möttes {m} gånger innan den enades om en text.",
        "De flesta av de {n} breven bad att protokollet skulle offentliggöras.",
        "Siffrorna för {year} skiljer sig, eftersom gränsen flyttades på våren.")),
    "fi": Tongue(("Etusivu", "Uutiset", "Tietoa meistä", "Yhteystiedot"), ("Kirjaudu", "Tilaa"), "Haku", "Lue myös",
                 ("Sivusto käyttää evästeitä.", "Hyväksy"), (
        "Paikkakunnalla {place} tehty kysely kattoi {n} kotitaloutta ja kesti {m} viikkoa.",
        "Lautakunta kokoontui {m} kertaa ennen kuin yhteisestä sanamuodosta sovittiin.",
        "Useimmat {n} kirjeestä pyysivät pöytäkirjan julkaisemista.",
        "Vuoden {year} luvut poikkeavat, koska rajaa siirrettiin keväällä.")),
    "hu": Tongue(("Kezdőlap", "Hírek", "Rólunk", "Kapcsolat"), ("Belépés", "Előfizetés"), "Keresés",
    "Kapcsolódó cikkek",
                 ("Az oldal sütiket használ.", "Elfogadom"), (
        "A {place} környéki felmérés {n} háztartásra terjedt ki és {m} hétig tartott.",
        "A bizottság {m} alkalommal ült össze, mire közös szövegben megegyezett.",
        "A {n} levél többsége a jegyzőkönyv közzétételét kérte.",
        "A {year}. évi adatok eltérnek, mert tavasszal áthelyezték a határt.")),
    "ro": Tongue(("Acasă", "Știri", "Despre noi", "Contact"), ("Autentificare", "Abonare"), "Căutare", "Citește și",
                 ("Acest site folosește cookie-uri.", "Accept"), (
        "Ancheta din {place} a cuprins {n} de gospodării și a durat {m} săptămâni.",
        "Comisia s-a întrunit de {m} ori până să cadă de acord asupra unui text.",
        "Cele mai multe dintre cele {n} de scrisori cereau publicarea procesului-verbal.",
        "Cifrele din {year} diferă, fiindcă hotarul a fost mutat primăvara.")),
}  # fmt: skip
