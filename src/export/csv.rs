//! CSV by RFC 4180 with a row for each finding. It begins with a byte order mark, by which spreadsheets recognise UTF-8, and no
//! cell can act as a formula.

use super::document::Document;
use crate::engine::{Finding, Ruler, Span, Unit, parties_of, speaker_of};
use crate::reading::ArticleFigures;
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

/// The header row of the table of articles, with the byte order mark.
const FIGURES_HEAD: &str =
    "\u{feff}article,words,sentences,hedged_sentences,statements,statements_from_unnamed_sources,mentions_of_undecided_matters,marks\r\n";

/// Writes a row for each article: its name and its figures, shares as part and whole; of a text that is not analysed, such as one
/// in another language, only its words.
pub fn figures<'a>(articles: impl IntoIterator<Item = (&'a str, ArticleFigures)>) -> String {
    let row = |(name, figures): (&str, ArticleFigures)| {
        let ArticleFigures { words, sentences, hedged, statements, unnamed, open, marks, notice } = figures;
        if notice.is_some() {
            return format!("{},{words}{}\r\n", cell(name), ",".repeat(6));
        }
        format!("{},{words},{sentences},{hedged},{statements},{unnamed},{open},{marks}\r\n", cell(name))
    };
    FIGURES_HEAD.to_owned() + &articles.into_iter().map(row).collect::<String>()
}

/// Returns the cells that say where the text comes from. Without a title of the page, or with the name of a file for one, the headline is the title.
fn from(document: &Document) -> String {
    let mut known = document.from.cloned().unwrap_or_default();
    if known.title.is_empty() || document.path == Some(known.title.as_str()) {
        known.title = document.headline().unwrap_or_default();
    }
    [known.title, known.outlet, known.address, known.read].map(|words| cell(&words)).join(",")
}

/// Returns a quoted cell. An apostrophe is put before what a spreadsheet would take for a formula.
fn cell(words: &str) -> String {
    let clean = words.replace('\0', "\u{fffd}");
    let first = clean.trim_start().chars().next();
    let formula = clean.starts_with(['\t', '\r']) || first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    format!("\"{}{}\"", if formula { "'" } else { "" }, clean.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Notice;

    #[test]
    fn figures_are_numbers_and_names_no_formulas() {
        let one = ArticleFigures { words: 17, sentences: 3, hedged: 1, statements: 2, unnamed: 1, open: 1, marks: 4, notice: None };
        let german = ArticleFigures { words: 5, notice: Some(Notice::NotEnglish), ..ArticleFigures::default() };
        let table = figures([("=a, \"b\".txt", one), ("two.txt", ArticleFigures::default()), ("three.txt", german)]);
        let rows: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(rows[1..], ["\"'=a, \"\"b\"\".txt\",17,3,1,2,1,1,4", "\"two.txt\",0,0,0,0,0,0,0", "\"three.txt\",5,,,,,,", ""]);
        assert_eq!(rows[0].split(',').count(), 8);
    }
}
