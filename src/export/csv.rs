//! CSV by RFC 4180, a finding a row: with the mark by which spreadsheets know UTF-8, and safe from formulas.

use super::document::Document;
use crate::engine::{Finding, Ruler, Span, Unit};

/// The first row. Offsets count Unicode code points; `shown` says what filter and ignored findings keep back.
pub const HEAD: &str = "\u{feff}file,start,end,category,kind,text,sentence,voice,strength,rule,whose,decider,date,why,ask,shown\r\n";

/// A row for each finding.
pub fn rows(document: &Document) -> String {
    let mut ruler = Ruler::new(document.text, Unit::CodePoints);
    let statement = document.statement();
    if document.report.findings.is_empty() && document.kept_back > 0 {
        // Nothing is left: one row says so.
        return format!("{}{}{}\r\n", cell(document.path.unwrap_or_default()), ",".repeat(15), cell(&statement));
    }
    document.report.findings.iter().map(|finding| row(document, finding, &mut ruler, &statement)).collect()
}

fn row(document: &Document, finding: &Finding, ruler: &mut Ruler<'_>, statement: &str) -> String {
    let (start, end) = ruler.span(finding.span);
    let words = |span: Option<Span>| cell(span.map_or("", |span| span.of(document.text)));
    let rule = &finding.rule;
    let cells = [
        cell(document.path.unwrap_or_default()),
        start.to_string(),
        end.to_string(),
        finding.category().name().to_owned(),
        finding.kind().name().to_owned(),
        words(Some(finding.span)),
        words(document.report.sentences.get(finding.sentence).copied()),
        finding.voice.name().to_owned(),
        finding.strength().name().to_owned(),
        cell(&rule.id),
        words(finding.whose),
        words(finding.decider),
        words(finding.date),
        cell(&rule.why),
        cell(&rule.ask),
        cell(statement),
    ];
    cells.join(",") + "\r\n"
}

/// A quoted cell. A spreadsheet takes what begins like a formula for one: an apostrophe before it makes it text.
fn cell(words: &str) -> String {
    let clean = words.replace('\0', "\u{fffd}");
    let first = clean.trim_start().chars().next();
    let formula = clean.starts_with(['\t', '\r']) || first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    format!("\"{}{}\"", if formula { "'" } else { "" }, clean.replace('"', "\"\""))
}
