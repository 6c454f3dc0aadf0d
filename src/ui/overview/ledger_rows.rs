//! The rows of the ledgers, ready to be drawn.

use crate::engine::{Decision, Number, Source, SourceLedger, Span, decisions};
use crate::lexicon::Kind;
use crate::ui::state::Analysis;
use crate::wording::page;

/// Longest claim that is shown, in characters.
const CLAIM: usize = 110;

/// One row of a ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The wording, the phrase or the name.
    pub head: String,
    /// The kind, if the article marks it.
    pub kind: Option<Kind>,
    /// What is known, label by label.
    pub facts: Vec<(&'static str, String)>,
    /// Where it stands in the text.
    pub places: Vec<Span>,
}

/// The rows of the source ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    /// Sources without a name, as far as they are shown.
    pub unnamed: Vec<Row>,
    /// Named ones.
    pub named: Vec<Row>,
    /// Whether the filter keeps any back.
    pub filtered: bool,
}

/// The rows of a source ledger; unnamed sources only with the places that are `shown`.
pub fn source_rows(ledger: &SourceLedger, shown: &Analysis) -> Sources {
    let findings = &shown.report().findings;
    let is_shown = |place: &Span| {
        let first = findings.partition_point(|finding| finding.span.start < place.start);
        findings[first..].iter().take_while(|finding| finding.span.start == place.start).any(|finding| finding.span == *place)
    };
    let unnamed = ledger.unnamed.iter().filter_map(|source| {
        let row = source_row(shown, source);
        let places: Vec<Span> = row.places.iter().copied().filter(is_shown).collect();
        (!places.is_empty()).then_some(Row { places, ..row })
    });
    let unnamed: Vec<Row> = unnamed.collect();
    let filtered = unnamed.iter().map(|row| row.places.len()).sum::<usize>() < SourceLedger::statements(&ledger.unnamed);
    Sources { unnamed, named: ledger.named.iter().map(|source| source_row(shown, source)).collect(), filtered }
}

/// Every place where sources speak, in the order of the text.
pub fn places(sources: &[Source]) -> Vec<Span> {
    let mut places: Vec<Span> = sources.iter().flat_map(|source| source.places.iter().copied()).collect();
    places.sort_unstable();
    places
}

fn source_row(analysis: &Analysis, source: &Source) -> Row {
    let number = match source.number {
        Number::Several => Some((page::HOW_MANY, page::SEVERAL.to_owned())),
        Number::Count(count) if source.kind.is_some() && count > 1 => Some((page::HOW_MANY, count.to_string())),
        _ => None,
    };
    let quoted = |label, span: Option<Span>| span.map(|span| (label, analysis.words(span)));
    let claim = source.claims.first().map(|claim| (page::CITED_FOR, shortened(claim.of(analysis.text()))));
    let (known, reason) = (quoted(page::HOW_KNOWN, source.knowledge), quoted(page::WHY_UNNAMED, source.reason));
    let facts = [number, known, reason, quoted(page::THROUGH, source.outlet), claim];
    Row {
        head: analysis.words(source.phrase),
        kind: source.kind,
        facts: facts.into_iter().flatten().collect(),
        places: source.places.clone(),
    }
}

/// The rows of the decision ledger.
pub fn decision_rows(analysis: &Analysis) -> Vec<Row> {
    let row = |decision: &Decision| {
        let told = [(page::WHO_DECIDES, decision.decider), (page::WHEN, decision.date)];
        let facts = told.into_iter().filter_map(|(label, span)| Some((label, analysis.words(span?))));
        let sentence = (page::SENTENCE, shortened(decision.sentence.of(analysis.text())));
        Row {
            head: analysis.words(decision.wording),
            kind: Some(decision.stage),
            facts: facts.chain([sentence]).collect(),
            places: vec![decision.wording],
        }
    };
    decisions(analysis.report()).iter().map(row).collect()
}

/// The first words, cut after a word.
pub fn shortened(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = one_line.char_indices().nth(CLAIM) else { return one_line.trim_end_matches([',', ' ']).to_owned() };
    let cut = one_line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", one_line[..cut].trim_end_matches([',', ';', ':']))
}
