//! The DOM of one row of the article: text, marks and look-alikes.
//!
//! An article of 1 MB has 16,000 marks, so the sections are built with `web_sys` calls instead of `view!`: a mark has no signals and no
//! listeners of its own.

use crate::engine::{BlockKind, Finding, Span};
use crate::reading::{Analysis, ArticleRow, MarkedPiece, SectionBase, marked_pieces, split_span};
use crate::wording::{category_words, page};
use leptos::prelude::document;
use web_sys::Element;

/// Creates an element with these attributes.
pub fn element(tag: &str, attributes: &[(&str, &str)]) -> Element {
    let element = document().create_element(tag).expect("the tag names in this program are valid");
    for (name, value) in attributes {
        set(&element, name, value);
    }
    element
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect("the attribute names in this program are valid");
}

fn append_text(parent: &Element, text: &str) {
    let _ = parent.append_with_str_1(text);
}

fn append(parent: &Element, child: &Element) {
    let _ = parent.append_with_node_1(child);
}

/// Builds a row with the marks of its findings and, if asked, of its look-alikes. Offsets and numbers in its attributes count from `base`.
pub fn row_element(analysis: &Analysis, row: &ArticleRow, base: SectionBase, look_alikes: bool) -> Element {
    let (tag, class) = row_tag(row);
    let (from, to) = (row.span.start - base.bytes, row.span.end - base.bytes);
    let element = element(tag, &[("data-from", &from.to_string()), ("data-to", &to.to_string())]);
    if let Some(class) = class {
        set(&element, "class", class);
    }
    let sign = quotation_sign(analysis, row);
    if !sign.is_empty() {
        append(&element, &with_text("span", &[("class", "sign")], sign.of(analysis.text())));
    }
    let words = Span { start: sign.end, end: row.span.end };
    let pieces = marked_pieces(words, &analysis.report().findings, |_| true);
    let mut before = None;
    for piece in &pieces {
        append_piece(&element, analysis, piece, before, base, look_alikes);
        before = Some(piece);
    }
    element
}

/// The `>` before a quotation. It stays in the document, so that offsets hold, but is not shown: the row has a rule beside it.
fn quotation_sign(analysis: &Analysis, row: &ArticleRow) -> Span {
    let words = row.span.of(analysis.text());
    let length = if row.kind == BlockKind::Quotation { words.len() - words.trim_start_matches(['>', ' ']).len() } else { 0 };
    Span { start: row.span.start, end: row.span.start + length }
}

/// The tag and the class of a row.
fn row_tag(row: &ArticleRow) -> (&'static str, Option<&'static str>) {
    match row.kind {
        BlockKind::Furniture => ("p", Some("furniture")),
        BlockKind::Headline if row.first => ("h1", None),
        BlockKind::Headline => ("h2", None),
        BlockKind::Item => ("p", Some("item")),
        BlockKind::Quotation => ("blockquote", None),
        BlockKind::Paragraph => ("p", None),
    }
}

/// Appends plain text or a mark.
fn append_piece(
    parent: &Element,
    analysis: &Analysis,
    piece: &MarkedPiece,
    before: Option<&MarkedPiece>,
    base: SectionBase,
    look_alikes: bool,
) {
    match piece.findings.first() {
        Some(first) => {
            // The keyboard reaches a mark that continues the previous one through that one.
            let continues = piece.findings.len() == 1 && before.is_some_and(|before| before.findings.contains(first));
            append(parent, &mark(analysis, piece, base, continues));
        }
        None if look_alikes => append_with_look_alikes(parent, analysis, piece.span, base),
        None => append_plain(parent, analysis, piece.span),
    }
}

fn mark(analysis: &Analysis, piece: &MarkedPiece, base: SectionBase, continues: bool) -> Element {
    let findings: Vec<&Finding> = piece.findings.iter().map(|index| &analysis.report().findings[*index]).collect();
    let text = piece.span.of(analysis.text());
    let class = |finding: &Finding| format!("{} {}", finding.category().name(), finding.strength().name());
    let join = |words: Vec<String>, separator| words.join(separator);
    let kinds = findings.iter().map(|finding| format!("{}, {}", category_words(finding), finding.kind().title())).collect();
    let descriptions = findings.iter().map(|finding| format!("why-{}", finding.rule.id)).collect();
    let numbers = piece.findings.iter().map(|number| (number - base.findings).to_string()).collect();
    let mark = element(
        "mark",
        &[
            ("class", &class(findings[0])),
            ("data-findings", &join(numbers, " ")),
            ("role", "button"),
            ("aria-haspopup", "dialog"),
            ("tabindex", if continues { "-1" } else { "0" }),
            ("aria-label", &format!("{text}: {}", join(kinds, "; "))),
            ("aria-describedby", &join(descriptions, " ")),
        ],
    );
    // In print and on demand a mark shows the letters of the findings that end with it.
    let ending = findings.iter().filter(|finding| finding.span.end == piece.span.end);
    let letters: String = ending.map(|finding| finding.category().letter()).collect();
    if !letters.is_empty() {
        set(&mark, "data-letters", &letters);
    }
    match findings.get(1) {
        Some(second) => append(&mark, &with_text("span", &[("class", &class(second))], text)),
        None => append_text(&mark, text),
    }
    mark
}

fn with_text(tag: &str, attributes: &[(&str, &str)], text: &str) -> Element {
    let element = element(tag, attributes);
    append_text(&element, text);
    element
}

/// Appends text without findings; its look-alikes are marks that explain why they are none.
fn append_with_look_alikes(parent: &Element, analysis: &Analysis, span: Span, base: SectionBase) {
    let rejected = &analysis.report().rejected;
    let first = rejected.partition_point(|other| other.span.start < span.start);
    let here = rejected[first..].iter().take_while(|other| other.span.end <= span.end).map(|other| other.span);
    for (part, number) in split_span(span, here) {
        let Some(number) = number.map(|number| first + number) else {
            append_plain(parent, analysis, part);
            continue;
        };
        let text = part.of(analysis.text());
        let attributes = [
            ("class", "look-alike"),
            ("data-look-alike", &(number - base.rejected).to_string()),
            ("role", "button"),
            ("aria-haspopup", "dialog"),
            ("tabindex", "0"),
            ("aria-label", &page::look_alike(text, &rejected[number].reason)),
        ];
        append(parent, &with_text("mark", &attributes, text));
    }
}

/// Appends text without findings; citation brackets are set apart.
fn append_plain(parent: &Element, analysis: &Analysis, span: Span) {
    let citations = &analysis.report().citations;
    let first = citations.partition_point(|citation| citation.span.start < span.start);
    let here = citations[first..].iter().take_while(|citation| citation.span.end <= span.end).map(|citation| citation.span);
    for (part, citation) in split_span(span, here) {
        let text = part.of(analysis.text());
        if citation.is_some() {
            append(parent, &with_text("span", &[("class", "citation")], text));
        } else {
            append_text(parent, text);
        }
    }
}
