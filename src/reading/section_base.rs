//! Where a section of the article begins, as the page notes it at the section.

use std::fmt;

/// Where a section begins: the offsets and numbers in its nodes count from here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SectionBase {
    /// Bytes of the text before it.
    pub bytes: usize,
    /// Findings before it.
    pub findings: usize,
    /// Look-alikes before it.
    pub rejected: usize,
}

/// The value of the attribute that the page keeps at a section; [`SectionBase::parse`] reads it.
impl fmt::Display for SectionBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.bytes, self.findings, self.rejected)
    }
}

impl SectionBase {
    /// Reads what [`fmt::Display`] writes; a number that is missing or damaged is 0.
    #[must_use]
    pub fn parse(attribute: &str) -> Self {
        let mut numbers = attribute.split(' ').map(|number| number.parse().unwrap_or_default());
        let mut next = || numbers.next().unwrap_or_default();
        Self { bytes: next(), findings: next(), rejected: next() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_section_begins_is_read_back() {
        let base = SectionBase { bytes: 1200, findings: 34, rejected: 5 };
        assert_eq!(base.to_string(), "1200 34 5");
        assert_eq!(SectionBase::parse(&base.to_string()), base);
        assert_eq!(SectionBase::parse("7 x"), SectionBase { bytes: 7, findings: 0, rejected: 0 });
        assert_eq!(SectionBase::parse(""), SectionBase::default());
    }
}
