//! Reads JSON Lines and writes JSON Lines in the same order, on all cores, in constant memory.
//!
//! The lines that have arrived are answered before more are awaited, so another program can also exchange single lines with
//! the command.

use super::stdout::Output;
use crate::engine::{Notice, Report};
use crate::export::json::{FindingData, RejectedData, findings, rejected};
use flate2::bufread::MultiGzDecoder;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

#[derive(Deserialize)]
struct Request {
    /// Kept as it is written, so that a number of any length stays the same.
    id: Box<RawValue>,
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    findings: Vec<FindingData<'a>>,
    /// Why nothing is marked, if the text is not English or not a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<Notice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rejected: Option<Vec<RejectedData<'a>>>,
}

/// The id of a line that is otherwise faulty, if it has one.
#[derive(Default, Deserialize)]
struct FaultyRequest {
    id: Option<Box<RawValue>>,
}

/// The answer to a line that is not a request.
#[derive(Serialize)]
struct ErrorAnswer {
    id: Option<Box<RawValue>>,
    error: String,
}

/// The size of the read buffer, in bytes. A longer line is read whole.
const READ_AHEAD: usize = 1 << 20;
/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 64 << 20;
/// The most lines that are answered at once.
const BATCH: usize = 512;

/// A line of the input.
enum Line {
    Whole(Vec<u8>),
    /// A line of more than [`LONGEST_LINE`] bytes, which is skipped.
    TooLong,
}

/// How the lines are answered.
#[derive(Clone, Copy)]
pub(super) struct Answering<'a> {
    /// Analyses a text.
    pub analyze: &'a (dyn Fn(&str) -> Report + Sync),
    /// Also writes the look-alikes.
    pub explain: bool,
}

/// Analyses every line of a file and writes one line for each.
///
/// Returns `false` if the file, or one of its lines, could not be read; why is printed, or written as the line's answer.
///
/// # Errors
/// If the output cannot be written.
pub(super) fn answer_file(path: &Path, answering: Answering<'_>, output: &Output) -> io::Result<bool> {
    let unreadable = |error: io::Error| {
        eprintln!("caveat-lector: {}: {error}", path.display());
        Ok(false)
    };
    let source: Box<dyn Read> = match File::open(path) {
        _ if super::stdin::is_stdin(path) => Box::new(io::stdin()),
        Ok(file) => Box::new(file),
        Err(error) => return unreadable(error),
    };
    let mut file = BufReader::with_capacity(READ_AHEAD, source);
    match file.fill_buf() {
        Ok([0x1f, 0x8b, ..]) => answer_lines(&mut BufReader::with_capacity(READ_AHEAD, MultiGzDecoder::new(file)), path, answering, output),
        Ok(_) => answer_lines(&mut file, path, answering, output),
        Err(error) => unreadable(error),
    }
}

fn answer_lines<R: Read>(input: &mut BufReader<R>, path: &Path, answering: Answering<'_>, output: &Output) -> io::Result<bool> {
    let progress = output.line_progress();
    let mut all_read = true;
    let mut number = 0;
    loop {
        let (lines, error) = next_batch(input, &mut number);
        let answers: Vec<(Vec<u8>, bool)> = lines.par_iter().map(|(number, line)| answer(line, *number, answering)).collect();
        all_read &= answers.iter().all(|(_, read)| *read);
        if !answers.is_empty() {
            output.write(&answers.into_iter().flat_map(|(answer, _)| answer).collect::<Vec<u8>>())?;
        }
        progress.inc(lines.len() as u64);
        if let Some(error) = error {
            eprintln!("caveat-lector: {}: after line {number}: {error}", path.display());
            return Ok(false);
        }
        if lines.is_empty() {
            progress.finish_and_clear();
            return Ok(all_read);
        }
    }
}

/// Reads the next lines: at least one, and as many more as have arrived; none at the end of the input. Empty lines are skipped.
///
/// Each line comes with its number in the file; `number` is that of the last line read.
fn next_batch<R: Read>(input: &mut BufReader<R>, number: &mut usize) -> (Vec<(usize, Line)>, Option<io::Error>) {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.is_empty() || (lines.len() < BATCH && bytes < 4 * READ_AHEAD && input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(read) => bytes += read,
            Err(error) => return (lines, Some(error)),
        }
        *number += 1;
        if line.len() as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
            lines.push((*number, Line::TooLong));
            if let Err(error) = input.skip_until(b'\n') {
                return (lines, Some(error));
            }
            continue;
        }
        if *number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if !line.trim_ascii().is_empty() {
            lines.push((*number, Line::Whole(line)));
        }
    }
    (lines, None)
}

/// Returns the answer to a line, and whether the line is a request.
fn answer(line: &Line, number: usize, answering: Answering<'_>) -> (Vec<u8>, bool) {
    let (id, error) = match line {
        Line::TooLong => (None, "longer than 64 MiB".to_owned()),
        Line::Whole(line) => match serde_json::from_slice(line) {
            Ok(request) => return (findings_line(&request, answering), true),
            Err(error) => (serde_json::from_slice::<FaultyRequest>(line).unwrap_or_default().id, error.to_string()),
        },
    };
    (json_line(&ErrorAnswer { id, error: format!("line {number}: {error}") }), false)
}

fn findings_line(Request { id, text }: &Request, answering: Answering<'_>) -> Vec<u8> {
    let report = (answering.analyze)(text);
    let rejected = answering.explain.then(|| rejected(&report, text));
    json_line(&Answer { id, findings: findings(&report, text), notice: report.notice, rejected })
}

fn json_line(data: &impl Serialize) -> Vec<u8> {
    let mut line = serde_json::to_vec(data).expect("plain data can be written as JSON");
    line.push(b'\n');
    line
}
