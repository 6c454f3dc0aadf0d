//! Clauses that only withhold a name: `spoke on condition of anonymity`. They belong to the row of whoever spoke, and are no part of what is said.

use crate::engine::ledger::source::Source;
use crate::engine::lex::token::{Token, tokens_of};
use crate::engine::report::{Finding, Report};
use crate::engine::text::Span;
use crate::lexicon::{set, words};

/// The rule for such a clause without the person.
const RULE: &str = "condition-of-anonymity";
/// How many words behind its first one a clause names what is withheld: `spoke to the Herald on condition of anonymity`.
const CLAUSE: usize = 8;

/// Returns true for a finding that is such a clause.
pub(super) fn is_clause(finding: &Finding) -> bool {
    &*finding.rule.id == RULE
}

/// Returns the row of the source that a clause is about: one in its sentence or in the sentence before.
pub(super) fn row_of_clause(report: &Report, finding: &Finding, rows: &[Source]) -> Option<usize> {
    if !is_clause(finding) {
        return None;
    }
    let last = |sentence: Option<&Span>| {
        let sentence = sentence?;
        let within = |place: &&Span| sentence.start <= place.start && place.end <= finding.span.start;
        let places =
            rows.iter().enumerate().flat_map(|(row, source)| source.places.iter().filter(within).map(move |place| (place.start, row)));
        places.max().map(|(_, row)| row)
    };
    let before = finding.sentence.checked_sub(1).and_then(|before| report.sentences.get(before));
    last(report.sentences.get(finding.sentence)).or_else(|| last(before))
}

/// Returns the reason that a clause gives, in its words or behind them: `because they feared for their jobs`.
pub(super) fn reason_of_clause(text: &str, report: &Report, finding: &Finding) -> Option<Span> {
    let sentence = report.sentences.get(finding.sentence)?;
    let tokens = tokens_of(text, Span { start: finding.span.start, end: sentence.end });
    let at = tokens
        .iter()
        .take_while(|token| !token.is_mark(text, "."))
        .position(|token| token.is_word(words!("because" | "since" | "citing")))?;
    let stop = |token: &&Token| token.is_mark(text, ".") || token.is_mark(text, ",") || token.is_mark(text, ";");
    let end = tokens[at..].iter().take_while(|token| !stop(token)).last()?.span.end;
    Some(Span { start: tokens[at].span.start, end })
}

/// Returns the reason within the phrase of a source: `who asked not to be named because talks go on`.
pub(super) fn reason_within(span: Span, tokens: &[Token]) -> Option<Span> {
    let withheld = tokens.iter().position(|token| token.is_word(set::NAME_WITHHELD));
    let told = withheld.and_then(|withheld| tokens[withheld..].iter().find(|token| token.is_word(set::REASON)));
    // `a clerk who was not authorised to speak publicly`
    let barred =
        |pair: &[Token]| pair[0].is_word(words!("not")) && pair[1].is_word(words!("authorised" | "authorized" | "allowed" | "permitted"));
    let barred = || tokens.windows(2).find(|pair| barred(pair)).map(|pair| &pair[0]);
    let at = told.or_else(barred)?;
    Some(Span { start: at.span.start, end: span.end })
}

/// Returns what is said without such a clause behind it; nothing where it is nothing else.
pub(super) fn without_clause(text: &str, said: Span) -> Option<Span> {
    let tokens = tokens_of(text, said);
    let withholds = |at: usize| {
        let opens = tokens[at].is_word(set::DECLINE_OR_ASK)
            || tokens[at].is_word(words!("spoke" | "speaking" | "requesting" | "asking" | "insisting"));
        opens && tokens[at..].iter().take(CLAUSE).any(|token| token.is_word(words!("anonymity" | "anonymously" | "named" | "identified")))
    };
    if tokens.is_empty() || withholds(0) {
        return None;
    }
    let clause = (1..tokens.len()).find(|at| tokens[at - 1].is_mark(text, ",") && withholds(*at));
    let end = clause.and_then(|at| at.checked_sub(2)).map_or(said.end, |last| tokens[last].span.end);
    Some(Span { end, ..said })
}
