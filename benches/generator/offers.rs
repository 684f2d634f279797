//! Offers that look like real ones, as many as wanted, the same on every machine.
//!
//! Used by the benches and by `benches/compare`. All words are our own; organisations and small towns are made of
//! syllables, so that a large folder has as many distinct words as a real one. Depends on nothing but the standard
//! library.

use std::fmt::Write as _;

/// One generated offer.
#[derive(Debug, Clone)]
pub struct Generated {
    /// Path in the folder: a year, a number and the title.
    pub path: String,
    pub title: String,
    pub organization: String,
    pub place: String,
    /// `stage`, `cdi`, … as the front matter says it.
    pub kind: &'static str,
    pub tags: Vec<&'static str>,
    /// `YYYY-MM-DD`.
    pub posted: String,
    pub deadline: Option<String>,
    pub months: Option<u16>,
    pub pay: Option<u32>,
    pub remote: bool,
    pub email: String,
    /// Markdown without the front matter, some four kilobytes.
    pub body: String,
}

impl Generated {
    /// Writes the offer as a file.
    pub fn markdown(&self) -> String {
        let mut out = String::with_capacity(self.body.len() + 400);
        let _ = write!(
            out,
            "---\ntitle: \"{}\"\norganization: \"{}\"\n",
            self.title, self.organization
        );
        let _ = writeln!(out, "lieu: {}\ntype: {}\ndate: {}", self.place, self.kind, self.posted);
        let _ = writeln!(out, "tags: [{}]", self.tags.join(", "));
        if let Some(deadline) = &self.deadline {
            let _ = writeln!(out, "date_limite: {deadline}");
        }
        let _ = write!(out, "---\n\n{}", self.body);
        out
    }

    /// The line that a finder is given: what tremplin searches of the fields.
    pub fn line(&self) -> String {
        format!(
            "{} · {} · {} · {} · {}",
            self.title,
            self.organization,
            self.place,
            self.kind,
            self.tags.join(" ")
        )
    }
}

/// Makes offer number `number`. Each stands alone: the same number gives the same offer whatever was made before.
pub fn offer(number: u64) -> Generated {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x7472_656d_706c_696e);
    let role = dice.pick(&ROLES);
    let subject = dice.pick(&SUBJECTS);
    let kind = dice.pick(&KINDS);
    let (title, organization) = (title(&mut dice, role, subject, kind), organization(&mut dice));
    let place = if dice.one_in(3) {
        town(dice.below(1500))
    } else {
        (*dice.pick(&CITIES)).to_owned()
    };
    let tags = (0..dice.below(4)).map(|_| *dice.pick(&TAGS)).collect::<Vec<_>>();
    let (year, month, day) = (2025 + dice.below(2), 1 + dice.below(12), 1 + dice.below(28));
    let posted = format!("{year}-{month:02}-{day:02}");
    let deadline = dice
        .one_in(2)
        .then(|| format!("{}-{:02}-{:02}", year + 1, 1 + dice.below(12), 1 + dice.below(28)));
    let months = (!dice.one_in(3)).then(|| u16::try_from(2 + dice.below(23)).unwrap_or(6));
    let pay = dice
        .one_in(3)
        .then(|| u32::try_from(600 + 50 * dice.below(60)).unwrap_or(1200));
    let remote = dice.one_in(4);
    let domain: String = organization
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let email = format!("recrutement@{domain}.example");
    let mut offer = Generated {
        path: String::new(),
        title,
        organization,
        place,
        kind,
        tags,
        posted,
        deadline,
        months,
        pay,
        remote,
        email,
        body: String::new(),
    };
    let slug: String = offer
        .title
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .take(40)
        .collect();
    offer.path = format!("{year}/{month:02}/{number:07}-{slug}.md");
    offer.body = body(&mut dice, &offer, subject);
    offer
}

fn title(dice: &mut Dice, role: &str, subject: &str, kind: &str) -> String {
    match dice.below(5) {
        0 => format!("{role} — {subject}"),
        1 => format!("{kind} : {subject}"),
        2 => format!("{role} {}", dice.pick(&TOOLS)),
        3 => format!("Offre de {kind} – {role} {subject}"),
        _ => format!("{role} ({subject})"),
    }
}

fn organization(dice: &mut Dice) -> String {
    let name = name(dice.below(9000) + 20_000);
    match dice.below(6) {
        0 => format!("Association {name}"),
        1 => format!("{name} Conseil"),
        2 => format!("Ville de {name}"),
        3 => format!("Laboratoire {name}"),
        4 => format!("Coopérative {name}"),
        _ => name,
    }
}

fn town(number: u64) -> String {
    let name = name(number + 5_000_000);
    if number.is_multiple_of(4) {
        format!("Saint-{name}")
    } else {
        name
    }
}

/// Makes a name of two to four syllables.
fn name(number: u64) -> String {
    let mut name = syllables(number);
    if let Some(first) = name.get(..1).map(str::to_uppercase) {
        name.replace_range(..1, &first);
    }
    name
}

fn syllables(number: u64) -> String {
    let mut dice = Dice(number.wrapping_mul(0xd134_2543_de82_ef95) ^ 0x5eed);
    (0..2 + dice.below(3)).map(|_| *dice.pick(&SYLLABLES)).collect()
}

fn body(dice: &mut Dice, offer: &Generated, subject: &str) -> String {
    let mut out = String::with_capacity(4600);
    let _ = writeln!(out, "# {}\n", offer.title);
    let _ = writeln!(
        out,
        "**{}** recrute à {}, pour {subject}.\n",
        offer.organization, offer.place
    );
    for heading in [
        "La structure",
        "Vos missions",
        "Le profil recherché",
        "Les conditions",
        "Pour candidater",
    ] {
        let _ = writeln!(out, "## {heading}\n");
        match heading {
            "Vos missions" | "Le profil recherché" => {
                for _ in 0..4 + dice.below(5) {
                    let _ = writeln!(out, "- {} ;", phrase(dice));
                }
            }
            "Les conditions" => conditions(offer, &mut out),
            "Pour candidater" => {
                let _ = writeln!(
                    out,
                    "Envoyez CV et lettre de motivation à [{0}](mailto:{0}), objet : « {1} ».",
                    offer.email, offer.title
                );
            }
            _ => (),
        }
        for _ in 0..=dice.below(2) {
            let sentences: Vec<String> = (0..2 + dice.below(3)).map(|_| capital(&phrase(dice))).collect();
            let _ = writeln!(out, "\n{}.", sentences.join(". "));
        }
        out.push('\n');
    }
    out
}

fn conditions(offer: &Generated, out: &mut String) {
    if let Some(months) = offer.months {
        let _ = writeln!(out, "Durée : {months} mois.");
    }
    if let Some(pay) = offer.pay {
        let _ = writeln!(out, "Rémunération : {pay} € brut par mois.");
    }
    if let Some(deadline) = &offer.deadline {
        let _ = writeln!(out, "Date limite de candidature : {deadline}.");
    }
    if offer.remote {
        let _ = writeln!(out, "Télétravail possible deux jours par semaine.");
    }
}

/// Makes a phrase of usual words and, now and then, of rare ones.
fn phrase(dice: &mut Dice) -> String {
    let mut words = vec![(*dice.pick(&VERBS)).to_owned()];
    for _ in 0..6 + dice.below(9) {
        words.push(match dice.below(8) {
            0 => syllables(dice.rare(90_000)),
            1 | 2 => (*dice.pick(&SMALL)).to_owned(),
            3 => (*dice.pick(&SUBJECTS)).to_owned(),
            _ => (*dice.pick(&WORDS)).to_owned(),
        });
    }
    words.join(" ")
}

fn capital(phrase: &str) -> String {
    let mut chars = phrase.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A small generator of numbers (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.roll() % bound
    }

    fn one_in(&mut self, chances: u64) -> bool {
        self.below(chances) == 0
    }

    /// A number below `bound`, small ones far more often: words of a language come so.
    fn rare(&mut self, bound: u64) -> u64 {
        let (a, b) = (self.below(bound), self.below(bound));
        a * b / bound
    }

    fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[usize::try_from(self.below(list.len() as u64)).unwrap_or_default()]
    }
}

const KINDS: [&str; 9] = [
    "stage",
    "stage",
    "CDI",
    "CDI",
    "CDD",
    "alternance",
    "freelance",
    "thèse",
    "bénévolat",
];

const ROLES: [&str; 40] = [
    "Développeur·se web",
    "Développeur(se) back-end",
    "Ingénieur·e logiciel",
    "Chargé·e de mission",
    "Chargée de projet",
    "Chef·fe de projet numérique",
    "Data scientist",
    "Data engineer",
    "Analyste de données",
    "Administrateur·rice systèmes",
    "Designer d’interface",
    "Chercheur·euse UX",
    "Responsable communication",
    "Chargé(e) de partenariats",
    "Technicien·ne support",
    "Développeuse mobile",
    "Architecte logiciel",
    "Médiateur·rice numérique",
    "Assistant·e de recherche",
    "Doctorant·e",
    "Post-doctorant·e",
    "Coordinateur·rice de réseau",
    "Juriste",
    "Géomaticien·ne",
    "Cartographe",
    "Économiste",
    "Statisticien·ne",
    "Journaliste de données",
    "Formateur·rice",
    "Product owner",
    "Software engineer",
    "Backend developer",
    "Frontend developer",
    "Research assistant",
    "Community manager",
    "DevOps",
    "Bibliothécaire",
    "Conseiller·ère France services",
    "Animateur·rice",
    "Urbaniste",
];

const SUBJECTS: [&str; 48] = [
    "données ouvertes",
    "cartographie participative",
    "transition écologique",
    "qualité de l’air",
    "accès aux droits",
    "économie sociale",
    "économie locale",
    "service public numérique",
    "éducation populaire",
    "logiciels libres",
    "santé publique",
    "mobilités douces",
    "agriculture durable",
    "inclusion numérique",
    "accessibilité web",
    "archives et patrimoine",
    "énergies renouvelables",
    "gestion de l’eau",
    "biodiversité",
    "démocratie locale",
    "transparence de la vie publique",
    "économie circulaire",
    "logement social",
    "jeunesse et sports",
    "protection de l’enfance",
    "recherche reproductible",
    "traitement du langage",
    "apprentissage automatique",
    "vision par ordinateur",
    "calcul scientifique",
    "sécurité informatique",
    "cryptographie appliquée",
    "interfaces en ligne de commande",
    "bases de données",
    "infrastructures libres",
    "réseaux et télécoms",
    "systèmes embarqués",
    "robotique",
    "climat",
    "océanographie",
    "histoire numérique",
    "linguistique de corpus",
    "sociologie du travail",
    "politiques publiques",
    "finances locales",
    "commande publique",
    "open data",
    "public interest technology",
];

const TOOLS: [&str; 24] = [
    "Rust",
    "Python",
    "C++",
    "C#",
    ".NET",
    "Java",
    "Kotlin",
    "Go",
    "PHP",
    "Symfony",
    "Django",
    "PostgreSQL",
    "TypeScript",
    "Vue.js",
    "React",
    "R",
    "QGIS",
    "Kubernetes",
    "Linux",
    "Ansible",
    "Elixir",
    "Haskell",
    "OCaml",
    "WordPress",
];

const CITIES: [&str; 36] = [
    "Paris",
    "Lyon",
    "Marseille",
    "Toulouse",
    "Nantes",
    "Rennes",
    "Lille",
    "Strasbourg",
    "Bordeaux",
    "Grenoble",
    "Montpellier",
    "Nice",
    "Brest",
    "Dijon",
    "Angers",
    "Tours",
    "Orléans",
    "Rouen",
    "Caen",
    "Nancy",
    "Metz",
    "Besançon",
    "Clermont-Ferrand",
    "Saint-Étienne",
    "Limoges",
    "Poitiers",
    "La Rochelle",
    "Perpignan",
    "Pau",
    "Bruxelles",
    "Genève",
    "Télétravail",
    "Remote",
    "Montréal",
    "Saint-Denis",
    "Villeurbanne",
];

const TAGS: [&str; 28] = [
    "rust",
    "python",
    "web",
    "données",
    "libre",
    "public",
    "recherche",
    "associatif",
    "climat",
    "santé",
    "éducation",
    "débutant",
    "senior",
    "télétravail",
    "temps partiel",
    "cartographie",
    "design",
    "juridique",
    "communication",
    "réseau",
    "sécurité",
    "mobile",
    "backend",
    "frontend",
    "devops",
    "statistiques",
    "culture",
    "logement",
];

const VERBS: [&str; 32] = [
    "concevoir",
    "maintenir",
    "documenter",
    "accompagner",
    "animer",
    "rédiger",
    "analyser",
    "coordonner",
    "développer",
    "tester",
    "déployer",
    "présenter",
    "organiser",
    "suivre",
    "évaluer",
    "améliorer",
    "participer à",
    "contribuer à",
    "proposer",
    "former",
    "recueillir",
    "publier",
    "piloter",
    "préparer",
    "traduire",
    "vérifier",
    "nettoyer",
    "relire",
    "automatiser",
    "mesurer",
    "partager",
    "explorer",
];

const SMALL: [&str; 24] = [
    "de", "la", "le", "les", "des", "et", "à", "en", "pour", "avec", "dans", "sur", "au", "aux", "par", "un", "une",
    "du", "ou", "nos", "leur", "plus", "sans", "entre",
];

const WORDS: [&str; 118] = [
    "équipe",
    "projet",
    "outil",
    "outils",
    "service",
    "services",
    "public",
    "publique",
    "usagers",
    "usagères",
    "données",
    "ouvertes",
    "logiciel",
    "libre",
    "réseau",
    "territoire",
    "collectivité",
    "association",
    "membres",
    "partenaires",
    "recherche",
    "étude",
    "enquête",
    "terrain",
    "analyse",
    "résultats",
    "rapport",
    "synthèse",
    "méthode",
    "atelier",
    "formation",
    "débutantes",
    "expérience",
    "autonomie",
    "rigueur",
    "curiosité",
    "écoute",
    "écriture",
    "lecture",
    "anglais",
    "français",
    "diplôme",
    "master",
    "licence",
    "école",
    "université",
    "laboratoire",
    "encadrement",
    "tutorat",
    "contrat",
    "durée",
    "mois",
    "semaine",
    "horaires",
    "bureau",
    "locaux",
    "télétravail",
    "déplacements",
    "transport",
    "gratification",
    "salaire",
    "grille",
    "convention",
    "collective",
    "candidature",
    "lettre",
    "motivation",
    "entretien",
    "réponse",
    "délai",
    "plateforme",
    "application",
    "interface",
    "serveur",
    "infrastructure",
    "base",
    "requêtes",
    "code",
    "dépôt",
    "tests",
    "intégration",
    "continue",
    "déploiement",
    "sécurité",
    "accessibilité",
    "ergonomie",
    "maquettes",
    "utilisateurs",
    "besoins",
    "priorités",
    "feuille",
    "route",
    "calendrier",
    "budget",
    "subvention",
    "mécénat",
    "dons",
    "bénévoles",
    "salariées",
    "gouvernance",
    "coopérative",
    "sociale",
    "solidaire",
    "écologique",
    "climatique",
    "énergie",
    "eau",
    "air",
    "sol",
    "forêt",
    "ville",
    "quartier",
    "habitants",
    "citoyenneté",
    "participation",
    "concertation",
    "cartes",
    "statistiques",
];

const SYLLABLES: [&str; 40] = [
    "ba", "bel", "bou", "ca", "char", "clo", "cor", "da", "del", "du", "fa", "fon", "ga", "gre", "la", "lan", "lo",
    "ma", "mar", "mon", "na", "ner", "no", "pa", "per", "pi", "ra", "ri", "ro", "sal", "se", "ser", "ta", "ter", "tou",
    "va", "ver", "vi", "vre", "zan",
];
