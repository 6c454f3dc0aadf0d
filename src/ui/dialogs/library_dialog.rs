//! The library of past articles: turned on and off, searched, opened, erased, exported and read back.

use crate::browser::local_file;
use crate::reading::{PastArticle, is_about};
use crate::ui::actions::{
    add_library, erase_past, library_as_file, open_past, past_articles, read_text_file, restore_past, set_library, text_of_past,
};
use crate::ui::controls::{Button, If, Toggle, lead, reactive};
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::page;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rustc_hash::FxHashMap;

/// The signals of the dialog.
#[derive(Clone, Copy)]
struct Shelf {
    /// The articles with their ids, the latest first.
    articles: RwSignal<Vec<(u64, PastArticle)>>,
    /// The unpacked texts, once the reader searches.
    texts: RwSignal<FxHashMap<u64, String>>,
    /// What the reader searches for.
    query: RwSignal<String>,
    /// What was erased last.
    erased: RwSignal<Vec<(u64, String)>>,
    /// What happened last.
    status: RwSignal<String>,
}

/// The library.
#[component]
pub fn LibraryDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let shelf = Shelf {
        articles: RwSignal::new(past_articles()),
        texts: RwSignal::new(FxHashMap::default()),
        query: RwSignal::new(String::new()),
        erased: RwSignal::new(Vec::new()),
        status: RwSignal::new(String::new()),
    };
    let turn = Callback::new(move |on| {
        set_library(state, on);
        let refused = on && !state.settings.library.get_untracked();
        shelf.status.set(if refused { page::LIBRARY_REFUSED } else { page::library_turned(on) }.to_owned());
    });
    follow_kept(state, shelf);
    let some = move || shelf.articles.with(|articles| !articles.is_empty());
    view! {
        {lead(page::LIBRARY_HOW)}
        <If condition=move || !state.settings.private.get()>
            <p class="private"><Toggle id="library-on" label=page::LIBRARY_ON on=state.settings.library flip=turn/></p>
        </If>
        <If condition=move || state.settings.private.get()><p>{page::LIBRARY_PRIVATE}</p></If>
        <If condition=some>
            <input
                id="library-search" type="search" autocomplete="off" spellcheck="false" aria-label=page::LIBRARY_SEARCH
                placeholder=page::LIBRARY_SEARCH on:input=move |event| search(shelf, event_target_value(&event))
            />
            <ol class="past" aria-label=page::LIBRARY>{reactive(move || rows(state, shelf))}</ol>
        </If>
        <If condition=move || !some()><p id="library-empty" class="lead">{page::LIBRARY_EMPTY}</p></If>
        <p role="status">
            {shelf.status}" "
            <If condition=move || !shelf.erased.with(Vec::is_empty)><Button id="library-undo" text=page::UNDO press=move || undo(shelf)/></If>
        </p>
        <LibraryFileButtons shelf/>
    }
}

/// Shows the article on the page as soon as it is kept, a moment after the library was turned on.
fn follow_kept(state: State, shelf: Shelf) {
    Effect::new(move || {
        state.past_article.track();
        shelf.articles.set(past_articles());
    });
}

/// Searches the titles at once, and the texts as soon as they are unpacked.
fn search(shelf: Shelf, query: String) {
    shelf.query.set(query);
    if !shelf.texts.with_untracked(FxHashMap::is_empty) {
        return;
    }
    spawn_local(async move {
        let mut texts = FxHashMap::default();
        for (id, article) in shelf.articles.try_get_untracked().unwrap_or_default() {
            texts.insert(id, text_of_past(&article).await.unwrap_or_default());
        }
        // The dialog may have been closed in the meantime.
        let _ = shelf.texts.try_set(texts);
    });
}

fn rows(state: State, shelf: Shelf) -> AnyView {
    let query = shelf.query.get();
    let found = shelf.texts.with(|texts| {
        shelf.articles.with(|articles| {
            let text = |id: &u64| texts.get(id).map_or("", String::as_str);
            articles.iter().filter(|(id, article)| is_about(&query, &article.title, text(id))).cloned().collect::<Vec<_>>()
        })
    });
    if found.is_empty() {
        return view! { <li class="lead">{page::LIBRARY_NOTHING_FOUND}</li> }.into_any();
    }
    found.into_iter().map(|(id, article)| row(state, shelf, id, article)).collect_view().into_any()
}

fn row(state: State, shelf: Shelf, id: u64, article: PastArticle) -> impl IntoView {
    let (about, label) = (page::past_about(&article), page::erase_past(&article.title));
    view! {
        <li>
            <button type="button" class="go" on:click=move |_| open_past(state, id)>{article.title}<small>{about}</small></button>
            <Button label=label text=page::ERASE_ONE press=move || erase(state, shelf, &[id])/>
        </li>
    }
}

fn erase(state: State, shelf: Shelf, ids: &[u64]) {
    let erased = erase_past(state, ids);
    shelf.status.set(page::past_erased(erased.len()));
    shelf.erased.set(erased);
    shelf.articles.set(past_articles());
    focus::focus("#library-undo");
}

fn undo(shelf: Shelf) {
    let whole = restore_past(&shelf.erased.get_untracked());
    shelf.erased.set(Vec::new());
    shelf.articles.set(past_articles());
    shelf.status.set(if whole { page::PAST_RESTORED } else { page::LIBRARY_FULL }.to_owned());
    focus::focus("#library-on");
}

/// The buttons for the whole library.
#[component]
fn LibraryFileButtons(shelf: Shelf) -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    let none = move || shelf.articles.with(Vec::is_empty);
    let export = move || {
        spawn_local(async move {
            let file = library_as_file(state).await;
            let done = local_file::download(page::LIBRARY_FILE, "application/json", &file);
            let _ = shelf.status.try_set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD }.to_owned());
        });
    };
    let read = move |_| {
        let Some(file) = field.get_untracked().and_then(|field| field.files()).and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let added = match read_text_file(&file, LARGEST_FILE).await {
                Ok(json) => add_library(state, &json).await.ok_or_else(|| page::no_library(&file.name())),
                Err(fault) => Err(fault),
            };
            // So that the same file can be chosen again.
            if let Some(Some(field)) = field.try_get_untracked() {
                field.set_value("");
            }
            let _ = shelf.status.try_set(added.map_or_else(|fault| fault, |(added, left)| page::library_read(added, left)));
            let _ = shelf.articles.try_set(past_articles());
            let _ = shelf.texts.try_set(FxHashMap::default());
        });
    };
    let choose = move || field.get_untracked().into_iter().for_each(|field| field.click());
    let all = move || shelf.articles.with_untracked(|articles| articles.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    view! {
        <p class="row">
            <Button id="library-export" disabled=none text=page::LIBRARY_EXPORT press=export/>
            <Button id="library-read" text=page::LIBRARY_READ press=choose/>
            <Button id="library-erase" disabled=none text=page::LIBRARY_ERASE press=move || erase(state, shelf, &all())/>
            <input type="file" id="library-file" node_ref=field accept=".json" hidden on:change=read/>
        </p>
    }
}

/// Largest file of a library, in bytes.
const LARGEST_FILE: usize = 100_000_000;
