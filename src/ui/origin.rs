//! Where the article comes from, above it.

use super::controls::reactive;
use super::state::State;
use crate::wording::page;
use leptos::prelude::*;

/// The title, the site and the day, with a link back to the site. Nothing if none is known.
#[component]
pub fn Origin() -> impl IntoView {
    let state = expect_context::<State>();
    reactive(move || {
        state.article.provenance.get().map(|from| {
            let title = page::origin_title(&from);
            let link = from.link().map(str::to_owned);
            let title = match link {
                Some(address) => view! { <a href=address target="_blank" rel="noopener noreferrer">{title}</a> }.into_any(),
                None => title.into_any(),
            };
            view! { <p class="origin">{page::ORIGIN} " " {title} {page::origin_details(&from)}</p> }
        })
    })
}
