//! E-mail addresses, by one strict pattern: what tremplin reads, copies and writes to is always within it.
//!
//! `[A-Za-z0-9_][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}`,
//! at most 254 bytes (LIMITS §1). Nothing in it can be an option, a command, or a look-alike of another alphabet.

use std::ops::Range;

/// The longest address.
const LONGEST: usize = 254;

/// Tells whether the whole of `text` is an address.
#[must_use]
pub fn is_address(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    text.split_once('@')
        .is_some_and(|(local, domain)| is_local(local) && is_domain(domain))
}

fn is_local(local: &str) -> bool {
    !local.starts_with(['+', '-'])
        && local
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(is_local_byte))
}

fn is_domain(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    let top = labels.next().unwrap_or_default();
    let mut others = 0;
    let sound = labels.all(|label| {
        others += 1;
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    });
    sound && others > 0 && (2..=63).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_alphabetic())
}

const fn is_local_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-')
}

/// An address found in a text, or what looks like one and must not be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// False when a character that the pattern refuses touches it (another alphabet, a zero-width character): the
    /// address that a person sees is not the one that could be copied.
    pub sound: bool,
}

/// Finds the addresses of a text, in order.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    memchr::memchr_iter(b'@', text.as_bytes())
        .filter_map(|at| around(text, at))
        .collect()
}

/// The address around the `@` at byte `at`.
fn around(text: &str, at: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let local = bytes.get(at.saturating_sub(LONGEST)..at)?;
    let before = local
        .iter()
        .rev()
        .take_while(|b| is_local_byte(**b) || **b == b'.')
        .count();
    let after = bytes
        .get(at + 1..)?
        .iter()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
        .count();
    let mut start = at - before;
    let mut end = at + 1 + after;
    // Sentence and list marks around it are not part of it.
    start += text
        .get(start..at)?
        .bytes()
        .take_while(|b| matches!(b, b'.' | b'-' | b'+'))
        .count();
    end -= text
        .get(at + 1..end)?
        .bytes()
        .rev()
        .take_while(|b| matches!(b, b'.' | b'-'))
        .count();
    let range = cut(text, start..end)?;
    let touched = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && (c.is_alphanumeric() || hides(c)));
    let sound =
        !touched(text.get(..range.start)?.chars().next_back()) && !touched(text.get(range.end..)?.chars().next());
    // What hides at the very edge of a line is dust, not deceit.
    let dust = text
        .get(..range.start)?
        .trim_end_matches(hides)
        .ends_with(['\n', ' ', '(', ':', '<', '"'])
        || text.get(..range.start)?.trim_end_matches(hides).is_empty();
    let clear_after = !touched(text.get(range.end..)?.trim_start_matches(hides).chars().next());
    let sound = sound || (dust && clear_after && !text.get(..range.start)?.ends_with(char::is_alphanumeric));
    Some(Found { range, sound })
}

/// Cuts what follows the top-level domain ("…@lab.example.Merci") until the rest is an address.
fn cut(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut end = range.end;
    for _ in 0..4 {
        let candidate = text.get(range.start..end)?;
        let mut labels = candidate.rsplit('.');
        let (last, before) = (labels.next().unwrap_or_default(), labels.next().unwrap_or_default());
        // "…@lab.example.Merci": the next sentence, without its space.
        let glued =
            last.starts_with(|c: char| c.is_ascii_uppercase()) && before.chars().all(|c| !c.is_ascii_uppercase());
        let shorter = candidate
            .rfind('.')
            .and_then(|at| candidate.get(..at))
            .is_some_and(is_address);
        if is_address(candidate) && !(glued && shorter) {
            return Some(range.start..end);
        }
        end = range.start + candidate.rfind('.')?;
    }
    None
}

/// Zero-width characters, soft hyphens and bidi marks.
fn hides(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A `mailto:` target, decoded once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mailto {
    /// The addresses before `?`.
    pub to: Vec<String>,
    /// The addresses of `cc=`.
    pub cc: Vec<String>,
    /// The subject.
    pub subject: Option<String>,
    /// Other fields that were left out (`bcc`, `body`, `attach`, …).
    pub dropped: Vec<String>,
    /// What stood where an address should, and is none.
    pub refused: Vec<String>,
}

/// Reads a `mailto:` target; `None` when `target` is none.
#[must_use]
pub fn mailto(target: &str) -> Option<Mailto> {
    let scheme = target.get(..7)?;
    if !scheme.eq_ignore_ascii_case("mailto:") {
        return None;
    }
    let rest = target.get(7..)?.trim_start_matches('/');
    let (addresses, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut mailto = Mailto::default();
    collect(addresses, &mut mailto.to, &mut mailto.refused);
    // A second `?` where `&` is meant is a common slip.
    for field in query.split(['&', '?']) {
        let field = field.strip_prefix("amp;").unwrap_or(field);
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "" => {}
            "subject" => mailto.subject = Some(decode(value).trim().to_owned()).filter(|subject| !subject.is_empty()),
            "cc" => collect(value, &mut mailto.cc, &mut mailto.refused),
            "to" => collect(value, &mut mailto.to, &mut mailto.refused),
            other => mailto.dropped.push(other.to_owned()),
        }
    }
    Some(mailto)
}

fn collect(list: &str, into: &mut Vec<String>, refused: &mut Vec<String>) {
    for part in list
        .split([',', ';'])
        .flat_map(|part| decode(part).split([',', ';']).map(str::to_owned).collect::<Vec<_>>())
    {
        let part = part.trim().trim_matches(['<', '>', '"', '\'']).trim();
        // `Name <address>` in a target.
        let part = part
            .rsplit_once('<')
            .map_or(part, |(_, address)| address.trim_end_matches('>'));
        if is_address(part) {
            into.push(part.to_owned());
        } else if !part.is_empty() {
            refused.push(part.to_owned());
        }
    }
}

/// Decodes `%41` once. What is not UTF-8 stays as it is written.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = (*byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        if let Some(decoded) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            out.push(decoded);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Local parts that stand for "your address here", squeezed to letters.
const EXAMPLE_LOCALS: &[&str] = &[
    "prenomnom",
    "nomprenom",
    "votreprenomvotrenom",
    "votrenom",
    "votreadresse",
    "votreemail",
    "votremail",
    "monadresse",
    "monemail",
    "tonemail",
    "tonadresse",
    "adresse",
    "adresseemail",
    "adressemail",
    "firstnamelastname",
    "firstlast",
    "firstname",
    "lastname",
    "namesurname",
    "yourname",
    "youremail",
    "yourmail",
    "youraddress",
    "youremailaddress",
    "username",
    "someone",
    "somebody",
    "johndoe",
    "janedoe",
    "exemple",
    "example",
    "vornamename",
    "vornamenachname",
    "prenom",
    "nomdefamille",
    "xxx",
    "xxxx",
    "identifiant",
    "pnom",
    "vorname",
    "nachname",
    "emailaddress",
    "myemail",
    "myname",
    "firstnamename",
];

/// Domains that stand for "your domain here", or that nobody can be reached at.
const EXAMPLE_DOMAINS: &[&str] = &[
    "example.com",
    "example.org",
    "example.net",
    "example.fr",
    "exemple.com",
    "exemple.fr",
    "exemple.org",
    "domain.com",
    "domain.org",
    "domain.tld",
    "domaine.fr",
    "domaine.com",
    "yourdomain.com",
    "yourcompany.com",
    "votredomaine.fr",
    "votre-domaine.fr",
    "votreentreprise.fr",
    "mydomain.com",
    "company.com",
    "entreprise.fr",
    "entreprise.com",
    "organiz.com",
    "test.com",
    "test.fr",
    "email.com",
    "adresse.fr",
    "beispiel.de",
    "acme.com",
    "foo.com",
    "bar.com",
    "provider.com",
    "monmail.fr",
];

/// Tells whether an address is an example that stands for the reader's own, or a machine's that reads nothing.
#[must_use]
pub fn is_placeholder(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let Some((local, domain)) = lower.split_once('@') else {
        return true;
    };
    let squeezed: String = local.chars().filter(char::is_ascii_alphabetic).collect();
    let parent = domain.split_once('.').map_or(domain, |(_, rest)| rest);
    let machine = ["noreply", "donotreply", "nepasrepondre", "mailerdaemon"]
        .iter()
        .any(|name| squeezed.starts_with(name));
    EXAMPLE_LOCALS.contains(&squeezed.as_str())
        || EXAMPLE_DOMAINS.contains(&domain)
        || EXAMPLE_DOMAINS.contains(&parent)
        || machine
        || domain.ends_with(".invalid")
        || domain.ends_with(".localhost")
        || (local == "git" && domain.starts_with("git"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_takes_addresses_and_nothing_else() {
        for good in [
            "rh@lab.example",
            "a.b-c+d_e@x-y.z.example",
            "_x@lab.example",
            "1@2.example",
        ] {
            assert!(is_address(good), "{good}");
        }
        let long = format!("{}@lab.example", "a".repeat(250));
        for bad in [
            "$(id)@b.example",
            "-x@lab.example",
            "a@b",
            "a@b.c",
            "a@b.c1",
            "a..b@lab.example",
            ".a@lab.example",
            "a.@lab.example",
            "a@-b.example",
            "a@b-.example",
            "a@b..example",
            "a@lab.example\n",
            "\u{430}@lab.example",
            "a\u{200b}@lab.example",
            "a b@lab.example",
            "",
            "@",
            "a@",
            "@b.example",
            &long,
            "a@lab.example,b@lab.example",
        ] {
            assert!(!is_address(bad), "{bad:?}");
        }
    }

    fn found(text: &str) -> Vec<(&str, bool)> {
        find(text)
            .into_iter()
            .map(|f| (text.get(f.range).unwrap(), f.sound))
            .collect()
    }

    #[test]
    fn addresses_are_found_in_prose() {
        assert_eq!(found("Écrire à rh@lab.example."), [("rh@lab.example", true)]);
        assert_eq!(
            found("(rh@lab.example),x@lab.example"),
            [("rh@lab.example", true), ("x@lab.example", true)]
        );
        assert_eq!(
            found("<mailto:rh@lab.example>?cc=b@lab.example"),
            [("rh@lab.example", true), ("b@lab.example", true)]
        );
        assert_eq!(found("https://a.example/@user"), []);
        assert_eq!(found("@@@@"), []);
        assert_eq!(found("\u{200b}rh@lab.example"), [("rh@lab.example", true)]);
        assert_eq!(found("fran\u{e7}ois@lab.example"), [("ois@lab.example", false)]);
        assert_eq!(found("jean\u{200b}petit@lab.example"), [("petit@lab.example", false)]);
    }

    #[test]
    fn mailto_targets_are_decoded_once() {
        let got = mailto(
            "mailto:a@lab.example,b%40lab.example?subject=Un%20poste%20%26%20deux&cc=c@lab.example&bcc=d@lab.example",
        )
        .unwrap();
        assert_eq!(got.to, ["a@lab.example", "b@lab.example"]);
        assert_eq!(got.cc, ["c@lab.example"]);
        assert_eq!(got.subject.as_deref(), Some("Un poste & deux"));
        assert_eq!(got.dropped, ["bcc"]);
        assert_eq!(
            mailto("MAILTO:a@lab.example%0Ax").unwrap().refused,
            ["a@lab.example\nx"]
        );
        assert_eq!(mailto("https://a.example"), None);
    }

    #[test]
    fn examples_are_known() {
        for example in [
            "adresse@mail.fr",
            "prenom.nom@lab.example",
            "your.name@firm.example",
            "a@example.com",
            "no-reply@lab.example",
        ] {
            assert!(is_placeholder(example), "{example}");
        }
        for real in [
            "rh@lab.example",
            "contact@lab.example",
            "camille.petit@lab.example",
            "mail@lab.example",
        ] {
            assert!(!is_placeholder(real), "{real}");
        }
    }

    proptest::proptest! {
        #[test]
        fn all_that_is_found_is_within_the_pattern(text in "[a-z@.+_éа\u{200b} -]{0,60}") {
            for f in find(&text) {
                proptest::prop_assert!(is_address(text.get(f.range).unwrap()));
            }
        }
    }
}
