//! Where a reader is in the page: kept in the browser's history, so that a reload and the Back button return there.

use std::fmt;
use std::str::FromStr;

/// What the reader is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The text box is open, beside the marked article.
    Write,
    /// The marked article alone.
    #[default]
    Read,
    /// An exercise: the marks are hidden and the reader looks for them.
    Practise,
    /// Two versions of a story side by side.
    Compare,
}

impl Mode {
    const ALL: [Self; 4] = [Self::Write, Self::Read, Self::Practise, Self::Compare];

    /// True for the modes that open over the article; the Back button leaves them.
    #[must_use]
    pub fn is_excursion(self) -> bool {
        matches!(self, Self::Practise | Self::Compare)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::Practise => "practise",
            Self::Compare => "compare",
        }
    }
}

/// The ledger that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ledger {
    /// Who speaks.
    #[default]
    Sources,
    /// What is undecided.
    Decisions,
}

impl Ledger {
    /// Both ledgers, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Sources, Self::Decisions];

    /// Returns the other ledger.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Sources => Self::Decisions,
            Self::Decisions => Self::Sources,
        }
    }

    /// Returns the name in the page's code and style sheet.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Decisions => "decisions",
        }
    }
}

/// Where the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// What the reader is doing.
    pub mode: Mode,
    /// The open ledger.
    pub ledger: Ledger,
    /// The byte of the text at the reader's position.
    pub position: usize,
}

impl fmt::Display for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.mode.name(), self.ledger.name(), self.position)
    }
}

/// The error if a text is no [`Visit`], for example one that another version of the page wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

impl FromStr for Visit {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Self, Unknown> {
        let mut words = text.split(' ');
        let mut next = || words.next().ok_or(Unknown);
        let (mode, ledger, position) = (next()?, next()?, next()?);
        Ok(Self {
            mode: Mode::ALL.into_iter().find(|one| one.name() == mode).ok_or(Unknown)?,
            ledger: Ledger::ALL.into_iter().find(|one| one.name() == ledger).ok_or(Unknown)?,
            position: position.parse().map_err(|_| Unknown)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for mode in Mode::ALL {
            for ledger in Ledger::ALL {
                let visit = Visit { mode, ledger, position: 1234 };
                assert_eq!(visit.to_string().parse(), Ok(visit));
            }
        }
    }

    #[test]
    fn refuses_what_it_does_not_write() {
        for text in ["", "read", "read sources", "read sources -1", "sleep sources 3", "read nothing 3"] {
            assert_eq!(text.parse::<Visit>(), Err(Unknown), "{text}");
        }
    }
}
