//! Sentences and lexicon into candidate findings.

use super::attribution::speaks;
use super::matcher::{backward, forward, holds};
use super::named;
use super::phrase::{is_quote, left_edge, partitive, right_edge};
use super::token::Token;
use crate::lexicon::op::shape;
use crate::lexicon::{ENTRIES, Entry, Kind, PATTERNS, class, triggered_by};
use std::collections::HashSet;

/// Wording that a rule matched: `tokens[start..end]` of its sentence.
pub(crate) struct Candidate {
    pub start: usize,
    pub end: usize,
    /// Number of the entry in the lexicon.
    pub entry: u16,
    /// How many hedges it stacks.
    pub cues: u8,
    /// Why it is no finding after all.
    pub rejected: Option<&'static str>,
}

impl Candidate {
    pub fn entry(&self) -> &'static Entry {
        &ENTRIES[usize::from(self.entry)]
    }
}

/// What the article has told so far, as far as later sentences depend on it.
#[derive(Default)]
pub(crate) struct Memory {
    /// Heads of phrases that carried a name: `the spokesman` after `spokesman Tom Quill` is he.
    named_heads: HashSet<u16>,
    /// Heads that the opening sentences name: in a headline `minister denies it` is the minister whom the lead names.
    named_in_lead: HashSet<u16>,
}

impl Memory {
    /// Reads ahead in the opening sentences, so that their first words know whom the next ones name.
    pub fn read_lead<'a>(&mut self, text: &str, sentences: impl Iterator<Item = &'a [Token]>) {
        let mut ahead = Self::default();
        for tokens in sentences {
            find(text, tokens, &mut ahead);
        }
        self.named_in_lead = ahead.named_heads;
    }

    /// Forgets whom the opening names: further down a role without a name is one.
    pub fn leave_lead(&mut self) {
        self.named_in_lead.clear();
    }
}

/// All candidates of a sentence, in order of their start.
pub(crate) fn find(text: &str, tokens: &[Token], memory: &mut Memory) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.is(shape::CITATION) {
            continue;
        }
        let by_shape = if token.is(shape::AGENT | shape::AGENTS) { triggered_by(0) } else { &[] };
        let by_word = if token.word == 0 { &[] } else { triggered_by(token.word) };
        for number in by_word.iter().chain(by_shape) {
            let pattern = &PATTERNS[usize::from(*number)];
            let Some(end) = forward(pattern.forward, tokens, at) else { continue };
            if !backward(pattern.backward, tokens, at) {
                continue;
            }
            let entry = &ENTRIES[usize::from(pattern.entry)];
            if !entry.only.is_empty() && !entry.only.iter().any(|context| holds(context, tokens, at, end)) {
                continue;
            }
            let rejected = look_alike(entry, tokens, at, end);
            let candidate = Candidate { start: at, end, entry: pattern.entry, cues: 1, rejected };
            candidates.extend(if entry.noun { source_phrase(text, tokens, &candidate, memory) } else { Some(candidate) });
        }
    }
    candidates
}

fn look_alike(entry: &Entry, tokens: &[Token], start: usize, end: usize) -> Option<&'static str> {
    entry.unless.iter().find(|unless| holds(&unless.at, tokens, start, end)).map(|unless| unless.is)
}

/// Extends the head of a source phrase to the whole phrase; nothing when the phrase does not speak.
fn source_phrase(text: &str, tokens: &[Token], head: &Candidate, memory: &mut Memory) -> Option<Candidate> {
    let pronoun = tokens[head.start].is(class::DET) || tokens[head.start].span.of(text).eq_ignore_ascii_case("others");
    let start = if pronoun { partitive(text, tokens, head.start) } else { left_edge(text, tokens, head.start) };
    // The closing mark of `a "Western source"` belongs to the phrase.
    let closed = is_quote(text, tokens, start + 1) && is_quote(text, tokens, head.end);
    let end = right_edge(text, tokens, head.end + usize::from(closed));
    let head_word = tokens[head.end - 1].word;
    let mut rejected = head.rejected;
    if head.entry().kind != Kind::Reports {
        let definite = tokens[start].span.of(text).eq_ignore_ascii_case("the") && end == head.end && head.end == start + 2;
        let named_before = definite && memory.named_heads.contains(&head_word);
        let named = rejected.is_none().then(|| named::reason(text, tokens, start, head.end, end)).flatten();
        if named.is_some() && head.entry().kind == Kind::Role {
            memory.named_heads.insert(head_word);
        }
        let at_once = !tokens[head.end - 1].is(shape::PLURAL) && memory.named_in_lead.contains(&head_word);
        rejected = rejected.or(named).or(named_before.then_some("the article named this person before"));
        rejected = rejected.or(at_once.then_some("the article names this person at once"));
    }
    let evidence = head.entry().kind == Kind::Reports;
    if !speaks(text, tokens, start, end, evidence) {
        return None;
    }
    let trimmed = if tokens[end - 1].is_mark(text, ",") { end - 1 } else { end };
    let entry = if withholds_name(text, &tokens[head.end..trimmed]) { anonymous_entry().unwrap_or(head.entry) } else { head.entry };
    Some(Candidate { start, end: trimmed, entry, cues: 1, rejected })
}

/// Whether what follows a role says that the name is withheld: `a contractor, who declined to be named`.
fn withholds_name(text: &str, tail: &[Token]) -> bool {
    let word = |token: &Token| token.span.of(text).to_ascii_lowercase();
    let clause =
        tail.iter().position(|token| matches!(word(token).as_str(), "who" | "whom" | "speaking" | "requesting" | "asking" | "insisting"));
    let withheld = |token: &Token| {
        matches!(word(token).as_str(), "anonymity" | "anonymous" | "anonymously" | "named" | "identified" | "withheld" | "unnamed" | "name")
    };
    clause.is_some_and(|clause| tail[clause..].iter().any(withheld))
}

/// The rule for people whose names are withheld.
fn anonymous_entry() -> Option<u16> {
    ENTRIES.iter().position(|entry| entry.id == "familiar-with-the-matter").and_then(|number| u16::try_from(number).ok())
}
