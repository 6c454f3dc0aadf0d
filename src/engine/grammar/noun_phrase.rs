//! Noun phrases: where the phrase around a head begins.

use crate::engine::lex::token::Token;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words without a class may stand between an article and the head.
const UNKNOWN: usize = 3;
/// How many such words belong to the phrase without an article: `harbour` in `harbour pilots`.
const COMPOUND: usize = 2;

pub(super) const VERBAL: u64 = class::BE | class::HAVE | class::DO | class::MODAL;
pub(super) const STOP: u64 = VERBAL | class::PREP | class::CONJ | class::PRONOUN;

/// How a phrase grows to the left.
enum Step {
    /// The phrase begins at this token, or before it.
    Part(usize),
    /// So it does if a word before it belongs to the phrase.
    Perhaps(usize),
    /// The same for a word without a class.
    Unknown(usize),
    /// The phrase begins at this token.
    First(usize),
    /// The phrase does not grow.
    Stop,
}

/// Returns the first token of the noun phrase whose head begins at `head`.
pub(crate) fn left_edge(text: &str, tokens: &[Token], head: usize) -> usize {
    let mut firm = head;
    let mut at = head;
    let mut unknown = 0;
    while at > 0 {
        match step_left(text, tokens, head, at, unknown) {
            Step::Part(first) => (firm, at) = (first, first),
            Step::Perhaps(first) => at = first,
            Step::Unknown(first) => (unknown, at) = (unknown + 1, first),
            Step::First(first) => return first,
            Step::Stop => break,
        }
    }
    // `With harbour pilots insisting`: nothing but the phrase stands between the head and a border of the clause.
    let infinitive = |at: usize| tokens[at].is_word(words!("to")) && !(at > 0 && tokens[at - 1].reads(set::ATTRIBUTED_TO));
    // In `and collects statistics` the word may be a verb.
    let verbal = |at: usize| tokens[at].is(class::CONJ) && tokens[at + 1].is(shape::PLURAL);
    let border = |at: usize| tokens[at].is(shape::MARK | class::PREP | class::CONJ | class::SAY) && !infinitive(at) && !verbal(at);
    let bordered = at < firm && firm - at <= COMPOUND && (at == 0 || border(at - 1));
    let start = behind_place(tokens, partitive(tokens, if bordered { at } else { firm }));
    in_quotes(text, tokens, start - at_least(tokens, start))
}

/// Leaves out the place of `In Oster Ukrainian guards said`, which lacks a comma.
fn behind_place(tokens: &[Token], start: usize) -> usize {
    let placed = start == 1 && tokens[0].reads(words!("in" | "near" | "at"));
    let people = tokens.get(start + 1).is_some_and(|next| next.is(shape::UPPER) && next.reads(set::ONE_OF_NATION));
    start + usize::from(placed && people && !tokens[start].is(class::DET | class::TITLE))
}

/// Returns true for the `us` of `told us ministers had left`, which the lexicon also knows for the country.
fn is_hearer(text: &str, token: &Token) -> bool {
    token.span.of(text) == "us"
}

/// Returns what the word before `at` is to the phrase, which has met some words without a class.
fn step_left(text: &str, tokens: &[Token], head: usize, at: usize, unknown: usize) -> Step {
    let token = &tokens[at - 1];
    let hyphen = at >= 2 && token.is_mark(text, "-") && !token.is(shape::SPACED);
    if is_hearer(text, token) || (hyphen && is_wire_label(tokens, at - 2)) {
        Step::Stop
    } else if hyphen && tokens[at - 2].is(class::MODIFIER | shape::UPPER | class::NUMBER) {
        Step::Part(at - 2)
    } else if hyphen {
        Step::Perhaps(at - 2)
    } else if token.is(shape::ED) && is_compounded(text, tokens, at - 1) && at > 2 && tokens[at - 3].is(shape::UPPER) {
        // `an Oster-backed official`
        Step::Part(at - 3)
    } else if is_possessive(text, token) {
        Step::Part(owner_edge(tokens, at - 1))
    } else if is_initial(text, tokens, at) || joins_names(text, tokens, at - 1) {
        Step::Part(at - 2)
    } else if is_short_form(text, tokens, at) {
        Step::Part(at - 4)
    } else if token.is(shape::MARK | shape::CITATION) {
        Step::Stop
    } else if joins_modifiers(tokens, at - 1) {
        Step::Part(at - 2)
    } else if token.is(class::DET) && !token.is(class::NUMBER) {
        determiner(tokens, head, at - 1)
    } else if is_day_of_month(tokens, head, at - 1) {
        Step::Stop
    } else if is_modifier(token) {
        Step::Part(at - 1)
    } else if unknown < UNKNOWN && may_belong(text, tokens, head, at - 1) {
        Step::Unknown(at - 1)
    } else if is_participle(tokens, at - 1) {
        Step::Perhaps(at - 1)
    } else if token.reads(words!("earlier")) && (at == 1 || tokens[at - 2].is(shape::MARK | class::CONJ)) {
        Step::First(at - 1)
    } else if is_of_name(tokens, at - 1) || is_preposition_of_name(tokens, at - 1) {
        Step::Part(at - 2)
    } else {
        Step::Stop
    }
}

/// Returns true behind the brackets of `the Oster Steel (OS) group`.
fn is_short_form(text: &str, tokens: &[Token], at: usize) -> bool {
    let capital = |at: usize| tokens[at].is(shape::UPPER) && tokens[at].is(shape::WORD);
    let body = tokens[at].is(class::INSTITUTION) || tokens[at].is_word(words!("group" | "company" | "party"));
    body && at > 3 && tokens[at - 1].is_mark(text, ")") && tokens[at - 3].is_mark(text, "(") && capital(at - 2) && capital(at - 4)
}

/// Returns true for the label of a news agency before a headline: `EXCLUSIVE-Tarn seeks partner`, `WRAPUP 3-Two officials say`.
fn is_wire_label(tokens: &[Token], at: usize) -> bool {
    let numbered = usize::from(at > 0 && tokens[at].is(shape::DIGITS));
    let headline = tokens.get(at + 2).is_some_and(|next| next.is(shape::UPPER));
    at == numbered && tokens[0].reads(set::WIRE_LABEL) && tokens[0].is(shape::UPPER) && headline
}

/// Returns where the phrase with the article at `at` begins. `that` may be a conjunction.
fn determiner(tokens: &[Token], head: usize, at: usize) -> Step {
    // `simulations` in `added that simulations show` has no article.
    let conjunction =
        tokens[head].is(shape::PLURAL) || (at >= 1 && (tokens[at - 1].is(shape::ED) || tokens[at - 1].is(class::SAY | class::THINK)));
    let clause = tokens.get(at + 1).is_some_and(|next| next.is(class::DET) && !next.is(class::NUMBER));
    if tokens[at].is_word(words!("that")) && (conjunction || clause) {
        return Step::Stop;
    }
    // `the most cautious estimates`, `his other critics`
    let second = at >= 1 && (tokens[at - 1].reads(words!("the" | "these" | "those")) || tokens[at - 1].reads(set::POSSESSIVE));
    Step::First(partitive(tokens, at - usize::from(second && !tokens[at].reads(set::DEFINITE))))
}

/// Returns true for a word without a class that may belong to the phrase: `harbour` in `two harbour pilots`.
fn may_belong(text: &str, tokens: &[Token], head: usize, at: usize) -> bool {
    let token = &tokens[at];
    let upper = tokens[head].is(shape::UPPER);
    // `in April Russians said`
    let dated = upper && token.is(class::MONTH | class::WEEKDAY);
    let hears = upper && token.is_word(set::HEAR);
    let other = token.is(STOP | class::SAY | class::ADVERB) || token.is_word(set::ASKING) || token.is_word(set::BOUND);
    !(dated || hears || other)
        && (!token.is(class::PERIOD) || is_compounded(text, tokens, at))
        && (token.is(class::MODIFIER) || !token.is(shape::ED | shape::ING))
}

/// Returns true for an adverb or a participle inside a phrase: `the widely quoted official`, `by retired judges`.
fn is_participle(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return token.is(shape::LY) };
    let agent = token.is(shape::ED) && !token.is(class::SAY) && before.is_word(words!("by"));
    let inside = token.is(shape::ED | shape::ING) && (before.reads(set::ARTICLE) || before.is(class::MODIFIER | class::NUMBER));
    token.is(shape::LY) || agent || inside
}

/// Returns true for the day before a name: `On January 11 Huld said`.
fn is_day_of_month(tokens: &[Token], head: usize, at: usize) -> bool {
    at > 0 && tokens[head].is(shape::UPPER) && tokens[at].is(shape::DIGITS) && tokens[at - 1].is(class::MONTH)
}

/// Returns true between the initial and the surname of `Lena F. Huld`.
fn is_initial(text: &str, tokens: &[Token], at: usize) -> bool {
    let letter = |token: &Token| token.span.len() == 1 && token.is(shape::UPPER);
    at >= 3
        && tokens[at - 1].is_mark(text, ".")
        && letter(&tokens[at - 2])
        && tokens[at].is(shape::UPPER)
        && tokens[at - 3].is(shape::UPPER)
}

/// Returns true for the `and` in `current and former officials`: both words describe the head. In `talks are open and former officials say` a
/// clause ends.
fn joins_modifiers(tokens: &[Token], at: usize) -> bool {
    const BORDER: u64 = shape::MARK | class::DET | class::NUMBER | class::PREP | class::CONJ | class::SAY;
    let modifier = |token: &Token| (token.is(class::MODIFIER) && !token.is(class::NUMBER | class::DET)) || token.reads(words!("current"));
    at >= 1
        && at + 1 < tokens.len()
        && tokens[at].is_word(words!("and" | "or"))
        && modifier(&tokens[at - 1])
        && modifier(&tokens[at + 1])
        && (at == 1 || tokens[at - 2].is(BORDER))
}

/// Returns true for the sign in `Tarn & Vell`.
pub(super) fn joins_names(text: &str, tokens: &[Token], at: usize) -> bool {
    let name = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER));
    at > 0 && tokens[at].is_mark(text, "&") && name(at - 1) && name(at + 1)
}

/// Returns how many tokens `at least` takes before a number.
fn at_least(tokens: &[Token], start: usize) -> usize {
    let number = start >= 2 && tokens[start].is(class::NUMBER | shape::DIGITS);
    let bound = number && tokens[start - 1].is_word(set::BOUND) && tokens[start - 2].reads(words!("at"));
    2 * usize::from(bound)
}

/// Returns true for the `of` in `a Department of Defense spokesman`.
fn is_of_name(tokens: &[Token], at: usize) -> bool {
    let name = |at: usize| tokens[at].is(shape::UPPER) && !tokens[at].is(STOP | class::ADVERB);
    at > 0 && at + 1 < tokens.len() && tokens[at].is_word(words!("of")) && name(at - 1) && name(at + 1)
}

/// Extends the phrase over the opening mark and the article of `a "Western source"`.
fn in_quotes(text: &str, tokens: &[Token], start: usize) -> usize {
    let quote = start >= 2 && is_quote(text, tokens, start - 1) && tokens[start - 2].is(class::DET);
    if quote { start - 2 } else { start }
}

/// Returns true if a quotation mark stands at `at`.
pub(crate) fn is_quote(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is(shape::MARK) && matches!(token.span.of(text), "\"" | "“" | "”" | "'" | "‘" | "’"))
}

/// Returns true for the preposition of `League Against Cruel Sports`. Headlines may have capitals everywhere.
pub(super) fn is_preposition_of_name(tokens: &[Token], at: usize) -> bool {
    let name = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER) && !token.is(STOP | class::ADVERB));
    let token = &tokens[at];
    token.is(class::PREP) && token.is(shape::CAPITAL) && !token.is(shape::HEADLINE) && at > 0 && name(at - 1) && name(at + 1)
}

fn is_modifier(token: &Token) -> bool {
    // `Quoting officials, the paper said`
    let citing = token.is(shape::INITIAL) && token.is(shape::ING) && token.is(class::SAY);
    let name = token.is(shape::UPPER) && !token.is(STOP | class::ADVERB | class::WEEKDAY | class::MONTH) && !citing;
    name || token.is(shape::DIGITS | class::NUMBER) || (token.is(class::MODIFIER | class::INSTITUTION) && !token.is(class::PREP))
}

pub(super) fn is_possessive(text: &str, token: &Token) -> bool {
    token.reads(words!("'s")) || (!token.is(shape::SPACED) && token.is_apostrophe(text))
}

/// Returns the first token of the owner in `the ministry's officials`.
fn owner_edge(tokens: &[Token], end: usize) -> usize {
    let mut at = end;
    // `the report's authors`
    let noun =
        |at: usize| at > 1 && tokens[at - 1].is(class::SAY) && tokens[at - 2].is(class::DET) && !tokens[at - 1].is(STOP | class::DET);
    while at > 0 && end - at < 5 && (noun(at) || !tokens[at - 1].is(shape::MARK | STOP | class::SAY | class::DET)) {
        at -= 1;
    }
    if at > 0 && tokens[at - 1].is(class::DET) { at - 1 } else { at }
}

/// Extends the phrase over `one of` before `the ministers`.
pub(crate) fn partitive(tokens: &[Token], at: usize) -> usize {
    let of = at >= 2 && tokens[at - 1].is_word(words!("of"));
    if of && tokens[at - 2].is(class::NUMBER | class::DET) {
        at - 2
    } else if of && tokens[at - 2].is_word(set::CROWD_OF) {
        crowd_edge(tokens, at - 2)
    } else {
        at
    }
}

/// Returns where `a growing crowd` begins whose noun is at `noun`.
fn crowd_edge(tokens: &[Token], noun: usize) -> usize {
    let described = |token: &&Token| token.is(shape::WORD) && !token.is(STOP | class::DET | class::SAY);
    let words = tokens[..noun].iter().rev().take(UNKNOWN).take_while(described).count();
    let article = noun - words > 0 && tokens[noun - words - 1].is(class::DET);
    if article { noun - words - 1 } else { noun }
}

/// Returns true for the second part of a compound: `claimed` in `Oster-claimed`.
pub(crate) fn is_compounded(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is_mark(text, "-") && !tokens[at - 1].is(shape::SPACED) && !tokens[at].is(shape::SPACED)
}
