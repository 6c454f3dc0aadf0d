//! Why a noun phrase that speaks is no unnamed source: it carries a name.

use super::token::Token;
use crate::lexicon::class;
use crate::lexicon::op::shape;

/// The reason why the phrase `start..end` with the head `head..head_end` is named, if it is.
pub(crate) fn reason(text: &str, tokens: &[Token], start: usize, head_end: usize, end: usize) -> Option<&'static str> {
    if is_name(tokens, head_end)
        || (tokens.get(head_end).is_some_and(|token| token.is(class::TITLE | shape::UPPER)) && is_name(tokens, head_end + 1))
    {
        return Some("a name follows the role");
    }
    for at in [head_end, end] {
        if tokens.get(at).is_some_and(|token| token.is_mark(text, ",")) && apposition(text, tokens, at + 1) {
            return Some("a name stands beside the role");
        }
    }
    let title = tokens[head_end - 1].is(class::TITLE) && !tokens[head_end - 1].is(shape::PLURAL);
    if title && !tokens[start].is(class::DET | class::NUMBER) && !tokens[start].is(class::MODIFIER) {
        return Some("a title without an article belongs to a name");
    }
    named_before(text, tokens, start, end).then_some("the phrase describes somebody named just before")
}

fn is_name(tokens: &[Token], at: usize) -> bool {
    let name = |token: &Token| token.is(shape::CAPITAL) && !token.is(class::NOT_A_NAME | class::SAY | class::MODAL | class::PRONOUN);
    tokens.get(at).is_some_and(name)
}

/// `, Lena Huld,`: a name that a mark, a preposition or a verb of saying closes. One that goes on into a clause is no
/// apposition: `According to officials, Lena Huld left`.
fn apposition(text: &str, tokens: &[Token], at: usize) -> bool {
    let title = tokens.get(at).is_some_and(|token| token.is(class::TITLE)) && !is_name(tokens, at);
    let at = at + usize::from(title);
    let dot = |place: usize| tokens.get(place).is_some_and(|token| token.is_mark(text, "."));
    let part_of_name = |place: &usize| is_name(tokens, *place) || (dot(*place) && is_name(tokens, place + 1));
    let end = at + (at..tokens.len()).take_while(part_of_name).count();
    let closes = |token: &Token| token.is(class::SAY | class::PREP) || (token.is(shape::MARK) && !token.is_mark(text, "-"));
    end > at && tokens.get(end).is_none_or(closes)
}

/// `Lena Huld, a spokesperson for the port,` and `Huld, who is a spokesperson`.
fn named_before(text: &str, tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(comma) = start.checked_sub(1).filter(|at| tokens[*at].is_mark(text, ",")) else { return false };
    let mut at = comma;
    if at >= 2 && tokens[at - 1].is(shape::DIGITS) && tokens[at - 2].is_mark(text, ",") {
        at -= 2;
    }
    let part_of_name = |token: &Token| token.is(shape::UPPER) && !token.is(class::NOT_A_NAME | class::PREP | class::CONJ);
    let last = at;
    while at > 0 && (part_of_name(&tokens[at - 1]) || (tokens[at - 1].is_mark(text, ".") && at >= 2 && tokens[at - 2].is(shape::UPPER))) {
        at -= 1;
    }
    // `In Geneva, officials said`: a place, not a name.
    let after_preposition =
        at > 0 && tokens[at - 1].is(class::PREP) && !matches!(tokens[at - 1].span.of(text), "to" | "by" | "with" | "for");
    // `they will leave Oster, the official said` has no second comma.
    let closed = tokens.get(end).is_none_or(|token| !token.is(class::SAY | class::HAVE | class::BE));
    let described = if tokens[start].is(class::DET) { closed } else { last - at >= 2 };
    last > at
        && described
        && !after_preposition
        && !(last - at == 1 && tokens[at].is(class::ADVERB | class::WEEKDAY | class::MONTH | shape::LY))
}
