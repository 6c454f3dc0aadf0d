//! JSON Lines in, JSON Lines out: in order, on all cores, in constant memory. What has arrived is answered before more
//! is awaited, so the command also serves a program that talks to it line by line.

use super::output::Output;
use crate::engine::{Notice, analyze_with};
use crate::export::json::{FindingData, RejectedData, findings, rejected};
use crate::lexicon::Own;
use flate2::bufread::MultiGzDecoder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
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

/// How much is read ahead, in bytes; a longer line is read whole.
const AHEAD: usize = 1 << 20;
/// How many lines are answered at once.
const BATCH: usize = 512;

/// Answers every line of a file, with look-alikes when `explain` asks for them; `false` when the file or one of its
/// lines could not be read.
pub(super) fn stream(path: &Path, explain: bool, own: Option<&Own>, output: &Output) -> io::Result<bool> {
    let tell = |fault: io::Error| {
        eprintln!("caveat-lector: {}: {fault}", path.display());
        Ok(false)
    };
    if super::is_stdin(path) {
        return answer_all(&mut BufReader::with_capacity(AHEAD, io::stdin()), path, explain, own, output);
    }
    let mut file = match File::open(path) {
        Ok(file) => BufReader::with_capacity(AHEAD, file),
        Err(fault) => return tell(fault),
    };
    match file.fill_buf() {
        Ok([0x1f, 0x8b, ..]) => answer_all(&mut BufReader::with_capacity(AHEAD, MultiGzDecoder::new(file)), path, explain, own, output),
        Ok(_) => answer_all(&mut file, path, explain, own, output),
        Err(fault) => tell(fault),
    }
}

fn answer_all<R: Read>(input: &mut BufReader<R>, path: &Path, explain: bool, own: Option<&Own>, output: &Output) -> io::Result<bool> {
    let progress = output.counter();
    let mut all_read = true;
    let mut number = 0;
    loop {
        let (lines, fault) = batch(input, &mut number);
        let answers: Vec<(Vec<u8>, bool)> = lines.par_iter().map(|(number, line)| answer(line, *number, explain, own)).collect();
        all_read &= answers.iter().all(|(_, understood)| *understood);
        if !answers.is_empty() {
            output.write(&answers.into_iter().flat_map(|(answer, _)| answer).collect::<Vec<u8>>())?;
        }
        progress.inc(lines.len() as u64);
        if let Some(fault) = fault {
            eprintln!("caveat-lector: {}: after line {number}: {fault}", path.display());
            return Ok(false);
        }
        if lines.is_empty() {
            progress.finish_and_clear();
            return Ok(all_read);
        }
    }
}

/// The next lines with their numbers: one at least, and as many more as have arrived; none at the end.
fn batch<R: Read>(input: &mut BufReader<R>, number: &mut usize) -> (Vec<(usize, Vec<u8>)>, Option<io::Error>) {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.is_empty() || (lines.len() < BATCH && bytes < 4 * AHEAD && input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(read) => bytes += read,
            Err(fault) => return (lines, Some(fault)),
        }
        *number += 1;
        if !line.trim_ascii().is_empty() {
            lines.push((*number, line));
        }
    }
    (lines, None)
}

/// Answers one line; `false` when it was not understood.
fn answer(line: &[u8], number: usize, explain: bool, own: Option<&Own>) -> (Vec<u8>, bool) {
    let request = serde_json::from_slice::<Request>(line);
    let mut out = match &request {
        Ok(Request { id, text }) => {
            let report = analyze_with(text, own);
            let rejected = explain.then(|| rejected(&report, text));
            serde_json::to_vec(&Answer { id, findings: findings(&report, text), notice: report.notice, rejected })
        }
        Err(fault) => {
            let id = serde_json::from_slice::<Value>(line).ok().and_then(|value| value.get("id").cloned()).unwrap_or_default();
            serde_json::to_vec(&Fault { id, error: format!("line {number}: {fault}") })
        }
    }
    .unwrap_or_default();
    out.push(b'\n');
    (out, request.is_ok())
}
