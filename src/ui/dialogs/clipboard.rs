//! Copying from a dialog.

use crate::browser::local_file;
use crate::wording::page;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Copies a text and shows whether that worked.
pub fn copy(text: String, status: RwSignal<&'static str>) {
    spawn_local(async move {
        status.set(if local_file::copy(&text).await.is_ok() { page::EXPORT_COPIED } else { page::NO_COPY });
    });
}
