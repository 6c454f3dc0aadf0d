//! The bar at the top.

use super::place::UPPER_THIRD;
use super::sheet::Sheet;
use super::state::{Mode, State};
use crate::browser::storage::{self, Key};
use crate::engine::Span;
use crate::wording::page;
use leptos::html::Div;
use leptos::prelude::*;

/// Name, what the page is for, and what can be done with the whole text.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let empty = Memo::new(move |_| state.is_empty());
    let mode = Memo::new(move |_| state.mode.get());
    let plain = move || !empty.get() && matches!(mode.get(), Mode::Read | Mode::Write);
    let back = move || matches!(mode.get(), Mode::Practise | Mode::Compare);
    view! {
        <header class="bar">
            <Show when=plain><a class="skip" href="#article">{page::SKIP}</a></Show>
            <p class="name">{page::NAME}<small>{page::MOTTO}</small></p>
            <Show when=plain>
                <button type="button" id="new-text" on:click=move |_| state.replace_text("")>{page::NEW_TEXT}</button>
                <button type="button" id="edit" on:click=move |_| super::editor::switch(state)>
                    {move || if mode.get() == Mode::Read { page::EDIT } else { page::READ }}
                </button>
            </Show>
            <Show when=back>
                <button type="button" id="back" on:click=move |_| leave_mode(state)>{page::BACK}</button>
            </Show>
            <Menu/>
        </header>
    }
}

/// Back to the article, or to the empty page.
pub fn leave_mode(state: State) {
    let empty = state.is_empty();
    let place = state.place.get_untracked();
    state.set_mode(if empty { Mode::Write } else { Mode::Read });
    if !empty {
        super::article::focus_article();
        super::place::go(state, Span { start: place, end: place }, UPPER_THIRD);
    }
}

/// Everything else, in a list that opens.
#[component]
fn Menu() -> impl IntoView {
    let state = expect_context::<State>();
    let list = NodeRef::<Div>::new();
    let close = move || {
        if let Some(list) = list.get_untracked() {
            let _ = list.hide_popover();
        }
    };
    let empty = Memo::new(move |_| state.is_empty());
    let item = move |id: &'static str, words: &'static str, key: &'static str, deed: fn(State)| {
        let click = move |_| {
            close();
            deed(state);
        };
        let key = (!key.is_empty()).then(|| view! { <kbd aria-hidden="true">{key}</kbd> });
        view! { <button type="button" id=id on:click=click><span>{words}</span>{key}</button> }
    };
    view! {
        <button type="button" id="more" popovertarget="menu">{page::MORE}</button>
        <div id="menu" node_ref=list popover="auto">
            <Show when=move || { !empty.get() && matches!(state.mode.get(), Mode::Read | Mode::Write) }>
                {item("find", page::FIND, "f", super::tour::open_search)}
            </Show>
            <Show when=move || !empty.get()>
                {item("practise", page::PRACTISE, "", |state| state.set_mode(Mode::Practise))}
            </Show>
            {item("open", page::OPEN_FILES, "", |_| super::files::choose())}
            {item("compare", page::COMPARE, "", |state| state.set_mode(Mode::Compare))}
            <Show when=move || !empty.get()>
                {item("export", page::EXPORT, "", |state| state.open_sheet(Sheet::Export))}
                {item("share", page::SHARE, "", super::share::open)}
                {item("print", page::PRINT, "", print)}
            </Show>
            {item("words", page::WORDS, "", |state| state.open_sheet(Sheet::Words))}
            {item("bring", page::BOOKMARKLET, "", |state| state.open_sheet(Sheet::Bookmarklet))}
            {item("privacy", page::PRIVACY, "", |state| state.open_sheet(Sheet::Privacy))}
            <ThemeButton done=Callback::new(move |()| close())/>
            {item("help", page::HELP, "?", |state| state.open_sheet(Sheet::Help))}
        </div>
    }
}

/// Prints the whole article, once it is drawn.
fn print(state: State) {
    super::article::draw_for_print(state);
    request_animation_frame(|| request_animation_frame(|| drop(window().print())));
}

/// The theme that was chosen; the style sheet follows the system otherwise.
fn chosen_theme() -> Option<String> {
    storage::load(Key::Theme).ok().flatten()
}

/// Shows the theme that was chosen.
pub fn show_theme() {
    if let Some(theme) = chosen_theme() {
        show(&theme);
    }
}

fn show(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Light or dark: what the system says, until the reader chooses.
#[component]
fn ThemeButton(done: Callback<()>) -> impl IntoView {
    let chosen = RwSignal::new(chosen_theme());
    let system_dark = window().match_media("(prefers-color-scheme: dark)").ok().flatten().is_some_and(|query| query.matches());
    let dark = Memo::new(move |_| chosen.with(|theme| theme.as_deref().map_or(system_dark, |theme| theme == "dark")));
    let switch = move |_| {
        let theme = if dark.get_untracked() { "light" } else { "dark" };
        let _ = storage::save(Key::Theme, theme);
        show(theme);
        chosen.set(Some(theme.into()));
        done.run(());
    };
    view! {
        <button type="button" id="theme" on:click=switch><span>{move || if dark.get() { page::LIGHT } else { page::DARK }}</span></button>
    }
}
