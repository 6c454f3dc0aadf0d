//! What a pattern asks of the tokens around its first word: most patterns that a word could start need not be tried.

use super::token::Token;
use crate::lexicon::op::{Code, Op, shape};
use crate::lexicon::{Context, ENTRIES, Entry, LEXICON, PATTERNS, Pattern, WORD_COUNT};
use std::sync::LazyLock;

/// What a token must be like: it has one of the bits, or is one of the words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Needs {
    bits: u64,
    /// One bit for each word that would do; several words share one.
    words: u64,
}

/// What stands around a context of a rule: behind the span and before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around {
    behind: Needs,
    before: Needs,
}

/// The needs of the contexts of a rule, in the order of its contexts.
#[derive(Debug, Default)]
pub(crate) struct Contexts {
    pub only: Vec<Around>,
    pub unless: Vec<Around>,
}

/// What the rules of the lexicon need.
pub(crate) struct Lexicon {
    /// By number of the pattern: the token behind its first word, and the one before it.
    patterns: Vec<Around>,
    /// For each word of the lexicon, one bit for each pattern that takes it behind its first word.
    follows: Vec<[u64; ROW]>,
    /// By number of the entry.
    pub entries: Vec<Contexts>,
}

const ROW: usize = PATTERNS.len().div_ceil(64);

/// Worked out once, when the first text is analysed.
pub(crate) static NEEDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let first = |program| walk(LEXICON, program, 0).needs();
    let context = |it: &Context| Around { behind: first(it.forward), before: first(it.backward) };
    let contexts = |entry: &Entry| Contexts {
        only: entry.only.iter().map(context).collect(),
        unless: entry.unless.iter().map(|unless| context(&unless.at)).collect(),
    };
    let mut follows = vec![[0; ROW]; WORD_COUNT + 1];
    let pattern = |(number, it): (usize, &Pattern)| {
        let second = walk(LEXICON, it.forward, 1);
        for word in &second.words {
            follows[usize::from(*word)][number / 64] |= 1 << (number % 64);
        }
        Around { behind: second.needs(), before: first(it.backward) }
    };
    let patterns = PATTERNS.iter().enumerate().map(pattern).collect();
    Lexicon { patterns, follows, entries: ENTRIES.iter().map(contexts).collect() }
});

impl Lexicon {
    /// Whether a pattern can match between these tokens.
    #[inline]
    pub fn allow(&self, pattern: usize, before: Neighbour, behind: Neighbour) -> bool {
        let around = &self.patterns[pattern];
        let row = self.follows.get(usize::from(behind.word)).map_or(0, |row| row[pattern / 64]);
        (around.behind.bits & behind.bits != 0 || row >> (pattern % 64) & 1 != 0) && around.before.allow(before)
    }
}

impl Around {
    /// Whether the tokens on both sides will do.
    #[inline]
    pub fn allow(&self, before: Neighbour, behind: Neighbour) -> bool {
        self.behind.allow(behind) && self.before.allow(before)
    }
}

/// A token, or the edge of the sentence, as far as needs look at it.
#[derive(Clone, Copy)]
pub(crate) struct Neighbour {
    bits: u64,
    word: u16,
}

impl Neighbour {
    /// The token at a place; a citation bracket is an edge, as it is for the matcher.
    #[inline]
    pub fn new(token: Option<&Token>) -> Self {
        match token {
            Some(token) if !token.is(shape::CITATION) => Self { bits: token.bits, word: token.word },
            _ => Self { bits: shape::EDGE, word: 0 },
        }
    }
}

impl Needs {
    #[inline]
    fn allow(self, neighbour: Neighbour) -> bool {
        self.bits & neighbour.bits != 0 || (neighbour.word != 0 && self.words & sign(neighbour.word) != 0)
    }
}

/// One of 64 bits for a word.
#[inline]
fn sign(word: u16) -> u64 {
    1 << (word.wrapping_mul(40_503) >> 10)
}

/// A walk over all ways through a program, to what it can take at one place.
struct Walk<'a> {
    code: Code<'a>,
    program: &'a [Op],
    seen: Vec<(usize, u8)>,
    bits: u64,
    words: Vec<u16>,
}

/// Finds what the token may be that stands so many tokens behind the first.
fn walk(code: Code<'_>, program: u32, skip: u8) -> Walk<'_> {
    let mut walk = Walk { code, program: &code.ops[program as usize..], seen: Vec::new(), bits: 0, words: Vec::new() };
    walk.go(0, skip);
    walk
}

impl Walk<'_> {
    fn needs(&self) -> Needs {
        Needs { bits: self.bits, words: self.words.iter().fold(0, |words, word| words | sign(*word)) }
    }

    /// From the instruction `pc` on, with so many tokens to pass before the one that counts.
    fn go(&mut self, pc: usize, skip: u8) {
        if self.seen.contains(&(pc, skip)) {
            return;
        }
        self.seen.push((pc, skip));
        match self.program[pc] {
            Op::Accept => self.bits = u64::MAX,
            Op::Mark | Op::Start => self.go(pc + 1, skip),
            Op::Jump(to) => self.go(usize::from(to), skip),
            Op::Split(one, other) => {
                self.go(usize::from(one), skip);
                self.go(usize::from(other), skip);
            }
            Op::Gap(most, marks) => {
                self.go(pc + 1, skip);
                if most > 0 {
                    self.take(if marks { Op::Class(u8::MAX) } else { Op::Any }, pc, skip);
                }
            }
            Op::End if skip == 0 => self.bits |= shape::EDGE,
            Op::End => {}
            op => self.take(op, pc + 1, skip),
        }
    }

    /// Takes a token: the one that counts, or one to pass, after which it goes on at `next`.
    fn take(&mut self, op: Op, next: usize, skip: u8) {
        if skip > 0 {
            return self.go(next, skip - 1);
        }
        match op {
            Op::Word(word) => self.words.push(word),
            Op::Set(start, end) => self.words.extend(&self.code.sets[usize::from(start)..usize::from(end)]),
            Op::Class(mask) => self.bits |= self.code.masks.get(usize::from(mask)).copied().unwrap_or(u64::MAX),
            _ => self.bits |= shape::WORD | shape::DIGITS,
        }
    }
}
