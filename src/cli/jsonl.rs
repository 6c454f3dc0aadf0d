//! JSON Lines in, JSON Lines out: in order, on all cores, in constant memory. What has arrived is answered before more
//! is awaited, so the command also serves a program that talks to it line by line.

use super::output::Output;
use crate::engine::{Notice, analyze_with};
use crate::export::json::{FindingData, RejectedData, findings, rejected};
use crate::lexicon::Own;
use flate2::bufread::MultiGzDecoder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

#[derive(Deserialize)]
struct Request {
    /// As it was written: a long number stays the same.
    id: Box<RawValue>,
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    findings: Vec<FindingData<'a>>,
    /// Why there may be none: the text is not English, or no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<Notice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<Vec<RejectedData<'a>>>,
}

/// As much of a faulty line as there may be.
#[derive(Default, Deserialize)]
struct Named {
    id: Option<Box<RawValue>>,
}

#[derive(Serialize)]
struct Fault {
    id: Option<Box<RawValue>>,
    error: String,
}

/// How much is read ahead, in bytes; a longer line is read whole.
const AHEAD: usize = 1 << 20;
/// The longest line that is read, in bytes.
const LONGEST: u64 = 64 << 20;
/// What stands for a longer one: no JSON, and its own explanation.
const TOO_LONG: &[u8] = b"a line of more than 64 MB";
/// How many lines are answered at once.
const BATCH: usize = 512;

/// Answers every line of a file, with look-alikes when `explain` asks for them; `false` when the file or one of its
/// lines could not be read.
pub(super) fn stream(path: &Path, explain: bool, own: Option<&Own>, output: &Output) -> io::Result<bool> {
    let tell = |fault: io::Error| {
        eprintln!("caveat-lector: {}: {fault}", path.display());
        Ok(false)
    };
    let source: Box<dyn Read> = match File::open(path) {
        _ if super::stdin::is_stdin(path) => Box::new(io::stdin()),
        Ok(file) => Box::new(file),
        Err(fault) => return tell(fault),
    };
    let mut file = BufReader::with_capacity(AHEAD, source);
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
        match input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(read) => bytes += read,
            Err(fault) => return (lines, Some(fault)),
        }
        if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
            line.clear();
            line.extend_from_slice(TOO_LONG);
            if let Err(fault) = input.skip_until(b'\n') {
                return (lines, Some(fault));
            }
        }
        if *number == 0 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
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
            let Named { id } = serde_json::from_slice(line).unwrap_or_default();
            serde_json::to_vec(&Fault { id, error: format!("line {number}: {fault}") })
        }
    }
    .unwrap_or_default();
    out.push(b'\n');
    (out, request.is_ok())
}
