//! The head of a matter that a noun tells of, without the rest of a long sentence: `push to close the mill` of `The mayor, who was born in Oster,
//! spoke of a push to close the mill`.

use crate::engine::ledger::matter_start::is_verbal;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{class, set, words};

/// How many words a sentence may have that heads its row as a whole.
const SHORT: usize = 16;
/// The fewest words behind the noun that tell what it is about.
const ABOUT: usize = 3;

/// Returns the phrase of a matter if its noun is followed by what it is about, and nothing before it turns its sense round: not for `has
/// cancelled plans to`, `no plans to` and `left plans to sell it unchanged`.
pub(super) fn phrase_head(text: &str, report: &Report, finding: &Finding, matter: Span) -> Option<Span> {
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let at = |byte: usize| tokens.partition_point(|token| token.span.end <= byte);
    let (start, wording) = (at(matter.start), at(finding.span.start));
    let end = tokens.partition_point(|token| token.span.start < matter.end);
    let about = tokens.partition_point(|token| token.span.start < finding.span.end);
    let long = tokens.iter().filter(|token| token.is(shape::WORD)).count() > SHORT;
    let noun = (wording..about).find(|at| tokens[*at].reads(set::MATTER_NOUN))?;
    if !long || start > wording || end < about + ABOUT || is_verbal(text, &tokens, wording) {
        return None;
    }
    // `plan to`, `talks on`, `request that`; not `plan calls for`
    let opens = |token: &Token| token.is(class::PREP) || token.is_word(words!("to" | "that" | "whether"));
    let told = opens(&tokens[about - 1]) || opens(&tokens[about]);
    let part = |token: &Token| {
        let verb = token.is(class::BE | class::HAVE | class::MODAL | class::SAY | class::CONJ | class::NEGATOR | shape::MARK | shape::ED);
        let past = token.is_word(set::IRREGULAR_PAST);
        (!verb && !past) || token.reads(words!("'s")) || token.byte == b'-'
    };
    // `to open talks on`, `in talks with`, `his plan to`
    let opens_phrase = !tokens[start].reads(set::POSSESSIVE) && !tokens[start].is(class::PREP);
    let articles = tokens[..start].iter().rev().take_while(|token| token.reads(set::ARTICLE)).count();
    let before = (start - articles).checked_sub(1).map(|before| &tokens[before]);
    let free = !before
        .is_some_and(|before| before.is_word(words!("to" | "from" | "against" | "despite")) || (before.is(class::CONJ) && start == noun));
    let phrase = tokens[start..noun].iter().all(part) && tokens[noun + 1..about].iter().all(part) && opens_phrase && free;
    let turned = |token: &Token| {
        token.is(class::NEGATOR) || token.reads(set::TURNS_ROUND) || token.is_word(set::CALL_OFF) || token.is_word(set::DENY)
    };
    // `talks with China, Syria, Libya`, `the 18-year war`
    let cut =
        |next: &Token| next.byte == b'-' || (next.is_mark(text, ",") && tokens.get(end + 1).is_some_and(|name| name.is(shape::UPPER)));
    // `made good on a pledge`, `resigned over a plan`, `accused of a plan`, `In 1950, they spoke of a plan`
    let long_ago = tokens.len() > 1 && tokens[0].reads(words!("in")) && tokens[1].is(shape::DIGITS);
    let over = tokens[..start].iter().any(|token| token.is_word(set::ENDS_A_PLAN)) || long_ago;
    let closed = tokens.get(end).is_none_or(|next| next.is(shape::MARK | class::CONJ | class::PREP) && !cut(next));
    let clear = !tokens[..start].iter().any(turned) && !tokens[start..end].iter().any(|token| token.is(shape::QUOTED));
    (told && phrase && closed && clear && !over).then_some(matter)
}
