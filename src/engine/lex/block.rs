//! Text into blocks: what is the page's furniture, what a headline, what a paragraph.

use crate::engine::lex::furniture;
use crate::engine::lex::token::Token;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use serde::Serialize;

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Navigation, sharing, bylines, titles of other stories: never marked.
    Furniture,
    /// A headline or subhead.
    Headline,
    /// Running text.
    Paragraph,
    /// An item of a list, with its bullet or number.
    Item,
    /// A quotation set apart by `>`: everything in it is a speaker's.
    Quotation,
}

/// A block of text without the line ends around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// Longest headline in bytes.
const HEADLINE: usize = 160;
/// Shortest line in bytes that hard wrapping makes.
const WRAPPED: usize = 40;

/// The kind of a block. `follows` counts how many titles may still belong to the line of furniture before it.
pub(crate) fn kind(text: &str, span: Span, line: &[Token], follows: &mut u8) -> BlockKind {
    let words = span.of(text);
    if let Some(count) = furniture::follows(words) {
        *follows = count;
        BlockKind::Furniture
    } else if *follows > 0 && is_title(words) {
        *follows -= 1;
        BlockKind::Furniture
    } else {
        *follows = 0;
        running(text, span, line)
    }
}

/// A short line that does not end like a sentence: the title of another story.
fn is_title(words: &str) -> bool {
    words.len() <= HEADLINE && !words.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', ':', ',', ';', '…'])
}

/// The kind of a block that is not furniture.
fn running(text: &str, span: Span, line: &[Token]) -> BlockKind {
    let words = span.of(text);
    if words.starts_with("> ") {
        BlockKind::Quotation
    } else if is_item(words) {
        BlockKind::Item
    } else if is_headline(text, span, line) {
        BlockKind::Headline
    } else {
        BlockKind::Paragraph
    }
}

/// Begins with a bullet, a dash or a number and a space.
fn is_item(words: &str) -> bool {
    let number = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match words.chars().next() {
        Some(bullet @ ('•' | '‣' | '◦' | '▪' | '-' | '–' | '*')) => &words[bullet.len_utf8()..],
        _ if (1..=2).contains(&number) && words[number..].starts_with(['.', ')']) => &words[number + 1..],
        _ => return false,
    };
    rest.starts_with(char::is_whitespace) && rest.contains(char::is_alphabetic)
}

/// A short block that ends without a full stop.
fn is_headline(text: &str, span: Span, line: &[Token]) -> bool {
    let ends = |token: &&Token| !matches!(token.span.of(text), "\"" | "”" | "’" | "'" | ")" | "]");
    let closed = line.iter().rev().find(ends).is_none_or(|token| token.span.of(text).starts_with(['.', '!', '?', ':', ',', ';', '…']));
    span.len() <= HEADLINE && !closed && line.iter().any(|token| token.is(shape::WORD))
}

/// The paragraphs: a line end separates, unless it only wraps the line.
#[cfg_attr(small, optimize(speed))]
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut joins = false;
    let mut start = 0;
    while start < text.len() {
        let begin = start;
        let line = &text[start..line_end(text, start)];
        start += line.len();
        let trimmed = line.trim();
        let first = begin + (line.len() - line.trim_start().len());
        let span = Span { start: first, end: first + trimmed.len() };
        if trimmed.is_empty() {
            let second_half = line == "\n" && text[..begin].ends_with('\r');
            joins = joins && second_half;
            continue;
        }
        match spans.last_mut() {
            Some(last) if joins && trimmed.starts_with(char::is_lowercase) => last.end = span.end,
            _ => spans.push(span),
        }
        joins = trimmed.len() >= WRAPPED && !trimmed.ends_with(['.', '!', '?', ':', '”', '"']);
    }
    spans
}

/// Where the line that begins at `start` ends: behind its line end, a line feed or one of the rarer ones.
#[cfg_attr(small, optimize(speed))]
fn line_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        while bytes[at..].first_chunk().is_some_and(|eight| is_plain(*eight)) {
            at += 8;
        }
        let Some(byte) = bytes.get(at) else { return at };
        at += match byte {
            b'\n' | b'\r' => return at + 1,
            // U+0085, U+2028 and U+2029.
            0xc2 if bytes[at..].starts_with(b"\xc2\x85") => return at + 2,
            0xe2 if bytes[at..].starts_with(b"\xe2\x80\xa8") || bytes[at..].starts_with(b"\xe2\x80\xa9") => return at + 3,
            _ => 1,
        };
    }
}

/// Whether none of eight bytes is a control character up to the carriage return, or beyond ASCII.
#[inline]
fn is_plain(eight: [u8; 8]) -> bool {
    let word = u64::from_ne_bytes(eight);
    (word.wrapping_sub(0x0e0e_0e0e_0e0e_0e0e) | word) & 0x8080_8080_8080_8080 == 0
}
