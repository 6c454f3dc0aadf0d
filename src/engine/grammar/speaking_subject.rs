//! The subject of a verb of saying, unless it does not speak.

use crate::engine::grammar::claim_scope::is_break;
use crate::engine::grammar::clause::{is_object, noun_phrase_before, subject};
use crate::engine::grammar::second_predicate::of_first_predicate;
use crate::engine::grammar::speaker::{is_document, is_named_speaker, is_person, whole_source};
use crate::engine::grammar::speaker_phrase::{antecedent, name_beside_role, start_of_body, without_place};
use crate::engine::grammar::verb_of_claim::start_of_verb;
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, is_known, set, words};
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
    let at = before_date(tokens, start_of_verb(tokens, at));
    // `The Oster Foundation think tank said`
    let tank = at > 2 && tokens[at - 1].is_word(words!("tank")) && tokens[at - 2].is_word(words!("think"));
    if let Some(who) = tank.then(|| noun_phrase_before(text, tokens, at - 2)).flatten() {
        return Some(Subject { who, end: at, dependent: false });
    }
    let Some(subject) = subject_or_source(text, tokens, at, sources) else {
        let who = of_first_predicate(text, tokens, at)?;
        return Some(Subject { who, end: at, dependent: false });
    };
    // In `there are fears that` the noun is no verb.
    if tokens[subject.start].reads(words!("there")) {
        return None;
    }
    // `Two officials briefed on it said`
    let subject = whole_source(&subject, sources);
    let end = subject.end.min(at);
    // `Tourists are told to tip`: the subject of a passive does not speak.
    // The `'s` of `Huld, Quill's successor, said` is no verb.
    let end = (end..at).rev().find(|at| tokens[*at].is_mark(text, ",")).unwrap_or(end);
    if tokens[end..at].iter().any(|token| (token.is(class::BE) && !tokens[at].is(shape::ING)) || token.is_word(words!("yet"))) {
        return None;
    }
    let who = issuer(tokens, whole_subject(text, tokens, subject.clone()));
    let who = name_before_role(text, tokens, who);
    let pronoun = subject.len() == 1 && tokens[subject.start].is_word(set::RELATIVE);
    let relative = pronoun && subject.start > 0 && tokens[subject.start - 1].is_mark(text, ",");
    // A lawyer `who defended Tom Quill` says nothing.
    let named = if relative && !tokens[at].is_word(words!("defended")) { person_before_comma(tokens, subject.start - 1) } else { None };
    if let Some(who) = named.filter(|person| is_object(tokens, &who) || person.start > who.start) {
        return Some(Subject { who, end, dependent: true });
    }
    // `a charge China denies`: the clause describes what somebody else said.
    if who.len() > 2 && tokens[who.start].is_word(words!("a" | "an")) && tokens[who.start + 1].is_word(set::COMMENT) {
        return None;
    }
    let subordinate = is_subordinate(text, tokens, who.start, at);
    let who = without_place(tokens, who);
    // `told the Courier suspected thieves had left`
    let hearer = who.start > 0 && tokens[who.start - 1].is_word(set::TELLING);
    let object = is_object(tokens, &who) && !issues_document(tokens, who.start);
    (!hearer && !object).then_some(Subject { who, end, dependent: relative || subordinate })
}

/// Returns the person before the comma of `She was joined by Lena Huld, who said` and `The council met Lena Huld, who said`, who is no subject.
fn person_before_comma(tokens: &[Token], comma: usize) -> Option<Range<usize>> {
    let start = comma - tokens[..comma].iter().rev().take_while(|token| token.is(shape::UPPER) && token.is(shape::WORD)).count();
    let before = start.checked_sub(1).map(|before| &tokens[before])?;
    let object = before.is(class::PREP | shape::ED) || before.is_word(set::IRREGULAR_ACT) || before.is_word(set::INCLUDES);
    // In `an aide to Lena Huld, who said` either may speak.
    let of_another = before.is(class::PREP) && !tokens[..start].iter().any(|token| token.is(class::BE | class::HAVE));
    (object && !of_another && is_person(&tokens[start..comma])).then_some(start..comma)
}

/// Takes in what the subject stands for and the rest of its name.
fn whole_subject(text: &str, tokens: &[Token], subject: Range<usize>) -> Range<usize> {
    let mut who = antecedent(text, tokens, subject);
    who.start += usize::from(who.len() > 1 && tokens[who.start].is_word(words!("that")));
    who.start = start_of_body(text, tokens, &who);
    // `Per Dahl`
    let given_name = who.start > 0 && tokens[who.start - 1].is(shape::UPPER) && tokens[who.start].is(shape::UPPER);
    who.start -= usize::from(given_name && tokens[who.start - 1].reads(set::NAME_OR_WORD));
    who
}

fn subject_or_source(text: &str, tokens: &[Token], at: usize, sources: &[Range<usize>]) -> Option<Range<usize>> {
    // A source that ends here may have a long clause of its own.
    let source = sources.iter().find(|source| source.end == at || (source.end + 1 == at && tokens[source.end].is_mark(text, ",")));
    let who = opening_name(text, tokens, at).or_else(|| subject(text, tokens, at));
    // Of `Quill's managing partner, Lena Huld, said` not `partner, Lena Huld`.
    let whole = who
        .as_ref()
        .is_some_and(|who| (who.start == 0 || is_break(text, &tokens[who.start - 1])) && is_named_speaker(&tokens[who.clone()]));
    if let Some(name) = name_beside_role(text, tokens, at).filter(|_| !whole) {
        return Some(name);
    }
    who.or_else(|| source.cloned())
}

/// Returns true for the subject of a clause that another one follows: `As Huld and others said that it leaks, the council left`.
fn is_subordinate(text: &str, tokens: &[Token], start: usize, verb: usize) -> bool {
    let joined = start > 1 && tokens[start - 1].is_word(words!("and"));
    let first = if joined { noun_phrase_before(text, tokens, start - 1).map_or(start, |first| first.start) } else { start };
    first > 0 && (tokens[first - 1].reads(set::SUBORDINATING) || opens_with_as(text, tokens, first, verb))
}

/// Returns true for `As critics say that it leaks, the council acts`, not for `As critics say, it leaks`.
fn opens_with_as(text: &str, tokens: &[Token], subject: usize, verb: usize) -> bool {
    subject == 1 && tokens[0].reads(words!("as")) && !tokens.get(verb + 1).is_some_and(|next| next.is_mark(text, ","))
}

/// The longest asides between a name and its verb, in tokens.
const ASIDES: usize = 40;

/// Returns the name that opens a sentence, if nothing but asides stands between it and the verb: `Lena Huld, the mayor of Oster, a town in the
/// north, said`.
fn opening_name(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let skipped = |token: &&Token| token.is(class::HAVE | class::ADVERB | shape::LY);
    let close = verb - tokens[..verb].iter().rev().take_while(skipped).count();
    let close = close.checked_sub(1).filter(|close| tokens[*close].is_mark(text, ",") && *close < ASIDES)?;
    let start = usize::from(tokens[0].is(class::CONJ));
    let name = start + tokens[start..].iter().take_while(|token| token.is(shape::UPPER)).count();
    let comma = tokens.get(name).filter(|comma| comma.is_mark(text, ","))?;
    if tokens[start].is(class::PREP) || !is_person(&tokens[start..name]) || name >= close || comma.is(shape::QUOTED) {
        return None;
    }
    let clause = tokens[name + 1].is_word(set::RELATIVE_PERSON);
    let act = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::SAY) && !token.reads(words!("'s"));
    let other = |token: &Token| token.is(shape::QUOTED | class::PRONOUN) && !token.is(class::DET) && !token.is_word(set::RELATIVE_PERSON);
    let plain = !tokens[name + 1..close].iter().any(|token| other(token) || (!clause && act(token)));
    plain.then_some(start..name)
}

/// Returns true behind `a statement from` and `a report by`: who issued the document speaks through it.
fn issues_document(tokens: &[Token], start: usize) -> bool {
    start > 1 && tokens[start - 1].is_word(words!("from" | "by")) && is_document(&tokens[start - 2])
}

/// Returns `the Oster government` of `a statement from the Oster government`, or the phrase itself.
pub(super) fn issuer(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let by = |at: &usize| tokens[*at].is_word(words!("from" | "by")) && is_document(&tokens[at - 1]);
    let issued = (who.start + 1..who.end - 1).find(by).map(|by| by + 1..who.end);
    issued.filter(|issuer| is_named_speaker(&tokens[issuer.clone()])).unwrap_or(who)
}

/// Returns where `last week` and `earlier this month` before a verb begin, or the verb: `The Harbour Office last week said`.
fn before_date(tokens: &[Token], verb: usize) -> usize {
    let Some(start) = verb.checked_sub(2).filter(|start| *start > 0 && tokens[verb - 1].is(class::PERIOD)) else { return verb };
    if !tokens[start].is_word(words!("last" | "this" | "next")) {
        return verb;
    }
    let early = tokens[start - 1].is_word(set::EARLY_OR_LATE) || tokens[start - 1].is_word(words!("earlier" | "later"));
    if early && start > 1 { start - 1 } else { start }
}

/// Returns the `Lena Huld` of `Lena Huld, the mayor of Oster said` and of `Lena Huld, director of the port says`, which lacks a comma, or the phrase itself.
fn name_before_role(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let first = &tokens[who.start];
    let opens = first.reads(words!("the" | "a" | "an")) || (first.is(class::TITLE | shape::AGENT) && !first.is(shape::UPPER));
    let role = who.start > 2 && opens && tokens[who.start - 1].is_mark(text, ",");
    let name = 0..who.start.saturating_sub(1);
    let part = |token: &Token| token.is(shape::UPPER) || token.is_mark(text, ".");
    let surname = |last: &Token| !is_known(last.word) && !last.is(shape::ING | shape::ED | shape::LY);
    let person = role && tokens[name.clone()].iter().all(part) && tokens[..name.end].last().is_some_and(surname);
    let role = tokens[who.clone()].iter().any(|token| token.is(class::TITLE | class::OFFICE | shape::AGENT));
    if person && role { name } else { who }
}
