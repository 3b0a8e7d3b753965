/**
 * What is no password because everyone tries it first, in small letters. Only what is long enough to be
 * one here stands in the lists (`PASSWORD_MIN_LENGTH`).
 */
export const WELL_KNOWN_PASSWORDS: ReadonlySet<string> = new Set([...ownWords(), ...leaked()]);

/** What our own people would think of. */
function ownWords(): string[] {
  return `
  0000011111 1111122222 1212121212 asdfasdfasdf zxcvbnm1234 abcdefg123 abc1234567 aa12345678
  password001 passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 pass123456 pass12345678
  mypassword1 changeme123 changeme1234 welcome1234 letmein1234 iloveyou1234 sunshine123
  princess123 admin12345 admin123456 adminadmin admin@12345 root123456 test123456 testtest123
  testtesttest guest12345 user123456 login12345 secret1234 secret12345 default123 temp123456
  doraemon123 pikachu123 pokemon1234 sakura1234 sakura12345 sakurasakura tokyo12345 japan12345
  nippon1234 yamada1234 tanaka1234 suzuki1234 satou12345 takahashi1 takahashi123 watanabe123
  kobayashi123 arigatou123 ohayou1234 aishiteru1 konnichiwa hanako1234 tarou12345 gatekeeper1
  gatekeeper123 tsunagari1 tsunagari123 tsunagaru1 tsunagu123 tsunagu1234 kokoro1234 kokoro12345
  kokorokokoro saporter123 supporter1 supporter123 shiyakusho1 yakuba1234 kenkou1234 fukushi123
  fukushi1234 minsei1234
`
    .trim()
    .split(/\s+/);
}

/**
 * The 3000 that were found most often in what was stolen elsewhere, from the lists of SecLists (Daniel
 * Miessler, Jason Haddix and others, MIT licence, https://github.com/danielmiessler/SecLists). They are
 * as people typed them, so some are rude.
 */
function leaked(): string[] {
  return `
  %&@s#fqyg@ &batqo3wrdppt9an *&elej1230a$% +ikbalang! +ikbalang# +ikbalang$ +ikbalang% +ikbalang&
  +ikbalang* +ikbalang0 +ikbalang1 +ikbalang2 +ikbalang3 +ikbalang4 +ikbalang5 +ikbalang6
  +ikbalang7 +ikbalang8 +ikbalang9 +ikbalang? +ikbalang@ +ikbalang^ ..qlvvcvdeero 000777fffa
  0102030405 010203040506 0123456789 01234567890 012345678910 0123654789 0123698745 014702580369
  0147258369 0147852369 0147896325 0192837465 01telemike01 02987654321 050605rostik 0528325452mr
  070793monolit 0912140956 0920541064 0987612345 0987654321 0987654321a 0987654321q 0995359291
  0cdh0v99ue 0o9i8u7y6t 0}@5^~;%cx 100894olol 1010810108 1020304050 102030405060 1029384756
  1029384756q 10293847qp 104.28.27.68 10987654321 1112131415 111222333000 111222333444
  111222333444555 111222333a 111222333q 112233123aa 1122334455 112233445566 1123581321
  112358132134 112shitted 1133557799 1212312121 1213141516 1213141516171819 1223334444
  122333444455555 1223505sayana 123123123123 123123123123123 1231231234 123123123a 123123123p
  123123123q 123123123qwe 123123123z 123123qweqwe 123321123321 123321456654 123321qweewq
  123412341234 12341234qwerty 1234509876 1234512345 123451234512345 1234554321 1234554321a
  1234554321q 123456123456 1234562000 12345654321 123456654321 123456654321a 12345672000
  12345677654321 1234567812345678 123456782000 1234567887654321 123456789* 123456789** 123456789.
  1234567890 1234567890- 12345678900 123456789000 12345678900987654321 12345678901 123456789012
  1234567890123 12345678901234567890 1234567890987654321 1234567890a 1234567890d 1234567890g
  1234567890l 1234567890lol 1234567890m 1234567890o 1234567890p 1234567890q 1234567890qaz
  1234567890qw 1234567890qwe 1234567890qwerty 1234567890qwertyuiop 1234567890s 1234567890v
  1234567890w 1234567890z 1234567890zzz 1234567891 12345678910 123456789101 1234567891011
  123456789101112 12345678912 123456789123 123456789123456 123456789123456789 1234567892000
  12345678987654321 1234567899 123456789987 1234567899876543 123456789987654321 12345678999
  123456789a 123456789aa 123456789aaa 123456789abc 123456789as 123456789asd 123456789azat
  123456789b 123456789c 123456789d 123456789e 123456789f 123456789g 123456789i 123456789j
  123456789k 123456789l 123456789m 123456789mm 123456789n 123456789o 123456789p 123456789q
  123456789qaz 123456789qq 123456789qqq 123456789qw 123456789qwe 123456789qwer 123456789qwerty
  123456789r 123456789s 123456789t 123456789v 123456789w 123456789x 123456789y 123456789z
  123456789zx 123456789zxc 123456789zz 12345678ld 12345678qwe 12345678qwertyu 1234567qwerty
  1234567qwertyu 123456qwer 123456qwert 123456qwerty 123456zxcvbn 12345abcde 12345asdfg
  12345q12345 12345qazwsx 12345qwert 12345qwert7 12345qwerty 12345trewq 12345zxcvb 1234qw1234qw
  1234qwerasdf 1234qwerasdfzxcv 1234qwerty 1236547890 123654789a 1236987005 12369874123 123698745a
  123789456asd 123ewqasdcxz 123hfjdk147 123qazwsxedc 123qwe123qwe 123qwe456rty 123qweasdzx
  123qweasdzxc 123qwerty123 123qwerty456 123qwertyuiop 123sas4758 123swag123 1249263462rr
  125712571257d 12andriy14 12bellaboo 12qw34er56ty 1302alex1994 1324354657 1324354657687980
  132forever 1346798520 1357908642 1357913579 1357924680 1357997531 141312190296q 1472583690
  147258369a 147258369q 1478963215 1488ss1488 14bestlist 1542154204 159357159357 159357wasd
  159753159753 1597532486 159753258456 159753456852 17171717aa 179324865ok 18726415we 190307ccff
  1928374650 1928374655 192837465q 193570356033 193711101994a 1958proman 1986irachka 198719871987
  198919891989 1994200414 19952009sa 19960610ilja 19baseball99 19mtpgam19 1a2a3a4a5a 1a2a3a4a5a6a
  1a2b3c4d5e 1a2s3d4f5g 1a2s3d4f5g6h 1pass1page 1q2q3q4q5q 1q2w3e4r5t 1q2w3e4r5t6y 1q3e5t7u9o
  1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz1qaz1qaz 1qaz2wsx3ed 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazwsxedc
  1qazxsw23edc 1qazxsw23edcvfr4 1qwertyuiop 1rus27540102 1z2x3c4v5b 20102010ss 20162016up
  209209poop 2143658709 2222333344445555 2244668800 2267137151 23176djivanfros 2347172123
  23wkoa0fp78dk 2468013579 2507905048 2606642yra 26429vadim 277rte87hryloitru 27walnuthill
  2b4aeoghi8 2bon2btitq 2dumb2live 2nd-toa-cuu-spf 2pacshakur 3012292113 30secondstomars
  31217221027711 31321dj51982 3141592654 3216732167 3240500777 32615948worms 3322607093
  3454051maksim 3478526129 38gjgeuftd 3f3fpht7op 3q4-98hwvspdoad 3rezh1tssiwp 3rjs1la7qe
  3syqo15hil 413276191q 41d8cd98f00b 420842084208555 420swag420 4294967296 42qwerty42 4465134444
  456456456q 4648246482 46w-tf6-h8t-3l9 4801700880j 4815162342 4815162342a 4815162342lf
  4815162342lost 4815162342q 4815162342s 4815162342z 4904s677075 4ihhaqrbai3j 4inchslanger
  4odvjqedcb9h 4rdf_king7 51051051051 51100reims 5152535455 541233432442 5413443674 5428793dff
  5432112345 5432167890 54322q22345 5544332211 5566778899 5647382910 5858855abc 59382113kevinp
  5hsu75kpot 5t4r3e2w1q 6215mila6215 671fsa75yt 675675675a 68iypneg6u 6ankaccount! 6ankaccount#
  6ankaccount$ 6ankaccount% 6ankaccount& 6ankaccount* 6ankaccount0 6ankaccount1 6ankaccount2
  6ankaccount3 6ankaccount4 6ankaccount5 6ankaccount6 6ankaccount7 6ankaccount8 6ankaccount9
  6ankaccount? 6ankaccount@ 6ankaccount^ 7065810400@p 70780070780 7410258963 7410852963 7418529630
  741852963q 742617000027 7777755102q 787898mich 7894561230 789456123a 789456123q 7elephants
  7ikbalang! 7ikbalang# 7ikbalang$ 7ikbalang% 7ikbalang& 7ikbalang* 7ikbalang0 7ikbalang1
  7ikbalang2 7ikbalang3 7ikbalang4 7ikbalang5 7ikbalang6 7ikbalang7 7ikbalang8 7ikbalang9
  7ikbalang? 7ikbalang@ 7ikbalang^ 7jokx7b9du 7kk-qj4-ns2-cjc 7ugd5hip2j 80070633pc 80361665abc
  80633459472qw 80637852730 80663635606 80672091913 80679047880 8096468644q 80966095182z
  80969260620 80972694711 80988218126 80990606390 8133446617 81eccb25ac 87654321vv 87e5nclizry
  88002000600 89015173454 89023346574 89032073168 89055521933 89057003343 89063032220m 89128830153
  89132664230 89172735872 89181502334 89211375759 89231243658s 89600506779 89614774181
  89876065093rax 89semtsriuty 8ankaccount! 8ankaccount# 8ankaccount$ 8ankaccount% 8ankaccount&
  8ankaccount* 8ankaccount0 8ankaccount1 8ankaccount2 8ankaccount3 8ankaccount4 8ankaccount5
  8ankaccount6 8ankaccount7 8ankaccount8 8ankaccount9 8ankaccount? 8ankaccount@ 8ankaccount^
  8phrowz622 8phrowz624 8rvg&labtd%1f%t0zk1mrvn 9021090210 9085084232 9085603566 9105425888
  9293709b13 92k2cizcdp 951753852456 9638527410 9731553197 9784653120 98078476abc 9874563210
  9876543210 987654321a 987654321d 987654321g 987654321q 987654321w 987654321z 989244342a
  9988776655 999111999q 99strenght 99togfaw99 9greenbirds 9z5ve9rrcz ?&]*~}._]_#!. @kewsh421123
  @myhouse1995 [k#xa1{+9k? a123456789 a1234567890 a123456789a a1a2a3a4a5 a1b2c3d4e5 a1s2d3f4g5
  a1s2d3f4g5h6 a3eilm2s2y a514527514 a550777954 a58wtjuz4u a789456123 a987654321 ababagalamaga
  abc123456789 abc123abc123 abcd123456 abcde12345 abcdefghij abcdefghijk abcdefghijkl
  abcdefqqqpassword abdulaha543 abdullayev abercrombie abracadabr abracadabra abrakadabra
  absolutely accessibilit accountant accountbloc accounting activation actividades ad12345678
  addowner228336ad admin18533362 administracion administrar administrato administrator
  adminsitradores adoxreadme adrenaline aezakmi123 afghanistan afireinside afrika2002 agentjake98
  agnieszka1 agudjyttwe.yfajg$^&3/896fjad/amc6eyakwu ahah123123 ahmedosoma aionrusian aisakyukia
  ajcuivd289 ajnjuhfabz aksjdlasdakj89879 alabama123 alejandro1 aleksandar aleksander aleksandra
  aleksandrov aleksandrova aleksey1986 alertemailms alertpaydoubl alessandra alessandro alexander1
  alexander484 alexandra1 alexandria alexsander aliasalias1 alinaalina alisaalisa alisokskok
  alkanaft123 allahakbar allahuakbar alpha135792468 alphabravo alphaomega alteclansing alternativ
  alternativa alternative am4h39d8nh amadeusptfcor ambassador amitpogi123 amsterdam1
  an83546921an13 anastasija anastasiya anderlecht andrewjackie andrey1234 andrey1992 andrey2010
  angelangel angelochek angelofwar animal2000 anniversary anonphoenix64 antananarivu antichrist
  antihackers antihero77 antikiller antoshenechka anytimetoday aouraviperz12 aplicacion
  aplicaciones apocalipsis apocalypse apokalipsis applejuice applesauce armageddon arquitecto
  arquitectura arquitecturas arsenal123 arsenal1234 arsenal55123 artemartem asd123asd123
  asdasdasdasd asdf123456 asdfdsasdf asdfg12345 asdfgh123456 asdfghjkl1 asdfghjkl123 asdfghjkl;
  asdy7ajsd8 ashleigh69 asirak@1892 asshole123 astalavista astonmartin astonvilla astra334566
  auckland2010 august52005 auntdebbie04 aurelien1998 australia1 autenticacion autenticar
  automobile autorizacion avadakedavra avrillavigne awdawdawdawd awdqseawdssa awdrgyjilp
  awesome123 awo8rx3wa8t azerbaijan azerbaycan azerty1234 azertyuiop azertyuiop1 azsxdcfvgb
  azsxdcfvgbhn azwebitalia babemagnet bacage1989 badiman28200 badnaamhere badreligion ballerz420x
  ballislife1226 ballplayer44 bamelement8 bangladesh bankaccount! bankaccount# bankaccount$
  bankaccount% bankaccount& bankaccount* bankaccount0 bankaccount1 bankaccount2 bankaccount3
  bankaccount4 bankaccount5 bankaccount6 bankaccount7 bankaccount8 bankaccount9 bankaccount?
  bankaccount@ bankaccount^ banuelos123 barabashka barbariska barbarossa barcelona1 bartsimpson
  baseball10 baseball11 baseball12 baseball123 baseball14 baseball17 baseball21 basketball
  basketball1 bassmaster battlefield battlestar beastlyy01 beautiful1 bellabella belladonna
  benjamin123 berezuckiy bernadette besoperjhsdfsd78 bestfriend bestpker09 bezparolya
  bhrh0h2oof6xbqjeh biblioteka bigbrother bigfatboots123 biggie567! billionaire birmingham
  birthday10 birthday100 birthday133 birthday21 birthday26 birthday27 birthday28 birthday299
  birthday36 birthday52 birthday54 blackadder blackangel blackberry blackdragon blackhawks
  blackheart blackhorse blacklabel blackmagic blackmetal blackpool1 blackshadow blacksheep
  blacksonblon blackstone blackwhite bladerunner blahblahblah blingbling blitzkrieg blizzard1!
  blizzybitch bltynbabrfwbz blueberry1 bluedevils bluedragon bluemonkey bmvm3e46gtr bob8chicken2
  bobmarley1 bocaj0190813 boherbue64 bokkaland118 bollibolli bondarenko bonneville borderlands2
  boredboi4u bosco@2011 bossyak123 bot_schokk boy1cool23 boy4u2ownnyc bpgjldsgjldthnf braveheart
  braves1237 brayden328 breakdance briankrebs123 brotherhood brucewayne brucewilson1 bruteforce
  buccaneers buddertown4327983 buffboy2000 bujhmbujhm bulletproof bullnuts2003 bullshit2014
  bullwinkle bunker1234 burgerking bushmaster businessbabe buskelure2 butterbean butterfly1
  bvncnbnvvbn byajhvfnbrf byyjrtynbq c&eywu!eqf3h c0mplexdud3 c123456789 c2854046@trbvm.com
  c43dae874d c43qpul5rz c7e4f8ezqh c7y8ucyfpbuk7uyrl6yupgw cagliostro calculator california
  callingalllizardsquad6969696996969696ftw callofduty callofduty4 callscesetup cambodia11
  cameron11! cameronlfc123 candyeater candyfinger cannondale cantgethelp capitalrow carroazul52
  casablanca casanova123 cashislife69 castellano castlevania caterpillar catscantwerk1
  cbvtycbyjrbz cegthgegth cegthgfhjkm celtic1888 cerberusgang certificado certificados cfifvfif211
  cfkfvfylhf cfvfzcxfcnkbdfz cfvfzkexifz cfvfzrhfcbdfz cgfhnfrvjcrdf cgfhnfrxtvgbjy cghfdjxybr
  cgtkcbyuth cgtwbfkbcn challenger changelangms characters charleston charlie111 charlie123
  charliedog charlotte1 charmander cheaphornybastard cheburashka checkitout cheerleader
  cheerleaers cheeseburger cheesecake chessmaster chester123 chesterfield chicken123
  chickennuggets13 chickenwing101 chinchilla chocolat1999 chocolate1 chocolate180 chocolate2
  chocolate2324 chouquette chrisbrown christiaan christian1 christophe christopher christopher1
  chucknorris chupakabra cincinnati cinderella cindy050313 cippalippa civilization cjcfnmdctv
  cjdthitycndj cjybthbrcjy ckfltymrfz clasificados clementine clubpenguin cnfc35762209 cnfdhjgjkm
  cnfhjghfvty cnfnbcnbrf cnhjbntkmcndj cnjvfnjkju coccinella cockfoster cockgobbler cocksucker
  coinslash1 coke123123123 colchester coldheart321 colecciones collection combat123654 comedyclub
  comicbookdb comicbooks commercial compatible compliance componentes computador computadora
  computer12 computer123 comunicacion comunicaciones confidence configuracion configurar
  confirmacion connection constantin constantine constitution construction consultant consulting
  containyourself contenedor contenidos contortionist contrasena controlador controller
  cool1972002 coolbugi2000 cooldude1234 coolkids123 coorslight copenhagen cora023325 corinthians
  corperfmonsy cosanostra cosmopolitan coucouwalid counterstrike courtneyruiss cowboys210
  cpdudetv11 cranberries crazyhorse crepusculo cristopher cs156lizardstresser csm-r9y-kgl-ggg
  ctdfcnjgjkm cthnbabrfn ctrnjhufpf cubanita02 cumberland cuntfinger cuntlicker cvzefh1gkc
  cxfcnkbdfz cxfcnkbdxbr cxfcnmttcnm cyberonline cybiagod78 cyecvevhbr cyjdsvujljv cytuehjxrf
  czps5nyndwcksc d4kfzmhswmxledxfmllxg@byejfhbycetuuddektxgpbu4cbzw daddysgirl daisuketest
  dance4life dancedance daniaeliysa danildanil dannyisgod0125 dantheman123 darjeeling darkknight
  darkuser123 darthvader dashadasha daugavpils1 dazdraperma dbrnjhjdbx dbrnjhjdyf dctvcjcfnm
  dctvghbdtn ddexter204 ddos5846985 december12 deeppurple deepthroat deerhunter defaultpass1108
  degenerationx deimudda123 deltaforce demolition demon331122 den1020834880 denis12345 denisdenis
  denorris12 departamento departamentos department depechemode desarrollo description desperados
  destination destruction deutschland devastator deviceclass devildriver devilmaycry devilmaycry4
  dfcbkmtdyf dfgdrb5se4 dfh-hh2-xdv-k5z dfktynbyrf dhalbc12345 dhjnvytyjub dhruv19475 dictionary
  difference digitalprodu diofux1234 directorio directorios dirtysouth dirtywhore disneyland
  display123 district14 diunilaobu8* djljghjdjl dkflbdjcnjr dkflbvbhjdbx dkflbvbhjdyf dmiller12as
  dnflskfk012 docterwho8 doctorwho7 documentacion documentos dodgeviper doggystyle dogphil3650
  dogsniper123 dollarbill domainlock2005 domination dominick935 domodedovo donaldduck donkeredirk
  donkeykong donteven32 dontforget dontfuckwithchuck dontpanic13 donutpro23 dragon1234 dragonball
  dragonballz dragonfire dragonforce dragonhyde dragonlord dragonslayer drake12345 dreamonline
  dreamworks drumandbass dtynbkznjh dunnowho89 duranduran dustin7799 dvtcntyfdctulf dylan0908730
  e1l2e3n4a5 e6pz84qfcj e7fcw45et6w54ey earthquake eb89e53f03ea edifier445 edwardcullen efbcapa201
  effiepingpong1 efwe5tgwa5twhgd eghfdktybt ehgnbobs@grr.la ejaculation ekaterina20 ekotshtan123
  ekx1x3k9bs electrical electronic electronics elizabeth1 elkinselks1 elsalvador emreadim36
  engineering enterprise entertainment epicduck421 eqes606898 ereyes4269 ers20091234 escaflowne
  especiales espiasimpsons13 estadistica estadisticas esvandal2013 eui576jbn121 eulacomplete
  evanescence evangeline evangelion everydayimrusselin everything excellence expedition experience
  experienced exploitz123 eybdthcbntn f64579820f fabian2507 fallenangel falloutboy fartripper
  fatima753357 fcbarcelona fcnfkfdbcnf fdnjhbpfwbz fe23o9ffw4mbvekl34
  fe46a057cba2284bdc9e1dc5a6b17076dcd30fc01022b3731bc8eb93c66b9359f8007d100d785d13 felicidade
  fenerbahce fergiej123 ferrari360 feyenoord1 fggjkbyfhbz fgjkbyfhbz fgjrfkbgcbc fgtkmcbyrf
  fgtkmcbyxbr fickdichhurensohn12 fictionn123 fighting54 films+pic+galeries finalfantasy
  findaupair007 fiorentina firefighter firestarter firstone123 fishfinger fitzgerald fkg7h4f3v6
  fkmnthyfnbdf fktrcfylh1 fktrcfylhf fktrcfylhjd fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf
  fktrcfylth flamethrower flashlight flashpoint flintstone fluxspoofer flvbybcnhfnjh flvbybcnhfwbz
  flyfishing flyflyfly123 flylikeabird3 football10 football11 football12 football123 football22
  football24 football99 foreverlove foreveryoung forgetmenot formatters formulario formularios
  forthewin1 forumkorner6425 forzainter forzamilan foundation frankenstein frankzappa
  frederiksberg freeaccess freedom123 freelancer freelander freetraffic freyfvfnfnf friendship
  friendster frikandel1009 froinlaven fromvermine frozenfish fuck_inside fuckfuckfuck fuckinglove
  fuckingshit fuckinside fuckintits fucklizard fuckmecunt fuckmehard fuckmylife fuckoff123
  fuckoff666 fuckoffcunt fuckofflol123 fuckthemall fuckthenwo fucktheworld fuckthroat fucku12345
  fuckyou123 fuckyoubitch fuckyouguys fufnfrhbcnb fumyearocks123 funnybunny fyfnjkmtdbx
  fyfnjkmtdyf fynfyfyfhbde g00dpa$$w0rd galatasara galatasaray galaxygaming002 gamemaster
  gamesoft821512 gangbanged gankutsuou1989 gatekeeper gblfhfcbyf gdre%24fdrehhf*&ddd gearsofwar
  general007 generation geniusgenius genuineintel georgetown gerasimova gettysburg gfhfcjkmrf
  gfhfktkjuhfv gfhfvgfvgfv gfhjkm1234 gfhjkm123456 gfhjkm2011 gfhjkmgfhjkm ghbdtn12345 ghbdtncerf
  ghbdtndctv ghbdtnghbdtn ghbdtngjrf ghbdtnrfrltkf ghettogold1 ghhh47hj764 ghhh47hj7649
  ghjatccbjyfk ghjbpdjlcndj ghjcnbnenrf ghjcnbnewbz ghjcnbvtyz ghjcnhfycndj ghjcnjabkz ghjcnjdkfl
  ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr1 ghjcnjqgfhjkm ghjcnjrdfibyj ghjcnjrdfif
  ghjgfufylf ghjnbdjcnjzybt ghjnbdjufp ghjrehfnehf ghjrjgtyrj ghjuhfvbcn ghjuhfvvbcn ghostrecon
  ghostrider ghostssucks ghtdtlvtldtl ghtpthdfnbd gianfranco gigabytefriefox00! gilbert2707
  gillingham girlfriend gjdtkbntkm gjfkldgjkld gjhjlfcjqrb gjikbdctyf gjkbnjkjubz gjkyjkeybt
  gjkysqgbpltw gjyjvfhtdf gjyjvfhtyrj gjytltkmybr gladiator5 godisgreat godzils4s7 goldfinger
  goldhill25 good123654 goodfellas goodmorning googlecheckou goosebumpss gordolee85 gossipgirl
  graham2010 grandmaster grandorgue grapejuice18 grasshopper greatbattle greatidea432 greatwhite
  greedisgood greenapple greenboxthe greenfield greengrass greengreen greenhouse greenlantern
  grimreaper groupd2013 gtasanandreas gthcgtrnbdf gthgtylbrekzh gthtcnhjqrf gthtrfnbgjkt
  gthtrhtcnjr gtnhj328903 gtnhjpfdjlcr guadalajara guitarhero gunayka1995 gundamwing gunslinger
  gunsnroses gxlmxbewym gxst3q9n8jek9kd gy3yt2rgls h1y4dua229 h21ajd1vno1o9qny h2tmc4g358
  h72sfibbnl h_froeschl7 hacker2mb3 hackerdu61 hakunamatata hallelujah hallodavid halo123456
  hammerfall hammerhead hammertime handkerchief hannazananiri hannover96 happydays25 happyhappy
  hardwareid harekrishna harrypotte harrypotter hd764nw5d7e1vb1 hd764nw5d7e1vbv headhunter
  heartagram heartbreaker heavymetal hedimaptfcor heidelberg heisenberg helicopter hellohello
  hellokitty hellothere helloworld hellraiser her0ziscool123 herpderp123 herramienta herramientas
  hesoyam123 hfpbtkk123 hgckghgchgck highlander highschool hijodeputa hijodeputaw hilaryduff
  hjpjxrf23062007 hocuspocus hokies98981177 holden3798 hollister1 hollywood1 holyspirit hometeam11
  hondacivic hondas2000 hondastars horsepower housemusic housewifes hshfd4n279 htubcnhfwbz
  huangjin1987 hubbabubba hubbahubba hunnybunny hunter9378 hurricanes hypnodanny iaapptfcor
  iamaboss1! iamawesome iamcool741 iampurehaha2 ianniscool ibpjahtybz ibragimova icanthack268.
  iddqdiddqd iddqdidkfa idedevicep0t identificador identificar idonthaveone idontknow1 idspispopd
  igeldcheat ihat3^downs ihateniggers ihavenopassword ilikecheese ilikelizardinmyass ilikepussy
  ilikesoccer1 illuminati iloveashton iloveass123 iloveboobies ilovegirls iloveindia ilovejesus
  ilovemusic ilovemyfamily ilovemylife ilovemymom ilovemyself ilovepackets ilovepussy iloverachel
  iloveyou11 iloveyou12 iloveyou123 iloveyou143 iloveyou22 iloveyoubaby iloveyukid iluvhacking
  im[declined.bitch]umad19. imagination imjakie123 implantacion impossible inaciomsn2010
  includecatal incredible independent indonesian1 infalicall informacion informatic information
  ingodwetrust insertions instalacion installdevic installsqlst installutil integracion
  intelinside intelligence interacial intercambio interceptor intercourse interfaces intermilan
  internacional international intervention investigado investment invincible ipo54tj45uy856
  ipod088296 ironmaiden iseedeadpeople isvipebaby itachi1995 itc0nsult**2015 itsasecret ivanivanov
  j123456789 j3qq4h7h2v jackdaniels jackeroo7172 jackhammer jackie1995 jackinthebox69 jackson100
  jacksparrow jacqueline jajababy10 jakehud319 jamesbond007 jamesjames jameslewis jamestiger09
  jamiroquai jamz234567 jasmine123 jayhawks2014 jeanpierre jebahakai6969 jediknight jedimaster
  jeffgordon jenssjenss jessejames jesuschris jesuschrist jesuscristo jesusfreak jesusislord
  jesuslives jesuslovesme jesussaves jetbalance jhon@ta2011 jiawei123123 jigei743ks jimandanne
  jish123456 jivedaddydave08 jkh4545jhk jlbyjxtcndj jmhj5464dcx jne990pq23 jobshop200 jokerjoker
  jonqb381998 jordanalaska jordjordjord josefleigh18 josephphone7 jounaable2001 jpzu2gdkex
  juancarlos juggernaut juicyfruit julesmichel78250 jumpmaster justforfun justinbiebe justinbieber
  justveqs60 jwhw6n1742 jxfhjdfirf k123456789 kalashnikov kalifornia kaliningrad kamalinkovan1
  kamehameha kamelia2011 kanmax1994 kapsikammrehtofito karapetyan karmakarma kasablanka kashdeep10
  katastrofa katyakatya kawasaki555 kazakhgrad123 kazakhstan kbndbytyrj kbnthfnehf kbytqrfpkj
  kd$2&c1khos-parts@hotmail.co.uk kd189nlcih kensington keraskeras kev96?kev96? keysersoze
  kickboxing kikiki123456789 kilimanjaro killa031699 killer1234 killkillkill kingfisher kirill1995
  kirill1996 kirill1999 kirill2002 kirill2010 kittykitty kj1235690mas kl?benhavn klapaucius
  klubnichka kmh12025476 knickerless knightrider knucklehead kobebryant kofisse1234 kolesnikov
  kolesnikova komltptfcor konovalova konstantin kournikova kozanostra krasavchik kravchenko
  krebsforehead1987 kriginegor kristina123 kristopher kryptonite krzysiek12 ktjynsq40147
  ktutjyth333 kudos4ever kurtcobain kvnss1992gts kwiatuszek kwicki4884 l.qvjdjxrf l0sk2e8s7a
  l3g4cy01l3g4cy ladyffesta lalwzlalwz lamborghini lamborghini36 lamborgini laranja254
  larterlarter lastchance leadership leavemealone ledzeppelin leedsunited left4dead2 leonardo81
  leprechaun letmein123 letmeinnow letmeknow01 lfplhfgthvf lhbjkjubz2957704 lifeisgood
  lightbaine42 lighthouse lightsaber lilazn1234 limon32988 limpbizkit lineage123 linkinpark
  lissalissa littlebear littlebitch littlecunt littlefuck littlefucker littlegirl littlehole
  littleminge littleslut littlewhore liverpool1 liverpool11 liverpool123 liverpoolfc livestrong
  lizard!squad# lizard1213 lizardisnothacking lizardnigger lizardonline lizardsquad
  lizardsquadddos lizardsquadsuck lizardstresser ljcnjtdcrbq lk9slwgh3x lkjhgfdsaz lkjhgfdsazx
  localhost223 localizador lockerroom lockingservi lol12345678 lolbroek123 loldongs123 lolgetddos
  lollipop123321 lollizard77 lollollol123 lololyo123 lolpassword loneranger lonestar44 lookatmeno
  loploprock losangeles lost4815162342 lothlorien lotrfotr34 louisvuitton love777321777
  loveforever lovehurts1 loveislife lovelovelove lovemachine94120 loveplanet lovezp1314 lp2568cskt
  lsia9dnb9y luansantana lucifer666 luckycharm luckycharm3 ludicgirls luissuarez7 lumberjack
  luojianhua lytdybrbdfvgbhf lytghjgtnhjdcr lzhan16889 m0bilerunt m123456789 m4st3rn3tw0rk
  m6cjy69u35 ma123123123 madagascar madagaskar made40media madmoney14 magical123 mailcreated5240
  maintenance maisuradze majestic12 majoalju25 malaga1993 management manchester manchester1
  manchesterunited mandarinka mandragora mangust6403 mapet123456 mapleleafs march65771 marcuseckos
  marekfarkas1 margherita mariamaria marinamarina marinochka markhegarty markusrules marmeladka
  martinaston1 marvemaheen007 mashamasha masseffect massimiliano master1234 masterbaiting
  masterbate masterbating mastercard masterchief mastermind masturbate masturbation matchbox20
  matematica matematika mathematics matheus123 mattandmanda11 matthew210 mattwashere101 mattylad10
  maurolarastefy maxdillon1 maximilian maximiliano maxmotives mechanical meditation megaword98
  membrino00 metallica1 metropolis mevefalkcakk michael123 michaeljackson michelangelo mickeymouse
  microphone middiblaze12 miguelange mikesikemike mikolaj@2013 milesdavis milfhunter millennium
  millerlite millertime millionaire minecraft1 minecraft123 minhasenha minicooper minkysmoky
  minnesota_hp minniemouse mishaoooyeah misiaczek1 mississipp mississippi mitsubishi mlgpronigga
  modemkilla modestep111 modificacion mogwai1976 mohamed123 momsanaladventure moneymaker
  moneymoney monitorizacion monitorizar monkeybutt monkeynuts monster123 monsterkill monsterman13
  montecarlo montenegro montgom240 montgomery moocoo1234 morganstanley mortalkombat mostwanted
  motdepasse motherfuck motherfucker motherlode motorcycle mountaindew mousebungee123 mousemouse
  movimientos mp3torrent mrnick1415 msoracle32re muchosucko multimedia multiplelo multiplelog
  murcielago musiclover myjdxtcxks mynameisclayton mypassword n123456789 nadeshot8300 nakedteens
  namecid360 naruto2010 narutodragon12 narutouzumaki nastya1995 nastya1996 nastya1997 nastya1999
  nastya2010 nastyanastya natasha123 naughtyboy navigation nazizombies123 nccpl25282
  ne_e_pod_chehyl necromancer necronomicon need4speed needforspeed nemvxyheqdd5oqxyxyzi nesterenko
  networkingpe neveragain neverendk2 nevergiveup neversaymypassword neversaynever neversmile
  neverwinter neworleans newpassword newproject2004 newt7899onrs newzealand neymar4santos
  neznakomka nhbujyjvtnhbz nhbybnhjnjkejk nhecsyfujkjdt nhfdvfnjkju123 nhfrnjhbcn nhfycajhvth
  nhfycajhvths nick1234-rem936 nicolas1999 nicrasow212 nie6d9&h@nnw88gefffy niggalol123 niggers101
  niggers123 niggers650 nightcrawler nightmare1 nightmare123 nightrider nightshade nikiforova
  nikita1994 nikita1996 nikita1997 nikita1998 nikita2000 nikita2002 nikita2010 nikita2011
  niko120601 nikolaevna nikolai123 ninjamonkey nintendo64 nintendods nissan350z nissanskylinegtr
  nloq_010101 nochnik104 nokia6230i nokiadermo nokianokia nomeacuerdo nomnomnom123 nondriversig
  nooblit123 noonehackme nopassword nostradamus notapassword notcameron notmypassword nottingham
  nov.32000@ novosibirsk nthvbyfnjh nthvbyfnjh2 ntktdbpjh1994 nuaddn9561 nufe82s3123 nuttertools
  nv12345678 nwctrinity oap9uto293 oc247ngucz october2332 oduvanchik olcrackmaster oldsmobile
  olegnaruto olivia2264 omgkremidia onefivetwofive1525 onetwothree ontheoutside ontherocks
  opensesame operaciones operations orangejuice27 ordinateur organizacion organizaciones
  orlando1974 orochimaru p030710p$e4o p0o9i8u7y6 p51mustang p9ujkuf36d p@ss142536789 packardbell
  painkiller paintball1 pancakes123 pandemonium paneldecontrol panerai@ny papagia123 parabellum
  paraklast1974 parliament parolparol participar pashademon passhund123 passionate passmaster
  passtrader passw0rd1520 password00 password01 password10 password101 password11 password111
  password12 password123 password1234 password12345 password13 password19 password21 password22
  password23 password2835 password33 password69 password88 password99 passwordassword
  passwordlogsniffer2015 passwordpassword passwordstandard pathfinder pauldavid1 peacemaker
  peanutbutter pebbles2015 pedrojulio101 peepee9230 pendrive245258 penetrating penetration
  people1234 pepa123120 peppermint perasperaadastra percussion perfectexploiter perfection
  performance performing persephone personales peternorth peterpeter peugeot406 pfhfnecnhf
  pflhjncndj pfqwtd27121988 phezc419hv philadelphia philippines phillips1982 phillips81 philosophy
  phoenix123 photography piggy15708 pillow123456789 pillowpet1 pineapple1 pitbull2012insg
  pittsburgh pjsheridan plantillas playground playstatio playstation playstation2 playstation3
  plebnation plextsofttm plhfdcndeq pocahontas pointblank pointbreak poiuytrewq pokemon#50
  pokemon001 pokemon123 pokemon935 polina2005 polina2008 polina2009 polniypizdec0211
  polniypizdec1102 polniypizdec110211 polopolo09 ponomarenko poptropica1 poptropica12 pornografia
  pornographic pornography pornoporno porovoz123 porsche911 portishead portsmouth postov1000
  powerlifting powerpower powerrangers praetorian pratap1245 premiumcash presidente prettygirl
  primetime21 princess12 prisonbreak procesando produccion productid20f production professional
  programador programmer progressive prokopenko prometheus properties prosperity protection
  proveedores providence provisional provisionales psychnaut1 ptybnxtvgbjy publicacion
  publicaciones publicidad puertorico pufunga7782 pulpfiction punksnotdead purplehaze pussybitch
  pussyeater pussylicker pussylover pussypussy pyfrjvcndf pyfrjvcndj q1205199333 q123123123
  q123456789 q1234567890 q1q2q3q4q5 q1q2q3q4q5q6 q1w2e3r4t5 q1w2e3r4t5y q1w2e3r4t5y6
  q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 q2w3e4r5t6 q2w3e4r5t6y7 q80661658441
  qawsedrftg qawsedrftgyh qaz123wsx456 qaz1wsx2edc3 qaz26101778 qazwsx1234 qazwsx12345
  qazwsx123456 qazwsxedc1 qazwsxedc12 qazwsxedc123 qazwsxedcrf qazwsxedcrfv qazwsxedcrfvtgb
  qazwsxqazwsx qazxswedc123 qazxswedcvfr qpwoeiruty qq123456789 qrg7t8rhqy quant4307s quarantine
  queenas8151 quicksilver quiksilver quzzilisback1 qw12er34ty56 qwaszxerdfcv qwaszxqwaszx
  qwe1234567 qwe123qwe123 qweasdzxc1 qweasdzxc12 qweasdzxc123 qwerasdfzxcv qwert12345 qwert54321
  qwertasdfg qwertasdfgzxcvb qwertgfdsa qwertqwert qwerttrewq qwerty123321 qwerty1234 qwerty12345
  qwerty123456 qwerty123456789 qwerty1992 qwerty1993 qwerty2000 qwerty2010 qwerty54321 qwertyasdf
  qwertyasdfg qwertyasdfgh qwertyqwerty qwertyu123 qwertyuiop qwertyuiop1 qwertyuiop10
  qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyuiop123456789 qwertyuiopasdfg qwertyuiopasdfgh
  qwertyuiopasdfghjkl qwertyytrewq qwertzuiop r0106m93.2 r3r3vi3wacc3ss r3vi3wpass
  raddenson11rulez rafaelandres12 rag1na2rok3 rainbowsix rainforest rammstein1
  randomnamesrandomnames rangerover rangers123 rashley198 rattlesnake ravens4life raze2isawesome
  razorblade rbeataz123 realmadrid reanimator redeckstring001 redemption redemption1 redmansgreed1
  redvsblue1 reecejamieson1 registration relentless rememberthis8 rendezvous rerhsybrcs
  residentevil resistance respublika retribution revelation reviewpass revolution
  revtechrevtechrevtech rexcody501st reymisterio reymysterio reynerie31 rfcgthcrbq rfgecnfcerf
  rfhfrfnbwf rfhfvtkmrf rfkbajhybz rfkbybyuhfl rfkfiybrjd rfkmrekznjh rfnfcnhjaf rfnfgekmnf
  rfnthbyf1988 rfnthbyjxrf rfrfirf123 rhbcnbyf123 rhbcnbyjxrf rhfcyjzhcr rhfvfnjhcr ricardo123
  richardson rickisawesome1972 rienbijl2001 rikitikitavi rintixyan8 risky123risky riverplate
  rjcvtnbxrf rjhjkmbien rjirfrgbde rjkjrjkmxbr rjycnbnewbz rjycnfynby rjyjdfkjdf rjytwcdtnf
  rkfdbfnehf roadrunner rockandroll rockbottom rockclimbing rocketship rockhopper rockohamster
  rodrigo123 roflcopter romanroman ronaldinho ronaldinho10 ronaldo123 rosario211 rotmgciscor
  rottweiler rsiscalx6191 rubberduck ruffryders runescape1 runescape11 runescape123 s123456789
  s456123789 sacramento sagitarius sagittarius sailormoon salamander salamandra salmankhan
  salocaluimsg samirsamir1 samsung123 samsungs5230 sanandreas sanfrancisco sanjose408 santaclaus
  santaklaus santamaria santyjordi saqartvelo sasa123321 sasha12345 sashaishot123 sashasasha
  sataniv1993 satisfaction saun24865709 scandinavian schnuck3120 schoolgirlie schumacher
  scooter123 scottb6911 scoubidou2 scoubidou6 scph-39004 scratchman scryptkid123 scubadiver
  sdh686drth sdicmt7seytn sebastian1 seemnemaailm sektorgaza selfok2013 selvimurat91 seniseviyor
  seo21saafd23 serendipity serg123111 sergeevich sergey2010 serggalant sergiodelgado9241154
  sersolution service321 sevastopol sexmachine sexpistols sfhj5484fgh shadow1212 shadowreloaded
  shakespeare shamanking shayan1376 shevchenko shingles23 shitbricks shithappens shitisbrown
  shjds@*&saksuy showmethemoney shxds9638596 sidewinder sidiaich1516 sieffy1boy sierraleone
  silas230200 silenthill silmarillion silvermoon silverstar silverstone simferopol simpleplan
  skateboard skateboarding skateordie skater2730 skittlesyo skorpion39 skylinegtr skyliner34
  skywalker1 slaveowner1 sleepyhollow slipknot123 slipknot66 slipknot666 slonopotam slurpee666
  slushslush sm4llville smailliwsyhr111 smallville smeshariki smokie1994 snusmumrik sojdlg123aljg
  solidsnake something1 sonnenschein sonyericsson sophiejordan soso123aljg soso123bbb southampton
  spam967888 spartak1922 spartan117 specialinsta specialist specialized spence6160 spiderman1
  spiderman2 spiderman3 spiderman74 splurgeola spongebob1 springfield squeak12345 sroftsroft
  ss6z2sw6lu stabilmente stalingrad stalker-24111973 stalker123 stalker2010 stalker777 starcraft1
  starcraft2 stargatesg1 starkiller1234 starscream starwars12 starwars123 statistika steamforums
  stefanescu stensten12 stephanie1 stevesmojo stickdaddy77 sting7ray1 stinkyfinger stomatolog
  stonehenge stratocaster strawberry streetball stresser123 stronghold struhtdesigns97 studioworks
  studmuffin subhanallah submission subscriber successful suckmyballs suckmycock suckmydick
  suckmydick101 summer2010 summertime sundaypunch sunderland sunflower1 sunglasses sunshine69
  suoirolgos101 superduper superman12 superman123 superman69 supermanboy supermario supermodel
  supernatural superpower superpuper supersonic supersport supersuper supervisor sutherland
  sutvsc5ysaa svensps820 svensven100v svetasveta swagger123 swaglord123 swagswag420 sweepstakes
  sweetdream sweetdreams sweetheart sweetiepie sweetpussy sweetsweet sylviahans syncmaster
  syncmaster740n systemofadown sytherxx69 t123456789 t34vfrc1991 t5r4e3w2q1 table54781 tadmichaels
  talal.1234 tamwsn3sja taser334455 taylormade tdfyutkbjy technician techniques technobase16
  technology telecaster television temppassword terminator terminus20 terpannie1 testbot201
  testing123 testname1334 tfjunwptzsjp tg2221fqqq thaeng9kezee9igo thebeatles thecakeisalie
  thegreatone thepianoman74 thesimpsons theyhelp123 thiaguinho thirteen13 thomas2512 thompson03
  throatfuck thugstools thunder123 thunderbird thunderbolt thundercat ticketmaster tigertiger
  tigerwoods tihomirova tikbalang! tikbalang# tikbalang$ tikbalang% tikbalang& tikbalang*
  tikbalang0 tikbalang1 tikbalang2 tikbalang3 tikbalang4 tikbalang5 tikbalang6 tikbalang7
  tikbalang8 tikbalang9 tikbalang? tikbalang@ tikbalang^ timberlake timberland timberwolf
  timmerman96 tinkerbell tobias1995 toby12cleo tojiik85521133 tokiohotel tombraider tomochtuve11
  tottenham1 trabajador trabajadores trafficracer traktorist transexual transformer transformers
  transistor translator transporter travelmate trustnoone tucker@0798 tumbleweed tunesisgod
  tupacshakur turtle1987 tutforme123 tylerca310 u0qxdwuz2wjs ublhjgjybrf ubnkthrfgen ubvyfcnbrf
  uehby92pac ufdyfrecjr ufhhbgjnnth ujkjdjkjvrf unbelievable uncencored undercover undergroun
  underground understand undertaker underwater underworld unforgiven uninstallsql uniqueness
  universidad university userexecute usuckballz1 utilidades utyyflmtdyf v123456789
  v2hhdc9uaguvrnvjaw== vaffanculo valentinka vanderbilt vanyarespekt vbhjndjhtw vbybcnthcndj
  vbyfcnbhbn vef6g55frz velocidade venom121293 versaceboy verydark123 verygoodbot vesy7csae64
  vfhbyfvfhbyf vfhufhbnrf vfhvtkflrf vflfufcrfh vfntvfnbrf vfrcbvtyrj vfrcbvvfrcbv vfuybnjajy
  vfvfgfgf123 vfvfvskfhfve vfylfhbyrf vfylhfujhf viktorovich villeneuve vinogradov vinogradova
  virtuagirl vitalik123 vitalis123 vitor123cara vladimirovna vladislava vladivostok volkswagen
  volkswagon volleyball voxstrange vp3whbjvp8 vqsablpzla vsavb7rtui vsjasnel12 vtkmybrjdf
  vtnhjgjkbnty vyjujltytu vyjujnjxbt w123456789w w1w2w3w4w5 w2dlww3v5p w3453lrunzxbl wachtwoord
  wainaina12 walkman555 wallstreet walsher123 warhammer40k warriors2274798 warrock123 washburn21
  washington wassabii123 waterfalls watermelon watscheslaw123 wazzkaprivet wc86trcvats2f2q
  wcrfxtvgbjy weaknesspays wearelegion webhompass websolutions websolutionssu webuivalidat
  weihnachte weihnachten weihnachtsbau welcome123 wellington wenef45313 werty12345 westminster
  wethepeople whatsapassword whatthefuck whatthehell whitecinder whitehouse whitepower whiterabbit
  whitewolf1 whosyourdaddy widescreen widespread wildflower wile8&micrometer willy12345 winchester
  winnipeg261 winstonone wishmaster witchblade wojciekofsky wolfenstein wolfninja12 wolverines
  wolvezin34 wonderland wonderwall wonderwoman wrestling1 writerspace wsx22wsx22 wutangclan
  wwerocks123 wwwooo1234 xiaoyua123 xpressmusic xtkjdtrgfer xxccxxzzmm xxmythpvpxx xxpa33bq.adna
  xxxp455w0rd5 yanshi1982 yassin1955 ybrjkftdbx ybrjkftdyf yellowducky yfcnhjtybt yfcnzyfcnz
  yflz13041976 yfnfif2010 yfnfitymrf yjdjrepytwr yjdjvjcrjdcr yjdsqgfhjkm yk66o2kzpz yogeshishot
  yoshimitsu youngmoney yourlifemeansnothing06 yourmomisfat1 yourmother youtubes12 youwontguessit
  ytdpkjvfti ytpfdbcbvjcnm ytpyfrjvrf ytrhjvfycth ytrhjvfyn10 yurkamaliy z+).8kfl[x z123456789
  z1234567890 z1x2c3v4b5 z1x2c3v4b5n6 z1x2c3v4b5n6m7 z1z2z3z4z5 z6mte4dljmq36wv zaq12wsxcde3
  zaq1xsw2cde3 zaqwsxcderfv zaqxswcde123 zaratustra zbirdmexico zcfvfzkexifz zcfvfzrhfcbdfz
  zcxfcnkbdf zcxfcnkbdfz zelenograd zexts364325 zghjcnjcegth zhangfan123 zhengkevin
  zinhorimanmori@123 zjses9evpa zn87x54mxma zobrdjlrb1 zombieboy99 zoos1458799 zqjphsyf6ctifgu
  zsxmr7sztmr zundarian0757 zx123456789 zxcasdqwe123 zxcvasdfqwer zxcvb09876 zxcvb12345 zxcvbasdfg
  zxcvbn123456 zxcvbn3215 zxcvbnm123 zxcvbnm123456789 zxcvbnmmnbvcxz zxcvbnmzxcvbnm zxcvbzxcvb
  zxcvmnb1000
`
    .trim()
    .split(/\s+/);
}
