//! Articles written for this project, about invented places and people.

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
    Sample { title: "A diplomatic story", about: "thick with hedges and unnamed sources", text: include_str!("samples/diplomatic.txt") },
    Sample { title: "A business story", about: "a deal that is not yet one", text: include_str!("samples/business.txt") },
    Sample { title: "A calm story", about: "with hardly anything to mark", text: include_str!("samples/calm.txt") },
];
