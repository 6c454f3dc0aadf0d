//! The list of files that were opened together.

use crate::ui::actions::show_file;
use crate::ui::focus;
use crate::ui::state::{DialogKind, State};
use crate::wording::page;
use leptos::prelude::*;

/// The list, with a way back after it is closed.
#[component]
pub fn FileList() -> impl IntoView {
    let state = expect_context::<State>();
    let closed = RwSignal::new(Vec::new());
    let close = move |_| {
        state.save_current_file();
        closed.set(state.files.get_untracked());
        state.files.set(Vec::new());
        state.current_file.set(None);
        focus::focus_article();
    };
    let reopen = move |_| {
        state.files.set(closed.get_untracked());
        focus::focus_article();
    };
    let names = move || state.files.with(|files| files.iter().map(|file| file.name.clone()).enumerate().collect::<Vec<_>>());
    let button = move |(number, name): (usize, String)| {
        let current = move || (state.current_file.get() == Some(number)).then_some("true");
        view! { <li><button type="button" aria-current=current on:click=move |_| show_file(state, number)>{name}</button></li> }
    };
    view! {
        <Show when=move || state.files.with(Vec::is_empty) && !closed.with(Vec::is_empty)>
            <p class="put-aside">{page::LIST_CLOSED} " " <button type="button" id="list-back" on:click=reopen>{page::LIST_BACK}</button></p>
        </Show>
        <Show when=move || { state.files.with(Vec::len) > 1 }>
            <nav class="shelf" aria-label=page::ARTICLES>
                <ul><For each=names key=Clone::clone children=button/></ul>
                <p class="row">
                    <button type="button" id="compare-articles" on:click=move |_| state.open_dialog(DialogKind::FileTable)>
                        {page::COMPARE_ARTICLES}
                    </button>
                    <button type="button" on:click=close>{page::CLOSE_LIST}</button>
                </p>
            </nav>
        </Show>
    }
}
