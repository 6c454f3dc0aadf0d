//! The bookmarklet that brings articles from other sites.

use crate::browser::local_file;
use crate::wording::page;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CODE: &str = include_str!("../bookmarklet.js");

/// The bookmarklet, to drag to the bookmarks bar or to copy.
#[component]
pub fn BookmarkletDialog() -> impl IntoView {
    let address = page_address();
    let file = address.starts_with("file:");
    view! {
        <Show when=move || !file fallback=|| view! { <p>{page::BOOKMARKLET_FILE}</p> }><Bookmarklet code=bookmarklet(&page_address())/></Show>
    }
}

#[component]
fn Bookmarklet(code: String) -> impl IntoView {
    let status = RwSignal::new("");
    let click = move |event: MouseEvent| {
        event.prevent_default();
        status.set(page::BOOKMARKLET_DRAG);
    };
    let link = code.clone();
    let copy = move |_| {
        let code = code.clone();
        spawn_local(async move {
            status.set(if local_file::copy(&code).await.is_ok() { page::EXPORT_COPIED } else { page::NO_COPY });
        });
    };
    view! {
        <p>{page::BOOKMARKLET_HOW}</p>
        <p class="row">
            <a id="bookmarklet" class="button primary" href=link on:click=click>{page::BOOKMARKLET_NAME}</a>
            <button type="button" on:click=copy>{page::BOOKMARKLET_COPY}</button>
        </p>
        <p class="lead" role="status">{move || status.get()}</p>
    }
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
