//! Opening a share link: the text is in the fragment of the page's address.

use super::actions::{show_filtered, text_of_page, text_of_part};
use super::controls::{Button, If};
use super::focus::focus_article;
use super::state::State;
use crate::browser::history;
use crate::browser::squeeze::unfold;
use crate::import::Extract;
use crate::reading::{Content, Filter, Link, Provenance};
use crate::wording::page;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What a link brings.
#[derive(Clone)]
struct Brought {
    text: Arc<str>,
    /// The web page that the text was taken from.
    page: Option<Arc<Extract>>,
    from: Option<Provenance>,
    filter: Filter,
}

/// Reads the link by which the page was opened. Asks before it replaces a text.
#[component]
pub fn SharedLink() -> impl IntoView {
    let state = expect_context::<State>();
    let waiting = RwSignal::new(None::<Brought>);
    read_link(state, waiting);
    let changed = window_event_listener(ev::hashchange, move |_| read_link(state, waiting));
    on_cleanup(move || changed.remove());
    let accept = move || {
        if let Some(brought) = waiting.get_untracked() {
            waiting.set(None);
            remove_fragment();
            take(state, brought);
            focus_article();
        }
    };
    let refuse = move || {
        waiting.set(None);
        remove_fragment();
        focus_article();
    };
    view! {
        <div class="incoming" role="status">
            <If condition=move || waiting.with(Option::is_some)>
                <p>{page::LINK_ASKS}</p>
                <p class="row">
                    <Button class="primary" id="accept-link" text=page::LINK_ACCEPT press=accept/>
                    <Button id="refuse-link" text=page::LINK_REFUSE press=refuse/>
                </p>
            </If>
        </div>
    }
}

/// Takes the text of the link over if there is none yet, otherwise puts it into `waiting`.
fn read_link(state: State, waiting: RwSignal<Option<Brought>>) {
    let fragment = window().location().hash().unwrap_or_default();
    let link = match Link::read(&fragment) {
        Ok(None) => return,
        Ok(Some(link)) => Some(link),
        Err(_) => None,
    };
    spawn_local(async move {
        let brought = match &link {
            Some(link) => unpacked(link).await,
            None => None,
        };
        let Some(brought) = brought.filter(|brought| !brought.text.trim().is_empty()) else {
            remove_fragment();
            return state.notify(page::LINK_DAMAGED.to_owned());
        };
        let present = state.text.get_untracked();
        if present.trim().is_empty() || *present == *brought.text {
            remove_fragment();
            take(state, brought);
        } else {
            waiting.set(Some(brought));
        }
    });
}

/// The text of a link.
async fn unpacked(link: &Link) -> Option<Brought> {
    let content = unfold(&link.packed).await.ok()?;
    let page = match link.content {
        Content::Text => return Some(Brought { text: content.into(), page: None, from: None, filter: link.filter }),
        Content::Page => text_of_page(&content),
        Content::Part => text_of_part(&content),
    };
    let (page, from) = page?;
    Some(Brought { text: page.text.as_str().into(), page: Some(page.into()), from: Some(from), filter: link.filter })
}

/// Removes the link from the address, so that a reload shows the reader's own version of the text.
fn remove_fragment() {
    history::set_fragment("");
}

fn take(state: State, brought: Brought) {
    let Brought { text, page, from, filter } = brought;
    state.replace_text(&text);
    state.set_provenance(from);
    state.set_extract(page);
    show_filtered(state, filter);
}
