"""Word lists in many languages: what `tui_reader.vocabulary` knows. Nothing but data.

Labels are in lower case, parted by ``|``; the tables have one row a language.
"""

from __future__ import annotations

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
    "ภาพ|ภาพถ่าย|ภาพจาก|ภาพโดย|ภาพประกอบ|แฟ้มภาพ|ที่มาภาพ|เครดิตภาพ|ছবি|ছবির উৎস|படம்|ఫోటో|ഫോട്ടോ|ಚಿತ್ರ|ਫੋਟੋ|તસવીર|تصویر|"
    "ფოტო|ფოტოს ავტორი|ֆոտո|լուսանկար|լուսանկարը|сурет|гэрэл зураг|ဓာတ်ပုံ|រូបភាព|ຮູບ|foto oleh|sumber gambar|"
    "isithombe|izithombe|picha|prent|llun"
)
# Agencies and stocks whose name alone, in brackets at a caption's end, is its credit.
AGENCIES = (
    "AP|AP Photo|Associated Press|Reuters|REUTERS|AFP|AFP Photo|dpa|dpa-Bildfunk|Getty|Getty Images|Getty images|EPA|EPA-EFE|"
    "EFE|Imago|IMAGO|Keystone|KEYSTONE|APA|PA|PA Media|PA Wire|ANSA|LaPresse|Bloomberg|Shutterstock|iStock|Alamy|NTB|"
    "TT|Ritzau Scanpix|Scanpix|Lehtikuva|PAP|ČTK|CTK|TASR|MTI|Xinhua|ZUMA|Zuma Press|WireImage|Unsplash|Pexels|"
    "Pixabay|Depositphotos|Anadolu|AA|Europa Press|Belga|ANP|Kyodo|Jiji|Yonhap|NurPhoto|Sipa|Abaca|Ukrinform|UNIAN|"
    "ANTARA|Antara|PTI|ANI|IANS|BERNAMA|Bernama|Lusa|LUSA|Agência Brasil|Télam|Notimex|SANA|WAM|Tasnim|HINA|Tanjug|FENA|BTA|"
    "AGERPRES|Mediafax|Inquam Photos|LETA|BNS|ELTA|AAP|VNA|TTXVN|CNA|VCG|SITA|Profimedia|Rex Features|SWNS|Action Images|"
    "Hans Lucas|Bildbyrån|NTB Scanpix|PA Archive|PA Images|Contrasto|Cover Images|"
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
    "cancel (?:it )?(?:at )?any ?time|you have permission to access|don't have permission to access|"
    "(?:review|check)(?:ing)? the security of your connection|javascript and cookies to continue|"
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
    "mit werbung und tracking|werbefrei ab|ohne werbetracking|personenbezogene daten verarbeiten|verarbeiten personenbezogene daten|"
    "jederzeit kündbar|einwilligung|zustimmung (?:jederzeit )?(?:widerrufen|erteilen)|datenschutz-?einstellungen|cookie-?einstellungen|berechtigtes interesse|"
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
# What the title of a page says that has nothing to show: not found, not allowed, out of order.
MISSING = (
    r"\W*(?:[^\W\d_]{3,10} )?(?:40[0134]|410|429|451|50[0-4])\b|"
    r"(?:the |this )?(?:page|article|story|content|file|address) (?:is |was |could |can )?(?:not|cannot) (?:be )?(?:found|available)|not found|"
    r"(?:the |this )?page (?:doesn't|does not|no longer) exist|(?:the |this )?page is (?:no longer |un)available|nothing (?:was )?found|"
    r"access denied|unavailable (?:due to|for) legal reasons|forbidden|service unavailable|bad gateway|(?:internal )?server error|too many requests|something went wrong|"
    r"(?:сторінк\w+|статт\w+|матеріал|такої сторінки) не (?:знайден\w+|існує)|доступ заборонено|помилка \d|"
    r"(?:страниц\w+|стать\w+|материал|такой страницы) не (?:найден\w+|существует)|доступ запрещ[её]н|ошибка \d|"
    r"(?:die )?(?:seite|artikel|inhalt) (?:wurde )?(?:leider )?nicht (?:gefunden|vorhanden|verfügbar)|zugriff verweigert|"
    r"(?:la |cette )?page (?:introuvable|non trouvée|n'existe p(?:as|lus)|inexistante)|article introuvable|accès refusé|"
    r"(?:la )?página (?:no (?:encontrada|existe|disponible)|não (?:encontrada|existe))|no (?:se ha )?encontrad[oa]|acceso denegado|acesso negado|"
    r"(?:la )?pagina (?:non (?:trovata|esiste|disponibile)|niet gevonden|bestaat niet|nu (?:a fost găsită|există))|accesso negato|"
    r"strona nie (?:istnieje|została znaleziona)|nie znaleziono strony|brak dostępu|"
    r"sidan (?:hittades inte|finns inte|kunde inte hittas)|siden (?:(?:blev )?ikke fundet|ble ikke funnet|findes ikke|finnes ikke)|"
    r"sivua ei (?:löydy|löytynyt)|stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)|az oldal nem található|"
    r"sayfa bulunamadı|η σελίδα δεν (?:βρέθηκε|υπάρχει)|puslapis nerastas|lapa nav atrasta|lehte ei leitud|"
    r"halaman tidak ditemukan|không tìm thấy trang|trang không tồn tại|"
    r"الصفحة غير موجودة|לא נמצא|ページが見つかりません|お探しのページ|페이지를 찾을 수 없|页面不存在|頁面不存在|找不到(?:该|此|您)?(?:页面|网页|頁面|網頁)"
)
