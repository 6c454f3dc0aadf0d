//! The rows of the practice article.

use super::exercise::Exercise;
use super::outcomes::outcome_mark;
use crate::engine::{BlockKind, Span};
use crate::reading::{Analysis, ArticleRow, Guess, split_span};
use crate::ui::controls::reactive;
use crate::wording::page;
use leptos::prelude::*;

/// A row of the article. Its content follows the learner's marks.
pub fn row_view(exercise: Exercise, row: ArticleRow) -> AnyView {
    let (start, end) = (row.span.start, row.span.end);
    let (kind, first) = (row.kind, row.first);
    let content = reactive(move || row_content(exercise, &row));
    match kind {
        BlockKind::Furniture => view! { <p class="furniture" data-from=start data-to=end>{content}</p> }.into_any(),
        BlockKind::Headline if first => view! { <h1 data-from=start data-to=end>{content}</h1> }.into_any(),
        BlockKind::Headline => view! { <h2 data-from=start data-to=end>{content}</h2> }.into_any(),
        BlockKind::Item => view! { <p class="item" data-from=start data-to=end>{content}</p> }.into_any(),
        BlockKind::Quotation => view! { <blockquote data-from=start data-to=end>{content}</blockquote> }.into_any(),
        BlockKind::Paragraph => view! { <p data-from=start data-to=end>{content}</p> }.into_any(),
    }
}

/// The text of a row with the learner's marks or, after the comparison, with its outcomes.
fn row_content(exercise: Exercise, row: &ArticleRow) -> AnyView {
    exercise.analysis.with_value(|analysis| {
        exercise.outcomes.with(|outcomes| match outcomes {
            Some(outcomes) => with_marks(
                analysis,
                row,
                outcomes,
                |outcome| outcome.span,
                |span, outcome| outcome_mark(analysis, span, outcome).into_any(),
            ),
            None => exercise.guesses.with(|guesses| {
                with_marks(analysis, row, guesses, |guess| guess.span, |span, guess| guess_mark(analysis, span, *guess).into_any())
            }),
        })
    })
}

/// The text of a row with marks, which are sorted by start.
fn with_marks<T>(
    analysis: &Analysis,
    row: &ArticleRow,
    marks: &[T],
    span: impl Fn(&T) -> Span,
    mark: impl Fn(Span, &T) -> AnyView,
) -> AnyView {
    let first = marks.partition_point(|mark| span(mark).start < row.span.start);
    let here = marks[first..].iter().map(span).take_while(|span| span.start < row.span.end);
    let part = |(span, number): (Span, Option<usize>)| match number {
        Some(number) => mark(span, &marks[first + number]),
        None => analysis.words(span).into_any(),
    };
    split_span(row.span, here).into_iter().map(part).collect_view().into_any()
}

fn guess_mark(analysis: &Analysis, span: Span, guess: Guess) -> impl IntoView + use<> {
    let words = analysis.words(span);
    let label = page::marked_as(&words, guess.category);
    view! { <mark class=guess.category.name() data-letters=guess.category.letter() aria-label=label>{words}</mark> }
}
