//! Web archives (`.mhtml`): a page in a MIME message.

use super::mime::{decoded, header, parameter};

/// Returns the bytes of the page in a web archive, or `None` if the text is none.
#[must_use]
pub fn page_of_archive(source: &str) -> Option<Vec<u8>> {
    let source = source.replace("\r\n", "\n");
    let (head, body) = source.split_once("\n\n")?;
    page_among_parts(head, body, DEEPEST)
}

/// How deep parts may stand in parts.
const DEEPEST: usize = 8;

/// Returns the page among the parts of a message or of a part.
fn page_among_parts(head: &str, body: &str, depth: usize) -> Option<Vec<u8>> {
    let content = header(head, "content-type").filter(|content| content.to_ascii_lowercase().starts_with("multipart/"))?;
    let boundary = format!("--{}", parameter(&content, "boundary")?);
    body.split(boundary.as_str()).find_map(|part| page_of_part(part, depth.checked_sub(1)?))
}

/// Returns the decoded content of a part if it is or has a page.
fn page_of_part(part: &str, depth: usize) -> Option<Vec<u8>> {
    let (head, body) = part.trim_start_matches('\n').split_once("\n\n")?;
    if let Some(page) = page_among_parts(head, body, depth) {
        return Some(page);
    }
    if !header(head, "content-type")?.to_ascii_lowercase().starts_with("text/html") {
        return None;
    }
    decoded(head, body).or_else(|| Some(body.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &str, body: &str, expected: Option<&str>) {
        let archive = format!(
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--May--5\"\r\n\r\n\r\n\
             ----May--5\r\nContent-Type: image/png\r\n\r\nmay\r\n----May--5\r\nContent-Type: text/html\r\n{encoding}\r\n\r\n{body}\r\n----May--5--\r\n"
        );
        let page = page_of_archive(&archive).map(|bytes| String::from_utf8(bytes).expect("UTF-8").trim().to_owned());
        assert_eq!(page.as_deref(), expected);
    }

    #[test]
    fn the_page_of_an_archive_is_decoded() {
        check("Content-Transfer-Encoding: quoted-printable", "<p class=3D\"a\">It=E2=80=99s ma=\r\ny.", Some("<p class=\"a\">It’s may."));
        check("Content-Transfer-Encoding: base64", "PHA+SXQgbWF5\r\nIHJhaW4u", Some("<p>It may rain."));
        check("Content-Transfer-Encoding: 8bit", "<p>It’s = 5=", Some("<p>It’s = 5="));
    }

    #[test]
    fn the_page_of_an_inner_part_is_found() {
        let archive = "Content-Type: multipart/related; boundary=out\n\n--out\nContent-Type: multipart/alternative; boundary=\"in\"\n\n\
             --in\nContent-Type: text/plain\n\nmay\n--in\nContent-Type: text/html\n\n<p>It may.\n--in--\n--out--\n";
        assert_eq!(page_of_archive(archive).as_deref(), Some(b"<p>It may.\n".as_slice()));
    }

    #[test]
    fn other_texts_are_no_archive() {
        for text in [
            "",
            "It may rain.\n\nContent-Type: text/html",
            "Content-Type: text/plain\n\nIt may.",
            "Content-Type: multipart/related\n\n--\n",
        ] {
            assert_eq!(page_of_archive(text), None, "{text}");
        }
    }
}
