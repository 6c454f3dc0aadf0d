//! The subject of a verb of saying, unless it does not speak.

use crate::engine::grammar::clause::{is_object, noun_phrase_before, subject};
use crate::engine::grammar::speaker::{is_document, whole_source};
use crate::engine::grammar::speaker_phrase::{antecedent, start_of_body, without_place};
use crate::engine::grammar::verb_of_claim::start_of_verb;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// The subject of a verb of saying or thinking.
pub(super) struct Subject {
    pub who: Range<usize>,
    /// Where the auxiliaries of the verb begin.
    pub end: usize,
    /// Whether its clause ends at the next comma: `Ilse Maran, who told parliament that it would close, left`, `While the ministry says it holds, ...`
    pub dependent: bool,
}

/// Returns the subject that stands before the verb, unless it does not speak.
pub(super) fn subject_that_speaks(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<Subject> {
    let at = start_of_verb(tokens, at);
    // `The Oster Foundation think tank said`
    let tank = at > 2 && tokens[at - 1].is_word(words!("tank")) && tokens[at - 2].is_word(words!("think"));
    if let Some(who) = tank.then(|| noun_phrase_before(text, tokens, at - 2)).flatten() {
        return Some(Subject { who, end: at, dependent: false });
    }
    // A source that ends here may have a long clause of its own.
    let source = sources.iter().find(|source| source.end == at || (source.end + 1 == at && tokens[source.end].is_mark(text, ",")));
    let subject = subject(text, tokens, at).or_else(|| source.cloned())?;
    // In `there are fears that` the noun is no verb.
    if tokens[subject.start].reads(words!("there")) {
        return None;
    }
    // `Two officials briefed on it said`
    let subject = whole_source(&subject, sources);
    let end = subject.end.min(at);
    // `Tourists are told to tip`: the subject of a passive does not speak.
    if tokens[end..at].iter().any(|token| (token.is(class::BE) && !tokens[at].is(shape::ING)) || token.is_word(words!("yet"))) {
        return None;
    }
    let mut who = antecedent(text, tokens, subject.clone());
    who.start += usize::from(who.len() > 1 && tokens[who.start].is_word(words!("that")));
    who.start = start_of_body(text, tokens, &who);
    // `Per Dahl`
    let given_name = who.start > 0 && tokens[who.start - 1].is(shape::UPPER) && tokens[who.start].is(shape::UPPER);
    who.start -= usize::from(given_name && tokens[who.start - 1].reads(set::NAME_OR_WORD));
    let before = subject.start.checked_sub(1).map(|before| &tokens[before]);
    let pronoun = subject.len() == 1 && tokens[subject.start].is_word(set::RELATIVE);
    let relative = pronoun && before.is_some_and(|before| before.is_mark(text, ","));
    let subordinate = who.start > 0 && tokens[who.start - 1].reads(set::SUBORDINATING);
    let who = without_place(tokens, who);
    // `told the Courier suspected thieves had left`
    let hearer = who.start > 0 && tokens[who.start - 1].is_word(set::TELLING);
    let object = is_object(tokens, &who) && !issues_document(tokens, who.start);
    (!hearer && !object).then_some(Subject { who, end, dependent: relative || subordinate })
}

/// Returns true behind `a statement from` and `a report by`: who issued the document speaks through it.
fn issues_document(tokens: &[Token], start: usize) -> bool {
    start > 1 && tokens[start - 1].is_word(words!("from" | "by")) && is_document(&tokens[start - 2])
}
