//! Properties of the report of any text: no panic, spans on character boundaries, sorted, and disjoint within a category.

use caveat_lector::engine::{Analysed, Finding, Report, Ruler, SourceLedger, Span, Unit, analyze, decisions, sources};
use caveat_lector::export::{Document, Format, Saved};
use caveat_lector::lexicon::{Category, Kind};
use caveat_lector::reading::{Exception, ExceptionList, Filter, NoteList, marked_pieces};
use proptest::prelude::*;

/// Checks all properties of the report of a text, and returns it.
fn check(text: &str) -> Report {
    let report = analyze(text);
    assert_eq!(report, analyze(text), "the same text gives the same report");
    let spans = report.findings.iter().map(|finding| finding.span).chain(report.sentences.iter().copied());
    for span in spans.chain(report.rejected.iter().map(|rejected| rejected.span)).chain(report.blocks.iter().map(|block| block.span)) {
        assert!(text.get(span.start..span.end).is_some_and(|part| !part.is_empty()), "{span:?} is no part of the text");
    }
    assert!(report.findings.is_sorted_by_key(|finding| finding.span.start));
    assert!(report.sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
    for (number, finding) in report.findings.iter().enumerate() {
        let clashes = |other: &&caveat_lector::engine::Finding| other.category() == finding.category() && other.span.overlaps(finding.span);
        assert!(!report.findings[number + 1..].iter().take(8).any(|other| clashes(&other)), "{finding:?}");
        let sentence = report.sentences[finding.sentence];
        assert!(sentence.start <= finding.span.start && finding.span.end <= sentence.end, "a finding lies in its sentence");
    }
    for block in &report.blocks {
        let joined: String = marked_pieces(block.span, &report.findings, |_| true).iter().map(|piece| piece.span.of(text)).collect();
        assert_eq!(joined, block.span.of(text), "the pieces are the block");
    }
    offsets_agree(text, &report);
    ledgers_hold(text, &report);
    if text.len() < 100_000 {
        exports_hold(text, &report);
    }
    report
}

/// Checks that every format can be written, filtered or not, and that reading the JSON restores text, filter and exceptions.
fn exports_hold(text: &str, report: &Report) {
    let mut ignored = ExceptionList::default();
    if let Some(exception) = Exception::of(text, report, 0) {
        ignored.add(exception);
    }
    for filter in [Filter::default(), Filter::OWN, Filter::default().toggled_category(Category::Hedge)] {
        let document = Document::new(text, report, &filter, &ignored);
        assert_eq!(document.kept_back + document.report.findings.len(), report.findings.len());
        for format in Format::ALL {
            let _ = format.write(&document);
        }
        // An export without text is not read.
        let saved = (!text.trim().is_empty()).then(|| Saved {
            text: text.to_owned(),
            filter,
            ignored: ignored.clone(),
            from: None,
            notes: NoteList::default(),
        });
        assert_eq!(Saved::read(&Format::Json.write(&document)), saved);
        let annotations = Format::Brat.write(&document).lines().filter(|line| line.starts_with('T')).count();
        assert_eq!(annotations, document.report.findings.len());
        assert!(!Format::Html.write(&document).contains("<script"));
    }
}

/// Checks that the rows of the ledgers quote the text and count every source and every undecided matter.
fn ledgers_hold(text: &str, report: &Report) {
    let sound = |span: Span| text.get(span.start..span.end).is_some_and(|part| !part.is_empty());
    assert!(report.claims.iter().all(|claim| sound(claim.who)
        && sound(claim.scope)
        && claim.said.is_none_or(sound)
        && claim.through.is_none_or(sound)
        && claim.sentence < report.sentences.len()));
    let details = |finding: &Finding| [finding.whose, finding.decider, finding.partner, finding.date].into_iter().flatten().all(sound);
    assert!(report.findings.iter().all(details));
    let ledger = sources(text, report);
    for source in ledger.unnamed.iter().chain(&ledger.named) {
        let details = [source.knowledge, source.reason, source.outlet].into_iter().flatten();
        assert!(source.places.iter().chain(&source.claims).copied().chain(details).chain([source.phrase]).all(sound), "{source:?}");
    }
    assert_eq!(SourceLedger::statements(&ledger.unnamed), report.count(Category::Source));
    assert_eq!(decisions(text, report).iter().map(|row| row.findings.len()).sum::<usize>(), report.count(Category::Pending));
}

/// Checks that offsets in code points and in UTF-16 units give the same words as the byte offsets.
fn offsets_agree(text: &str, report: &Report) {
    let (points, units): (Vec<char>, Vec<u16>) = (text.chars().collect(), text.encode_utf16().collect());
    let (mut by_point, mut by_unit) = (Ruler::new(text, Unit::CodePoints), Ruler::new(text, Unit::Utf16));
    for finding in &report.findings {
        let ((a, b), (c, d)) = (by_point.span(finding.span), by_unit.span(finding.span));
        assert_eq!(points[a..b].iter().collect::<String>(), finding.span.of(text));
        assert_eq!(String::from_utf16_lossy(&units[c..d]), finding.span.of(text));
    }
}

/// Returns texts of fragments to which rules and segmentation react, so that random texts reach that code.
fn newsish() -> impl Strategy<Value = String> {
    let fragment = prop::sample::select(vec![
        "may ",
        "May 5 ",
        "might",
        " could have ",
        "officials ",
        "a source close to the minister ",
        "said",
        ", who spoke on condition of anonymity,",
        "according to ",
        "Lena Huld",
        " is believed to ",
        "no final decision",
        "talks ",
        "are ongoing",
        "if ",
        "would ",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'s ",
        "[Citation: ",
        "]",
        "[",
        ". ",
        "...",
        "U.S. ",
        "Mr. ",
        "\n",
        "\n\n",
        "\r\n",
        "deci-\nsion ",
        "\n> ",
        "https://may.example/(could ",
        "#may ",
        "@",
        "»",
        "„",
        "'The workers' ",
        "\u{200b}",
        "MAY FAIL ",
        " (",
        ".5",
        "?!",
        "Next Article",
        "By Lena Huld",
        " - ",
        "—",
        "é",
        "e\u{301}",
        "𝄞",
        "👩‍👩‍👧",
        "שלום ",
        "\u{202e}",
        "\0",
        "\u{fffd}",
        "5,000.50",
        "$",
        "%",
        "about ",
        "1",
        "WHO ",
        "the ",
        "and ",
        ",",
        "(",
        ")",
        "it ",
        "whether ",
        "\u{ad}",
        "ß",
        "İ",
    ]);
    prop::collection::vec(fragment, 0..60).prop_map(|fragments| fragments.concat())
}

/// Returns articles whose paragraphs depend on each other: names, open quotations, furniture.
fn article() -> impl Strategy<Value = String> {
    let paragraph = prop::sample::select(vec![
        "Minister denies plan",
        "The plan may fail, officials said.",
        "“It might rain, the spokesman said.",
        "It could snow,” a spokesperson said. The spokesman agreed.",
        "Spokesman Tom Quill said the port could close. The director said no.",
        "The director Ana Ruiz may resign, sources said.",
        "Share",
        "Related articles",
        "Another title of a story",
        "It is unclear whether the talks go on and the line is so long that it is wrapped",
        "by somebody who may know.",
        "It is unclear whether the talks\nin Oster may go on, officials of the\nminis-\ntry said. “It might rain",
        "> It may rain in the north of the\n> valley, or snow.",
        "‘It may rain.",
        "2 hours ago",
        "«It may rain.",
        "> The spokesman said it may be late.",
        "[Citation: The Harbour Gazette]",
        "- An item that could count",
    ]);
    prop::collection::vec(paragraph, 0..25).prop_map(|paragraphs| paragraphs.join("\n"))
}

/// Returns changes: the position as a share of the text, the number of bytes removed, and the text inserted.
fn change() -> impl Strategy<Value = (f64, usize, String)> {
    let what = prop_oneof![newsish().prop_map(|text| text.chars().take(12).collect()), article()];
    (0.0..1.0_f64, prop_oneof![0..3_usize, 0..200_usize], what)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn news_like_texts_give_valid_reports(text in newsish()) {
        check(&text);
    }

    #[test]
    fn any_text_gives_a_valid_report(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn a_changed_text_gives_the_report_of_the_new_one(
        text in prop_oneof![article(), article(), newsish()],
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut old = text;
        let mut analysed = Analysed::new(&old, None);
        for (place, gone, come) in changes {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in the text")]
            let start = old.floor_char_boundary((place * old.len() as f64) as usize);
            let end = old.ceil_char_boundary((start + gone).min(old.len()));
            let new = [&old[..start], &come, &old[end..]].concat();
            let (revised, kept) = analysed.revise(&old, &new, None);
            prop_assert_eq!(&revised.report, &analyze(&new), "{:?} became {:?}", old, new);
            prop_assert!(kept.before + kept.after <= revised.report.blocks.len());
            (old, analysed) = (new, revised);
        }
    }

    #[test]
    fn a_block_before_a_text_moves_its_findings(words in "[a-z]{1,12}( [a-z]{1,12}){0,3}") {
        let text = "The plan may fail.";
        let longer = format!("{words}.\n\n{text}");
        let start = longer.len() - text.len();
        let findings = analyze(&longer).findings;
        let after = findings.iter().filter(|finding| finding.span.start >= start);
        let moved: Vec<_> = after.map(|finding| (finding.span.start - start, finding.span.end - start, finding.kind())).collect();
        prop_assert_eq!(moved, [(9, 12, Kind::Modal)], "{:?}", longer);
    }
}

#[test]
fn a_changed_word_reanalyses_one_paragraph() {
    let article =
        |word: &str| format!("A title\n\n{}It {word} rain.\n\n{}", "The plan may fail.\n\n".repeat(500), "It could snow.\n\n".repeat(500));
    let (old, new) = (article("may"), article("might"));
    let (revised, kept) = Analysed::new(&old, None).revise(&old, &new, None);
    assert_eq!(revised.report, analyze(&new));
    assert_eq!((kept.before, kept.after), (501, 500));
}

#[test]
fn extreme_texts_give_sorted_findings() {
    let texts = [
        String::new(),
        " \n\t ".into(),
        "\0".repeat(1000),
        "x".repeat(10_000_000),
        "may ".repeat(250_000),
        "“".repeat(50_000),
        "'".repeat(50_000),
        "!".repeat(1_000_000),
        "…? ".repeat(300_000),
        ". ".repeat(500_000),
        ".”) ".repeat(200_000),
        "[Ref: A])".repeat(100_000),
        "[Ref: A]. ".repeat(100_000),
        "[Citation: ".repeat(20_000),
        "if ".repeat(100_000),
        "officials who ".repeat(50_000),
        "a.b.".repeat(50_000),
        "\n".repeat(1_000_000),
        "👩‍👩‍👧".repeat(20_000),
        "e\u{301}".repeat(50_000),
        "according to and ".repeat(50_000),
        "would if ".repeat(50_000),
        "- ".repeat(100_000),
        "(may(may".repeat(60_000),
        "www.may(www.may".repeat(30_000),
        "a-\n".repeat(100_000),
        "may-\nbe-\n> ".repeat(60_000),
        "'s' ".repeat(100_000),
        "and , a ".repeat(60_000),
        "May ".repeat(100_000),
        "MAY FAIL\n".repeat(60_000),
        "the 's ".repeat(60_000),
    ];
    for text in texts {
        let report = analyze(&text);
        assert!(report.findings.is_sorted_by_key(|finding| finding.span.start));
    }
}
