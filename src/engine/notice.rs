//! Whether a text is English prose at all.

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
    /// Characters that do not occur in text.
    odd: usize,
}

/// How many words it takes to tell the language.
const ENOUGH_WORDS: usize = 25;

impl Counts {
    /// Counts a block.
    pub fn of(text: &str, tokens: &Tokens) -> Self {
        let function = class::DET | class::PREP | class::BE | class::PRONOUN | class::CONJ;
        let count = |bits| tokens.all.iter().filter(|token| token.is(bits)).count();
        let odd = tokens.marks.iter().filter(|at| is_odd(text, &tokens.all[**at])).count();
        Self { tokens: tokens.all.len(), words: count(shape::WORD), function: count(function), odd }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            tokens: self.tokens + other.tokens,
            words: self.words + other.words,
            function: self.function + other.function,
            odd: self.odd + other.odd,
        }
    }
}

/// Returns the notice that a text deserves. In English news, every third word or so is a function word; in other languages hardly any.
pub(crate) fn notice(text: &str, blocks: usize, counts: impl Iterator<Item = Counts>) -> Option<Notice> {
    if blocks == 0 {
        return Some(Notice::Empty);
    }
    let all = counts.fold(Counts::default(), Counts::plus);
    if all.odd * 20 > text.len() || (all.words * 20 < all.tokens && all.tokens > 40) {
        return Some(Notice::NotText);
    }
    (all.words >= ENOUGH_WORDS && all.function * 6 < all.words).then_some(Notice::NotEnglish)
}

/// Returns true for a control character or a replacement character, each of which is a token of its own.
fn is_odd(text: &str, token: &Token) -> bool {
    let odd = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    matches!(token.byte, 0..32 | 127..) && token.is(shape::MARK) && token.span.of(text).starts_with(odd)
}
