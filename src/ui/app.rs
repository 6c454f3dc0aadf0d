//! The root component.

use super::actions::{draw_for_print, send_page_event};
use super::article::{Article, NavigationBar, Popover};
use super::compare::Compare;
use super::dialogs::Dialogs;
use super::editor::{DropZone, Editor, FileList, SampleButtons};
use super::header::Header;
use super::keyboard;
use super::notices::{MessageBar, NewVersion, PreviousText};
use super::overview::{Minimap, SidePanel, Summary};
use super::practice::Practice;
use super::shared_link::SharedLink;
use super::state::{Mode, Stage, State};
use crate::browser::timers::run_after;
use crate::wording::page;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The page: an introduction and a text box, or the marked article with its summary.
#[component]
pub fn App() -> impl IntoView {
    let state = State::restore();
    provide_context(state);
    keyboard::listen(state);
    listen_for_print(state);
    // In a later task, when the whole page is drawn and listens to events.
    run_after(Duration::ZERO, || send_page_event("drawn"));
    let mode = Memo::new(move |_| state.mode.get());
    let empty = Memo::new(move |_| state.is_empty());
    let progress = Memo::new(move |_| state.stage.get());
    let article_mode = move || matches!(mode.get(), Mode::Read | Mode::Write);
    let without_text = move || article_mode() && empty.get();
    let with_text = move || article_mode() && !empty.get();
    view! {
        <Header/>
        <main
            class="desk" class:writing=move || mode.get() == Mode::Write class:empty=without_text
            class:practising=move || mode.get() == Mode::Practise class:comparing=move || mode.get() == Mode::Compare
        >
            <Show when=without_text><Introduction/></Show>
            <SharedLink/>
            <FileList/>
            <PreviousText/>
            <Show when=move || !state.stored.get()><p class="warning" role="alert">{page::NOT_KEPT}</p></Show>
            <NewVersion/>
            <p class="reading" role="status">{move || (with_text() && progress.get() != Stage::Drawn).then_some(page::READING)}</p>
            <Show when=move || with_text() && progress.get() != Stage::Analyzing><Minimap/><Summary/></Show>
            <Editor/>
            <Show when=without_text><SampleButtons/></Show>
            <Show when=move || with_text() && progress.get() == Stage::Drawn><Article/><SidePanel/></Show>
            <Show when=move || mode.get() == Mode::Practise><Practice/></Show>
            <Show when=move || mode.get() == Mode::Compare><Compare/></Show>
        </main>
        <NavigationBar/>
        <Popover/>
        <MessageBar/>
        <Dialogs/>
        <DropZone/>
    }
}

fn listen_for_print(state: State) {
    let print = window_event_listener(ev::beforeprint, move |_| draw_for_print(state));
    on_cleanup(move || print.remove());
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
