//! The page: a Leptos application, rendered in the browser.
//!
//! `state` holds the signals and knows no view. `focus` moves the keyboard focus and scrolls, `actions` are the commands that several parts of
//! the page share. The folders `article`, `editor`, `overview`, `practice`, `compare` and `dialogs` know these three but not each other; `app`,
//! `header`, `keyboard` and `notices` know all.

mod actions;
mod app;
mod article;
mod compare;
mod controls;
mod dialogs;
mod editor;
mod extension;
mod focus;
mod header;
mod keyboard;
mod message_bar;
mod notices;
mod origin;
mod overview;
mod practice;
mod row_link;
mod shared_link;
mod state;
mod text_scale;
mod theme;

use crate::browser::timers::run_after;
use crate::engine::{preparations, prepare};
use leptos::prelude::*;
use std::time::Duration;

/// Mounts the page in place of the placeholder in `index.html`: in a task of its own, for the browser has just been busy with the program.
pub fn mount() {
    console_error_panic_hook::set_once();
    theme::apply_chosen();
    text_scale::apply_chosen();
    run_after(Duration::ZERO, || {
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        mount_to_body(app::App);
        prepare_engine();
    });
}

/// How long the engine is left alone between two parts of its preparation.
const PAUSE: Duration = Duration::from_millis(40);

/// Prepares the engine in small tasks while the reader looks for a text, so that the first analysis need not do it.
fn prepare_engine() {
    for (part, time) in (0..preparations()).zip(1..) {
        run_after(PAUSE * time, move || prepare(part));
    }
}
