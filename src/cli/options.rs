//! The options of the command.

use crate::engine::{Report, analyze_any_language, analyze_with};
use crate::export;
use crate::lexicon::Own;
use clap::{Parser, ValueEnum};
use std::path::PathBuf;

/// The most threads: more than any machine has cores for, and few enough to start.
const MOST_JOBS: i64 = 256;

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
pub(super) struct Options {
    /// Articles; with --recursive also folders.
    pub files: Vec<PathBuf>,
    /// Read the text files and web pages in folders, in order of names (with --jsonl: the .jsonl and .jsonl.gz files).
    #[arg(short, long)]
    pub recursive: bool,
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = PrintFormat::Text, conflicts_with = "jsonl")]
    pub format: PrintFormat,
    /// Read JSON Lines with "id" and "text", plain or gzipped, and write a line of findings for each; offsets in code points.
    #[arg(long)]
    pub jsonl: bool,
    /// Also list look-alikes, which are not marked, each with the reason (`--format json` always does).
    #[arg(long)]
    pub explain: bool,
    /// Take all text of a web page instead of its article.
    #[arg(long)]
    pub whole_page: bool,
    /// Write a file for each article into this folder; for html, markdown, json, annotation and brat.
    #[arg(long, value_name = "FOLDER", conflicts_with = "jsonl")]
    pub output_dir: Option<PathBuf>,
    /// Mark a text also if it does not look English.
    #[arg(long)]
    pub any_language: bool,
    /// A list of your own words and patterns (TOML, as the page exports it); can be given several times.
    #[arg(long, value_name = "FILE")]
    pub lexicon: Vec<PathBuf>,
    /// The number of threads, at most 256; 0 means one for each core.
    #[arg(short, long, default_value_t = 0, value_name = "N", value_parser = clap::value_parser!(u16).range(..=MOST_JOBS))]
    pub jobs: u16,
    /// When to use colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Print the completions for a shell and exit.
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub completions: Option<clap_complete::Shell>,
    /// Print the manual page (roff) and exit.
    #[arg(long, exclusive = true)]
    pub man: bool,
}

impl Options {
    pub fn analyze(&self, text: &str, user_list: Option<&Own>) -> Report {
        if self.any_language { analyze_any_language(text, user_list) } else { analyze_with(text, user_list) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(super) enum PrintFormat {
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
    pub fn export(self) -> Option<export::Format> {
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

/// When to use colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}
