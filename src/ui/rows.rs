//! The rows of the ledgers, ready to be drawn.

use super::analysis::Analysis;
use crate::engine::{Decision, Number, Source, SourceLedger, Span, decisions, sources};
use crate::lexicon::Kind;
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

/// The source ledger: the share in one line, then the rows without and with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    /// The share in words.
    pub share: String,
    /// How many statements rest on unnamed and on named sources.
    pub statements: (usize, usize),
    /// Sources without a name.
    pub unnamed: Vec<Row>,
    /// Named ones.
    pub named: Vec<Row>,
}

/// The rows of the source ledger.
pub fn source_rows(analysis: &Analysis) -> Sources {
    let SourceLedger { unnamed, named } = sources(analysis.text(), analysis.report());
    let statements = (SourceLedger::statements(&unnamed), SourceLedger::statements(&named));
    let rows = |sources: &[Source]| sources.iter().map(|source| source_row(analysis, source)).collect();
    Sources { share: page::share(statements.0, statements.1), statements, unnamed: rows(&unnamed), named: rows(&named) }
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
