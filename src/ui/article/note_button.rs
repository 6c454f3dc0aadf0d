//! The button that adds a note to the selected words, and the highlights of the passages that have one.

use crate::browser::highlight::{Light, light};
use crate::browser::timers::run_before_next_frame;
use crate::ui::actions;
use crate::ui::controls::If;
use crate::ui::focus::position::{range_of, selected};
use crate::ui::focus::selection::watch_selection;
use crate::ui::state::{Mode, State};
use crate::wording::page;
use leptos::prelude::*;

/// The button, while words of the article are selected.
#[component]
pub fn NoteButton() -> impl IntoView {
    let state = expect_context::<State>();
    let some = RwSignal::new(false);
    highlight_notes(state);
    follow_selection(state, some);
    let shown = move || some.get() && state.place.mode.get() == Mode::Read && state.dialog.with(Option::is_none);
    // The button does not take the selection away when it is pressed.
    let keep = |event: web_sys::MouseEvent| event.prevent_default();
    view! {
        <If condition=shown>
            <button type="button" id="add-note" class="primary" on:mousedown=keep on:click=move |_| actions::start_note(state)>{page::ADD_NOTE}</button>
        </If>
    }
}

/// Highlights the passages with notes, again when the article is redrawn.
fn highlight_notes(state: State) {
    Effect::new(move || {
        let spans: Vec<_> = state.notes.placed.with(|notes| notes.iter().filter_map(|note| note.span).collect());
        state.place.drawn_to.track();
        state.article.shown.track();
        state.settings.look_alikes.track();
        run_before_next_frame(move || {
            let range = |span| state.article.analysis.with_untracked(|analysis| range_of(analysis, span));
            // A browser without highlights has the list of notes.
            let _ = light(Light::Noted, spans.into_iter().filter_map(range));
        });
    });
    on_cleanup(|| {
        let _ = light(Light::Noted, None);
    });
}

/// Notes whether any words of the article are selected.
fn follow_selection(state: State, some: RwSignal<bool>) {
    let on_select = move || {
        let selected = state.article.analysis.with_untracked(selected).is_some_and(|span| !span.is_empty());
        if some.try_get_untracked().is_some_and(|some| some != selected) {
            some.set(selected);
        }
    };
    watch_selection(on_select);
}
