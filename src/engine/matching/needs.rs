//! What a token must be like for a pattern to go on.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::{shape, sign};

/// What a token must be like: it has one of the bits, or is one of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Needs {
    pub bits: u64,
    /// One bit for each word that would do; several words share one.
    pub words: u64,
}

/// A token, or the edge of the sentence, as far as needs look at it.
#[derive(Clone, Copy)]
pub(crate) struct Neighbour {
    pub bits: u64,
    pub word: u16,
    sign: u64,
}

impl Neighbour {
    /// The token at a place; a citation bracket is an edge, as it is for the matcher.
    #[inline]
    pub fn new(token: Option<&Token>) -> Self {
        match token {
            Some(token) if !token.is(shape::CITATION) => Self { bits: token.bits, word: token.word, sign: sign(token.word) },
            _ => Self { bits: shape::EDGE, word: 0, sign: 0 },
        }
    }
}

impl Needs {
    /// Any token will do, or none.
    pub const NOTHING: Self = Self { bits: u64::MAX, words: 0 };

    /// One or the other.
    pub fn or(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, words: self.words | other.words }
    }

    #[inline]
    pub fn allow(self, neighbour: Neighbour) -> bool {
        (self.bits & neighbour.bits) | (self.words & neighbour.sign) != 0
    }
}
