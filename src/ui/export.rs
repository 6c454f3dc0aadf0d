//! Findings in other formats: to copy or to download, as they are shown.

use super::state::State;
use crate::browser::file;
use crate::export::{Document, Format};
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The formats, and what is left out of them.
pub fn content(state: State) -> impl IntoView {
    let chosen = RwSignal::new(Format::Html);
    let told = RwSignal::new("");
    let copy = move |_| {
        let content = written(state, chosen.get_untracked(), |document, format| format.write(document));
        spawn_local(async move {
            told.set(if file::copy(&content).await.is_ok() { page::EXPORT_COPIED } else { page::NO_COPY });
        });
    };
    let download = move |_| {
        let format = chosen.get_untracked();
        let (name, content) = written(state, format, |document, format| (file_name(document, format), format.write(document)));
        let done = file::download(&name, format.media_type(), &content);
        told.set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD });
    };
    let choice = move |(format, (name, about)): (Format, (&'static str, &'static str))| {
        view! {
            <label>
                <input
                    type="radio" name="format" value=format.name() prop:checked=move || chosen.get() == format
                    on:change=move |_| { chosen.set(format); told.set(""); }
                />
                <span>{name}<small>{about}</small></span>
            </label>
        }
    };
    view! {
        <p class="lead">{move || written(state, Format::Json, |document, _| document.statement())}</p>
        <fieldset class="formats">
            <legend class="heard">{page::EXPORT_FORMATS}</legend>
            {Format::ALL.into_iter().zip(page::FORMATS).map(choice).collect_view()}
        </fieldset>
        <p class="row">
            <button type="button" class="primary" id="download" on:click=download>{page::DOWNLOAD}</button>
            <button type="button" id="copy-export" on:click=copy>{page::COPY_EXPORT}</button>
            <span role="status">{move || told.get()}</span>
        </p>
    }
}

/// What `write` makes of the article as it is shown.
fn written<T>(state: State, format: Format, write: impl FnOnce(&Document, Format) -> T) -> T {
    state.ignored.with(|ignored| {
        let filter = state.filter.get();
        state.analysis.with(|analysis| write(&Document::new(analysis.text(), analysis.report(), &filter, ignored), format))
    })
}

/// The headline as a file name: letters, digits and hyphens.
fn file_name(document: &Document, format: Format) -> String {
    let title = document.title().to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).collect();
    let name: String = words.join("-").chars().take(60).collect();
    format!("{}.{}", if name.is_empty() { "article" } else { &name }, format.extension())
}
