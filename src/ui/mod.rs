//! The page: a Leptos application, rendered in the browser.

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
mod place;
mod pointing;
mod practice;
mod privacy;
mod rows;
mod samples;
mod sections;
mod share;
mod sheet;
mod shelf;
mod state;
mod stepping;
mod strip;
mod tour;
mod versions;
mod words;

use leptos::prelude::*;

/// Mounts the page in place of the placeholder in `index.html`.
pub fn mount() {
    console_error_panic_hook::set_once();
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    header::show_theme();
    mount_to_body(app::App);
}
