//! The reader's own list: words and patterns to mark, wording to leave alone.

use super::state::State;
use crate::browser::file;
use crate::engine::{Report, Span, analyze_with, plain_pattern};
use crate::import::LARGEST;
use crate::lexicon::{Category, Exempt, Kind, LONGEST_LIST, List, Own, Word};
use crate::wording::{category_title, page};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What stands for "leave alone" among the kinds.
const EXEMPT: &str = "exempt";
/// The id of the rule that is being written.
const DRAFT: &str = "the-rule-that-is-being-written";
/// So much of a text is looked at for the preview, in bytes: it follows every key.
const PREVIEWED: usize = 100_000;
/// So many places of it are shown.
const SHOWN: usize = 5;

/// The list, and the form that adds to it.
pub fn content(state: State) -> impl IntoView {
    let (what, pattern, note) =
        (RwSignal::new(Kind::Hearsay.name().to_owned()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let field = NodeRef::<Input>::new();
    let preview = Memo::new(move |_| {
        let written = pattern.get();
        (!written.trim().is_empty()).then(|| preview(state, &what.get(), &plain_pattern(&written)))
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !matches!(preview.get_untracked(), Some(Ok(_))) {
            return;
        }
        let mut list = state.list.get_untracked();
        append(&mut list, &what.get_untracked(), plain_pattern(&pattern.get_untracked()), note.get_untracked(), "");
        keep(state, list);
        pattern.set(String::new());
        note.set(String::new());
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let kinds = |category: Category| {
        let kinds = Kind::ALL.iter().filter(move |kind| kind.category() == category);
        let options = kinds.map(|kind| view! { <option value=kind.name() selected=*kind == Kind::Hearsay>{kind.title()}</option> });
        view! { <optgroup label=category_title(category)>{options.collect_view()}</optgroup> }
    };
    view! {
        <p class="lead">{page::WORDS_HOW}</p>
        <form class="adding" on:submit=add>
            <label for="own-pattern">{page::WORDS_FIELD}</label>
            <input
                id="own-pattern" type="text" node_ref=field autocomplete="off" spellcheck="false" placeholder=page::WORDS_HINT aria-describedby="own-preview"
                prop:value=move || pattern.get() on:input=move |event| pattern.set(event_target_value(&event))
            />
            <label for="own-kind">{page::WORDS_AS}</label>
            <select id="own-kind" on:change=move |event| what.set(event_target_value(&event))>
                {Category::ALL.map(kinds).collect_view()}
                <option value=EXEMPT>{page::LEAVE_ALONE}</option>
            </select>
            <label for="own-note">{page::WORDS_NOTE}</label>
            <input id="own-note" type="text" autocomplete="off" prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event))/>
            <div id="own-preview" role="status">{move || preview.get().map(preview_view)}</div>
            <button type="submit" class="primary" id="own-add" disabled=move || !matches!(preview.get(), Some(Ok(_)))>{page::ADD}</button>
        </form>
        <Written/>
        <Ways/>
        <details class="rule">
            <summary>{page::PATTERN_HELP}</summary>
            <dl>{page::PATTERN_ITEMS.map(|(item, words)| view! { <dt><code>{item}</code></dt><dd>{words}</dd> }).collect_view()}</dl>
        </details>
    }
}

/// Keeps a list, unless it is too long to be read again; says what went wrong.
fn keep(state: State, list: List) -> bool {
    if list.write().len() > LONGEST_LIST {
        state.imported.set(Some(page::LIST_TOO_LONG.to_owned()));
        return false;
    }
    if !state.set_list(list) {
        state.imported.set(Some(page::LIST_NOT_KEPT.to_owned()));
    }
    true
}

/// The row that had the keyboard is gone: it goes to the form.
fn focus_form() {
    use wasm_bindgen::JsCast as _;
    if let Some(field) = document().get_element_by_id("own-pattern").and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Adds one rule to a list.
fn append(list: &mut List, what: &str, pattern: String, why: String, id: &str) {
    let patterns = vec![pattern];
    if what == EXEMPT {
        list.exempts.push(Exempt { patterns, why });
    } else {
        list.entries.push(Word { id: id.to_owned(), kind: what.to_owned(), why, patterns, ..Word::default() });
    }
}

/// What a rule would change in the text: how much, and the first places; or what is wrong with it.
#[derive(Clone, PartialEq)]
struct Preview {
    exempts: bool,
    /// Whether all of the text was looked at.
    whole: bool,
    count: usize,
    places: Vec<String>,
}

fn preview(state: State, what: &str, pattern: &str) -> Result<Preview, String> {
    let mut list = state.list.get();
    append(&mut list, what, pattern.to_owned(), String::new(), DRAFT);
    let own: Own = list.compile().map_err(|fault| fault.to_string())?;
    Ok(state.analysis.with(|analysis| {
        let text = analysis.text();
        let whole = text.len() <= PREVIEWED;
        let text = &text[..text.floor_char_boundary(PREVIEWED)];
        let report = analyze_with(text, Some(&own));
        let exempts = what == EXEMPT;
        let spans = if exempts { taken_away(analysis.report(), &report, text.len()) } else { marked(&report) };
        Preview { exempts, whole, count: spans.len(), places: spans.iter().take(SHOWN).map(|span| around(text, *span)).collect() }
    }))
}

fn marked(report: &Report) -> Vec<Span> {
    report.findings.iter().filter(|finding| finding.rule.id == DRAFT).map(|finding| finding.span).collect()
}

/// The findings that are none any more.
fn taken_away(before: &Report, after: &Report, end: usize) -> Vec<Span> {
    let stays = |span: &Span| after.findings.iter().any(|finding| finding.span == *span);
    before.findings.iter().map(|finding| finding.span).filter(|span| span.end <= end && !stays(span)).collect()
}

/// A place with a few words on both sides.
fn around(text: &str, span: Span) -> String {
    let before: Vec<&str> = text[..span.start].split_whitespace().rev().take(3).collect();
    let after: Vec<&str> = text[span.end..].split_whitespace().take(3).collect();
    let before: Vec<&str> = before.into_iter().rev().collect();
    format!("… {} [{}] {} …", before.join(" "), span.of(text), after.join(" "))
}

fn preview_view(preview: Result<Preview, String>) -> AnyView {
    match preview {
        Err(fault) => view! { <pre class="warning">{fault}</pre> }.into_any(),
        Ok(Preview { exempts, whole, count, places }) => {
            let words = if exempts { page::would_leave(count, whole) } else { page::would_mark(count, whole) };
            view! { <p>{words}</p><ul>{places.into_iter().map(|place| view! { <li>{place}</li> }).collect_view()}</ul> }.into_any()
        }
    }
}

/// What the list holds.
#[component]
fn Written() -> impl IntoView {
    let state = expect_context::<State>();
    let row = move |words: String, about: String, remove: Box<dyn Fn(&mut List) + Send + Sync>| {
        let label = page::remove(&words);
        let click = move |_| {
            let mut list = state.list.get_untracked();
            remove(&mut list);
            keep(state, list);
            focus_form();
        };
        view! { <li><span>{words}<small>{about}</small></span><button type="button" aria-label=label on:click=click>{page::REMOVE}</button></li> }
    };
    let written = move || {
        let list = state.list.get();
        (!list.is_empty()).then(|| {
            let entries = list.entries.into_iter().enumerate().map(move |(number, word)| {
                let kind = word.kind().map_or("", Kind::title);
                row(word.patterns.join(", "), joined(kind, &word.why), Box::new(move |list| drop(list.entries.remove(number))))
            });
            let exempts = list.exempts.into_iter().enumerate().map(move |(number, exempt)| {
                let about = joined(page::LEAVE_ALONE, &exempt.why);
                row(exempt.patterns.join(", "), about, Box::new(move |list| drop(list.exempts.remove(number))))
            });
            view! { <h3>{page::YOUR_LIST}</h3><ul class="written">{entries.collect_view()}{exempts.collect_view()}</ul> }
        })
    };
    written.into_any()
}

fn joined(what: &str, note: &str) -> String {
    if note.is_empty() { what.to_owned() } else { format!("{what}: {note}") }
}

/// The list as a file, in and out.
#[component]
fn Ways() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    let told = RwSignal::new("");
    let choose = move |_| {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    let chosen = move |_| {
        let Some(field) = field.get_untracked() else { return };
        if let Some(chosen) = field.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                let name = chosen.name();
                match super::files::text_of(&chosen, LARGEST).await {
                    Ok(text) => import(state, &name, &text),
                    Err(fault) => state.imported.set(Some(fault)),
                }
            });
        }
        field.set_value("");
    };
    let save = move |_| {
        state.imported.set(None);
        let done = state.list.with_untracked(|list| file::download("caveat-lector-words.toml", "application/toml", &list.write()));
        told.set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD });
    };
    view! {
        <p class="row">
            <button type="button" on:click=choose>{page::IMPORT_LIST}</button>
            <input type="file" id="own-file" node_ref=field hidden accept=".toml" on:change=chosen/>
            <button type="button" id="own-export" disabled=move || state.list.with(List::is_empty) on:click=save>{page::EXPORT_LIST}</button>
            <span role="status">{move || state.imported.get().unwrap_or_else(|| told.get().to_owned())}</span>
        </p>
    }
}

/// Adds what a file lists to the list. A faulty file changes nothing and is told.
pub fn import(state: State, name: &str, toml: &str) {
    let read = List::read(toml).and_then(|list| {
        let mut all = state.list.get_untracked();
        let before = all.entries.len() + all.exempts.len();
        all.entries.extend(list.entries.into_iter().filter(|word| !state.list.with_untracked(|old| old.entries.contains(word))));
        all.exempts.extend(list.exempts.into_iter().filter(|exempt| !state.list.with_untracked(|old| old.exempts.contains(exempt))));
        all.compile().map(|_| (all.entries.len() + all.exempts.len() - before, all))
    });
    let words = match read {
        Ok((_, all)) if all.write().len() > LONGEST_LIST => page::LIST_TOO_LONG.to_owned(),
        Ok((count, all)) => {
            let kept = state.set_list(all);
            if kept { page::list_imported(count) } else { page::LIST_NOT_KEPT.to_owned() }
        }
        Err(fault) => page::list_fault(name, &fault.to_string()),
    };
    state.imported.set(Some(words.clone()));
    state.say(words);
}
