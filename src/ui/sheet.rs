//! The sheets that open over the page: one at a time, in one dialog.

use super::state::State;
use super::{bookmarklet, export, help, privacy, share, shelf, words};
use crate::wording::page;
use leptos::html::Dialog;
use leptos::prelude::*;

/// What a sheet is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The shortcuts.
    Help,
    /// The link that carries the text.
    Share,
    /// Findings in other formats.
    Export,
    /// The reader's own list.
    Words,
    /// The bookmark that brings articles from other sites.
    Bookmarklet,
    /// The articles of the list side by side.
    Table,
    /// What is kept, and what was asked of the network.
    Privacy,
}

impl Sheet {
    fn id(self) -> &'static str {
        match self {
            Self::Help => "help-sheet",
            Self::Share => "share-sheet",
            Self::Export => "export-sheet",
            Self::Words => "words-sheet",
            Self::Bookmarklet => "bookmarklet-sheet",
            Self::Table => "table-sheet",
            Self::Privacy => "privacy-sheet",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Help => page::HELP,
            Self::Share => page::SHARE,
            Self::Export => page::EXPORT,
            Self::Words => page::WORDS,
            Self::Bookmarklet => page::BOOKMARKLET,
            Self::Table => page::ARTICLES,
            Self::Privacy => page::PRIVACY,
        }
    }

    fn content(self, state: State) -> AnyView {
        match self {
            Self::Help => help::content(state).into_any(),
            Self::Share => share::content(state).into_any(),
            Self::Export => export::content(state).into_any(),
            Self::Words => words::content(state).into_any(),
            Self::Bookmarklet => bookmarklet::content().into_any(),
            Self::Table => shelf::table(state).into_any(),
            Self::Privacy => privacy::content(state).into_any(),
        }
    }
}

/// The dialog; it takes the keyboard and gives it back.
#[component]
pub fn SheetView() -> impl IntoView {
    let state = expect_context::<State>();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match state.sheet.get() {
            Some(_) if !dialog.open() => drop(dialog.show_modal()),
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let close = move || state.sheet.set(None);
    view! {
        <dialog
            class="sheet" id=move || state.sheet.get().map(Sheet::id) node_ref=dialog aria-labelledby="sheet-title"
            on:close=move |_| close()
        >
            {move || state.sheet.get().map(|sheet| view! {
                <h2 id="sheet-title">{sheet.title()}</h2>
                {sheet.content(state)}
            })}
            <p class="row closing"><button type="button" on:click=move |_| close()>{page::CLOSE}</button></p>
        </dialog>
    }
}
