//! Any bytes that are text give a report whose spans are parts of the text: `make fuzz`.
#![no_main]

use caveat_lector::engine::{analyze, decisions, pieces, sources};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let report = analyze(&text);
    assert!(report.findings.is_sorted_by_key(|finding| finding.span.start));
    for span in report.findings.iter().map(|finding| finding.span).chain(report.sentences.iter().copied()) {
        assert!(text.get(span.start..span.end).is_some_and(|part| !part.is_empty()));
    }
    let ledger = sources(&text, &report);
    for source in ledger.unnamed.iter().chain(&ledger.named) {
        assert!(source.places.iter().chain(&source.claims).all(|span| text.get(span.start..span.end).is_some()));
    }
    assert!(decisions(&report).len() <= report.findings.len());
    for block in &report.blocks {
        let joined: String = pieces(block.span, &report.findings, |_| true).iter().map(|piece| piece.span.of(&text)).collect();
        assert_eq!(joined, block.span.of(&text));
    }
});
