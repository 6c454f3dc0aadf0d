//! Splits a span of text at the places inside it, for views that draw one part after the other.

use crate::engine::Span;

/// Splits `span` at `places`, which are sorted by start. Returns each part with the number of the place that it is, or `None` for text
/// between two places. A place that overlaps the one before, leaves `span` or is empty is ignored.
#[must_use]
pub fn split_span(span: Span, places: impl IntoIterator<Item = Span>) -> Vec<(Span, Option<usize>)> {
    let mut parts = Vec::new();
    let mut at = span.start;
    for (number, place) in places.into_iter().enumerate() {
        if place.start < at || place.end > span.end || place.is_empty() {
            continue;
        }
        parts.extend((at < place.start).then_some((Span { start: at, end: place.start }, None)));
        parts.push((place, Some(number)));
        at = place.end;
    }
    parts.extend((at < span.end).then_some((Span { start: at, end: span.end }, None)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cover_the_whole_once() {
        let span = |start, end| Span { start, end };
        let places = [span(0, 3), span(5, 7), span(6, 8), span(9, 99)];
        assert_eq!(split_span(span(2, 12), places), [(span(2, 5), None), (span(5, 7), Some(1)), (span(7, 12), None)]);
        assert_eq!(split_span(span(4, 4), []), []);
    }
}
