//! Markdown with GitHub's footnotes: findings in bold, a footnote for each, then both ledgers.

use super::document::Document;
use crate::engine::{Block, BlockKind, Span};
use crate::reading::{Ledger, MarkedPiece, cut_pieces, marked_pieces, one_line};
use crate::wording::{self, page};

/// Writes the article with its notes and ledgers.
pub fn write(document: &Document) -> String {
    let Document { text, report, .. } = document;
    // The headline is the title, with its marks.
    let headline = report.blocks.iter().position(|block| block.kind == BlockKind::Headline && block.span.of(text) == document.title());
    let title = headline.map_or_else(|| escaped(&document.title()), |number| marked(document, &report.blocks[number]));
    let mut out = format!("# {title}\n\n");
    add!(out, "_{}_\n\n{}\n\n", escaped(&document.summary()), escaped(&document.statement()));
    if let Some(from) = document.from {
        add!(out, "{}\n\n", escaped(&page::origin_sentence(from)));
    }
    for (number, block) in report.blocks.iter().enumerate() {
        if headline != Some(number) {
            add!(out, "{}\n\n", framed(block.kind, &marked(document, block)));
        }
    }
    out += &own_notes(document);
    out += &notes(document);
    out += &ledgers(document);
    out
}

fn framed(kind: BlockKind, words: &str) -> String {
    match kind {
        BlockKind::Headline => format!("## {words}"),
        BlockKind::Quotation => format!("> {}", words.trim_start_matches("\\> ")),
        BlockKind::Item => item(words),
        _ => words.to_owned(),
    }
}

/// Writes a list item: a number is kept, any bullet becomes a hyphen.
fn item(words: &str) -> String {
    match words.split_once(char::is_whitespace) {
        Some((number, rest)) if number.starts_with(|c: char| c.is_ascii_digit()) => format!("{} {rest}", number.replace('\\', "")),
        Some((_, rest)) => format!("- {rest}"),
        None => words.to_owned(),
    }
}

/// Writes the words of a block, the marked ones in bold and with a footnote where a finding ends.
fn marked(document: &Document, block: &Block) -> String {
    let findings = &document.report.findings;
    let mut out = String::new();
    let mut bold = false;
    let pieces = marked_pieces(block.span, findings, |_| true);
    for piece in cut_pieces(pieces, document.notes.iter().map(|(span, _)| span.end)) {
        if bold == piece.findings.is_empty() {
            out += "**";
            bold = !bold;
        }
        out += &escaped(&piece.span.of(document.text).replace(['\n', '\r'], " "));
        out += &ending(document, &piece);
    }
    out + if bold { "**" } else { "" }
}

fn ending(document: &Document, piece: &MarkedPiece) -> String {
    let marks = document.footnote(piece).map(|(number, _)| format!("[^{number}]")).into_iter();
    let own = (1..).zip(&document.notes).filter(|(_, (span, _))| span.end == piece.span.end);
    marks.chain(own.map(|(number, _)| format!("[^note-{number}]"))).collect()
}

fn own_notes(document: &Document) -> String {
    let note = |(number, (span, comment)): (usize, &(Span, String))| {
        let words = page::in_quotes(&one_line(span.of(document.text)));
        format!("[^note-{number}]: {} {}\n", escaped(&words), escaped(&one_line(comment)))
    };
    (1..).zip(&document.notes).map(note).collect()
}

fn notes(document: &Document) -> String {
    let explained = |index: &usize| {
        let finding = &document.report.findings[*index];
        let rule = &finding.rule;
        let about = format!("{}, {}", wording::category_words(finding), rule.kind.title());
        let words = one_line(&format!("{} {}", page::quoted_words(&rule.why), page::quoted_words(&rule.ask)));
        let details = document.details(finding);
        let details: String = details.iter().map(|(label, words)| [" ", *label, ": ", &escaped(&one_line(words)), "."].concat()).collect();
        format!("{}: {}{details}", escaped(&about), escaped(&words))
    };
    let note = |(number, note): (usize, &Vec<usize>)| {
        let words: Vec<String> = note.iter().map(explained).collect();
        format!("[^{number}]: {}\n", words.join(" "))
    };
    (1..).zip(&document.footnotes).map(note).collect()
}

fn ledgers(document: &Document) -> String {
    let Document { text, .. } = document;
    let ledger = &document.sources;
    let mut out = format!("\n## {}\n\n", page::ledger_title(Ledger::Sources));
    for (source, kind) in ledger.unnamed.iter().chain(&ledger.named).map(|source| (source, source.kind)) {
        let kind = kind.map_or(page::BY_NAME.to_lowercase(), |kind| kind.title().to_owned());
        add!(out, "- {} ({kind}, {})\n", escaped(&one_line(source.phrase.of(text))), page::times(source.places.len()));
        for (label, words) in document.source_facts(source) {
            add!(out, "  - {label}: {}\n", escaped(&words));
        }
    }
    add!(out, "\n## {}\n\n", page::ledger_title(Ledger::Decisions));
    for row in &document.decisions {
        let date = row.date.map(|date| date.of(text).into());
        let details = [(page::step_by(row.stage), row.parties(text)), (page::DATE, date)];
        let details = details
            .into_iter()
            .filter_map(|(label, words)| Some(format!("; {label} {}", escaped(&page::inside_sentence(&one_line(&words?))))));
        add!(out, "- {} ({}{})\n", escaped(&one_line(&row.head(text))), row.stage.title(), details.collect::<String>());
    }
    out
}

/// Escapes text for Markdown.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut start = true;
    let mut number = false;
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        // An ampersand matters only where a character reference can begin.
        let reference = c == '&' && rest.clone().next().is_some_and(|next| next == '#' || next.is_ascii_alphanumeric());
        let always = reference || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '{' | '}');
        let at_start = start && matches!(c, '#' | '+' | '-' | '=' | ':') || number && matches!(c, '.' | ')');
        if always || at_start {
            out.push('\\');
        }
        out.push(if c == '\0' { '\u{fffd}' } else { c });
        number = (start || number) && c.is_ascii_digit();
        start = start && c.is_whitespace();
    }
    out
}
