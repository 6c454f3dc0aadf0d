//! Noun phrases: where the phrase around a head ends.

use crate::engine::grammar::adverbial::{adverbial_end, is_day, is_occasion, month_end};
use crate::engine::grammar::noun_phrase::{STOP, is_compounded, is_possessive, is_preposition_of_name, joins_names};
use crate::engine::grammar::postmodifier::verb_behind_clause;
use crate::engine::grammar::relative_clause::{clause_end, closing_mark, withheld_end};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many tokens one complement after the head may take.
const COMPLEMENT: usize = 9;

/// Returns the token after the noun phrase whose head ends at `head_end`.
pub(crate) fn right_edge(text: &str, tokens: &[Token], head_end: usize) -> usize {
    let mut end = head_end;
    while let Some(token) = tokens.get(end) {
        let next = tokens.get(end + 1);
        let comma = token.is_mark(text, ",");
        let aside = comma || closing_mark(text, token).is_some();
        let whom = comma && word_at(tokens, end + 2, words!("of")) && word_at(tokens, end + 3, words!("whom"));
        let clause = whom
            || (token.is_word(words!("who" | "whose")) && next.is_some_and(|next| !next.is(shape::MARK) || next.is_apostrophe(text)))
            || (aside && word_at(tokens, end + 1, set::SPEAKER_CLAUSE));
        let when = adverbial_end(tokens, end).or_else(|| month_end(tokens, end));
        if is_occasion(tokens, end) || is_day(tokens, end) || when.is_some() {
            break;
        }
        if let Some(withheld) = withheld_end(text, tokens, end) {
            return withheld;
        }
        let dated = token.is_word(set::LAST) && next.is_some_and(|next| next.is(class::PERIOD)) && end > head_end;
        let reached = if dated {
            Some(end + 2)
        } else if clause {
            Some(clause_end(text, tokens, end))
        } else if let Some(verb) = verb_behind_clause(tokens, head_end, end) {
            return verb;
        } else {
            tail_end(text, tokens, head_end, end)
        };
        let Some(reached) = reached.filter(|reached| *reached > end) else { break };
        end = reached;
    }
    end
}

/// Returns the end of what belongs to the phrase at `at`: a preposition or a participle with its complement.
fn tail_end(text: &str, tokens: &[Token], head_end: usize, at: usize) -> Option<usize> {
    let (token, next) = (&tokens[at], tokens.get(at + 1));
    if (token.is(class::KNOWLEDGE) || token.reads(set::MOVED_BY)) && next.is_some_and(|next| next.is(class::PREP)) {
        Some(complement_end(text, tokens, at + 2))
    } else if goes_on(tokens, head_end, at) {
        Some(complement_end(text, tokens, at + 1 + second_preposition(tokens, at)))
    } else if token.is(class::POST) && !is_verb(token, next) {
        Some(at + 1)
    } else if token.is_word(set::SINCE_WHEN) && next.is_some_and(|next| next.is(shape::ED | class::POST)) {
        // `a diplomat long posted to the region`
        Some(at + 2)
    } else if token.is_word(words!("not")) && next.is_some_and(|next| next.is(class::POST)) {
        Some(at + 2)
    } else {
        let passive = word_at(tokens, at + 1, words!("be")) && tokens.get(at + 2).is_some_and(|verb| verb.is(shape::ED));
        let adverb = usize::from(tokens.get(at + 3).is_some_and(|token| token.is(class::ADVERB)));
        (token.is_word(words!("to")) && passive).then_some(at + 3 + adverb)
    }
}

/// Returns true if a preposition continues the phrase: `of the ministry`, `to the president` behind an aide, `by the paper` behind
/// a participle.
fn goes_on(tokens: &[Token], head_end: usize, at: usize) -> bool {
    let token = &tokens[at];
    let participle = at > head_end && tokens[at - 1].is(class::POST);
    let other = set::NOT_IN_PHRASE;
    (token.is(class::PREP) && !token.is_word(other))
        || (token.is_word(words!("against")) && tokens[at - 1].reads(set::CAMPAIGNER))
        || (token.is_word(words!("to")) && (participle || takes_to(&tokens[at - 1]) || is_range(tokens, head_end, at)))
        || (token.is_word(words!("by")) && (participle || tokens[at - 1].is(class::EVIDENCE)))
}

/// Returns the length of the second preposition of `from around the world` and `on board the ship`.
fn second_preposition(tokens: &[Token], at: usize) -> usize {
    let Some(next) = tokens.get(at + 1) else { return 0 };
    let article = tokens.get(at + 2).is_some_and(|token| token.is(class::DET));
    usize::from(article && ((next.is(class::PREP) && !next.is(class::CONJ)) || next.is_word(set::BOARD)))
}

/// Returns true for the `to` of `lawmakers from Oster to Karsk`.
fn is_range(tokens: &[Token], head_end: usize, to: usize) -> bool {
    let named = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER));
    named(to - 1) && named(to + 1) && tokens[head_end..to].iter().any(|token| token.is_word(words!("from")))
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

/// Returns true for `take` in `observers in the capital take the view` and for `winced` before a mark.
fn takes_or_ends(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let takes = tokens[at].is_word(set::LIGHT_VERB) && next.is_some_and(|next| next.is(class::DET));
    takes || (tokens[at].is(shape::ED) && next.is_none_or(|next| next.is(shape::MARK) && next.byte != b'-'))
}

/// Returns the end of a plain noun phrase (`the talks` in `the talks in Geneva`), or a place before `start` if none begins there.
pub(crate) fn complement_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let limit = tokens.len().min(start + COMPLEMENT).max(start);
    let end = (start..limit).find(|at| ends_complement(text, tokens, start, *at)).unwrap_or(limit);
    if end == start { start.saturating_sub(1) } else { end }
}

/// Returns true if the phrase that begins at `start` ends before `at`.
fn ends_complement(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let token = &tokens[at];
    let first = at == start;
    let article = first && token.is(class::DET | class::PRONOUN) && !token.is_word(set::RELATIVE);
    if article || is_within_name(text, tokens, start, at) {
        return false;
    }
    // `the Herald the dam could fail`: a second article begins another phrase.
    let second = !first && token.is_word(set::ARTICLE) && !tokens[at - 1].is(class::DET);
    let adverb = ((token.is_word(words!("such")) || token.is_word(set::FLOATING)) && !first)
        || (token.is(shape::LY) && !token.reads(set::NOUN_IN_LY) && (!token.is(shape::CAPITAL) || token.is(shape::HEADLINE)));
    let closed = token.is(STOP | class::ADVERB | shape::MARK | shape::CITATION) && !token.is(class::NUMBER);
    second || adverb || closed || (!first && is_predicate(text, tokens, start, at))
}

/// Returns true for what ends a phrase elsewhere but not inside a name or a compound: a full stop, a hyphen, `'s`, `and`.
fn is_within_name(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let token = &tokens[at];
    let initial = |token: &Token| token.is(class::ABBREVIATION) || (token.is(shape::UPPER) && token.span.len() == 1);
    let abbreviated = token.is_mark(text, ".") && at > start && initial(&tokens[at - 1]) && at + 1 < tokens.len();
    let hyphen = token.is_mark(text, "-") && !token.is(shape::SPACED);
    let named = |at: usize| tokens.get(at).is_some_and(|token| token.is(shape::UPPER));
    // In `Officials in Oster and Nordic diplomats said` the second name describes others.
    let others = |at: usize| {
        let capitals = tokens[at..].iter().take_while(|token| token.is(shape::UPPER)).count();
        tokens.get(at + capitals).is_some_and(|noun| noun.is(shape::PLURAL | shape::AGENTS) && !noun.is(class::SAY | class::THINK))
    };
    let list = token.is_word(words!("and")) && at > start && named(at - 1) && named(at + 1) && !others(at + 1);
    abbreviated
        || hyphen
        || list
        || (at > start && joins_names(text, tokens, at))
        || is_possessive(text, token)
        || is_preposition_of_name(tokens, at)
        || is_compounded(text, tokens, at)
}

/// Returns true for a verb behind the phrase that begins at `start`.
fn is_predicate(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let (before, token) = (&tokens[at - 1], &tokens[at]);
    let object = tokens.get(at + 1).is_some_and(|next| next.is(class::DET | class::PRONOUN) || next.is_word(set::PARTICLE));
    // `officials from 20 states`
    let counted = before.is(shape::DIGITS | class::NUMBER) && token.is_word(set::NOUN_OR_VERB);
    // `Residents of coastal states fled`: the plural before the preposition has no verb in -s.
    let owned = start >= 2 && tokens[start - 1].is(class::PREP) && tokens[start - 2].is(shape::PLURAL | shape::AGENTS);
    let noun = counted || (owned && token.is_word(set::NOUN_OR_VERB));
    let after_noun = !noun && !before.is(class::DET | shape::ED) && !is_possessive(text, before);
    let says = token.is(class::SAY | class::THINK | class::SIGNAL) && !before.is(class::DET) && !token.is(shape::UPPER);
    let acts = (token.is(shape::ED) || token.is_word(set::IRREGULAR_ACT)) && object;
    // `The views of officials in the cable amount to`
    let amounts = token.is_word(words!("amount")) && tokens.get(at + 1).is_some_and(|next| next.is_word(words!("to")));
    (after_noun && (says || acts || amounts || token.is_word(set::SEEM_OR_REMAIN) || takes_or_ends(tokens, at)))
        || (token.is(shape::ED) && before.is(shape::UPPER) && !token.is(shape::UPPER))
}
