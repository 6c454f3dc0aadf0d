//! Keeping the reader's line in its place while the layout changes: with another text size, with another width of the window.

use crate::engine::Span;
use crate::ui::focus::find;
use crate::ui::focus::position::{offset_at, row_at};
use crate::ui::focus::scroll::{UPPER_THIRD, return_to_share, scroll_to, window_height};
use crate::ui::state::{ArticleLine, Mode, State, Timer};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// After this time without scrolling the reader's line is noted.
const PAUSE: Duration = Duration::from_millis(100);

/// Changes the layout and leaves the reader's line where it is.
pub fn keep_line(state: State, change: impl FnOnce()) {
    let line = line_in_window(state);
    change();
    if let Some(line) = line {
        return_to_line(state, line);
    }
}

/// Returns to the reader's line, or to the explained words, when the width of the window changes: a phone is turned.
pub fn follow_width(state: State) {
    let (line, width) = (StoredValue::new(None), StoredValue::new(window_width()));
    let pause = StoredValue::new(Timer::default());
    let note = move || line.set_value(line_in_window(state));
    let scrolled = window_event_listener(ev::scroll, move |_| pause.update_value(|pause| pause.set(note, PAUSE)));
    let resized = window_event_listener(ev::resize, move |_| {
        let now = window_width();
        if (now - width.get_value()).abs() < 1.0 {
            return;
        }
        width.set_value(now);
        let position = state.place.position.get_untracked();
        match line.get_value() {
            _ if state.place.explanation.with_untracked(Option::is_some) => scroll_to(state, Span { start: position, end: position }),
            Some(line) => return_to_line(state, line),
            None => {}
        }
    });
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
}

/// Scrolls a line of the article back to where it stood.
pub fn return_to_line(state: State, ArticleLine { row, share, top }: ArticleLine) {
    if state.place.mode.get_untracked() == Mode::Read {
        return_to_share(state, top.min(UPPER_THIRD * window_height()), share, move || row_at(row));
    }
}

/// The topmost line of the article below the bar, if the reader reads it.
pub fn line_in_window(state: State) -> Option<ArticleLine> {
    if state.panel || state.place.mode.get_untracked() != Mode::Read {
        return None;
    }
    let bar = find(".masthead").map_or(0.0, |bar| bar.get_bounding_client_rect().height());
    let row = state.article.analysis.with_untracked(|analysis| offset_at(analysis, bar));
    let place = row_at(row)?.get_bounding_client_rect();
    // Between two rows the end of the upper one counts.
    let share = ((bar - place.top()) / place.height().max(1.0)).clamp(0.0, 1.0);
    let top = place.top() + share * place.height();
    (0.0..window_height()).contains(&top).then_some(ArticleLine { row, share, top })
}

fn window_width() -> f64 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default()
}
