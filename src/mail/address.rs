//! The only addresses that may reach a clipboard, a link or a message.
//!
//! The pattern is narrower than RFC 5321 on purpose: what an offer writes decides where a candidate's papers go, and
//! every character outside it has been used to deceive. Whatever does not fit is shown with its code points, never
//! copied.

use std::fmt;

use crate::offer::address::is_address;

/// An address within the pattern
/// `[A-Za-z0-9_][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}`,
/// at most 254 bytes long.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address(String);

impl Address {
    /// Takes `text` for an address if it is one, exactly: no blank, no sign around it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_address(text).then(|| Self(text.to_owned()))
    }

    /// Returns the address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_everyday_life_fit() {
        for text in [
            "a@b.fr",
            "prenom.nom@labo.example",
            "_x+tag@sub.domain-one.example",
            "A-B_c@1a.example",
            "stage2026@x.co",
        ] {
            assert_eq!(
                Address::parse(text).map(|address| address.to_string()).as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn hostile_addresses_do_not() {
        let long = format!("{}@b.example", "a".repeat(250));
        let label = format!("a@{}.example", "b".repeat(64));
        for text in [
            "",
            "@",
            "a@b",
            "a@.fr",
            "a@b.",
            "a@b..fr",
            ".a@b.fr",
            "a.@b.fr",
            "a..b@c.fr",
            "-a@b.fr",
            "+a@b.fr",
            "a@-b.fr",
            "a@b-.fr",
            "a@b.f",
            "a@b.1fr",
            "a b@c.fr",
            "a@b.fr\n",
            "a@b.fr\r\nBcc: x@y.fr",
            "$(id)@b.fr",
            "`id`@b.fr",
            "a;b@c.fr",
            "a@b.fr?cc=x@y.fr",
            "a@b@c.fr",
            "a,b@c.fr",
            "\"a b\"@c.fr",
            "a@[127.0.0.1]",
            "a\u{200b}@b.fr",
            "\u{0430}@b.fr",
            "a@b\u{0456}.fr",
            "a@b.fr\u{202e}",
            "é@b.fr",
            "mailto:a@b.fr",
            "<a@b.fr>",
            "a%40b@c.fr",
            long.as_str(),
            label.as_str(),
        ] {
            assert_eq!(Address::parse(text), None, "{text:?}");
        }
    }
}
