//! Whose an estimate is: `Oster Bank` in `Oster Bank cut its forecast` and in `Oster Bank's forecast`.

use crate::engine::grammar::clause::main_subject;
use crate::engine::grammar::noun_phrase::left_edge;
use crate::engine::grammar::speaker::{is_named_speaker, is_person};
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report, Voice};
use crate::engine::text::Span;
use crate::lexicon::pattern::instruction::shape;
use crate::lexicon::{Category, class, set, words};

/// How many words may stand between the owner and the estimate: `its output estimates`.
const BETWEEN: usize = 2;

/// Returns the owner of a hedge that is a noun, if the sentence names who it is.
pub(super) fn owner_of_estimate(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    if finding.category() != Category::Hedge || finding.voice == Voice::Quoted {
        return None;
    }
    let tokens = tokens_of(text, *report.sentences.get(finding.sentence)?);
    let at = tokens.partition_point(|token| token.span.end <= finding.span.start);
    if !tokens.get(at)?.is_word(set::OWN_ESTIMATE) {
        return None;
    }
    let plain = |token: &&Token| token.is(shape::WORD) && !token.is(class::PREP | class::DET | class::BE | class::HAVE | shape::ED);
    let own = |token: &Token| token.reads(words!("its" | "his" | "her"));
    let between =
        tokens[..at].iter().rev().take(BETWEEN).take_while(|token| plain(token) && !own(token) && !token.reads(words!("'s"))).count();
    let mark = (at - between).checked_sub(1)?;
    let who = if own(&tokens[mark]) {
        let who = main_subject(text, &tokens, mark)?;
        let makes = tokens[who.end..mark].iter().any(|token| token.is_word(set::CHANGING_ESTIMATE) || token.is(class::SAY));
        let person = is_person(&tokens[who.clone()])
            || tokens[who.clone()].iter().any(|token| token.is(class::TITLE | shape::AGENT) && !token.is(shape::UPPER));
        if !makes || person == tokens[mark].reads(words!("its")) {
            return None;
        }
        who
    } else if tokens[mark].reads(words!("'s")) && mark > 0 {
        left_edge(text, &tokens, mark - 1)..mark
    } else {
        return None;
    };
    let said = is_named_speaker(&tokens[who.clone()]);
    said.then(|| Span { start: tokens[who.start].span.start, end: tokens[who.end - 1].span.end })
}
