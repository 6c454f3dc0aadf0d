//! The terminal command, run as a user runs it.
#![cfg(not(target_arch = "wasm32"))]

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;

fn command() -> Command {
    Command::cargo_bin("caveat-lector").expect("the command is built")
}

fn file(name: &str, content: &[u8]) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a test file can be written");
    path
}

#[test]
fn standard_input_gives_the_marked_article() {
    let marked = "The mission may[H] fail, officials[S] said.";
    command()
        .write_stdin("The mission may fail, officials said.\n")
        .assert()
        .success()
        .stdout(contains(marked).and(contains("-:1:13: hedge/modal: “may”")));
}

#[test]
fn colour_is_for_terminals_and_on_demand() {
    command().write_stdin("It may rain.").assert().success().stdout(contains('\u{1b}').not());
    command().args(["--color", "always"]).write_stdin("It may rain.").assert().success().stdout(contains('\u{1b}'));
}

#[test]
fn a_text_cannot_steer_the_terminal() {
    command().write_stdin("It may \u{1b}[2J rain.\u{7}").assert().success().stdout(contains('\u{1b}').not().and(contains('\u{7}').not()));
}

#[test]
fn lines_are_for_editors() {
    let path = file("lines.txt", "Calm.\nÄ storm may come.\n".as_bytes());
    let line = format!("{}:2:9: hedge/modal: “may”", path.display());
    command().args(["--format", "lines"]).arg(&path).assert().success().stdout(predicates::str::starts_with(line));
}

#[test]
fn look_alikes_are_explained_on_demand() {
    let text = "It may rain in May.\n";
    let line = "-:1:16: not modal-may: “May”: the month";
    let lines = |arguments: &[&str]| command().args(arguments).write_stdin(text).assert().success();
    lines(&["--format", "lines"]).stdout(contains("not modal-may").not());
    lines(&["--format", "lines", "--explain"]).stdout(contains(line));
    lines(&["--explain"]).stdout(contains(line));
    let request = "{\"id\":1,\"text\":\"It may rain in May.\"}\n";
    let streamed = command().args(["--jsonl", "--explain"]).write_stdin(request).assert().success();
    streamed.stdout(contains("\"rejected\":[{\"rule\":\"modal-may\",\"start\":15,\"end\":18"));
}

#[test]
fn a_text_that_is_not_english_is_refused_with_a_word() {
    let german = "Der Minister sagte am Dienstag, dass die Brücke wohl erst im Herbst wieder für den Verkehr geöffnet werde, weil die \
                  Prüfung der Pfeiler noch nicht abgeschlossen sei und das Geld fehle.";
    command().args(["--format", "lines"]).write_stdin(german).assert().success().stdout("").stderr(contains("does not look like English"));
    command().write_stdin(german).assert().success().stdout(contains("does not look like English"));
    let request = serde_json::json!({ "id": 1, "text": german }).to_string();
    command().arg("--jsonl").write_stdin(request).assert().success().stdout(contains("\"notice\":\"not-english\""));
}

#[test]
fn json_is_one_report_a_file() {
    let path = file("report.txt", "\u{feff}É, it may rain. In May it rains.".as_bytes());
    let output = command().args(["--format", "json"]).arg(&path).assert().success().get_output().stdout.clone();
    let report: serde_json::Value = serde_json::from_slice(&output).expect("one JSON object");
    let finding = &report["findings"][0];
    assert_eq!((finding["start"].as_u64(), finding["end"].as_u64(), finding["text"].as_str()), (Some(6), Some(9), Some("may")));
    assert_eq!(finding["rule"], "modal-may");
    assert!(finding["why"].as_str().is_some_and(|why| !why.is_empty()));
    assert_eq!(report["rejected"][0]["text"], "May");
    assert_eq!(report["sources"], serde_json::json!({ "unnamed": [], "named": [] }));
    assert_eq!(report["decisions"], serde_json::json!([]));
    assert_eq!(report["sentences"], serde_json::json!([[0, 15], [16, 32]]));
}

#[test]
fn json_lines_go_on_after_a_bad_line() {
    let input = "{\"id\": 7, \"text\": \"𝄞 may\"}\n\nnonsense\n{\"id\": \"b\"}\n{\"id\": \"c\", \"text\": \"\\ud800\"}\n{\"id\": null, \"text\": \"calm\"}\n";
    let output = command().arg("--jsonl").write_stdin(input).assert().code(1).get_output().stdout.clone();
    let lines: Vec<serde_json::Value> = output
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 5);
    let expected = serde_json::json!({"id": 7, "findings": [{"category": "hedge", "kind": "modal", "start": 2, "end": 5, "text": "may", "voice": "article", "strength": "medium", "rule": "modal-may"}]});
    assert_eq!(lines[0], expected);
    assert!(lines[1]["id"].is_null() && lines[1]["error"].as_str().is_some_and(|error| error.starts_with("line 3: ")));
    assert!(lines[2]["id"] == "b" && lines[2]["error"].as_str().is_some_and(|error| error.contains("text")));
    assert!(lines[3]["error"].is_string());
    assert_eq!(lines[4], serde_json::json!({"id": null, "findings": []}));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_goes_on() {
    let good = file("good.txt", b"It may rain.");
    let bad = file("bad.txt", b"It may \xff rain.");
    let missing = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("missing.txt");
    command()
        .args([&bad, &missing, &good])
        .assert()
        .code(1)
        .stdout(contains("It may[H] rain."))
        .stderr(contains("not UTF-8 text (byte 7)").and(contains("missing.txt")));
}

#[test]
fn wrong_options_exit_with_2() {
    command().arg("--nonsense").assert().code(2).stderr(contains("--nonsense"));
    command().args(["--jsonl", "--format", "json"]).assert().code(2);
    command().arg("--help").assert().success().stdout(contains("--jsonl"));
}
