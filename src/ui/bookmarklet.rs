//! The bookmark that brings articles from other sites.

use crate::browser::file;
use crate::wording::page;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CODE: &str = include_str!("bookmarklet.js");

/// The bookmark, to drag.
pub fn content() -> AnyView {
    let address = window().location().href().unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default();
    if address.starts_with("file:") {
        return view! { <p>{page::BOOKMARKLET_FILE}</p> }.into_any();
    }
    // The address stands inside a string of the code, and all of it inside another address.
    let inside = js_sys::JSON::stringify(&address.into()).map(String::from).unwrap_or_default();
    let code = CODE.trim().replace("\"PAGE#\"", &format!("{inside}+\"#\""));
    let code = format!("javascript:{}", String::from(js_sys::encode_uri_component(&code)));
    let told = RwSignal::new("");
    let click = move |event: MouseEvent| {
        event.prevent_default();
        told.set(page::BOOKMARKLET_DRAG);
    };
    let copied = code.clone();
    let copy = move |_| {
        let code = copied.clone();
        spawn_local(async move {
            told.set(if file::copy(&code).await.is_ok() { page::EXPORT_COPIED } else { page::NO_COPY });
        });
    };
    view! {
        <p>{page::BOOKMARKLET_HOW}</p>
        <p class="row">
            <a id="bookmarklet" class="button primary" href=code on:click=click>{page::BOOKMARKLET_NAME}</a>
            <button type="button" on:click=copy>{page::BOOKMARKLET_COPY}</button>
        </p>
        <p class="lead" role="status">{move || told.get()}</p>
    }
    .into_any()
}
