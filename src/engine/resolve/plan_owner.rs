//! Who makes, owns or is asked for a step that a noun or an infinitive names: `Oster's plan to`, `Oster unveiled a plan to`, `urged Oster to`.

use crate::engine::grammar::clause::{is_object, main_subject, noun_phrase_at, noun_phrase_before, subject};
use crate::engine::grammar::control::thought_to;
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::speaker_phrase::antecedent;
use crate::engine::lex::token::{Token, word_at};
use crate::engine::resolve::deciding_phrase::{can_decide, with_list, without_clause};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};
use std::ops::Range;

/// How far behind a verb the step may stand that somebody is asked for.
const ASKED: usize = 4;
/// How many tokens behind `meet with` they may take whom somebody meets.
const MET: usize = 10;

/// Returns the owner of the noun at `noun`: `Oster` in `Oster's plan to`, `his` in `his plan to`.
pub(super) fn owner(text: &str, tokens: &[Token], noun: usize) -> Option<Range<usize>> {
    // `Oster's government plans to`, `her party has yet to`: the owner is another.
    let modifier = |token: &&Token| token.is(class::MODIFIER | shape::ED | shape::ING) && !token.is(shape::MARK | class::INSTITUTION);
    if tokens[noun].is(class::BE | class::HAVE | class::MODAL) {
        return None;
    }
    let last = noun.checked_sub(1 + tokens[..noun].iter().rev().take(1).filter(modifier).count())?;
    // `Huld's seven-point plan`
    let counted = last >= 2 && tokens[last].is_word(words!("point"));
    let last = if counted { last.checked_sub(2 + usize::from(tokens[last - 1].is_mark(text, "-")))? } else { last };
    if tokens[last].reads(set::POSSESSIVE) {
        // `Huld has stated her intention to`
        let verb = last.checked_sub(1).filter(|verb| tokens[*verb].is_word(set::OWN_PLAN_VERB));
        let own = verb.and_then(|verb| subject(text, tokens, verb)).filter(|who| !is_object(tokens, who));
        return own.filter(|who| can_decide(&tokens[who.clone()])).or(Some(last..last + 1));
    }
    let possessive = tokens[last].reads(words!("'s")) || tokens[last].is_apostrophe(text);
    // `it's up to Huld`
    let contracted = last > 0 && tokens[last - 1].is(class::PRONOUN);
    (possessive && !contracted && last > 0).then(|| left_edge(text, tokens, last - 1)..last)
}

/// Returns who makes a plan known: `The council` of `plan to` in `The council unveiled a plan to`.
pub(super) fn maker(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    // `Oster builds boats, with plans to build more`
    let with = span.start > 1 && tokens[span.start - 1].is_word(words!("with")) && tokens[span.start - 2].is_mark(text, ",");
    if with {
        return main_subject(text, tokens, span.start - 2);
    }
    // `announced a series of proposed reforms`
    let of = span.start > 1 && tokens[span.start - 1].is_word(words!("of")) && tokens[span.start - 2].is_word(set::COLLECTION_OF);
    let first = if of { span.start - 2 } else { span.start };
    let adjective = |token: &Token| token.is(class::MODIFIER | class::DET | shape::ED) && !token.is(class::SAY);
    let within = |token: &&Token| (adjective(token) && !token.is_word(set::PLANNING_VERB)) || token.is_mark(text, "-");
    let verb = first.checked_sub(1 + tokens[..first].iter().rev().take(4).take_while(within).count())?;
    let other = word_at(tokens, span.end + 1, words!("by")) || tokens[verb].is(shape::ING | shape::UPPER);
    let makes = tokens[verb].is_word(set::PLANNING_VERB) && verb + 1 < span.start + usize::from(tokens[span.start].is(shape::PLURAL));
    let verbal =
        !of && tokens[span.start].is(class::BE | class::HAVE | class::MODAL | shape::ED) && !tokens[span.start].is(class::MODIFIER);
    let who = subject(text, tokens, thought_to(tokens, verb)).filter(|_| makes && !other && !verbal)?;
    // `is racing to present a plan` is active.
    let between = &tokens[who.end.min(verb)..verb];
    let passive = between.iter().any(|token| token.is(class::BE | class::NEGATOR)) && !between.iter().any(|token| token.is(shape::ING));
    (!passive && !is_object(tokens, &who)).then(|| without_clause(tokens, antecedent(text, tokens, who)))
}

/// Returns who is to do it: `the justice secretary` in `urged the justice secretary to review`, `Engineers` in `Engineers were asked to review`.
pub(super) fn asked_to(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let to = span.start.checked_sub(1).filter(|to| tokens[*to].is_word(words!("to")));
    let passive = (0..span.end).rev().take(ASKED).find(|at| tokens[*at].is_word(set::ASKED_TO) && *at > 0 && tokens[at - 1].is(class::BE));
    if let Some(verb) = passive.filter(|verb| word_at(tokens, verb + 1, words!("to"))) {
        return subject(text, tokens, verb).filter(|who| !is_object(tokens, who));
    }
    // `called on the council to reconsider`
    if tokens[span.start].is_word(set::CALL) && word_at(tokens, span.start + 1, words!("on" | "upon")) {
        return noun_phrase_at(text, tokens, span.start + 2);
    }
    let who = noun_phrase_before(text, tokens, to?)?;
    // `time for voters to decide`
    if let Some(meant) = who.clone().rev().find(|at| tokens[*at].is_word(words!("for"))) {
        // Not so in `the Secretary for Justice to decide`.
        let whole = can_decide(&tokens[who.start..meant]);
        return Some(if whole { who } else { meant + 1..who.end });
    }
    let on = usize::from(who.start > 0 && tokens[who.start - 1].is_word(words!("on" | "upon")));
    let verb = who.start.checked_sub(1 + on).map(|verb| &tokens[verb])?;
    let sets_up = verb.is_word(set::SETTING_UP) && can_decide(&tokens[who.clone()]);
    (sets_up || verb.is_word(set::ASKING_TO) || (on > 0 && verb.is_word(set::CALL))).then_some(who)
}

/// Returns whom somebody meets in order to do what follows `to`: `Nordhall` in `Oster will meet with Nordhall to discuss`.
pub(super) fn met_with(text: &str, tokens: &[Token], to: usize) -> Option<Range<usize>> {
    let to = Some(to).filter(|to| tokens[*to].is_word(words!("to")))?;
    let with = (to.saturating_sub(MET)..to).rev().find(|at| tokens[*at].is_word(words!("with")))?;
    let meets = with > 0 && tokens[with - 1].is_word(set::MEETING_VERB);
    noun_phrase_at(text, tokens, with + 1).filter(|_| meets).map(|who| with_list(text, tokens, who)).filter(|who| who.end == to)
}

/// Returns true for a noun with its article: `this new UN-backed plan`.
pub(crate) fn is_noun(text: &str, tokens: &[Token], at: usize) -> bool {
    let within = |token: &&Token| token.is(class::MODIFIER | shape::ED | shape::UPPER) || token.is_mark(text, "-");
    let before = tokens[..at].iter().rev().take(4).take_while(within).count();
    let Some(article) = at.checked_sub(before + 1) else { return false };
    // `said the government plans to` and `though the party gave`: the subject of a clause.
    let relative = article > 0 && tokens[article - 1].is_word(set::RELATIVE);
    let opens = article == 0 || relative || tokens[article - 1].is(class::SAY | class::CONJ | shape::MARK);
    let verb =
        tokens[at].is(shape::PLURAL | shape::ED) || tokens[at].is_word(set::IRREGULAR_PAST) || tokens[at].is_word(set::IRREGULAR_ACT);
    let wills = word_at(tokens, at + 1, words!("to")) && tokens[at].is_word(set::VOLITION);
    let plural = tokens[at - 1].is(shape::PLURAL) && !tokens[at].is(shape::ED);
    let named = relative && tokens[at - 1].is(shape::UPPER);
    let subject = opens && verb && !is_noun_with_verb(tokens, at) && (named || tokens[at - 1].is(class::INSTITUTION) || (wills && !plural));
    // `are both expected to`
    let floating = article > 0 && tokens[article - 1].is(class::BE | class::HAVE);
    let phrase = tokens[article].is(class::DET) && !(floating && tokens[article].is_word(words!("both" | "all" | "each")));
    let phrase = phrase && !tokens[article].is(class::NUMBER | class::PRONOUN);
    phrase && !subject && !tokens[at].is(class::BE | class::HAVE | class::MODAL)
}

/// Returns true for the `hopes` of `The festival hopes to return are slim`.
fn is_noun_with_verb(tokens: &[Token], at: usize) -> bool {
    let border = |token: &&Token| !token.is(shape::MARK | class::CONJ) && !token.is_word(set::RELATIVE);
    let finite = |token: &Token| token.is_word(words!("is" | "are" | "was" | "were" | "has" | "have"));
    word_at(tokens, at + 1, words!("to")) && tokens[at + 1..].iter().take_while(border).any(finite)
}

/// Returns who acts in order to take a step: `The council` in `The council meets to review the plan`.
pub(super) fn acts_to(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let to = if tokens[span.start].is_word(words!("to")) { span.start } else { span.start.checked_sub(1)? };
    if !tokens[to].is_word(words!("to")) {
        return None;
    }
    // `meets to try to agree`
    let tries = to > 1 && tokens[to - 1].is_word(words!("try" | "attempt" | "begin" | "start")) && tokens[to - 2].is_word(words!("to"));
    let to = if tries { to - 2 } else { to };
    // `meets on 18 February to choose`
    let dated = |token: &&Token| {
        token.is(shape::DIGITS | class::MONTH | class::WEEKDAY | class::PERIOD) || token.is_word(words!("on" | "in" | "at"))
    };
    let met = met_with(text, tokens, to).map(|who| who.start - 1);
    let verb_at = met.unwrap_or(to).checked_sub(1 + tokens[..to].iter().rev().take(ASKED).take_while(dated).count())?;
    let verb = &tokens[verb_at];
    let irregular = verb.is_word(set::IRREGULAR_ACT) || verb.is_word(set::IRREGULAR_PAST);
    // `would meet to choose`
    let modal = verb_at > 0 && tokens[verb_at - 1].is(class::MODAL);
    // `is getting to work`
    let act = thought_to(tokens, verb_at);
    let acts = (irregular || modal || act < verb_at || verb.is(shape::ED | shape::PLURAL))
        && !verb.is(class::SAY | class::THINK | class::BE | class::HAVE | shape::UPPER | shape::AGENTS);
    let who = subject(text, tokens, act).filter(|who| acts && who.end < to && !is_object(tokens, who))?;
    let between = &tokens[who.end..to];
    let progressive = act < verb_at && between.iter().any(|token| token.is(shape::ING));
    let passive = between.iter().any(|token| token.is(class::NEGATOR) || (token.is(class::BE) && !progressive));
    (!passive && !tokens[who.clone()].iter().any(|token| token.reads(words!("'s")))).then_some(who)
}
