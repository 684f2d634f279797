//! A draft as an `.eml` file, which mail programs open as a message to be sent.
//!
//! The message is built by a library: MIME, line lengths and RFC 2047 have more corners than this program should know.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address as Mailbox;
use mail_builder::headers::date::Date as MailDate;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;

use super::{Address, Draft, Profile};
use crate::text::clean;

/// A file to be sent along, with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The name that the reader sees.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Returns the message.
///
/// `X-Unsent: 1` makes mail programs open it for writing. `now` is in seconds since 1970; the mail program replaces
/// the date and the message id when it sends.
#[must_use]
pub fn message(draft: &Draft, profile: &Profile, files: &[File], now: i64) -> Vec<u8> {
    let mut builder = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .date(MailDate::new(now))
        .message_id(MessageId::new(message_id(draft, now)))
        .subject(clean(&draft.subject).one_line().into_string());
    if let Some(from) = Address::parse(profile.email.trim()) {
        let name = clean(&profile.name).one_line().into_string();
        let name = (!name.is_empty()).then_some(name);
        builder = builder.from(Mailbox::new_address(name, from.to_string()));
    }
    for (header, addresses) in [("To", &draft.to), ("Cc", &draft.cc)] {
        if !addresses.is_empty() {
            let list = addresses
                .iter()
                .map(|address| Mailbox::new_address(None::<String>, address.to_string()));
            builder = builder.header(header, Mailbox::new_list(list.collect()));
        }
    }
    builder = builder.text_body(draft.body.as_str());
    for file in files {
        let name = clean(&file.name).one_line().into_string();
        builder = builder.attachment(content_type(&name), name, file.bytes.as_slice());
    }
    let mut message = Vec::new();
    builder.serialize(&mut message);
    message
}

/// Returns a message as a draft for a program that sends the file as it is: without the mark of an unsent message, the
/// date and the id, which that program makes when it sends.
#[must_use]
pub fn to_compose(message: &[u8]) -> Vec<u8> {
    const NOT_YET: &[&[u8]] = &[b"X-Unsent:", b"Date:", b"Message-ID:"];
    let end = message.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let (head, rest) = message.split_at(end.map_or(0, |end| end + 2));
    let lines = head.split_inclusive(|byte| *byte == b'\n');
    let kept = lines.filter(|line| !NOT_YET.iter().any(|name| line.starts_with(name)));
    kept.flatten().chain(rest).copied().collect()
}

/// Names the draft by its content, so that the same draft is the same file.
fn message_id(draft: &Draft, now: i64) -> String {
    let text = format!("{now} {} {}", draft.subject, draft.body);
    format!("{}@tremplin.invalid", crate::tracking::Fingerprint::of(&text))
}

/// Returns the type of a file by the end of its name; anything unknown is bytes.
fn content_type(name: &str) -> &'static str {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("pdf") => "application/pdf",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("doc") => "application/msword",
        Some("txt") => "text/plain",
        Some("md") => "text/markdown",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("zip") => "application/zip",
        Some("mp4") => "video/mp4",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(message: &[u8]) -> Vec<String> {
        let text = String::from_utf8(message.to_vec()).unwrap();
        let head = text
            .split("\r\n\r\n")
            .next()
            .unwrap()
            .replace("\r\n ", " ")
            .replace("\r\n\t", " ");
        head.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_message_has_its_headers_and_files() {
        let draft = Draft {
            to: vec![Address::parse("to@phare.example").unwrap()],
            cc: vec![Address::parse("cc@phare.example").unwrap()],
            subject: "Stage Enquête".to_owned(),
            body: "Bonjour,\n\nÀ bientôt\n".to_owned(),
            ..Draft::default()
        };
        let file = File {
            name: "CV été.pdf".to_owned(),
            bytes: vec![0, 159, 146, 150],
        };
        let message = message(&draft, &Profile::default(), &[file], 1_800_000_000);
        let headers = headers(&message);
        for header in [
            "X-Unsent: 1",
            "To: <to@phare.example>",
            "Cc: <cc@phare.example>",
            "MIME-Version: 1.0",
        ] {
            assert!(headers.iter().any(|line| line == header), "{header} in {headers:?}");
        }
        assert!(
            headers.iter().any(|line| line.starts_with("Subject: =?utf-8?")),
            "{headers:?}"
        );
        assert!(!headers.iter().any(|line| line.starts_with("From:")));
        assert!(message.is_ascii(), "everything is encoded");
    }

    #[test]
    fn a_message_to_compose_is_not_dated_yet() {
        let draft = Draft {
            subject: "Date: Stage".to_owned(),
            body: "Date: demain\r\nX-Unsent: 1\n".to_owned(),
            ..Draft::default()
        };
        let whole = message(&draft, &Profile::default(), &[], 0);
        let composed = to_compose(&whole);
        let names = |message: &[u8]| {
            let names = headers(message).into_iter();
            names
                .map(|line| line.split(':').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert!(names(&whole).contains(&"X-Unsent".to_owned()));
        for name in ["X-Unsent", "Date", "Message-ID"] {
            assert!(!names(&composed).contains(&name.to_owned()), "{name}");
        }
        assert!(names(&composed).contains(&"Subject".to_owned()));
        let body = |message: &[u8]| {
            String::from_utf8_lossy(message)
                .split_once("\r\n\r\n")
                .unwrap()
                .1
                .to_owned()
        };
        assert_eq!(body(&whole), body(&composed));
    }

    #[test]
    fn no_header_can_be_smuggled_in() {
        let draft = Draft {
            subject: "x\r\nBcc: y@z.example\u{2028}Bcc: y@z.example".to_owned(),
            body: "\r\n.\r\nBcc: y@z.example".to_owned(),
            ..Draft::default()
        };
        let profile = Profile {
            name: "C\r\nBcc: y@z.example".to_owned(),
            email: "c@d.example\r\nBcc: y@z.example".to_owned(),
            ..Profile::default()
        };
        let file = File {
            name: "a\"\r\nBcc: y@z.example".to_owned(),
            bytes: Vec::new(),
        };
        let message = message(&draft, &profile, &[file], 0);
        assert!(
            !headers(&message)
                .iter()
                .any(|line| line.starts_with("Bcc:") || line.starts_with("From:"))
        );
    }
}
