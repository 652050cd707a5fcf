"""Labels of links in many languages: 'read also', and what a site offers under any article. Nothing but data.

Labels are in lower case, parted by ``|``; the tables have one row a language.
"""

from __future__ import annotations

# Labels that ask to read on: a title may follow them even without a colon; the first is what is written.
ASKING = {
    "uk": "читайте також|читайте також за темою|дивіться також|дізнайтеся також|читати також|також читайте|"
    "читайте ще|читайте далі|раніше ми писали|дивіться ще|вас може зацікавити|вам може бути цікаво",
    "ru": "читайте также|читайте также по теме|смотрите также|также читайте|читать также|узнайте также|читайте ещё|"
    "читайте еще|читайте далее|смотрите ещё|вам может быть интересно|вас может заинтересовать",
    "be": "чытайце таксама|глядзіце таксама",
    "en": "read also|read here|read this|read now|also read|see also|you may also like|you might also like|"
    "you may also be interested in|don't miss|don’t miss|watch also|what to read next|keep reading|read next|"
    "up next",
    "de": "lesen sie auch|lesen sie hier|lesen sie hierzu auch|lesen sie dazu auch|mehr dazu lesen sie hier|"
    "mehr lesen sie hier|lesen sie mehr|lesen sie dazu|lesen sie weiter|lesen sie hierzu|lies auch|lest auch|"
    "auch interessant|auch lesenswert|das könnte sie auch interessieren|das könnte dich auch interessieren|"
    "sehen sie auch|hier weiterlesen|das könnte dir auch gefallen|das könnte sie interessieren|siehe auch|"
    "mehr dazu hier",
    "fr": "lire aussi|à lire aussi|a lire aussi|lisez aussi|voir aussi|à voir aussi|à lire également|"
    "lire également|lire la suite|à lire sur le sujet|à découvrir|vous aimerez aussi|à lire ensuite|"
    "découvrez aussi|retrouvez aussi|cela peut vous intéresser",
    "es": "lea también|lee también|leer también|te puede interesar|le puede interesar|te recomendamos|puede leer|"
    "también puede leer|vea también|ver también|también te puede interesar|seguir leyendo|lea más|lee además|"
    "lea además|le recomendamos|mira también|mire también|también le puede interesar|quizás te interese|"
    "no te pierdas",
    "ca": "llegeix també|llegiu també|et pot interessar",
    "it": "leggi anche|leggete anche|da leggere anche|vedi anche|potrebbe interessarti|potrebbe interessarti anche|"
    "guarda anche|ti potrebbe interessare|leggi pure|ti potrebbero interessare|potrebbero interessarti|"
    "potrebbe anche interessarti",
    "pl": "czytaj też|czytaj także|czytaj również|przeczytaj także|przeczytaj też|przeczytaj również|zobacz też|"
    "zobacz także|zobacz również|polecamy również|warto przeczytać|sprawdź też|sprawdź także|sprawdź również|"
    "to może cię zainteresować|może cię zainteresować|warto zobaczyć",
    "pt": "leia também|leia mais|leia ainda|veja também|ler também|você também pode gostar|pode interessar-lhe|"
    "confira também|continue lendo|leia a seguir|pode gostar de ler|veja mais|leiam também",
    "nl": "lees ook|lees meer|lees verder|bekijk ook|zie ook|dit vind je misschien ook interessant|lees hier|"
    "ook interessant|bekijk meer|misschien ook interessant",
    "sv": "läs också|läs även|se också|se även|missa inte|du kanske också gillar",
    "da": "læs også|se også|andre læser også|du vil måske også læse",
    "nb": "les også|se også|lest også|du vil kanskje også like|sjekk også",
    "fi": "lue myös|katso myös",
    "et": "loe ka|loe lisaks|vaata ka",
    "lv": "lasi arī|lasiet arī|skaties arī",
    "lt": "skaitykite taip pat|taip pat skaitykite|skaityk taip pat|taip pat skaityk|skaitykite ir",
    "cs": "čtěte také|přečtěte si také|čtěte též|čtěte dále|mohlo by vás zajímat|mohlo by vás také zajímat|"
    "přečtěte si i|nenechte si ujít|přečtěte si více|podívejte se také|mohlo by vás zaujmout",
    "sk": "čítajte aj|čítajte tiež|prečítajte si aj|prečítajte si tiež|mohlo by vás zaujímať",
    "hu": "olvassa el ezt is|olvasd el ezt is|lásd még|ezt is olvassa el",
    "ro": "citește și|citiți și|citeşte şi|vezi și|citește mai mult",
    "bg": "прочетете още|вижте още|още по темата|прочети още|четете още",
    "sr": "прочитајте још|pročitajte još|pročitajte i|прочитајте и|pročitaj i",
    "hr": "pročitajte i|čitajte još",
    "sl": "preberite tudi|preberi tudi",
    "el": "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|δείτε επίσης",
    "tr": "ayrıca okuyun|bunu da okuyun|bunlar da ilginizi çekebilir|ilginizi çekebilir|ayrıca bkz|"
    "bunları da okuyun|ayrıca okuyunuz|okumadan geçmeyin|ilgini çekebilir|ilginizi çekebilecek haberler",
    "id": "baca juga|simak juga|lihat juga",
    "ms": "baca lagi",
    "vi": "đọc thêm|xem thêm|có thể bạn quan tâm|đọc tiếp|mời đọc thêm",
    "ar": "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ ايضا|إقرأ أيضاً|طالع أيضا|شاهد أيضا|شاهد أيضاً|قد يهمك أيضا|"
    "اقرأ المزيد|اقرأ أيضًا|اقرأ ايضاً|اقرؤوا أيضا|اقرأوا أيضا|شاهد أيضًا|شاهد ايضا|قد يعجبك أيضا|تابع أيضا",
    "fa": "بیشتر بخوانید|همچنین بخوانید",
    "he": "קראו גם|ראו גם|קרא גם",
    "hi": "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें",
    "ja": "あわせて読みたい|合わせて読みたい|併せて読みたい|こちらも読まれています|こちらもおすすめ|次に読みたい|あわせて読む|合わせて読む|この記事も読まれています|こちらの記事もおすすめ",
    "ko": "함께 읽기|함께 볼만한 기사|같이 읽기|함께 보면 좋은 기사|더 읽기|함께 읽으면 좋은 기사|이어서 읽기|함께 보기|이 기사도 보세요",
    "zh": "延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|另请阅读|另請閱讀|您可能感兴趣|继续阅读",
}
# Labels that are ordinary words too: they need a colon, a dash or a line of their own.
NAMING = {
    "uk": "за темою|по темі|матеріали за темою|новини за темою|схожі новини|пов'язані новини|більше за темою|"
    "більше новин|рекомендуємо|читати більше|детальніше|докладніше|подробиці|статті за темою|схожі матеріали|"
    "пов’язані матеріали|пов’язані статті|за цією темою",
    "ru": "по теме|материалы по теме|новости по теме|похожие новости|рекомендуем|больше по теме|подробнее|"
    "ещё по теме|еще по теме|читать подробнее|читать больше|статьи по теме|другие материалы|"
    "материалы на тему|связанные материалы|похожие материалы|подробности",
    "be": "па тэме|падрабязней",
    "en": "read more|related|related posts|related post|related article|related articles|related story|related stories|related news|"
    "related content|related coverage|related links|related reading|related topics|more on this|"
    "more on this story|more on this topic|more stories|further reading|recommended|recommended reading|"
    "recommended stories|recommended for you|read more here|read more on this|read more about this|more here|"
    "more from this section|more news|more to read|also on our site|learn more|editor's picks|read|"
    "read the full story|must read|in case you missed it|more",
    "de": "mehr zum thema|zum selben thema|zum gleichen thema|mehr dazu|mehr zu diesem thema|zum thema|weitere artikel|weiterlesen|weiterführend|"
    "ähnliche artikel|verwandte artikel|verwandte themen|weiterführende links|mehr lesen|lesetipp|lesetipps|"
    "auch spannend|passend zum thema|passend dazu|weitere nachrichten|zum weiterlesen|"
    "empfehlungen der redaktion|mehr zu|mehr über|passende artikel|verwandte inhalte|lesen sie mehr zum thema",
    "fr": "sur le même sujet|sur le même thème|articles liés|article lié|pour aller plus loin|en savoir plus|"
    "dans la même rubrique|articles similaires|plus d'articles|à ne pas manquer|nos articles|à lire|"
    "pour en savoir plus|lire plus|notre dossier|articles connexes|contenus liés",
    "es": "más información|noticias relacionadas|artículos relacionados|relacionado|relacionados|relacionada|"
    "noticia relacionada|más sobre este tema|leer más|sobre el tema|más noticias|contenido relacionado|"
    "para saber más|temas relacionados|notas relacionadas|artículo relacionado|lee más",
    "ca": "més informació|notícies relacionades",
    "it": "articoli correlati|notizie correlate|per approfondire|approfondimenti|leggi di più|"
    "sullo stesso argomento|correlati|per saperne di più|altri articoli|scopri di più|articoli simili|"
    "contenuti correlati|leggi tutto",
    "pl": "powiązane|powiązane artykuły|polecamy|więcej na ten temat|czytaj więcej|czytaj dalej|podobne artykuły|"
    "zobacz więcej|na ten temat|dowiedz się więcej|polecane artykuły|powiązane tematy|powiązane treści",
    "pt": "relacionado|relacionados|notícias relacionadas|artigos relacionados|mais sobre o assunto|"
    "mais sobre este tema|saiba mais|mais notícias|matérias relacionadas|ler mais|conteúdo relacionado|"
    "artigos recomendados|matéria relacionada|ver também",
    "nl": "gerelateerd|gerelateerde artikelen|meer over dit onderwerp|meer lezen|verder lezen|meer over|"
    "gerelateerd nieuws|aanbevolen artikelen|meer nieuws",
    "sv": "läs mer|relaterat|relaterade artiklar|mer om ämnet|mer läsning|fler artiklar|läs vidare|läs mer här|"
    "mer om|liknande artiklar|relaterade nyheter|läs mer om",
    "da": "læs mere|relateret|relaterede artikler|mere om emnet|læs videre|læs mere her|relateret indhold|mere om|"
    "lignende artikler|læs mere om",
    "nb": "les mer|relatert|relaterte saker|relaterte artikler|mer om saken|les videre|flere saker|les mer her|"
    "relatert innhold|mer om|mer om dette|les mer om|anbefalte artikler",
    "fi": "lue lisää|aiheesta lisää|aiheesta muualla|lisää aiheesta|lue seuraavaksi",
    "et": "loe lähemalt|seotud lood|seotud artiklid",
    "lv": "saistītie raksti|lasi vēl",
    "lt": "susiję straipsniai|skaitykite daugiau|plačiau|daugiau šia tema|taip pat|susijusios naujienos",
    "cs": "související|související články|více k tématu|k tématu|čtěte více|další články|související obsah|"
    "více o tématu|podobné články|doporučené články|číst více",
    "sk": "súvisiace|súvisiace články|viac k téme|čítajte viac",
    "hu": "kapcsolódó cikkek|kapcsolódó|bővebben|további cikkek",
    "ro": "articole similare|pe aceeași temă|articole recomandate|mai multe",
    "bg": "по темата|свързани новини|още новини|свързани статии",
    "sr": "повезане вести|povezane vesti|više o temi",
    "hr": "povezani članci|povezano|više o temi",
    "sl": "sorodne novice|več o temi|povezano",
    "el": "σχετικά άρθρα|διαβάστε περισσότερα|σχετικά|περισσότερα",
    "tr": "ilgili haberler|ilgili haber|devamını oku|daha fazla|ilgili|benzer haberler|önerilen haberler|"
    "ilgili içerikler|ilgili konular|ilgili yazılar",
    "id": "berita terkait|artikel terkait|terkait|baca selengkapnya|selengkapnya",
    "ms": "berita berkaitan|artikel berkaitan",
    "vi": "tin liên quan|bài liên quan|liên quan|bài viết liên quan|tin cùng chủ đề",
    "ar": "مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|ذات صلة|المزيد|للمزيد|موضوعات ذات صلة|مواضيع متعلقة|"
    "أخبار متعلقة|مقالات مشابهة|مواضيع مرتبطة|أخبار مرتبطة",
    "fa": "مطالب مرتبط|اخبار مرتبط",
    "he": "כתבות קשורות|עוד בנושא|קראו עוד",
    "hi": "संबंधित खबरें|और पढ़ें",
    "ja": "関連記事|関連ニュース|関連リンク|関連|続きを読む|おすすめ記事|もっと読む|関連トピック|関連キーワード|関連コンテンツ|関連記事はこちら|おすすめの記事|詳しくはこちら|関連特集",
    "ko": "관련 기사|관련기사|관련 뉴스|관련뉴스|더 보기|관련 글|추천 기사|연관 기사|관련 콘텐츠|추천 뉴스|관련 보도|관련 영상",
    "zh": "相关阅读|相關閱讀|相关新闻|相關新聞|相关报道|相關報導|阅读更多|閱讀更多|相关文章|相關文章|更多阅读|更多报道|相关",
}
# How a label begins that is about a section, a house or a writer, and not about the article.
MORE_FROM = (
    r"more (?:from|by|in) (?!this (?:story|topic|series)\b)|around the|from around|mehr (?:aus|von)\b|weitere artikel (?:aus|von)\b|"
    r"plus d'articles (?:de|dans)\b|más (?:de|en)\b|altro (?:da|di)\b|altri articoli (?:di|da)\b|mais (?:de|em)\b|meer (?:van|uit)\b|"
    r"mer (?:från|fra|av)\b|mere (?:fra|af)\b|więcej (?:z|od)\b|více (?:z|od)\b|більше від|ещё от|еще от"
)
# Words of a label that says that its links are about the same subject: it counts outside the article too.
SAME_SUBJECT = (
    r"за темою|по темі|схожі|пов'язан|по теме|похожие|па тэме|\brelated\b|this (?:topic|story|subject)|"
    r"zum (?:selben |gleichen )?thema|zu diesem thema|passend zum thema|passend dazu|ähnlich|verwandt|mehr dazu|"
    r"même (?:sujet|thème)|liés?\b|similaires|relacionad|este tema|sobre el tema|o assunto|correlat|stesso argomento|"
    r"powiązan|temat|podobne|gerelateerd|dit onderwerp|relatera|om ämnet|relateret|om emnet|relatert|om saken|aiheesta|"
    r"seotud|saistīt|susij|šia tema|souvisej|k tématu|súvisiac|k téme|kapcsolód|aceeași temă|similare|по темата|"
    r"свързани|повезан|povezan|sorodne|σχετικ|ilgili|terkait|berkaitan|liên quan|cùng chủ đề|ذات صلة|مرتبط|קשור|בנושא|"
    r"संबंधित|関連|관련|연관|相关|相關"
)
# Labels of what a site offers under any article; its links are no related ones.
ELSEWHERE = {
    "uk": "найпопулярніше|популярне|популярні новини|останні новини|топ новин|головне|головні новини|"
    "вибір редакції|новини партнерів|"
    "наш вибір|головне за день",
    "ru": "самое читаемое|популярное|популярные новости|последние новости|главное|главные новости|выбор редакции|"
    "новости партнёров|новости партнеров|лента новостей|"
    "наш выбор|главное за день",
    "en": "most read|most popular|most viewed|trending|trending now|more trending|what's trending now|"
    "more trending stories|read more stories|latest|latest news|latest stories|top stories|popular|"
    "editor's picks|editors' picks|recommended for you|recommended videos|more from this section|just in|"
    "sponsored|sponsored content|partner content|around the web|from the web|you may like|view all|see all|"
    "more stories|show more|load more|"
    "our picks|editor's choice|our selection|featured|"
    "related topics",
    "de": "häufig gelesen|oft gelesen|das interessiert gerade|mehr aus dem ressort|mehr aus diesem ressort|"
    "meistgelesen|meist gelesen|meistgesehen|meistgeklickt|meistgeteilt|meistgelesene artikel|beliebt|beliebte artikel|aktuelle nachrichten|"
    "neueste artikel|schlagzeilen|alle schlagzeilen|alle schlagzeilen anzeigen|top-themen|"
    "neueste nachrichten|empfehlungen für sie|anzeige|das beste am morgen|jetzt lesen|mehr anzeigen|"
    "alle anzeigen|"
    "unsere auswahl|redaktionsempfehlung|auch auf der startseite|"
    "verwandte themen",
    "fr": "les plus lus|articles les plus lus|le plus lu|dernières actualités|à la une|en direct|tendances|"
    "nos services|contenus sponsorisés|recommandé pour vous|voir plus|voir tout|"
    "notre sélection|à lire aujourd'hui",
    "es": "lo más leído|lo más visto|más leídas|más leídos|últimas noticias|lo último|tendencias|destacados|"
    "recomendado para ti|recomendados para ti|contenido patrocinado|ver más|ver todo|temas del día|"
    "nuestra selección|selección del editor|"
    "temas relacionados",
    "it": "i più letti|più letti|le più lette|ultime notizie|in evidenza|di tendenza|consigliati per te|vedi tutti|"
    "contenuti sponsorizzati|"
    "la nostra scelta|le nostre scelte|da non perdere",
    "pl": "najczęściej czytane|popularne|najpopularniejsze|najnowsze|najnowsze wiadomości|ostatnie wiadomości|"
    "polecane dla ciebie|zobacz wszystkie|"
    "nasz wybór|"
    "powiązane tematy",
    "pt": "mais lidas|as mais lidas|mais lidos|últimas notícias|em destaque|destaques|recomendado para você|"
    "recomendadas para você|ver mais|ver tudo|"
    "nossa seleção|a nossa seleção",
    "nl": "meest gelezen|best gelezen|populair|laatste nieuws|net binnen|aanbevolen voor jou|toon meer|"
    "onze selectie",
    "sv": "mest läst|mest lästa|populärt|senaste nytt|senaste nyheterna|toppnyheter|rekommenderas för dig|visa mer",
    "da": "mest læste|mest læst|populært|seneste nyt|seneste nyheder|anbefalet til dig|vis mere",
    "nb": "mest lest|mest leste|populært|siste nytt|siste nyheter|anbefalt for deg|vis mer",
    "fi": "luetuimmat|uusimmat|tuoreimmat|suosituimmat",
    "lt": "skaitomiausi|populiariausi|naujausi|naujausios naujienos",
    "cs": "nejčtenější|nejnovější|nejnovější zprávy|populární|doporučené pro vás",
    "tr": "gündem|en çok okunanlar|en çok okunan haberler|çok okunanlar|son dakika|son haberler|öne çıkanlar|"
    "popüler haberler|sizin için seçtiklerimiz|"
    "ilgili konular",
    "id": "terpopuler|berita terpopuler|terkini|berita terkini|berita terbaru|pilihan editor|rekomendasi untuk anda",
    "vi": "xem nhiều|đọc nhiều|đọc nhiều nhất|tin mới|tin mới nhất|tin nổi bật",
    "ar": "الأكثر قراءة|الأكثر مشاهدة|الأكثر شعبية|آخر الأخبار|أحدث الأخبار|أبرز الأخبار|الأكثر تداولا",
    "ja": "ランキング|アクセスランキング|人気記事|新着記事|最新記事|最新ニュース|主要ニュース|注目記事|あなたへのおすすめ|編集部のおすすめ|"
    "関連トピック|関連キーワード",
    "ko": "많이 본 뉴스|많이 본 기사|인기 기사|인기기사|인기 뉴스|최신 기사|최신 뉴스|실시간 뉴스|주요 뉴스|주요뉴스|당신을 위한 추천",
    "zh": "热门|热门文章|热门新闻|最新|最新消息|最新新闻|点击排行|熱門|熱門新聞|最新文章",
}
