//! The page in the browser extension: the article that comes from a site, and the panel beside the site. The extension's `page.js` runs
//! beside the program; both send each other events.

use super::actions::open_text_from;
use super::article::NavigationBar;
use super::controls::If;
use super::message_bar::MessageBar;
use super::overview::{About, Minimap, SidePanel, Summary};
use super::state::{Mode, Stage, State};
use crate::reading::Provenance;
use crate::wording::page;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast as _;
use web_sys::CustomEvent;

/// What a site gives: a text, and where it comes from.
#[derive(Deserialize)]
struct SiteArticle {
    #[serde(default)]
    text: String,
    /// True if the reader had it marked although it does not look English.
    #[serde(default, rename = "anyLanguage")]
    any_language: bool,
    #[serde(flatten)]
    from: Provenance,
}

/// Listens to the events of the extension: `site-article` brings an article as JSON, `site-settings` says that another page of the extension
/// has changed the settings.
pub fn listen(state: State) {
    let article = window_event_listener_untyped("site-article", move |event| {
        let detail = event.unchecked_ref::<CustomEvent>().detail().as_string().unwrap_or_default();
        if let Ok(article) = serde_json::from_str::<SiteArticle>(&detail) {
            take(state, &article);
        }
    });
    let settings = window_event_listener_untyped("site-settings", move |_| state.reload_settings());
    on_cleanup(move || {
        article.remove();
        settings.remove();
    });
}

fn take(state: State, article: &SiteArticle) {
    let from = article.from.tidied();
    if state.panel {
        state.set_provenance(Some(from));
        if *state.article.text.get_untracked() != *article.text {
            state.take_text(&article.text, true);
        }
        state.place.mode.set(Mode::Read);
    } else {
        open_text_from(state, &article.text, Some(from));
    }
    if article.any_language && !state.article.any_language.get_untracked() {
        state.mark_anyway();
    }
}

/// The panel: the summary, the minimap, the filters and the ledgers of the article on the site. Its places lead to the site.
#[component]
pub fn Panel() -> impl IntoView {
    let state = expect_context::<State>();
    let with_text = Signal::derive(move || !state.article.empty.get() && state.article.stage.get() != Stage::Analyzing);
    let title =
        move || state.article.provenance.with(|from| from.as_ref().map_or_else(|| page::NAME.to_owned(), |from| from.title.clone()));
    view! {
        <main class="desk beside">
            <h1 class="heard">{title}</h1>
            <If condition=state.article.empty><p class="lead">{page::PANEL_EMPTY}</p></If>
            <If condition=with_text><Minimap/><Summary/><SidePanel/><About/></If>
            <NavigationBar/>
        </main>
        <MessageBar/>
    }
}
