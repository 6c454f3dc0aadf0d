//! The library of past articles in the browser's local storage: a key for each article.

use super::storage::{Refused, is_private, keys, storage};

/// The beginning of the keys; the id of the article follows.
const START: &str = "caveat-lector.past.";

fn key(id: u64) -> String {
    format!("{START}{id}")
}

/// Returns the ids of all articles, ascending.
///
/// # Errors
/// If the browser denies the storage.
pub fn past_ids() -> Result<Vec<u64>, Refused> {
    let keys = keys(&storage()?)?;
    let mut ids: Vec<u64> = keys.iter().filter_map(|key| key.strip_prefix(START)?.parse().ok()).collect();
    ids.sort_unstable();
    Ok(ids)
}

/// Reads an article.
#[must_use]
pub fn load_past(id: u64) -> Option<String> {
    storage().ok()?.get_item(&key(id)).ok()?
}

/// Stores an article.
///
/// # Errors
/// If the storage is full or denied, or in private mode. What was stored before stays.
pub fn save_past(id: u64, code: &str) -> Result<(), Refused> {
    if is_private() {
        return Err(Refused);
    }
    storage()?.set_item(&key(id), code).map_err(|_| Refused)
}

/// Removes an article.
///
/// # Errors
/// If the browser denies the storage.
pub fn remove_past(id: u64) -> Result<(), Refused> {
    storage()?.remove_item(&key(id)).map_err(|_| Refused)
}
