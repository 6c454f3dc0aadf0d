//! Runs the terminal command as a process and checks output and exit status.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/process.rs"]
mod process;

use predicates::prelude::*;
use predicates::str::contains;
use process::{command, file};

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
fn colour_is_for_terminals_or_on_request() {
    command().write_stdin("It may rain.").assert().success().stdout(contains('\u{1b}').not());
    command().args(["--color", "always"]).write_stdin("It may rain.").assert().success().stdout(contains('\u{1b}'));
}

#[test]
fn control_characters_of_a_text_are_replaced() {
    command().write_stdin("It may \u{1b}[2J rain.\u{7}").assert().success().stdout(contains('\u{1b}').not().and(contains('\u{7}').not()));
}

#[test]
fn lines_begin_with_path_line_and_column() {
    let path = file("lines.txt", "Calm.\nÄ storm may come.\n".as_bytes());
    let line = format!("{}:2:9: hedge/modal: “may”", path.display());
    command().args(["--format", "lines"]).arg(&path).assert().success().stdout(predicates::str::starts_with(line));
}

#[test]
fn look_alikes_are_listed_on_request() {
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
fn a_text_that_is_not_english_is_reported() {
    let german = "Der Minister sagte am Dienstag, dass die Brücke wohl erst im Herbst wieder für den Verkehr geöffnet werde, weil die \
                  Prüfung der Pfeiler noch nicht abgeschlossen sei und das Geld fehle.";
    command().args(["--format", "lines"]).write_stdin(german).assert().success().stdout("").stderr(contains("--any-language"));
    command()
        .write_stdin(german)
        .assert()
        .success()
        .stdout(contains("does not look like English").and(contains("--any-language marks it")));
    let request = serde_json::json!({ "id": 1, "text": german }).to_string();
    command().arg("--jsonl").write_stdin(request).assert().success().stdout(contains("\"notice\":\"not-english\""));
}

#[test]
fn json_is_one_report_for_each_file() {
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
fn json_lines_after_a_faulty_line_are_answered() {
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
fn unreadable_files_are_reported_and_the_others_are_read() {
    let good = file("good.txt", b"It may rain.");
    let bad = file("bad.txt", b"\x7fELF\x02\0\0 may \xff rain.");
    let missing = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("missing.txt");
    command()
        .args([&bad, &missing, &good])
        .assert()
        .code(1)
        .stdout(contains("It may[H] rain."))
        .stderr(contains("looks like a binary file").and(contains("missing.txt")));
}

#[test]
fn wrong_options_exit_with_2() {
    command().arg("--nonsense").assert().code(2).stderr(contains("--nonsense"));
    command().args(["--jsonl", "--format", "json"]).assert().code(2);
    command().args(["--jobs", "1000000"]).assert().code(2).stderr(contains("256"));
    command().args(["--jobs", "256"]).write_stdin("It may rain.").assert().success();
    command().arg("--help").assert().success().stdout(contains("--jsonl"));
}

#[test]
fn files_are_read_in_their_encodings() {
    let windows = file("windows.txt", b"The board\x92s plan may fail.");
    command().arg(&windows).assert().success().stdout(contains("The board’s plan may[H] fail."));
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/harbour.html");
    command().arg(page).assert().success().stdout(contains("The harbour board of Oster may[H]").and(contains("cookie").not()));
    let pdf = file("scan.pdf", b"%PDF-1.7 may");
    command().arg(pdf).assert().code(1).stderr(contains("it looks like a PDF"));
}

/// Writes files into a folder for the test and returns its path.
fn folder(name: &str, files: &[(&str, &[u8])]) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (name, content) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        std::fs::write(path, content).expect("a test file can be written");
    }
    folder
}

#[test]
fn a_folder_becomes_one_table_in_order_of_names() {
    let html = b"<nav>may</nav><p>Officials said no.</p>".as_slice();
    let corpus = folder("corpus", &[("b.txt", b"It may rain."), ("a/x.html", html), (".hidden.txt", b"It may."), ("c.bin", b"It may.")]);
    let output = command().args(["-r", "--format", "csv"]).arg(&corpus).assert().success().get_output().stdout.clone();
    let table = String::from_utf8(output).expect("UTF-8");
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    assert!(rows[0].starts_with("\u{feff}file,start,end,"), "{table}");
    assert!(rows[1].contains("x.html\",0,9,source,role,\"Officials\""), "{table}");
    assert!(rows[2].contains("b.txt\",3,6,hedge,modal,\"may\""), "{table}");
    assert_eq!(rows.len(), 3, "{table}");
    command().arg(&corpus).assert().code(1).stderr(contains("--recursive reads what is in it"));
}

#[test]
fn a_user_list_works_beside_the_lexicon() {
    let list = file("own.toml", b"[[entry]]\nkind = 'hearsay'\npatterns = ['scuttlebutt']\n[[exempt]]\npatterns = ['may queen']");
    let text = "The May queen and the may queen, scuttlebutt has it.";
    command().arg("--lexicon").arg(&list).write_stdin(text).assert().success().stdout(contains("may queen, scuttlebutt[H]"));
    let faulty = file("faulty.toml", b"[[entry]]\nkind = 'hearsay'\npatterns = ['a <wod>']");
    command()
        .arg("--lexicon")
        .arg(&faulty)
        .write_stdin(text)
        .assert()
        .code(2)
        .stderr(contains("there is no class `wod`").and(contains("^^^")));
}

/// Returns the code blocks of a language in `docs/command.md`.
fn documented(language: &str) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/command.md");
    let document = std::fs::read_to_string(path).expect("the document can be read");
    let fence = format!("\n```{language}\n");
    let blocks = document.split(&fence).skip(1);
    blocks.map(|rest| rest.split_once("```\n").expect("a code block has an end").0.to_owned()).collect()
}

#[test]
fn the_documented_list_gives_the_documented_findings() {
    let list = file("documented.toml", documented("toml")[0].as_bytes());
    let blocks = documented("text");
    let [text, expected, _] = &blocks[..] else { panic!("three code blocks: the text, the findings, an error") };
    let mut run = command();
    run.args(["--format", "lines", "--lexicon"]).arg(&list).write_stdin(text.as_str());
    let output = String::from_utf8(run.assert().success().get_output().stdout.clone()).expect("UTF-8");
    // Of `-:1:9: kind: “words”: why`, the part from the kind to the words.
    let finding =
        |line: &str| line.splitn(4, ':').last().map(|rest| rest.trim_start().split_inclusive('”').next().unwrap_or_default().to_owned());
    let findings: Vec<String> = output.lines().filter_map(finding).collect();
    assert_eq!(findings, expected.lines().collect::<Vec<_>>());
}

#[test]
fn an_error_in_a_regular_expression_points_at_its_place() {
    let list = file("expression.toml", b"[[entry]]\nkind = 'hearsay'\npatterns = ['/rumou?r(s has it/']");
    let expected = documented("text")[2].replace("faulty.toml", &list.display().to_string());
    command().arg("--lexicon").arg(&list).write_stdin("It may rain.").assert().code(2).stdout("").stderr(expected);
}

#[test]
fn a_regular_expression_that_is_too_large_is_refused() {
    let list = file("large.toml", b"[[entry]]\nkind = 'hearsay'\npatterns = ['/(\\w{50}){50}/']");
    let message = contains("large.toml: Pattern “/(\\w{50}){50}/”: the expression becomes too large");
    command().arg("--lexicon").arg(&list).write_stdin("It may rain.").assert().code(2).stdout("").stderr(message);
}

/// Returns that many requests as JSON Lines, each with two findings.
fn requests(count: usize) -> String {
    let request = |id: usize| ["{\"id\": ", &id.to_string(), ", \"text\": \"The article may end here, officials said.\"}\n"].concat();
    (0..count).map(request).collect()
}

#[test]
fn gzipped_lines_are_answered_in_order() {
    use std::io::Write as _;
    let mut gzipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzipped.write_all(requests(3_000).as_bytes()).expect("memory takes it");
    let corpus = folder("lines", &[("all.jsonl.gz", &gzipped.finish().expect("memory takes it")), ("b.jsonl", requests(2).as_bytes())]);
    let output = command().args(["--jsonl", "-r"]).arg(&corpus).assert().success().get_output().stdout.clone();
    let ids: Vec<u64> = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(id_of).collect();
    assert_eq!(ids, (0..3_000).chain(0..2).collect::<Vec<_>>());
}

/// Returns the id of an answer to one of [`requests`].
fn id_of(line: &[u8]) -> u64 {
    let answer: serde_json::Value = serde_json::from_slice(line).expect("a whole line of JSON");
    assert_eq!(answer["findings"].as_array().map(Vec::len), Some(2));
    answer["id"].as_u64().expect("its id")
}

/// Starts the command with `--jsonl` and returns the process with its standard input and output.
fn piped() -> (std::process::Child, std::process::ChildStdin, std::io::BufReader<std::process::ChildStdout>) {
    use std::process::{Command, Stdio};
    let command = env!("CARGO_BIN_EXE_caveat-lector");
    let mut child = Command::new(command).arg("--jsonl").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command starts");
    let (input, output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    (child, input, std::io::BufReader::new(output))
}

/// Checks the protocol of Spark's `RDD.pipe` and of other programs that run the command: each line is answered by one line, in
/// order and without waiting for the next one, and the command ends when its input ends.
#[test]
fn a_pipe_is_answered_line_by_line() {
    use std::io::{BufRead as _, Read as _, Write as _};
    let (mut child, mut input, mut output) = piped();
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"It may rain, officials said.\"}}").expect("the command reads");
        let mut answer = Vec::new();
        output.read_until(b'\n', &mut answer).expect("an answer");
        assert_eq!(id_of(&answer), id);
    }
    // Spark writes a partition in one thread and reads the answers in another.
    let writer = std::thread::spawn(move || input.write_all(requests(20_000).as_bytes()));
    let mut rest = Vec::new();
    output.read_to_end(&mut rest).expect("answers");
    writer.join().expect("no panic").expect("all was read");
    assert_eq!(
        rest.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(id_of).collect::<Vec<_>>(),
        (0..20_000).collect::<Vec<_>>()
    );
    assert!(child.wait().expect("it ends").success());
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_lines() {
    use std::io::{BufRead as _, Read as _, Write as _};
    let (mut child, mut input, mut output) = piped();
    let writer = std::thread::spawn(move || while input.write_all(requests(1_000).as_bytes()).is_ok() {});
    let mut all = Vec::new();
    output.read_until(b'\n', &mut all).expect("an answer");
    std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("the signal is sent");
    output.read_to_end(&mut all).expect("answers");
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    writer.join().expect("no panic");
    assert!(all.ends_with(b"\n"));
    all.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).for_each(|line| {
        id_of(line);
    });
}

#[test]
fn ids_are_unchanged_and_a_byte_order_mark_is_ignored() {
    let input = "\u{feff}{\"id\": 12345678901234567890123, \"text\": \"calm\"}\n";
    command().arg("--jsonl").write_stdin(input).assert().success().stdout("{\"id\":12345678901234567890123,\"findings\":[]}\n");
}

#[test]
fn completions_and_the_manual_page_list_the_options() {
    command().args(["--completions", "bash"]).assert().success().stdout(contains("--lexicon"));
    command().args(["--completions", "zsh"]).assert().success().stdout(contains("#compdef caveat-lector"));
    command().arg("--man").assert().success().stdout(contains(".TH caveat-lector").and(contains("recursive")));
}
