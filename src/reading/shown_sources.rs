//! The source ledger under a filter: which places are shown.

use crate::engine::{Finding, Source, SourceLedger, Span};

/// Returns a source ledger with, of unnamed sources, only the places that are among the `findings`. Made of the findings alone, a ledger
/// would take a hidden unnamed source for a named one.
#[must_use]
pub fn shown_sources(ledger: &SourceLedger, findings: &[Finding]) -> SourceLedger {
    let is_shown = |place: &Span| {
        let first = findings.partition_point(|finding| finding.span.start < place.start);
        findings[first..].iter().take_while(|finding| finding.span.start == place.start).any(|finding| finding.span == *place)
    };
    let shown = |source: &Source| {
        let places: Vec<Span> = source.places.iter().copied().filter(is_shown).collect();
        (!places.is_empty()).then(|| Source { places, ..source.clone() })
    };
    SourceLedger { unnamed: ledger.unnamed.iter().filter_map(shown).collect(), named: ledger.named.clone() }
}
