//! Writes a report in formats for other programs and other readers. Every format holds the same findings and states what is
//! filtered out or ignored; offsets count Unicode code points.

/// Appends formatted text to a string.
macro_rules! add {
    ($out:expr, $($words:tt)*) => {{
        // A string accepts all writes.
        let _ = std::fmt::Write::write_fmt(&mut $out, format_args!($($words)*));
    }};
}

mod annotation;
mod brat;
mod csv;
mod document;
mod html;
pub mod json;
mod library_file;
mod markdown;
mod questions;
mod saved;

pub use document::Document;
pub use library_file::{FiledArticle, read_library, write_library};
pub use saved::Saved;

use crate::reading::ArticleFigures;
use crate::wording::page;

/// An export format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A self-contained web page.
    Html,
    /// Markdown with the findings in bold and footnotes.
    Markdown,
    /// The questions to ask, each once, in Markdown.
    Questions,
    /// The whole report, which [`Saved::read`] reads.
    Json,
    /// A table with a row for each finding.
    Csv,
    /// W3C Web Annotation (JSON-LD).
    Annotation,
    /// The text of brat standoff.
    BratText,
    /// The annotations of brat standoff.
    Brat,
}

impl Format {
    /// All formats, in the order in which the page lists them.
    pub const ALL: [Self; 8] =
        [Self::Html, Self::Markdown, Self::Questions, Self::Json, Self::Csv, Self::Annotation, Self::BratText, Self::Brat];

    /// Returns the name in attributes of the page and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Questions => "questions",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Annotation => "annotation",
            Self::BratText => "brat-text",
            Self::Brat => "brat",
        }
    }

    /// Returns what the page calls the format, and what it says the format is for.
    #[must_use]
    pub fn title_and_purpose(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => page::EXPORT_HTML,
            Self::Markdown => page::EXPORT_MARKDOWN,
            Self::Questions => page::EXPORT_QUESTIONS,
            Self::Json => page::EXPORT_JSON,
            Self::Csv => page::EXPORT_CSV,
            Self::Annotation => page::EXPORT_ANNOTATION,
            Self::BratText => page::EXPORT_BRAT_TEXT,
            Self::Brat => page::EXPORT_BRAT,
        }
    }

    /// Returns the file name extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Questions => "questions.md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Annotation => "jsonld",
            Self::BratText => "txt",
            Self::Brat => "ann",
        }
    }

    /// Returns the media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Markdown | Self::Questions => "text/markdown",
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Annotation => "application/ld+json",
            Self::BratText | Self::Brat => "text/plain",
        }
    }

    /// Writes the document in this format.
    #[must_use]
    pub fn write(self, document: &Document) -> String {
        match self {
            Self::Html => html::write(document),
            Self::Markdown => markdown::write(document),
            Self::Questions => questions::write(document),
            Self::Json => json::write(document),
            Self::Csv => csv::HEAD.to_owned() + &csv::rows(document),
            Self::Annotation => annotation::write(document),
            Self::BratText => document.text.to_owned(),
            Self::Brat => brat::write(document),
        }
    }
}

/// Returns the header row of the CSV table, which comes once before the rows of all documents.
#[must_use]
pub fn csv_head() -> &'static str {
    csv::HEAD
}

/// Returns the figures of several articles as a CSV table.
#[must_use]
pub fn figures_table<'a>(articles: impl IntoIterator<Item = (&'a str, ArticleFigures)>) -> String {
    csv::figures(articles)
}

/// Returns the CSV rows of one document.
#[must_use]
pub fn csv_rows(document: &Document) -> String {
    csv::rows(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::reading::{ExceptionList, Filter, Provenance};

    #[test]
    fn every_format_says_where_the_text_comes_from() {
        let text = "It may rain, two officials said.";
        let (report, filter, ignored) = (analyze(text), Filter::default(), ExceptionList::default());
        let [title, outlet, address, read] = ["Rain ahead", "The Courier", "https://courier.example/rain", "2026-11-20"].map(str::to_owned);
        let from = Provenance { title, outlet, address, read };
        let document = Document { from: Some(&from), ..Document::new(text, &report, &filter, &ignored) };
        // The text of brat standoff has no room for it: its annotations count characters of the article alone.
        for format in Format::ALL.into_iter().filter(|format| *format != Format::BratText) {
            let written = format.write(&document).replace("\\.", ".");
            for known in [&from.title, &from.outlet, &from.address] {
                assert!(written.contains(known), "{} lacks {known}: {written}", format.name());
            }
            assert!([&from.read, "20 November 2026"].iter().any(|day| written.contains(*day)), "{} lacks the day", format.name());
        }
        assert_eq!(Format::BratText.write(&document), text);
    }

    #[track_caller]
    fn check(format: Format, text: &str, expected: &str) {
        let (report, filter, ignored) = (analyze(text), Filter::default(), ExceptionList::default());
        let written = format.write(&Document::new(text, &report, &filter, &ignored));
        assert!(written.contains(expected), "{written}");
    }

    #[test]
    fn explanations_are_numbered_by_where_their_words_end_as_in_print() {
        let text = "Figures to be published today show a rise, and it may go on.";
        check(Format::Markdown, text, "**Figures to be published[^1] today[^2]** show a rise, and it **may[^3]** go on.");
        check(Format::Html, text, "<a id=\"m1\" href=\"#n1\">U1</a>");
        check(Format::Html, text, "<li id=\"n1\"><a href=\"#m1\">U1</a> <b>“to be published”</b>");
    }

    #[test]
    fn byline_and_date_stay_in_markdown() {
        let text = "Harbour may close\n\nBy Petra Hollis\n\nUpdated 3 May 2026\n\nThe harbour may close, officials said on Monday.";
        check(Format::Markdown, text, "\n\nBy Petra Hollis\n\nUpdated 3 May 2026\n\nThe harbour");
    }
}
