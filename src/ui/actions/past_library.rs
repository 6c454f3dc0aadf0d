//! The library of past articles: keeping the article on the page, opening, erasing, and the library as a file.

use super::mode::start_reading;
use super::passage_notes::add_new_notes;
use crate::browser::clock::{now, today};
use crate::browser::past_storage::{load_past, past_ids, remove_past, save_past};
use crate::browser::squeeze::{squeeze, unfold};
use crate::browser::storage::{self, Key};
use crate::engine::{Report, analyze};
use crate::export::{FiledArticle, read_library, write_library};
use crate::reading::{LARGEST_LIBRARY, NoteList, PastArticle, Provenance, ResultList, is_version_of};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// An article is kept when it has been on the page, unchanged, for this long.
const WAIT: Duration = Duration::from_millis(1_200);

/// Keeps the article on the page in the library, while the reader has it turned on, after each change of the text.
pub fn keep_articles(state: State) {
    Effect::new(move || {
        let on = state.settings.library.get();
        state.article.overview.track();
        if on && !state.article.empty.get_untracked() {
            state.work.update_value(|work| work.keeping.set(move || keep_article(state), WAIT));
        }
    });
}

/// Turns the library on or off. What is in it stays.
pub fn set_library(state: State, on: bool) {
    let stored = storage::save(Key::Library, if on { "on" } else { "" });
    state.settings.library.set(on && stored.is_ok() && !state.settings.private.get_untracked());
}

fn keep_article(state: State) {
    let text = state.article.text.get_untracked();
    if text.trim().is_empty() || !state.settings.library.get_untracked() || state.settings.private.get_untracked() {
        return;
    }
    let analysis = state.article.overview.get_untracked();
    if analysis.text() != &*text {
        return;
    }
    let from = state.article.provenance.get_untracked();
    spawn_local(async move {
        let Some(article) = packed_article(today(), &text, from, analysis.report()).await else { return };
        let same = state.past_article.with_untracked(|past| past.as_ref().filter(|(_, old)| is_version_of(&text, old)).map(|(id, _)| *id));
        let id = match same {
            Some(id) => id,
            None => find(&article, &text).await.unwrap_or_else(now),
        };
        match store(id, &article) {
            Ok(()) => state.past_article.set(Some((id, text))),
            // What is in the library stays as it was.
            Err(Full) => state.notify(page::LIBRARY_FULL.to_owned()),
        }
    });
}

async fn packed_article(date: String, text: &str, from: Option<Provenance>, report: &Report) -> Option<PastArticle> {
    Some(PastArticle::new(date, text, from, report, squeeze(text).await.ok()?))
}

/// The error if an article has no room in the library.
struct Full;

/// Stores an article, unless the library or the storage is full.
fn store(id: u64, article: &PastArticle) -> Result<(), Full> {
    let code = article.code();
    let units = |code: &str| code.encode_utf16().count();
    let others = past_ids().map_err(|_| Full)?.into_iter().filter(|other| *other != id);
    let taken: usize = others.filter_map(load_past).map(|code| units(&code)).sum();
    if taken + units(&code) > LARGEST_LIBRARY {
        return Err(Full);
    }
    save_past(id, &code).map_err(|_| Full)
}

/// The id under which the library has the same text. The packed texts are not compared: a browser may pack one text in several ways.
async fn find(article: &PastArticle, text: &str) -> Option<u64> {
    let alike = |past: &PastArticle| (&past.title, past.length) == (&article.title, article.length);
    for (id, past) in past_articles().into_iter().filter(|(_, past)| alike(past)) {
        if text_of_past(&past).await.as_deref() == Some(text) {
            return Some(id);
        }
    }
    None
}

/// The articles of the library with their ids, the latest first.
pub fn past_articles() -> Vec<(u64, PastArticle)> {
    let read = |id| Some((id, PastArticle::decode(&load_past(id)?)?));
    let mut articles: Vec<_> = past_ids().unwrap_or_default().into_iter().filter_map(read).collect();
    articles.sort_by(|(one, a), (other, b)| (&b.date, other).cmp(&(&a.date, one)));
    articles
}

/// The text of an article of the library; `None` if it is damaged.
pub async fn text_of_past(article: &PastArticle) -> Option<String> {
    unfold(&article.packed).await.ok()
}

/// Opens an article of the library in place of the text on the page.
pub fn open_past(state: State, id: u64) {
    let Some(article) = load_past(id).and_then(|code| PastArticle::decode(&code)) else { return };
    spawn_local(async move {
        let Some(text) = text_of_past(&article).await else { return state.notify(page::PAST_DAMAGED.to_owned()) };
        state.dialog.set(None);
        state.replace_text(&text);
        state.set_provenance(article.from);
        state.past_article.set(Some((id, Arc::from(text))));
        start_reading(state);
    });
}

/// Removes articles from the library. Returns what brings them back.
pub fn erase_past(state: State, ids: &[u64]) -> Vec<(u64, String)> {
    let erased = ids.iter().filter_map(|id| Some((*id, load_past(*id)?))).filter(|(id, _)| remove_past(*id).is_ok()).collect();
    // The article on the page is kept again, as a new one, only when its text changes.
    if state.past_article.with_untracked(|past| past.as_ref().is_some_and(|(id, _)| ids.contains(id))) {
        state.past_article.set(None);
        state.work.update_value(|work| work.keeping.clear());
    }
    erased
}

/// Puts erased articles back. Returns false if one has no room any more.
pub fn restore_past(erased: &[(u64, String)]) -> bool {
    erased.iter().all(|(id, code)| save_past(*id, code).is_ok())
}

/// Forgets what the storage no longer has and the page does not show: otherwise it would be stored again with the next change. The
/// library is off.
pub fn forget(state: State) {
    state.settings.library.set(false);
    state.past_article.set(None);
    state.practice.results.set(ResultList::default());
    let mut here = NoteList::default();
    state.notes.placed.with_untracked(|placed| placed.iter().for_each(|placed| here.add(placed.note.clone())));
    state.notes.all.set(here);
    state.notes.unsaved.set(NoteList::default());
}

/// Takes over what was put back into the storage after it had been erased.
pub fn remember(state: State) {
    let load = |key| storage::load(key).ok().flatten().unwrap_or_default();
    state.settings.library.set(!load(Key::Library).is_empty());
    state.practice.results.set(ResultList::decode(&load(Key::Results)));
    state.notes.all.set(NoteList::decode(&load(Key::Notes)));
    state.notes.unsaved.set(NoteList::decode(&load(Key::Drafts)));
}

/// The whole library as a file, with the notes on its articles.
pub async fn library_as_file(state: State) -> String {
    let mut filed = Vec::new();
    for (_, article) in past_articles() {
        if let Some(text) = text_of_past(&article).await {
            let notes = state.notes.all.with_untracked(|notes| notes.of_article(&article.title));
            filed.push(FiledArticle { date: article.date, text, from: article.from, notes });
        }
    }
    write_library(filed)
}

/// Adds the articles of a file that the library does not have, and the notes on passages that have none. Returns how many articles were added
/// and how many had no room; `None` if the file is no library.
pub async fn add_library(state: State, json: &str) -> Option<(usize, usize)> {
    let (mut added, mut left) = (0, 0);
    let start = now();
    for (place, filed) in (0..).zip(read_library(json)?) {
        let report = analyze(&filed.text);
        let Some(article) = packed_article(filed.date, &filed.text, filed.from.map(|from| from.tidied()), &report).await else { continue };
        add_new_notes(state, filed.notes);
        match find(&article, &filed.text).await {
            Some(_) => {}
            None if store(start + place, &article).is_ok() => added += 1,
            None => left += 1,
        }
    }
    Some((added, left))
}
