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
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// The shortest quotation that is cited, in bytes: shorter ones are scare quotes and titles.
const SHORTEST: usize = 24;

/// Adds the quotations that no row cites to the rows of their speakers.
pub(super) fn cite_quotations(text: &str, report: &Report, unnamed: &mut [Source], named: &mut [Source]) {
    let cited = Cited::new(unnamed.iter().chain(&*named).flat_map(|source| source.claims.iter().copied()), report);
    let of_place: FxHashMap<Span, usize> = rows_by(unnamed, |place| place);
    let mut of_name: FxHashMap<&str, usize> = rows_by(named, |place| place.of(text));
    for (number, row) in named.iter().enumerate().rev() {
        of_name.insert(row.phrase.of(text), number);
    }
    for quotation in report.blocks.iter().flat_map(|block| quotations_of(text, block.span)) {
        if !is_statement(text, quotation) || cited.overlap(quotation) {
            continue;
        }
        let Some(speaker) = speaker_of_quotation(text, report, first_letter(text, quotation), speaker) else { continue };
        let row = match unnamed_at(report, speaker.who) {
            Some(place) => of_place.get(&place).map(|row| &mut unnamed[*row]),
            None => of_name.get(speaker.who.of(text)).map(|row| &mut named[*row]),
        };
        if let Some(row) = row {
            row.claims.push(quotation);
        }
    }
    for row in unnamed.iter_mut().chain(named) {
        row.claims.sort_by_key(|claim| claim.start);
    }
}

/// Returns the number of the first row for each of its places.
fn rows_by<K: Eq + Hash>(rows: &[Source], key: impl Fn(Span) -> K) -> FxHashMap<K, usize> {
    let places = rows.iter().enumerate().rev().flat_map(|(number, row)| row.places.iter().map(move |place| (*place, number)));
    places.map(|(place, number)| (key(place), number)).collect()
}

/// What is cited already: the spans in order, each with the furthest end up to it.
struct Cited(Vec<(usize, usize)>);

impl Cited {
    fn new(claims: impl Iterator<Item = Span>, report: &Report) -> Self {
        let said = report.claims.iter().filter_map(|claim| claim.said);
        let mut spans: Vec<(usize, usize)> = claims.chain(said).map(|span| (span.start, span.end)).collect();
        spans.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut spans {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(spans)
    }

    fn overlap(&self, quotation: Span) -> bool {
        let before = self.0.partition_point(|(start, _)| *start < quotation.end);
        before > 0 && self.0[before - 1].1 > quotation.start
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
