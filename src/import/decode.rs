//! Decodes the bytes of a file. The encoding is detected here; `encoding_rs` on the host and the browser's `TextDecoder` on the
//! page convert the bytes.

/// Why a file has no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is empty or holds white space only.
    Empty,
    /// It has more than [`LARGEST`] bytes; this is its size in bytes.
    TooLarge(usize),
    /// It is not a text; this is what it looks like, if that is known.
    Binary(Option<&'static str>),
}

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 20_000_000;

/// Decodes the text of a file, without its byte order mark.
///
/// # Errors
/// If the file has no text that can be read.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    decode_with(bytes, to_text)
}

/// Decodes bytes in the encoding of a label. Returns `None` for an unknown label; invalid bytes become U+FFFD.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn to_text(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Decodes the text of a file, without its byte order mark. `convert` decodes bytes in the encoding of a label of the Encoding
/// Standard and returns `None` for a label that it does not know.
///
/// # Errors
/// If the file has no text that can be read.
pub fn decode_with(bytes: &[u8], convert: impl Fn(&[u8], &str) -> Option<String>) -> Result<String, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge(bytes.len()));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Unreadable::Binary(Some(name)));
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => convert(rest, "utf-16le").unwrap_or_default(),
        [0xFE, 0xFF, rest @ ..] => convert(rest, "utf-16be").unwrap_or_default(),
        _ => decode_unmarked(bytes, convert)?,
    };
    let odd = text.chars().filter(|c| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{fffd}')).count();
    if odd > 8 && odd * 10 > text.chars().count() {
        return Err(Unreadable::Binary(None));
    }
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// The first bytes of file types that people often try to open as text.
const SIGNATURES: [(&[u8], &str); 7] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xD0\xCF\x11\xE0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
];

/// Decodes text without a byte order mark: as UTF-16 if every other byte is zero, else as UTF-8 if it is valid or nearly so, else
/// in the encoding that the page declares, else as Windows-1252.
fn decode_unmarked(bytes: &[u8], convert: impl Fn(&[u8], &str) -> Option<String>) -> Result<String, Unreadable> {
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 4 > bytes.len() && even * 20 < bytes.len() {
        return Ok(convert(bytes, "utf-16le").unwrap_or_default());
    }
    if even * 4 > bytes.len() && odd * 20 < bytes.len() {
        return Ok(convert(bytes, "utf-16be").unwrap_or_default());
    }
    match std::str::from_utf8(bytes) {
        Ok(_) if is_iso_2022_jp(bytes) => Ok(convert(bytes, "iso-2022-jp").unwrap_or_default()),
        Ok(text) => Ok(text.to_owned()),
        Err(_) if mostly_utf8(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Err(_) if bytes.contains(&0) => Err(Unreadable::Binary(None)),
        Err(_) => {
            let declared = declared(bytes).and_then(|label| convert(bytes, &label));
            Ok(declared.or_else(|| convert(bytes, FALLBACK)).unwrap_or_default())
        }
    }
}

/// The encoding that browsers assume of an English page that declares none. A detector such as `chardetng` considers all
/// languages and takes an English text with a single `ï` for Baltic.
const FALLBACK: &str = "windows-1252";
/// The number of bytes at the start of a page in which a declared encoding is looked for. The HTML standard has 1024; saved pages have
/// scripts and comments before it.
const PRESCAN: usize = 16_384;

/// Returns the label that a `meta` element or an XML declaration names. UTF-16 and UTF-8 are ignored: a page in UTF-16 could not
/// be searched for ASCII, and UTF-8 has been recognised before.
fn declared(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(PRESCAN)]).to_ascii_lowercase();
    let markup = start.trim_start().starts_with('<').then_some(start.as_str())?;
    let markup = without_comments(markup);
    let elements = |tag: &'static str| markup.match_indices(tag).map(|(at, _)| markup[at..].split('>').next().unwrap_or_default());
    let value = |element: &'static str, name: &'static str| {
        elements(element).flat_map(move |element| element.split(name).skip(1)).find_map(|rest| rest.trim_start().strip_prefix('='))
    };
    let value = value("<meta", "charset").or_else(|| value("<?xml", "encoding"))?;
    let value = value.trim_start_matches(['"', '\'', ' ', '\t', '\n', '\r']);
    let label = value.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.')).next()?;
    (!label.is_empty() && !label.starts_with("utf")).then(|| label.to_owned())
}

/// Returns markup without its comments, in which an older declaration may stand.
fn without_comments(markup: &str) -> String {
    let parts = markup.split("<!--").enumerate();
    parts.map(|(number, part)| if number == 0 { part } else { part.split_once("-->").map_or("", |(_, rest)| rest) }).collect()
}

/// Returns true for the escape sequences of ISO-2022-JP, whose bytes are all ASCII.
fn is_iso_2022_jp(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|three| matches!(three, b"\x1b$B" | b"\x1b$@"))
}

/// Returns true for UTF-8 with a few invalid sequences.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (sound, damaged) = bytes.utf8_chunks().fold((0, 0), |(sound, damaged), chunk| {
        (sound + chunk.valid().chars().filter(|c| !c.is_ascii()).count(), damaged + usize::from(!chunk.invalid().is_empty()))
    });
    // Other encodings hardly ever have a sound sequence by chance.
    sound > 0 && sound >= damaged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, Unreadable>) {
        assert_eq!(decode(bytes), expected.map(str::to_owned));
    }

    #[test]
    fn encodings_are_detected() {
        check("It’s naïve.".as_bytes(), Ok("It’s naïve."));
        check(b"\xEF\xBB\xBFmarked", Ok("marked"));
        check(b"\xFF\xFEI\0t\0\x19\x20s\0", Ok("It’s"));
        check(b"\xFE\xFF\0I\0t\x20\x19\0s", Ok("It’s"));
        check(b"p\0l\0a\0i\0n\0", Ok("plain"));
        check(b"\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D \xE2\x80\x93 \xE2\x80\x93 \xFF", Ok("“It’s” – – \u{fffd}"));
        check(b"It\x92s na\xEFve \x96 \x80 5", Ok("It’s naïve – € 5"));
        check(b"It\xE2\x80\x99s cold: \x80 5", Ok("It’s cold: \u{fffd} 5"));
        check(b"\x1b$B$\"\x1b(B may", Ok("あ may"));
    }

    #[test]
    fn a_declared_encoding_is_used() {
        check(b"<meta charset=windows-1251><p>\xCC\xEE\xE6\xE5\xF2", Ok("<meta charset=windows-1251><p>Может"));
        check(
            b"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>\xB1",
            Ok("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>ą"),
        );
        check(b"<?xml version='1.0' encoding=\"koi8-r\"?>\xED", Ok("<?xml version='1.0' encoding=\"koi8-r\"?>М"));
        check(b"<meta charset=\"shift_jis\">\x82\xA0", Ok("<meta charset=\"shift_jis\">あ"));
        check(b"<META CHARSET = 'ISO-8859-2' />\xB1", Ok("<META CHARSET = 'ISO-8859-2' />ą"));
        check(
            b"<!-- a --><html><meta content=\"text/html; charset = koi8-r\">\xED",
            Ok("<!-- a --><html><meta content=\"text/html; charset = koi8-r\">М"),
        );
        let late = format!("<script>{}</script><meta charset=iso-8859-2>", " ".repeat(3000));
        check(&[late.as_bytes(), b"\xB1"].concat(), Ok(&(late + "ą")));
        check(
            b"<!-- <meta charset=koi8-r> --><meta charset=iso-8859-2>\xB1",
            Ok("<!-- <meta charset=koi8-r> --><meta charset=iso-8859-2>ą"),
        );
        check(b"<script charset=koi8-r></script>It\x92s", Ok("<script charset=koi8-r></script>It’s"));
        // The declaration is wrong: the text is valid UTF-8.
        check("<meta charset=latin1>“It’s”".as_bytes(), Ok("<meta charset=latin1>“It’s”"));
        // An unknown label, and one that the standard refuses to decode.
        check(b"<meta charset=klingon>It\x92s na\xEFve", Ok("<meta charset=klingon>It’s naïve"));
        check(b"<meta charset=iso-2022-kr>It\x92s na\xEFve", Ok("<meta charset=iso-2022-kr>It’s naïve"));
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        check(b"", Err(Unreadable::Empty));
        check(b" \n\xC2\xA0", Err(Unreadable::Empty));
        check(b"%PDF-1.7 ...", Err(Unreadable::Binary(Some("a PDF"))));
        check(b"\x7fELF\x02\x01\x01\0\0\0\xFF\xFE\0\x01", Err(Unreadable::Binary(None)));
        check(&vec![b'a'; LARGEST + 1], Err(Unreadable::TooLarge(LARGEST + 1)));
    }
}
