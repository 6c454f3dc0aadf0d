//! CSV by RFC 4180 with a row for each finding. It begins with a byte order mark, by which spreadsheets recognise UTF-8, and no
//! cell can act as a formula.

use super::document::Document;
use crate::engine::{Finding, Ruler, Span, Unit, parties_of, speaker_of};
use crate::wording::page::quoted_words;

/// The header row, with the byte order mark. Offsets count Unicode code points; `shown` states what is filtered out or ignored;
/// the last four cells say where the text comes from.
pub const HEAD: &str =
    "\u{feff}file,start,end,category,kind,text,sentence,voice,strength,rule,whose,decider,date,why,ask,shown,title,outlet,address,read\r\n";

/// Writes a row for each finding.
pub fn rows(document: &Document) -> String {
    let mut ruler = Ruler::new(document.text, Unit::CodePoints);
    let statement = document.statement();
    if document.report.findings.is_empty() && document.kept_back > 0 {
        // Everything is filtered out or ignored: one row states it.
        return format!("{}{}{},{}\r\n", cell(document.path.unwrap_or_default()), ",".repeat(15), cell(&statement), from(document));
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
        words(speaker_of(document.text, &document.report, finding)),
        cell(&parties_of(document.text, &document.report, finding).unwrap_or_default()),
        words(finding.date),
        cell(&quoted_words(&rule.why)),
        cell(&quoted_words(&rule.ask)),
        cell(statement),
        from(document),
    ];
    cells.join(",") + "\r\n"
}

/// Returns the cells that say where the text comes from.
fn from(document: &Document) -> String {
    let known = document.from.cloned().unwrap_or_default();
    [known.title, known.outlet, known.address, known.read].map(|words| cell(&words)).join(",")
}

/// Returns a quoted cell. An apostrophe is put before what a spreadsheet would take for a formula.
fn cell(words: &str) -> String {
    let clean = words.replace('\0', "\u{fffd}");
    let first = clean.trim_start().chars().next();
    let formula = clean.starts_with(['\t', '\r']) || first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    format!("\"{}{}\"", if formula { "'" } else { "" }, clean.replace('"', "\"\""))
}
