//! Judges candidates for unnamed sources: extends a head to its noun phrase and checks whether the phrase speaks and whether the article
//! names the person. This is the only step that remembers something from one sentence to the next.

use crate::engine::grammar::names;
use crate::engine::grammar::noun_phrase::{is_quote, left_edge, partitive, right_edge};
use crate::engine::grammar::source_role::speaks;
use crate::engine::lex::token::Token;
use crate::engine::matching::candidates::Candidate;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, RULES, Rule, class, set, words};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::sync::Arc;

/// The heads of noun phrases that the article has named so far, such as `spokesman` after `spokesman Tom Quill`.
#[derive(Default)]
pub(crate) struct NamedHeads {
    pub all: FxHashSet<u16>,
    /// Heads that the opening sentences name. In a headline, `minister denies it` is the minister whom the lead names.
    pub lead: FxHashSet<u16>,
    /// The index of the current block.
    pub block: usize,
    /// Where heads were named and where they were looked up: block and word, in order.
    pub named: Vec<(usize, u16)>,
    pub looked_up: Vec<(usize, u16)>,
}

impl NamedHeads {
    fn add(&mut self, head: u16) {
        self.all.insert(head);
        self.named.push((self.block, head));
    }

    fn contains(&mut self, head: u16) -> bool {
        self.looked_up.push((self.block, head));
        self.all.contains(&head)
    }
}

/// Turns the heads of source phrases into whole phrases, and drops those that do not speak.
pub(crate) fn judge(text: &str, tokens: &[Token], found: Vec<Candidate>, named: &mut NamedHeads) -> Vec<Candidate> {
    let judged = |candidate: Candidate| if candidate.rule.noun { source_phrase(text, tokens, candidate, named) } else { Some(candidate) };
    found.into_iter().filter_map(judged).collect()
}

/// Returns the heads of roles that the lexicon finds in a sentence and that carry a name there.
pub(crate) fn named_in<'a>(text: &'a str, tokens: &'a [Token], found: &'a [Candidate]) -> impl Iterator<Item = u16> {
    let roles = found.iter().filter(|candidate| candidate.rank > 0 && candidate.rule.noun && candidate.rule.kind == Kind::Role);
    roles.filter(|head| Phrase::around(text, tokens, head).name(text, tokens, head).is_some()).map(|head| tokens[head.end - 1].word)
}

/// The noun phrase `start..end` around a head.
struct Phrase {
    start: usize,
    end: usize,
}

impl Phrase {
    fn around(text: &str, tokens: &[Token], head: &Candidate) -> Self {
        let pronoun = tokens[head.start].is(class::DET) || tokens[head.start].reads(words!("others"));
        let start = if pronoun { partitive(tokens, head.start) } else { left_edge(text, tokens, head.start) };
        // The closing mark of `a "Western source"` belongs to the phrase.
        let closed = is_quote(text, tokens, start + 1) && is_quote(text, tokens, head.end);
        Self { start, end: right_edge(text, tokens, head.end + usize::from(closed)) }
    }

    /// Returns why the phrase is named in its own sentence, if it is. A look-alike is never asked.
    fn name(&self, text: &str, tokens: &[Token], head: &Candidate) -> Option<&'static str> {
        if head.rejected.is_some() { None } else { names::reason(text, tokens, self.start, head.end, self.end) }
    }
}

/// Extends the head of a source to its phrase. Returns `None` if the phrase does not speak.
fn source_phrase(text: &str, tokens: &[Token], head: Candidate, named: &mut NamedHeads) -> Option<Candidate> {
    let phrase = Phrase::around(text, tokens, &head);
    let evidence = head.rule.kind == Kind::Reports;
    let named = if evidence { None } else { named_reason(text, tokens, &head, &phrase, named) };
    if !speaks(text, tokens, phrase.start, phrase.end, evidence) {
        return None;
    }
    let end = if tokens[phrase.end - 1].is_mark(text, ",") { phrase.end - 1 } else { phrase.end };
    let anonymous = withholds_name(&tokens[head.end..end]).then(anonymous_rule).flatten();
    let rejected = head.rejected.or(named.map(Cow::Borrowed));
    Some(Candidate { start: phrase.start, end, rule: anonymous.unwrap_or(head.rule), rejected, ..head })
}

/// Returns why the phrase is no unnamed source: a name stands with it, or elsewhere in the article. Remembers named roles.
fn named_reason(text: &str, tokens: &[Token], head: &Candidate, phrase: &Phrase, named: &mut NamedHeads) -> Option<&'static str> {
    let word = tokens[head.end - 1].word;
    let definite = tokens[phrase.start].reads(words!("the")) && phrase.end == head.end && head.end == phrase.start + 2;
    let before = definite && named.contains(word);
    let here = phrase.name(text, tokens, head);
    if here.is_some() && head.rule.kind == Kind::Role {
        named.add(word);
    }
    let in_lead = !tokens[head.end - 1].is(shape::PLURAL) && named.lead.contains(&word);
    here.or(before.then_some("the article named this person before")).or(in_lead.then_some("the article names this person at once"))
}

/// Returns true if what follows a role says that the name is withheld: `a contractor, who declined to be named`.
fn withholds_name(tail: &[Token]) -> bool {
    let clause = tail.iter().position(|token| token.reads(set::WITHHOLDING_CLAUSE));
    let withheld = set::NAME_WITHHELD;
    clause.is_some_and(|clause| tail[clause..].iter().any(|token| token.reads(withheld)))
}

/// Returns the rule for people whose names are withheld.
fn anonymous_rule() -> Option<Arc<Rule>> {
    RULES.iter().find(|rule| rule.id == "familiar-with-the-matter").cloned()
}
