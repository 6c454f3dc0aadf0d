//! brat standoff: annotations in a file beside the text, offsets in code points. The first note states what is filtered out.

use super::document::Document;
use crate::engine::{Finding, Ruler, Unit, Voice};
use crate::lexicon::Category;

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
        let statement = if number == 1 { format!(" [{}]", document.statement()) } else { String::new() };
        let note = super::document::one_line(&format!("{} {}{statement}", rule.why, rule.ask));
        add!(out, "#{number}\tAnnotatorNotes T{number}\t{note}\n");
    }
    out
}

fn type_name(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedge",
        Category::Source => "Source",
        Category::Pending => "Pending",
    }
}

/// Returns the offsets and the words of a finding. brat requires a span to be split at line breaks.
fn fragments(text: &str, finding: &Finding, ruler: &mut Ruler<'_>) -> (String, String) {
    let mut places = Vec::new();
    let mut words = Vec::new();
    let mut at = finding.span.start;
    for line in finding.span.of(text).split_inclusive(['\n', '\r']) {
        let part = line.trim_end_matches(['\n', '\r']);
        if !part.is_empty() {
            places.push(format!("{} {}", ruler.at(at), ruler.at(at + part.len())));
            words.push(part);
        }
        at += line.len();
    }
    (places.join(";"), words.join(" "))
}
