"""Authorities, courts, statistics offices, parliaments, universities and their repositories, in small languages."""

from __future__ import annotations

from tests.web.behaviours import Answer
from tests.web.sites.small_languages_dress import Rows, filler, sheet

ROWS = Rows()

# Councils and ministries: an honest page that speaks of vanished pages, and a page that has vanished.
ROWS.fine(
    "https://nordby-kommune-dk.example/om-os/hvorfor-siden-ikke-findes", "da", "Nordby Kommune",
    "Siden findes ikke længere: derfor har vi slettet 4.000 sider", "a council explains why it deleted old pages",
    "I foråret slettede kommunen 4.000 gamle sider. Borgere, der følger et gammelt link, ser teksten »Siden findes "
    "ikke«, og det har vi fået mange henvendelser om.",
)  # fmt: skip
ROWS.lost(
    "https://sonderby-kommune-dk.example/politik/referater/2019-14", "da", "Sønderby Kommune",
    "Referat fra byrådets møde den 14. maj 2019", "Vi kunne ikke finde siden",
    "Siden er måske flyttet, eller du har fulgt et gammelt link. Prøv at søge, eller gå til forsiden.",
    "a council's page of regret with status 200",
)  # fmt: skip
ROWS.fine(
    "https://kystetaten-no.test/statistikk/tabell/09842", "nb", "Kystetaten",
    "09842: Fangst etter art og havn. Avsluttet serie",
    "a table that is no longer continued, with its numbers: a source as good as any",
    "Tabellen oppdateres ikke lenger. Siste tall er for 2019.", count=0,
    middle="<table><caption>Tonn</caption>" + "".join(
        f"<tr><th>{year}</th><td>{year * 7 % 913}</td><td>{year * 3 % 411}</td></tr>" for year in range(1999, 2020)
    ) + "</table>", kind="portal",
)  # fmt: skip
ROWS.lost(
    "https://havnestatistikk-no.test/tabell/11204", "nb", "Havnestatistikk", "11204: Anløp etter havn",
    "Tabell 11204", "Fant ingen tabell med dette nummeret. Kontroller nummeret, eller velg et emne i listen.",
    "the number echoed as a heading, and no table", kind="portal",
)  # fmt: skip
ROWS.fine(
    "https://thingskjol-is.example/altext/149/s/0871.html", "is", "Þingskjöl", "Þskj. 871: Nefndarálit um vegalög",
    "a parliament's short record", "Nefndin leggur til að frumvarpið verði samþykkt óbreytt. Flutt af 4 þingmönnum.",
    count=1, kind="table",
)  # fmt: skip
ROWS.lost(
    "https://sveitarfelag-is.example/fundargerdir/2020/88", "is", "Sveitarfélagið Bakki", "Fundargerð 88. fundar",
    "Síðan fannst ekki", "Því miður er síðan sem þú leitaðir að ekki til. Hún gæti hafa verið fjarlægð eða færð.",
    "an Icelandic error page with status 200",
)  # fmt: skip
ROWS.fine(
    "https://teataja-ee.test/akt/118032011009", "et", "Teataja", "Sadamaseadus (kehtetu)",
    "an act that is no longer in force can still be read", "Redaktsiooni kehtivuse lõpp: 30.06.2014. Kehtetu akt.",
    kind="portal",
)  # fmt: skip
ROWS.lost(
    "https://volikogu-ee.test/istungid/2018/protokoll-7", "et", "Vallavolikogu", "Istungi protokoll nr 7",
    "Lehte ei leitud", "Otsitud lehte ei ole olemas. Võimalik, et see on kustutatud või teisaldatud.",
    "an Estonian error page with status 200", kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://likumi-lv.example/ta/id/41872", "lv", "Likumi", "Ostu likums",
    "a law with the notice that it has lost its force", "Tiesību akts ir zaudējis spēku. Attēlotā redakcija: "
    "vēsturiskā.",
)  # fmt: skip
ROWS.lost(
    "https://novads-lv.example/lv/lemumi/2017/lemums-214", "lv", "Krasta novads", "Lēmums Nr. 214 par ostas maksām",
    "Kļūda", "Pieprasītā lapa netika atrasta. Iespējams, saite ir novecojusi.",
    "“error” as heading, the reason in the text, for every wrong address",
)  # fmt: skip
ROWS.fine(
    "https://teismas-lt.test/sprendimai/e2-118-2016", "lt", "Apylinkės teismas", "Nutartis byloje e2-118/2016",
    "a court order about a document that was not found in the file",
    "Teismas nustato: dokumentas byloje nerastas, todėl ieškovo prašymas tenkinamas iš dalies. Puslapis 14 "
    "neįskaitomas.",
    kind="table",
)  # fmt: skip
ROWS.lost(
    "https://savivaldybe-lt.test/tarybos-sprendimai/t1-77", "lt", "Savivaldybė", "Tarybos sprendimas T1-77",
    "Puslapis nerastas", "Atsiprašome, tokio puslapio nėra. Grįžkite į pradžią arba pasinaudokite paieška.",
    "a Lithuanian error page with status 200", shown="Savivaldybė",
)  # fmt: skip
ROWS.fine(
    "https://register-zmluv-sk.example/zmluva/2204871", "sk", "Register zmlúv", "Zmluva o dielo č. 118/2019",
    "a contract that was cancelled is still on record", "Stav: zrušená. Zmluva bola zrušená dohodou strán.", count=2,
)  # fmt: skip
ROWS.lost(
    "https://obec-lucka-sk.example/uznesenia/2019/uznesenie-31", "sk", "Obec Lúčka", "Uznesenie č. 31/2019",
    "Ľutujeme", "Táto stránka neexistuje alebo bola odstránená. Pokračujte na úvodnú stránku.",
    "“we are sorry” as heading", kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://repozitorij-si.test/IzpisGradiva.php?id=40127", "sl", "Repozitorij", "Vpliv poplav na rečna naselja",
    "a thesis under embargo: its record is what was cited", "Polno besedilo bo dostopno po 1. 6. 2031. Zapis je javen.",
    count=3,
)  # fmt: skip
ROWS.lost(
    "https://digitalna-knjiznica-si.test/IzpisGradiva.php?id=9917", "sl", "Digitalna knjižnica",
    "Gradnja mostov na Krasu", "", "Gradivo s to identifikacijsko številko ne obstaja ali je bilo umaknjeno.",
    "no heading, one sentence: no such item", shown="Digitalna knjižnica", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://casopis-hr.example/index.php/luke/article/view/318", "hr", "Luke i more", "Dubina luka u doba bonace",
    "a journal's page with the abstract; only the PDF is for subscribers",
    "Cjeloviti tekst dostupan je samo pretplatnicima. Sažetak:", kind="portal",
)  # fmt: skip
ROWS.lost(
    "https://zbornik-hr.example/index.php/zbornik/article/view/88", "hr", "Zbornik", "O pomorskim granicama",
    "Stranica nije pronađena", "Članak koji ste tražili nije pronađen. Pogledajte arhivu svezaka.",
    "a journal system's error page with status 200", kind="portal", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://sud-rs.test/odluke/gz-2217-18", "sr", "Апелациони суд", "Решење Гж 2217/18",
    "a ruling on access that was denied: the words belong to the case",
    "Тужиоцу је приступ забрањен одлуком управе. Суд налази да та страница списа није пронађена.", kind="table",
)  # fmt: skip
ROWS.lost(
    "https://opstina-rs.test/sednice/2018/zapisnik-12", "sr", "Општина Брод", "Записник са 12. седнице",
    "Грешка 404", "Тражена страна не постоји.", "a Serbian error page with status 200",
)  # fmt: skip
ROWS.fine(
    "https://vestnik-bg.example/broi/57/postanovlenie-148", "bg", "Вестник", "Постановление № 148 (отменено)",
    "a decree that was repealed", "Отменено с решение № 311. Текстът е достъпен за справка.", kind="plain",
)  # fmt: skip
ROWS.lost(
    "https://obshtina-bg.example/protokoli/2018-09", "bg", "Община Бряг", "Протокол от заседание през септември 2018",
    "Няма такава страница", "Страницата, която търсите, е преместена или изтрита.",
    "a Bulgarian error page with status 200", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://zavod-mk.test/soopstenija/2019/14", "mk", "Завод за статистика", "Соопштение бр. 14: население по општини",
    "a short notice of a statistics office", "Податоците за 2002 година не се споредливи.", count=1,
)  # fmt: skip
ROWS.lost(
    "https://opstina-mk.test/odluki/2017/33", "mk", "Општина Брег", "Одлука бр. 33",
    "Страницата не е пронајдена", "Можеби е избришана или адресата е погрешна.", "a Macedonian error page",
)  # fmt: skip
ROWS.fine(
    "https://fletorja-al.example/akti/2016/vkm-417", "sq", "Fletorja", "VKM nr. 417: për portet",
    "a decision in a gazette", "Vendimi hyn në fuqi pas botimit.", kind="plain",
)  # fmt: skip
ROWS.lost(
    "https://bashkia-al.example/vendime/2018/22", "sq", "Bashkia Breg", "Vendim nr. 22, datë 14.5.2018",
    "Faqja nuk u gjet", "Na vjen keq, faqja që kërkoni nuk ekziston ose është zhvendosur.", "an Albanian error page",
)  # fmt: skip
ROWS.fine(
    "https://parlament-cat.test/actes/2017/ple-31", "ca", "Parlament", "Diari de sessions del ple núm. 31",
    "a record of debates", "La presidenta: «No s'ha trobat el document», diu la secretaria. (Remor de veus)",
)  # fmt: skip
ROWS.lost(
    "https://ajuntament-cat.test/plens/2018/acta-5", "ca", "Ajuntament", "Acta del ple de 5 de maig de 2018",
    "No hem trobat la pàgina", "La pàgina que busqueu no existeix o ha canviat de lloc.", "a Catalan error page",
)  # fmt: skip
ROWS.fine(
    "https://udala-eus.example/aktak/2019-03", "eu", "Udala", "Osoko bilkuraren akta, 2019ko martxoa",
    "minutes in Basque", "Bilkura 18:00etan hasi zen.",
)  # fmt: skip
ROWS.lost(
    "https://aldundia-eus.example/txostenak/portuak-2016", "eu", "Aldundia", "Portuen txostena 2016",
    "Ez da orria aurkitu", "Eskatu duzun orria ez dago edo lekuz aldatu da.", "a Basque error page",
)  # fmt: skip
ROWS.fine(
    "https://senedd-cymru.test/cofnod/2018/118", "cy", "Cofnod", "Cofnod y trafodion, sesiwn 118",
    "a Welsh record of proceedings", "Ni ddaethpwyd o hyd i'r llythyr, meddai'r Gweinidog.",
)  # fmt: skip
ROWS.lost(
    "https://cyngor-cymru.test/cofnodion/2017-31", "cy", "Cyngor y Bae", "Cofnodion cyfarfod 31",
    "Ni ddaethpwyd o hyd i'r dudalen", "Efallai bod y dudalen wedi symud neu wedi cael ei dileu.",
    "a Welsh error page", shown="Cyngor y Bae",
)  # fmt: skip

# Further off.
ROWS.fine(
    "https://sasamartlo-ge.example/gadawyvetileba/3-418", "ka", "სასამართლო", "გადაწყვეტილება 3/418",
    "a Georgian ruling", "საქმის მასალებში დოკუმენტი ვერ მოიძებნა.", kind="table",
)  # fmt: skip
ROWS.lost(
    "https://meria-ge.example/dadgenileba/2018/17", "ka", "მერია", "დადგენილება 17",
    "გვერდი ვერ მოიძებნა", "გვერდი, რომელსაც ეძებთ, არ არსებობს ან წაშლილია.", "a Georgian error page",
)  # fmt: skip
ROWS.fine(
    "https://orenq-am.test/docid/118204", "hy", "Օրենք", "Նավահանգիստների մասին օրենք (ուժը կորցրած)",
    "an Armenian law out of force", "Ուժը կորցրել է 2016 թվականին։", kind="plain",
)  # fmt: skip
ROWS.lost(
    "https://hamaynq-am.test/voroshum/2017/44", "hy", "Համայնք", "Որոշում 44",
    "Էջը չի գտնվել", "Ձեր փնտրած էջը գոյություն չունի կամ ջնջվել է։", "an Armenian error page",
)  # fmt: skip
ROWS.fine(
    "https://zan-kz.example/docs/V1800017", "kk", "Заң", "Порттар туралы ереже (күші жойылған)",
    "a Kazakh order out of force", "Күші жойылды. Мәтін анықтама үшін берілген.",
)  # fmt: skip
ROWS.lost(
    "https://akimdik-kz.example/sheshim/2018/61", "kk", "Әкімдік", "№ 61 шешім",
    "Бет табылмады", "Сіз іздеген бет жоқ немесе жойылған.", "a Kazakh error page",
)  # fmt: skip
ROWS.fine(
    "https://songsod-bd.test/biboroni/2018-22", "bn", "সংসদ", "কার্যবিবরণী ২২", "a record in Bengali",
    "স্পিকার বলেন, পাতাটি পাওয়া যায়নি।",
)  # fmt: skip
ROWS.lost(
    "https://poura-bd.test/notice/2019/318", "bn", "পৌরসভা", "বিজ্ঞপ্তি ৩১৮", "পাতাটি পাওয়া যায়নি",
    "আপনি যে পাতাটি খুঁজছেন তা মুছে ফেলা হয়েছে অথবা নেই।", "a Bengali error page",
)  # fmt: skip
ROWS.fine(
    "https://gazette-pk.example/notifications/2018/77", "ur", "گزٹ", "اعلامیہ نمبر 77", "a gazette in Urdu",
    "یہ صفحہ پرانے ریکارڈ سے لیا گیا ہے۔", kind="table",
)  # fmt: skip
ROWS.lost(
    "https://council-pk.example/minutes/2017/9", "ur", "کونسل", "اجلاس نمبر 9 کی کارروائی", "صفحہ نہیں ملا",
    "معذرت، مطلوبہ صفحہ موجود نہیں یا ہٹا دیا گیا ہے۔", "an Urdu error page",
)  # fmt: skip
ROWS.fine(
    "https://bunge-tz.test/hansard/2018/14", "sw", "Bunge", "Hansard ya kikao cha 14", "a record in Swahili",
    "Spika: ukurasa haukupatikana katika faili.",
)  # fmt: skip
ROWS.lost(
    "https://halmashauri-tz.test/taarifa/2019/6", "sw", "Halmashauri", "Taarifa ya maji 2019", "Ukurasa haujapatikana",
    "Samahani, ukurasa unaoutafuta haupo au umeondolewa.", "a Swahili error page",
)  # fmt: skip
ROWS.lost(
    "https://munisipaliteit-za.example/notules/2018/11", "af", "Munisipaliteit", "Notule van die elfde vergadering",
    "Oeps!", "Daardie bladsy bestaan nie meer nie.", "an Afrikaans error page, short", kind="plain",
)  # fmt: skip
ROWS.lost(
    "https://majlis-my.test/mesyuarat/2018/minit-20", "ms", "Majlis Perbandaran", "Minit mesyuarat ke-20",
    "Halaman tidak dijumpai", "Maaf, halaman yang anda cari tiada atau telah dialihkan.", "a Malay error page",
)  # fmt: skip

# Systems.
ROWS.lost(
    "https://regione-portale-it.test/web/guest/-/delibera-418", "it", "Regione", "Delibera 418 del 2017",
    "Risorsa non trovata", "La risorsa richiesta non è stata trovata. "
    "http://regione-portale-it.test/web/guest/-/delibera-418",
    "a portal's own error, with the address echoed", kind="portal", shown="Stato - Regione",
)  # fmt: skip
ROWS.fine(
    "https://provincia-portale-it.test/web/guest/-/ordinanza-91", "it", "Provincia", "Ordinanza 91 sulla pesca",
    "one window of the page is out of order, the text is there", kind="portal",
    middle='<div class="portlet-msg-error">Il meteo è momentaneamente non disponibile.</div>',
)  # fmt: skip
ROWS.lost(
    "https://intranet-ministerie-nl.example/sites/vergunning/Paginas/V-2017-118.aspx", "nl", "Ministerie",
    "Vergunning V-2017-118", "Er is iets misgegaan",
    "Bestand niet gevonden. Correlatie-id: 8d0c2b9e-71f0-4000-9d1f-6c1e. Datum en tijd: 4-3-2021 10:14:22",
    "a document system that has lost the file", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://wiki-amt-de.test/pages/viewpage.action?pageId=118204", "de", "Amtswiki", "Protokoll der Deichschau 2018",
    "Seite nicht gefunden", "Die gesuchte Seite wurde möglicherweise gelöscht oder umbenannt. Ähnliche Seiten:",
    "a team wiki's error page with status 200", alike=False, rest="<ul><li><a href='/x'>Deichschau 2021</a></li></ul>",
)  # fmt: skip
ROWS.shut(
    "https://verwaltung-de.example/node/41881", "de", "Verwaltung", "Bericht zur Hafenschlickmenge", "access_denied",
    "Zugriff verweigert", "Sie sind nicht berechtigt, auf diese Seite zuzugreifen.",
    "a content system that refuses with status 200: nothing says that the page is gone", also=("access_wall",),
)  # fmt: skip
ROWS.add(
    "https://handelsregister-sitzung-de.test/result?jsessionid=8A1C&pos=4", Answer(sheet(
        "de", "Registerauskunft", "Sitzung abgelaufen",
        "<h1>Ihre Sitzung ist abgelaufen</h1><p>Bitte starten Sie eine neue Suche.</p>")),
    "soft_404", "broken", "an address that was good for one session only", title="Eintrag HRB 4182",
    also=("access_wall", "unrendered"), also_verdicts=("review",),
)  # fmt: skip
ROWS.fine(
    "https://gericht-at.example/entscheidungen/7ob118-16", "de", "Gericht", "7 Ob 118/16: Zugang verweigert",
    "a judgment whose subject is a door that stayed shut",
    "Der Klägerin wurde der Zugang verweigert. Sie sei nicht berechtigt, die Anlage zu betreten.",
)  # fmt: skip
ROWS.fine(
    "https://oversigt-dk.test/sager/soegning?status=aaben&id=1881", "da", "Sagsoversigt",
    "Sag 1881: Kajens forlængelse",
    "an open case, with an empty list beside it", middle="<aside><h2>Bilag</h2><p>0 resultater</p></aside>",
)  # fmt: skip
ROWS.lost(
    "https://journal-dk.test/postlister/opslag?id=20188", "da", "Postlister", "Brev om oprensning, 14.6.2018",
    "Opslag", "Din søgning gav ingen resultater.", "a record's permanent address that finds nothing",
    alike=False, rest="<table><tr><th>Dato</th><th>Sag</th><th>Emne</th></tr></table>", also_verdicts=("review",),
    also=("unrendered",),
)  # fmt: skip
ROWS.add(
    "https://sejm-archiwum-pl.example/druk/2881", Answer(sheet(
        "pl", "Archiwum", "Druk nr 2881", f"<h1>Druk nr 2881</h1>{filler('pl', 'druk', 3)}"
        '<div class="alert alert-danger" style="display:none">Nie znaleziono strony</div>')),
    "ok", "ok", "an alert box that is part of the template and hidden", title="Druk nr 2881",
)  # fmt: skip
ROWS.lost(
    "https://dokumenty-pl.example/uchwala/118", "pl", "Dokumenty", "Uchwała nr 118", "",
    "", "the only content is an error in an alert box", shown="Dokumenty", alike=False,
    rest='<div class="alert alert-danger" role="alert">Nie znaleziono dokumentu o podanym identyfikatorze.</div>',
)  # fmt: skip
ROWS.fine(
    "https://dane-gr.test/dataset/limenes-2018", "el", "Δεδομένα", "Κίνηση λιμένων 2018",
    "a data set whose preview failed", "Δεν ήταν δυνατή η προεπισκόπηση του αρχείου. Κατεβάστε το αρχείο CSV.", count=2,
)  # fmt: skip
ROWS.lost(
    "https://anoikta-dedomena-gr.test/dataset/alieia-2016", "el", "Ανοικτά δεδομένα", "Αλιεία 2016",
    "Το σύνολο δεδομένων δεν βρέθηκε", "Ίσως έχει διαγραφεί ή είναι ιδιωτικό.", "a data portal's error with status 200",
    alike=False,
)  # fmt: skip
