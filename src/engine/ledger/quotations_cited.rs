//! Quotations that no claim cites, but whose speaker is certain: one that fills the paragraph behind its speaker's, one behind a colon.

use crate::engine::grammar::clause::has_finite_verb;
use crate::engine::ledger::named_partner::unnamed_at;
use crate::engine::ledger::quotation_spans::quotations_of;
use crate::engine::ledger::running_quotation::speaker_of_quotation;
use crate::engine::ledger::source::Source;
use crate::engine::ledger::speakers::speaker;
use crate::engine::lex::token::tokens_of;
use crate::engine::report::Report;
use crate::engine::text::Span;

/// The shortest quotation that is cited, in bytes: shorter ones are scare quotes and titles.
const SHORTEST: usize = 24;

/// Adds the quotations that no row cites to the rows of their speakers.
pub(super) fn cite_quotations(text: &str, report: &Report, unnamed: &mut [Source], named: &mut [Source]) {
    let mut cited: Vec<Span> = unnamed.iter().chain(&*named).flat_map(|source| source.claims.iter().copied()).collect();
    cited.extend(report.claims.iter().filter_map(|claim| claim.said));
    cited.sort_unstable_by_key(|span| span.start);
    for quotation in report.blocks.iter().flat_map(|block| quotations_of(text, block.span)) {
        if !is_statement(text, quotation) || cited.iter().any(|known| known.overlaps(quotation)) {
            continue;
        }
        let Some(speaker) = speaker_of_quotation(text, report, first_letter(text, quotation), speaker) else { continue };
        let place = unnamed_at(report, speaker.who);
        let mut rows = unnamed.iter_mut().chain(named.iter_mut());
        if let Some(row) = rows.find(|row| is_row_of(text, row, place, speaker.who)) {
            row.claims.push(quotation);
            row.claims.sort_unstable_by_key(|claim| claim.start);
        }
    }
}

/// Returns the place of the first letter behind the quotation mark.
fn first_letter(text: &str, quotation: Span) -> Span {
    let letter = quotation.of(text).char_indices().nth(1).map_or(quotation.end, |(at, _)| quotation.start + at);
    Span { start: letter, end: letter }
}

/// Returns true for a sentence in quotation marks: it begins with a capital, ends with a stop and has a verb.
fn is_statement(text: &str, quotation: Span) -> bool {
    let words = quotation.of(text).trim_matches(['“', '”', '"']);
    let stop = words.ends_with(['.', ',', '!', '?', '…']);
    words.len() >= SHORTEST && stop && words.starts_with(char::is_uppercase) && has_finite_verb(&tokens_of(text, quotation))
}

/// Returns true if the row is that of a speaker.
fn is_row_of(text: &str, row: &Source, unnamed: Option<Span>, who: Span) -> bool {
    let words = who.of(text);
    match unnamed {
        Some(place) => row.kind.is_some() && row.places.contains(&place),
        None => row.kind.is_none() && (row.phrase.of(text) == words || row.places.iter().any(|place| place.of(text) == words)),
    }
}
