//! The letters, and what is said about a draft.

use super::{Lang, Phrase, say};

/// A first application.
pub const APPLICATION: Phrase = say("Bonjour {person},

Votre offre «\u{a0}{title}\u{a0}» a retenu toute mon attention et je vous propose ma candidature.

[Deux ou trois phrases\u{a0}: ce qui vous attire ici, ce que vous sauriez y apporter, un exemple de ce que vous avez déjà fait.]

{documents}

{links}

Je suis disponible pour en parler de vive voix quand vous le souhaitez.

Bien à vous,

{signature}
", "Hello {person},

I am writing to apply for “{title}”.

[Two or three sentences: what draws you to it, what you could bring, one example of what you have already done.]

{documents}

{links}

I would be glad to talk about it whenever it suits you.

Kind regards,

{signature}
");

/// Asking for news.
pub const FOLLOW_UP: Phrase = say("Bonjour {person},

Je me permets de revenir vers vous au sujet de ma candidature {sent_on}, en réponse à votre offre «\u{a0}{title}\u{a0}».

Le poste m’intéresse toujours autant. Pourriez-vous me dire où en est le recrutement\u{202f}? Je reste à votre disposition pour tout complément.

Bien à vous,

{signature}
", "Hello {person},

I am writing to follow up on my application for “{title}” {sent_on}.

I am still very interested. Could you tell me where the selection stands? I will gladly send anything that may be missing.

Kind regards,

{signature}
");

/// After an interview.
pub const THANKS: Phrase = say(
    "Bonjour {person},

Merci pour le temps que vous m’avez accordé et pour notre échange au sujet de l’offre «\u{a0}{title}\u{a0}».

[Une phrase\u{a0}: ce que vous retenez de l’entretien, ou une précision promise.]

Cette rencontre a renforcé mon envie de vous rejoindre.

Bien à vous,

{signature}
",
    "Hello {person},

Thank you for your time and for our conversation about “{title}”.

[One sentence: what you take away from the interview, or something you promised to add.]

It made me all the more eager to join you.

Kind regards,

{signature}
",
);

/// Taking an application back.
pub const WITHDRAWAL: Phrase = say("Bonjour {person},

Je vous remercie de l’attention portée à ma candidature à votre offre «\u{a0}{title}\u{a0}». Je préfère aujourd’hui la retirer, et vous en préviens sans attendre pour ne pas retarder votre choix.

Je vous souhaite de trouver la bonne personne.

Bien à vous,

{signature}
", "Hello {person},

Thank you for considering my application for “{title}”. I have decided to withdraw it, and wanted to tell you at once so as not to hold up your choice.

I hope you find the right person soon.

Kind regards,

{signature}
");

/// Saying yes.
pub const ACCEPTANCE: Phrase = say(
    "Bonjour {person},

C’est avec grand plaisir que j’accepte votre proposition pour «\u{a0}{title}\u{a0}».

Pourriez-vous me préciser la date de début et les papiers qu’il vous faut\u{202f}?

Merci de votre confiance, et à bientôt,

{signature}
",
    "Hello {person},

I am very happy to accept your offer for “{title}”.

Could you confirm the starting date and tell me which papers you need?

Thank you for your trust. I look forward to working with you.

{signature}
",
);

/// The subject of an application when the offer demands none; `name` may be empty.
#[must_use]
pub fn application_subject(lang: Lang, title: &str, name: &str) -> String {
    let what = match lang {
        Lang::Fr => format!("Candidature – {title}"),
        Lang::En => format!("Application – {title}"),
    };
    if name.is_empty() {
        what
    } else {
        format!("{what} – {name}")
    }
}

/// The subject of a letter that is neither an application nor a follow-up.
#[must_use]
pub fn other_subject(lang: Lang, title: &str) -> String {
    match lang {
        Lang::Fr => format!("Votre offre «\u{a0}{title}\u{a0}»"),
        Lang::En => format!("Your offer “{title}”"),
    }
}

/// The sentence that names the files sent along; empty without any.
#[must_use]
pub fn enclosed(lang: Lang, files: &[String]) -> String {
    let Some((last, others)) = files.split_last() else {
        return String::new();
    };
    let and = match lang {
        Lang::Fr => " et ",
        Lang::En => " and ",
    };
    let all = if others.is_empty() {
        last.clone()
    } else {
        format!("{}{and}{last}", others.join(", "))
    };
    match (lang, others.is_empty()) {
        (Lang::Fr, true) => format!("Pièce jointe\u{a0}: {all}."),
        (Lang::Fr, false) => format!("Pièces jointes\u{a0}: {all}."),
        (Lang::En, _) => format!("Attached: {all}."),
    }
}

/// The day of the application, as the follow-up says it.
#[must_use]
pub fn sent_on(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Fr => format!("envoyée le {day}"),
        Lang::En => format!("sent on {day}"),
    }
}

/// The offer states no address.
pub const NO_ADDRESS: Phrase = say(
    "l’offre ne donne pas d’adresse de courriel",
    "the offer gives no e-mail address",
);

/// The profile as it is made: every line a comment, with what it is for.
pub const PROFILE_TEXT: Phrase = say(
    "\
# Votre profil, pour les lettres de tremplin. Retirez le `#` d’une ligne pour la remplir.

# Prénom et nom, comme vous signez.
#name = \"Camille Martin\"

# Nom de famille, s’il compte plusieurs mots.
#surname = \"Martin\"

# Adresse à laquelle on vous répond, et téléphone.
#email = \"camille.martin@exemple.example\"
#phone = \"06 00 00 00 00\"

# Ce qui suit votre nom à la fin d’une lettre.
#signature = \"\"\"
#06 00 00 00 00
#\"\"\"

# Vos fichiers, joints quand une offre les demande : cv, cover_letter, portfolio, transcript, references,
# recommendation_letters, publication_list, research_statement, work_samples, video.
#[documents]
#cv = \"~/Documents/CV.pdf\"

# Vos pages.
#[links]
#linkedin = \"https://…\"
#github = \"https://…\"
#portfolio = \"https://…\"
",
    "\
# Your profile, for the letters of tremplin. Take the `#` off a line to fill it in.

# First name and surname, as you sign.
#name = \"Camille Martin\"

# Surname, when it is several words.
#surname = \"Martin\"

# The address that answers go to, and a telephone number.
#email = \"camille.martin@mail.example\"
#phone = \"06 00 00 00 00\"

# What stands below your name at the end of a letter.
#signature = \"\"\"
#06 00 00 00 00
#\"\"\"

# Your files, attached when an offer asks for them: cv, cover_letter, portfolio, transcript, references,
# recommendation_letters, publication_list, research_statement, work_samples, video.
#[documents]
#cv = \"~/Documents/CV.pdf\"

# Your pages.
#[links]
#linkedin = \"https://…\"
#github = \"https://…\"
#portfolio = \"https://…\"
",
);
/// The profile holds no name.
pub const NO_NAME: Phrase = say(
    "votre nom manque\u{a0}: «\u{a0}tremplin profile\u{a0}» l’enregistre",
    "your name is missing: `tremplin profile` saves it",
);

/// A demanded document is not attached.
#[must_use]
pub fn missing_document(lang: Lang, document: &str) -> String {
    match lang {
        Lang::Fr => format!("pièce demandée, pas jointe\u{a0}: {document}"),
        Lang::En => format!("asked for, not attached: {document}"),
    }
}

/// A demanded page is not in the letter.
#[must_use]
pub fn missing_link(lang: Lang, document: &str) -> String {
    match lang {
        Lang::Fr => format!("demandé, absent de la lettre\u{a0}: {document}"),
        Lang::En => format!("asked for, not in the letter: {document}"),
    }
}

/// The subject is not the one demanded.
#[must_use]
pub fn subject_differs(lang: Lang, demanded: &str) -> String {
    match lang {
        Lang::Fr => format!("l’offre demande un autre objet\u{a0}: «\u{a0}{demanded}\u{a0}»"),
        Lang::En => format!("the offer asks for another subject: “{demanded}”"),
    }
}

/// The subject still has room for a name.
#[must_use]
pub fn subject_room(lang: Lang, room: &str) -> String {
    match lang {
        Lang::Fr => format!("l’objet attend encore «\u{a0}{room}\u{a0}»"),
        Lang::En => format!("the subject still waits for “{room}”"),
    }
}

/// The letter still holds something to write.
#[must_use]
pub fn body_room(lang: Lang, room: &str) -> String {
    match lang {
        Lang::Fr => format!("il reste à écrire\u{a0}: {room}"),
        Lang::En => format!("still to be written: {room}"),
    }
}

/// An address that the offer does not give.
#[must_use]
pub fn address_elsewhere(lang: Lang, address: &str) -> String {
    match lang {
        Lang::Fr => format!("{address} n’est pas dans l’offre"),
        Lang::En => format!("{address} is not in the offer"),
    }
}

/// An address that nearly is one of the offer's.
#[must_use]
pub fn look_alike(lang: Lang, address: &str, like: &str) -> String {
    match lang {
        Lang::Fr => format!("{address} ressemble à {like} sans l’être"),
        Lang::En => format!("{address} looks like {like} and is not"),
    }
}

/// The address was left out or doubtful in the offer.
pub const ADDRESS_DOUBT: Phrase = say(
    "l’adresse montrée et celle du lien diffèrent dans l’offre\u{a0}: vérifiez",
    "the address shown and that of the link differ in the offer: check",
);

/// The last day has passed.
#[must_use]
pub fn deadline_passed(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Fr => format!("la date limite est passée\u{a0}: {day}"),
        Lang::En => format!("the deadline has passed: {day}"),
    }
}

/// The offer says that it is over.
pub const CLOSED: Phrase = say(
    "l’offre se dit close ou pourvue",
    "the offer says that it is closed or filled",
);

/// An application went there before.
#[must_use]
pub fn already_applied(lang: Lang, title: &str, day: &str) -> String {
    match lang {
        Lang::Fr => format!("candidature déjà envoyée le {day}\u{a0}: {title}"),
        Lang::En => format!("application already sent on {day}: {title}"),
    }
}

/// A link cannot carry files.
#[must_use]
pub fn no_attachments(lang: Lang, count: usize) -> String {
    match (lang, lang.plural(count)) {
        (Lang::Fr, false) => {
            format!("un lien mailto ne porte pas de pièce\u{a0}: joignez le fichier à la main ({count})")
        }
        (Lang::Fr, true) => {
            format!("un lien mailto ne porte pas de pièces\u{a0}: joignez les fichiers à la main ({count})")
        }
        (Lang::En, _) => format!("a mailto link carries no files: attach them by hand ({count})"),
    }
}

/// A file that is too large, with the most that is allowed in bytes.
#[must_use]
pub fn too_large(lang: Lang, most: u64) -> String {
    let (amount, unit) = if most >= 1 << 20 {
        (most >> 20, "Mi")
    } else {
        (most >> 10, "Ki")
    };
    match lang {
        Lang::Fr => format!("plus de {amount}\u{a0}{unit}o"),
        Lang::En => format!("over {amount}\u{a0}{unit}B"),
    }
}

/// The file is no TOML. `why` are the parser's words.
#[must_use]
pub fn no_toml(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Fr => {
            format!(
                "ce n’est pas du TOML ({why})\u{202f}; un texte va entre guillemets, comme name = \"Camille Martin\""
            )
        }
        Lang::En => format!("this is no TOML ({why}); a text goes in quotes, such as name = \"Camille Martin\""),
    }
}

/// A key that does not exist, with those that do.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str, known: &str) -> String {
    match lang {
        Lang::Fr => format!("la clé «\u{a0}{key}\u{a0}» n’existe pas\u{202f}; ici\u{a0}: {known}"),
        Lang::En => format!("there is no key `{key}`; here: {known}"),
    }
}

/// A value that is no text.
#[must_use]
pub fn not_text(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!("{key} doit être un texte entre guillemets droits"),
        Lang::En => format!("{key} must be a text in quotes"),
    }
}

/// A value that is no table of texts.
#[must_use]
pub fn not_table(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Fr => format!("{key} doit être une table\u{a0}: une ligne [{key}], puis une ligne par valeur"),
        Lang::En => format!("{key} must be a table: a line [{key}], then a line a value"),
    }
}

/// An address of the candidate's that is none.
#[must_use]
pub fn not_address(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Fr => format!("«\u{a0}{text}\u{a0}» n’est pas une adresse\u{202f}; comme\u{a0}: prenom@exemple.fr"),
        Lang::En => format!("`{text}` is no address; such as: name@example.com"),
    }
}

/// A placeholder that does not exist, with those that do.
#[must_use]
pub fn unknown_placeholder(lang: Lang, name: &str, known: &str) -> String {
    match lang {
        Lang::Fr => format!("{name} ne veut rien dire et partirait tel quel\u{202f}; il y a\u{a0}: {known}"),
        Lang::En => format!("{name} means nothing and would be sent as it stands; there are: {known}"),
    }
}

/// Bytes that are no UTF-8.
pub const NOT_UTF8: Phrase = say(
    "ce n’est pas un texte en UTF-8\u{a0}: enregistrez-le en UTF-8",
    "this is no text in UTF-8: save it as UTF-8",
);

/// What is wrong with a file, and where.
#[must_use]
pub fn file_mistake(lang: Lang, path: &str, line: Option<usize>, why: &str) -> String {
    match (lang, line) {
        (Lang::Fr, None) => format!("{path}\u{a0}: {why}"),
        (Lang::Fr, Some(line)) => format!("{path}, ligne\u{a0}{line}\u{a0}: {why}"),
        (Lang::En, None) => format!("{path}: {why}"),
        (Lang::En, Some(line)) => format!("{path}, line {line}: {why}"),
    }
}
