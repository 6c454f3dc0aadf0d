//! The whole page.

use super::article::Article;
use super::card::Card;
use super::editor::{Editor, Samples};
use super::files::DropZone;
use super::glance::Glance;
use super::header::Header;
use super::ignored::Message;
use super::keys;
use super::legend::Legend;
use super::practice::Practice;
use super::share::Incoming;
use super::sheet::SheetView;
use super::shelf::Shelf;
use super::state::{Mode, Stage, State};
use super::strip::Strip;
use super::tour::Finder;
use super::versions::Versions;
use crate::wording::page;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The page: an introduction and a box, or the marked article with what it sums up to.
#[component]
pub fn App() -> impl IntoView {
    let state = State::restore();
    provide_context(state);
    keys::listen(state);
    // In a task of its own: by then every listener of the page is in place.
    set_timeout(|| super::privacy::ask("drawn"), Duration::ZERO);
    let mode = Memo::new(move |_| state.mode.get());
    let empty = Memo::new(move |_| state.is_empty());
    let article = move || matches!(mode.get(), Mode::Read | Mode::Write);
    let written = move || article() && !empty.get();
    let shown = Memo::new(move |_| state.stage.get());
    let print = window_event_listener(ev::beforeprint, move |_| super::article::draw_for_print(state));
    on_cleanup(move || print.remove());
    let practising = move || mode.get() == Mode::Practise;
    let comparing = move || mode.get() == Mode::Compare;
    view! {
        <Header/>
        <main
            class="desk" class:writing=move || mode.get() == Mode::Write class:empty=move || { empty.get() && article() }
            class:practising=practising class:comparing=comparing
        >
            <Show when=move || { article() && empty.get() }><Introduction/></Show>
            <Incoming/>
            <Shelf/>
            <PutAside/>
            <Show when=move || !state.kept.get()><p class="warning" role="alert">{page::NOT_KEPT}</p></Show>
            <NewVersion/>
            <p class="reading" role="status">{move || (written() && shown.get() != Stage::Drawn).then_some(page::READING)}</p>
            <Show when=move || written() && shown.get() != Stage::Waiting><Strip/><Glance/></Show>
            <Editor/>
            <Show when=move || { article() && empty.get() }><Samples/></Show>
            <Show when=move || written() && shown.get() == Stage::Drawn><Article/><Legend/></Show>
            <Show when=practising><Practice/></Show>
            <Show when=comparing><Versions/></Show>
        </main>
        <Finder/>
        <Card/>
        <Message/>
        <SheetView/>
        <DropZone/>
    }
}

/// Offers the new version of the page. In private the text would be lost with it, so there it comes with the next visit.
#[component]
fn NewVersion() -> impl IntoView {
    let state = expect_context::<State>();
    let told = window_event_listener_untyped("version", move |_| state.new_version.set(true));
    on_cleanup(move || told.remove());
    let load = move |_| {
        state.keep_text();
        super::privacy::ask("load-version");
    };
    let later = move || !state.is_empty() && (state.private.get() || !state.kept.get());
    view! {
        <p class="new-version" role="status">
            <Show when=move || state.new_version.get() && later()>{page::NEW_VERSION_LATER}</Show>
            <Show when=move || state.new_version.get() && !later()>
                {page::NEW_VERSION} " " <button type="button" id="load-version" on:click=load>{page::LOAD_VERSION}</button>
            </Show>
        </p>
    }
}

#[component]
fn Introduction() -> impl IntoView {
    view! {
        <section class="introduction">
            <h1>{page::INTRODUCTION}</h1>
            <p>
                {page::INTRODUCTION_MARKS} <b class="hedge">{page::DOES_NOT_KNOW}</b> {page::INTRODUCTION_HEDGED}
                <b class="source">{page::WILL_NOT_SAY}</b> {page::INTRODUCTION_UNNAMED} <b class="pending">{page::HAS_NOT_DECIDED}</b>
                {page::INTRODUCTION_OPEN}
            </p>
            <p class="promise">{page::PROMISE}</p>
        </section>
    }
}

/// Offers the text back that another one replaced.
#[component]
fn PutAside() -> impl IntoView {
    let state = expect_context::<State>();
    let bring_back = move |_| {
        if let Some(text) = state.put_aside.get_untracked() {
            let mode = state.mode.get_untracked();
            state.replace_text(&text);
            if mode == Mode::Compare {
                state.set_mode(mode);
            }
            super::article::focus_article();
        }
    };
    let join = move |_| {
        if let Some(old) = state.put_aside.get_untracked() {
            let new = state.text.get_untracked();
            state.replace_text(&format!("{}\n\n{}", old.trim_end(), new.trim_start()));
            state.put_aside.set(None);
            super::article::focus_article();
        }
    };
    view! {
        <p class="put-aside" role="status">
            <Show when=move || { state.put_aside.with(Option::is_some) && state.mode.get() != Mode::Practise }>
                {page::PUT_ASIDE} " " <button type="button" on:click=bring_back>{page::BRING_BACK}</button>
                <Show when=move || { !state.is_empty() && state.mode.get() == Mode::Read }>
                    " " <button type="button" id="join" on:click=join>{page::JOIN}</button>
                </Show>
            </Show>
        </p>
    }
}
