//! The reader's notes on this article.

use crate::reading::PlacedNote;
use crate::ui::actions;
use crate::ui::controls::{Button, If, reactive};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The notes in the order of the text; last those whose words are gone.
#[component]
pub fn NoteRows() -> impl IntoView {
    let state = expect_context::<State>();
    let rows = move || state.notes.placed.get().into_iter().map(|placed| row(state, placed)).collect_view();
    view! {
        <If condition=move || !state.notes.placed.with(Vec::is_empty)>
            <section class="own-notes" aria-labelledby="own-notes">
                <h2 id="own-notes">{page::YOUR_NOTES}</h2>
                <ul>{reactive(rows)}</ul>
            </section>
        </If>
    }
}

fn row(state: State, placed: PlacedNote) -> impl IntoView {
    let PlacedNote { note, span } = placed;
    let words = page::in_quotes(&note.words);
    let head = match span {
        Some(span) => {
            let label = words.clone();
            let go = move || actions::navigate(state, label.clone(), vec![span]);
            view! { <Button class="go" text=words press=go/> }.into_any()
        }
        None => view! { <p class="gone">{words}" "<small>{page::WORDS_GONE}</small></p> }.into_any(),
    };
    let (comment, label) = (note.comment.clone(), page::change_note(&note.words));
    view! {
        <li>
            {head}
            <p class="comment">{comment}</p>
            <Button class="change" label=label text=page::CHANGE_NOTE press=move || actions::edit_note(state, note.clone())/>
        </li>
    }
}
