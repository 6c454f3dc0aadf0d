//! Which pattern of a rule matches where, for the tests of the lexicon.

use crate::engine::analyzer::Flow;
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::{self, Candidate, Memory};
use crate::engine::matching::matcher::Matcher;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{PROGRAMS, RULES};
use std::borrow::Cow;

/// A match of one pattern, before overlaps between rules are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternMatch {
    /// The number of the pattern in its rule, from 0.
    pub pattern: usize,
    /// What it marks; of a source the whole noun phrase.
    pub span: Span,
    /// The numbers of the `only` contexts that hold.
    pub only: Vec<usize>,
    /// The numbers of the exceptions that hold.
    pub exceptions: Vec<usize>,
    /// Why the engine rejects it besides, such as a name in the phrase.
    pub rejected: Option<Cow<'static, str>>,
}

/// All matches of the patterns of a rule in a text. `rule` is its number in [`RULES`].
#[must_use]
pub fn pattern_matches(rule: usize, text: &str) -> Vec<PatternMatch> {
    let mut matches = Vec::new();
    Flow::each_sentence(text, |tokens| add_matches(rule, text, tokens, &mut matches));
    matches
}

fn add_matches(index: usize, text: &str, tokens: &[Token], matches: &mut Vec<PatternMatch>) {
    let (rule, matcher) = (&RULES[index], Matcher::lexicon());
    let contexts = &PROGRAMS.contexts[index];
    let patterns = PROGRAMS.patterns.iter().filter(|pattern| usize::from(pattern.rule) == index);
    for (number, pattern) in patterns.enumerate() {
        for at in (0..tokens.len()).filter(|at| !tokens[*at].is(shape::CITATION)) {
            let Some(end) = matcher.forward(pattern.forward, tokens, at).filter(|end| *end > at) else { continue };
            if !matcher.backward(pattern.backward, tokens, at) {
                continue;
            }
            let candidate = Candidate { start: at, end, rule, rank: 0, cues: 1, rejected: None };
            let Some(whole) = candidates::whole(text, tokens, candidate, &mut Memory::default()) else { continue };
            let holds = |number: &usize| matcher.holds(&contexts[*number], tokens, at, end);
            matches.push(PatternMatch {
                pattern: number,
                span: Span { start: tokens[whole.start].span.start, end: tokens[whole.end - 1].span.end },
                only: (0..rule.only).filter(holds).collect(),
                exceptions: (rule.only..contexts.len()).filter(holds).map(|number| number - rule.only).collect(),
                rejected: whole.rejected,
            });
        }
    }
}
