//! JSON Lines in, JSON Lines out: in order, a line at a time, in constant memory.

use crate::engine::{Notice, analyze};
use crate::export::json::{FindingData, RejectedData, findings, rejected};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

#[derive(Deserialize)]
struct Request {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    findings: Vec<FindingData<'a>>,
    /// Why there may be none: the text is not English, or no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<Notice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<Vec<RejectedData<'a>>>,
}

#[derive(Serialize)]
struct Fault {
    id: Value,
    error: String,
}

/// Answers every line of a file, with look-alikes when `explain` asks for them; `false` when the file or one of its
/// lines could not be read.
pub(super) fn stream(path: &Path, explain: bool, out: &mut impl Write) -> io::Result<bool> {
    if super::is_stdin(path) {
        return answer_all(io::stdin().lock(), explain, out);
    }
    match File::open(path) {
        Ok(file) => answer_all(BufReader::new(file), explain, out),
        Err(fault) => {
            eprintln!("caveat-lector: {}: {fault}", path.display());
            Ok(false)
        }
    }
}

fn answer_all(mut input: impl BufRead, explain: bool, out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) if line.trim_ascii().is_empty() => {}
            Ok(_) => all_read &= answer(&line, number, explain, out)?,
            Err(fault) => {
                eprintln!("caveat-lector: line {number}: {fault}");
                return Ok(false);
            }
        }
    }
    Ok(all_read)
}

/// Answers one line; `false` when it was not understood.
fn answer(line: &[u8], number: usize, explain: bool, out: &mut impl Write) -> io::Result<bool> {
    let request = serde_json::from_slice::<Request>(line);
    match &request {
        Ok(Request { id, text }) => {
            let report = analyze(text);
            let rejected = explain.then(|| rejected(&report, text));
            serde_json::to_writer(&mut *out, &Answer { id, findings: findings(&report, text), notice: report.notice, rejected })?;
        }
        Err(fault) => {
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned()).unwrap_or_default();
            serde_json::to_writer(&mut *out, &Fault { id, error: format!("line {number}: {fault}") })?;
        }
    }
    writeln!(out)?;
    Ok(request.is_ok())
}
