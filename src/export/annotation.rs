//! W3C Web Annotation as JSON-LD: a collection with one page and an annotation for each finding, then one for each
//! note of the reader. An annotation points at its
//! finding by position, in code points as the model requires, and by quotation.

use super::document::Document;
use crate::engine::{Finding, Ruler, Span, Unit};
use crate::reading::Provenance;
use crate::wording::page;
use serde::Serialize;
use std::borrow::Cow;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The length of the text quoted before and after a finding, in characters.
const CONTEXT_LENGTH: usize = 32;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'a str,
    r#type: &'static str,
    label: String,
    #[serde(rename = "dcterms:source", skip_serializing_if = "Option::is_none")]
    from: Option<Source<'a>>,
    total: usize,
    first: Page<'a>,
}

/// What is known of the text that all targets point at.
#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    #[serde(rename = "dcterms:title", skip_serializing_if = "str::is_empty")]
    title: &'a str,
    #[serde(rename = "dcterms:publisher", skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    r#type: &'static str,
    part_of: &'a str,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    generator: Generator,
    body: Vec<Body<'a>>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Generator {
    r#type: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    purpose: &'static str,
    value: Cow<'a, str>,
    format: &'static str,
    /// Unknown for the words of a reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'a TimeState>,
    selector: (Position, Quote<'a>),
}

/// The day on which the text was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TimeState {
    r#type: &'static str,
    source_date_start: String,
    source_date_end: String,
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote<'a> {
    r#type: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// Writes the collection. Its identifiers are derived from the text, so the same text always has the same ones.
pub fn write(document: &Document) -> String {
    let hash = document.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let identifier = |what: &str| format!("urn:caveat-lector:{what}:{hash:016x}");
    let collection = identifier("findings");
    let address = document.from.and_then(Provenance::link);
    let source = address.map_or_else(|| identifier("text"), str::to_owned);
    let state = document.from.and_then(|from| time_state(&from.read));
    let target = |span: Span, ruler: &mut Ruler<'_>| Target {
        source: &source,
        state: state.as_ref(),
        selector: (position(span, ruler), quote(document.text, span)),
    };
    let mut ruler = Ruler::new(document.text, Unit::CodePoints);
    let items = (1..).zip(&document.report.findings).map(|(number, finding)| Annotation {
        id: format!("{collection}:{number}"),
        r#type: "Annotation",
        motivation: "classifying",
        generator: Generator { r#type: "Software", name: page::NAME },
        body: bodies(finding),
        target: target(finding.span, &mut ruler),
    });
    let items: Vec<Annotation> = items.collect();
    let first_own = items.len() + 1;
    let mut ruler = Ruler::new(document.text, Unit::CodePoints);
    let own = (first_own..).zip(&document.notes).map(|(number, (span, note))| Annotation {
        id: format!("{collection}:{number}"),
        r#type: "Annotation",
        motivation: "commenting",
        generator: Generator { r#type: "Software", name: page::NAME },
        body: vec![Body { r#type: "TextualBody", purpose: "commenting", value: note.into(), format: "text/plain", language: None }],
        target: target(*span, &mut ruler),
    });
    let items: Vec<Annotation> = items.into_iter().chain(own).collect();
    let total = items.len();
    let first = Page { id: identifier("page"), r#type: "AnnotationPage", part_of: &collection, start_index: 0, items };
    let label = format!("{}. {}", document.title(), document.statement());
    let from = document.from.map(|from| Source { id: &source, title: &from.title, outlet: &from.outlet });
    super::json::to_string(&Collection { context: CONTEXT, id: &collection, r#type: "AnnotationCollection", label, from, total, first })
}

/// The state of a text that was read on a day, such as `2026-11-26`. The model asks for times, so it is the whole day.
fn time_state(day: &str) -> Option<TimeState> {
    let is_day = day.len() == 10 && day.chars().all(|c| c == '-' || c.is_ascii_digit());
    let at = |time: &str| format!("{day}T{time}Z");
    is_day.then(|| TimeState { r#type: "TimeState", source_date_start: at("00:00:00"), source_date_end: at("23:59:59") })
}

fn bodies(finding: &Finding) -> Vec<Body<'_>> {
    let rule = &finding.rule;
    let comments = [&rule.why, &rule.ask].into_iter().filter(|words| !words.is_empty());
    let tags = [finding.category().name(), finding.kind().name(), &rule.id];
    let tags = tags.into_iter().map(|tag| body("tagging", tag.into()));
    tags.chain(comments.map(|words| body("commenting", page::quoted_words(words).into()))).collect()
}

fn body<'a>(purpose: &'static str, value: Cow<'a, str>) -> Body<'a> {
    Body { r#type: "TextualBody", purpose, value, format: "text/plain", language: Some("en") }
}

fn position(span: Span, ruler: &mut Ruler<'_>) -> Position {
    let (start, end) = ruler.span(span);
    Position { r#type: "TextPositionSelector", start, end }
}

fn quote(text: &str, span: Span) -> Quote<'_> {
    let from = text[..span.start].char_indices().rev().nth(CONTEXT_LENGTH - 1).map_or(0, |(at, _)| at);
    let to = text[span.end..].char_indices().nth(CONTEXT_LENGTH).map_or(text.len(), |(at, _)| span.end + at);
    Quote { r#type: "TextQuoteSelector", exact: span.of(text), prefix: &text[from..span.start], suffix: &text[span.end..to] }
}
