//! The dialogs that open over the page, one at a time, in one `<dialog>` element.

mod bookmarklet_dialog;
mod clipboard;
mod export_dialog;
mod file_table_dialog;
mod library_dialog;
mod list_preview;
mod note_dialog;
mod privacy_dialog;
mod share_dialog;
mod shortcuts_dialog;
mod user_list_dialog;

pub use share_dialog::open_share_dialog;

use crate::ui::actions::is_draft_changed;
use crate::ui::controls::{Button, reactive};
use crate::ui::state::{DialogKind, State};
use crate::wording::page;
use bookmarklet_dialog::BookmarkletDialog;
use export_dialog::ExportDialog;
use file_table_dialog::FileTableDialog;
use leptos::html::Dialog;
use leptos::prelude::*;
use library_dialog::LibraryDialog;
use note_dialog::NoteDialog;
use privacy_dialog::PrivacyDialog;
use share_dialog::ShareDialog;
use shortcuts_dialog::ShortcutsDialog;
use user_list_dialog::UserListDialog;
use web_sys::HtmlDialogElement;

fn id(dialog: DialogKind) -> &'static str {
    match dialog {
        DialogKind::Shortcuts => "help-sheet",
        DialogKind::Share => "share-sheet",
        DialogKind::Export => "export-sheet",
        DialogKind::UserList => "words-sheet",
        DialogKind::Bookmarklet => "bookmarklet-sheet",
        DialogKind::FileTable => "table-sheet",
        DialogKind::Library => "library-sheet",
        DialogKind::Note => "note-sheet",
        DialogKind::Privacy => "privacy-sheet",
    }
}

fn title(dialog: DialogKind) -> &'static str {
    match dialog {
        DialogKind::Shortcuts => page::HELP,
        DialogKind::Share => page::SHARE,
        DialogKind::Export => page::EXPORT,
        DialogKind::UserList => page::WORDS,
        DialogKind::Bookmarklet => page::BOOKMARKLET,
        DialogKind::FileTable => page::ARTICLES,
        DialogKind::Library => page::LIBRARY,
        DialogKind::Note => page::NOTE,
        DialogKind::Privacy => page::PRIVACY,
    }
}

fn content(dialog: DialogKind) -> AnyView {
    match dialog {
        DialogKind::Shortcuts => view! { <ShortcutsDialog/> }.into_any(),
        DialogKind::Share => view! { <ShareDialog/> }.into_any(),
        DialogKind::Export => view! { <ExportDialog/> }.into_any(),
        DialogKind::UserList => view! { <UserListDialog/> }.into_any(),
        DialogKind::Bookmarklet => view! { <BookmarkletDialog/> }.into_any(),
        DialogKind::FileTable => view! { <FileTableDialog/> }.into_any(),
        DialogKind::Library => view! { <LibraryDialog/> }.into_any(),
        DialogKind::Note => view! { <NoteDialog/> }.into_any(),
        DialogKind::Privacy => view! { <PrivacyDialog/> }.into_any(),
    }
}

/// Closes the dialog. The browser gives the focus back, which opens no explanation that was not open before and takes no message away.
fn close_quietly(state: State, element: &HtmlDialogElement) {
    let closed = state.place.explanation.with_untracked(Option::is_none);
    let message = state.message.get_untracked();
    element.close();
    if message.is_some() && state.message.with_untracked(Option::is_none) {
        state.message.set(message);
    }
    if closed {
        state.place.explanation.set(None);
    }
}

/// The dialog element. The browser moves the focus into it and back.
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = expect_context::<State>();
    let element = NodeRef::<Dialog>::new();
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        match state.dialog.get() {
            Some(_) if !element.open() => drop(element.show_modal()),
            None if element.open() => close_quietly(state, &element),
            _ => {}
        }
    });
    let id = Signal::derive(move || state.dialog.get().map(id));
    let close = move || state.dialog.set(None);
    let close_text =
        move || if state.dialog.get() == Some(DialogKind::Note) && is_draft_changed(state) { page::CLOSE_NOTE } else { page::CLOSE };
    view! {
        <dialog class="sheet" id=id node_ref=element aria-labelledby="sheet-title" on:close=move |_| close()>
            {reactive(move || state.dialog.get().map(|dialog| view! { <h2 id="sheet-title" tabindex="-1" autofocus=dialog != DialogKind::UserList>{title(dialog)}</h2>{content(dialog)} }))}
            <p class="row closing"><Button text=move || close_text().to_owned() press=move || close()/></p>
        </dialog>
    }
}
