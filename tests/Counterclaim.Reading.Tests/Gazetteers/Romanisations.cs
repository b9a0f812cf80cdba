namespace Counterclaim.Reading.Tests.Gazetteers;

/// <summary>Spellings of other systems and of the press that the gazetteer does not hold, each with its country and a spelling of the same place that it does.</summary>
internal static class Romanisations
{
    public const string Ukrainian = """
        Guliai-Pole|UA|Huliaipole
        Huliayipole|UA|Huliaipole
        Mykolaiiv|UA|Mykolaiv
        Nikolayiv|UA|Mykolaiv
        Zaporizhzhja|UA|Zaporizhzhia
        Kostyantynovka|UA|Kostiantynivka
        Kostiantinivka|UA|Kostiantynivka
        Avdeyivka|UA|Avdiivka
        Avdiyvka|UA|Avdiivka
        Avdejevka|UA|Avdiivka
        Siverodonetsk|UA|Sievierodonetsk
        Kropivnitskiy|UA|Kropyvnytskyi
        Khmelnitskiy|UA|Khmelnytskyi
        Vinnycia|UA|Vinnytsia
        Dobropollia|UA|Dobropillia
        Myrnograd|UA|Myrnohrad
        Balakleia|UA|Balakliia
        Chuguyiv|UA|Chuhuiv
        Kreminnaya|UA|Kreminna
        Debaltsewo|UA|Debaltseve
        Krivyy Rig|UA|Kryvyi Rih
        Kryvoi Rog|UA|Kryvyi Rih
        Velika Pisarevka|UA|Velyka Pysarivka
        Krasnopilja|UA|Krasnopillia
        Verhnokamyanske|UA|Verkhnokamianske
        Verkhnokamenske|UA|Verkhnokamianske
        Staromayorskoe|UA|Staromaiorske
        Bilogorovka|UA|Bilohorivka
        Stelmahivka|UA|Stelmakhivka
        Krakhmalne|UA|Krokhmalne
        Synkovka|UA|Synkivka
        Vovtchansk|UA|Vovchansk
        Stanytsya Luganska|UA|Stanytsia Luhanska
        Stanica Luganska|UA|Stanytsia Luhanska
        Novotoshkovskoe|UA|Novotoshkivske
        Krasnohorovka|UA|Krasnohorivka
        Novomihailivka|UA|Novomykhailivka
        Novomykhaylivka|UA|Novomykhailivka
        Konstiantynivka|UA|Kostiantynivka
        Chervonopopovka|UA|Chervonopopivka
        Ouzhhorod|UA|Uzhhorod
        Krementchuk|UA|Kremenchuk
        Marganets|UA|Marhanets
        Starokostyantinov|UA|Starokostiantyniv
        Myrgorod|UA|Myrhorod
        Novgorod Siversky|UA|Novhorod-Siverskyi
        """;

    public const string Russian = """
        Yekaterinbourg|RU|Yekaterinburg
        Grayworon|RU|Grayvoron
        Novoshahtinsk|RU|Novoshakhtinsk
        Novoshakhtyns'k|RU|Novoshakhtinsk
        Vladykavkaz|RU|Vladikavkaz
        Mahachkala|RU|Makhachkala
        Malaja Loknja|RU|Malaya Loknya
        Cherkasskoe Porechnoje|RU|Cherkasskoye Porechnoye
        Russkoe Porechnoe|RU|Russkoye Porechnoye
        Grajworon|RU|Grayvoron
        Goncharowka|RU|Goncharovka
        Gontcharovka|RU|Goncharovka
        Severodwinsk|RU|Severodvinsk
        Naberezhnye Tchelny|RU|Naberezhnyye Chelny
        Nalchick|RU|Nalchik
        Tcherkessk|RU|Cherkessk
        Khabarowsk|RU|Khabarovsk
        Vladivostock|RU|Vladivostok
        """;

    public const string Arabic = """
        Dayr az-Zour|SY|Deir ez-Zor
        Deir ez-Zour|SY|Deir ez-Zor
        Deir-ez-Zawr|SY|Deir ez-Zor
        Deir ez-Zoor|SY|Deir ez-Zor
        Al-Hasake|SY|Hasakah
        Al-Hassaka|SY|Hasakah
        Kameshli|SY|Qamishli
        Kamishly|SY|Qamishli
        Qamishly|SY|Qamishli
        Khan Cheikhoun|SY|Khan Shaykhun
        Khan Shaikhoun|SY|Khan Shaykhun
        Jisr al-Shoughour|SY|Jisr al-Shughur
        Tell Tamr|SY|Tal Tamr
        As-Sweida|SY|Sweida
        Sayida Zeinab|SY|Sayyidah Zaynab
        Al Zabadani|SY|Zabadani
        Hodaydah|YE|Hodeidah
        Moukalla|YE|Mukalla
        Al-Mokalla|YE|Mukalla
        Faloujah|IQ|Fallujah
        Telafer|IQ|Tal Afar
        Nabatiyyeh|LB|Nabatieh
        Marjeyoon|LB|Marjayoun
        Merjeyoun|LB|Marjayoun
        Maroun ar-Ras|LB|Maroun al-Ras
        Nousseirat|PS|Nuseirat
        Deir al-Ballah|PS|Deir al-Balah
        Jebaliya|PS|Jabalia
        Jabaliyya|PS|Jabalia
        Toulkarem|PS|Tulkarm
        Al-Fachir|SD|El Fasher
        El-Facher|SD|El Fasher
        Um Durman|SD|Omdurman
        Khartoom|SD|Khartoum
        Wad Madany|SD|Wad Madani
        Sebratha|LY|Sabratha
        Maarat an-Nouman|SY|Maarat al-Numan
        Khan Sheykhun|SY|Khan Shaykhun
        Tell Abyadh|SY|Tal Abyad
        Saydnaia|SY|Saydnaya
        Al-Muadamiya|SY|Moadamiyeh
        Ar-Restan|SY|Rastan
        Al-Qusair|SY|Qusayr
        Al-Mu'addamiyah|SY|Moadamiyeh
        Al-Durayhimy|YE|Al-Durayhimi
        Ad-Durayhemi|YE|Al-Durayhimi
        Al-Tuhaita|YE|Al-Tuhayta
        Hadramout|YE|Hadramaut
        Zinjebar|YE|Zinjibar
        Zindjibar|YE|Zinjibar
        Al Mahweet|YE|Al-Mahwit
        Jarabulous|SY|Jarabulus
        Djarabulus|SY|Jarabulus
        Ad Diwaniyya|IQ|Ad Dīwānīyah
        Tuz Khormatu|IQ|Tuz Khurmatu
        Touz Khourmatou|IQ|Tuz Khurmatu
        Tooz Khurmato|IQ|Tuz Khurmatu
        Habbaniya|IQ|Habbaniyah
        Al-Habbaniya|IQ|Habbaniyah
        Al-Haditheh|IQ|Haditha
        Jurf as-Sakhar|IQ|Jurf al-Sakhar
        Jorf al-Sakhr|IQ|Jurf al-Sakhar
        Kafr Shouba|LB|Kfar Shouba
        Deir el-Ballah|PS|Deir al-Balah
        Abasan al-Kabeera|PS|Abasan al-Kabira
        Abassan el-Kebira|PS|Abasan al-Kabira
        Bani Soheila|PS|Bani Suheila
        Beni Suheila|PS|Bani Suheila
        Tell es-Sultan|PS|Tal al-Sultan
        An-Nuseirat|PS|Nuseirat
        Turmus Aya|PS|Turmus Ayya
        Al-Mughayer|PS|Al-Mughayyir
        Silat al-Harithiyya|PS|Silat al-Harithiya
        Al-Djunaynah|SD|El Geneina
        Um Ruwabah|SD|Umm Rawaba
        Al-Jazeera|SD|Gezira
        Wad Medany|SD|Wad Madani
        Ad-Damer|SD|Ed Damer
        Tarhouna|LY|Tarhuna
        Bani Waleed|LY|Bani Walid
        Al-Brega|LY|Brega
        Ras Lanouf|LY|Ras Lanuf
        """;

    public const string Hebrew = """
        Be'ersheva|IL|Beersheba
        Kiriat Shmona|IL|Kiryat Shmona
        Kiryat Shemona|IL|Kiryat Shmona
        Petach Tiqva|IL|Petah Tikva
        Petach Tikvah|IL|Petah Tikva
        Rishon LeTzion|IL|Rishon LeZion
        Rishon Letsion|IL|Rishon LeZion
        Herzeliya|IL|Herzliya
        Hertzliya|IL|Herzliya
        Ma'alot-Tarshicha|IL|Ma'alot-Tarshiha
        Qiriat Mal'akhi|IL|Kiryat Malakhi
        Kiryat Motskin|IL|Kiryat Motzkin
        Kiriyat Bialik|IL|Kiryat Bialik
        Qiryat Ono|IL|Kiryat Ono
        Kiriat Ono|IL|Kiryat Ono
        Migdal Ha-Emek|IL|Migdal HaEmek
        Zichron Yaacov|IL|Zikhron Yaakov
        Zichron Ya'akov|IL|Zikhron Yaakov
        Yerucham|IL|Yeroham
        Kfar Azah|IL|Kfar Aza
        Netiv Ha'asarah|IL|Netiv HaAsara
        Nachal Oz|IL|Nahal Oz
        """;

    public const string Persian = """
        Kirmanshah|IR|Kermanshah
        Bandar-i Abbas|IR|Bandar Abbas
        Booshehr|IR|Bushehr
        Sanandadj|IR|Sanandaj
        Mazar Sharif|AF|Mazar-i-Sharif
        Lashkargah|AF|Lashkar Gah
        Lashkargaah|AF|Lashkar Gah
        Pole Khomri|AF|Pul-e-Khumri
        Qala-i-Now|AF|Qala-e-Naw
        Qala-e-Now|AF|Qala-e-Naw
        Pishawar|PK|Peshawar
        Khoramabad|IR|Khorramabad
        Khurramabad|IR|Khorramabad
        Boroujerd|IR|Borujerd
        Shahr-i Kord|IR|Shahr-e Kord
        Shahre Kord|IR|Shahr-e Kord
        Neyshaboor|IR|Neyshabur
        Khorram Shahr|IR|Khorramshahr
        Asaadabad|AF|Asadabad
        Asad-Abad|AF|Asadabad
        Pul-e-Khomri|AF|Pul-e-Khumri
        Mazar e Shareef|AF|Mazar-i-Sharif
        Speen Boldak|AF|Spin Boldak
        Mihtarlam|AF|Mehtar Lam
        Shiberghan|AF|Sheberghan
        Moosa Qala|AF|Musa Qala
        Dera Esmail Khan|PK|Dera Ismail Khan
        Parachenar|PK|Parachinar
        """;

    public const string Burmese = """
        Myitkyinar|MM|Myitkyina
        Myitchina|MM|Myitkyina
        Tounggyi|MM|Taunggyi
        Taung-gyi|MM|Taunggyi
        Maung Daw|MM|Maungdaw
        Kyauk Phyu|MM|Kyaukphyu
        Myawaddi|MM|Myawaddy
        Minbyar|MM|Minbya
        Kyauk Taw|MM|Kyauktaw
        Monywar|MM|Monywa
        Pyinoolwin|MM|Pyin Oo Lwin
        Pyin U Lwin|MM|Pyin Oo Lwin
        Kaw Kareik|MM|Kawkareik
        Kyaukhpyu|MM|Kyaukphyu
        Kyauk-taw|MM|Kyauktaw
        Buthidoung|MM|Buthidaung
        Maungdor|MM|Maungdaw
        Maung-daw|MM|Maungdaw
        Ponna Gyun|MM|Ponnagyun
        Naung Hkio|MM|Nawnghkio
        Kawkaraik|MM|Kawkareik
        Kaw Ka Reik|MM|Kawkareik
        Bawla Khe|MM|Bawlakhe
        Thant Lang|MM|Thantlang
        Htantlang|MM|Thantlang
        Kan Pet Let|MM|Kanpetlet
        Chinshwe Haw|MM|Chinshwehaw
        Chin Shwe Hor|MM|Chinshwehaw
        Laukkine|MM|Laukkai
        Thabeik Kyin|MM|Thabeikkyin
        Tha Beik Kyin|MM|Thabeikkyin
        Salin Gyi|MM|Salingyi
        Yin Mar Bin|MM|Yinmabin
        Yinmarbin|MM|Yinmabin
        Pin Le Bu|MM|Pinlebu
        Htigyaing|MM|Tigyaing
        Ti Gyaing|MM|Tigyaing
        Hlaing Bwe|MM|Hlaingbwe
        Pyin Ma Nar|MM|Pyinmana
        Pyinmanar|MM|Pyinmana
        """;

    public const string Amharic = """
        Bahirdar|ET|Bahir Dar
        Debre Marqos|ET|Debre Markos
        Debra Marqos|ET|Debre Markos
        Neqemte|ET|Nekemte
        Naqamte|ET|Nekemte
        Diredawa|ET|Dire Dawa
        Tesseney|ER|Teseney
        Barentou|ER|Barentu
        Edagahamus|ET|Edaga Hamus
        Zala Ambesa|ET|Zalambessa
        Zalambasa|ET|Zalambessa
        Dembidolo|ET|Dembi Dolo
        Dambi Dollo|ET|Dembi Dolo
        Finoteselam|ET|Finote Selam
        Arbaminch|ET|Arba Minch
        Sheshemene|ET|Shashemene
        Mendeferra|ER|Mendefera
        Mandafara|ER|Mendefera
        Akurdat|ER|Agordat
        Adiquala|ER|Adi Quala
        Decamhare|ER|Dekemhare
        """;

    /// <summary>Ordinary words, surnames and Western towns: what no rule may take for a foreign town.</summary>
    public const string OrdinaryWords = """
        government minister officials soldiers military president company markets business reporters people families children women weather morning
        evening yesterday tomorrow Monday Tuesday Wednesday Thursday Saturday January February September October November December winter summer spring
        autumn hospital schools teachers students doctors patients electricity weapons missile missiles drones fighters aircraft helicopter vehicle
        vehicles armoured artillery tanks trenches frontline offensive counteroffensive ceasefire negotiations treaty sanctions parliament senate
        congress election campaign candidate opposition protest protesters police officers investigation prosecutor tribunal sentence prisoner
        prisoners refugee refugees shelter humanitarian convoy supplies assistance corridor village villages district province mountain mountains river
        valley border crossing highway railway station airport harbour harbor bridge factory refinery pipeline building apartment residents civilians
        casualties wounded injured killed missing funeral memory history culture religion church mosque temple cathedral museum library newspaper
        journalist editor television broadcast internet website technology computer software network security intelligence satellite analysis analyst
        research scientist university professor laboratory medicine vaccine disease pandemic economy inflation currency banking investors budget
        deficit taxation poverty unemployment agriculture harvest wheat grain cattle fishing forest climate drought flooding earthquake hurricane storm
        thunder lightning temperature Saunders Henderson Patterson Robertson Ferguson Montgomery Cunningham Fitzgerald Gallagher Donaldson McKenzie
        MacDonald Sutherland Stevenson Richardson Williamson Hutchinson Nicholson Atkinson Thompson Simpson Dickinson Wilkinson Sanderson Anderson
        Peterson Erickson Johansson Svensson Gustafsson Lindqvist Bergstrom Rasmussen Christensen Sorensen Mortensen Schneider Zimmermann Hoffmann
        Schumacher Baumgartner Steinberg Rosenberg Goldstein Silverman Feldman Friedman Kaufmann Lehmann Bernstein Dubois Lefebvre Moreau Fournier
        Girard Bonnet Mercier Blanchard Gauthier Chevalier Rousseau Delacroix Fontaine Garnier Rodriguez Fernandez Gonzalez Hernandez Martinez Sanchez
        Ramirez Gutierrez Dominguez Velasquez Cervantes Esposito Ferrari Ricci Marino Colombo Bianchi Romano Conti Lombardi Barbieri Fontana Santoro
        Pellegrini Oliveira Carvalho Ferreira Rodrigues Almeida Nascimento Pereira Vandenberg Janssen Dijkstra Hendriks Verhoeven Kowalski Wisniewski
        Lewandowski Zielinski Szymanski Kaminski Novotny Dvorak Prochazka Horvath Kovacs Nagy Szabo Popescu Ionescu Papadopoulos Nakamura Yamamoto
        Kobayashi Watanabe Takahashi Suzuki Tanaka Fujimoto Nguyen Okafor Adeyemi Mensah Blackwood Whitfield Thornton Pemberton Ashworth Hathaway
        Livingstone Cartwright Wainwright Goodman Freeman Newman Coleman Bowman Hartman Holloway Galloway Mitchell Campbell Connolly Kavanagh Brennan
        Doherty Mulligan Flanagan Springfield Bloomington Minneapolis Indianapolis Albuquerque Sacramento Tallahassee Chattanooga Poughkeepsie
        Schenectady Wolverhampton Middlesbrough Southampton Northampton Peterborough Canterbury Shrewsbury Tewkesbury Aberystwyth Kilmarnock
        Dunfermline Inverness Limerick Waterford Kilkenny Rotterdam Eindhoven Groningen Maastricht Antwerp Charleroi Liverpool Manchester Birmingham
        Nottingham Leicester Sheffield Bradford Plymouth Brighton Blackpool Burlington Rochester Syracuse Binghamton Allentown Harrisburg Pittsburgh
        Cleveland Cincinnati Louisville Nashville Knoxville Charlotte Greensboro Charleston Savannah Jacksonville Pensacola Shreveport Galveston
        Amarillo Lubbock Oklahoma Wichita Topeka Lincoln Cheyenne Billings Missoula Spokane Tacoma Vancouver Winnipeg Saskatoon Edmonton Lethbridge
        Moncton Fredericton Wollongong Newcastle Toowoomba Bendigo Ballarat Invercargill Dunedin Stuttgart Wuppertal Saarbruecken Augsburg Regensburg
        Innsbruck Salzburg Bordeaux Toulouse Grenoble Clermont Valladolid Zaragoza Pamplona Santander Coimbra Bologna Florence Perugia Brescia brother
        sister mother father husband friend neighbor neighbour stranger leader member winner driver player singer writer reader teacher farmer hunter
        painter painted broken stolen hidden written spoken chosen frozen fallen golden silver copper bronze marble granite diamond crystal mirror
        window corner center number letter paper pencil ribbon button cotton leather blanket basket bottle kettle candle handle middle little simple
        single double triple purple yellow orange scarlet crimson mallard pelican sparrow falcon penguin leopard panther gorilla monkey donkey rabbit
        turtle lizard serpent dragon kitchen bedroom garden balcony chimney ceiling curtain carpet cushion pillow mattress timeline homeless mixed
        solar policy series engine degree better therapy
        """;
}
