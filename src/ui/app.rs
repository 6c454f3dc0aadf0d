//! The root component.

use super::actions::{self, draw_for_print, send_page_event};
use super::article::{Article, NavigationBar, Popover};
use super::compare::Compare;
use super::controls::{If, reactive};
use super::dialogs::Dialogs;
use super::editor::{DropZone, Editor, FileList, SampleButtons};
use super::extension::{self, Panel};
use super::header::Header;
use super::keyboard;
use super::message_bar::MessageBar;
use super::notices::{NewVersion, PartOfPage, PreviousText, SourceOfPage};
use super::origin::Origin;
use super::overview::{About, Minimap, SidePanel, Summary};
use super::practice::{Practice, keep_guesses};
use super::shared_link::SharedLink;
use super::state::{Mode, Stage, State};
use crate::browser::timers::run_after;
use crate::wording::page;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The page, or the panel of the browser extension.
#[component]
pub fn App() -> impl IntoView {
    let state = State::restore();
    provide_context(state);
    keyboard::listen(state);
    listen_for_print(state);
    extension::listen(state);
    // In a later task, when the whole page is drawn and listens to events.
    run_after(Duration::ZERO, || send_page_event("drawn"));
    if state.panel { view! { <Panel/> }.into_any() } else { view! { <FullPage/> }.into_any() }
}

/// The page: an introduction and a text box, or the marked article with its summary.
#[component]
fn FullPage() -> impl IntoView {
    let state = expect_context::<State>();
    actions::follow_history(state);
    actions::follow_width(state);
    actions::keep_articles(state);
    keep_guesses(state);
    let in_mode = move |one| Signal::derive(move || state.place.mode.get() == one);
    let article_mode = move || matches!(state.place.mode.get(), Mode::Read | Mode::Write);
    let without_text = move || article_mode() && state.article.empty.get();
    let with_text = move || article_mode() && !state.article.empty.get();
    let reading = move || (with_text() && state.article.stage.get() != Stage::Drawn).then_some(page::READING);
    view! {
        <Header/>
        <main
            class="desk" class:writing=in_mode(Mode::Write) class:empty=Signal::derive(without_text)
            class:practising=in_mode(Mode::Practise) class:comparing=in_mode(Mode::Compare)
        >
            <If condition=without_text><Introduction/></If>
            <SharedLink/>
            <FileList/>
            <PreviousText/>
            <PartOfPage/>
            <SourceOfPage/>
            <If condition=move || !state.stored.get()><p class="warning" role="alert">{page::NOT_KEPT}</p></If>
            <NewVersion/>
            <p class="reading" role="status">{reactive(reading)}</p>
            <If condition=move || with_text() && state.article.stage.get() != Stage::Analyzing><Origin/><Minimap/><Summary/></If>
            <Editor/>
            <If condition=without_text><SampleButtons/></If>
            <If condition=move || with_text() && state.article.stage.get() == Stage::Drawn><Article/><SidePanel/><About/></If>
            <If condition=in_mode(Mode::Practise)><Practice/></If>
            <If condition=in_mode(Mode::Compare)><Compare/></If>
            <NavigationBar/>
        </main>
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
