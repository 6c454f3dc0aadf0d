//! The filter: which findings are shown, by kind, speaker and strength.

use crate::engine::{Finding, Voice};
use crate::lexicon::{Category, Kind, Strength};

/// Whose words are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voices {
    /// All words.
    #[default]
    All,
    /// The article's own words, without direct quotations.
    Article,
    /// Only direct quotations.
    Quoted,
}

impl Voices {
    /// All choices, in the order on the page.
    pub const ALL: [Self; 3] = [Self::All, Self::Article, Self::Quoted];

    /// The name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Article => "article",
            Self::Quoted => "quoted",
        }
    }

    fn shows(self, voice: Voice) -> bool {
        match self {
            Self::All => true,
            Self::Article => voice == Voice::Article,
            Self::Quoted => voice == Voice::Quoted,
        }
    }
}

/// Which findings are shown, by kind, voice and strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter {
    off: u32,
    /// Whose words.
    pub voices: Voices,
    /// The weakest that are shown.
    pub least: Strength,
}

impl Default for Filter {
    fn default() -> Self {
        Self { off: 0, voices: Voices::All, least: Strength::Weak }
    }
}

impl Filter {
    /// Only strong findings.
    pub const STRONG: Self = Self { off: 0, voices: Voices::All, least: Strength::Strong };
    /// Only the article's own words.
    pub const OWN: Self = Self { off: 0, voices: Voices::Article, least: Strength::Weak };

    /// True if a finding is shown.
    #[must_use]
    pub fn shows(&self, finding: &Finding) -> bool {
        self.shows_kind(finding.kind()) && self.voices.shows(finding.voice) && finding.strength() >= self.least
    }

    /// True if findings of the kind are shown.
    #[must_use]
    pub fn shows_kind(&self, kind: Kind) -> bool {
        self.off & bit(kind) == 0
    }

    /// True if any kind of the category is shown.
    #[must_use]
    pub fn shows_any(&self, category: Category) -> bool {
        kinds(category).any(|kind| self.shows_kind(kind))
    }

    /// True if every kind of the category is shown.
    #[must_use]
    pub fn shows_all(&self, category: Category) -> bool {
        kinds(category).all(|kind| self.shows_kind(kind))
    }

    /// Returns the filter with one kind switched on or off.
    #[must_use]
    pub fn toggled(self, kind: Kind) -> Self {
        Self { off: self.off ^ bit(kind), ..self }
    }

    /// Returns the filter with a category switched: off if all of its kinds are shown, else on.
    #[must_use]
    pub fn toggled_category(self, category: Category) -> Self {
        let bits = kinds(category).fold(0, |bits, kind| bits | bit(kind));
        Self { off: if self.shows_all(category) { self.off | bits } else { self.off & !bits }, ..self }
    }

    /// Returns the filter with every kind on.
    #[must_use]
    pub fn all_kinds(self) -> Self {
        Self { off: 0, ..self }
    }

    /// Writes the filter as text for storage and links: `-modal-role,article,strong`; empty when everything is shown.
    #[must_use]
    pub fn code(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let off = Kind::ALL.iter().filter(|kind| !self.shows_kind(**kind)).fold(String::new(), |off, kind| off + "-" + kind.name());
        format!("{off},{},{}", self.voices.name(), self.least.name())
    }

    /// Reads what [`Filter::code`] writes. Parts that are not valid hide nothing.
    #[must_use]
    pub fn decode(code: &str) -> Self {
        let mut parts = code.split(',');
        let off = parts.next().unwrap_or_default().split('-');
        let off = off.filter_map(|name| Kind::ALL.iter().find(|kind| kind.name() == name)).fold(0, |off, kind| off | bit(*kind));
        let voices = parts.next().and_then(|name| Voices::ALL.into_iter().find(|voices| voices.name() == name)).unwrap_or_default();
        let least = parts.next().and_then(|name| Strength::ALL.into_iter().find(|strength| strength.name() == name));
        Self { off, voices, least: least.unwrap_or(Strength::Weak) }
    }
}

fn bit(kind: Kind) -> u32 {
    1 << kind as u32
}

fn kinds(category: Category) -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(move |kind| kind.category() == category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::reading::{ExceptionList, shown};

    #[track_caller]
    fn check(filter: Filter, expected: &[&str]) {
        let text = "It may rain. “It seems certain,” Lena Huld said. Officials said about 40 boats reportedly left.";
        let report = shown(text, &analyze(text), &filter, &ExceptionList::default());
        assert_eq!(report.findings.iter().map(|finding| finding.span.of(text)).collect::<Vec<_>>(), expected);
        assert_eq!(Filter::decode(&filter.code()), filter);
    }

    #[test]
    fn a_filter_goes_by_kind_voice_and_strength() {
        let all = Filter::default();
        check(all, &["may", "seems", "Officials", "about", "reportedly"]);
        check(Filter { voices: Voices::Article, ..all }, &["may", "Officials", "about", "reportedly"]);
        check(Filter { voices: Voices::Quoted, ..all }, &["seems"]);
        check(Filter::STRONG, &["reportedly"]);
        check(all.toggled(Kind::Modal), &["seems", "Officials", "about", "reportedly"]);
        check(all.toggled_category(Category::Hedge), &["Officials"]);
        check(all.toggled(Kind::Modal).toggled_category(Category::Hedge), &["may", "seems", "Officials", "about", "reportedly"]);
    }

    #[test]
    fn a_damaged_code_hides_nothing() {
        for code in ["", "x", ",,,", "-nothing,nobody,never", "\u{0}-"] {
            assert_eq!(Filter::decode(code), Filter::default(), "{code:?}");
        }
    }
}
