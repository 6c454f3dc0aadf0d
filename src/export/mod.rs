//! Report to data for other programs and other readers. Every format holds the same findings and says what was left out.

/// Appends formatted words to a string.
macro_rules! add {
    ($out:expr, $($words:tt)*) => { $out.extend([format!($($words)*)]) };
}

mod annotation;
mod brat;
mod csv;
mod html;
pub mod json;
mod markdown;
mod saved;

pub use saved::Saved;

use crate::engine::{BlockKind, Report};
use crate::reading::{ExceptionList, Filter, shown};
use crate::wording;

/// A text with the findings that a reader lets through.
pub struct Document<'a> {
    /// The article.
    pub text: &'a str,
    /// Its report; only the findings that are shown.
    pub report: Report,
    /// What is shown.
    pub filter: &'a Filter,
    /// What is passed over, in this text or elsewhere.
    pub ignored: &'a ExceptionList,
    /// How many findings filter and ignored ones keep back.
    pub kept_back: usize,
    /// The file it comes from.
    pub path: Option<&'a str>,
}

impl<'a> Document<'a> {
    /// The text with everything that was found in it, seen through filter and ignored findings.
    #[must_use]
    pub fn new(text: &'a str, all: &Report, filter: &'a Filter, ignored: &'a ExceptionList) -> Self {
        let report = shown(text, all, filter, ignored);
        Self { text, kept_back: all.findings.len() - report.findings.len(), report, filter, ignored, path: None }
    }

    /// What it is called: its headline, else the file, else the name of the program.
    #[must_use]
    pub fn title(&self) -> String {
        let headline = self.report.blocks.iter().find(|block| block.kind != BlockKind::Furniture);
        let headline = headline.filter(|block| block.kind == BlockKind::Headline).map(|block| block.span.of(self.text));
        one_line(headline.or(self.path).unwrap_or(wording::page::NAME))
    }

    /// What is shown and what is not, in a sentence.
    #[must_use]
    pub fn statement(&self) -> String {
        wording::statement(self.filter, self.kept_back, self.report.findings.len())
    }
}

/// A form in which findings leave the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page that stands alone.
    Html,
    /// Text with bold findings and footnotes.
    Markdown,
    /// Everything that is known, to be read back.
    Json,
    /// A table, a finding a row.
    Csv,
    /// W3C Web Annotation, JSON-LD.
    Annotation,
    /// The text of brat standoff.
    BratText,
    /// The annotations of brat standoff.
    Brat,
}

impl Format {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [Self::Html, Self::Markdown, Self::Json, Self::Csv, Self::Annotation, Self::BratText, Self::Brat];

    /// The name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Annotation => "annotation",
            Self::BratText => "brat-text",
            Self::Brat => "brat",
        }
    }

    /// The ending of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Annotation => "jsonld",
            Self::BratText => "txt",
            Self::Brat => "ann",
        }
    }

    /// The media type of its files.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Annotation => "application/ld+json",
            Self::BratText | Self::Brat => "text/plain",
        }
    }

    /// The document in this form.
    #[must_use]
    pub fn write(self, document: &Document) -> String {
        match self {
            Self::Html => html::write(document),
            Self::Markdown => markdown::write(document),
            Self::Json => json::write(document),
            Self::Csv => csv::HEAD.to_owned() + &csv::rows(document),
            Self::Annotation => annotation::write(document),
            Self::BratText => document.text.to_owned(),
            Self::Brat => brat::write(document),
        }
    }
}

/// The table of several documents: one head, all rows.
#[must_use]
pub fn csv_head() -> &'static str {
    csv::HEAD
}

/// The rows of one document, for a table of several.
#[must_use]
pub fn csv_rows(document: &Document) -> String {
    csv::rows(document)
}

/// Words in one line, as titles and cells want them.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
