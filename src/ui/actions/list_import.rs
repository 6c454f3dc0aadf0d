//! Importing a list of rules from a file.

use crate::browser::local_file;
use crate::browser::text_decoder::to_text;
use crate::import::{LARGEST, Unreadable, decode_with};
use crate::lexicon::{LONGEST_LIST, List};
use crate::ui::state::State;
use crate::wording::page;
use leptos::prelude::*;
use web_sys::File;

/// Adds the rules of a TOML file to the reader's list. A faulty file changes nothing and is reported.
pub fn import_list(state: State, name: &str, toml: &str) {
    let read = List::read(toml).and_then(|list| {
        let mut all = state.words.list.get_untracked();
        let before = all.entries.len() + all.exempts.len();
        all.entries.extend(list.entries.into_iter().filter(|word| !state.words.list.with_untracked(|old| old.entries.contains(word))));
        all.exempts.extend(list.exempts.into_iter().filter(|exempt| !state.words.list.with_untracked(|old| old.exempts.contains(exempt))));
        all.compile().map(|_| (all.entries.len() + all.exempts.len() - before, all))
    });
    let result = match read {
        Ok((_, all)) if all.write().len() > LONGEST_LIST => page::LIST_TOO_LONG.to_owned(),
        Ok((count, all)) => {
            if state.set_list(all) {
                page::list_imported(count)
            } else {
                page::LIST_NOT_KEPT.to_owned()
            }
        }
        Err(fault) => page::list_fault(name, &fault.to_string()),
    };
    state.words.import_result.set(Some(result.clone()));
    state.notify(result);
}

/// Reads and decodes a text file.
///
/// # Errors
/// A message for the reader if the file has more than `largest` bytes or is no text.
pub async fn read_text_file(file: &File, largest: usize) -> Result<String, String> {
    let name = file.name();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in bytes")]
    let size = file.size() as usize;
    if size > largest {
        return Err(page::unreadable(&name, Unreadable::TooLarge(size)));
    }
    let bytes = local_file::read(file).await.map_err(|_| page::not_read(&name))?;
    match String::from_utf8(bytes) {
        Ok(text) if largest > LARGEST => Ok(text),
        Ok(text) => decode_with(text.as_bytes(), to_text).map_err(|fault| page::unreadable(&name, fault)),
        Err(fault) => decode_with(fault.as_bytes(), to_text).map_err(|fault| page::unreadable(&name, fault)),
    }
}
