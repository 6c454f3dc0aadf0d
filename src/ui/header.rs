//! The bar at the top, with the menu.

use super::actions;
use super::controls::{Button, If};
use super::dialogs::open_share_dialog;
use super::focus;
use super::focus::scroll::scroll_to_top;
use super::state::{DialogKind, Ledger, Mode, State};
use super::text_scale::TextScales;
use super::theme::ThemeButton;
use crate::browser::timers::run_before_next_frame;
use crate::reading::progress;
use crate::wording::page;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

/// The name of the page and the commands for the whole text.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<State>();
    let with_text = move || !state.article.empty.get() && matches!(state.place.mode.get(), Mode::Read | Mode::Write);
    view! {
        <header class="masthead">
            <If condition=with_text>
                <a class="skip" href="#article">{page::SKIP}</a>
                {Ledger::ALL.map(|ledger| view! { <SkipToLedger ledger/> }).collect_view()}
            </If>
            <p class="name">{page::NAME}<small>{page::MOTTO}</small></p>
            <If condition=state.settings.private><p class="private-note">{page::PRIVATE_NOTE}</p></If>
            <If condition=with_text>
                <Button id="new-text" text=page::NEW_TEXT press=move || state.replace_text("")/>
                <Button
                    id="edit" text=move || if state.place.mode.get() == Mode::Read { page::EDIT } else { page::READ }
                    press=move || actions::toggle_editing(state)
                />
            </If>
            <If condition=move || matches!(state.place.mode.get(), Mode::Practise | Mode::Compare)>
                <Button id="back" text=page::BACK press=move || actions::leave(state)/>
            </If>
            <Menu/>
            <If condition=move || !state.article.empty.get() && state.place.mode.get() == Mode::Read && state.place.in_view.get() != (0.0, 1.0)><Progress/></If>
        </header>
    }
}

#[component]
fn SkipToLedger(ledger: Ledger) -> impl IntoView {
    let state = expect_context::<State>();
    let open = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        actions::open_ledger(state, ledger);
    };
    view! { <a class="skip" href=format!("#{}-tab", ledger.name()) on:click=open>{page::skip_to(ledger)}</a> }
}

/// How far the reader has come in the article. The minimap tells it to screen readers.
#[component]
fn Progress() -> impl IntoView {
    let state = expect_context::<State>();
    let width = Signal::derive(move || format!("{:.1}", progress(state.place.in_view.get()) * 100.0));
    view! {
        <svg class="progress" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="2"/></svg>
    }
}

/// The other commands, in a menu that opens. The text size comes first: a larger text moves what stands below it.
#[component]
fn Menu() -> impl IntoView {
    let state = expect_context::<State>();
    let menu = NodeRef::<Div>::new();
    let close = Callback::new(move |()| {
        if let Some(menu) = menu.get_untracked() {
            let _ = menu.hide_popover();
        }
    });
    // It opens at its first command, wherever it was scrolled before.
    let to_top = move |_| menu.get_untracked().into_iter().for_each(|menu| menu.set_scroll_top(0));
    let item = move |id, words, action: fn(State)| view! { <MenuItem id words action close/> };
    view! {
        <button type="button" id="more" popovertarget="menu" on:keydown=move |event| enter_menu(&event)>{page::MORE}</button>
        <div id="menu" node_ref=menu popover="auto" on:toggle=to_top on:keydown=move |event| move_in_menu(&event)>
            <TextScales/>
            <If condition=move || { !state.article.empty.get() && matches!(state.place.mode.get(), Mode::Read | Mode::Write) }>
                <MenuItem id="find" words=page::FIND key="f" action=actions::open_search close/>
            </If>
            <If condition=move || !state.article.empty.get() && state.place.mode.get() != Mode::Practise>
                {item("practise", page::PRACTISE, |state| actions::go_to_mode(state, Mode::Practise))}
            </If>
            <PlacesOfPage close/>
            {item("open", page::OPEN_FILES, |_| actions::choose_files())}
            <If condition=move || state.place.mode.get() != Mode::Compare>
                {item("compare", page::COMPARE, |state| actions::go_to_mode(state, Mode::Compare))}
            </If>
            <If condition=move || !state.article.empty.get()>
                {item("export", page::EXPORT, |state| state.open_dialog(DialogKind::Export))}
                {(!is_extension()).then(|| item("share", page::SHARE, open_share_dialog))}
                {item("print", page::PRINT, print)}
            </If>
            {item("library", page::LIBRARY, |state| state.open_dialog(DialogKind::Library))}
            {item("words", page::WORDS, |state| state.open_dialog(DialogKind::UserList))}
            {(!is_extension()).then(|| item("bring", page::BOOKMARKLET, |state| state.open_dialog(DialogKind::Bookmarklet)))}
            {item("privacy", page::PRIVACY, |state| state.open_dialog(DialogKind::Privacy))}
            <ThemeButton done=close/>
            <MenuItem id="help" words=page::HELP key="?" action=|state: State| state.open_dialog(DialogKind::Shortcuts) close/>
        </div>
    }
}

/// The ways to summary and ledgers, for a window in which they do not stand beside the article.
#[component]
fn PlacesOfPage(close: Callback<()>) -> impl IntoView {
    let state = expect_context::<State>();
    let item = move |id, words, action: fn(State)| view! { <MenuItem id words action close/> };
    view! {
        <If condition=move || !state.article.empty.get() && state.place.mode.get() == Mode::Read>
            {item("to-summary", page::TO_SUMMARY, |_| scroll_to_top())}
            {item("to-sources", page::ledger_tab(Ledger::Sources), |state| actions::open_ledger(state, Ledger::Sources))}
            {item("to-decisions", page::ledger_tab(Ledger::Decisions), |state| actions::open_ledger(state, Ledger::Decisions))}
        </If>
    }
}

/// Moves the focus from the button into the open menu.
fn enter_menu(event: &KeyboardEvent) {
    if focus::find("#menu:popover-open").is_some() {
        move_in_menu(event);
    }
}

/// Moves the focus to another command: by arrow to the next or previous one, by Home and End to the first and last.
fn move_in_menu(event: &KeyboardEvent) {
    let Some(menu) = focus::find("#menu") else { return };
    let Ok(buttons) = menu.query_selector_all("button:not(:disabled)") else { return };
    let buttons = (0..buttons.length()).filter_map(|number| buttons.get(number)?.dyn_into::<HtmlElement>().ok());
    // Some stand in wide or in narrow windows only.
    let buttons: Vec<_> = buttons.filter(|button| button.offset_parent().is_some()).collect();
    let focused = document().active_element();
    let current = buttons.iter().position(|button| focused.as_ref().is_some_and(|focused| focused.is_same_node(Some(button))));
    let last = buttons.len().saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" => current.map_or(0, |current| if current == last { 0 } else { current + 1 }),
        "ArrowUp" => current.filter(|current| *current > 0).map_or(last, |current| current - 1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(button) = buttons.get(next) {
        let _ = button.focus();
    }
}

/// True for the page of the browser extension: its address means nothing to others, and it needs no bookmarklet.
fn is_extension() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol.ends_with("-extension:"))
}

/// A command with its shortcut, if it has one.
#[component]
fn MenuItem(
    id: &'static str,
    words: &'static str,
    #[prop(optional)] key: Option<&'static str>,
    action: fn(State),
    close: Callback<()>,
) -> impl IntoView {
    let state = expect_context::<State>();
    let click = move |_| {
        close.run(());
        action(state);
    };
    view! {
        <button type="button" id=id on:click=click><span>{words}</span>{key.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}</button>
    }
}

/// Prints the whole article, as soon as it is drawn.
fn print(state: State) {
    actions::draw_for_print(state);
    run_before_next_frame(|| run_before_next_frame(|| drop(window().print())));
}
