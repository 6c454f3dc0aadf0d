//! The list of files that were opened together.

use crate::reading::end_apart;
use crate::ui::actions::show_file;
use crate::ui::controls::{Button, If, reactive};
use crate::ui::focus;
use crate::ui::state::{DialogKind, OpenFile, State};
use crate::wording::page;
use leptos::prelude::*;

/// The list, with a way back after it is closed.
#[component]
pub fn FileList() -> impl IntoView {
    let state = expect_context::<State>();
    let closed = RwSignal::new(Vec::new());
    let close = move || {
        state.save_current_file();
        closed.set(state.files.all.get_untracked());
        state.files.all.set(Vec::new());
        state.files.current.set(None);
        state.store_files();
        focus::focus_article();
    };
    let reopen = move || {
        state.files.all.set(closed.get_untracked());
        state.store_files();
        focus::focus_article();
    };
    let button = move |(number, file): (usize, &OpenFile)| {
        // A long name is cut in its middle: files of one series differ at the end.
        let name = file.name.clone();
        let (start, end) = end_apart(&name);
        let (start, end) = (start.to_owned(), end.to_owned());
        let current = Signal::derive(move || (state.files.current.get() == Some(number)).then_some("true"));
        view! { <li><button type="button" aria-current=current title=name on:click=move |_| show_file(state, number)><span>{start}</span><span>{end}</span></button></li> }
    };
    let buttons = move || state.files.all.with(|files| files.iter().enumerate().map(button).collect_view());
    view! {
        <If condition=move || state.files.all.with(Vec::is_empty) && !closed.with(Vec::is_empty)>
            <p class="put-aside">{page::LIST_CLOSED} " " <Button id="list-back" text=page::LIST_BACK press=reopen/></p>
        </If>
        <If condition=move || { state.files.all.with(Vec::len) > 1 }>
            <nav class="shelf" aria-label=page::ARTICLES>
                <ul>{reactive(buttons)}</ul>
                <p class="row">
                    <Button id="compare-articles" text=page::COMPARE_ARTICLES press=move || state.open_dialog(DialogKind::FileTable)/>
                    <Button text=page::CLOSE_LIST press=close/>
                </p>
            </nav>
        </If>
    }
}
