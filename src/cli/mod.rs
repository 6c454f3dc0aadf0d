//! The terminal command: articles in, findings out.

mod files;
mod jsonl;
mod output;
mod print;
mod stdin;

use crate::engine::{Report, analyze_with};
use crate::export::{self, Document};
use crate::lexicon::{List, Own};
use crate::reading::{ExceptionList, Filter};
use crate::wording;
use anstream::ColorChoice;
use clap::{CommandFactory as _, Parser, ValueEnum};
use output::Output;
use rayon::prelude::*;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stdin::is_stdin;

/// Marks what a news article doesn't know, won't say and hasn't decided.
///
/// Reads the files, or standard input when none is named or the name is `-`: plain text, or a saved web page of which
/// the article is taken. The encoding is the declared one, or Windows-1252.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command")]
#[command(
    name = "caveat-lector",
    version,
    after_help = "Exit status: 0 all was read; 1 a file or a line could not be read; 2 wrong options or a faulty list; 130 stopped by Ctrl-C."
)]
struct Options {
    /// Articles; with --recursive also folders of them.
    files: Vec<PathBuf>,
    /// Read the text files and web pages in folders (with --jsonl: the .jsonl and .jsonl.gz files), in order of their names.
    #[arg(short, long)]
    recursive: bool,
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "jsonl")]
    format: Format,
    /// Read JSON Lines with "id" and "text" (also .gz), write one line of findings for each, offsets in code points.
    #[arg(long)]
    jsonl: bool,
    /// Also tell what looks like a finding and is none, and why (`--format json` always does).
    #[arg(long)]
    explain: bool,
    /// A list of your own words and patterns (TOML, as the page exports it); may be given several times.
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// How many threads work; 0: one a core.
    #[arg(short, long, default_value_t = 0, value_name = "N")]
    jobs: usize,
    /// When to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Print the completions for a shell, and nothing else.
    #[arg(long, value_name = "SHELL", exclusive = true)]
    completions: Option<clap_complete::Shell>,
    /// Print the manual page (roff), and nothing else.
    #[arg(long, exclusive = true)]
    man: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// The summary, the article with its marks, and a line for each finding.
    Text,
    /// Only `path:line:column` lines, for editors and grep.
    Lines,
    /// One JSON report a file, a line each.
    Json,
    /// One table, a finding a row.
    Csv,
    /// A page that stands alone.
    Html,
    /// Bold findings, explanations as footnotes.
    Markdown,
    /// W3C Web Annotation, JSON-LD.
    Annotation,
    /// The .ann file of brat standoff.
    Brat,
    /// The text that its offsets count in: of a web page the article.
    BratText,
}

impl Format {
    fn export(self) -> Option<export::Format> {
        match self {
            Self::Text | Self::Lines | Self::Csv => None,
            Self::Json => Some(export::Format::Json),
            Self::Html => Some(export::Format::Html),
            Self::Markdown => Some(export::Format::Markdown),
            Self::Annotation => Some(export::Format::Annotation),
            Self::Brat => Some(export::Format::Brat),
            Self::BratText => Some(export::Format::BratText),
        }
    }
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
    if options.man || options.completions.is_some() {
        return about(&options);
    }
    let own = match own(&options.lexicon) {
        Ok(own) => own,
        Err(message) => {
            eprintln!("caveat-lector: {message}");
            return ExitCode::from(2);
        }
    };
    // A pool that cannot be built leaves the standard one.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build_global();
    // Data is written as it is; only what people read may be coloured, or stripped of colour.
    let data = options.jsonl || !matches!(options.format, Format::Text | Format::Lines);
    let choice = match options.color {
        _ if data => ColorChoice::AlwaysAnsi,
        Color::Auto => anstream::AutoStream::choice(&io::stdout()),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let output = Output::new(choice);
    output.watch_for_stop();
    match work(&options, own.as_ref(), &output) {
        Ok(Some(true)) => ExitCode::SUCCESS,
        Ok(Some(false)) => ExitCode::FAILURE,
        Ok(None) => ExitCode::from(2),
        Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("caveat-lector: standard output: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// The manual page or completions.
fn about(options: &Options) -> ExitCode {
    let mut command = Options::command();
    let mut page = Vec::new();
    if let Some(shell) = options.completions {
        clap_complete::generate(shell, &mut command, "caveat-lector", &mut page);
    } else if clap_mangen::Man::new(command).render(&mut page).is_err() {
        return ExitCode::FAILURE;
    }
    if io::stdout().write_all(&page).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The lists of the options, as one.
fn own(paths: &[PathBuf]) -> Result<Option<Own>, String> {
    let mut all = List::default();
    for path in paths {
        let named = |fault: &dyn std::fmt::Display| format!("{}: {fault}", path.display());
        let toml = std::fs::read_to_string(path).map_err(|fault| named(&fault))?;
        let list = List::read(&toml).map_err(|fault| named(&fault))?;
        list.compile().map_err(|fault| named(&fault))?;
        all.entries.extend(list.entries);
        all.exempts.extend(list.exempts);
    }
    if all.is_empty() { Ok(None) } else { all.compile().map(Some).map_err(|fault| fault.to_string()) }
}

/// So many files are read and analysed at once; what they give is written in their order.
const BATCH: usize = 64;

/// Treats every file; `false` when one could not be read, nothing when the options do not fit together. An error is one of the output.
fn work(options: &Options, own: Option<&Own>, output: &Output) -> io::Result<Option<bool>> {
    let stdin = [PathBuf::from("-")];
    let named = if options.files.is_empty() { &stdin[..] } else { &options.files };
    let (files, mut all_read) = if options.recursive { files::in_folders(named, options.jsonl) } else { (named.to_vec(), true) };
    if options.jsonl {
        for path in &files {
            all_read &= jsonl::stream(path, options.explain, own, output)?;
        }
        return Ok(Some(all_read));
    }
    if files.len() > 1 && matches!(options.format, Format::Html | Format::Markdown | Format::Brat | Format::BratText) {
        eprintln!("caveat-lector: one file at a time in this format: {} were given", files.len());
        return Ok(None);
    }
    if options.format == Format::Csv {
        output.write(export::csv_head().as_bytes())?;
    }
    let progress = output.progress(files.len() as u64);
    for batch in files.chunks(BATCH) {
        let rendered: Vec<Result<Vec<u8>, String>> = batch.par_iter().map(|path| one_file(path, options, own)).collect();
        for (path, rendered) in batch.iter().zip(rendered) {
            match rendered {
                Ok(bytes) => output.write(&bytes)?,
                Err(message) => {
                    progress.suspend(|| eprintln!("caveat-lector: {}: {message}", path.display()));
                    all_read = false;
                }
            }
            progress.inc(1);
        }
    }
    progress.finish_and_clear();
    Ok(Some(all_read))
}

/// What is printed for one file.
fn one_file(path: &Path, options: &Options, own: Option<&Own>) -> Result<Vec<u8>, String> {
    let text = files::read_text(path)?;
    let report = analyze_with(&text, own);
    let name = if is_stdin(path) { "-".into() } else { path.display().to_string() };
    let mut out = Vec::new();
    let written = match options.format {
        Format::Text => print::article(&report, &text, &name, options.explain, &mut out),
        Format::Lines if report.notice.is_some() => {
            eprintln!("caveat-lector: {name}: {}", wording::summary(&report));
            Ok(())
        }
        Format::Lines => print::lines(&report, &text, &name, options.explain, &mut out),
        format => {
            out = exported(&report, &text, &name, format.export()).into_bytes();
            Ok(())
        }
    };
    written.map(|()| out).map_err(|fault| fault.to_string())
}

/// An export of all findings: the command filters nothing.
fn exported(report: &Report, text: &str, name: &str, format: Option<export::Format>) -> String {
    let (filter, ignored) = (Filter::default(), ExceptionList::default());
    let document = Document { path: Some(name), ..Document::new(text, report, &filter, &ignored) };
    format.map_or_else(|| export::csv_rows(&document), |format| format.write(&document))
}
