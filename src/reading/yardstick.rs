//! Compares how often an article marks something with news texts that were measured with the same rules.
//!
//! `yardstick.tsv` has the measurements: `make yardstick` writes it. It holds numbers only, no texts.

use super::practice::words;
use crate::engine::{BlockKind, Report};
use crate::lexicon::{Category, RULES};
use rustc_hash::FxHashSet;

const MEASURED: &str = include_str!("yardstick.tsv");

/// An article with fewer words is not compared: one mark more or less would change its place.
pub const LEAST_WORDS: usize = 150;
/// The distance between two quantiles in percent.
const STEP: usize = 5;

/// The kind of press that a text is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PressKind {
    /// All texts.
    All,
    /// Reports of a news agency.
    Agency,
    /// Stories of broadcasters.
    Broadcaster,
    /// Newspapers and news sites of the United States.
    UnitedStates,
    /// Stories translated into English.
    Translated,
    /// Press releases and official statements.
    Release,
    /// Other stories from the web.
    Web,
}

impl PressKind {
    /// All kinds, in the order of the measurements.
    pub const ALL: [Self; 7] = [Self::All, Self::Agency, Self::Broadcaster, Self::UnitedStates, Self::Translated, Self::Release, Self::Web];

    /// Returns the name in the measurements.
    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Agency => "agency",
            Self::Broadcaster => "broadcaster",
            Self::UnitedStates => "us",
            Self::Translated => "translated",
            Self::Release => "release",
            Self::Web => "web",
        }
    }
}

/// Where an article stands among the texts of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has more marks for its length than this percentage of the texts.
    More(usize),
    /// It has fewer marks for its length than this percentage of the texts.
    Fewer(usize),
}

/// The comparison of an article with all measured texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Yardstick {
    /// Marks for each 100,000 words, by category.
    rates: [usize; 3],
}

impl Yardstick {
    /// Measures the whole report of an article, without marks of the reader's own rules. Returns `None` if nothing is marked because of a
    /// notice, or if the article has fewer than [`LEAST_WORDS`] words.
    #[must_use]
    pub fn new(text: &str, report: &Report) -> Option<Self> {
        let blocks = report.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
        let words: usize = blocks.map(|block| words(text, block.span).len()).sum();
        if report.notice.is_some() || words < LEAST_WORDS {
            return None;
        }
        let measured: FxHashSet<&str> = RULES.iter().map(|rule| &*rule.id).collect();
        let count = |category| {
            let of_category = report.findings.iter().filter(|finding| finding.category() == category);
            of_category.filter(|finding| measured.contains(&*finding.rule.id)).count()
        };
        let rate = |category| (100_000 * count(category) + words / 2) / words;
        Some(Self { rates: Category::ALL.map(rate) })
    }

    /// Returns where the article stands among all texts.
    #[must_use]
    pub fn standing(&self, category: Category) -> Option<Standing> {
        let (below, above) = self.shares(PressKind::All, category)?;
        Some(if below >= above { Standing::More(below) } else { Standing::Fewer(above) })
    }

    /// Returns the percentage of the texts of a kind that have fewer marks for their length.
    #[must_use]
    pub fn fewer(&self, kind: PressKind, category: Category) -> Option<usize> {
        self.shares(kind, category).map(|(below, _)| below)
    }

    /// Returns the percentages of the texts of a kind that have fewer and more marks for their length.
    fn shares(&self, kind: PressKind, category: Category) -> Option<(usize, usize)> {
        let rate = self.rates[Category::ALL.iter().position(|other| *other == category)?];
        let quantiles: Vec<usize> = row(kind, category)?.1.filter_map(|number| number.parse().ok()).collect();
        let below = quantiles.iter().filter(|quantile| **quantile < rate).count();
        let above = quantiles.iter().filter(|quantile| **quantile > rate).count();
        Some((STEP * below, STEP * above))
    }
}

/// Returns the number of texts of a kind that were measured.
#[must_use]
pub fn texts_measured(kind: PressKind) -> usize {
    row(kind, Category::Hedge).map_or(0, |(texts, _)| texts)
}

/// Returns the number of texts and the quantiles of a row.
fn row(kind: PressKind, category: Category) -> Option<(usize, impl Iterator<Item = &'static str>)> {
    MEASURED.lines().find_map(|line| {
        let mut parts = line.split('\t');
        let fits = parts.next()? == kind.name() && parts.next()? == category.name();
        fits.then(|| Some((parts.next()?.parse().ok()?, parts)))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[test]
    fn every_kind_has_nineteen_rising_quantiles() {
        let mut texts = 0;
        for kind in PressKind::ALL {
            texts += if kind == PressKind::All { 0 } else { texts_measured(kind) };
            for category in Category::ALL {
                let quantiles: Vec<usize> = row(kind, category).expect("a row").1.map(|number| number.parse().expect("a number")).collect();
                assert_eq!(quantiles.len(), 100 / STEP - 1, "{kind:?}");
                assert!(quantiles.is_sorted() && texts_measured(kind) >= 40, "{kind:?}");
            }
        }
        assert_eq!(texts, texts_measured(PressKind::All));
    }

    /// An article of 200 words with so many hedges.
    fn article(hedges: usize) -> String {
        let plain = "The ferry sailed on Monday morning and came back at noon. ".repeat(20 - hedges);
        plain + &"The ferry may sail on Monday and come back at noon. ".repeat(hedges)
    }

    #[track_caller]
    fn check(hedges: usize, rate: usize, standing: Standing) {
        let text = article(hedges);
        let measured = Yardstick::new(&text, &analyze(&text)).expect("it is long enough");
        assert_eq!(measured.rates[0], rate);
        assert_eq!(measured.standing(Category::Hedge), Some(standing));
    }

    #[test]
    fn an_article_has_its_place_among_the_texts() {
        check(0, 0, Standing::Fewer(90));
        check(20, 9_091, Standing::More(95));
    }

    #[test]
    fn short_and_foreign_texts_are_not_compared() {
        let check = |text: &str| assert_eq!(Yardstick::new(text, &analyze(text)), None);
        check("");
        check(&"It may rain. ".repeat(49));
        check(&"Der Minister sagte, dass die Lage nicht gut ist und sich nicht ändern wird. ".repeat(20));
    }
}
