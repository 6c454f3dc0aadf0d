//! What a pattern asks of the tokens around its first word: most patterns that a word could start need not be tried.

use crate::engine::lex::token::Token;
use crate::engine::matching::ahead::{Aheads, Way};
use crate::engine::matching::asking::Asking;
use crate::engine::matching::needs::{Needs, Neighbour};
use crate::engine::matching::walk::AGENTS;
use crate::lexicon::PATTERN_COUNT;
use crate::lexicon::pattern::instruction::shape;
use std::sync::LazyLock;

/// What stands around a context of a rule: behind the span and before it, and with what the span begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around {
    pub behind: Needs,
    pub before: Needs,
    pub inside: Needs,
    /// What must come further on.
    pub ahead: Way,
}

/// A pattern that a word can start, with what must stand around that word: small, for most are passed over at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Its number.
    pub pattern: u16,
    /// What stands behind, behind that, and before, as places in the lists of the lexicon.
    pub behind: u16,
    pub further: u16,
    pub before: u16,
    /// What must come further on.
    pub ahead: Way,
}

/// What the rules of the lexicon need.
pub(crate) struct Lexicon {
    /// What patterns take behind their first word, by its bits, and what they need before it and as the second behind it; each once.
    pub needs: Vec<Needs>,
    /// For each word of the lexicon the place of its row, and a row of bits: one for each pattern that takes the word behind its first.
    pub row_of: Vec<u16>,
    pub rows: Vec<Row>,
    /// The patterns that a word can start, by its number: from one place to the next. First those that look at the bits of the token
    /// behind; from the second place on those that only take certain words.
    pub starts: Vec<(u16, u16)>,
    pub started: Vec<Start>,
    /// By number of the word, what one or the other of its patterns takes behind it, as a place in the list.
    pub next: Vec<u16>,
    /// What must come further on.
    pub aheads: Aheads,
    /// By number of the entry, in the order of its contexts.
    pub contexts: Vec<Vec<Around>>,
}

pub(crate) type Row = [u64; PATTERN_COUNT.div_ceil(64)];
pub(crate) const NO_ROW: Row = [0; PATTERN_COUNT.div_ceil(64)];

/// Worked out once, when the first text is analysed.
pub(crate) static STARTS: LazyLock<Lexicon> = LazyLock::new(Asking::work_out);

impl Lexicon {
    /// The places of a sentence where a pattern can begin, as far as one look at two words tells. There is no branch: none is guessed
    /// wrong.
    pub fn beginnings(&self, tokens: &[Token], places: &mut Vec<u16>) {
        places.clear();
        places.resize(tokens.len(), 0);
        let mut count = 0;
        for (at, place) in (0..tokens.len()).zip(0_u16..) {
            let token = &tokens[at];
            let number = self.number(token);
            let starts = (number != 0) | token.is(AGENTS);
            let may =
                starts & !token.is(shape::CITATION) & self.needs[usize::from(self.next[number])].allow(Neighbour::new(tokens.get(at + 1)));
            places[count] = place;
            count += usize::from(may);
        }
        places.truncate(count);
    }

    /// The patterns that a token can start. Those that cannot go on with the token behind are left out, as far as one look tells.
    #[inline]
    pub fn started_by(&self, token: &Token, behind: Option<&Token>) -> &[Start] {
        let word = self.number(token);
        if word == 0 && !token.is(AGENTS) {
            return &[];
        }
        let ((from, words_only), (to, _)) = (self.starts[word], self.starts[word + 1]);
        let behind = behind.map_or(0, |behind| usize::from(behind.word));
        let to = if self.row_of.get(behind).is_none_or(|row| *row == 0) { words_only } else { to };
        &self.started[usize::from(from)..usize::from(to)]
    }

    /// The number of a word of the lexicon; 0 for all others, also those of a reader's own list.
    #[inline]
    fn number(&self, token: &Token) -> usize {
        let word = usize::from(token.word);
        if word + 1 < self.starts.len() { word } else { 0 }
    }

    /// The patterns that take a token behind their first word, as far as that is a word that they name.
    #[inline]
    pub fn row(&self, behind: Neighbour) -> &Row {
        let place = self.row_of.get(usize::from(behind.word)).map_or(0, |place| usize::from(*place));
        &self.rows[place]
    }

    /// Which of at most 64 patterns can match between these tokens, a bit for each; `row` is that of the first token behind.
    #[inline]
    pub fn allow(&self, starts: &[Start], before: Neighbour, [behind, further]: [Neighbour; 2], row: &Row) -> u64 {
        starts.iter().rev().fold(0, |allowed, start| {
            let pattern = usize::from(start.pattern);
            let by_word = row[pattern / 64] >> (pattern % 64) & 1;
            // All is looked at, for a guess that goes wrong costs more.
            let holds = ((self.needs[usize::from(start.behind)].bits & behind.bits) | by_word != 0)
                & self.needs[usize::from(start.before)].allow(before)
                & self.needs[usize::from(start.further)].allow(further);
            allowed << 1 | u64::from(holds)
        })
    }
}

/// Which of fewer than 64 contexts can hold around the tokens `start..end`, a bit for each.
#[inline]
pub(crate) fn possible(around: &[Around], tokens: &[Token], start: usize, end: usize) -> u64 {
    let before = Neighbour::new(start.checked_sub(1).map(|before| &tokens[before]));
    let (inside, behind) = (Neighbour::new(tokens.get(start)), Neighbour::new(tokens.get(end)));
    around.iter().rev().fold(0, |possible, around| {
        // All is looked at here, too.
        let holds = around.behind.allow(behind) & around.before.allow(before) & around.inside.allow(inside);
        possible << 1 | u64::from(holds)
    })
}
