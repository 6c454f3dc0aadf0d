//! Mails (`.eml`): newsletters and stories that somebody sent.

use super::mime::{base64, decoded, header, parameter, quoted_printable};

/// What a mail says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mail {
    /// Its subject.
    pub subject: String,
    /// Its page or, if it has none, its subject and its text; empty if it has neither.
    pub text: String,
    /// True if the text is HTML.
    pub is_page: bool,
}

/// How deep parts may stand in parts.
const DEEPEST: usize = 8;

/// Reads a mail. Attachments are left out. `convert` decodes bytes in the encoding of a label, and returns `None` for a label that it does not
/// know. Returns `None` for a text that is no mail.
#[must_use]
pub fn read_mail(source: &str, convert: impl Fn(&[u8], &str) -> Option<String>) -> Option<Mail> {
    let source = source.replace("\r\n", "\n");
    let (head, body) = source.trim_start().split_once("\n\n")?;
    if ["from", "subject", "date", "mime-version"].iter().filter(|name| header(head, name).is_some()).count() < 2 {
        return None;
    }
    let subject = header(head, "subject").map(|subject| decoded_words(&subject, &convert)).unwrap_or_default();
    let part = |kind| part_of_kind(head, body, kind, &convert, DEEPEST);
    let page = part("text/html");
    let is_page = page.is_some();
    let text = page.or_else(|| Some(format!("{subject}\n\n{}", part("text/plain")?.trim_start()))).unwrap_or_default();
    Some(Mail { subject, text, is_page })
}

/// Converts bytes in the encoding of a label.
type Convert<'a> = &'a dyn Fn(&[u8], &str) -> Option<String>;

/// Returns the text of the first part of a kind, in a message or in a part of it.
fn part_of_kind(head: &str, body: &str, kind: &str, convert: Convert<'_>, depth: usize) -> Option<String> {
    let content = header(head, "content-type").unwrap_or_else(|| "text/plain".to_owned());
    let own_kind = content.to_ascii_lowercase();
    if own_kind.starts_with("multipart/") {
        let depth = depth.checked_sub(1)?;
        let boundary = format!("--{}", parameter(&content, "boundary")?);
        let part = |part: &str| {
            let (head, body) = head_and_body(part)?;
            part_of_kind(head, body, kind, convert, depth)
        };
        return parts_between(body, &boundary).into_iter().find_map(part);
    }
    if own_kind.starts_with("message/rfc822") {
        let (head, body) = body.trim_start().split_once("\n\n")?;
        return part_of_kind(head, body, kind, convert, depth.checked_sub(1)?);
    }
    let disposition = header(head, "content-disposition").unwrap_or_default().to_ascii_lowercase();
    let attached = disposition.starts_with("attachment") || disposition.contains("filename");
    if attached || !own_kind.starts_with(kind) {
        return None;
    }
    let encoded = header(head, "content-transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64"));
    let Some(bytes) = decoded(head, body) else { return (!encoded).then(|| body.to_owned()) };
    Some(converted(&bytes, &parameter(&content, "charset").unwrap_or_default(), convert))
}

/// Returns the parts of a message, which lines with the boundary divide.
fn parts_between<'a>(body: &'a str, boundary: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut at, mut start) = (0, None);
    for line in body.split_inclusive('\n') {
        let divides = line.trim_end().strip_prefix(boundary).is_some_and(|rest| rest.is_empty() || rest == "--");
        if divides {
            parts.extend(start.map(|start| &body[start..at]));
            start = Some(at + line.len());
        }
        at += line.len();
    }
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

/// Divides a part. One that begins with an empty line has no head.
fn head_and_body(part: &str) -> Option<(&str, &str)> {
    part.strip_prefix('\n').map(|body| ("", body)).or_else(|| part.split_once("\n\n"))
}

fn converted(bytes: &[u8], label: &str, convert: Convert<'_>) -> String {
    convert(bytes, label).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

/// Decodes the encoded words of a header field: `=?utf-8?Q?It_may?=`. White space between two of them is left out.
fn decoded_words(field: &str, convert: Convert<'_>) -> String {
    let mut out = String::new();
    let mut rest = field;
    let mut after_word = false;
    while let Some((before, word, after)) = next_word(rest) {
        if !(after_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        let (label, encoding, text) = word;
        let bytes = if encoding.eq_ignore_ascii_case("b") { base64(text) } else { Some(quoted_printable(&text.replace('_', " "))) };
        out.push_str(&bytes.map_or_else(|| text.to_owned(), |bytes| converted(&bytes, label, convert)));
        (rest, after_word) = (after, true);
    }
    out + rest
}

/// Returns what stands before the next encoded word, its label, encoding and text, and what follows it.
fn next_word(field: &str) -> Option<(&str, (&str, &str, &str), &str)> {
    let (before, inside) = field.split_once("=?")?;
    let (label, inside) = inside.split_once('?')?;
    let (encoding, inside) = inside.split_once('?')?;
    let (text, after) = inside.split_once("?=")?;
    Some((before, (label, encoding, text), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn latin1(bytes: &[u8], label: &str) -> Option<String> {
        (label == "iso-8859-1").then(|| bytes.iter().map(|byte| char::from(*byte)).collect())
    }

    #[track_caller]
    fn check(mail: &str, expected: Option<(&str, &str, bool)>) {
        let read = read_mail(mail, latin1);
        let read = read.as_ref().map(|mail| (mail.subject.as_str(), mail.text.trim(), mail.is_page));
        assert_eq!(read, expected);
    }

    #[test]
    fn plain_and_encoded_mails_are_read() {
        check("From: a@b.example\r\nSubject: Ferry\r\n\r\nIt may sail.\r\n", Some(("Ferry", "Ferry\n\nIt may sail.", false)));
        let head = "Subject: A =?utf-8?Q?ferry=E2=80=99s?=\n =?UTF-8?B?IHBsYW4=?= (1)\nFrom: a@b.example\n";
        check(
            &format!("{head}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nIt may =\n=E9.\n"),
            Some(("A ferry’s plan (1)", "A ferry’s plan (1)\n\nIt may é.", false)),
        );
    }

    #[test]
    fn the_page_of_a_mail_comes_before_its_text_and_attachments_are_left_out() {
        let mail = "Date: Mon, 4 May 2026\nSubject: Ferry\nContent-Type: multipart/mixed; boundary=out\n\nA MIME message.\n\n\
             --out\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>No.\n--out\nContent-Type: multipart/alternative; boundary=\"in\"\n\n\
             --in\n\nIt may sail.\n--in\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+SXQgbWF5Lg==\n--in--\n--out--\n";
        check(mail, Some(("Ferry", "<p>It may.", true)));
        check(&mail.replace("text/html\nContent-Transfer", "image/png\nContent-Transfer"), Some(("Ferry", "Ferry\n\nIt may sail.", false)));
    }

    #[test]
    fn lines_with_the_boundary_divide_a_mail() {
        let mail = "From: a\nSubject: Ferry\nContent-Type: multipart/mixed; boundary=\"b;c\"\n\n--b;c \nContent-Type: multipart/alternative; boundary=b_alt\n\n\
             --b_alt\n\nIt --b_alt may sail.\n--b_alt--\n--b;c--\n";
        check(mail, Some(("Ferry", "Ferry\n\nIt --b_alt may sail.", false)));
        let encoded = "From: a\nSubject: Ferry\nContent-Transfer-Encoding: base64\n\nSXQgbWF5Lg\n\nA list footer.\n";
        check(encoded, Some(("Ferry", "Ferry\n\nIt may.", false)));
        let damaged = "From: a\nSubject: Ferry\nContent-Transfer-Encoding: base64\n\n(no base64)\n";
        check(damaged, Some(("Ferry", "", false)));
    }

    #[test]
    fn other_texts_are_no_mails() {
        check("Ferry\n\nIt may sail.", None);
        check("Date: 4 May\n\nIt may sail.", None);
        check("", None);
        check("From: a\nSubject: b\nContent-Type: image/png\n\nx", Some(("b", "", false)));
    }
}
