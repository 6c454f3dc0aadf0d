//! Articles written for this project, about invented places and people.

use crate::wording::page;

/// A sample article.
pub struct Sample {
    /// What the button says.
    pub title: &'static str,
    /// What it shows.
    pub about: &'static str,
    /// The article.
    pub text: &'static str,
}

/// The samples in the order of the buttons.
pub const SAMPLES: [Sample; 3] = [
    Sample { title: page::DIPLOMATIC, about: page::DIPLOMATIC_ABOUT, text: include_str!("samples/diplomatic.txt") },
    Sample { title: page::BUSINESS, about: page::BUSINESS_ABOUT, text: include_str!("samples/business.txt") },
    Sample { title: page::CALM, about: page::CALM_ABOUT, text: include_str!("samples/calm.txt") },
];

/// Two versions of one story, the earlier first.
pub const VERSIONS: [&str; 2] = [include_str!("samples/early.txt"), include_str!("samples/later.txt")];
