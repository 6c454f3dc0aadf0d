//! Bytes as text for the browser's storage, which counts UTF-16 units: 15 bits in each unit, where base64 has 6.

/// The first of the 32,768 characters. None of them is a surrogate or a control character.
const FIRST: u32 = 0x1000;
/// Bits in a character.
const BITS: u32 = 15;

/// Writes bytes as text. The first character is the number of bytes modulo 32,768, by which the padding of the last one is told from data.
#[must_use]
pub fn to_dense_text(bytes: &[u8]) -> String {
    let length = u32::try_from(bytes.len() % (1 << BITS)).unwrap_or_default();
    let mut out = String::from_iter(character(length));
    let (mut waiting, mut bits) = (0_u32, 0);
    for byte in bytes {
        waiting = (waiting << 8) | u32::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            out.extend(character(waiting >> bits));
            waiting &= (1 << bits) - 1;
        }
    }
    out.extend((bits > 0).then(|| character(waiting << (BITS - bits))).flatten());
    out
}

fn character(value: u32) -> Option<char> {
    char::from_u32(FIRST + value)
}

/// Reads what [`to_dense_text`] writes. Returns `None` for anything else.
#[must_use]
pub fn from_dense_text(text: &str) -> Option<Vec<u8>> {
    let value = |c: char| u32::from(c).checked_sub(FIRST).filter(|value| *value < 1 << BITS);
    let mut characters = text.chars();
    let length = value(characters.next()?)?;
    let mut out = Vec::with_capacity(text.len());
    let (mut waiting, mut bits) = (0_u32, 0);
    for c in characters {
        waiting = (waiting << BITS) | value(c)?;
        bits += BITS;
        while bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(waiting >> bits).ok()?);
            waiting &= (1 << bits) - 1;
        }
    }
    // The padding of the last character may have made one byte too many.
    let fits = |out: &[u8]| u32::try_from(out.len() % (1 << BITS)).is_ok_and(|found| found == length);
    if !fits(&out) {
        out.pop();
    }
    fits(&out).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_whatever_their_number() {
        let bytes: Vec<u8> = (0..40_000_u32).map(|number| u8::try_from(number * 7 % 256).expect("below 256")).collect();
        for length in (0..70).chain([32_767, 32_768, 32_769, 40_000]) {
            let text = to_dense_text(&bytes[..length]);
            assert_eq!(from_dense_text(&text).as_deref(), Some(&bytes[..length]), "{length}");
            assert_eq!(text.chars().count(), 1 + (length * 8).div_ceil(15));
            assert!(text.chars().all(|c| c.len_utf16() == 1 && !c.is_control()));
        }
        assert_eq!(from_dense_text(&to_dense_text(&[255; 64])), Some(vec![255; 64]));
    }

    #[test]
    fn other_texts_are_none() {
        for text in ["", "abc", "\u{1000}\u{1000}\u{1000}", "\u{1003}", "\u{ffff}"] {
            assert_eq!(from_dense_text(text), None, "{text:?}");
        }
    }
}
