//! What the command writes: a document for each file, and how much of a web page it took.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/process.rs"]
mod process;

use predicates::prelude::*;
use predicates::str::contains;
use process::{command, file};
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").file_name());
    let mut names: Vec<String> = entries.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn formats_with_a_document_for_each_file_need_a_folder_for_several() {
    let (one, other) = (file("first.txt", b"It may rain."), file("second.txt", b"It might snow."));
    for (format, expected) in [
        ("html", ["first.html", "second.html"].as_slice()),
        ("markdown", &["first.md", "second.md"]),
        ("json", &["first.json", "second.json"]),
        ("annotation", &["first.jsonld", "second.jsonld"]),
        ("brat", &["first.ann", "first.txt", "second.ann", "second.txt"]),
    ] {
        let results = folder(&format!("results-{format}"));
        let mut run = command();
        run.args(["--format", format, "--output-dir"]).arg(&results).args([&one, &other]);
        run.assert().success().stdout("");
        assert_eq!(names(&results), expected);
        let second = std::fs::read_to_string(results.join(expected[expected.len() - 1])).expect("a result");
        assert!(second.contains("might"), "{second}");
        command().args(["--format", format]).arg(&one).assert().success().stdout(contains("may"));
        if !matches!(format, "json" | "annotation") {
            command().args(["--format", format]).args([&one, &other]).assert().code(2).stdout("").stderr(contains("--output-dir"));
        }
    }
}

#[test]
fn results_of_files_with_one_name_are_kept_apart() {
    let inputs = folder("same-names");
    for part in ["a", "b"] {
        std::fs::create_dir_all(inputs.join(part)).expect("a folder");
        std::fs::write(inputs.join(part).join("story.txt"), "It may rain.").expect("a file");
    }
    let results = folder("same-names-results");
    command().args(["-r", "--format", "html", "--output-dir"]).arg(&results).arg(&inputs).assert().success();
    assert_eq!(names(&results), ["story-2.html", "story.html"]);
}

#[test]
fn an_article_is_never_replaced_by_a_result() {
    let inputs = folder("beside");
    std::fs::create_dir_all(&inputs).expect("a folder");
    let story = inputs.join("story.txt");
    std::fs::write(&story, "It may rain.").expect("a file");
    let mut run = command();
    run.args(["--format", "brat", "--output-dir"]).arg(&inputs).arg(&story).assert().code(2).stderr(contains("would be replaced"));
    assert_eq!(std::fs::read_to_string(&story).expect("a file"), "It may rain.");
    command().args(["--format", "csv", "--output-dir"]).arg(&inputs).arg(&story).assert().code(2).stderr(contains("--format"));
    command().args(["--jsonl", "--output-dir"]).arg(&inputs).assert().code(2);
}

#[test]
fn an_unreadable_file_leaves_the_others_their_results() {
    let (good, bad) = (file("good-one.txt", b"It may rain."), file("bad-one.txt", b"\x7fELF\x02\0\0 may \xff rain."));
    let results = folder("with-unreadable");
    let mut run = command();
    run.args(["--format", "html", "--output-dir"]).arg(&results).args([&bad, &good]).assert().code(1).stderr(contains("bad-one.txt"));
    assert_eq!(names(&results), ["good-one.html"]);
}

#[test]
fn the_command_says_how_much_of_a_page_it_took() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/harbour.html");
    let said = || contains("Only the article was taken from the web page: 10 of its 20 paragraphs.").and(contains("--whole-page"));
    command().arg(page).assert().success().stderr(said()).stdout(contains("We may use cookies").not());
    command().args(["--format", "lines"]).arg(page).assert().success().stderr(said());
    command().args(["--format", "json"]).arg(page).assert().success().stderr("");
    command().args(["--whole-page"]).arg(page).assert().success().stderr("").stdout(contains("We may use cookies"));
    command().arg("--whole-page").write_stdin("It may rain.").assert().success().stderr("").stdout(contains("may[H]"));
}
