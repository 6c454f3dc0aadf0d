//! Which pattern of a rule matches where, for the tests of the lexicon.

use crate::engine::analyzer::Analyzer;
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::engine::matching::matcher::Matcher;
use crate::engine::resolve::mentions::Mentions;
use crate::engine::resolve::source_phrase::judge;
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{CONTEXTS, PATTERNS, RULES};
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
    Analyzer::each_sentence(text, |tokens| add_matches(rule, text, tokens, &mut matches));
    matches
}

fn add_matches(number: usize, text: &str, tokens: &[Token], matches: &mut Vec<PatternMatch>) {
    let (rule, rule_contexts, lexicon) = (&RULES[number], CONTEXTS[number], Matcher::lexicon());
    let patterns = PATTERNS.iter().filter(|pattern| usize::from(pattern.rule) == number);
    for (pattern, programs) in patterns.enumerate() {
        for at in (0..tokens.len()).filter(|at| !tokens[*at].is(shape::CITATION)) {
            let Some(end) = lexicon.forward(programs.forward, tokens, at).filter(|end| *end > at) else { continue };
            if !lexicon.backward(programs.backward, tokens, at) {
                continue;
            }
            let candidate = Candidate { start: at, end, rule: rule.clone(), rank: 0, cues: 1, rejected: None };
            let Some(whole) = judge(text, tokens, vec![candidate], &mut Mentions::default()).pop() else { continue };
            let holds = |context: &usize| lexicon.holds(&rule_contexts[*context], tokens, at, end);
            matches.push(PatternMatch {
                pattern,
                span: Span { start: tokens[whole.start].span.start, end: tokens[whole.end - 1].span.end },
                only: (0..rule.only).filter(holds).collect(),
                exceptions: (rule.only..rule_contexts.len()).filter(holds).map(|context| context - rule.only).collect(),
                rejected: whole.rejected,
            });
        }
    }
}
