"""Filler text of our own in several languages: the same seed gives the same paragraphs, another seed other ones."""

from __future__ import annotations

import random

SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        "The survey in {place} counted {n} households over {m} weeks, and every answer was read by two people.",
        "Members of the panel met {m} times before they agreed on a wording that nobody had to regret.",
        "Of the {n} replies that came in by letter, most asked for the minutes to be made public.",
        "A clerk from {place} kept the original list in a drawer, where it was found {m} years later.",
        "The first draft ran to {n} pages; the version that was adopted fits on {m}.",
        "Nobody in {place} could say who had signed the order, only that it had been carried out.",
        "The figures for {year} differ from those of the year before, because the boundary was moved in spring.",
        "Witnesses were heard in {m} sessions, and their words were taken down in full.",
        "Where the record is silent, this page says so and offers no guess.",
        "The committee recommends that the register be opened to visitors on {m} days of each month.",
        "Rain delayed the count in {place}, yet {n} ballots had been sorted by the evening.",
        "An appendix lists the sources, the questions asked, and the {n} answers that were left out.",
        "Three of the maps drawn in {year} show the old road, and {m} show none at all.",
        "The ministry answered after {n} days with a letter of {m} lines.",
    ),
    "de": (
        "Die Erhebung in {place} umfasste {n} Haushalte, und jede Antwort wurde von zwei Personen gelesen.",
        "Der Ausschuss tagte {m} Mal, bevor er sich auf einen gemeinsamen Wortlaut einigen konnte.",
        "Von den {n} Zuschriften verlangten die meisten, dass die Niederschrift veröffentlicht wird.",
        "Eine Liste aus dem Jahr {year} lag lange in einer Schublade und wurde erst beim Umzug gefunden.",
        "Die Zahlen für {year} weichen ab, weil die Grenze im Frühjahr verlegt worden war.",
        "In {place} wusste niemand, wer die Anordnung unterschrieben hatte.",
        "Der erste Entwurf hatte {n} Seiten, die beschlossene Fassung kommt mit {m} aus.",
        "Wo die Akten schweigen, sagt diese Seite das auch und vermutet nichts.",
    ),
    "fr": (
        "L'enquête menée à {place} a porté sur {n} foyers, et chaque réponse a été lue par deux personnes.",
        "La commission s'est réunie {m} fois avant de s'entendre sur une rédaction commune.",
        "Sur les {n} courriers reçus, la plupart demandaient la publication du procès-verbal.",
        "Les chiffres de {year} diffèrent parce que la limite avait été déplacée au printemps.",
        "Personne à {place} ne savait qui avait signé l'ordre, seulement qu'il avait été exécuté.",
        "Le premier projet comptait {n} pages ; la version adoptée tient sur {m}.",
        "Là où les archives se taisent, cette page le dit et ne suppose rien.",
    ),
    "es": (
        "La encuesta de {place} abarcó {n} hogares, y cada respuesta fue leída por dos personas.",
        "El comité se reunió {m} veces antes de acordar una redacción común.",
        "De las {n} cartas recibidas, la mayoría pedía que se publicara el acta.",
        "Las cifras de {year} no coinciden porque el límite se movió en primavera.",
        "Nadie en {place} sabía quién había firmado la orden, solo que se había cumplido.",
        "El primer borrador tenía {n} páginas; la versión aprobada cabe en {m}.",
        "Donde el archivo calla, esta página lo dice y no supone nada.",
    ),
    "ru": (
        "Опрос в городе {place} охватил {n} семей, и каждый ответ прочитали два человека.",
        "Комиссия собиралась {m} раз, прежде чем согласовать общий текст.",
        "Из {n} писем большинство просило опубликовать протокол.",
        "Цифры за {year} год отличаются, потому что весной граница была перенесена.",
        "Первый проект занимал {n} страниц, а принятый уместился на {m}.",
        "Там, где архив молчит, эта страница так и говорит и ничего не предполагает.",
    ),
    "ja": (
        "{place}での調査は{n}世帯を対象とし、回答はすべて二人が読みました。",
        "委員会は{m}回集まり、ようやく共通の文案に合意しました。",
        "届いた{n}通の手紙の多くは、議事録の公開を求めていました。",
        "{year}年の数字が異なるのは、春に境界が動かされたためです。",
        "最初の案は{n}ページありましたが、採択された版は{m}ページに収まりました。",
        "記録のないところでは、このページもそう述べ、推測はしません。",
    ),
    "zh": (
        "在{place}进行的调查涵盖{n}户家庭，每份答复都由两个人阅读。",
        "委员会开了{m}次会，才就共同的文本达成一致。",
        "收到的{n}封来信大多要求公开会议记录。",
        "{year}年的数字有所不同，因为春天时界线被移动过。",
        "初稿有{n}页，通过的版本只有{m}页。",
        "凡档案没有记载之处，本页如实说明，不作猜测。",
    ),
    "ar": (
        "شمل المسح في {place} {n} أسرة، وقرأ كل إجابة شخصان.",
        "اجتمعت اللجنة {m} مرات قبل أن تتفق على نص مشترك.",
        "طلبت معظم الرسائل وعددها {n} نشر محضر الجلسة.",
        "تختلف أرقام عام {year} لأن الحدود نُقلت في الربيع.",
        "كانت المسودة الأولى في {n} صفحة، أما النص المعتمد ففي {m}.",
    ),
    "pt": (
        "O inquérito em {place} abrangeu {n} famílias, e cada resposta foi lida por duas pessoas.",
        "A comissão reuniu-se {m} vezes antes de chegar a um texto comum.",
        "Das {n} cartas recebidas, a maioria pedia a publicação da ata.",
        "Os números de {year} diferem porque o limite foi deslocado na primavera.",
        "O primeiro rascunho tinha {n} páginas; a versão aprovada cabe em {m}.",
    ),
    "tr": (
        "{place} anketi {n} haneyi kapsadı ve her yanıtı iki kişi okudu.",
        "Kurul ortak bir metinde anlaşmadan önce {m} kez toplandı.",
        "Gelen {n} mektubun çoğu tutanağın yayımlanmasını istiyordu.",
        "{year} yılının rakamları farklıdır, çünkü sınır ilkbaharda taşındı.",
        "İlk taslak {n} sayfaydı; kabul edilen metin {m} sayfaya sığıyor.",
    ),
}
PLACES = (
    "Norrby",
    "Haldenau",
    "Port Elwen",
    "Sankt Veit",
    "Ostrava",
    "Mirebeau",
    "Villaseca",
    "Kawabe",
    "Dolna",
    "Aveley",
)


def paragraphs(seed: str, language: str = "en", count: int = 5) -> list[str]:
    """`count` paragraphs of three or four sentences, with numbers and places that follow the seed."""
    dice = random.Random(f"{language}:{seed}")
    bank = list(SENTENCES[language])
    gap = "" if language in {"ja", "zh"} else " "
    result = []
    for _ in range(count):
        chosen = dice.sample(bank, k=min(len(bank), dice.choice((3, 4))))
        result.append(gap.join(_filled(sentence, dice) for sentence in chosen))
    return result


def _filled(sentence: str, dice: random.Random) -> str:
    return sentence.format(
        place=dice.choice(PLACES), n=dice.randint(21, 990), m=dice.randint(3, 19), year=dice.randint(1951, 2021)
    )
