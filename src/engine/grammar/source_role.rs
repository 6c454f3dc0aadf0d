//! Attribution: whether a noun phrase speaks in its sentence.

use crate::engine::grammar::noun_phrase::{complement_end, is_compounded};
use crate::engine::grammar::reporting_verbs::{begins_to, gives_statement, reports_speech, sets_out};
use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many adverbs and auxiliaries may stand between a subject and its verb.
const BETWEEN: usize = 6;

/// How many tokens an aside between a subject and its verb may take: `, originally from the city of Oster,`.
const ASIDE: usize = 14;

/// Returns true if the phrase `start..end` is used as a source; `evidence` says that it is a document or a report.
pub(crate) fn speaks(text: &str, tokens: &[Token], start: usize, end: usize, evidence: bool) -> bool {
    let heading =
        start == 0 && (evidence || tokens[0].is(shape::HEADLINE)) && tokens.get(end).is_some_and(|token| token.is_mark(text, ":"));
    let relative = || {
        let which = (end..tokens.len().min(end + 4)).find(|at| tokens[*at].is_word(words!("which" | "that")));
        which.and_then(|at| tokens.get(at + 1)).is_some_and(|verb| verb.is(class::SIGNAL) && !verb.is(class::MODAL))
    };
    heading
        || (evidence && (relative() || tokens.get(end).is_some_and(|token| token.is_word(set::IMPLY) && token.is(shape::ING))))
        || subject_of_saying(text, tokens, start, end, evidence)
        || led_to_think(tokens, start, end)
        || inverted(text, tokens, start, end)
        || (introduced(tokens, start) && (evidence || !is_compound_modifier(tokens, end)))
}

/// Returns true for the subject of a reporting verb: `two officials, however, have said`.
fn subject_of_saying(text: &str, tokens: &[Token], start: usize, end: usize, evidence: bool) -> bool {
    let verbs = if evidence { class::SIGNAL | class::SAY } else { class::SAY | class::THINK };
    let possessive =
        tokens.get(end).is_some_and(|token| token.reads(words!("'s")) || (!token.is(shape::SPACED) && token.is_apostrophe(text)));
    // `a prize for young scientists announced in May`: the phrase is no subject.
    let inside = start > 0 && (tokens[start - 1].is_word(set::NO_SUBJECT_AFTER) || (evidence && tokens[start - 1].is_word(set::ADJUNCT)));
    if possessive || inside || is_object(tokens, start) {
        return false;
    }
    // `helped officials find it` and `if the guards suspect it` report no speech.
    if start > 0 && tokens[start - 1].is(class::CAUSE) {
        return false;
    }
    let relative = start > 0 && tokens[start - 1].is_word(words!("which" | "that" | "what"));
    let mut at = skip_parenthesis(text, tokens, skip_adjuncts(text, tokens, skip_partner(text, tokens, start, end)));
    let limit = tokens.len().min(at + BETWEEN);
    let mut passive = false;
    while at < limit {
        let token = &tokens[at];
        if (gives_statement(tokens, at) && !evidence) || (evidence && sets_out(tokens, at)) {
            return true;
        }
        if begins_to(tokens, at) {
            passive = false;
            at += 2;
            continue;
        }
        let learns = !evidence && token.is_word(set::LEARN) && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("that")));
        if learns && !passive {
            return true;
        }
        // `strongly and repeatedly told`
        if token.is_word(words!("and"))
            && at > end
            && tokens[at - 1].is(shape::LY)
            && tokens.get(at + 1).is_some_and(|next| next.is(shape::LY))
        {
            at += 1;
            continue;
        }
        if token.is(class::BE) {
            let next = tokens[at + 1..limit].iter().find(|token| !token.is(class::ADVERB | shape::LY | class::NEGATOR | class::DET));
            if next.is_some_and(|next| next.is(class::OPINION)) && !evidence {
                return true;
            }
            passive = true;
        } else if token.is(verbs) && !token.is(class::MODAL | class::ADVERB) && !is_compounded(text, tokens, at) {
            // `users should consider a stronger password`: a duty.
            if !evidence && at > end && tokens[end..at].iter().any(|token| token.is_word(set::DUTY)) {
                return false;
            }
            // `Winners of the prize for pilots announced`: a headline's passive.
            let last = tokens[at + 1..].iter().all(|token| token.is(shape::MARK));
            if token.is(shape::HEADLINE) && last && token.is(shape::ED) && at == end && !evidence {
                return false;
            }
            if !evidence && !reports_speech(text, tokens, at, relative) {
                return false;
            }
            // `officials weighing it` only describes; `with one poster writing` speaks.
            // `prosecutors are considering charges` weighs a choice.
            if passive && token.is_word(words!("considering")) {
                return false;
            }
            let perceived = at > 0 && tokens[at - 1].is_word(words!("could" | "can")) && token.is_word(words!("see"));
            let participle = token.is_word(set::PASSIVE_PARTICIPLE);
            if perceived || (participle && !tokens[..at].iter().rev().take(3).any(|token| token.is(class::HAVE))) {
                return false;
            }
            let with = start > 0 && tokens[start - 1].is_word(words!("with"));
            return passive == token.is(shape::ING) || (with && token.is(shape::ING));
        } else if !token.is(class::ADVERB | class::HAVE | class::MODAL | class::DO | class::NEGATOR | shape::LY) {
            return false;
        }
        at += 1;
    }
    false
}

/// Returns true behind a transitive verb: `assailed Democrats`. In `On Monday injured residents said` the form describes the phrase.
fn is_object(tokens: &[Token], start: usize) -> bool {
    const SAYING: u64 = class::SAY | class::THINK | class::SIGNAL | class::PREP | class::MODIFIER;
    const BORDER: u64 = shape::MARK | class::CONJ | class::PREP | class::DET | class::SAY;
    let form = start >= 2 && tokens[start - 1].is(shape::ED) && !tokens[start - 1].is(SAYING);
    form && !tokens[start - 2].is(BORDER)
}

/// Returns true for `many` in `leading many to fear the worst`.
fn led_to_think(tokens: &[Token], start: usize, end: usize) -> bool {
    let leads = |token: &Token| token.is_word(set::LEADING_TO);
    let led = tokens[start.saturating_sub(1)..=start].iter().any(leads);
    led && tokens.get(end).is_some_and(|token| token.is_word(words!("to")))
        && tokens.get(end + 1).is_some_and(|token| token.is(class::THINK | class::SAY))
}

/// Skips `and residents` behind `officials` where a clause begins with them.
fn skip_partner(text: &str, tokens: &[Token], start: usize, at: usize) -> usize {
    let opens = start == 0 || (tokens[start - 1].is(shape::MARK | class::CONJ) && !tokens[start - 1].is_word(words!("as")));
    if opens && tokens.get(at).is_some_and(|token| token.is_word(words!("and" | "or"))) {
        let other = complement_end(text, tokens, at + 1);
        return if other > at + 1 { other } else { at };
    }
    at
}

/// Skips `in a statement` and `on Tuesday` between a subject and its verb.
fn skip_adjuncts(text: &str, tokens: &[Token], mut at: usize) -> usize {
    for _ in 0..3 {
        let adjunct = tokens.get(at).is_some_and(|token| token.is_word(set::ADJUNCT));
        let period = tokens.get(at + 1).is_some_and(|token| token.is(class::PERIOD));
        if period && tokens[at].is_word(set::LAST) {
            at += 2;
            continue;
        }
        if !adjunct {
            break;
        }
        at = complement_end(text, tokens, at + 1).max(at);
    }
    at
}

/// Skips `, however,` and `, on Tuesday,` after a subject, or a lone comma or dash before its verb.
fn skip_parenthesis(text: &str, tokens: &[Token], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|token| token.is_mark(text, ",")) {
        return at;
    }
    let close = (at + 1..tokens.len().min(at + ASIDE)).find(|place| tokens[*place].is_mark(text, ","));
    match close {
        Some(close) if tokens[at + 1..close].iter().any(|token| token.is_word(words!("which" | "who" | "whose"))) => close + 1,
        Some(close) if !tokens[at + 1..close].iter().any(|token| token.is(class::SAY | class::BE | class::HAVE)) => close + 1,
        _ => at,
    }
}

/// Returns true for `police` in `according to police records`: another noun follows at once.
fn is_compound_modifier(tokens: &[Token], end: usize) -> bool {
    const OTHER: u64 = class::PREP | class::CONJ | class::ADVERB | class::BE | class::HAVE | class::DO | class::MODAL | class::PRONOUN;
    const VERBAL: u64 =
        class::DET | class::SAY | class::THINK | class::POST | class::KNOWLEDGE | class::NEGATOR | class::WEEKDAY | class::PARTICIPLE;
    let other = OTHER | VERBAL | shape::ED | shape::ING | shape::LY | shape::UPPER;
    tokens.get(end).is_some_and(|next| next.is(class::EVIDENCE) || (next.is(shape::WORD) && !next.is(other)))
}

/// Returns true if `who say` stands behind the head: `a payment to the farmers who claim they were cheated`.
pub(crate) fn speaks_in_clause(text: &str, tokens: &[Token], start: usize, head_end: usize) -> bool {
    // `He is a leader who tells lies.`
    let predicate = start > 0 && tokens[start - 1].is(class::BE);
    if predicate || !tokens.get(head_end).is_some_and(|token| token.is_word(words!("who"))) {
        return false;
    }
    let auxiliary = |token: &&Token| token.is(class::ADVERB | class::HAVE | shape::LY);
    let verb = head_end + 1 + tokens[head_end + 1..].iter().take(BETWEEN).take_while(auxiliary).count();
    let says = tokens.get(verb).is_some_and(|token| token.is_word(set::HUMAN_SPEECH) && token.is(class::SAY) && !token.is(shape::ING));
    says && reports_speech(text, tokens, verb, false)
}

/// Returns true for a subject behind its verb: `"It may fail," said one diplomat`.
fn inverted(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(verb) = start.checked_sub(1) else { return false };
    let opens =
        || verb == 0 || (tokens[verb - 1].is(shape::MARK) && !tokens[verb - 1].is_mark(text, "-")) || tokens[verb - 1].is_mark(text, "as");
    // In `the mayor, said officials had left` the phrase has a verb of its own.
    let free = tokens.get(end).is_none_or(|next| {
        let follows = class::PREP | class::CONJ | class::ADVERB | class::WEEKDAY | class::MONTH | class::PRONOUN;
        next.is(follows | shape::MARK | shape::ING | shape::LY) && !next.is(class::SAY | class::BE)
    });
    // `Peter Neumann, said changes in the last years have contributed`
    let quoted = verb > 0 && tokens[verb - 1..verb].iter().chain(tokens[..verb - 1].last()).any(|token| token.is(shape::QUOTED));
    let verb_behind = || {
        let clause =
            tokens[end..].iter().take_while(|token| !token.is(shape::MARK) && !token.is(class::CONJ) && !token.is_word(set::RELATIVE));
        clause.into_iter().any(|token| token.is(class::BE | class::HAVE | class::MODAL))
    };
    let free = free && (quoted || verb == 0 || !(verb_behind() || tokens.get(end).is_some_and(|next| next.is_word(words!("to")))));
    tokens[verb].is_word(set::QUOTING) && free && opens()
}

/// How far before `by` and the agent `accused` may stand, with what somebody is accused of.
const CHARGE: usize = 6;

/// Returns true behind `according to`, `told by`, `citing`, `interviews with`, `criticised by`; also further on in a list.
fn introduced(tokens: &[Token], start: usize) -> bool {
    let mut at = start;
    for _ in 0..12 {
        if at == 0 {
            return false;
        }
        let before = at - 1;
        let cited = tokens[before].reads(set::CITING);
        if cited || (at >= 2 && tokens[before].reads(words!("to")) && tokens[at - 2].reads(set::ATTRIBUTED_TO)) {
            return true;
        }
        let told = |token: &Token| {
            token.is(class::UTTERANCE)
                || token.is_word(set::REPEATED)
                || (token.is(class::SAY | class::THINK)
                    && !token.is(class::PROMISE)
                    && (token.is(shape::ED) || token.is_word(words!("told" | "said"))))
        };
        let agent =
            at >= 2 && tokens[before].reads(words!("by")) && (told(&tokens[at - 2]) || (at >= 3 && tokens[at - 3].reads(words!("told"))));
        // `in an interview with` names the hearer.
        let hearer = || at >= 4 && tokens[before].reads(words!("with")) && tokens[at - 4].reads(words!("in"));
        let uttered = at >= 2
            && tokens[at - 2].is(class::UTTERANCE)
            && (tokens[before].reads(words!("from"))
                || (tokens[before].reads(words!("with")) && tokens[at - 2].is_word(set::INTERVIEW) && !hearer()));
        let informers =
            || tokens[start..].iter().take(BETWEEN).take_while(|token| token.is(shape::WORD)).any(|token| token.is_word(set::INFORMER));
        let based = at >= 2 && tokens[before].is_word(words!("on")) && tokens[at - 2].is_word(words!("based")) && informers();
        let charged = || {
            tokens[before].reads(words!("by")) && at == start && {
                let before_by = tokens[..before].iter().rev().take(CHARGE).take_while(|token| token.is(shape::WORD));
                before_by.into_iter().any(|token| token.is_word(set::CHARGED))
            }
        };
        if based || charged() {
            return true;
        }
        let uttered = uttered || (at >= 2 && tokens[before].reads(words!("of")) && tokens[at - 2].is_word(set::OWN_WORDS));
        if agent || (uttered && at == start) {
            return true;
        }
        // Only along a list: `according to the mayor and two officials`.
        if tokens[before].is(class::BE | class::HAVE | class::MODAL | class::SAY | class::PREP)
            || (at == start && !tokens[before].reads(words!("and" | "or")))
        {
            return false;
        }
        at -= 1;
    }
    false
}
