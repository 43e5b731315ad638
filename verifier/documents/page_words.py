"""The words that web pages put around an article, in the languages letters come in: data for `surroundings.py`.

Everything is in lower case; a line is compared after its decoration (bullets, bars, colons) is taken off.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split("|"))


HOME = _words(
    """
    home | homepage | start | you are here | accueil | vous êtes ici | startseite | sie sind hier | inicio |
    portada | início | página inicial | home page | pagina iniziale | strona główna | hem | forside | etusivu |
    főoldal | domů | domov | acasă | ana sayfa | anasayfa | главная | головна | начало | почетна | αρχική |
    الرئيسية | בית | דף הבית | صفحه اصلی | 首页 | 首頁 | 主页 | 主頁 | ホーム | トップ | 홈 | beranda |
    trang chủ | होम | หน้าแรก
    """
)
"""The first step of a breadcrumb."""

SHARE = _words(
    """
    share | share this | share it | share on | share via | share with | share to | share now | share article |
    share story | share post | share this article | share this story | share this post | share this page |
    share this letter | share this statement | share this entry | share the post | share this with |
    sharing is caring | spread the word | tell a friend | follow us | follow us on | partager |
    partager cet article | partager cette page | partager sur | partagez | partagez cet article | à partager |
    partage | suivez-nous | teilen | teilen auf | artikel teilen | beitrag teilen | seite teilen |
    diesen artikel teilen | diesen beitrag teilen | weitersagen | folgen sie uns | compartir | compartir en |
    comparte | compártelo | comparte este artículo | comparte esto | compartir este artículo | síguenos |
    compartilhar | compartilhe | compartilhe isso | partilhar | partilha | condividi | condividi su |
    condividi questo articolo | delen | deel | deel dit artikel | deel dit | dela | dela artikeln | del |
    del på | del artikkelen | jaa | jaa artikkeli | udostępnij | podziel się | sdílet | sdílejte | zdieľať |
    megosztás | megosztom | distribuie | paylaş | bu haberi paylaş | поделиться | поделись | поделитесь |
    поширити | поділитися | сподели | подели | κοινοποίηση | مشاركة | شارك | شارك هذا | شارك المقال | שתף |
    שיתוף | اشتراک گذاری | به اشتراک بگذارید | 分享 | 分享到 | 分享至 | 分享本文 | 分享此文 | 转发 | シェア |
    シェアする | この記事をシェア | 공유 | 공유하기 | 기사 공유 | bagikan | bagikan artikel | kongsi |
    chia sẻ | แชร์ | साझा करें
    """
)
"""What introduces a row of sharing buttons."""

NETWORKS = _words(
    """
    facebook | fb | twitter | x | x (twitter) | twitter/x | x/twitter | linkedin | whatsapp | whats app |
    telegram | email | e-mail | mail | print | pinterest | reddit | instagram | youtube | messenger |
    facebook messenger | copy link | copy url | link | mastodon | bluesky | threads | tumblr | vk | vkontakte |
    odnoklassniki | ok.ru | weibo | sina weibo | wechat | weixin | qq | qzone | qq空间 | 微信 | 微信好友 |
    朋友圈 | 微博 | 新浪微博 | douban | 豆瓣 | line | kakaotalk | kakaostory | 카카오톡 | 카카오스토리 |
    페이스북 | 트위터 | 네이버 | フェイスブック | ツイッター | はてなブックマーク | viber | pocket | signal |
    tiktok | snapchat | flipboard | xing | hacker news | digg | stumbleupon | delicious | google+ |
    google plus | skype | sms | rss | feedly | truth social | gab | gettr | tweet | retweet | pin it | pin |
    like | imprimer | courriel | copier le lien | drucken | e-mail senden | link kopieren | correo |
    correo electrónico | imprimir | copiar enlace | copiar link | stampa | copia link | afdrukken | drukuj |
    wyślij | print this page | send by email | email this | печать | вконтакте | одноклассники | фейсбук |
    твиттер | телеграм | 打印 | 打印本页 | 复制链接 | 印刷 | فيسبوك | تويتر | واتساب | تيليجرام | طباعة |
    بريد | yazdır | e-posta | more | mehr | plus | más
    """
)
"""The buttons themselves: each stands alone on its line, or beside the others."""

MORE = _words(
    """
    related | related articles | related posts | related stories | related news | related content |
    related links | related items | related topics | related reading | related statements | read next |
    up next | next article | previous article | next post | previous post | you may also like |
    you might also like | you may like | also read | see also our latest | more news | more stories |
    more articles | more posts | more like this | more on this | more on this story | more on this topic |
    more from us | latest | latest news | latest posts | latest articles | latest stories | recent posts |
    recent news | recent articles | recent | most read | most popular | most viewed | popular | popular posts |
    trending | trending now | top stories | recommended | recommended for you | recommended articles |
    editor's picks | editors' picks | don't miss | in other news | other news | other articles |
    leave a comment | leave a reply | post a comment | comments | lire aussi | à lire aussi |
    à lire également | articles similaires | articles liés | articles connexes | sur le même sujet |
    sur le même thème | dans la même rubrique | à la une | dernières actualités | derniers articles |
    les plus lus | voir aussi nos articles | laisser un commentaire | weitere artikel | weitere beiträge |
    weitere meldungen | weitere nachrichten | ähnliche artikel | ähnliche beiträge |
    das könnte sie auch interessieren | das könnte dich auch interessieren | mehr zum thema | zum thema |
    meistgelesen | aktuelle meldungen | lesen sie auch | artículos relacionados | noticias relacionadas |
    contenido relacionado | relacionados | entradas relacionadas | te puede interesar |
    también te puede interesar | lea también | lee también | más noticias | lo más leído | últimas noticias |
    deja un comentario | leggi anche | articoli correlati | potrebbe interessarti | altre notizie |
    artigos relacionados | notícias relacionadas | leia também | leia mais | veja também | mais lidas |
    posts relacionados | lees ook | gerelateerd | gerelateerde artikelen | meer nieuws | läs också | läs även |
    relaterade artiklar | les også | læs også | zobacz także | zobacz też | czytaj także | czytaj też |
    powiązane artykuły | čtěte také | související články | kapcsolódó cikkek | ilgili haberler |
    ilgili yazılar | benzer haberler | son haberler | читайте также | похожие статьи | похожие записи |
    похожие новости | по теме | материалы по теме | другие новости | последние новости | популярное |
    читайте також | схожі новини | 相关阅读 | 相关新闻 | 相关文章 | 相关链接 | 相关报道 | 推荐阅读 | 热门文章 |
    热门推荐 | 最新文章 | 最新消息 | 上一篇 | 下一篇 | 為您推薦 | 相關新聞 | 相關文章 | 延伸閱讀 | 猜你喜欢 |
    関連記事 | 関連ニュース | あわせて読みたい | おすすめ記事 | 人気記事 | 관련기사 | 관련 기사 | 관련뉴스 |
    많이 본 뉴스 | 추천 기사 | 인기기사 | اقرأ أيضا | اقرأ أيضًا | مقالات ذات صلة | أخبار ذات صلة |
    مواضيع ذات صلة | مطالب مرتبط | כתבות נוספות | baca juga | artikel terkait
    """
)
"""What introduces teasers of other articles."""

FOOTER = _words(
    """
    about | about us | contact | contact us | contacts | site map | sitemap | site maps | privacy |
    privacy policy | privacy notice | cookies | cookie policy | cookie settings | terms | terms of use |
    terms of service | terms and conditions | legal | legal notice | disclaimer | imprint | accessibility |
    careers | jobs | advertise | advertise with us | advertising | subscribe | newsletter | sign up | log in |
    login | register | donate | rss | rss feed | help | faq | feedback | search | menu | back to top | top |
    press | media | links | friendly links | copyright | à propos | qui sommes-nous | nous contacter |
    plan du site | mentions légales | confidentialité | politique de confidentialité |
    conditions d'utilisation | données personnelles | faire un don | retour en haut | haut de page | über uns |
    kontakt | impressum | datenschutz | datenschutzerklärung | agb | nutzungsbedingungen | barrierefreiheit |
    spenden | nach oben | acerca de | quiénes somos | contacto | contáctenos | mapa del sitio | mapa web |
    aviso legal | política de privacidad | política de cookies | términos de uso | suscríbete | donar |
    volver arriba | chi siamo | contatti | mappa del sito | note legali | sobre | sobre nós | contato |
    fale conosco | mapa do site | política de privacidade | termos de uso | over ons | colofon | om oss |
    om os | o nas | polityka prywatności | o nás | hakkımızda | iletişim | gizlilik politikası | о нас |
    о проекте | контакты | карта сайта | политика конфиденциальности | реклама | про нас | контакти |
    关于我们 | 联系我们 | 网站地图 | 版权声明 | 隐私政策 | 免责声明 | 法律声明 | 友情链接 | 招聘信息 |
    广告服务 | 關於我們 | 聯絡我們 | 網站地圖 | 隱私權政策 | 返回顶部 | お問い合わせ | サイトマップ |
    プライバシーポリシー | 利用規約 | 会社概要 | 회사소개 | 개인정보처리방침 | 이용약관 | 사이트맵 | من نحن |
    اتصل بنا | خريطة الموقع | سياسة الخصوصية | tentang kami | hubungi kami
    """
)
"""The items of a site's own footer or bar."""

COPYRIGHT = (
    "©", "(c) 19", "(c) 20", "copyright", "all rights reserved", "tous droits réservés",
    "alle rechte vorbehalten", "todos los derechos reservados", "derechos reservados",
    "tutti i diritti riservati", "todos os direitos reservados", "alle rechten voorbehouden",
    "wszelkie prawa zastrzeżone", "všechna práva vyhrazena", "tüm hakları saklıdır", "все права защищены",
    "усі права захищені", "版权所有", "版權所有", "著作权", "保留所有权利", "icp备", "公网安备", "無断転載",
    "무단전재", "무단 전재", "جميع الحقوق محفوظة", "کلیه حقوق", "כל הזכויות שמורות", "hak cipta",
    "powered by wordpress", "proudly powered by", "theme by", "this site uses cookies",
    "this website uses cookies", "we use cookies", "nous utilisons des cookies",
    "diese website verwendet cookies", "utilizamos cookies", "subscribe to our newsletter",
    "sign up for our newsletter", "abonnez-vous à notre newsletter",
)  # fmt: skip
"""Signs of a footer inside a line."""

NOTES = _words(
    """
    notes | note | footnotes | endnotes | end notes | foot notes | editor's notes | editors notes |
    editors' notes | editor notes | editor's note | note to editors | notes to editors | notes for editors |
    notes to editor | references | reference | sources | source | bibliography | works cited | citations |
    further reading | notes and references | references and notes | sources and notes | notes et références |
    notes de bas de page | notes de fin | références | bibliographie | note de la rédaction |
    notes aux rédactions | anmerkungen | anmerkung | fußnoten | fussnoten | endnoten | quellen |
    quellenangaben | quellenverzeichnis | einzelnachweise | literatur | literaturverzeichnis | belege |
    nachweise | notas | notas al pie | notas a pie de página | notas finales | referencias | bibliografía |
    fuentes | notas de rodapé | referências | fontes | bibliografia | note a piè di pagina | riferimenti |
    fonti | note di chiusura | noten | voetnoten | eindnoten | bronnen | verwijzingen | fotnoter | noter |
    referenser | källor | kilder | referanser | viitteet | lähteet | przypisy | źródła | poznámky | zdroje |
    odkazy | jegyzetek | források | note de subsol | dipnotlar | kaynaklar | notlar | примечания | примечание |
    сноски | источники | ссылки | литература | список литературы | примітки | посилання | джерела | бележки |
    напомене | σημειώσεις | υποσημειώσεις | παραπομπές | πηγές | 注 | 注释 | 注解 | 脚注 | 尾注 | 附注 | 备注 |
    参考文献 | 参考资料 | 资料来源 | 註 | 註釋 | 註腳 | 附註 | 備註 | 參考文獻 | 參考資料 | 資料來源 | 注記 |
    注釈 | 出典 | 参考 | 主な参考文献 | 각주 | 미주 | 주석 | 참고문헌 | 출처 | 참고자료 | الهوامش | هوامش |
    المراجع | المصادر | ملاحظات | حواشي | הערות | הערות שוליים | מקורות | پانویس | پی‌نوشت | یادداشت‌ها |
    منابع | catatan | catatan kaki | referensi | sumber | chú thích | tài liệu tham khảo | टिप्पणियाँ | संदर्भ
    """
)
"""Headings of notes: what follows belongs to the letter."""

SIGNATURE = (
    "signed by", "signed,", "signed:", "signatories", "signatory", "undersigned", "co-signed", "endorsed by",
    "sincerely", "yours truly", "yours faithfully", "respectfully", "best regards", "kind regards",
    "with regards", "signataires", "signé par", "signé :", "cordialement", "veuillez agréer",
    "salutations distinguées", "unterzeichner", "unterzeichnet", "gezeichnet", "mit freundlichen grüßen",
    "hochachtungsvoll", "firmantes", "firmado por", "firman:", "atentamente", "suscriben", "firmatari",
    "firmato da", "distinti saluti", "signatários", "assinam", "assinado por", "atenciosamente",
    "ondertekenaars", "ondertekend door", "hoogachtend", "undertecknat", "undertecknare", "sygnatariusze",
    "podpisani", "z poważaniem", "signatáři", "s pozdravem", "imzacılar", "imzalayanlar", "saygılarımızla",
    "подписали", "подписанты", "с уважением", "подписи", "підписанти", "签署", "签名", "联署", "联名", "此致",
    "敬礼", "簽署", "聯署", "敬上", "署名", "賛同団体", "敬具", "서명", "연명", "드림", "الموقعون", "الموقعين",
    "وتفضلوا", "החתומים", "בכבוד רב", "امضاکنندگان", "با احترام", "penandatangan", "hormat kami",
)  # fmt: skip
"""Signs, inside a short line, that the letter is being signed."""

SALUTATION = (
    "dear ", "to whom it may concern", "excellency", "your excellency", "excellencies", "mr. president",
    "madam president", "madame", "monsieur", "cher ", "chère ", "chers ", "mesdames", "sehr geehrte", "liebe ",
    "lieber ", "estimad", "querid", "excelencia", "señor", "señora", "gentile", "egregio", "caro ", "cara ",
    "prezad", "exmo", "geachte", "beste ", "kära ", "kjære ", "kære ", "szanown", "vážen", "tisztelt",
    "sayın ", "уважаем", "дорог", "шановн", "尊敬的", "敬爱的", "亲爱的", "致：", "致:", "拝啓", "존경하는",
    "친애하는", "السيد", "عزيزي", "לכבוד", "yth.", "kính gửi",
)  # fmt: skip
"""How letters begin."""
