//! A row of the article: text, marks and look-alikes.

use super::analysis::Analysis;
use super::layout::{Base, Row};
use super::part::{IntoPart, Part, Parts};
use crate::engine::{BlockKind, Finding, Piece, Span, pieces};
use crate::reading::runs;
use crate::wording::{category_words, page};
use caveat_lector_view::view;

/// A row with the marks of its findings, on demand also those of its look-alikes. Its numbers count from where its section begins.
pub fn row_view(analysis: &Analysis, row: &Row, base: Base, look_alikes: bool) -> Part {
    let pieces = pieces(row.span, &analysis.report().findings, |_| true);
    let before = |place: usize| place.checked_sub(1).map(|before| &pieces[before]);
    let content = pieces.iter().enumerate().map(|(place, piece)| piece_view(analysis, piece, before(place), base, look_alikes)).parts();
    framed(row, base, content.into_part())
}

/// The element of a row around its content; it says which bytes of its section it shows.
pub fn framed(row: &Row, base: Base, content: Part) -> Part {
    let (start, end) = (row.span.start - base.bytes, row.span.end - base.bytes);
    match row.kind {
        BlockKind::Furniture => view! { <p class="furniture" data-from=start data-to=end>{content}</p> },
        BlockKind::Headline if row.first => view! { <h1 data-from=start data-to=end>{content}</h1> },
        BlockKind::Headline => view! { <h2 data-from=start data-to=end>{content}</h2> },
        BlockKind::Item => view! { <p class="item" data-from=start data-to=end>{content}</p> },
        BlockKind::Quotation => view! { <blockquote data-from=start data-to=end>{content}</blockquote> },
        BlockKind::Paragraph => view! { <p data-from=start data-to=end>{content}</p> },
    }
}

/// Plain text, or a mark. A mark that goes on from the piece before is reached through that one.
fn piece_view(analysis: &Analysis, piece: &Piece, before: Option<&Piece>, base: Base, look_alikes: bool) -> Part {
    let findings: Vec<&Finding> = piece.findings.iter().map(|index| &analysis.report().findings[*index]).collect();
    let Some(first) = findings.first() else {
        return if look_alikes { with_look_alikes(analysis, piece.span, base) } else { plain(analysis, piece.span) };
    };
    let text = analysis.words(piece.span);
    let goes_on = before.is_some_and(|before| before.findings.contains(&piece.findings[0])) && piece.findings.len() == 1;
    let class = |finding: &Finding| format!("{} {}", finding.category().name(), finding.strength().name());
    let kinds: Vec<String> = findings.iter().map(|finding| format!("{}, {}", category_words(finding), finding.kind().title())).collect();
    let label = format!("{text}: {}", kinds.join("; "));
    let described: Vec<String> = findings.iter().map(|finding| format!("why-{}", finding.rule.id)).collect();
    let ids: Vec<String> = piece.findings.iter().map(|number| (number - base.findings).to_string()).collect();
    // In print and on demand a mark carries the letters of the findings that end with it.
    let ending = findings.iter().filter(|finding| finding.span.end == piece.span.end);
    let letters: String = ending.map(|finding| finding.category().letter()).collect();
    let inner = match findings.get(1) {
        Some(second) => view! { <span class=class(second)>{text}</span> },
        None => text.into_part(),
    };
    view! {
        <mark
            class=class(first) data-letters=(!letters.is_empty()).then_some(letters) data-findings=ids.join(" ") role="button" aria-haspopup="dialog" tabindex=if goes_on { "-1" } else { "0" }
            aria-label=label aria-describedby=described.join(" ")
        >{inner}</mark>
    }
}

/// Unmarked text in which look-alikes can be asked why they are not marked.
fn with_look_alikes(analysis: &Analysis, span: Span, base: Base) -> Part {
    let rejected = &analysis.report().rejected;
    let first = rejected.partition_point(|other| other.span.start < span.start);
    let here = rejected[first..].iter().take_while(|other| other.span.end <= span.end).map(|other| other.span);
    let look_alike = |(part, number): (Span, Option<usize>)| {
        let Some(number) = number.map(|number| first + number) else { return plain(analysis, part) };
        let label = page::look_alike(part.of(analysis.text()), &rejected[number].reason);
        let words = analysis.words(part);
        view! { <mark class="look-alike" data-look-alike=number - base.rejected role="button" aria-haspopup="dialog" tabindex="0" aria-label=label>{words}</mark> }
    };
    runs(span, here).into_iter().map(look_alike).parts().into_part()
}

/// Unmarked text, with citation brackets set apart.
fn plain(analysis: &Analysis, span: Span) -> Part {
    let citations = &analysis.report().citations;
    let first = citations.partition_point(|citation| citation.span.start < span.start);
    let here = citations[first..].iter().take_while(|citation| citation.span.end <= span.end).map(|citation| citation.span);
    let part = |(part, citation): (Span, Option<usize>)| match citation {
        Some(_) => view! { <span class="citation">{analysis.words(part)}</span> },
        None => analysis.words(part).into_part(),
    };
    runs(span, here).into_iter().map(part).parts().into_part()
}
