//! What a pattern asks of the tokens around its first word: most patterns that a word could start need not be tried.

use super::token::Token;
use crate::lexicon::op::{Code, Op, shape};
use crate::lexicon::{BITS, Context, PATTERN_COUNT, PROGRAMS, WORD_COUNT};
use std::sync::LazyLock;

/// What a token must be like: it has one of the bits, or is one of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A pattern that a word can start, with what must stand around that word: small, for most are passed over at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    /// Its number.
    pub pattern: u16,
    /// What stands behind and before, as places in the lists of the lexicon.
    behind: u16,
    before: u16,
}

/// What the rules of the lexicon need.
pub(crate) struct Lexicon {
    /// What patterns take behind their first word, by its bits, and what stands before it; each once.
    behind: Vec<u64>,
    before: Vec<Needs>,
    /// For each word of the lexicon the place of its row, and a row of bits: one for each pattern that takes the word behind its first.
    row_of: Vec<u16>,
    rows: Vec<Row>,
    /// The patterns that a word can start, by its number: from one place to the next.
    starts: Vec<usize>,
    started: Vec<Start>,
    /// By number of the entry, in the order of its contexts.
    pub contexts: Vec<Vec<Around>>,
}

type Row = [u64; PATTERN_COUNT.div_ceil(64)];
const NO_ROW: Row = [0; PATTERN_COUNT.div_ceil(64)];

/// Worked out once, when the first text is analysed.
pub(crate) static NEEDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let programs = &*PROGRAMS;
    let code = programs.code();
    let first = |program| walk(code, program, 0).needs();
    let (mut behind, mut before) = (Vec::new(), Vec::new());
    let (mut row_of, mut rows) = (vec![0; WORD_COUNT + 1], vec![NO_ROW]);
    // Pairs of a word and a pattern.
    let mut pairs: Vec<(u16, Start)> = Vec::new();
    for (it, pattern) in programs.patterns.iter().zip(0_u16..) {
        let second = walk(code, it.forward, 1);
        for word in &second.words {
            let place = &mut row_of[usize::from(*word)];
            if *place == 0 {
                *place = small(rows.len());
                rows.push(NO_ROW);
            }
            rows[usize::from(*place)][usize::from(pattern) / 64] |= 1 << (pattern % 64);
        }
        let start = Start { pattern, behind: place_in(&mut behind, second.bits), before: place_in(&mut before, first(it.backward)) };
        pairs.extend(walk(code, it.forward, 0).starting_words().map(|word| (word, start)));
    }
    pairs.sort_unstable_by_key(|(word, start)| (*word, start.pattern));
    pairs.dedup();
    let starts = (0..).take(WORD_COUNT + 2).map(|word: u16| pairs.partition_point(|pair| pair.0 < word)).collect();
    let around = |it: &Context| Around { behind: first(it.forward), before: first(it.backward) };
    let contexts = programs.contexts.iter().map(|contexts| contexts.iter().map(around).collect()).collect();
    Lexicon { behind, before, row_of, rows, starts, started: pairs.into_iter().map(|pair| pair.1).collect(), contexts }
});

/// The place of a value in a list, at the end of which it is put when it is new.
fn place_in<T: PartialEq>(list: &mut Vec<T>, value: T) -> u16 {
    let place = list.iter().position(|other| *other == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    });
    small(place)
}

/// Numbers of words and patterns fit: the build counts them.
fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

impl Lexicon {
    /// The patterns that a word can start, 0 being any word of a shape that names agents; none for a word of a reader's own list.
    #[cfg_attr(small, optimize(speed))]
    pub fn started_by(&self, word: u16) -> &[Start] {
        let word = usize::from(word);
        let (Some(from), Some(to)) = (self.starts.get(word), self.starts.get(word + 1)) else { return &[] };
        &self.started[*from..*to]
    }

    /// The patterns that take a token behind their first word, as far as that is a word that they name.
    #[inline]
    pub fn row(&self, behind: Neighbour) -> &Row {
        let place = self.row_of.get(usize::from(behind.word)).map_or(0, |place| usize::from(*place));
        &self.rows[place]
    }

    /// Whether a pattern can match between these tokens; `row` is that of the one behind.
    #[inline]
    pub fn allow(&self, start: Start, before: Neighbour, behind: Neighbour, row: &Row) -> bool {
        let pattern = usize::from(start.pattern);
        (self.behind[usize::from(start.behind)] & behind.bits != 0 || row[pattern / 64] >> (pattern % 64) & 1 != 0)
            && self.before[usize::from(start.before)].allow(before)
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
    /// The words that the token may be, of the lexicon; 0 stands for any word of a shape that names agents.
    fn starting_words(&self) -> impl Iterator<Item = u16> {
        let agent = self.bits & (shape::AGENT | shape::AGENTS) != 0;
        let classes = self.bits & shape::CLASSES;
        let of_class = (1_u16..).take(WORD_COUNT).filter(move |word| BITS[usize::from(*word)] & classes != 0);
        self.words.clone().into_iter().chain(agent.then_some(0)).chain((classes != 0).then_some(of_class).into_iter().flatten())
    }

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
