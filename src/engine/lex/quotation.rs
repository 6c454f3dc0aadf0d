//! Direct quotations and citation brackets, marked on the tokens.

use crate::engine::lex::block::BlockKind;
use crate::engine::lex::single_quotation as single;
use crate::engine::lex::token::{Token, Tokens};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::set;
use std::ops::Range;

/// A bracket that names a cited source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The whole bracket.
    pub span: Span,
    /// What it names.
    pub name: Span,
}

/// The citation brackets of a block: `[Citation: ...]`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Citations {
    /// The brackets that name something.
    pub named: Vec<Citation>,
    /// The tokens that belong to brackets, with the comma between two of them.
    ranges: Vec<Range<usize>>,
}

impl Citations {
    /// Finds the brackets.
    pub fn find(text: &str, Tokens { all: tokens, marks }: &Tokens) -> Self {
        let mut found = Self::default();
        let mut end = 0;
        for &at in marks {
            if tokens[at].byte != b'[' || at < end {
                continue;
            }
            let Some(length) = citation(text, &tokens[at..]) else { continue };
            if length > 4 {
                let place = |first: usize, last: usize| Span { start: tokens[first].span.start, end: tokens[last].span.end };
                found.named.push(Citation { span: place(at, at + length - 1), name: place(at + 3, at + length - 2) });
            }
            let comma = tokens.get(at + length).is_some_and(|token| token.is_mark(text, ","));
            let more = comma && at + length + 1 < tokens.len() && citation(text, &tokens[at + length + 1..]).is_some();
            end = at + length + usize::from(more);
            found.ranges.push(at..end);
        }
        found
    }

    /// Returns how many tokens belong to brackets.
    pub fn tokens(&self) -> usize {
        self.ranges.iter().map(ExactSizeIterator::len).sum()
    }

    /// Marks the tokens that belong to brackets.
    pub fn mark(&self, tokens: &mut [Token]) {
        for range in &self.ranges {
            tokens[range.clone()].iter_mut().for_each(|token| token.bits |= shape::CITATION);
        }
    }
}

/// Returns the number of tokens of a citation bracket that begins here.
fn citation(text: &str, tokens: &[Token]) -> Option<usize> {
    let [open, word, colon, ..] = tokens else { return None };
    let label = word.reads(set::CITATION_LABEL);
    if !(open.is_mark(text, "[") && label && colon.is_mark(text, ":")) {
        return None;
    }
    tokens.iter().take(60).position(|token| token.is_mark(text, "]")).map(|place| place + 1)
}

/// The kind of mark that opened a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    Straight,
    /// `“”`, and `””`.
    Curly,
    /// `«»` and `‹›`.
    Guillemet,
    /// `»«` and `›‹`.
    Inverted,
    /// `„“` and `„”`.
    Low,
    /// A pair of backticks, closed by a pair of apostrophes.
    Backticks,
    /// `‘’` round several paragraphs.
    Single,
}

/// Marks the tokens inside direct quotations. A quotation that the previous block left open continues in this one if this one closes it.
/// Returns the quotation that this block leaves open.
pub(crate) fn mark_quotations(
    text: &str,
    kind: BlockKind,
    Tokens { all: line, marks }: &mut Tokens,
    left_open: Option<Open>,
) -> Option<Open> {
    if kind == BlockKind::Quotation {
        quoted(line);
        return left_open;
    }
    let mut open = left_open.filter(|open| *open != Open::Single && closes_first(text, line, *open));
    let mut single = left_open == Some(Open::Single) && single::closes_first(text, line);
    let goes_on = !single && single::goes_on(text, line);
    single |= goes_on;
    let mut seen = 0;
    for &at in marks.iter() {
        if !line[at].is(shape::MARK) || !matches!(line[at].byte, b'"' | b'\'' | b'`' | 128..) || (goes_on && at == 0) {
            continue;
        }
        let was_quoted = open.is_some() || single;
        open = double_quotation(text, line, at, open);
        single = single::quotation(text, line, at, single);
        if was_quoted {
            // Includes the mark itself if the quotation continues.
            quoted(&mut line[seen..at + usize::from(open.is_some() || single)]);
        }
        seen = at + 1;
    }
    if open.is_some() || single {
        quoted(&mut line[seen..]);
    }
    open.or(single.then_some(Open::Single))
}

fn quoted(tokens: &mut [Token]) {
    for token in tokens {
        token.bits |= shape::QUOTED;
    }
}

/// Returns true if the block closes a quotation before it opens one.
fn closes_first(text: &str, line: &[Token], open: Open) -> bool {
    let marks = || line.iter().filter(|token| token.is(shape::MARK)).map(|token| token.span.of(text));
    match open {
        Open::Curly => marks().find(|mark| matches!(*mark, "“" | "”")) == Some("”"),
        Open::Straight => {
            let straight = |mark: &str| matches!(mark, "\"" | "″" | "＂");
            line.first().is_some_and(|first| !straight(first.span.of(text))) && marks().filter(|mark| straight(mark)).count() % 2 == 1
        }
        Open::Guillemet => marks().find(|mark| matches!(*mark, "«" | "»")) == Some("»"),
        Open::Inverted => marks().find(|mark| matches!(*mark, "«" | "»")) == Some("«"),
        Open::Low => marks().find(|mark| matches!(*mark, "„" | "“" | "”")).is_some_and(|mark| mark != "„"),
        Open::Backticks => line.windows(2).any(|pair| is_pair(text, pair, "'")),
        Open::Single => false,
    }
}

fn double_quotation(text: &str, line: &[Token], at: usize, open: Option<Open>) -> Option<Open> {
    let spaced = at == 0 || line[at].is(shape::SPACED);
    let spaced_after = line.get(at + 1).is_none_or(|next| next.is(shape::SPACED));
    let opens = spaced && !spaced_after;
    let ends = !spaced && (spaced_after || line[at + 1].is(shape::MARK));
    let after_digit = at > 0 && line[at - 1].is(shape::DIGITS) && !spaced;
    let pair = |mark: &str| line.get(at..at + 2).is_some_and(|pair| is_pair(text, pair, mark));
    match line[at].span.of(text) {
        "`" if open.is_none() && pair("`") => Some(Open::Backticks),
        "'" if open == Some(Open::Backticks) && pair("'") => None,
        "“" if open == Some(Open::Low) || (open == Some(Open::Curly) && ends) => None,
        "“" | "‟" | "〝" => Some(Open::Curly),
        "”" if open.is_none() && opens => Some(Open::Curly),
        "„" => Some(Open::Low),
        "«" | "‹" if open == Some(Open::Inverted) => None,
        "«" => Some(Open::Guillemet),
        "‹" if opens => Some(Open::Guillemet),
        "»" | "›" if open.is_none() && opens => Some(Open::Inverted),
        // `26″N`
        "″" if after_digit && !(open.is_some() && spaced_after) => open,
        "\"" | "＂" if open.is_none() && after_digit && spaced_after => None,
        "\"" | "″" | "＂" if open.is_none() || (spaced && !spaced_after) => Some(Open::Straight),
        "”" | "〞" | "»" | "›" | "\"" | "″" | "＂" => None,
        _ => open,
    }
}

/// Returns true for two of these marks without a space between them.
fn is_pair(text: &str, pair: &[Token], mark: &str) -> bool {
    pair.iter().all(|token| token.is_mark(text, mark)) && !pair[1].is(shape::SPACED)
}
