//! The phrase of who takes a step: its parties, its borders, and whether it can decide.

use crate::engine::grammar::clause::{noun_phrase_at, noun_phrase_before};
use crate::engine::grammar::speaker::head;
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How many words a role before a name may have.
const ROLE: usize = 3;

/// Adds the first of two parties: `the union and the port authority` for `the port authority`.
pub(super) fn with_partner(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    if tokens[who.start].is(class::PRONOUN) {
        return who;
    }
    let who = with_role(tokens, &who);
    let joined = who.start > 0 && tokens[who.start - 1].is_word(words!("and" | "nor"));
    let and = who.start.checked_sub(1).filter(|_| joined);
    // `Oster, Sund, and Nordhall are`
    let comma = |and: usize| and > 1 && tokens[and - 1].is_mark(text, ",") && tokens[and - 2].is(shape::UPPER);
    let listed = |and: usize| {
        let other = noun_phrase_before(text, tokens, and - 1)?;
        (other.start > 0 && tokens[other.start - 1].is_mark(text, ",") && in_list(text, tokens, &other)).then_some(other)
    };
    let other = and.and_then(|and| if comma(and) { listed(and) } else { noun_phrase_before(text, tokens, and) });
    // `Its campaign and key allies plan to`: together they are the subject.
    let subject = |other: &Range<usize>| other.start == 0 && who.end - who.start > 1 && !has_preposition(&tokens[other.clone()]);
    let other = other.filter(|other| can_decide(&tokens[other.clone()]) || subject(other));
    let Some(mut start) = other.map(|other| other.start) else { return who };
    // `Oster, Sund and Nordhall`, `the council, the port authority and the union`
    while start >= 2 && tokens[start - 1].is_mark(text, ",") {
        let Some(other) = noun_phrase_before(text, tokens, start - 1).filter(|other| in_list(text, tokens, other)) else { break };
        start = other.start;
    }
    // The rest of a list that something else governs: `Talks with Oster, Sund and Nordhall`.
    let rest = start >= 2 && tokens[start - 1].is_mark(text, ",") && tokens[start - 2].is(shape::UPPER) && tokens[start].is(shape::UPPER);
    if rest { start..start } else { start..who.end }
}

/// Adds the role before the second of two names: `the boxing promoter Huld` for the `Huld` of `the coach and boxing promoter Huld`.
fn with_role(tokens: &[Token], who: &Range<usize>) -> Range<usize> {
    let noun = |token: &&Token| token.is(shape::WORD) && !token.is(shape::UPPER | class::CONJ | class::PREP | class::DET | class::SAY);
    let words = tokens[..who.start].iter().rev().take(ROLE).take_while(noun).count();
    let role = words > 0 && tokens[who.start - 1].is(shape::AGENT | class::TITLE) && !tokens[who.start - 1].is(class::NOT_AGENT);
    let joined = who.start > words && tokens[who.start - words - 1].is_word(words!("and"));
    if role && joined { who.start - words..who.end } else { who.clone() }
}

/// Adds the rest of a list behind its first name: `Oster, Sund and Nordhall` for `Oster`.
pub(super) fn with_list(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    // `with banks for 1987`
    let dated = |at: &usize| {
        let date = tokens.get(at + 1).is_some_and(|next| next.is(shape::DIGITS | class::MONTH | class::WEEKDAY | class::PERIOD));
        tokens[*at].is(class::PREP) && date
    };
    let who = who.start..who.clone().skip(1).find(dated).unwrap_or(who.end);
    let and = |place: Range<usize>| place.skip(1).find(|at| tokens[*at].is_word(words!("and")));
    // In `with Nordhall and Sund is planning` a clause follows.
    let verb = tokens.get(who.end).is_some_and(|next| next.is(class::BE | class::HAVE | class::MODAL | class::SAY));
    if let Some(and) = and(who.clone()).filter(|_| verb) {
        return who.start..and;
    }
    let mut end = who.end;
    while tokens.get(end).is_some_and(|token| token.is_mark(text, ",")) && tokens.get(end + 1).is_some_and(|next| next.is(shape::UPPER)) {
        let Some(next) = noun_phrase_at(text, tokens, end + 1) else { break };
        end = next.end;
    }
    let others = word_at(tokens, end, words!("and")) && word_at(tokens, end + 1, words!("others"));
    let whole = if others { who.start..end + 2 } else { with_second(text, tokens, who.start..end) };
    // `with Oster, Huld said`: no list.
    if whole.end > end || end == who.end || and(who.end..end).is_some() { whole } else { who }
}

/// Returns where the first of several parties ends, which shows what they are: `the union and Oster's political leadership`.
pub(super) fn first_party(tokens: &[Token], who: &Range<usize>) -> usize {
    let joint = |at: &usize| tokens[*at].is_word(words!("and")) || tokens[*at].byte == b',';
    who.clone().skip(1).find(joint).unwrap_or(who.end)
}

/// Returns true for `talks with Oster`, not for `the head of the port`.
fn has_preposition(phrase: &[Token]) -> bool {
    phrase.iter().any(|token| token.is(class::PREP) && !token.is_word(words!("of")))
}

/// Returns true for a further party before a comma: a name, or a body at the start of the sentence or behind another comma.
fn in_list(text: &str, tokens: &[Token], other: &Range<usize>) -> bool {
    let opens = other.start == 0 || tokens[other.start - 1].is_mark(text, ",");
    // `Talks with Oster, Sund and Nordhall`: the talks are no party.
    !has_preposition(&tokens[other.clone()])
        && can_decide(&tokens[other.clone()])
        && (tokens[other.clone()].iter().all(|token| token.is(shape::UPPER)) || opens)
}

/// Adds a second body behind the first: `the council and the ministry` for `the council` in `reviewed by the council and the ministry`.
pub(super) fn with_second(text: &str, tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let well = word_at(tokens, who.end, words!("as")) && word_at(tokens, who.end + 1, words!("well"));
    let and = if well { who.end + 2 } else { who.end };
    let joined = word_at(tokens, and, words!("and")) || well;
    let opens = |token: &Token| token.is(shape::UPPER) || (token.is(class::DET) && !token.is(class::PRONOUN | class::NUMBER));
    let first = tokens.get(and + 1).filter(|first| joined && opens(first));
    let other = first.and_then(|_| noun_phrase_at(text, tokens, and + 1)).filter(|other| can_decide(&tokens[other.clone()]));
    // In `by the council and the ministry said` a clause follows.
    let verb = class::BE | class::HAVE | class::DO | class::MODAL | class::SAY | class::THINK | class::ADVERB | shape::ED;
    let closed = |end: usize| tokens.get(end).is_none_or(|next| !next.is(verb));
    other.filter(|other| closed(other.end)).map_or(who.clone(), |other| who.start..other.end)
}

/// Returns true if the phrase is not a part of a longer one, as `departments` is in `officials and allied departments`.
pub(super) fn is_whole(tokens: &[Token], found: &Range<usize>) -> bool {
    let list = |token: &Token| token.is_word(words!("and" | "or"));
    let closing = |token: &Token| matches!(token.byte, b')' | b']');
    let free = |token: &Token| {
        token.reads(set::NEAR_DAY)
            || (token.is(shape::MARK) && !closing(token))
            || token.is(class::PRONOUN)
            || (token.is(class::CONJ) && !list(token))
    };
    let first = &tokens[found.start];
    // `, and members of the council are`
    let clause = found.start > 1 && tokens[found.start - 1].is_word(words!("and")) && tokens[found.start - 2].byte == b',';
    clause
        || first.is(class::DET | class::NUMBER | class::PRONOUN | shape::UPPER)
        || (found.start > 0 && (tokens[found.start - 1].is_word(words!("by" | "for")) || tokens[found.start - 1].is_word(set::ASKING_TO)))
        || found.start.checked_sub(1).is_none_or(|before| free(&tokens[before]))
}

/// Returns the name in `that Huld` and in `a rover NASA plans to fly`.
pub(super) fn without_clause(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let before_name = tokens[who.start].reads(words!("that" | "both")) || tokens[who.start].reads(set::NEAR_DAY);
    let start = who.start + usize::from(before_name && who.len() > 1);
    let names = tokens[start..who.end].iter().rev().take_while(|token| token.is(shape::UPPER)).count();
    // `at which time Huld`
    let indefinite = tokens[start].is_word(words!("a" | "an" | "time"));
    let bare = names > 0 && names < who.end - start && !tokens[who.end - names - 1].is(class::PREP);
    if indefinite && bare { who.end - names..who.end } else { start..who.end }
}

/// Returns `Congress` of `Congress's approval`.
pub(super) fn without_act(text: &str, tokens: &[Token], found: Range<usize>) -> Range<usize> {
    let act = |at: &usize| *at > found.start && tokens[*at].is_word(set::ACT_OF_AUTHORITY) && !tokens[at - 1].is(class::DET | class::PREP);
    let found = found.start..found.clone().find(act).unwrap_or(found.end);
    let owner = found.clone().rev().find(|at| tokens[*at].reads(words!("'s")) || tokens[*at].is_apostrophe(text));
    // `the party's national board`
    let body = |at: usize| tokens[at + 1..found.end].iter().any(|token| token.is(class::INSTITUTION | class::TITLE));
    let act = |at: &usize| *at > found.start && !body(*at) && tokens.get(at + 1).is_none_or(|next| !next.is(shape::UPPER));
    found.start..owner.filter(act).unwrap_or(found.end)
}

/// Returns `The council` of `The council, Huld said,`.
pub(super) fn without_aside(text: &str, tokens: &[Token], found: Range<usize>) -> Range<usize> {
    let comma = found.clone().skip(1).find(|at| tokens[*at].is_mark(text, ","));
    let says = |comma: &usize| tokens[*comma..found.end].iter().any(|token| token.is(class::SAY));
    found.start..comma.filter(says).unwrap_or(found.end)
}

/// Returns true for a name, an institution or people: not `the plan`, not `it`, not `But with Republicans`.
pub(super) fn can_decide(who: &[Token]) -> bool {
    let (Some(first), Some(last)) = (who.first(), who.last()) else { return false };
    if who.len() == 1 && (first.is(class::PRONOUN) || first.reads(set::POSSESSIVE)) {
        return (first.reads(set::SPEAKING_PRONOUN) || first.reads(set::POSSESSIVE)) && !first.reads(words!("we" | "our"));
    }
    let opening = first.is(class::CONJ | class::ADVERB) || (first.is(class::PREP) && !first.is(class::DET));
    let broken = last.is(class::DET | class::PREP | class::CONJ | shape::MARK);
    let head = head(who);
    let not_one = class::WEEKDAY | class::MONTH | class::PRONOUN | class::DET | class::PREP | class::ADVERB | class::NUMBER;
    // `Theresa May`
    let surname = who.len() > 1 && last.is(shape::UPPER) && last.is(class::MONTH) && who[who.len() - 2].is(shape::UPPER);
    // `Beaches in Oster`: a capital only for the start of the sentence.
    let plural = first.is(shape::INITIAL) && first.is(shape::PLURAL) && !first.reads(set::POLITICAL_CAMP);
    let things = who.len() > 1 && plural && who[1].is(class::PREP);
    let name = head.is(shape::UPPER) && (surname || !head.is(not_one)) && !things;
    if head.reads(set::NO_DECIDER) {
        return false;
    }
    let people = head.is(class::INSTITUTION | class::OFFICE | class::TITLE) || head.reads(set::DECIDING_PEOPLE) || head.reads(set::NATION);
    let people = people || (head.is(shape::AGENT | shape::AGENTS) && !head.is(class::NOT_AGENT));
    !opening && !broken && (name || people)
}
