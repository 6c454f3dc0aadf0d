//! The whole page.

use super::article::Article;
use super::card::Card;
use super::editor::{Editor, Samples};
use super::glance::Glance;
use super::header::Header;
use super::legend::Legend;
use super::state::{Mode, State};
use leptos::prelude::*;

/// The page: an introduction and a box, or the marked article with what it sums up to.
#[component]
pub fn App() -> impl IntoView {
    let state = State::restore();
    provide_context(state);
    let writing = Memo::new(move |_| state.mode.get() == Mode::Write);
    let empty = Memo::new(move |_| state.text.with(|text| text.trim().is_empty()));
    view! {
        <Header/>
        <main class="desk" class:writing=move || writing.get() class:empty=move || empty.get()>
            <Show when=move || empty.get()><Introduction/></Show>
            <PutAside/>
            <Show when=move || !state.kept.get()>
                <p class="warning" role="alert">"This browser could not store the text, so it will be gone after a reload."</p>
            </Show>
            <Show when=move || !empty.get()><Glance/></Show>
            <Show when=move || writing.get()><Editor/></Show>
            <Show when=move || empty.get()><Samples/></Show>
            <Show when=move || !empty.get()><Article/><Legend/></Show>
        </main>
        <Card/>
    }
}

#[component]
fn Introduction() -> impl IntoView {
    view! {
        <section class="introduction">
            <h1>"What does the article not know, not say, not decide?"</h1>
            <p>
                "Paste a news story: the page marks what it " <b class="hedge">"doesn’t know"</b> " (hedged wording), "
                <b class="source">"won’t say"</b> " (unnamed sources) and " <b class="pending">"hasn’t decided"</b>
                " (open decisions). Every mark is explained; none is a verdict, for a hedge is often honest work."
            </p>
            <p class="promise">"The text never leaves this page: there is no server that could read it."</p>
        </section>
    }
}

/// Offers the text back that a sample or "New text" replaced.
#[component]
fn PutAside() -> impl IntoView {
    let state = expect_context::<State>();
    let bring_back = move |_| {
        if let Some(text) = state.put_aside.get_untracked() {
            state.replace_text(&text);
        }
    };
    view! {
        <p class="put-aside" role="status">
            <Show when=move || state.put_aside.with(Option::is_some)>
                "Your last text is put aside. " <button type="button" on:click=bring_back>"Bring it back"</button>
            </Show>
        </p>
    }
}
