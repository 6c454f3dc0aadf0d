//! The terminal command: articles in, findings out.

mod jsonl;
mod print;

use crate::engine::analyze;
use crate::export::json;
use crate::wording;
use anstream::ColorChoice;
use clap::{Parser, ValueEnum};
use std::io::{self, IsTerminal as _, Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Marks what a news article doesn't know, won't say and hasn't decided.
///
/// Reads the files, or standard input when none is named or the name is `-`.
#[derive(Debug, Parser)]
#[command(version, after_help = "Exit status: 0 all was read; 1 a file or a line could not be read; 2 wrong options.")]
struct Options {
    /// Articles as plain text in UTF-8.
    files: Vec<PathBuf>,
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "jsonl")]
    format: Format,
    /// Read JSON Lines with "id" and "text", write one line of findings for each, offsets in code points.
    #[arg(long)]
    jsonl: bool,
    /// Also tell what looks like a finding and is none, and why (`--format json` always does).
    #[arg(long)]
    explain: bool,
    /// When to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// The summary, the article with its marks, and a line for each finding.
    Text,
    /// Only `path:line:column` lines, for editors and grep.
    Lines,
    /// One JSON report a file, a line each.
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Runs the command with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let options = Options::parse();
    let choice = match options.color {
        Color::Auto => anstream::AutoStream::choice(&io::stdout()),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let stdout = anstream::AutoStream::new(io::stdout().lock(), choice);
    match work(&options, &mut io::BufWriter::new(stdout)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("caveat-lector: standard output: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Treats every file; `false` when one could not be read. An error is one of the output.
fn work(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let stdin = [PathBuf::from("-")];
    let files = if options.files.is_empty() { &stdin[..] } else { &options.files };
    let mut all_read = true;
    for path in files {
        all_read &= if options.jsonl { jsonl::stream(path, options.explain, out)? } else { one_file(path, options, out)? };
        out.flush()?;
    }
    Ok(all_read)
}

fn one_file(path: &Path, options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let text = match read_text(path) {
        Ok(text) => text,
        Err(message) => {
            eprintln!("caveat-lector: {}: {message}", path.display());
            return Ok(false);
        }
    };
    let report = analyze(&text);
    let name = if is_stdin(path) { "-".into() } else { path.display().to_string() };
    match options.format {
        Format::Text => print::article(&report, &text, &name, options.explain, out)?,
        Format::Lines if report.notice.is_some() => eprintln!("caveat-lector: {name}: {}", wording::summary(&report)),
        Format::Lines => print::lines(&report, &text, &name, options.explain, out)?,
        Format::Json => {
            serde_json::to_writer(&mut *out, &json::report(&report, &text, Some(&name)))?;
            writeln!(out)?;
        }
    }
    Ok(true)
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn read_text(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) {
        if io::stdin().is_terminal() {
            eprintln!("caveat-lector: paste the article, then press Ctrl-D");
        }
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|content| bytes = content)
    };
    read.map_err(|fault| fault.to_string())?;
    let content = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    std::str::from_utf8(content).map(str::to_owned).map_err(|fault| format!("not UTF-8 text (byte {})", fault.valid_up_to()))
}
