//! Header fields and encoded bodies of MIME messages, which web archives and mails are.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Returns the bytes of a body that is encoded for the transfer; `None` for one that stands as it is, and for a damaged one.
pub(super) fn decoded(head: &str, body: &str) -> Option<Vec<u8>> {
    match header(head, "content-transfer-encoding")?.to_ascii_lowercase().as_str() {
        "base64" => base64(body),
        "quoted-printable" => Some(quoted_printable(body)),
        _ => None,
    }
}

/// Decodes base64 with white space in it, up to the first line that is none: lists add a footer below it. The padding may be missing.
pub(super) fn base64(source: &str) -> Option<Vec<u8>> {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    let lines = source.lines().map(str::trim).skip_while(|line| line.is_empty());
    let encoded: String = lines.take_while(|line| !line.is_empty() && line.bytes().all(letter)).collect();
    FORGIVING.decode(encoded).ok().filter(|bytes| !bytes.is_empty())
}

/// Base64 with or without padding.
const FORGIVING: GeneralPurpose =
    GeneralPurpose::new(&alphabet::STANDARD, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

/// Returns the value of a header field, with its continuation lines.
pub(super) fn header(head: &str, name: &str) -> Option<String> {
    let unfolded = head.replace("\n\t", " ").replace("\n ", " ");
    let field = |line: &str| {
        line.split_once(':').filter(|(field, _)| field.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    };
    unfolded.lines().find_map(field)
}

/// Returns a parameter of a header field: `boundary="----May"`.
pub(super) fn parameter(value: &str, name: &str) -> Option<String> {
    let parameter = |part: &str| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    };
    let mut quoted = false;
    let parts = value.split(|letter| {
        quoted ^= letter == '"';
        letter == ';' && !quoted
    });
    parts.into_iter().find_map(parameter).filter(|value| !value.is_empty())
}

/// Decodes quoted-printable text. What is no escape stays as it is.
pub(super) fn quoted_printable(source: &str) -> Vec<u8> {
    let source = source.as_bytes();
    let mut bytes = Vec::with_capacity(source.len());
    let mut at = 0;
    while at < source.len() {
        let digit =
            |place: usize| source.get(place).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        match (source[at], source.get(at + 1), digit(at + 1).zip(digit(at + 2))) {
            (b'=', Some(b'\n'), _) => at += 2,
            (b'=', _, Some((high, low))) => {
                bytes.push(high * 16 + low);
                at += 3;
            }
            (byte, ..) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}
