//! Whose step a wording is by its grammar: the subject of a verb, of a second verb or of a participle, the agent of a passive.

use crate::engine::grammar::clause::{is_object, main_subject, noun_phrase_at, noun_phrase_before, subject, subject_before_relative};
use crate::engine::grammar::control::thought_to;
use crate::engine::grammar::noun_phrase::is_quote;
use crate::engine::grammar::speaker_phrase::antecedent;
use crate::engine::lex::token::{Token, word_at};
use crate::engine::resolve::deciding_phrase::{can_decide, with_second, without_clause};
use crate::engine::resolve::plan_owner::{acts_to, asked_to, is_noun, maker, owner};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use std::ops::Range;

/// How far behind the wording `by the board` may stand.
pub(super) const AGENT: usize = 4;
/// How many tokens an inner clause may take.
const CLAUSE: usize = 30;

/// Returns the subject of the wording if it begins with a verb, not for `sits within the agenda of` and `no decision`; of a noun its owner.
pub(super) fn subject_of(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    if let Some(owner) = owner(text, tokens, span.start) {
        return Some(owner);
    }
    let asked = || asked_to(text, tokens, span).or_else(|| acts_to(text, tokens, span));
    if let Some(who) = maker(text, tokens, span).or_else(asked).or_else(|| as_promised(text, tokens, span.start)) {
        return Some(who);
    }
    // `Oster Rail to face charges`: somebody else's step.
    if tokens[span.end - 1].is_word(set::UNDERGO) || word_at(tokens, span.end, set::UNDERGO) {
        return None;
    }
    let headline = tokens[span.start].is_word(words!("to")) && tokens[span.start].is(shape::HEADLINE);
    let before = span.start.checked_sub(1).map(|before| &tokens[before]);
    let in_talks = tokens[span.start].is_word(words!("in")) && before.is_some_and(|before| before.is(class::BE | class::ADVERB));
    if tokens[span.start].is_word(words!("in")) && before.is_some_and(|before| before.is_word(set::INVOLVED)) {
        let quoted = span.start - 1 - usize::from(span.start > 1 && is_quote(text, tokens, span.start - 2));
        let be = quoted - usize::from(quoted > 0 && tokens[quoted - 1].is(class::BE));
        return noun_phrase_before(text, tokens, be).filter(|who| can_decide(&tokens[who.clone()]));
    }
    // `has {not ruled out}`, but `no decision`
    let not = tokens[span.start].is_word(words!("not" | "never" | "yet"));
    let verb = (not || !tokens[span.start].is(class::PREP | class::DET | class::NEGATOR)) && !is_passive(tokens, span);
    // `Republicans vowing to`, `donors to back the plan to`: neither a participle nor a noun has the phrase before it as its subject.
    let process = thought_to(tokens, span.start) + 4 == span.start;
    let adverbs = tokens[..span.start].iter().rev().take(AGENT).take_while(|token| token.is(class::ADVERB | shape::LY)).count();
    let progressive = tokens[..span.start - adverbs].iter().rev().take(2).any(|token| token.is(class::BE));
    let participle = tokens[span.start].is(shape::ING) && !process && !progressive;
    let verb = (verb && !participle && !is_noun(text, tokens, span.start)) || headline || in_talks;
    if participle {
        return subject_of_participle(text, tokens, span.start);
    }
    let found = if verb { subject_of_verb(text, tokens, span.start) } else { None };
    let with = || is_done_with(text, tokens, span.start);
    found.or_else(|| if verb { coordinated_subject(text, tokens, span.start) } else { None }).or_else(with)
}

/// Returns the subject of the verb at `verb`, for `who` whom it stands for.
fn subject_of_verb(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    if let Some(who) = subject_before_relative(text, tokens, verb) {
        return Some(who);
    }
    let who = subject(text, tokens, thought_to(tokens, verb))?;
    // `rests with Huld, who is expected to`
    let relative = who.len() == 1 && tokens[who.start].is_word(words!("who" | "which"));
    let who = antecedent(text, tokens, who);
    (relative || !is_object(tokens, &who)).then(|| without_clause(tokens, who))
}

/// Returns the subject of a participle: `The council` in `The council sold the mill, hoping to`, `the crew` in `with the crew expecting to`.
fn subject_of_participle(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let behind = verb > 0 && (tokens[verb - 1].is_mark(text, ",") || tokens[verb - 1].is_word(words!("and" | "by")));
    let risks = verb > 0 && tokens[verb - 1].is_word(set::BEFORE_PARTICIPLE);
    let risking = || if risks { subject(text, tokens, verb - 1).filter(|who| !is_object(tokens, who)) } else { None };
    is_done_with(text, tokens, verb).or_else(|| if behind { main_subject(text, tokens, verb - 1) } else { risking() })
}

/// Returns who does what was promised: `Oster` in `unless Oster lowers the tax as pledged`.
fn as_promised(text: &str, tokens: &[Token], participle: usize) -> Option<Range<usize>> {
    let at = participle.checked_sub(1).filter(|at| tokens[*at].is_word(words!("as")) && tokens[participle].is(shape::ED))?;
    let opens = |at: &usize| tokens[*at].is_word(words!("unless" | "if" | "until" | "because" | "whether" | "while" | "that"));
    let who = match (at.saturating_sub(CLAUSE)..at).rev().find(opens) {
        Some(open) => noun_phrase_at(text, tokens, open + 1).map(|who| before_verb(tokens, who)).filter(|who| who.end < at),
        None => main_subject(text, tokens, at),
    };
    who.filter(|who| !tokens[who.end].is(class::BE | class::HAVE))
}

/// Returns `Oster` of `Oster lowers`, which may also be a noun phrase.
fn before_verb(tokens: &[Token], who: Range<usize>) -> Range<usize> {
    let name = tokens[who.clone()].iter().take_while(|token| token.is(shape::UPPER)).count();
    let verb = name > 0 && tokens.get(who.start + name).is_some_and(|verb| verb.is(shape::PLURAL));
    if verb { who.start..who.start + name } else { who }
}

/// Returns `Huld` of `with Huld set to direct`.
fn is_done_with(text: &str, tokens: &[Token], participle: usize) -> Option<Range<usize>> {
    let who = noun_phrase_before(text, tokens, participle)?;
    // `a trip to Oster with the crew expecting to`
    let with = (who.start.saturating_sub(1)..who.end).rev().find(|at| tokens[*at].is_word(words!("with")))?;
    (with + 1 < who.end).then_some(with + 1..who.end)
}

/// Returns the subject of a second verb: `The council` of `plans` in `The council sold the mill and now plans to leave`.
fn coordinated_subject(text: &str, tokens: &[Token], verb: usize) -> Option<Range<usize>> {
    let auxiliary = |at: &usize| {
        let infinitive = *at > 0 && tokens[*at].is_word(words!("to")) && tokens[at - 1].is(class::HAVE | class::BE);
        infinitive || tokens[*at].is(class::ADVERB | class::HAVE | class::BE | class::MODAL | shape::LY)
    };
    let start = verb - (verb.saturating_sub(AGENT)..verb).rev().take_while(auxiliary).count();
    // `Oster hastens its move, plans to open by May`
    let open = tokens.last().is_some_and(|last| !last.is(shape::MARK));
    let headline = |at: usize| tokens[at].is_mark(text, ",") && (tokens[at].is(shape::HEADLINE) || open);
    let joined = start > 0 && (tokens[start - 1].is_word(words!("and" | "but" | "or")) || headline(start - 1));
    let and = start.checked_sub(1).filter(|_| joined)?;
    if let Some(who) = inner_subject(text, tokens, and) {
        return Some(who);
    }
    let heading = || {
        let who = noun_phrase_at(text, tokens, 0).map(|who| before_verb(tokens, who))?;
        (headline(and) && who.end < and && tokens[who.end].is(shape::PLURAL)).then_some(who)
    };
    let who = main_subject(text, tokens, and).or_else(heading)?;
    // In `Huld said the council sold the mill and plans to leave` the council may plan it; `has said it is late and has promised to` is clear.
    let reported = may_report(&tokens[who.end..start]);
    let parallel = start < verb && tokens[start].is(class::HAVE | class::BE) && tokens[who.end].word == tokens[start].word;
    if reported && !parallel && !speaks_of_itself(&tokens[who.end..start]) {
        return None;
    }
    // In `the steps taken to reopen the line and start talks` the verb is an infinitive.
    let finite = tokens[verb].is(shape::ED | shape::PLURAL | class::BE | class::HAVE | class::MODAL) || start < verb;
    let infinitive = !finite && tokens[who.end..start].iter().any(|token| token.is_word(words!("to")));
    // In `The family got a flat and offer to leave` the second noun is no verb.
    let one = !tokens[who.end - 1].is(shape::PLURAL) && !tokens[who.clone()].iter().any(|token| token.is_word(words!("and")));
    (finite || !(infinitive || one)).then_some(who)
}

/// Returns true for `have said they are aware`: whoever is meant is the speaker.
fn speaks_of_itself(between: &[Token]) -> bool {
    let verb = between.iter().position(|token| token.is(class::SAY));
    let that = |verb: usize| usize::from(between.get(verb + 1).is_some_and(|next| next.is_word(words!("that"))));
    verb.is_some_and(|verb| between.get(verb + 1 + that(verb)).is_some_and(|next| next.is_word(words!("he" | "she" | "it" | "they"))))
}

/// Returns true for `is being considered` and `will be set up`, whose subject does nothing; not for `is expected to sign`.
fn is_passive(tokens: &[Token], span: &Range<usize>) -> bool {
    let done = |token: &Token| token.is(shape::ED | class::PARTICIPLE) || token.is_word(set::IRREGULAR_PARTICIPLE);
    let adverb = usize::from(tokens.get(span.end + 1).is_some_and(|token| token.is(class::ADVERB | shape::LY)));
    if word_at(tokens, span.end, words!("be")) && tokens.get(span.end + 1 + adverb).is_some_and(done) {
        return true;
    }
    // `Oster's government proposed`
    let owns = |at: usize| tokens[at].reads(words!("'s")) && at > 0 && !tokens[at - 1].is(class::PRONOUN);
    let be = (span.start.saturating_sub(2)..span.end).rev().find(|at| tokens[*at].is(class::BE) && !owns(*at));
    // `is planning to set a price`: an infinitive.
    let passive = |at: &usize| done(&tokens[*at]) && !tokens[at - 1].is_word(words!("to"));
    let participle = be.and_then(|be| (be + 1..tokens.len().min(span.end + 2)).find(passive));
    // `is expected to sign`, but `will be sentenced to nine months`
    let infinitive = |at: usize| {
        word_at(tokens, at + 1, words!("to"))
            && tokens.get(at + 2).is_none_or(|next| !next.is(class::DET | class::NUMBER | shape::DIGITS | shape::UPPER))
    };
    participle.is_some_and(|at| !infinitive(at))
}

/// Returns the subject of an inner clause whose verb has the form of that behind `and`: `Oster` in `though Oster has ferries and plans to`.
fn inner_subject(text: &str, tokens: &[Token], and: usize) -> Option<Range<usize>> {
    let opens = |at: &usize| {
        let list = tokens[*at].is_word(words!("and" | "or" | "but"));
        (tokens[*at].is(class::CONJ) && !list) || tokens[*at].is_word(words!("that"))
    };
    let clause = (and.saturating_sub(CLAUSE)..and).rev().find(opens)?;
    let who = noun_phrase_at(text, tokens, clause + 1).filter(|who| who.end < and)?;
    let third = |token: &Token| token.is_word(words!("has" | "is")) || (token.is(shape::PLURAL) && !token.is(class::BE | class::HAVE));
    let (one, two) = (&tokens[who.end], &tokens[and + 1]);
    (third(one) && third(two)).then_some(who)
}

/// Returns the agent behind the wording: `considered by the board`, `a bid by the board`.
pub(super) fn agent(text: &str, tokens: &[Token], span: &Range<usize>) -> Option<Range<usize>> {
    let by = (span.start..tokens.len().min(span.end + AGENT)).find(|at| tokens[*at].is_word(words!("by")))?;
    let acts = by <= span.end || is_passive(tokens, span) || tokens[span.end - 1].is(shape::ED);
    let who = noun_phrase_at(text, tokens, by + 1).filter(|_| acts)?;
    // `a proposal by Lena Huld for a tax`, `announced by Lena Huld in a speech`
    let purpose = |at: &usize| {
        let adjunct = tokens[*at].is_word(words!("for" | "in" | "on" | "at" | "during"));
        adjunct && tokens[at - 1].is(shape::UPPER) && tokens[at + 1].is_word(set::ARTICLE)
    };
    let who = who.start..(who.start + 1..who.end.saturating_sub(1)).find(purpose).unwrap_or(who.end);
    Some(with_second(text, tokens, who))
}

/// Returns true for words that may report what somebody else does: `said the council`; `is considering whether` weighs something.
pub(crate) fn may_report(between: &[Token]) -> bool {
    // `wants to sell`, `called for a review`, `is considering whether to sell`
    let weighs = |at: usize| {
        let next = |words: &[u16]| between.get(at + 1).is_some_and(|next| has(words, next.word));
        let progressive = between[at].is(shape::ING) && between[..at].iter().rev().take(2).any(|token| token.is(class::BE));
        next(&words!("to")) || next(&words!("for")) || (progressive && (next(&words!("whether" | "if" | "how")) || !next(&words!("that"))))
    };
    (0..between.len()).any(|at| between[at].is(class::SAY | class::THINK) && !weighs(at))
}
