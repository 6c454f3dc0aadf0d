//! The page.

mod app;
mod article;
mod card;
mod editor;
mod glance;
mod header;
mod ledgers;
mod legend;
mod samples;
mod state;

/// Puts the page in place of the placeholder in `index.html`.
pub fn mount() {
    console_error_panic_hook::set_once();
    if let Some(shell) = leptos::prelude::document().get_element_by_id("shell") {
        shell.remove();
    }
    leptos::mount::mount_to_body(app::App);
}
