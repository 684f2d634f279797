//! The tags that people write in the midst of Markdown, as far as they change what is read.

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// Ends the line.
    Break,
    /// Ends the block.
    Block,
    /// Opens or closes a heading.
    Heading(u8),
    /// Opens or closes a list item.
    Item,
    /// Bold begins or ends.
    Bold,
    /// Struck-through text begins or ends.
    Struck,
    /// A link begins or ends.
    Link,
    /// What stands between is no text (`script`, `style`).
    Hidden,
    /// Nothing.
    None,
}

/// A tag: what it does, whether it closes, and its `href`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    pub effect: Effect,
    pub closes: bool,
    pub href: Option<&'t str>,
}

/// Reads one tag, from `<` to `>`. `None` when it is none (a comment, a declaration).
pub(super) fn tag(source: &str) -> Option<Tag<'_>> {
    let inner = source.strip_prefix('<')?;
    let inner = inner.strip_suffix('>').unwrap_or(inner);
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let name = inner.get(..name_end)?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let effect = effect(name);
    let href = if effect == Effect::Link && !closes {
        attribute(inner, "href")
    } else {
        None
    };
    Some(Tag { effect, closes, href })
}

fn effect(name: &str) -> Effect {
    let mut lower = [0u8; 10];
    let Some(slot) = lower.get_mut(..name.len()) else {
        return Effect::None;
    };
    slot.copy_from_slice(name.as_bytes());
    slot.make_ascii_lowercase();
    match &*slot {
        b"br" => Effect::Break,
        b"h1" => Effect::Heading(1),
        b"h2" => Effect::Heading(2),
        b"h3" => Effect::Heading(3),
        b"h4" => Effect::Heading(4),
        b"h5" => Effect::Heading(5),
        b"h6" => Effect::Heading(6),
        b"li" => Effect::Item,
        b"b" | b"strong" => Effect::Bold,
        b"s" | b"del" | b"strike" => Effect::Struck,
        b"a" => Effect::Link,
        b"script" | b"style" | b"svg" | b"template" => Effect::Hidden,
        b"p" | b"div" | b"ul" | b"ol" | b"hr" | b"table" | b"tr" | b"td" | b"th" | b"section" | b"article"
        | b"header" | b"footer" | b"blockquote" | b"details" | b"summary" | b"dl" | b"dt" | b"dd" | b"center"
        | b"iframe" | b"pre" | b"figure" | b"aside" | b"main" | b"form" | b"option" => Effect::Block,
        _ => Effect::None,
    }
}

/// Returns the value of an attribute, quoted or not.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.match_indices(name).map(|(at, _)| at).find(|at| {
        lower
            .get(..*at)
            .is_some_and(|before| before.ends_with([' ', '\n', '\t', '\r', '"', '\'']))
    })?;
    let rest = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next(),
        _ => rest.split([' ', '>', '\n', '\t']).next(),
    }
}

/// Decodes one entity at the start of `text` (`&amp;`, `&#64;`, `&#x40;`): the character and the bytes that it takes.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.as_bytes().iter().take(12).position(|b| *b == b';')?;
    let name = text.get(1..end)?;
    let decoded = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)?
    } else {
        named(name)?
    };
    Some((decoded, end + 1))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" => '\u{2019}',
        "lsquo" => '\u{2018}',
        "ldquo" => '\u{201c}',
        "rdquo" => '\u{201d}',
        "nbsp" => '\u{a0}',
        "commat" => '@',
        "period" => '.',
        "colon" => ':',
        "eacute" => 'é',
        "Eacute" => 'É',
        "egrave" => 'è',
        "Egrave" => 'È',
        "ecirc" => 'ê',
        "euml" => 'ë',
        "agrave" => 'à',
        "Agrave" => 'À',
        "acirc" => 'â',
        "ccedil" => 'ç',
        "Ccedil" => 'Ç',
        "icirc" => 'î',
        "iuml" => 'ï',
        "ocirc" => 'ô',
        "ouml" => 'ö',
        "ugrave" => 'ù',
        "ucirc" => 'û',
        "uuml" => 'ü',
        "auml" => 'ä',
        "szlig" => 'ß',
        "oelig" => 'œ',
        "euro" => '€',
        "pound" => '£',
        "laquo" => '«',
        "raquo" => '»',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "middot" => '·',
        "bull" => '•',
        "deg" => '°',
        "copy" => '©',
        "shy" => '\u{ad}',
        _ => return None,
    })
}

/// Decodes the entities of an attribute.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(rest.get(..at).unwrap_or(""));
        rest = rest.get(at..).unwrap_or("");
        if let Some((decoded, width)) = entity(rest) {
            out.push(decoded);
            rest = rest.get(width..).unwrap_or("");
        } else {
            out.push('&');
            rest = rest.get(1..).unwrap_or("");
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_keep_their_target() {
        let got = tag("<A class='x' HREF=\"mailto:rh@lab.example\">").unwrap();
        assert_eq!(
            (got.effect, got.closes, got.href),
            (Effect::Link, false, Some("mailto:rh@lab.example"))
        );
        assert_eq!(
            tag("<a href=mailto:rh@lab.example>").unwrap().href,
            Some("mailto:rh@lab.example")
        );
        assert_eq!(tag("<!-- a -->"), None);
    }

    #[test]
    fn entities_of_three_kinds() {
        assert_eq!(
            decode("rh&#x40;lab&#46;example &amp; &unknown;"),
            "rh@lab.example & &unknown;"
        );
        assert_eq!(entity("&#xD800;"), None);
    }
}
