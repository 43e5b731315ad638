"""Twenty-two further languages for `small_languages`: words for menus, and sentences that fill their articles.

In: nothing. Out: `SMALL`, by language code: (home, news, contact, sign in, search, cookies, accept) and sentences.
"""

from __future__ import annotations

SMALL: dict[str, tuple[tuple[str, str, str, str, str, str, str], tuple[str, ...]]] = {
    "da": (("Forside", "Nyheder", "Kontakt", "Log ind", "Søg", "Vi bruger cookies.", "Tillad alle"), (
        "Byrådet i {place} behandlede sagen på {m} møder og afsatte {n} kroner pr. bolig.",
        "Borgmesteren sagde, at havnen først kan uddybes, når isen er væk.",
        "Af de {n} høringssvar handlede de fleste om støj fra den nye vej.",
        "Tallene fra {year} kan ikke sammenlignes, fordi grænsen dengang lå ved åen.")),
    "nb": (("Forsiden", "Nytt", "Kontakt", "Logg inn", "Søk", "Vi bruker informasjonskapsler.", "Godta"), (
        "Kommunestyret i {place} drøftet saken i {m} møter før det falt en avgjørelse.",
        "Rapporten bygger på {n} intervjuer med fiskere langs kysten.",
        "Fergen gikk hver time i {year}, men i dag er det bare {m} avganger om dagen.",
        "Etaten mener at kvotene må settes ned, og at båtene må måles på nytt.")),
    "is": (("Heim", "Fréttir", "Hafa samband", "Innskrá", "Leita", "Við notum vafrakökur.", "Samþykkja"), (
        "Bæjarstjórnin í {place} ræddi málið á {m} fundum áður en hún samþykkti það.",
        "Alls bárust {n} umsagnir um veginn, flestar frá bændum.",
        "Árið {year} var höfnin dýpkuð og bryggjan lengd um {m} metra.",
        "Skýrslan segir að aflinn hafi minnkað þótt bátum hafi fjölgað.")),
    "et": (("Avaleht", "Uudised", "Kontakt", "Logi sisse", "Otsi", "Kasutame küpsiseid.", "Nõustun"), (
        "Volikogu arutas asja {m} korda, enne kui {place} sai uue korra.",
        "Uuringus osales {n} peret, kellest enamik elab mere ääres.",
        "Aastal {year} mõõdeti piir uuesti ja tee viidi küla taha.",
        "Komisjon leidis, et sadam vajab süvendamist ja uut kaid.")),
    "lv": (("Sākums", "Ziņas", "Kontakti", "Ienākt", "Meklēt", "Mēs izmantojam sīkdatnes.", "Piekrītu"), (
        "Dome jautājumu izskatīja {m} reizes, pirms {place} saņēma jauno kārtību.",
        "Aptaujā piedalījās {n} ģimenes, un lielākā daļa dzīvo pie jūras.",
        "{year}. gadā robežu pārmērīja un ceļu pārcēla aiz ciema.",
        "Komisija atzina, ka osta jāpadziļina un jābūvē jauna piestātne.")),
    "lt": (("Pradžia", "Naujienos", "Kontaktai", "Prisijungti", "Ieškoti", "Naudojame slapukus.", "Sutinku"), (
        "Taryba klausimą svarstė {m} kartus, kol {place} gavo naują tvarką.",
        "Apklausoje dalyvavo {n} šeimos, dauguma gyvena prie jūros.",
        "{year} metais riba buvo permatuota, o kelias nukeltas už kaimo.",
        "Komisija nustatė, kad uostą reikia gilinti ir statyti naują krantinę.")),
    "sk": (("Domov", "Správy", "Kontakt", "Prihlásiť sa", "Hľadať", "Používame cookies.", "Súhlasím"), (
        "Zastupiteľstvo obce {place} rokovalo o veci {m}-krát, kým sa zhodlo.",
        "Prieskum zahŕňal {n} domácností, väčšina z nich býva pri rieke.",
        "V roku {year} hranicu premerali a cestu preložili za dedinu.",
        "Výbor zistil, že most treba opraviť a nábrežie rozšíriť.")),
    "sl": (("Domov", "Novice", "Kontakt", "Prijava", "Išči", "Uporabljamo piškotke.", "Sprejmem"), (
        "Občinski svet v kraju {place} je o zadevi razpravljal {m}-krat.",
        "V anketi je sodelovalo {n} gospodinjstev, večina živi ob reki.",
        "Leta {year} so mejo na novo izmerili in cesto prestavili za vas.",
        "Odbor je ugotovil, da je most treba popraviti in breg utrditi.")),
    "hr": (("Naslovnica", "Vijesti", "Kontakt", "Prijava", "Traži", "Koristimo kolačiće.", "Prihvaćam"), (
        "Gradsko vijeće u mjestu {place} raspravljalo je o tome {m} puta.",
        "U anketi je sudjelovalo {n} kućanstava, većina živi uz more.",
        "Godine {year} granica je ponovno izmjerena, a cesta premještena.",
        "Odbor je utvrdio da luku treba produbiti i izgraditi novi gat.")),
    "sr": (("Почетна", "Вести", "Контакт", "Пријава", "Претрага", "Користимо колачиће.", "Прихватам"), (
        "Скупштина општине {place} о томе је расправљала {m} пута.",
        "У анкети је учествовало {n} домаћинстава, већина живи уз реку.",
        "Године {year} граница је поново измерена, а пут премештен иза села.",
        "Одбор је утврдио да мост треба поправити и обалу проширити.")),
    "bg": (("Начало", "Новини", "Контакти", "Вход", "Търсене", "Използваме бисквитки.", "Приемам"), (
        "Общинският съвет в {place} обсъжда въпроса {m} пъти, преди да гласува.",
        "В проучването участват {n} домакинства, повечето живеят край реката.",
        "През {year} година границата е измерена отново и пътят е преместен.",
        "Комисията установи, че мостът трябва да се поправи и кеят да се разшири.")),
    "mk": (("Почетна", "Вести", "Контакт", "Најава", "Пребарај", "Користиме колачиња.", "Прифаќам"), (
        "Советот на општина {place} расправаше за тоа {m} пати.",
        "Во анкетата учествуваа {n} домаќинства, повеќето живеат крај реката.",
        "Во {year} година границата е измерена повторно, а патот преместен.",
        "Одборот утврди дека мостот треба да се поправи.")),
    "sq": (("Kreu", "Lajme", "Kontakt", "Hyr", "Kërko", "Ne përdorim cookies.", "Pranoj"), (
        "Këshilli i bashkisë {place} e diskutoi çështjen {m} herë.",
        "Në anketë morën pjesë {n} familje, shumica jetojnë pranë lumit.",
        "Në vitin {year} kufiri u mat përsëri dhe rruga u zhvendos.",
        "Komisioni gjeti se ura duhet riparuar dhe bregu duhet zgjeruar.")),
    "ca": (("Inici", "Notícies", "Contacte", "Entra", "Cerca", "Fem servir galetes.", "Accepta"), (
        "El ple de {place} va debatre l'afer {m} vegades abans de votar-lo.",
        "L'enquesta va arribar a {n} llars, la majoria a la vora del riu.",
        "L'any {year} es va tornar a mesurar el terme i es va desviar el camí.",
        "La comissió conclou que cal dragar el port i allargar el moll.")),
    "eu": (("Hasiera", "Berriak", "Kontaktua", "Sartu", "Bilatu", "Cookieak erabiltzen ditugu.", "Onartu"), (
        "{place} herriko udalbatzak {m} aldiz eztabaidatu zuen gaia.",
        "Inkestan {n} etxek parte hartu zuten, gehienak ibai ondokoak.",
        "{year}. urtean muga berriro neurtu zuten eta bidea aldatu.",
        "Batzordeak dio portua sakondu eta kaia luzatu behar dela.")),
    "cy": (("Hafan", "Newyddion", "Cysylltu", "Mewngofnodi", "Chwilio", "Rydym yn defnyddio cwcis.", "Derbyn"), (
        "Bu'r cyngor yn {place} yn trafod y mater {m} o weithiau cyn pleidleisio.",
        "Cymerodd {n} o deuluoedd ran yn yr arolwg, y rhan fwyaf ger yr afon.",
        "Yn {year} mesurwyd y ffin eto a symudwyd y ffordd.",
        "Dywed y pwyllgor fod angen trwsio'r bont a lledu'r cei.")),
    "af": (("Tuis", "Nuus", "Kontak", "Teken in", "Soek", "Ons gebruik koekies.", "Aanvaar"), (
        "Die raad van {place} het die saak {m} keer bespreek voordat daar gestem is.",
        "Altesaam {n} huishoudings het aan die opname deelgeneem.",
        "In {year} is die grens weer gemeet en die pad verskuif.",
        "Die komitee het bevind dat die brug herstel moet word.")),
    "sw": (("Mwanzo", "Habari", "Wasiliana nasi", "Ingia", "Tafuta", "Tunatumia vidakuzi.", "Kubali"), (
        "Baraza la {place} lilijadili suala hilo mara {m} kabla ya kupiga kura.",
        "Kaya {n} zilishiriki katika utafiti, nyingi zikiwa kando ya mto.",
        "Mwaka {year} mpaka ulipimwa upya na barabara ikahamishwa.",
        "Kamati ilisema daraja linahitaji kutengenezwa na gati kupanuliwa.")),
    "ms": (("Laman utama", "Berita", "Hubungi", "Log masuk", "Cari", "Kami menggunakan kuki.", "Terima"), (
        "Majlis {place} membincangkan perkara itu {m} kali sebelum mengundi.",
        "Sebanyak {n} isi rumah menyertai tinjauan itu, kebanyakannya di tepi sungai.",
        "Pada tahun {year} sempadan diukur semula dan jalan dialihkan.",
        "Jawatankuasa mendapati jambatan perlu dibaiki dan jeti diperluas.")),
    "ka": (("მთავარი", "ახალი ამბები", "კონტაქტი", "შესვლა", "ძებნა", "ვიყენებთ ქუქიებს.", "თანხმობა"), (
        "{place} საკრებულომ საკითხი {m}-ჯერ განიხილა, სანამ კენჭს უყრიდა.",
        "გამოკითხვაში {n} ოჯახი მონაწილეობდა, უმეტესობა მდინარესთან ცხოვრობს.",
        "{year} წელს საზღვარი ხელახლა გაზომეს და გზა გადაიტანეს.",
        "კომისიამ დაადგინა, რომ ხიდი შესაკეთებელია.")),
    "hy": (("Գլխավոր", "Լուրեր", "Կապ", "Մուտք", "Որոնել", "Մենք օգտագործում ենք թխուկներ։", "Ընդունել"), (
        "{place} համայնքի ավագանին հարցը քննարկեց {m} անգամ։",
        "Հարցմանը մասնակցեց {n} ընտանիք, մեծ մասն ապրում է գետի մոտ։",
        "{year} թվականին սահմանը նորից չափեցին, և ճանապարհը տեղափոխեցին։",
        "Հանձնաժողովը գտավ, որ կամուրջը պետք է վերանորոգել։")),
    "bn": (("প্রচ্ছদ", "খবর", "যোগাযোগ", "লগ ইন", "খুঁজুন", "আমরা কুকি ব্যবহার করি।", "সম্মত"), (
        "{place} পরিষদ ভোটের আগে বিষয়টি {m} বার আলোচনা করেছে।",
        "জরিপে {n}টি পরিবার অংশ নিয়েছে, বেশির ভাগ নদীর ধারে থাকে।",
        "{year} সালে সীমানা আবার মাপা হয় এবং রাস্তা সরানো হয়।",
        "কমিটি বলেছে সেতুটি মেরামত করতে হবে এবং ঘাট বড় করতে হবে।")),
    "ur": (("صفحہ اول", "خبریں", "رابطہ", "لاگ ان", "تلاش", "ہم کوکیز استعمال کرتے ہیں۔", "منظور"), (
        "{place} کی کونسل نے رائے شماری سے پہلے معاملے پر {m} بار بحث کی۔",
        "سروے میں {n} گھرانوں نے حصہ لیا، اکثر دریا کے کنارے رہتے ہیں۔",
        "{year} میں حد دوبارہ ناپی گئی اور سڑک ہٹا دی گئی۔",
        "کمیٹی نے کہا کہ پل کی مرمت ہونی چاہیے۔")),
    "kk": (("Басты бет", "Жаңалықтар", "Байланыс", "Кіру", "Іздеу", "Біз cookie қолданамыз.", "Келісемін"), (
        "{place} мәслихаты мәселені дауыс бермес бұрын {m} рет талқылады.",
        "Сауалнамаға {n} отбасы қатысты, көбі өзен бойында тұрады.",
        "{year} жылы шекара қайта өлшеніп, жол көшірілді.",
        "Комиссия көпірді жөндеу керек деп тапты.")),
}  # fmt: skip
