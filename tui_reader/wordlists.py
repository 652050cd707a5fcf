"""Word lists in many languages: what `tui_reader.vocabulary` knows. Nothing but data.

Labels are in lower case, parted by ``|``; the tables have one row a language.
"""

from __future__ import annotations

# Labels that ask to read on: a title may follow them even without a colon.
ASKING = {
    "uk": "читайте також|читайте також за темою|дивіться також|дізнайтеся також|читати також|також читайте|"
    "читайте ще|читайте далі|раніше ми писали",
    "ru": "читайте также|читайте также по теме|смотрите также|также читайте|читать также|узнайте также|"
    "читайте ещё|читайте еще|читайте далее",
    "be": "чытайце таксама|глядзіце таксама",
    "en": "read also|read here|read this|read now|also read|see also|you may also like|you might also like|you may also be interested in|"
    "don't miss|don’t miss|watch also|what to read next|keep reading|read next|up next",
    "de": "lesen sie auch|lesen sie hier|lesen sie hierzu auch|lesen sie dazu auch|mehr dazu lesen sie hier|mehr lesen sie hier|lesen sie mehr|lesen sie dazu|lesen sie weiter|lesen sie hierzu|lies auch|lest auch|"
    "auch interessant|auch lesenswert|das könnte sie auch interessieren|das könnte dich auch interessieren|"
    "sehen sie auch|hier weiterlesen|das könnte dir auch gefallen",
    "fr": "lire aussi|à lire aussi|a lire aussi|lisez aussi|voir aussi|à voir aussi|à lire également|"
    "lire également|lire la suite|à lire sur le sujet|à découvrir|vous aimerez aussi",
    "es": "lea también|lee también|leer también|te puede interesar|le puede interesar|te recomendamos|"
    "puede leer|también puede leer|vea también|ver también|también te puede interesar|seguir leyendo|lea más",
    "ca": "llegeix també|llegiu també|et pot interessar",
    "it": "leggi anche|leggete anche|da leggere anche|vedi anche|potrebbe interessarti|"
    "potrebbe interessarti anche|guarda anche|ti potrebbe interessare",
    "pl": "czytaj też|czytaj także|czytaj również|przeczytaj także|przeczytaj też|przeczytaj również|"
    "zobacz też|zobacz także|zobacz również|polecamy również|warto przeczytać",
    "pt": "leia também|leia mais|leia ainda|veja também|ler também|você também pode gostar|pode interessar-lhe",
    "nl": "lees ook|lees meer|lees verder|bekijk ook|zie ook|dit vind je misschien ook interessant",
    "sv": "läs också|läs även|se också|se även",
    "da": "læs også|se også",
    "nb": "les også|se også|lest også",
    "fi": "lue myös|katso myös",
    "et": "loe ka|loe lisaks|vaata ka",
    "lv": "lasi arī|lasiet arī|skaties arī",
    "lt": "skaitykite taip pat|taip pat skaitykite|skaityk taip pat|taip pat skaityk|skaitykite ir",
    "cs": "čtěte také|přečtěte si také|čtěte též|čtěte dále|mohlo by vás zajímat|mohlo by vás také zajímat|"
    "přečtěte si i",
    "sk": "čítajte aj|čítajte tiež|prečítajte si aj|prečítajte si tiež|mohlo by vás zaujímať",
    "hu": "olvassa el ezt is|olvasd el ezt is|lásd még|ezt is olvassa el",
    "ro": "citește și|citiți și|citeşte şi|vezi și|citește mai mult",
    "bg": "прочетете още|вижте още|още по темата|прочети още|четете още",
    "sr": "прочитајте још|pročitajte još|pročitajte i|прочитајте и|pročitaj i",
    "hr": "pročitajte i|čitajte još",
    "sl": "preberite tudi|preberi tudi",
    "el": "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|δείτε επίσης",
    "tr": "ayrıca okuyun|bunu da okuyun|bunlar da ilginizi çekebilir|ilginizi çekebilir|ayrıca bkz",
    "id": "baca juga|simak juga|lihat juga",
    "ms": "baca lagi",
    "vi": "đọc thêm|xem thêm|có thể bạn quan tâm|đọc tiếp|mời đọc thêm",
    "ar": "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|اقرأ ايضا|إقرأ أيضاً|طالع أيضا|شاهد أيضا|شاهد أيضاً|قد يهمك أيضا|اقرأ المزيد",
    "fa": "بیشتر بخوانید|همچنین بخوانید",
    "he": "קראו גם|ראו גם|קרא גם",
    "hi": "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें",
    "ja": "あわせて読みたい|合わせて読みたい|併せて読みたい|こちらも読まれています|こちらもおすすめ|次に読みたい",
    "ko": "함께 읽기|함께 볼만한 기사|같이 읽기|함께 보면 좋은 기사|더 읽기",
    "zh": "延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|另请阅读|另請閱讀|您可能感兴趣|继续阅读",
}
# Labels that are ordinary words too: they need a colon, a dash or a line of their own.
NAMING = {
    "uk": "за темою|по темі|матеріали за темою|новини за темою|схожі новини|пов'язані новини|більше за темою|"
    "більше новин|рекомендуємо|читати більше|детальніше|докладніше|подробиці|статті за темою",
    "ru": "по теме|материалы по теме|новости по теме|похожие новости|рекомендуем|больше по теме|подробнее|"
    "ещё по теме|еще по теме|читать подробнее|читать больше|статьи по теме|другие материалы",
    "be": "па тэме|падрабязней",
    "en": "read more|more|related|related article|related articles|related story|related stories|related news|"
    "related content|related coverage|related links|related reading|related topics|more on this|"
    "more on this story|more on this topic|more stories|further reading|recommended|recommended reading|"
    "recommended stories|recommended for you|read more here|read more on this|read more about this|more here|"
    "more from this section|more news|more to read|also on our site|learn more|editor's picks|read|"
    "read the full story|must read|in case you missed it",
    "de": "mehr zum thema|mehr dazu|mehr zu diesem thema|zum thema|weitere artikel|weiterlesen|weiterführend|"
    "ähnliche artikel|verwandte artikel|verwandte themen|weiterführende links|mehr lesen|lesetipp|lesetipps|"
    "auch spannend|passend zum thema|passend dazu|weitere nachrichten|zum weiterlesen|empfehlungen der redaktion",
    "fr": "sur le même sujet|sur le même thème|articles liés|article lié|pour aller plus loin|en savoir plus|"
    "dans la même rubrique|articles similaires|plus d'articles|à ne pas manquer|nos articles|à lire",
    "es": "más información|noticias relacionadas|artículos relacionados|relacionado|relacionados|relacionada|"
    "noticia relacionada|más sobre este tema|leer más|sobre el tema|más noticias|contenido relacionado",
    "ca": "més informació|notícies relacionades",
    "it": "articoli correlati|notizie correlate|per approfondire|approfondimenti|leggi di più|"
    "sullo stesso argomento|correlati|per saperne di più|altri articoli",
    "pl": "powiązane|powiązane artykuły|polecamy|więcej na ten temat|czytaj więcej|czytaj dalej|"
    "podobne artykuły|zobacz więcej|na ten temat",
    "pt": "relacionado|relacionados|notícias relacionadas|artigos relacionados|mais sobre o assunto|"
    "mais sobre este tema|saiba mais|mais notícias|matérias relacionadas",
    "nl": "gerelateerd|gerelateerde artikelen|meer over dit onderwerp|meer lezen|verder lezen",
    "sv": "läs mer|relaterat|relaterade artiklar|mer om ämnet|mer läsning|fler artiklar|läs vidare",
    "da": "læs mere|relateret|relaterede artikler|mere om emnet|læs videre",
    "nb": "les mer|relatert|relaterte saker|relaterte artikler|mer om saken|les videre|flere saker",
    "fi": "lue lisää|aiheesta lisää|aiheesta muualla|lisää aiheesta|lue seuraavaksi",
    "et": "loe lähemalt|seotud lood|seotud artiklid",
    "lv": "saistītie raksti|lasi vēl",
    "lt": "susiję straipsniai|skaitykite daugiau|plačiau|daugiau šia tema|taip pat|susijusios naujienos",
    "cs": "související|související články|více k tématu|k tématu|čtěte více|další články",
    "sk": "súvisiace|súvisiace články|viac k téme|čítajte viac",
    "hu": "kapcsolódó cikkek|kapcsolódó|bővebben|további cikkek",
    "ro": "articole similare|pe aceeași temă|articole recomandate|mai multe",
    "bg": "по темата|свързани новини|още новини|свързани статии",
    "sr": "повезане вести|povezane vesti|više o temi",
    "hr": "povezani članci|povezano|više o temi",
    "sl": "sorodne novice|več o temi|povezano",
    "el": "σχετικά άρθρα|διαβάστε περισσότερα|σχετικά|περισσότερα",
    "tr": "ilgili haberler|ilgili haber|devamını oku|daha fazla|ilgili",
    "id": "berita terkait|artikel terkait|terkait|baca selengkapnya|selengkapnya",
    "ms": "berita berkaitan|artikel berkaitan",
    "vi": "tin liên quan|bài liên quan|liên quan|bài viết liên quan|tin cùng chủ đề",
    "ar": "مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|ذات صلة|المزيد|للمزيد",
    "fa": "مطالب مرتبط|اخبار مرتبط",
    "he": "כתבות קשורות|עוד בנושא|קראו עוד",
    "hi": "संबंधित खबरें|और पढ़ें",
    "ja": "関連記事|関連ニュース|関連リンク|関連|続きを読む|おすすめ記事|もっと読む|関連トピック|関連キーワード|関連コンテンツ",
    "ko": "관련 기사|관련기사|관련 뉴스|관련뉴스|더 보기|관련 글|추천 기사|연관 기사",
    "zh": "相关阅读|相關閱讀|相关新闻|相關新聞|相关报道|相關報導|阅读更多|閱讀更多|相关文章|相關文章|更多阅读|更多报道|相关",
}
# Labels of what a site offers under any article; its links are no related ones.
ELSEWHERE = {
    "uk": "найпопулярніше|популярне|популярні новини|останні новини|топ новин|головне|головні новини|вибір редакції|новини партнерів",
    "ru": "самое читаемое|популярное|популярные новости|последние новости|главное|главные новости|выбор редакции|новости партнёров|"
    "новости партнеров|лента новостей",
    "en": "most read|most popular|most viewed|trending|trending now|more trending|what's trending now|more trending stories|read more stories|latest|latest news|"
    "latest stories|top stories|popular|editor's picks|editors' picks|recommended for you|recommended videos|more from this section|"
    "just in|sponsored|sponsored content|partner content|around the web|from the web|you may like|view all|see all|more stories|show more|load more",
    "de": "mehr aus dem ressort|mehr aus diesem ressort|meistgelesen|meist gelesen|meistgelesene artikel|beliebt|beliebte artikel|aktuelle nachrichten|neueste artikel|schlagzeilen|"
    "alle schlagzeilen|alle schlagzeilen anzeigen|top-themen|neueste nachrichten|empfehlungen für sie|anzeige|das beste am morgen|jetzt lesen|mehr anzeigen|alle anzeigen",
    "fr": "les plus lus|articles les plus lus|le plus lu|dernières actualités|à la une|en direct|tendances|nos services|contenus sponsorisés|recommandé pour vous|voir plus|voir tout",
    "es": "lo más leído|lo más visto|más leídas|más leídos|últimas noticias|lo último|tendencias|destacados|recomendado para ti|recomendados para ti|"
    "contenido patrocinado|ver más|ver todo|temas del día",
    "it": "i più letti|più letti|le più lette|ultime notizie|in evidenza|di tendenza|consigliati per te|vedi tutti|contenuti sponsorizzati",
    "pl": "najczęściej czytane|popularne|najpopularniejsze|najnowsze|najnowsze wiadomości|ostatnie wiadomości|polecane dla ciebie|zobacz wszystkie",
    "pt": "mais lidas|as mais lidas|mais lidos|últimas notícias|em destaque|destaques|recomendado para você|recomendadas para você|ver mais|ver tudo",
    "nl": "meest gelezen|best gelezen|populair|laatste nieuws|net binnen|aanbevolen voor jou|toon meer",
    "sv": "mest läst|mest lästa|populärt|senaste nytt|senaste nyheterna|toppnyheter|rekommenderas för dig|visa mer",
    "da": "mest læste|mest læst|populært|seneste nyt|seneste nyheder|anbefalet til dig|vis mere",
    "nb": "mest lest|mest leste|populært|siste nytt|siste nyheter|anbefalt for deg|vis mer",
    "fi": "luetuimmat|uusimmat|tuoreimmat|suosituimmat",
    "lt": "skaitomiausi|populiariausi|naujausi|naujausios naujienos",
    "cs": "nejčtenější|nejnovější|nejnovější zprávy|populární|doporučené pro vás",
    "tr": "en çok okunanlar|en çok okunan haberler|çok okunanlar|son dakika|son haberler|öne çıkanlar|popüler haberler|sizin için seçtiklerimiz",
    "id": "terpopuler|berita terpopuler|terkini|berita terkini|berita terbaru|pilihan editor|rekomendasi untuk anda",
    "vi": "xem nhiều|đọc nhiều|đọc nhiều nhất|tin mới|tin mới nhất|tin nổi bật",
    "ar": "الأكثر قراءة|الأكثر مشاهدة|الأكثر شعبية|آخر الأخبار|أحدث الأخبار|أبرز الأخبار|الأكثر تداولا",
    "ja": "ランキング|アクセスランキング|人気記事|新着記事|最新記事|最新ニュース|主要ニュース|注目記事|あなたへのおすすめ|編集部のおすすめ",
    "ko": "많이 본 뉴스|많이 본 기사|인기 기사|인기기사|인기 뉴스|최신 기사|최신 뉴스|실시간 뉴스|주요 뉴스|주요뉴스|당신을 위한 추천",
    "zh": "热门|热门文章|热门新闻|最新|最新消息|最新新闻|点击排行|熱門|熱門新聞|最新文章",
}
# Labels of a picture's credit: `LABEL: NAME`.
CREDIT_LABELS = (
    "foto|fotos|foto von|fotograf|fotografin|fotocredit|fotonachweis|fotoquelle|foto/archiv|bild|bilder|"
    "bild von|bildquelle|bildnachweis|bildrechte|bildcredit|grafik|collage|montage|symbolfoto|symbolbild|archivfoto|"
    "archivbild|illustration|abbildung|screenshot|"
    "photo|photos|photograph|photographs|photographer|photo credit|photo credits|photo by|photos by|photo source|"
    "photo courtesy|photo courtesy of|photograph by|picture|pictures|picture credit|picture by|pic|pics|image|images|"
    "image credit|image credits|image source|image by|image courtesy|credit|credits|file photo|file picture|"
    "file image|archive photo|stock photo|video grab|graphic|screen grab|illustrative photo|illustrative image|"
    "фото|фотографія|фотография|фотограф|автор фото|джерело фото|источник фото|фото автора|ілюстративне фото|"
    "иллюстративное фото|архівне фото|архивное фото|фото ілюстративне|зображення|изображение|ілюстрація|"
    "иллюстрация|скріншот|скриншот|знімок|снимок|колаж|коллаж|світлина|здымак|фотаздымак|снимка|слика|"
    "crédit photo|crédit photos|crédits photo|crédits photos|crédit|crédits|crédit image|photo d'archives|"
    "photo d'illustration|photo d’illustration|photographie|légende photo|cliché|dessin|"
    "foto de|foto de archivo|fotografía|fotografía de|imagen|imagen de archivo|crédito|créditos|crédito foto|"
    "fotógrafo|autor de la foto|ilustración|captura|"
    "foto di|foto d'archivio|fotografia|immagine|crediti|crediti foto|credito|immagini|scatto di|"
    "zdjęcie|zdjęcia|fot.|fot|zdjęcie ilustracyjne|źródło zdjęcia|grafika|ilustracja|"
    "foto por|fotos de|imagem|crédito da foto|ilustração|divulgação|"
    "beeld|beelden|foto's|afbeelding|fotografie|foto door|bron foto|"
    "bilden|fotografi|arkivbild|genrebild|arkivfoto|foto av|"
    "billede|billeder|foto af|pressefoto|bilde|illustrasjonsfoto|illustrasjon|arkivbilde|"
    "kuva|kuvat|kuvaaja|valokuva|kuvituskuva|arkistokuva|kuvakaappaus|"
    "snímek|ilustrační foto|ilustrační snímek|zdroj foto|autor fotky|fotografie autora|ilustračné foto|snímka|"
    "fotó|kép|illusztráció|fotografia autor|sursa foto|sursă foto|imagine|fotografija|slika|ilustracija|foto ilustracija|"
    "φωτογραφία|φωτογραφίες|φωτό|φωτο|εικόνα|"
    "fotoğraf|fotoğraflar|görsel|arşiv fotoğrafı|"
    "nuotr.|nuotr|nuotrauka|nuotraukos|nuotraukos autorius|asociatyvi nuotr.|foto arhīvs|attēls|pilt|fotod|"
    "gambar|dok.|dok|sumber foto|foto ilustrasi|foto arsip|kredit foto|"
    "ảnh|ảnh minh họa|ảnh minh hoạ|hình|hình ảnh|hình minh họa|nguồn ảnh|ảnh chụp màn hình|"
    "صورة|الصورة|صور|تصوير|مصدر الصورة|أرشيفية|المصدر|عکس|تصویر|צילום|תמונה|फोटो|तस्वीर|"
    "写真|写真提供|写真撮影|撮影|画像|画像提供|画像出典|提供写真|資料写真|イラスト|提供|"
    "사진|사진 제공|사진제공|사진 출처|사진출처|이미지|자료사진|자료 사진|그래픽|그래픽제공|사진 촬영|"
    "图片|圖片|图片来源|圖片來源|图源|圖源|图|圖|照片|摄影|攝影|资料图|資料圖|资料照片|資料照片|摄|供图|图片提供|图片说明|"
    "isithombe|izithombe|picha|prent|llun"
)
# Agencies and stocks whose name alone, in brackets at a caption's end, is its credit.
AGENCIES = (
    "AP|AP Photo|Associated Press|Reuters|AFP|AFP Photo|dpa|dpa-Bildfunk|Getty|Getty Images|Getty images|EPA|EPA-EFE|"
    "EFE|Imago|IMAGO|Keystone|KEYSTONE|APA|PA|PA Media|PA Wire|ANSA|LaPresse|Bloomberg|Shutterstock|iStock|Alamy|NTB|"
    "TT|Ritzau Scanpix|Scanpix|Lehtikuva|PAP|ČTK|CTK|TASR|MTI|Xinhua|ZUMA|Zuma Press|WireImage|Unsplash|Pexels|"
    "Pixabay|Depositphotos|Anadolu|AA|Europa Press|Belga|ANP|Kyodo|Jiji|Yonhap|NurPhoto|Sipa|Abaca|Ukrinform|UNIAN|"
    "Facebook|Instagram|Telegram|Twitter|Укрінформ|УНІАН|РБК-Україна|РБК-Украина|ТАСС|РИА Новости|Интерфакс|БелТА|"
    "共同|共同通信|時事|時事通信|ロイター|ＡＰ|ＡＦＰ|연합뉴스|뉴시스|뉴스1|新华社|新華社|中新社|视觉中国|路透社|美联社|法新社"
)
# A sentence that points to another text: how it begins, and what it must name.
POINTS = (
    r"(?:more|further|additional|full|other) (?:details?|information|about|on|facts)|for more|you can read more|"
    r"read more|learn more|find out more|"
    r"більше |детальніше|докладніше|подробиці|детальну |повний текст|більш детально|"
    r"подробнее|больше |более подробно|подробности|полный текст|"
    r"mehr |weitere |näheres|einzelheiten|ausführlich|alle details|"
    r"plus d|pour en savoir|en savoir plus|davantage|"
    r"más |para más|puede leer|maggiori |ulteriori |per saperne|leggi di più|più |approfondi|"
    r"więcej |szczegóły|szczegółowe|mais |para mais|para saber|"
    r"meer |verdere |läs mer|mer |fler |ytterligare|læs mere|mere |flere |yderligere|les mer|lue lisää|lisää |lisätietoja|"
    r"více |další |podrobnosti|viac |ďalšie |daha fazla|ayrıntı|detaylı|konunun|"
    r"plačiau|daugiau|xem thêm|đọc thêm|chi tiết|thông tin chi tiết|selengkapnya|informasi lebih|detail|rincian|baca |"
    r"المزيد|للمزيد|لمزيد|مزيد|التفاصيل|تفاصيل|詳し|詳細|さらに|자세한|더 자세|상세|更多|详细|詳細|详情|詳情|欲知"
)
POINTED_AT = (
    r"\b(?:article|articles|report|story|stories|material|piece|interview|investigation|"
    r"матеріал\w*|статт\w*|новин\w*|інтерв\w*|публікаці\w*|тексті|репортаж\w*|материал\w*|стать\w*|новост\w*|"
    r"интервью|публикаци\w*|тексте|artikel\w*|beitrag|bericht|interview|text|artículo|artículos|reportaje|"
    r"noticia|articolo|servizio|artykul\w*|artykuł\w*|tekście|materiale|artigo|matéria|reportagem|"
    r"artikeln?|reportage|artiklen|artikkel\w*|saken|artikkeli\w*|jutu\w*|článku|článok|textu|"
    r"haber\w*|makale\w*|yazı\w*|straipsn\w*|tekste|bài viết|bài báo|bài|artikel|berita|laporan)\b|"
    r"مقال|تقرير|خبر|مادة|記事|기사|보도|文章|报道|報導|一文"
)
BYLINE = (
    r"(?:by|von|par|por|di|da|av|af|door|autor(?:en|ka|zy)?|author|автор(?:ка|и|ы)?|журналіст(?:ка)?|текст|text|"
    r"written by|reported by|story by|oleh|penulis|bởi|tác giả|kirjoittaja|teksti|tekst|yazan|haber|"
    r"문|記者|기자|作者|记者|文|بقلم|كتب)"
)
# How a page speaks to whoever may not read on: subscribe, log in, agree to cookies, prove that you are human. Each
# begins a word; what follows it is free, so that endings need no rows of their own.
WALLS = {
    "en": "subscribe to (?:read|continue|unlock|keep|get|access)|subscribe (?:now|today)|to continue reading|to keep reading|"
    "continue reading (?:with|for)|already (?:a subscriber|a member|registered|subscribed)|already have an account|"
    "subscriber[- ]only|(?:only|exclusively) (?:for|available to) (?:our )?subscribers|for subscribers only|"
    "(?:log|sign) in to (?:read|continue|your|access|view)|create (?:a|an|your) (?:free )?account|register (?:for free|to read|to continue)|"
    "forgot(?:ten)? (?:your )?password|stay (?:logged|signed) in|unlimited (?:digital )?access|free trial|"
    "we value your privacy|we (?:and our (?:\\d+ )?partners )?(?:use|store) cookies|(?:accept|reject|allow) all(?: cookies)?|"
    "cookie (?:settings|preferences|policy)|manage (?:your )?(?:consent|preferences|choices|privacy|cookies)|"
    "our partners|legitimate interest|personali[sz]ed (?:ads|content)|consent to|withdraw (?:your )?consent|"
    "(?:turn on|enable|activate) javascript|javascript is (?:disabled|required)|(?:verify|confirm) (?:that )?you are (?:a )?human|"
    "are you a robot|unusual (?:traffic|activity)|(?:disable|turn off) your ad ?blocker|checking your browser",
    "uk": "оформ(?:іть|ити) передплат|передплатіть|передплатити|оформ(?:іть|ити) підписк|підпишіться,? щоб|тільки для передплатник|для передплатників|щоб (?:читати|прочитати) далі|"
    "щоб продовжити (?:читання|читати)|увійдіть|увійти в акаунт|вхід до кабінету|зареєструй|забули пароль|вже маєте акаунт|"
    "файли cookie|використову(?:є|ємо) (?:файли )?cookie|прийняти (?:все|всі)|надати згоду|обробк[уи] персональних даних|"
    "увімкніть javascript|підтвердіть,? що ви не робот",
    "ru": "оформ(?:ите|ить) подписк|подпишитесь,? чтобы|только для подписчик|для подписчиков|чтобы (?:читать|прочитать) дальше|"
    "чтобы продолжить (?:чтение|читать)|войдите|войти в аккаунт|зарегистрируй|забыли пароль|уже есть аккаунт|"
    "файлы cookie|использу(?:ет|ем) (?:файлы )?cookie|принять (?:все|всё)|дать согласие|обработк[уи] персональных данных|"
    "включите javascript|подтвердите,? что вы не робот",
    "de": "jetzt (?:abonnieren|weiterlesen|testen|registrieren|anmelden)|nur für abonnent|für abonnent(?:en|innen)|bereits (?:abonnent|kunde|registriert)|"
    "weiterlesen mit|um (?:weiterzulesen|den artikel zu lesen|fortzufahren)|(?:melden sie sich|bitte) an(?:melden)?,? um|haben sie bereits ein (?:konto|abo)|"
    "passwort vergessen|angemeldet bleiben|probeabo|kostenlos testen|(?:mit|ohne) werbung (?:und tracking )?(?:weiterlesen|nutzen)|"
    "wir (?:und unsere (?:\\d+ )?partner )?(?:verwenden|nutzen|setzen|speichern) .{0,40}cookies|alle (?:cookies )?(?:akzeptieren|ablehnen)|akzeptieren und weiter|"
    "einwilligung|zustimmung (?:jederzeit )?(?:widerrufen|erteilen)|datenschutz-?einstellungen|cookie-?einstellungen|berechtigtes interesse|"
    "javascript (?:aktivieren|ist deaktiviert)|bestätigen sie,? dass sie",
    "fr": "réservé (?:aux|à nos) abonné|article (?:réservé|abonné)|abonnez-vous|s'abonner|déjà (?:abonné|inscrit|un compte)|"
    "pour (?:lire la suite|continuer (?:la|votre) lecture|accéder à)|il vous reste .{0,20}% de|connectez-vous|se connecter|créez (?:un|votre) compte|mot de passe oublié|"
    "(?:accepter|refuser|tout accepter|continuer sans accepter)|(?:nous|et nos partenaires|nos partenaires) .{0,60}cookies|"
    "votre consentement|gérer (?:mes|vos) (?:cookies|choix|préférences)|intérêt légitime|activez javascript|vous n'êtes pas un robot",
    "es": "suscr[íi]b(?:ete|ase|irse)|solo para suscriptor|exclusivo para suscriptor|para suscriptores|ya (?:eres|es|soy) suscriptor|"
    "para (?:seguir|continuar) leyendo|inici(?:a|e|ar) sesión|crea(?:r)? (?:una|tu) cuenta|reg[íi]str(?:ate|ese|arse)|(?:olvidaste|olvidó|has olvidado) (?:tu|su|la) contraseña|"
    "(?:aceptar|rechazar) (?:todas|todo|y continuar)|(?:nosotros y )?nuestros (?:\\d+ )?socios|(?:usamos|utilizamos|uso de) cookies|"
    "tu consentimiento|su consentimiento|configur(?:ar|ación de) (?:las )?cookies|activ(?:a|e) javascript|no eres un robot",
    "it": "abbonati (?:ora|subito|per|qui|e |a )|riservato agli abbonati|solo per (?:gli )?abbonati|sei già (?:abbonato|registrato)|hai già un account|"
    "per continuare a leggere|per leggere l'articolo|accedi|effettua il login|registrati (?:gratis|ora|per|subito)|crea un account|password dimenticata|"
    "accetta (?:tutti|e (?:continua|prosegui))|rifiuta tutto|(?:noi e i )?nostri (?:\\d+ )?partner|utilizziamo .{0,30}cookie|il tuo consenso|"
    "gestisci (?:le )?preferenze|interesse legittimo|attiva javascript|non sei un robot",
    "pl": "wykup (?:dostęp|subskrypcj)|kup (?:dostęp|prenumerat)|tylko dla (?:subskrybent|prenumerator)|dla prenumeratorów|masz już (?:konto|subskrypcj)|"
    "aby (?:czytać dalej|przeczytać|kontynuować)|zaloguj się|zarejestruj się|załóż konto|nie pamiętasz hasła|"
    "akceptuj(?:ę)? (?:wszystko|i przejdź|wszystkie)|(?:my i )?nasi (?:\\d+ )?(?:zaufani )?partnerzy|używamy .{0,30}cookies|plik(?:i|ów|ach) cookies?|"
    "wyraż(?:am|asz|enie) zgod|ustawienia (?:zaawansowane|prywatności)|włącz javascript|nie jesteś robotem",
    "pt": "assine (?:já|agora|para)|exclusivo para assinante|só para assinante|para assinantes|já é assinante|para continuar (?:a ler|lendo)|"
    "(?:faça|inicie) (?:o )?(?:login|sessão)|crie (?:uma|a sua|sua) conta|registe-se|cadastre-se|esqueceu (?:a |sua )?(?:senha|palavra-passe)|"
    "aceitar (?:todos|tudo|e continuar)|nossos (?:\\d+ )?parceiros|(?:usamos|utilizamos) cookies|seu consentimento|ative o javascript|não é um robô",
    "nl": "word abonnee|alleen voor abonnees|exclusief voor abonnees|al abonnee|om verder te lezen|lees verder met|"
    "log in om|inloggen|maak (?:een |gratis )?(?:een )?account|registreer|wachtwoord vergeten|"
    "(?:alles |alle cookies )?(?:accepteren|akkoord|weigeren)|onze (?:\\d+ )?partners|(?:wij|we) (?:en .{0,30} )?gebruiken .{0,30}cookies|uw toestemming|jouw toestemming|"
    "cookie-?instellingen|javascript (?:inschakelen|aan)|geen robot",
    "sv": "bli prenumerant|endast för prenumeranter|för prenumeranter|redan prenumerant|för att (?:läsa vidare|fortsätta läsa)|"
    "logga in|skapa (?:ett )?konto|glömt (?:ditt )?lösenord|(?:godkänn|acceptera|avvisa) alla|våra (?:\\d+ )?partner|vi använder .{0,20}cookies|(?:ditt )?samtycke|"
    "aktivera javascript|inte är en robot",
    "da": "bliv abonnent|kun for abonnenter|for abonnenter|allerede abonnent|for at læse (?:videre|artiklen)|log ind|opret (?:en )?(?:konto|profil)|glemt (?:din )?adgangskode|"
    "(?:accepter|tillad|afvis) alle|vores (?:\\d+ )?partnere|vi bruger .{0,20}cookies|(?:dit )?samtykke|aktiver javascript|ikke er en robot",
    "nb": "bli abonnent|kun for abonnenter|allerede abonnent|for å lese (?:videre|saken)|logg inn|opprett (?:en )?konto|glemt (?:ditt )?passord|"
    "(?:godta|avvis) alle|våre (?:\\d+ )?partnere|vi bruker .{0,20}(?:cookies|informasjonskapsler)|slå på javascript",
    "fi": "tilaa (?:nyt|ja lue)|vain tilaajille|tilaajille|jatka lukemista|kirjaudu|luo tili|unohditko salasanan|hyväksy kaikki|käytämme evästeitä|evästeasetu",
    "cs": "předplaťte|předplatit si|pouze pro předplatitele|pro předplatitele|již (?:máte|jste)|pokračovat ve čtení|číst dál|přihla(?:ste se|sit se|šte se)|"
    "zaregistr|zapomněli jste heslo|přijmout vše|souhlas(?:ím|it) (?:se vším|a pokračovat)|používáme .{0,20}cookies|soubory cookie|povolte javascript|nejste robot",
    "tr": "abone ol|sadece aboneler|abonelere özel|zaten (?:abone|üye)|okumaya devam etmek|giriş yap|üye ol|hesap oluştur|şifre(?:mi|ni|nizi) unuttu|"
    "(?:tümünü )?kabul et|çerez(?:ler)? (?:kullan|politika|ayar)|javascript'i etkinleştir|robot olmadığınızı",
    "el": "συνδεθείτε|εγγραφείτε|μόνο για συνδρομητές|ξεχάσατε τον κωδικό|αποδοχή όλων|χρησιμοποιούμε cookies",
    "ro": "abonează-te|doar pentru abonați|ai deja cont|autentifică-te|pentru a citi|acceptă toate|folosim cookie",
    "hu": "fizess(?:en)? elő|csak előfizetőknek|jelentkezz(?:en)? be|bejelentkezés|regisztrálj|elfelejtett jelszó|elfogadom|sütiket használ",
    "ja": "続きを読むには|有料会員|会員限定|会員登録|ログイン|パスワードを(?:お忘れ|忘れ)|購読(?:する|を)|cookieを使用|クッキーを使用|同意する|すべて許可|javascriptを有効|ロボットではありません",
    "ko": "로그인|회원가입|구독(?:하기|하고|자 전용)|유료 회원|비밀번호를 잊|계속 읽으려면|쿠키를 사용|모두 동의|동의하고|자바스크립트를",
    "zh": "登录|登入|注册|註冊|订阅(?:后|以|者)|訂閱(?:後|以|者)|会员专享|會員專享|付费阅读|付費閱讀|继续阅读全文|忘记密码|忘記密碼|接受所有|使用(?:了)? ?cookie|同意并继续|同意並繼續|启用javascript|啟用javascript",
    "ar": "تسجيل الدخول|سجل الدخول|إنشاء حساب|نسيت كلمة المرور|اشترك (?:الآن|لقراءة)|للمشتركين فقط|لمتابعة القراءة|ملفات تعريف الارتباط|قبول الكل|أوافق",
}
