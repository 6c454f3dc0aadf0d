//! Sentences and lexicon into candidate findings.

use crate::engine::grammar::names;
use crate::engine::grammar::noun_phrase::{is_quote, left_edge, partitive, right_edge};
use crate::engine::grammar::source_role::speaks;
use crate::engine::lex::token::Token;
use crate::engine::matching::ahead::Aheads;
use crate::engine::matching::matcher::{Matcher, OWN_BUDGET};
use crate::engine::matching::needs::Neighbour;
use crate::engine::matching::starts::{self, Around, STARTS, Start};
use crate::engine::matching::word_set::WordSet;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Context, Kind, Own, PROGRAMS, RULES, Rule, class, words};
use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

/// Wording that a rule matched: `tokens[start..end]` of its sentence.
pub(crate) struct Candidate<'r> {
    pub start: usize,
    pub end: usize,
    /// The rule.
    pub rule: &'r Arc<Rule>,
    /// The order of the rules: of two that mark the same the lower one stays.
    pub rank: usize,
    /// How many hedges it stacks.
    pub cues: u8,
    /// Why it is no finding after all.
    pub rejected: Option<Cow<'static, str>>,
}

/// What the article has told so far, as far as later sentences depend on it.
#[derive(Default)]
pub(crate) struct Memory {
    /// Heads of phrases that carried a name: `the spokesman` after `spokesman Tom Quill` is he.
    pub named_heads: WordSet,
    /// Heads that the opening sentences name: in a headline `minister denies it` is the minister whom the lead names.
    pub named_in_lead: WordSet,
    /// The block that is read.
    pub block: usize,
    /// The heads that were named, and those that were asked for, with their blocks.
    pub names: Vec<(usize, u16)>,
    pub asks: Vec<(usize, u16)>,
    /// Room for the places of a sentence where rules can begin.
    places: Vec<u16>,
}

impl Memory {
    fn name(&mut self, head: u16) {
        self.named_heads.insert(head);
        self.names.push((self.block, head));
    }

    fn is_named(&mut self, head: u16) -> bool {
        self.asks.push((self.block, head));
        self.named_heads.contains(head)
    }
}

/// All candidates of a sentence, in order of their start.
#[cfg_attr(small, optimize(speed))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn find<'r>(text: &str, tokens: &[Token], own: Option<&'r Own>, memory: &mut Memory) -> Vec<Candidate<'r>> {
    let mut candidates = Vec::new();
    let left = Cell::new(OWN_BUDGET);
    let (lexicon, programs, matcher) = (&*STARTS, &*PROGRAMS, Matcher::lexicon());
    let mut places = std::mem::take(&mut memory.places);
    if own.is_some() {
        places = (0..).take(tokens.len()).collect();
    } else {
        lexicon.beginnings(tokens, &mut places);
        debug_assert!(begin_nowhere_else(tokens, &places, matcher), "where nothing begins nothing could have matched");
    }
    for at in places.iter().map(|place| usize::from(*place)) {
        if tokens[at].is(shape::CITATION) {
            continue;
        }
        if let Some(own) = own {
            let matcher = Matcher::own(own.code(), &left);
            add_own((text, tokens, at), own, matcher, memory, &mut candidates);
        }
        let started = lexicon.started_by(&tokens[at], tokens.get(at + 1));
        let behind = Neighbour::new(tokens.get(at + 1));
        let row = lexicon.row(behind);
        let before = Neighbour::new(at.checked_sub(1).map(|before| &tokens[before]));
        let further = Neighbour::new(tokens.get(at + 2));
        for starts in started.chunks(64) {
            let allowed = lexicon.allow(starts, before, [behind, further], row);
            debug_assert!(passed_over(starts, allowed, matcher, tokens, at), "what is passed over could not have matched");
            for start in ones(allowed).map(|place| starts[place]) {
                if !lexicon.aheads.allow(start.ahead, tokens, at, at + 1) {
                    continue;
                }
                let pattern = &programs.patterns[usize::from(start.pattern)];
                let number = usize::from(pattern.rule);
                let (contexts, around) =
                    (programs.contexts[number].as_slice(), Some((&lexicon.aheads, lexicon.contexts[number].as_slice())));
                let rule = Attempt { matcher, rule: &RULES[number], rank: 1 + number, contexts, around };
                let found = rule.find(pattern.forward, pattern.backward, tokens, at);
                candidates.extend(found.and_then(|candidate| whole(text, tokens, candidate, memory)));
            }
        }
    }
    memory.places = places;
    if let Some(own) = own {
        left.set(OWN_BUDGET);
        leave_alone(tokens, own, Matcher::own(own.code(), &left), &mut candidates);
    }
    candidates
}

/// Whether the patterns that are passed over would come to nothing, were they tried.
fn passed_over(starts: &[Start], allowed: u64, matcher: Matcher<'_>, tokens: &[Token], at: usize) -> bool {
    let found = |start: &Start| {
        let pattern = &PROGRAMS.patterns[usize::from(start.pattern)];
        matcher.forward(pattern.forward, tokens, at).is_some() && matcher.backward(pattern.backward, tokens, at)
    };
    let tried = |place: usize, start: &Start| allowed >> place & 1 == 1 && STARTS.aheads.allow(start.ahead, tokens, at, at + 1);
    starts.iter().enumerate().all(|(place, start)| tried(place, start) || !found(start))
}

/// Whether no pattern matches at another place.
fn begin_nowhere_else(tokens: &[Token], places: &[u16], matcher: Matcher<'_>) -> bool {
    let other = (0..).zip(tokens).filter(|(at, token)| !token.is(shape::CITATION) && places.binary_search(at).is_err());
    other.map(|(at, token)| (usize::from(at), token)).all(|(at, token)| {
        STARTS.started_by(token, tokens.get(at + 1)).chunks(64).all(|starts| passed_over(starts, 0, matcher, tokens, at))
    })
}

/// The places of the ones.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (place < 64).then_some(place)
    })
}

/// A rule with what decides whether a match counts.
struct Attempt<'a, 'r> {
    matcher: Matcher<'a>,
    rule: &'r Arc<Rule>,
    rank: usize,
    /// Those in which alone it counts, then those of its look-alikes.
    contexts: &'a [Context],
    /// What they need, where that was worked out.
    around: Option<(&'a Aheads, &'a [Around])>,
}

impl<'r> Attempt<'_, 'r> {
    #[inline]
    #[cfg_attr(small, optimize(speed))]
    fn find(&self, forward: u32, backward: u32, tokens: &[Token], at: usize) -> Option<Candidate<'r>> {
        let end = self.matcher.forward(forward, tokens, at)?;
        if !self.matcher.backward(backward, tokens, at) {
            return None;
        }
        let holds = |number: &usize| self.matcher.holds(&self.contexts[*number], tokens, at, end);
        let possible = self.around.map(|(_, around)| starts::possible(around, tokens, at, end));
        debug_assert!(
            self.around.zip(possible).is_none_or(|((aheads, around), possible)| (0..self.contexts.len())
                .all(|it| possible >> it & 1 == 1 && aheads.allow(around[it].ahead, tokens, at, end) || !holds(&it))),
            "a context that is passed over could not have held"
        );
        let first = |mut numbers: Range<usize>| match (self.around, possible) {
            (Some((aheads, around)), Some(possible)) => ones(possible >> numbers.start << numbers.start)
                .take_while(|number| *number < numbers.end)
                .find(|number| aheads.allow(around[*number].ahead, tokens, at, end) && holds(number)),
            _ => numbers.find(holds),
        };
        let only = self.rule.only;
        if only > 0 && first(0..only).is_none() {
            return None;
        }
        let rejected = first(only..self.contexts.len()).map(|number| self.rule.unless[number - only].clone());
        Some(Candidate { start: at, end, rule: self.rule, rank: self.rank, cues: 1, rejected })
    }
}

/// A candidate as it stands in the text: the head of a source becomes the whole phrase.
pub(crate) fn whole<'r>(text: &str, tokens: &[Token], candidate: Candidate<'r>, memory: &mut Memory) -> Option<Candidate<'r>> {
    if candidate.rule.noun { source_phrase(text, tokens, &candidate, memory) } else { Some(candidate) }
}

/// What a reader's own list marks here. It goes before the lexicon.
fn add_own<'r>(
    (text, tokens, at): (&str, &[Token], usize),
    own: &'r Own,
    matcher: Matcher<'_>,
    memory: &mut Memory,
    candidates: &mut Vec<Candidate<'r>>,
) {
    let by_shape = if tokens[at].is(shape::AGENT | shape::AGENTS) { own.triggered_by(0) } else { &[] };
    let by_word = if tokens[at].word == 0 { &[] } else { own.triggered_by(tokens[at].word) };
    for pattern in by_word.iter().chain(by_shape) {
        let rule = &own.rules[pattern.rule];
        let rule = Attempt { matcher, rule: &rule.rule, rank: 0, contexts: &rule.contexts, around: None };
        let found = rule.find(pattern.forward, pattern.backward, tokens, at).filter(|candidate| candidate.end > at);
        candidates.extend(found.and_then(|candidate| whole(text, tokens, candidate, memory)));
    }
}

/// What a reader's own list leaves alone is none after all.
fn leave_alone(tokens: &[Token], own: &Own, matcher: Matcher<'_>, candidates: &mut [Candidate<'_>]) {
    if candidates.is_empty() {
        return;
    }
    for (at, token) in tokens.iter().enumerate() {
        let by_shape = if token.is(shape::AGENT | shape::AGENTS) { own.exempted_by(0) } else { &[] };
        let by_word = if token.word == 0 { &[] } else { own.exempted_by(token.word) };
        for exempt in by_word.iter().chain(by_shape) {
            let Some(end) = matcher.forward(exempt.forward, tokens, at).filter(|_| matcher.backward(exempt.backward, tokens, at)) else {
                continue;
            };
            for candidate in candidates.iter_mut().filter(|candidate| candidate.start < end && at < candidate.end) {
                candidate.rejected.get_or_insert_with(|| own.reasons[exempt.rule].clone());
            }
        }
    }
}

/// Extends the head of a source phrase to the whole phrase; nothing when the phrase does not speak.
fn source_phrase<'r>(text: &str, tokens: &[Token], head: &Candidate<'r>, memory: &mut Memory) -> Option<Candidate<'r>> {
    let pronoun = tokens[head.start].is(class::DET) || tokens[head.start].reads(words!("others"));
    let start = if pronoun { partitive(tokens, head.start) } else { left_edge(text, tokens, head.start) };
    // The closing mark of `a "Western source"` belongs to the phrase.
    let closed = is_quote(text, tokens, start + 1) && is_quote(text, tokens, head.end);
    let end = right_edge(text, tokens, head.end + usize::from(closed));
    let head_word = tokens[head.end - 1].word;
    let mut rejected = head.rejected.clone();
    if head.rule.kind != Kind::Reports {
        let definite = tokens[start].reads(words!("the")) && end == head.end && head.end == start + 2;
        let named_before = definite && memory.is_named(head_word);
        let named = rejected.is_none().then(|| names::reason(text, tokens, start, head.end, end)).flatten();
        if named.is_some() && head.rule.kind == Kind::Role {
            memory.name(head_word);
        }
        let at_once = !tokens[head.end - 1].is(shape::PLURAL) && memory.named_in_lead.contains(head_word);
        rejected = rejected.or(named.map(Cow::Borrowed)).or(named_before.then_some(Cow::Borrowed("the article named this person before")));
        rejected = rejected.or(at_once.then_some(Cow::Borrowed("the article names this person at once")));
    }
    let evidence = head.rule.kind == Kind::Reports;
    if !speaks(text, tokens, start, end, evidence) {
        return None;
    }
    let trimmed = if tokens[end - 1].is_mark(text, ",") { end - 1 } else { end };
    let anonymous = withholds_name(&tokens[head.end..trimmed]).then(anonymous_rule).flatten();
    Some(Candidate { start, end: trimmed, rule: anonymous.unwrap_or(head.rule), rank: head.rank, cues: 1, rejected })
}

/// Whether what follows a role says that the name is withheld: `a contractor, who declined to be named`.
fn withholds_name(tail: &[Token]) -> bool {
    let clause = tail.iter().position(|token| token.reads(words!("who" | "whom" | "speaking" | "requesting" | "asking" | "insisting")));
    let withheld = words!("anonymity" | "anonymous" | "anonymously" | "named" | "identified" | "withheld" | "unnamed" | "name");
    clause.is_some_and(|clause| tail[clause..].iter().any(|token| token.reads(withheld)))
}

/// The rule for people whose names are withheld.
fn anonymous_rule() -> Option<&'static Arc<Rule>> {
    RULES.iter().find(|rule| rule.id == "familiar-with-the-matter")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::lex::token::{Tokens, tokenize};
    use crate::engine::text::Span;

    /// What is tried of all patterns at a place.
    fn tried(tokens: &[Token], at: usize) -> Vec<u16> {
        let behind = Neighbour::new(tokens.get(at + 1));
        let (before, further) = (Neighbour::new(at.checked_sub(1).map(|before| &tokens[before])), Neighbour::new(tokens.get(at + 2)));
        let starts = STARTS.started_by(&tokens[at], tokens.get(at + 1)).chunks(64);
        let allowed =
            starts.flat_map(|starts| ones(STARTS.allow(starts, before, [behind, further], STARTS.row(behind))).map(|place| starts[place]));
        allowed.filter(|start| STARTS.aheads.allow(start.ahead, tokens, at, at + 1)).map(|start| start.pattern).collect()
    }

    /// At every place of every example of the lexicon every pattern is tried that matches there.
    #[test]
    fn no_match_is_passed_over() {
        let (mut tokens, mut places, mut matches) = (Tokens::default(), Vec::new(), 0);
        for text in RULES.iter().flat_map(|rule| rule.flags.iter().chain(rule.passes)) {
            let text = text.replace(['{', '}'], "");
            tokenize(&text, Span { start: 0, end: text.len() }, &mut tokens);
            STARTS.beginnings(&tokens.all, &mut places);
            for at in 0..tokens.all.len() {
                let tried = tried(&tokens.all, at);
                for (pattern, number) in PROGRAMS.patterns.iter().zip(0_u16..) {
                    let found = Matcher::lexicon().forward(pattern.forward, &tokens.all, at).is_some_and(|end| end > at)
                        && Matcher::lexicon().backward(pattern.backward, &tokens.all, at);
                    matches += usize::from(found);
                    let begins = places.iter().any(|place| usize::from(*place) == at);
                    assert!(!found || (begins && tried.contains(&number)), "pattern {number} in `{text}` at {at}");
                }
            }
        }
        assert!(matches > RULES.len());
    }
}
