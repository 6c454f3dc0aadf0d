//! Lists of speakers: `a nurse, a doctor and a guard`, `officials as well as residents`.

use crate::engine::grammar::inversion::inverted;
use crate::engine::grammar::noun_phrase::is_quote;
use crate::engine::grammar::noun_phrase_end::{complement_end, right_edge};
use crate::engine::lex::token::{Token, word_at};
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many more speakers a list may have.
const PARTNERS: usize = 4;

/// How many words before a speaker the verb of its list may stand.
const LIST: usize = 20;

/// Returns how many tokens join the last speaker of a list to those before it: `and`, `&`, `as well as`, `but also`. 0 if none do.
fn joiner(text: &str, tokens: &[Token], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return 0 };
    let also = usize::from(word_at(tokens, at + 1, words!("also" | "even")));
    let besides = word_at(tokens, at + 1, words!("well")) && word_at(tokens, at + 2, words!("as"));
    if token.is_word(words!("and" | "or")) || token.is_mark(text, "&") {
        1 + also
    } else if token.is_word(words!("but")) {
        2 * also
    } else if token.is_word(words!("as")) && besides {
        3
    } else {
        2 * usize::from(token.is_word(set::ALONG) && word_at(tokens, at + 1, words!("with")))
    }
}

/// Returns true if a joiner ends just before `start`.
fn joined_before(text: &str, tokens: &[Token], start: usize) -> bool {
    (1..=3.min(start)).any(|words| joiner(text, tokens, start - words) == words)
}

/// Skips `and residents` behind `officials`, and `, a nurse and two patients`, where a clause begins with them.
pub(super) fn skip_partner(text: &str, tokens: &[Token], start: usize, at: usize) -> usize {
    let opens = start == 0
        || tokens[start - 1].is(class::WEEKDAY)
        || tokens[start - 1].is_word(words!("say" | "says" | "said"))
        || (tokens[start - 1].is(shape::MARK | class::CONJ) && !tokens[start - 1].is_word(words!("as")))
        || joined_before(text, tokens, start)
        || is_both(tokens, start - 1);
    if !opens {
        return at;
    }
    let comma = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark(text, ","));
    let listed = start > 0 && comma(start - 1);
    let end = list_end(text, tokens, start, at, listed).unwrap_or_else(|| headline_pair(text, tokens, at));
    // `Officials, as well as residents, said`
    let joiner = (1..=3.min(start)).find(|words| joiner(text, tokens, start - words) == *words);
    let aside =
        comma(end) && (joiner.is_some_and(|words| words > 1 && start > words && comma(start - words - 1)) || (end > at && comma(at)));
    end + usize::from(aside)
}

/// Returns true for the first word of `both officials and residents`, where a joiner stands behind the phrase.
pub(crate) fn is_correlative(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    tokens[start].reads(words!("both" | "either" | "neither")) && joiner(text, tokens, end) > 0
}

/// Returns true for the first word of `both officials and residents` and for the last of `not only officials but also residents`.
fn is_both(tokens: &[Token], at: usize) -> bool {
    let only = || at > 0 && tokens[at].reads(words!("only")) && tokens[at - 1].reads(words!("not"));
    tokens[at].reads(words!("both" | "either" | "neither")) || only()
}

/// Returns the end of the list that goes on behind the speaker that ends at `at`; `listed` says that others of it stand before that.
fn list_end(text: &str, tokens: &[Token], start: usize, at: usize, listed: bool) -> Option<usize> {
    let mut end = at;
    for _ in 0..PARTNERS {
        let comma = usize::from(tokens.get(end).is_some_and(|token| token.is_mark(text, ",")));
        let joiner = joiner(text, tokens, end + comma);
        let first = end + comma + joiner;
        // `officials, and the ministry, said` has an aside.
        let aside = end == at && comma == 1 && joiner > 0 && !listed;
        let paired = joiner == 2 && tokens[end + 1].is_word(words!("but"));
        let other = complement_end(text, tokens, first);
        if (aside && !paired) || first == end || other <= first {
            return None;
        }
        // `party spokesman and candidate for Oster Ana Ruiz` is one person.
        let another = tokens[first].is(class::DET | class::NUMBER | shape::DIGITS) || tokens[other - 1].is(shape::PLURAL | shape::AGENTS);
        let quoted = start > 0 && is_quote(text, tokens, start - 1);
        end = if other < tokens.len() && another && !quoted { right_edge(text, tokens, other) } else { other };
        if joiner > 0 {
            return Some(end);
        }
    }
    None
}

/// Skips the second speaker of a headline: `residents` in `Police, residents say road is closed`. In `Mayor fires aide, sources say` the words
/// before the comma are what is said.
fn headline_pair(text: &str, tokens: &[Token], at: usize) -> usize {
    let pair = tokens.get(at).is_some_and(|comma| comma.is_mark(text, ",") && comma.is(shape::HEADLINE));
    let end = if pair { complement_end(text, tokens, at + 1) } else { at };
    let says = tokens
        .get(end)
        .is_some_and(|verb| verb.is(class::SAY | class::THINK) && !verb.is(shape::ED | shape::ING) && !verb.is_word(set::SAID_OR_TOLD));
    let closes = tokens.get(end + 1).is_none_or(|next| next.is(shape::MARK));
    if end > at + 1 && says && !closes && tokens[end - 1].is(shape::PLURAL | shape::AGENTS) { end } else { at }
}

/// Returns true if the speaker `start..end` is one of a list that others of it begin, as `a doctor` in `a nurse, a doctor and a guard`. In
/// `according to officials, residents and guards fled` they begin a clause.
pub(super) fn is_listed(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    if start == 0 || acts(tokens, end) {
        return false;
    }
    let close = || list_end(text, tokens, start, end, true).filter(|close| !acts(tokens, *close) && !acts(tokens, close - 1));
    let closes = || close().is_some_and(|close| tokens.get(close).is_none_or(|next| next.is(shape::MARK | class::PREP | class::CONJ)));
    joined_before(text, tokens, start) || (tokens[start - 1].is_mark(text, ",") && closes())
}

/// Returns true for a finite verb at `at`.
fn acts(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is(class::BE | class::HAVE | class::MODAL) || token.is_word(set::IRREGULAR_ACT))
}

/// Returns true for the later speakers of `said two officials, a diplomat and a guard`.
pub(super) fn in_list_behind_verb(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    if !is_listed(text, tokens, start, end) {
        return false;
    }
    let verbal = |token: &Token| token.is(class::BE | class::HAVE | class::MODAL | class::PREP) && !token.is(class::CONJ);
    let near = (start.saturating_sub(LIST)..start - 1).rev().take_while(|at| !verbal(&tokens[*at]));
    let verb =
        near.into_iter().find(|at| (tokens[*at].is(class::SAY) || tokens[*at].is_word(set::QUOTING)) && !tokens[at + 1].is(shape::MARK));
    // `said Ana Ruiz, a nurse and a mother` is one person.
    let described = |verb: usize| {
        let name = verb + 1 + tokens[verb + 1..start].iter().take_while(|token| token.is(shape::UPPER)).count();
        let article = tokens.get(name + 1).is_some_and(|token| token.reads(set::ARTICLE));
        name > verb + 1 && tokens[name].is_mark(text, ",") && article
    };
    // `said Ana Ruiz and residents` may begin a clause with them.
    let another = tokens[start].is(class::DET | class::NUMBER | shape::DIGITS);
    let alike = |verb: usize| another || !tokens[verb + 1..start].iter().any(|token| token.is(shape::UPPER));
    let close = list_end(text, tokens, start, end, true).unwrap_or(end);
    verb.is_some_and(|verb| {
        tokens[verb].is_word(set::QUOTING) && !described(verb) && alike(verb) && inverted(text, tokens, verb + 1, close)
    })
}
