//! Bytes of a file into text: UTF-8, UTF-16 and Windows-1252.

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no text in it.
    Empty,
    /// It has more than [`LARGEST`] bytes: so many.
    TooLarge(usize),
    /// It is no text: what it looks like, where that is known.
    Binary(Option<&'static str>),
}

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 20_000_000;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// When there is no text in it.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge(bytes.len()));
    }
    if let Some((_, name)) = MAGIC.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Unreadable::Binary(Some(name)));
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => unmarked(bytes)?,
    };
    let odd = text.chars().filter(|c| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{fffd}')).count();
    if odd > 8 && odd * 10 > text.chars().count() {
        return Err(Unreadable::Binary(None));
    }
    if text.trim().is_empty() { Err(Unreadable::Empty) } else { Ok(text) }
}

/// How files begin that are often taken for text.
const MAGIC: [(&[u8], &str); 7] = [
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xD0\xCF\x11\xE0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
];

/// Text without a mark: UTF-8 if it is, else UTF-16 where every other byte is zero, else Windows-1252.
fn unmarked(bytes: &[u8]) -> Result<String, Unreadable> {
    let zeros = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 4 > bytes.len() && even * 20 < bytes.len() {
        return Ok(utf16(bytes, u16::from_le_bytes));
    }
    if even * 4 > bytes.len() && odd * 20 < bytes.len() {
        return Ok(utf16(bytes, u16::from_be_bytes));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if mostly_utf8(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        Err(_) if bytes.contains(&0) => Err(Unreadable::Binary(None)),
        Err(_) => Ok(bytes.iter().copied().map(windows_1252).collect()),
    }
}

/// Whether it is UTF-8 with a few damaged places.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (sound, damaged) = bytes.utf8_chunks().fold((0, 0), |(sound, damaged), chunk| {
        (sound + chunk.valid().chars().filter(|c| !c.is_ascii()).count(), damaged + usize::from(!chunk.invalid().is_empty()))
    });
    sound > 4 * damaged
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// What Windows-1252 has where Latin-1 has control characters (the WHATWG Encoding Standard's index).
const C1: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    if (0x80..0xA0).contains(&byte) { C1[usize::from(byte - 0x80)] } else { char::from(byte) }
}

/// Whether a file holds a web page, by its name or by how it begins.
#[must_use]
pub fn is_html(name: &str, text: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let start: String = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending))
        || start.starts_with("<!doctype html")
        || start.starts_with("<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, Unreadable>) {
        assert_eq!(decode(bytes), expected.map(str::to_owned));
    }

    #[test]
    fn encodings_are_told_apart() {
        check("It’s naïve.".as_bytes(), Ok("It’s naïve."));
        check(b"\xEF\xBB\xBFmarked", Ok("marked"));
        check(b"\xFF\xFEI\0t\0\x19\x20s\0", Ok("It’s"));
        check(b"\xFE\xFF\0I\0t\x20\x19\0s", Ok("It’s"));
        check(b"p\0l\0a\0i\0n\0", Ok("plain"));
        check(b"\xE2\x80\x9CIt\xE2\x80\x99s\xE2\x80\x9D \xE2\x80\x93 \xE2\x80\x93 \xFF", Ok("“It’s” – – \u{fffd}"));
        check(b"It\x92s na\xEFve \x96 \x80 5", Ok("It’s naïve – € 5"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        check(b"", Err(Unreadable::Empty));
        check(b" \n\xC2\xA0", Err(Unreadable::Empty));
        check(b"%PDF-1.7 ...", Err(Unreadable::Binary(Some("a PDF"))));
        check(b"\x7fELF\x02\x01\x01\0\0\0\xFF\xFE\0\x01", Err(Unreadable::Binary(None)));
        check(&vec![b'a'; LARGEST + 1], Err(Unreadable::TooLarge(LARGEST + 1)));
    }
}
