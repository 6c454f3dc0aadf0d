//! Finds candidates: every wording of a sentence that a rule matches. Nothing is remembered from one sentence to the next.

use crate::engine::lex::token::Token;
use crate::engine::matching::matcher::{LIST_BUDGET, Matcher};
use crate::engine::matching::prefilter::PREFILTER;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{CONTEXTS, Context, Own, OwnPattern, PATTERNS, RULES, Rule};
use regex::Regex;
use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

/// Wording that a rule matches: `tokens[start..end]` of its sentence.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub start: usize,
    pub end: usize,
    /// The rule.
    pub rule: Arc<Rule>,
    /// Priority: of two candidates with the same span the lower rank wins. Rules of a user list have 0.
    pub rank: usize,
    /// How many hedges it stacks.
    pub cues: u8,
    /// Why it is a look-alike, if it is one.
    pub rejected: Option<Cow<'static, str>>,
}

/// Returns the candidates of a sentence, in order of their start. Of a rule for noun phrases the candidate is the head only.
pub(crate) fn find(text: &str, tokens: &[Token], list: Option<&Own>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let left = Cell::new(LIST_BUDGET);
    let prefilter = &*PREFILTER;
    for at in (0..tokens.len()).filter(|at| !tokens[*at].is(shape::CITATION)) {
        if let Some(list) = list {
            add_of_list(tokens, at, list, Matcher::list(list.code(), &left), &mut candidates);
        }
        for pattern in prefilter.patterns_at(tokens, at).map(|number| &PATTERNS[number]) {
            let number = usize::from(pattern.rule);
            let (rule, rank, contexts) = (&RULES[number], 1 + number, CONTEXTS[number]);
            let run = RuleRun { matcher: Matcher::lexicon(), rule, rank, contexts };
            candidates.extend(run.at(pattern.forward, pattern.backward, tokens, at));
        }
    }
    if let Some(list) = list.filter(|list| !list.expressions.is_empty()) {
        add_of_expressions(text, tokens, list, Matcher::list(list.code(), &left), &mut candidates);
    }
    candidates
}

/// Adds what the regular expressions of a user list match in a sentence. The candidates stay in the order of their starts.
fn add_of_expressions(text: &str, tokens: &[Token], list: &Own, matcher: Matcher<'_>, candidates: &mut Vec<Candidate>) {
    for (expression, rule) in &list.expressions {
        let compiled = &list.rules[*rule];
        let run = RuleRun { matcher, rule: &compiled.rule, rank: 0, contexts: &compiled.contexts };
        for candidate in matches_of(expression, text, tokens).filter_map(|place| run.judge(tokens, place.start, place.end)) {
            candidates.insert(candidates.partition_point(|other| other.start <= candidate.start), candidate);
        }
    }
}

/// Returns the tokens that the matches of a regular expression touch. Empty matches and matches in citations are skipped.
fn matches_of(expression: &Regex, text: &str, tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    let sentence = match tokens {
        [first, .., last] => first.span.start..last.span.end,
        [only] => only.span.start..only.span.end,
        [] => 0..0,
    };
    let offset = sentence.start;
    expression.find_iter(&text[sentence]).filter(|found| !found.is_empty()).filter_map(move |found| {
        let start = tokens.partition_point(|token| token.span.end <= offset + found.start());
        let end = tokens.partition_point(|token| token.span.start < offset + found.end());
        let cited = |place: Range<usize>| tokens[place].iter().any(|token| token.is(shape::CITATION));
        (start < end && !cited(start..end)).then_some(start..end)
    })
}

/// Adds what a user list matches at a token.
fn add_of_list(tokens: &[Token], at: usize, list: &Own, matcher: Matcher<'_>, candidates: &mut Vec<Candidate>) {
    for pattern in beginning_with(&tokens[at], |word| list.triggered_by(word)) {
        let compiled = &list.rules[pattern.rule];
        let run = RuleRun { matcher, rule: &compiled.rule, rank: 0, contexts: &compiled.contexts };
        let found = run.at(pattern.forward, pattern.backward, tokens, at);
        candidates.extend(found.filter(|candidate| candidate.end > at));
    }
}

/// Rejects the candidates that overlap an exemption of a user list.
pub(crate) fn exempt(text: &str, tokens: &[Token], list: &Own, candidates: &mut [Candidate]) {
    if candidates.is_empty() {
        return;
    }
    let reject = |candidates: &mut [Candidate], place: Range<usize>, reason: usize| {
        for candidate in candidates.iter_mut().filter(|candidate| candidate.start < place.end && place.start < candidate.end) {
            candidate.rejected.get_or_insert_with(|| list.reasons[reason].clone());
        }
    };
    for (expression, reason) in &list.exempt_expressions {
        matches_of(expression, text, tokens).for_each(|place| reject(candidates, place, *reason));
    }
    let left = Cell::new(LIST_BUDGET);
    let matcher = Matcher::list(list.code(), &left);
    for (at, token) in tokens.iter().enumerate() {
        for exemption in beginning_with(token, |word| list.exempted_by(word)) {
            let end = matcher.forward(exemption.forward, tokens, at);
            let Some(end) = end.filter(|_| matcher.backward(exemption.backward, tokens, at)) else { continue };
            reject(candidates, at..end, exemption.rule);
        }
    }
}

/// Returns the patterns of a user list that a token can begin: by its word, then by its shape (number 0).
fn beginning_with<'a>(token: &Token, patterns_of: impl Fn(u16) -> &'a [OwnPattern]) -> impl Iterator<Item = &'a OwnPattern> {
    let by_word = if token.word == 0 { &[] } else { patterns_of(token.word) };
    let by_shape = if token.is(shape::AGENT | shape::AGENTS) { patterns_of(0) } else { &[] };
    by_word.iter().chain(by_shape)
}

/// A rule with what decides whether a match of its patterns counts.
struct RuleRun<'a> {
    matcher: Matcher<'a>,
    rule: &'a Arc<Rule>,
    rank: usize,
    /// The contexts of `only`, then those of the exceptions.
    contexts: &'a [Context],
}

impl RuleRun<'_> {
    /// Returns the candidate if a pattern matches at a token.
    fn at(&self, forward: u32, backward: u32, tokens: &[Token], at: usize) -> Option<Candidate> {
        let end = self.matcher.forward(forward, tokens, at)?;
        if !self.matcher.backward(backward, tokens, at) {
            return None;
        }
        self.judge(tokens, at, end)
    }

    /// Returns the candidate `tokens[at..end]` if the contexts let it count, rejected if an exception holds.
    fn judge(&self, tokens: &[Token], at: usize, end: usize) -> Option<Candidate> {
        let (only, exceptions) = self.contexts.split_at(self.rule.only);
        let holds = |context: &Context| self.matcher.holds(context, tokens, at, end);
        if !only.is_empty() && !only.iter().any(holds) {
            return None;
        }
        let rejected = exceptions.iter().position(holds).map(|number| self.rule.unless[number].clone());
        Some(Candidate { start: at, end, rule: Arc::clone(self.rule), rank: self.rank, cues: 1, rejected })
    }
}
