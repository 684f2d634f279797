//! A draft as a `mailto:` link (RFC 6068).

use std::fmt::Write;

use super::{Address, Draft};

/// Returns the link. It cannot carry attachments: see [`super::Guard::NoAttachments`].
#[must_use]
pub fn link(draft: &Draft) -> String {
    let mut link = String::from("mailto:");
    link.push_str(&list(&draft.to));
    let fields = [
        ("cc", list(&draft.cc)),
        ("subject", encode(&draft.subject)),
        ("body", body(&draft.body)),
    ];
    let mut separator = '?';
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        link.push(separator);
        link.push_str(name);
        link.push('=');
        link.push_str(value);
        separator = '&';
    }
    link
}

/// The strict pattern leaves nothing to encode but `+`, which some programs read as a space.
fn list(addresses: &[Address]) -> String {
    addresses
        .iter()
        .map(|address| address.as_str().replace('+', "%2B"))
        .collect::<Vec<_>>()
        .join(",")
}

/// Line ends are `%0D%0A` (RFC 6068 §5).
fn body(text: &str) -> String {
    let lines: Vec<String> = text.trim_end().lines().map(encode).collect();
    lines.join("%0D%0A")
}

/// Encodes everything but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => _ = write!(encoded, "%{byte:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_carries_addresses_subject_and_body() {
        let address = |text| Address::parse(text).unwrap();
        let draft = Draft {
            to: vec![address("a+b@c.example"), address("d@e.example")],
            cc: vec![address("f@g.example")],
            subject: "Été & hiver?".to_owned(),
            body: "Bonjour,\n\nÀ bientôt\n".to_owned(),
            ..Draft::default()
        };
        assert_eq!(
            link(&draft),
            "mailto:a%2Bb@c.example,d@e.example?cc=f@g.example&subject=%C3%89t%C3%A9%20%26%20hiver%3F\
             &body=Bonjour%2C%0D%0A%0D%0A%C3%80%20bient%C3%B4t"
        );
    }

    #[test]
    fn nothing_can_be_smuggled_in() {
        let draft = Draft {
            subject: "x&bcc=y@z.example\r\nBcc: y@z.example".to_owned(),
            body: "a&attach=/etc/passwd#".to_owned(),
            ..Draft::default()
        };
        let link = link(&draft);
        assert_eq!(link.matches('&').count(), 1);
        assert!(!link.contains(['\r', '\n', '#', ' ']), "{link}");
    }
}
