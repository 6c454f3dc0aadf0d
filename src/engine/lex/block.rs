//! Text to blocks: page furniture, headlines, items, quotations and paragraphs.

use crate::engine::lex::furniture;
use crate::engine::lex::token::Token;
use crate::engine::text::Span;
use crate::lexicon::class;
use crate::lexicon::pattern::instruction::shape;
use serde::Serialize;
use std::borrow::Cow;

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

/// Added to the number of titles that may follow: further ones belong to the list as long as no blank line stands between.
const LIST: u8 = 0x80;

/// Decides the kind of a block. `line` holds its tokens, of which `cited` stand in citation brackets; `follows` counts how many titles may still
/// belong to the line of furniture before it, with [`LIST`] for a list that its lines show.
pub(crate) fn kind(text: &str, span: Span, line: &[Token], cited: usize, follows: &mut u8) -> BlockKind {
    let words = span.of(text);
    if let Some(furniture) = furniture::recognised(&unwrapped(words)) {
        if !furniture.among_titles {
            let list = furniture.follows > 0 && heads_list(text, span);
            *follows = furniture.follows | if list { LIST } else { 0 };
        }
        return BlockKind::Furniture;
    }
    let (list, titles) = (*follows & LIST, *follows & !LIST);
    if (titles > 0 || (list > 0 && !is_apart(&text[..span.start]))) && is_title(words) {
        *follows = list | titles.saturating_sub(1);
        return BlockKind::Furniture;
    }
    *follows = 0;
    // Nothing but citations.
    if cited > 0 && cited == line.len() { BlockKind::Furniture } else { kind_of_text(text, span, line, cited) }
}

/// Decides the kind of a block that is no furniture, whatever it looks like.
pub(crate) fn kind_of_text(text: &str, span: Span, line: &[Token], cited: usize) -> BlockKind {
    if cited == 0 { running(text, span, line) } else { BlockKind::Paragraph }
}

/// Returns a short block on one line, as the expressions for furniture expect it.
fn unwrapped(words: &str) -> Cow<'_, str> {
    if words.len() <= furniture::LONGEST && words.contains(['\n', '\r']) {
        words.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        words.into()
    }
}

/// Returns true for a line with a blank line before it and none behind it, where paragraphs have blank lines between them.
fn heads_list(text: &str, span: Span) -> bool {
    is_apart(&text[..span.start])
        && text[span.end..]
            .trim_start_matches([' ', '\t', '\r'])
            .strip_prefix('\n')
            .is_some_and(|rest| !rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n'))
}

/// Returns true if a blank line ends the text.
fn is_apart(text: &str) -> bool {
    text.bytes().rev().take_while(u8::is_ascii_whitespace).filter(|byte| *byte == b'\n').count() > 1
}

/// Returns true if a blank line and more text follow.
fn is_apart_from_next(rest: &str) -> bool {
    let blank = rest.len() - rest.trim_start().len();
    blank < rest.len() && rest[..blank].bytes().filter(|byte| *byte == b'\n').count() > 1
}

/// A short line that does not end like a sentence: the title of another story.
fn is_title(words: &str) -> bool {
    words.len() <= HEADLINE && !words.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', ':', ',', ';', '…'])
}

/// Decides the kind of a block that is neither furniture nor holds citations.
fn running(text: &str, span: Span, line: &[Token]) -> BlockKind {
    let words = span.of(text);
    if words.starts_with('>') {
        BlockKind::Quotation
    } else if is_item(words) {
        BlockKind::Item
    } else if is_headline(text, span, line) {
        BlockKind::Headline
    } else {
        BlockKind::Paragraph
    }
}

/// Returns true if the block begins with a bullet, a dash or a number, and a space.
pub(super) fn is_item(words: &str) -> bool {
    after_bullet(words).is_some()
}

/// Returns the words without the bullet, dash or number of a list before them.
#[must_use]
pub fn without_bullet(words: &str) -> &str {
    after_bullet(words).unwrap_or(words)
}

fn after_bullet(words: &str) -> Option<&str> {
    let number = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match words.chars().next() {
        Some(bullet @ ('•' | '‣' | '◦' | '▪' | '-' | '–' | '*')) => &words[bullet.len_utf8()..],
        _ if (1..=2).contains(&number) && words[number..].starts_with(['.', ')']) => &words[number + 1..],
        _ => return None,
    };
    (rest.starts_with(char::is_whitespace) && rest.contains(char::is_alphabetic)).then(|| rest.trim_start())
}

/// How long the last word of a sentence within a block is at least, in bytes: `Gov.` and `Inc.` end none.
const WORD: usize = 5;

/// Returns true for a block in which a sentence ends and another one begins: a paragraph that is cut off.
fn holds_sentence(text: &str, line: &[Token]) -> bool {
    line.windows(3).any(|three| {
        let [word, stop, next] = three else { return false };
        let small = word.is(shape::WORD) && !word.is(shape::CAPITAL | class::ABBREVIATION | class::TITLE) && word.span.len() >= WORD;
        let begins = next.is(shape::SPACED) && next.is(shape::CAPITAL | shape::MARK | shape::DIGITS);
        small && stop.is_mark(text, ".") && begins
    })
}

/// Returns true for a short block that ends without a full stop and is no row of a table.
fn is_headline(text: &str, span: Span, line: &[Token]) -> bool {
    let ends = |token: &&Token| !matches!(token.span.of(text), "\"" | "”" | "’" | "'" | ")" | "]");
    let last = line.iter().rev().find(ends);
    let closed = last.is_none_or(|token| token.span.of(text).starts_with(['.', '!', '?', ':', ',', ';', '…']));
    // `Will the harbour close?` above an article.
    let asks = last.is_some_and(|token| token.is_mark(text, "?")) && line.iter().filter(|token| token.is_mark(text, "?")).count() == 1;
    let opens = text[..span.start].trim().is_empty() && is_apart_from_next(&text[span.end..]);
    let closed = closed && !(asks && opens);
    // Cells of a table, as a paste has them. In the first line a single bar stands between title and outlet.
    let bars = line.iter().filter(|token| token.span.of(text) == "|").count();
    let is_row = bars > usize::from(span.start == 0) || span.of(text).contains('\t');
    span.len() <= HEADLINE && !closed && !is_row && !holds_sentence(text, line) && line.iter().any(|token| token.is(shape::WORD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn a_question_above_an_article_is_its_headline() {
        let kinds = |text: &str| analyze(text).blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
        let rest = "The harbour board said nothing on Monday. It may rain.";
        assert_eq!(kinds(&format!("Will the harbour close?\n\n{rest}")), [BlockKind::Headline, BlockKind::Paragraph]);
        assert_eq!(kinds(&format!("What? Will the harbour close?\n\n{rest}"))[0], BlockKind::Paragraph);
        assert_eq!(kinds(&format!("{rest}\n\nWill the harbour close?")), [BlockKind::Paragraph; 2]);
        assert_eq!(kinds("Will the harbour close?"), [BlockKind::Paragraph]);
    }
}
