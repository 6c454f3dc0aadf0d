//! Tokens: words, numbers and marks, each looked up in the lexicon as it is read.

use crate::engine::lex::address::address_end;
use crate::engine::lex::character::is_invisible;
use crate::engine::lex::line_break;
use crate::engine::lex::token_end::token_end;
use crate::engine::lex::word_key::{fold, key};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{LONGEST, Own, class, ending, has, look_up};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub span: Span,
    /// Number of the word in the lexicon; 0 for a word that the lexicon does not have.
    pub word: u16,
    /// Shape and word classes.
    pub bits: u64,
    /// Its first byte.
    pub byte: u8,
}

impl Token {
    /// Returns true if it has one of the bits.
    #[inline]
    pub fn is(&self, bits: u64) -> bool {
        self.bits & bits != 0
    }

    /// Returns true if it is one of these words (`words!`) and does not begin with a capital.
    #[inline]
    pub fn is_word<const COUNT: usize>(&self, words: [u16; COUNT]) -> bool {
        self.reads(words) && !self.is(shape::UPPER)
    }

    /// Returns true if it is one of these words, in capitals or small letters.
    #[inline]
    pub fn reads<const COUNT: usize>(&self, words: [u16; COUNT]) -> bool {
        has(&words, self.word)
    }

    /// Returns true if it is an apostrophe of its own, straight or curved.
    pub fn is_apostrophe(&self, text: &str) -> bool {
        self.is(shape::MARK) && matches!(self.span.of(text), "'" | "’")
    }

    /// Returns true if it is this mark.
    pub fn is_mark(&self, text: &str, mark: &str) -> bool {
        self.is(shape::MARK) && mark.as_bytes().first() == Some(&self.byte) && self.span.of(text) == mark
    }
}

/// Returns true if one of these words stands at `at`, without a capital.
pub(crate) fn word_at<const COUNT: usize>(tokens: &[Token], at: usize, words: [u16; COUNT]) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word(words))
}

/// The tokens of a part of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    pub all: Vec<Token>,
    /// Indices of those that are not plain words: only they open a quotation or end a sentence.
    pub marks: Vec<usize>,
}

/// Returns the tokens of `text[span]`.
pub(crate) fn tokens_of(text: &str, span: Span) -> Vec<Token> {
    let mut tokens = Tokens::default();
    tokenize(text, span, &mut tokens);
    tokens.all
}

/// Replaces `tokens` with the tokens of `text[span]`.
pub(crate) fn tokenize(text: &str, span: Span, Tokens { all: tokens, marks }: &mut Tokens) {
    tokens.clear();
    marks.clear();
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    let mut spaced = true;
    let cited = bytes.get(at) == Some(&b'>');
    while let Some(byte) = bytes.get(at) {
        let plain = match byte {
            b' ' | 9..=13 => {
                spaced = true;
                at = match byte {
                    b'\n' if cited => line_break::after_quotation_marks(bytes, at),
                    b'\n' | b'\r' => line_break::after_page_mark(text, at, span.end).unwrap_or(at + 1),
                    _ => at + 1,
                };
                continue;
            }
            b'a'..=b'z' | b'A'..=b'Z' => plain_word(bytes, at),
            _ => None,
        };
        let is_plain = plain.is_some();
        let Some(mut token) = plain.or_else(|| any_token(text, at, span.end)) else {
            let skipped = text[at..].chars().next().unwrap_or(' ');
            spaced |= skipped.is_whitespace();
            at += skipped.len_utf8();
            continue;
        };
        token.bits |= if spaced { shape::SPACED } else { 0 };
        at = token.span.end;
        if !is_plain {
            marks.push(tokens.len());
        }
        tokens.push(token);
        spaced = false;
    }
}

/// Reads a word of ASCII letters and digits if nothing behind it can belong to it. Most words are such; this is the fast path.
fn plain_word(bytes: &[u8], start: usize) -> Option<Token> {
    let rest = &bytes[start..];
    let length = rest.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let joins = match rest.get(length) {
        None => false,
        // `U.S.`, `Ph.D.` and addresses.
        Some(b'.') => length < 3 || rest.get(length + 1).is_some_and(u8::is_ascii_lowercase),
        Some(b'-') => true,
        Some(next) => {
            matches!(next, b'\'' | b'`' | b'/' | b'@' | b'_' | b':' | b'\\' | b'?') || next.is_ascii_alphanumeric() || !next.is_ascii()
        }
    };
    if joins {
        return None;
    }
    let word = &rest[..length];
    let mut buffer = [0; LONGEST];
    buffer[..length].copy_from_slice(word);
    buffer[..length].make_ascii_lowercase();
    let key = &buffer[..length];
    let (number, known) = look_up(key);
    let mut bits = shape::WORD | if number == 0 { ending(key) } else { known };
    if word[0].is_ascii_uppercase() {
        bits = with_capital(bits, key, length > 1 && word.iter().all(u8::is_ascii_uppercase));
    }
    Some(Token { span: Span { start, end: start + length }, word: number, bits, byte: word[0] })
}

/// Reads the token that begins at `start`, whatever it is. Returns `None` for white space and for characters without width.
fn any_token(text: &str, start: usize, limit: usize) -> Option<Token> {
    let first = text[start..].chars().next().filter(|first| !first.is_whitespace() && !is_invisible(*first))?;
    if let Some(end) = address_end(text, start, limit) {
        return Some(address(Span { start, end }, text.as_bytes()[start]));
    }
    let span = Span { start, end: token_end(text, start, limit, first) };
    let source = span.of(text);
    let mut buffer = [0; LONGEST];
    let key = fold(source, &mut buffer);
    let (word, known) = key.map_or((0, 0), look_up);
    let shape = shape_of(first, key.unwrap_or_default());
    // The ending of a number or a mark says nothing.
    let mut bits = shape | if shape & shape::WORD != 0 { known } else { known & shape::CLASSES };
    if first.is_uppercase() {
        let all = source.len() > 1 && source.bytes().all(|byte| byte.is_ascii_uppercase());
        bits = with_capital(bits, key.unwrap_or_default(), all);
    }
    Some(Token { span, word, bits, byte: text.as_bytes()[start] })
}

/// Returns the token of an address. A handle is a name, the others have no meaning.
fn address(span: Span, byte: u8) -> Token {
    let name = if byte == b'@' { shape::CAPITAL | shape::UPPER } else { 0 };
    Token { span, word: 0, bits: shape::WORD | name, byte }
}

/// Adjusts the bits of a word that begins with a capital; `all` says that all its letters are capitals.
fn with_capital(mut bits: u64, key: &[u8], all: bool) -> u64 {
    bits |= shape::CAPITAL | shape::UPPER;
    // `Rogers` and `Reuters` are names.
    if bits & shape::AGENTS != 0 && (key.ends_with(b"ers") || key.ends_with(b"ors")) {
        bits &= !shape::AGENTS;
    }
    // `WHO` and `US` are names, not pronouns.
    if all { bits & !class::PRONOUN } else { bits }
}

/// Returns the shape of a token by its first character and its key.
fn shape_of(first: char, key: &[u8]) -> u64 {
    if first.is_ascii_digit() || (first == '.' && key.get(1).is_some_and(u8::is_ascii_digit)) {
        return shape::DIGITS;
    }
    if first.is_alphabetic() {
        return shape::WORD | ending(key);
    }
    let currency = matches!(first, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺');
    let clitic = if key.len() > 1 && key.starts_with(b"'") { shape::WORD } else { shape::MARK };
    clitic | if currency { shape::CURRENCY } else { 0 }
}

/// Gives numbers to the words that only a user list has.
pub(crate) fn number_words_of_list(text: &str, own: &Own, tokens: &mut [Token]) {
    let mut buffer = [0; LONGEST];
    for token in tokens.iter_mut().filter(|token| token.word == 0) {
        token.word = key(token.span.of(text), &mut buffer).map_or(0, |key| own.number_of(key));
    }
}

/// Returns the pattern for what a reader wrote: plain words in any case become one, `protest*` any word that begins so; what uses the pattern
/// language stays as it is.
#[must_use]
pub fn plain_pattern(words: &str) -> String {
    let words = words.trim();
    // A star stands for any ending, as in a search engine.
    if let Some(stem) = words.strip_suffix('*').filter(|stem| !stem.is_empty() && stem.chars().all(char::is_alphabetic)) {
        return format!(r"/\b{stem}\w*/");
    }
    if words.contains(['(', '{', '<', '_', '~', '|', '^', '$', '?']) || words.contains("..") {
        return words.to_owned();
    }
    let mut tokens = Tokens::default();
    tokenize(words, Span { start: 0, end: words.len() }, &mut tokens);
    let part = |token: &Token| {
        let word = token.span.of(words);
        key(word, &mut [0; LONGEST]).map_or_else(|| word.to_lowercase(), str::to_owned)
    };
    tokens.all.iter().map(part).collect::<Vec<_>>().join(" ")
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
    fn what_a_reader_writes_becomes_a_pattern() {
        assert_eq!(plain_pattern(" Word on the Quay "), "word on the quay");
        assert_eq!(plain_pattern("protest*"), r"/\bprotest\w*/");
        assert_eq!(plain_pattern("whisper~ that"), "whisper~ that");
    }

    #[test]
    fn words_numbers_and_marks() {
        check("The U.S. may send 1,000.5 tons (10%)...", "The|U.S.|may|send|1,000.5|tons|(|10|%|)|...");
        check("It’s the ministry's; they don’t, O'Brien says.", "It|’s|the|ministry|'s|;|they|don’t|,|O'Brien|says|.");
        check("policymakers’ desks 'quoted' we'll", "policymakers|’|desks|'|quoted|'|we|'ll");
        check("Vaughn R. Walker of G7 at 4:30 p.m.", "Vaughn|R|.|Walker|of|G7|at|4:30|p.m.");
        check("long-range naïve e\u{301}t 5bn $3", "long|-|range|naïve|e\u{301}t|5bn|$|3");
        check("rose .5 percent to 1.5... .5", "rose|.5|percent|to|1.5|...|.5");
        check("a Ph.D. or an Ed.D., B.Sc. and M.A. in so. I", "a|Ph.D.|or|an|Ed.D.|,|B.Sc.|and|M.A.|in|so|.|I");
        check("hasn‘t hasn`t hasnʼt it‘s", "hasn‘t|hasn`t|hasnʼt|it|‘s");
        check("co\u{200b}uld \u{200b}may \u{feff} be", "co\u{200b}uld|may|be");
    }

    #[test]
    fn addresses_are_one_token() {
        for address in [
            "bit.ly/could",
            "https://harbour.example/may?might=1#could",
            "www.may.example",
            "https://harbour.example/May_(month)",
            "may.might@harbour.example",
            "@may",
            "@could@harbour.example",
            "#may",
            "#MayNot2024",
            "#2024may",
            "draft-plan-could-be.pdf",
            "may_be.docx",
            "MAY-2024.PDF",
            "plans/could/may.txt",
            "could-be.harbour.org",
            "could_be",
            "C:\\plans\\may.txt",
            "/home/may/could",
            "~/may/might",
            "r/may",
            "may.pdf",
            "mailto:may@harbour.example",
            "harbour.example:8080/may",
            "http://127.0.0.1/may",
        ] {
            check(address, address);
            check(&format!("See ({address}), “{address}”."), &format!("See|(|{address}|)|,|“|{address}|”|."));
            check(&format!("At {address}."), &format!("At|{address}|."));
        }
    }

    #[test]
    fn other_words_with_marks_are_several_tokens() {
        check("He/she and/or May/June # 5, #5 @ 3", "He|/|she|and|/|or|May|/|June|#|5|,|#|5|@|3");
        check("U.S./China U.S.-led well-known.It 24/7 _may_", "U.S.|/|China|U.S.|-|led|well|-|known|.|It|24|/|7|_|may|_");
    }

    #[test]
    fn words_divided_at_a_line_end_are_one_token() {
        check("may recon-\nsider the deci-\r\n  sion", "may|recon-\nsider|the|deci-\r\n  sion");
        check("the well-\nknown plan -\nand more", "the|well|-|known|plan|-|and|more");
        check("> may recon-\n> sider\n> it", ">|may|recon-\n> sider|it");
    }
}
