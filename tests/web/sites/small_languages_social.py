"""Forums, wikis, code, networks, videos, shops, jobs and events in small languages: over, closed, private or gone."""

from __future__ import annotations

import json

from tests.web.behaviours import Answer, Redirect
from tests.web.sites.small_languages_dress import Rows, filler, sheet, written

ROWS = Rows()


def state(name: str, value: object) -> str:
    """What an application leaves in the page for its script."""
    return f'<script id="{name}" type="application/json">{json.dumps(value)}</script>'


# Forums, questions and answers.
ROWS.lost(
    "https://foorumi-fi.test/viewtopic.php?t=41822", "fi", "Veneilijät", "Laiturin korjaus", "Tiedote",
    "Pyydettyä viestiketjua ei ole olemassa.", "a forum's notice: no such thread", kind="table", alike=False,
)  # fmt: skip
ROWS.fine(
    "https://forum-bg.test/viewtopic.php?t=8841", "bg", "Форум", "Грешка: темата не съществува – какво значи това?",
    "a thread about that very message", kind="table", count=2,
    middle="<div class=post><p>При мен пише: исканата тема не съществува.</p></div><div class=post><p>Изчисти "
    "бисквитките и влез отново.</p></div><div class=post><p>Благодаря, стана.</p></div>",
)  # fmt: skip
ROWS.shut(
    "https://forum-cz.example/viewtopic.php?f=12&t=977", "cs", "Fórum", "Ceny přístavních stání", "access_wall",
    "Informace",
    "Pro prohlížení tohoto fóra musíte být registrován a přihlášen.", "members only, with a form for signing in",
    rest='<form action="ucp.php?mode=login"><input name="username"><input type="password" name="password"></form>',
    kind="table",
)  # fmt: skip
ROWS.lost(
    "https://qa-en.example/questions/77182/dredging-depth", "en", "AskHarbour", "How deep must a harbour be dredged?",
    "Page not found", "This question was removed from AskHarbour for reasons of moderation.", "a removed question",
    alike=False,
)  # fmt: skip
ROWS.fine(
    "https://qa-de.example/fragen/4418/baggertiefe", "de", "Hafenfragen", "Wie tief wird gebaggert? [geschlossen]",
    "a closed question with its answers", "Diese Frage wurde als nicht zum Thema gehörig geschlossen. Antworten:",
)  # fmt: skip
# Wikis.
ROWS.lost(
    "https://wiki-nn.test/wiki/Mudring_i_Vika", "nb", "Lokalwiki", "Mudring i Vika", "Mudring i Vika",
    "Det er for tiden ikke noe innhold på denne siden. Du kan søke etter denne tittelen, eller opprette siden.",
    "a wiki that offers to create what is missing, under the very title", alike=False, kind="plain",
)  # fmt: skip
ROWS.lost(
    "https://entziklopedia-eus.test/wiki/Portu_zaharra", "eu", "Entziklopedia", "Portu zaharra", "Portu zaharra",
    "Orri hau ezabatua izan da. Ezabatze erregistroa: 2019ko martxoaren 4a, 10:14, administratzaile batek ezabatu "
    "zuen.",
    "a wiki's log of the deletion in the place of the article", alike=False, kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://wiki-cy.test/wiki/Cei_Bach", "cy", "Wici", "Cei Bach", "a stub of two sentences",
    "Harbwr bach yw Cei Bach. Eginyn yw'r erthygl hon; gallwch helpu drwy ychwanegu ati.", count=0, kind="plain",
)  # fmt: skip
ROWS.fine(
    "https://wiki-de.test/wiki/Diskussion:Löschung", "de", "Stadtwiki", "Diskussion: Seite wurde gelöscht",
    "a talk page about a deletion", "Diese Seite wurde gelöscht und nach der Diskussion wiederhergestellt.",
    kind="plain",
)  # fmt: skip
# Code.
GIT = "https://git-verein-de.example"
ROWS.add(
    f"{GIT}/hafen/pegel", Redirect(f"{GIT}/users/sign_in"), "access_wall", "review",
    "a code host that sends strangers to its sign-in for whatever is private, or not there",
    also=("redirected_elsewhere",),
)  # fmt: skip
ROWS.target(f"{GIT}/users/sign_in", Answer(sheet(
    "de", "GitLab", "Anmelden", "<h1>GitLab</h1><p>Sie müssen sich anmelden oder registrieren, um "
    "fortzufahren.</p><form "
    'action="/users/sign_in"><input name="user[login]"><input type="password" '
    'name="user[password]"></form>')))  # fmt: skip
ROWS.add("https://code-forge.test/hafen/gezeiten", Answer(sheet(
    "en", "forge", "Page not found", "<h1>404</h1><p>Not found, or you have no access to it.</p>"), 404),
    "not_found", "broken", "a code host's 404: gone or private, nothing for a reader",
    title="hafen/gezeiten")  # fmt: skip
ROWS.fine(
    "https://code-tidal.test/org/tide-tables", "en", "tidal", "org/tide-tables: Tide tables for small harbours",
    "an archived repository: read-only and there",
    "This repository was archived by its owner on 4 May 2021. It is now read-only. No releases published. 0 issues.",
    kind="app",
)  # fmt: skip
ROWS.add(
    "https://api-forge.test/v1/repos/hafen/pegel", Answer(json.dumps({"message": "Not Found", "status": "404"}),
    content_type="application/json"), "soft_404", "broken", "an interface's record of nothing, with status 200",
    title=None,
)  # fmt: skip
ROWS.add(
    "https://api-open.test/v2/gauges/118.json", Answer(json.dumps(
        {"errors": [], "error": None, "gauge": {"id": 118, "name": "Lower quay", "level": [1.2, 1.4, 1.1]}}),
    content_type="application/json"), "ok", "ok", "an interface's record that says it has no errors", title=None,
)  # fmt: skip
# Networks.
ROWS.lost(
    "https://social-de.test/@hafenamt/10941882", "de", "Plauder", "Beitrag des Hafenamts", "",
    "Dieser Beitrag wurde vom Verfasser gelöscht.", "a deleted post", shown="Plauder", alike=False, kind="app",
)  # fmt: skip
ROWS.lost(
    "https://social-it.test/porto/status/881720", "it", "Ciarla", "Post dell'autorità portuale", "Account sospeso",
    "Ciarla sospende gli account che violano le regole.", "a suspended account", alike=False, kind="app",
    also=("access_wall", "access_denied", "server_error"), also_verdicts=("review",),
)  # fmt: skip
ROWS.shut(
    "https://social-pt.test/p/maresia", "pt", "Papo", "Maresia no porto", "access_wall", "Esta conta é privada",
    "Siga esta conta para ver as fotos e os vídeos dela. Já segue? Entre.", "a private account", kind="app",
)  # fmt: skip
ROWS.add(
    "https://social-ru.test/wall-4418_22", Answer(sheet(
        "ru", "Сеть", "Запись на стене", "<div class=wall_post><h1>Запись от 14 мая</h1><p>Порт углубят к осени, пишет "
        "администрация, и жители двух улиц получат новый причал. Работы начнутся после ледохода.</p><p>Комментарий "
        "удалён "
        "пользователем.</p><p>Комментарий удалён пользователем.</p></div>", kind="app")),
    "ok", "ok", "a post is there; two comments below it were deleted", title="Запись от 14 мая",
)  # fmt: skip
ROWS.lost(
    "https://social-vi.test/posts/99120", "vi", "Mạng", "Bài đăng về cảng", "Nội dung này hiện không hiển thị",
    "Lỗi này thường do chủ sở hữu chỉ chia sẻ nội dung với một nhóm nhỏ, thay đổi người được xem hoặc đã xóa nội dung.",
    "gone, or not for strangers: the network will not say", alike=False, kind="app",
    also=("access_wall", "unrendered"), also_verdicts=("review",),
)  # fmt: skip


def video(language: str, site: str, title: str, said: str, status: str, *, text: str = "") -> Answer:
    """A player's page: its state, and what it says over the black picture."""
    found = {
        "playabilityStatus": {"status": status, "reason": said},
        "videoDetails": {"title": title} if title else None,
    }
    return Answer(sheet(
        language, site, title, f'<div class="player"><div class="player-error">{said}</div></div>{text}'
        f"<script>var playerResponse = {json.dumps(found)};</script>", kind="app"))  # fmt: skip


ROWS.add("https://video-fr.test/watch?v=k81x", video("fr", "Vidéos", "", "Cette vidéo n'est plus disponible", "ERROR"),
         "soft_404", "broken", "a removed video", title="Le dragage expliqué")  # fmt: skip
ROWS.add("https://video-pl.test/watch?v=p44", video("pl", "Filmy", "", "Ten film jest prywatny", "LOGIN_REQUIRED"),
         "access_wall", "review", "a private video", title="Pogłębianie portu",
         also=("access_denied",))  # fmt: skip
ROWS.add("https://video-es.test/ver/9918", video("es", "Vídeos", "El dragado, en directo",
         "Este vídeo no está disponible en tu país", "UNPLAYABLE"),
         "access_denied", "review", "shown in other countries only", title="El dragado, en directo",
         also=("access_wall", "ok"), also_verdicts=("ok",))  # fmt: skip
ROWS.add("https://video-cz.test/v/118", video("cs", "Videa", "Bagrování za úsvitu", "", "OK",
         text="<h1>Bagrování za úsvitu</h1>" + filler("cs", "video", 2)),
         "ok", "ok", "a video that plays, with its description", title="Bagrování za úsvitu")  # fmt: skip
ROWS.shut(
    "https://video-kr.test/watch/7741", "ko", "영상", "항구의 밤", "access_wall", "연령 제한 동영상",
    "이 동영상을 보려면 로그인하여 연령을 확인하세요.", "an age gate that wants a sign-in", kind="app",
    rest='<a href="/login?next=/watch/7741">로그인</a>',
)  # fmt: skip

# Shops, jobs, events, petitions, collections.
ROWS.fine(
    "https://kauppa-fi.example/tuote/laituripoiju-40", "fi", "Kauppa", "Laituripoiju 40 cm",
    "sold out, and there", "Loppuunmyyty. Tuotetta ei ole saatavilla tällä hetkellä. Mitat: 40 × 60 cm. Paino 7 kg.",
    count=1,
)  # fmt: skip
ROWS.fine(
    "https://prodejna-cz.example/produkt/vyvazovaci-lano-12", "cs", "Prodejna", "Vyvazovací lano 12 mm",
    "no longer made, with all its data", "Výrobek byl vyřazen z nabídky. Pevnost 2 800 kg, délka 20 m, polyester.",
    count=1,
)  # fmt: skip
ROWS.lost(
    "https://shop-ee.example/toode/ankur-7kg", "et", "Pood", "Ankur 7 kg", "Toodet ei leitud",
    "Seda toodet meil enam ei ole. Vaata sarnaseid tooteid:", "a product that is gone, and similar ones", alike=False,
    rest="".join(f'<div class="card"><a href="/toode/{n}">Ankur {n} kg</a> <b>{n * 9} €</b></div>' for n in (5, 10,
    15)),
)  # fmt: skip
ROWS.fine(
    "https://jobs-ch.test/stellen/hafenmeisterin-118", "de", "Stellen", "Hafenmeisterin (60–80 %)",
    "a position that is filled, with the whole advertisement", "Diese Stelle ist besetzt. Aufgaben und Anforderungen:",
)  # fmt: skip
ROWS.lost(
    "https://jobb-se.test/annons/881204", "sv", "Jobb", "Hamnkapten sökes", "Annonsen är inte längre publicerad",
    "Ansökningstiden har gått ut eller så har arbetsgivaren tagit bort annonsen. Liknande jobb:",
    "an advertisement that was taken away", alike=False,
    rest="<ul><li><a href='/annons/1'>Båtbyggare</a></li><li><a href='/annons/2'>Lots</a></li></ul>",
)  # fmt: skip
ROWS.fine(
    "https://events-jp.example/event/2018-minato-matsuri", "ja", "イベント", "港まつり2018（終了しました）",
    "an event that is over", "このイベントは終了しました。ご来場ありがとうございました。", count=2,
)  # fmt: skip
ROWS.fine(
    "https://peticio-hu.test/alairas/kikoto-2018", "hu", "Petíció", "Ne kotorják ki az öblöt!",
    "a petition that is closed", "Az aláírásgyűjtés lezárult. 4 118 aláírás.", count=2,
)  # fmt: skip
ROWS.lost(
    "https://peticion-es.test/p/salvemos-la-bahia", "es", "Firmas", "Salvemos la bahía",
    "Esta petición ya no está disponible",
    "La persona que la creó la eliminó o incumplía las normas.", "a petition that was removed", alike=False, kind="app",
)  # fmt: skip
ROWS.fine(
    "https://zbiorka-pl.test/z/lodz-ratownicza", "pl", "Zbiórka", "Łódź ratownicza dla zatoki",
    "a collection that ended without reaching its aim", "Zbiórka zakończona. Nie udało się zebrać całej kwoty.",
    count=2,
)  # fmt: skip
ROWS.lost(
    "https://colecte-ro.example/campanie/barca", "ro", "Colecte", "O barcă pentru golf", "Campania nu a fost găsită",
    "Campania a fost ștearsă de organizator.", "a collection that was deleted", alike=False,
)  # fmt: skip
ROWS.lost(
    "https://docviewer-en.test/doc/118204/Harbour-Depths", "en", "Docs", "Harbour Depths 1951–2016",
    "This document has been removed", "The uploader deleted it, or it was removed at a rightsholder's request.",
    "a document platform without the document", alike=False, rest="<h2>You may also like</h2><p><a "
    "href='/doc/1'>Tides</a></p>",
)  # fmt: skip
ROWS.fine(
    "https://slides-gr.test/deck/limania", "el", "Διαφάνειες", "Τα λιμάνια μας σε αριθμούς",
    "a document platform's page with the text of the slides", count=2,
    middle='<iframe src="/embed/118" title="pdf"></iframe><p>0 σχόλια</p>',
)  # fmt: skip

# Applications whose page says in its state what a reader would see.
ERROR = {
    "props": {"pageProps": {"statusCode": 404}},
    "page": "/_error",
    "query": {},
    "buildId": "q1",
    "isFallback": False,
}
ROWS.add("https://app-nl.test/dossiers/kade-118", Answer(sheet(
    "nl", "Dossiers", "Dossiers", "", kind="app", head=state("__NEXT_DATA__", ERROR))),
    "soft_404", "broken", "the page of errors in the state, and nothing drawn yet", title="Dossier kade 118",
    also=("unrendered",), also_verdicts=("review",))  # fmt: skip
ROWS.add("https://app-be.test/dossiers/kade-91", Answer(sheet(
    "nl", "Dossiers", "Dossier kade 91", written("nl", "Dossier kade 91"), kind="app", head=state("__NEXT_DATA__", {
        "props": {"pageProps": {"notFound": False, "messages": {"404": "Pagina niet gevonden",
        "error": "Er ging iets mis"}}},
        "page": "/dossiers/[slug]", "buildId": "q1"}))),
    "ok", "ok", "messages for errors in the state, and the text drawn", title="Dossier kade 91")  # fmt: skip
ROWS.add("https://app-es.test/expedientes/118", Answer(sheet(
    "es", "Expedientes", "Expedientes", '<div id="app"></div><script>window.__STATE__={"loading":true,"error":null}</'
    'script>',
    kind="plain", head='<script src="/app.js" defer></script>').replace("<hr>", "")),
    "unrendered", "review", "an application that has drawn nothing yet", title="Expediente 118",
    also=("ok",))  # fmt: skip
