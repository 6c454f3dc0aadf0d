//! Report to data for other programs and other readers. Every format holds the same findings and says what was left out.

/// Appends formatted words to a string.
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
mod markdown;
mod saved;

pub use document::Document;
pub use saved::Saved;

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
