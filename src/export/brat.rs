//! brat standoff: annotations in a file beside the text, offsets in code points. The first note states what is filtered out,
//! and where the text comes from.

use super::document::Document;
use crate::engine::{Finding, Ruler, Unit, Voice};
use crate::lexicon::Category;
use crate::reading::one_line;
use crate::wording::page::{origin_sentence, quoted_words};

/// Writes the `.ann` file: text-bound annotations `T`, attributes `A` (kind, strength, whether quoted) and notes `#`.
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
        let rule = &finding.rule;
        let statement = if number == 1 { format!(" [{}]", statement(document)) } else { String::new() };
        let note = one_line(&format!("{} {}{statement}", quoted_words(&rule.why), quoted_words(&rule.ask)));
        add!(out, "#{number}\tAnnotatorNotes T{number}\t{note}\n");
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
