//! The report as JSON, described by `docs/report.schema.json`. Offsets count Unicode code points, or UTF-16 units in the npm
//! package.

use super::document::Document;
use crate::engine::{
    Block, BlockKind, Decision, Finding, Notice, Number, Rejected, Report, Ruler, Source, Span, Unit, Voice, parties_of, speaker_of,
};
use crate::lexicon::{Category, Kind, Strength};
use crate::reading::{Provenance, in_one_line};
use crate::wording::page::quoted_words;
use serde::Serialize;
use std::borrow::Cow;

/// The version of this format. It increases when a field changes its meaning.
pub const SCHEMA: u32 = 3;

/// A finding. A report also gives its sentence and its explanation, a line of `--jsonl` does not.
#[derive(Debug, Serialize)]
pub struct FindingData<'a> {
    category: Category,
    kind: Kind,
    start: usize,
    end: usize,
    text: &'a str,
    voice: Voice,
    strength: Strength,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    whose: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decider: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "is_single")]
    cues: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_single(cues: &u8) -> bool {
    *cues == 1
}

/// A look-alike with the reason why it is no finding.
#[derive(Debug, Serialize)]
pub struct RejectedData<'a> {
    rule: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    reason: String,
}

#[derive(Debug, Serialize)]
struct BlockData {
    kind: BlockKind,
    start: usize,
    end: usize,
}

/// A whole report.
#[derive(Debug, Serialize)]
pub struct ReportData<'a> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a Provenance>,
    /// The article.
    text: &'a str,
    shown: ShownData,
    summary: String,
    notice: Option<Notice>,
    blocks: Vec<BlockData>,
    sentences: Vec<(usize, usize)>,
    citations: Vec<&'a str>,
    findings: Vec<FindingData<'a>>,
    rejected: Vec<RejectedData<'a>>,
    sources: SourcesData<'a>,
    decisions: Vec<DecisionData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteData<'a>>,
}

/// A note of the reader on a passage.
#[derive(Debug, Serialize)]
struct NoteData<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    note: &'a str,
}

/// The filter and the ignored findings, in words and as codes that [`super::Saved::read`] restores.
#[derive(Debug, Serialize)]
struct ShownData {
    /// A sentence for people.
    statement: String,
    filter: String,
    ignored: String,
    kept_back: usize,
}

#[derive(Debug, Serialize)]
struct SourcesData<'a> {
    unnamed: Vec<SourceData<'a>>,
    named: Vec<SourceData<'a>>,
}

/// A row of the source ledger.
#[derive(Debug, Serialize)]
struct SourceData<'a> {
    phrase: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Kind>,
    number: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    knowledge: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<Cow<'a, str>>,
    times: usize,
    claims: Vec<Cow<'a, str>>,
}

/// A row of the decision ledger; `findings` are indices in the findings of the report.
#[derive(Debug, Serialize)]
struct DecisionData<'a> {
    wording: Cow<'a, str>,
    matter: Cow<'a, str>,
    stage: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    decider: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Cow<'a, str>>,
    findings: Vec<usize>,
}

fn source_data<'a>(source: &Source, text: &'a str) -> SourceData<'a> {
    SourceData {
        phrase: in_one_line(source.phrase.of(text)),
        kind: source.kind,
        number: source.number,
        knowledge: words_of(source.knowledge, text),
        reason: words_of(source.reason, text),
        outlet: words_of(source.outlet, text),
        times: source.places.len(),
        claims: source.claims.iter().map(|claim| in_one_line(claim.of(text))).collect(),
    }
}

/// Returns the findings of a report in the order of the text, with offsets in code points.
#[must_use]
pub fn findings<'a>(report: &'a Report, text: &'a str) -> Vec<FindingData<'a>> {
    findings_in(report, text, Unit::CodePoints)
}

fn findings_in<'a>(report: &'a Report, text: &'a str, unit: Unit) -> Vec<FindingData<'a>> {
    let mut ruler = Ruler::new(text, unit);
    report.findings.iter().map(|finding| finding_data(finding, report, text, &mut ruler)).collect()
}

/// Returns the look-alikes of a report in the order of the text, with offsets in code points.
#[must_use]
pub fn rejected<'a>(report: &'a Report, text: &'a str) -> Vec<RejectedData<'a>> {
    rejected_in(report, text, Unit::CodePoints)
}

fn rejected_in<'a>(report: &'a Report, text: &'a str, unit: Unit) -> Vec<RejectedData<'a>> {
    let mut ruler = Ruler::new(text, unit);
    let data = |rejected: &'a Rejected| {
        let (start, end) = ruler.span(rejected.span);
        RejectedData { rule: &rejected.rule.id, start, end, text: rejected.span.of(text), reason: quoted_words(&rejected.reason) }
    };
    report.rejected.iter().map(data).collect()
}

/// Writes the document as one line of JSON.
#[must_use]
pub(super) fn write(document: &Document) -> String {
    to_string(&report(document, Unit::CodePoints))
}

/// Writes data as one line of JSON. Plain data cannot fail.
pub(super) fn to_string(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default() + "\n"
}

/// Returns the whole report of a document, with offsets in `unit`.
#[must_use]
pub fn report<'a>(document: &'a Document<'a>, unit: Unit) -> ReportData<'a> {
    let Document { text, report, path, from, .. } = document;
    let mut ruler = Ruler::new(text, unit);
    let rows = |sources: &[Source]| sources.iter().map(|source| source_data(source, text)).collect();
    ReportData {
        schema: SCHEMA,
        path: *path,
        from: *from,
        text,
        shown: ShownData {
            statement: document.statement(),
            filter: document.filter.code(),
            ignored: document.ignored.code(),
            kept_back: document.kept_back,
        },
        notes: notes_in(document, unit),
        summary: document.summary(),
        notice: report.notice,
        blocks: blocks_in(report, &mut ruler),
        sentences: report.sentences.iter().map(|span| ruler.span(*span)).collect(),
        citations: report.citations.iter().map(|citation| citation.name.of(text)).collect(),
        rejected: rejected_in(report, text, unit),
        sources: SourcesData { unnamed: rows(&document.sources.unnamed), named: rows(&document.sources.named) },
        decisions: document.decisions.iter().map(|row| decision_data(row, text)).collect(),
        findings: findings_in(report, text, unit)
            .into_iter()
            .zip(&report.findings)
            .map(|(data, finding)| FindingData {
                sentence: Some(finding.sentence),
                why: Some(quoted_words(&finding.rule.why)),
                ask: Some(quoted_words(&finding.rule.ask)),
                ..data
            })
            .collect(),
    }
}

fn notes_in<'a>(document: &'a Document<'a>, unit: Unit) -> Vec<NoteData<'a>> {
    let data = |(span, note): &'a (Span, String)| {
        let (start, end) = Ruler::new(document.text, unit).span(*span);
        NoteData { start, end, text: span.of(document.text), note }
    };
    document.notes.iter().map(data).collect()
}

fn blocks_in(report: &Report, ruler: &mut Ruler<'_>) -> Vec<BlockData> {
    let data = |block: &Block| {
        let (start, end) = ruler.span(block.span);
        BlockData { kind: block.kind, start, end }
    };
    report.blocks.iter().map(data).collect()
}

fn words_of(span: Option<Span>, text: &str) -> Option<Cow<'_, str>> {
    span.map(|span| in_one_line(span.of(text)))
}

fn decision_data<'a>(row: &Decision, text: &'a str) -> DecisionData<'a> {
    DecisionData {
        stage: row.stage,
        wording: in_one_line(row.wording.of(text)),
        matter: in_one_line(&row.head(text)).into_owned().into(),
        decider: row.parties(text),
        date: words_of(row.date, text),
        findings: row.findings.clone(),
    }
}

#[cfg(feature = "module")]
impl ReportData<'_> {
    /// Empties the text and drops the explanations of the findings, which a caller in the same process can add from its own copies.
    #[must_use]
    pub fn brief(mut self) -> Self {
        self.text = "";
        for finding in &mut self.findings {
            (finding.why, finding.ask) = (None, None);
        }
        self
    }
}

fn finding_data<'a>(finding: &'a Finding, report: &Report, text: &'a str, ruler: &mut Ruler<'_>) -> FindingData<'a> {
    let (start, end) = ruler.span(finding.span);
    FindingData {
        category: finding.category(),
        kind: finding.kind(),
        start,
        end,
        text: finding.span.of(text),
        voice: finding.voice,
        strength: finding.strength(),
        rule: &finding.rule.id,
        whose: words_of(speaker_of(text, report, finding), text),
        decider: parties_of(text, report, finding),
        date: words_of(finding.date, text),
        cues: finding.cues,
        sentence: None,
        why: None,
        ask: None,
    }
}
