//! Cuts a block into pieces: runs of text with the same findings, for views and exports that cannot nest marks.

use crate::engine::Finding;
use crate::engine::Span;

/// A run of text and its findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece {
    /// Where the piece stands in the text.
    pub span: Span,
    /// The indices of the findings, in their order; empty for unmarked text.
    pub findings: Vec<usize>,
}

/// Cuts `span` into pieces. `findings` are sorted by start; those for which `shown` returns false are left out.
#[must_use]
pub fn marked_pieces(span: Span, findings: &[Finding], shown: impl Fn(&Finding) -> bool) -> Vec<MarkedPiece> {
    let first = findings.partition_point(|finding| finding.span.start < span.start);
    let inside: Vec<usize> = (first..findings.len())
        .take_while(|index| findings[*index].span.start < span.end)
        .filter(|index| shown(&findings[*index]))
        .collect();
    let mut cuts: Vec<usize> =
        inside.iter().flat_map(|index| [findings[*index].span.start, findings[*index].span.end.min(span.end)]).collect();
    cuts.extend([span.start, span.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut open = 0;
    let mut pieces = Vec::with_capacity(cuts.len());
    for cut in cuts.windows(2) {
        let piece = Span { start: cut[0], end: cut[1] };
        while open < inside.len() && findings[inside[open]].span.end <= piece.start {
            open += 1;
        }
        let under = |index: &&usize| findings[**index].span.overlaps(piece);
        let near = inside[open..].iter().take_while(|index| findings[**index].span.start < piece.end);
        pieces.push(MarkedPiece { span: piece, findings: near.filter(under).copied().collect() });
    }
    pieces
}

/// Cuts pieces at further places of the text, in any order.
#[must_use]
pub fn cut_pieces(mut pieces: Vec<MarkedPiece>, places: impl Iterator<Item = usize>) -> Vec<MarkedPiece> {
    for place in places {
        let cut = pieces.iter().position(|piece| piece.span.start < place && place < piece.span.end);
        if let Some(number) = cut {
            let mut rest = pieces[number].clone();
            (pieces[number].span.end, rest.span.start) = (place, place);
            pieces.insert(number + 1, rest);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::analyze;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = analyze(text);
        let shown = marked_pieces(Span { start: 0, end: text.len() }, &report.findings, |_| true);
        let show = |piece: &MarkedPiece| match piece.findings.len() {
            0 => piece.span.of(text).to_owned(),
            count => format!("<{count}:{}>", piece.span.of(text)),
        };
        assert_eq!(shown.iter().map(show).collect::<String>(), expected);
    }

    #[test]
    fn marks_and_text_alternate() {
        check("It may rain.", "It <1:may> rain.");
        check("Calm.", "Calm.");
    }

    #[test]
    fn a_finding_inside_another_makes_three_pieces() {
        check("Figures to be published today show a rise.", "<1:Figures ><2:to be published><1: today> show a rise.");
    }

    #[test]
    fn pieces_are_cut_at_further_places() {
        let text = "It may rain.";
        let pieces = marked_pieces(Span { start: 0, end: 12 }, &analyze(text).findings, |_| true);
        let cut = cut_pieces(pieces, [8, 4, 3, 12, 40].into_iter());
        let shown: Vec<_> = cut.iter().map(|piece| (piece.span.of(text), piece.findings.len())).collect();
        assert_eq!(shown, [("It ", 0), ("m", 1), ("ay", 1), (" r", 0), ("ain.", 0)]);
    }
}
