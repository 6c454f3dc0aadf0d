//! The results of earlier exercises, which are kept on the device.

use crate::browser::clock::today;
use crate::browser::storage::{self, Key};
use crate::reading::{Analysis, Outcome, PracticeResult, ResultList};
use crate::ui::controls::{If, lead, reactive};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// Keeps the result of an exercise.
pub fn keep_result(state: State, analysis: &Analysis, outcomes: &[Outcome]) {
    state.practice.results.update(|results| results.add(PracticeResult::new(today(), analysis.text(), analysis.report(), outcomes)));
    // If the browser refuses, the result is shown during this visit.
    let _ = storage::save(Key::Results, &state.practice.results.with_untracked(ResultList::code));
}

/// The earlier results, the latest first, in a box that opens.
#[component]
pub fn EarlierResults() -> impl IntoView {
    let state = expect_context::<State>();
    let rows = move || state.practice.results.with(|results| results.results().iter().rev().map(row).collect_view());
    view! {
        <If condition=move || state.practice.results.with(|results| !results.results().is_empty())>
            <details class="results texts">
                <summary>{page::EARLIER_RESULTS}</summary>
                {lead(page::RESULTS_HOW)}
                <ol>{reactive(rows)}</ol>
            </details>
        </If>
    }
}

fn row(result: &PracticeResult) -> impl IntoView + use<> {
    view! { <li>{result.article.clone()}<small>{page::practice_result(result)}</small></li> }
}
