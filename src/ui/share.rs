//! A link that carries text and filter in itself, and what happens when one is opened.

use super::files::{text_of_page, text_of_part};
use super::sheet::Sheet;
use super::state::State;
use crate::browser::file;
use crate::browser::squeeze::{squeeze, unfold};
use crate::reading::{Content, Filter, Link};
use crate::wording::page;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Longer links are refused: browsers and programs that pass links on cut them. In characters.
const LONGEST: usize = 64_000;
/// Longer links work in browsers, but some programs cut them.
const DOUBTFUL: usize = 8_000;

/// Makes a link of the present text and filter and offers it.
pub fn open(state: State) {
    let text = state.text.get_untracked();
    let filter = state.filter.get_untracked();
    spawn_local(async move {
        let Ok(packed) = squeeze(&text).await else { return state.say(page::NO_LINK.to_owned()) };
        let address = window().location().href().unwrap_or_default();
        let address = address.split('#').next().unwrap_or_default();
        let link = format!("{address}#{}", Link { packed, filter, content: Content::Text }.fragment());
        if link.len() > LONGEST {
            return state.say(page::link_too_long(link.len(), LONGEST));
        }
        state.link.set(Some(link));
        state.open_sheet(Sheet::Share);
    });
}

/// The link, to copy.
pub fn content(state: State) -> impl IntoView {
    let told = RwSignal::new("");
    let field = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let (Some(field), Some(link)) = (field.get(), state.link.get()) {
            field.set_value(&link);
            field.select();
        }
    });
    let length = move || state.link.with(|link| link.as_ref().map_or(0, String::len));
    let copy = move |_| {
        let link = state.link.get_untracked().unwrap_or_default();
        spawn_local(async move {
            if file::copy(&link).await.is_ok() {
                state.sheet.set(None);
                return state.say(page::LINK_COPIED.to_owned());
            }
            // The sheet may be closed by now.
            if let Some(Some(field)) = field.try_get_untracked() {
                told.set(page::COPY_BY_HAND);
                let _ = field.focus();
                field.select();
            }
        });
    };
    view! {
        <p>{page::SHARE_HOW}</p>
        <textarea id="link" node_ref=field readonly rows="4" aria-label=page::LINK></textarea>
        <p class="lead">{move || page::link_length(length(), length() > DOUBTFUL)}</p>
        <p role="status">{move || told.get()}</p>
        <p class="row"><button type="button" class="primary" id="copy-link" on:click=copy>{page::COPY}</button></p>
    }
}

/// Reads the link by which the page was opened. It asks before it replaces a text.
#[component]
pub fn Incoming() -> impl IntoView {
    let state = expect_context::<State>();
    let waiting = RwSignal::new(None::<(Arc<str>, Filter)>);
    read_link(state, waiting);
    let changed = window_event_listener(ev::hashchange, move |_| read_link(state, waiting));
    on_cleanup(move || changed.remove());
    let accept = move |_| {
        if let Some((text, filter)) = waiting.get_untracked() {
            waiting.set(None);
            forget_link();
            take(state, &text, filter);
            super::article::focus_article();
        }
    };
    let refuse = move |_| {
        waiting.set(None);
        forget_link();
        super::article::focus_article();
    };
    view! {
        <div class="incoming" role="status">
            <Show when=move || waiting.with(Option::is_some)>
                <p>{page::LINK_ASKS}</p>
                <p class="row">
                    <button type="button" class="primary" id="accept-link" on:click=accept>{page::LINK_ACCEPT}</button>
                    <button type="button" id="refuse-link" on:click=refuse>{page::LINK_REFUSE}</button>
                </p>
            </Show>
        </div>
    }
}

fn read_link(state: State, waiting: RwSignal<Option<(Arc<str>, Filter)>>) {
    let fragment = window().location().hash().unwrap_or_default();
    let link = match Link::read(&fragment) {
        Ok(None) => return,
        Ok(Some(link)) => Some(link),
        Err(_) => None,
    };
    spawn_local(async move {
        let text = match &link {
            Some(link) => unfold(&link.packed).await.ok().and_then(|text| match link.content {
                Content::Text => Some(text),
                Content::Page => text_of_page(&text),
                Content::Part => text_of_part(&text),
            }),
            None => None,
        };
        let (Some(link), Some(text)) = (link, text.filter(|text| !text.trim().is_empty())) else {
            forget_link();
            return state.say(page::LINK_DAMAGED.to_owned());
        };
        let present = state.text.get_untracked();
        if present.trim().is_empty() || *present == *text {
            forget_link();
            take(state, &text, link.filter);
        } else {
            waiting.set(Some((text.into(), link.filter)));
        }
    });
}

/// The address is the page's again: a reload shows what the reader has made of the text.
fn forget_link() {
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
    }
}

fn take(state: State, text: &str, filter: Filter) {
    state.replace_text(text);
    state.show(filter);
}
