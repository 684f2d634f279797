//! Short texts for every section of CommonMark 0.31 and of GitHub's extensions.

/// A section and its texts.
pub type Section = (&'static str, &'static [&'static str]);

/// All of them.
#[rustfmt::skip]
pub const SECTIONS: &[Section] = &[
    ("tabs", &[
        "\toffre\tde stage", "  \tcode avec tabulation", "    un\tdeux\n    trois\tquatre", " - entrée\n\n\tsuite après tabulation",
        "- entrée\n\n\t\tcode dans la liste", ">\t\tcitation puis code", "-\t\tpuce puis code", "    premier\n\tsecond",
        " - un\n   - deux\n\t - trois", "#\tTitre après tabulation", "*\t*\t*\t", "mot\tmot\tmot",
    ]),
    ("backslash escapes", &[
        "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~ fin", "\\un\\deux\\ trois",
        "\\*pas d'italique\\*\n\\[pas un lien](/x)\n\\`pas du code`\n1\\. pas une liste\n\\# pas un titre", "\\\\*italique*", "ligne\\\nsuivante",
        "`` code \\` reste ``", "    code \\[ reste", "~~~\nclôture \\] reste\n~~~", "<https://lab.example?recherche=\\*>", "<a href=\"/chemin\\/\">lien</a>",
        "[texte](/cible\\* \"titre\\*\")", "[texte]\n\n[texte]: /cible\\* \"titre\"", "``` langue\\+\ncontenu\n```", "rh\\@lab.example", "12\\.5 jours",
    ]),
    ("entities", &[
        "&nbsp;&amp;&copy;&AElig;&Dcaron; mot &frac34; &HilbertSpace; &DifferentialD; &ClockwiseContourIntegral; &ngE;",
        "&#35;&#1234;&#992;&#0; fin", "&#X22; &#XD06; &#xcab; fin", "&nbsp &x; &#; &#x; &#87654321; &#abcdef0; &ThisIsNotDefined; &hi?; mot",
        "&copy sans fin", "&Inventee; reste", "<a href=\"caf&eacute;.html\">menu</a>", "[lien](/caf&eacute; \"th&eacute;\")", "``` caf&eacute;\ncode\n```",
        "`f&ouml; reste`", "    f&ouml; reste", "&#42;étoiles&#42;\n*vraies*", "&#42; entrée\n\n* vraie entrée", "avant&#10;&#10;après", "&#9;tabulation", "[lien](&quot;x&quot; y)",
        "salaire &gt; 30 k&euro; &lt; 40 k&euro;",
    ]),
    ("precedence", &["- `un\n- deux`", "- **un\n- deux**", "> `un\n> deux`", "# `titre\nligne`"]),
    ("thematic breaks", &[
        "***\n---\n___", "+++", "===", "--\n**\n__", " ***\n  ***\n   ***", "    ***", "texte\n    ***", "_____________________________________", " - - -",
        " **  * ** * ** * **", "-     -      -      -", "- - - -    ", "_ _ _ _ a\n\na------\n\n---a---", " *-*", "- un\n***\n- deux", "Texte\n***\nsuite",
        "Titre\n---\nsuite", "* un\n* * *\n* deux", "- un\n- * * *", "avant\n\n---\n\naprès",
    ]),
    ("atx headings", &[
        "# un\n## deux\n### trois\n#### quatre\n##### cinq\n###### six", "####### sept dièses", "#5 fois\n\n#motclé", "\\## échappé", "# titre *gras* \\*échappé\\*",
        "#                  espacé                     ", " ### un\n  ## deux\n   # trois", "    # code", "texte\n    # suite", "## fermé ##\n  ###   fermé    ###",
        "# long ##################################\n##### court ##", "### espaces ###     ", "### pas fermé ### b", "# dièse collé#", "### un \\###\n## deux #\\##\n# trois \\#",
        "****\n## titre\n****", "Avant\n# titre\nAprès", "## \n#\n### ###", "##Titre sans espace", "#Titre",
    ]),
    ("setext headings", &[
        "Titre *un*\n=========\n\nTitre *deux*\n---------", "Titre *sur\ndeux lignes*\n====", "  Titre *sur\ndeux*\t\n====", "Titre\n-------------------------\n\nAutre\n=",
        "   Trois\n---\n\n  Deux\n-----\n\n Un\n===", "    Code\n    ---\n\n    Code\n---", "Titre\n   ----      ", "Titre\n    ---", "Titre\n= =\n\nTitre\n--- -", "Titre  \n-----",
        "Titre\\\n----", "`Titre\n----\n`\n\n<a title=\"un\n---\ndeux\"/>", "> Titre\n---", "> un\ndeux\n===", "- Titre\n---", "Un\nDeux\n---", "---\nUn\n---\nDeux\n---\nTrois",
        "\n====", "---\n---", "- un\n-----", "    un\n---", "> un\n-----", "\\> un\n------", "Un\n\ndeux\n---\ntrois", "Un\ndeux\n\n---\n\ntrois", "Un\ndeux\n* * *\ntrois", "Un\ndeux\n\\---\ntrois",
    ]),
    ("indented code", &[
        "    un simple\n      bloc indenté", "  - un\n\n    deux", "1.  un\n\n    - deux", "    <b/>\n    *pas*\n\n    - une puce", "    un\n\n    deux\n  \n \n \n    trois",
        "    un\n      \n      deux", "Texte\n    suite", "    un\ndeux", "# Titre\n    un\nTitre\n------\n    deux\n----", "        un\n    deux", "\n    \n    un\n    ", "    un  ",
    ]),
    ("fenced code", &[
        "```\n<\n >\n```", "~~~\n<\n >\n~~~", "``\nun\n``", "```\nun\n~~~\n```", "~~~\nun\n```\n~~~", "````\nun\n```\n``````", "~~~~\nun\n~~~\n~~~~", "```", "`````\n\n```\nun",
        "> ```\n> un\n\ndeux", "```\n\n  \n```", "```\n```", " ```\n un\nun\n```", "  ```\nun\n  un\nun\n  ```", "   ```\n   un\n    un\n  un\n   ```", "    ```\n    un\n    ```",
        "```\nun\n  ```", "   ```\nun\n  ```", "```\nun\n    ```", "``` ```\nun", "~~~~~~\nun\n~~~ ~~", "avant\n```\nun\n```\naprès", "Titre\n---\n~~~\nun\n~~~\n# deux",
        "```ruby\ndef f(x)\n  return 3\nend\n```", "~~~~    ruby startline=3 $%@#$\ndef f(x)\nend\n~~~~~~~", "````;\n````", "``` aa ```\nun", "~~~ aa ``` ~~~\nun\n~~~", "```\n``` aaa\n```",
    ]),
    ("html blocks", &[
        "<table><tr><td>\n<pre>\n**Bonjour**,\n\n_monde_.\n</pre>\n</td></tr></table>", "<table>\n  <tr>\n    <td>\n           salut\n    </td>\n  </tr>\n</table>\n\nsuite.",
        " <div>\n  *bonjour*\n         <foo><a>", "</div>\n*un*", "<DIV CLASS=\"x\">\n\n*Gras*\n\n</DIV>", "<div id=\"un\"\n  class=\"deux\">\ntexte\n</div>", "<div>\n*un*\n\n*deux*",
        "<div><a href=\"deux\">*un*</a></div>", "<table><tr><td>\nun\n</td></tr></table>", "<div></div>\n``` c\nint x = 33;\n```", "<a href=\"un\">\n*deux*\n</a>", "<i class=\"x\">\n*deux*\n</i>",
        "</ins>\n*deux*", "<del>\n*un*\n</del>", "<del>\n\n*un*\n\n</del>", "<del>*un*</del>", "<pre language=\"haskell\"><code>\nimport X\n\nmain = print\n</code></pre>\nfini",
        "<script type=\"text/javascript\">\nalert(1)\n</script>\nfini", "<style\n  type=\"text/css\">\nh1 {color:red;}\n\np {color:blue;}\n</style>\nfini", "> <div>\n> un\n\ndeux", "- <div>\n- un",
        "<style>p{color:red;}</style>\n*un*", "<!-- un -->*deux*\n*trois*", "<!-- Un\n\ndeux\n   trois -->\nfini", "<?php\n\n  echo '>';\n\n?>\nfini", "<!DOCTYPE html>\nfini", "  <!-- un -->\n\n    <!-- deux -->",
        "Un\n<div>\ndeux\n</div>", "<div>\nun\n</div>\n*deux*", "Un\n<a href=\"deux\">\ntrois", "<div>\n\n*Gras* texte.\n\n</div>", "<table>\n\n<tr>\n\n<td>\nSalut\n</td>\n\n</tr>\n\n</table>",
        "<ul>\n<li>un\n<li>deux\n</ul>", "<ol start=\"3\"><li>trois</li><li>quatre</li></ol>", "<details>\n<summary>Plus</summary>\n\nCaché\n\n</details>", "<h2>Titre</h2><p>Texte</p>",
    ]),
    ("link reference definitions", &[
        "[foo]: /url \"titre\"\n\n[foo]", "   [foo]: \n      /url  \n           'le titre'  \n\n[foo]", "[Foo*bar\\]]:ma_url 'titre (avec)'\n\n[Foo*bar\\]]", "[Foo bar]:\n<ma url>\n'titre'\n\n[Foo bar]",
        "[foo]: /url '\ntitre\nligne\n'\n\n[foo]", "[foo]:\n/url\n\n[foo]", "[foo]: <>\n\n[foo]", "[foo]\n\n[foo]: url", "[foo]\n\n[foo]: un\n[foo]: deux", "[FOO]: /url\n\n[Foo]", "[ΑΓΩ]: /φου\n\n[αγω]",
        "[foo]: /url \"titre\" ok", "```\n[foo]: /url\n```\n\n[foo]", "Texte\n[bar]: /baz\n\n[bar]", "# [Foo]\n[foo]: /url\n> bar", "[foo]: /url\nbar\n===\n[foo]", "[foo]\n\n> [foo]: /url",
    ]),
    ("paragraphs and blank lines", &[
        "un\n\ndeux", "un\ndeux\n\ntrois\nquatre", "un\n\n\ndeux", "  un\n deux", "un\n             deux\n                                       trois", "   un\ndeux", "    un\ndeux", "un     \ndeux     ",
        "  \n\nun\n  \n\n# deux\n\n  ", "un\r\ndeux\r\n\r\ntrois", "une phrase qui va\nà la ligne toute seule, sans\nraison",
    ]),
    ("block quotes", &[
        "> # Un\n> deux\n> trois", "># Un\n>deux\n> trois", "   > # Un\n   > deux\n > trois", "    > # Un\n    > deux", "> # Un\n> deux\ntrois", "> un\ndeux\n> trois", "> un\n---", "> - un\n- deux", ">     un\n    deux",
        "> ```\nun\n```", "> un\n    - deux", ">", ">\n>  \n> ", ">\n> un\n>  ", "> un\n\n> deux", "> un\n>\n> deux", "un\n> deux", "> un\n***\n> deux", "> un\ndeux", "> un\n\ndeux", "> un\n>\ndeux", "> > > un\ndeux",
        ">>> un\n> deux\n>>trois", ">     code\n\n>    pas code",
    ]),
    ("list items", &[
        "Un paragraphe\nsur deux lignes.\n\n    code indenté\n\n> Une citation.", "1.  Un paragraphe\n    sur deux lignes.\n\n        code\n\n    > Citation.", "- un\n\n deux", "- un\n\n  deux", " -    un\n\n     deux",
        "   > > 1.  un\n>>\n>>     deux", ">>- un\n>>\n  >  > deux", "-un\n\n2.deux", "- un\n\n\n  deux", "1.  un\n\n    ```\n    deux\n    ```\n\n    trois\n\n    > quatre", "- Un\n\n      deux\n\n\n      trois",
        "123456789. ok", "1234567890. non", "0. ok", "003. ok", "-1. non", "- un\n\n      deux", "  10.  un\n\n           deux", "1.     code\n\n   texte\n\n       plus", "1.      code\n\n   texte", "-\n  un\n-\n  ```\n  deux\n  ```\n-\n      trois",
        "-   \n  un", "-\n\n  un", "- un\n-\n- deux", "1. un\n2.\n3. deux", "*", "un\n*\n\nun\n1.", "  1.  Un\n      deux.\n\n          code\n\n      > Citation", "    1.  Un\n\n            code", "> 1. > Citation\nsuite ici.",
        "- un\n  - deux\n    - trois\n      - quatre", "- un\n - deux\n  - trois\n   - quatre", "10) un\n    - deux", "- - un", "1. - 2. un", "- # Un\n- Deux\n  ---\n  trois",
    ]),
    ("lists", &[
        "- un\n- deux\n+ trois", "1. un\n2. deux\n3) trois", "Un\n- deux\n- trois", "Le nombre de fenêtres est\n14.  Le nombre de portes est 6.", "Le nombre est\n1.  Le nombre", "- un\n\n- deux\n\n\n- trois", "- un\n  - deux\n    - trois\n\n\n      quatre",
        "- un\n- deux\n\n<!-- -->\n\n- trois\n- quatre", "- a\n - b\n  - c\n   - d\n  - e\n - f\n- g", "1. a\n\n  2. b\n\n   3. c", "- a\n- b\n\n- c", "* a\n*\n\n* c", "- a\n- b\n\n  c\n- d", "- a\n- ```\n  b\n\n\n  ```\n- c", "- a\n  - b\n\n    c\n- d",
        "* a\n  > b\n  >\n* c", "- a\n  > b\n  ```\n  c\n  ```\n- d", "- a", "- a\n  - b", "1. ```\n   un\n   ```\n\n   deux", "* un\n  * deux\n\n  trois", "- a\n  - b\n  - c\n\n- d\n  - e\n  - f", "• un\n• deux\n• trois", "– un ;\n– deux.", "-un\n-deux",
    ]),
    ("code spans", &[
        "`salut`lo`", "`` un ` deux ``", "` `` `", "`  ``  `", "` a`", "`\u{a0}b\u{a0}`", "``\nun\ndeux  \ntrois\n``", "`un   deux \ntrois`", "`un\\`deux`", "``un`deux``", "*un`*`", "[pas un `lien](/deux`)", "`<a href=\"`\">`", "<a href=\"`\">`",
        "`<https://un.deux.`trois>`", "```un``", "`un", "`un``deux``",
    ]),
    ("emphasis", &[
        "*un deux*", "a * un deux*", "a*\"un\"*", "*\u{a0}a\u{a0}*", "un*deux*", "5*6*78", "_un deux_", "_ un deux_", "a_\"un\"_", "un_deux_", "5_6_78", "пристаням_стремятся_", "un-_(deux)_", "_un*", "*un deux *", "*un deux\n*", "*(*un)", "*(*un*)*", "*un*deux",
        "_(_un_)_", "_un_deux_trois_", "_(un)_.", "**un deux**", "** un deux**", "a**\"un\"**", "un**deux**", "__un deux__", "__ un__", "__un, __deux__, trois__", "**un deux **", "**(**un)", "*(**un**)*", "**Un (*Deux*, *trois*)**", "**un \"*deux*\" un**", "**un**deux",
        "*un [deux](/url)*", "*un\ndeux*", "_un __deux__ trois_", "*un **deux** trois*", "*un**deux**trois*", "*un**deux*", "***un** deux*", "*un **deux***", "un***deux***trois", "un******deux*********trois", "*un **deux *trois* quatre** cinq*", "** n'est rien", "un ***",
        "un *\\**", "un *_*", "**un*", "*un**", "***un**", "****un*", "**un***", "__un_", "**un**deux**trois**", "****un****", "******un******", "***un***", "*un _deux* trois_", "*un __deux *trois quatre__ cinq*", "**un **deux trois**", "*[deux*](/url)", "**<a href=\"**\">", "*a `*`*",
        "**Durée :**6 mois", "**Lieu** : Brest", "le 20^e étage",
    ]),
    ("links", &[
        "[lien](/uri \"titre\")", "[lien](/uri)", "[](./cible.md)", "[lien]()", "[lien](<>)", "[lien](/ma uri)", "[lien](</ma uri>)", "[lien](foo\nbar)", "[a](<b)c>)", "[lien](<foo\\>)", "[lien](\\(foo\\))", "[lien](foo(and(bar)))", "[lien](foo\\)\\:)", "[lien](#fragment)\n\n[lien](https://lab.example#fragment)",
        "[lien](foo%20b&auml;)", "[lien](\"titre\")", "[lien](/url \"titre\")\n[lien](/url 'titre')\n[lien](/url (titre))", "[lien](/url \"titre \\\"&quot;\")", "[lien](   /uri\n  \"titre\"  )", "[lien] (/uri)", "[lien [un [deux]]](/uri)", "[lien] deux](/uri)", "[lien [deux](/uri)", "[lien *un **deux** `#`*](/uri)",
        "[![lune](lune.jpg)](/uri)", "[un [deux](/uri)](/uri)", "*[un*](/uri)", "[un *deux](trois*)", "*un [deux* trois]", "[un <deux attr=\"](trois)\">", "[un`](/uri)`", "[un][deux]\n\n[deux]: /url \"titre\"", "[lien [un]][ref]\n\n[ref]: /uri", "[un][DEUX]\n\n[deux]: /url", "[un] [deux]\n\n[deux]: /url", "[un][]\n\n[un]: /url",
        "[*un* deux][]\n\n[*un* deux]: /url", "[un]\n[]\n\n[un]: /url", "[[*un* deux]]\n\n[*un* deux]: /url", "[un] deux\n\n[un]: /url", "\\[un]\n\n[un]: /url", "*[un*]\n\n[un*]: /url", "[un](pas un lien)\n\n[un]: /u", "[un][deux][trois]\n\n[trois]: /url", "[écrire](mailto:rh@lab.example?subject=Stage)", "[voir](https://lab.example/a b)",
    ]),
    ("images", &[
        "![un](/url \"titre\")", "![un *deux*]\n\n[un *deux*]: train.jpg", "![un ![deux](/url)](/url2)", "![un [deux](/url)](/url2)", "![un](train.jpg)", "Mon ![un deux](/chemin/train.jpg  \"titre\"   )", "![un](<url>)", "![](/url)", "![un][deux]\n\n[deux]: /url", "![un][]\n\n[un]: /url", "![un]\n\n[un]: /url", "!\\[un]\n\n[un]: /url", "\\![un]\n\n[un]: /url",
    ]),
    ("autolinks", &[
        "<https://un.deux.trois>", "<https://un.deux.trois/test?q=salut&id=22&b>", "<irc://un.deux:2233/trois>", "<MAILTO:UN@DEUX.TROIS>", "<a+b+c:d>", "<https://../>", "<localhost:5001/un>", "<https://un.deux/trois quatre>", "<https://lab.example/\\[\\>", "<un@deux.example>", "<un+special@Deux.trois-quatre0.example>", "<un\\+@deux.example.com>", "<>", "< https://un.deux >", "<m:abc>", "<un.deux.trois>", "https://lab.example", "un@deux.example",
    ]),
    ("raw html", &[
        "<a>un<bab>deux<c2c>", "<a/>un<b2/>", "<a  />un<b2\ndata=\"foo\" >", "<a foo=\"bar\" bam = 'baz <em>\"</em>'\n_boolean zoop:33=zoop:33 />fin", "Un <responsive-image src=\"x.jpg\" />", "<33> <__>", "<a h*#ref=\"hi\">", "< a><\nfoo><bar/ >", "<a href='deux'titre=un>", "</a></foo >fin", "</a href=\"foo\">", "un <!-- un commentaire -\nmultiligne --> fin", "un <!--> un -->\n\nun <!---> un -->", "un <?php echo $a; ?> fin", "un <!ELEMENT br EMPTY> fin", "un <![CDATA[>&<]]> fin", "un <a href=\"&ouml;\"> fin", "H<sub>2</sub>O et 1<sup>er</sup>", "un<br>deux<br/>trois", "<b>un</b> <i>deux</i> <u>trois</u> <s>quatre</s> <code>cinq</code>", "Objet : <nom> <prénom>",
    ]),
    ("breaks", &[
        "un  \ndeux", "un\\\ndeux", "un       \ndeux", "un  \n     deux", "un\\\n     deux", "*un  \ndeux*", "*un\\\ndeux*", "`code  \nfin`", "`code\\\nfin`", "<a href=\"un  \ndeux\">", "un\\", "un  ", "### un\\", "### un  ", "un\ndeux", "un \n deux",
    ]),
    ("textual content", &["salut $.;'there", "Foo χρῆν", "Plusieurs     espaces", "日本語の文章です", "שלום עולם", "e\u{301}te\u{301}", "👩\u{200d}💻 au travail", "🇫🇷 drapeau", "👍🏽 pouce", "soft\u{ad}hyphen", "zéro\u{200b}largeur", "12\u{a0}000\u{202f}€ « brut »"]),
    ("tables", &[
        "| un | deux |\n| --- | --- |\n| trois | quatre |", "| un | deux |\n:-: | -----------:\ntrois | quatre", "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |", "| un | deux |\n| --- | --- |\n| trois | quatre |\n> cinq", "| un | deux |\n| --- | --- |\n| trois | quatre |\ncinq\n\nsix", "| un | deux |\n| --- |\n| trois |",
        "| un | deux |\n| --- | --- |\n| trois |\n| quatre | cinq |", "| un | deux |\n| --- | --- |", "|un|\n|-|\n|deux|", "| un | deux | trois |\n|:--|:-:|--:|\n| une phrase assez longue pour être coupée | une autre phrase assez longue | et une troisième |", "- | un | deux |\n  |---|---|\n  | trois | quatre |", "| [un](/x) | **deux** |\n|-|-|\n| `trois` | <b>quatre</b> |",
        "un | deux\n-|-\ntrois | quatre", "| un |\n| - |\n| ligne<br>autre |",
    ]),
    ("task lists", &["- [ ] un\n- [x] deux", "- [x] un\n  - [ ] deux\n  - [x] trois\n- [ ] quatre", "1. [ ] un\n2. [X] deux", "- [] un", "- [x]un", "* [ ] **un** [deux](/x)"]),
    ("strikethrough", &["~~Salut~~ Bonjour ~là~ monde!", "Ceci ~~a un\n\nnouveau paragraphe~~.", "Ceci ne ~~~barre~~~ rien.", "~~un **deux** trois~~", "~un~~ deux"]),
    ("autolinks extended", &[
        "www.lab.example", "Voir www.lab.example/aide pour plus.", "Voir www.lab.example.", "www.lab.example/recherche?q=(un+(deux))", "www.lab.example/recherche?q=un&hl=fr", "http://lab.example", "(https://lab.example/recherche?q=(deux))", "foo@bar.example", "bonjour@lab.example/pas+info", "a.b-c_d@a.b", "a.b-c_d@a.b-", "mailto:rh@lab.example.", "xmpp:un@deux.trois",
    ]),
    ("disallowed raw html", &["<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> est interdit.  <XMP> aussi.\n</blockquote>", "<iframe src=\"https://lab.example\"></iframe> fin", "<textarea>un</textarea>"]),
    ("footnotes", &["Une note[^1].\n\n[^1]: Le texte.", "Deux[^un] notes[^deux].\n\n[^deux]: Seconde.\n[^un]: Première,\n    sur deux lignes.", "Sans texte[^rien].", "[^seule]: Sans appel.", "Deux fois[^a] la même[^a].\n\n[^a]: Note.\n\n    - puce\n    - puce encore"]),
    ("alerts", &["> [!NOTE]\n> Utile.", "> [!WARNING]\n> Prudence\n>\n> - un\n> - deux", "> [!TIP] pas une alerte", "> [!IMPORTANT]\n> **un** [deux](/x)", "> [!CAUTION]\n> un"]),
];
