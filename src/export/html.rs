//! A self-contained web page without scripts: marks with a pattern and a letter, explanations as notes, and the ledgers.
//! `page.css` is its style sheet, with its own palette.

use super::document::Document;
use crate::engine::{Block, BlockKind, Finding};
use crate::reading::{Ledger, MarkedPiece, cut_pieces, marked_pieces, one_line};
use crate::wording::{self, page};

const STYLE: &str = include_str!("page.css");

/// Writes the article with its notes and ledgers.
pub fn write(document: &Document) -> String {
    let title = escaped(&document.title());
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title} · {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        page::NAME
    );
    let has_headline = document.report.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    if !has_headline {
        add!(out, "<h1>{title}</h1>\n");
    }
    add!(out, "<p class=\"summary\">{} {}</p>\n", escaped(&document.summary()), escaped(&document.statement()));
    out += &origin(document);
    add!(out, "<p class=\"key\">{}</p>\n<article>\n", key());
    let mut first = true;
    for block in &document.report.blocks {
        out += &block_html(document, block, &mut first);
    }
    out += "</article>\n";
    out += &own_notes(document);
    out += &notes(document);
    out += &ledgers(document);
    out + &format!("</main>\n<footer>{}</footer>\n</body>\n</html>\n", escaped(page::EXPORT_FOOTER))
}

/// Returns where the text comes from, with a link to it.
fn origin(document: &Document) -> String {
    let Some(from) = document.from else { return String::new() };
    let title = escaped(&page::origin_title(from));
    let title = match from.link() {
        Some(address) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escaped(address)),
        None => title,
    };
    format!("<p class=\"origin\">{} {title}{}.</p>\n", page::ORIGIN, escaped(&page::origin_details(from)))
}

fn key() -> String {
    let one = |category: &crate::lexicon::Category| {
        format!("<mark class=\"{}\">{}</mark><sup>{}</sup>", category.name(), wording::category_title(*category), category.letter())
    };
    crate::lexicon::Category::ALL.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn block_html(document: &Document, block: &Block, first: &mut bool) -> String {
    let (open, close) = match block.kind {
        BlockKind::Furniture => ("<p class=\"furniture\">", "</p>"),
        BlockKind::Headline if std::mem::take(first) => ("<h1>", "</h1>"),
        BlockKind::Headline => ("<h2>", "</h2>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
        BlockKind::Item => ("<p class=\"item\">", "</p>"),
        BlockKind::Quotation => ("<blockquote>", "</blockquote>"),
    };
    let pieces = marked_pieces(block.span, &document.report.findings, |_| true);
    let pieces = cut_pieces(pieces, document.notes.iter().map(|(span, _)| span.end));
    let words: String = pieces.iter().map(|piece| piece_html(document, piece)).collect();
    format!("{open}{words}{close}\n")
}

fn piece_html(document: &Document, piece: &MarkedPiece) -> String {
    let words = escaped(piece.span.of(document.text));
    let own = note_references(document, piece);
    if piece.findings.is_empty() {
        return words + &own;
    }
    let finding = |number: &usize| &document.report.findings[*number];
    let mut classes: Vec<&str> = piece.findings.iter().map(|number| finding(number).category().name()).collect();
    classes.dedup();
    let reference = |(note, indices): (usize, &[usize])| {
        format!("<sup><a id=\"m{note}\" href=\"#n{note}\">{}{note}</a></sup>", document.letters(indices))
    };
    let notes = document.footnote(piece).map(reference).unwrap_or_default();
    // Two references stand apart.
    let space = if notes.is_empty() || own.is_empty() { "" } else { "\u{202f}" };
    format!("<mark class=\"{}\">{words}</mark>{notes}{space}{own}", classes.join(" "))
}

/// Returns the references to the notes whose passages end with a piece.
fn note_references(document: &Document, piece: &MarkedPiece) -> String {
    let ending = (1..).zip(&document.notes).filter(|(_, (span, _))| span.end == piece.span.end);
    let mut out = String::new();
    for (number, _) in ending {
        add!(out, "<sup><a id=\"p{number}\" href=\"#o{number}\">{}</a></sup>", page::note_number(number));
    }
    out
}

fn own_notes(document: &Document) -> String {
    if document.notes.is_empty() {
        return String::new();
    }
    let mut out = format!("<section>\n<h2>{}</h2>\n<ol class=\"notes own\">\n", page::YOUR_NOTES);
    for (number, (span, comment)) in (1..).zip(&document.notes) {
        let words = escaped(&page::in_quotes(&one_line(span.of(document.text))));
        add!(out, "<li id=\"o{number}\"><a href=\"#p{number}\">{words}</a> {}</li>\n", escaped(comment));
    }
    out + "</ol>\n</section>\n"
}

fn notes(document: &Document) -> String {
    let mut out = format!("<section>\n<h2>{}</h2>\n<ol class=\"notes\">\n", page::NOTES);
    for (number, note) in (1..).zip(&document.footnotes) {
        let explained: String = note.iter().map(|index| explained(document, &document.report.findings[*index])).collect();
        add!(out, "<li id=\"n{number}\"><a href=\"#m{number}\">{}{number}</a>{explained}</li>\n", document.letters(note));
    }
    out + "</ol>\n</section>\n"
}

/// Returns the explanation of a finding, after a space.
fn explained(document: &Document, finding: &Finding) -> String {
    let rule = &finding.rule;
    let kind = format!("{}, {}", wording::category_words(finding), rule.kind.title());
    format!(
        " <b>{}</b> {}. {} <i>{}</i>{}",
        escaped(&page::in_quotes(&one_line(finding.span.of(document.text)))),
        escaped(&kind),
        escaped(&page::quoted_words(&rule.why)),
        escaped(&page::quoted_words(&rule.ask)),
        document.details(finding).iter().map(|(label, words)| [" ", *label, ": ", &escaped(words), "."].concat()).collect::<String>(),
    )
}

fn ledgers(document: &Document) -> String {
    let Document { text, .. } = document;
    let ledger = &document.sources;
    let mut out = format!("<section>\n<h2>{}</h2>\n<ul>\n", page::ledger_title(Ledger::Sources));
    for source in ledger.unnamed.iter().chain(&ledger.named) {
        let kind = source.kind.map_or(page::BY_NAME.to_lowercase(), |kind| kind.title().to_owned());
        let facts = document.source_facts(source);
        let facts: String =
            facts.iter().map(|(label, words)| ["<br><small>", *label, ": ", &escaped(words), "</small>"].concat()).collect();
        add!(out, "<li>{} ({kind}, {}){facts}</li>\n", escaped(&one_line(source.phrase.of(text))), page::times(source.places.len()));
    }
    add!(out, "</ul>\n</section>\n<section>\n<h2>{}</h2>\n<ul>\n", page::ledger_title(Ledger::Decisions));
    for row in &document.decisions {
        let date = row.date.map(|date| date.of(text).into());
        let details = [(page::step_by(row.stage), row.parties(text)), (page::DATE, date)];
        let details =
            details.into_iter().filter_map(|(label, words)| Some(["; ", label, " ", &escaped(&page::inside_sentence(&words?))].concat()));
        add!(out, "<li>{} ({}{})</li>\n", escaped(&row.head(text)), row.stage.title(), details.collect::<String>());
    }
    out + "</ul>\n</section>\n"
}

/// Escapes text for HTML, also inside attributes. Line ends become line feeds, as an HTML parser reads them. Control characters, which HTML does
/// not allow, become U+FFFD.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + words.len() / 16);
    for c in words.replace("\r\n", "\n").chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            '\r' => out.push('\n'),
            _ if c.is_control() && !matches!(c, '\t' | '\n') => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}
