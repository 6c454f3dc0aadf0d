//! The article at a glance: one plain sentence and the switches of the three categories.

use super::state::State;
use crate::lexicon::Category;
use leptos::prelude::*;

/// What the category is called on the page.
pub fn title(category: Category) -> &'static str {
    match category {
        Category::Hedge => "Hedged",
        Category::Source => "Unnamed sources",
        Category::Pending => "Undecided",
    }
}

/// The summary with a switch for each category.
#[component]
pub fn Glance() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <section class="glance" aria-label="At a glance">
            <p id="summary" aria-live="polite">{move || state.analysis.with(|analysis| analysis.report().summary())}</p>
            <Show when=move || state.analysis.with(|analysis| analysis.report().notice.is_none())>
                <div class="chips" role="group" aria-label="Categories shown">
                    {Category::ALL.map(|category| view! { <Chip category/> }).collect_view()}
                </div>
            </Show>
        </section>
    }
}

#[component]
fn Chip(category: Category) -> impl IntoView {
    let state = expect_context::<State>();
    let pressed = move || match state.hidden.get() {
        hidden if hidden.shows_all(category) => "true",
        hidden if hidden.shows_any(category) => "mixed",
        _ => "false",
    };
    view! {
        <button
            type="button" class=format!("chip {}", category.name()) data-category=category.name() aria-pressed=pressed
            on:click=move |_| state.hide(state.hidden.get_untracked().toggled_category(category))
        >
            <i aria-hidden="true">{category.letter()}</i>
            <span class="sample-mark">{title(category)}</span>
            <b>{move || state.analysis.with(|analysis| analysis.report().count(category))}</b>
        </button>
    }
}
