//! A stretch of text as a row of runs, for views that draw one thing at a time.

use crate::engine::Span;

/// Cuts `span` at `places`, which are sorted by start: each run with the number of the place that it is, or none for
/// what lies between. A place that overlaps the one before or leaves `span` is passed over.
#[must_use]
pub fn runs(span: Span, places: impl IntoIterator<Item = Span>) -> Vec<(Span, Option<usize>)> {
    let mut runs = Vec::new();
    let mut at = span.start;
    for (number, place) in places.into_iter().enumerate() {
        if place.start < at || place.end > span.end || place.is_empty() {
            continue;
        }
        runs.extend((at < place.start).then_some((Span { start: at, end: place.start }, None)));
        runs.push((place, Some(number)));
        at = place.end;
    }
    runs.extend((at < span.end).then_some((Span { start: at, end: span.end }, None)));
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cover_the_whole_once() {
        let span = |start, end| Span { start, end };
        let places = [span(0, 3), span(5, 7), span(6, 8), span(9, 99)];
        assert_eq!(runs(span(2, 12), places), [(span(2, 5), None), (span(5, 7), Some(1)), (span(7, 12), None)]);
        assert_eq!(runs(span(4, 4), []), []);
    }
}
