//! Who takes an open step: who plans, talks, weighs or decides.

use crate::engine::grammar::clause::{is_object, noun_phrase_at, noun_phrase_before, subject};
use crate::engine::grammar::control::thought_to;
use crate::engine::grammar::speaker::head;
use crate::engine::grammar::speaker_phrase::antecedent;
use crate::engine::lex::token::{Token, word_at};
use crate::engine::resolve::deciding_phrase::{
    can_decide, first_party, is_whole, with_list, with_partner, with_second, without_act, without_aside,
};
use crate::engine::resolve::plan_owner::{asked_to, is_noun, met_with, owner};
use crate::engine::resolve::step_subject::{AGENT, agent, subject_of};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Kind, class, set, words};
use std::ops::Range;

/// How far before the wording `talks between` may stand.
const TALKS: usize = 12;

/// Returns who takes the step that is open, if the sentence says so: for a plan who plans, for talks who talks, for what is awaited whose step
/// it is, else who weighs or decides.
pub(crate) fn decider(text: &str, tokens: &[Token], span: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    let talks = (span.start.saturating_sub(TALKS)..span.start).rev().find(|at| tokens[*at].is_word(words!("between")));
    if let Some(talks) = talks.filter(|at| *at > 0 && tokens[at - 1].is(shape::PLURAL)) {
        return sides(text, tokens, talks);
    }
    // Who `did not know if Oster would sign` decides nothing.
    let knows = tokens[span.clone()].iter().any(|token| token.is_word(words!("know" | "sure" | "clear" | "say")));
    let found = match kind {
        Kind::Undecided if knows => in_question(text, tokens, span),
        _ if holds_subject(tokens, span) => inside(text, tokens, span),
        Kind::Awaiting => asked_to(text, tokens, span).or_else(|| awaited(text, tokens, span)),
        Kind::Negotiating => between(text, tokens, span)
            .or_else(|| holder(text, tokens, span))
            .or_else(|| subject_of(text, tokens, span).map(|who| with_partner(text, tokens, who))),
        _ => agent(text, tokens, span)
            .or_else(|| subject_of(text, tokens, span))
            .map(|who| with_partner(text, tokens, who))
            .or_else(|| of_act(text, tokens, span)),
    };
    let found = found.or_else(|| if kind == Kind::Awaiting { of_act(text, tokens, span) } else { None });
    // `Oster (ORB) Inks Pact, Weighs Sale`: in a headline a row of predicates looks like names.
    let predicate = |who: &Range<usize>| {
        let mark = who.start.checked_sub(1).map(|before| tokens[before].span.of(text));
        tokens[span.start].is(shape::HEADLINE) && who.end <= span.start && matches!(mark, Some("," | ")"))
    };
    let found = found.map(|who| without_aside(text, tokens, who));
    let fits = |who: &Range<usize>| can_decide(&tokens[who.start..first_party(tokens, who)]) || wills(text, tokens, span, who);
    found.filter(|who| fits(who) && (who.start >= span.end || is_whole(tokens, who)) && !predicate(who))
}

/// Returns the other side of talks: `Nordhall` in `Oster is in talks with Nordhall` and in `Oster will meet with Nordhall to discuss`.
pub(crate) fn partner(text: &str, tokens: &[Token], span: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    if kind != Kind::Negotiating {
        return None;
    }
    // `are talking closely with Nordhall`, not `are in talks to buy a firm with workers`
    let adverb = |at: &usize| tokens.get(*at).is_some_and(|token| token.is(class::ADVERB | shape::LY) && !token.is(class::PREP));
    let end = span.end + (span.end..tokens.len()).take_while(adverb).count();
    let behind = (span.start..span.end).chain([end]).find(|at| word_at(tokens, *at, words!("with")));
    let who = match behind {
        Some(with) => noun_phrase_at(text, tokens, with + 1).map(|who| with_list(text, tokens, who)),
        None => span.start.checked_sub(1).and_then(|to| met_with(text, tokens, to)),
    };
    who.filter(|who| !tokens[who.start].is(class::PRONOUN) && can_decide(&tokens[who.start..first_party(tokens, who)]))
}

/// Returns true for `The festival` in `The festival hopes to`: whoever hopes can.
fn wills(text: &str, tokens: &[Token], span: &Range<usize>, who: &Range<usize>) -> bool {
    let phrase = &tokens[who.clone()];
    let verbal = |token: &Token| token.is(shape::DIGITS) || token.is_word(words!("to"));
    if phrase.len() < 2 || phrase.iter().any(verbal) || is_noun(text, tokens, span.start) {
        return false;
    }
    let head = head(phrase);
    // In `The fire has left plans to` the fire plans nothing.
    let auxiliary = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::ADVERB | class::NEGATOR | shape::LY);
    if who.end > span.start || !tokens[who.end..span.start].iter().all(auxiliary) {
        return false;
    }
    let whole = phrase[0].is(class::DET) && !phrase[0].is(class::PRONOUN | class::NEGATOR);
    // `a charitable pledge that`
    let bare = span.len() == 1 && !tokens[span.start].is(shape::ED | shape::ING | shape::PLURAL);
    // `a festival planned for May`
    let done = tokens[span.start].is(shape::ED) && !tokens[span.end - 1].is_word(words!("to"));
    let other = class::WEEKDAY | class::MONTH | class::PERIOD | class::UNIT | class::PRONOUN | class::PREP | shape::MARK | shape::DIGITS;
    tokens[span.start].is_word(set::VOLITION) && whole && !bare && !done && !head.is(other) && !head.reads(set::NO_DECIDER)
}

/// Returns whose step is not known: `Oster` in `did not know if Oster would sign`.
fn in_question(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let at = span.end - usize::from(tokens[span.end - 1].is_word(words!("if" | "whether")));
    let who = word_at(tokens, at, words!("if" | "whether")).then(|| noun_phrase_at(text, tokens, at + 1)).flatten()?;
    let acts = word_at(tokens, who.end, words!("will" | "would")) && !tokens.get(who.end + 1).is_none_or(|next| next.is(class::BE));
    acts.then_some(who)
}

/// Returns true for `council will decide`, a wording with its subject.
fn holds_subject(tokens: &[Token], span: &Range<usize>) -> bool {
    let first = &tokens[span.start];
    let pronoun = first.is(class::PRONOUN) && first.reads(set::SPEAKING_PRONOUN) && !first.is_word(words!("who"));
    let noun = pronoun
        || first.is(class::INSTITUTION | class::OFFICE | class::TITLE)
        || (first.is(shape::CAPITAL) && !first.is(class::DET | class::PREP));
    noun && tokens[span.clone()].iter().skip(1).any(|token| token.is(class::MODAL | class::HAVE | class::BE))
}

/// Returns the subject of such a wording.
fn inside(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let verb = span.clone().skip(1).find(|at| tokens[*at].is(class::MODAL | class::HAVE | class::BE))?;
    noun_phrase_before(text, tokens, verb)
}

/// Returns whose act the wording calls open: `the council` in `A decision by the council is expected` and `The council's decision is pending`.
fn of_act(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let verb = |token: &Token| token.is(class::SAY | class::THINK | class::HAVE | class::MODAL | shape::MARK);
    let act =
        (0..span.start).rev().take(AGENT * 2).take_while(|at| !verb(&tokens[*at])).find(|at| tokens[*at].is_word(set::ACT_OF_AUTHORITY))?;
    let by = word_at(tokens, act + 1, words!("by" | "in")).then(|| noun_phrase_at(text, tokens, act + 2)).flatten();
    let direct = |end: usize| {
        tokens.get(end..span.start).is_some_and(|between| between.iter().all(|token| token.is(class::BE | class::ADVERB | shape::LY)))
    };
    let by = by.filter(|who| direct(who.end) && can_decide(&tokens[who.clone()]));
    by.or_else(|| if direct(act + 1) { owner(text, tokens, act) } else { None })
}

/// Returns true for `Huld has until Monday to` and `Members will get the final vote on`.
fn has_the_step(tokens: &[Token], span: &Range<usize>) -> bool {
    let until = tokens[span.start].is(class::HAVE) && word_at(tokens, span.start + 1, words!("until"));
    let word = tokens[span.end - 1].is_word(words!("vote" | "say" | "word"));
    until || (word && tokens[span.start].is_word(words!("get" | "gets" | "have" | "has")))
}

/// Returns whose step is awaited: `Congress` in `awaits Congress's approval` and in `until Congress votes`, `the court` in `a ruling by the court`.
fn awaited(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    if has_the_step(tokens, span) {
        return subject_of(text, tokens, span);
    }
    // `the case is currently before Huld's court`
    let last = span.end - usize::from(tokens[span.end - 1].is_word(words!("before")));
    if let Some(first) = (span.start..last).find(|at| tokens[*at].reads(set::AWAITING_CLAUSE)) {
        return awaited_clause(text, tokens, span, first).or_else(|| agent(text, tokens, span));
    }
    // `asked the court to`
    if tokens[span.start].is_word(set::ASKING_TO) && tokens[span.end - 1].is_word(words!("to")) && span.len() > 2 {
        return Some(span.start + 1..span.end - 1);
    }
    if let Some(who) = rests_with(text, tokens, span) {
        return Some(who);
    }
    let owner = (span.start + 1..span.end).find(|at| tokens[*at].span.of(text).starts_with(['\'', '’']));
    // `awaits Congress's approval`: the phrase does not reach over the verb.
    let owner = || owner.and_then(|at| noun_phrase_before(text, tokens, at)).map(|who| who.start.max(span.start + 1)..who.end);
    let of = |at: usize| word_at(tokens, at, words!("of" | "by" | "from" | "in")).then(|| noun_phrase_at(text, tokens, at + 1)).flatten();
    // `a vote in the House`, but not `a vote in Oster`
    let body = |who: &Range<usize>| !tokens[who.start - 1].is_word(words!("in")) || head(&tokens[who.clone()]).is(class::INSTITUTION);
    if let Some(who) = (span.end..span.end + AGENT).find_map(of).filter(|who| body(who) && can_decide(&tokens[who.clone()])) {
        return Some(with_second(text, tokens, who));
    }
    // `The bill goes to the Senate`
    let to = (span.start + 1..span.end).find(|at| tokens[*at].is_word(words!("to"))).map(|to| to + 1..span.end);
    if let Some(who) = to.filter(|who| who.len() > 1 && tokens[who.start].is(class::DET) && can_decide(&tokens[who.clone()])) {
        return Some(who);
    }
    let opens = |token: &Token| token.is(class::DET | shape::UPPER | class::INSTITUTION) || token.reads(set::POSSESSIVE);
    let behind = || noun_phrase_at(text, tokens, span.end).filter(|who| opens(&tokens[who.start]));
    let by = agent(text, tokens, span).or_else(behind).map(|who| without_act(text, tokens, who));
    // `lawmakers must vote`
    let duty = || tokens[span.start].is_word(words!("must")).then(|| subject_of(text, tokens, span)).flatten();
    by.filter(|who| can_decide(&tokens[who.clone()])).or_else(owner).or_else(duty).or_else(|| self::owner(text, tokens, span.start))
}

/// Returns who stands behind a wording that ends with a preposition: `the head of the port` in `rests with the head of the port`.
fn rests_with(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let with = tokens[span.end - 1].is_word(words!("with" | "of" | "from" | "on"));
    let matter_for = span.len() > 1 && tokens[span.end - 1].is_word(words!("for")) && tokens[span.end - 2].is_word(set::FOR_SOMEBODY);
    let who = noun_phrase_at(text, tokens, span.end).filter(|_| with || matter_for)?;
    // `a matter for the members themselves`
    let itself = usize::from(who.len() > 1 && tokens[who.end - 1].is_word(words!("themselves" | "itself" | "himself" | "herself")));
    let who = who.start..who.end - itself;
    // `depends on other ports lifting the ban`
    let who = who.start..who.clone().skip(1).find(|at| tokens[*at].is(shape::ING)).unwrap_or(who.end);
    can_decide(&tokens[who.clone()]).then(|| with_second(text, tokens, who))
}

/// Returns the subject of the clause behind `until` at `first`: `Congress` in `until Congress votes`, nothing in `until the embassy is completed`.
fn awaited_clause(text: &str, tokens: &[Token], span: &Range<usize>, first: usize) -> Option<Range<usize>> {
    // In `until Congress votes` the verb ends the wording; what stands behind it is its object.
    let verb = (first + 1..span.end).rev().find(|end| can_decide(&tokens[first + 1..*end]));
    // In `until the embassy is completed` nobody decides.
    let verb = verb.filter(|end| !tokens[*end].is(class::BE));
    // `until a truce in Oster happens`, `until an Oster truce happens`: the name is a part of it.
    let next = |at: usize| tokens.get(at).is_some_and(|next| next.is(shape::PLURAL | shape::ED | class::HAVE | class::MODAL));
    let verb = verb.filter(|end| !next(end + 1) || next(*end));
    verb.map(|end| without_act(text, tokens, first + 1..end))
}

/// Returns who holds talks: `Nordhall` in `Nordhall will hold talks with Oster`.
fn holder(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let within = |token: &&Token| token.is(class::MODIFIER | class::DET);
    let verb = span.start.checked_sub(1 + tokens[..span.start].iter().rev().take(AGENT).take_while(within).count())?;
    let with = (span.start..=span.end).any(|at| word_at(tokens, at, words!("with")));
    let holds = with && tokens[verb].is_word(set::HOLDING_VERB) && !tokens[verb].is(shape::ING);
    let who = subject(text, tokens, thought_to(tokens, verb)).filter(|_| holds)?;
    (!is_object(tokens, &who)).then(|| with_partner(text, tokens, antecedent(text, tokens, who)))
}

/// Returns the two sides of `talks between Oster and Nordhall`.
fn between(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let at = (span.start..tokens.len().min(span.end + AGENT)).find(|at| tokens[*at].is_word(words!("between")))?;
    sides(text, tokens, at)
}

/// Returns the two sides behind `between`.
fn sides(text: &str, tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let one = noun_phrase_at(text, tokens, at + 1)?;
    if tokens[one.clone()].iter().any(|token| token.is_word(words!("and"))) {
        return Some(one);
    }
    let other = word_at(tokens, one.end, words!("and")).then(|| noun_phrase_at(text, tokens, one.end + 1)).flatten()?;
    Some(one.start..other.end)
}
