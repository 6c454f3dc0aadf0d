//! Noun phrases: how far the phrase around a head reaches.

use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words without a class may stand between an article and the head.
const UNKNOWN: usize = 3;
/// How many such words belong to the phrase without an article: `harbour` in `harbour pilots`.
const COMPOUND: usize = 2;
/// How many tokens one complement or clause after the head may take.
const COMPLEMENT: usize = 9;
const CLAUSE: usize = 25;

const VERBAL: u64 = class::BE | class::HAVE | class::DO | class::MODAL;
const STOP: u64 = VERBAL | class::PREP | class::CONJ | class::PRONOUN;

/// Returns the first token of the noun phrase whose head begins at `head`.
pub(crate) fn left_edge(text: &str, tokens: &[Token], head: usize) -> usize {
    let mut firm = head;
    let mut at = head;
    let mut unknown = 0;
    while at > 0 {
        let token = &tokens[at - 1];
        let hyphen = at >= 2 && token.is_mark(text, "-") && !token.is(shape::SPACED);
        if hyphen {
            at -= 2;
            firm = if tokens[at].is(class::MODIFIER | shape::UPPER | class::NUMBER) { at } else { firm };
        } else if is_possessive(text, token) {
            at -= 1;
            firm = owner_edge(tokens, at);
            at = firm;
        } else if is_initial(text, tokens, at) {
            at -= 2;
            firm = at;
        } else if token.is(shape::MARK | shape::CITATION) {
            break;
        } else if token.is(class::DET) && !token.is(class::NUMBER) {
            // `simulations` in `added that simulations show` has no article.
            let conjunction = tokens[head].is(shape::PLURAL)
                || (at >= 2 && tokens[at - 2].is(shape::ED))
                || (at >= 2 && tokens[at - 2].is(class::SAY | class::THINK));
            if token.is_word(words!("that")) && conjunction {
                break;
            }
            // `the most cautious estimates`, `his other critics`
            let second = at >= 2 && (tokens[at - 2].reads(words!("the" | "these" | "those")) || tokens[at - 2].reads(set::POSSESSIVE));
            return partitive(tokens, at - 1 - usize::from(second && !token.reads(set::DEFINITE)));
        } else if is_modifier(token) {
            at -= 1;
            firm = at;
        } else if unknown < UNKNOWN
            && !token.is(STOP | class::SAY | class::ADVERB)
            && (!token.is(class::PERIOD) || is_compounded(text, tokens, at - 1))
            && !token.is_word(set::ASKING)
            && !token.is_word(set::BOUND)
            && (token.is(class::MODIFIER) || !token.is(shape::ED | shape::ING))
        {
            unknown += 1;
            at -= 1;
        } else if token.is(shape::LY)
            || (at >= 2 && token.is(shape::ED | shape::ING) && (tokens[at - 2].reads(set::ARTICLE) || tokens[at - 2].is(class::MODIFIER)))
        {
            at -= 1;
        } else if token.reads(words!("earlier")) && (at == 1 || tokens[at - 2].is(shape::MARK | class::CONJ)) {
            return at - 1;
        } else if is_of_name(tokens, at - 1) {
            at -= 2;
            firm = at;
        } else {
            break;
        }
    }
    // `With harbour pilots insisting`: nothing but the phrase stands between the head and a border of the clause.
    let infinitive = |at: usize| tokens[at].is_word(words!("to")) && !(at > 0 && tokens[at - 1].reads(set::ATTRIBUTED_TO));
    // In `and collects statistics` the word may be a verb.
    let verbal = |at: usize| tokens[at].is(class::CONJ) && tokens[at + 1].is(shape::PLURAL);
    let border = |at: usize| tokens[at].is(shape::MARK | class::PREP | class::CONJ | class::SAY) && !infinitive(at) && !verbal(at);
    let bordered = at < firm && firm - at <= COMPOUND && (at == 0 || border(at - 1));
    let start = partitive(tokens, if bordered { at } else { firm });
    in_quotes(text, tokens, start - at_least(tokens, start))
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

fn is_modifier(token: &Token) -> bool {
    // `Quoting officials, the paper said`
    let citing = token.is(shape::INITIAL) && token.is(shape::ING) && token.is(class::SAY);
    let name = token.is(shape::UPPER) && !token.is(STOP | class::ADVERB | class::WEEKDAY | class::MONTH) && !citing;
    name || token.is(shape::DIGITS | class::NUMBER) || (token.is(class::MODIFIER | class::INSTITUTION) && !token.is(class::PREP))
}

fn is_possessive(text: &str, token: &Token) -> bool {
    token.reads(words!("'s")) || (!token.is(shape::SPACED) && token.is_apostrophe(text))
}

/// Returns the first token of the owner in `the ministry's officials`.
fn owner_edge(tokens: &[Token], end: usize) -> usize {
    let mut at = end;
    while at > 0 && end - at < 5 && !tokens[at - 1].is(shape::MARK | STOP | class::SAY | class::DET) {
        at -= 1;
    }
    if at > 0 && tokens[at - 1].is(class::DET) { at - 1 } else { at }
}

/// Extends the phrase over `one of` before `the ministers`.
pub(crate) fn partitive(tokens: &[Token], at: usize) -> usize {
    let of = at >= 2 && tokens[at - 1].is_word(words!("of"));
    if of && tokens[at - 2].is(class::NUMBER | class::DET) { at - 2 } else { at }
}

/// Returns the token after the noun phrase whose head ends at `head_end`.
pub(crate) fn right_edge(text: &str, tokens: &[Token], head_end: usize) -> usize {
    let mut end = head_end;
    while let Some(token) = tokens.get(end) {
        let next = tokens.get(end + 1);
        let comma = token.is_mark(text, ",");
        let whom = comma && word_at(tokens, end + 2, words!("of")) && word_at(tokens, end + 3, words!("whom"));
        let clause = whom
            || (token.is_word(words!("who")) && next.is_some_and(|next| !next.is(shape::MARK)))
            || (comma && word_at(tokens, end + 1, set::SPEAKER_CLAUSE));
        if is_occasion(tokens, end) || is_day(tokens, end) {
            break;
        }
        let dated = token.is_word(set::LAST) && next.is_some_and(|next| next.is(class::PERIOD)) && end > head_end;
        let reached = if dated {
            end + 2
        } else if clause {
            clause_end(text, tokens, end)
        } else if let Some(verb) = busy_until(tokens, head_end, end) {
            return verb;
        } else if token.is(class::KNOWLEDGE) && next.is_some_and(|next| next.is(class::PREP)) {
            complement_end(text, tokens, end + 2)
        } else if goes_on(tokens, head_end, end) {
            complement_end(text, tokens, end + 1)
        } else if token.is(class::POST) && !is_verb(token, next) {
            end + 1
        } else if token.is_word(words!("not")) && next.is_some_and(|next| next.is(class::POST)) {
            end + 2
        } else if token.is_word(words!("to"))
            && word_at(tokens, end + 1, words!("be"))
            && tokens.get(end + 2).is_some_and(|verb| verb.is(shape::ED))
        {
            end + 3 + usize::from(tokens.get(end + 3).is_some_and(|token| token.is(class::ADVERB)))
        } else {
            break;
        };
        if reached <= end {
            break;
        }
        end = reached;
    }
    end
}

/// Returns the verb of saying behind a participle that tells what the people do: `Police searching the lake say`.
fn busy_until(tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    const OTHER: u64 = VERBAL | class::CONJ | class::SAY | class::THINK | shape::MARK | class::NEGATOR;
    let last = &tokens[at - 1];
    let people = at == head_end && (last.is(shape::PLURAL | shape::AGENTS | shape::AGENT) || last.reads(set::STANDING_BODY));
    if !people || !tokens[at].is(shape::ING) || tokens[at].is(class::SAY | class::THINK | class::SIGNAL) {
        return None;
    }
    let verb = at + 1 + tokens[at + 1..].iter().take(CLAUSE).take_while(|token| !token.is(OTHER)).count();
    let said = tokens.get(verb).is_some_and(|token| token.is_word(set::HUMAN_SPEECH));
    (said && verb > at + 1 && !tokens[verb - 1].is(class::DET | class::PREP | shape::UPPER)).then_some(verb)
}

/// Returns true if a preposition continues the phrase: `of the ministry`, `to the president` behind an aide, `by the paper` behind
/// a participle.
fn goes_on(tokens: &[Token], head_end: usize, at: usize) -> bool {
    let token = &tokens[at];
    let participle = at > head_end && tokens[at - 1].is(class::POST);
    let other = set::NOT_IN_PHRASE;
    (token.is(class::PREP) && !token.is_word(other))
        || (token.is_word(words!("to")) && (participle || takes_to(&tokens[at - 1])))
        || (token.is_word(words!("by")) && (participle || tokens[at - 1].is(class::EVIDENCE)))
}

/// Returns true if an object follows the verb form: `officials quoted a report`, `the ministry released a statement`.
fn is_verb(token: &Token, next: Option<&Token>) -> bool {
    let object = |next: &Token| {
        next.is(class::DET)
            || next.is_word(set::LIGHT_OR_CLEAR)
            || (token.is(class::SAY) && (next.byte == b':' || !next.is(class::PREP | class::SAY | class::POST | shape::MARK)))
    };
    (token.is(shape::ED | class::SAY) || token.is_word(set::MAKE)) && next.is_some_and(object)
}

/// Returns true for nouns with a complement in `to`: `an aide to the president`.
fn takes_to(token: &Token) -> bool {
    token.is_word(set::TAKES_TO)
}

/// Returns true for phrases that tell how something was said: `in an interview`, `by phone`.
fn is_occasion(tokens: &[Token], at: usize) -> bool {
    let occasion = |token: &Token| token.is_word(set::OCCASION);
    tokens[at].is_word(set::BEFORE_OCCASION) && tokens[at + 1..].iter().take(3).any(occasion)
}

/// Returns true for `on Tuesday` and `late on Tuesday`, which tell when somebody said something. `Reports on Tuesday` are of that day.
fn is_day(tokens: &[Token], at: usize) -> bool {
    if at > 0 && tokens[at - 1].is(class::EVIDENCE) {
        return false;
    }
    let at = at + usize::from(tokens[at].is_word(set::EARLY_OR_LATE));
    word_at(tokens, at, words!("on")) && tokens.get(at + 1).is_some_and(|day| day.is(class::WEEKDAY))
}

/// Returns the end of a relative clause: `, who asked not to be named,` with its commas, `who attended the talks` up to the
/// verb of the sentence.
fn clause_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let in_commas = tokens[start].is_mark(text, ",");
    let limit = tokens.len().min(start + CLAUSE);
    let auxiliary = |token: &&Token| token.is(VERBAL | class::ADVERB | class::NEGATOR | shape::LY);
    let own_verb = start + 1 + usize::from(in_commas);
    let own_verb = own_verb + tokens[own_verb.min(limit)..limit].iter().take_while(auxiliary).count();
    let mut at = start + 2;
    while at < limit {
        let token = &tokens[at];
        if token.is_mark(text, ",") {
            return if in_commas { at + 1 } else { at };
        }
        let infinitive = tokens[at - 1].is_word(words!("to"));
        let next_verb =
            at > own_verb && !infinitive && (token.is(VERBAL) || (token.is(class::SAY) && !tokens[at - 1].is(class::PREP | class::DET)));
        let mark = token.is(shape::MARK) && !token.is_mark(text, "-") && !is_possessive(text, token);
        if mark || (!in_commas && next_verb) {
            return at;
        }
        at += 1;
    }
    if at == tokens.len() { at } else { start }
}

/// Returns true for the second part of a compound: `claimed` in `Oster-claimed`.
pub(crate) fn is_compounded(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is_mark(text, "-") && !tokens[at - 1].is(shape::SPACED) && !tokens[at].is(shape::SPACED)
}

/// Returns the end of a plain noun phrase (`the talks` in `the talks in Geneva`), or a place before `start` if none begins there.
pub(crate) fn complement_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let limit = tokens.len().min(start + COMPLEMENT);
    let mut at = start;
    while at < limit {
        let token = &tokens[at];
        let initial = |token: &Token| token.is(class::ABBREVIATION) || (token.is(shape::UPPER) && token.span.len() == 1);
        let abbreviated = token.is_mark(text, ".") && at > start && initial(&tokens[at - 1]) && at + 1 < tokens.len();
        let hyphen = token.is_mark(text, "-") && !token.is(shape::SPACED);
        let joined = abbreviated || hyphen || is_possessive(text, token) || is_compounded(text, tokens, at);
        let first = at == start;
        let list = token.is_word(words!("and"))
            && at > start
            && tokens[at - 1].is(shape::UPPER)
            && tokens.get(at + 1).is_some_and(|next| next.is(shape::UPPER));
        let article = first && token.is(class::DET | class::PRONOUN) && !token.is_word(set::RELATIVE);
        let verb =
            token.is(class::SAY | class::THINK | class::SIGNAL) && !first && !tokens[at - 1].is(class::DET) && !token.is(shape::UPPER);
        let object = tokens.get(at + 1).is_some_and(|next| next.is(class::DET | class::PRONOUN) || next.is_word(set::PARTICLE));
        // `officials from 20 states`
        let counted = !first && tokens[at - 1].is(shape::DIGITS | class::NUMBER) && token.is_word(set::NOUN_OR_VERB);
        let after_noun = !counted && !first && !tokens[at - 1].is(class::DET | shape::ED) && !is_possessive(text, &tokens[at - 1]);
        let verb = (verb && after_noun)
            || ((token.is(shape::ED) || token.is_word(set::IRREGULAR_ACT)) && after_noun && object)
            || (token.is_word(set::SEEM_OR_REMAIN) && after_noun)
            || (token.is(shape::ED) && !first && tokens[at - 1].is(shape::UPPER) && !token.is(shape::UPPER));
        // `the Herald the dam could fail`: a second article begins another phrase.
        let second = !first && token.is_word(set::ARTICLE) && !tokens[at - 1].is(class::DET);
        let adverb = token.is(shape::LY) && !token.reads(set::NOUN_IN_LY);
        let stop = adverb || token.is(STOP | class::ADVERB | shape::MARK | shape::CITATION) && !token.is(class::NUMBER) || verb || second;
        if stop && !(joined || list || article) {
            break;
        }
        at += 1;
    }
    if at == start { start.saturating_sub(1) } else { at }
}
