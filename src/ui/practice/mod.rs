//! Practice: the marks are hidden, the learner marks the article and then compares phrase by phrase.

mod answer_sheet;
mod earlier_results;
mod exercise;
mod outcomes;
mod practice_rows;

use crate::browser::highlight::{Light, light};
use crate::browser::media::{TOUCH, matches};
use crate::browser::storage::{self, Key};
use crate::browser::timers::run_before_next_frame;
use crate::lexicon::Category;
use crate::reading::{article_rows, guess_code};
use crate::ui::controls::{Button, If, reactive};
use crate::ui::focus::position::{range_of, selected};
use crate::ui::focus::scroll::{scroll_to, scroll_to_top, window_height};
use crate::ui::focus::selection::watch_selection;
use crate::ui::focus::{find, focus_in_place};
use crate::ui::state::State;
use crate::wording::{category_title, page};
use answer_sheet::AnswerSheet;
use earlier_results::{EarlierResults, keep_result};
use exercise::Exercise;
use leptos::prelude::*;
use outcomes::{Outcomes, tally};
use practice_rows::row_view;

/// The exercise on the present article.
#[component]
pub fn Practice() -> impl IntoView {
    let state = expect_context::<State>();
    // After a reload a long text is still being analyzed.
    state.finish();
    let exercise = Exercise::new(state.article.analysis.get_untracked(), state.practice.guesses, state.practice.revealed);
    pick_selection(exercise);
    run_before_next_frame(|| {
        scroll_to_top();
        focus_in_place("#practice-title");
    });
    highlight_pick(state, exercise);
    let revealed = Memo::new(move |_| exercise.outcomes.with(Option::is_some));
    let name = move || if revealed.get() { page::PRACTICE_COMPARED } else { page::PRACTICE_ARTICLE };
    let outcomes = move || exercise.outcomes.get().map(|outcomes| view! { <Outcomes outcomes analysis=exercise.analysis.get_value()/> });
    view! {
        <section class="practice" class:revealed=revealed aria-labelledby="practice-title">
            <h1 id="practice-title" tabindex="-1">{page::PRACTICE}</h1>
            <p class="lead" id="practice-how">{reactive(move || how(revealed.get()))}</p>
            <p class="on-paper">{page::PRACTICE_ON_PAPER}</p>
            <Tools exercise revealed/>
            <p class="heard" role="status">{reactive(move || pick_text(exercise))}</p>
            {reactive(move || exercise.outcomes.with(|outcomes| outcomes.as_deref().map(tally)))}
            <article
                id="article" class="paper lesson" tabindex="0" role=Signal::derive(move || (!revealed.get()).then_some("application"))
                aria-label=name aria-describedby="practice-how" on:keydown=move |event| key_down(exercise, &event)
            >
                <div class="sections">
                    <section>
                        {exercise.analysis.with_value(article_rows).into_iter().map(|row| row_view(exercise, row)).collect_view()}
                    </section>
                </div>
            </article>
            {reactive(outcomes)}
            <EarlierResults/>
            <AnswerSheet exercise/>
        </section>
    }
}

/// How to practise, or how to read the comparison.
fn how(revealed: bool) -> &'static str {
    match revealed {
        true => page::PRACTICE_REVEALED,
        false if matches(TOUCH) => page::PRACTICE_TOUCH,
        false => page::PRACTICE_HOW,
    }
}

/// Stores the exercise, so that a reload keeps it.
pub fn keep_guesses(state: State) {
    Effect::new(move || {
        // If the browser refuses, they hold until a reload.
        let code =
            state.practice.guesses.with(|guesses| guess_code(guesses, state.practice.revealed.get(), &state.article.text.get_untracked()));
        let _ = storage::save(Key::Guesses, &code);
    });
}

/// The buttons that mark the picked words, and the one that compares.
#[component]
fn Tools(exercise: Exercise, revealed: Memo<bool>) -> impl IntoView {
    let state = expect_context::<State>();
    let nothing_picked = move || exercise.picked.with(Option::is_none);
    view! {
        <div class="tools" role="toolbar" aria-label=page::MARK_AS>
            <If condition=revealed><Button text=page::START_AGAIN press=move || exercise.restart()/></If>
            <If condition=move || !revealed.get()>
                {Category::ALL.map(|category| view! { <MarkButton exercise category/> }).collect_view()}
                <Button disabled=nothing_picked text=page::UNMARK press=move || exercise.mark(None)/>
                <Button class="primary" id="reveal" text=page::REVEAL press=move || reveal(state, exercise)/>
            </If>
        </div>
    }
}

/// Compares the marks and keeps the result, unless there are no marks.
fn reveal(state: State, exercise: Exercise) {
    exercise.reveal();
    if exercise.guesses.with_untracked(|guesses| !guesses.is_empty()) {
        exercise.analysis.with_value(|analysis| {
            exercise.outcomes.with_untracked(|outcomes| outcomes.iter().for_each(|outcomes| keep_result(state, analysis, outcomes)));
        });
    }
}

#[component]
fn MarkButton(exercise: Exercise, category: Category) -> impl IntoView {
    view! {
        <button
            type="button" class=format!("chip {}", category.name()) data-mark=category.name()
            disabled=Signal::derive(move || exercise.picked.with(Option::is_none)) on:click=move |_| exercise.mark(Some(category))
        >
            <i aria-hidden="true">{category.letter()}</i><span class="sample-mark">{category_title(category)}</span>
        </button>
    }
}

/// What is picked, for screen readers.
fn pick_text(exercise: Exercise) -> Option<String> {
    let span = exercise.picked.get()?;
    let guess = exercise.guesses.with(|guesses| guesses.iter().find(|guess| guess.span.overlaps(span)).map(|guess| guess.category));
    let words = exercise.analysis.with_value(|analysis| analysis.phrase(span));
    Some(guess.map_or_else(|| page::picked(&words), |category| page::marked_as(&words, category)))
}

/// Highlights the picked words and keeps them in view. Words that are marked already are lit lightly, so that their mark shows.
fn highlight_pick(state: State, exercise: Exercise) {
    Effect::new(move || {
        let picked = exercise.picked.get();
        let marked = exercise.guesses.with(|guesses| guesses.iter().any(|guess| Some(guess.span) == picked));
        exercise.outcomes.track();
        run_before_next_frame(move || {
            let range = picked.and_then(|span| exercise.analysis.try_with_value(|analysis| range_of(analysis, span)).flatten());
            let top = range.as_ref().map(|range| range.get_bounding_client_rect().top());
            let (shown, other) = if marked { (Light::Here, Light::Picked) } else { (Light::Picked, Light::Here) };
            let _ = light(shown, range).and(light(other, None));
            // The toolbar sticks below the header.
            let covered = find(".practice .tools").map_or(0.0, |tools| tools.get_bounding_client_rect().bottom());
            if let (Some(span), Some(top)) = (picked, top)
                && !(covered.max(0.0)..window_height() - 40.0).contains(&top)
            {
                scroll_to(state, span);
            }
        });
    });
    on_cleanup(|| {
        let _ = light(Light::Picked, None).and(light(Light::Here, None));
    });
}

/// Picks what the learner selects by mouse or touch, whole words at a time.
fn pick_selection(exercise: Exercise) {
    let on_select = move || {
        let span = exercise.analysis.try_with_value(selected).flatten();
        let open = exercise.outcomes.try_get_untracked().is_some_and(|outcomes| outcomes.is_none());
        if let Some(span) = span.filter(|_| open) {
            exercise.pick(span);
        }
    };
    watch_selection(on_select);
}

fn key_down(exercise: Exercise, event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" && exercise.picked.with_untracked(Option::is_some) {
        event.prevent_default();
        return exercise.picked.set(None);
    }
    if event.ctrl_key() || event.alt_key() || event.meta_key() || exercise.outcomes.with_untracked(Option::is_some) {
        return;
    }
    match event.key().as_str() {
        "ArrowRight" => exercise.move_pick(true, event.shift_key()),
        "ArrowLeft" => exercise.move_pick(false, event.shift_key()),
        "h" | "H" => exercise.mark(Some(Category::Hedge)),
        "s" | "S" => exercise.mark(Some(Category::Source)),
        "u" | "U" => exercise.mark(Some(Category::Pending)),
        "Delete" | "Backspace" => exercise.mark(None),
        _ => return,
    }
    event.prevent_default();
}
