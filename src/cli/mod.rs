//! The terminal command: reads articles, writes findings.

mod files;
mod jsonl;
mod stdin;
mod stdout;
mod text_output;

use crate::engine::{Report, analyze_any_language, analyze_with};
use crate::export::{self, Document};
use crate::lexicon::{List, Own};
use crate::reading::{ExceptionList, Filter};
use crate::wording;
use anstream::ColorChoice;
use clap::{CommandFactory as _, Parser, ValueEnum};
use jsonl::Answering;
use rayon::prelude::*;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stdin::is_stdin;
use stdout::Output;

/// Marks what a news article doesn't know, won't say and hasn't decided.
///
/// Reads plain text and saved web pages, of which it takes the article. Without files, or for `-`, it reads standard input.
/// Text that is neither UTF-8 nor UTF-16 is read in the encoding that the page declares, or else as Windows-1252.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command")]
#[command(
    name = "caveat-lector",
    version,
    after_help = "Exit status: 0 everything was read; 1 a file or a line could not be read; 2 wrong options or a faulty list; 130 stopped by Ctrl-C."
)]
struct Options {
    /// Articles; with --recursive also folders.
    files: Vec<PathBuf>,
    /// Read the text files and web pages in folders, in order of names (with --jsonl: the .jsonl and .jsonl.gz files).
    #[arg(short, long)]
    recursive: bool,
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = PrintFormat::Text, conflicts_with = "jsonl")]
    format: PrintFormat,
    /// Read JSON Lines with "id" and "text", plain or gzipped, and write a line of findings for each; offsets in code points.
    #[arg(long)]
    jsonl: bool,
    /// Also list look-alikes, which are not marked, each with the reason (`--format json` always does).
    #[arg(long)]
    explain: bool,
    /// Mark a text also if it does not look English.
    #[arg(long)]
    any_language: bool,
    /// A list of your own words and patterns (TOML, as the page exports it); can be given several times.
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// The number of threads; 0 means one for each core.
    #[arg(short, long, default_value_t = 0, value_name = "N")]
    jobs: usize,
    /// When to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Print the completions for a shell and exit.
    #[arg(long, value_name = "SHELL", exclusive = true)]
    completions: Option<clap_complete::Shell>,
    /// Print the manual page (roff) and exit.
    #[arg(long, exclusive = true)]
    man: bool,
}

impl Options {
    fn analyze(&self, text: &str, user_list: Option<&Own>) -> Report {
        if self.any_language { analyze_any_language(text, user_list) } else { analyze_with(text, user_list) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum PrintFormat {
    /// The summary, the article with its marks, and a line for each finding.
    Text,
    /// Only the lines, with `path:line:column`, for editors and grep.
    Lines,
    /// A JSON report for each file, on one line.
    Json,
    /// One table with a row for each finding.
    Csv,
    /// A self-contained web page.
    Html,
    /// Findings in bold, explanations as footnotes.
    Markdown,
    /// The questions to ask, each once, with the passages they are about (Markdown).
    Questions,
    /// W3C Web Annotation (JSON-LD).
    Annotation,
    /// brat standoff: the .ann file.
    Brat,
    /// brat standoff: the .txt file, in which the offsets count.
    BratText,
}

impl PrintFormat {
    /// Returns the export of that name, for the formats that are one export for each file.
    fn export(self) -> Option<export::Format> {
        match self {
            Self::Text | Self::Lines | Self::Csv => None,
            Self::Json => Some(export::Format::Json),
            Self::Html => Some(export::Format::Html),
            Self::Markdown => Some(export::Format::Markdown),
            Self::Questions => Some(export::Format::Questions),
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
        return print_documentation(&options);
    }
    let user_list = match read_user_lists(&options.lexicon) {
        Ok(user_list) => user_list,
        Err(message) => {
            eprintln!("caveat-lector: {message}");
            return ExitCode::from(2);
        }
    };
    // If the pool cannot be built, rayon uses its default one.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build_global();
    // Escape sequences are added and removed only in the formats for people. Data is written unchanged.
    let is_data = options.jsonl || !matches!(options.format, PrintFormat::Text | PrintFormat::Lines);
    let choice = match options.color {
        _ if is_data => ColorChoice::AlwaysAnsi,
        Color::Auto => anstream::AutoStream::choice(&io::stdout()),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let output = Output::new(choice);
    output.handle_ctrl_c();
    match process_files(&options, user_list.as_ref(), &output) {
        Ok(status) => status,
        // The reader of a pipe, such as `head`, has closed it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("caveat-lector: standard output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the manual page or the completions.
fn print_documentation(options: &Options) -> ExitCode {
    let mut command = Options::command();
    let mut page = Vec::new();
    if let Some(shell) = options.completions {
        clap_complete::generate(shell, &mut command, "caveat-lector", &mut page);
    } else if clap_mangen::Man::new(command).render(&mut page).is_err() {
        return ExitCode::FAILURE;
    }
    if io::stdout().write_all(&page).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Reads the lists of `--lexicon` and compiles them as one; `None` if they are empty.
///
/// # Errors
/// The first fault, with the name of its file.
fn read_user_lists(paths: &[PathBuf]) -> Result<Option<Own>, String> {
    let mut all = List::default();
    for path in paths {
        let in_file = |fault: &dyn std::fmt::Display| format!("{}: {fault}", path.display());
        let toml = std::fs::read_to_string(path).map_err(|error| in_file(&error))?;
        let list = List::read(&toml).map_err(|fault| in_file(&fault))?;
        // Each list is compiled alone first, so that a fault names its file.
        list.compile().map_err(|fault| in_file(&fault))?;
        all.entries.extend(list.entries);
        all.exempts.extend(list.exempts);
    }
    if all.is_empty() { Ok(None) } else { all.compile().map(Some).map_err(|fault| fault.to_string()) }
}

/// The number of files that are read and analysed at once.
const BATCH: usize = 64;

/// Reads and analyses every file and writes the results in the order of the files. Returns the exit status.
///
/// # Errors
/// If the output cannot be written.
fn process_files(options: &Options, user_list: Option<&Own>, output: &Output) -> io::Result<ExitCode> {
    let stdin = [PathBuf::from("-")];
    let paths = if options.files.is_empty() { &stdin[..] } else { &options.files };
    let (files, mut all_read) = if options.recursive { files::in_folders(paths, options.jsonl) } else { (paths.to_vec(), true) };
    if options.jsonl {
        let answering = Answering { analyze: &|text| options.analyze(text, user_list), explain: options.explain };
        for path in &files {
            all_read &= jsonl::answer_file(path, answering, output)?;
        }
        return Ok(status(all_read));
    }
    if files.len() > 1
        && matches!(
            options.format,
            PrintFormat::Html | PrintFormat::Markdown | PrintFormat::Questions | PrintFormat::Brat | PrintFormat::BratText
        )
    {
        eprintln!("caveat-lector: this format takes one file at a time; {} were given", files.len());
        return Ok(ExitCode::from(2));
    }
    if options.format == PrintFormat::Csv {
        output.write(export::csv_head().as_bytes())?;
    }
    let progress = output.file_progress(files.len() as u64);
    for batch in files.chunks(BATCH) {
        let rendered: Vec<Result<Vec<u8>, String>> = batch.par_iter().map(|path| render_file(path, options, user_list)).collect();
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
    Ok(status(all_read))
}

fn status(all_read: bool) -> ExitCode {
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the output for one file.
///
/// # Errors
/// A message for the user if the file cannot be read.
fn render_file(path: &Path, options: &Options, user_list: Option<&Own>) -> Result<Vec<u8>, String> {
    let text = files::read_text(path)?;
    let report = options.analyze(&text, user_list);
    let name = if is_stdin(path) { "-".into() } else { path.display().to_string() };
    let mut out = Vec::new();
    let written = match options.format {
        PrintFormat::Text => text_output::article(&report, &text, &name, options.explain, &mut out),
        PrintFormat::Lines if report.notice.is_some() => {
            eprintln!("caveat-lector: {name}: {}", wording::summary(&report));
            Ok(())
        }
        PrintFormat::Lines => text_output::lines(&report, &text, &name, options.explain, &mut out),
        format => {
            out = exported(&report, &text, &name, format.export()).into_bytes();
            Ok(())
        }
    };
    written.map(|()| out).map_err(|error| error.to_string())
}

/// Returns the export of all findings, or their CSV rows if there is no format. The command has no filter.
fn exported(report: &Report, text: &str, name: &str, format: Option<export::Format>) -> String {
    let (filter, ignored) = (Filter::default(), ExceptionList::default());
    let document = Document { path: Some(name), ..Document::new(text, report, &filter, &ignored) };
    format.map_or_else(|| export::csv_rows(&document), |format| format.write(&document))
}
