//! What a program must come by: one of certain words within so many tokens. Most patterns that are begun come to nothing, and a
//! look at the words ahead tells so sooner than a try.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::{Code, Op};
use crate::lexicon::{BITS, class};
use rustc_hash::FxHashMap;

/// Words as bits; several words share one.
type Words = [u64; 8];

/// One of these words must stand among the next so many tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ahead {
    words: Words,
    reach: usize,
    /// How many words they are, common ones counted several times: the fewer, the more is told by them.
    weight: usize,
}

/// What is in every sentence tells nothing.
const COMMON: u64 = class::DET | class::PREP | class::BE | class::HAVE | class::DO | class::PRONOUN | class::CONJ | class::NEGATOR;
/// A common word stands in a text as often as so many others.
const WEIGHT: usize = 40;

/// The place of a word among the bits.
#[inline]
fn bit(word: u16) -> (usize, u64) {
    let place = word.wrapping_mul(40_503);
    (usize::from(place >> 13), 1 << (place >> 7 & 63))
}

impl Ahead {
    fn one_of(words: &[u16]) -> Self {
        let mut ahead = Self { words: Words::default(), reach: 1, weight: 0 };
        for word in words {
            let (place, bit) = bit(*word);
            ahead.words[place] |= bit;
            ahead.weight += if BITS[usize::from(*word)] & COMMON != 0 { WEIGHT } else { 1 };
        }
        ahead
    }

    /// One or the other.
    fn or(mut self, other: Self) -> Self {
        self.words.iter_mut().zip(other.words).for_each(|(words, others)| *words |= others);
        Self { reach: self.reach.max(other.reach), weight: self.weight + other.weight, ..self }
    }

    /// The same, seen from so many tokens before.
    pub fn seen_from(self, tokens: usize) -> Self {
        Self { reach: self.reach + tokens, ..self }
    }

    fn cost(&self) -> usize {
        self.weight * (self.reach + 6)
    }

    #[inline]
    fn has(&self, token: &Token) -> bool {
        let (place, bit) = bit(token.word);
        self.words[place] & bit != 0
    }

    /// Whether one of the words is there; the tokens are those on the way, the nearest first.
    #[inline]
    fn is_in<'a>(&self, tokens: impl Iterator<Item = &'a Token>) -> bool {
        tokens.take(self.reach).any(|token| self.has(token))
    }
}

/// What a program must come by, at each of its places; nothing where it can do without.
pub(crate) fn ahead(code: Code<'_>, program: u32) -> Vec<Option<Ahead>> {
    let ops = &code.ops[program as usize..];
    let length = ops.iter().position(|op| *op == Op::Accept).unwrap_or(0);
    let mut ahead = vec![None; length + 1];
    // All jumps go on towards the end.
    for place in (0..length).rev() {
        let later = |tokens: usize| ahead[place + 1].map(|next: Ahead| next.seen_from(tokens));
        let now = |words: &[u16]| Some(best(Ahead::one_of(words), later(1)));
        ahead[place] = match ops[place] {
            Op::Word(word) => now(&[word]),
            Op::Set(start, end) => now(&code.sets[usize::from(start)..usize::from(end)]),
            Op::Split(one, other) => ahead[usize::from(one)].zip(ahead[usize::from(other)]).map(|(one, other)| one.or(other)),
            Op::Jump(to) => ahead[usize::from(to)],
            Op::Gap(most, _) => later(usize::from(most)),
            Op::Class(_) | Op::NotClass(_) | Op::Any => later(1),
            Op::Mark | Op::Start | Op::End => later(0),
            Op::Accept => None,
        };
    }
    ahead
}

/// What tells more.
fn best(now: Ahead, later: Option<Ahead>) -> Ahead {
    later.filter(|later| later.cost() < now.cost()).unwrap_or(now)
}

/// What one way or the other must come by; nothing when one of them can do without.
pub(crate) fn one_of(mut ways: impl Iterator<Item = Option<Ahead>>) -> Option<Ahead> {
    let first = ways.next()??;
    ways.try_fold(first, |one, other| Some(one.or(other?)))
}

/// What must come further on, forwards and backwards, as places in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Way {
    pub forward: u16,
    pub backward: u16,
}

/// What programs must come by, each once; the first is nothing.
pub(crate) struct Aheads {
    code: Code<'static>,
    list: Vec<Option<Ahead>>,
    known: FxHashMap<u32, u16>,
}

impl Aheads {
    pub fn new(code: Code<'static>) -> Self {
        Self { code, list: vec![None], known: FxHashMap::default() }
    }

    /// The place of what must be come by.
    pub fn put(&mut self, ahead: Option<Ahead>) -> u16 {
        if ahead.is_none() {
            return 0;
        }
        self.list.push(ahead);
        u16::try_from(self.list.len() - 1).unwrap_or(0)
    }

    /// The place of what a whole program must come by.
    pub fn of(&mut self, program: u32) -> u16 {
        if let Some(known) = self.known.get(&program) {
            return *known;
        }
        let place = self.put(ahead(self.code, program)[0]);
        self.known.insert(program, place);
        place
    }

    /// The place of one or the other.
    pub fn either(&mut self, one: u16, other: u16) -> u16 {
        let ways = [one, other].map(|place| self.list[usize::from(place)]);
        if one == other { one } else { self.put(one_of(ways.into_iter())) }
    }

    /// Whether what must be come by stands before and behind the tokens `start..end`.
    #[inline]
    pub fn allow(&self, way: Way, tokens: &[Token], start: usize, end: usize) -> bool {
        let [forward, backward] = [way.forward, way.backward].map(|place| self.list[usize::from(place)].as_ref());
        forward.is_none_or(|ahead| ahead.is_in(tokens[end..].iter()))
            && backward.is_none_or(|ahead| ahead.is_in(tokens[..start].iter().rev()))
    }
}
