//! The bookmarklet that brings articles from other sites.

use super::clipboard::copy;
use crate::browser::media::{TOUCH, matches};
use crate::ui::controls::{Button, lead};
use crate::wording::page;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

const CODE: &str = include_str!("../bookmarklet.js");

/// The bookmarklet, to drag to the bookmarks bar or to copy. A finger cannot drag it there: it is told first of the way that phones have.
#[component]
pub fn BookmarkletDialog() -> impl IntoView {
    let address = page_address();
    if address.starts_with("file:") {
        return view! { <p>{page::BOOKMARKLET_FILE}</p> }.into_any();
    }
    view! { <Bookmarklet code=bookmarklet(&address)/> }.into_any()
}

#[component]
fn Bookmarklet(code: String) -> impl IntoView {
    let status = RwSignal::new("");
    let click = move |event: MouseEvent| {
        event.prevent_default();
        status.set(page::BOOKMARKLET_DRAG);
    };
    let link = code.clone();
    let copy_button = view! { <Button text=page::BOOKMARKLET_COPY press=move || copy(code.clone(), status)/> };
    let status = view! { <p class="lead" role="status">{status}</p> };
    if matches(TOUCH) {
        let bookmark = view! { <p>{page::BOOKMARKLET_TOUCH}</p><p class="row">{copy_button}</p>{status} };
        return view! { <p>{page::BOOKMARKLET_PHONE}</p>{bookmark} }.into_any();
    }
    view! {
        <p>{page::BOOKMARKLET_HOW}</p>
        <p class="row"><a id="bookmarklet" class="button primary" href=link on:click=click>{page::BOOKMARKLET_NAME}</a>{copy_button}</p>
        {status}
        {lead(page::BOOKMARKLET_CODE)}
        {lead(page::BOOKMARKLET_PHONE)}
    }
    .into_any()
}

/// The address of the page without its fragment.
fn page_address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The bookmarklet's code as an address. The page's address is a string literal in the code, which is itself URL-encoded.
fn bookmarklet(address: &str) -> String {
    let literal = js_sys::JSON::stringify(&address.into()).map(String::from).unwrap_or_default();
    let code = CODE.trim().replace("\"PAGE#\"", &format!("{literal}+\"#\""));
    format!("javascript:{}", String::from(js_sys::encode_uri_component(&code)))
}
