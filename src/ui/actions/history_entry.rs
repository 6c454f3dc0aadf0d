//! The browser's history: a reload returns to the reader's place, and the Back button leaves practice and comparison.

use super::mode::{go_to_mode, leave_mode};
use crate::browser::history;
use crate::engine::Span;
use crate::reading::Visit;
use crate::ui::focus::scroll::scroll_to;
use crate::ui::state::{Mode, Stage, State, Timer};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// The position is noted after this pause: browsers refuse to note it at every step, or when the page is left.
const PAUSE: Duration = Duration::from_millis(250);

/// Notes where the reader is in the present entry of the history, and follows the Back and Forward buttons.
pub fn follow_history(state: State) {
    Effect::new(move || {
        state.place.mode.track();
        state.place.ledger.track();
        note(state);
    });
    let pause = StoredValue::new(Timer::default());
    Effect::new(move || {
        state.place.position.track();
        pause.update_value(|pause| pause.set(move || note(state), PAUSE));
    });
    let popped = window_event_listener(ev::popstate, move |_| follow(state));
    on_cleanup(move || popped.remove());
    let position = state.place.position.get_untracked();
    if position > 0 && state.place.mode.get_untracked() == Mode::Read {
        history::keep_scroll_position();
        return_when_drawn(state, Span { start: position, end: position });
    }
}

/// Scrolls to a place once the article is drawn, which a long one is only after a while. The reader may have gone elsewhere until then.
fn return_when_drawn(state: State, place: Span) {
    let returned = StoredValue::new(false);
    Effect::new(move || {
        if state.article.stage.get() == Stage::Drawn && !returned.get_value() {
            returned.set_value(true);
            if state.place.position.get_untracked() == place.start {
                scroll_to(state, place);
            }
        }
    });
}

/// Leaves practice or comparison as the Back button does.
pub fn leave(state: State) {
    let entered = noted().is_some_and(|visit| visit.mode.is_excursion());
    if !entered || !history::back() {
        leave_mode(state);
    }
}

fn noted() -> Option<Visit> {
    history::state()?.parse().ok()
}

/// Practice and comparison get an entry of their own.
fn note(state: State) {
    let visit = Visit {
        mode: state.place.mode.get_untracked(),
        ledger: state.place.ledger.get_untracked(),
        position: state.place.position.get_untracked(),
    };
    let entered = noted().is_some_and(|visit| visit.mode.is_excursion());
    if visit.mode.is_excursion() && !entered { history::push(&visit.to_string()) } else { history::replace(&visit.to_string()) }
}

/// Enters or leaves practice or comparison if the entry that the reader has gone to says so.
fn follow(state: State) {
    let (mode, there) = (state.place.mode.get_untracked(), noted().unwrap_or_default().mode);
    match (mode.is_excursion(), there.is_excursion()) {
        (true, false) => leave_mode(state),
        (false, true) if there == Mode::Compare || !state.article.empty.get_untracked() => go_to_mode(state, there),
        _ => {}
    }
}
