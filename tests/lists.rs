//! A reader's own list: what it marks, what it exempts, and the errors for faulty lists.

use caveat_lector::engine::{Analysed, Report, analyze_with};
use caveat_lector::lexicon::{List, Own};
use proptest::prelude::*;

#[path = "common/timing.rs"]
mod timing;
use timing::least_ratio;

fn analyzed(list: &str, text: &str) -> Report {
    let list = List::read(list).and_then(|list| list.compile()).expect("a list without faults");
    analyze_with(text, Some(&list))
}

/// Checks the findings of a text, each written as `kind:words`.
#[track_caller]
fn check(list: &str, text: &str, expected: &[&str]) {
    let report = analyzed(list, text);
    let found: Vec<String> = report.findings.iter().map(|it| format!("{}:{}", it.kind().name(), it.span.of(text))).collect();
    assert_eq!(found, expected, "{list}");
}

const QUAY: &str =
    "[[entry]]\nkind = 'hearsay'\nwhy = 'Harbour gossip.'\npatterns = ['word on the quay', 'scuttlebutt', 'whisper~ that']\n";

#[test]
fn a_list_marks_words_and_patterns_beside_the_lexicon() {
    check(QUAY, "Word on the quay is that the ferry may sail.", &["hearsay:Word on the quay", "modal:may"]);
    check(QUAY, "Deckhands whispered that it sank. Scuttlebutt!", &["hearsay:whispered that", "hearsay:Scuttlebutt"]);
    check(QUAY, "They whisper on the quay.", &[]);
    let contexts = "[[entry]]\nkind='planned'\npatterns=['(the)? {skippering} <prep>']\nonly=['{skippering} .. lugger']\nunless=[{at='no {skippering}',is='a sign'}]";
    check(contexts, "The skippering of a lugger. No skippering of luggers.", &["planned:skippering"]);
    let noun = "[[entry]]\nkind='role'\nmarks='noun'\npatterns=['bargewoman']";
    check(noun, "One bargewoman said so. The bargewoman slept.", &["role:One bargewoman"]);
}

#[test]
fn words_in_any_script_are_found_in_any_case() {
    check("[[entry]]\nkind='group'\npatterns=['école', 'может']", "École. МОЖЕТ.", &["group:École", "group:МОЖЕТ"]);
}

#[test]
fn an_exempt_wording_is_a_look_alike_with_the_readers_reason() {
    let list = "[[exempt]]\npatterns = ['may queen', 'unless otherwise noted']\nwhy = 'A title here.'";
    check(list, "The may queen may come.", &["modal:may"]);
    let report = analyzed(list, "All times are local unless otherwise noted.");
    assert!(report.findings.is_empty());
    assert_eq!(report.rejected[0].reason, "A title here.");
}

#[test]
fn the_readers_rule_wins_over_a_rule_of_the_lexicon() {
    let report = analyzed("[[entry]]\nkind='modal'\nid='my-may'\nwhy='Mine.'\npatterns=['may']", "It may rain.");
    assert_eq!(report.findings.iter().map(|finding| &*finding.rule.id).collect::<Vec<_>>(), ["my-may"]);
}

#[test]
fn a_mark_of_the_reader_swallows_none_beside_it() {
    check("[[entry]]\nkind='hearsay'\npatterns=['minister']", "The minister may resign.", &["hearsay:minister", "modal:may"]);
}

#[test]
fn regular_expressions_mark_whole_words_inside_a_sentence() {
    let list = |expression: &str| format!("[[entry]]\nkind='hearsay'\npatterns=['{expression}']");
    check(&list("/colou?r(s|ed)?/"), "Colour, COLORS and colored ink.", &["hearsay:Colour", "hearsay:COLORS", "hearsay:colored"]);
    check(&list("/(?-i)NATO/i"), "NATO and nato.", &["hearsay:NATO"]);
    check(&list("/\\d{3}-\\d{4}/"), "Call 555-0199 now.", &["hearsay:555-0199"]);
    // A match inside a word marks the word.
    check(&list("/gossi/"), "The gossip grew.", &["hearsay:gossip"]);
    check(&list("/ÉCOLE|мож\\p{L}+/"), "Une école. МОЖЕТ.", &["hearsay:école", "hearsay:МОЖЕТ"]);
    // Empty matches, and matches of spaces alone, mark nothing.
    check(&list("/x*/"), "The rain.", &[]);
    check(&list("/ +/"), "The rain.", &[]);
    // One sentence at most, and nothing in furniture.
    check(&list("/rain.+snow/"), "It rains. It snows. Rain and snow fell.", &["hearsay:Rain and snow"]);
    check(&list("/harbour/"), "Share on Facebook\n\nBy Lena Harbour\n\nThe harbour froze.", &["hearsay:harbour"]);
    let contexts = "[[entry]]\nkind='planned'\npatterns=['/skipper\\w+/']\nonly=['{skippering} .. lugger']\nunless=[{at='no {skippering}',is='a sign'}]";
    check(contexts, "The skippering of a lugger. No skippering of luggers. Skippering.", &["planned:skippering"]);
    let mine = "[[entry]]\nkind='modal'\nid='my-may'\npatterns=['/ma(y|ybe)/']";
    assert_eq!(analyzed(mine, "It may rain.").findings[0].rule.id, "my-may");
    check("[[exempt]]\npatterns=['/may (queen|day)/']", "The May Queen may come.", &["modal:may"]);
}

#[test]
fn an_error_in_a_regular_expression_has_its_position() {
    let with = |pattern: &str| format!("[[entry]]\nkind='modal'\npatterns=['{pattern}']");
    fault(&with("/a(b/"), "unclosed group", "(");
    fault(&with("/é[z-a]/"), "invalid character class range", "z-a");
    fault(&with("/a{2,1}/"), "invalid repetition count range", "{2,1}");
    fault(&with("/(?=a)b/"), "look-around", "(?=");
    fault(&with("/a\\p{Klingon}/"), "Unicode property not found", "\\p{Klingon}");
    fault(&with("/abc"), "between two slashes", "");
    fault(&with("//"), "must say something", "");
    fault(&with("/^$/"), "matches no characters", "");
    fault(&with("/(\\w{50}){50}/"), "becomes too large", "");
    fault(&with(&format!("/{}a{}/", "(".repeat(30), ")".repeat(30))), "nest", "((((((((((a))))))))))");
    fault(&with(&format!("/{}/", "a".repeat(300))), "may hold 300 bytes", "");
    fault("[[entry]]\nkind='modal'\npatterns=['a']\nonly=['/{a}/']", "may stand in `patterns` only", "");
    fault(&format!("[[exempt]]\npatterns=[{}]", "'/a/',".repeat(51)), "may hold 50 regular expressions", "");
}

#[test]
fn a_written_list_is_read_as_the_same_list() {
    let list = List::read(
        "[[entry]]\nid='x'\nkind='modal'\nstrength='weak'\nmarks='noun'\nwhy='\"q\" \\ ü'\nask='?'\npatterns=['a','b\\t']\nonly=['{a}']\nflags=['f']\npasses=['p']\n\
         unless=[{at='{a} b',is='c'}]\n[[exempt]]\npatterns=['d']\nwhy='e'",
    )
    .expect("a list");
    assert_eq!(List::read(&list.write()), Ok(list.clone()));
    // Another parser reads it as the same TOML.
    let foreign: toml::Table = toml::from_str(&list.write()).expect("TOML");
    assert_eq!(foreign["entry"][0]["why"].as_str(), Some("\"q\" \\ ü"));
    assert_eq!(foreign["exempt"][0]["patterns"][0].as_str(), Some("d"));
}

/// Checks the error of a faulty list: a part of its message, and the part of the pattern that it points at.
#[track_caller]
fn fault(list: &str, message: &str, pointed: &str) {
    let fault = List::read(list).and_then(|list| list.compile()).expect_err(list);
    assert!(fault.message.contains(message), "{fault}");
    assert_eq!(fault.pattern.as_ref().map_or("", |pattern| &pattern[fault.at.clone()]), pointed, "{fault}");
}

#[test]
fn an_error_in_a_pattern_has_its_position() {
    let with = |pattern: &str| format!("[[entry]]\nkind='modal'\npatterns=['{pattern}']");
    fault(&with("a (b|c d"), "the bracket is not closed", "(b|c d");
    fault(&with("a {b"), "the brace is not closed", "{");
    fault(&with("a} b"), "the brace is not opened", "}");
    fault(&with("the <wod> b"), "there is no class `wod`", "wod");
    fault(&with("<wod> b"), "there is no class `wod`", "wod");
    fault(&with("a Bee"), "patterns are written in lower case", "Bee");
    fault(&with("so-called"), "write the hyphen as a word of its own", "so-called");
    fault(&with("(a)?"), "the span may be empty", "");
    fault(&with(".. a"), "a span must begin with a word", "");
    fault(&with("a .. b .. c .. d .. e"), "may hold 3", "..");
    fault(&with(""), "must say something", "");
    fault(&with(&"a ".repeat(200)), "may hold 300 bytes", "");
    fault("[[entry]]\nkind='moody'\npatterns=['a']", "Kind “moody” is none of modal", "");
    for wrong in ["rumour(s", "a <month", "a..b", "ru~mour", "a_b"] {
        let item = wrong.trim_start_matches("a ").to_owned();
        fault(&with(wrong), "is no word", if wrong == "a <month" { &item } else { wrong });
    }
    fault(&with("antidisestablishmentarianism"), "a word may have 24 bytes", "antidisestablishmentarianism");
    fault("[[entry]]\nkind='modal'\npatterns=['a']\npattern='b'", "Line 4: unknown field `pattern`", "");
    fault("[[entry]\n", "Line 1:", "");
    fault("kind='modal'", "Line 1: a list holds [[entry]] and [[exempt]] only", "");
    fault("[entry]", "Line 1: a list holds", "");
    fault("[[entry]]\npatterns=['a']\n\n[[exempt]]\npatterns=['a']", "Line 4: missing field `kind`", "");
    fault("[[entry]]\nkind=1", "Line 2: `kind` takes words in quotation marks", "");
    fault("[[entry]]\nkind=['modal']", "Line 2: `kind` takes words", "");
    fault("[[entry]]\nkind='modal'\npatterns='a'", "Line 3: `patterns` takes a list", "");
    fault("[[entry]]\nkind='modal'\nkind='modal'", "stands twice", "");
    fault("[[entry]]\nunless=[{at='a',was='b'}]", "unknown field `was`", "");
    fault(&"#".repeat(200_001), "may hold 200000 bytes", "");
    fault(&format!("[[exempt]]\npatterns=[{}]", "'a',".repeat(501)), "may hold 500 patterns", "");
    let shown = List::read(&with("the <wod> b")).and_then(|list| list.compile()).expect_err("no such class").to_string();
    assert!(shown.ends_with("\n  the <wod> b\n       ^^^"), "{shown}");
}

proptest! {
    #[test]
    fn any_regular_expression_compiles_or_gives_an_error(source in "[a-c()\\[\\]|.*+?^$\\\\pwb{},0-9 \u{e9}-]{0,30}", text in "[a-c,. 0-9\u{e9}]{0,80}", more in "[a-c. ]{0,20}") {
        let word = caveat_lector::lexicon::Word { kind: "modal".into(), patterns: vec![format!("/{source}/")], ..Default::default() };
        let list = List { entries: vec![word], ..List::default() };
        match list.compile() {
            Ok(list) => {
                let changed = format!("{more}{text}\n\n{more}");
                let (revised, _) = Analysed::new(&text, Some(&list)).revise(&text, &changed, Some(&list));
                prop_assert_eq!(&revised.report, &analyze_with(&changed, Some(&list)));
                for finding in &revised.report.findings {
                    prop_assert!(changed.get(finding.span.start..finding.span.end).is_some_and(|words| !words.is_empty()));
                }
            }
            Err(fault) => {
                prop_assert!(fault.pattern.as_ref().is_none_or(|pattern| pattern.get(fault.at.clone()).is_some()));
                prop_assert!(!fault.to_string().is_empty());
            }
        }
    }

    #[test]
    fn any_pattern_compiles_or_gives_an_error(pattern in "[a-c<>(){}|_.~?^$ 0-9\u{e9}'-]{0,40}", text in "[a-c,. 0-9\u{e9}]{0,80}") {
        let list = format!("[[entry]]\nkind = \"modal\"\npatterns = [\"{pattern}\"]\n[[exempt]]\npatterns = [\"{pattern}\"]");
        match List::read(&list).and_then(|list| list.compile()) {
            Ok(list) => {
                for finding in &analyze_with(&text, Some(&list)).findings {
                    prop_assert!(text.get(finding.span.start..finding.span.end).is_some_and(|words| !words.is_empty()));
                }
            }
            Err(fault) => prop_assert!(!fault.to_string().is_empty()),
        }
    }

    #[test]
    fn any_file_is_a_list_or_gives_an_error(toml in "(?s)(\\[\\[entry\\]\\]|kind|=|'|\"|\\[|\\]|patterns|modal|\n|.){0,60}") {
        if let Err(fault) = List::read(&toml).and_then(|list| list.compile()) {
            prop_assert!(!fault.to_string().is_empty());
        }
    }
}

#[test]
fn hostile_patterns_take_linear_time() {
    let words = "<det|prep|pronoun|be|have|do|modal|conj>";
    let pattern = format!("{words} .. (a|b c|{words} _3)? .. zzz");
    let list = format!("[[entry]]\nkind='modal'\npatterns=['{pattern}']");
    let with_patterns = List::read(&list).and_then(|list| list.compile()).expect("a list");
    assert_linear(&with_patterns, 400);
    let expressions: Vec<String> = (0..50).map(|number| format!("'/(a|aa|o|of)*( \\w+){{0,9}} zzz{number}/'")).collect();
    let list = format!("[[entry]]\nkind='modal'\npatterns=[{}]", expressions.join(","));
    assert_linear(&List::read(&list).and_then(|list| list.compile()).expect("a list"), 200);
    let many: Vec<String> = (0..400).map(|number| format!("'the .. (of|a) .. _3 zzz{number}'")).collect();
    let many = format!("[[exempt]]\npatterns=[{}]\n[[entry]]\nkind='modal'\npatterns=['may']", many.join(","));
    let many = List::read(&many).and_then(|list| list.compile()).expect("a list");
    let text = "The head of a board of the town may go to the end of the pier in the rain. ".repeat(1_000);
    assert_eq!(analyze_with(&text, Some(&many)).findings.len(), 1_000);
    let ratio = least_ratio(|| std::hint::black_box(analyze_with(&text, Some(&many))), || std::hint::black_box(analyze_with(&text, None)));
    assert!(ratio < 60.0, "400 costly exemptions took {ratio} times as long as none");
}

/// Checks that a text of ten times the length takes about as long as ten texts.
fn assert_linear(list: &Own, count: usize) {
    let text = |count: usize| "the of a in it is the of a ".repeat(count);
    let (short, long) = (text(count), text(10 * count));
    let ten_short = || (0..10).for_each(|_| drop(std::hint::black_box(analyze_with(&short, Some(list)))));
    let ratio = least_ratio(|| std::hint::black_box(analyze_with(&long, Some(list))), ten_short);
    assert!(ratio < 4.0, "a text of ten times the length took {ratio} times as long as ten texts");
}
