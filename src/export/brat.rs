//! brat standoff: annotations in a file beside the text, offsets in code points. A note of its own type, at the first annotation, states what
//! is filtered out, and where the text comes from.

use super::document::Document;
use crate::engine::{Finding, Ruler, Unit, Voice};
use crate::lexicon::Category;
use crate::reading::one_line;
use crate::wording::page::{origin_sentence, quoted_words};

/// Writes the `.ann` file: text-bound annotations `T`, attributes `A` (kind, strength, whether quoted) and notes `#`, none of them empty.
pub fn write(document: &Document) -> String {
    let mut ruler = Ruler::new(document.text, Unit::CodePoints);
    let mut attributes = 0;
    let mut out = String::new();
    for (number, finding) in (1..).zip(&document.report.findings) {
        let (places, words) = fragments(document.text, finding, &mut ruler);
        add!(out, "T{number}\t{} {places}\t{words}\n", type_name(finding.category()));
        let quoted = (finding.voice == Voice::Quoted).then_some(("Quoted", ""));
        let values = [Some(("Kind", finding.kind().name())), Some(("Strength", finding.strength().name())), quoted];
        for (name, value) in values.into_iter().flatten() {
            attributes += 1;
            let value = if value.is_empty() { String::new() } else { format!(" {value}") };
            add!(out, "A{attributes}\t{name} T{number}{value}\n");
        }
        let note = one_line(&format!("{} {}", quoted_words(&finding.rule.why), quoted_words(&finding.rule.ask)));
        // A reader's own rule may say nothing.
        if !note.is_empty() {
            add!(out, "#{number}\tAnnotatorNotes T{number}\t{note}\n");
        }
    }
    if !document.report.findings.is_empty() {
        add!(out, "#{}\tExport T1\t{}\n", document.report.findings.len() + 1, one_line(&statement(document)));
    }
    out
}

/// What is filtered out, and where the text comes from.
fn statement(document: &Document) -> String {
    document.from.map_or_else(|| document.statement(), |from| format!("{} {}", document.statement(), origin_sentence(from)))
}

fn type_name(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedge",
        Category::Source => "Source",
        Category::Pending => "Pending",
    }
}

/// Returns the offsets and the words of a finding. A span is split at line breaks, as brat requires, and at tabs, which divide the fields.
fn fragments(text: &str, finding: &Finding, ruler: &mut Ruler<'_>) -> (String, String) {
    let mut places = Vec::new();
    let mut words = Vec::new();
    let mut at = finding.span.start;
    for line in finding.span.of(text).split_inclusive(is_break) {
        let part = line.trim_end_matches(is_break);
        if !part.is_empty() {
            places.push(format!("{} {}", ruler.at(at), ruler.at(at + part.len())));
            words.push(part);
        }
        at += line.len();
    }
    (places.join(";"), words.join(" "))
}

/// Returns true for tabs and for all that programs read as the end of a line.
fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::reading::{ExceptionList, Filter};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (report, filter, ignored) = (analyze(text), Filter::default(), ExceptionList::default());
        let written = write(&Document::new(text, &report, &filter, &ignored));
        assert_eq!(written.lines().find(|line| line.starts_with("T1\t")), Some(expected), "{text:?}");
        assert!(written.lines().all(|line| line.split('\t').count() <= 3), "{written}");
    }

    #[test]
    fn notes_are_none_of_them_empty_and_the_statement_stands_by_itself() {
        let (filter, ignored) = (Filter::default(), ExceptionList::default());
        let mut report = analyze("It may rain. Officials said so.");
        let mut own = (*report.findings[0].rule).clone();
        (own.why, own.ask) = ("".into(), "".into());
        report.findings[0].rule = own.into();
        let written = write(&Document::new("It may rain. Officials said so.", &report, &filter, &ignored));
        let notes: Vec<&str> = written.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(notes.len(), 2, "{written}");
        assert!(notes[0].starts_with("#2\tAnnotatorNotes T2\t") && !notes[0].contains("marks are shown"), "{written}");
        assert_eq!(notes[1], "#3\tExport T1\t2 marks are shown; nothing is filtered out or ignored.");
    }

    #[test]
    fn spans_are_split_at_tabs_and_line_breaks() {
        check("Two people familiar with the matter said so.", "T1\tSource 0 35\tTwo people familiar with the matter");
        for between in ["\t", "\u{b}", "\u{c}"] {
            let expected = "T1\tSource 0 10;11 35\tTwo people familiar with the matter";
            check(&format!("Two people{between}familiar with the matter said so."), expected);
        }
        for (between, at) in [("\n", 65), ("\r\n", 66)] {
            let text = "The plan to widen the harbour was dropped in the end, two people|familiar with the matter said, and the port will stay as it \
                        has been|for the last forty years, with one pier and a lighthouse on the rock.";
            let expected = format!("T1\tSource 54 64;{at} {}\ttwo people familiar with the matter", at + 24);
            check(&text.replace('|', between), &expected);
        }
        check("Two people \tfamiliar with the matter said so.", "T1\tSource 0 11;12 36\tTwo people  familiar with the matter");
    }
}
