//! Going from place to place: through the findings by button or key, and through a list of places.

use crate::engine::{Finding, Span};
use crate::lexicon::Kind;
use std::sync::Arc;

/// Returns the number of the next finding in a direction for which `wanted` is true, round the ends.
///
/// The search begins after the `current` finding or, without one, at byte `place` of the text: forward the first candidate starts at or
/// after it, backward the first one starts before it.
pub fn next_finding(
    findings: &[Finding],
    current: Option<usize>,
    place: usize,
    forward: bool,
    wanted: impl Fn(&Finding) -> bool,
) -> Option<usize> {
    let is_wanted = |number: &usize| wanted(&findings[*number]);
    if let Some(current) = current {
        let count = findings.len();
        return (1..count).map(|step| (current + if forward { step } else { count - step }) % count).find(is_wanted);
    }
    let first = findings.partition_point(|finding| finding.span.start < place);
    let (after, before) = (first..findings.len(), 0..first);
    if forward { after.chain(before).find(is_wanted) } else { before.rev().chain(after.rev()).find(is_wanted) }
}

/// Places of the text that the reader goes through: what a number counts, where a source speaks, what a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Navigation {
    /// What the places have in common; in a search what the reader typed.
    pub label: String,
    /// The places, in order.
    pub places: Arc<[Span]>,
    /// The number of the current place.
    pub current: usize,
    /// The byte of the text from which the places are gone through.
    pub from: usize,
    /// Whether the places are the results of a search.
    pub search: bool,
    /// The kinds by which a search found places that neither their words nor the name of their category explain.
    pub kinds: Vec<Kind>,
}

impl Navigation {
    /// A navigation at its first place.
    #[must_use]
    pub fn new(label: String, places: Vec<Span>, search: bool) -> Self {
        Self { label, places: places.into(), current: 0, from: 0, search, kinds: Vec::new() }
    }

    /// Whether this is the navigation through these places under this label.
    #[must_use]
    pub fn is_through(&self, label: &str, places: &[Span]) -> bool {
        self.label == label && *self.places == *places
    }

    /// Begins at the first place that does not lie before this byte of the text, if there is one.
    #[must_use]
    pub fn starting_at(self, byte: usize) -> Self {
        let first = self.places.partition_point(|place| place.start < byte);
        Self { current: if first < self.places.len() { first } else { 0 }, from: byte, ..self }
    }

    /// Returns the current place; nothing in an empty navigation.
    #[must_use]
    pub fn current_place(&self) -> Option<Span> {
        self.places.get(self.current).copied()
    }

    /// Moves to the next or previous place, round the ends.
    pub fn step(&mut self, forward: bool) {
        let count = self.places.len();
        if count > 0 {
            self.current = (self.current + if forward { 1 } else { count - 1 }) % count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;
    use crate::lexicon::Category;

    // Findings: 0 "may" at 3, 1 "officials" at 13, 2 "may" at 32, 3 "critics" at 46.
    const TEXT: &str = "It may rain, officials said. It may hail, as critics said.";

    #[track_caller]
    fn check(current: Option<usize>, place: usize, category: Option<Category>, expected: [Option<usize>; 2]) {
        let report = analyze(TEXT);
        assert_eq!(report.findings.iter().map(|finding| finding.span.start).collect::<Vec<_>>(), [3, 13, 32, 45]);
        let wanted = |finding: &Finding| category.is_none_or(|category| finding.category() == category);
        assert_eq!([true, false].map(|forward| next_finding(&report.findings, current, place, forward, wanted)), expected);
    }

    #[test]
    fn from_a_finding_to_its_neighbours_round_the_ends() {
        check(Some(1), 0, None, [Some(2), Some(0)]);
        check(Some(3), 0, None, [Some(0), Some(2)]);
        check(Some(0), 0, Some(Category::Hedge), [Some(2), Some(2)]);
        check(Some(0), 0, Some(Category::Source), [Some(1), Some(3)]);
        check(Some(0), 0, Some(Category::Pending), [None, None]);
    }

    #[test]
    fn from_a_place_to_the_findings_beside_it() {
        check(None, 0, None, [Some(0), Some(3)]);
        check(None, 13, None, [Some(1), Some(0)]);
        check(None, 13, Some(Category::Hedge), [Some(2), Some(0)]);
        check(None, 14, Some(Category::Source), [Some(3), Some(1)]);
        check(None, 99, None, [Some(0), Some(3)]);
        check(None, 20, Some(Category::Pending), [None, None]);
    }

    #[test]
    fn one_finding_has_no_neighbours() {
        let report = analyze("It may rain.");
        assert_eq!(next_finding(&report.findings, Some(0), 0, true, |_| true), None);
        assert_eq!(next_finding(&[], None, 0, false, |_| true), None);
    }

    #[test]
    fn a_tour_goes_round() {
        let places = vec![Span { start: 0, end: 2 }, Span { start: 5, end: 6 }];
        let mut navigation = Navigation::new("label".into(), places.clone(), false);
        assert!(
            navigation.is_through("label", &places)
                && !navigation.is_through("other", &places)
                && !navigation.is_through("label", &places[..1])
        );
        assert_eq!(navigation.current_place(), Some(places[0]));
        navigation.step(false);
        assert_eq!(navigation.current_place(), Some(places[1]));
        navigation.step(true);
        assert_eq!(navigation.current_place(), Some(places[0]));
        let current = |byte: usize| Navigation::new("label".into(), places.clone(), true).starting_at(byte).current;
        assert_eq!([current(0), current(1), current(5), current(6)], [0, 1, 1, 0]);
        let mut empty = Navigation::new(String::new(), Vec::new(), true);
        empty.step(true);
        assert_eq!((empty.current, empty.current_place()), (0, None));
    }
}
