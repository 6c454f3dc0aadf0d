//! Attribution: whether a noun phrase speaks in its sentence.

use crate::engine::grammar::after_subject::{skip_adjuncts, skip_parenthesis};
use crate::engine::grammar::citation::introduced;
use crate::engine::grammar::inversion::{closes_headline, inverted};
use crate::engine::grammar::noun_phrase::{is_compounded, is_quote};
use crate::engine::grammar::reporting_verbs::{bears_out, begins_to, gives_statement, goes_on_to, reports_speech};
use crate::engine::grammar::speaker_list::{in_list_behind_verb, is_listed, skip_partner};
use crate::engine::grammar::speech_by_position::{is_trusted, speaks_by_position, verb_follows_quotation};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, has, set, words};
use std::ops::Range;

/// How many adverbs and auxiliaries may stand between a subject and its verb.
const BETWEEN: usize = 6;

/// Returns true if the phrase `start..end` is used as a source; `evidence` says that it is a document or a report.
pub(crate) fn speaks(text: &str, tokens: &[Token], start: usize, end: usize, evidence: bool) -> bool {
    let heads = evidence || tokens[0].is(shape::HEADLINE) || is_quote(text, tokens, end + 1);
    let heading = start == 0 && heads && tokens.get(end).is_some_and(|token| token.is_mark(text, ":"));
    let relative = || {
        let which = (end..tokens.len().min(end + 4)).find(|at| tokens[*at].is_word(words!("which" | "that")));
        // `if a video is posted that shows a fire`
        let supposed = start > 0 && tokens[start - 1].is(class::CAUSE);
        !supposed && which.and_then(|at| tokens.get(at + 1)).is_some_and(|verb| verb.is(class::SIGNAL) && !verb.is(class::MODAL))
    };
    heading
        || closes_headline(text, tokens, start, end)
        || (evidence && (relative() || tokens.get(end).is_some_and(|token| token.is_word(set::IMPLY) && token.is(shape::ING))))
        || subject_of_saying(text, tokens, start, end, evidence)
        || led_to_think(tokens, start, end)
        || (!evidence && speaks_then(text, tokens, start, end))
        || inverted(text, tokens, start, end)
        || (!evidence && verb_follows_quotation(text, tokens, start, end))
        || (!evidence && is_trusted(text, tokens, start, end))
        || (!evidence
            && may_be_subject(text, tokens, start, end, false)
            && speaks_by_position(text, tokens, start..end, predicate(text, tokens, start, end)))
        || (!evidence && owns_view(tokens, end))
        || (!evidence && tokens.get(end).is_some_and(|verb| verb.is_word(set::SAYING)) && word_at(tokens, end + 1, words!("that")))
        || in_list_behind_verb(text, tokens, start, end)
        || (introduced(text, tokens, start, is_listed(text, tokens, start, end))
            && (evidence || tokens[end - 1].is(shape::PLURAL) || !is_compound_modifier(tokens, end)))
}

/// Returns true for the owner of a view: `in one official's words`.
fn owns_view(tokens: &[Token], end: usize) -> bool {
    word_at(tokens, end, words!("'s")) && word_at(tokens, end + 1, set::STATED_VIEW)
}

/// Returns true for the subject of a reporting verb: `two officials, however, have said`.
fn subject_of_saying(text: &str, tokens: &[Token], start: usize, end: usize, evidence: bool) -> bool {
    const AUXILIARY: u64 = class::ADVERB | class::HAVE | class::MODAL | class::DO | class::NEGATOR | class::WEEKDAY | shape::LY;
    if !may_be_subject(text, tokens, start, end, evidence) {
        return false;
    }
    let verbs = if evidence { class::SIGNAL | class::SAY } else { class::SAY | class::THINK };
    let mut at = predicate(text, tokens, start, end);
    let limit = tokens.len().min(at + BETWEEN);
    let mut passive = false;
    while at < limit {
        let token = &tokens[at];
        if (evidence && bears_out(tokens, at)) || (!evidence && gives_view(tokens, end, at, passive, limit)) {
            return true;
        }
        if begins_to(tokens, at) {
            passive = false;
            at += 1;
        } else if let Some(words) = goes_on_to(tokens, at) {
            passive = false;
            at += words;
        } else if is_copula(tokens, at) {
            passive = token.is(class::BE) || token.is_word(set::KEEP);
        } else if token.is_word(set::BE_NOT) {
            passive = true;
        } else if (token.is(verbs) || (evidence && token.is_word(set::TELL_OF)))
            && !token.is(class::MODAL | class::ADVERB | shape::CAPITAL)
            && !is_compounded(text, tokens, at)
        {
            let says = if evidence { states(tokens, start..end, at) } else { says_so(text, tokens, start..end, at) };
            return says && !keeps_silent(tokens, end, at) && is_active(tokens, start, at, passive);
        } else if token.is_word(set::LAST) && tokens.get(at + 1).is_some_and(|next| next.is(class::PERIOD)) {
            at += 1;
        } else if !token.is(AUXILIARY) && !token.is_word(set::FLOATING) && !joins_adverbs(tokens, at) {
            return false;
        }
        at += 1;
    }
    false
}

/// Returns where the predicate of the subject `start..end` begins: behind partners, adjuncts and the mark of `Guards "say that it leaks"`.
fn predicate(text: &str, tokens: &[Token], start: usize, end: usize) -> usize {
    let at = skip_parenthesis(text, tokens, skip_adjuncts(text, tokens, skip_partner(text, tokens, start, end)));
    let begins = start == 0 || tokens[start - 1].is(shape::MARK | class::CONJ | class::SAY);
    let opens = begins && is_quote(text, tokens, at) && tokens[at].is(shape::SPACED);
    at + usize::from(opens && tokens.get(at + 1).is_some_and(|next| next.is(class::SAY | shape::LY)))
}

/// Returns true for `is` and `keeps`, and for `seems` without a modal.
fn is_copula(tokens: &[Token], at: usize) -> bool {
    let seems = tokens[at].is_word(set::SEEM_OR_REMAIN) && !tokens[at - 1].is(class::MODAL);
    tokens[at].is(class::BE) || tokens[at].is_word(set::KEEP) || seems
}

/// Returns true for `raised doubts`, `learned that` and `are deeply worried`.
fn gives_view(tokens: &[Token], subject_end: usize, at: usize, passive: bool, limit: usize) -> bool {
    let token = &tokens[at];
    let duty = || at > subject_end && tokens[subject_end..at].iter().any(|token| token.is_word(set::DUTY));
    let learns = || token.is_word(set::LEARN) && tokens.get(at + 1).is_some_and(|next| next.reads(words!("that"))) && !passive && !duty();
    let degree = |token: &Token| token.is(class::ADVERB | shape::LY | class::NEGATOR | class::DET) || token.is_word(set::DEGREE);
    let opinion = || tokens[at + 1..limit].iter().find(|token| !degree(token)).is_some_and(|next| next.is(class::OPINION));
    (gives_statement(tokens, at) && (!passive || token.is(shape::ING))) || learns() || (is_copula(tokens, at) && opinion())
}

/// How far behind its subject the second verb of a sentence may stand.
const SECOND_VERB: usize = 20;

/// Returns true if the second verb reports speech: `analysts cut their forecasts and said`, `two clerks quit, saying`.
fn speaks_then(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(verb) = tokens.get(end) else { return false };
    let acts = (verb.is(shape::ED) && (verb.is(class::SAY) || !verb.is(class::PARTICIPLE))) || verb.is_word(set::IRREGULAR_ACT);
    if !(acts || verb.is(class::HAVE | class::BE | class::MODAL | class::ACT)) || !may_be_subject(text, tokens, start, end, false) {
        return false;
    }
    let simple = |token: &&Token| {
        let joins = token.is_word(words!("and" | "or" | "but"));
        !token.is(shape::MARK | class::MODAL)
            && (joins || !token.is(class::CONJ) || token.is_word(words!("since" | "until")))
            && !token.is_word(set::RELATIVE)
    };
    let close = end + 1 + tokens[end + 1..].iter().take(SECOND_VERB).take_while(simple).count();
    let saying = tokens.get(close).is_some_and(|token| token.is_mark(text, ","))
        && tokens.get(close + 1).is_some_and(|token| token.is_word(set::SAYING));
    saying || (acts && (end + 2..close).any(|verb| is_second_verb(text, tokens, end, verb)))
}

/// Returns true for `said` in `cut their forecasts and said`: not for the passive `were moved and told`.
fn is_second_verb(text: &str, tokens: &[Token], end: usize, verb: usize) -> bool {
    let finite = tokens[verb].is(shape::ED) || tokens[verb].is_word(set::SAID_OR_TOLD) || tokens[verb].is_word(set::IRREGULAR_PAST);
    finite
        && tokens[verb - 1].is_word(words!("and" | "but"))
        && tokens[verb].is_word(set::SECOND_VERB)
        && !tokens[end..verb].iter().any(|token| token.is(class::BE))
        && reports_speech(text, tokens, verb, false)
}

/// Returns true unless something before or behind the phrase shows that it is no subject.
fn may_be_subject(text: &str, tokens: &[Token], start: usize, end: usize, evidence: bool) -> bool {
    let behind = tokens.get(end);
    if tokens[start].reads(words!("no")) && !tokens.get(start + 1).is_some_and(|next| next.is(shape::DIGITS)) {
        return false;
    }
    let owner = behind.is_some_and(|token| token.reads(words!("'s")) || (!token.is(shape::SPACED) && token.is_apostrophe(text)));
    let Some(before) = start.checked_sub(1).map(|before| &tokens[before]) else { return !owner };
    // `a prize for young scientists announced in May`
    let along = start > 1 && tokens[start - 2].is_word(set::ALONG);
    let inside =
        (before.is_word(set::NO_SUBJECT_AFTER) && !along) || (evidence && before.is_word(set::ADJUNCT) && !before.is_word(words!("with")));
    // `helped officials find it` and `if the guards suspect it` report no speech.
    !(owner || inside || before.is(class::CAUSE) || is_object(tokens, start) || asks_or_denies(tokens, start))
}

/// Returns true for subjects of questions and denials and for what stands inside another phrase: `do critics say`, `no official said`,
/// `not a single official`, `a rise in visitors reported`, `he described critics`.
fn asks_or_denies(tokens: &[Token], start: usize) -> bool {
    let (before, first) = (&tokens[start - 1], &tokens[start]);
    let question = before.is(class::DO | class::MODAL) && (!before.is(shape::UPPER) || before.is(shape::INITIAL));
    // `not a single official`, `neither officials nor guards`
    let none = (before.reads(words!("not")) && first.is_word(set::ONE_MORE)) || before.is_word(words!("nor"));
    let plain = first.is(shape::WORD) && !first.is(shape::UPPER | class::DET | class::NUMBER | class::PERIOD | class::MODIFIER);
    // `she is one of the women named, saying`
    let predicate = before.is(class::BE) && (first.is_word(set::ONE_MORE) || first.reads(words!("one")));
    // `optimism in financial markets might push`
    let noun =
        start > 1 && tokens[start - 2].is(shape::WORD) && !tokens[start - 2].is(class::SAY | class::CONJ | class::ADVERB | class::BE);
    let inside = plain || (noun && !first.is(class::DET | class::NUMBER | shape::UPPER));
    question || none || predicate || (start > 1 && inside && before.is_word(words!("in"))) || before.is_word(set::WITH_PERSON)
}

/// Returns true if the verb at `verb` reports what the people in `phrase` say: no duty, and no passive of a headline.
fn says_so(text: &str, tokens: &[Token], phrase: Range<usize>, verb: usize) -> bool {
    let relative = phrase.start > 0 && tokens[phrase.start - 1].is_word(set::RELATIVE_OBJECT);
    // `users should consider a stronger password`
    let duty = verb > phrase.end && tokens[phrase.end..verb].iter().any(|token| token.is_word(set::DUTY));
    // `Winners of the prize for pilots announced`
    let last = tokens[verb + 1..].iter().all(|token| token.is(shape::MARK));
    let caused = tokens.get(verb + 1).is_some_and(|next| next.is_word(set::HEADLINE_PASSIVE_CAUSE));
    let announced = tokens[verb].is(shape::HEADLINE) && (last || caused) && tokens[verb].is(shape::ED) && verb == phrase.end;
    // `some estimates`, `losing gadgets explains the rise`: a plural has no verb in -s.
    let several = |token: &Token| token.is(shape::PLURAL) || (phrase.len() == 1 && token.is(class::DET) && !token.reads(set::ONE_MORE));
    let name = |token: &Token| token.is(shape::UPPER) && !token.is(shape::INITIAL);
    let whole = !tokens[phrase.clone()].iter().any(|token| token.is_word(set::TAIL_BEFORE) || name(token));
    let noun = whole && verb == phrase.end && tokens[verb].is(shape::PLURAL) && several(&tokens[verb - 1]);
    // `users from making calls`
    let noun = noun || (phrase.len() > 1 && verb == phrase.end && tokens[verb - 1].is(shape::ING) && tokens[verb].is(shape::PLURAL));
    // `two police reports`, `police claims were false`
    let counted = tokens[phrase.start].reads(set::SEVERAL) && phrase.len() > 1;
    let predicate = tokens.get(verb + 1).is_some_and(|next| next.is(class::BE | class::HAVE | class::MODAL) && !next.is(shape::UPPER));
    let noun = noun || (verb == phrase.end && tokens[verb].is(shape::PLURAL) && (counted || predicate));
    // `When a doctor says rest, rest.`
    let past = tokens[verb].is(shape::ED) || tokens[verb].is_word(set::IRREGULAR_PAST);
    let generic = phrase.start > 0 && !past && verb == phrase.end && tokens[phrase.start - 1].reads(words!("when" | "whenever"));
    // `Several state senators`
    let compound = tokens[verb].is(class::MODIFIER) && tokens.get(verb + 1).is_some_and(is_noun);
    let other = duty || announced || noun || generic || compound || disagrees(tokens, &phrase, verb);
    !other && reports_speech(text, tokens, verb, relative)
}

/// Returns true for a word that no class or ending tells from a noun: `television` in `state television`.
fn is_noun(token: &Token) -> bool {
    const OTHER: u64 = class::DET | class::PRONOUN | class::PREP | class::CONJ | class::ADVERB | class::MODAL | class::NEGATOR;
    token.is(shape::WORD) && !token.is(OTHER | shape::LY | shape::UPPER)
}

/// Returns true if the document in `phrase` states something: not `a drug called Oryn`, `a report seen by the paper`.
fn states(tokens: &[Token], phrase: Range<usize>, verb: usize) -> bool {
    let next_is = |words: &[u16]| tokens.get(verb + 1).is_some_and(|next| has(words, next.word));
    let describes = tokens[verb].is(class::PARTICIPLE) && next_is(&set::AFTER_PASSIVE);
    let names = tokens[verb].is_word(set::CALL) && tokens.get(verb + 1).is_some_and(|next| next.is(shape::UPPER | shape::DIGITS));
    !describes && !names && !disagrees(tokens, &phrase, verb)
}

/// Returns true for `officials did not say`: nothing is said. `Experts do not believe it` gives a view.
fn keeps_silent(tokens: &[Token], end: usize, verb: usize) -> bool {
    verb > end
        && tokens[verb].is_word(set::DISCLOSE)
        && tokens[end..verb].iter().any(|token| token.is(class::NEGATOR) && !token.is_word(words!("neither")))
}

/// Returns true for a verb without an ending behind a subject in the singular: `call` in `an aide to the mayor on a phone call`.
fn disagrees(tokens: &[Token], phrase: &Range<usize>, verb: usize) -> bool {
    let one = tokens[phrase.start].reads(set::ONE_MORE) && !tokens[phrase.clone()].iter().any(|token| token.is(shape::PLURAL));
    let bare = !tokens[verb].is(shape::ED | shape::ING | shape::PLURAL) && !tokens[verb].is_word(set::IRREGULAR_PAST);
    // `She had an informant tell her.`
    let made = phrase.start > 0 && tokens[phrase.start - 1].is(class::HAVE | class::CAUSE);
    one && bare && !made && verb == phrase.end
}

/// Returns true if the verb is active. `Officials weighing it` only describes; `with one poster writing` speaks.
fn is_active(tokens: &[Token], start: usize, verb: usize, passive: bool) -> bool {
    let token = &tokens[verb];
    // `prosecutors are considering charges` weighs a choice.
    let weighs = passive && token.is_word(words!("considering"));
    let perceived = verb > 0 && tokens[verb - 1].is(class::MODAL) && token.is_word(words!("see"));
    let participle = token.is_word(set::PASSIVE_PARTICIPLE) && !tokens[..verb].iter().rev().take(3).any(|token| token.is(class::HAVE));
    let along = start > 1 && tokens[start - 2].is_word(set::ALONG);
    let with = start > 0 && tokens[start - 1].is_word(words!("with")) && !along;
    let finite = passive == token.is(shape::ING) && !with;
    !(weighs || perceived || participle) && (finite || (with && token.is(shape::ING)))
}

/// Returns true for the `and` in `strongly and repeatedly told`.
fn joins_adverbs(tokens: &[Token], at: usize) -> bool {
    let adverb = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::LY));
    tokens[at].is_word(words!("and")) && at > 0 && adverb(at - 1) && adverb(at + 1)
}

/// Returns true behind a transitive verb: `assailed Democrats`. In `On Monday injured residents said` the form describes the phrase.
fn is_object(tokens: &[Token], start: usize) -> bool {
    const SAYING: u64 = class::SAY | class::THINK | class::SIGNAL | class::PREP | class::MODIFIER;
    const BORDER: u64 = shape::MARK | class::CONJ | class::PREP | class::DET | class::SAY;
    let form = start >= 2 && tokens[start - 1].is(shape::ED) && !tokens[start - 1].is(SAYING);
    // `to give others hope`
    let infinitive = start >= 2
        && tokens[start - 2].is_word(words!("to"))
        && tokens[start - 1].is(shape::WORD)
        && !tokens[start - 1].is(SAYING | class::DET | class::PRONOUN | class::CONJ | shape::UPPER | shape::PLURAL);
    infinitive || (form && !tokens[start - 2].is(BORDER))
}

/// Returns true for `many` in `leading many to fear the worst`.
fn led_to_think(tokens: &[Token], start: usize, end: usize) -> bool {
    let leads = |token: &Token| token.is_word(set::LEADING_TO);
    let led = tokens[start.saturating_sub(1)..=start].iter().any(leads);
    led && tokens.get(end).is_some_and(|token| token.is_word(words!("to")))
        && tokens.get(end + 1).is_some_and(|token| token.is(class::THINK | class::SAY))
}

/// Returns true for `police` in `according to police records`: another noun follows at once.
fn is_compound_modifier(tokens: &[Token], end: usize) -> bool {
    const OTHER: u64 = class::PREP | class::CONJ | class::ADVERB | class::BE | class::HAVE | class::DO | class::MODAL | class::PRONOUN;
    const VERBAL: u64 =
        class::DET | class::SAY | class::THINK | class::POST | class::KNOWLEDGE | class::NEGATOR | class::WEEKDAY | class::PARTICIPLE;
    let other = OTHER | VERBAL | shape::ED | shape::ING | shape::LY | shape::UPPER;
    let amounts = word_at(tokens, end, words!("amount")) && word_at(tokens, end + 1, words!("to"));
    !amounts && tokens.get(end).is_some_and(|next| next.is(class::EVIDENCE) || (next.is(shape::WORD) && !next.is(other)))
}
