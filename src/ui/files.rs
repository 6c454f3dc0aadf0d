//! Articles that come in: files that are opened or dropped, and pasted or shared web pages.

use super::editor::start_reading;
use super::shelf::Volume;
use super::state::State;
use super::words;
use crate::browser::file;
use crate::browser::html::{Event, walk};
use crate::browser::text_decoder::to_text;
use crate::export::Saved;
use crate::import::{Builder, LARGEST, Page, Unreadable, article, decode_with, fragment, inert, is_html};
use crate::wording::page;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DataTransfer, DragEvent, File, FileList};

/// The button that opens files.
#[component]
pub fn OpenFiles() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            if let Some(files) = field.files() {
                open(state, &files);
            }
            // So that the same file can be chosen again.
            field.set_value("");
        }
    };
    view! {
        <p class="opening">
            <button type="button" id="open-files" on:click=|_| choose()>{page::OPEN_FILES}</button>
            <input type="file" id="files" node_ref=field multiple hidden accept=".txt,.md,.html,.htm,.json,.toml,text/plain,text/html" on:change=chosen/>
            <small>{page::OPEN_HINT}</small>
        </p>
    }
}

/// Asks which files to open.
pub fn choose() {
    use wasm_bindgen::JsCast as _;
    if let Some(field) = document().get_element_by_id("files").and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        field.click();
    }
}

/// Files and text that are dropped anywhere on the page.
#[component]
pub fn DropZone() -> impl IntoView {
    let state = expect_context::<State>();
    let over = RwSignal::new(false);
    // What is dragged from the page itself is no article that comes in.
    let own = StoredValue::new(false);
    let begun = window_event_listener(ev::dragstart, move |_| own.set_value(true));
    let ended = window_event_listener(ev::dragend, move |_| own.set_value(false));
    let dragged = window_event_listener(ev::dragover, move |event| {
        if !own.get_value() && brings_something(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let left = window_event_listener(ev::dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(ev::drop, move |event| {
        over.set(false);
        if let Some(data) = event.data_transfer().filter(|_| !own.get_value() && brings_something(&event)) {
            event.prevent_default();
            take_dropped(state, &data);
        }
    });
    on_cleanup(move || {
        begun.remove();
        ended.remove();
        dragged.remove();
        left.remove();
        dropped.remove();
    });
    view! { <div class="drop" class:open=move || over.get() aria-hidden="true"><p>{page::DROP_HERE}</p></div> }
}

/// Whether files are dragged, or text from elsewhere; text that is moved inside a field is the field's.
fn brings_something(event: &DragEvent) -> bool {
    use wasm_bindgen::JsCast as _;
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let in_field = field.is_some_and(|field| !matches!(field.closest("textarea, input, dialog"), Ok(None)));
    let types = event.data_transfer().map(|data| data.types()).unwrap_or_default();
    let has = |kind: &str| types.includes(&kind.into(), 0);
    has("Files") || (!in_field && (has("text/html") || has("text/plain")))
}

fn take_dropped(state: State, data: &DataTransfer) {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        return open(state, &files);
    }
    let text = pasted(data).unwrap_or_else(|| data.get_data("text/plain").unwrap_or_default());
    read(state, &text);
}

/// Puts a text on the page, to be read.
fn read(state: State, text: &str) {
    if text.trim().is_empty() {
        return state.say(page::NO_ARTICLE.to_owned());
    }
    state.replace_text(text);
    start_reading(state);
}

/// The text of a rich paste; nothing when it brings no HTML, or none with text in it.
pub fn pasted(data: &DataTransfer) -> Option<String> {
    let html = data.get_data("text/html").ok().filter(|html| !html.is_empty() && html.len() <= LARGEST)?;
    text_of_part(&html).filter(|text| !text.trim().is_empty())
}

/// The text of a part of a web page that somebody chose.
pub fn text_of_part(html: &str) -> Option<String> {
    page_of(html).map(|page| fragment(&page))
}

/// The text of a web page: its article.
pub fn text_of_page(html: &str) -> Option<String> {
    page_of(html).map(|page| article(&page))
}

fn page_of(html: &str) -> Option<Page> {
    let mut builder = Builder::default();
    let meet = |event: Event<'_>| match event {
        // The style was put out of the browser's sight.
        Event::Open(tag, element) => builder.open(tag, |name| element.get_attribute(if name == "style" { "data-style" } else { name })),
        Event::Text(text) => builder.text(&text),
        Event::Close(tag) => builder.close_tag(tag),
    };
    walk(&inert(html), meet).ok()?;
    Some(builder.finish())
}

/// Opens files: one goes on the page, several make a list. What cannot be read is said, and changes nothing.
pub fn open(state: State, files: &FileList) {
    state.sheet.set(None);
    let files: Vec<File> = (0..files.length()).filter_map(|number| files.get(number)).collect();
    spawn_local(async move {
        let mut volumes = Vec::new();
        let mut faults = Vec::new();
        for file in &files {
            match content(file).await {
                Ok(Content::Text(text)) => volumes.push(Volume { name: file.name(), text: text.into() }),
                Ok(Content::Saved(saved)) if files.len() == 1 => {
                    state.restore_saved(&saved);
                    start_reading(state);
                    return state.say(page::saved_opened(&file.name()));
                }
                Ok(Content::Saved(saved)) => volumes.push(Volume { name: file.name(), text: saved.text.into() }),
                Ok(Content::List(toml)) => words::import(state, &file.name(), &toml),
                Err(fault) => faults.push(fault),
            }
        }
        if let [volume] = &volumes[..] {
            read(state, &volume.text);
        } else if !volumes.is_empty() {
            super::shelf::fill(state, volumes);
            start_reading(state);
        }
        if !faults.is_empty() {
            state.say(faults.join(" "));
        }
    });
}

/// The largest saved article that is opened, in bytes: with its report a text takes many times its own room.
const LARGEST_SAVED: usize = 10 * LARGEST;

/// What a file holds.
enum Content {
    Text(String),
    Saved(Box<Saved>),
    List(String),
}

/// The text of a file in any of the encodings.
pub async fn text_of(file: &File, largest: usize) -> Result<String, String> {
    let name = file.name();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in bytes")]
    let size = file.size() as usize;
    if size > largest {
        return Err(page::unreadable(&name, Unreadable::TooLarge(size)));
    }
    let bytes = file::read(file).await.map_err(|_| page::not_read(&name))?;
    match String::from_utf8(bytes) {
        Ok(text) if largest > LARGEST => Ok(text),
        Ok(text) => decode_with(text.as_bytes(), to_text).map_err(|fault| page::unreadable(&name, fault)),
        Err(fault) => decode_with(fault.as_bytes(), to_text).map_err(|fault| page::unreadable(&name, fault)),
    }
}

async fn content(file: &File) -> Result<Content, String> {
    let name = file.name();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref();
    let text = text_of(file, if ending == Some("json") { LARGEST_SAVED } else { LARGEST }).await?;
    if ending == Some("toml") {
        return Ok(Content::List(text));
    }
    if let Some(saved) = Saved::read(&text) {
        return Ok(Content::Saved(Box::new(saved)));
    }
    if ending == Some("json") {
        return Err(page::no_saved(&name));
    }
    if is_html(&name, &text) {
        let text = text_of_page(&text).filter(|text| !text.trim().is_empty());
        return text.map(Content::Text).ok_or_else(|| page::unreadable(&name, Unreadable::Empty));
    }
    Ok(Content::Text(text))
}
