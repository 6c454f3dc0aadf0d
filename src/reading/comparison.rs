//! Compares two versions of a story: aligns their sentences and classifies the changes of hedges, sources and open matters.

use super::alignment::{Aligned, align};
use crate::engine::{Finding, Report, Span};
use crate::lexicon::Category;

/// The change of a finding between two versions of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The sentence was hedged and is not any more.
    Stated,
    /// The sentence is now hedged.
    Hedged,
    /// The source has a name now.
    Named,
    /// The source had a name and has none any more.
    Unnamed,
    /// The unnamed source is no longer cited.
    Unsourced,
    /// A new unnamed source is cited.
    Sourced,
    /// The matter was open and is no longer called open.
    Settled,
    /// The matter is now called open.
    Opened,
    /// It has a finding of the same category in other words.
    Reworded,
}

impl Fate {
    /// All changes; those that make the text firmer come first.
    pub const ALL: [Self; 9] = [
        Self::Stated,
        Self::Named,
        Self::Settled,
        Self::Hedged,
        Self::Unnamed,
        Self::Sourced,
        Self::Opened,
        Self::Unsourced,
        Self::Reworded,
    ];

    /// The name in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Hedged => "hedged",
            Self::Named => "named",
            Self::Unnamed => "unnamed",
            Self::Unsourced => "unsourced",
            Self::Sourced => "sourced",
            Self::Settled => "settled",
            Self::Opened => "opened",
            Self::Reworded => "reworded",
        }
    }
}

/// One change inside a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The kind of change.
    pub fate: Fate,
    /// Number of the finding in the earlier report.
    pub earlier: Option<usize>,
    /// Number of the finding in the later report.
    pub later: Option<usize>,
    /// The name that the source has: of [`Fate::Named`] in the later text, of [`Fate::Unnamed`] in the earlier one.
    pub name: Option<Span>,
}

/// A sentence of one version, or two sentences that correspond to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Number of the sentence in the earlier report.
    pub earlier: Option<usize>,
    /// Number of the sentence in the later report.
    pub later: Option<usize>,
    /// True if both sentences are equal.
    pub same: bool,
    /// The changes of the findings.
    pub changes: Vec<Change>,
}

/// Both versions, sentence by sentence in the order of the later one. A dropped sentence comes after the one that it followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The pairs of sentences.
    pub pairs: Vec<Pair>,
}

impl Comparison {
    /// Returns the number of changes of a kind.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.pairs.iter().flat_map(|pair| &pair.changes).filter(|change| change.fate == fate).count()
    }

    /// Returns the number of sentences that only the later version has, and the number of findings in them.
    #[must_use]
    pub fn added(&self, later: &Report) -> [usize; 2] {
        let added = self.pairs.iter().filter(|pair| pair.earlier.is_none()).filter_map(|pair| pair.later);
        added.fold([0, 0], |[sentences, marks], sentence| [sentences + 1, marks + later.findings_in(sentence).len()])
    }

    /// Returns the number of sentences that only the earlier version has, and the number of findings in them.
    #[must_use]
    pub fn dropped(&self, earlier: &Report) -> [usize; 2] {
        let dropped = self.pairs.iter().filter(|pair| pair.later.is_none()).filter_map(|pair| pair.earlier);
        dropped.fold([0, 0], |[sentences, marks], sentence| [sentences + 1, marks + earlier.findings_in(sentence).len()])
    }
}

/// A text and its report.
pub type Version<'a> = (&'a str, &'a Report);

/// Compares an earlier and a later version of a story.
#[must_use]
pub fn compare(earlier: Version, later: Version) -> Comparison {
    let sentences = |(text, report): Version| report.sentences.iter().map(|span| span.of(text).to_owned()).collect::<Vec<_>>();
    let (before, after) = (sentences(earlier), sentences(later));
    let pair = |aligned: &Aligned| {
        let (one, other) = (aligned.earlier, aligned.later);
        let same = one.zip(other).is_some_and(|(one, other)| before[one] == after[other]);
        let changes = one.zip(other).filter(|_| !same).map(|(one, other)| changes(earlier, one, later, other)).unwrap_or_default();
        Pair { earlier: one, later: other, same, changes }
    };
    Comparison { pairs: align(&before, &after).iter().map(pair).collect() }
}

fn changes(earlier: Version, one: usize, later: Version, other: usize) -> Vec<Change> {
    let (mut gone, mut come) = (numbers(earlier.1, one), numbers(later.1, other));
    let says = |(text, report): Version, number: usize| {
        let finding: &Finding = &report.findings[number];
        (finding.category(), finding.span.of(text).to_lowercase())
    };
    pair_off(&mut gone, &mut come, |before, after| says(earlier, before) == says(later, after));
    let rule = |report: &Report, number: usize| report.findings[number].rule.id.clone();
    pair_off(&mut gone, &mut come, |before, after| {
        let (one, other) = (says(earlier, before), says(later, after));
        one.0 != Category::Source && rule(earlier.1, before) == rule(later.1, after) && is_form_of(&one.1, &other.1)
    });
    // Words that the other version has as often are neither dropped nor new, whether they are marked there or not.
    let (before, after) = (earlier.1.sentences[one].of(earlier.0), later.1.sentences[other].of(later.0));
    let written = |(text, report): Version, number: usize| report.findings[number].span.of(text).to_owned();
    let of_source = |report: &Report, number: usize| report.findings[number].category() == Category::Source;
    gone.retain(|number| of_source(earlier.1, *number) || stands_out(&written(earlier, *number), before, after));
    come.retain(|number| of_source(later.1, *number) || stands_out(&written(later, *number), after, before));
    let mut names = new_names(earlier, one, later, other).into_iter();
    let mut changes = Vec::new();
    // Sources that are named now come first, so that they are not paired with another unnamed source of the sentence.
    gone.retain(|number| {
        let name = (earlier.1.findings[*number].category() == Category::Source).then(|| names.next()).flatten();
        changes.extend(name.map(|name| Change { fate: Fate::Named, earlier: Some(*number), later: None, name: Some(name) }));
        name.is_none()
    });
    let mut lost_names = new_names(later, other, earlier, one).into_iter();
    come.retain(|number| {
        let name = (later.1.findings[*number].category() == Category::Source).then(|| lost_names.next()).flatten();
        changes.extend(name.map(|name| Change { fate: Fate::Unnamed, earlier: None, later: Some(*number), name: Some(name) }));
        name.is_none()
    });
    let category = |report: &Report, number: usize| report.findings[number].category();
    let reworded = pair_off(&mut gone, &mut come, |before, after| category(earlier.1, before) == category(later.1, after));
    let reworded = reworded.into_iter().map(|(before, after)| (Fate::Reworded, Some(before), Some(after)));
    let gone = gone.iter().map(|number| (lost(category(earlier.1, *number)), Some(*number), None));
    let come = come.iter().map(|number| (gained(category(later.1, *number)), None, Some(*number)));
    changes.extend(reworded.chain(gone).chain(come).map(|(fate, earlier, later)| Change { fate, earlier, later, name: None }));
    changes
}

/// Returns true for words that one sentence has more often than another.
fn stands_out(words: &str, here: &str, there: &str) -> bool {
    let times = |sentence: &str| {
        let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let whole = |at: usize| apart(sentence[..at].chars().next_back()) && apart(sentence[at + words.len()..].chars().next());
        sentence.match_indices(words).filter(|(at, _)| whole(*at)).count()
    };
    times(here) > times(there)
}

/// The letters that two forms of a word share at least.
const STEM: usize = 4;

/// Returns true for two forms of one word: `believe` and `believes`, `plans to` and `is planning to`.
fn is_form_of(one: &str, other: &str) -> bool {
    let main = |words: &str| words.split_whitespace().max_by_key(|word| word.len()).map(str::to_owned).unwrap_or_default();
    let negated = |words: &str| {
        words.split_whitespace().any(|word| matches!(word, "not" | "no" | "never") || word.ends_with("n't") || word.ends_with("n’t"))
    };
    if negated(one) != negated(other) {
        return false;
    }
    let (one, other) = (main(one), main(other));
    let shared = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    one == other || (shared >= STEM && shared + ENDING >= one.chars().count().max(other.chars().count()))
}

/// The longest ending of a form, with a doubled consonant: `ning` in `planning`.
const ENDING: usize = 4;

/// Returns the numbers of the findings of a sentence.
fn numbers(report: &Report, sentence: usize) -> Vec<usize> {
    let first = report.findings.partition_point(|finding| finding.sentence < sentence);
    (first..first + report.findings_in(sentence).len()).collect()
}

/// Removes the findings that correspond to each other, one to one, and returns their pairs.
fn pair_off(gone: &mut Vec<usize>, come: &mut Vec<usize>, alike: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    gone.retain(|before| {
        let Some(place) = come.iter().position(|after| alike(*before, *after)) else { return true };
        pairs.push((*before, come.remove(place)));
        false
    });
    pairs
}

/// Returns the named speakers of the second sentence that the first does not mention.
fn new_names(earlier: Version, one: usize, later: Version, other: usize) -> Vec<Span> {
    let before = earlier.1.sentences[one].of(earlier.0);
    let named = later.1.claims_in(other).iter().filter(|claim| claim.named).map(|claim| claim.who);
    named.filter(|who| !before.contains(who.of(later.0))).collect()
}

fn lost(category: Category) -> Fate {
    match category {
        Category::Hedge => Fate::Stated,
        Category::Source => Fate::Unsourced,
        Category::Pending => Fate::Settled,
    }
}

fn gained(category: Category) -> Fate {
    match category {
        Category::Hedge => Fate::Hedged,
        Category::Source => Fate::Sourced,
        Category::Pending => Fate::Opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[track_caller]
    fn check(earlier: &str, later: &str, expected: &[(Fate, &str)]) {
        let (before, after) = (analyze(earlier), analyze(later));
        let comparison = compare((earlier, &before), (later, &after));
        let changes = comparison.pairs.iter().flat_map(|pair| &pair.changes);
        let words = |change: &Change| match (change.earlier, change.later) {
            (Some(number), _) => before.findings[number].span.of(earlier).to_owned(),
            (None, number) => number.map(|number| after.findings[number].span.of(later).to_owned()).unwrap_or_default(),
        };
        let shown: Vec<(Fate, String)> = changes.map(|change| (change.fate, words(change))).collect();
        assert_eq!(shown, expected.iter().map(|(fate, words)| (*fate, (*words).to_owned())).collect::<Vec<_>>());
    }

    #[test]
    fn hedges_are_dropped_added_and_reworded() {
        check("The mission may have failed at sea.", "The mission failed at sea.", &[(Fate::Stated, "may")]);
        check("The mission began on Monday.", "The mission reportedly began on Monday.", &[(Fate::Hedged, "reportedly")]);
        check("Experts believe that it failed.", "One expert believes that it failed on Monday.", &[(Fate::Reworded, "Experts")]);
        check("The port has decided to close.", "The port has not decided to close.", &[(Fate::Opened, "has not decided")]);
        let earlier = "Supplies may run out sooner than economists predicted.";
        check(
            earlier,
            "Supplies will run out sooner than the economist Ruth Vell predicted.",
            &[(Fate::Stated, "may"), (Fate::Unsourced, "economists")],
        );
        check("The mission may begin on Monday.", "The mission might begin on Monday.", &[(Fate::Reworded, "may")]);
    }

    #[test]
    fn a_source_gets_a_name() {
        let earlier = "The boats left the harbour at noon, a senior official said.";
        check(earlier, "The boats left the harbour at noon, Lena Huld said.", &[(Fate::Named, "a senior official")]);
        check(earlier, "The boats left the harbour at noon.", &[(Fate::Unsourced, "a senior official")]);
        let named = "The boats left the harbour at noon, Lena Huld said.";
        check(named, "The boats left the harbour at noon, a senior official said.", &[(Fate::Unnamed, "a senior official")]);
        check(earlier, earlier, &[]);
    }

    #[test]
    fn an_open_matter_is_settled() {
        let earlier = "The cabinet of Marenna is weighing whether to send patrol boats to the straits.";
        check(earlier, "The cabinet of Marenna sent patrol boats to the straits on Tuesday.", &[(Fate::Settled, "weighing")]);
        check("The port was closed.", "The sun shone over the hills.", &[]);
    }
}
