//! Checks which parts of a web page or a rich paste become text, and that any input is converted without a panic.

use caveat_lector::engine::{BlockKind, Voice, analyze};
use caveat_lector::import::{
    HTML_EXTENSIONS, MAIL_EXTENSIONS, TEXT_EXTENSIONS, decode, extract, extract_fragment, located_article, located_fragment, parse, tidy,
    whole,
};
use proptest::prelude::*;
use std::path::Path;

fn article(html: &str) -> String {
    extract(&parse(html)).text
}

/// Each page of `tests/pages` with its article. Their names say what is difficult about them.
#[test]
fn the_article_is_found_in_a_saved_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let pages: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect();
    assert!(pages.len() >= 50);
    for path in pages {
        let file = |path: &Path| std::fs::read_to_string(path).expect("the page is there");
        assert_eq!(article(&file(&path)), file(&path.with_extension("txt")).trim_end(), "{}", path.display());
    }
}

#[test]
fn a_page_says_how_much_of_it_was_taken() {
    let long = "It may rain in Oster, and nobody who lives there knows when it will stop, or so they say.".repeat(4);
    let page =
        parse(&format!("<nav>Home</nav><main><h1>Rain</h1><p>{long}</p></main><aside><p>An aside.</p></aside><footer>Terms.</footer>"));
    let extract = extract(&page);
    assert_eq!((extract.taken, extract.all, extract.is_part()), (2, 4, true));
    assert_eq!(extract.text, format!("Rain\n\n{long}"));
    assert_eq!(extract.whole, format!("Rain\n\n{long}\n\nAn aside.\n\nTerms."));
    assert!(!extract_fragment(&parse("<p>One.</p><p>Two.</p>")).is_part());
}

#[test]
fn what_only_screen_readers_skip_is_read() {
    let check = |html: &str, expected: &str| assert_eq!(tidy(&parse(html)), expected, "{html}");
    check("<p aria-hidden=true>It may rain.</p>", "It may rain.");
    check("<p><span aria-hidden=true>T</span><span class=sr-only>T</span>he ferry</p>", "The ferry");
    check("<p>Share <i aria-hidden=true>|</i> <i aria-hidden=true>x</i> <i class='fa-icon' aria-hidden=true>mail</i></p>", "Share");
    check("<p>It took <span aria-hidden=true>5 min</span><span class=visually-hidden>five minutes</span>.</p>", "It took 5 min.");
}

#[track_caller]
fn check(html: &str, expected: &str) {
    assert_eq!(tidy(&parse(html)), expected, "{html}");
}

#[test]
fn paragraphs_headings_lists_and_quotations_are_kept() {
    check("<h1>A</h1><p>b <b>c</b>d</p><p>e", "A\n\nb cd\n\ne");
    check("<div>one</div><div>two<div>three</div>four</div>", "one\n\ntwo\n\nthree\n\nfour");
    check("<ul><li>a<li>b<ul><li>c</ul></ul>d", "• a\n\n• b\n\n• c\n\nd");
    check("<ol><li>a</li><li>b</li></ol>", "1. a\n\n2. b");
    check("<blockquote>a<p>b</p></blockquote>c", "> a\n\n> b\n\nc");
    check("a<br>b<br><br>c", "a\nb\n\nc");
    check("<pre>a  b\n c</pre>", "a b\nc");
    check("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\n\nc");
    check("She said <q>no</q>.", "She said “no”.");
    check("a&nbsp;&amp;&#8217;\u{ad}b", "a &’b");
}

#[test]
fn scripts_menus_captions_and_hidden_parts_are_dropped() {
    check("<p>a<script>may()</script> b<style>p{}</style></p><!-- may --><noscript>may</noscript>", "a b");
    check("<nav>may</nav><figure><img alt=may><figcaption>may</figcaption></figure><p>a</p><form><input value=may></form>", "a");
    check("<p style='display: none'>may</p><p hidden>may</p><span class='sr-only'>may</span><p>a</p>", "a");
    check("<template><p>may</p></template><svg><text>may</text></svg><iframe>may</iframe>a", "a");
}

#[test]
fn a_copied_fragment_is_kept_whole_unless_it_has_menus() {
    let long = "It may rain in Oster, and nobody who lives there knows when it will stop, or so they say.".repeat(4);
    let copied = format!("<p>Nobody <b>may</b> know.</p><div><p>{long}</p></div><p>The end.</p>");
    assert_eq!(extract_fragment(&parse(&copied)).text, format!("Nobody may know.\n\n{long}\n\nThe end."));
    let page = format!("<nav>Home</nav><main><p>{long}</p></main><div>Terms of use may change.</div>");
    assert_eq!(extract_fragment(&parse(&page)).text, long);
    assert_eq!(article("<p>Nobody <b>may</b> know.</p>"), "Nobody may know.");
}

#[test]
fn unusual_elements_and_nesting_are_read() {
    check(
        "<p>auto<wbr>mobile plant may <st1:place>close</st1:place>, <nobr>they</nobr> <my-tag>say</my-tag>",
        "automobile plant may close, they say",
    );
    check("<form id=aspnet><p>It may rain.</p><input value=x><button>Send</button></form>", "It may rain.");
    check("<div aria-hidden=true><p>It may rain.</p></div><span aria-hidden=true>x</span>", "It may rain.");
    check(
        "<blockquote>It may rain.<br>It could snow.<ol><li>Or hail.</ol></blockquote>",
        "> It may rain.\n> It could snow.\n\n> 1. Or hail.",
    );
    let post = |word: &str| {
        format!("<article><h2>{word}</h2><p>{}</p></article>", format!("The {word} may come, and nobody knows when it will. ").repeat(8))
    };
    let live = article(&format!("<nav>Home</nav><main>{}{}</main>", post("ferry"), post("barge")));
    assert!(live.contains("The ferry may") && live.contains("The barge may") && !live.contains("Home"), "{live}");
    let deep = "<b>".repeat(40_000) + &"</i>".repeat(40_000) + "end";
    assert_eq!(tidy(&parse(&deep)), "end");
}

#[test]
fn the_html_of_word_processors_is_read() {
    let word = "<p class=MsoNormal>It <span style='mso-spacerun:yes'> </span>rained.<o:p></o:p></p>\
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>First</p>";
    check(word, "It rained.\n\n• First");
    let docs = "<b style='font-weight:normal' id='docs-internal-guid-1'><p dir=ltr><span>One.</span></p><br><ul><li dir=ltr><p>Two</p></li></ul></b>";
    check(docs, "One.\n\n• Two");
}

#[test]
fn lists_and_quotations_are_blocks_of_their_own() {
    let text = "Talks\n\n• a rise of fees\n\n12. a levy\n\n> We may stay.\n\n- no\n\n2026. A year";
    let report = analyze(text);
    let kinds: Vec<BlockKind> = report.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[..5], [BlockKind::Headline, BlockKind::Item, BlockKind::Item, BlockKind::Quotation, BlockKind::Item]);
    assert_eq!(report.findings.iter().map(|finding| finding.voice).collect::<Vec<_>>(), [Voice::Quoted]);
}

#[test]
fn the_manifest_has_the_same_file_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).expect("the manifest is there")).expect("JSON");
    let dotted = |extensions: &[&str]| extensions.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>();
    let (text, html) = (dotted(&TEXT_EXTENSIONS), dotted(&HTML_EXTENSIONS));
    let opened = serde_json::json!({ "text/plain": text, "text/html": html, "message/rfc822": dotted(&MAIL_EXTENSIONS) });
    assert_eq!(manifest["file_handlers"][0]["accept"], opened);
    // What is shared reaches the page as it is, so a mail could not be read.
    let shared = [vec!["text/plain".to_owned(), "text/html".to_owned()], text, html].concat();
    assert_eq!(manifest["share_target"]["params"]["files"][0]["accept"], serde_json::json!(shared));
}

#[test]
fn deep_and_long_pages_are_read() {
    let deep = "<div><ul><li>".repeat(50_000) + "end";
    assert_eq!(tidy(&parse(&deep)).trim_start_matches(['•', ' ']), "end");
    assert_eq!(article(&deep).trim_start_matches(['•', ' ']), "end");
    let long = "<p>It may rain in Oster.</p>".repeat(100_000);
    assert_eq!(tidy(&parse(&long)).matches("may").count(), 100_000);
}

proptest! {
    #[test]
    fn any_page_gives_text(html in "(?s)(<(p|div|ul|li|ol|q|a|br|pre|td|article|blockquote|script|h1|nav)( class=related| hidden)?>|</(p|div|ul|q|pre|article|blockquote)>|&#?[a-z0-9]{1,4};?|.){0,60}") {
        let page = parse(&html);
        let taken = extract(&page);
        prop_assert!(taken.taken <= taken.all, "{taken:?}");
        for text in [tidy(&page), whole(&page), taken.text] {
            prop_assert!(!text.contains("\n\n\n"));
            let _ = analyze(&text);
        }
    }

    #[test]
    fn places_follow_each_other_in_the_text(html in "(<(p|li|ol|q|br|pre|td|article|blockquote|h1|nav|footer)>|</(p|q|pre|article|blockquote)>|It may rain on Monday, says Ann\\. ?|[1-3•>“”| 𝄞\u{ad}]){0,60}") {
        let page = parse(&html);
        for (found, text) in [(located_article(&page), extract(&page).text), (located_fragment(&page), extract_fragment(&page).text)] {
            prop_assert_eq!(&found.text, &text);
            let ends = found.runs.iter().map(|run| run.start + run.length);
            let starts = found.runs.iter().skip(1).map(|run| run.start).chain([text.encode_utf16().count()]);
            prop_assert!(ends.zip(starts).all(|(end, next)| end <= next), "{:?}", found);
        }
    }

    #[test]
    fn any_bytes_are_text_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = decode(&bytes) {
            prop_assert!(!text.trim().is_empty());
        }
    }
}
