//! Whether a text is English prose at all.

use crate::engine::code_lines;
use crate::engine::lex::token::{Token, Tokens};
use crate::engine::report::Notice;
use crate::lexicon::class;
use crate::lexicon::pattern::instruction::shape;

/// Counts of a block that tell the language.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    tokens: usize,
    words: usize,
    /// Function words of English.
    function: usize,
    /// Words of two letters or more that begin with a small one, and how many of them the lexicon has.
    small: Share,
    /// Words of more than three letters, and how many of them the lexicon has.
    long: Share,
    /// Characters that do not occur in text.
    odd: usize,
    /// Marks that stand in program code and rarely in text.
    code: usize,
}

/// A number of words, and how many of them are English.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    all: usize,
    known: usize,
}

/// How many words it takes to tell the language.
const ENOUGH_WORDS: usize = 25;

/// Of so many tokens of program code, one or more is a mark of it.
const CODE: usize = 9;

impl Counts {
    /// Counts a block.
    pub fn of(text: &str, tokens: &Tokens) -> Self {
        let function = class::DET | class::PREP | class::BE | class::PRONOUN | class::CONJ;
        let mut counts = Self { tokens: tokens.all.len(), ..Self::default() };
        for token in &tokens.all {
            if token.is(shape::WORD) {
                let length = token.span.len();
                counts.words += 1;
                counts.small.add(length > 1 && !token.is(shape::UPPER), token);
                counts.long.add(length > 3, token);
            }
            counts.function += usize::from(token.is(function));
        }
        for at in &tokens.marks {
            counts.odd += usize::from(is_odd(text, &tokens.all[*at]));
            counts.code += usize::from(is_code(text, &tokens.all, *at));
        }
        counts
    }

    fn plus(self, other: Self) -> Self {
        Self {
            tokens: self.tokens + other.tokens,
            words: self.words + other.words,
            function: self.function + other.function,
            small: self.small.plus(other.small),
            long: self.long.plus(other.long),
            odd: self.odd + other.odd,
            code: self.code + other.code,
        }
    }
}

impl Share {
    fn add(&mut self, counts: bool, word: &Token) {
        self.all += usize::from(counts);
        self.known += usize::from(counts && word.word != 0);
    }

    fn plus(self, other: Self) -> Self {
        Self { all: self.all + other.all, known: self.known + other.known }
    }
}

/// Returns the notice that a text deserves.
pub(crate) fn notice(text: &str, blocks: usize, counts: impl Iterator<Item = Counts>) -> Option<Notice> {
    if blocks == 0 {
        return Some(Notice::Empty);
    }
    if is_address(text.trim()) {
        return Some(Notice::Address);
    }
    let all = counts.fold(Counts::default(), Counts::plus);
    let is_code = all.code * CODE > all.tokens && all.tokens > 20;
    if all.odd * 20 > text.len() || (all.words * 20 < all.tokens && all.tokens > 40) || is_code || code_lines::is_code(text) {
        return Some(Notice::NotText);
    }
    (all.words >= ENOUGH_WORDS && !is_english(&all)).then_some(Notice::NotEnglish)
}

/// Returns true for nothing but the address of a page: what the share button of a browser passes on.
fn is_address(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or_default().to_ascii_lowercase();
    ["http://", "https://", "www."].iter().any(|start| lower.starts_with(start)) && !text.contains(char::is_whitespace)
}

/// In English news, every third word or so is a function word and most longer ones are in the lexicon; in other languages hardly any are.
/// Headlines have few function words. In lists of names most words are capitalised, and the others are English.
fn is_english(Counts { words, function, small, long, .. }: &Counts) -> bool {
    let prose = function * 6 >= *words && long.known * 3 >= long.all;
    let headlines = long.known * 2 >= long.all;
    let names = small.all > 2 && small.all * 2 < *words && small.known * 5 >= small.all * 4;
    prose || headlines || names
}

/// Returns true for a control character or a replacement character, each of which is a token of its own.
fn is_odd(text: &str, token: &Token) -> bool {
    let odd = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    matches!(token.byte, 0..32 | 127..) && token.is(shape::MARK) && token.span.of(text).starts_with(odd)
}

/// Returns true for a mark of program code: a brace, the bracket of a call, the `;` or `{` at the end of a line, the `:` of a key.
fn is_code(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let ends_line = || tokens.get(at + 1).is_none_or(|next| text[token.span.end..next.span.start].contains('\n'));
    token.is(shape::MARK)
        && match token.byte {
            b'{' | b'}' | b'<' | b'=' => true,
            // A line break of Markdown.
            b'\\' => !ends_line(),
            b'>' => at > 0,
            b'(' => before.is_some_and(|before| before.is(shape::WORD)) && !token.is(shape::SPACED),
            b';' => ends_line(),
            b':' => before.is_some_and(|before| before.byte == b'"') && !token.is(shape::SPACED),
            _ => false,
        }
}
