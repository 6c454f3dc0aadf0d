//! Practice: the marks are hidden, the reader marks by eye, then compares phrase by phrase.

use super::analysis::Analysis;
use super::layout::{Row, rows};
use super::outcomes::{Outcomes, outcome_mark, tally};
use super::place::{UPPER_THIRD, go, height, range_of, selected};
use super::state::State;
use crate::browser::highlight::{Light, light};
use crate::engine::{BlockKind, Span};
use crate::lexicon::Category;
use crate::reading::{Guess, Outcome, grade, runs, words};
use crate::wording::{category_title, page};
use leptos::prelude::*;

/// What a learner does, in signals.
#[derive(Clone, Copy)]
struct Lesson {
    analysis: StoredValue<Analysis>,
    /// Every word of the article that can be picked, in order.
    words: StoredValue<Vec<Span>>,
    guesses: RwSignal<Vec<Guess>>,
    picked: RwSignal<Option<Span>>,
    outcomes: RwSignal<Option<Vec<Outcome>>>,
}

impl Lesson {
    fn new(analysis: Analysis, guesses: RwSignal<Vec<Guess>>) -> Self {
        let blocks = analysis.report().blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
        let words = blocks.flat_map(|block| words(analysis.text(), block.span)).collect();
        Self {
            analysis: StoredValue::new(analysis),
            words: StoredValue::new(words),
            guesses,
            picked: RwSignal::new(None),
            outcomes: RwSignal::new(None),
        }
    }

    /// Widens a selection to whole words, of the paragraph in which it begins.
    fn snapped(&self, span: Span) -> Option<Span> {
        let paragraph = self.analysis.with_value(|analysis| {
            let blocks = &analysis.report().blocks;
            blocks.get(blocks.partition_point(|block| block.span.end <= span.start)).map_or(span.end, |block| block.span.end)
        });
        let span = Span { start: span.start, end: span.end.min(paragraph).max(span.start) };
        self.words.with_value(|words| {
            let first = words.partition_point(|word| word.end <= span.start);
            let last = words.partition_point(|word| word.start < span.end.max(span.start + 1)).max(first + 1) - 1;
            Some(Span { start: words.get(first)?.start, end: words.get(last)?.end })
        })
    }

    /// Picks the next or previous word, or takes it in.
    fn move_pick(&self, forward: bool, extend: bool) {
        let picked = self.picked.get_untracked();
        let next = self.words.with_value(|words| {
            let Some(picked) = picked else { return words.first().copied() };
            let number = if forward {
                words.partition_point(|word| word.start < picked.end)
            } else if extend && !picked.is_empty() {
                // Shrinks from the end, down to one word.
                let last = words.partition_point(|word| word.start < picked.end).checked_sub(2)?;
                return words.get(last).filter(|word| word.start >= picked.start).map(|word| Span { start: picked.start, end: word.end });
            } else {
                words.partition_point(|word| word.start < picked.start).checked_sub(1)?
            };
            let word = *words.get(number)?;
            Some(if extend { Span { start: picked.start, end: word.end } } else { word })
        });
        if next.is_some() {
            self.picked.set(next);
        }
    }

    /// Marks what is picked, or takes the mark off.
    fn mark(&self, category: Option<Category>) {
        let Some(span) = self.picked.get_untracked() else { return };
        self.guesses.update(|guesses| {
            guesses.retain(|guess| !guess.span.overlaps(span));
            guesses.extend(category.map(|category| Guess { span, category }));
            guesses.sort_unstable_by_key(|guess| guess.span);
        });
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.remove_all_ranges();
        }
    }

    fn reveal(&self) {
        let outcomes = self.analysis.with_value(|analysis| grade(analysis.report(), &self.guesses.get_untracked()));
        self.picked.set(None);
        self.outcomes.set(Some(outcomes));
        super::article::focus_article();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The exercise on the present article.
#[component]
pub fn Practice() -> impl IntoView {
    let state = expect_context::<State>();
    let lesson = Lesson::new(state.analysis.get_untracked(), state.guesses);
    listen_to_selection(lesson);
    Effect::new(move |_| {
        let picked = lesson.picked.get();
        lesson.guesses.track();
        lesson.outcomes.track();
        request_animation_frame(move || {
            let range = picked.and_then(|span| lesson.analysis.try_with_value(|analysis| range_of(analysis, span)).flatten());
            let top = range.as_ref().map(|range| range.get_bounding_client_rect().top());
            let _ = light(Light::Picked, range);
            if let (Some(span), Some(top)) = (picked, top)
                && !(0.0..height() - 40.0).contains(&top)
            {
                go(state, span, UPPER_THIRD);
            }
        });
    });
    on_cleanup(|| {
        let _ = light(Light::Picked, None);
    });
    let revealed = Memo::new(move |_| lesson.outcomes.with(Option::is_some));
    let told = move || {
        let span = lesson.picked.get()?;
        let guess = lesson.guesses.with(|guesses| guesses.iter().find(|guess| guess.span.overlaps(span)).map(|guess| guess.category));
        let words = lesson.analysis.with_value(|analysis| analysis.words(span));
        Some(guess.map_or_else(|| page::picked(&words), |category| page::marked_as(&words, category)))
    };
    let again = move |_| {
        lesson.guesses.set(Vec::new());
        lesson.outcomes.set(None);
        super::article::focus_article();
    };
    let drawn: Vec<Row> = lesson.analysis.with_value(rows);
    view! {
        <section class="practice" class:revealed=move || revealed.get() aria-labelledby="practice-title">
            <h1 id="practice-title">{page::PRACTISE}</h1>
            <p class="lead" id="practice-how">{move || if revealed.get() { page::PRACTICE_REVEALED } else { page::PRACTICE_HOW }}</p>
            <div class="tools" role="toolbar" aria-label=page::MARK_AS>
                <Show when=move || !revealed.get() fallback=move || view! { <button type="button" on:click=again>{page::START_AGAIN}</button> }>
                    {Category::ALL.map(|category| view! { <MarkButton lesson category/> }).collect_view()}
                    <button type="button" disabled=move || lesson.picked.with(Option::is_none) on:click=move |_| lesson.mark(None)>{page::UNMARK}</button>
                    <button type="button" class="primary" id="reveal" on:click=move |_| lesson.reveal()>{page::REVEAL}</button>
                </Show>
            </div>
            <p class="heard" role="status">{told}</p>
            {move || lesson.outcomes.with(|outcomes| outcomes.as_deref().map(tally))}
            <article
                id="article" class="paper lesson" tabindex="0" role=move || (!revealed.get()).then_some("application") aria-label=page::PRACTICE_ARTICLE
                aria-describedby="practice-how" on:keydown=move |event| press(lesson, &event)
            >
                <div class="sections"><section>{drawn.into_iter().map(|row| practice_row(lesson, row)).collect_view()}</section></div>
            </article>
            {move || lesson.outcomes.get().map(|outcomes| view! { <Outcomes outcomes analysis=lesson.analysis.get_value()/> })}
        </section>
    }
}

#[component]
fn MarkButton(lesson: Lesson, category: Category) -> impl IntoView {
    view! {
        <button
            type="button" class=format!("chip {}", category.name()) data-mark=category.name()
            disabled=move || lesson.picked.with(Option::is_none) on:click=move |_| lesson.mark(Some(category))
        >
            <i aria-hidden="true">{category.letter()}</i><span class="sample-mark">{category_title(category)}</span>
        </button>
    }
}

/// Mouse and finger select as everywhere; what they select is picked, whole words at a time.
fn listen_to_selection(lesson: Lesson) {
    let on_select = move || {
        let span = lesson.analysis.try_with_value(selected).flatten();
        let open = lesson.outcomes.try_get_untracked().is_some_and(|outcomes| outcomes.is_none());
        if let Some(span) = span.filter(|_| open) {
            lesson.picked.set(lesson.snapped(span));
        }
    };
    let callback = wasm_bindgen::closure::Closure::<dyn Fn()>::new(on_select);
    let _ = document().add_event_listener_with_callback("selectionchange", wasm_bindgen::JsCast::unchecked_ref(callback.as_ref()));
    let kept = StoredValue::new_local(callback);
    on_cleanup(move || {
        kept.try_with_value(|callback| {
            let _ =
                document().remove_event_listener_with_callback("selectionchange", wasm_bindgen::JsCast::unchecked_ref(callback.as_ref()));
        });
    });
}

fn press(lesson: Lesson, event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" && lesson.picked.with_untracked(Option::is_some) {
        event.prevent_default();
        return lesson.picked.set(None);
    }
    if event.ctrl_key() || event.alt_key() || event.meta_key() || lesson.outcomes.with_untracked(Option::is_some) {
        return;
    }
    match event.key().as_str() {
        "ArrowRight" => lesson.move_pick(true, event.shift_key()),
        "ArrowLeft" => lesson.move_pick(false, event.shift_key()),
        "h" | "H" => lesson.mark(Some(Category::Hedge)),
        "s" | "S" => lesson.mark(Some(Category::Source)),
        "p" | "P" => lesson.mark(Some(Category::Pending)),
        "Delete" | "Backspace" => lesson.mark(None),
        _ => return,
    }
    event.prevent_default();
}

/// A row of the article; its content follows what the learner marks.
fn practice_row(lesson: Lesson, row: Row) -> AnyView {
    let (start, end) = (row.span.start, row.span.end);
    let content = move || row_content(lesson, &row);
    match row.kind {
        BlockKind::Furniture => view! { <p class="furniture" data-from=start data-to=end>{content}</p> }.into_any(),
        BlockKind::Headline if row.first => view! { <h1 data-from=start data-to=end>{content}</h1> }.into_any(),
        BlockKind::Headline => view! { <h2 data-from=start data-to=end>{content}</h2> }.into_any(),
        BlockKind::Item => view! { <p class="item" data-from=start data-to=end>{content}</p> }.into_any(),
        BlockKind::Quotation => view! { <blockquote data-from=start data-to=end>{content}</blockquote> }.into_any(),
        BlockKind::Paragraph => view! { <p data-from=start data-to=end>{content}</p> }.into_any(),
    }
}

/// The text of a row with the learner's marks or, after the comparison, with its outcomes.
fn row_content(lesson: Lesson, row: &Row) -> AnyView {
    lesson.analysis.with_value(|analysis| {
        lesson.outcomes.with(|outcomes| match outcomes {
            Some(outcomes) => {
                marked(analysis, row, outcomes, |outcome| outcome.span, |span, outcome| outcome_mark(analysis, span, outcome).into_any())
            }
            None => lesson.guesses.with(|guesses| {
                marked(analysis, row, guesses, |guess| guess.span, |span, guess| guess_mark(analysis, span, *guess).into_any())
            }),
        })
    })
}

/// The text of a row with marks of some kind, which are sorted by start.
fn marked<T>(analysis: &Analysis, row: &Row, marks: &[T], span: impl Fn(&T) -> Span, mark: impl Fn(Span, &T) -> AnyView) -> AnyView {
    let first = marks.partition_point(|mark| span(mark).start < row.span.start);
    let here = marks[first..].iter().map(span).take_while(|span| span.start < row.span.end);
    let part = |(span, number): (Span, Option<usize>)| match number {
        Some(number) => mark(span, &marks[first + number]),
        None => analysis.words(span).into_any(),
    };
    runs(row.span, here).into_iter().map(part).collect_view().into_any()
}

fn guess_mark(analysis: &Analysis, span: Span, guess: Guess) -> impl IntoView + use<> {
    let words = analysis.words(span);
    let label = page::marked_as(&words, guess.category);
    view! { <mark class=guess.category.name() data-letters=guess.category.letter() aria-label=label>{words}</mark> }
}
