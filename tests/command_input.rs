//! What the command reads: other languages on request, Markdown, pages and web archives.
#![cfg(not(target_arch = "wasm32"))]

#[path = "common/process.rs"]
mod process;

use predicates::prelude::*;
use predicates::str::contains;
use process::{command, file};

#[test]
fn a_text_in_another_language_is_marked_on_request() {
    let text = "Het kabinet overweegt een wet, zegt de krant. ".repeat(4) + "It may rain.\n";
    command().args(["--format", "lines"]).write_stdin(text.clone()).assert().success().stdout("");
    command().args(["--format", "lines", "--any-language"]).write_stdin(text.clone()).assert().success().stdout(contains("“may”"));
    let line = serde_json::json!({ "id": 1, "text": text }).to_string();
    command()
        .args(["--jsonl", "--any-language"])
        .write_stdin(line)
        .assert()
        .success()
        .stdout(contains("modal-may").and(contains("notice").not()));
}

#[test]
fn markdown_is_read_without_its_marks() {
    let source = "# Harbour *may* close\n\nSee [the plan](https://may.example/could).\n\n```\nmay = might\n```\n";
    let path = file("markdown.md", source.as_bytes());
    let lines = command().args(["--format", "lines"]).arg(&path).assert().success().get_output().stdout.clone();
    assert_eq!(String::from_utf8_lossy(&lines).lines().count(), 1);
}

#[test]
fn pages_are_recognised_by_their_beginning() {
    let article = "<article><h1>Harbour</h1><p>It may rain in Oster.</p></article><!-- it might snow -->";
    for (name, begin) in [
        ("saved.txt", "<!-- saved from url=(0014)about:internet -->\n<html><body>"),
        ("xml.txt", "<?xml version=\"1.0\"?>\n<html>"),
        ("bare.txt", ""),
    ] {
        let path = file(name, format!("{begin}{article}").as_bytes());
        command().args(["--format", "lines"]).arg(&path).assert().success().stdout(contains("“may”").and(contains("might").not()));
    }
    let archive = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--b--\r\n",
        article.replace("rain", "ra=\r\nin")
    );
    let path = file("archive.mhtml", archive.as_bytes());
    command().arg(&path).assert().success().stdout(contains("It may[H] rain in Oster."));
}
