//! What a source is cited for: the words of a claim, with the quotation that goes on behind its speaker.

use crate::engine::ledger::running_quotation::{behind_colon, from_first_sentence, quotation_before, quotation_behind, to_last_sentence};
use crate::engine::ledger::whole_statement::{says_something, whole, without_verb};
use crate::engine::ledger::withheld_names::without_clause;
use crate::engine::lex::token::tokens_of;
use crate::engine::report::{Claim, Report};
use crate::engine::text::Span;
use crate::lexicon::words;

/// Returns what a claim says, and the second half of a quotation that its speaker interrupts: `“It leaks,”` and `“and may fail.”` of `“It
/// leaks,” Lena Huld said, “and may fail.”`
pub(super) fn statements(text: &str, report: &Report, claim: &Claim) -> Vec<Span> {
    let claim = &Claim { said: claim.said.or_else(|| quotation_before(text, report, claim)), ..*claim };
    let said = said_by(text, report, claim);
    let apart = |behind: &Span| says_something(text, *behind) && !said.is_some_and(|said| said.overlaps(*behind));
    said.into_iter().chain(quotation_behind(text, report, claim).filter(apart)).collect()
}

/// Returns what a claim says, from the first sentence of its quotation on.
///
/// Nothing for `Few believe the wall holds` and `Not everyone agrees that it holds`, which say the reverse.
pub(super) fn said_by(text: &str, report: &Report, claim: &Claim) -> Option<Span> {
    if says_reverse(text, report, claim.sentence, claim.who) {
        return None;
    }
    let quotation = from_first_sentence(text, report, claim).or_else(|| to_last_sentence(text, report, claim));
    let said = quotation.or(claim.said).or_else(|| behind_colon(text, report, claim)).map(|said| whole(text, said));
    said.and_then(|said| without_verb(text, said)).and_then(|said| meant(text, said))
}

/// Returns what is said without a clause about the name, if it says something.
pub(super) fn meant(text: &str, said: Span) -> Option<Span> {
    without_clause(text, said).filter(|said| says_something(text, *said))
}

/// Returns true for `Few dockers` and the `everyone` of `Not everyone`: what stands behind their verb is what they do not say.
pub(super) fn says_reverse(text: &str, report: &Report, sentence: usize, who: Span) -> bool {
    let Some(sentence) = report.sentences.get(sentence) else { return false };
    let words = tokens_of(text, Span { start: sentence.start.min(who.start), end: who.end });
    let first = words.iter().position(|token| token.span.start >= who.start).unwrap_or(words.len());
    let around = words.get(first.saturating_sub(1)..=first).unwrap_or_default();
    around.iter().any(|word| word.reads(words!("few" | "not" | "hardly"))) && !around[0].reads(words!("a"))
}
