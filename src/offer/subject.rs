//! The subject that the offer demands, with its placeholders.

use std::ops::Range;

use super::address;
use super::facts::Fact;
use super::keys::Key;
use super::page::{Page, PassageKind, Topic, narrow};

/// Where the subject stands, seen from the phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// After it: "avec pour objet …".
    After,
    /// After it, and only in quotation marks or after a colon: the phrase alone is too common.
    Quoted,
    /// Right after it, in quotation marks, in a sentence that names an address: "à rh@lab.example, objet « Stage »".
    Touching,
    /// Before it ("en précisant … dans l'objet"), or after it in quotation marks.
    Before,
}

/// The phrases.
pub(super) const PHRASES: &[(&str, Side)] = &[
    ("pour objet", Side::After),
    ("comme objet", Side::After),
    ("avec l'objet", Side::After),
    ("avec objet", Side::After),
    ("en objet", Side::Before),
    ("en objet du mail", Side::Before),
    ("en objet du message", Side::Before),
    ("objet", Side::Touching),
    ("subject", Side::Touching),
    ("dans l'objet", Side::Before),
    ("dans l'objet du mail", Side::Before),
    ("dans l'objet du message", Side::Before),
    ("dans l'objet de votre mail", Side::Before),
    ("dans l'objet de l'email", Side::Before),
    ("dans le sujet", Side::Before),
    ("en sujet", Side::Before),
    ("en sujet de votre e-mail", Side::Before),
    ("en sujet du mail", Side::Before),
    ("en titre de mail", Side::Before),
    ("dans le titre du mail", Side::Before),
    ("pour sujet", Side::After),
    ("comme sujet", Side::After),
    ("sujet du mail", Side::Quoted),
    ("objet du mail", Side::Quoted),
    ("objet de l'email", Side::Quoted),
    ("objet de l'e-mail", Side::Quoted),
    ("objet du courriel", Side::Quoted),
    ("objet du message", Side::Quoted),
    ("objet de votre mail", Side::Quoted),
    ("objet suivant", Side::Quoted),
    ("titre du mail", Side::Quoted),
    ("mail intitule", Side::After),
    ("email intitule", Side::After),
    ("subject line", Side::Quoted),
    ("in the subject line", Side::Before),
    ("in the subject", Side::Before),
    ("as the subject line", Side::Before),
    ("as the subject", Side::Before),
    ("as subject", Side::Before),
    ("as a subject", Side::Before),
    ("with the subject", Side::After),
    ("with subject", Side::After),
    ("with the subject line", Side::After),
    ("use the subject", Side::After),
    ("use the subject line", Side::After),
    ("use this subject", Side::Quoted),
    ("utilisez l'objet", Side::After),
    ("email subject", Side::Quoted),
    ("mail subject", Side::Quoted),
    ("e-mail subject", Side::Quoted),
    ("subject of your email", Side::Quoted),
    ("subject of the email", Side::Quoted),
    ("mit dem betreff", Side::After),
    ("im betreff", Side::Before),
    ("unter dem betreff", Side::After),
];

/// Words behind which stands what to write: "en précisant X dans l'objet".
const VERBS: &[&str] = &[
    "en precisant la reference",
    "en rappelant la reference",
    "en indiquant la reference",
    "en precisant",
    "en indiquant",
    "en mentionnant",
    "en rappelant",
    "mentionnant",
    "mentionner",
    "mentionnez",
    "indiquer",
    "indiquez",
    "preciser",
    "precisez",
    "avec la mention",
    "la mention",
    "avec comme mention",
    "avec",
    "mettre",
    "mettez",
    "inscrire",
    "insert",
    "please include",
    "including",
    "include",
    "mention",
    "stating",
    "put",
    "write",
    "quoting",
    "quote",
    "with",
    "use",
    "using",
];

/// How a description of what to write begins, which is not the subject itself.
const VAGUE: &[&str] = &[
    "le poste",
    "la reference",
    "l'intitule",
    "votre",
    "le titre",
    "the position",
    "the job",
    "le nom",
    "your",
    "the title",
    "the role",
    "l'offre",
    "le numero",
    "la ou les",
];

/// Longest subject, in bytes.
const LONGEST: usize = 160;

/// Reads the subject: what the words demand, else what the `mailto:` carries.
pub(super) fn read(page: &Page<'_>) -> Option<Fact<String>> {
    by_label(page).or_else(|| by_words(page)).or_else(|| by_mailto(page))
}

fn by_label(page: &Page<'_>) -> Option<Fact<String>> {
    let passage = page.with_key(Key::Subject).find(|passage| {
        let field = passage.kind == PassageKind::Field;
        field
            || (passage.label.start < passage.label.end && passage.value.end.saturating_sub(passage.value.start) < 140)
    })?;
    let visible = page.to_visible(&passage.value);
    if let Some(quoted) = quoted_after(page.visible(&visible)) {
        return Some(fact(
            page,
            visible.start + narrow(quoted.start)..visible.start + narrow(quoted.end),
        ));
    }
    (visible.start < visible.end).then(|| fact(page, visible))
}

fn by_words(page: &Page<'_>) -> Option<Fact<String>> {
    let mut hits: Vec<_> = page.hits(Topic::Subject).iter().collect();
    // Of phrases that overlap the longest says most.
    hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    hits.iter().find_map(|hit| {
        let (_, side) = PHRASES.get(usize::from(hit.phrase))?;
        let sentence = page.sentence(&hit.range());
        let block = page.passage_at(hit.start).map(|passage| page.block_range(passage))?;
        let after = page.to_visible(&(hit.end..block.end.min(hit.end.saturating_add(260)).max(hit.end)));
        let text = page
            .visible
            .get(after.start as usize..page.visible.floor_char_boundary(after.end as usize))?;
        let touches = || {
            text.trim_start_matches([' ', ':', '\u{a0}'])
                .starts_with(['«', '“', '"'])
        };
        if *side == Side::Touching && !(touches() && page.folded(&sentence).contains('@')) {
            return None;
        }
        let at = |range: Range<usize>| after.start + narrow(range.start)..after.start + narrow(range.end);
        if let Some(quoted) = quoted_after(text).or_else(|| code_after(page, &after, text)) {
            return Some(fact(page, at(quoted)));
        }
        match side {
            Side::After | Side::Quoted => plain_after(text, *side == Side::Quoted).map(|range| fact(page, at(range))),
            Side::Touching => None,
            Side::Before => mentioned_before(page, sentence.start..hit.start)
                .map(|range| fact(page, range))
                .or_else(|| plain_after(text, true).map(|range| fact(page, at(range)))),
        }
    })
}

const QUOTES: [(char, char); 7] = [
    ('«', '»'),
    ('“', '”'),
    ('"', '"'),
    ('„', '“'),
    ('‘', '’'),
    ('`', '`'),
    ('[', ']'),
];

/// The first quotation within a few words, without its marks (brackets stay: they are a part of the subject).
fn quoted_after(text: &str) -> Option<Range<usize>> {
    let (at, open) = text.char_indices().take(60).find(|(at, c)| {
        let apostrophe = *c == '‘'
            && text
                .get(..*at)
                .is_some_and(|before| before.ends_with(char::is_alphanumeric));
        QUOTES.iter().any(|(open, _)| open == c) && !apostrophe
    })?;
    // A sentence end before the quotation: it belongs to something else.
    if text.get(..at)?.contains(['.', '!', '?', '\n']) {
        return None;
    }
    let lead = text.get(..at)?.trim_matches([' ', ':', '\u{a0}']);
    if open == '[' && !lead.is_empty() {
        return None;
    }
    let close = QUOTES.iter().find(|(o, _)| *o == open)?.1;
    let start = at + open.len_utf8();
    let rest = text.get(start..)?;
    let end = rest
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| *c == close || (open == '“' && *c == '"') || (open == '"' && *c == '”'))?
        .0;
    let inner = rest.get(..end)?;
    if inner.trim().is_empty() {
        return None;
    }
    if open == '[' {
        // "[Candidature] Prénom NOM": the whole of it.
        let after = rest.get(end + 1..)?;
        let tail = after.find(['.', ',', '\n', ';', ')']).unwrap_or(after.len());
        let tail = if after.get(..tail)?.len() < 60 { tail } else { 0 };
        return Some(at..start + end + 1 + after.get(..tail)?.trim_end().len());
    }
    let lead = inner.len() - inner.trim_start().len();
    Some(start + lead..start + lead + inner.trim().len())
}

/// A piece of code within a few words, of which only the source shows the marks: "with the subject `JOB 12`".
fn code_after(page: &Page<'_>, visible: &Range<u32>, text: &str) -> Option<Range<usize>> {
    let source = page.text.get(page.source(visible))?;
    let open = source.find('`').filter(|open| *open < 40)?;
    if source.get(..open)?.contains(['.', '!', '?', '\n']) {
        return None;
    }
    let inner = source.get(open + 1..)?;
    let inner = inner.get(..inner.find('`')?)?.trim();
    let start = text.find(inner).filter(|start| *start < 60)?;
    (!inner.is_empty() && inner.len() <= LONGEST).then(|| start..start + inner.len())
}

/// What follows without quotation marks: after a colon, or beginning with a capital, up to the end of the sentence.
fn plain_after(text: &str, colon_only: bool) -> Option<Range<usize>> {
    let colon = text.char_indices().take(30).find(|(_, c)| *c == ':').map(|(at, _)| at);
    let start = match colon {
        Some(at) if text.get(..at)?.split_whitespace().count() <= 4 => at + 1,
        _ if colon_only => return None,
        _ => 0,
    };
    let rest = text.get(start..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '*', '_']);
    let from = start + rest.len() - trimmed.len();
    let opens = trimmed.chars().next()?;
    if !(opens.is_uppercase() || opens.is_ascii_digit() || colon.is_some()) {
        return None;
    }
    let ends = |at: usize, c: char| {
        c == '\n'
            || c == ';'
            || (matches!(c, '.' | '!')
                && trimmed
                    .get(at + 1..)
                    .is_some_and(|r| r.is_empty() || r.starts_with([' ', '\n'])))
    };
    let end = trimmed
        .char_indices()
        .find(|(at, c)| ends(*at, *c))
        .map_or(trimmed.len(), |(at, _)| at);
    let subject = trimmed.get(..end)?.trim_end();
    let length = subject.chars().count();
    ((3..=LONGEST).contains(&length) && !subject.contains('@')).then(|| from..from + subject.len())
}

/// "en précisant X dans l'objet": what stands between the verb and the phrase.
fn mentioned_before(page: &Page<'_>, folded: Range<u32>) -> Option<Range<u32>> {
    let text = page.folded(&folded);
    let (at, verb) = VERBS
        .iter()
        .filter_map(|verb| text.rfind(verb).map(|at| (at, *verb)))
        .max_by_key(|(at, verb)| (*at + verb.len(), verb.len()))?;
    let start = at + verb.len();
    let between = text.get(start..)?;
    let named = between.trim_matches([' ', ':', '"', '\'', ',']);
    if named.len() < 3 || named.len() > LONGEST || VAGUE.iter().any(|word| named.starts_with(word)) {
        return None;
    }
    let from = folded.start + narrow(start + between.find(named)?);
    let visible = page.to_visible(&(from..from + narrow(named.len())));
    let shown = page.visible(&visible);
    // Something written as a name or a code, not a clause.
    let coded = shown
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '[');
    coded.then_some(visible)
}

fn by_mailto(page: &Page<'_>) -> Option<Fact<String>> {
    for link in &page.links {
        if let Some(subject) = address::mailto(&link.target).and_then(|mailto| mailto.subject) {
            return Some(Fact {
                value: subject,
                evidence: vec![page.evidence_at(link.source.clone())],
            });
        }
    }
    // A link that the parser did not take for one: `[x](mailto:x@…?subject=two words)`.
    let at = memchr::memmem::find(page.visible.as_bytes(), b"subject=")?.checked_sub(1)?;
    if !matches!(page.visible.as_bytes().get(at), Some(b'?' | b'&')) {
        return None;
    }
    let before = page.visible.get(..at)?;
    let open = before.rfind("mailto:").filter(|open| at - open < 200)?.checked_sub(1)?;
    let rest = page.visible.get(at..)?;
    let end = rest.find([')', '"', '\n'])?;
    let target = page.visible.get(open + 1..at + end)?;
    let subject = address::mailto(target)?.subject?;
    let visible = narrow(open + 1)..narrow(at + end);
    Some(Fact {
        value: subject,
        evidence: vec![page.evidence_at(page.source(&visible))],
    })
}

fn fact(page: &Page<'_>, visible: Range<u32>) -> Fact<String> {
    let value = page
        .visible(&visible)
        .trim()
        .trim_matches(['*', '_', '"', '“', '”', '«', '»', '\u{a0}', ' '])
        .trim()
        .to_owned();
    Fact {
        value,
        evidence: vec![page.evidence_at(page.source(&visible))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::front_matter;

    fn subject(text: &str) -> Option<String> {
        let front = front_matter::read(text);
        let page = Page::new(text, &front);
        read(&page).map(|fact| {
            assert!(fact.evidence[0].quote(text).is_some());
            fact.value
        })
    }

    #[test]
    fn subjects_as_people_demand_them() {
        for (text, wanted) in [
            (
                "Envoyez votre CV à x@lab.example avec pour objet **“Stage Labo”**",
                "Stage Labo",
            ),
            ("CV à rh@lab.example, objet « Stage Rust », avant mai.", "Stage Rust"),
            ("… avec en sujet de votre e-mail « AB-01 ».", "AB-01"),
            (
                "Écrivez-nous en précisant <em>2021-53 - Une personne H/F</em> dans l‘objet.",
                "2021-53 - Une personne H/F",
            ),
            (
                "Merci de mentionner « Candidature dev » dans l'objet du mail.",
                "Candidature dev",
            ),
            ("Objet du mail : Candidature stage\n", "Candidature stage"),
            ("Send your CV with the subject \"Data role\".", "Data role"),
            (
                "Send it with the subject line: Application - [Your name]",
                "Application - [Your name]",
            ),
            (
                "Please put [JOB-12] Your name in the subject line.",
                "[JOB-12] Your name",
            ),
            (
                "Send **no letter** to the address above. Use the subject `[Mill] Your name`.",
                "[Mill] Your name",
            ),
            ("Use the subject line `MILL 12`, please.", "MILL 12"),
            ("Utilisez l'objet `[Moulin] Prénom NOM`.", "[Moulin] Prénom NOM"),
            ("[x](mailto:x@lab.example?subject=Un%20poste)", "Un poste"),
            (
                "[x@lab.example](mailto:x@lab.example?subject=Une personne @ Labo) avec",
                "Une personne @ Labo",
            ),
            ("Mail intitulé \"Stage 2024 - NOM Prénom\"", "Stage 2024 - NOM Prénom"),
            ("avec comme objet : [Stage] Prénom NOM", "[Stage] Prénom NOM"),
        ] {
            assert_eq!(subject(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn other_objects_are_no_subjects() {
        for text in [
            "L'association a pour objet de promouvoir la lecture.",
            "L'objet du stage est de découvrir.",
            "Merci de préciser le poste dans l'objet du mail.",
            "Sujet du stage : l'eau",
            "Vous concevrez un objet « connecté » avec l'équipe.",
            "The subject of the thesis is water.",
            "You use the subject knowledge of the team.",
        ] {
            assert_eq!(subject(text), None, "{text}");
        }
    }
}
