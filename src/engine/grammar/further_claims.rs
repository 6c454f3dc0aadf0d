//! Claims without a plain verb of saying: what documents show, questions, `as Huld puts it`; and verbs of saying that claim nothing.

use crate::engine::grammar::claim_scope::{clause_end, clause_start, governed};
use crate::engine::grammar::clause::{has_finite_verb, noun_phrase_at, noun_phrase_before, subject};
use crate::engine::grammar::reporting_verbs::gives_statement;
use crate::engine::grammar::said::{is_clause_by_form, said_before, said_behind};
use crate::engine::grammar::said_edges::{is_quotation_mark, trimmed};
use crate::engine::grammar::speaker::{can_speak, head, is_document, is_named_speaker, is_person};
use crate::engine::grammar::speaking_subject::subject_that_speaks;
use crate::engine::grammar::spoken_by::SpokenBy;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many tokens may stand between `asked` and `whether`.
const HEARER: usize = 14;

/// Reads `The Oster Herald poll found that the wall leaks`, `The study suggests it leaks` and `It leaks, the study shows.`
pub(super) fn document_shows(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<SpokenBy> {
    let shows = tokens[at].is(class::SIGNAL) || tokens[at].is_word(words!("found"));
    let who = Some(at).filter(|_| shows && !tokens[at].is(shape::ING)).and_then(|at| subject(text, tokens, at))?;
    // `A study by the Harbour League found that`
    let by = who.start.checked_sub(1).filter(|by| *by > 0 && tokens[*by].is_word(words!("by" | "from")));
    let opens = |phrase: Range<usize>| {
        let before = phrase.start.checked_sub(1).map(|before| &tokens[before]);
        // `Police hunting for a report by Lena Huld found`
        let plain = !tokens[phrase.clone()].iter().any(|token| token.is(class::PREP | shape::ING | class::SAY));
        plain && before.is_none_or(|before| before.is(shape::MARK) || before.is_word(words!("that" | "and" | "but")))
    };
    let issued = by.is_some_and(|by| {
        let document = is_document(&tokens[by - 1]) && is_named_speaker(&tokens[who.clone()]);
        document && noun_phrase_before(text, tokens, by).is_some_and(opens)
    });
    if !issued && (!is_document(head(&tokens[who.clone()])) || !can_speak(tokens, &who, sources)) {
        return None;
    }
    let last = tokens.get(at + 1).is_none_or(|next| next.is_mark(text, "."));
    if last && who.start > 0 && tokens[who.start - 1].is_mark(text, ",") {
        let scope = clause_start(text, tokens, who.start)..who.start;
        let said = said_before(text, tokens, scope.clone());
        return Some(SpokenBy { who, scope, said, asserted: true, through: None });
    }
    let end = clause_end(text, tokens, at + 1);
    if !word_at(tokens, at + 1, words!("that")) && !is_clause_by_form(text, tokens, &(at + 1..end)) {
        return None;
    }
    let said = said_behind(text, tokens, at, at, end);
    Some(SpokenBy { who, scope: governed(text, tokens, at, end), said, asserted: true, through: None })
}

/// Reads `As Huld puts it, the wall leaks` and `The wall leaks, as Huld put it.`
pub(super) fn puts_it(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    let puts = tokens[at].is_word(set::PUT) && word_at(tokens, at + 1, words!("it"));
    let who = Some(at).filter(|_| puts).and_then(|at| subject(text, tokens, at))?;
    let before = who.start.checked_sub(1).filter(|before| tokens[*before].reads(words!("as")))?;
    let closed = |mark: &str| tokens.get(at + 2).is_none_or(|next| next.is_mark(text, mark));
    let (scope, said) = if before == 0 && closed(",") {
        let scope = at + 3..clause_end(text, tokens, at + 3);
        (scope.clone(), Some(trimmed(text, tokens, scope)))
    } else if closed(".") && before > 0 && (tokens[before - 1].is_mark(text, ",") || is_quotation_mark(text, &tokens[before - 1])) {
        let scope = clause_start(text, tokens, before)..before;
        (scope.clone(), said_before(text, tokens, scope))
    } else {
        return None;
    };
    Some(SpokenBy { who, scope, said, asserted: true, through: None })
}

/// Reads `Huld paid tribute to the town: “It is brave.”`
pub(super) fn states_before_colon(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<SpokenBy> {
    let states = gives_statement(tokens, at) && !tokens[at].is(shape::ING | shape::QUOTED);
    let colon = (at + 1..tokens.len().min(at + HEARER)).find(|colon| states && tokens[*colon].is_mark(text, ":"))?;
    let plain = !tokens[at + 1..colon].iter().any(|token| token.is(class::BE | class::HAVE | class::MODAL | shape::QUOTED));
    let quotes = tokens.get(colon + 1).is_none_or(|next| is_quotation_mark(text, next));
    let who = subject_that_speaks(text, tokens, at, sources).filter(|_| plain && quotes)?.who;
    let scope = colon..tokens.len();
    let said = Some(trimmed(text, tokens, colon + 1..tokens.len())).filter(|said| !said.is_empty());
    Some(SpokenBy { who, scope, said, asserted: true, through: None })
}

/// Reads `Said Huld: “It is brave.”` and `Said Lena Huld, the mayor: “It is brave.”`
pub(super) fn said_before_colon(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    if at > 0 || !tokens[0].reads(words!("said" | "says" | "added" | "adds")) {
        return None;
    }
    let who = noun_phrase_at(text, tokens, 1)?;
    let colon = (who.end..tokens.len().min(who.end + HEARER)).find(|colon| tokens[*colon].is_mark(text, ":"))?;
    let act = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::SAY);
    let quotes = tokens.get(colon + 1).is_none_or(|next| is_quotation_mark(text, next));
    if !quotes || tokens[who.end..colon].iter().any(act) {
        return None;
    }
    let said = Some(trimmed(text, tokens, colon + 1..tokens.len())).filter(|said| !said.is_empty());
    Some(SpokenBy { who, scope: colon..tokens.len(), said, asserted: true, through: None })
}

/// Reads `Lena Huld: “It is brave.”`
pub(super) fn label_before_quotation(text: &str, tokens: &[Token], at: usize) -> Option<SpokenBy> {
    let colon = (1..tokens.len().min(HEARER)).find(|colon| at == 0 && tokens[*colon].is_mark(text, ":"))?;
    let name = |token: &Token| token.is(shape::UPPER) || matches!(token.byte, b'-' | b'.') || token.reads(words!("the" | "of"));
    let quotes = tokens.get(colon + 1).is_some_and(|next| is_quotation_mark(text, next));
    // A single word is a heading as often as a name: `Motto: “Be prepared.”`
    let words = tokens[..colon].iter().filter(|token| token.is(shape::WORD)).count() > 1;
    let known = words
        && !tokens[0].reads(set::BEFORE_PLACE_NAME)
        && !tokens[0].reads(set::SAID_OR_TOLD)
        && tokens[..colon].iter().all(name)
        && (is_named_speaker(&tokens[..colon]) || is_person(&tokens[..colon]));
    let said = trimmed(text, tokens, colon + 1..tokens.len());
    let states = quotes && known && !tokens[0].is(shape::QUOTED) && has_finite_verb(&tokens[said.clone()]);
    states.then_some(SpokenBy { who: 0..colon, scope: colon..tokens.len(), said: Some(said), asserted: true, through: None })
}

/// Returns true for `asked the mayor whether it could hold` and `“Is it safe?” he asked the mayor.`
pub(super) fn asks(text: &str, tokens: &[Token], at: usize) -> bool {
    let inside = |at: &usize| !tokens[*at].is_mark(text, ",") && !tokens[*at].is(class::BE | class::HAVE | class::MODAL);
    let hearer = (at + 1..tokens.len().min(at + HEARER)).take_while(inside);
    let question = |at: usize| tokens[at].is_word(words!("whether" | "if" | "why" | "how"));
    let behind = || {
        let mark = tokens[..at].iter().rposition(|token| is_quotation_mark(text, token));
        mark.is_some_and(|mark| mark > 0 && at - mark <= 4 && tokens[mark - 1].is_mark(text, "?"))
    };
    let asks = tokens[at].is_word(words!("ask" | "asks" | "asked")) && !word_at(tokens, at + 1, words!("by" | "to"));
    asks && (hearer.into_iter().any(question) || behind())
}

/// Returns true for `responded to the charge in a statement:`.
pub(super) fn responds(text: &str, tokens: &[Token], at: usize) -> bool {
    let colon = (at + 1..tokens.len()).find(|colon| tokens[*colon].is_mark(text, ":"));
    let responds = tokens[at].is_word(set::RESPOND_OR_THREATEN) && word_at(tokens, at + 1, words!("to"));
    responds && colon.is_some_and(|colon| !tokens[at + 1..colon].iter().any(|token| token.is(class::BE | class::HAVE | class::MODAL)))
}

/// Returns true where a verb of saying claims nothing: `should expect rain`, `said little about it`, `added 31 boats to its fleet`.
pub(super) fn is_mere_act(text: &str, tokens: &[Token], auxiliaries: usize, verb: usize) -> bool {
    let before = &tokens[auxiliaries..verb];
    let duty = before.iter().any(|token| token.is_word(words!("should" | "must")));
    let clause = verb + 1..clause_end(text, tokens, verb + 1);
    let finite = || has_finite_verb(&tokens[clause.clone()]);
    let silent = tokens[verb].is_word(set::SAID)
        && (word_at(tokens, verb + 1, words!("little" | "nothing")) || (word_at(tokens, verb + 1, words!("much")) && !finite()));
    let withheld = tokens[verb].is_word(set::SAID) && before.iter().any(|token| token.is(class::NEGATOR)) && {
        word_at(tokens, verb + 1, words!("which" | "what" | "who")) && !finite()
    };
    duty || silent || withheld || adds_thing(text, tokens, verb)
}

/// Returns true for `added 31 boats` and `added the wall to the list`, not for `added the wall could fall`.
fn adds_thing(text: &str, tokens: &[Token], verb: usize) -> bool {
    let thing = |next: &Token| next.is(class::DET | class::NUMBER | shape::DIGITS) && !next.is(class::PRONOUN);
    if !tokens[verb].is_word(set::ADD) || !tokens.get(verb + 1).is_some_and(thing) {
        return false;
    }
    let end = noun_phrase_at(text, tokens, verb + 1).map_or(verb + 2, |object| object.end);
    let finite = |token: &Token| token.is(class::BE | class::HAVE | class::DO | class::MODAL) || token.is_word(set::IRREGULAR_PAST);
    let rest = tokens[end..].iter().take_while(|token| !token.is(shape::MARK | class::CONJ));
    let closed = tokens.get(end).is_none_or(|next| next.is(shape::MARK | class::CONJ) || next.is_word(words!("to")));
    closed && !rest.into_iter().any(finite)
}

/// Where what is said stands, as far as the object of the verb tells.
pub(super) enum Object {
    /// Behind the verb.
    Behind,
    /// Before the verb, and the sentence does not give it: `“the finest sound”, as he calls the bell`.
    Before,
    /// In a predicate: `what officials told Reuters was a new phase`.
    Predicate(Range<usize>),
}

/// Returns where what is said stands, up to `end`.
pub(super) fn object_of(text: &str, tokens: &[Token], speaker: usize, verb: usize, end: usize) -> Object {
    if tokens[verb].is_word(set::CALL) && speaker > 1 && tokens[speaker - 1].is_word(words!("as")) {
        return Object::Before;
    }
    if !tokens[..speaker].iter().rev().take(2).any(|token| token.is_word(words!("what"))) {
        return Object::Behind;
    }
    let tells = tokens[verb].is_word(set::TELLING);
    let hearer = if tells { noun_phrase_at(text, tokens, verb + 1).map_or(verb + 1, |hearer| hearer.end) } else { verb + 1 };
    let is = tokens.get(hearer).is_some_and(|next| next.is(class::BE)) && hearer < end;
    let said = trimmed(text, tokens, (hearer + 1).min(end)..end);
    match (is, tells) {
        (true, _) if !said.is_empty() => Object::Predicate(said),
        (false, false) => Object::Behind,
        _ => Object::Before,
    }
}
