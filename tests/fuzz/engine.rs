//! Fuzz target: the engine, revisions of a text, a reader's own pattern, the ledgers and all exports. `make fuzz` runs it.
#![no_main]

use caveat_lector::engine::{Analysed, analyze, analyze_with, decisions, sources};
use caveat_lector::export::{Document, Format, Saved};
use caveat_lector::lexicon::List;
use caveat_lector::reading::{ExceptionList, Filter, marked_pieces};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let report = analyze(&text);
    assert!(report.findings.is_sorted_by_key(|finding| finding.span.start));
    for span in report.findings.iter().map(|finding| finding.span).chain(report.sentences.iter().copied()) {
        assert!(text.get(span.start..span.end).is_some_and(|part| !part.is_empty()));
    }
    // The middle of the text is removed and inserted again.
    let part = |at: usize| &text[..text.floor_char_boundary(at)];
    let (before, after) = (part(text.len() / 3), &text[part(text.len() * 2 / 3).len()..]);
    let short = [before, after].concat();
    let (shortened, _) = Analysed::new(&text, None).revise(&text, &short, None);
    assert_eq!(shortened.report, analyze(&short));
    assert_eq!(shortened.revise(&short, &text, None).0.report, report);
    // The first line of the text serves as a reader's own pattern.
    if let Some(own) = List::read(&format!("[[entry]]\nkind = 'modal'\npatterns = [{:?}]", text.lines().next().unwrap_or_default()))
        .ok()
        .and_then(|list| list.compile().ok())
    {
        let _ = analyze_with(&text, Some(&own));
    }
    let ledger = sources(&text, &report);
    for source in ledger.unnamed.iter().chain(&ledger.named) {
        assert!(source.places.iter().chain(&source.claims).all(|span| text.get(span.start..span.end).is_some()));
    }
    let (filter, ignored) = (Filter::OWN, ExceptionList::default());
    let document = Document::new(&text, &report, &filter, &ignored);
    for format in Format::ALL {
        let _ = format.write(&document);
    }
    assert!(Saved::read(&Format::Json.write(&document)).is_none_or(|saved| saved.text == text));
    assert!(decisions(&text, &report).len() <= report.findings.len());
    for block in &report.blocks {
        let joined: String = marked_pieces(block.span, &report.findings, |_| true).iter().map(|piece| piece.span.of(&text)).collect();
        assert_eq!(joined, block.span.of(&text));
    }
});
