//! Where a text comes from, in the exports.

use caveat_lector::engine::analyze;
use caveat_lector::export::{Document, Format, Saved};
use caveat_lector::reading::{ExceptionList, Filter, Provenance};

const TEXT: &str = "It may rain.";

/// Writes the text with where it comes from.
fn written(from: Option<&Provenance>, format: Format) -> String {
    let (filter, ignored) = (Filter::default(), ExceptionList::default());
    let document = Document::new(TEXT, &analyze(TEXT), &filter, &ignored);
    format.write(&Document { from, ..document })
}

fn from(title: &str, address: &str) -> Provenance {
    Provenance { title: title.into(), outlet: "The Courier".into(), address: address.into(), read: "2026-11-26".into() }.tidied()
}

#[track_caller]
fn check(format: Format, expected: &str) {
    let known = written(Some(&from("Rain & <b>wind</b>", "https://courier.example/a?b=1&c=\"2")), format);
    assert!(known.contains(expected), "{known}");
    assert!(!written(None, format).contains("Courier"));
}

#[test]
fn exports_say_where_the_text_comes_from() {
    check(
        Format::Html,
        "From <a href=\"https://courier.example/a?b=1&amp;c=&quot;2\" rel=\"noopener noreferrer\">“Rain &amp; &lt;b&gt;wind&lt;/b&gt;”</a>, \
         The Courier, read on 26 November 2026.",
    );
    check(
        Format::Markdown,
        "From “Rain & \\<b\\>wind\\</b\\>”, The Courier, read on 26 November 2026. https://courier.example/a?b=1\\&c=\"2",
    );
    check(
        Format::Json,
        r#""from":{"title":"Rain & <b>wind</b>","outlet":"The Courier","address":"https://courier.example/a?b=1&c=\"2","read":"2026-11-26"}"#,
    );
    check(Format::Csv, r#"ignored.","Rain & <b>wind</b>","The Courier","https://courier.example/a?b=1&c=""2","2026-11-26""#);
    // The quotation points into the page of the site.
    let annotations = written(Some(&from("Rain", "https://courier.example/a")), Format::Annotation);
    assert!(annotations.contains(r#""source":"https://courier.example/a""#), "{annotations}");
}

#[test]
fn an_address_that_is_none_of_the_web_is_no_link() {
    let hostile = from("Rain", "javascript:alert(1)");
    for format in Format::ALL {
        assert!(!written(Some(&hostile), format).contains("javascript"));
    }
}

#[test]
fn the_json_export_brings_it_back() {
    let known = from("Rain", "https://courier.example/a");
    let saved = Saved::read(&written(Some(&known), Format::Json)).expect("an export");
    assert_eq!(saved.from, Some(known));
    let hostile = written(None, Format::Json).replacen('{', r#"{"from":{"address":"javascript:alert(1)"},"#, 1);
    assert_eq!(Saved::read(&hostile).expect("an export").from.as_ref().and_then(Provenance::link), None);
}
