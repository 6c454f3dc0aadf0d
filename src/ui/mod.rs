//! The page.

mod analysing;
mod analysis;
mod app;
mod article;
mod bookmarklet;
mod card;
mod editor;
mod explanation;
mod export;
mod files;
mod filters;
mod glance;
mod header;
mod help;
mod ignored;
mod keys;
mod layout;
mod ledgers;
mod legend;
mod marks;
mod outcomes;
mod part;
mod place;
mod pointing;
mod practice;
mod privacy;
mod rows;
mod samples;
mod share;
mod sheet;
mod shelf;
mod state;
mod stepping;
mod strip;
mod tour;
mod versions;
mod words;

use crate::engine::{UNPACKING, analyze};
use leptos::prelude::{document, set_timeout};
use std::time::Duration;

/// Puts the page in place of the placeholder in `index.html`, in tasks between which the browser paints and answers.
pub fn mount() {
    // A page that is built small has no words for a panic; a development build has.
    #[cfg(not(small))]
    console_error_panic_hook::set_once();
    let draw = || {
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        header::show_theme();
        part::mount(app::App);
    };
    set_timeout(draw, Duration::ZERO);
    // The first text shall not wait for the lexicon to be unpacked.
    for (step, pause) in UNPACKING.into_iter().zip([200, 300, 400]) {
        set_timeout(step, Duration::from_millis(pause));
    }
    set_timeout(|| warm_up(WARM_UP), Duration::from_millis(500));
}

/// In so many turns the engine is warmed up; each takes less than a reader feels, in milliseconds.
const WARM_UP: usize = 25;
const TURN: f64 = 8.0;
/// The most analyses in a turn, whatever the clock says.
const MOST: usize = 20;
const REST: Duration = Duration::from_millis(24);

/// Analyses a sample over and over before there is a text: what is called often the browser compiles anew, to faster code.
fn warm_up(turns: usize) {
    if turns == 0 || document().get_element_by_id("article").is_some() {
        return;
    }
    let until = js_sys::Date::now() + TURN;
    for _ in 0..MOST {
        std::hint::black_box(analyze(samples::SAMPLES[0].text));
        if js_sys::Date::now() >= until {
            break;
        }
    }
    set_timeout(move || warm_up(turns - 1), REST);
}
