//! Copying and downloading the shown findings in other formats.

use super::clipboard::copy;
use crate::browser::local_file;
use crate::export::{Document, Format};
use crate::ui::controls::{Button, reactive};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The formats, and a statement of what the filter leaves out.
#[component]
pub fn ExportDialog() -> impl IntoView {
    let state = expect_context::<State>();
    let chosen = RwSignal::new(Format::Html);
    let status = RwSignal::new("");
    let copy = move || copy(exported(state, chosen.get_untracked(), |document, format| format.write(document)), status);
    let download = move || {
        let format = chosen.get_untracked();
        let (name, content) = exported(state, format, |document, format| (file_name(document, format), format.write(document)));
        let done = local_file::download(&name, format.media_type(), &content);
        status.set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD });
    };
    view! {
        <p class="lead">{reactive(move || exported(state, Format::Json, |document, _| document.statement()))}</p>
        <fieldset class="formats">
            <legend class="heard">{page::EXPORT_FORMATS}</legend>
            {Format::ALL.into_iter().map(|format| view! { <FormatChoice format chosen status/> }).collect_view()}
        </fieldset>
        <p class="row">
            <Button class="primary" id="download" text=page::DOWNLOAD press=download/>
            <Button id="copy-export" text=page::COPY_EXPORT press=copy/>
            <span role="status">{status}</span>
        </p>
    }
}

/// The radio button of a format.
#[component]
fn FormatChoice(format: Format, chosen: RwSignal<Format>, status: RwSignal<&'static str>) -> impl IntoView {
    let (title, purpose) = format.title_and_purpose();
    let checked = Signal::derive(move || chosen.get() == format);
    let choose = move |_| {
        chosen.set(format);
        status.set("");
    };
    view! {
        <label>
            <input type="radio" name="format" value=format.name() prop:checked=checked on:change=choose/>
            <span>{title}<small>{purpose}</small></span>
        </label>
    }
}

/// Calls `write` with the article as it is shown.
fn exported<T>(state: State, format: Format, write: impl FnOnce(&Document, Format) -> T) -> T {
    state.article.ignored.with(|ignored| {
        let filter = state.article.filter.get();
        let from = state.article.provenance.get();
        state.article.analysis.with(|analysis| {
            let document = Document::new(analysis.text(), analysis.report(), &filter, ignored);
            let document = Document { from: from.as_ref(), ..document };
            state.notes.placed.with(|notes| write(&document.with_notes(notes), format))
        })
    })
}

/// The headline as a file name: letters, digits and hyphens.
fn file_name(document: &Document, format: Format) -> String {
    let title = document.title().to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8).collect();
    let name: String = words.join("-").chars().take(60).collect();
    format!("{}.{}", if name.is_empty() { "article" } else { &name }, format.extension())
}
