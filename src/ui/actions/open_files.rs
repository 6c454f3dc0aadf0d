//! Opening files and switching between them.

use super::html_text::text_of_page;
use super::list_import::{import_list, read_text_file};
use super::mode::start_reading;
use super::passage_notes::add_notes;
use crate::browser::clock::today;
use crate::browser::text_decoder::to_text;
use crate::export::Saved;
use crate::import::{
    Extract, LARGEST, Mail, Markup, Unreadable, decode_with, is_archive, is_html, is_mail, is_markdown, markdown, page_of_archive,
    read_mail, without_references,
};
use crate::reading::Provenance;
use crate::ui::focus;
use crate::ui::state::{OpenFile, State};
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::borrow::Cow;
use web_sys::{File, FileList};

/// Opens the browser's file picker.
pub fn choose_files() {
    if let Some(field) = focus::find("#files") {
        field.click();
    }
}

/// Replaces the text on the page and shows it from its beginning.
pub fn open_text(state: State, text: &str) {
    open_text_from(state, text, None);
}

/// Like [`open_text`], with where the text comes from.
pub fn open_text_from(state: State, text: &str, from: Option<Provenance>) {
    if text.trim().is_empty() {
        return state.notify(page::NO_ARTICLE.to_owned());
    }
    state.replace_text(text);
    state.set_provenance(from);
    start_reading(state);
}

/// Replaces the text on the page by what was taken from a web page.
pub fn open_extract(state: State, extract: Extract) {
    open_text(state, &extract.text);
    state.set_extract(Some(extract));
}

/// Replaces the article by all text of the web page that it was taken from.
pub fn take_whole_page(state: State) {
    let Some(extract) = state.article.extract.get_untracked() else { return };
    let (file, from) = (state.files.current.get_untracked(), state.article.provenance.get_untracked());
    state.replace_text(&extract.whole);
    state.set_provenance(from);
    state.files.current.set(file);
    start_reading(state);
}

/// The text of a page's source, with what the page says of itself; nothing for plain text and for a page without text.
fn text_of_source(source: &str) -> Option<(String, Option<Extract>, Option<Provenance>)> {
    match Markup::of(source)? {
        Markup::Markdown => Some((markdown(source), None, None)),
        Markup::Html => {
            let (extract, from) = text_of_page(source)?;
            let known = [&from.title, &from.outlet, &from.address].iter().any(|words| !words.is_empty());
            Some((extract.text.clone(), Some(extract), Some(from).filter(|_| known)))
        }
    }
}

/// True for the source of a page and its text.
pub fn is_source_of(source: &str, text: &str) -> bool {
    text_of_source(source).is_some_and(|(own, ..)| own == text)
}

/// Replaces the source of a page by its text. The source can be brought back.
pub fn read_source(state: State) {
    let Some((text, extract, from)) = text_of_source(&state.article.text.get_untracked()) else {
        return state.notify(page::NO_ARTICLE.to_owned());
    };
    let (file, known) = (state.files.current.get_untracked(), state.article.provenance.get_untracked());
    state.replace_text(&text);
    state.set_provenance(from.or(known));
    state.files.current.set(file);
    state.set_extract(extract);
    start_reading(state);
}

/// Opens files: one replaces the text, several make a list. Unreadable files are reported and change nothing.
pub fn open_files(state: State, files: &FileList) {
    state.dialog.set(None);
    let files: Vec<File> = (0..files.length()).filter_map(|number| files.get(number)).collect();
    spawn_local(async move {
        let mut articles = Vec::new();
        let mut faults = Vec::new();
        for file in &files {
            match content(file).await {
                Ok(Content::Article(article)) => articles.push(article),
                Ok(Content::Saved(saved)) if files.len() == 1 => {
                    restore_saved(state, &saved);
                    return state.notify(page::saved_opened(&file.name()));
                }
                Ok(Content::Saved(saved)) => {
                    let from = saved.from.unwrap_or_else(|| named(&file.name()));
                    articles.push(OpenFile { name: file.name(), text: saved.text.into(), page: None, from });
                }
                Ok(Content::List(toml)) => import_list(state, &file.name(), &toml),
                Err(fault) => faults.push(fault),
            }
        }
        show_articles(state, articles);
        if !faults.is_empty() {
            state.notify(faults.join(" "));
        }
    });
}

/// Shows another file of the list. The present one keeps the reader's changes.
pub fn show_file(state: State, number: usize) {
    state.save_current_file();
    let Some(OpenFile { text, page, from, .. }) = state.files.all.with_untracked(|files| files.get(number).cloned()) else { return };
    let in_list = state.files.current.get_untracked().is_some();
    let previous = state.previous_text.get_untracked();
    state.replace_text(&text);
    state.set_provenance(Some(from));
    if in_list {
        // The text on the page is in the list, so it needs no way back.
        state.put_aside(previous);
    }
    state.files.current.set(Some(number));
    state.store_files();
    state.set_extract(page.filter(|page| *page.text == *text));
    start_reading(state);
}

fn show_articles(state: State, articles: Vec<OpenFile>) {
    let [first, others @ ..] = &articles[..] else { return };
    if others.is_empty() {
        open_text_from(state, &first.text, Some(first.from.clone()));
        return state.set_extract(first.page.clone());
    }
    state.replace_text(&first.text);
    state.set_provenance(Some(first.from.clone()));
    state.set_extract(first.page.clone());
    let number = state.files.all.with_untracked(Vec::len);
    state.files.all.update(|files| files.extend(articles));
    state.files.current.set(Some(number));
    state.store_files();
    start_reading(state);
}

/// Restores a saved article with its filter and exceptions.
fn restore_saved(state: State, saved: &Saved) {
    state.replace_text(&saved.text);
    state.set_provenance(saved.from.clone());
    state.lend_settings(saved.filter, &saved.ignored);
    add_notes(state, &saved.notes);
    start_reading(state);
}

/// Largest saved article in bytes: it contains the report, which takes many times the space of the text.
const LARGEST_SAVED: usize = 10 * LARGEST;

/// The content of a file.
enum Content {
    Article(OpenFile),
    Saved(Box<Saved>),
    List(String),
}

async fn content(file: &File) -> Result<Content, String> {
    let name = file.name();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    let extension = extension.as_deref();
    let mut text = read_text_file(file, if extension == Some("json") { LARGEST_SAVED } else { LARGEST }).await?;
    if extension == Some("toml") {
        return Ok(Content::List(text));
    }
    if let Some(saved) = Saved::read(&text) {
        return Ok(Content::Saved(Box::new(saved)));
    }
    if extension == Some("json") {
        return Err(page::no_saved(&name));
    }
    if is_archive(&name)
        && let Some(bytes) = page_of_archive(&text)
    {
        text = decode_with(&bytes, to_text).map_err(|fault| page::unreadable(&name, fault))?;
    }
    if is_mail(&name)
        && let Some(mail) = read_mail(&text, to_text)
    {
        return article_of_mail(name, mail);
    }
    if is_markdown(&name) {
        text = markdown(&text);
    } else if is_html(&name, &text) {
        return article_of_page(name.clone(), &text, name);
    } else if let Cow::Owned(plain) = without_references(&text) {
        text = plain;
    }
    let from = named(&name);
    Ok(Content::Article(OpenFile { name, text: text.into(), page: None, from }))
}

/// The article of a mail, with its subject as the title.
fn article_of_mail(name: String, mail: Mail) -> Result<Content, String> {
    let title = if mail.subject.is_empty() { name.clone() } else { mail.subject };
    if mail.is_page {
        return article_of_page(name, &mail.text, title);
    }
    if mail.text.is_empty() {
        return Err(page::unreadable(&name, Unreadable::Empty));
    }
    let from = named(&title);
    Ok(Content::Article(OpenFile { name, text: mail.text.into(), page: None, from }))
}

/// The article of a web page; `title` stands for the title of one that has none.
fn article_of_page(name: String, html: &str, title: String) -> Result<Content, String> {
    let (page, from) = text_of_page(html).ok_or_else(|| page::unreadable(&name, Unreadable::Empty))?;
    let title = if from.title.is_empty() { title } else { from.title };
    let (text, from) = (page.text.as_str().into(), Provenance { title, ..from });
    Ok(Content::Article(OpenFile { name, text, page: Some(page.into()), from }))
}

/// Where a file comes from that says nothing of it: its name, and that it was opened today.
fn named(name: &str) -> Provenance {
    Provenance { title: name.to_owned(), read: today(), ..Provenance::default() }.tidied()
}
