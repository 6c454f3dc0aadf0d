//! The reader's own list: words and patterns to mark, and wording to leave alone.

use super::list_preview::{EXEMPT, Preview, append, preview_view};
use crate::browser::local_file;
use crate::browser::timers::run_before_next_frame;
use crate::engine::plain_pattern;
use crate::import::LARGEST;
use crate::lexicon::{Category, Kind, LONGEST_LIST, List};
use crate::ui::actions::{import_list, read_text_file};
use crate::ui::controls::{Button, If, lead, reactive};
use crate::ui::focus;
use crate::ui::state::State;
use crate::wording::{category_title, page};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form that adds a rule, the list, its import and export, and help.
#[component]
pub fn UserListDialog() -> impl IntoView {
    let state = expect_context::<State>();
    view! {
        {lead(if state.settings.private.get_untracked() { page::WORDS_PRIVATE } else { page::WORDS_HOW })}
        <RuleForm/>
        <RuleList/>
        <ImportExport/>
        <details class="rule">
            <summary>{page::PATTERN_HELP}</summary>
            <dl>{page::PATTERN_ITEMS.map(|(item, words)| view! { <dt><code>{item}</code></dt><dd>{words}</dd> }).collect_view()}</dl>
        </details>
    }
}

/// The form, with a preview of what the rule would change.
#[component]
fn RuleForm() -> impl IntoView {
    let state = expect_context::<State>();
    let kind = RwSignal::new(Kind::Hearsay.name().to_owned());
    let (pattern, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let preview = Memo::new(move |_| {
        let written = pattern.get();
        (!written.trim().is_empty()).then(|| Preview::new(state, &kind.get(), &plain_pattern(&written)))
    });
    let valid = move || preview.with(|preview| matches!(preview, Some(Ok(_))));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !valid() {
            return;
        }
        let mut list = state.words.list.get_untracked();
        append(&mut list, &kind.get_untracked(), plain_pattern(&pattern.get_untracked()), note.get_untracked(), "");
        store(state, list);
        pattern.set(String::new());
        note.set(String::new());
        focus::focus("#own-pattern");
    };
    view! {
        <form class="adding" on:submit=add>
            <label for="own-pattern">{page::WORDS_FIELD}</label>
            <input
                id="own-pattern" type="text" autofocus autocomplete="off" spellcheck="false" placeholder=page::WORDS_HINT aria-describedby="own-preview"
                prop:value=pattern on:input=move |event| pattern.set(event_target_value(&event))
            />
            <label for="own-kind">{page::WORDS_AS}</label>
            <KindSelect kind/>
            <label for="own-note">{page::WORDS_NOTE}</label>
            <input
                id="own-note" type="text" autocomplete="off"
                prop:value=note on:input=move |event| note.set(event_target_value(&event))
            />
            <div id="own-preview" role="status">{reactive(move || preview.get().map(preview_view))}</div>
            <button type="submit" class="primary" id="own-add" disabled=Signal::derive(move || !valid())>{page::ADD}</button>
        </form>
    }
}

#[component]
fn KindSelect(kind: RwSignal<String>) -> impl IntoView {
    view! {
        <select id="own-kind" on:change=move |event| kind.set(event_target_value(&event))>
            {Category::ALL.map(kind_options).collect_view()}
            <option value=EXEMPT>{page::LEAVE_ALONE}</option>
        </select>
    }
}

/// The kinds of a category as options.
fn kind_options(category: Category) -> impl IntoView {
    let kinds = Kind::ALL.iter().filter(move |kind| kind.category() == category);
    let options = kinds.map(|kind| view! { <option value=kind.name() selected=*kind == Kind::Hearsay>{kind.title()}</option> });
    view! { <optgroup label=category_title(category)>{options.collect_view()}</optgroup> }
}

/// The patterns as a reader writes them: `state-run`, which the pattern language divides.
fn as_written(patterns: &[String]) -> String {
    let joined = |pattern: &String| if pattern.starts_with('/') { pattern.clone() } else { pattern.replace(" - ", "-") };
    patterns.iter().map(joined).collect::<Vec<_>>().join(", ")
}

/// Stores a list, unless it is too long to be read again. Shows what went wrong.
fn store(state: State, list: List) {
    if list.write().len() > LONGEST_LIST {
        state.words.import_result.set(Some(page::LIST_TOO_LONG.to_owned()));
    } else if !state.set_list(list) {
        state.words.import_result.set(Some(page::LIST_NOT_KEPT.to_owned()));
    }
}

/// A list with a rule and without it, once the reader has removed that rule.
type Removal = RwSignal<Option<(List, List)>>;

/// The rules of the list, each with a button that removes it.
#[component]
fn RuleList() -> impl IntoView {
    let state = expect_context::<State>();
    let removal = Removal::new(None);
    let entries = move || {
        let entries = state.words.list.get().entries.into_iter().enumerate();
        entries
            .map(|(number, word)| {
                let about = with_note(word.kind().map_or("", Kind::title), &word.why);
                rule_view(state, removal, as_written(&word.patterns), about, number, |list, number| drop(list.entries.remove(number)))
            })
            .collect_view()
    };
    let exempts = move || {
        let exempts = state.words.list.get().exempts.into_iter().enumerate();
        exempts
            .map(|(number, exempt)| {
                let about = with_note(page::LEAVE_ALONE, &exempt.why);
                rule_view(state, removal, as_written(&exempt.patterns), about, number, |list, number| drop(list.exempts.remove(number)))
            })
            .collect_view()
    };
    view! {
        <If condition=move || !state.words.list.with(List::is_empty)>
            <h3>{page::YOUR_LIST}</h3>
            <ul class="written">{reactive(entries)}{reactive(exempts)}</ul>
        </If>
        <UndoRemoval removal/>
    }
}

/// Says that a rule is removed, and offers it back until the list changes again.
#[component]
fn UndoRemoval(removal: Removal) -> impl IntoView {
    let state = expect_context::<State>();
    let open =
        Memo::new(move |_| removal.with(|removal| removal.as_ref().is_some_and(|(_, after)| state.words.list.with(|list| list == after))));
    let undo = move || {
        if let Some((before, _)) = removal.get_untracked() {
            store(state, before);
            focus::focus("#own-pattern");
        }
    };
    view! {
        <p role="status">
            <If condition=open>{page::RULE_REMOVED} " " <Button id="own-undo" text=page::UNDO press=undo/></If>
        </p>
    }
}

/// A rule; `remove` removes the one with this number.
fn rule_view(state: State, removal: Removal, words: String, about: String, number: usize, remove: fn(&mut List, usize)) -> impl IntoView {
    let label = page::remove(&words);
    let click = move || {
        let before = state.words.list.get_untracked();
        let mut list = before.clone();
        remove(&mut list, number);
        removal.set(Some((before, list.clone())));
        store(state, list);
        // The row that had the focus is gone.
        run_before_next_frame(|| focus::focus("#own-undo"));
    };
    view! { <li><span>{words}<small>{about}</small></span><Button label=label text=page::REMOVE press=click/></li> }
}

fn with_note(kind: &str, note: &str) -> String {
    if note.is_empty() { kind.to_owned() } else { format!("{kind}: {note}") }
}

/// The buttons that read the list from a file and write it to one.
#[component]
fn ImportExport() -> impl IntoView {
    let state = expect_context::<State>();
    let field = NodeRef::<Input>::new();
    let status = RwSignal::new("");
    let choose = move || {
        if let Some(field) = field.get_untracked() {
            field.click();
        }
    };
    let chosen = move |_| {
        let Some(field) = field.get_untracked() else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                match read_text_file(&file, LARGEST).await {
                    Ok(text) => import_list(state, &file.name(), &text),
                    Err(fault) => state.words.import_result.set(Some(fault)),
                }
            });
        }
        field.set_value("");
    };
    let export = move || {
        state.words.import_result.set(None);
        let done =
            state.words.list.with_untracked(|list| local_file::download("caveat-lector-words.toml", "application/toml", &list.write()));
        status.set(if done.is_ok() { page::DOWNLOADED } else { page::NO_DOWNLOAD });
    };
    view! {
        <p class="row">
            <Button text=page::IMPORT_LIST press=choose/>
            <input type="file" id="own-file" node_ref=field hidden accept=".toml" on:change=chosen/>
            <Button id="own-export" disabled=move || state.words.list.with(List::is_empty) text=page::EXPORT_LIST press=export/>
            <span role="status">{reactive(move || state.words.import_result.get().unwrap_or_else(|| status.get().to_owned()))}</span>
        </p>
    }
}
