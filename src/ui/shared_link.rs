//! Opening a share link: the text is in the fragment of the page's address.

use super::actions::{add_notes, text_of_page, text_of_part};
use super::controls::{Button, If};
use super::focus::focus_article;
use super::focus::place::focus_here;
use super::state::State;
use crate::browser::history;
use crate::browser::squeeze::unfold;
use crate::import::Extract;
use crate::reading::{Content, ExceptionList, Filter, Link, NoteList, Provenance};
use crate::wording::page;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What a link brings.
#[derive(Clone)]
struct Shared {
    text: Arc<str>,
    /// The web page that the text was taken from.
    page: Option<Arc<Extract>>,
    from: Option<Provenance>,
    filter: Filter,
    notes: NoteList,
}

/// Reads the link by which the page was opened. Asks before it replaces a text.
#[component]
pub fn SharedLink() -> impl IntoView {
    let state = expect_context::<State>();
    let waiting = RwSignal::new(None::<Shared>);
    read_link(state, waiting);
    let changed = window_event_listener(ev::hashchange, move |_| read_link(state, waiting));
    on_cleanup(move || changed.remove());
    let accept = move || {
        if let Some(shared) = waiting.get_untracked() {
            waiting.set(None);
            remove_fragment();
            take(state, &shared);
            focus_article();
        }
    };
    let refuse = move || {
        waiting.set(None);
        remove_fragment();
        focus_here(state);
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
fn read_link(state: State, waiting: RwSignal<Option<Shared>>) {
    let fragment = window().location().hash().unwrap_or_default();
    let link = match Link::read(&fragment) {
        Ok(None) => return,
        Ok(Some(link)) => Some(link),
        Err(_) => None,
    };
    spawn_local(async move {
        let shared = match &link {
            Some(link) => unpacked(link).await,
            None => None,
        };
        let is_page = link.as_ref().is_some_and(|link| link.content != Content::Text);
        let Some(shared) = shared.filter(|shared| !shared.text.trim().is_empty()) else {
            remove_fragment();
            return state.notify(if is_page { page::NO_ARTICLE } else { page::LINK_DAMAGED }.to_owned());
        };
        let present = state.article.text.get_untracked();
        if present.trim().is_empty() || *present == *shared.text {
            remove_fragment();
            take(state, &shared);
        } else {
            waiting.set(Some(shared));
        }
    });
}

/// What a link brings; `None` if it cannot be read.
async fn unpacked(link: &Link) -> Option<Shared> {
    let content = unfold(&link.packed).await.ok()?;
    let shared = Shared { text: Arc::default(), page: None, from: None, filter: link.filter, notes: notes(link).await };
    let (page, from) = match link.content {
        Content::Text => return Some(Shared { text: content.into(), ..shared }),
        Content::Page => text_of_page(&content)?,
        Content::Part => text_of_part(&content)?,
    };
    Some(Shared { text: page.text.as_str().into(), page: Some(page.into()), from: Some(from), ..shared })
}

/// The notes of a link; none if they are damaged.
async fn notes(link: &Link) -> NoteList {
    if link.notes.is_empty() {
        return NoteList::default();
    }
    unfold(&link.notes).await.map_or_else(|_| NoteList::default(), |code| NoteList::decode(&code))
}

/// Removes the link from the address, so that a reload shows the reader's own version of the text.
fn remove_fragment() {
    history::set_fragment("");
}

fn take(state: State, shared: &Shared) {
    state.replace_text(&shared.text);
    state.set_provenance(shared.from.clone());
    state.set_extract(shared.page.clone());
    state.lend_settings(shared.filter, &ExceptionList::default());
    add_notes(state, &shared.notes);
}
