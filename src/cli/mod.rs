//! The terminal command: reads articles, writes findings.

mod files;
mod jsonl;
mod options;
mod output_dir;
mod stdin;
mod stdout;
mod text_output;

use crate::engine::Report;
use crate::export::{self, Document};
use crate::lexicon::{List, Own};
use crate::reading::{ExceptionList, Filter};
use crate::wording;
use anstream::ColorChoice;
use clap::{CommandFactory as _, Parser as _};
use files::Article;
use jsonl::Answering;
use options::{Color, Options, PrintFormat};
use output_dir::Targets;
use rayon::prelude::*;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stdin::is_stdin;
use stdout::Output;

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
    let _ = rayon::ThreadPoolBuilder::new().num_threads(options.jobs.into()).build_global();
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
    let targets = match Targets::new(options, &files) {
        Ok(targets) => targets,
        Err(message) => {
            eprintln!("caveat-lector: {message}");
            return Ok(ExitCode::from(2));
        }
    };
    if options.format == PrintFormat::Csv {
        output.write(export::csv_head().as_bytes())?;
    }
    let progress = output.file_progress(files.len() as u64);
    let numbered: Vec<(usize, &PathBuf)> = files.iter().enumerate().collect();
    let render = |(number, path): &(usize, &PathBuf)| render_file(path, *number, &targets, options, user_list);
    for batch in numbered.chunks(BATCH) {
        let rendered: Vec<Result<Vec<u8>, String>> = batch.par_iter().map(render).collect();
        for ((_, path), rendered) in batch.iter().zip(rendered) {
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

/// Returns the output for one file; writes it and returns nothing if it goes to a folder.
///
/// # Errors
/// A message for the user if the file cannot be read or the result cannot be written.
fn render_file(path: &Path, number: usize, targets: &Targets, options: &Options, user_list: Option<&Own>) -> Result<Vec<u8>, String> {
    let Article { text, part } = files::read_article(path, options.whole_page)?;
    let report = options.analyze(&text, user_list);
    let name = if is_stdin(path) { "-".into() } else { path.display().to_string() };
    let for_people = matches!(options.format, PrintFormat::Text | PrintFormat::Lines);
    if let Some((taken, all)) = part.filter(|_| for_people) {
        eprintln!("caveat-lector: {name}: {} --whole-page takes them all.", wording::page::article_taken(taken, all));
    }
    let mut out = Vec::new();
    let written = match options.format {
        PrintFormat::Text => text_output::article(&report, &text, &name, options.explain, &mut out),
        PrintFormat::Lines if report.notice.is_some() => {
            eprintln!("caveat-lector: {name}: {}", text_output::summary(&report));
            Ok(())
        }
        PrintFormat::Lines => text_output::lines(&report, &text, &name, options.explain, &mut out),
        format => return exported(&report, &text, &name, format.export(), number, targets),
    };
    written.map(|()| out).map_err(|error| error.to_string())
}

/// Returns the export of all findings, or their CSV rows if there is no format. The command has no filter.
///
/// # Errors
/// A message for the user if a result cannot be written.
fn exported(
    report: &Report,
    text: &str,
    name: &str,
    format: Option<export::Format>,
    number: usize,
    targets: &Targets,
) -> Result<Vec<u8>, String> {
    let (filter, ignored) = (Filter::default(), ExceptionList::default());
    let document = Document { path: Some(name), ..Document::new(text, report, &filter, &ignored) };
    if targets.write(number, &document)? {
        return Ok(Vec::new());
    }
    Ok(format.map_or_else(|| export::csv_rows(&document), |format| format.write(&document)).into_bytes())
}
