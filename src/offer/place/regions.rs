//! The regions of France with their departments and larger towns: whoever looks for a region means what lies in it.
//!
//! General knowledge, like the table of towns. An offer says "Rennes" and a candidate looks for "Bretagne": the search
//! puts both together, while the fact stays what the offer says.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::locale::Phrase;

/// Some of the regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Regions(u32);

impl Regions {
    /// Tells whether it is none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Tells whether one region is in both.
    #[must_use]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the regions that are in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the regions that what was typed names, in full or by its start: `bretagne`, `ile de fr`, `paca`. `typed` is
    /// folded, one space between its words.
    #[must_use]
    pub fn named(typed: &str) -> Self {
        if typed.len() < LEAST {
            return Self::default();
        }
        let is_named = |region: &Region| region.names.iter().any(|name| name.starts_with(typed));
        each_bit()
            .filter(|(_, region)| is_named(region))
            .fold(Self::default(), |all, (bit, _)| all.or(bit))
    }

    /// Returns the names, as they are written, of the regions of which a name starts with what was typed, one letter being
    /// enough. `typed` is as for [`Regions::named`].
    pub fn starting(typed: &str) -> impl Iterator<Item = Phrase> {
        let is_meant = move |region: &&Region| region.names.iter().any(|name| name.starts_with(typed));
        REGIONS.iter().filter(is_meant).map(|region| region.shown)
    }

    /// Returns the regions that a place, given by its folded words, lies in: those of its towns, of its department, its own.
    ///
    /// The longest name counts, so that neither "Val-de-Marne" nor "Châlons-sur-Marne" is taken for the Marne.
    #[must_use]
    pub fn of(place: &[&str]) -> Self {
        let mut all = Self::default();
        let mut at = 0;
        while let Some(first) = place.get(at) {
            let part = at > 0 && place.get(at - 1).is_some_and(|before| PARTS.contains(before));
            let rest = place.get(at..).unwrap_or_default();
            let names = NAMES.get(first).filter(|_| !part);
            let longest = names
                .into_iter()
                .flatten()
                .filter(|(words, _)| rest.starts_with(words))
                .max_by_key(|(words, _)| words.len());
            match longest {
                Some((words, bit)) => {
                    all = all.or(*bit);
                    at += words.len();
                }
                None => at += 1,
            }
        }
        all
    }
}

/// A region.
struct Region {
    /// Its name as it is written.
    shown: Phrase,
    /// Its names in French and in English and its usual abbreviations, folded, words apart.
    names: &'static [&'static str],
    /// Its departments and larger towns, likewise. A name that several regions have stands where it is met most.
    holds: &'static [&'static str],
}

/// A name that both languages write alike.
const fn same(name: &'static str) -> Phrase {
    Phrase { fr: name, en: name }
}

/// Fewer letters name no region: every second place starts with them.
const LEAST: usize = 3;

/// What follows these is part of the name of a town.
const PARTS: [&str; 4] = ["sur", "sous", "les", "lez"];

/// A name as words, with its region.
type Name = (Vec<&'static str>, Regions);

/// Every name by its first word.
static NAMES: LazyLock<HashMap<&str, Vec<Name>>> = LazyLock::new(|| {
    let mut names: HashMap<&str, Vec<Name>> = HashMap::new();
    for (bit, region) in each_bit() {
        for name in region.names.iter().chain(region.holds) {
            let words: Vec<&str> = name.split(' ').collect();
            if let Some(first) = words.first() {
                names.entry(first).or_default().push((words, bit));
            }
        }
    }
    names
});

fn each_bit() -> impl Iterator<Item = (Regions, &'static Region)> {
    REGIONS
        .iter()
        .enumerate()
        .map(|(at, region)| (Regions(1 << at), region))
}

static REGIONS: [Region; 18] = [
    Region {
        shown: same("Auvergne-Rhône-Alpes"),
        names: &["auvergne rhone alpes", "aura"],
        holds: &[
            "ain",
            "allier",
            "ardeche",
            "cantal",
            "drome",
            "haute loire",
            "haute savoie",
            "isere",
            "puy de dome",
            "rhone",
            "savoie",
            "albertville",
            "annecy",
            "annemasse",
            "aurillac",
            "bourg en bresse",
            "bourget du lac",
            "bourgoin jallieu",
            "bron",
            "caluire et cuire",
            "chambery",
            "clermont ferrand",
            "echirolles",
            "ecully",
            "givors",
            "grenoble",
            "le puy en velay",
            "lyon",
            "meylan",
            "montelimar",
            "montlucon",
            "moulins",
            "oullins",
            "oyonnax",
            "privas",
            "rive de gier",
            "roanne",
            "romans sur isere",
            "saint chamond",
            "saint etienne",
            "saint martin heres",
            "saint priest",
            "thonon les bains",
            "valence",
            "vaulx en velin",
            "venissieux",
            "vichy",
            "villefranche sur saone",
            "villeurbanne",
            "voiron",
        ],
    },
    Region {
        shown: same("Bourgogne-Franche-Comté"),
        names: &["bourgogne franche comte", "burgundy franche comte", "bfc"],
        holds: &[
            "cote or",
            "doubs",
            "haute saone",
            "jura",
            "nievre",
            "saone et loire",
            "territoire de belfort",
            "yonne",
            "auxerre",
            "beaune",
            "belfort",
            "besancon",
            "chalon sur saone",
            "dijon",
            "dole",
            "le creusot",
            "lons le saunier",
            "macon",
            "montbeliard",
            "nevers",
            "pontarlier",
            "sens",
            "vesoul",
        ],
    },
    Region {
        shown: Phrase {
            fr: "Bretagne",
            en: "Brittany",
        },
        names: &["bretagne", "brittany", "breizh"],
        holds: &[
            "cotes armor",
            "finistere",
            "ille et vilaine",
            "morbihan",
            "auray",
            "brest",
            "carhaix",
            "cesson sevigne",
            "concarneau",
            "dinan",
            "dinard",
            "douarnenez",
            "fougeres",
            "guingamp",
            "lamballe",
            "landerneau",
            "lannion",
            "lorient",
            "loudeac",
            "morlaix",
            "plouzane",
            "ploermel",
            "pontivy",
            "quimper",
            "quimperle",
            "redon",
            "rennes",
            "roscoff",
            "saint brieuc",
            "saint malo",
            "vannes",
            "vitre",
        ],
    },
    Region {
        shown: same("Centre-Val de Loire"),
        names: &["centre val de loire", "cvl"],
        holds: &[
            "cher",
            "eure et loir",
            "indre",
            "indre et loire",
            "loir et cher",
            "loiret",
            "blois",
            "bourges",
            "chartres",
            "chateauroux",
            "dreux",
            "montargis",
            "orleans",
            "romorantin lanthenay",
            "tours",
            "vendome",
            "vierzon",
        ],
    },
    Region {
        shown: Phrase {
            fr: "Corse",
            en: "Corsica",
        },
        names: &["corse", "corsica"],
        holds: &[
            "corse du sud",
            "haute corse",
            "ajaccio",
            "bastia",
            "corte",
            "porto vecchio",
        ],
    },
    Region {
        shown: same("Grand Est"),
        names: &["grand est"],
        holds: &[
            "ardennes",
            "aube",
            "bas rhin",
            "haut rhin",
            "haute marne",
            "marne",
            "meurthe et moselle",
            "meuse",
            "moselle",
            "vosges",
            "alsace",
            "lorraine",
            "bar le duc",
            "chalons en champagne",
            "charleville mezieres",
            "chaumont",
            "colmar",
            "epernay",
            "epinal",
            "forbach",
            "haguenau",
            "illkirch graffenstaden",
            "metz",
            "mulhouse",
            "nancy",
            "reims",
            "saint die des vosges",
            "saint dizier",
            "sarreguemines",
            "schiltigheim",
            "sedan",
            "selestat",
            "strasbourg",
            "thionville",
            "troyes",
            "vandoeuvre les nancy",
            "verdun",
        ],
    },
    Region {
        shown: same("Hauts-de-France"),
        names: &["hauts de france", "hdf", "upper france"],
        holds: &[
            "aisne",
            "nord",
            "oise",
            "pas de calais",
            "somme",
            "picardie",
            "abbeville",
            "amiens",
            "armentieres",
            "arras",
            "beauvais",
            "bethune",
            "boulogne sur mer",
            "calais",
            "cambrai",
            "compiegne",
            "creil",
            "douai",
            "dunkerque",
            "henin beaumont",
            "laon",
            "lens",
            "lille",
            "loos en gohelle",
            "marcq en baroeul",
            "maubeuge",
            "roubaix",
            "saint omer",
            "saint quentin",
            "soissons",
            "tourcoing",
            "valenciennes",
            "villeneuve ascq",
            "wattrelos",
        ],
    },
    Region {
        shown: same("Île-de-France"),
        names: &[
            "ile de france",
            "idf",
            "region parisienne",
            "paris region",
            "greater paris",
            "grand paris",
        ],
        holds: &[
            "essonne",
            "hauts de seine",
            "seine et marne",
            "seine saint denis",
            "val de marne",
            "val oise",
            "yvelines",
            "alfortville",
            "antony",
            "arcueil",
            "argenteuil",
            "asnieres sur seine",
            "aubervilliers",
            "bagneux",
            "bobigny",
            "bondy",
            "boulogne billancourt",
            "cachan",
            "cergy",
            "champigny sur marne",
            "champs sur marne",
            "chatillon",
            "clamart",
            "clichy",
            "colombes",
            "corbeil essonnes",
            "courbevoie",
            "creteil",
            "drancy",
            "epinay sur seine",
            "evry",
            "evry courcouronnes",
            "fontainebleau",
            "fontenay sous bois",
            "gennevilliers",
            "gentilly",
            "gif sur yvette",
            "guyancourt",
            "issy les moulineaux",
            "ivry sur seine",
            "jouy en josas",
            "la defense",
            "levallois perret",
            "maisons alfort",
            "malakoff",
            "marne la vallee",
            "massy",
            "meaux",
            "melun",
            "meudon",
            "montreuil",
            "montrouge",
            "nanterre",
            "neuilly sur seine",
            "noisy le grand",
            "orsay",
            "palaiseau",
            "pantin",
            "paris",
            "poissy",
            "pontoise",
            "puteaux",
            "rosny sous bois",
            "rueil malmaison",
            "saclay",
            "saint cloud",
            "saint denis",
            "saint germain en laye",
            "saint maur des fosses",
            "saint ouen",
            "sarcelles",
            "sceaux",
            "sevres",
            "suresnes",
            "trappes",
            "vanves",
            "velizy villacoublay",
            "versailles",
            "villejuif",
            "vincennes",
            "vitry sur seine",
        ],
    },
    Region {
        shown: Phrase {
            fr: "Normandie",
            en: "Normandy",
        },
        names: &["normandie", "normandy"],
        holds: &[
            "calvados",
            "eure",
            "manche",
            "orne",
            "seine maritime",
            "alencon",
            "bayeux",
            "caen",
            "cherbourg",
            "cherbourg en cotentin",
            "dieppe",
            "evreux",
            "fecamp",
            "flers",
            "granville",
            "le havre",
            "lisieux",
            "rouen",
            "saint lo",
            "vernon",
        ],
    },
    Region {
        shown: same("Nouvelle-Aquitaine"),
        names: &["nouvelle aquitaine", "new aquitaine"],
        holds: &[
            "charente",
            "charente maritime",
            "correze",
            "creuse",
            "deux sevres",
            "dordogne",
            "gironde",
            "haute vienne",
            "landes",
            "lot et garonne",
            "vienne",
            "pyrenees atlantiques",
            "agen",
            "angouleme",
            "anglet",
            "arcachon",
            "bayonne",
            "begles",
            "bergerac",
            "biarritz",
            "bordeaux",
            "brive la gaillarde",
            "chatellerault",
            "cognac",
            "dax",
            "gradignan",
            "gueret",
            "la rochelle",
            "libourne",
            "limoges",
            "merignac",
            "mont de marsan",
            "niort",
            "pau",
            "perigueux",
            "pessac",
            "poitiers",
            "rochefort",
            "royan",
            "saintes",
            "talence",
            "tulle",
        ],
    },
    Region {
        shown: same("Occitanie"),
        names: &["occitanie", "occitania"],
        holds: &[
            "ariege",
            "aude",
            "aveyron",
            "gard",
            "gers",
            "haute garonne",
            "hautes pyrenees",
            "herault",
            "lot",
            "lozere",
            "pyrenees orientales",
            "tarn",
            "tarn et garonne",
            "agde",
            "albi",
            "ales",
            "auch",
            "banyuls sur mer",
            "beziers",
            "blagnac",
            "cahors",
            "carcassonne",
            "castres",
            "colomiers",
            "foix",
            "frontignan",
            "labege",
            "lourdes",
            "lunel",
            "mende",
            "millau",
            "montauban",
            "montpellier",
            "muret",
            "narbonne",
            "nimes",
            "perpignan",
            "ramonville saint agne",
            "rodez",
            "sete",
            "tarbes",
            "toulouse",
        ],
    },
    Region {
        shown: same("Pays de la Loire"),
        names: &["pays de la loire", "pdl"],
        holds: &[
            "loire atlantique",
            "maine et loire",
            "mayenne",
            "sarthe",
            "vendee",
            "angers",
            "cholet",
            "la baule",
            "la roche sur yon",
            "laval",
            "le mans",
            "les sables olonne",
            "nantes",
            "reze",
            "saint herblain",
            "saint nazaire",
            "saumur",
        ],
    },
    Region {
        shown: same("Provence-Alpes-Côte d’Azur"),
        names: &[
            "provence alpes cote d azur",
            "provence alpes cote azur",
            "paca",
            "region sud",
        ],
        holds: &[
            "alpes de haute provence",
            "alpes maritimes",
            "bouches du rhone",
            "hautes alpes",
            "var",
            "vaucluse",
            "aix en provence",
            "antibes",
            "arles",
            "aubagne",
            "avignon",
            "biot",
            "briancon",
            "cadarache",
            "cagnes sur mer",
            "cannes",
            "carpentras",
            "digne les bains",
            "draguignan",
            "frejus",
            "gap",
            "gardanne",
            "grasse",
            "hyeres",
            "istres",
            "la ciotat",
            "la seyne sur mer",
            "manosque",
            "marignane",
            "marseille",
            "martigues",
            "menton",
            "nice",
            "orange",
            "saint paul lez durance",
            "salon de provence",
            "sophia antipolis",
            "toulon",
            "valbonne",
            "villefranche sur mer",
            "vitrolles",
        ],
    },
    Region {
        shown: same("Guadeloupe"),
        names: &["guadeloupe"],
        holds: &["basse terre", "les abymes", "pointe a pitre"],
    },
    Region {
        shown: same("Martinique"),
        names: &["martinique"],
        holds: &["fort de france", "le lamentin"],
    },
    Region {
        shown: Phrase {
            fr: "Guyane",
            en: "French Guiana",
        },
        names: &["guyane", "french guiana", "guiana"],
        holds: &["cayenne", "kourou", "saint laurent du maroni"],
    },
    Region {
        shown: Phrase {
            fr: "La Réunion",
            en: "Réunion",
        },
        names: &["la reunion", "reunion"],
        holds: &["le port", "saint paul", "saint pierre"],
    },
    Region {
        shown: same("Mayotte"),
        names: &["mayotte"],
        holds: &["mamoudzou"],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::fold;

    fn lies(place: &str, typed: &str) -> bool {
        let words: Vec<&str> = place.split(' ').collect();
        Regions::of(&words).meet(Regions::named(typed))
    }

    #[test]
    fn a_region_is_named_in_full_by_its_start_or_in_english() {
        for typed in ["bretagne", "brittany", "bret", "breizh"] {
            assert!(lies("rennes", typed), "{typed}");
        }
        assert!(lies("paris 12e", "ile de fr"));
        assert!(lies("35000 rennes cedex", "bretagne"));
        assert!(lies("toulouse ou marseille", "paca"));
        assert!(lies("bretagne", "brittany"));
        assert!(lies("saint malo ille et vilaine", "bretagne"));
        for (place, typed) in [
            ("rennes", "br"),
            ("rennes", "bretagnes"),
            ("rennes", "rennes"),
            ("", "bretagne"),
        ] {
            assert!(!lies(place, typed), "{place} {typed}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_not_the_name() {
        for place in ["val de marne", "champs sur marne", "vitry sur marne", "marne la vallee"] {
            assert!(!lies(place, "grand est"), "{place}");
        }
        assert!(lies("marne", "grand est"));
        assert!(lies("haute vienne", "nouvelle aquitaine"));
        assert!(!lies("bouches du rhone", "auvergne"));
    }

    #[test]
    fn a_region_is_found_by_the_name_that_is_shown() {
        for (bit, region) in each_bit() {
            for shown in [region.shown.fr, region.shown.en] {
                let folded = fold(shown).text;
                let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
                assert_eq!(Regions::named(&words.join(" ")), bit, "{shown}");
            }
        }
    }

    #[test]
    fn names_are_folded_and_lie_in_one_region() {
        let mut seen = BTreeSet::new();
        for name in REGIONS
            .iter()
            .flat_map(|region| region.names.iter().chain(region.holds))
        {
            assert_eq!(fold(name).text, *name);
            assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{name}");
            assert!(seen.insert(*name), "{name} stands twice");
        }
    }
}
