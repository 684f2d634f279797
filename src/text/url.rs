//! Which link targets may be opened, and exactly what is opened.
//!
//! An offer is somebody else's text: its links may lead to a local file, to a script, or to a host that only looks
//! like the one shown. Only `http`, `https` and `mailto` pass, encoded so that no byte of them means anything to a
//! terminal or to an outside program.

use std::fmt::Write as _;

use super::clean::{Clean, clean_visibly, deceives};

/// The longest target that is opened or printed as a hyperlink; terminals and browsers stop near it.
const LONGEST: usize = 2000;

/// A link that may be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeUrl {
    /// Printable ASCII without spaces, quotes, `<`, `>` and `\`; begins with its scheme.
    pub url: String,
    /// Where it leads: the host, or the addresses of a `mailto:`. To be shown before it is opened.
    pub host: Clean,
    /// The host is not what a glance may take it for: letters beyond ASCII, or a name and password before it.
    pub unusual: bool,
}

/// Why a link is not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A scheme other than `http`, `https` and `mailto`.
    #[error("only http, https and mailto links are opened, not `{0}:`")]
    Scheme(Clean),
    /// A path within the site that the offer comes from.
    #[error("the link leads to a page of the site that the offer comes from: {0}")]
    Relative(Clean),
    /// No host, a broken host, or longer than 2000 bytes.
    #[error("this is not a valid address: {0}")]
    Malformed(Clean),
    /// It holds characters that hide or turn text.
    #[error("the link holds characters that deceive: {0}")]
    Deceptive(Clean),
}

/// Judges the target of a link, as an offer gives it.
///
/// # Errors
///
/// [`Refused`] says why it must not be opened.
///
/// # Examples
///
/// ```
/// use tremplin::text::url::judge;
/// assert_eq!(judge("https://lab.example/été").unwrap().url, "https://lab.example/%C3%A9t%C3%A9");
/// assert_eq!(judge("https://bank.example@evil.example/").unwrap().host.as_str(), "evil.example");
/// assert!(judge("javascript:alert(1)").is_err());
/// ```
pub fn judge(target: &str) -> Result<SafeUrl, Refused> {
    let target = target.trim();
    let shown = || clean_visibly(target).truncate(200);
    if deceives(target) || target.chars().any(char::is_control) {
        return Err(Refused::Deceptive(shown()));
    }
    let scheme = scheme(target).ok_or_else(|| Refused::Relative(shown()))?;
    let rest = &target[scheme.len() + 1..];
    let lower = scheme.to_ascii_lowercase();
    let (host, unusual) = match lower.as_str() {
        "http" | "https" => web_host(rest).ok_or_else(|| Refused::Malformed(shown()))?,
        "mailto" => mail_host(rest).ok_or_else(|| Refused::Malformed(shown()))?,
        _ => return Err(Refused::Scheme(clean_visibly(scheme))),
    };
    let url = format!("{lower}:{}", encode(rest));
    if url.len() > LONGEST {
        return Err(Refused::Malformed(shown()));
    }
    Ok(SafeUrl {
        url,
        host: clean_visibly(host),
        unusual,
    })
}

/// Returns the scheme of a target, or `None` of a path.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    fits.then_some(scheme)
}

/// Returns the host of what follows `http:`, and whether it is unusual.
fn web_host(rest: &str) -> Option<(&str, bool)> {
    let rest = rest.strip_prefix("//")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    if authority.contains('\\') {
        return None;
    }
    let (named, host) = match authority.rsplit_once('@') {
        Some((_, host)) => (true, host),
        None => (false, authority),
    };
    let bare = match host.rsplit_once(':') {
        Some((bare, port)) if port.bytes().all(|b| b.is_ascii_digit()) => bare,
        _ => host,
    };
    let fits = if let Some(inner) = bare.strip_prefix('[') {
        inner
            .strip_suffix(']')
            .is_some_and(|v6| v6.bytes().all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.')))
    } else {
        !bare.starts_with(['-', '.'])
            && bare.chars().any(char::is_alphanumeric)
            && bare
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
    };
    fits.then_some((bare, named || !bare.is_ascii()))
}

/// Returns the addresses of what follows `mailto:`, and whether one is unusual.
fn mail_host(rest: &str) -> Option<(&str, bool)> {
    let to = rest.split('?').next()?;
    let fits = to.contains('@') && !to.starts_with('-') && !to.contains(['/', '\\', ' ']);
    fits.then_some((to, !to.is_ascii() || to.contains('%')))
}

/// Encodes every byte that is not plainly part of a URL.
fn encode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    for (at, byte) in bytes.iter().enumerate() {
        let escaped = *byte == b'%'
            && bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let plain = byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(byte);
        if plain || escaped {
            out.push(char::from(*byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn usual_links_pass_as_they_are() {
        for (target, host) in [
            ("https://lab.example/offres?id=3&l=fr#haut", "lab.example"),
            ("http://lab.example:8080", "lab.example"),
            ("HTTPS://Lab.example/", "Lab.example"),
            ("https://[2001:db8::1]/x", "[2001:db8::1]"),
            ("mailto:rh@lab.example?subject=Stage%20Rust", "rh@lab.example"),
        ] {
            let safe = judge(target).expect(target);
            assert_eq!(safe.host.as_str(), host);
            assert!(safe.url.eq_ignore_ascii_case(target), "{safe:?}");
            assert!(!safe.unusual);
        }
    }

    #[test]
    fn what_could_harm_is_refused() {
        for target in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "-oProxyCommand=x",
            "/offres/1",
            "page.html",
            "//evil.example/x",
            "https:///nohost",
            "https://-x.example",
            "https://good.example\\@evil.example/",
            "https://a.example/\u{1b}]8;;",
            "https://a.example/\u{202e}gpj",
            "mailto:nobody",
            "mailto:-x@a.example",
            "x:y",
            "",
        ] {
            assert!(judge(target).is_err(), "{target:?}");
        }
        assert!(judge(&format!("https://a.example/{}", "a".repeat(3000))).is_err());
    }

    #[test]
    fn the_real_host_is_shown() {
        let safe = judge("https://bank.example@evil.example/").expect("a web link");
        assert_eq!((safe.host.as_str(), safe.unusual), ("evil.example", true));
        assert!(judge("https://b\u{430}nk.example/").expect("a web link").unusual);
    }

    #[test]
    fn odd_bytes_are_encoded() {
        let safe = judge("https://a.example/a b\"<>`{|}^\\%zz%41").expect("a web link");
        assert_eq!(safe.url, "https://a.example/a%20b%22%3C%3E%60%7B%7C%7D%5E%5C%25zz%41");
    }

    proptest! {
        #[test]
        fn nothing_but_plain_bytes_gets_through(rest in ".{0,60}") {
            for scheme in ["https://a.example/", "mailto:a@b.example?", "https://", ""] {
                if let Ok(safe) = judge(&format!("{scheme}{rest}")) {
                    let plain = safe.url.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\`{}|^".contains(&b));
                    prop_assert!(plain, "{}", safe.url);
                    prop_assert!(["http:", "https:", "mailto:"].iter().any(|s| safe.url.starts_with(s)));
                }
            }
        }
    }
}
