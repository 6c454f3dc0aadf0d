//! Notices above the article: the replaced text, a part of a web page, a new version of the page.

use super::actions::{self, send_page_event};
use super::controls::{Button, If, reactive};
use super::focus::place::focus_here;
use super::focus::{focus, focus_article};
use super::state::{Mode, PutAside, State};
use crate::wording::page;
use leptos::prelude::*;

/// Offers the text back that another one replaced.
#[component]
pub fn PreviousText() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        <p class="put-aside" role="status">
            <If condition=move || { state.previous_text.with(Option::is_some) && state.place.mode.get() != Mode::Practise }>
                {page::PUT_ASIDE} " " <Button text=page::BRING_BACK press=move || bring_back(state)/>
                <If condition=move || { !state.article.empty.get() && state.place.mode.get() == Mode::Read && !is_source(state) }>
                    " " <Button id="join" text=page::JOIN press=move || join(state)/>
                </If>
                " " <Button class="dismiss" label=page::DISMISS_PREVIOUS text="×" press=move || dismiss(state)/>
            </If>
        </p>
    }
}

/// True if the replaced text is the source of the present one: the two are no parts of one article.
fn is_source(state: State) -> bool {
    state.previous_text.with(|old| old.as_ref().is_some_and(|old| actions::is_source_of(&old.text, &state.article.text.get())))
}

fn bring_back(state: State) {
    if let Some(PutAside { text, from, earlier }) = state.previous_text.get_untracked() {
        let mode = state.place.mode.get_untracked();
        state.replace_text(&text);
        state.set_provenance(from);
        if mode == Mode::Compare {
            state.set_earlier(&earlier);
            state.set_mode(mode);
        }
        focus_article();
    }
}

/// Puts the previous text before the present one.
fn join(state: State) {
    if let Some(old) = state.previous_text.get_untracked() {
        let new = state.article.text.get_untracked();
        state.replace_text(&format!("{}\n\n{}", old.text.trim_end(), new.trim_start()));
        state.put_aside(None);
        focus_article();
    }
}

fn dismiss(state: State) {
    state.put_aside(None);
    match state.place.mode.get_untracked() {
        Mode::Write => focus("#text"),
        Mode::Compare => focus("#versions-title"),
        Mode::Read | Mode::Practise => focus_here(state),
    }
}

/// Says how much of a web page was taken, and offers all of it.
#[component]
pub fn PartOfPage() -> impl IntoView {
    let state = expect_context::<State>();
    let says =
        move || state.article.extract.with(|extract| extract.as_ref().map(|extract| page::article_taken(extract.taken, extract.all)));
    view! {
        <p class="put-aside" role="status">
            <If condition=move || state.article.extract.with(Option::is_some) && matches!(state.place.mode.get(), Mode::Read | Mode::Write)>
                {reactive(says)} " "
                <Button id="whole-page" text=page::TAKE_WHOLE_PAGE press=move || actions::take_whole_page(state)/>
            </If>
        </p>
    }
}

/// Offers to read a text as the web page or the Markdown document whose source it is.
#[component]
pub fn SourceOfPage() -> impl IntoView {
    let state = expect_context::<State>();
    let says = move || state.article.markup.get().map(page::is_source);
    view! {
        <p class="put-aside" role="status">
            // Of a text that is not marked the summary says it.
            <If condition=move || {
                state.article.markup.get().is_some() && state.article.readable.get() && matches!(state.place.mode.get(), Mode::Read | Mode::Write)
            }>
                {reactive(says)} " "
                <Button id="read-source" text=page::READ_SOURCE press=move || actions::read_source(state)/>
            </If>
        </p>
    }
}

/// Offers a new version of the page. If the text is not stored, a reload would lose it, so the new version comes with the next visit.
#[component]
pub fn NewVersion() -> impl IntoView {
    let state = expect_context::<State>();
    let found = window_event_listener_untyped("version", move |_| state.new_version.set(true));
    on_cleanup(move || found.remove());
    let load = move || {
        state.store_text();
        send_page_event("load-version");
    };
    let next_visit = move || !state.article.empty.get() && (state.settings.private.get() || !state.stored.get());
    view! {
        <p class="new-version" role="status">
            <If condition=move || state.new_version.get() && next_visit()>{page::NEW_VERSION_LATER}</If>
            <If condition=move || state.new_version.get() && !next_visit()>
                {page::NEW_VERSION} " " <Button id="load-version" text=page::LOAD_VERSION press=load/>
            </If>
        </p>
    }
}
