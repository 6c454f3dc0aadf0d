//! Prefilter: chooses the patterns that are run at a token.
//!
//! The *first set* of a pattern holds the words that its span can begin with; the *next set* holds the tokens that can stand behind such a
//! word. A pattern is run only where the token is in its first set and the following token in its next set. Both sets are supersets: they
//! never skip a pattern that matches there, which the test below checks for every pattern at every token of every example.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::{Op, shape};
use crate::lexicon::{BITS, MASKS, OPS, PATTERNS, SETS, WORD_COUNT};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Shapes of words that a span can begin with although the lexicon does not list them.
const AGENTS: u64 = shape::AGENT | shape::AGENTS;

/// A superset of the tokens that can stand at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct TokenSet {
    /// Tokens with one of these bits; [`shape::EDGE`] is the end of the sentence.
    bits: u64,
    /// Bloom filter of single words: one bit for each, shared by several words.
    words: u64,
}

impl TokenSet {
    /// Returns the tokens that an instruction accepts.
    fn of(op: Op) -> Self {
        let bits = match op {
            Op::Word(_) | Op::Set(..) => 0,
            Op::Class(mask) => MASKS[usize::from(mask)],
            Op::NotClass(_) | Op::Any | Op::Gap(_, false) => shape::WORD | shape::DIGITS,
            Op::End => shape::EDGE,
            _ => u64::MAX,
        };
        Self { bits, words: listed(op).iter().fold(0, |words, word| words | Self::bit(*word)) }
    }

    fn or(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, words: self.words | other.words }
    }

    fn bit(word: u16) -> u64 {
        u64::from(word != 0) << (word.wrapping_mul(40_503) >> 10)
    }
}

/// A pattern that a word can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Start {
    pattern: u16,
    /// Index of its next set.
    next: u16,
}

/// The first sets and next sets of all patterns of the lexicon.
pub(crate) struct Prefilter {
    /// By number of the word, where its entries begin in `starts`. Number 0 stands for unlisted words of the shape of [`AGENTS`].
    by_word: Vec<u32>,
    starts: Vec<Start>,
    /// Each next set once.
    next: Vec<TokenSet>,
}

/// Computed on first use.
pub(crate) static PREFILTER: LazyLock<Prefilter> = LazyLock::new(Prefilter::new);

impl Prefilter {
    fn new() -> Self {
        let mut found = first_sets();
        found.sort_unstable_by_key(|(word, pattern, _)| (*word, *pattern));
        found.dedup_by(|(word, pattern, next), (kept_word, kept_pattern, kept)| {
            let same = (&word, &pattern) == (&kept_word, &kept_pattern);
            if same {
                *kept = kept.or(*next);
            }
            same
        });
        let by_word = (0..=WORD_COUNT + 1).map(|word| found.partition_point(|(first, ..)| usize::from(*first) < word));
        let by_word = by_word.map(|place| u32::try_from(place).unwrap_or(u32::MAX)).collect();
        let (mut next, mut known) = (Vec::new(), FxHashMap::default());
        let mut index = |set: TokenSet| {
            *known.entry(set).or_insert_with(|| {
                next.push(set);
                u16::try_from(next.len() - 1).unwrap_or(u16::MAX)
            })
        };
        let starts = found.into_iter().map(|(_, pattern, set)| Start { pattern, next: index(set) }).collect();
        Self { by_word, starts, next }
    }

    /// Returns the indices of the patterns to run at `tokens[at]`, ascending.
    pub fn patterns_at(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = usize> {
        let word = Some(usize::from(tokens[at].word)).filter(|word| *word <= WORD_COUNT).unwrap_or(0);
        let none = word == 0 && !tokens[at].is(AGENTS);
        let range = if none { 0..0 } else { self.by_word[word] as usize..self.by_word[word + 1] as usize };
        // A citation bracket ends the sentence for the matcher.
        let following = tokens.get(at + 1).filter(|token| !token.is(shape::CITATION));
        let (bits, words) = following.map_or((shape::EDGE, 0), |token| (token.bits, TokenSet::bit(token.word)));
        let starts = self.starts[range].iter().filter(move |start| {
            let next = self.next[usize::from(start.next)];
            (next.bits & bits) | (next.words & words) != 0
        });
        starts.map(|start| usize::from(start.pattern))
    }
}

/// Returns each first word of each pattern with the tokens that can follow it; a pair may occur more than once.
fn first_sets() -> Vec<(u16, u16, TokenSet)> {
    let mut found = Vec::new();
    let mut of_class = FxHashMap::default();
    for (pattern, number) in PATTERNS.iter().zip(0..) {
        let program = &OPS[pattern.forward as usize..];
        for (op, after) in closure(program, 0) {
            let next = closure(program, after).into_iter().fold(TokenSet::default(), |set, (op, _)| set.or(TokenSet::of(op)));
            let bits = TokenSet::of(op).bits & (AGENTS | shape::CLASSES);
            let words: &Vec<u16> = of_class.entry(bits).or_insert_with(|| words_with(bits));
            found.extend(listed(op).iter().chain(words).map(|word| (*word, number, next)));
        }
    }
    found
}

/// Returns the words of the lexicon that have one of the bits, and 0 for unlisted words when the bits include agents.
fn words_with(bits: u64) -> Vec<u16> {
    let listed = (1..).zip(&BITS[1..]).filter(|(_, of_word)| **of_word & bits != 0).map(|(word, _)| word);
    (bits & AGENTS != 0).then_some(0).into_iter().chain(listed).collect()
}

/// Returns the words that an instruction lists.
fn listed(op: Op) -> Vec<u16> {
    match op {
        Op::Word(word) => vec![word],
        Op::Set(start, end) => SETS[usize::from(start)..usize::from(end)].to_vec(),
        _ => Vec::new(),
    }
}

/// Epsilon closure: the instructions that can consume the next token at `from`, each with the place after it. [`Op::End`] and
/// [`Op::Accept`] consume nothing and count too.
fn closure(program: &[Op], from: usize) -> Vec<(Op, usize)> {
    let (mut found, mut seen, mut open) = (Vec::new(), Vec::new(), vec![from]);
    while let Some(place) = open.pop() {
        if seen.contains(&place) {
            continue;
        }
        seen.push(place);
        match program[place] {
            Op::Mark | Op::Start => open.push(place + 1),
            Op::Jump(to) => open.push(usize::from(to)),
            Op::Split(one, other) => open.extend([usize::from(one), usize::from(other)]),
            Op::Gap(most, marks) => {
                open.push(place + 1);
                found.push((Op::Gap(most, marks), place));
            }
            op => found.push((op, place + 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lex::token::{Tokens, tokenize};
    use crate::engine::matching::matcher::Matcher;
    use crate::engine::text::Span;
    use crate::lexicon::RULES;

    #[test]
    fn no_match_is_skipped() {
        let (mut tokens, mut matches) = (Tokens::default(), 0);
        for text in RULES.iter().flat_map(|rule| rule.flags.iter().chain(rule.passes)) {
            let text = text.replace(['{', '}'], "");
            tokenize(&text, Span { start: 0, end: text.len() }, &mut tokens);
            for at in 0..tokens.all.len() {
                let run: Vec<usize> = PREFILTER.patterns_at(&tokens.all, at).collect();
                assert!(run.is_sorted());
                for (number, pattern) in PATTERNS.iter().enumerate() {
                    let found = Matcher::lexicon().forward(pattern.forward, &tokens.all, at).is_some_and(|end| end > at)
                        && Matcher::lexicon().backward(pattern.backward, &tokens.all, at);
                    matches += usize::from(found);
                    assert!(!found || run.contains(&number), "pattern {number} in `{text}` at {at}");
                }
            }
        }
        assert!(matches > RULES.len());
    }
}
