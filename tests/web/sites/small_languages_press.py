"""Newspapers, radio, magazines and blogs in small languages: honest pages with suspicious words, and their twins."""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.sites.small_languages_dress import Rows, filler, sheet, written

ROWS = Rows()

# Titles that sound like errors, over whole texts.
ROWS.fine(
    "https://lyrik-at.example/gedichte/nicht-gefunden", "de", "Lyrikheft", "Nicht gefunden",
    "a poem under that title", "Ich ging die Gasse lang, / die Nummer gab es nicht, / und hinter jedem Fenster / "
    "stand kein Licht.", count=0, kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://obituaries-ie.test/2019/tom-the-ferryman", "en", "Harbour Echo", "Tom the ferryman is no longer with us",
    "an obituary", "He passed away on Tuesday. The man you were looking for at the slip is no longer here.",
)  # fmt: skip
ROWS.fine(
    "https://museum-der-fehlerseiten-de.example/raum/3", "de", "Museum der Fehlerseiten", "Seite nicht gefunden",
    "a museum of error pages, in a room of which they hang",
    "In Raum 3 hängen zwölf Fehlerseiten aus den Jahren 1996 bis 2004. Die älteste kam von einer Universität und sagt "
    "nur: Seite nicht gefunden.",
)  # fmt: skip
ROWS.lost(
    "https://museum-am-deich-de.example/ausstellung/2018/schlick", "de", "Museum am Deich", "Schlick: die Ausstellung",
    "Seite nicht gefunden", "In welchem Raum Sie auch suchen: Diese Seite hängt hier nicht mehr.",
    "a real museum's witty error page",
)  # fmt: skip
ROWS.fine(
    "https://magazine-fr.test/vin/domaine-a-vendre-gaillac", "fr", "Vignes",
    "Domaine à vendre : douze hectares à Gaillac",
    "a wine estate for sale: in French that is a domain",
    "Ce domaine est à vendre depuis mars. L'acheteur du domaine devra reprendre les deux salariés. Faire une offre ? "
    "Le notaire reçoit jusqu'en juin.",
)  # fmt: skip
ROWS.fine(
    "https://village-news-uk.example/2017/this-domain-is-for-sale", "en", "Village News",
    "“This domain is for sale”: how the parish lost its name",
    "a report on a domain that lapsed", "For a week anyone who typed the parish's address read: this domain is for "
    "sale. Buy this domain now, it said, beside sponsored listings for loans.",
)  # fmt: skip
ROWS.fine(
    "https://revista-es.test/cultura/acceso-denegado", "es", "Revista", "Acceso denegado",
    "a review of a film of that name", "La película dura dos horas. Nadie entra en el puerto: acceso denegado, repite "
    "el guardia, y la cámara espera.",
)  # fmt: skip
ROWS.shut(
    "https://diario-es.test/archivo/2018/04/dragado", "es", "Diario", "El dragado que nadie pidió", "access_denied",
    "Acceso denegado", "No tiene permiso para acceder a esta página.", "a refusal with 403 and no vendor's mark",
    status=403, also=("access_wall", "bot_wall"),
)  # fmt: skip
ROWS.fine(
    "https://tech-blog-nl.example/te-veel-verzoeken", "nl", "Techblog", "429 Too Many Requests: wat nu?",
    "an explanation of a status code", "Wie te snel vraagt krijgt 429 Too Many Requests. Wacht even en probeer het "
    "opnieuw.", kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://essay-se.test/bevisa-att-du-ar-manniska", "sv", "Essä", "Bevisa att du är människa",
    "an essay on picture puzzles", "Jag är inte en robot, intygar jag varje morgon. Verifiera att du är människa, "
    "säger "
    "rutan, och jag väljer trafikljusen.",
)  # fmt: skip
ROWS.fine(
    "https://lehti-fi.example/kolumnit/sivua-ei-loydy", "fi", "Lehti", "Sivua ei löydy",
    "a column on a torn-out page of a parish book", "Kirkonkirjasta puuttuu sivu 214. Sivua ei löydy mistään.",
)  # fmt: skip
ROWS.lost(
    "https://paikallislehti-fi.example/uutiset/2018/satama-syvennetaan", "fi", "Paikallislehti",
    "Satama syvennetään ensi kesänä", "Sivua ei löydy", "Sivu on ehkä poistettu. Lue sen sijaan päivän uutiset.",
    "a newspaper's error page in which the day's news follow", rest=filler("fi", "teasers", 2),
)  # fmt: skip
ROWS.fine(
    "https://gazeta-pl.test/prawo/strona-zostala-usunieta", "pl", "Gazeta", "Strona została usunięta z akt sprawy",
    "a page was removed from a case file; that is the news", "Strona została usunięta, ustalił sąd.",
)  # fmt: skip
ROWS.lost(
    "https://dziennik-pl.test/2018/05/poglebianie-portu", "pl", "Dziennik", "Pogłębianie portu ruszy w maju",
    "Ups, artykuł zniknął", "Ten artykuł został usunięty albo nigdy nie istniał. Zobacz, co teraz czytają inni.",
    "a newspaper's error page with teasers", rest="<ul><li><a href='/a1'>Most zamknięty</a></li></ul>",
)  # fmt: skip
ROWS.fine(
    "https://noviny-cz.example/domaci/pristav-zruseno", "cs", "Noviny", "Zrušeno: přístav se prohlubovat nebude",
    "cancelled is the work, not the page", "Akce byla zrušena. Omlouváme se čtenářům za chybu v prvním vydání.",
)  # fmt: skip
ROWS.lost(
    "https://tydenik-cz.example/clanek/2018/prohlubovani", "cs", "Týdeník", "Prohlubování začne na jaře", "Jejda!",
    "Tady nic není. Článek jsme možná přesunuli, možná smazali.", "an informal error page", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://ujsag-hu.test/kultura/ez-az-oldal-nem-letezik", "hu", "Újság", "Ez az oldal nem létezik",
    "a novel of that title is reviewed", "A regény címe: Ez az oldal nem létezik. A kritikus szerint remek.",
)  # fmt: skip
ROWS.lost(
    "https://hirlap-hu.test/2018/kikoto-kotras", "hu", "Hírlap", "Kezdődik a kikötő kotrása",
    "A kért cikk nem elérhető",
    "A cikk törölve lett, vagy hibás a hivatkozás. Keressen a főoldalon.", "a newspaper's error page",
)  # fmt: skip
ROWS.fine(
    "https://ziar-ro.example/opinii/in-constructie", "ro", "Ziar", "În construcție: digul pe care nu-l vedem",
    "under construction is the dyke", "Site-ul este în construcție, ni se spune de trei ani despre șantier.",
)  # fmt: skip
ROWS.fine(
    "https://efimerida-gr.test/apopsi/yper-syntirisi", "el", "Εφημερίδα", "Υπό συντήρηση: η γέφυρα του λιμανιού",
    "a bridge under maintenance", "Η γέφυρα είναι υπό συντήρηση. Επιστρέφουμε σύντομα, λέει η πινακίδα.",
)  # fmt: skip
ROWS.fine(
    "https://gazete-tr.example/kultur/sayfa-bulunamadi", "tr", "Gazete", "Sayfa bulunamadı: kayıp defterin peşinde",
    "a lost book's page", "Defterin 14. sayfası bulunamadı. Arşivci aramayı bıraktı.",
)  # fmt: skip
ROWS.lost(
    "https://haber-tr.example/2018/liman-taraniyor", "tr", "Haber", "Liman taranıyor",
    "Aradığınız içerik yayından kaldırılmıştır",
    "Bu haber yayında değildir. Anasayfaya dönmek için tıklayın.", "a news item that was taken down", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://gazeta-ru.test/kultura/stranica-ne-najdena", "ru", "Газета",
    "Страница не найдена: роман о пропавшем архиве",
    "a novel is reviewed", "Роман начинается словами: страница не найдена.",
)  # fmt: skip
ROWS.lost(
    "https://novosti-ru.test/2018/05/port-uglubjat", "ru", "Новости", "Порт углубят к осени",
    "Материал удалён", "Запрошенный материал удалён или снят с публикации.", "a news item that was taken down",
    alike=False,
)  # fmt: skip
ROWS.fine(
    "https://hazeta-ua.example/2019/vydaleno", "uk", "Газета", "Видалено: як зникали сторінки з реєстру",
    "an investigation into deleted pages", "Сторінку видалено, відповідав реєстр на кожен запит редакції.",
)  # fmt: skip
ROWS.fine(
    "https://jaridah-eg.test/2018/hukm-118", "ar", "جريدة", "الصفحة غير موجودة: حكاية دفتر الميناء",
    "a missing leaf of a book",
    "قال أمين الأرشيف إن الصفحة غير موجودة في الدفتر.",
)  # fmt: skip
ROWS.lost(
    "https://akhbar-ma.example/2018/05/tawsi3-al-mina", "ar", "أخبار", "توسيع الميناء",
    "عذرًا، هذا المقال لم يعد متاحًا",
    "ربما حُذف المقال أو تغيّر رابطه.", "a news item that is gone",
)  # fmt: skip
ROWS.fine(
    "https://ruzname-ir.test/farhang/safhe-peyda-nashod", "fa", "روزنامه", "صفحه پیدا نشد",
    "a short story of that title",
    "نویسنده می‌گوید صفحه پیدا نشد نام نخستین داستان اوست.",
)  # fmt: skip
ROWS.lost(
    "https://khabar-ir.test/1397/02/bandar", "fa", "خبر", "لایروبی بندر", "خبر مورد نظر یافت نشد",
    "این خبر حذف شده یا نشانی آن نادرست است.", "a news item that is gone", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://iton-il.example/2018/5/namal", "he", "עיתון", "הנמל יועמק", "אופס, הכתבה לא נמצאה",
    "ייתכן שהכתבה הוסרה או שהקישור שגוי.", "a Hebrew error page",
)  # fmt: skip
ROWS.lost(
    "https://samachar-in.test/2018/05/bandargah", "hi", "समाचार", "बंदरगाह गहरा होगा", "यह पेज उपलब्ध नहीं है",
    "आप जो खबर खोज रहे हैं वह हटा दी गई है।", "a Hindi error page",
)  # fmt: skip
ROWS.lost(
    "https://xinwen-cn.example/a/20180514_2217.htm", "zh", "新闻", "港口将于秋季疏浚", "",
    "抱歉，您访问的文章已被删除或不存在",
    "no heading, one sentence", shown="新闻", alike=False, kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://wenxue-tw.test/shi/404", "zh-TW", "文學", "找不到網頁", "a poem of that title and of one line: who can "
    "only count words may ask for a look",
    "我在河邊找一個地址，找不到網頁，只找到一頁水。", count=0, kind="plain", also=("unrendered",),
    also_verdicts=("review",),
)  # fmt: skip
ROWS.lost(
    "https://shimbun-jp.example/articles/20180514-118", "ja", "新聞", "港の浚渫、秋に開始",
    "記事は掲載期間が終了しました", "お探しの記事は掲載期間が終了したか、削除された可能性があります。",
    "the paper keeps articles for a while only", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://sinmun-kr.test/view/2018051400118", "ko", "신문", "항만 준설 가을에 시작", "삭제된 기사입니다",
    "요청하신 기사는 언론사의 요청으로 삭제되었습니다.", "deleted at the paper's wish", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://khao-th.example/news/118204", "th", "ข่าว", "ขุดลอกท่าเรือ", "ไม่พบหน้าที่คุณต้องการ",
    "ข่าวนี้อาจถูกลบหรือย้ายแล้ว",
    "a Thai error page",
)  # fmt: skip
ROWS.lost(
    "https://tintuc-vn.test/cang-bien-2018-118.html", "vi", "Tin tức", "Nạo vét cảng vào mùa thu",
    "Bài viết không tồn tại hoặc đã bị gỡ", "Mời bạn đọc các tin khác.", "a Vietnamese error page", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://berita-id.example/2018/05/14/pelabuhan", "id", "Berita", "Pelabuhan dikeruk musim gugur",
    "Yah, beritanya sudah nggak ada", "Coba cari berita lain, yuk.", "an informal Indonesian error page",
)  # fmt: skip

# Corrections, retractions, takedowns, recordings.
ROWS.fine(
    "https://journal-ch.test/2016/retracted-mud", "en", "Estuary Letters", "Retracted: Mud volumes in shallow harbours",
    "a retracted article that can still be read",
    "This article has been retracted at the authors' request. The text is kept for the record.",
)  # fmt: skip
ROWS.lost(
    "https://courier-ch.test/2016/harbour-master-charged", "en", "Courier", "Harbour master charged with fraud",
    "This article has been removed", "The article was removed following a legal complaint. We cannot say more.",
    "taken down for legal reasons with status 200", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://radio-lokal-no.example/sendinger/2017/havnepraten-14", "nb", "Radio Lokal", "Havnepraten, episode 14",
    "the sound is gone, the description is there",
    "Lyden er ikke lenger tilgjengelig av rettighetsgrunner. I denne episoden snakker vi med fiskerne.",
)  # fmt: skip
ROWS.lost(
    "https://naerradio-no.example/podkast/ebbe/22", "nb", "Nærradio", "Ebbe og flo, episode 22",
    "Episoden er ikke tilgjengelig",
    "Denne episoden er fjernet. Hør på noe annet:", "an episode that was taken away", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://liveblog-pt.test/2018/tempestade", "pt", "Diário", "Ao minuto: tempestade na costa (terminado)",
    "a live report that has ended", "Este direto terminou. Obrigado por nos acompanhar.",
)  # fmt: skip
ROWS.fine(
    "https://jornal-pt.test/2018/porto-fundo", "pt", "Jornal", "O porto que ninguém quis",
    "a metered article with a box over its text",
    middle='<div class="paywall-overlay" role="dialog"><h2>Já leu 5 artigos este mês</h2><p>Assine para continuar a '
    'ler.</p><a href="/assinar">Assinar</a></div>',
)  # fmt: skip
ROWS.shut(
    "https://publico-norte-pt.example/exclusivo/2018/areias", "pt", "Norte", "As areias do rei", "access_wall",
    "As areias do rei",
    "Este artigo é exclusivo para assinantes. Já é assinante? Inicie sessão.", "title and gate, no word of the text",
    also=("ok",), also_verdicts=("ok",), rest='<form action="/login"><input type="email" name="e"><input '
    'type="password" '
    'name="p"><button>Entrar</button></form><p>Assine a partir de 1 € por mês.</p>',
)  # fmt: skip
ROWS.fine(
    "https://nyhetsbrev-se.example/2018/muddring", "sv", "Bladet", "Muddringen börjar i höst",
    "a box that asks for an address lies over a text",
    middle='<dialog open class="newsletter-modal"><h2>Missa inget!</h2><form><input type="email" '
    'required><button>Anmäl dig'
    "</button></form><p>Du behöver bekräfta att du inte är en robot.</p></dialog>",
)  # fmt: skip
ROWS.fine(
    "https://passwords-nz.test/2019/your-password-has-expired", "en", "Security Notes", "Your password has expired",
    "an article on passwords, with a picture of a form", "Please sign in to continue, the box says, and people do.",
    middle='<figure><form onsubmit="return false"><input type="password" placeholder="try one"><button>How strong?'
    "</button></form></figure>",
)  # fmt: skip
ROWS.fine(
    "https://onderhoud-be.example/diensten/wij-zijn-zo-terug", "nl", "Onderhoud BV",
    "Wij zijn zo terug: onderhoud van liften",
    "a maintenance firm's page", "Deze lift is tijdelijk buiten gebruik wegens onderhoud. Wij zijn zo terug!",
)  # fmt: skip
ROWS.add(
    "https://theatre-sk.test/repertoar/pripravujeme", Answer(sheet(
        "sk", "Divadlo", "Pripravujeme", written("sk", "Pripravujeme", "Premiéra v máji. Čoskoro na tomto mieste.",
        count=2))),
    "ok", "ok", "a theatre's coming season: coming soon, and there", title="Pripravujeme",
)  # fmt: skip
ROWS.add(
    "https://spomen-hr.test/knjiga/stranica/214", Answer(sheet(
        "hr", "Spomen", "Stranica 214", "<h1>Stranica 214</h1><p>[Stranica nedostaje u izvorniku.]</p><p>Vidi 213. i "
        "215.</p>")),
    "ok", "ok", "a page of a digitised book that is missing in the original: that is what the source shows",
    title="Stranica 214", also_verdicts=("review",), also=("soft_404",),
)  # fmt: skip
