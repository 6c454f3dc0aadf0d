//! The noun phrase around the head of a source.

use crate::engine::grammar::names;
use crate::engine::grammar::noun_phrase::{is_quote, left_edge, partitive};
use crate::engine::grammar::noun_phrase_end::right_edge;
use crate::engine::grammar::speaker_list::is_correlative;
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// Returns where the phrase ends before what its verb says of somebody: `criticised by farmers for its cost`, `accused by staff of bullying`.
fn before_charge(tokens: &[Token], start: usize, head_end: usize, end: usize) -> usize {
    let Some(verb) = start.checked_sub(2).map(|verb| &tokens[verb]).filter(|_| tokens[start - 1].is_word(words!("by"))) else { return end };
    let of = verb.is_word(set::CHARGED_WITH_OF);
    let charge = |at: &usize| {
        let next = tokens.get(at + 1);
        let plain = next.is_some_and(|next| !next.is(class::INSTITUTION | shape::UPPER) && !next.reads(set::OWN_OR_THE));
        (of && tokens[*at].is_word(words!("of")) && plain) || (verb.is_word(set::CHARGED) && tokens[*at].is_word(words!("for")))
    };
    (head_end..end).find(charge).unwrap_or(end)
}

/// Returns where the phrase ends before what somebody is to do, or before a number that is cut short: `calls from residents for the mayor to
/// leave`, `arguments by attorneys for 1-1/2 days`.
fn before_purpose(tokens: &[Token], head_end: usize, end: usize) -> usize {
    let purpose = |at: &usize| {
        let number = tokens[at + 1..end].iter().all(|token| token.is(shape::DIGITS | shape::MARK));
        tokens[*at].is_word(words!("for")) && at + 1 < end && (number || tokens.get(end).is_some_and(|next| next.is_word(words!("to"))))
    };
    (head_end..end).find(purpose).unwrap_or(end)
}

/// The noun phrase `start..end` around a head.
pub(super) struct Phrase {
    pub start: usize,
    pub end: usize,
}

impl Phrase {
    pub fn around(text: &str, tokens: &[Token], head: &Candidate) -> Self {
        let pronoun = tokens[head.start].is(class::DET) || tokens[head.start].reads(words!("others"));
        let start = if pronoun { partitive(tokens, head.start) } else { left_edge(text, tokens, head.start) };
        // The closing mark of `a "Western source"` belongs to the phrase.
        let closed = start + 1 < head.start && is_quote(text, tokens, start + 1) && is_quote(text, tokens, head.end);
        let end = right_edge(text, tokens, head.end + usize::from(closed));
        let end = before_purpose(tokens, head.end, before_charge(tokens, start, head.end, end));
        let correlative = start < head.start && is_correlative(text, tokens, start, end);
        Self { start: start + usize::from(correlative), end }
    }

    /// Returns true for `the lawmaker` and `the Oster lawmaker`, with nothing behind the head that says which one.
    pub fn refers_back(&self, text: &str, tokens: &[Token], head: &Candidate) -> bool {
        let behind = tokens.get(head.end);
        let told_apart = self.end > head.end && behind.is_some_and(|token| !token.is_mark(text, ","));
        // `The victim's mother` says whose mother.
        let owner = (self.start..head.start).any(|at| tokens[at].reads(words!("'s")) || tokens[at].is_apostrophe(text));
        // `both witnesses`, but `both witnesses and guards`
        let both = tokens[self.start].reads(words!("both"))
            && head.start == self.start + 1
            && !behind.is_some_and(|next| next.reads(words!("and")));
        (both || tokens[self.start].reads(set::DEFINITE)) && head.start > self.start && !told_apart && !owner
    }

    /// Returns why the phrase is named in its own sentence, if it is. A look-alike is never asked.
    pub fn name(&self, text: &str, tokens: &[Token], head: &Candidate) -> Option<&'static str> {
        if head.rejected.is_some() { None } else { self.own_name(text, tokens, head) }
    }

    /// The same for look-alikes, as `the mayor` in `the mayor, Ana Ruiz,`.
    pub fn own_name(&self, text: &str, tokens: &[Token], head: &Candidate) -> Option<&'static str> {
        names::reason(text, tokens, self.start, head.end, self.end)
    }
}
