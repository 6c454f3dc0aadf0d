//! The share dialog: a link that contains the text and the filter.

use crate::browser::local_file;
use crate::browser::squeeze::squeeze;
use crate::reading::{Content, Link, NoteList};
use crate::ui::controls::{Button, reactive};
use crate::ui::state::{DialogKind, State};
use crate::wording::page;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Longer links are refused, because browsers and messengers cut them. In characters.
const LONGEST: usize = 64_000;
/// Longer links work in browsers, but some programs cut them. In characters.
const DOUBTFUL: usize = 8_000;

/// Makes a link of the present text and filter and opens the dialog.
pub fn open_share_dialog(state: State) {
    let text = state.article.text.get_untracked();
    let filter = state.article.filter.get_untracked();
    let notes = notes_of_article(state).code();
    spawn_local(async move {
        let Ok(packed) = squeeze(&text).await else { return state.notify(page::NO_LINK.to_owned()) };
        let notes = if notes.is_empty() { Ok(Vec::new()) } else { squeeze(&notes).await };
        let Ok(notes) = notes else { return state.notify(page::NO_LINK.to_owned()) };
        let address = window().location().href().unwrap_or_default();
        let address = address.split('#').next().unwrap_or_default();
        let link = format!("{address}#{}", Link { packed, filter, content: Content::Text, notes }.fragment());
        if link.len() > LONGEST {
            return state.notify(page::link_too_long(link.len(), LONGEST));
        }
        state.link.set(Some(link));
        state.open_dialog(DialogKind::Share);
    });
}

/// The notes whose passages are in the text.
fn notes_of_article(state: State) -> NoteList {
    let mut notes = NoteList::default();
    state.notes.placed.with_untracked(|placed| {
        placed.iter().filter(|placed| placed.span.is_some()).for_each(|placed| notes.add(placed.note.clone()));
    });
    notes
}

/// The link, to copy.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let status = RwSignal::new("");
    let field = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let (Some(field), Some(link)) = (field.get(), state.link.get()) {
            field.set_value(&link);
            field.select();
        }
    });
    let length = move || state.link.with(|link| link.as_ref().map_or(0, String::len));
    let copy = move || {
        let link = state.link.get_untracked().unwrap_or_default();
        spawn_local(async move {
            if local_file::copy(&link).await.is_ok() {
                state.dialog.set(None);
                return state.notify(page::LINK_COPIED.to_owned());
            }
            // The dialog may have been closed in the meantime.
            if let Some(Some(field)) = field.try_get_untracked() {
                status.set(page::COPY_BY_HAND);
                let _ = field.focus();
                field.select();
            }
        });
    };
    view! {
        <p>{page::SHARE_HOW}</p>
        <textarea id="link" node_ref=field readonly rows="4" aria-label=page::LINK></textarea>
        <p class="lead">{reactive(move || page::link_length(length(), length() > DOUBTFUL))}</p>
        <p role="status">{status}</p>
        <p class="row"><Button class="primary" id="copy-link" text=page::COPY press=copy/></p>
    }
}
