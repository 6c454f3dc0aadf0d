//! Text into words, numbers and marks, each looked up in the lexicon as it is read.

use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Key, LONGEST, Own, class, ending, look_up};
use std::ops::BitOr;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    /// Number of the word in the lexicon; 0 when the lexicon does not know it.
    pub word: u16,
    /// Shape and word classes.
    pub bits: u64,
    /// Its first byte.
    pub byte: u8,
}

impl Token {
    #[inline]
    pub fn is(&self, bits: u64) -> bool {
        self.bits & bits != 0
    }

    /// Whether it is one of these words (`words!`), and does not begin with a capital.
    #[inline]
    pub fn is_word<const COUNT: usize>(&self, words: [u16; COUNT]) -> bool {
        // All are compared: there is nothing to guess.
        self.reads(words) & !self.is(shape::UPPER)
    }

    /// The same in capitals or small letters.
    #[inline]
    pub fn reads<const COUNT: usize>(&self, words: [u16; COUNT]) -> bool {
        words.iter().map(|word| *word == self.word).fold(false, BitOr::bitor)
    }

    /// An apostrophe of its own, straight or curved.
    #[inline]
    pub fn is_apostrophe(&self, text: &str) -> bool {
        self.is(shape::MARK) && matches!(self.span.of(text), "'" | "’")
    }

    #[inline]
    pub fn is_mark(&self, text: &str, mark: &str) -> bool {
        self.is(shape::MARK) && mark.as_bytes().first() == Some(&self.byte) && self.span.of(text) == mark
    }
}

/// Whether one of these words stands there, without a capital.
#[inline]
pub(crate) fn word_at<const COUNT: usize>(tokens: &[Token], at: usize, words: [u16; COUNT]) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(words))
}

/// What a byte is, as far as a word, a number or a mark can be told from it alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Letter,
    Digit,
    Space,
    Mark,
    /// Part of a character beyond ASCII.
    High,
}

const BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Mark; 256];
    let mut byte = 0;
    loop {
        bytes[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'0'..=b'9' => Byte::Digit,
            b' ' | 9..=13 => Byte::Space,
            128.. => Byte::High,
            _ => Byte::Mark,
        };
        if byte == u8::MAX {
            break bytes;
        }
        byte += 1;
    }
};

/// The tokens of a stretch of text.
#[derive(Default)]
pub(crate) struct Tokens {
    pub all: Vec<Token>,
    /// Places of those that are no plain words: only they open a quotation or end a sentence.
    pub marks: Vec<usize>,
}

/// Reads the tokens of `text[span]` in place of those of another stretch.
#[cfg_attr(small, optimize(speed))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn tokenize(text: &str, span: Span, Tokens { all: tokens, marks }: &mut Tokens) {
    tokens.clear();
    marks.clear();
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    let mut spaced = true;
    while let Some(byte) = bytes.get(at) {
        let kind = BYTES[usize::from(*byte)];
        let quick = match kind {
            Byte::Space => {
                spaced = true;
                at += 1;
                continue;
            }
            Byte::Letter => plain_word(bytes, at),
            Byte::Mark => plain_mark(bytes, at),
            _ => None,
        };
        let plain = kind == Byte::Letter && quick.is_some();
        let mut token = if let Some(token) = quick {
            token
        } else {
            let first = char_at(text, at);
            if first.is_whitespace() {
                spaced = true;
                at += first.len_utf8();
                continue;
            }
            token(text, Span { start: at, end: token_end(text, at, span.end, first) }, first)
        };
        token.bits |= if spaced { shape::SPACED } else { 0 };
        at = token.span.end;
        if !plain {
            marks.push(tokens.len());
        }
        tokens.push(token);
        spaced = false;
    }
}

/// Where the token ends that begins with the character `first`.
fn token_end(text: &str, start: usize, limit: usize, first: char) -> usize {
    if first.is_alphabetic() {
        word_end(text, start, limit)
    } else if first.is_ascii_digit() {
        number_end(text, start, limit)
    } else {
        mark_end(text, start, limit, first)
    }
}

/// The word of ASCII letters and digits that begins here, when nothing behind it could belong to it: most words. It is read eight
/// bytes at a time.
#[inline]
#[cfg_attr(small, optimize(speed))]
fn plain_word(bytes: &[u8], start: usize) -> Option<Token> {
    let mut key = [0; LONGEST / 8];
    let mut length = 0;
    let mut small = 0;
    for part in &mut key {
        let eight = eight_at(bytes, start + length);
        let inside = word_bytes(eight);
        let own = eight & mask(inside);
        small |= own & SMALL;
        *part = own | (SMALL & mask(inside));
        length += inside;
        if inside < 8 {
            break;
        }
    }
    let next = bytes.get(start + length).copied().unwrap_or(b' ');
    let joins = match next {
        b'.' => length == 1 || bytes.get(start + length + 1).is_some_and(u8::is_ascii_lowercase),
        b'\'' => true,
        _ => next >= 128 || matches!(BYTES[usize::from(next)], Byte::Letter | Byte::Digit),
    };
    if joins {
        return None;
    }
    let key = Key::of(key);
    let (word, known) = look_up(key);
    let first = bytes[start];
    let mut bits = shape::WORD | known;
    if word == 0 || first.is_ascii_uppercase() {
        let letters = key.letters();
        bits |= if word == 0 { ending(&letters[..length]) } else { 0 };
        if first.is_ascii_uppercase() {
            bits = capital(bits, &letters[..length], length > 1 && small == 0);
        }
    }
    Some(Token { span: Span { start, end: start + length }, word, bits, byte: first })
}

/// A mark that is one ASCII character, whatever stands around it.
#[inline]
fn plain_mark(bytes: &[u8], at: usize) -> Option<Token> {
    let byte = bytes[at];
    if byte == b'\'' || (byte == b'.' && bytes.get(at + 1) == Some(&b'.')) {
        return None;
    }
    let (word, known) = look_up(Key::of([u64::from(byte), 0, 0]));
    let bits = shape::MARK | if byte == b'$' { shape::CURRENCY } else { 0 } | (known & shape::CLASSES);
    Some(Token { span: Span { start: at, end: at + 1 }, word, bits, byte })
}

/// The bit that capital and small letters differ in; digits have it too.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Eight bytes, the first the lowest; zeros follow the last.
#[inline]
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    let rest = &bytes[at..];
    let eight = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        eight
    });
    u64::from_le_bytes(eight)
}

/// How many of eight bytes are ASCII letters and digits, up to the first that is none.
#[inline]
fn word_bytes(eight: u64) -> usize {
    const fn all(byte: u8) -> u64 {
        byte as u64 * 0x0101_0101_0101_0101
    }
    // The sum has its highest bit where a byte is not below the bound. A byte beyond ASCII spoils only those behind it.
    let from = |eight: u64, bound: u8| eight.wrapping_add(all(0x80 - bound));
    let letters = from(eight | SMALL, b'a') & !from(eight | SMALL, b'z' + 1);
    let digits = from(eight, b'0') & !from(eight, b'9' + 1);
    let others = (!(letters | digits) | eight) & all(0x80);
    others.trailing_zeros() as usize / 8
}

/// The lowest so many bytes.
#[inline]
fn mask(bytes: usize) -> u64 {
    if bytes < 8 { (1 << (bytes * 8)) - 1 } else { u64::MAX }
}

/// The bits of a word that begins with a capital, or is all in capitals.
fn capital(mut bits: u64, key: &[u8], all: bool) -> u64 {
    bits |= shape::CAPITAL | shape::UPPER;
    // `Rogers` and `Reuters` are names.
    if bits & shape::AGENTS != 0 && (key.ends_with(b"ers") || key.ends_with(b"ors")) {
        bits &= !shape::AGENTS;
    }
    // `WHO` and `US` are names, not pronouns.
    if all { bits & !class::PRONOUN } else { bits }
}

#[inline]
fn char_at(text: &str, at: usize) -> char {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => char::from(*byte),
        _ => text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0'),
    }
}

/// A word runs over letters, digits, combining marks, inner apostrophes (not those of `'s` and its like) and the
/// inner full stops of `U.S.`.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    let mut letters = 0;
    while at < limit {
        let c = char_at(text, at);
        if c.is_alphanumeric() || is_combining(c) {
            at += c.len_utf8();
            letters += 1;
        } else if (c == '\'' || c == '’') && letters > 0 && joins(text, at, c, limit) {
            at += c.len_utf8();
        } else if c == '.' && letters == 1 && char_at(text, at + 1).is_alphabetic() && is_initial(text, at + 1, limit) {
            at += 1;
            letters = 0;
        } else if c == '.' && letters == 1 && at - start >= 3 && text[start..at].contains('.') {
            return at + 1;
        } else if c == '.' && letters > 0 && char_at(text, at + 1).is_ascii_lowercase() && at + 1 < limit {
            // An address: `www.example.org`.
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// A single letter that is followed by a full stop or by no letter: the next part of `U.S`.
fn is_initial(text: &str, at: usize, limit: usize) -> bool {
    let after = at + char_at(text, at).len_utf8();
    after >= limit || !char_at(text, after).is_alphanumeric()
}

#[inline]
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
}

/// Whether an apostrophe is inside a word: `don't`, `O'Brien`, but not `it's`.
fn joins(text: &str, at: usize, apostrophe: char, limit: usize) -> bool {
    let after = at + apostrophe.len_utf8();
    let next = char_at(text, after);
    if after >= limit || !next.is_alphabetic() {
        return false;
    }
    let not = next == 't' && text[..at].ends_with('n');
    not || clitic(&text[after..limit]).is_none()
}

/// The length of a clitic that begins here, after its apostrophe: the `s` of `ministry's`.
fn clitic(rest: &str) -> Option<usize> {
    let clitics = ["s", "S", "m", "d", "re", "ll", "ve"];
    let ends = |clitic: &&str| rest.strip_prefix(*clitic).is_some_and(|tail| !tail.starts_with(char::is_alphanumeric));
    clitics.into_iter().find(ends).map(str::len)
}

fn number_end(text: &str, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        let c = char_at(text, at);
        let inner = matches!(c, '.' | ',' | ':') && char_at(text, at + 1).is_ascii_digit() && at + 1 < limit;
        if !(c.is_alphanumeric() || inner) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn mark_end(text: &str, start: usize, limit: usize, first: char) -> usize {
    let rest = &text[start..limit];
    if first == '.' {
        return start + rest.bytes().take_while(|byte| *byte == b'.').count();
    }
    if first == '\'' || first == '’' {
        let after_word = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '.');
        let length = clitic(&rest[first.len_utf8()..]).filter(|_| after_word).unwrap_or(0);
        return start + first.len_utf8() + length;
    }
    start + first.len_utf8()
}

fn token(text: &str, span: Span, first: char) -> Token {
    let source = span.of(text);
    let mut buffer = [0; LONGEST];
    let key = fold(source, &mut buffer);
    let length = key.unwrap_or_default();
    let (word, known) = if key.is_some() { look_up(Key::new(&buffer)) } else { (0, 0) };
    let shape = shape(first, &buffer[..length]);
    // The ending of a known word is among its bits; that of a number or a mark tells nothing.
    let mut bits = shape | if shape & shape::WORD != 0 { known } else { known & shape::CLASSES };
    if first.is_uppercase() {
        bits = capital(bits, &buffer[..length], source.len() > 1 && source.bytes().all(|byte| byte.is_ascii_uppercase()));
    }
    Token { span, word, bits, byte: text.as_bytes()[span.start] }
}

/// What a reader writes as a pattern of the lexicon: plain words in any case become one; what uses the pattern language
/// stays as it is.
#[must_use]
pub fn plain_pattern(words: &str) -> String {
    let words = words.trim();
    if words.contains(['(', '{', '<', '_', '~', '|', '^', '$', '?']) || words.contains("..") {
        return words.to_owned();
    }
    let mut tokens = Tokens::default();
    tokenize(words, Span { start: 0, end: words.len() }, &mut tokens);
    let mut buffer = [0; LONGEST];
    let part = |token: &Token| {
        let word = token.span.of(words);
        key(word, &mut buffer).map_or_else(|| word.to_lowercase(), str::to_owned)
    };
    tokens.all.iter().map(part).collect::<Vec<_>>().join(" ")
}

/// Numbers the words that only a reader's own list knows.
pub(crate) fn learn(text: &str, own: &Own, tokens: &mut [Token]) {
    let mut buffer = [0; LONGEST];
    for token in tokens.iter_mut().filter(|token| token.word == 0) {
        token.word = key(token.span.of(text), &mut buffer).map_or(0, |key| own.number_of(key));
    }
}

/// The key of a word in the lexicon.
fn key<'a>(source: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    let length = fold(source, buffer)?;
    std::str::from_utf8(&buffer[..length]).ok()
}

/// Writes the key of a word: lower case, straight apostrophe. Its length in bytes; nothing for words no lexicon holds.
#[cfg_attr(small, optimize(speed))]
fn fold(source: &str, buffer: &mut [u8; LONGEST]) -> Option<usize> {
    let mut length = 0;
    for c in source.chars() {
        let plain = match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‑' => '-',
            '\u{ad}' => continue,
            _ if c.is_ascii() => c.to_ascii_lowercase(),
            _ => lower(c),
        };
        let end = length + plain.len_utf8();
        plain.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    Some(length)
}

/// In lower case, where that is one character.
fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(c)
}

fn shape(first: char, key: &[u8]) -> u64 {
    if first.is_ascii_digit() {
        return shape::DIGITS;
    }
    if first.is_alphabetic() {
        return shape::WORD | ending(key);
    }
    let currency = matches!(first, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺');
    let clitic = if key.len() > 1 && key.starts_with(b"'") { shape::WORD } else { shape::MARK };
    clitic | if currency { shape::CURRENCY } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut tokens = Tokens::default();
        tokenize(text, Span { start: 0, end: text.len() }, &mut tokens);
        let words: Vec<&str> = tokens.all.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_numbers_and_marks() {
        check("The U.S. may send 1,000.5 tons (10%)...", "The|U.S.|may|send|1,000.5|tons|(|10|%|)|...");
        check("It’s the ministry's; they don’t, O'Brien says.", "It|’s|the|ministry|'s|;|they|don’t|,|O'Brien|says|.");
        check("policymakers’ desks 'quoted' we'll", "policymakers|’|desks|'|quoted|'|we|'ll");
        check("Vaughn R. Walker of G7 at 4:30 p.m.", "Vaughn|R|.|Walker|of|G7|at|4:30|p.m.");
        check("long-range naïve e\u{301}t 5bn $3", "long|-|range|naïve|e\u{301}t|5bn|$|3");
    }
}
